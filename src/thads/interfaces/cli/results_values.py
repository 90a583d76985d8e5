"""Results as plain values for JSON: counts and đồng as whole numbers, rates as strings of two decimals."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from thads.reporting.counting.rules.codes import LINES, Line
from thads.steering.targets.rules.board import AgeGroup, DimensionResult, Goal, RankIn, Results, RowResult
from thads.steering.targets.rules.cohort import CampaignResult, CohortCount
from thads.steering.targets.rules.ranking import Place, Ranking
from thads.steering.targets.rules.rates import CountChange, cut, rounded
from thads.steering.targets.rules.vocabulary import Dimension

Value = object


def results_value(found: Results) -> dict[str, Value]:
    """Return everything of a board as values that JSON holds."""
    return {
        "agency": found.agency,
        "name": found.name,
        "period": str(found.period),
        "as_of": found.as_of.isoformat(),
        "known_at": found.known_at.isoformat(),
        **row_value(found.total),
        "cells": {line: _figure(found.total, line) for line in LINES},
        "rank": {
            "country": _rank(found.country, found.agency),
            "cluster": _rank(found.cluster, found.agency),
        },
        "nation_targets": [{"dimension": one, **_goal(goal)} for one, goal in found.nation],
        "units": [row_value(row) for row in found.units],
        "bailiffs": [row_value(row) for row in found.bailiffs],
        "campaigns": [_campaign(one) for one in found.campaigns],
        "ageing": [_age(group) for group in found.ageing],
    }


def row_value(row: RowResult) -> dict[str, Value]:
    """Return one row: an agency or a bailiff."""
    return {
        "agency": row.agency,
        "bailiff": row.bailiff or None,
        "name": row.name,
        "reported": row.reported,
        "to_enforce": _figure(row, Line.C6),
        "enforceable": _figure(row, Line.C7),
        "finished": _figure(row, Line.C8),
        "carried_on": _figure(row, Line.C17),
        "rate": _both(row, lambda one: written(one.rate)),
        "target": _both(row, lambda one: None if one.goal is None else _goal(one.goal)),
        "share_of_plan": _both(row, lambda one: _of_standing(one, "share_of_plan")),
        "share_of_plan_cut": _both(row, _share_cut),
        "points_to_target": _both(row, lambda one: _of_standing(one, "points")),
        "pace": _both(row, lambda one: _of_standing(one, "pace")),
        "points_to_pace": _both(row, lambda one: _of_standing(one, "points_to_pace")),
        "place": _both(row, lambda one: _place(one.place)),
        "same_period": {
            "finished": _both(row, lambda one: _change(one.change(Line.C8))),
            "new": _both(row, lambda one: _change(one.change(Line.C3))),
            "to_enforce": _both(row, lambda one: _change(one.change(Line.C6))),
            "enforceable": _both(row, lambda one: _change(one.change(Line.C7))),
            "rate": _both(row, _rate_change),
        },
    }


def written(value: Fraction | None) -> str | None:
    """Return a rate or distance rounded half up at two decimals, as a string; None when there is none."""
    return None if value is None else str(rounded(value))


def _both(row: RowResult, of: Callable[[DimensionResult], Value]) -> dict[str, Value]:
    return {dimension.value: of(row.of(dimension)) for dimension in Dimension}


def _figure(row: RowResult, line: Line) -> dict[str, Value]:
    return {"cases": row.cases.count(line), "amount": row.money.count(line)}


def _of_standing(one: DimensionResult, name: str) -> str | None:
    return None if one.standing is None else written(getattr(one.standing, name))


def _share_cut(one: DimensionResult) -> str | None:
    share = None if one.standing is None else one.standing.share_of_plan
    return None if share is None else str(cut(share))


def _goal(goal: Goal) -> dict[str, Value]:
    return {
        "value": str(goal.value.normalize()),
        "tier": goal.tier.value,
        "decision_no": goal.decision_no,
        "decided_on": goal.decided_on.isoformat(),
        "invented": goal.invented,
    }


def _change(change: CountChange) -> dict[str, Value]:
    return {"before": change.before, "difference": change.difference, "growth": written(change.growth)}


def _rate_change(one: DimensionResult) -> dict[str, Value]:
    return {"before": written(one.rate_change.before), "points": written(one.rate_change.points)}


def _place(place: Place | None) -> dict[str, Value] | None:
    return None if place is None else {"place": place.place, "of": place.of, "tied": place.tied}


def _rank(found: RankIn | None, agency: str) -> dict[str, Value] | None:
    if found is None:
        return None
    places = {dimension.value: _place(found.place(agency, dimension)) for dimension in Dimension}
    return {"name": found.name, **places, "excluded": {d.value: _excluded(found.by[d]) for d in Dimension}}


def _excluded(ranking: Ranking) -> Mapping[str, str]:
    return {agency: reason.value for agency, reason in sorted(ranking.excluded.items())}


def _campaign(found: CampaignResult) -> dict[str, Value]:
    return {
        "code": found.code,
        "name": found.name,
        "target": str(found.target.normalize()),
        **_cohort(found.whole),
        "points_over_target": written(found.points),
        "carried": _cohort(found.carried),
        "arising": _cohort(found.arising),
        "members": [
            {"number": one.number, "agency": one.agency, "half": one.half.value, "solved": one.solved}
            for one in found.whole.members
        ],
    }


def _cohort(found: CohortCount) -> dict[str, Value]:
    return {"solved": found.solved, "total": found.total, "rate": written(found.rate)}


def _age(group: AgeGroup) -> dict[str, Value]:
    years = {"over_years": group.over_years, "under_years": group.under_years}
    return {"label": group.label, **years, "cases": group.figure.cases, "amount": group.figure.amount}
