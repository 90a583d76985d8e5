"""The answer to a faulty workbook: the same workbook, faulty cells red with the sentence, and a summary."""

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from thads.interfaces.exchange.case_workbook.columns import BY_KEY, SUMMARY_SHEET
from thads.interfaces.exchange.case_workbook.reading import case_sheet, column_letters
from thads.interfaces.exchange.case_workbook.rows import RowProblem
from thads.interfaces.exchange.sheets import print_one_page_wide

RED = PatternFill("solid", start_color="FFFF9C9C")
_AUTHOR = "THADS"
_MOST_MARKED = 5_000


def answer_workbook(workbook: Workbook, problems: Sequence[RowProblem]) -> bytes:
    """Return the workbook with the faults marked, or with a clean summary when there is none."""
    if problems:
        _mark(case_sheet(workbook), problems)
    _summarise(workbook, problems)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _mark(sheet: Worksheet, problems: Sequence[RowProblem]) -> None:
    places = column_letters(sheet)
    sentences: dict[tuple[int, int], list[str]] = {}
    for found in problems[:_MOST_MARKED]:
        sentences.setdefault((found.row, places[found.column]), []).append(found.problem.message)
    areas = list(sheet.merged_cells.ranges)
    for area in areas:  # a comment cannot stand inside a merged area
        sheet.unmerge_cells(str(area))
    for (row, column), said in sentences.items():
        cell = sheet.cell(row, column)
        cell.fill = RED
        cell.comment = Comment("\n".join(said), _AUTHOR, width=340, height=40 + 45 * len(said))


def _summarise(workbook: Workbook, problems: Sequence[RowProblem]) -> None:
    if SUMMARY_SHEET in workbook.sheetnames:
        del workbook[SUMMARY_SHEET]
    sheet = workbook.create_sheet(SUMMARY_SHEET, 0)
    sheet["A1"] = "KẾT QUẢ KIỂM TRA SỔ TÍNH"
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A2"] = (
        f"Có {len(problems)} lỗi; chưa có việc nào được nhập. Hãy sửa các ô đỏ rồi gửi lại."
        if problems
        else "Không có lỗi."
    )
    sheet.append([])
    sheet.append(["Dòng", "Cột", "Nội dung cần sửa"])
    for cell in sheet[4]:
        cell.font = Font(bold=True)
    for found in problems:
        sheet.append([found.row, BY_KEY[found.column].heading, found.problem.message])
        sheet.cell(sheet.max_row, 3).alignment = Alignment(wrap_text=True, vertical="top")
    for letter, width in (("A", 8), ("B", 30), ("C", 100)):
        sheet.column_dimensions[letter].width = width
    print_one_page_wide(sheet)
    workbook.active = 0
