"""Sharing whole đồng in proportion without losing or inventing one: the largest remainder method.

The law says “theo tỷ lệ” (L08 Đ47.2a; L25 Đ54.2a) and nothing of fractions of a đồng; the method is ours:
each share is rounded down, and the đồng left over go one by one to the largest fractions, ties in the order
given.
"""

from collections.abc import Sequence

from thads.kernel.money import Dong


def shared(amount: Dong, dues: Sequence[Dong]) -> tuple[Dong, ...]:
    """Return what each due gets of an amount, in đồng: all of it when it suffices, else pro rata, never
    more than is due.
    """
    total = sum(dues)
    if amount >= total:
        return tuple(dues)
    parts = [divmod(amount * due, total) for due in dues]
    left = amount - sum(whole for whole, _fraction in parts)
    largest = sorted(range(len(parts)), key=lambda place: (-parts[place][1], place))[:left]
    return tuple(whole + (place in largest) for place, (whole, _fraction) in enumerate(parts))
