"""Assignment of the bailiff and mandates to verify (L08 Đ36.2, 44.3; N62 Đ8–10; L25 Đ32.2, 37.4; N152
Đ12–13).
"""

from thads.enforcement.cases.rules.papers.blocks import (
    BAILIFF,
    COMPLAINT,
    DECISION,
    EVIDENCE,
    ISSUER,
    TO_AGENCY,
    creditors,
    debtors,
    duties,
)
from thads.enforcement.documents.rules.fields import flag, text
from thads.enforcement.documents.rules.papers import PaperKind, register_papers

_OLD = text("old_bailiff", "Chấp hành viên đang được phân công", "Lê Văn Chấp", kept=True)
_NEW = text("new_bailiff", "Chấp hành viên được phân công", "Phạm Thị Hành", kept=True)
_REASON = text("reason", "lý do", "Chấp hành viên chuyển công tác")
_PEOPLE = (debtors(optional=True), creditors(optional=True))

ADDRESSEE = text("addressee", "nơi nhận thông báo", "Trần Thị Đào", kept=True)

register_papers(
    (
        PaperKind(
            "bailiff_assignment",
            "Quyết định phân công Chấp hành viên",
            "L08 Đ36.2; N62 Đ8; L25 Đ32.2; N152 Đ12.2",
            (
                ISSUER,
                DECISION,
                EVIDENCE,
                *_PEOPLE,
                _NEW,
                text("file_term", "thời hạn lập hồ sơ", "2 ngày làm việc"),
            ),
            symbol="QĐ",
            family="order",
            act="assign",
        ),
        PaperKind(
            "bailiff_change",
            "Quyết định thay đổi Chấp hành viên",
            "N62 Đ10; L25 Đ32.2; N152 Đ13",
            (
                ISSUER,
                DECISION,
                EVIDENCE,
                *_PEOPLE,
                _OLD,
                _NEW,
                text("reason", "lý do", "Chấp hành viên chuyển công tác", optional=True),
            ),
            symbol="QĐ",
            family="order",
            act="assign",
        ),
        PaperKind(
            "bailiff_change_refusal",
            "Thông báo không thay đổi Chấp hành viên",
            "N62 Đ10.3; N152 Đ13.3",
            (DECISION, EVIDENCE, ADDRESSEE, _OLD, _REASON, BAILIFF, COMPLAINT),
            symbol="TB",
            family="notice",
            act="assign",
        ),
        PaperKind(
            "verification_mandate",
            "Văn bản ủy quyền xác minh điều kiện thi hành án",
            "L08 Đ44.3; N62 Đ9.2; L25 Đ37.4; N152 Đ21.5",
            (
                DECISION,
                TO_AGENCY,
                debtors(),
                duties(),
                text("content", "nội dung xác minh", "tài khoản, quyền sử dụng đất", optional=True),
                flag("registered_assets", "có tài sản phải đăng ký quyền sở hữu, sử dụng"),
                text("answer_term", "thời hạn trả lời", "15 ngày"),
            ),
            symbol="CV",
            family="official_letter",
            act="verification_mandate",
        ),
    )
)
