"""Results of an agency held against targets, pace, the same period, the country and its cluster."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, datetime

from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.rules.agencies import AgencyKind, AgencyThen, AgencyTree, successor_of
from thads.kernel.periods import Period
from thads.kernel.refusals import Refusal
from thads.reporting.counting import queries as counting
from thads.reporting.counting.queries import Field
from thads.reporting.counting.rules.cells import Figure
from thads.reporting.counting.rules.codes import Line
from thads.reporting.counting.rules.questions import Question
from thads.steering.targets.queries.campaigns import campaign_result, stock_by_age
from thads.steering.targets.queries.reported import reported_figures
from thads.steering.targets.queries.setting import TargetThen, all_targets, campaigns_of, cluster_of
from thads.steering.targets.rules import rights as _rights  # noqa: F401  (its sentences)
from thads.steering.targets.rules.board import (
    DimensionResult,
    Figures,
    Goal,
    RankIn,
    Results,
    RowResult,
    amount_of,
)
from thads.steering.targets.rules.cohort import CampaignResult
from thads.steering.targets.rules.ranking import Contender, Ranking, rank
from thads.steering.targets.rules.vocabulary import Dimension, TargetTier

SMALLEST_BAILIFF_BASE = 20
"""A bailiff with fewer able cases is not ranked: one case more or less would decide."""

COUNTRY = "toàn quốc"


@dataclass(frozen=True, slots=True)
class _Counted:
    """The figures of one question, by bailiff and agency of the opening."""

    by_bailiff: Mapping[tuple[str, str], Figures]

    def of(self, agencies: frozenset[str]) -> Figures:
        return _added(figures for (agency, _), figures in self.by_bailiff.items() if agency in agencies)

    def bailiffs(self, agencies: frozenset[str]) -> Sequence[tuple[str, str]]:
        return sorted(key for key in self.by_bailiff if key[0] in agencies and key[1])


@dataclass(frozen=True, slots=True)
class _Board:
    """What every row is made from: both countings, the targets, the tree, the question."""

    viewer: Viewer
    asked: Question
    tree: AgencyTree
    now: _Counted
    before: _Counted
    reported_now: Mapping[str, Figures]
    reported_before: Mapping[str, Figures]
    targets: Sequence[TargetThen]
    names: Mapping[str, str]

    def reach(self, code: str) -> frozenset[str]:
        """Return the agency, all below it, and those whose work they took over."""
        standing = self.tree.reach(code)
        edges = organisation.successions()
        followed = {
            agency
            for agency, _ in self.now.by_bailiff
            if successor_of(agency, edges, on=self.asked.as_of) in standing
        }
        return standing | followed


def results(
    viewer: Viewer,
    *,
    agency: str,
    period: Period,
    as_of: date | None = None,
    known_at: datetime | None = None,
) -> Results:
    """Return the results of an agency: totals, units, bailiffs, goals, places, campaigns, age of the stock.

    Refuses an agency that did not stand on the day or is out of the viewer's sight.
    """
    asked = counting.question(viewer, period=period, as_of=as_of, known_at=known_at)
    tree = organisation.agency_tree(on=asked.as_of)
    if agency not in tree:
        raise Refusal("targets.agency_unknown", agency=agency, on=asked.as_of)
    if not viewer.sees(agency):
        raise Refusal("access.not_in_sight", name=viewer.name)
    board = _board(viewer, asked, tree)
    reach = board.reach(agency)
    country, cluster = _ranked_in(board, agency)
    is_centre = tree[agency].kind is AgencyKind.CENTRAL
    units = [_agency_row(board, unit) for unit in tree.children(agency) if _has_figures(board, unit)]
    bailiffs = [] if is_centre else [_bailiff_row(board, *key) for key in board.now.bailiffs(reach)]
    in_office = {one.code for one in organisation.bailiffs(reach, on=asked.as_of)}
    ageing = stock_by_age(
        viewer, agencies=reach, period=period, as_of=asked.as_of, known_at=asked.known_at
    )  # fmt: skip
    return Results(
        agency=agency, name=tree[agency].name, period=period, as_of=asked.as_of, known_at=asked.known_at,
        total=_agency_row(board, tree[agency]), units=_placed(units),
        bailiffs=_placed(bailiffs, SMALLEST_BAILIFF_BASE, in_office), country=country, cluster=cluster,
        ageing=tuple(ageing), nation=_nation(board), campaigns=_campaigns(board, agency, reach),
    )  # fmt: skip


def _board(viewer: Viewer, asked: Question, tree: AgencyTree) -> _Board:
    last_year = _year_earlier(asked)
    return _Board(
        viewer=viewer, asked=asked, tree=tree,
        now=_counted(viewer, asked), before=_counted(viewer, last_year),
        reported_now=reported_figures(viewer, asked), reported_before=reported_figures(viewer, last_year),
        targets=all_targets(viewer, year=asked.period.year, on=asked.as_of), names=organisation.staff_names(),
    )  # fmt: skip


def _counted(viewer: Viewer, asked: Question) -> _Counted:
    found = counting.figures(viewer, asked, by=[Field.AGENCY, Field.BAILIFF])
    return _Counted({(agency, bailiff): figures for (agency, bailiff), figures in found.items()})


def _year_earlier(asked: Question) -> Question:
    """Return the question of the same period last year, as of the same day (statistics.md 7)."""
    period = asked.period.same_period_last_year()
    if asked.as_of == asked.period.end:
        return Question.of(period, known_at=asked.known_at)
    day = asked.as_of
    try:
        earlier = day.replace(year=day.year - 1)
    except ValueError:
        earlier = date(day.year - 1, 2, 28)
    return Question.of(period, known_at=asked.known_at, as_of=earlier)


# ---------------------------------------------------------------- rows


def _agency_row(board: _Board, agency: AgencyThen) -> RowResult:
    """Return an agency's row: counted, or where nothing is counted, as it reported."""
    now, reported = _figures_now(board, agency)
    before = _figures_before(board, agency)
    goals = {
        target.dimension: target
        for target in board.targets
        if target.agency == agency.code and not target.bailiff and _own(target, agency)
    }
    name = agency.name if agency.kind is not AgencyKind.OPERATIONS_ROOM else agency.short_name
    return _row(board, agency.code, "", name, now, before, goals, reported=reported)


def _figures_now(board: _Board, agency: AgencyThen) -> tuple[Figures, bool]:
    """Return the agency's figures, and whether they are reported; the centre's sum up its provinces."""
    counted = board.now.of(board.reach(agency.code))
    if agency.kind is AgencyKind.CENTRAL and board.reported_now:
        below = [_figures_now(board, child)[0] for child in board.tree.children(agency.code)]
        return _added_where_all_have(below), True
    if not _any(counted) and agency.code in board.reported_now:
        return board.reported_now[agency.code], True
    return counted, False


def _figures_before(board: _Board, agency: AgencyThen) -> Figures:
    earlier = replace(board, now=board.before, reported_now=board.reported_before)
    return _figures_now(earlier, agency)[0]


def _added_where_all_have(found: Sequence[Figures]) -> Figures:
    """Add only the lines that everybody tells: a sum with gaps would be a wrong figure."""
    told = [figures for figures in found if figures]
    lines = set.intersection(*(set(figures) for figures in told)) if told else set()
    return _added({line: figures[line] for line in lines} for figures in told)


def _own(target: TargetThen, agency: AgencyThen) -> bool:
    """Say whether the target is of the agency's own tier; the nation's is the centre's."""
    if agency.kind is AgencyKind.CENTRAL:
        return target.tier is TargetTier.CENTRE
    return target.tier in (TargetTier.PROVINCE, TargetTier.UNIT)


def _bailiff_row(board: _Board, agency: str, bailiff: str) -> RowResult:
    goals = {t.dimension: t for t in board.targets if t.bailiff == bailiff and t.agency == agency}
    key = (agency, bailiff)
    now, before = board.now.by_bailiff[key], board.before.by_bailiff.get(key, {})
    return _row(board, agency, bailiff, board.names.get(bailiff, bailiff), now, before, goals)


def _row(
    board: _Board, agency: str, bailiff: str, name: str, now: Figures, before: Figures,
    goals: Mapping[Dimension, TargetThen], *, reported: bool = False,
) -> RowResult:  # fmt: skip
    cases, money = (
        DimensionResult(dimension, now, before, board.asked.period.months, _goal(goals.get(dimension)))
        for dimension in Dimension
    )
    return RowResult(agency, bailiff, name, cases, money, reported)


def _goal(target: TargetThen | None) -> Goal | None:
    if target is None:
        return None
    return Goal(target.value, target.tier, target.decision_no, target.decided_on, target.invented)


def _has_figures(board: _Board, agency: AgencyThen) -> bool:
    return _any(board.now.of(board.reach(agency.code))) or agency.code in board.reported_now


def _any(figures: Figures) -> bool:
    return any(figure.cases or figure.amount for figure in figures.values())


def _added(found: Iterable[Figures]) -> Figures:
    total: dict[Line, Figure] = {}
    for figures in found:
        for line, figure in figures.items():
            total[line] = total.get(line, Figure()) + figure
    return total


# ---------------------------------------------------------------- places


def _placed(
    rows: Sequence[RowResult], smallest_base: int = 1, in_office: Set[str] | None = None
) -> tuple[RowResult, ...]:
    """Give every row its place among the others; small ones, by cases, and who left office have none."""
    ranked = [
        row for row in rows
        if row.cases.able >= smallest_base and (in_office is None or row.bailiff in in_office)
    ]  # fmt: skip
    ranking = {dimension: _ranking(ranked, dimension) for dimension in Dimension}

    def place(row: RowResult, dimension: Dimension) -> DimensionResult:
        return replace(row.of(dimension), place=ranking[dimension].of_agency(_key(row)))

    return tuple(
        replace(row, cases=place(row, Dimension.CASES), money=place(row, Dimension.MONEY)) for row in rows
    )


def _ranking(rows: Sequence[RowResult], dimension: Dimension) -> Ranking:
    return rank(Contender(_key(row), row.of(dimension).finished, row.of(dimension).able) for row in rows)


def _key(row: RowResult) -> str:
    return f"{row.agency}/{row.bailiff}"


def _ranked_in(board: _Board, agency: str) -> tuple[RankIn | None, RankIn | None]:
    """Rank a province in the country and in its cluster; others have no such place."""
    if board.tree[agency].kind is not AgencyKind.PROVINCE:
        return None, None
    above = board.tree[agency].parent  # the country is who stands beside it under the same centre
    beside = board.tree.children(above) if above is not None else [board.tree[agency]]
    provinces = [one for one in beside if one.kind is AgencyKind.PROVINCE]
    cluster = cluster_of(board.viewer, agency=agency, on=board.asked.as_of)
    country = _rank_in(board, COUNTRY, [one.code for one in provinces])
    return country, None if cluster is None else _rank_in(board, cluster.name, cluster.members)


def _rank_in(board: _Board, name: str, agencies: Sequence[str]) -> RankIn:
    figures = {code: _figures_of(board, code) for code in agencies}
    return RankIn(
        name,
        {
            dimension: rank(_contender(code, found, dimension) for code, found in figures.items())
            for dimension in Dimension
        },
    )


def _figures_of(board: _Board, code: str) -> Figures | None:
    counted = board.now.of(board.reach(code)) if code in board.tree else {}
    return counted if _any(counted) else board.reported_now.get(code)


def _contender(code: str, figures: Figures | None, dimension: Dimension) -> Contender:
    if figures is None:
        return Contender(code, None, None)
    return Contender(code, amount_of(figures, Line.C8, dimension), amount_of(figures, Line.C7, dimension))


def _nation(board: _Board) -> tuple[tuple[Dimension, Goal], ...]:
    tiers = (TargetTier.ASSEMBLY, TargetTier.CENTRE)
    found = [(t.dimension, _goal(t)) for t in board.targets if t.tier in tiers]
    return tuple((dimension, goal) for dimension, goal in found if goal is not None)


def _campaigns(board: _Board, agency: str, reach: frozenset[str]) -> tuple[CampaignResult, ...]:
    asked = board.asked
    return tuple(
        campaign_result(
            board.viewer,
            campaign,
            agencies=reach,
            period=asked.period,
            as_of=asked.as_of,
            known_at=asked.known_at,
        )
        for campaign in campaigns_of(board.viewer, agency=agency, year=asked.period.year)
    )
