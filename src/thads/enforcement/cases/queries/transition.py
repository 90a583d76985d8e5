"""The list of the switch of 1/7/2026: every open case, what the law of 2025 asks of it, what the head has
reviewed (L25 Đ116; N152 Đ115). Nothing is changed by looking.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from thads.enforcement.cases.models import EnforcementCase, TransitionReview
from thads.enforcement.cases.rules.histories import SUBJECT, from_ledger
from thads.enforcement.cases.rules.moves import L25_SINCE
from thads.enforcement.cases.rules.pages import CaseRow
from thads.enforcement.cases.rules.transition import (
    Finding,
    TransitionRow,
    TransitionTask,
)
from thads.enforcement.cases.showing import BY_DECISION, as_rows
from thads.enforcement.cases.switching import findings_told
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import queries as ledger
from thads.foundation.organisation import queries as organisation
from thads.kernel.refusals import Refusal

PORTION = 500
"""Cases folded at once."""

Reviews = Mapping[tuple[int, str], TransitionReview]


def transition_list(
    viewer: Viewer, *, agency: str, on: date, task: TransitionTask | None = None
) -> Sequence[TransitionRow]:
    """Return what the switch asks of the open cases of an agency and those below it in sight, by case.

    Before 1/7/2026 it is a dry run as of that day; what was reviewed stays in the list with what was decided.
    Refuses an agency out of sight.
    """
    if not viewer.sees(agency):
        raise Refusal("access.not_in_sight", name=viewer.name)
    agencies = organisation.agency_tree(on=on).reach(agency) & viewer.sight | {agency}
    reviews = {(one.case_id, one.task): one for one in TransitionReview.objects.filter(agency__in=agencies)}
    rows = list(_rows(agencies, reviews, on))
    return [row for row in rows if task is None or row.task is task]


def _rows(agencies: frozenset[str], reviews: Reviews, on: date) -> Iterator[TransitionRow]:
    before = EnforcementCase.objects.filter(agency__in=agencies, decided_on__lt=L25_SINCE)
    reviewed = {case for case, _ in reviews}
    cases = [
        case
        for case in before.select_related("request").order_by(*BY_DECISION)
        if case.is_open or case.pk in reviewed
    ]
    for start in range(0, len(cases), PORTION):
        yield from _portion(cases[start : start + PORTION], reviews, on)


def _portion(cases: Sequence[EnforcementCase], reviews: Reviews, on: date) -> Iterator[TransitionRow]:
    entries = ledger.entries_of_many(SUBJECT, [case.uuid for case in cases])
    told = {case: from_ledger(group) for case, group in groupby(entries, key=lambda one: one.subject_id)}
    shown = as_rows(cases)
    for case, row in zip(cases, shown, strict=True):
        known = {task: review for (pk, task), review in reviews.items() if pk == case.pk}
        found = {one.task.value: one for one in findings_told(case, told[case.uuid], on)}
        for task in TransitionTask:
            if task.value in known or task.value in found:
                yield _row(row, task, found.get(task.value), known.get(task.value))


def _row(
    case: CaseRow, task: TransitionTask, found: Finding | None, review: TransitionReview | None
) -> TransitionRow:
    return TransitionRow(
        case_id=case.case_id, number=case.number, agency=case.agency, bailiff_name=case.bailiff_name,
        debtor=case.debtor, creditor=case.creditor, status=case.status, remaining=case.remaining, task=task,
        finding=found, is_confirmed=review.is_confirmed if review else None,
        reviewed_on=review.reviewed_on if review else None, reason=review.reason if review else "",
    )  # fmt: skip
