"""Fields that many papers of a case share: who issues, which judgment, who owes what to whom."""

from collections.abc import Mapping, Sequence

from thads.enforcement.documents.rules.fields import PaperField, money, rows, text
from thads.enforcement.documents.rules.papers import OF_2008, OF_2025

ONLY_2008 = (OF_2008,)
ONLY_2025 = (OF_2025,)
"""Papers that one of the two laws alone knows."""

Sample = Mapping[str, object]

DEBTOR: Sample = {
    "name": "Nguyễn Văn Ánh",
    "address": "thôn Đèo Nàng, xã Kim Bình, tỉnh Tuyên Quang",
    "id_number": "008085000123",
}
CREDITOR: Sample = {
    "name": "Trần Thị Đào",
    "address": "tổ 3, xã Vĩnh Lộc, tỉnh Tuyên Quang",
    "id_number": "008190000456",
}
THE_STATE = "Nhà nước"

ISSUER = text(
    "issuer",
    "thẩm quyền ban hành ghi giữa trang",
    "TRƯỞNG THI HÀNH ÁN DÂN SỰ TỈNH TUYÊN QUANG",
    kept=True,
)
JUDGMENT = text(
    "judgment",
    "bản án, quyết định được thi hành: số, ngày, Tòa án",
    "Bản án số 15/2024/DS-ST ngày 15/3/2024 của Tòa án nhân dân khu vực 2 - Tuyên Quang",
    kept=True,
)
DECISION = text(
    "decision",
    "quyết định thi hành án đang thi hành: số, ngày, người ban hành",
    "Quyết định thi hành án số 45/QĐ-THADS ngày 01/4/2024 của Trưởng Thi hành án dân sự tỉnh Tuyên Quang",
    kept=True,
)
DELEGATION = text(
    "delegation",
    "quyết định ủy thác đã nhận: số, ngày, cơ quan ủy thác",
    "Quyết định ủy thác thi hành án số 12/QĐ-THADS ngày 20/3/2024 của Thi hành án dân sự tỉnh Phú Thọ",
    optional=True,
)
BAILIFF = text("bailiff_name", "họ tên Chấp hành viên được phân công", "Lê Văn Chấp", optional=True)
EVIDENCE = text(
    "evidence",
    "văn bản, biên bản làm căn cứ",
    "Biên bản xác minh ngày 20/6/2024",
    optional=True,
)
COMPLAINT = text("complaint_term", "thời hiệu khiếu nại", "15 ngày")
EARLIER = text(
    "earlier",
    "quyết định trước mà văn bản này nối tiếp: loại, số, ngày",
    "Quyết định hoãn thi hành án số 15/QĐ-THADS ngày 10/4/2024",
    kept=True,
)
TOTAL = money("total", "tổng số tiền của các khoản", 26_000_000)
TO_AGENCY = text("to_agency", "cơ quan nhận", "Thi hành án dân sự tỉnh Phú Thọ", kept=True)


def grounds(words: str, *, optional: bool = False) -> tuple[PaperField, PaperField]:
    """Return the fields of a ground: its article and its words on the day, as the law's list has them."""
    return (
        text("ground_basis", "điều luật của căn cứ", "điều, khoản, điểm quy định căn cứ nêu tại Điều 1"),
        text("ground", "căn cứ theo lời của luật", words, optional=optional, kept=not optional),
    )


def persons(name: str, meaning: str, *sample: Sample, optional: bool = False) -> PaperField:
    """Return rows of persons with address and identification number."""
    return rows(
        name,
        meaning,
        text("name", "họ tên, tên cơ quan, tổ chức", "Nguyễn Văn Ánh"),
        text("address", "địa chỉ", "xã Kim Bình, tỉnh Tuyên Quang", optional=True),
        text("id_number", "số định danh cá nhân, mã số thuế", "008085000123", optional=True),
        sample=sample,
        optional=optional,
    )


def debtors(*, optional: bool = False) -> PaperField:
    """Return the rows of those who must perform."""
    return persons("debtors", "người phải thi hành án", DEBTOR, optional=optional)


def creditors(*, optional: bool = False) -> PaperField:
    """Return the rows of those for whom the duty is performed."""
    return persons("creditors", "người được thi hành án", CREDITOR, optional=optional)


def duties(*sample: Sample, optional: bool = False) -> PaperField:
    """Return the rows of duties; debtor and creditor are named in a row when there are several of them."""
    return rows(
        "duties",
        "các khoản phải thi hành",
        text("what", "loại khoản và nội dung", "Nghĩa vụ theo hợp đồng (trả nợ vay)"),
        money("amount", "số tiền, 0 khi không phải là tiền", 20_000_000),
        text("debtor", "người phải thi hành riêng khoản này", "Nguyễn Văn Ánh", optional=True),
        text("creditor", "người được thi hành riêng khoản này", "Trần Thị Đào", optional=True),
        text("instalments", "các kỳ hạn", "kỳ hạn 01/5/2024: 2.000.000 đồng", optional=True),
        text("interest", "lãi chậm thi hành án", "lãi chậm thi hành án 10%/năm", optional=True),
        text("secured_by", "tài sản bảo đảm", "quyền sử dụng thửa đất số 12", optional=True),
        sample=sample or (DEBT,),
        optional=optional,
    )


def things(name: str, meaning: str, *sample: Sample, optional: bool = False) -> PaperField:
    """Return the rows of money, things or papers that the agency itself hands over or disposes of."""
    return rows(
        name,
        meaning,
        text("what", "tiền, tài sản, giấy tờ", "01 điện thoại di động, màu đen, đã qua sử dụng"),
        money("amount", "số tiền, 0 khi không phải là tiền", 0),
        text("kept_at", "nơi đang giữ", "kho vật chứng của cơ quan thi hành án dân sự", optional=True),
        text("recipient", "người được trả lại", "Trần Thị Đào", optional=True),
        sample=sample,
        optional=optional,
    )


DEBT: Sample = {"what": "Nghĩa vụ theo hợp đồng (trả nợ vay)", "amount": 20_000_000}


def followed(*more: PaperField, sample: Sequence[Sample] = ()) -> tuple[PaperField, ...]:
    """Return what every paper after the enforcement decision says, with its own fields behind."""
    return (
        DECISION,
        BAILIFF,
        EVIDENCE,
        debtors(optional=True),
        creditors(optional=True),
        duties(*sample),
        TOTAL,
        *more,
    )
