"""`thads results` as an officer and as a script use it."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.database_independent]
Thads = Callable[..., str]


def test_the_report_reads_as_vietnamese(thads: Thads) -> None:
    told = thads("results", "--agency", "TQ", "--period", "FY2024/9M")

    for words in (
        "xong 3.228 / có điều kiện 3.974 việc, đạt 81,23 %",
        "xong 66.872.343.000 / có điều kiện 134.443.794.000 đồng, đạt 49,74 %",
        "97,46 % (cắt: 97 %) kế hoạch, thiếu 2,12 điểm %",
        "106,62 % (cắt: 106 %) kế hoạch, vượt 3,09 điểm %",
        "Tiến độ bình quân 62,51 %: vượt 18,72 điểm %",
        "141/438 việc, đạt 32,19 %",
        "vượt 22,19 điểm %",
    ):
        assert words in told


def test_a_unit_has_its_own_board_without_a_national_place(thads: Thads) -> None:
    told = thads("results", "--agency", "TQ.CH", "--period", "FY2024/9M")

    assert "84,48 %" in told
    assert "toàn quốc" not in told


def test_targets_of_every_tier_are_told(board: dict[str, Any]) -> None:
    assert {row["target"]["cases"]["tier"] for row in board["units"]} == {"unit"}
    assert {row["target"]["cases"]["tier"] for row in board["bailiffs"] if row["target"]["cases"]} == {
        "bailiff"
    }
    assert board["target"]["cases"]["tier"] == "province"
    assert {goal["tier"] for goal in board["nation_targets"]} == {"assembly", "centre"}


def test_the_stock_is_told_by_age_and_sums_to_what_is_carried_on(board: dict[str, Any]) -> None:
    assert sum(group["cases"] for group in board["ageing"]) == board["carried_on"]["cases"]
    assert sum(group["amount"] for group in board["ageing"]) == board["carried_on"]["amount"]


def test_the_year_before_the_first_has_nothing_to_compare_with(thads: Thads) -> None:
    assert "không so sánh" in thads("results", "--agency", "TQ", "--period", "FY2016/9M")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--agency", "XX", "--period", "FY2024/9M"), "XX"),
        (("--agency", "TQ", "--period", "FY2024/9M", "--as-of", "1/10/2024"), "sau ngày cuối năm thống kê"),
        (("--agency", "TQ", "--period", "9 tháng"), "không phải là kỳ báo cáo"),
        (("--agency", "TQ", "--period", "FY2024/9M", "--as-of", "hôm qua"), "không phải là ngày"),
        (("--agency", "TQ", "--period", "FY2024/9M", "--known-at", "mai"), "không phải là thời điểm"),
        (("--agency", "TQ", "--period", "FY2024/9M", "--as-of", "2020-01-01"), "sớm hơn ngày đầu kỳ"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_a_sentence(
    thads: Thads, arguments: tuple[str, ...], words: str
) -> None:
    told = thads("results", *arguments, code=2)

    assert words in told
    assert "Traceback" not in told


def test_help_teaches(thads: Thads) -> None:
    told = thads("results", "--help")

    assert "FY2024/9M" in told
    assert "--known-at" in told
