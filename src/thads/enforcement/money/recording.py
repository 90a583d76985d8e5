"""The only way to change an account: lock, check the whole history, append to the ledger, fold the rows
anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from thads.enforcement.cases.locking import changed_meanwhile, lock_case
from thads.enforcement.cases.queries.briefs import case_brief
from thads.enforcement.cases.rules.briefs import CaseBrief
from thads.enforcement.money.dueing import replace_dues
from thads.enforcement.money.models import CaseAccount, Posting
from thads.enforcement.money.projection import (
    account_columns,
    posting_keys,
    posting_rows,
    refold_payouts,
)
from thads.enforcement.money.rules.account import AccountState
from thads.enforcement.money.rules.facts import SUBJECT, AccountFact
from thads.enforcement.money.rules.histories import (
    AccountLine,
    fold_lawfully,
    from_ledger,
    with_fact,
    without_fact,
)
from thads.enforcement.money.rules.steps import CaseOfAccount
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import actions as ledger
from thads.foundation.ledger import queries as ledger_queries
from thads.foundation.ledger.rules.codec import encode
from thads.foundation.ledger.rules.entries import CANCELLATION, Entry, NewEntry
from thads.foundation.ledger.rules.instants import instant_of_recording


@dataclass(slots=True)
class OpenAccount:
    """An account taken for an act, locked until commit: the case in brief, the row, the history so far."""

    case: CaseBrief
    row: CaseAccount
    entries: list[Entry]

    @property
    def subject(self) -> CaseOfAccount:
        return CaseOfAccount(self.case.number, self.case.decided_on, self.case.nos)

    @property
    def lines(self) -> tuple[AccountLine, ...]:
        return from_ledger(self.entries)

    @property
    def state(self) -> AccountState:
        """The state now: all facts that stand, checked when they were written."""
        return fold_lawfully(self.subject, self.lines)

    def instant(self, viewer: Viewer) -> datetime:
        """When an act of the viewer is recorded: not before the last entry."""
        return instant_of_recording(self.entries[-1].recorded_at if self.entries else None, viewer.at)


def lock_account(viewer: Viewer, case_id: UUID, verb: str, expected_seq: int | None = None) -> OpenAccount:
    """Return the account of a case locked for the viewer's act; refuse it out of sight, without right, in a
    colleague's case, or changed meanwhile.
    """
    lock_case(viewer, case_id, verb, None)
    account = open_account(viewer, case_id)
    if expected_seq is not None and expected_seq != account.row.seq:
        raise changed_meanwhile(SUBJECT, case_id, expected=expected_seq, found=account.row.seq)
    return account


def open_account(viewer: Viewer, case_id: UUID) -> OpenAccount:
    """Return the account of a case in sight, for an act already let in at another case."""
    case = case_brief(viewer, case_id)
    row = CaseAccount.objects.select_for_update().filter(case_id=case_id).first()  # type: ignore[misc]
    if row is None:
        row = CaseAccount(case_id=case_id, agency=case.agency)
    return OpenAccount(case, row, list(ledger_queries.entries_of(SUBJECT, case_id)))


def record(viewer: Viewer, account: OpenAccount, fact: AccountFact, *, on: date, order_no: str = "") -> Entry:
    """Record one more fact of an account; refuse it, or a later fact that it would make impossible."""
    state = with_fact(account.subject, account.lines, AccountLine(fact, on, account.instant(viewer)))
    return _written(viewer, account, NewEntry(fact.kind, on, encode(fact), order_no=order_no), state)


def cancel(viewer: Viewer, account: OpenAccount, entry_id: int, *, on: date, reason: str) -> Entry:
    """Take back a fact recorded by mistake; refuse when a later fact would no longer be possible; return the
    fact.
    """
    target = next((place for place, entry in enumerate(account.entries) if entry.id == entry_id), None)
    line = AccountLine(None, on, account.instant(viewer), cancels=target)
    state = without_fact(account.subject, account.lines, line)
    _written(viewer, account, NewEntry(CANCELLATION, on, {"reason": reason}, cancels=entry_id), state)
    return next(entry for entry in account.entries if entry.id == entry_id)


def _written(viewer: Viewer, account: OpenAccount, entry: NewEntry, state: AccountState) -> Entry:
    (written,) = ledger.append(
        subject_kind=SUBJECT, subject_id=account.case.case_id, facts=[entry], expected_seq=account.row.seq,
        agency=account.case.agency, actor=viewer.username, recorded_at=viewer.at,
    )  # fmt: skip
    account.entries.append(written)
    account.row.seq += 1
    refold(account.row, state)
    replace_dues(
        viewer, case_id=account.case.case_id, number=account.case.number, agency=account.case.agency,
        state=state,
    )  # fmt: skip
    _post(account, written)
    return written


def refold(row: CaseAccount, state: AccountState) -> None:
    """Write the row of an account and its payments as the state says."""
    for name, value in account_columns(state).items():
        setattr(row, name, value)
    row.save()
    refold_payouts(row, state)


def _post(account: OpenAccount, written: Entry) -> None:
    """Post the lines of the entry just written; a cancellation posts those of the fact it takes back."""
    about: Sequence[Entry] = [written]
    if written.cancels is not None:
        about = [*(entry for entry in account.entries if entry.id == written.cancels), written]
    keys = [key for key in posting_keys(about) if key[0] == written.id]
    Posting.objects.bulk_create(posting_rows(account.case.agency, account.case.case_id, keys))
