"""A table as shown, handed out as a workbook: real numbers and days, totals as formulas, no row limit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from io import BytesIO
from typing import Generic, TypeVar

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

Row = TypeVar("Row")

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_THIN = Side(style="thin", color="B9C4D1")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD = PatternFill("solid", fgColor="EAF2FB")
_FONT = "Times New Roman"
FIRST_ROW = 5
"""Rows 1 and 2 are the title, 4 the heading of the columns."""


class Kind(StrEnum):
    TEXT = "text"
    DAY = "day"
    MONEY = "money"


FORMATS = {Kind.TEXT: "General", Kind.DAY: "DD/MM/YYYY", Kind.MONEY: "#,##0"}
WIDTHS = {Kind.TEXT: 20, Kind.DAY: 13, Kind.MONEY: 20}


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column of a workbook: heading, what stands in it, how it is written."""

    heading: str
    value: Callable[[Row], object]
    kind: Kind = Kind.TEXT
    width: int = 0


def workbook(
    title: str, columns: Sequence[Column[Row]], rows: Sequence[Row], *, on: date, name: str
) -> HttpResponse:
    """Return the answer that carries the workbook; its last row adds up the money by formulas."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = f"B{FIRST_ROW}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{FIRST_ROW - 1}:{FIRST_ROW - 1}"
    for place, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width or WIDTHS[column.kind]
    sheet.append([_cell(sheet, title, bold=True, size=14)])
    sheet.append([_cell(sheet, f"{len(rows)} dòng, lập ngày {on:%d/%m/%Y}")])
    sheet.append([])
    sheet.append([_cell(sheet, column.heading, bold=True, head=True) for column in columns])
    for row in rows:
        sheet.append([_cell(sheet, column.value(row), kind=column.kind, boxed=True) for column in columns])
    if rows:
        sheet.append(_totals(sheet, columns, last=FIRST_ROW + len(rows) - 1))
    return _answer(book, f"{name}-{on:%Y%m%d}.xlsx")


def _totals(sheet: WriteOnlyWorksheet, columns: Sequence[Column[Row]], *, last: int) -> list[WriteOnlyCell]:
    cells = []
    for place, column in enumerate(columns, 1):
        letter = get_column_letter(place)
        words = "Tổng cộng" if place == 1 else None
        total = f"=SUM({letter}{FIRST_ROW}:{letter}{last})" if column.kind is Kind.MONEY else words
        cells.append(_cell(sheet, total, kind=column.kind, bold=True, boxed=True, formula=True))
    return cells


def _cell(
    sheet: WriteOnlyWorksheet,
    value: object,
    *,
    kind: Kind = Kind.TEXT,
    bold: bool = False,
    head: bool = False,
    boxed: bool = False,
    size: int = 11,
    formula: bool = False,
) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str) and not formula:
        cell.data_type = "s"  # a name that begins with "=" is a name, never a formula
    cell.font = Font(name=_FONT, bold=bold, size=size)
    cell.number_format = FORMATS[kind]
    if head:
        cell.fill = _HEAD
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    if head or boxed:
        cell.border = _BORDER
    return cell


def _answer(book: Workbook, name: str) -> HttpResponse:
    content = BytesIO()
    book.save(content)
    answer = HttpResponse(content.getvalue(), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
