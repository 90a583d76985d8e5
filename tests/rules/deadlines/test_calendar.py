"""The calendar of offices: public holidays, days the government moves, days an office adds."""

from datetime import date

import pytest
from holidays import country_holidays

from thads.enforcement.deadlines.rules.calendar import HolidayKind, LocalHoliday, office_calendar
from thads.enforcement.deadlines.rules.local_days import check_holiday
from thads.kernel.refusals import Refusal
from thads.law import LAW, LawFileFault
from thads.law.holidays import read_announced_years
from thads.law.loading import Fields

NATIONAL = office_calendar()
YEARS = range(2018, 2027)


def day(written: str) -> date:
    return date.fromisoformat(written)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2018-02-14", "2018-02-20"), ("2019-02-04", "2019-02-08"), ("2020-01-23", "2020-01-29"),
        ("2021-02-10", "2021-02-16"), ("2022-01-31", "2022-02-04"), ("2023-01-20", "2023-01-26"),
        ("2024-02-08", "2024-02-14"), ("2025-01-27", "2025-01-31"), ("2026-02-16", "2026-02-20"),
    ],
)  # fmt: skip
def test_tet_is_off_as_announced_each_year(first: str, last: str) -> None:
    before = NATIONAL.counting.rolled_back(date.fromordinal(day(first).toordinal() - 1))
    after = NATIONAL.counting.rolled(date.fromordinal(day(last).toordinal() + 1))

    assert NATIONAL.counting.after_working_days(before, 1) == after
    assert not any(
        NATIONAL.is_working(date.fromordinal(n))
        for n in range(day(first).toordinal(), day(last).toordinal() + 1)
    )


@pytest.mark.parametrize(
    ("off", "worked"),
    [
        ("2018-12-31", "2019-01-05"), ("2019-04-29", "2019-05-04"), ("2024-04-29", "2024-05-04"),
        ("2025-05-02", "2025-04-26"), ("2026-01-02", "2026-01-10"), ("2026-08-31", "2026-08-22"),
    ],
)  # fmt: skip
def test_a_moved_day_is_off_and_its_saturday_is_worked(off: str, worked: str) -> None:
    assert not NATIONAL.is_working(day(off))
    assert NATIONAL.is_working(day(worked))
    told = NATIONAL.day_off(day(off))
    assert told is not None
    assert told.is_holiday
    assert day(worked).strftime("%d/%m/%Y") in told.name


@pytest.mark.parametrize("year", YEARS)
def test_the_moved_days_hold_what_the_library_knows(year: int) -> None:
    """A second way of knowing: the library lists moved days of its own, we may know more."""
    known = country_holidays("VN", years=year, language="vi")
    moved = {
        one for one, name in known.items() if name.startswith("Ngày nghỉ (thay cho") and one.year == year
    }
    ours = {swap.off for announced in LAW.announced_years.values() for swap in announced.swaps}

    assert moved <= ours


def test_a_year_that_is_not_announced_says_so() -> None:
    assert all(NATIONAL.is_announced(year) for year in YEARS)
    assert not NATIONAL.is_announced(2027)


def test_an_office_that_adds_a_day_made_up_knows_its_year() -> None:
    worked = LocalHoliday(HolidayKind.MADE_UP, day("2027-05-08"), day("2027-05-09"), "Làm bù")

    assert office_calendar((worked,)).is_announced(2027)


def test_days_of_an_office_go_before_all_others() -> None:
    storm = LocalHoliday(HolidayKind.DAY_OFF, day("2024-05-04"), day("2024-05-07"), "Nghỉ do bão")
    worked = LocalHoliday(HolidayKind.MADE_UP, day("2024-04-30"), day("2024-05-01"), "Trực")
    calendar = office_calendar((storm, worked))

    days = ("2024-04-30", "2024-05-04", "2024-05-06", "2024-05-07")
    assert [calendar.is_working(day(one)) for one in days] == [True, False, False, True]
    off = calendar.day_off(day("2024-05-06"))
    assert off is not None
    assert off.name == "Nghỉ do bão"


def test_a_weekend_is_off_by_its_name_and_no_holiday() -> None:
    off = NATIONAL.day_off(day("2024-06-29"))

    assert off is not None
    assert (off.name, off.is_holiday) == ("thứ Bảy", False)


@pytest.mark.parametrize(
    ("kind", "since", "until", "reason", "code"),
    [
        (HolidayKind.DAY_OFF, "2024-06-10", "2024-06-10", "Lũ", "deadlines.holiday_empty"),
        (HolidayKind.DAY_OFF, "2024-06-10", "2024-07-20", "Lũ", "deadlines.holiday_too_long"),
        (HolidayKind.DAY_OFF, "2024-06-10", "2024-06-11", " ", "deadlines.holiday_no_reason"),
        (HolidayKind.DAY_OFF, "2024-06-08", "2024-06-10", "Cuối tuần", "deadlines.holiday_changes_nothing"),
        (HolidayKind.MADE_UP, "2024-06-10", "2024-06-12", "Trực", "deadlines.holiday_changes_nothing"),
    ],
)
def test_days_that_add_nothing_are_refused(
    kind: HolidayKind, since: str, until: str, reason: str, code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        check_holiday(kind, day(since), day(until), reason=reason, calendar=NATIONAL)

    assert refused.value.code == code


def announced(**given: object) -> Fields:
    return Fields("holidays.toml", "", {"year": given})


SWAP = {"off": date(2024, 4, 29), "worked": date(2024, 5, 4)}


@pytest.mark.parametrize(
    ("years", "fault"),
    [
        ({"2024": {"decision": "Công văn"}, "nay": {"decision": "x"}}, "no year"),
        ({"2024": {"swaps": [SWAP]}}, "lacks decision"),
        ({"2024": {"decision": "x", "swaps": [{**SWAP, "worked": date(2024, 5, 6)}]}}, "weekly day off"),
        ({"2024": {"decision": "x", "swaps": [SWAP, SWAP]}}, "moved twice"),
        ({"2024": {"decision": "x", "swaps": [{**SWAP, "why": "y"}]}}, "unknown field why"),
    ],
)
def test_a_slip_in_the_announced_years_is_named(years: dict[str, object], fault: str) -> None:
    with pytest.raises(LawFileFault, match=fault):
        read_announced_years(announced(**years))
