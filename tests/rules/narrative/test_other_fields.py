"""Courts, budgets, police, sports and weather speak in the same words: their numbers are none of ours."""

import pytest

from thads.steering.narrative.rules.check import check
from thads.steering.narrative.rules.extract import extract

OTHER_FIELDS = {
    "courts": (
        "Trong 8 tháng đầu năm 2024, Tòa án nhân dân hai cấp tỉnh đã thụ lý gần 1.800 vụ việc, đã giải "
        "quyết 1.400 vụ việc, đạt "
        "tỷ lệ 77,8%, tăng 3,2% so với cùng kỳ. Số việc còn lại 400 vụ chuyển kỳ sau. Việc ra quyết định "
        "thi hành án hình sự đối "
        "với 1.203 bị án được thực hiện đúng hạn, đạt 100%."
    ),
    "budget": (
        "Thu ngân sách nhà nước 9 tháng đầu năm 2024 ước đạt 15.230 tỷ đồng, tăng 12,5% so với cùng kỳ, đạt "
        "97% dự toán trung ương "
        "giao và 91% chỉ tiêu HĐND tỉnh giao. Giải ngân vốn đầu tư công đạt 61,3% kế hoạch, thấp hơn 4,2% "
        "so với cùng kỳ năm 2023."
    ),
    "police": (
        "Công an tỉnh đã khởi tố 1.245 vụ, 2.310 bị can; điều tra làm rõ 1.120 vụ, đạt tỷ lệ 89,96%. Viện "
        "kiểm sát nhân dân hai cấp "
        "đã thụ lý kiểm sát 2.450 vụ án, truy tố 1.030 vụ. Cơ quan chức năng thu hồi tài sản trị giá 52 tỷ "
        "đồng."
    ),
    "tax": (
        "Chi cục Thuế khu vực III đã ban hành 512 quyết định cưỡng chế nợ thuế với số tiền 86 tỷ đồng, thu "
        "hồi được 41 tỷ đồng nợ "
        "đọng, đạt 92% chỉ tiêu được giao, tăng 8% so với cùng kỳ năm 2023."
    ),
    "justice department": (
        "Sở Tư pháp tổng kết năm 2023: hòa giải ở cơ sở 2.345 vụ, hòa giải thành 2.001 vụ, đạt 85,3%; trợ "
        "giúp pháp lý 1.120 vụ "
        "việc; cấp 15.200 phiếu lý lịch tư pháp, tăng 12% so với cùng kỳ; công chứng 45.300 việc."
    ),
    "sports and weather": (
        "Đội bóng xếp thứ 2/14, đạt tỷ lệ thắng 60%, tăng 15% so với cùng kỳ mùa trước. Lượng mưa 120 mm, "
        "giảm 12%."
    ),
    "numbers without a subject": "Tổng số 1.234 việc, đạt 81,23%, tăng 5% so với cùng kỳ.",
}

MIXED = """BÁO CÁO TÌNH HÌNH KINH TẾ - XÃ HỘI 6 THÁNG ĐẦU NĂM 2024 TỈNH LÀO CAI
I. KINH TẾ
Tổng sản phẩm (GRDP) tăng 5,8% so với cùng kỳ. Thu ngân sách đạt 4.500 tỷ đồng, bằng 48% dự toán.
II. XÃ HỘI
Tỷ lệ hộ nghèo giảm 3,5%; khách du lịch đạt 4,1 triệu lượt, tăng 12%.
III. NỘI CHÍNH
Tòa án nhân dân hai cấp thụ lý 1.530 vụ, giải quyết 1.210 vụ, đạt 79,1%.
Cơ quan thi hành án dân sự đã thụ lý 3.120 việc, thi hành xong 1.508 việc, đạt 65,2% trên số có điều kiện.
Công an tỉnh khởi tố 410 vụ với 620 bị can.
"""


@pytest.mark.parametrize("field", OTHER_FIELDS)
def test_other_fields_yield_no_figure_and_no_finding(field: str) -> None:
    text = OTHER_FIELDS[field]

    assert extract(text) == []
    assert check([], text) == []


def test_in_a_report_on_everything_only_enforcement_is_read() -> None:
    assert [figure.quote for figure in extract(MIXED)] == ["3.120 việc", "1.508 việc", "65,2%"]


@pytest.mark.parametrize(
    "text", ["", " \n\n ", "Không có số.", "(((((", "12", "%%%", "1.2.3.4.5 việc", "0/0 việc thi hành án"]
)
def test_odd_texts_are_read_without_complaint(text: str) -> None:
    assert check(extract(text), text) == []
