"""How figures are put on paper: money in the unit of the form, rounded half up from exact đồng.

Sums and rates are always computed on exact đồng and rounded once, so a printed total may differ by a unit
from the sum of the printed rows; rows are never adjusted to make paper add up.
"""

from decimal import ROUND_HALF_UP, Decimal


def printed(value: int, per: int) -> int:
    """Return a value in units of `per`, half away from zero: 1.500 đồng is 2 nghìn đồng."""
    if per == 1:
        return value
    return int((Decimal(value) / per).quantize(Decimal(1), rounding=ROUND_HALF_UP))
