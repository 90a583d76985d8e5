"""The kinds of papers that decide on fees, costs and money nobody takes (L08 Đ60, 126; T216 Đ5, 7; N62
Đ44, 49; L25 Đ53, 59; N152 Đ87).

Their wording stands in `documents/masters/<code>/<variant>.txt`; the room's `papers` brings the context.
"""

from datetime import date

from thads.enforcement.cases.rules.papers.blocks import (
    BAILIFF,
    COMPLAINT,
    DECISION,
    EARLIER,
    EVIDENCE,
    ISSUER,
    grounds,
    things,
)
from thads.enforcement.documents.rules.fields import PaperField, day, flag, money, text
from thads.enforcement.documents.rules.papers import PaperKind, register_papers

PAYER = text("payer", "người nộp, người được trả, người được miễn, giảm", "Trần Thị Đào", kept=True)
PAYER_ADDRESS = text("payer_address", "địa chỉ người đó", "xã Vĩnh Lộc, tỉnh Tuyên Quang", optional=True)
WHOLE = flag("whole", "miễn toàn bộ; không đánh dấu là giảm một phần", sample=False)
REDUCED = money("reduced", "số tiền được miễn, giảm", 200_000)
_COMMON = (ISSUER, DECISION, EVIDENCE, BAILIFF, COMPLAINT, PAYER)


def _decision(
    code: str, title: str, basis: str, *fields: PaperField, act: str, family: str = "order"
) -> PaperKind:
    return PaperKind(code, title, basis, (*_COMMON, *fields), symbol="QĐ", family=family, act=act)


register_papers(
    (
        _decision(
            "fee_decision",
            "Quyết định thu phí thi hành án",
            "L08 Đ60; T216 Đ4–5; L25 Đ53.1",
            PAYER_ADDRESS,
            money("fee", "phí phải nộp lần này", 600_000),
            money("received", "số tiền, giá trị tài sản thực nhận lần này", 20_000_000),
            money("received_before", "đã nhận các lần trước", 0),
            text("rate", "mức thu", "3% số tiền thực nhận", optional=True),
            REDUCED,
            act="fee",
            family="fee",
        ),
        _decision(
            "fee_relief_decision",
            "Quyết định miễn, giảm phí thi hành án",
            "T216 Đ7",
            PAYER_ADDRESS,
            EARLIER,
            WHOLE,
            REDUCED,
            money("fee", "phí còn phải nộp", 400_000),
            *grounds("Người phải nộp phí thuộc hộ nghèo"),
            act="fee",
            family="fee",
        ),
        _decision(
            "cost_relief_decision",
            "Quyết định miễn, giảm chi phí cưỡng chế",
            "N62 Đ44; N152 Đ87",
            PAYER_ADDRESS,
            WHOLE,
            REDUCED,
            money("cost", "chi phí còn phải nộp", 4_000_000),
            *grounds(
                "Người phải chịu chi phí thuộc hộ nghèo hoặc neo đơn, tàn tật, ốm đau kéo dài",
            ),
            act="cost",
        ),
        _decision(
            "return_of_property_decision",
            "Quyết định trả lại tiền, tài sản, giấy tờ",
            "L08 Đ126.1; L25 Đ59",
            PAYER_ADDRESS,
            things(
                "duties",
                "tiền, tài sản, giấy tờ được trả lại",
                {"what": "Tiền thừa sau khi thanh toán", "amount": 1_500_000},
            ),
            act="return_of_property",
        ),
        _decision(
            "forfeiture_decision",
            "Quyết định nộp ngân sách nhà nước tiền không có người nhận",
            "L08 Đ126.2; N62 Đ49.5; L25 Đ59.1",
            money("amount", "số tiền nộp ngân sách", 5_000_000),
            day("notified_on", "ngày thông báo hợp lệ", date(2019, 5, 6)),
            text("unclaimed_term", "thời hạn không có người nhận", "5 năm"),
            act="forfeiture",
        ),
    )
)
