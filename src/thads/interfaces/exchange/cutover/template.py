"""The empty workbook for old books: headings, notes, lists of words, totals of the old system, a guide."""

import io
from datetime import date

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from thads.enforcement.cases.rules.carrying import GROUND_LISTS, listed_grounds
from thads.interfaces.exchange.case_workbook.columns import Kind
from thads.interfaces.exchange.cutover.columns import COLUMNS, OldColumn
from thads.interfaces.exchange.cutover.totals import NAMES
from thads.interfaces.exchange.sheets import print_one_page_wide
from thads.law import LAW

SHEET = "Việc chuyển sang"
HEADING_ROW = 3
FIRST_ROW = 4
_FORMATS = {Kind.DAY: "dd/mm/yyyy", Kind.AMOUNT: "#,##0", Kind.TEXT: "@", Kind.CHOICE: "General"}
_HEADING = PatternFill("solid", start_color="FFDCE6F1")
_REQUIRED = PatternFill("solid", start_color="FFFFF2CC")
_BOLD = Font(bold=True)
_TITLE = Font(bold=True, size=14)

GUIDE = (
    "Mỗi dòng là một khoản phải thi hành còn đang theo dõi; các dòng cùng số và ngày quyết định là một việc.",
    "Số liệu chốt đến hết ngày chuyển: đã thu, đã chi, còn giữ ở đâu, phí, chi phí còn phải thu.",
    "Chỉ cột có dấu * là bắt buộc. Cột khác không có thì để trống: hệ thống ghi là không rõ, không tự đặt.",
    "Có thể dùng ngay bảng xuất từ phần mềm cũ: hệ thống tự tìm dòng tiêu đề và các tên cột thông dụng.",
    "Ngày ghi ngày/tháng/năm. Số tiền ghi số đồng nguyên.",
    "Sheet Đối chiếu ghi tổng số của sổ cũ; chênh lệch được báo đến từng đồng trước khi chuyển.",
    "Chạy thử trước: sổ tính trả lời tô đỏ dòng bị loại, tô vàng dòng chuyển được nhưng có nghi vấn.",
)


def cut_over_template(*, on: date) -> bytes:
    """Return the empty workbook with the lists in force on the day."""
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.title = SHEET
    _fill_headings(sheet)
    _fill_control(workbook.create_sheet("Đối chiếu"))
    _fill_lists(workbook.create_sheet("Danh mục"), on)
    _fill_guide(workbook.create_sheet("Hướng dẫn"))
    for one in workbook.worksheets:
        print_one_page_wide(one)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _fill_headings(sheet: Worksheet) -> None:
    sheet["A1"] = "DANH SÁCH VIỆC CHUYỂN TỪ SỔ CŨ"
    sheet["A1"].font = _TITLE
    for place, column in enumerate(COLUMNS, start=1):
        cell = sheet.cell(HEADING_ROW, place, f"{column.heading} *" if column.required else column.heading)
        cell.font, cell.fill = _BOLD, _REQUIRED if column.required else _HEADING
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        cell.comment = Comment(column.note, "THADS", width=260, height=80)
        dimension = sheet.column_dimensions[get_column_letter(place)]
        dimension.width, dimension.number_format = column.width, _FORMATS[column.kind]
    sheet.row_dimensions[HEADING_ROW].height = 48
    sheet.freeze_panes = sheet.cell(FIRST_ROW, 3)


def _fill_control(sheet: Worksheet) -> None:
    sheet["A1"] = "TỔNG SỐ CỦA SỔ CŨ ĐẾN HẾT NGÀY CHUYỂN (ĐỂ TRỐNG CHỈ TIÊU KHÔNG CÓ)"
    sheet["A1"].font = _TITLE
    for row, name in enumerate(NAMES.values(), start=3):
        sheet.cell(row, 1, name)
        sheet.cell(row, 2).number_format = "#,##0"
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 48, 26


def _fill_lists(sheet: Worksheet, on: date) -> None:
    chosen = [column for column in COLUMNS if column.choices]
    for place, column in enumerate(chosen, start=1):
        sheet.cell(1, place, column.heading).font = _BOLD
        for row, member in enumerate(column.choices, start=2):
            sheet.cell(row, place, LAW.label(member))
        sheet.column_dimensions[get_column_letter(place)].width = 34
    _fill_grounds(sheet, len(chosen) + 2, on)


def _fill_grounds(sheet: Worksheet, place: int, on: date) -> None:
    for offset, heading in enumerate(("Tình trạng", "Mã căn cứ", "Nội dung căn cứ")):
        sheet.cell(1, place + offset, heading).font = _BOLD
    row = 2
    for status in GROUND_LISTS:
        for ground in listed_grounds(status, on=on):
            for offset, text in enumerate((LAW.label(status), ground.code, ground.vi)):
                sheet.cell(row, place + offset, text)
            row += 1
    for offset, width in enumerate((22, 30, 90)):
        sheet.column_dimensions[get_column_letter(place + offset)].width = width


def _fill_guide(sheet: Worksheet) -> None:
    sheet["A1"] = "HƯỚNG DẪN"
    sheet["A1"].font = _TITLE
    for line in GUIDE:
        sheet.append([line])
    sheet.append([])
    sheet.append(["Cột", "Tên khác được nhận", "Cách ghi"])
    for column in COLUMNS:
        sheet.append(_told(column))
    for letter, width in (("A", 44), ("B", 60), ("C", 90)):
        sheet.column_dimensions[letter].width = width


def _told(column: OldColumn) -> list[str]:
    return [column.heading, "; ".join(column.aliases), column.note]
