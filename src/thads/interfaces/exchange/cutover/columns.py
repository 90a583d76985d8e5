# ruff: noqa: E501  (a table: one row a line, however long)
"""The columns an old book may have: one table for the reader, the template and the manual.

`aliases` are the headings that old systems print, without marks; a mapping file adds those of one's own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from thads.enforcement.cases.rules.carrying import CARRIED_STATUSES
from thads.enforcement.cases.rules.vocabulary import (
    Initiation,
    IntakeRoute,
    JudgmentKind,
    ObligationKind,
    ObligationStatus,
)
from thads.interfaces.exchange.case_workbook.columns import Kind

STATUSES = tuple(status for status in ObligationStatus if status in CARRIED_STATUSES)


@dataclass(frozen=True, slots=True)
class OldColumn:
    """One column: name in code, heading in the template, headings of others, what it holds, whether of the
    case.
    """

    key: str
    heading: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    required: bool = False
    of_case: bool = False
    note: str = ""
    vocabulary: type[StrEnum] | None = None
    members: tuple[StrEnum, ...] = ()
    longest: int = 250
    width: int = 16

    @property
    def choices(self) -> tuple[StrEnum, ...]:
        """What may be chosen, in the order of the vocabulary."""
        if self.vocabulary is None:
            return ()
        return self.members or tuple(self.vocabulary)


T, D, A, C = Kind.TEXT, Kind.DAY, Kind.AMOUNT, Kind.CHOICE

COLUMNS = (
    OldColumn("number", "Số việc", T, ("ma ho so", "so ho so", "ma viec"), of_case=True, longest=64,
              note="Mã của việc trong hệ thống cũ nếu có; để trống thì việc mang số quyết định."),
    OldColumn("decision_no", "Số quyết định thi hành án", T,
              ("so qd", "so qd tha", "so quyet dinh", "qd tha so", "so qdtha"), required=True, of_case=True,
              longest=64, width=24, note="Các dòng cùng số và ngày quyết định là các khoản của một việc."),
    OldColumn("decided_on", "Ngày quyết định", D,
              ("ngay qd", "ngay qd tha", "ngay ra qd", "ngay ra quyet dinh", "ngay thu ly"), required=True,
              of_case=True, note="Ngày ra quyết định thi hành án, không sau ngày chuyển số liệu."),
    OldColumn("initiation", "Loại quyết định", C, ("loai qd", "cd/yc", "chu dong/theo yeu cau", "loai viec"),
              of_case=True, vocabulary=Initiation, note="Chủ động (CĐ) hoặc theo yêu cầu (YC)."),
    OldColumn("judgment_no", "Số bản án, quyết định", T, ("so ban an", "so ba", "ban an so", "so ba/qd"),
              of_case=True, longest=80, width=20, note="Số bản án, quyết định được thi hành."),
    OldColumn("judgment_on", "Ngày bản án", D, ("ngay ba", "ngay ban an, quyet dinh", "ngay tuyen an"),
              of_case=True, note="Không sau ngày quyết định thi hành án."),
    OldColumn("court", "Tòa án, cơ quan ra bản án", T, ("toa an", "co quan ra ban an", "toa", "noi xet xu"),
              of_case=True, longest=160, width=26, note="Tên cơ quan ra bản án."),
    OldColumn("judgment_kind", "Loại bản án", C, ("loai an", "linh vuc", "loai ba"), of_case=True,
              vocabulary=JudgmentKind, note="Theo phân tổ thống kê."),
    OldColumn("route", "Hình thức thụ lý", C, ("nguon thu ly",), of_case=True, vocabulary=IntakeRoute,
              note="Để trống là thụ lý mới."),
    OldColumn("from_agency", "Cơ quan ủy thác", T, ("noi uy thac", "co quan uy thac den"), of_case=True,
              longest=160, width=22, note="Cơ quan đã ủy thác, khi nhận ủy thác."),
    OldColumn("bailiff", "Chấp hành viên", T, ("chv", "ma chv", "ma chap hanh vien", "chap hanh vien phu trach"),
              of_case=True, longest=120, note="Mã công chức hoặc họ tên như trong hệ thống."),
    OldColumn("debtor", "Người phải thi hành án", T, ("nguoi phai tha", "npth", "nguoi phai thi hanh", "npta"),
              longest=200, width=26, note="Họ tên."),
    OldColumn("debtor_address", "Địa chỉ người phải thi hành án", T, ("dia chi npth", "dia chi nguoi phai tha"),
              longest=300, width=26, note="Tùy chọn."),
    OldColumn("debtor_id", "Số định danh người phải thi hành án", T, ("cccd npth", "cmnd npth", "so dinh danh"),
              longest=32, note="Tùy chọn."),
    OldColumn("creditor", "Người được thi hành án", T, ("nguoi duoc tha", "ndth", "nguoi duoc thi hanh", "ndta"),
              longest=200, width=26, note="Họ tên."),
    OldColumn("creditor_address", "Địa chỉ người được thi hành án", T,
              ("dia chi ndth", "dia chi nguoi duoc tha"), longest=300, width=26, note="Tùy chọn."),
    OldColumn("duty_kind", "Loại khoản", C, ("loai nghia vu", "khoan", "loai khoan thi hanh", "nghia vu"),
              width=26, vocabulary=ObligationKind, note="Loại nghĩa vụ phải thi hành."),
    OldColumn("content", "Nội dung khoản", T, ("noi dung", "noi dung phai thi hanh", "noi dung thi hanh"),
              longest=2_000, width=30, note="Tùy chọn."),
    OldColumn("amount", "Số tiền phải thi hành (đồng)", A,
              ("so tien phai thi hanh", "so tien", "so phai thi hanh", "tong so phai thi hanh", "phai thu",
               "gia tri"), required=True, width=20, note="Số đồng nguyên; 0 nếu khoản không phải là tiền."),
    OldColumn("collected", "Số tiền đã thu (đồng)", A, ("da thu", "so da thu", "so tien da thu", "da thi hanh"),
              width=20, note="Đã thu đến hết ngày chuyển số liệu."),
    OldColumn("paid_out", "Số tiền đã chi trả (đồng)", A, ("da chi", "da chi tra", "so tien da chi"), width=20,
              note="Đã chi trả, nộp ngân sách từ số đã thu."),
    OldColumn("terminated", "Số tiền đã đình chỉ (đồng)", A, ("da dinh chi", "so dinh chi"), width=20,
              note="Phần đã có quyết định đình chỉ."),
    OldColumn("reduced", "Số tiền đã miễn, giảm (đồng)", A, ("da mien giam", "mien, giam", "da giam", "da mien"),
              width=20, note="Phần Tòa án đã quyết định miễn, giảm."),
    OldColumn("delegated", "Số tiền đã ủy thác (đồng)", A, ("da uy thac", "so uy thac"), width=20,
              note="Phần đã ủy thác cho cơ quan khác."),
    OldColumn("held_cash", "Còn giữ tại quỹ tiền mặt (đồng)", A,
              ("ton quy", "con giu tien mat", "tien mat", "con ton quy"), width=20,
              note="Tiền của khoản còn nằm tại quỹ."),
    OldColumn("held_treasury", "Còn giữ tại kho bạc (đồng)", A, ("ton kho bac", "kho bac", "con giu kho bac"),
              width=20, note="Tiền của khoản còn nằm tại Kho bạc."),
    OldColumn("held_bank", "Còn giữ tại ngân hàng (đồng)", A, ("ton ngan hang", "ngan hang", "con giu ngan hang"),
              width=20, note="Tiền của khoản còn nằm tại ngân hàng."),
    OldColumn("held_fee", "Trong đó: phí (đồng)", A, ("trong do phi", "phi con giu"), width=18,
              note="Phí đã thu còn giữ, nằm trong số còn giữ."),
    OldColumn("held_cost", "Trong đó: chi phí (đồng)", A, ("trong do chi phi", "chi phi con giu"), width=18,
              note="Tiền chi phí còn giữ, nằm trong số còn giữ."),
    OldColumn("held_pool", "Trong đó: chưa phân chia (đồng)", A, ("chua phan chia", "trong do chua phan chia"),
              width=18, note="Tiền còn chờ phân chia theo thứ tự thanh toán."),
    OldColumn("fee_collected", "Phí đã thu (đồng)", A, ("phi da thu", "da thu phi"), width=18,
              note="Phí thi hành án đã thu đến ngày chuyển."),
    OldColumn("fee_due", "Phí còn phải thu (đồng)", A, ("phi con phai thu", "con phai thu phi", "phi phai thu"),
              width=18, note="Phí đã có quyết định, chưa thu."),
    OldColumn("cost_due", "Chi phí còn phải thu (đồng)", A, ("chi phi con phai thu", "chi phi phai thu"),
              width=18, note="Chi phí cưỡng chế đương sự còn phải trả."),
    OldColumn("advance_due", "Tạm ứng chi phí còn phải hoàn trả (đồng)", A,
              ("tam ung", "tam ung chi phi", "chi phi da tam ung", "chi phi tam ung"), width=18,
              note="Tạm ứng từ ngân sách chưa hoàn trả."),
    OldColumn("status", "Tình trạng", C, ("trang thai", "tinh trang thi hanh", "ket qua", "tien do"),
              vocabulary=ObligationStatus, members=STATUSES, width=24, note="Tình trạng của khoản."),
    OldColumn("status_on", "Ngày của tình trạng", D,
              ("tu ngay", "ngay trang thai", "ngay tinh trang", "ngay qd tinh trang"),
              note="Ngày quyết định hoặc ngày bắt đầu tình trạng."),
    OldColumn("unable_on", "Ngày quyết định chưa có điều kiện", D, ("ngay qd chua co dieu kien", "ngay qd ccdk"),
              width=18, note="Khi chưa có điều kiện hoặc theo dõi riêng."),
    OldColumn("ground", "Căn cứ", T, ("ly do", "can cu hoan", "can cu ccdk", "diem, khoan"), longest=250, width=22,
              note="Mã hoặc lời văn của căn cứ (sheet Danh mục)."),
    OldColumn("until", "Hoãn đến ngày", D, ("hoan den", "han hoan", "thoi han hoan"),
              note="Ngày hết thời hạn hoãn."),
    OldColumn("notice_on", "Ngày thông báo hợp lệ", D, ("ngay tong dat", "ngay thong bao", "ngay tb"), of_case=True,
              note="Ngày thông báo hợp lệ quyết định thi hành án."),
    OldColumn("verified_on", "Ngày xác minh gần nhất", D, ("ngay xac minh", "ngay xm", "xac minh gan nhat"),
              of_case=True, note="Ngày biên bản xác minh gần nhất."),
    OldColumn("verifications", "Số lần xác minh", A, ("so lan xm", "lan xac minh"), of_case=True,
              note="Số lần đã xác minh điều kiện thi hành án."),
    OldColumn("note", "Ghi chú", T, ("ghi chu khac",), longest=2_000, width=30, note="Không chuyển vào hồ sơ."),
)  # fmt: skip

BY_KEY: Mapping[str, OldColumn] = {column.key: column for column in COLUMNS}

NEEDED = ("decision_no", "decided_on", "amount")
"""A row with these headings is the heading row of a sheet of cases."""
