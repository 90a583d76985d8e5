"""Fetch equals fold: whether rows, payments and lines of accounts are what their facts say."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from uuid import UUID

from thads.enforcement.cases.rules.pages import Drift
from thads.enforcement.deadlines import queries as deadlines
from thads.enforcement.deadlines.rules.calendar import OfficeCalendar
from thads.enforcement.deadlines.rules.due_items import DueItem, DueSubject
from thads.enforcement.money.accounts import standing_entries
from thads.enforcement.money.dueing import account_items
from thads.enforcement.money.models import CaseAccount, Posting
from thads.enforcement.money.projection import account_columns, payout_columns, posting_keys
from thads.enforcement.money.rules.account import AccountState, fold
from thads.enforcement.money.rules.facts import SUBJECT
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import queries as ledger
from thads.foundation.ledger.rules.entries import Entry


def drift(*, viewer: Viewer | None = None) -> Sequence[Drift]:
    """Return everything in rows and lines of accounts that differs from the fold of their facts; empty =
    right.
    """
    rows = (
        CaseAccount.objects.all() if viewer is None else CaseAccount.objects.filter(agency__in=viewer.sight)
    )
    by_id = {row.case.uuid: row for row in rows.select_related("case").prefetch_related("payouts")}
    found: list[Drift] = []
    told = ledger.entries_of_many(SUBJECT, list(by_id))
    kept = deadlines.kept_items(viewer, DueSubject.ACCOUNT, list(by_id))
    calendars = deadlines.calendars_of(viewer, {row.agency for row in by_id.values()})
    for case_id, entries in groupby(told, key=lambda entry: entry.subject_id):
        row, written = by_id.pop(case_id), list(entries)
        found += _drift_of(row, case_id, written)
        found += _due_drift(row, written, kept.get(case_id, []), calendars[row.agency])
    return found + [Drift(case_id, "facts", "a row", "none") for case_id in by_id]


def _drift_of(row: CaseAccount, case_id: UUID, entries: list[Entry]) -> Iterator[Drift]:
    state = fold(standing_entries(entries))
    for name, expected in {**account_columns(state), "seq": len(entries)}.items():
        if getattr(row, name) != expected:
            yield Drift(case_id, name, getattr(row, name), expected)
    yield from _payout_drift(row, case_id, state)
    yield from _posting_drift(case_id, entries)


def _due_drift(
    row: CaseAccount, entries: list[Entry], kept: Sequence[DueItem], calendar: OfficeCalendar
) -> Iterator[Drift]:
    case, state = row.case, fold(standing_entries(entries))
    told = account_items(case.uuid, case.number, row.agency, state, calendar=calendar)
    if {(one.due.key, one.due.trigger): one for one in kept} != {
        (one.due.key, one.due.trigger): one for one in told
    }:
        yield Drift(case.uuid, "due", kept, told)


def _payout_drift(row: CaseAccount, case_id: UUID, state: AccountState) -> Iterator[Drift]:
    told = [payout_columns(payout) for payout in state.payouts]
    names = tuple(told[0]) if told else ("payout",)
    rows = [{name: getattr(one, name) for name in names} for one in row.payouts.order_by("payout")]
    if rows != told:
        yield Drift(case_id, "payouts", rows, told)


def _posting_drift(case_id: UUID, entries: list[Entry]) -> Iterator[Drift]:
    columns = (
        "entry_id", "kind", "reverses", "account", "no", "side", "amount", "took_effect", "recorded_at",
        "voucher",
    )  # fmt: skip
    rows = Counter(Posting.objects.filter(case_id=case_id).values_list(*columns))
    told = Counter(posting_keys(entries))
    if rows != told:
        yield Drift(case_id, "postings", sorted(rows - told), sorted(told - rows))
