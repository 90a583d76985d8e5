"""A bailiff's desk: what he has to do next, what he proposes to the head, which measures are under way."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from uuid import UUID

from django.db.models import QuerySet

from thads.enforcement.cases.models import EnforcementCase
from thads.enforcement.cases.rules.desk_pages import Desk, DeskMeasure
from thads.enforcement.cases.rules.dues import DeskShare, share_of
from thads.enforcement.cases.rules.facts import CoercionDecided, SecurityOrdered
from thads.enforcement.cases.rules.histories import SUBJECT, from_ledger, known_before
from thads.enforcement.cases.rules.numbers import number_key
from thads.enforcement.cases.rules.order_lines import measure_lines
from thads.enforcement.cases.rules.order_pages import MeasureLine
from thads.enforcement.cases.rules.pages import DueCase
from thads.enforcement.cases.rules.vocabulary import CoercionStep
from thads.enforcement.cases.showing import BY_DECISION, as_due_cases
from thads.enforcement.deadlines.rules.due_items import urgency_bounds
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import queries as ledger
from thads.foundation.organisation import queries as organisation

MEASURES = (SecurityOrdered.kind, CoercionDecided.kind)
"""Orders that begin a measure."""


def desk(viewer: Viewer, *, bailiff: str = "") -> Desk:
    """Return the open cases of a bailiff, the viewer's own when none is named, by what is due and how soon:
    late, today, within three working days, later.
    """
    due_cases = as_due_cases(viewer, _open_cases(viewer, bailiff).order_by(*BY_DECISION))
    soon, _following = urgency_bounds(viewer.on)
    shares = defaultdict[DeskShare, list[DueCase]](list)
    for case in due_cases:
        share, dues = share_of(case.dues, on=viewer.on, soon=soon)
        shares[share].append(DueCase(case.row, dues))
    for share in shares.keys() - {DeskShare.QUIET}:
        shares[share].sort(key=lambda case: (case.dues[0].due_on, number_key(case.row.number)))
    return Desk(
        on=viewer.on,
        overdue=shares[DeskShare.OVERDUE],
        today=shares[DeskShare.TODAY],
        soon=shares[DeskShare.SOON],
        to_propose=shares[DeskShare.TO_PROPOSE],
        later=shares[DeskShare.LATER],
        quiet=[case.row for case in shares[DeskShare.QUIET]],
        open_cases=len(due_cases),
        remaining=sum(case.row.remaining for case in due_cases),
    )


def desk_measures(viewer: Viewer, *, bailiff: str = "") -> Sequence[DeskMeasure]:
    """Return the measures that stand in the open cases of a bailiff, each with the step it waits for, the
    nearest day of coercion first.
    """
    return _with_measures(viewer, _open_cases(viewer, bailiff))


def plans_to_approve(viewer: Viewer) -> Sequence[DeskMeasure]:
    """Return the coercions with forces in sight whose plan is drafted and waits for approval (L08 Đ72; L25
    Đ72.6; N152 Đ46).
    """
    cases = EnforcementCase.objects.filter(is_open=True, agency__in=viewer.sight)
    coerced = cases.filter(orders__kind=CoercionDecided.kind)
    found = _with_measures(viewer, coerced)
    return [one for one in found if one.measure.next_step is CoercionStep.PLAN_APPROVED]


def _open_cases(viewer: Viewer, bailiff: str) -> QuerySet[EnforcementCase]:
    codes = {bailiff} if bailiff else viewer.staff_codes
    return EnforcementCase.objects.filter(bailiff__in=codes, is_open=True, agency__in=viewer.sight)


def _with_measures(viewer: Viewer, cases: QuerySet[EnforcementCase]) -> Sequence[DeskMeasure]:
    """Fold only the cases that have an order of a measure: they are few."""
    rows = cases.filter(orders__kind__in=MEASURES).distinct()
    by_id = {case.uuid: case for case in rows.only("uuid", "number", "agency", "debtor", "bailiff")}
    names = organisation.staff_names() if by_id else {}
    found = [
        DeskMeasure(
            case.uuid, case.number, case.agency, case.debtor, case.bailiff, names.get(case.bailiff, ""), line
        )
        for case_id, lines in _measures_of(list(by_id), viewer.on)
        for case in (by_id[case_id],)
        for line in lines
    ]
    return sorted(found, key=lambda one: (one.measure.planned_on or date.max, one.measure.ordered_on))


def _measures_of(case_ids: Sequence[UUID], on: date) -> Iterator[tuple[UUID, Sequence[MeasureLine]]]:
    for case_id, entries in groupby(
        ledger.entries_of_many(SUBJECT, case_ids), key=lambda one: one.subject_id
    ):
        lines = from_ledger(list(entries))
        state, _told = known_before(lines, date.max)
        if state is not None:
            yield case_id, [one for one in measure_lines(state, lines, on=on) if one.ended_on is None]
