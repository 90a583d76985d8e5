"""The columns of the case workbook: one table for the template, the reader, the checks and the manual."""

from dataclasses import dataclass
from enum import StrEnum

from thads.enforcement.cases.rules.vocabulary import (
    Initiation,
    IntakeRoute,
    JudgmentKind,
    ObligationKind,
    ObligationStatus,
)
from thads.law import LAW

SHEET = "Việc thi hành án"
GUIDE_SHEET = "Hướng dẫn"
LISTS_SHEET = "Danh mục"
SUMMARY_SHEET = "Kết quả kiểm tra"
HEADING_ROW = 3
FIRST_ROW = 4


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    DAY = "day"
    AMOUNT = "amount"
    CHOICE = "choice"


STATUSES = (
    ObligationStatus.ASSIGNED, ObligationStatus.ENFORCING, ObligationStatus.UNABLE,
    ObligationStatus.SEPARATE_LEDGER, ObligationStatus.DEFERRED, ObligationStatus.SUSPENDED,
    ObligationStatus.PERFORMED, ObligationStatus.TERMINATED,
)  # fmt: skip
"""States in which a running case can be brought in; delegated or recalled ones are entered as acts."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: name in code, heading in the workbook, what it holds, whether it must be filled."""

    key: str
    heading: str
    kind: Kind
    required: bool = False
    of_case: bool = True
    note: str = ""
    vocabulary: type[StrEnum] | None = None
    members: tuple[StrEnum, ...] = ()
    longest: int = 250
    width: int = 16

    @property
    def choices(self) -> dict[str, StrEnum]:
        """Vietnamese words → member, in the order of the vocabulary."""
        if self.vocabulary is None:
            return {}
        return {LAW.label(member): member for member in self.members or tuple(self.vocabulary)}


COLUMNS = (
    Column("number", "Số quyết định thi hành án", Kind.TEXT, required=True, longest=64, width=24,
           note="Số việc; các dòng cùng số quyết định là các khoản của một việc."),
    Column("decided_on", "Ngày quyết định", Kind.DAY, required=True, note="Ngày ra quyết định thi hành án."),
    Column("initiation", "Loại quyết định", Kind.CHOICE, required=True, vocabulary=Initiation,
           note="Chủ động hoặc theo yêu cầu."),
    Column("judgment_no", "Số bản án, quyết định", Kind.TEXT, required=True, longest=120, width=20,
           note="Số bản án, quyết định được thi hành."),
    Column("judgment_on", "Ngày bản án", Kind.DAY, required=True, note="Không sau ngày quyết định thi hành "
    "án."),
    Column("court", "Tòa án, cơ quan ra bản án", Kind.TEXT, required=True, width=26, note="Tên cơ quan ra "
    "bản án."),
    Column("judgment_kind", "Loại bản án", Kind.CHOICE, required=True, vocabulary=JudgmentKind,
           note="Theo phân tổ thống kê."),
    Column("route", "Hình thức thụ lý", Kind.CHOICE, vocabulary=IntakeRoute,
           note="Để trống là thụ lý mới."),
    Column("from_agency", "Cơ quan ủy thác", Kind.TEXT, longest=160, width=22,
           note="Bắt buộc khi nhận ủy thác: cơ quan đã ủy thác."),
    Column("bailiff", "Mã chấp hành viên", Kind.TEXT, longest=32, note="Mã công chức, ví dụ TQ.CH-01."),
    Column("creditor", "Người được thi hành án", Kind.TEXT, of_case=False, longest=120, width=26,
           note="Họ tên."),
    Column("debtor", "Người phải thi hành án", Kind.TEXT, of_case=False, longest=120, width=26,
           note="Họ tên."),
    Column("duty_kind", "Loại khoản", Kind.CHOICE, required=True, of_case=False, width=26,
           vocabulary=ObligationKind, note="Loại nghĩa vụ phải thi hành."),
    Column("content", "Nội dung khoản", Kind.TEXT, of_case=False, longest=500, width=30, note="Tùy chọn."),
    Column("amount", "Số tiền phải thi hành (đồng)", Kind.AMOUNT, required=True, of_case=False, width=20,
           note="Số đồng nguyên; 0 nếu khoản không phải là tiền."),
    Column("collected", "Số tiền đã thu (đồng)", Kind.AMOUNT, of_case=False, width=20,
           note="Để trống là chưa thu; không quá số phải thi hành."),
    Column("collected_on", "Ngày thu gần nhất", Kind.DAY, of_case=False, note="Bắt buộc khi đã thu tiền."),
    Column("status", "Tình trạng", Kind.CHOICE, required=True, of_case=False, vocabulary=ObligationStatus,
           members=STATUSES, width=24, note="Tình trạng của khoản."),
    Column("status_on", "Ngày của tình trạng", Kind.DAY, of_case=False,
           note="Ngày xác minh, ngày quyết định hoặc ngày xong; bắt buộc trừ khi mới phân công."),
    Column("unable_on", "Ngày quyết định chưa có điều kiện", Kind.DAY, of_case=False, width=18,
           note="Chỉ khi tình trạng là theo dõi riêng: ngày quyết định về việc chưa có điều kiện trước đó."),
    Column("ground", "Căn cứ", Kind.TEXT, of_case=False, longest=64, width=22,
           note="Mã căn cứ khi chưa có điều kiện, hoãn, đình chỉ; nguyên nhân khi tạm đình chỉ (sheet Danh "
           "mục)."),
)  # fmt: skip

BY_KEY = {column.key: column for column in COLUMNS}
