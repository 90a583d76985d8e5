"""Papers on a request before it becomes a case (L08 Đ30–31; N62 Đ4; L25 Đ34; N152 Đ9–10)."""

from datetime import date

from thads.enforcement.cases.rules.papers.blocks import COMPLAINT, ISSUER, JUDGMENT, ONLY_2025, grounds
from thads.enforcement.documents.rules.fields import day, text
from thads.enforcement.documents.rules.papers import FolioRank, PaperKind, register_papers

REQUEST = (
    text("requester", "người yêu cầu", "Trần Thị Đào", kept=True),
    text("requester_address", "địa chỉ người yêu cầu", "xã Vĩnh Lộc, tỉnh Tuyên Quang", optional=True),
    JUDGMENT,
    text("content", "nội dung yêu cầu", "buộc Nguyễn Văn Ánh trả 20.000.000 đồng"),
    day("requested_on", "ngày yêu cầu", date(2024, 3, 20)),
)
_REASON = text("reason", "lý do", "người yêu cầu điều trị nội trú từ 01/01/2023 đến 01/02/2024")

register_papers(
    (
        PaperKind(
            "request_receipt",
            "Phiếu nhận yêu cầu thi hành án",
            "N152 Đ9.4",
            (
                *REQUEST,
                text("register_no", "số thứ tự trong sổ", "12/2026"),
                day("received_on", "ngày nhận", date(2026, 7, 2)),
                text("attached", "giấy tờ kèm theo", "bản sao bản án", optional=True),
            ),
            symbol="PN",
            family="request_slip",
            act="request_receipt",
            variants=ONLY_2025,
            folio=FolioRank.REQUEST,
        ),
        PaperKind(
            "request_supplement",
            "Thông báo sửa đổi, bổ sung yêu cầu thi hành án",
            "N152 Đ9.6",
            (
                *REQUEST,
                text("missing", "nội dung phải sửa đổi, bổ sung", "số tài khoản của người được thi hành án"),
            ),
            symbol="TB",
            family="notice",
            act="request_supplement",
            variants=ONLY_2025,
        ),
        PaperKind(
            "request_refusal",
            "Thông báo từ chối yêu cầu thi hành án",
            "L08 Đ31.5; L25 Đ34.4",
            (
                *REQUEST,
                COMPLAINT,
                *grounds(
                    "Hết thời hiệu yêu cầu thi hành án",
                ),
            ),
            symbol="TB",
            family="notice",
            act="request_refusal",
        ),
        PaperKind(
            "limitation_accepted",
            "Quyết định chấp nhận yêu cầu thi hành án quá hạn",
            "N62 Đ4.2; N152 Đ10.2",
            (ISSUER, *REQUEST, COMPLAINT, _REASON),
            symbol="QĐ",
            family="limitation",
            act="limitation",
        ),
        PaperKind(
            "limitation_refused",
            "Quyết định không chấp nhận yêu cầu thi hành án quá hạn",
            "N62 Đ4.2; N152 Đ10.2",
            (ISSUER, *REQUEST, COMPLAINT, _REASON),
            symbol="QĐ",
            family="limitation",
            act="limitation",
        ),
    )
)
