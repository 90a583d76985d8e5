"""Rates, shares, targets, growth, points and ranks: figures that speak of other figures.

A percentage after "đạt" is a rate, after "chiếm" a share, after "tăng" growth when it follows an
amount and points when it follows a rate; after "vượt" it is the distance to a target. Percent of a
target and points above it are never mixed.
"""

from __future__ import annotations

import re
from dataclasses import replace

from thads.steering.narrative.rules.drafting import continues, draft, says_from, scope_to_the_right
from thads.steering.narrative.rules.phrases import Role
from thads.steering.narrative.rules.quantities import UNIT_OF, Kind
from thads.steering.narrative.rules.scene import Scene
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
_SHARES = frozenset(
    {_I.ENFORCEABLE, _I.NOT_ENFORCEABLE, _I.DEFERRED_SUSPENDED, _I.NEW_INTAKE, _I.CARRIED_OVER, _I.CARRIED_FORWARD}
    | {_I.DELEGATED_OUT, _I.RECALLED, _I.SEPARATE_LEDGER, _I.MUST_ENFORCE, _I.TOTAL_HANDLED}
)
_EQUALLY = re.compile(r"^[\s(,]*(?:tương ứng|tương đương|ứng với|bằng|tức|hay|với|là|khoảng|gần|hơn|tỷ lệ|đạt|tăng|giảm)*[\s:(]*$")
_INTO_PLAN = re.compile(r"^(?:[\s\-(:,]|là|phải|đạt|ít nhất|tối thiểu|trên|từ)*(?:giảm|tăng)?\s*$")
_NAMES_TARGET = re.compile(r"^(?:\s|là|\(|trên|:|năm|\d{4}|được|giao|phải|đạt|mức)*$")
_IN_TURN = re.compile(r"lần lượt|tương ứng là")


def bind(scene: Scene, said: Said, number: int) -> Figure:
    """The figure of a percentage, of points or of a rank."""
    quantity = scene.quantities[number]
    if quantity.kind is Kind.RANK:
        return _rank(scene, said, number)
    mode = _mode(scene, said, number)
    if quantity.kind is Kind.POINTS:
        return _change(scene, said, number, mode, points=True)
    if quantity.over and scene.quantities[number + 1].kind is Kind.PERCENT and scene.target_to_the_right(number + 1):
        return _rate(scene, said, number)
    if _is_target(scene, said, number, mode):
        return _target(scene, said, number)
    if mode in CHANGING or quantity.sign:
        if says_from(scene, number):
            return _rate(scene, said, number)
        return _change(scene, said, number, mode, points=False)
    if (aim := scene.target_to_the_right(number)) is not None and not quantity.under:
        scene.take(aim)
        return _of_target(scene, said, number)
    return _rate_or_share(scene, said, number, mode)


def change_of_amount(scene: Scene, said: Said, number: int) -> Figure | None:
    """ "tăng 654 việc": growth of what was said before, or a distance to a target; else nothing."""
    quantity = scene.quantities[number]
    if quantity.kind not in (Kind.CASE, Kind.MONEY, Kind.JUDGMENT, Kind.BARE, Kind.LETTER, Kind.VISIT):
        return None
    mode = _mode(scene, said, number)
    if mode not in CHANGING and not _explains_growth(scene, said, number):
        return None
    if says_from(scene, number) or _arrives(scene, number) or quantity.over or quantity.under:
        return None
    return _growth_of_amount(scene, said, number, mode)


# --------------------------------------------------------------------------- which claim is it


def _mode(scene: Scene, said: Said, number: int) -> Role | None:
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


def _is_target(scene: Scene, said: Said, number: int, mode: Role | None) -> bool:
    quantity = scene.quantities[number]
    if quantity.under and scene.target_to_the_right(number):
        return True
    if mode in (Role.OVER, Role.UNDER):
        return False
    if mode is Role.REACH and said.target is not None and scene.target_to_the_right(number):
        return False
    if said.last is not None and scene.figures[said.last].indicator is Indicator.TARGET:
        if said.mode is None and continues(scene, number, scene.place_of[said.last].end):
            return True
    if said.held is not None and mode in (None, Role.REACH):
        if _NAMES_TARGET.match(scene.flat[said.held.end : quantity.start]):
            return True
    if said.target is None:
        return False
    gap = scene.gap_before(number, said.target.end)
    if mode in (Role.UP, Role.DOWN):
        return bool(_INTO_PLAN.match(gap)) and "hơn" not in gap
    return said.aiming or ("," not in gap and len(gap) < 40)


def _explains_growth(scene: Scene, said: Said, number: int) -> bool:
    """ "tăng 22,33% (654 việc)": the amount behind a growth percentage is the growth itself."""
    if said.last is None or scene.figures[said.last].indicator is not Indicator.GROWTH_PCT:
        return False
    end = scene.place_of[said.last].end
    return said.subject_at < end and bool(_EQUALLY.match(scene.flat[end : scene.quantities[number].start]))


def _arrives(scene: Scene, number: int) -> bool:
    """ "tăng từ 3.000 việc lên 3.228 việc", "giảm còn 300 việc": the number reached, not the change."""
    before = scene.flat[max(scene.since_last(number), scene.quantities[number].start - 14) : scene.quantities[number].start]
    return bool(re.search(r"(?:\blên|\bxuống|\bcòn)(?: đến| tới| còn| là| mức| thành)*\s*$", before))


# --------------------------------------------------------------------------- dimension


def _dimension(scene: Scene, said: Said, number: int, host: int | None = None) -> Dimension | None:
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


# --------------------------------------------------------------------------- rates and shares


def _rate(scene: Scene, said: Said, number: int) -> Figure:
    host = _finished(scene, said, number)
    figure = draft(scene, said, number, _I.COMPLETION_RATE, Unit.PERCENT)
    dimension = _dimension(scene, said, number, host)
    if host is not None and scene.figures[host].dimension is not dimension:
        host = said.finished.get(dimension)
    if host is not None and (figure.scope not in ("", scene.figures[host].scope) or scene.figures[host].org != figure.org):
        host = None
    if host is not None and scene.figures[host].scope:
        figure = replace(figure, scope=scene.figures[host].scope)
    return replace(figure, dimension=dimension, host=host)


def _finished(scene: Scene, said: Said, number: int) -> int | None:
    """The finished amount that a rate belongs to: the one said last on this level of the sentence."""
    if said.last is None:
        return None
    last = scene.figures[said.last]
    if last.indicator is _I.FINISHED and last.unit is not Unit.PERCENT:
        return said.last
    if last.dimension in said.finished:
        return said.finished[last.dimension]
    return max(said.finished.values(), default=None)


def _rate_or_share(scene: Scene, said: Said, number: int, mode: Role | None) -> Figure:
    quantity = scene.quantities[number]
    last = scene.figures[said.last] if said.last is not None else None
    fresh = said.last is None or said.subject_at >= scene.place_of[said.last].end
    if last is not None and not fresh and last.indicator is _I.GROWTH_ABS and mode is not Role.REACH:
        if _EQUALLY.match(scene.flat[scene.place_of[said.last].end : quantity.start]):
            return _growth_percent(scene, said, number, last.direction)
    if last is not None and not fresh and last.unit is Unit.PERCENT and said.mode is None:
        subject = last.indicator
    else:
        subject = said.subject or (last.indicator if last is not None else None)
        if not fresh and last is not None and last.indicator in STOCKS:
            subject = last.indicator if subject is not _I.COMPLETION_RATE else subject
    if subject is _I.FINISHED and mode is Role.SHARE:
        return _rate(scene, said, number)
    if subject in _SHARES or (mode is Role.SHARE and subject in STOCKS):
        if not (subject in (_I.MUST_ENFORCE, _I.TOTAL_HANDLED) and mode is not Role.SHARE):
            return _share(scene, said, number, subject)
    if mode is Role.SHARE and subject is not _I.COMPLETION_RATE and "tương ứng" not in (said.mode_cue.word if said.mode_cue else ""):
        return _plain(scene, said, number)
    if subject is _I.OTHER and (_speaks_directly(scene, said, number) or not fresh and (last is None or last.indicator is _I.OTHER)):
        return _plain(scene, said, number)
    if subject in (_I.GROWTH_PCT, _I.VS_SAME_PERIOD_PP, _I.VS_TARGET) and mode is None:
        return _plain(scene, said, number)
    if subject is None and mode is None and said.dimension is None and not said.side and _unnamed(scene, number):
        return _plain(scene, said, number)
    return _rate(scene, said, number)


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
    return replace(figure, dimension=_dimension(scene, said, number, host), host=host, base=base)


def _shared_amount(scene: Scene, said: Said, number: int, subject: Indicator) -> int | None:
    """The amount that a share belongs to: the last of its subject, on the side said with the share."""
    last = scene.figures[said.last] if said.last is not None else None
    if last is None or last.indicator is not subject:
        return None
    return said.last if last.unit not in (Unit.PERCENT, Unit.PP) and not scene.dimension_to_the_right(number) else None


def _base_cues(scene: Scene, number: int) -> list[Role]:
    quantity = scene.quantities[number]
    found = []
    for cue in scene.cues_between(quantity.end, scene.until_next(number)):
        gap = scene.flat[quantity.end : cue.start]
        if cue.role is Role.SUBJECT and re.match(r"^\)?\s*(?:trong|trên|so với|của)\s*(?:tổng )?(?:số )?$", gap):
            found.append(cue)
        elif cue.role not in (Role.CLOSE, Role.DIMENSION):
            break
    return found


def _plain(scene: Scene, said: Said, number: int) -> Figure:
    figure = draft(scene, said, number, _I.OTHER, Unit.PERCENT)
    return replace(figure, dimension=_dimension(scene, said, number))


# --------------------------------------------------------------------------- targets


def _target(scene: Scene, said: Said, number: int) -> Figure:
    figure = draft(scene, said, number, _I.TARGET, Unit.PERCENT)
    if scene.quantities[number].under:
        if (aim := scene.target_to_the_right(number)) is not None:
            scene.take(aim)
        host = said.last
        return replace(figure, of=_I.COMPLETION_RATE, dimension=_dimension(scene, said, number, host), host=host)
    dimension = _dimension(scene, said, number, said.rate)
    return replace(figure, of=_I.COMPLETION_RATE, dimension=dimension)


def _of_target(scene: Scene, said: Said, number: int) -> Figure:
    """ "đạt 97% chỉ tiêu": the rate (or amount) as a percentage of its target."""
    host = _compared_rate(scene, said, number)
    of = _I.COMPLETION_RATE if host is None else scene.figures[host].indicator
    if host is None and said.subject in STOCKS and said.subject is not _I.FINISHED:
        of = said.subject
    figure = draft(scene, said, number, _I.VS_TARGET, Unit.PERCENT)
    dimension = _dimension(scene, said, number, host)
    host = _on_side(scene, said, host, dimension)
    return replace(figure, of=of, dimension=dimension, host=host, reference=Reference.TARGET)


def _compared_rate(scene: Scene, said: Said, number: int) -> int | None:
    """The rate that a comparison speaks of, unless something new was named since."""
    if said.rate is None:
        return None
    place = scene.place_of[said.rate]
    if said.subject_at >= place.end and said.subject is not _I.COMPLETION_RATE:
        return None
    return said.rate


def _on_side(scene: Scene, said: Said, host: int | None, dimension: Dimension | None) -> int | None:
    """The rate on the side that a comparison names, when the one said last is of the other side."""
    if host is None or scene.figures[host].dimension is dimension:
        return host
    if scene.figures[host].indicator is _I.COMPLETION_RATE:
        return said.rates.get(dimension)
    return said.finished.get(dimension)


# --------------------------------------------------------------------------- changes


def _change(scene: Scene, said: Said, number: int, mode: Role | None, *, points: bool) -> Figure:
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
        return _growth_percent(scene, said, number, direction)
    return _points(scene, said, number, direction, explicit=points)


def _reference(said: Said, cue: object, mode: Role | None) -> Reference:
    from thads.steering.narrative.rules.phrases import Cue

    led = said.reference is not None and said.mode_cue is not None and said.reference.start >= said.mode_cue.start
    if isinstance(cue, Cue) and not led:
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
        scope=scene.figures[host].scope if host is not None else figure.scope or scope_to_the_right(scene, number),
    )  # fmt: skip


def _of_last(scene: Scene, said: Said) -> Indicator | None:
    """What the growth said just before was of."""
    return scene.figures[said.last].of if said.last is not None else None


def _amount_dimension(scene: Scene, said: Said, host: int | None, unit: Unit) -> Dimension | None:
    if unit is Unit.VND:
        return Dimension.MONEY
    if host is not None:
        return scene.figures[host].dimension
    return said.side or Dimension.CASES


def _growth_percent(scene: Scene, said: Said, number: int, direction: int) -> Figure:
    last = scene.figures[said.last] if said.last is not None else None
    host = _host_amount(scene, said, number)
    fresh = said.last is None or said.subject_at >= scene.place_of[said.last].end
    if host is not None:
        of = scene.figures[host].indicator
    elif not fresh and last is not None and last.indicator in CHANGES:
        of = last.of
    else:
        of = said.subject
    figure = draft(scene, said, number, _I.GROWTH_PCT, Unit.PERCENT)
    linked = None if fresh else host if host is not None else said.last
    pair = said.last if last is not None and last.indicator is _I.GROWTH_ABS and not fresh else None
    return replace(
        figure, value=figure.value * direction, direction=direction, of=of, host=host, whole=pair,
        dimension=_dimension(scene, said, number, linked), reference=Reference.SAME_PERIOD,
        scope=scene.figures[host].scope if host is not None else figure.scope,
    )  # fmt: skip


def _points(scene: Scene, said: Said, number: int, direction: int, *, explicit: bool) -> Figure:
    host = _compared_rate(scene, said, number)
    of = scene.figures[host].indicator if host is not None else _I.COMPLETION_RATE
    pair = None
    if explicit and said.last is not None and scene.figures[said.last].indicator is _I.GROWTH_ABS:
        if said.subject_at < scene.place_of[said.last].end:
            host, pair, of = scene.figures[said.last].host, said.last, scene.figures[said.last].of or of
    figure = draft(scene, said, number, _I.VS_SAME_PERIOD_PP, Unit.PP)
    dimension = _dimension(scene, said, number, host)
    host = host if pair is not None else _on_side(scene, said, host, dimension)
    return replace(
        figure, value=figure.value * direction, direction=direction, of=of, host=host, whole=pair,
        dimension=dimension, reference=Reference.SAME_PERIOD,
        scope=scene.figures[host].scope if host is not None else figure.scope,
    )  # fmt: skip


def _distance(scene: Scene, said: Said, number: int, direction: int, reference: Reference, word: str) -> Figure:
    """ "vượt 0,72% so với chỉ tiêu Tổng cục giao": points above a target or above the pace towards it."""
    host = _compared_rate(scene, said, number)
    if host is None and said.last is not None and scene.figures[said.last].indicator is _I.FINISHED:
        host = said.last
    last = scene.figures[said.last] if said.last is not None else None
    if host is None and last is not None and last.indicator is _I.VS_TARGET:
        host = last.host
    of = scene.figures[host].indicator if host is not None else _I.COMPLETION_RATE
    of = _I.COMPLETION_RATE if of is _I.FINISHED else of
    figure = draft(scene, said, number, _I.VS_TARGET, Unit.PP)
    dimension = _dimension(scene, said, number, host)
    host = _on_side(scene, said, host, dimension)
    return replace(
        figure, value=figure.value * direction, direction=direction, of=of, host=host, reference=reference,
        source=word, dimension=dimension,
        scope=scene.figures[host].scope if host is not None else figure.scope,
    )  # fmt: skip


def _elsewhere(scene: Scene, said: Said, number: int, direction: int, reference: Reference) -> Figure:
    """Compared with an average or another month: no claim that the text can be held to."""
    host = _compared_rate(scene, said, number)
    figure = draft(scene, said, number, _I.OTHER, Unit.PP if host is not None else Unit.PERCENT)
    of = scene.figures[host].indicator if host is not None else said.subject
    return replace(
        figure, value=figure.value * direction, direction=direction, of=of, host=host,
        reference=reference, dimension=_dimension(scene, said, number, host),
    )  # fmt: skip


# --------------------------------------------------------------------------- rank


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
