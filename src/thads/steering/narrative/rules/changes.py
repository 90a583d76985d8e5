"""Growth, points and distances: how a figure differs from last year's or from its target.

After an amount "tăng 22,33%" is growth in percent, after a rate it is percentage points; "vượt" is a
distance in points to a target or to the pace towards it. Changes are signed.
"""

from __future__ import annotations

import re
from dataclasses import replace

from thads.steering.narrative.rules.cues import Cue, Role
from thads.steering.narrative.rules.drafting import draft, says_from, scope_to_the_right
from thads.steering.narrative.rules.quantities import UNIT_OF, Kind
from thads.steering.narrative.rules.scene import Scene
from thads.steering.narrative.rules.sides import compared_rate, governing, on_side, side_of
from thads.steering.narrative.rules.vocabulary import (
    CHANGES,
    STOCKS,
    Dimension,
    Figure,
    Indicator,
    Reference,
    Unit,
)
from thads.steering.narrative.rules.walk import CHANGING, SIGN, Said

_I = Indicator
EQUALLY = re.compile(
    r"^[\s(,]*(?:tương ứng|tương đương|ứng với|bằng|tức|hay|với|là|khoảng|gần|hơn|tỷ lệ|đạt|tăng"
    r"|giảm)*[\s:(]*$"
)


def change_of_amount(scene: Scene, said: Said, number: int) -> Figure | None:
    """ "tăng 654 việc": growth of what was said before, or a distance to a target; else nothing."""
    quantity = scene.quantities[number]
    if quantity.kind not in (Kind.CASE, Kind.MONEY, Kind.JUDGMENT, Kind.BARE, Kind.LETTER, Kind.VISIT):
        return None
    mode = governing(scene, said, number)
    if mode not in CHANGING and not _explains_growth(scene, said, number):
        return None
    if says_from(scene, number) or _arrives(scene, number) or quantity.over or quantity.under:
        return None
    return _growth_of_amount(scene, said, number, mode)


def _explains_growth(scene: Scene, said: Said, number: int) -> bool:
    """ "tăng 22,33% (654 việc)": the amount behind a growth percentage is the growth itself."""
    if said.last is None or scene.figures[said.last].indicator is not Indicator.GROWTH_PCT:
        return False
    end = scene.place_of[said.last].end
    return said.subject_at < end and bool(EQUALLY.match(scene.flat[end : scene.quantities[number].start]))


def _arrives(scene: Scene, number: int) -> bool:
    """ "tăng từ 3.000 việc lên 3.228 việc", "giảm còn 300 việc": the number reached, not the change."""
    before = scene.flat[
        max(scene.since_last(number), scene.quantities[number].start - 14) : scene.quantities[number].start
    ]
    return bool(re.search(r"(?:\blên|\bxuống|\bcòn)(?: đến| tới| còn| là| mức| thành)*\s*$", before))


def change(scene: Scene, said: Said, number: int, mode: Role | None, *, points: bool) -> Figure:
    quantity = scene.quantities[number]
    direction = SIGN.get(mode, 0) if mode else 0
    direction = direction or quantity.sign or 1
    cue = scene.reference_to_the_right(number)
    reference = _reference(said, cue, mode)
    if cue is not None:
        scene.take(cue)
        if cue.role is Role.TARGET:
            said.held = cue
    if reference in (Reference.TARGET, Reference.PACE):
        return _distance(scene, said, number, direction, reference, cue.word if cue else "")
    if reference in (Reference.AVERAGE, Reference.OTHER):
        return _elsewhere(scene, said, number, direction, reference)
    if not points and _is_growth(scene, said, number):
        return growth_percent(scene, said, number, direction)
    return _points(scene, said, number, direction, explicit=points)


def _reference(said: Said, cue: Cue | None, mode: Role | None) -> Reference:
    """What a change is measured against: said behind it, said before it, or what is usual."""
    led = (
        said.reference is not None
        and said.mode_cue is not None
        and said.reference.start >= said.mode_cue.start
    )
    if cue is not None and not led:
        return cue.reference or Reference.TARGET
    if said.reference is not None and said.reference.reference is not None:
        return said.reference.reference
    if said.target is not None and mode in (Role.OVER, Role.UNDER):
        return Reference.TARGET
    return Reference.TARGET if mode in (Role.OVER, Role.UNDER) else Reference.SAME_PERIOD


def _is_growth(scene: Scene, said: Said, number: int) -> bool:
    """Whether a percentage after "tăng" is growth of an amount and not points of a rate."""
    if said.last is None:
        return said.subject in STOCKS or said.subject is _I.OTHER
    last, place = scene.figures[said.last], scene.place_of[said.last]
    if said.subject_at >= place.end:
        return said.subject is not _I.COMPLETION_RATE
    if last.indicator in (_I.GROWTH_PCT, _I.GROWTH_ABS):
        return True
    if last.indicator is _I.VS_SAME_PERIOD_PP or last.indicator is _I.COMPLETION_RATE:
        return False
    return last.unit not in (Unit.PERCENT, Unit.PP)


def _host_amount(scene: Scene, said: Said, number: int) -> int | None:
    """The amount whose growth is told: the last one of this level, unless a new subject was named."""
    if said.last is None:
        opens = said.subject is None and said.mode_cue is not None
        return said.anchors_before.get(scene.quantities[number].kind) if opens else None
    last, place = scene.figures[said.last], scene.place_of[said.last]
    if said.subject_at >= place.end:
        return None
    if last.indicator in (_I.GROWTH_ABS, _I.GROWTH_PCT):
        return _same_side(scene, said, number, last)
    kind = scene.quantities[number].kind
    if kind in said.anchors and kind is not Kind.PERCENT:
        return said.anchors[kind]
    return said.last if last.unit not in (Unit.PERCENT, Unit.PP) else None


def _same_side(scene: Scene, said: Said, number: int, last: Figure) -> int | None:
    """ "tăng 532 việc và 5.489 tỷ đồng": the second growth is of the money said beside the cases."""
    kind = scene.quantities[number].kind
    if last.host is None or kind in (Kind.PERCENT, Kind.POINTS) or scene.place_of[last.host].kind is kind:
        return last.host
    other = said.anchors.get(kind, said.anchors_before.get(kind))
    return other if other is not None and scene.figures[other].indicator is last.of else None


def _growth_of_amount(scene: Scene, said: Said, number: int, mode: Role | None) -> Figure:
    quantity = scene.quantities[number]
    direction = (SIGN.get(mode, 0) if mode else 0) or quantity.sign
    if not direction and said.last is not None:
        direction = scene.figures[said.last].direction
    cue = scene.reference_to_the_right(number)
    reference = _reference(said, cue, mode)
    host = _host_amount(scene, said, number)
    of = scene.figures[host].indicator if host is not None else said.subject or _of_last(scene, said)
    of = _I.FINISHED if of is _I.COMPLETION_RATE else of
    aimed = reference in (Reference.TARGET, Reference.PACE)
    indicator = _I.VS_TARGET if aimed else _I.GROWTH_ABS
    unit = UNIT_OF[quantity.kind] if quantity.kind is not Kind.BARE else Unit.CASE
    figure = draft(scene, said, number, indicator, unit)
    value = figure.value * direction if direction else figure.value
    return replace(
        figure, value=value, direction=direction, of=of, host=host, reference=reference,
        dimension=_amount_dimension(scene, said, host, unit),
        scope=_scope(scene, number, figure, host),
    )  # fmt: skip


def _scope(scene: Scene, number: int, figure: Figure, host: int | None) -> str:
    """The group of cases that a growth speaks of: that of its amount, else the one named beside it."""
    if host is not None:
        return scene.figures[host].scope
    return figure.scope or scope_to_the_right(scene, number)


def _of_last(scene: Scene, said: Said) -> Indicator | None:
    """What the growth said just before was of."""
    return scene.figures[said.last].of if said.last is not None else None


def _amount_dimension(scene: Scene, said: Said, host: int | None, unit: Unit) -> Dimension | None:
    if unit is Unit.VND:
        return Dimension.MONEY
    if host is not None:
        return scene.figures[host].dimension
    return said.side or Dimension.CASES


def growth_percent(scene: Scene, said: Said, number: int, direction: int) -> Figure:
    """Growth in percent of the amount said before, of the growth said before, or of the subject."""
    last = scene.figures[said.last] if said.last is not None else None
    fresh = said.last is None or said.subject_at >= scene.place_of[said.last].end
    host = _host_amount(scene, said, number)
    of: Indicator | None = said.subject
    if host is not None:
        of = scene.figures[host].indicator
    elif not fresh and last is not None and last.indicator in CHANGES:
        of = last.of
    figure = draft(scene, said, number, _I.GROWTH_PCT, Unit.PERCENT)
    linked = None if fresh else host if host is not None else said.last
    pair = said.last if last is not None and last.indicator is _I.GROWTH_ABS and not fresh else None
    return replace(
        figure, value=figure.value * direction, direction=direction, of=of, host=host, whole=pair,
        dimension=side_of(scene, said, number, linked), reference=Reference.SAME_PERIOD,
        scope=scene.figures[host].scope if host is not None else figure.scope,
    )  # fmt: skip


def _points(scene: Scene, said: Said, number: int, direction: int, *, explicit: bool) -> Figure:
    host = compared_rate(scene, said, number)
    of = scene.figures[host].indicator if host is not None else _I.COMPLETION_RATE
    pair = said.last if explicit and _grew_just_before(scene, said) else None
    if pair is not None:
        host, of = scene.figures[pair].host, scene.figures[pair].of or of
    figure = draft(scene, said, number, _I.VS_SAME_PERIOD_PP, Unit.PP)
    dimension = side_of(scene, said, number, host)
    host = host if pair is not None else on_side(scene, said, host, dimension)
    return replace(
        figure, value=figure.value * direction, direction=direction, of=of, host=host, whole=pair,
        dimension=dimension, reference=Reference.SAME_PERIOD,
        scope=scene.figures[host].scope if host is not None else figure.scope,
    )  # fmt: skip


def _grew_just_before(scene: Scene, said: Said) -> bool:
    """Whether the figure before is the growth of an amount and still spoken of."""
    if said.last is None or scene.figures[said.last].indicator is not _I.GROWTH_ABS:
        return False
    return said.subject_at < scene.place_of[said.last].end


def _distance(
    scene: Scene, said: Said, number: int, direction: int, reference: Reference, word: str
) -> Figure:
    """ "vượt 0,72% so với chỉ tiêu Tổng cục giao": points above a target or above the pace towards it."""
    host = compared_rate(scene, said, number)
    if host is None and said.last is not None and scene.figures[said.last].indicator is _I.FINISHED:
        host = said.last
    last = scene.figures[said.last] if said.last is not None else None
    if host is None and last is not None and last.indicator is _I.VS_TARGET:
        host = last.host
    of = scene.figures[host].indicator if host is not None else _I.COMPLETION_RATE
    of = _I.COMPLETION_RATE if of is _I.FINISHED else of
    figure = draft(scene, said, number, _I.VS_TARGET, Unit.PP)
    dimension = side_of(scene, said, number, host)
    host = on_side(scene, said, host, dimension)
    return replace(
        figure, value=figure.value * direction, direction=direction, of=of, host=host, reference=reference,
        source=word, dimension=dimension,
        scope=scene.figures[host].scope if host is not None else figure.scope,
    )  # fmt: skip


def _elsewhere(scene: Scene, said: Said, number: int, direction: int, reference: Reference) -> Figure:
    """Compared with an average or another month: no claim that the text can be held to."""
    host = compared_rate(scene, said, number)
    figure = draft(scene, said, number, _I.OTHER, Unit.PP if host is not None else Unit.PERCENT)
    of = scene.figures[host].indicator if host is not None else said.subject
    return replace(
        figure, value=figure.value * direction, direction=direction, of=of, host=host,
        reference=reference, dimension=side_of(scene, said, number, host),
    )  # fmt: skip
