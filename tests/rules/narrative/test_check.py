"""The checks one by one: what each finds, what it lets pass, and what it calls the thing."""

import re
from pathlib import Path

import pytest

import thads.steering.narrative.rules
from thads.kernel.refusals import Severity
from thads.steering.narrative.rules.check import check
from thads.steering.narrative.rules.extract import extract
from thads.steering.narrative.rules.vocabulary import Finding

LED = "9 tháng năm 2024, thi hành án dân sự tỉnh Sơn La "


def findings(said: str, led: str = LED) -> list[Finding]:
    text = led + said
    return check(extract(text), text)


FOUND = [
    # rates
    ("có điều kiện 3.974 việc, thi hành xong 3.228 việc, đạt tỷ lệ 82,23%.", "ratio.completion", "81.23"),
    ("đã giải quyết xong 141/438 việc, đạt tỷ lệ 33,19%.", "ratio.completion", "32.19"),
    ("đạt tỷ lệ thi hành xong 112% về việc.", "ratio.impossible", "100"),
    (
        "phải thi hành 1.000 việc, có điều kiện 700 việc, chiếm 71% tổng số phải thi hành.",
        "ratio.share",
        "70.00",
    ),
    # sums
    ("thụ lý 1.000 việc, trong đó cũ chuyển sang 400 việc, thụ lý mới 500 việc.", "sum.total", "900"),
    ("có điều kiện 700 việc, thi hành xong 800 việc.", "sum.part", "700"),
    (
        "phải thi hành 1.000 việc, có điều kiện 700 việc, chưa có điều kiện 400 việc.",
        "sum.classes",
        "1100",
    ),
    (
        (
            "phải thi hành 1.000 việc, có điều kiện 700 việc, chưa có điều kiện 200 việc, "
            "hoãn, tạm đình chỉ 50 việc."
        ),
        "sum.classes",
        "950",
    ),
    (
        "phải thi hành 1.003 việc, thi hành xong 600 việc, số chuyển kỳ sau 500 việc.",
        "difference.carried_forward",
        "403",
    ),
    # growth
    ("thi hành xong 3.583 việc, tăng 654 việc (tăng 32,33%) so với cùng kỳ.", "growth.percent", "22.33"),
    ("thi hành xong 3.583 việc, tăng 654 việc (giảm 22,33%) so với cùng kỳ.", "direction.word", "654"),
    ("thi hành xong 445 việc, giảm 45 việc so với cùng kỳ (cùng kỳ là 400 việc).", "direction.word", "45"),
    (
        "thi hành xong 445 việc, tăng 35 việc so với cùng kỳ (cùng kỳ là 400 việc).",
        "difference.same_period",
        "45",
    ),
    # points and percent
    ("đạt tỷ lệ 45,67% về việc, tăng 145,05% so với cùng kỳ.", "points.percent", "-99.38"),
    (
        "thi hành xong 3.583 việc, tăng 654 việc (22,33 điểm phần trăm) so với cùng kỳ.",
        "points.percent",
        "22.33",
    ),
    ("đạt tỷ lệ 44%, tăng 10% so với cùng kỳ (cùng kỳ đạt 40%).", "points.percent", "4.00"),
    ("đạt tỷ lệ 44%, giảm 4% so với cùng kỳ (cùng kỳ đạt 40%).", "direction.word", "4.00"),
    # targets and pace
    ("đạt tỷ lệ 81,23% về việc, vượt 1,23% so với chỉ tiêu 82%.", "target.distance", "-0.77"),
    ("đạt tỷ lệ 81,23% về việc, vượt 0,77% so với chỉ tiêu 82%.", "direction.word", "-0.77"),
    ("đạt tỷ lệ 81,23% về việc, đạt 95% chỉ tiêu (chỉ tiêu được giao là 83,35%).", "target.share", "97.46"),
    (
        "đạt tỷ lệ 81,23% về việc, vượt 19,02% so với tiến độ bình quân (chỉ tiêu năm là 83,35%).",
        "pace.distance",
        "18.72",
    ),
    # words, dates, periods
    ("đạt tỷ lệ 81% tính đến ngày 31/6/2024.", "date.impossible", None),
    ("đạt tỷ lệ 81% (báo cáo ngày 30 tháng 02 năm 2024).", "date.impossible", None),
    (
        (
            "về việc tăng, về tiền tăng so với cùng kỳ "
            "(việc đạt tỷ lệ 36,61%, giảm 0,91%; về tiền đạt 7,59%, tăng 1,91%)."
        ),
        "direction.word",
        "-0.91",
    ),
]


@pytest.mark.parametrize(("said", "code", "computed"), FOUND)
def test_a_contradiction_is_found_and_named(said: str, code: str, computed: str | None) -> None:
    found = [one for one in findings(said) if one.severity is not Severity.INFO]

    assert [(one.code, one.computed) for one in found] == [(code, computed)]


ACCEPTED = [
    "có điều kiện 3.974 việc, thi hành xong 3.228 việc, đạt tỷ lệ 81,2%.",
    "có điều kiện hơn 3.900 việc, thi hành xong 3.228 việc, đạt tỷ lệ 81,23%.",
    "có điều kiện 12,91 tỷ đồng, thi hành xong 6,42 tỷ đồng, đạt tỷ lệ 49,75%.",
    "phải thi hành 1.000 việc, có điều kiện 700 việc, chưa có điều kiện 250 việc.",
    "thụ lý 1.000 việc; ủy thác 20 việc; phải thi hành 978 việc.",
    "thụ lý 1.000 việc; phải thi hành 978 việc, có điều kiện 700 việc (chiếm 71,57%).",
    "thi hành xong 3.583 việc, tăng 654 việc (tăng hơn 22%) so với cùng kỳ.",
    "đạt tỷ lệ 44%, tăng 4% so với cùng kỳ (cùng kỳ đạt 40%).",
    "đạt tỷ lệ 81,23% về việc, thấp hơn 0,77% so với chỉ tiêu 82%.",
    "đạt tỷ lệ 81,23% về việc, vượt 2% so với bình quân toàn quốc.",
    "đạt tỷ lệ 81,23% về việc, vượt 2% so với tháng trước.",
    "thi hành xong 3.228 việc, trong đó thi hành xong hoàn toàn 3.000 việc, đình chỉ 228 việc.",
    "thi hành xong 3.228 việc; riêng trong tháng 6 thi hành xong 410 việc.",
    "thi hành xong 3.228 việc. Đối với án tín dụng, đã thi hành xong 26 việc.",
    "thi hành xong hơn 3,2 ngàn việc, đạt tỷ lệ 81%. Cục THADS đạt 60%, Chi cục Mai Sơn đạt 70%.",
    "đạt tỷ lệ 81% tính đến ngày 29/02/2024.",
]


@pytest.mark.parametrize("said", ACCEPTED)
def test_what_can_be_right_is_accepted(said: str) -> None:
    assert [one for one in findings(said) if one.severity is not Severity.INFO] == []


TWICE = (
    "Kết quả thi hành án dân sự tỉnh Sơn La năm 2024.\n\nĐã thi hành xong {one}.\n\n"
    "Như vậy, trong năm đã thi hành xong {two}."
)


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        ("3.228 việc", "3.282 việc", True),
        ("3.228 việc", "3.228 việc", False),
        ("3.228 việc", "hơn 3.200 việc", False),
        ("66.872.343.000 đồng", "66,9 tỷ đồng", False),
        ("66.872.343.000 đồng", "66.872.343 đồng", True),
        ("3.228 việc", "141 việc", False),
    ],
)
def test_one_thing_is_called_by_one_number(one: str, two: str, found: bool) -> None:
    text = TWICE.format(one=one, two=two)

    codes = [finding.code for finding in check(extract(text), text)]

    assert codes == (["contradiction.value"] if found else [])


def test_rates_of_one_body_are_compared_too() -> None:
    text = TWICE.format(one="100 việc, đạt tỷ lệ 81,23%", two="100 việc, đạt tỷ lệ 81,32%")

    assert [finding.code for finding in check(extract(text), text)] == ["contradiction.value"]


def test_a_period_of_thirteen_months_and_a_fifth_quarter_are_none() -> None:
    text = "Trong 13 tháng đầu năm 2024 và quý V/2024, thi hành án dân sự tỉnh Sơn La thi hành xong 10 việc."

    assert {finding.code for finding in check(extract(text), text)} == {"period.impossible"}


def test_the_indices_of_a_finding_are_of_the_figures_it_speaks_of() -> None:
    text = LED + "có điều kiện 3.974 việc, thi hành xong 3.228 việc, đạt tỷ lệ 82,23%, thụ lý mới 12 việc."
    figures = extract(text)

    (found,) = check(figures, text)

    assert [figures[index].quote for index in found.figures] == ["3.974 việc", "3.228 việc", "82,23%"]


def test_every_code_is_told_in_the_reference() -> None:
    rules = Path(thads.steering.narrative.rules.__file__).parent
    sources = [rules / "books.py", rules / "times.py", *(rules / "checks").glob("*.py")]
    root = Path(__file__).resolve().parents[3]
    told = (root / "docs" / "reference" / "check-text.md").read_text(encoding="utf-8")

    codes = {
        code
        for source in sources
        for code in re.findall(r'"([a-z]+\.[a-z_]+)"', source.read_text(encoding="utf-8"))
        if code.split(".")[0] not in ("law", "thads")
    }

    assert {code for code in codes if f"`{code}`" not in told} == set()
