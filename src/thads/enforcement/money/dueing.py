"""What is due about the money of a case as rows: `rules.dues`, written with the account.

The rows are a projection: thrown away and derived anew at any time, they are the same. They are the
accountant's of the agency, nobody's own.
"""

from collections.abc import Sequence
from uuid import UUID

from thads.enforcement.deadlines import actions as deadlines
from thads.enforcement.deadlines import queries as deadline_queries
from thads.enforcement.deadlines.rules.calendar import OfficeCalendar
from thads.enforcement.deadlines.rules.due_items import DueItem, DueSubject
from thads.enforcement.money.rules.account import AccountState
from thads.enforcement.money.rules.dues import account_dues
from thads.foundation.access.rules.viewer import Viewer


def replace_dues(viewer: Viewer, *, case_id: UUID, number: str, agency: str, state: AccountState) -> None:
    """Let what is due about the money of a case be what its account says."""
    calendar = deadline_queries.office_calendar_of(viewer, agency)
    items = account_items(case_id, number, agency, state, calendar=calendar)
    deadlines.replace_due_items(viewer=viewer, subject=DueSubject.ACCOUNT, subject_id=case_id, items=items)


def account_items(
    case_id: UUID, number: str, agency: str, state: AccountState, *, calendar: OfficeCalendar
) -> Sequence[DueItem]:
    """Return what is due about the money of a case, by the calendar of its office."""
    return [
        DueItem(DueSubject.ACCOUNT, case_id, number, agency, "", one)
        for one in account_dues(state, calendar=calendar)
    ]
