"""Asking the law: the value in force on the day with its article, and nothing when there was none."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thads.kernel.refusals import Refusal
from thads.law import LAW, Certainty, Unit
from thads.law.loading import Fields
from thads.law.rulings import Timeline, read_timeline


@pytest.mark.parametrize(
    ("key", "day", "value", "unit", "basis"),
    [
        ("verification.first", date(2026, 6, 30), 10, Unit.DAY, "L08 Đ44.1"),
        ("verification.first", date(2026, 7, 1), 9, Unit.DAY, "L25 Đ37.1"),
        ("decision.on_request", date(2024, 3, 1), 5, Unit.WORKING_DAY, "L08 Đ36.1"),
        ("decision.bankruptcy", date(2024, 3, 1), 3, Unit.WORKING_DAY, "L08 Đ36.2"),
        ("voluntary.period", date(2015, 6, 30), 15, Unit.DAY, "L08 Đ45.1"),
        ("voluntary.period", date(2015, 7, 1), 10, Unit.DAY, "L08 Đ45.1"),
        ("unable.separate_ledger", date(2026, 6, 30), 1, Unit.YEAR, "N62 Đ9.5"),
        ("unable.separate_ledger", date(2026, 7, 1), 2, Unit.YEAR, "N152 Đ22.1"),
        ("security.decision", date(2024, 3, 1), 24, Unit.HOUR, "L08 Đ67–68"),
        ("asset.small_value", date(2026, 7, 1), 5, Unit.REGIONAL_WAGE, "N152 Đ60.5"),
        ("wage.base", date(2024, 7, 1), 2_340_000, Unit.DONG, "N73/2024 Đ3.2"),
        ("fee.rate_over_10bn", date(2024, 7, 1), Decimal("0.5"), Unit.PERCENT, "T216 Đ4.1"),
    ],
)
def test_the_value_of_the_day_comes_with_its_article(key, day, value, unit, basis) -> None:
    ruling = LAW.value(key, on=day)

    assert (ruling.value, ruling.unit, ruling.basis) == (value, unit, basis)


def test_what_is_due_at_once_has_a_unit_and_no_days() -> None:
    ruling = LAW.value("decision.interim_measure", on=date(2024, 3, 1))

    assert ruling.unit is Unit.AT_ONCE
    assert LAW.written(ruling) == "ngay"


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("request.supplement", date(2026, 6, 30)),  # begins with the law of 2025
        ("unable.return_of_request", date(2026, 6, 30)),
        ("unable.decision", date(2015, 6, 30)),  # the unable decision came in 2015
        ("unable.posting", date(2026, 7, 1)),  # ended with the law of 2008
        ("wage.regional_1", date(2025, 12, 31)),  # not loaded: refused, never guessed
    ],
)
def test_a_day_without_law_is_refused(key: str, day: date) -> None:
    with pytest.raises(Refusal) as caught:
        LAW.value(key, on=day)

    assert caught.value.code == "law.not_in_force"
    assert LAW.timeline(key).vi in caught.value.message


def test_an_unknown_key_is_refused_with_near_ones() -> None:
    with pytest.raises(Refusal, match=r"verification\.first"):
        LAW.value("verification.frist", on=date(2024, 1, 1))


def test_keys_are_listed_in_order() -> None:
    assert list(LAW.keys()) == sorted(LAW.timelines)


def test_derived_values_say_so() -> None:
    assert LAW.value("unable.resumption", on=date(2024, 1, 1)).certainty is Certainty.DERIVED
    assert all(step.is_derived for step in LAW.derived())
    assert LAW.derived()


@pytest.mark.parametrize(
    ("key", "day", "written"),
    [
        ("verification.first", date(2026, 7, 1), "9 ngày"),
        ("decision.on_request", date(2024, 1, 1), "5 ngày làm việc"),
        ("wage.base", date(2024, 7, 1), "2.340.000 đồng"),
        ("fee.rate_over_10bn", date(2024, 7, 1), "0,5 %"),
        ("termination.fee_first", date(2024, 7, 1), "không"),
        ("termination.fee_first", date(2026, 7, 1), "có"),
        ("steering.levels", date(2024, 7, 1), "tỉnh; huyện"),
        ("asset.rent_setaside", date(2026, 7, 1), "12 lần mức lương tối thiểu tháng vùng"),
    ],
)
def test_values_are_written_the_vietnamese_way(key: str, day: date, written: str) -> None:
    assert LAW.written(LAW.value(key, on=day)) == written


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        ("L08 Đ48.1c", "điểm c khoản 1 Điều 48 Luật Thi hành án dân sự năm 2008"),
        ("L08 Đ44a.1a", "điểm a khoản 1 Điều 44a Luật Thi hành án dân sự năm 2008"),
        (
            "L25 Đ38.4; N152 Đ22.2",
            "khoản 4 Điều 38 Luật Thi hành án dân sự năm 2025; khoản 2 Điều 22 Nghị định số 152/2026/NĐ-CP",
        ),
        ("L08 Đ67–68", "Điều 67 đến Điều 68 Luật Thi hành án dân sự năm 2008"),
        ("L08 Đ48.2–3", "khoản 2 đến khoản 3 Điều 48 Luật Thi hành án dân sự năm 2008"),
        ("TT05/2024 Đ10", "Điều 10 Thông tư số 05/2024/TT-BTP"),
        ("TL12", "Thông tư liên tịch số 12/2015"),
        ("XX Đ1", "XX Đ1"),
        ("L08 Đ2, biểu 01", "Điều 2, biểu 01 Luật Thi hành án dân sự năm 2008"),
    ],
)
def test_citations_are_written_as_the_law_writes_them(basis: str, said: str) -> None:
    assert LAW.cite(basis) == said


# ------------------------------------------------------------------ timelines, any


@st.composite
def timelines(draw) -> Timeline:
    days = sorted(draw(st.sets(st.dates(date(2000, 1, 1), date(2050, 1, 1)), min_size=1, max_size=6)))
    steps = [{"since": day, "value": n, "basis": f"L08 Đ{n}"} for n, day in enumerate(days, 1)]
    given = {"vi": "Thử", "unit": "day", "in_force": steps}
    return read_timeline("x.y", Fields("deadlines.toml", "x.y", given))


@given(timelines(), st.dates(date(1999, 1, 1), date(2051, 1, 1)))
def test_the_step_of_a_day_is_the_last_begun(line: Timeline, day: date) -> None:
    begun = [step for step in line.steps if step.since <= day]

    assert line.find(day) == (begun[-1] if begun else None)


@given(timelines())
def test_a_step_ends_the_day_the_next_begins(line: Timeline) -> None:
    for step in line.steps[1:]:
        assert line.on(step.since) is step
        assert line.on(step.since - timedelta(days=1)) is not step


@given(timelines(), st.dates(date(1999, 1, 1), date(2051, 1, 1)))
def test_a_day_is_answered_or_refused(line: Timeline, day: date) -> None:
    if line.find(day) is None:
        with pytest.raises(Refusal):
            line.on(day)
    else:
        assert line.on(day).since <= day
