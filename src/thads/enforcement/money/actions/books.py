"""Receipt books: given to a person, numbers spoiled or lost, settled and closed (T04 Đ14–15)."""

from datetime import date
from uuid import UUID

from thads.enforcement.money.models import Receipt, ReceiptBook
from thads.enforcement.money.receipts import as_book, folded
from thads.enforcement.money.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.money.rules.vocabulary import NumberState, ReceiptKind, ReceiptSeries
from thads.enforcement.money.rules.vouchers import Book, check_mark, check_new_book, unused, written
from thads.foundation.access.door import action
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import actions as ledger
from thads.foundation.organisation import queries as organisation
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "money.holder_needed": "Hãy ghi người được giao quyển biên lai.",
        "money.number_taken": "Số {number} đã được ghi là “{state}” ngày {on}.",
        "money.book_in_future": "Ngày {on} chưa đến; hãy ghi ngày đã giao, đã quyết toán thật.",
    }
)


@action("money.issue_book")
def issue_book(
    *,
    viewer: Viewer,
    agency: str,
    kind: ReceiptKind,
    first: int,
    last: int,
    holder: str,
    on: date,
    symbol: str = "",
) -> UUID:
    """Give a receipt book to a person; one open book of a kind each (T04 Đ14–15).

    Refuses a book that is not of the size laid down, numbers given out already, and receipts for advances of
    court fees to a bailiff.
    """
    rights.check_may(viewer, "money.issue_book", agency=agency)
    ledger.one_writer_at_a_time()
    if not holder.strip():
        raise Refusal("money.holder_needed", basis="T04 Đ15")
    _check_not_future(viewer, on)
    book = Book(symbol.strip(), kind, first, last, holder.strip(), on)
    rows = list(ReceiptBook.objects.filter(agency=agency, kind=kind.value, symbol=book.symbol))
    open_ones = ReceiptBook.objects.filter(
        agency=agency, kind=kind.value, holder=book.holder, closed_on__isnull=True
    )
    bailiffs = {one.code for one in organisation.bailiffs(frozenset({agency}), on=on)}
    check_new_book(
        book, [as_book(row) for row in rows], [as_book(row) for row in open_ones],
        is_bailiff=book.holder in bailiffs,
    )  # fmt: skip
    return ReceiptBook.objects.create(
        agency=agency, kind=kind.value, symbol=book.symbol, first=first, last=last, holder=book.holder,
        given_on=on,
    ).uuid  # fmt: skip


@action("money.mark_receipt")
def mark_receipt(
    *, viewer: Viewer, book_id: UUID, number: int, state: NumberState, on: date, reason: str
) -> UUID:
    """Mark an unused number of a book as spoiled or lost; it is kept with its state for ever (T04 Đ15)."""
    row = _locked_book(viewer, book_id, "money.mark_receipt")
    book = as_book(row)
    check_mark(book, number, state)
    _check_not_future(viewer, on)
    if not reason.strip():
        raise Refusal("money.words_needed", basis="T04 Đ15", act="Đánh dấu biên lai", what="lý do")
    known = row.receipts.filter(value=number).first()
    if known is not None:
        words = LAW.label(NumberState(known.state)).lower()
        raise Refusal(
            "money.number_taken", basis="T04 Đ15", number=written(number), state=words, on=known.dated_on
        )
    name = f"{book.symbol} {written(number)}".strip()
    Receipt.objects.create(
        agency=row.agency, kind=row.kind, series=ReceiptSeries.PAPER.value, number=name,
        number_folded=folded(name), value=number, book=row, state=state.value, dated_on=on,
        holder=row.holder, note=reason.strip(),
    )  # fmt: skip
    return book_id


@action("money.close_book")
def close_book(*, viewer: Viewer, book_id: UUID, on: date) -> UUID:
    """Settle a book of which every number is accounted for; refuses one with unused numbers, naming them (T04
    Đ15).
    """
    row = _locked_book(viewer, book_id, "money.close_book")
    _check_not_future(viewer, on)
    book = as_book(row)
    left = unused(book, row.receipts.values_list("value", flat=True))
    if left:
        numbers = f"{written(left[0])}–{written(left[-1])}"
        raise Refusal("money.book_unused", basis="T04 Đ15", book=book.name, left=len(left), numbers=numbers)
    row.closed_on = on
    row.save(update_fields=["closed_on"])
    return book_id


def _locked_book(viewer: Viewer, book_id: UUID, verb: str) -> ReceiptBook:
    ledger.one_writer_at_a_time()
    row = ReceiptBook.objects.select_for_update().filter(uuid=book_id, agency__in=viewer.sight).first()
    if row is None:
        raise Refusal("money.book_unknown", name=viewer.name)
    rights.check_may(viewer, verb, agency=row.agency)
    if row.closed_on is not None:
        raise Refusal("money.book_closed", basis="T04 Đ15", book=as_book(row).name, closed_on=row.closed_on)
    return row


def _check_not_future(viewer: Viewer, on: date) -> None:
    if on > viewer.on:
        raise Refusal("money.book_in_future", basis="T04 Đ15", on=on)
