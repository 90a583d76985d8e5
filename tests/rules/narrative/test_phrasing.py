"""Single sentences: which phrase makes which figure. One row, one habit of writing."""

import pytest

from thads.steering.narrative.rules.extract import extract

LED = "9 tháng năm 2024, các cơ quan thi hành án dân sự tỉnh Sơn La: "

ROWS = [
    # amounts and their units
    ("thi hành xong 336,758 tỷ đồng", "336758000000", "finished", "vnd"),
    ("thi hành xong hơn 7,8 ngàn việc", "7800", "finished", "case"),
    ("thi hành xong 116.531 tỷ 786 triệu 859 nghìn đồng", "116531786859000", "finished", "vnd"),
    ("thi hành xong 2,3 nghìn tỷ đồng", "2300000000000", "finished", "vnd"),
    ("thi hành xong 5.000.000đ", "5000000", "finished", "vnd"),
    ("thi hành xong 02 việc", "2", "finished", "case"),
    ("thi hành xong 3,228 việc", "3228", "finished", "case"),
    ("đạt tỷ lệ 81.23%", "81.23", "completion_rate", "percent"),
    # the phrase before, the phrase behind
    ("có 9.867 việc có điều kiện thi hành", "9867", "enforceable", "case"),
    ("có 1.234 việc chưa có điều kiện thi hành", "1234", "not_enforceable", "case"),
    ("số việc chưa đủ điều kiện thi hành là 77 việc", "77", "not_enforceable", "case"),
    ("số cũ chuyển sang (trừ số đã chuyển sổ theo dõi riêng): 9.767 việc", "9767", "carried_over", "case"),
    ("năm 2023 chuyển sang 120 việc", "120", "carried_over", "case"),
    ("tồn đầu kỳ 300 việc", "300", "carried_over", "case"),
    ("thụ lý mới 11.259 việc", "11259", "new_intake", "case"),
    ("phát sinh mới 54 việc", "54", "new_intake", "case"),
    ("ủy thác đi nơi khác 12 việc", "12", "delegated_out", "case"),
    ("nhận ủy thác 12 việc", "12", "other", "case"),
    ("thu hồi, hủy quyết định thi hành án 13 việc", "13", "recalled", "case"),
    ("tổng số phải thi hành là 20.893 việc", "20893", "must_enforce", "case"),
    ("hoãn, tạm đình chỉ thi hành án 58 việc", "58", "deferred_suspended", "case"),
    ("tạm đình chỉ 8 việc", "8", "deferred_suspended", "case"),
    ("đình chỉ thi hành án 41 việc", "41", "other", "case"),
    ("số việc chuyển kỳ sau 13.450 việc", "13450", "carried_forward", "case"),
    ("còn 9 việc chưa thi hành xong", "9", "carried_forward", "case"),
    ("đã chuyển sổ theo dõi riêng 12.458 việc", "12458", "separate_ledger", "case"),
    ("đã thu được 45 tỷ đồng", "45000000000", "finished", "vnd"),
    ("mỗi chấp hành viên thụ lý 260 việc", "260", "workload_per_bailiff", "case"),
    ("tổ chức cưỡng chế 31 việc", "31", "other", "case"),
    # rates, shares, targets, ranks
    ("tỷ lệ thi hành xong về việc đạt 81,23%", "81.23", "completion_rate", "percent"),
    ("đạt 97% chỉ tiêu kế hoạch năm", "97", "vs_target", "percent"),
    ("đạt 97% so với chỉ tiêu được giao", "97", "vs_target", "percent"),
    ("chỉ tiêu được giao là 83,35% về việc", "83.35", "target", "percent"),
    ("phấn đấu đạt trên 46,65% về tiền", "46.65", "target", "percent"),
    ("được Tổng cục giao thi hành xong trên 72,5% về việc", "72.5", "target", "percent"),
    ("tỷ lệ thi hành xong về việc xếp thứ 4/63", "4", "rank", "other"),
    ("đứng thứ 12 toàn quốc về tỷ lệ thi hành xong", "12", "rank", "other"),
    # changes: signed, points apart from percent
    ("số thụ lý mới tăng 1.650 việc so với cùng kỳ", "1650", "growth_abs", "case"),
    ("số thụ lý mới giảm 12,5% so với cùng kỳ", "-12.5", "growth_pct", "percent"),
    ("tỷ lệ thi hành xong tăng 1,11% so với cùng kỳ", "1.11", "vs_same_period_pp", "pp"),
    ("tỷ lệ thi hành xong thấp hơn 0,11 điểm phần trăm so với cùng kỳ", "-0.11", "vs_same_period_pp", "pp"),
    ("tỷ lệ thi hành xong vượt 0,72% so với chỉ tiêu", "0.72", "vs_target", "pp"),
    ("tỷ lệ thi hành xong còn thiếu 14,27% so với tiến độ bình quân", "-14.27", "vs_target", "pp"),
]

NO_FIGURE = [
    "Căn cứ Công văn số 693-CV/BCSĐ ngày 11/01/2024, Thông tư 05/2024/TT-BTP, Điều 44a và khoản 2 Điều 9",
    "giai đoạn 2021 - 2025, từ năm 2016 đến 2023, quý I/2024, 9 tháng đầu năm, 78 năm, 30 ngày làm việc",
    "điện thoại 0207.3822.123, tài khoản 3511.0.1054321, lúc 8 giờ 30, phường 5, tầng 3, lần thứ 2",
    "mẫu số 12, biểu số 4, phụ lục 1, mục 2.1, trang 45, khóa 13, kỳ họp thứ 7, 63 tỉnh, thành phố",
]


@pytest.mark.parametrize(("said", "value", "indicator", "unit"), ROWS)
def test_a_phrase_makes_its_figure(said: str, value: str, indicator: str, unit: str) -> None:
    (figure,) = extract(LED + said + ".")

    assert (figure.written_value, figure.indicator, figure.unit) == (value, indicator, unit)


@pytest.mark.parametrize("said", NO_FIGURE)
def test_numbers_that_count_nothing_are_left_alone(said: str) -> None:
    assert extract(LED + said + ".") == []


PERIODS = [
    ("quý I năm 2024", "FY2024/3M"),
    ("quý II/2024", "FY2024/6M"),
    ("6 tháng đầu năm 2024", "FY2024/6M"),
    ("sáu tháng đầu năm 2024", "FY2024/6M"),
    ("09 tháng năm công tác 2024", "FY2024/9M"),
    ("năm 2019", "FY2019/12M"),
    ("tháng 4 năm 2025", "FY2025/7M"),
    ("tháng thứ 5 năm 2026", "FY2026/5M"),
    ("từ ngày 01/10/2024 đến ngày 30/4/2025", "FY2025/7M"),
    ("tính đến ngày 31/3/2024", "FY2024/6M"),
    ("tính đến ngày 31/12/2023", "FY2024/3M"),
]


@pytest.mark.parametrize(("said", "period"), PERIODS)
def test_a_period_is_a_period_of_the_working_year(said: str, period: str) -> None:
    (figure,) = extract(
        f"Kết quả {said} của các cơ quan thi hành án dân sự tỉnh Sơn La: thi hành xong 3.228 việc."
    )

    assert figure.period == period


ORGANISATIONS = [
    ("Cục THADS tỉnh Thanh Hoá", "Thanh Hóa"),
    ("các cơ quan THADS TP.HCM", "Hồ Chí Minh"),
    ("CỤC THI HÀNH ÁN DÂN SỰ TỈNH QUẢNG NGÃI", "Quảng Ngãi"),
    ("Chi cục THADS huyện Sơn Dương, tỉnh Tuyên Quang", "Chi cục Sơn Dương"),
    ("Chi cục Thi hành án dân sự thành phố Vinh", "Chi cục Vinh"),
    ("các cơ quan THADS trên toàn quốc", "toàn quốc"),
    ("Thi hành án dân sự tỉnh Đắk Lắk", "Đắk Lắk"),
]


@pytest.mark.parametrize(("said", "org"), ORGANISATIONS)
def test_a_figure_knows_whom_it_speaks_of(said: str, org: str) -> None:
    (figure,) = extract(f"Năm 2024, {said} đã thi hành xong 3.228 việc.")

    assert figure.org == org


def test_the_president_is_no_city() -> None:
    (figure,) = extract(
        "Học tập tư tưởng, đạo đức Chủ tịch Hồ Chí Minh, năm 2024 các cơ quan thi hành án dân sự tỉnh Sơn "
        "La thi hành xong 3.228 việc."
    )

    assert figure.org == "Sơn La"


def test_two_percentages_in_turn_are_of_cases_and_of_money() -> None:
    figures = extract(LED + "tỷ lệ thi hành xong về việc và về tiền lần lượt đạt 79,15% và 41,02%.")

    assert [(one.written_value, one.dimension) for one in figures] == [("79.15", "cases"), ("41.02", "money")]


def test_last_years_value_belongs_to_last_year() -> None:
    figures = extract(LED + "thi hành xong 445 việc (cùng kỳ năm 2023 là 400 việc).")

    assert [one.period for one in figures] == ["FY2024/9M", "FY2023/9M"]


def test_a_table_row_without_units_is_read_after_its_phrase() -> None:
    figures = extract(
        "Thi hành án dân sự tỉnh Sơn La 9 tháng năm 2024\nĐơn vị tính: việc\nTổng số thụ lý: 5.016\nSố cũ "
        "chuyển sang: 3.004\n"
        "Thụ lý mới: 2.012"
    )

    assert [one.written_value for one in figures] == ["5016", "3004", "2012"]
