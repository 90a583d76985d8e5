"""The books of an agency: trial balance and the books of cash, bank and treasury, as of a day and known at an
instant (T78 Đ11–12). Each is a sum over the lines of the book.
"""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet, Sum

from thads.enforcement.cases import queries as cases
from thads.enforcement.money.models import Posting
from thads.enforcement.money.rules.pages import BookRow, PlaceBook, TrialBalance, TrialLine
from thads.enforcement.money.rules.vocabulary import Place, Purse, Side
from thads.enforcement.money.rules.words import account_name, account_number
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.money import Dong
from thads.kernel.periods import Period
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "money.agency_out_of_sight": "Cơ quan {agency} không thuộc phạm vi được giao cho tài khoản {name}.",
        "money.span_wrong": "Ngày đầu {since} sau ngày cuối {as_of}; hãy chọn lại.",
    }
)

ACCOUNTS: tuple[str, ...] = (*(place.value for place in Place), *(purse.value for purse in Purse))


def trial_balance(
    viewer: Viewer,
    *,
    agency: str,
    as_of: date | None = None,
    since: date | None = None,
    known_at: datetime | None = None,
    case_id: UUID | None = None,
) -> TrialBalance:
    """Return the trial balance of an agency, or of one of its cases: what stood before `since` (the start of
    the accounting year), what moved up to `as_of`, what stands; one question. Refuses an agency out of sight.
    """
    until = as_of or viewer.on
    start = since or Period.containing(until).start
    check_span(viewer, agency, start, until)
    lines = _known(agency, known_at, case_id).filter(took_effect__lte=until)
    sums: dict[tuple[str, str, bool], Dong] = {}
    for account, side, took_effect, amount in (
        lines.values_list("account", "side", "took_effect").annotate(total=Sum("amount")).order_by()
    ):
        key = (account, side, took_effect < start)
        sums[key] = sums.get(key, 0) + amount
    found = [_line(account, sums, until) for account in ACCOUNTS]
    moved = [one for one in found if any((one.opening_debit, one.opening_credit, one.debit, one.credit))]
    return TrialBalance(agency, case_id, start, until, known_at, moved)


def place_book(
    viewer: Viewer,
    *,
    agency: str,
    place: Place,
    since: date,
    as_of: date,
    known_at: datetime | None = None,
) -> PlaceBook:
    """Return the book of a place of an agency for a span of days, with the balance after each movement
    (T78).
    """
    check_span(viewer, agency, since, as_of)
    lines = _known(agency, known_at, None).filter(account=place.value)
    before = list(
        lines.filter(took_effect__lt=since).values_list("side").annotate(total=Sum("amount")).order_by()
    )
    opening = sum(total if side == Side.DEBIT else -total for side, total in before)
    rows = _rows(viewer, lines.filter(took_effect__gte=since, took_effect__lte=as_of), opening)
    closing = rows[-1].balance if rows else opening
    return PlaceBook(agency, place, since, as_of, opening, rows, closing)


def check_span(viewer: Viewer, agency: str, since: date, as_of: date) -> None:
    """Refuse an agency out of sight, and a span that ends before it begins."""
    if not viewer.sees(agency):
        raise Refusal("money.agency_out_of_sight", name=viewer.name, agency=agency)
    if since > as_of:
        raise Refusal("money.span_wrong", since=since, as_of=as_of)


def _known(agency: str, known_at: datetime | None, case_id: UUID | None) -> QuerySet[Posting]:
    lines = Posting.objects.filter(agency=agency)
    if known_at is not None:
        lines = lines.filter(recorded_at__lte=known_at)
    return lines if case_id is None else lines.filter(case_id=case_id)


def _line(account: str, sums: dict[tuple[str, str, bool], Dong], on: date) -> TrialLine:
    """An account stands on the side where it has more."""
    before = sums.get((account, "debit", True), 0) - sums.get((account, "credit", True), 0)
    debit, credit = sums.get((account, "debit", False), 0), sums.get((account, "credit", False), 0)
    after = before + debit - credit
    return TrialLine(
        account=account, name=account_name(account), number=account_number(account, on=on),
        opening_debit=max(before, 0), opening_credit=max(-before, 0), debit=debit, credit=credit,
        closing_debit=max(after, 0), closing_credit=max(-after, 0),
    )  # fmt: skip


def _rows(viewer: Viewer, lines: QuerySet[Posting], opening: Dong) -> Sequence[BookRow]:
    """What was taken back, and what took it back, leave no trace on the legal day: they cancel out."""
    taken_back = lines.filter(reverses__isnull=False).values_list("reverses", flat=True)
    gone = [one for one in taken_back if one is not None]
    kept = list(lines.filter(reverses__isnull=True).exclude(entry_id__in=gone).order_by("took_effect", "id"))
    numbers = cases.case_rows(viewer, {line.case_id for line in kept})
    found, balance = [], opening
    for line in kept:
        came, went = (line.amount, 0) if line.side == Side.DEBIT else (0, line.amount)
        balance += came - went
        row = numbers.get(line.case_id)
        found.append(
            BookRow(
                line.entry_id,
                line.took_effect,
                line.case_id,
                row.number if row else "",
                LAW.label("FactKind", line.kind),
                line.voucher,
                came,
                went,
                balance,
            )  # fmt: skip
        )
    return found
