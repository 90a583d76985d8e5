"""Contradictions that were printed somewhere, phrased as a report, are found; what was right is accepted.

The numbers are the published ones collected in the statistics specification, section 8.
"""

import pytest

from thads.kernel.refusals import Severity
from thads.steering.narrative.rules.check import check
from thads.steering.narrative.rules.extract import extract
from thads.steering.narrative.rules.vocabulary import Finding


def findings(text: str) -> list[Finding]:
    return check(extract(text), text)


WRONG = {
    "shares of cases and money swapped": (
        ("Quý I năm 2018, các cơ quan thi hành án dân sự tỉnh Đắk Lắk phải thi hành 11.647 việc, trong đó có "
        "điều kiện "
        "7.902 việc, chiếm 56,49%; chưa có điều kiện 3.745 việc, chiếm 43,51%."),
        {("ratio.share", "67.85", "56.49"), ("ratio.share", "32.15", "43.51")},
    ),
    "a class merged with another": (
        ("6 tháng đầu năm 2023, Cục THADS tỉnh An Giang phải thi hành 13.087 việc, có điều kiện 8.009 việc "
        "(61,2%), chưa "
        "có điều kiện 5.078 việc (34,14%)."),
        {("ratio.share", "38.80", "34.14")},
    ),
    "growth of one thing told twice": (
        ("Kết quả thi hành án dân sự 7 tháng năm 2025 tỉnh An Giang.\n\nSố tiền thụ lý mới là 4.274.025.882 "
        "nghìn đồng, "
        "tăng 83,48% so với cùng kỳ năm 2024.\n\nVI. Đánh giá\n\nSố tiền thụ lý mới tăng 30,21% so với cùng "
        "kỳ."),
        {("contradiction.value", "83.48", "30.21")},
    ),
    "a national rate": (
        ("Năm 2020, trên toàn quốc, số tiền có điều kiện thi hành là 132.905.418 triệu đồng, thi hành xong "
        "53.750.695 triệu đồng, đạt tỷ lệ 40,09%."),
        {("ratio.completion", "40.44", "40.09")},
    ),
    "rates updated, distances not": (
        ("Năm 2025, các cơ quan THADS trên toàn quốc đã thi hành xong 576.884 việc, đạt tỷ lệ 84,27%, vượt "
        "0,35% so với "
        "chỉ tiêu 83,90%; về tiền thi hành xong 150.060 tỷ đồng, đạt tỷ lệ 56,62%, vượt 4,23% so với chỉ "
        "tiêu 51,90%."),
        {("target.distance", "0.37", "0.35"), ("target.distance", "4.72", "4.23")},
    ),
    "growth of administrative judgments": (
        ("Năm 2024, về thi hành án hành chính, tổng số phải thi hành là 1.973 bản án, tăng 599 bản án (tăng "
        "73,7%) so "
        "với cùng kỳ năm 2023."),
        {("growth.percent", "43.60", "73.7")},
    ),
    "ex officio and on request": (
        ("Năm 2016, các cơ quan thi hành án dân sự thụ lý mới 587.627 việc, trong đó 494.567 việc chủ động "
        "và 83.722 "
        "việc theo yêu cầu."),
        {("sum.parts", "578289", "587627")},
    ),
    "old and new do not make the total": (
        ("6 tháng đầu năm 2017, Cục THADS tỉnh Nghệ An thụ lý 10.795 việc, trong đó năm trước chuyển sang "
        "3.886 việc, "
        "thụ lý mới 6.929 việc."),
        {("sum.total", "10815", "10795")},
    ),
    "a rate of money": (
        ("Đến ngày 13/5/2020, Chi cục THADS huyện Nghi Xuân: số có điều kiện thi hành là 6,92 tỷ đồng, đã "
        "thi hành xong "
        "1,78 tỷ đồng, đạt 28,8%."),
        {("ratio.completion", "25.72", "28.8")},
    ),
    "the total called enforceable": (
        ("6 tháng đầu năm 2017, các cơ quan THADS tỉnh Nghệ An phải thi hành 12.836 việc, trong đó có điều "
        "kiện 12.836 "
        "việc, chiếm 82%."),
        {("ratio.share", "100.00", "82")},
    ),
    "a part larger than its whole": (
        ("6 tháng đầu năm 2021, ngành thi hành án dân sự tỉnh Bến Tre đã thi hành xong 266,732 tỷ đồng. Đối "
        "với án tham "
        "nhũng, đã thi hành xong 466,53 tỷ đồng."),
        {("sum.part", "266732000000", "466530000000")},
    ),
    "last year implied and last year stated": (
        ("Năm 2022, các cơ quan thi hành án dân sự trên toàn quốc đã thi hành xong 75.240 tỷ đồng, tăng "
        "28.156 tỷ đồng so "
        "với năm 2021 (cùng kỳ năm 2021 là 46.328 tỷ đồng)."),
        {("difference.same_period", "28912000000000", "28156000000000")},
    ),
    "a year that cannot have been": (
        "Năm 2015, các cơ quan thi hành án dân sự thi hành xong 576.884 việc, tăng 12 việc so với năm 2024.",
        {("period.impossible", "2014", "2024")},
    ),
}  # fmt: skip

RIGHT = {
    "An Giang, seven months of 2025": (
        "Kết quả thi hành án dân sự tháng 4 năm 2025 của tỉnh An Giang. Tổng số việc giải quyết 21.026 "
        "việc, trong đó số "
        "cũ chuyển sang (sau khi trừ số đã chuyển sổ theo dõi riêng) 9.767 việc; số thụ lý mới 11.259 việc, "
        "tăng 3.272 "
        "việc (tăng 40,97%) so với cùng kỳ. Tổng số phải thi hành 20.893 việc. Thi hành xong 7.443 việc; số "
        "chuyển kỳ sau "
        "13.450 việc."
    ),
    "Bến Tre, nine months of 2020": (
        "9 tháng năm 2020 tỉnh Bến Tre: tổng số việc thụ lý thi hành án dân sự 16.632 việc, trong đó số cũ "
        "chuyển sang "
        "6.643 việc, thụ lý mới 9.989 việc. Có điều kiện thi hành 13.799 việc, chưa có điều kiện 2.668 "
        "việc. Đã thi hành "
        "xong 8.319 việc, đạt tỷ lệ 60,29%. Số việc chuyển kỳ sau 8.148 việc."
    ),
    "the country in 2022": (
        "Năm 2022, trên toàn quốc tổng số việc phải thi hành là 861.529 việc, trong đó có điều kiện thi "
        "hành 653.719 việc, "
        "chiếm 75,88%; chưa có điều kiện 195.675 việc; hoãn, tạm đình chỉ thi hành án 12.135 việc, chiếm "
        "1,41%. Đã thi "
        "hành xong 539.290 việc, đạt tỷ lệ 82,5% (tăng 6,67% so với cùng kỳ năm 2021)."
    ),
    "the country in 2023": (
        "Năm 2023, các cơ quan THADS trên toàn quốc thụ lý 936.046 việc, trong đó số cũ chuyển sang 299.096 "
        "việc, thụ lý mới "
        "636.950 việc, tăng 89.829 việc (tăng 16,42%) so với cùng kỳ. Sau khi trừ đi số ủy thác 12.004 việc "
        "và thu hồi, "
        "hủy quyết định 501 việc, số phải thi hành là 923.541 việc, trong đó có điều kiện 691.593 việc; thi "
        "hành xong "
        "575.667 việc, đạt tỷ lệ 83,24%."
    ),
    "Đồng Tháp, nine months of 2025": (
        "9 tháng năm 2025, thi hành án dân sự tỉnh Đồng Tháp thụ lý 53.640 việc, trong đó thụ lý mới 29.865 "
        "việc, tăng 3.305 "
        "việc (12,44%). Ủy thác 368 việc, thu hồi quyết định thi hành án 06 việc. Số phải thi hành là "
        "53.266 việc, tăng 5.860 "
        "việc (12,36%); có điều kiện 34.110 việc (64,04%), chưa có điều kiện 17.034 việc (31,98%); thi hành "
        "xong 21.468 "
        "việc, tăng 1.414 việc (7,05%) so với cùng kỳ."
    ),
    "Hồ Chí Minh City, six months of 2019, with cases taken up": (
        "Sáu tháng đầu năm 2019, Cục THADS TP Hồ Chí Minh thụ lý 79.177 việc, giảm 2.676 việc (3,27%) so "
        "với cùng kỳ năm 2018; "
        "đã ủy thác 580 việc, Cục rút lên thi hành 4 việc. Số phải thi hành là 78.593 việc, có điều kiện "
        "54.681 việc, chưa có "
        "điều kiện 23.912 việc. Đã giải quyết xong 26.515 việc, đạt tỷ lệ 48,49%, vượt tiến độ bình quân "
        "11,99% (chỉ tiêu năm "
        "là 73%)."
    ),
    "Gia Lai 2022 against its target": (
        "Năm 2022, thi hành án dân sự tỉnh Gia Lai: có điều kiện thi hành 13.409 việc, thi hành xong 11.072 "
        "việc, tăng 2.641 "
        "việc, đạt tỷ lệ 82,57%, vượt 0,57% so với chỉ tiêu được giao là 82%."
    ),
    "Quảng Ngãi 2020 below its target": (
        "Năm 2020, các cơ quan thi hành án dân sự tỉnh Quảng Ngãi thi hành xong 5.024 việc, tăng 46 việc "
        "(tăng 0,9%), đạt tỷ "
        "lệ 78%, còn thiếu 3% so với chỉ tiêu giao 81%; về tiền đạt tỷ lệ 41%, vượt 3% so với chỉ tiêu 38%."
    ),
    "Nam Định 2017 in thousands of đồng": (
        "Năm 2017, toàn tỉnh Nam Định phải thi hành án dân sự 470.581.046 nghìn đồng, tăng 165.603.599 "
        "nghìn đồng (tăng 54,3%). "
        "Số có điều kiện thi hành 163.702.787 nghìn đồng, thi hành xong 102.990.477 nghìn đồng, đạt tỷ lệ "
        "62,91%, vượt 30,91% "
        "so với chỉ tiêu 32%."
    ),
    "a round enforceable said loosely": (
        "Năm 2025, Thi hành án dân sự thành phố Hà Nội có điều kiện thi hành trên 46.500 việc, đã thi hành "
        "xong 39.430 việc, "
        "đạt tỷ lệ 84,7%."
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_published_contradiction_is_found(name: str) -> None:
    text, expected = WRONG[name]

    found = {
        (one.code, one.computed, one.printed) for one in findings(text) if one.severity is not Severity.INFO
    }

    assert found == expected


@pytest.mark.parametrize("name", WRONG)
def test_a_finding_names_both_numbers(name: str) -> None:
    for one in findings(WRONG[name][0]):
        assert one.message.endswith((".", "%."))
        assert sum(character.isdigit() for character in one.message) >= 4


@pytest.mark.parametrize("name", RIGHT)
def test_a_correct_published_text_is_accepted(name: str) -> None:
    assert [one for one in findings(RIGHT[name]) if one.severity is not Severity.INFO] == []


def test_shares_forced_to_a_hundred_are_only_noted() -> None:
    text = (
        "Năm 2022, thi hành án dân sự tỉnh Gia Lai phải thi hành 18.819 việc, trong đó có điều kiện 13.409 "
        "việc, chiếm "
        "71,25%; chưa có điều kiện 5.255 việc, chiếm 27,92%; hoãn, tạm đình chỉ 155 việc, chiếm 0,83%."
    )

    (found,) = findings(text)

    assert (found.code, found.severity, found.computed) == ("rounding.forced", Severity.INFO, "0.82")


def test_a_rest_that_is_not_explained_is_only_noted() -> None:
    text = (
        "Năm 2021, Chi cục THADS thành phố Bảo Lộc phải thi hành 2.362 việc, trong đó năm trước chuyển sang "
        "1.180 việc, "
        "thụ lý mới 1.196 việc."
    )

    (found,) = findings(text)

    assert (found.code, found.severity) == ("sum.unexplained", Severity.INFO)
    assert "14 việc" in found.message


def test_a_plain_rate_called_a_share_of_the_target_is_told() -> None:
    text = (
        "6 tháng đầu năm 2019, Cục THADS TP Hồ Chí Minh có 54.681 việc có điều kiện thi hành, đã giải quyết "
        "xong 26.515 việc "
        "(tỷ lệ 48,49% so với chỉ tiêu được giao)."
    )

    (found,) = findings(text)

    assert (found.code, found.severity) == ("target.share", Severity.WARNING)
