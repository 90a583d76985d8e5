"""Papers of security measures and of coercion (L08 Đ46, 66–73, 105; L25 Đ66–72, 95)."""

from datetime import date

from thads.enforcement.cases.rules.papers.blocks import (
    COMPLAINT,
    DECISION,
    EARLIER,
    EVIDENCE,
    ISSUER,
    debtors,
    duties,
    followed,
    grounds,
)
from thads.enforcement.cases.rules.papers.working import ADDRESSEE
from thads.enforcement.documents.rules.fields import PaperField, day, money, text
from thads.enforcement.documents.rules.papers import PaperKind, register_papers

HOLDER = text("holder", "nơi giữ, quản lý tài sản", "Ngân hàng A, chi nhánh Tuyên Quang", optional=True)
VALUE = money("value", "giá trị áp dụng", 26_000_000)
PLANNED = day("planned_on", "ngày dự kiến", date(2024, 7, 15), optional=True)
MEASURE = text("measure", "biện pháp", "kê biên, xử lý tài sản")
COST = money("cost", "dự trù chi phí", 8_000_000)
_ACCOUNT = "số tiền 26.000.000 đồng trong tài khoản số 0123456789"
_LAND = "quyền sử dụng thửa đất số 12, tờ bản đồ số 5, xã Kim Bình"
_COERCE = text("coerce_term", "thời hạn áp dụng biện pháp cưỡng chế", "10 ngày")


def _subject(sample: str) -> PaperField:
    return text("subject", "tài sản, đối tượng áp dụng", sample, kept=True)


def _security(
    code: str, title: str, basis: str, subject: str, *more: PaperField, act: str = "security"
) -> PaperKind:
    fields = (ISSUER, *followed(), COMPLAINT, _subject(subject), HOLDER, VALUE, *more)
    return PaperKind(code, title, basis, fields, symbol="QĐ", family="security", act=act)


def _coercion(code: str, title: str, basis: str, subject: str, *more: PaperField) -> PaperKind:
    fields = (
        ISSUER,
        *followed(),
        COMPLAINT,
        _subject(subject),
        HOLDER,
        VALUE,
        PLANNED,
        text(
            "exception",
            "lý do tài sản có giá trị lớn hơn nghĩa vụ",
            "người phải thi hành án chỉ có một tài sản",
            optional=True,
        ),
        text(
            "dissipation",
            "hành vi tẩu tán, hủy hoại, trốn tránh",
            "người phải thi hành án rao bán tài sản",
            optional=True,
        ),
        *more,
    )
    return PaperKind(code, title, basis, fields, symbol="QĐ", family="coercion", act="coercion")


_ENDED = grounds(
    "Người phải thi hành án đã thi hành xong nghĩa vụ, đã nộp đủ phí và chi phí thi hành án",
)

register_papers(
    (
        _security(
            "freeze_decision",
            "Quyết định phong tỏa tài khoản, tài sản ở nơi gửi giữ",
            "L08 Đ67; L25 Đ67",
            _ACCOUNT,
            _COERCE,
            text("report_term", "thời hạn báo kết quả phong tỏa", "24 giờ", optional=True),
        ),
        _security(
            "hold_decision",
            "Quyết định tạm giữ tài sản, giấy tờ",
            "L08 Đ68; L25 Đ69",
            "01 xe ô tô biển số 22A-123.45",
            _COERCE,
        ),
        _security(
            "stop_registration_decision",
            "Quyết định tạm dừng việc đăng ký, chuyển quyền, thay đổi hiện trạng tài sản",
            "L08 Đ69; L25 Đ68",
            _LAND,
            _COERCE,
        ),
        _security(
            "exit_ban_decision",
            "Quyết định tạm hoãn xuất cảnh",
            "N62 Đ51; L25 Đ70; N152 Đ45",
            "ông Nguyễn Văn Ánh, sinh năm 1985, số định danh 008085000123",
            act="exit_ban",
        ),
        PaperKind(
            "measure_end_decision",
            "Quyết định chấm dứt biện pháp bảo đảm, biện pháp cưỡng chế",
            "L08 Đ67–69, 105; L25 Đ95",
            (ISSUER, *followed(), COMPLAINT, EARLIER, MEASURE, _subject(_ACCOUNT), HOLDER, *_ENDED),
            symbol="QĐ",
            family="security",
            act="security",
        ),
        PaperKind(
            "seizure_release_decision",
            "Quyết định giải tỏa kê biên tài sản",
            "L08 Đ105; L25 Đ95",
            (ISSUER, *followed(), COMPLAINT, EARLIER, _subject(_LAND), *_ENDED),
            symbol="QĐ",
            family="coercion",
            act="coercion",
        ),
        _coercion(
            "coercion_account",
            "Quyết định cưỡng chế khấu trừ tiền trong tài khoản, thu hồi tiền, giấy tờ có giá",
            "L08 Đ71.1, 76; L25 Đ71",
            _ACCOUNT,
        ),
        _coercion(
            "coercion_income",
            "Quyết định cưỡng chế trừ vào thu nhập",
            "L08 Đ71.2, 78; L25 Đ71; N152 Đ51",
            "tiền lương hằng tháng tại Công ty B",
            text("income_limit", "mức được trừ, mức phải để lại", "30%"),
            text("transfer_term", "thời hạn chuyển tiền đã trừ", "3 ngày làm việc", optional=True),
        ),
        _coercion(
            "coercion_seizure", "Quyết định cưỡng chế kê biên, xử lý tài sản", "L08 Đ71.3; L25 Đ71, 78", _LAND
        ),
        _coercion(
            "coercion_exploitation",
            "Quyết định cưỡng chế khai thác tài sản",
            "L08 Đ71.4, 107–108; L25 Đ71, 77",
            "nhà xưởng cho thuê tại xã Kim Bình",
            text("exploitation_term", "thời hạn ký hợp đồng khai thác", "30 ngày"),
        ),
        _coercion(
            "coercion_handover",
            "Quyết định cưỡng chế chuyển giao vật, quyền tài sản, giấy tờ",
            "L08 Đ71.5, 114–117; L25 Đ71, 86–90",
            "căn nhà cấp 4 trên thửa đất số 12, xã Kim Bình",
            text("creditor_names", "người được nhận tài sản", "Trần Thị Đào", optional=True),
        ),
        _coercion(
            "coercion_act",
            "Quyết định cưỡng chế buộc thực hiện hoặc không được thực hiện công việc",
            "L08 Đ71.6, 118–121; L25 Đ71, 91–94",
            "tháo dỡ tường rào lấn chiếm, trả lại lối đi chung",
            text("forced_term", "thời hạn thực hiện nghĩa vụ", "5 ngày làm việc"),
        ),
        PaperKind(
            "coercion_plan",
            "Kế hoạch cưỡng chế thi hành án",
            "L08 Đ72; TL03 Đ4; L25 Đ72.6; N152 Đ46",
            (
                DECISION,
                EARLIER,
                MEASURE,
                _subject(_LAND),
                debtors(),
                duties(),
                PLANNED,
                COST,
                text("place", "địa điểm cưỡng chế", "thôn Đèo Nàng, xã Kim Bình", optional=True),
                text(
                    "content",
                    "phương án tiến hành",
                    "đọc quyết định, vận động, kiểm kê, giao tài sản",
                    kept=True,
                ),
                text("forces", "lực lượng tham gia, bảo vệ", "05 Công an xã Kim Bình", optional=True),
            ),
            symbol="KH",
            family="plan",
            act="coercion_plan",
        ),
        PaperKind(
            "cost_notice",
            "Thông báo dự trù chi phí cưỡng chế",
            "L08 Đ73.4; L25 Đ72.7",
            (
                DECISION,
                EVIDENCE,
                ADDRESSEE,
                EARLIER,
                MEASURE,
                _subject(_LAND),
                COST,
                PLANNED,
                text("content", "dự trù bằng lời", "theo bảng dự trù kèm theo", optional=True),
            ),
            symbol="TB",
            family="notice",
            act="coercion",
        ),
        PaperKind(
            "seizure_notice",
            "Thông báo kê biên bất động sản",
            "L08 Đ88; L25 Đ80.2",
            (DECISION, EVIDENCE, ADDRESSEE, EARLIER, _subject(_LAND), PLANNED),
            symbol="TB",
            family="notice",
            act="coercion",
        ),
    )
)
