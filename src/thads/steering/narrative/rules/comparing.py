"""Rates, shares, targets and ranks: what a percentage says of the amounts beside it.

A percentage after "đạt" is a rate, after "chiếm" a share, before "chỉ tiêu" a part of the plan, after
"chỉ tiêu" the target itself. What grows or differs is told in `changes`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from thads.steering.narrative.rules.changes import EQUALLY, change, growth_percent
from thads.steering.narrative.rules.cues import Cue, Role
from thads.steering.narrative.rules.drafting import continues, draft, says_from
from thads.steering.narrative.rules.quantities import Kind
from thads.steering.narrative.rules.scene import Scene
from thads.steering.narrative.rules.sides import compared_rate, finished_before, governing, on_side, side_of
from thads.steering.narrative.rules.vocabulary import (
    STOCKS,
    Figure,
    Indicator,
    Reference,
    Unit,
)
from thads.steering.narrative.rules.walk import CHANGING, Said

_I = Indicator
_INTO_PLAN = re.compile(r"^(?:[\s\-(:,]|là|phải|đạt|ít nhất|tối thiểu|trên|từ)*(?:giảm|tăng)?\s*$")
_NAMES_TARGET = re.compile(r"^(?:\s|là|\(|trên|:|năm|\d{4}|được|giao|phải|đạt|mức)*$")


def bind(scene: Scene, said: Said, number: int) -> Figure:
    """The figure of a percentage, of points or of a rank."""
    quantity = scene.quantities[number]
    if quantity.kind is Kind.RANK:
        return _rank(scene, said, number)
    mode = governing(scene, said, number)
    if quantity.kind is Kind.POINTS:
        return change(scene, said, number, mode, points=True)
    if (
        quantity.over
        and scene.quantities[number + 1].kind is Kind.PERCENT
        and scene.target_to_the_right(number + 1)
    ):
        return _rate(scene, said, number)
    if _is_target(scene, said, number, mode):
        return _target(scene, said, number)
    if mode in CHANGING or quantity.sign:
        if says_from(scene, number):
            return _rate(scene, said, number)
        return change(scene, said, number, mode, points=False)
    if (aim := scene.target_to_the_right(number)) is not None and not quantity.under:
        scene.take(aim)
        return _of_target(scene, said, number)
    return _rate_or_share(scene, said, number, mode)


def _is_target(scene: Scene, said: Said, number: int, mode: Role | None) -> bool:
    """Whether a percentage is a target itself and not what was reached of one."""
    if scene.quantities[number].under and scene.target_to_the_right(number):
        return True
    if mode in (Role.OVER, Role.UNDER):
        return False
    if mode is Role.REACH and said.target is not None and scene.target_to_the_right(number):
        return False
    if _goes_on_with_targets(scene, said, number) or _names_the_target(scene, said, number, mode):
        return True
    if said.target is None:
        return False
    gap = scene.gap_before(number, said.target.end)
    if mode in (Role.UP, Role.DOWN):
        return bool(_INTO_PLAN.match(gap)) and "hơn" not in gap
    return said.aiming or ("," not in gap and len(gap) < 40)


def _goes_on_with_targets(scene: Scene, said: Said, number: int) -> bool:
    """ "83,35% về việc và trên 46,65% về tiền": the second percentage is a target like the first."""
    if said.last is None or said.mode is not None:
        return False
    last = scene.figures[said.last]
    return last.indicator is Indicator.TARGET and continues(scene, number, scene.place_of[said.last].end)


def _names_the_target(scene: Scene, said: Said, number: int, mode: Role | None) -> bool:
    """ "so với chỉ tiêu được giao (83,40%)": the target that a comparison has just named."""
    if said.held is None or mode not in (None, Role.REACH):
        return False
    between = scene.flat[said.held.end : scene.quantities[number].start]
    return bool(_NAMES_TARGET.match(between))


def _rate(scene: Scene, said: Said, number: int) -> Figure:
    host = finished_before(scene, said, number)
    figure = draft(scene, said, number, _I.COMPLETION_RATE, Unit.PERCENT)
    dimension = side_of(scene, said, number, host)
    if host is not None and scene.figures[host].dimension is not dimension:
        host = said.finished.get(dimension)
    if host is not None and (
        figure.scope not in ("", scene.figures[host].scope) or scene.figures[host].org != figure.org
    ):
        host = None
    if host is not None and scene.figures[host].scope:
        figure = replace(figure, scope=scene.figures[host].scope)
    return replace(figure, dimension=dimension, host=host)


def _rate_or_share(scene: Scene, said: Said, number: int, mode: Role | None) -> Figure:
    """A percentage that is no target and no change: a rate, a share of a total, or something else."""
    last = _last_spoken(scene, said)
    if last is not None and last.indicator is _I.GROWTH_ABS and mode is not Role.REACH:
        assert said.last is not None
        if EQUALLY.match(scene.flat[scene.place_of[said.last].end : scene.quantities[number].start]):
            return growth_percent(scene, said, number, last.direction)
    subject = _spoken_of(scene, said, last)
    if mode is Role.REACH and _finished_out_of(scene, said, last):
        return _rate(scene, said, number)
    if subject is not None and _is_shared(subject, mode):
        return _share(scene, said, number, subject)
    if _is_something_else(scene, said, number, mode, subject):
        figure = draft(scene, said, number, _I.OTHER, Unit.PERCENT)
        return replace(figure, dimension=side_of(scene, said, number))
    return _rate(scene, said, number)


def _finished_out_of(scene: Scene, said: Said, last: Figure | None) -> bool:
    """ "xong 500 việc trong tổng số 1.000 việc có điều kiện, đạt 50%": the rate of the finished, no share."""
    if last is None or said.last is None or last.indicator is not _I.ENFORCEABLE or said.last == 0:
        return False
    before = scene.figures[said.last - 1]
    same = (before.sentence, before.unit, before.dimension) == (last.sentence, last.unit, last.dimension)
    return same and before.indicator is _I.FINISHED


def _last_spoken(scene: Scene, said: Said) -> Figure | None:
    """The figure before, unless a new subject was named since."""
    if said.last is None or said.subject_at >= scene.place_of[said.last].end:
        return None
    return scene.figures[said.last]


def _spoken_of(scene: Scene, said: Said, last: Figure | None) -> Indicator | None:
    """What a percentage speaks of: what the figure before did, else the subject of the sentence."""
    if last is not None and last.unit is Unit.PERCENT and said.mode is None:
        return last.indicator
    if last is not None and last.indicator in STOCKS and said.subject is not _I.COMPLETION_RATE:
        return last.indicator
    if said.subject is None and said.last is not None:
        return scene.figures[said.last].indicator
    return said.subject


def _is_shared(subject: Indicator, mode: Role | None) -> bool:
    """Whether a percentage of this subject is a share: always for the classes, of totals after "chiếm"."""
    if subject is _I.FINISHED or subject not in STOCKS:
        return False
    return mode is Role.SHARE or subject not in (_I.MUST_ENFORCE, _I.TOTAL_HANDLED)


def _is_something_else(
    scene: Scene, said: Said, number: int, mode: Role | None, subject: Indicator | None
) -> bool:
    """Whether a percentage is neither a rate nor a share of what the forms count."""
    if mode is Role.SHARE:
        loosely = said.mode_cue is not None and "tương ứng" in said.mode_cue.word
        return subject not in (_I.COMPLETION_RATE, _I.FINISHED) and not loosely
    if subject is _I.OTHER:
        last = _last_spoken(scene, said)
        return _speaks_directly(scene, said, number) or (last is not None and last.indicator is _I.OTHER)
    if subject in (_I.GROWTH_PCT, _I.VS_SAME_PERIOD_PP, _I.VS_TARGET):
        return mode is None
    unsaid = subject is None and mode is None and said.dimension is None and said.side is None
    return unsaid and _unnamed(scene, number)


def _speaks_directly(scene: Scene, said: Said, number: int) -> bool:
    """ "tỷ lệ hướng dẫn nghiệp vụ đạt 100%": another kind of work named right before the percentage."""
    cue = said.subject_cue
    if cue is None or cue.indicator is not _I.OTHER:
        return False
    gap = scene.gap_before(number, cue.end)
    return len(gap) < 25 and "," not in gap


def _unnamed(scene: Scene, number: int) -> bool:
    """Whether nothing near a percentage says that it is a rate of a unit in a list."""
    before = scene.flat[max(0, scene.quantities[number].start - 2) : scene.quantities[number].start]
    return "(" not in before


def _share(scene: Scene, said: Said, number: int, subject: Indicator) -> Figure:
    figure = draft(scene, said, number, subject, Unit.PERCENT)
    host = _shared_amount(scene, said, number, subject)
    if host is not None and scene.figures[host].scope:
        figure = replace(figure, scope=scene.figures[host].scope)
    base = next((cue.indicator for cue in _base_cues(scene, number)), None)
    return replace(figure, dimension=side_of(scene, said, number, host), host=host, base=base)


def _shared_amount(scene: Scene, said: Said, number: int, subject: Indicator) -> int | None:
    """The amount that a share belongs to: the last of its subject, on the side said with the share."""
    last = scene.figures[said.last] if said.last is not None else None
    if last is None or last.indicator is not subject:
        return None
    return (
        said.last
        if last.unit not in (Unit.PERCENT, Unit.PP) and not scene.dimension_to_the_right(number)
        else None
    )


def _base_cues(scene: Scene, number: int) -> list[Cue]:
    """The totals that a share is said to be of ("trong tổng số phải thi hành")."""
    quantity = scene.quantities[number]
    found = []
    for cue in scene.cues_between(quantity.end, scene.until_next(number)):
        gap = scene.flat[quantity.end : cue.start]
        if cue.role is Role.SUBJECT and re.match(
            r"^\)?\s*(?:trong|trên|so với|của)\s*(?:tổng )?(?:số )?$", gap
        ):
            found.append(cue)
        elif cue.role not in (Role.CLOSE, Role.DIMENSION):
            break
    return found


def _target(scene: Scene, said: Said, number: int) -> Figure:
    figure = draft(scene, said, number, _I.TARGET, Unit.PERCENT)
    if scene.quantities[number].under:
        if (aim := scene.target_to_the_right(number)) is not None:
            scene.take(aim)
        host = said.last
        return replace(figure, of=_I.COMPLETION_RATE, dimension=side_of(scene, said, number, host), host=host)
    dimension = side_of(scene, said, number, said.rate)
    return replace(figure, of=_I.COMPLETION_RATE, dimension=dimension)


def _of_target(scene: Scene, said: Said, number: int) -> Figure:
    """ "đạt 97% chỉ tiêu": the rate (or amount) as a percentage of its target."""
    host = compared_rate(scene, said, number)
    of = _I.COMPLETION_RATE if host is None else scene.figures[host].indicator
    if host is None and said.subject in STOCKS and said.subject is not _I.FINISHED:
        of = said.subject
    figure = draft(scene, said, number, _I.VS_TARGET, Unit.PERCENT)
    dimension = side_of(scene, said, number, host)
    host = on_side(scene, said, host, dimension)
    return replace(figure, of=of, dimension=dimension, host=host, reference=Reference.TARGET)


def _rank(scene: Scene, said: Said, number: int) -> Figure:
    figure = draft(scene, said, number, _I.RANK, Unit.OTHER)
    since = scene.since_last(number)
    left = [c for c in scene.cues_between(since, scene.quantities[number].start) if c.role is Role.DIMENSION]
    if left:
        return replace(figure, of=_I.COMPLETION_RATE, dimension=left[-1].dimension)
    for cue in scene.cues_between(scene.quantities[number].end, scene.until_next(number)):
        if cue.role in (Role.STOP,):
            break
        if cue.role is Role.DIMENSION:
            for taken in scene.cues_between(scene.quantities[number].end, cue.end):
                scene.take(taken)
            return replace(figure, of=_I.COMPLETION_RATE, dimension=cue.dimension)
    last = scene.figures[said.last].dimension if said.last is not None else None
    return replace(figure, of=_I.COMPLETION_RATE, dimension=last or said.dimension)
