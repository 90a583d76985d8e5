"""A figure with its place, value, organisation and period, before it is said what it counts."""

from __future__ import annotations

import re

from thads.steering.narrative.rules import places
from thads.steering.narrative.rules.cues import Role
from thads.steering.narrative.rules.scene import Scene
from thads.steering.narrative.rules.vocabulary import Figure, Indicator, Unit
from thads.steering.narrative.rules.walk import CHANGING, CONTINUED, Said

_LAST_YEAR = re.compile(
    r"(?<!với )(?<!so )(?<!tỷ lệ )cùng kỳ(?: (?:của )?năm (?:trước|ngoái|\d{4})| \d{4})?\s*(?:\(|,)?\s*"
    r"(?:là|đạt|chỉ|chỉ đạt|có|:|giải quyết xong|thi hành xong|\s)*$"
)
_FROM = re.compile(r"\btừ(?: mức)?\s*$")


def draft(scene: Scene, said: Said, number: int, indicator: Indicator, unit: Unit) -> Figure:
    """A figure with its place, value and surroundings; the caller says what it is."""
    quantity = scene.quantities[number]
    start, end = scene.reading.original(quantity.start, quantity.end)
    return Figure(
        quote=scene.reading.text[start:end],
        start=start,
        end=end,
        value=quantity.value,
        unit=unit,
        indicator=indicator,
        org=_org(scene, number),
        period=_period(scene, number, planned=indicator is Indicator.TARGET),
        step=quantity.step,
        bound=quantity.bound,
        scope=said.scope,
        sentence=scene.sentence.start,
        paragraph=scene.sentence.paragraph,
    )


def scope_to_the_right(scene: Scene, number: int) -> str:
    """ "2.487 việc liên quan đến tín dụng, ngân hàng": the group named behind an amount."""
    quantity = scene.quantities[number]
    for cue in scene.cues_between(quantity.end, scene.until_next(number)):
        if cue.role is Role.SCOPE:
            return cue.word
        if cue.role in (Role.COMMA, Role.STOP, Role.CLOSE, Role.OPEN) or cue.role in CHANGING:
            return ""
    return ""


def _org(scene: Scene, number: int) -> str | None:
    quantity = scene.quantities[number]
    unit = scene.around.unit_at(quantity.start, scene.sentence)
    listed = places.listed_unit(
        scene.reading, scene.since_last(number) if number else scene.sentence.start, quantity.start
    )
    if listed is not None and (unit is None or listed[0] >= unit.end):
        province = places.province_named(listed[1])
        if province is not None:
            return province
        if unit is not None or _is_list(scene, number):
            chi_cuc = unit is None or unit.name.startswith("Chi cục") or not listed[1].startswith("Phòng")
            return f"Chi cục {listed[1]}" if chi_cuc else listed[1]
    return scene.around.org_at(quantity.start, scene.sentence, scene.paragraph_start)


def _is_list(scene: Scene, number: int) -> bool:
    """Whether names with a figure in parentheses follow each other: then they are units."""
    named = re.compile(r"[A-ZĐÀ-Ỹ][\w'’]*(?: [A-ZĐÀ-Ỹ][\w'’]*)* \(\d")
    return len(named.findall(scene.reading.cased[scene.sentence.start : scene.sentence.end])) >= 2


def _period(scene: Scene, number: int, *, planned: bool) -> str | None:
    quantity = scene.quantities[number]
    period = scene.around.period_at(quantity.start, scene.sentence, planned=planned)
    before = scene.flat[scene.since_last(number) : quantity.start]
    if period is not None and (_LAST_YEAR.search(before) or says_from(scene, number)):
        year, months = period[2:].split("/")
        return f"FY{int(year) - 1}/{months}"
    return period


def says_from(scene: Scene, number: int) -> bool:
    """ "tăng từ 3.000 việc lên 3.228 việc": the first number is that of the year before."""
    quantity = scene.quantities[number]
    before = scene.flat[max(scene.since_last(number), quantity.start - 40) : quantity.start]
    after = scene.flat[quantity.end : quantity.end + 40]
    return bool(
        _FROM.search(before)
        and re.search(r"tăng|giảm", before)
        and re.search(r"\b(?:lên|xuống|còn)\b", after)
    )


def continues(scene: Scene, number: int, end: int) -> bool:
    """Whether a quantity only continues what was said of the one that ended there."""
    return bool(CONTINUED.match(scene.gap_before(number, end)))
