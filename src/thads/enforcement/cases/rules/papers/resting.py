"""Papers by which work stops for a time and goes on (L08 Đ44a, 48–49; L25 Đ38, 46–47; N152 Đ22)."""

from datetime import date

from thads.enforcement.cases.rules.papers.blocks import (
    COMPLAINT,
    EARLIER,
    ISSUER,
    ONLY_2025,
    followed,
    grounds,
)
from thads.enforcement.cases.rules.papers.working import ADDRESSEE
from thads.enforcement.documents.rules.fields import day, flag, money, number, text
from thads.enforcement.documents.rules.papers import PaperKind, register_papers

PARTIAL = flag("partial", "chỉ một phần nghĩa vụ của quyết định", sample=False)
_SUSPENDED = grounds(
    "Tòa án thông báo đã thụ lý đơn yêu cầu mở thủ tục phá sản đối với người phải thi hành án",
)
_PROTESTED = grounds(
    "Người có thẩm quyền kháng nghị quyết định tạm đình chỉ thi hành bản án, quyết định",
)

register_papers(
    (
        PaperKind(
            "unable_decision",
            "Quyết định về việc chưa có điều kiện thi hành án",
            "L08 Đ44a.1; L25 Đ38.1",
            (
                ISSUER,
                *followed(),
                COMPLAINT,
                *grounds(
                    "Không có thu nhập hoặc thu nhập chỉ bảo đảm cuộc sống tối thiểu và không có tài sản để "
                    "thi hành án",
                ),
            ),
            symbol="QĐ",
            family="unable",
            act="unable",
        ),
        PaperKind(
            "resumption_decision",
            "Quyết định tiếp tục thi hành án",
            "N62 Đ9.4; L08 Đ48.4, 49.3; L25 Đ38.2, 46.3, 47.3",
            (
                ISSUER,
                *followed(),
                COMPLAINT,
                EARLIER,
                *grounds(
                    "Hết thời hạn hoãn hoặc căn cứ hoãn không còn",
                ),
            ),
            symbol="QĐ",
            family="resumption",
            act="resumption",
        ),
        PaperKind(
            "separate_ledger_decision",
            "Quyết định chuyển sổ theo dõi riêng",
            "N62 Đ9.5; N152 Đ22.1",
            (
                ISSUER,
                *followed(),
                EARLIER,
                text("unable_term", "thời hạn kể từ quyết định chưa có điều kiện", "1 năm"),
                number("verifications", "số lần đã xác minh", 2),
            ),
            symbol="QĐ",
            family="order",
            act="separate_ledger",
        ),
        PaperKind(
            "request_return_notice",
            "Thông báo gửi lại yêu cầu thi hành án",
            "L25 Đ38.4; N152 Đ22.2",
            (
                *followed(),
                ADDRESSEE,
                COMPLAINT,
                EARLIER,
                *grounds(
                    "Hết 02 năm kể từ ngày ra quyết định về việc chưa có điều kiện thi hành án mà không có "
                    "thông tin mới",
                ),
            ),
            symbol="TB",
            family="notice",
            act="request_return",
            variants=ONLY_2025,
        ),
        PaperKind(
            "deferral_decision",
            "Quyết định hoãn thi hành án",
            "L08 Đ48; N62 Đ14; L25 Đ46",
            (
                ISSUER,
                *followed(),
                COMPLAINT,
                PARTIAL,
                day("until", "hoãn đến hết ngày", date(2024, 9, 30), optional=True),
                flag("no_interest", "không tính lãi chậm thi hành án trong thời gian hoãn"),
                flag("by_agreement", "hoãn theo thỏa thuận của đương sự"),
                *grounds(
                    "Đương sự đồng ý hoãn thi hành án",
                ),
            ),
            symbol="QĐ",
            family="deferral",
            act="deferral",
        ),
        PaperKind(
            "suspension_decision",
            "Quyết định tạm đình chỉ thi hành án",
            "L08 Đ49.2; L25 Đ47.1",
            (ISSUER, *followed(), COMPLAINT, PARTIAL, *_SUSPENDED),
            symbol="QĐ",
            family="suspension",
            act="suspension",
        ),
        PaperKind(
            "suspension_notice",
            "Thông báo tạm đình chỉ thi hành án",
            "L08 Đ49.1; L25 Đ47.2",
            (
                *followed(),
                ADDRESSEE,
                PARTIAL,
                *_PROTESTED,
                money("collected", "số tiền đã thi hành được đến ngày thông báo", 6_000_000),
            ),
            symbol="TB",
            family="suspension",
            act="suspension",
        ),
    )
)
