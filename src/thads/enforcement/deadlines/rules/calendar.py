"""The working calendar of an office: public holidays, the days the government moves, days the office adds.

Public holidays follow from the Labour Code and the lunar calendar (library `holidays`), moved days from the
law's dated data, local days from the rows an office keeps (BLDS Đ147–148). Later knowledge goes before
earlier: local days over moved days over public holidays over the week.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from holidays import country_holidays

from thads.kernel.calendar import WorkingCalendar
from thads.law import LAW, DaySwap

ONE_DAY = timedelta(days=1)
_SATURDAY = 5
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_MOVED_BY_THE_LIBRARY = "Ngày nghỉ (thay cho"


class HolidayKind(StrEnum):
    """What an office adds to the calendar of the country: a day off, or a day off that is worked."""

    DAY_OFF = "day_off"
    MADE_UP = "made_up"


@dataclass(frozen=True, slots=True)
class LocalHoliday:
    """Days that an office adds to the calendar, half-open, with the reason and the paper."""

    kind: HolidayKind
    valid_from: date
    valid_to: date
    reason: str
    basis: str = ""

    def __contains__(self, day: date) -> bool:
        return self.valid_from <= day < self.valid_to


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day on which the office does not work, and why."""

    on: date
    name: str
    is_holiday: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    """A set of days told by a question, so that no range of years need be laid out beforehand."""

    holds: Callable[[date], bool]

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.holds(day)


class OfficeCalendar:
    """The calendar of one office; equal only to itself, so take it from `office_calendar`."""

    def __init__(self, local: tuple[LocalHoliday, ...] = ()) -> None:
        self.local = local
        self.counting = WorkingCalendar(_Asked(self._is_holiday), _Asked(self._is_made_up))

    def is_working(self, day: date) -> bool:
        """Say whether the office works on the day."""
        return self.counting.is_working(day)

    def day_off(self, day: date) -> DayOff | None:
        """Return why the office does not work on the day; None when it does."""
        if self.is_working(day):
            return None
        name = self._name_of(day)
        return DayOff(day, name or weekday(day), bool(name))

    def days_off(self, after: date, before: date) -> Iterator[DayOff]:
        """Yield the days off strictly between two days."""
        day = after + ONE_DAY
        while day < before:
            if off := self.day_off(day):
                yield off
            day += ONE_DAY

    def is_announced(self, year: int) -> bool:
        """Say whether the moved days of a year are known: from the law's data, or from a day made up for."""
        return year in LAW.announced_years or any(
            one.kind is HolidayKind.MADE_UP and one.valid_from.year == year for one in self.local
        )

    def _local(self, day: date) -> LocalHoliday | None:
        return next((one for one in reversed(self.local) if day in one), None)

    def _is_holiday(self, day: date) -> bool:
        local = self._local(day)
        if local is not None:
            return local.kind is HolidayKind.DAY_OFF
        return day in _given_free() or day in _public_holidays(day.year)

    def _is_made_up(self, day: date) -> bool:
        local = self._local(day)
        if local is not None:
            return local.kind is HolidayKind.MADE_UP
        return day in _worked()

    def _name_of(self, day: date) -> str:
        local = self._local(day)
        if local is not None:
            return local.reason
        if swap := _given_free().get(day):
            return f"nghỉ hoán đổi, làm bù ngày {written(swap.worked)} ({swap.decision})"
        return _public_holidays(day.year).get(day, "")


@lru_cache(maxsize=256)
def office_calendar(local: tuple[LocalHoliday, ...] = ()) -> OfficeCalendar:
    """Return the calendar of an office with the days it adds; without any, the country's."""
    return OfficeCalendar(local)


def weekday(day: date) -> str:
    """Return the Vietnamese name of the weekday."""
    return _WEEKDAYS[day.weekday()]


def written(day: date) -> str:
    """Write a day as officers do: 05/07/2024."""
    return day.strftime("%d/%m/%Y")


@lru_cache(maxsize=128)
def _public_holidays(year: int) -> dict[date, str]:
    """Return the public holidays of a year with the days given for those that fall on a weekly day off."""
    found = country_holidays("VN", years=year, language="vi")
    return {
        day: name
        for day, name in found.items()
        if day.year == year and not name.startswith(_MOVED_BY_THE_LIBRARY)
    }


@lru_cache(maxsize=1)
def _given_free() -> dict[date, DaySwap]:
    return {swap.off: swap for year in LAW.announced_years.values() for swap in year.swaps}


@lru_cache(maxsize=1)
def _worked() -> frozenset[date]:
    return frozenset(swap.worked for swap in _given_free().values())
