"""One thing called by two numbers in one text: a summary and a table that were not corrected together.

Reports rightly speak of parts, months and groups in the same words; so only what names the same body,
period, side and indicator outright is compared, and amounts only when a slip of the pen can explain
the difference (near each other, or the same digits in another unit).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from thads.kernel.refusals import Severity
from thads.steering.narrative.rules.claims import STOCKS, Claims, finding
from thads.steering.narrative.rules.precision import coarse_step, possible, shown
from thads.steering.narrative.rules.vocabulary import (
    INDICATOR_VI,
    Bound,
    Figure,
    Finding,
    Indicator,
    Reference,
    Unit,
)

_NEAR_AMOUNT = Decimal("0.05")
_NEAR_RATE = Decimal(2)


def check(claims: Claims) -> Iterator[Finding]:
    """Findings on one thing said twice with different numbers."""
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, figure in claims.numbered():
        if _comparable(figure):
            groups[_key(figure)].append(index)
    for indices in groups.values():
        yield from _against_first(claims, indices)


def _comparable(figure: Figure) -> bool:
    if figure.part or figure.scope or figure.org is None or figure.period is None or figure.dimension is None:
        return False
    if figure.indicator is Indicator.GROWTH_PCT:
        return figure.reference is Reference.SAME_PERIOD and figure.of in STOCKS
    if figure.indicator is Indicator.COMPLETION_RATE:
        return figure.unit is Unit.PERCENT
    return figure.indicator in STOCKS and figure.unit in (Unit.CASE, Unit.VND) and not figure.direction


def _key(figure: Figure) -> tuple[object, ...]:
    return (figure.indicator, figure.of, figure.unit, figure.dimension, figure.org, figure.period)


def _against_first(claims: Claims, indices: Sequence[int]) -> Iterator[Finding]:
    first = indices[0]
    for other in indices[1:]:
        one, two = claims.figures[first], claims.figures[other]
        if one.paragraph == two.paragraph or one.whole is not None or two.whole is not None:
            continue
        if _agree(one, two) or not _one_thing(one, two):
            continue
        yield finding(
            "contradiction.value",
            f"Cùng một {_name(one)} nhưng chỗ này ghi {shown(one)}, chỗ khác ghi {shown(two)}.",
            [first, other],
            computed=one.written_value,
            printed=two.written_value,
            severity=Severity.WARNING,
        )
        return


def _agree(one: Figure, two: Figure) -> bool:
    """Whether both can be the same number, each printed with its own precision."""
    if possible(one).meets(possible(two)):
        return True
    if one.bound is Bound.EXACT and two.bound is Bound.EXACT:
        return False
    slack = max(coarse_step(one), coarse_step(two))
    return abs(one.value - two.value) <= slack


def _one_thing(one: Figure, two: Figure) -> bool:
    if one.indicator is Indicator.GROWTH_PCT:
        return True
    if one.indicator is Indicator.COMPLETION_RATE:
        return abs(one.value - two.value) <= _NEAR_RATE
    if not one.value or not two.value:
        return False
    low, high = sorted((one.value, two.value))
    return (high - low) / high <= _NEAR_AMOUNT or _shifted(low, high)


def _shifted(low: Decimal, high: Decimal) -> bool:
    """The same digits a power of a thousand apart: đồng written as nghìn đồng."""
    return low * 1000 == high or low * 1_000_000 == high


def _name(figure: Figure) -> str:
    if figure.indicator is Indicator.GROWTH_PCT and figure.of is not None:
        return f"mức tăng, giảm của {INDICATOR_VI[figure.of]}"
    return INDICATOR_VI[figure.indicator]
