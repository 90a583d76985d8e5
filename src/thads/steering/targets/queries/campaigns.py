"""Campaign cohorts and the age of the stock, from the facts of the carried cases themselves."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from thads.enforcement.cases.rules.facts import DecisionIssued
from thads.enforcement.cases.rules.histories import SUBJECT
from thads.enforcement.cases.rules.state import CaseState, fold
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import queries as ledger
from thads.foundation.ledger.rules.entries import Entry, effective
from thads.kernel.periods import Period
from thads.reporting.counting import queries as counting
from thads.reporting.counting.queries import CaseRef, Field
from thads.reporting.counting.rules.cells import Figure
from thads.reporting.counting.rules.codes import Line
from thads.reporting.counting.rules.questions import Question
from thads.reporting.counting.rules.standing import OPEN_ORDER, line_of
from thads.steering.targets.queries.setting import CampaignSet
from thads.steering.targets.rules.board import AgeGroup
from thads.steering.targets.rules.cohort import CampaignResult, CohortMember, Half, anniversary, entry_day

STILL_ABLE = frozenset({Line.C11, Line.C12, Line.C13})
AGES = (
    (0, 1, "Dưới 1 năm"), (1, 3, "Từ 1 năm đến dưới 3 năm"), (3, 5, "Từ 3 năm đến dưới 5 năm"),
    (5, None, "Từ 5 năm trở lên"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CarriedCase:
    """A case carried into the year with its facts."""

    ref: CaseRef
    decided_on: date
    entries: tuple[Entry, ...]

    def state_on(self, day: date, known_at: datetime) -> CaseState | None:
        return fold(effective(self.entries, as_of=day, known_at=known_at))


def campaign_result(
    viewer: Viewer,
    campaign: CampaignSet,
    *,
    agencies: frozenset[str],
    period: Period,
    as_of: date | None = None,
    known_at: datetime | None = None,
) -> CampaignResult:
    """Return the campaign's cohort among the cases of these agencies, and which of it is solved."""
    asked = counting.question(viewer, period=period, as_of=as_of, known_at=known_at)
    carried = _carried(viewer, asked, agencies)
    solved = {ref.case_id for ref in _members(viewer, asked, Line.C8, agencies)}
    members = (_member(case, asked, case.ref.case_id in solved) for case in carried.values())
    return CampaignResult(
        campaign.code, campaign.name, campaign.target, tuple(m for m in members if m is not None)
    )


def stock_by_age(
    viewer: Viewer,
    *,
    agencies: frozenset[str],
    period: Period,
    as_of: date | None = None,
    known_at: datetime | None = None,
) -> Sequence[AgeGroup]:
    """Return the open stock (c17) by the age of the decision: cases and đồng left."""
    asked = counting.question(viewer, period=period, as_of=as_of, known_at=known_at)
    carried = _carried(viewer, asked, agencies)
    counts = [[0, 0] for _ in AGES]
    for ref in _behind(viewer, asked, Line.C17, agencies):
        case = carried.get(ref.case_id)
        place = _age(case.decided_on, asked.as_of) if case is not None else 0
        counts[place][0] += ref.is_member
        counts[place][1] += ref.amount
    return [
        AgeGroup(label, over, under, Figure(*count))
        for (over, under, label), count in zip(AGES, counts, strict=True)
    ]


def _age(decided_on: date, on: date) -> int:
    """Return the place in `AGES`: how many whole years the decision is old."""
    years = on.year - decided_on.year
    while years > 0 and _years_after(decided_on, years) > on:
        years -= 1
    return next(place for place, (_, under, _) in enumerate(AGES) if under is None or years < under)


def _years_after(day: date, years: int) -> date:
    for _ in range(years):
        day = anniversary(day)
    return day


def _member(case: CarriedCase, asked: Question, solved: bool) -> CohortMember | None:
    """Return the case as a member of the cohort, None when it did not belong on the day that counts."""
    entry = entry_day(case.decided_on, opening=asked.start, as_of=asked.as_of)
    if entry is None:
        return None
    half, day = entry
    state = case.state_on(day, asked.known_at)
    if state is None or not state.is_open or not _is_able(state):
        return None
    return CohortMember(str(case.ref.case_id), case.ref.number, case.ref.agency, Half(half), solved)


def _is_able(state: CaseState) -> bool:
    found = {line_of(line) for line in state.obligations}
    return next(line for line in OPEN_ORDER if line in found) in STILL_ABLE


_KEPT: dict[tuple[object, ...], Mapping[UUID, CarriedCase]] = {}
"""The last answer of `_carried`: the ledger only grows, so the same position gives the same cases."""


def _carried(viewer: Viewer, asked: Question, agencies: frozenset[str]) -> Mapping[UUID, CarriedCase]:
    """Return the cases carried into the year (c2) with their facts.

    A case of the cohort is always among them: who was able within the year is not yet in the separate ledger.
    """
    refs = _members(viewer, asked, Line.C2, agencies)
    key = (_newest(), asked, tuple(ref.case_id for ref in refs))
    if key not in _KEPT:
        found = _read(refs)
        _KEPT.clear()
        _KEPT[key] = found
    return _KEPT[key]


def _newest() -> tuple[object, ...]:
    """Return what tells this state of the ledger from every other: its position and its newest fact."""
    position = ledger.last_position()
    newest = ledger.entries_after(position - 1, subject_kind=SUBJECT, limit=1)
    return (position, *((entry.subject_id, entry.kind, entry.recorded_at) for entry in newest))


def _read(refs: Sequence[CaseRef]) -> Mapping[UUID, CarriedCase]:
    by_id = {ref.case_id: ref for ref in refs}
    entries: dict[UUID, list[Entry]] = {}
    for entry in ledger.entries_of_many(SUBJECT, by_id):
        entries.setdefault(entry.subject_id, []).append(entry)
    return {
        case_id: CarriedCase(by_id[case_id], _decided_on(found), tuple(found))
        for case_id, found in entries.items()
    }


def _decided_on(entries: Iterable[Entry]) -> date:
    return next(entry.took_effect for entry in entries if entry.kind == DecisionIssued.kind)


def _behind(viewer: Viewer, asked: Question, line: Line, agencies: frozenset[str]) -> Sequence[CaseRef]:
    return counting.cases_behind(viewer, asked, line=line, where={Field.AGENCY: agencies})


def _members(viewer: Viewer, asked: Question, line: Line, agencies: frozenset[str]) -> Sequence[CaseRef]:
    return [ref for ref in _behind(viewer, asked, line, agencies) if ref.is_member]
