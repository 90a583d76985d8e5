"""Enforcement decisions on request, by what is owed (L08 Đ36.1; N62 Đ7; L25 Đ34.3; N152 Đ11)."""

from thads.enforcement.cases.rules.papers.blocks import (
    DEBT,
    ONLY_2025,
    TOTAL,
    Sample,
    creditors,
    debtors,
    duties,
)
from thads.enforcement.cases.rules.papers.decisions import JOINT, OPENING, VOLUNTARY
from thads.enforcement.documents.rules.fields import PaperField, text
from thads.enforcement.documents.rules.papers import (
    BOTH_LAWS,
    FolioRank,
    PaperKind,
    PaperVariant,
    register_papers,
)

REQUEST = text(
    "request",
    "yêu cầu thi hành án: ngày, người yêu cầu",
    "yêu cầu thi hành án ngày 20/3/2024 của Trần Thị Đào",
    optional=True,
)
BASIS = "L08 Đ36.1; N62 Đ7; L25 Đ34.3; N152 Đ11"


def _request(
    code: str,
    subtype: str,
    *sample: Sample,
    total: bool = True,
    basis: str = BASIS,
    variants: tuple[PaperVariant, ...] = BOTH_LAWS,
) -> PaperKind:
    sums: tuple[PaperField, ...] = (TOTAL,) if total else ()
    return PaperKind(
        code=f"decision_{code}",
        title=f"Quyết định thi hành án theo yêu cầu ({subtype})",
        basis=basis,
        fields=(*OPENING, REQUEST, debtors(), creditors(), JOINT, duties(*sample), *sums, VOLUNTARY),
        symbol="QĐ",
        family="decision.on_request",
        act="enforcement_decision",
        variants=variants,
        folio=FolioRank.DECISION,
    )


_WITH_INTEREST: Sample = {
    **DEBT,
    "interest": "lãi chậm thi hành án 10%/năm trên số tiền còn phải thi hành, kể từ ngày 16/3/2024",
}
_SECURED: Sample = {
    "what": "Nợ tổ chức tín dụng (nợ gốc và lãi theo hợp đồng tín dụng)",
    "amount": 500_000_000,
    "secured_by": "quyền sử dụng thửa đất số 12, tờ bản đồ số 5, xã Kim Bình",
}
_ALIMONY: Sample = {
    "what": "Cấp dưỡng (nuôi con chung)",
    "amount": 12_000_000,
    "instalments": "các kỳ hạn: 01/4/2024 - 2.000.000 đồng, 01/5/2024 - 2.000.000 đồng",
}

register_papers(
    (
        _request("money", "trả tiền", _WITH_INTEREST),
        _request("alimony", "cấp dưỡng", _ALIMONY, basis="L08 Đ36.1; TL11 Đ1.6; L25 Đ34.3; N152 Đ11.2"),
        _request(
            "social_insurance",
            "bảo hiểm xã hội, bảo hiểm thất nghiệp, bảo hiểm y tế",
            {"what": "Bảo hiểm xã hội, bảo hiểm thất nghiệp, bảo hiểm y tế", "amount": 90_000_000},
        ),
        _request(
            "divorce_share",
            "chia tài sản khi ly hôn",
            {"what": "Chia tài sản khi ly hôn (thanh toán chênh lệch tài sản)", "amount": 200_000_000},
        ),
        _request("secured", "khoản nợ có tài sản bảo đảm", _SECURED),
        _request(
            "several",
            "nhiều loại khoản",
            _WITH_INTEREST,
            {"what": "Giao vật, giao tài sản (trả lại căn nhà cấp 4)", "amount": 0},
        ),
        _request("administrative_request", "phần tài sản trong bản án, quyết định hành chính", DEBT),
        _request(
            "delivery",
            "giao vật, tài sản, nhà, quyền sử dụng đất",
            {"what": "Giao vật, giao tài sản (căn nhà cấp 4 trên thửa đất số 12)", "amount": 0},
            total=False,
        ),
        _request(
            "act",
            "thực hiện hoặc không được thực hiện công việc",
            {"what": "Thực hiện hoặc không thực hiện công việc (tháo dỡ tường rào lấn chiếm)", "amount": 0},
            total=False,
        ),
        _request(
            "child",
            "giao người chưa thành niên cho người được giao nuôi dưỡng",
            {"what": "Giao cháu Nguyễn Minh An cho người được giao nuôi dưỡng", "amount": 0},
            total=False,
        ),
        _request(
            "reinstatement",
            "nhận người lao động trở lại làm việc",
            {"what": "Nhận người lao động trở lại làm việc theo hợp đồng lao động", "amount": 0},
            total=False,
        ),
        _request("office", "văn phòng thi hành án dân sự", DEBT, basis="L25 Đ31.4; N151", variants=ONLY_2025),
    )
)
