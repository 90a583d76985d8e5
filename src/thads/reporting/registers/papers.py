"""A register as an Excel workbook: statutory heading, real formulas for the sums, signatures (T04 Đ30)."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from thads.kernel.text import write_date
from thads.reporting.registers.rules.lines import Cell, RegisterLine
from thads.reporting.registers.rules.runs import RegisterRun

FONT = "Times New Roman"
FIRST_ROW = 6
A3 = 8
WIDTHS = {"stt": 7, "note": 24, "parties": 40, "duties": 40, "judgment": 30}
USUAL_WIDTH = 20
_THIN = Side(style="thin", color="808080")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_WRAP = Alignment(vertical="top", wrap_text=True)
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)


def workbook(run: RegisterRun) -> bytes:
    """Return the register as the bytes of an .xlsx file, A3 across, the heading on every page."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(f"Sổ {run.layout.code}")
    _set_up(sheet, run)
    sheet.append([_cell(sheet, run.agency_name.upper(), bold=True)])
    sheet.append([_cell(sheet, f"Mẫu số {run.layout.code}. {run.layout.vi}".upper(), bold=True, size=14)])
    sheet.append([_cell(sheet, f"Từ ngày {write_date(run.first)} đến ngày {write_date(run.last)}")])
    sheet.append([])
    sheet.append([_cell(sheet, column.vi, bold=True, box=True) for column in run.layout.columns])
    for line in run.lines:
        sheet.append(_line(sheet, run, line))
    if run.layout.money and run.lines:
        sheet.append(_sum(sheet, run))
    _sign(sheet, run)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _set_up(sheet: WriteOnlyWorksheet, run: RegisterRun) -> None:
    for place, column in enumerate(run.layout.columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = WIDTHS.get(column.key, USUAL_WIDTH)
    sheet.freeze_panes = f"A{FIRST_ROW}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", A3
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{FIRST_ROW - 1}:{FIRST_ROW - 1}"


def _line(sheet: WriteOnlyWorksheet, run: RegisterRun, line: RegisterLine) -> list[WriteOnlyCell]:
    cells = [noted(line) if column.key == "note" else line.cells[column.key] for column in run.layout.columns]
    return [_cell(sheet, cell, box=True) for cell in cells]


def noted(line: RegisterLine) -> str:
    """Return the note of a line with what changed since the register was closed (T04 Đ30.4)."""
    return "; ".join(words for words in (str(line.cells.get("note") or ""), line.changed) if words)


def _sum(sheet: WriteOnlyWorksheet, run: RegisterRun) -> list[WriteOnlyCell]:
    last = FIRST_ROW + len(run.lines) - 1
    row = []
    for place, column in enumerate(run.layout.columns, start=1):
        letter = get_column_letter(place)
        if column.key == run.layout.money:
            row.append(_formula(sheet, f"=SUM({letter}{FIRST_ROW}:{letter}{last})"))
        else:
            row.append(_cell(sheet, "Cộng" if place == 1 else "", bold=True, box=True))
    return row


def _sign(sheet: WriteOnlyWorksheet, run: RegisterRun) -> None:
    known = (
        f"Số dòng: {len(run.lines)}. Biết đến {run.known_at:%H:%M} ngày {write_date(run.known_at.date())}."
    )
    sheet.append([])
    sheet.append([_cell(sheet, known)])
    blanks = [None] * max(1, len(run.layout.columns) - 3)
    sheet.append(
        [_cell(sheet, "NGƯỜI KẾT SỔ", bold=True), *blanks, _cell(sheet, "THỦ TRƯỞNG CƠ QUAN", bold=True)]
    )


def _cell(
    sheet: WriteOnlyWorksheet, value: Cell, *, bold: bool = False, box: bool = False, size: int = 11
) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"  # a name that begins with "=" stays a name
    elif isinstance(value, int):
        cell.number_format = "#,##0"
    elif value is not None:
        cell.number_format = "dd/mm/yyyy"
    cell.font = Font(name=FONT, bold=bold, size=size)
    if box:
        cell.border = _BOX
        cell.alignment = _CENTRE if bold else _WRAP
    return cell


def _formula(sheet: WriteOnlyWorksheet, formula: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=formula)
    cell.number_format, cell.border, cell.font = "#,##0", _BOX, Font(name=FONT, bold=True)
    return cell
