"""The figures of one text laid out for checking: who speaks of the same thing, who stands near whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from thads.kernel.refusals import Severity
from thads.steering.narrative.rules.known_targets import KnownTarget
from thads.steering.narrative.rules.precision import Interval, possible
from thads.steering.narrative.rules.vocabulary import (
    STOCKS,
    Dimension,
    Figure,
    Finding,
    Indicator,
    Unit,
)

NEAR = 8
_PERCENTAGES = (Unit.PERCENT, Unit.PP)


@dataclass(frozen=True, slots=True)
class Claims:
    """All figures of a text with what is known beside it: targets given by the caller or published."""

    figures: Sequence[Figure]
    text: str
    given: Mapping[Dimension, Decimal] = field(default_factory=dict)
    known: Sequence[KnownTarget] = ()

    def numbered(self) -> Iterator[tuple[int, Figure]]:
        """The figures with their indices."""
        return iter(enumerate(self.figures))

    def amounts(self, indicator: Indicator, like: Figure, *, period: str | None = None) -> list[int]:
        """Amounts of an indicator about the same body, period, side and group as a figure, not far off."""
        wanted = like.period if period is None else period
        return [
            index
            for index, one in self.numbered()
            if one.indicator is indicator
            and one.unit not in _PERCENTAGES
            and one.direction == 0
            and one.org == like.org
            and one.period == wanted
            and one.dimension is like.dimension
            and one.scope == like.scope
            and not one.part
            and abs(one.paragraph - like.paragraph) <= NEAR
        ]

    def nearest(self, indicator: Indicator, like: Figure) -> int | None:
        """The one amount of an indicator nearest to a figure; none when two at the same distance differ."""
        found = self.amounts(indicator, like)
        if not found:
            return None
        place = like.start
        return min(found, key=lambda index: abs(self.figures[index].start - place))

    def amount_of(self, index: int) -> Interval:
        """The true values that a figure can stand for."""
        return possible(self.figures[index])

    def rates(self, like: Figure, *, period: str | None = None) -> list[int]:
        """Completion rates about the same body, side and group in a period."""
        return [
            index
            for index, one in self.numbered()
            if one.indicator is Indicator.COMPLETION_RATE
            and one.unit is Unit.PERCENT
            and one.org == like.org
            and one.period == (like.period if period is None else period)
            and one.dimension is like.dimension
            and one.scope == like.scope
        ]


def same_period_last_year(period: str | None) -> str | None:
    """The period to compare with: FY2024/9M → FY2023/9M."""
    if period is None:
        return None
    year, months = period[2:].split("/")
    return f"FY{int(year) - 1}/{months}"


def year_of(period: str | None) -> int | None:
    """The working year of a period."""
    return int(period[2:].split("/")[0]) if period else None


def months_of(period: str | None) -> int | None:
    """The cumulative months of a period."""
    return int(period.split("/")[1].removesuffix("M")) if period else None


def finding(
    code: str,
    message: str,
    figures: Sequence[int],
    *,
    computed: str | None,
    printed: str | None,
    severity: Severity = Severity.ERROR,
) -> Finding:
    """A finding about figures, their indices in the order of the text."""
    return Finding(code, severity, message, computed, printed, tuple(sorted(set(figures))))


__all__ = ["STOCKS", "Claims", "finding", "months_of", "same_period_last_year", "year_of"]
