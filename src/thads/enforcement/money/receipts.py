"""Taking the number of a receipt: out of the book given to the person, or the next electronic one (T04
Đ14–15).
"""

from dataclasses import dataclass
from datetime import date

from thads.enforcement.documents.numbering import issuing_agency, last_number, next_number
from thads.enforcement.money.models import Receipt, ReceiptBook
from thads.enforcement.money.rules.vocabulary import NumberState, ReceiptKind, ReceiptSeries
from thads.enforcement.money.rules.vouchers import (
    Book,
    book_of_number,
    check_electronic,
    electronic_number,
    read_electronic_number,
    read_paper_number,
    unused,
    written,
)
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal
from thads.law import LAW


@dataclass(frozen=True, slots=True)
class TakenNumber:
    """A receipt number taken for an act: as written, of which series, out of which book."""

    number: str
    series: ReceiptSeries
    value: int = 0
    book: ReceiptBook | None = None


def take_number(viewer: Viewer, agency: str, kind: ReceiptKind, given: str, *, on: date) -> TakenNumber:
    """Return the number of a receipt: the one given, checked; none given, the next of the person's open book,
    else the next electronic one (T04 Đ14–15).

    Where an agency has entered no books of the kind, a number from elsewhere is taken as written, once.
    """
    given = given.strip()
    books = list(ReceiptBook.objects.filter(agency=agency, kind=kind.value))
    mine = [book for book in books if book.closed_on is None and book.holder in holders(viewer)]
    electronic = read_electronic_number(given)
    if electronic is not None:
        return _electronic(agency, kind, given, on, number=electronic)
    if given and not books:
        taken = TakenNumber(given, ReceiptSeries.ELSEWHERE)
    elif given:
        taken = _out_of_book(viewer, kind, read_paper_number(given, year=on.year), mine, on)
    elif (following := next_of(mine)) is not None:
        taken = _out_of_book(viewer, kind, following, mine, on)
    else:
        return _electronic(agency, kind, given, on)
    _check_unused(agency, kind, taken)
    return taken


def next_of(books: list[ReceiptBook]) -> int | None:
    """Return the first number of the open books of which nothing has become, None when there is none."""
    for book in books:
        left = unused(as_book(book), book.receipts.values_list("value", flat=True))
        if left:
            return left[0]
    return None


def next_number_of(viewer: Viewer, agency: str, kind: ReceiptKind) -> str:
    """Return the number a receipt of the person would take next from his open book, empty without one."""
    mine = ReceiptBook.objects.filter(
        agency=agency, kind=kind.value, closed_on__isnull=True, holder__in=holders(viewer)
    )
    following = next_of(list(mine))
    return written(following) if following is not None else ""


def holders(viewer: Viewer) -> frozenset[str]:
    """Return the names under which the person may hold books: his staff codes and his account."""
    return viewer.staff_codes | {viewer.username}


def as_book(row: ReceiptBook) -> Book:
    """Return a book as a value."""
    kind = ReceiptKind(row.kind)
    return Book(row.symbol, kind, row.first, row.last, row.holder, row.given_on)


def _out_of_book(
    viewer: Viewer, kind: ReceiptKind, number: int, mine: list[ReceiptBook], on: date
) -> TakenNumber:
    values = {as_book(row): row for row in mine}
    book = book_of_number(values, number, on=on, holder=viewer.name, kind=kind)
    symbol = f"{book.symbol} " if book.symbol else ""
    return TakenNumber(f"{symbol}{written(number)}", ReceiptSeries.PAPER, number, values[book])


def _electronic(
    agency: str, kind: ReceiptKind, given: str, on: date, *, number: tuple[int, int] | None = None
) -> TakenNumber:
    issuing, family = issuing_agency(agency, on=on), f"receipt.{kind.value}"
    if number is not None:
        following = last_number(issuing, family, on.year) + 1
        check_electronic(given, *number, on=on, following=following)
    taken, year = next_number(issuing, family, on)
    return TakenNumber(electronic_number(taken, year), ReceiptSeries.ELECTRONIC, taken)


def _check_unused(agency: str, kind: ReceiptKind, taken: TakenNumber) -> None:
    used = Receipt.objects.filter(
        agency=agency, kind=kind.value, series=taken.series.value, number_folded=folded(taken.number)
    ).first()
    if used is not None:
        state = LAW.label(NumberState(used.state)).lower()
        case = f", {used.payer}" if used.payer else ""
        raise Refusal(
            "money.receipt_used",
            basis="T04 Đ15",
            number=taken.number,
            state=state,
            on=used.dated_on,
            case=case,
        )


def folded(number: str) -> str:
    """Return a receipt number for comparing: two clerks space it differently."""
    return fold(number).replace(" ", "")[:80]


def voucher_number(agency: str, family: str, symbol: str, on: date) -> str:
    """Take the next number of a kind of voucher and write it: “PT 12/2026” [form derived] (T78 Đ8)."""
    number, year = next_number(agency, family, on)
    return f"{symbol} {number}/{year}"
