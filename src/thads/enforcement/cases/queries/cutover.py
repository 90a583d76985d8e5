"""Takings over of old books: how far each is, which rows are in, which duties are enforced elsewhere."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from thads.enforcement.cases.models import CutOver, CutOverRow, EnforcementCase, Obligation
from thads.enforcement.cases.rules.cutover import CutOverRow as CutOverLine
from thads.enforcement.cases.rules.duplicates import DutyLike, Enforced, bare
from thads.enforcement.cases.rules.vocabulary import ObligationKind, ObligationStatus
from thads.enforcement.cases.taken_over import cut_over_line
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.refusals import Refusal

PORTION = 500
"""Days, or cases, asked for at once."""

JudgmentKey = tuple[str, date]


def cut_overs(viewer: Viewer) -> Sequence[CutOverLine]:
    """Return the takings over of agencies in sight, the newest first."""
    rows = CutOver.objects.filter(agency__in=viewer.sight).order_by("-begun_at", "-id")
    return [cut_over_line(row) for row in rows]


def cut_over(viewer: Viewer, cut_over_id: UUID) -> CutOverLine:
    """Return one taking over; refuses one out of sight."""
    row = CutOver.objects.filter(agency__in=viewer.sight, uuid=cut_over_id).first()
    if row is None:
        raise Refusal("cases.cut_over_unknown", name=viewer.name)
    return cut_over_line(row)


def carried_rows(viewer: Viewer, *, agency: str, on: date) -> Mapping[str, frozenset[str]]:
    """Return the rows taken over from an agency's books of a day, by number of the case they became."""
    rows = CutOverRow.objects.filter(
        cut_over__agency__in=viewer.sight & {agency}, cut_over__carried_on=on
    ).values_list("case__number", "digest")
    found: dict[str, set[str]] = {}
    for number, digest in rows.iterator(chunk_size=20_000):
        found.setdefault(number, set()).add(digest)
    return {number: frozenset(digests) for number, digests in found.items()}


def enforced_at_others(
    viewer: Viewer, judgments: Iterable[JudgmentKey], *, agency: str
) -> Mapping[JudgmentKey, Sequence[Enforced]]:
    """Return what other agencies and private offices enforce on these judgments, by number (bare) and day.

    One duty is not enforced twice, wherever it is (L25 Đ34.4đ): so other agencies are looked at whatever the
    sight, and only number and agency of the case are told.
    """
    assert viewer.sees(agency)
    wanted = set(judgments)
    keys: dict[int, JudgmentKey] = {}
    for pk, number, day in _others(sorted({day for _number, day in wanted}), agency):
        if (key := (bare(number), day)) in wanted:
            keys[pk] = key
    found: dict[JudgmentKey, list[Enforced]] = {}
    for obligation in _obligations(sorted(keys)):
        found.setdefault(keys[obligation.case.pk], []).append(_enforced(obligation))
    return found


def _others(days: Sequence[date], agency: str) -> Iterator[tuple[int, str, date]]:
    for start in range(0, len(days), PORTION):
        rows = EnforcementCase.objects.filter(judgment_on__in=days[start : start + PORTION])
        columns = rows.exclude(agency=agency).values_list("pk", "judgment_no", "judgment_on")
        yield from ((pk, number, day) for pk, number, day in columns.iterator() if day is not None)


def _obligations(cases: Sequence[int]) -> Iterator[Obligation]:
    for start in range(0, len(cases), PORTION):
        chosen = cases[start : start + PORTION]
        yield from Obligation.objects.filter(case_id__in=chosen).select_related("case").order_by("id")


def _enforced(row: Obligation) -> Enforced:
    duty = DutyLike(ObligationKind(row.kind), row.amount, row.debtor, row.creditor)
    return Enforced(duty, ObligationStatus(row.status), row.case.number, row.case.agency)
