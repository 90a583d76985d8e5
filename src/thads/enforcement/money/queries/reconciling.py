"""Statements held against the book: each line matched anew from the rules, what a person settled kept (T78
Đ8.3).
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet

from thads.enforcement.cases import queries as cases
from thads.enforcement.money.models import BankStatement, Posting, StatementLayout, StatementLine
from thads.enforcement.money.rules.pages import StatementLineRow, StatementPage, StatementRowOut
from thads.enforcement.money.rules.reconciliation import (
    WINDOW_DAYS,
    BookEntry,
    Match,
    StatementRow,
    reconcile,
)
from thads.enforcement.money.rules.vocabulary import MatchState, Place, Side
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal

SETTLED = (MatchState.CONFIRMED.value, MatchState.TURNED_DOWN.value)


def statements(viewer: Viewer) -> Sequence[StatementRowOut]:
    """Return the statements in sight, the newest first, with how many of their lines a person has settled."""
    rows = BankStatement.objects.filter(agency__in=viewer.sight).prefetch_related("lines")
    return [_statement(row) for row in rows.order_by("-until", "-id")]


def layout_of(viewer: Viewer, *, agency: str, bank: str) -> Mapping[str, str]:
    """Return which column is which in the statements of a bank, as remembered; empty when none was read."""
    found = StatementLayout.objects.filter(agency=agency, bank_folded=fold(bank)[:160]).first()
    return dict(found.columns) if found is not None and viewer.sees(agency) else {}


def statement_page(viewer: Viewer, statement_id: UUID) -> StatementPage:
    """Return a statement line by line against the book, and what the statement lacks; refuses one out of
    sight.
    """
    statement = BankStatement.objects.filter(uuid=statement_id, agency__in=viewer.sight).first()
    if statement is None:
        raise Refusal("money.statement_unknown", name=viewer.name)
    lines = list(statement.lines.order_by("row"))
    entries, owners = _entries_near(viewer, statement)
    by_id = {entry.entry_id: entry for entry in entries}
    elsewhere = _settled_elsewhere(statement)
    settled = [_settled(line) for line in lines if line.state in SETTLED]
    free = [entry for entry in entries if entry.entry_id not in elsewhere]
    found = reconcile([_row(line) for line in lines], free, settled=settled)
    matches = {match.row.row: match for match in found.matches}
    within = [entry for entry in found.missing_in_statement if statement.since <= entry.on <= statement.until]
    shown = [_line(line, matches[line.row], by_id, owners) for line in lines]
    return StatementPage(
        statement=_statement(statement), lines=shown,
        missing_in_statement=[(entry, owners[entry.entry_id]) for entry in within],
        statement_sum=sum(line.amount for line in lines),
        book_sum=sum(e.amount for e in entries if statement.since <= e.on <= statement.until),
    )  # fmt: skip


def book_entries(viewer: Viewer, agency: str, place: Place) -> Sequence[BookEntry]:
    """Return every movement of a place of an agency by the book; one voucher over several cases is one
    movement.
    """
    return _grouped(viewer, agency, place, Posting.objects.filter(agency=agency))[0]


def _entries_near(viewer: Viewer, statement: BankStatement) -> tuple[list[BookEntry], dict[int, UUID]]:
    window = timedelta(days=WINDOW_DAYS)
    lines = Posting.objects.filter(
        agency=statement.agency,
        took_effect__gte=statement.since - window,
        took_effect__lte=statement.until + window,
    )
    return _grouped(viewer, statement.agency, Place(statement.place), lines)


def _grouped(
    viewer: Viewer, agency: str, place: Place, lines: QuerySet[Posting]
) -> tuple[list[BookEntry], dict[int, UUID]]:
    if not viewer.sees(agency):
        raise Refusal("money.agency_out_of_sight", name=viewer.name, agency=agency)
    rows = list(lines.filter(account=place.value).order_by("entry_id", "id"))
    gone = {row.reverses for row in rows if row.reverses is not None}
    kept = [row for row in rows if row.reverses is None and row.entry_id not in gone]
    numbers = cases.case_rows(viewer, {row.case_id for row in kept})
    groups: dict[tuple[object, ...], list[Posting]] = {}
    for row in kept:
        key = (row.voucher, row.took_effect, row.side) if row.voucher else (row.entry_id,)
        groups.setdefault(key, []).append(row)
    found = []
    for group in groups.values():
        sign = 1 if group[0].side == Side.DEBIT else -1
        names = dict.fromkeys([group[0].voucher, *(_number(numbers, row) for row in group)])
        total = sign * sum(row.amount for row in group)
        found.append(BookEntry(group[0].entry_id, group[0].took_effect, total, tuple(n for n in names if n)))
    return found, {row.entry_id: row.case_id for row in kept}


def _number(numbers: Mapping[UUID, object], row: Posting) -> str:
    return str(getattr(numbers.get(row.case_id), "number", ""))


def _settled_elsewhere(statement: BankStatement) -> set[int]:
    found = StatementLine.objects.filter(
        agency=statement.agency, place=statement.place, entry_id__isnull=False
    ).exclude(statement=statement)
    return {entry_id for entry_id in found.values_list("entry_id", flat=True) if entry_id is not None}


def _row(line: StatementLine) -> StatementRow:
    return StatementRow(line.row, line.dated_on, line.amount, line.text, line.reference)


def _settled(line: StatementLine) -> Match:
    return Match(_row(line), MatchState(line.state), line.entry_id)


def _line(
    line: StatementLine, match: Match, entries: Mapping[int, BookEntry], owners: Mapping[int, UUID]
) -> StatementLineRow:
    entry = entries.get(match.entry_id) if match.entry_id is not None else None
    return StatementLineRow(
        line_id=line.uuid, row=line.row, on=line.dated_on, amount=line.amount, text=line.text,
        reference=line.reference, state=match.state, entry=entry,
        entry_case_id=owners.get(entry.entry_id) if entry else None,
        candidates=[entries[one] for one in match.candidates if one in entries], settled_by=line.settled_by,
    )  # fmt: skip


def _statement(row: BankStatement) -> StatementRowOut:
    lines = list(row.lines.all())
    return StatementRowOut(
        statement_id=row.uuid, agency=row.agency, place=Place(row.place), bank=row.bank,
        account_no=row.account_no, since=row.since, until=row.until, file_name=row.file_name,
        imported_at=row.imported_at, lines=len(lines), settled=sum(bool(line.state) for line in lines),
    )  # fmt: skip
