"""The five published reports: every figure about enforcement read, the known contradictions found, no other.

The reports lie beside the repository; the figures are written out here as a person reads them.
"""

from decimal import Decimal
from pathlib import Path

import pytest

from thads.kernel.refusals import Severity
from thads.steering.narrative.rules.check import check
from thads.steering.narrative.rules.extract import extract
from thads.steering.narrative.rules.vocabulary import Dimension, Finding

# (quote, value, indicator, of, dimension, organisation, period)
Row = tuple[str, str, str, str | None, str | None, str, str]

TUYEN_QUANG: list[Row] = [
    ("10%", "10", "growth_pct", "new_intake", "money", "Tuyên Quang", "FY2024/9M"),
    ("3.228 việc", "3228", "finished", None, "cases", "Tuyên Quang", "FY2024/9M"),
    ("66.872.343.000 đồng", "66872343000", "finished", None, "money", "Tuyên Quang", "FY2024/9M"),
    ("81,23%", "81.23", "completion_rate", None, "cases", "Tuyên Quang", "FY2024/9M"),
    ("97%", "97", "vs_target", "completion_rate", "cases", "Tuyên Quang", "FY2024/9M"),
    ("49,74%", "49.74", "completion_rate", None, "money", "Tuyên Quang", "FY2024/9M"),
    ("106%", "106", "vs_target", "completion_rate", "money", "Tuyên Quang", "FY2024/9M"),
    ("4/63", "4", "rank", "completion_rate", "cases", "Tuyên Quang", "FY2024/9M"),
    ("7/63", "7", "rank", "completion_rate", "money", "Tuyên Quang", "FY2024/9M"),
    ("84,42%", "84.42", "completion_rate", None, "cases", "Phòng Nghiệp vụ", "FY2024/9M"),
    ("84,48%", "84.48", "completion_rate", None, "cases", "Chi cục Chiêm Hóa", "FY2024/9M"),
    ("70,87%", "70.87", "completion_rate", None, "money", "Phòng Nghiệp vụ", "FY2024/9M"),
    ("51,08%", "51.08", "completion_rate", None, "money", "Chi cục thành phố", "FY2024/9M"),
    ("53,94%", "53.94", "completion_rate", None, "money", "Chi cục Hàm Yên", "FY2024/9M"),
    ("50,01%", "50.01", "completion_rate", None, "money", "Chi cục Na Hang", "FY2024/9M"),
    ("141", "141", "finished", None, "cases", "Tuyên Quang", "FY2024/9M"),
    ("438 việc", "438", "enforceable", None, "cases", "Tuyên Quang", "FY2024/9M"),
    ("80", "80", "finished", None, "cases", "Tuyên Quang", "FY2024/9M"),
    ("253 việc", "253", "carried_over", None, "cases", "Tuyên Quang", "FY2024/9M"),
    ("61", "61", "finished", None, "cases", "Tuyên Quang", "FY2024/9M"),
    ("185 việc", "185", "new_intake", None, "cases", "Tuyên Quang", "FY2024/9M"),
    ("32,19%", "32.19", "completion_rate", None, "cases", "Tuyên Quang", "FY2024/9M"),
    ("22,19%", "22.19", "vs_target", "completion_rate", "cases", "Tuyên Quang", "FY2024/9M"),
    ("10%", "10", "target", "completion_rate", "cases", "Tuyên Quang", "FY2024/9M"),
]
THANH_HOA: list[Row] = [
    ("13.140 vụ việc", "13140", "finished", None, "cases", "Thanh Hóa", "FY2019/12M"),
    ("1.252 vụ việc", "1252", "growth_abs", "finished", "cases", "Thanh Hóa", "FY2019/12M"),
    ("970,327 tỷ đồng", "970327000000", "enforceable", None, "money", "Thanh Hóa", "FY2019/12M"),
    ("336,758 tỷ đồng", "336758000000", "finished", None, "money", "Thanh Hóa", "FY2019/12M"),
    ("4,72%", "4.72", "vs_target", "completion_rate", "money", "Thanh Hóa", "FY2019/12M"),
    ("0,72%", "0.72", "vs_target", "completion_rate", "money", "Thanh Hóa", "FY2019/12M"),
    ("13 bản án", "13", "total_handled", None, "admin_judgments", "Thanh Hóa", "FY2019/12M"),
    ("4 bản án", "4", "finished", None, "admin_judgments", "Thanh Hóa", "FY2019/12M"),
    ("9 bản án", "9", "carried_forward", None, "admin_judgments", "Thanh Hóa", "FY2019/12M"),
    ("3", "3", "finished", None, "cases", "Thanh Hóa", "FY2019/12M"),
    ("5 vụ việc", "5", "total_handled", None, "cases", "Thanh Hóa", "FY2019/12M"),
]
FIVE_PROVINCES: list[Row] = [
    ("36,61%", "36.61", "completion_rate", None, "cases", "Bình Thuận", "FY2024/3M"),
    ("0,91%", "-0.91", "vs_same_period_pp", "completion_rate", "cases", "Bình Thuận", "FY2024/3M"),
    ("7,59%", "7.59", "completion_rate", None, "money", "Bình Thuận", "FY2024/3M"),
    ("1,91%", "1.91", "vs_same_period_pp", "completion_rate", "money", "Bình Thuận", "FY2024/3M"),
    ("20 tỷ đồng", "20000000000", "other", None, "money", "Bình Thuận", "FY2024/3M"),
    ("1,11%", "1.11", "vs_same_period_pp", "completion_rate", "cases", "Thanh Hóa", "FY2024/3M"),
    ("5,55%", "5.55", "vs_same_period_pp", "completion_rate", "money", "Thanh Hóa", "FY2024/3M"),
    ("47,10%", "47.10", "completion_rate", None, "cases", "Quảng Ninh", "FY2024/3M"),
    ("1,82%", "1.82", "vs_same_period_pp", "completion_rate", "cases", "Quảng Ninh", "FY2024/3M"),
    ("4,91%", "4.91", "completion_rate", None, "money", "Quảng Ninh", "FY2024/3M"),
    ("0,11 %", "-0.11", "vs_same_period_pp", "completion_rate", "money", "Quảng Ninh", "FY2024/3M"),
    ("2.055 việc", "2055", "finished", None, "cases", "Trà Vinh", "FY2024/3M"),
    ("27,06%", "27.06", "completion_rate", None, "cases", "Trà Vinh", "FY2024/3M"),
    ("146.082.030.000 đồng", "146082030000", "finished", None, "money", "Trà Vinh", "FY2024/3M"),
    ("14,07%", "14.07", "completion_rate", None, "money", "Trà Vinh", "FY2024/3M"),
]
KIEN_GIANG: list[Row] = [
    ("12.491 việc", "12491", "finished", None, "cases", "Kiên Giang", "FY2023/12M"),
    ("83,78%", "83.78", "completion_rate", None, "cases", "Kiên Giang", "FY2023/12M"),
    ("1.012 tỷ", "1012000000000", "finished", None, "money", "Kiên Giang", "FY2023/12M"),
    ("48,72%", "48.72", "completion_rate", None, "money", "Kiên Giang", "FY2023/12M"),
    ("83,35%", "83.35", "target", "completion_rate", "cases", "Kiên Giang", "FY2024/12M"),
    ("46,65%", "46.65", "target", "completion_rate", "money", "Kiên Giang", "FY2024/12M"),
]
DA_NANG: list[Row] = [
    ("12.082 việc", "12082", "total_handled", None, "cases", "Đà Nẵng", "FY2024/6M"),
    ("5.553 việc", "5553", "new_intake", None, "cases", "Đà Nẵng", "FY2024/6M"),
    ("1.650 việc", "1650", "growth_abs", "new_intake", "cases", "Đà Nẵng", "FY2024/6M"),
    ("15,82%", "15.82", "growth_pct", "new_intake", "cases", "Đà Nẵng", "FY2024/6M"),
    ("18.329 tỷ đồng", "18329000000000", "total_handled", None, "money", "Đà Nẵng", "FY2024/6M"),
    ("3.389 tỷ đồng", "3389000000000", "new_intake", None, "money", "Đà Nẵng", "FY2024/6M"),
    ("2.006 tỷ đồng", "2006000000000", "growth_abs", "new_intake", "money", "Đà Nẵng", "FY2024/6M"),
    ("145,05%", "145.05", "growth_pct", "new_intake", "money", "Đà Nẵng", "FY2024/6M"),
    ("3.583 việc", "3583", "finished", None, "cases", "Đà Nẵng", "FY2024/6M"),
    ("654 việc", "654", "growth_abs", "finished", "cases", "Đà Nẵng", "FY2024/6M"),
    ("22,33%", "22.33", "growth_pct", "finished", "cases", "Đà Nẵng", "FY2024/6M"),
    ("45,67%", "45.67", "completion_rate", None, "cases", "Đà Nẵng", "FY2024/6M"),
    ("824 tỷ đồng", "824000000000", "finished", None, "money", "Đà Nẵng", "FY2024/6M"),
    ("7,11%", "7.11", "completion_rate", None, "money", "Đà Nẵng", "FY2024/6M"),
    ("02 tài sản", "2", "other", None, None, "Đà Nẵng", "FY2024/6M"),
    ("145%", "145", "growth_pct", "new_intake", "money", "Đà Nẵng", "FY2024/6M"),
    ("114 biên chế", "114", "other", None, None, "Đà Nẵng", "FY2024/6M"),
    ("260 việc", "260", "workload_per_bailiff", None, "cases", "Đà Nẵng", "FY2024/6M"),
    ("304 tỷ đồng", "304000000000", "workload_per_bailiff", None, "money", "Đà Nẵng", "FY2024/6M"),
]
REPORTS = {"000": TUYEN_QUANG, "001": THANH_HOA, "002": FIVE_PROVINCES, "003": KIEN_GIANG, "004": DA_NANG}


def seed(shared: Path, number: str) -> str:
    """The text of a seed report by the number that its file begins with."""
    return next((shared / "seeds").glob(f"{number}_*.txt")).read_text(encoding="utf-8")


def findings_of(text: str, **options: object) -> list[Finding]:
    return check(extract(text), text, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("number", REPORTS)
def test_every_figure_of_a_report_is_read_and_named(shared: Path, number: str) -> None:
    figures = extract(seed(shared, number))

    read = [
        (
            one.quote.replace("tỉ", "tỷ"),
            one.written_value,
            one.indicator,
            one.of,
            one.dimension,
            one.org,
            one.period,
        )
        for one in figures
    ]
    assert read == REPORTS[number]


@pytest.mark.parametrize("number", REPORTS)
def test_every_figure_stands_where_it_says(shared: Path, number: str) -> None:
    text = seed(shared, number)

    assert all(text[one.start : one.end] == one.quote for one in extract(text))


@pytest.mark.parametrize("number", ["002", "003"])
def test_reports_without_contradiction_have_no_finding(shared: Path, number: str) -> None:
    assert findings_of(seed(shared, number)) == []


def test_tuyen_quang_cuts_instead_of_rounding(shared: Path) -> None:
    (found,) = findings_of(seed(shared, "000"))

    assert (found.code, found.severity) == ("rounding.cut", Severity.INFO)
    assert (found.computed, found.printed) == ("106.62", "106")
    assert "cắt" in found.message
    assert "46,65%" in found.message


def test_tuyen_quang_cuts_also_against_targets_that_are_given(shared: Path) -> None:
    given = {Dimension.CASES: Decimal("83.35"), Dimension.MONEY: Decimal("46.65")}

    (found,) = findings_of(seed(shared, "000"), targets=given)

    assert (found.code, found.computed) == ("rounding.cut", "106.62")


def test_a_wrong_target_given_for_tuyen_quang_is_an_error(shared: Path) -> None:
    given = {Dimension.CASES: Decimal("80"), Dimension.MONEY: Decimal("46.65")}

    codes = {one.code for one in findings_of(seed(shared, "000"), targets=given)}

    assert "target.share" in codes


def test_thanh_hoas_hundredth_is_found(shared: Path) -> None:
    (found,) = findings_of(seed(shared, "001"))

    assert (found.code, found.severity) == ("target.distance", Severity.ERROR)
    assert (found.computed, found.printed) == ("4.71", "4.72")
    assert "34,71%" in found.message
    assert "34,72%" in found.message


def test_da_nangs_growth_belongs_to_all_cases(shared: Path) -> None:
    (found,) = findings_of(seed(shared, "004"))

    assert (found.code, found.severity) == ("growth.base", Severity.ERROR)
    assert (found.computed, found.printed) == ("42.28", "15.82")
    assert "12.082 việc" in found.message
    assert found.figures == (0, 1, 2, 3)
