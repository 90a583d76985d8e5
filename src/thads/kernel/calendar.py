"""Counting days as the law does: calendar days, working days, months and years, with the rolling of the end.

The day of the event is not counted (BLDS Đ147.2); a period whose last day is a day off ends with the next
working day (BLDS Đ148.5); months and years end on the corresponding day, or the last of the month when
there is none (BLDS Đ148.3). Public holidays are handed in: the kernel does not know them.
"""

import calendar
from collections.abc import Container
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)
_SATURDAY = 5


def add_months(day: date, months: int) -> date:
    """Return the corresponding day some months later, the last of the month when there is none (BLDS
    Đ148.3).
    """
    place = day.year * 12 + day.month - 1 + months
    year, month = divmod(place, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_years(day: date, years: int) -> date:
    """Return the corresponding day some years later (BLDS Đ148.3)."""
    return add_months(day, 12 * years)


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Working days: not Saturday, not Sunday, not among the holidays handed in; days off made up for by
    work (`made_up`) are working days.
    """

    holidays: Container[date] = frozenset()
    made_up: Container[date] = frozenset()

    def is_working(self, day: date) -> bool:
        """Say whether offices work on the day."""
        return day in self.made_up or (day.weekday() < _SATURDAY and day not in self.holidays)

    def rolled(self, day: date) -> date:
        """Return the day, or the next working day when it is a day off (BLDS Đ148.5)."""
        while not self.is_working(day):
            day += _DAY
        return day

    def rolled_back(self, day: date) -> date:
        """Return the day, or the working day before it when it is a day off: a minimum is not cut short."""
        while not self.is_working(day):
            day -= _DAY
        return day

    def after_days(self, start: date, days: int) -> date:
        """Return the last day of a period of calendar days counted from the day after `start`."""
        return self.rolled(start + timedelta(days=days))

    def after_working_days(self, start: date, days: int) -> date:
        """Return the last day of a period of working days counted from the day after `start`."""
        day = start
        for _ in range(days):
            day = self.rolled(day + _DAY)
        return day

    def after_months(self, start: date, months: int) -> date:
        """Return the last day of a period of months."""
        return self.rolled(add_months(start, months))

    def before_working_days(self, event: date, days: int) -> date:
        """Return the last day that leaves so many working days, itself among them, before the event's day."""
        day = event
        for _ in range(days):
            day = self.rolled_back(day - _DAY)
        return day
