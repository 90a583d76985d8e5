"""What is due on cases, judgments, requests and delegations as rows: `rules.dues`, written with the subject.

The rows are a projection: thrown away and derived anew at any time, they are the same.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from thads.enforcement.cases.models import EnforcementCase, EnforcementRequest, IncomingCase, Judgment
from thads.enforcement.cases.rules.dues import all_dues
from thads.enforcement.cases.rules.histories import HistoryFact
from thads.enforcement.cases.rules.standing import standing_of_facts
from thads.enforcement.cases.rules.state import CaseState
from thads.enforcement.cases.rules.vocabulary import IntakeRoute
from thads.enforcement.cases.showing import due_of_judgment, due_of_request
from thads.enforcement.deadlines import actions as deadlines
from thads.enforcement.deadlines import queries as deadline_queries
from thads.enforcement.deadlines.rules.calendar import OfficeCalendar
from thads.enforcement.deadlines.rules.due_items import DueItem, DueSubject, made
from thads.foundation.access.rules.viewer import Viewer


def replace_dues(viewer: Viewer, case: EnforcementCase, lines: Sequence[HistoryFact]) -> None:
    """Let what is due on a case be what its facts say."""
    calendar = deadline_queries.office_calendar_of(viewer, case.agency)
    deadlines.replace_due_items(
        viewer=viewer,
        subject=DueSubject.CASE,
        subject_id=case.uuid,
        items=case_items(case, lines, calendar=calendar),
    )


def case_items(
    case: EnforcementCase,
    lines: Sequence[HistoryFact],
    *,
    calendar: OfficeCalendar,
    state: CaseState | None = None,
) -> list[DueItem]:
    """Return what is due on a case after its facts, by the calendar of its office; `state`: their fold, when
    known.
    """
    standing = standing_of_facts(lines, state=state)
    if standing is None:
        return []
    return [
        DueItem(DueSubject.CASE, case.uuid, case.number, case.agency, case.bailiff, one)
        for one in all_dues(standing, calendar=calendar)
    ]


def replace_intake_dues(viewer: Viewer, subject: Judgment | EnforcementRequest | IncomingCase) -> None:
    """Let what is due on something taken in be what its row says."""
    calendar = deadline_queries.office_calendar_of(viewer, subject.agency)
    deadlines.replace_due_items(
        viewer=viewer,
        subject=KINDS[type(subject)],
        subject_id=subject.uuid,
        items=intake_items([subject], calendar=calendar),
    )


KINDS: Mapping[type, DueSubject] = {
    Judgment: DueSubject.JUDGMENT,
    EnforcementRequest: DueSubject.REQUEST,
    IncomingCase: DueSubject.INCOMING,
}


def intake_items(
    subjects: Iterable[Judgment | EnforcementRequest | IncomingCase], *, calendar: OfficeCalendar
) -> Iterator[DueItem]:
    """Yield the decision that each judgment, request or delegation still waits for (L08 Đ36, 57; L25 Đ33–34,
    49).
    """
    for one in subjects:
        match one:
            case Judgment():
                yield from _of_judgment(one, calendar)
            case EnforcementRequest():
                yield from _of_request(one, calendar)
            case IncomingCase():
                yield from _of_incoming(one, calendar)


def _of_judgment(row: Judgment, calendar: OfficeCalendar) -> Iterator[DueItem]:
    """Yield by when the head decides ex officio; since 1/7/2026 the days run once the minutes are there too
    (L25 Đ33.3a).
    """
    due = due_of_judgment(row)
    if due is not None:
        found = made(due.key, start=due.start, calendar=calendar)
        yield DueItem(DueSubject.JUDGMENT, row.uuid, row.register_no, row.agency, "", found)


def _of_request(row: EnforcementRequest, calendar: OfficeCalendar) -> Iterator[DueItem]:
    """Yield by when the head decides on a request, or what lacks is asked for (L25 Đ34.3; N152 Đ9.6)."""
    due = due_of_request(row)
    if due is not None:
        number = row.register_no or row.slip_no or _UNNUMBERED
        found = made(due.key, start=due.start, calendar=calendar)
        yield DueItem(DueSubject.REQUEST, row.uuid, number, row.agency, "", found)


_UNNUMBERED = "chưa vào sổ"


def _of_incoming(row: IncomingCase, calendar: OfficeCalendar) -> Iterator[DueItem]:
    is_waiting = row.received_on is not None and row.case_id is None and row.returned_on is None
    if is_waiting and row.route == IntakeRoute.DELEGATED_IN:
        found = made("delegation.receiver_decision", start=row.received_on, calendar=calendar)
        yield DueItem(DueSubject.INCOMING, row.uuid, row.register_no, row.agency, "", found)
