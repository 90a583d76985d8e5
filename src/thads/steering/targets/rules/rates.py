"""Rates, shares of the plan, distances, pace and comparisons: exact fractions, rounded only when written.

Rate = c8/c7 (statistics.md 4, TT10/2017 indicators 1901 and 1904). Distances between rates are percentage
points and come from the unrounded rates. The share of the plan is taken from the rate as it is published,
with two decimals, because it speaks of the two printed figures (81,23 / 83,35 = 97,46 %) [derived].
"""

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

certainty = "derived"

MONTHS_OF_A_YEAR = 12


def percent(part: int, whole: int) -> Fraction | None:
    """Return part of whole in percent, exact; None when there is no whole to take it of."""
    return Fraction(100 * part, whole) if whole else None


def rounded(value: Fraction, places: int = 2) -> Decimal:
    """Return the value half up at so many decimals, as reports write it (statistics.md 4)."""
    return _at(value, places, ROUND_HALF_UP)


def cut(value: Fraction, places: int = 0) -> Decimal:
    """Return the value cut off after so many decimals, as Tuyên Quang prints 97 % for 97,46 %."""
    return _at(value, places, ROUND_DOWN)


def _at(value: Fraction, places: int, rounding: str) -> Decimal:
    with localcontext() as context:
        context.prec = 60
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return exact.quantize(Decimal(1).scaleb(-places), rounding=rounding)


@dataclass(frozen=True, slots=True)
class Standing:
    """A rate held against its target: all in percent or points, exact; None when there is no rate."""

    rate: Fraction | None
    target: Decimal
    months: int

    @property
    def share_of_plan(self) -> Fraction | None:
        """The published rate as a part of the year's target, in percent."""
        if self.rate is None or not self.target:
            return None
        return Fraction(rounded(self.rate)) / Fraction(self.target) * 100

    @property
    def points(self) -> Fraction | None:
        """The distance to the year's target in percentage points."""
        return None if self.rate is None else self.rate - Fraction(self.target)

    @property
    def pace(self) -> Fraction:
        """The average pace (tiến độ bình quân): target × n/12."""
        return Fraction(self.target) * self.months / MONTHS_OF_A_YEAR

    @property
    def points_to_pace(self) -> Fraction | None:
        """The distance to the pace in percentage points."""
        return None if self.rate is None else self.rate - self.pace


@dataclass(frozen=True, slots=True)
class CountChange:
    """A count or a sum beside that of the same period: difference and growth."""

    now: int
    before: int

    @property
    def difference(self) -> int:
        return self.now - self.before

    @property
    def growth(self) -> Fraction | None:
        """Growth in percent of the base; None for base zero: không so sánh."""
        return percent(self.difference, self.before)


@dataclass(frozen=True, slots=True)
class RateChange:
    """A rate beside that of the same period: only ever a distance in points."""

    now: Fraction | None
    before: Fraction | None

    @property
    def points(self) -> Fraction | None:
        return None if self.now is None or self.before is None else self.now - self.before
