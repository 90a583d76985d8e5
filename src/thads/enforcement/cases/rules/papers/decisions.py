"""Enforcement decisions ex officio, one kind for each sub-type of the law's list, so that none borrows the
words of another (L08 Đ36.2; N62 Đ6; L25 Đ33.2; N152 Đ8).

What a person must perform has the voluntary period and the warning of coercion; what the agency itself hands
over, destroys or carries out at once has neither, and its kinds have no field for them.
"""

from collections.abc import Iterable

from thads.enforcement.cases.rules.papers.blocks import (
    BAILIFF,
    COMPLAINT,
    CREDITOR,
    DELEGATION,
    ISSUER,
    JUDGMENT,
    ONLY_2025,
    TOTAL,
    Sample,
    creditors,
    debtors,
    duties,
    persons,
    things,
)
from thads.enforcement.documents.rules.fields import PaperField, flag, number, text
from thads.enforcement.documents.rules.papers import (
    BOTH_LAWS,
    FolioRank,
    PaperKind,
    PaperVariant,
    register_papers,
)

FAMILY = "decision.ex_officio"

OPENING = (ISSUER, JUDGMENT, DELEGATION, BAILIFF, COMPLAINT)
"""What every decision that opens a case says."""

VOLUNTARY = number("voluntary_days", "số ngày tự nguyện thi hành án", 10)
JOINT = flag("joint", "những người phải thi hành án liên đới thực hiện nghĩa vụ", sample=False)
RECIPIENTS = persons("recipients", "người được trả lại, người được thi hành án", CREDITOR)
ABSENT = text("absent_term", "thời hạn chờ người được trả lại đến nhận tiền", "15 ngày")
UNCLAIMED = text("unclaimed_term", "thời hạn nộp ngân sách tiền không có người nhận", "5 năm")
HANDOVER = text("handover_term", "thời hạn chuyển giao tài sản sung quỹ", "10 ngày")
BUDGET = text("budget_term", "thời hạn nộp tiền vào ngân sách", "7 ngày", optional=True)
COUNCIL = text("council_term", "thời hạn thành lập Hội đồng tiêu hủy", "1 tháng")
DESTRUCTION = text("destruction_term", "thời hạn tiêu hủy", "20 ngày", optional=True)

PHONE: Sample = {
    "what": "01 điện thoại di động, màu đen, đã qua sử dụng",
    "amount": 0,
    "kept_at": "kho vật chứng của cơ quan thi hành án dân sự",
}
KNIFE: Sample = {
    "what": "01 con dao dài 30 cm",
    "amount": 0,
    "kept_at": "kho vật chứng của cơ quan thi hành án dân sự",
}
PAPER: Sample = {
    "what": "01 giấy phép lái xe mang tên Trần Thị Đào",
    "amount": 0,
    "kept_at": "kho vật chứng của cơ quan thi hành án dân sự",
}
LAND: Sample = {
    "what": "Quyền sử dụng thửa đất số 12, tờ bản đồ số 5, xã Kim Bình, diện tích 200 m²",
    "amount": 0,
}
ADVANCE: Sample = {
    "what": "Tiền tạm ứng án phí đã nộp theo Biên lai số 0000123 ngày 10/01/2024",
    "amount": 300_000,
}


def ex_officio(
    code: str,
    subtype: str,
    basis: str,
    *fields: PaperField,
    variants: Iterable[PaperVariant] = BOTH_LAWS,
) -> PaperKind:
    """Return the kind of one sub-type of the decisions ex officio."""
    return PaperKind(
        code=f"decision_{code}",
        title=f"Quyết định thi hành án chủ động ({subtype})",
        basis=basis,
        fields=(*OPENING, *fields),
        symbol="QĐ",
        family=FAMILY,
        act="enforcement_decision",
        variants=tuple(variants),
        folio=FolioRank.DECISION,
    )


def _payable(*sample: Sample) -> tuple[PaperField, ...]:
    return (debtors(), JOINT, duties(*sample), TOTAL, VOLUNTARY)


def _returned(*sample: Sample) -> tuple[PaperField, ...]:
    return (RECIPIENTS, things("duties", "những gì được trả lại", *sample))


_FEE: Sample = {"what": "Án phí, lệ phí Tòa án (án phí hình sự sơ thẩm)", "amount": 200_000}
_FINE: Sample = {"what": "Tiền phạt", "amount": 10_000_000}
_GAIN: Sample = {"what": "Truy thu tiền, tài sản thu lợi bất chính", "amount": 26_000_000}
_OTHER: Sample = {"what": "Khoản thu khác cho Nhà nước (bồi thường cho Nhà nước)", "amount": 26_000_000}
_COME = text("come_within", "thời hạn đến nhận", "3 tháng")
_OWNERS = debtors(optional=True)

_PAID = (
    ex_officio("court_fee", "án phí, lệ phí Tòa án", "L08 Đ36.2a; L25 Đ33.2a", *_payable(_FEE)),
    ex_officio("fine", "hình phạt tiền", "L08 Đ36.2a; L25 Đ33.2a", *_payable(_FINE)),
    ex_officio(
        "unlawful_gain",
        "truy thu tiền, tài sản thu lợi bất chính",
        "L08 Đ36.2a; L25 Đ33.2a",
        *_payable(_GAIN),
    ),
    ex_officio(
        "other_state",
        "khoản thu khác cho Nhà nước",
        "L08 Đ36.2c; N62 Đ6.3; L25 Đ33.2c; N152 Đ8.2",
        *_payable(_OTHER),
    ),
    ex_officio(
        "state_revenues",
        "nhiều khoản thu cho ngân sách nhà nước",
        "L08 Đ36.2a, 36.2c; L25 Đ33.2a, 33.2c",
        *_payable(_FEE, _FINE),
    ),
    ex_officio(
        "administrative",
        "phần tài sản trong bản án, quyết định hành chính",
        "TL11 Đ1.4; N152 Đ8.3",
        *_payable(_FEE),
    ),
)

_BACK = (
    ex_officio(
        "return_advance",
        "trả lại tiền tạm ứng án phí",
        "L08 Đ36.2b, 126; L25 Đ33.2b, 59",
        *_returned(ADVANCE),
        TOTAL,
        ABSENT,
        UNCLAIMED,
    ),
    ex_officio(
        "return_money",
        "trả lại tiền cho đương sự",
        "L08 Đ36.2b, 126; L25 Đ33.2b, 59",
        *_returned({"what": "Tiền tạm giữ khi bắt quả tang", "amount": 5_000_000}),
        TOTAL,
        ABSENT,
        UNCLAIMED,
    ),
    ex_officio(
        "return_asset",
        "trả lại tài sản cho đương sự",
        "L08 Đ36.2b, 126; L25 Đ33.2b, 59",
        *_returned(PHONE),
        _COME,
    ),
    ex_officio(
        "return_paper",
        "trả lại giấy tờ cho đương sự",
        "L08 Đ36.2b, 126.3; L25 Đ33.2b, 59.2",
        *_returned(PAPER),
        text("come_within", "thời hạn đến nhận", "1 năm"),
    ),
    ex_officio(
        "return_several",
        "trả lại tiền, tài sản, giấy tờ cho đương sự",
        "L08 Đ36.2b, 126; L25 Đ33.2b, 59",
        *_returned(ADVANCE, PHONE),
        ABSENT,
        text("asset_within", "thời hạn đến nhận tài sản", "3 tháng"),
        text("paper_within", "thời hạn đến nhận giấy tờ", "1 năm"),
    ),
    ex_officio(
        "damages_collected",
        "bồi thường thiệt hại, tiền, tài sản đã thu được",
        "L25 Đ33.2d",
        RECIPIENTS,
        _OWNERS,
        things(
            "duties",
            "khoản được thi hành",
            {"what": "Bồi thường thiệt hại về tính mạng, sức khỏe, tổn thất tinh thần", "amount": 20_000_000},
        ),
        TOTAL,
        variants=ONLY_2025,
    ),
)

_THINGS = (
    ex_officio(
        "confiscation",
        "tịch thu sung quỹ nhà nước",
        "L08 Đ36.2c, 124; L25 Đ33.2c, 57",
        things("duties", "tiền, vật chứng, tài sản bị tịch thu", PHONE),
        _OWNERS,
        HANDOVER,
        BUDGET,
    ),
    ex_officio(
        "destruction",
        "tịch thu tiêu hủy vật chứng, tài sản",
        "L08 Đ36.2c, 125; L25 Đ33.2c, 58",
        things("duties", "vật chứng, tài sản bị tiêu hủy", KNIFE),
        _OWNERS,
        COUNCIL,
        DESTRUCTION,
    ),
    ex_officio(
        "things",
        "xử lý vật chứng, tài sản",
        "L08 Đ36.2c, 124–125; L25 Đ33.2c, 57–58",
        things("confiscated", "tiền, vật chứng, tài sản tịch thu sung quỹ", PHONE, optional=True),
        things("destroyed", "vật chứng, tài sản tịch thu tiêu hủy", KNIFE, optional=True),
        _OWNERS,
        HANDOVER,
        BUDGET,
        COUNCIL,
        DESTRUCTION,
    ),
    ex_officio(
        "land_recall",
        "thu hồi quyền sử dụng đất, tài sản sung quỹ nhà nước",
        "L08 Đ36.2d; L25 Đ33.2",
        things("duties", "quyền sử dụng đất, tài sản bị thu hồi", LAND),
        _OWNERS,
    ),
)

_AT_ONCE = (
    ex_officio(
        "interim",
        "quyết định áp dụng biện pháp khẩn cấp tạm thời",
        "L08 Đ36.2đ, 130; L25 Đ33.2, 33.3b, 62",
        debtors(),
        creditors(optional=True),
        duties({"what": "Phong tỏa tài khoản của bị đơn tại ngân hàng", "amount": 500_000_000}),
    ),
    ex_officio(
        "bankruptcy",
        "quyết định của Tòa án giải quyết phá sản",
        "L08 Đ36.2e; L25 Đ33.2, 33.3c",
        debtors(),
        creditors(optional=True),
        duties({"what": "Tuyên bố doanh nghiệp phá sản và thanh lý tài sản", "amount": 0}),
    ),
)

COMBINED = PaperKind(
    code="decision_combined",
    title="Quyết định thi hành án chủ động (nhiều loại khoản)",
    basis="L08 Đ36.2; N62 Đ6; L25 Đ33.2; N152 Đ8",
    symbol="QĐ",
    family=FAMILY,
    act="enforcement_decision",
    folio=FolioRank.DECISION,
    fields=(
        *OPENING,
        _OWNERS,
        JOINT,
        duties(_FEE, _FINE, optional=True),
        things("confiscated", "tiền, vật chứng, tài sản tịch thu sung quỹ", PHONE, optional=True),
        things("destroyed", "vật chứng, tài sản tịch thu tiêu hủy", KNIFE, optional=True),
        things(
            "returned",
            "tiền, tài sản, giấy tờ trả lại",
            {**PAPER, "recipient": "Trần Thị Đào"},
            optional=True,
        ),
        TOTAL,
        VOLUNTARY,
        HANDOVER,
        BUDGET,
        COUNCIL,
        DESTRUCTION,
    ),
)

register_papers((*_PAID, *_BACK, *_THINGS, *_AT_ONCE, COMBINED))
