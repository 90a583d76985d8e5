"""Working days of the demonstration: offices are closed on weekends, fixed holidays and around Tết."""

from datetime import date, timedelta
from random import Random

EVE = date(2023, 9, 30)
"""The last day of the statistics year 2023."""
OPENING = date(2023, 10, 1)
AS_OF = date(2024, 6, 30)
LAST_DAY = date(2024, 7, 4)
"""Nothing happens and nothing is recorded after this day."""
DEMO_DAY = date(2024, 7, 5)
"""The working day that interfaces assume."""

_FIXED = {(1, 1), (4, 30), (5, 1), (9, 2)}
_TET = {
    2017: date(2017, 1, 28), 2018: date(2018, 2, 16), 2019: date(2019, 2, 5), 2020: date(2020, 1, 25),
    2021: date(2021, 2, 12), 2022: date(2022, 2, 1), 2023: date(2023, 1, 22), 2024: date(2024, 2, 10),
}  # fmt: skip


def is_working(day: date) -> bool:
    """Say whether offices are open."""
    if day.weekday() >= 5 or (day.month, day.day) in _FIXED:
        return False
    tet = _TET.get(day.year)
    return tet is None or not -2 <= (day - tet).days <= 4


def working(day: date) -> date:
    """Return the day, or the next one on which offices are open."""
    while not is_working(day):
        day += timedelta(days=1)
    return day


def working_before(day: date) -> date:
    """Return the day, or the last one before on which offices were open."""
    while not is_working(day):
        day -= timedelta(days=1)
    return day


def between(first: date, last: date, chance: Random) -> date:
    """Return a working day drawn from first to last; the last working day when there is no room."""
    room = (last - first).days
    if room <= 0:
        return working_before(last)
    drawn = working(first + timedelta(days=chance.randrange(room + 1)))
    return drawn if drawn <= last else working_before(last)


def years_after(day: date, years: int) -> date:
    """Return the same day some years later; 1 March for 29 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def days(day: date, number: int) -> date:
    return day + timedelta(days=number)
