"""“Xong 500 việc trong tổng số 1.000 {ABLE}, đạt 50%”: a rate told after its denominator."""

import pytest

from thads.steering.narrative.rules.check import check
from thads.steering.narrative.rules.extract import extract
from thads.steering.narrative.rules.vocabulary import Indicator

PLACE = "Cục THADS tỉnh Hà Nam"
ABLE = "việc có điều kiện"
FRAMES = (
    f"6 tháng đầu năm 2024, {PLACE} đã xong {{done}} việc trong tổng số {{able}} {ABLE}, đạt {{rate}}%.",
    f"Quý I năm 2024, {PLACE} thi hành xong {{done}} việc trên {{able}} {ABLE}, đạt tỷ lệ {{rate}}%.",
    f"Năm 2023, {PLACE} đã thi hành xong {{done}}/{{able}} {ABLE}, đạt tỷ lệ {{rate}}%.",
)


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(("rate", "fits"), [("50,00", True), ("62,00", False)])
def test_a_rate_after_its_denominator_is_the_rate_of_the_finished(frame: str, rate: str, fits: bool) -> None:
    text = frame.format(done="500", able="1.000", rate=rate)

    figures = extract(text)

    assert figures[-1].indicator is Indicator.COMPLETION_RATE
    assert (check(figures, text) == []) == fits


def test_withdrawn_decisions_counted_in_cases_are_no_result() -> None:
    text = "Năm 2024, Cục THADS tỉnh Hà Nam ủy thác 85 việc, thu hồi 05 việc; thu hồi được 12 tỷ đồng."

    said = {figure.quote: figure.indicator for figure in extract(text)}

    assert said["05 việc"] is Indicator.RECALLED
    assert said["85 việc"] is Indicator.DELEGATED_OUT
    assert said["12 tỷ đồng"] is not Indicator.RECALLED
