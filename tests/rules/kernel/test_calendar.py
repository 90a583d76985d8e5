"""Days are counted as the civil code counts them (BLDS Đ147–148)."""

from datetime import date

import pytest

from thads.kernel.calendar import WorkingCalendar, add_months, add_years

TET = frozenset(date(2024, 2, day) for day in (8, 9, 12, 13, 14))
CALENDAR = WorkingCalendar(TET)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2023, 12, 15), 1, date(2024, 1, 15)),
        (date(2024, 1, 15), -1, date(2023, 12, 15)),
        (date(2023, 10, 31), 24, date(2025, 10, 31)),
    ],
)
def test_months_end_on_the_corresponding_day_or_the_last(start: date, months: int, end: date) -> None:
    assert add_months(start, months) == end


def test_years_are_twelve_months() -> None:
    assert add_years(date(2024, 2, 29), 4) == date(2028, 2, 29)


def test_saturday_sunday_and_holidays_are_days_off() -> None:
    off = [day for day in range(1, 20) if not CALENDAR.is_working(date(2024, 2, day))]

    assert off == [3, 4, 8, 9, 10, 11, 12, 13, 14, 17, 18]


def test_the_day_of_the_event_is_not_counted_and_a_day_off_rolls_the_end() -> None:
    assert CALENDAR.after_days(date(2024, 2, 19), 10) == date(2024, 2, 29)
    assert CALENDAR.after_days(date(2024, 1, 31), 10) == date(2024, 2, 15)  # the tenth day is in Tết


def test_working_days_skip_days_off() -> None:
    assert CALENDAR.after_working_days(date(2024, 2, 6), 3) == date(2024, 2, 16)
    assert CALENDAR.after_working_days(date(2024, 2, 10), 1) == date(2024, 2, 15)


def test_a_period_of_months_rolls_too() -> None:
    assert CALENDAR.after_months(date(2023, 11, 12), 3) == date(2024, 2, 15)
