"""The calendar of Viet Nam's offices: the public holidays by year, and periods of the law laid on it."""

from datetime import date
from functools import lru_cache
from typing import assert_never

from holidays import country_holidays

from thads.kernel.calendar import WorkingCalendar, add_months
from thads.law import Ruling, Unit


@lru_cache(maxsize=64)
def calendar_around(year: int) -> WorkingCalendar:
    """Return the working calendar of a year, the year before and the two after."""
    days = country_holidays("VN", years=range(year - 1, year + 3))
    return WorkingCalendar(frozenset(days))


def last_day(ruling: Ruling, *, start: date) -> date:
    """Return the last day of the period a ruling gives, counted from an event (BLDS Đ147–148)."""
    calendar = calendar_around(start.year)
    length = int(str(ruling.value))
    match ruling.unit:
        case Unit.AT_ONCE:
            return start
        case Unit.HOUR:
            return calendar.after_days(start, -(-length // 24))
        case Unit.DAY:
            return calendar.after_days(start, length)
        case Unit.WORKING_DAY:
            return calendar.after_working_days(start, length)
        case Unit.MONTH:
            return calendar.after_months(start, length)
        case Unit.YEAR:
            return calendar.after_months(start, 12 * length)
        case Unit.DONG | Unit.PERCENT | Unit.REGIONAL_WAGE | Unit.COUNT | Unit.FLAG | Unit.CODE:
            raise TypeError(f"{ruling.key} is no period")
        case _:
            assert_never(ruling.unit)


def earliest_day(ruling: Ruling, *, start: date) -> date:
    """Return the first day on which a waiting time of months or years is over; waiting times do not roll."""
    length = int(str(ruling.value))
    return add_months(start, 12 * length if ruling.unit is Unit.YEAR else length)
