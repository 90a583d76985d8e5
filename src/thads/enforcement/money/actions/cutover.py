"""The balances of cases taken over from an agency's old books, many at once (T78 Đ11.2c).

Written beside the cases, in the transaction of their portion; each account is opened by the one fact that an
accountant would write for a single case.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from thads.enforcement.cases.queries.briefs import cases_in_brief
from thads.enforcement.cases.rules.briefs import CaseBrief
from thads.enforcement.deadlines import actions as deadlines
from thads.enforcement.deadlines import queries as deadline_queries
from thads.enforcement.money.dueing import account_items
from thads.enforcement.money.models import CaseAccount, Posting
from thads.enforcement.money.projection import account_columns, posting_keys, posting_rows
from thads.enforcement.money.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.money.rules.account import EMPTY, AccountState
from thads.enforcement.money.rules.facts import SUBJECT, BalanceCarried
from thads.enforcement.money.rules.histories import AccountLine, with_fact
from thads.enforcement.money.rules.steps import CaseOfAccount
from thads.foundation.access.door import action
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import actions as ledger
from thads.foundation.ledger import queries as ledger_queries
from thads.foundation.ledger.rules.codec import encode
from thads.foundation.ledger.rules.entries import HistoryEntry
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "money.balance_of_no_case": "Có số dư đầu kỳ của việc không thuộc cơ quan {agency}; chưa ghi số dư "
        "nào.",
    }
)


@dataclass(frozen=True, slots=True)
class CarriedBalance:
    """What was held and still due on a case at the end of the cut-over day."""

    case_id: UUID
    fact: BalanceCarried


@action("money.carry_balances")
def carry_balances(*, viewer: Viewer, agency: str, on: date, balances: Sequence[CarriedBalance]) -> int:
    """Open the accounts of an agency's cases with their balances, all or none; return how many.

    Refuses sums that lie nowhere, an account that has entries, and a case of another agency.
    """
    rights.check_may(viewer, "money.carry_balances", agency=agency)
    ledger.one_writer_at_a_time()
    cases = {case.case_id: case for case in cases_in_brief(viewer, [one.case_id for one in balances])}
    if any(one.case_id not in cases or cases[one.case_id].agency != agency for one in balances):
        raise Refusal("money.balance_of_no_case", basis="T78 Đ11.2c", agency=agency)
    _check_empty(cases)
    states = [_state(viewer, cases[one.case_id], one.fact, on) for one in balances]
    ledger.append_histories(SUBJECT, [_entry(viewer, agency, on, one) for one in balances])
    CaseAccount.objects.bulk_create(
        CaseAccount(case_id=one.case_id, agency=agency, seq=1, **account_columns(state))
        for one, state in zip(balances, states, strict=True)
    )
    _post(agency, balances)
    calendar = deadline_queries.office_calendar_of(viewer, agency)
    dues = [
        item
        for one, state in zip(balances, states, strict=True)
        for item in account_items(one.case_id, cases[one.case_id].number, agency, state, calendar=calendar)
    ]
    deadlines.write_due_items(viewer=viewer, items=dues)
    return len(balances)


def _check_empty(cases: dict[UUID, CaseBrief]) -> None:
    """Refuse a case whose account has been opened before."""
    opened = (
        CaseAccount.objects.filter(case__uuid__in=list(cases)).values_list("case__uuid", flat=True).first()
    )
    if opened is not None:
        raise Refusal("money.carried_once", basis="T78 Đ11.2", number=cases[opened].number)


def _state(viewer: Viewer, case: CaseBrief, fact: BalanceCarried, on: date) -> AccountState:
    subject = CaseOfAccount(case.number, case.decided_on, case.nos)
    state = with_fact(subject, (), AccountLine(fact, on, viewer.at))
    return state or EMPTY


def _entry(viewer: Viewer, agency: str, on: date, one: CarriedBalance) -> HistoryEntry:
    return HistoryEntry(
        subject_id=one.case_id, seq=1, kind=one.fact.kind, took_effect=on, recorded_at=viewer.at,
        agency=agency, actor=viewer.username, order_no="", payload=encode(one.fact),
    )  # fmt: skip


def _post(agency: str, balances: Sequence[CarriedBalance]) -> None:
    written = ledger_queries.entries_of_many(SUBJECT, [one.case_id for one in balances])
    Posting.objects.bulk_create(
        (row for entry in written for row in posting_rows(agency, entry.subject_id, posting_keys([entry]))),
        batch_size=2_000,
    )
