"""The results of an agency in a period as values: every figure with what it was computed from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from thads.kernel.periods import Period
from thads.reporting.counting.rules.cells import Figure
from thads.reporting.counting.rules.codes import Line
from thads.steering.targets.rules.cohort import CampaignResult
from thads.steering.targets.rules.ranking import Place, Ranking
from thads.steering.targets.rules.rates import CountChange, RateChange, Standing, percent
from thads.steering.targets.rules.vocabulary import Dimension, TargetTier

Figures = Mapping[Line, Figure]


@dataclass(frozen=True, slots=True)
class Goal:
    """The target of a row's own tier: percent, and the decision that set it."""

    value: Decimal
    tier: TargetTier
    decision_no: str
    decided_on: date
    invented: bool = False


def amount_of(figures: Figures, line: Line, dimension: Dimension) -> int:
    """Return a line's cases or its đồng."""
    figure = figures.get(line, Figure())
    return figure.cases if dimension is Dimension.CASES else figure.amount


@dataclass(frozen=True, slots=True)
class DimensionResult:
    """One row in one dimension: its lines now and in the same period, its goal, its place among its peers."""

    dimension: Dimension
    now: Figures
    before: Figures
    months: int
    goal: Goal | None
    place: Place | None = None

    def count(self, line: Line) -> int:
        """Return a line's cases or đồng now."""
        return amount_of(self.now, line, self.dimension)

    @property
    def finished(self) -> int:
        return self.count(Line.C8)

    @property
    def able(self) -> int:
        return self.count(Line.C7)

    @property
    def rate(self) -> Fraction | None:
        """Finished of able, in percent, exact."""
        return percent(self.finished, self.able)

    @property
    def standing(self) -> Standing | None:
        """The rate held against the goal; None without a goal."""
        return None if self.goal is None else Standing(self.rate, self.goal.value, self.months)

    def change(self, line: Line) -> CountChange:
        """Return a line beside the same period."""
        return CountChange(self.count(line), amount_of(self.before, line, self.dimension))

    @property
    def rate_change(self) -> RateChange:
        before = percent(*(amount_of(self.before, line, self.dimension) for line in (Line.C8, Line.C7)))
        return RateChange(self.rate, before)


@dataclass(frozen=True, slots=True)
class RowResult:
    """An agency or a bailiff: cases and money; `reported`: as somebody reported, not counted here."""

    agency: str
    bailiff: str
    name: str
    cases: DimensionResult
    money: DimensionResult
    reported: bool = False

    def of(self, dimension: Dimension) -> DimensionResult:
        return self.cases if dimension is Dimension.CASES else self.money


@dataclass(frozen=True, slots=True)
class AgeGroup:
    """The open cases whose decision is so old: their number and what is left of them in đồng."""

    label: str
    over_years: int
    under_years: int | None
    figure: Figure


@dataclass(frozen=True, slots=True)
class RankIn:
    """A ranking with the name of its field: the country, or an emulation cluster."""

    name: str
    by: Mapping[Dimension, Ranking]

    def place(self, agency: str, dimension: Dimension) -> Place | None:
        """Return an agency's place; none alone, nor while half of the field has not reported [derived]."""
        ranking = self.by[dimension]
        return ranking.of_agency(agency) if ranking.of > max(1, len(ranking.excluded)) else None


@dataclass(frozen=True, slots=True)
class Results:
    """Everything about an agency in a period as of a day, as known at an instant."""

    agency: str
    name: str
    period: Period
    as_of: date
    known_at: datetime
    total: RowResult
    units: tuple[RowResult, ...]
    bailiffs: tuple[RowResult, ...]
    country: RankIn | None
    cluster: RankIn | None
    ageing: tuple[AgeGroup, ...]
    nation: tuple[tuple[Dimension, Goal], ...]
    campaigns: tuple[CampaignResult, ...] = ()
