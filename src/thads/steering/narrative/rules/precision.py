"""What a printed number can stand for, and whether a computed one can have been printed so.

A printed figure is held to be consistent when it equals the computed one rounded *or* cut at its own
precision, for some inputs that could have been printed as theirs were. Exact throughout: fractions.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from thads.kernel.text import write_decimal, write_exact, write_int
from thads.steering.narrative.rules.vocabulary import Bound, Figure, Unit


class Fit(Enum):
    """How a printed figure agrees with a computed one."""

    ROUNDED = "rounded"
    CUT = "cut"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Interval:
    """All values that a number can truly have, both ends included; `said` is what is printed of it."""

    low: Fraction
    high: Fraction
    said: Fraction

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high, self.said + other.said)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low, self.said - other.said)

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low, -self.said)

    def over(self, other: Interval) -> Interval | None:
        """The quotient; nothing when the divisor can be zero or negative."""
        if other.low <= 0:
            return None
        ends = [one / two for one in (self.low, self.high) for two in (other.low, other.high)]
        return Interval(min(ends), max(ends), self.said / other.said)

    def times(self, factor: Fraction | int) -> Interval:
        """The interval scaled by a positive factor."""
        return Interval(self.low * factor, self.high * factor, self.said * factor)

    def meets(self, other: Interval) -> bool:
        """Whether the two can be the same number."""
        return self.low <= other.high and other.low <= self.high

    def within(self, other: Interval) -> Interval:
        """The part common with another interval, named as the other; this one when they share nothing."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return Interval(low, high, other.said) if low <= high else self


def point(value: Decimal | Fraction | int) -> Interval:
    """A number known exactly."""
    return Interval(Fraction(value), Fraction(value), Fraction(value))


def possible(figure: Figure) -> Interval:
    """The true values behind a printed figure: counts exactly, the rest rounded or cut in its last place.

    A large count that ends in two zeros or more ("46.500 việc", "75.000 tỷ đồng") was rounded by somebody;
    a small one ("500 việc", "3.600 việc") may well be exact and is taken so.
    """
    value, step = Fraction(figure.value), Fraction(figure.step)
    if figure.bound is not Bound.EXACT:
        return _loosely(figure, value)
    if figure.unit not in (Unit.PERCENT, Unit.PP):
        step = _rounded_step(value, step)
        if step == 1:
            return Interval(value, value, value)
    if value < 0:
        return Interval(value - step, value + step / 2, value)
    return Interval(value - step / 2, value + step, value)


_MAY_BE_ROUNDED = 10_000


def _rounded_step(value: Fraction, step: Fraction) -> Fraction:
    """One unit of the last place that a rounded count still speaks to; the printed step of any other."""
    if abs(value) < _MAY_BE_ROUNDED * step or value % (100 * step):
        return step
    return step * (1000 if value % (1000 * step) == 0 else 100)


def coarse_step(figure: Figure) -> Fraction:
    """The last place that a loosely said number speaks to: "hơn 46.500" → 100."""
    step, value = Fraction(figure.step), Fraction(abs(figure.value))
    while value and (value / (step * 10)).denominator == 1:
        step *= 10
    return step


def _loosely(figure: Figure, value: Fraction) -> Interval:
    coarse = coarse_step(figure)
    low = value if figure.bound is Bound.OVER else value - coarse
    high = value if figure.bound is Bound.UNDER else value + coarse
    return Interval(low, high, value)


def fit(figure: Figure, computed: Interval) -> Fit:
    """Whether the figure can be the computed number as printed: rounded, only cut, or not at all."""
    if figure.bound is not Bound.EXACT:
        return Fit.ROUNDED if computed.meets(_loosely(figure, Fraction(figure.value))) else Fit.NOT
    value, step = Fraction(figure.value), Fraction(figure.step)
    if value < 0:
        value, computed = -value, -computed
    if computed.low <= value + step / 2 and computed.high >= value - step / 2:
        return Fit.ROUNDED
    if computed.low < value + step and computed.high >= value:
        return Fit.CUT
    return Fit.NOT


def places_of(figure: Figure) -> int:
    """How many decimals a figure is printed with."""
    exponent = figure.step.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def decimal_of(value: Fraction, places: int) -> Decimal:
    """A fraction rounded half up to so many places."""
    scaled = abs(value) * 10**places
    whole = scaled.numerator // scaled.denominator
    if (scaled - whole) * 2 >= 1:
        whole += 1
    return Decimal(whole if value >= 0 else -whole).scaleb(-places)


def shown_percent(value: Fraction, places: int = 2) -> str:
    """A computed percentage in a sentence: "42,28%"."""
    return write_decimal(decimal_of(value, places), places) + "%"


def shown(figure: Figure) -> str:
    """A figure as a sentence names it: what stands in the text, with its unit."""
    return " ".join(figure.quote.split())


def shown_amount(value: Fraction, like: Figure) -> str:
    """A computed amount in the unit and precision of a printed one."""
    if like.unit is Unit.VND:
        step = Fraction(like.step)
        for scale, name in ((10**9, "tỷ đồng"), (10**6, "triệu đồng"), (10**3, "nghìn đồng")):
            if (
                step >= Fraction(scale, 1000)
                and scale >= 10**6
                and like.quote.split()[-1] != "đồng"
                or name in like.quote
            ):
                places = max(0, _places(Fraction(scale) / step))
                return f"{write_exact(decimal_of(value / scale, places))} {name}"
        return f"{write_int(int(decimal_of(value, 0)))} đồng"
    noun = {Unit.CASE: "việc", Unit.JUDGMENT: "bản án", Unit.PERSON: "người"}.get(like.unit, "")
    return f"{write_int(int(decimal_of(value, 0)))} {noun}".strip()


def _places(ratio: Fraction) -> int:
    places = 0
    while 10**places < ratio:
        places += 1
    return places


def printed(value: Fraction, places: int) -> str:
    """A computed number as the JSON output prints it."""
    return format(decimal_of(value, places), "f")
