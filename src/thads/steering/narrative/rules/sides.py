"""What governs a percentage: its verb, its side of the work (việc, tiền), the figures it can hang on."""

from __future__ import annotations

import re

from thads.steering.narrative.rules.cues import Role
from thads.steering.narrative.rules.drafting import continues
from thads.steering.narrative.rules.quantities import Kind
from thads.steering.narrative.rules.scene import Scene
from thads.steering.narrative.rules.vocabulary import (
    Dimension,
    Indicator,
    Unit,
)
from thads.steering.narrative.rules.walk import Said

_I = Indicator
_IN_TURN = re.compile(r"lần lượt|tương ứng là")


def governing(scene: Scene, said: Said, number: int) -> Role | None:
    """The verb that governs a quantity: its own, or that of the one it only continues."""
    quantity = scene.quantities[number]
    if said.mode is not None:
        gap = scene.gap_before(number, said.mode_cue.end) if said.mode_cue else ""
        listed = said.above_average and ":" in gap
        return said.mode if len(gap) <= 60 and not listed else None
    if said.last is not None and said.last_mode is not None:
        before = scene.place_of[said.last]
        same = before.kind is quantity.kind or {before.kind, quantity.kind} <= {Kind.CASE, Kind.MONEY}
        if same and said.subject_at < before.end and continues(scene, number, before.end):
            return said.last_mode
    return None


def side_of(scene: Scene, said: Said, number: int, host: int | None = None) -> Dimension | None:
    right = scene.dimension_to_the_right(number)
    if right is not None:
        scene.take(right)
        return right.dimension
    since = scene.since_last(number)
    if said.side is not None and said.side_at >= since and said.side_at > said.dimension_at:
        return said.side
    if said.in_turn:
        return said.in_turn.pop(0)
    if len(said.turn) > 1 and _IN_TURN.search(scene.flat[since : scene.quantities[number].start]):
        said.in_turn = said.turn[1:]
        return said.turn[0]
    if said.dimension is not None and said.dimension_at >= since:
        return said.dimension
    if host is not None:
        return scene.figures[host].dimension
    last = scene.figures[said.last] if said.last is not None else None
    if last is not None and last.dimension is not None:
        spoken = said.subject_at < scene.place_of[said.last or 0].end
        if spoken or (said.subject is _I.COMPLETION_RATE and last.indicator is _I.FINISHED):
            return last.dimension
    return said.dimension or said.side


def finished_before(scene: Scene, said: Said, number: int) -> int | None:
    """The finished amount that a rate belongs to: the one said last on this level of the sentence."""
    if said.last is None:
        return None
    last = scene.figures[said.last]
    if last.indicator is _I.FINISHED and last.unit is not Unit.PERCENT:
        return said.last
    if last.dimension in said.finished:
        return said.finished[last.dimension]
    return max(said.finished.values(), default=None)


def compared_rate(scene: Scene, said: Said, number: int) -> int | None:
    """The rate that a comparison speaks of, unless something new was named since."""
    if said.rate is None:
        return None
    place = scene.place_of[said.rate]
    if said.subject_at >= place.end and said.subject is not _I.COMPLETION_RATE:
        return None
    return said.rate


def on_side(scene: Scene, said: Said, host: int | None, dimension: Dimension | None) -> int | None:
    """The rate on the side that a comparison names, when the one said last is of the other side."""
    if host is None or scene.figures[host].dimension is dimension:
        return host
    if scene.figures[host].indicator is _I.COMPLETION_RATE:
        return said.rates.get(dimension)
    return said.finished.get(dimension)
