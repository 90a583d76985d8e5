"""The desks: what a bailiff has to do next, and what waits for the head's signature."""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta

from django.db.models import Q, QuerySet

from thads.enforcement.cases.models import EnforcementCase, EnforcementRequest, Judgment
from thads.enforcement.cases.rules.dues import Due, dues_of
from thads.enforcement.cases.rules.pages import CaseRow, Desk, DueCase, HeadFolder
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.enforcement.cases.rules.vocabulary import RequestStatus, VerificationResult
from thads.enforcement.cases.showing import (
    BY_DECISION,
    ROW_FIELDS,
    as_rows,
    judgment_line,
    request_line,
    standing_of,
)
from thads.foundation.access.rules.viewer import Viewer

MOST_WAITING = 100
"""Lines shown of each thing that waits for the head."""

SOON_DAYS = 7


def desk(viewer: Viewer, *, bailiff: str = "", soon_days: int = SOON_DAYS) -> Desk:
    """Return the open cases of a bailiff, the viewer's own when none is named, by what is due and
    how soon.
    """
    codes = {bailiff} if bailiff else viewer.staff_codes
    mine = EnforcementCase.objects.filter(bailiff__in=codes, is_open=True, agency__in=viewer.sight)
    due_cases = _with_dues(viewer, mine.order_by(*BY_DECISION))
    soon = viewer.on + timedelta(days=soon_days)
    waiting = sorted((case for case in due_cases if case.dues), key=lambda case: case.dues[0].due_on)
    return Desk(
        on=viewer.on,
        overdue=[case for case in waiting if case.dues[0].is_overdue(viewer.on)],
        soon=[case for case in waiting if viewer.on <= case.dues[0].due_on <= soon],
        later=[case for case in waiting if case.dues[0].due_on > soon],
        quiet=[case.row for case in due_cases if not case.dues],
        open_cases=len(due_cases),
        remaining=sum(case.row.remaining for case in due_cases),
    )


def head_folder(viewer: Viewer) -> HeadFolder:
    """Return what waits for a head in the agencies in sight, the oldest first, at most 100 of each."""
    cases = EnforcementCase.objects.filter(agency__in=viewer.sight)
    return HeadFolder(
        on=viewer.on,
        judgments=[judgment_line(row) for row in _waiting_judgments(viewer)],
        requests=[request_line(row) for row in _waiting_requests(viewer)],
        unassigned=_rows(cases.filter(status=S.DECIDED.value, bailiff="")),
        unable_proposed=_due(
            viewer, cases.filter(_found_not_able()), lambda due: due.key == "unable.decision"
        ),
        separate_ledger_due=_ripe(viewer, cases),
        deferrals_ended=_due(
            viewer,
            cases.filter(status=S.DEFERRED.value, until__lt=viewer.on),
            lambda due: due.key == "deferral.resumption",
        ),
        to_finish=_rows(cases.filter(is_open=True, remaining=0, owed__gt=0)),
    )


def _waiting_judgments(viewer: Viewer) -> QuerySet[Judgment]:
    found = Judgment.objects.filter(agency__in=viewer.sight, awaits_decision=True)
    return found.order_by("received_on", "id").prefetch_related("parties")[:MOST_WAITING]


def _waiting_requests(viewer: Viewer) -> QuerySet[EnforcementRequest]:
    found = EnforcementRequest.objects.filter(agency__in=viewer.sight, status=RequestStatus.RECEIVED.value)
    return found.order_by("received_on", "id").select_related("judgment")[:MOST_WAITING]


def _found_not_able() -> Q:
    return Q(status=S.VERIFYING.value, last_found=VerificationResult.NOT_ABLE.value)


def _ripe(viewer: Viewer, cases: QuerySet[EnforcementCase]) -> Sequence[DueCase]:
    """Return cases whose waiting time in the ordinary books is over."""
    old = viewer.on - timedelta(days=365)
    unable = cases.filter(status=S.UNABLE.value, since__lte=old)
    keys = {"unable.separate_ledger", "unable.separate_ledger_long", "unable.return_of_request"}
    return _due(viewer, unable, lambda due: due.key in keys and due.due_on <= viewer.on)


def _due(viewer: Viewer, cases: QuerySet[EnforcementCase], fits: Callable[[Due], bool]) -> Sequence[DueCase]:
    found = _with_dues(viewer, cases.order_by("since", *BY_DECISION)[: 5 * MOST_WAITING])
    chosen = [DueCase(case.row, tuple(due for due in case.dues if fits(due))) for case in found]
    return [case for case in chosen if case.dues][:MOST_WAITING]


def _rows(cases: QuerySet[EnforcementCase]) -> Sequence[CaseRow]:
    return as_rows(cases.only(*ROW_FIELDS).order_by(*BY_DECISION)[:MOST_WAITING])


def _with_dues(viewer: Viewer, cases: Iterable[EnforcementCase]) -> Sequence[DueCase]:
    rows = list(cases.only(*ROW_FIELDS) if isinstance(cases, QuerySet) else cases)
    return [
        DueCase(row, dues_of(standing_of(case), on=viewer.on))
        for case, row in zip(rows, as_rows(rows), strict=True)
    ]
