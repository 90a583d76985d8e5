"""The figures of one text laid out for checking: who speaks of the same thing, who stands near whom."""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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


Key = tuple[Indicator, str | None, str | None, Dimension | None, str]


@dataclass(frozen=True, slots=True)
class Claims:
    """All figures of a text with what is known beside it: targets given by the caller or published."""

    figures: Sequence[Figure]
    text: str
    given: Mapping[Dimension, Decimal]
    known: Sequence[KnownTarget]
    home: str | None
    alike: Mapping[Key, Sequence[int]]
    in_sentence: Mapping[int, Sequence[int]]

    def numbered(self) -> Iterator[tuple[int, Figure]]:
        """The figures with their indices."""
        return iter(enumerate(self.figures))

    def beside(self, index: int) -> Sequence[int]:
        """The figures of the same sentence, itself included."""
        return self.in_sentence[self.figures[index].sentence]

    def around(self, index: int, reach: int = 40) -> range:
        """The figures shortly before and after one, wherever sentences end."""
        return range(max(0, index - reach), min(len(self.figures), index + reach + 1))

    def amounts(self, indicator: Indicator, like: Figure, *, period: str | None = None) -> list[int]:
        """Amounts of an indicator about the same body, period, side and group as a figure, not far off."""
        key = (indicator, like.org, like.period if period is None else period, like.dimension, like.scope)
        return [one for one in self._near(key, like) if _is_amount(self.figures[one])]

    def rates(self, like: Figure, *, period: str | None = None) -> list[int]:
        """Completion rates about the same body, side and group in a period, not far off."""
        wanted = like.period if period is None else period
        key = (Indicator.COMPLETION_RATE, like.org, wanted, like.dimension, like.scope)
        return [one for one in self._near(key, like) if self.figures[one].unit is Unit.PERCENT]

    def amount_of(self, index: int) -> Interval:
        """The true values that a figure can stand for."""
        return possible(self.figures[index])

    def _near(self, key: Key, like: Figure) -> Sequence[int]:
        found = self.alike.get(key, ())
        low = bisect.bisect_left(found, like.paragraph - NEAR, key=self._paragraph)
        high = bisect.bisect_right(found, like.paragraph + NEAR, key=self._paragraph)
        return found[low:high]

    def _paragraph(self, index: int) -> int:
        return self.figures[index].paragraph


def claims_of(
    figures: Sequence[Figure],
    text: str,
    *,
    given: Mapping[Dimension, Decimal],
    known: Sequence[KnownTarget],
) -> Claims:
    """Lay the figures of a text out for checking."""
    alike: dict[Key, list[int]] = defaultdict(list)
    in_sentence: dict[int, list[int]] = defaultdict(list)
    for index, one in enumerate(figures):
        alike[(one.indicator, one.org, one.period, one.dimension, one.scope)].append(index)
        in_sentence[one.sentence].append(index)
    orgs = Counter(one.org for one in figures)
    home = orgs.most_common(1)[0][0] if orgs else None
    return Claims(figures, text, given, known, home, dict(alike), dict(in_sentence))


def _is_amount(figure: Figure) -> bool:
    return figure.unit not in _PERCENTAGES and figure.direction == 0 and not figure.part


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
