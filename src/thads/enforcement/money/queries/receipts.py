"""Receipts and their books: what was used, spoiled, lost, what is left, for settlement and stock-take (T04
Đ14–15).
"""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from thads.enforcement.cases import queries as cases
from thads.enforcement.cases.rules.pages import CaseRow
from thads.enforcement.money.models import Receipt, ReceiptBook
from thads.enforcement.money.queries.books import check_span
from thads.enforcement.money.receipts import as_book, next_number_of
from thads.enforcement.money.rules.pages import ReceiptBookRow, ReceiptRow
from thads.enforcement.money.rules.vocabulary import NumberState, ReceiptKind
from thads.enforcement.money.rules.vouchers import BookUse, unused, written
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation


def next_receipt(viewer: Viewer, agency: str, kind: ReceiptKind = ReceiptKind.COLLECTION) -> str:
    """Return the number the person's next receipt would bear from his open book; empty: an electronic one."""
    return next_number_of(viewer, agency, kind)


def receipt_books(viewer: Viewer, *, is_open: bool | None = None) -> Sequence[ReceiptBookRow]:
    """Return the receipt books in sight, open ones first, with what is left of each (the stock-take list, T04
    Đ15).
    """
    names = organisation.staff_names()
    rows = ReceiptBook.objects.filter(agency__in=viewer.sight).prefetch_related("receipts")
    if is_open is not None:
        rows = rows.filter(closed_on__isnull=is_open)
    return [_book_row(row, names) for row in rows.order_by("closed_on", "holder", "kind", "first")]


def _book_row(row: ReceiptBook, names: object) -> ReceiptBookRow:
    assert isinstance(names, dict)
    book = as_book(row)
    taken = [receipt.value for receipt in row.receipts.all()]
    left = unused(book, taken)
    return ReceiptBookRow(
        book_id=row.uuid, symbol=row.symbol, kind=book.kind, first=written(row.first), last=written(row.last),
        holder=row.holder, holder_name=names.get(row.holder, row.holder), given_on=row.given_on,
        closed_on=row.closed_on, used=len(taken), left=len(left),
        next_number=written(left[0]) if left else "",
    )  # fmt: skip


def receipt_list(viewer: Viewer, *, agency: str, since: date, as_of: date) -> Sequence[ReceiptRow]:
    """Return the receipts of an agency dated in a span, and the numbers spoiled or lost in it."""
    check_span(viewer, agency, since, as_of)
    rows = list(
        Receipt.objects.filter(agency=agency, dated_on__gte=since, dated_on__lte=as_of).order_by(
            "dated_on", "id"
        )
    )
    numbers = cases.case_rows(viewer, {row.case_id for row in rows if row.case_id})
    return [_receipt(row, _number(numbers, row)) for row in rows]


def _number(numbers: Mapping[UUID, CaseRow], row: Receipt) -> str:
    found = numbers.get(row.case_id) if row.case_id else None
    return found.number if found else ""


def _receipt(row: Receipt, case_number: str) -> ReceiptRow:
    return ReceiptRow(
        number=row.number, kind=ReceiptKind(row.kind), state=NumberState(row.state), on=row.dated_on,
        amount=row.amount, payer=row.payer, case_id=row.case_id, case_number=case_number, holder=row.holder,
        note=row.note,
    )  # fmt: skip


def receipt_uses(viewer: Viewer, *, agency: str, since: date, as_of: date) -> Sequence[BookUse]:
    """Return for each holder and kind what became of his receipt numbers in a span: the monthly settlement
    and the quarterly report (T04 Đ15).
    """
    check_span(viewer, agency, since, as_of)
    books = ReceiptBook.objects.filter(agency=agency, given_on__lte=as_of).order_by("holder", "kind", "first")
    names = organisation.staff_names()
    groups: dict[tuple[str, str], list[ReceiptBook]] = {}
    for book in books.filter(Q(closed_on__isnull=True) | Q(closed_on__gte=since)):
        groups.setdefault((book.holder, book.kind), []).append(book)
    return [_use(of, since, as_of, names.get(holder, holder)) for (holder, _kind), of in groups.items()]


def _use(books: list[ReceiptBook], since: date, as_of: date, name: str) -> BookUse:
    receipts = Receipt.objects.filter(book__in=books)
    before = receipts.filter(dated_on__lt=since).count()
    within = receipts.filter(dated_on__gte=since, dated_on__lte=as_of)
    had = sum(book.last - book.first + 1 for book in books if book.given_on < since) - before
    given = sum(book.last - book.first + 1 for book in books if book.given_on >= since)
    counted = {state: within.filter(state=state.value).count() for state in NumberState}
    return BookUse(
        holder=books[0].holder, holder_name=name, kind=ReceiptKind(books[0].kind),
        book="; ".join(as_book(book).name for book in books), before=had, given=given,
        used=counted[NumberState.USED], cancelled=counted[NumberState.CANCELLED],
        spoiled=counted[NumberState.SPOILED], lost=counted[NumberState.LOST],
        left=had + given - sum(counted.values()), amount=_amount(within),
    )  # fmt: skip


def _amount(receipts: QuerySet[Receipt]) -> int:
    return sum(receipts.filter(state=NumberState.USED.value).values_list("amount", flat=True))
