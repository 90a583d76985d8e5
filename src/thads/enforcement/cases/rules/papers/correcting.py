"""Papers that recall, annul or amend an order (L08 Đ37; L25 Đ52; T04 Đ36.4)."""

from thads.enforcement.cases.rules.papers.blocks import (
    COMPLAINT,
    EARLIER,
    EVIDENCE,
    ISSUER,
    creditors,
    debtors,
    followed,
    grounds,
)
from thads.enforcement.cases.rules.papers.resting import PARTIAL
from thads.enforcement.documents.rules.fields import text
from thads.enforcement.documents.rules.papers import PaperKind, register_papers

_PEOPLE = (debtors(optional=True), creditors(optional=True))
_CONSEQUENCE = text(
    "consequence", "hậu quả phải giải quyết", "Số tiền đã thu được hoàn trả cho người đã nộp.", optional=True
)
_GROUND = grounds(
    "Quyết định về thi hành án có sai sót làm thay đổi nội dung vụ việc",
)

register_papers(
    (
        PaperKind(
            "recall_decision",
            "Quyết định thu hồi quyết định thi hành án",
            "L08 Đ37.1; L25 Đ52.1",
            (ISSUER, *followed(), COMPLAINT, PARTIAL, _CONSEQUENCE, *_GROUND),
            symbol="QĐ",
            family="recall",
            act="recall",
        ),
        PaperKind(
            "order_recall_decision",
            "Quyết định thu hồi quyết định về thi hành án",
            "L08 Đ37.1; L25 Đ52.1",
            (ISSUER, *followed(), COMPLAINT, EARLIER, _CONSEQUENCE, *_GROUND),
            symbol="QĐ",
            family="recall",
            act="recall",
        ),
        PaperKind(
            "annulment_decision",
            "Quyết định hủy quyết định về thi hành án",
            "L08 Đ37.3; L25 Đ52.4",
            (
                ISSUER,
                EVIDENCE,
                EARLIER,
                *_PEOPLE,
                COMPLAINT,
                text(
                    "reason",
                    "lý do",
                    "ban hành trái pháp luật mà người ban hành không tự thu hồi",
                    optional=True,
                ),
            ),
            symbol="QĐ",
            family="recall",
            act="annulment",
        ),
        PaperKind(
            "amendment_decision",
            "Quyết định sửa đổi, bổ sung quyết định về thi hành án",
            "L08 Đ37.2; L25 Đ52.2",
            (
                ISSUER,
                EVIDENCE,
                EARLIER,
                *_PEOPLE,
                COMPLAINT,
                text(
                    "content",
                    "nội dung sửa đổi, bổ sung",
                    "địa chỉ “xã Kim Bính” sửa thành “xã Kim Bình”",
                    kept=True,
                ),
            ),
            symbol="QĐ",
            family="recall",
            act="amendment",
        ),
    )
)
