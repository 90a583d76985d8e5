"""One deadline as a derivation: rule, article, start, days counted, days off met, pauses, the end and why.

The day of the event is not counted (BLDS Đ147.2); a period whose last day is a day off ends with the next
working day (BLDS Đ148.5); months and years end on the corresponding day (BLDS Đ148.3). A period that is
counted back from an event ends with the last working day that still leaves it whole [derived].
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import assert_never

from thads.enforcement.deadlines.rules.calendar import ONE_DAY, DayOff, OfficeCalendar, office_calendar
from thads.kernel.calendar import add_months
from thads.law import LAW, Certainty, Ruling, Unit

_HOURS_A_DAY = 24
_BACKWARD = "before_"


class Rolled(StrEnum):
    """Why a deadline ends on another day than the count alone gives."""

    NOT = "not"
    DAY_OFF = "day_off"
    PAUSED = "paused"
    BEFORE_DAY_OFF = "before_day_off"


class Doubt(StrEnum):
    """What the texts leave open about a deadline."""

    OTHER_LAW_DIFFERS = "other_law_differs"
    OTHER_LAW_SILENT = "other_law_silent"


@dataclass(frozen=True, slots=True, order=True)
class Pause:
    """Days that are not counted, half-open: a deferral, a suspension, an obstacle (L08 Đ30.3; L25 Đ34.2)."""

    start: date
    end: date
    reason: str = ""

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"empty pause {self.start}…{self.end}")

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline with everything that led to it.

    `days_off`: those left out of a count of working days, or those that moved the end; `days_counted` leaves
    out days off where working days are counted, and paused days always; `due_at`: the instant, of hours
    counted from an instant; `alternative`: the end under the law of 1/7/2026 when the period straddles it and
    the two differ; `unannounced`: years met whose moved days are not announced.
    """

    key: str
    title: str
    basis: str
    unit: Unit
    length: int
    length_words: str
    counted_from: date
    raw_end: date
    due_on: date
    days_counted: int
    days_off: tuple[DayOff, ...]
    pauses: tuple[Pause, ...]
    paused_days: int
    rolled: Rolled
    certainty: Certainty
    note: str = ""
    is_backward: bool = False
    due_at: datetime | None = None
    doubt: Doubt | None = None
    alternative: "Deadline | None" = None
    unannounced: tuple[int, ...] = ()


def derive(
    key: str,
    *,
    start: date,
    pauses: Sequence[Pause] = (),
    calendar: OfficeCalendar | None = None,
    on: date | None = None,
    at: datetime | None = None,
) -> Deadline:
    """Return the deadline a rule gives from an event under the law of the day of the event, or of `on`.

    `at`: the instant of the event, from which hours run. Refuses an unknown rule and a day without law.
    """
    calendar = calendar or office_calendar()
    deadline = _derived(key, start, tuple(sorted(pauses)), calendar, on or start, at)
    return _doubted(deadline, calendar, at) if on is None else deadline


def counts_back(key: str) -> bool:
    """Say whether a rule counts back from its event, as “at least 3 working days before”."""
    return LAW.timeline(key).counts_from.startswith(_BACKWARD)


def last_day(ruling: Ruling, *, start: date, calendar: OfficeCalendar | None = None) -> date:
    """Return the last day of the period a ruling gives, counted from an event (BLDS Đ147–148)."""
    calendar = calendar or office_calendar()
    raw = _raw_end(ruling, start, calendar)
    return raw if ruling.unit is Unit.AT_ONCE else calendar.counting.rolled(raw)


def earliest_day(ruling: Ruling, *, start: date) -> date:
    """Return the first day on which a waiting time of months or years is over; waiting times do not roll."""
    length = length_of(ruling)
    return add_months(start, 12 * length if ruling.unit is Unit.YEAR else length)


def length_of(ruling: Ruling) -> int:
    """Return how many units a ruling gives; 0 for what is due at once."""
    return int(str(ruling.value))


@lru_cache(maxsize=50_000)
def _derived(
    key: str,
    start: date,
    pauses: tuple[Pause, ...],
    calendar: OfficeCalendar,
    law_of: date,
    at: datetime | None,
) -> Deadline:
    ruling = LAW.value(key, on=law_of)
    if ruling.unit is Unit.HOUR and at is not None:
        return _of_hours(ruling, start, at, counts_back(key))
    if counts_back(key):
        return _backward(ruling, start, calendar)
    return _forward(ruling, start, pauses, calendar)


def _forward(ruling: Ruling, start: date, pauses: tuple[Pause, ...], calendar: OfficeCalendar) -> Deadline:
    raw, paused = _raw_end(ruling, start, calendar), 0
    if pauses:
        raw, paused = _paused_end(ruling, start, pauses, calendar, raw)
    due_on, rolled = raw, Rolled.NOT
    if ruling.unit is not Unit.AT_ONCE:
        due_on, rolled = _rolled(raw, pauses, calendar)
    counts_working = ruling.unit is Unit.WORKING_DAY
    off = calendar.days_off(start, raw) if counts_working else calendar.days_off(raw - ONE_DAY, due_on)
    days = length_of(ruling) if counts_working else (raw - start).days - paused
    met = tuple(one for one in pauses if one.start <= due_on and start + ONE_DAY < one.end)
    return Deadline(
        key=ruling.key, title=ruling.vi, basis=ruling.basis, unit=ruling.unit, length=length_of(ruling),
        length_words=LAW.written(ruling), counted_from=start, raw_end=raw, due_on=due_on, days_counted=days,
        days_off=tuple(off), pauses=met, paused_days=paused, rolled=rolled, certainty=ruling.certainty,
        note=ruling.note, unannounced=_unannounced(ruling, start, due_on, calendar),
    )  # fmt: skip


def _raw_end(ruling: Ruling, start: date, calendar: OfficeCalendar) -> date:
    """Return the end as the count alone gives it."""
    length = length_of(ruling)
    match ruling.unit:
        case Unit.AT_ONCE:
            return start
        case Unit.HOUR:
            return start + ONE_DAY * -(-length // _HOURS_A_DAY)
        case Unit.DAY:
            return start + ONE_DAY * length
        case Unit.WORKING_DAY:
            return calendar.counting.after_working_days(start, length)
        case Unit.MONTH:
            return add_months(start, length)
        case Unit.YEAR:
            return add_months(start, 12 * length)
        case Unit.DONG | Unit.PERCENT | Unit.REGIONAL_WAGE | Unit.COUNT | Unit.FLAG | Unit.CODE:
            raise TypeError(f"{ruling.key} is no period")
        case _:
            assert_never(ruling.unit)


def _paused_end(
    ruling: Ruling, start: date, pauses: tuple[Pause, ...], calendar: OfficeCalendar, raw: date
) -> tuple[date, int]:
    """Return the end with the paused days left out of the count, and how many they were.

    Working days and days are counted one by one; months and years are lengthened by the days paused.
    """
    if ruling.unit in {Unit.AT_ONCE, Unit.HOUR}:
        return raw, 0
    counts_working = ruling.unit is Unit.WORKING_DAY
    left = length_of(ruling) if counts_working else (raw - start).days
    day, paused = start, 0
    while left > 0:
        day += ONE_DAY
        if any(day in pause for pause in pauses):
            paused += 1
        elif not counts_working or calendar.is_working(day):
            left -= 1
    return day, paused


def _rolled(raw: date, pauses: tuple[Pause, ...], calendar: OfficeCalendar) -> tuple[date, Rolled]:
    """Return the end moved off days off (BLDS Đ148.5), and off a pause that begins meanwhile."""
    day, reason = raw, Rolled.NOT
    while True:
        if not calendar.is_working(day):
            reason = Rolled.DAY_OFF if reason is Rolled.NOT else reason
        elif day > raw and any(day in pause for pause in pauses):
            reason = Rolled.PAUSED
        else:
            return day, reason
        day += ONE_DAY


def _backward(ruling: Ruling, event: date, calendar: OfficeCalendar) -> Deadline:
    """Return the last day on which an act still comes the required time before the event."""
    length = length_of(ruling)
    counts_working = ruling.unit is Unit.WORKING_DAY
    raw = calendar.counting.before_working_days(event, length) if counts_working else _back(ruling, event)
    due_on = calendar.counting.rolled_back(raw)
    off = calendar.days_off(raw, event) if counts_working else calendar.days_off(due_on, raw + ONE_DAY)
    return Deadline(
        key=ruling.key, title=ruling.vi, basis=ruling.basis, unit=ruling.unit, length=length,
        length_words=LAW.written(ruling), counted_from=event, raw_end=raw, due_on=due_on,
        days_counted=length if counts_working else (event - raw).days, days_off=tuple(off), pauses=(),
        paused_days=0, rolled=Rolled.NOT if raw == due_on else Rolled.BEFORE_DAY_OFF,
        certainty=ruling.certainty, note=ruling.note, is_backward=True,
        unannounced=_unannounced(ruling, due_on, event, calendar),
    )  # fmt: skip


def _back(ruling: Ruling, event: date) -> date:
    match ruling.unit:
        case Unit.MONTH:
            return add_months(event, -length_of(ruling))
        case Unit.YEAR:
            return add_months(event, -12 * length_of(ruling))
        case Unit.HOUR:
            return event - ONE_DAY * -(-length_of(ruling) // _HOURS_A_DAY)
        case _:
            return event - ONE_DAY * length_of(ruling)


def _of_hours(ruling: Ruling, start: date, at: datetime, is_backward: bool) -> Deadline:
    """Return a deadline of hours that run from an instant and do not stop for days off (BLDS Đ147.1)."""
    length = timedelta(hours=length_of(ruling))
    due_at = at - length if is_backward else at + length
    return Deadline(
        key=ruling.key, title=ruling.vi, basis=ruling.basis, unit=ruling.unit, length=length_of(ruling),
        length_words=LAW.written(ruling), counted_from=start, raw_end=due_at.date(), due_on=due_at.date(),
        days_counted=0, days_off=(), pauses=(), paused_days=0, rolled=Rolled.NOT, certainty=ruling.certainty,
        note=ruling.note, is_backward=is_backward, due_at=due_at,
    )  # fmt: skip


def _unannounced(ruling: Ruling, start: date, end: date, calendar: OfficeCalendar) -> tuple[int, ...]:
    """Return the years whose moved days could change the result and are not announced."""
    if ruling.unit is Unit.AT_ONCE:
        return ()
    first = start.year if ruling.unit is Unit.WORKING_DAY else end.year
    return tuple(year for year in range(first, end.year + 1) if not calendar.is_announced(year))


def _doubted(deadline: Deadline, calendar: OfficeCalendar, at: datetime | None) -> Deadline:
    """Return the deadline with what is open about it when it began under one law and ends under the next.

    No text says which law holds then: that of the event is taken, the other is told (L25 Đ116.3–4) [derived].
    """
    begun, ended = sorted((deadline.counted_from, deadline.due_on))
    if deadline.is_backward or LAW.regime(begun) is LAW.regime(ended):
        return deadline
    later = LAW.timeline(deadline.key).find(ended)
    if later is None:
        return replace(deadline, doubt=Doubt.OTHER_LAW_SILENT, certainty=Certainty.DERIVED)
    other = _derived(deadline.key, deadline.counted_from, deadline.pauses, calendar, ended, at)
    if other.due_on == deadline.due_on or other.due_on < later.since:
        return deadline
    return replace(deadline, doubt=Doubt.OTHER_LAW_DIFFERS, alternative=other, certainty=Certainty.DERIVED)
