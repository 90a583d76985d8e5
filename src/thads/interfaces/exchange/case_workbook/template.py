"""The empty workbook that an office fills in: headings, notes, drop-down lists, a guide, lists of words."""

import io
from datetime import date

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from thads.interfaces.exchange.case_workbook.columns import (
    COLUMNS,
    FIRST_ROW,
    GUIDE_SHEET,
    HEADING_ROW,
    LISTS_SHEET,
    SHEET,
    STATUSES,
    Kind,
)
from thads.interfaces.exchange.checks.ground_fits_status import grounds_for
from thads.interfaces.exchange.sheets import print_one_page_wide
from thads.law import LAW

_LAST_ROW = 5_000
_FORMATS = {Kind.DAY: "dd/mm/yyyy", Kind.AMOUNT: "#,##0", Kind.TEXT: "@", Kind.CHOICE: "General"}
_HEADING = PatternFill("solid", start_color="FFDCE6F1")
_REQUIRED = PatternFill("solid", start_color="FFFFF2CC")

GUIDE = (
    "Mỗi dòng là một khoản phải thi hành. Các dòng cùng số quyết định là một việc.",
    "Cột có dấu * là bắt buộc. Không đổi tên sheet, tên cột; không trộn ô.",
    "Ngày ghi ngày/tháng/năm. Số tiền ghi số đồng nguyên, không có phần lẻ.",
    "Nếu có lỗi, hệ thống trả lại chính sổ tính này: ô sai tô đỏ, có chú thích; chưa có gì được nhập.",
    "Khi không còn lỗi, tất cả các việc được nhập cùng một lúc.",
)


def case_template(*, on: date) -> bytes:
    """Return the empty case workbook with the lists in force on the day."""
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.title = SHEET
    lists = workbook.create_sheet(LISTS_SHEET)
    _fill_headings(sheet)
    _fill_lists(sheet, lists)
    _fill_grounds(lists, on)
    _fill_guide(workbook.create_sheet(GUIDE_SHEET))
    for one in (sheet, lists, workbook[GUIDE_SHEET]):
        print_one_page_wide(one)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _fill_headings(sheet: Worksheet) -> None:
    sheet["A1"] = "DANH SÁCH VIỆC THI HÀNH ÁN DÂN SỰ NHẬP VÀO HỆ THỐNG"
    sheet["A1"].font = Font(bold=True, size=14)
    for place, column in enumerate(COLUMNS, start=1):
        cell = sheet.cell(HEADING_ROW, place, f"{column.heading} *" if column.required else column.heading)
        cell.font = Font(bold=True)
        cell.fill = _REQUIRED if column.required else _HEADING
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        cell.comment = Comment(column.note, "THADS", width=260, height=80)
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = column.width
        sheet.column_dimensions[letter].number_format = _FORMATS[column.kind]
    sheet.row_dimensions[HEADING_ROW].height = 48
    sheet.freeze_panes = sheet.cell(FIRST_ROW, 2)


def _fill_lists(sheet: Worksheet, lists: Worksheet) -> None:
    place = 1
    for number, column in enumerate(COLUMNS, start=1):
        if column.kind is not Kind.CHOICE:
            continue
        words = list(column.choices)
        lists.cell(1, place, column.heading).font = Font(bold=True)
        for row, word in enumerate(words, start=2):
            lists.cell(row, place, word)
        letter = get_column_letter(place)
        lists.column_dimensions[letter].width = 34
        choice = DataValidation(
            type="list", formula1=f"'{LISTS_SHEET}'!${letter}$2:${letter}${len(words) + 1}", allow_blank=True
        )
        choice.error = "Hãy chọn một giá trị trong danh mục."
        sheet.add_data_validation(choice)
        target = get_column_letter(number)
        choice.add(f"{target}{FIRST_ROW}:{target}{_LAST_ROW}")
        place += 1


def _fill_grounds(lists: Worksheet, on: date) -> None:
    place = lists.max_column + 2
    for offset, heading in enumerate(("Tình trạng", "Mã căn cứ", "Nội dung căn cứ")):
        lists.cell(1, place + offset, heading).font = Font(bold=True)
    row = 2
    for status in STATUSES:
        for code, words in grounds_for(status, on).items():
            for offset, text in enumerate((LAW.label(status), code, words)):
                lists.cell(row, place + offset, text)
            row += 1
    for offset, width in enumerate((22, 30, 90)):
        lists.column_dimensions[get_column_letter(place + offset)].width = width


def _fill_guide(sheet: Worksheet) -> None:
    sheet["A1"] = "HƯỚNG DẪN"
    sheet["A1"].font = Font(bold=True, size=14)
    for line in GUIDE:
        sheet.append([line])
    sheet.append([])
    sheet.append(["Cột", "Bắt buộc", "Cách ghi"])
    for column in COLUMNS:
        sheet.append([column.heading, "có" if column.required else "không", column.note])
    for letter, width in (("A", 44), ("B", 12), ("C", 90)):
        sheet.column_dimensions[letter].width = width
