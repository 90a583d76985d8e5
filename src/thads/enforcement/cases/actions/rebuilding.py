"""Deriving what is due anew, of every case and of all taken in: after a change of the law or of its data."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice

from django.db.models import Q, QuerySet

from thads.enforcement.cases.dueing import case_items, intake_items
from thads.enforcement.cases.models import EnforcementCase, EnforcementRequest, IncomingCase, Judgment
from thads.enforcement.cases.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.cases.rules.histories import SUBJECT, from_ledger
from thads.enforcement.cases.rules.vocabulary import RequestStatus
from thads.enforcement.deadlines import actions as deadlines
from thads.enforcement.deadlines import queries as deadline_queries
from thads.enforcement.deadlines.rules.due_items import DueItem, DueSubject
from thads.foundation.access.door import action
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import actions as ledger
from thads.foundation.ledger import queries as ledger_queries

PORTION = 1_000
"""Cases read at once."""

SUBJECTS = (DueSubject.CASE, DueSubject.JUDGMENT, DueSubject.REQUEST, DueSubject.INCOMING)


@action("cases.rebuild_dues")
def rebuild_dues(*, viewer: Viewer) -> int:
    """Derive anew whatever is due in the agencies in sight; returns how many items there are."""
    for agency in sorted(viewer.sight):
        rights.check_may(viewer, "cases.rebuild_dues", agency=agency)
    ledger.one_writer_at_a_time()
    deadlines.forget_due_items(viewer=viewer, subjects=SUBJECTS)
    return _rebuilt_cases(viewer) + _rebuilt_intake(viewer)


def _rebuilt_cases(viewer: Viewer) -> int:
    calendars = deadline_queries.calendars_of(viewer, viewer.sight)
    found = 0
    cases = EnforcementCase.objects.filter(agency__in=viewer.sight).order_by("pk")
    for portion in _portions(cases):
        by_id = {case.uuid: case for case in portion}
        items: list[DueItem] = []
        told = ledger_queries.entries_of_many(SUBJECT, list(by_id))
        for case_id, entries in groupby(told, key=lambda entry: entry.subject_id):
            case = by_id[case_id]
            items += case_items(case, from_ledger(list(entries)), calendar=calendars[case.agency])
        found += deadlines.write_due_items(viewer=viewer, items=items)
    return found


def _rebuilt_intake(viewer: Viewer) -> int:
    """Derive anew what the registers of intake still wait for; what was settled is due no more."""
    here = Q(agency__in=viewer.sight)
    return sum(
        _rebuilt(viewer, rows)
        for rows in (
            Judgment.objects.filter(here, awaits_decision=True),
            EnforcementRequest.objects.filter(here, status=RequestStatus.RECEIVED.value),
            IncomingCase.objects.filter(here, received_on__isnull=False, case__isnull=True),
        )
    )


def _rebuilt(viewer: Viewer, rows: Iterable[Judgment | EnforcementRequest | IncomingCase]) -> int:
    calendars = deadline_queries.calendars_of(viewer, viewer.sight)
    items = (item for row in rows for item in intake_items([row], calendar=calendars[row.agency]))
    return deadlines.write_due_items(viewer=viewer, items=items)


def _portions(cases: QuerySet[EnforcementCase]) -> Iterator[Sequence[EnforcementCase]]:
    waiting: Iterable[EnforcementCase] = cases.iterator(chunk_size=PORTION)
    rows = iter(waiting)
    while portion := list(islice(rows, PORTION)):
        yield portion
