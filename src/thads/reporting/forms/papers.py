"""A form as an Excel workbook: statutory heading, real formulas, signatures, and a sheet of its identities.

Figures of leaf rows are written; sums of columns, totals of rows and rates are formulas, so that the
workbook recomputes itself. Money stands in the unit of the form with its exact fraction (1.234,567 nghìn
đồng shown as 1.235), so sums and rates are exact. `exact=True` writes whole đồng instead.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta, timezone
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from thads.kernel.text import write_date
from thads.law.forms import Column, FormUnit, RowDimension
from thads.law.rulings import Certainty
from thads.reporting.forms.rules.identities import VERDICT_VI, Verdict
from thads.reporting.forms.rules.runs import FormRow, FormRun

VIET_NAM = timezone(timedelta(hours=7))
FONT = "Times New Roman"
WHOLE = "[$-42A]#,##0"
RATE = "[$-42A]#,##0.00"
FIRST_HEADING_ROW = 8
NAMES_WIDTH = 52
FIGURES_WIDTH = {FormUnit.CASES: 8, FormUnit.MONEY: 13}
HEADING_HEIGHT, DEEPEST_HEADING_HEIGHT = 22, 72  # points; the longest heading takes six lines
A3, A4 = 8, 9
_THIN = Side(style="thin", color="808080")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_SHADE = PatternFill("solid", fgColor="EDF2F7")
_BAD = PatternFill("solid", fgColor="F8D7DA")
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)


def workbook(run: FormRun, *, exact: bool = False) -> bytes:
    """Return the run as the bytes of an .xlsx file; `exact` writes đồng instead of the form's unit."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = f"Biểu {run.layout.number}"
    _FormSheet(sheet, run, exact=exact).write()
    _write_identities(book.create_sheet("Đẳng thức"), run)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


class _FormSheet:
    """The sheet of the form itself."""

    def __init__(self, sheet: Worksheet, run: FormRun, *, exact: bool) -> None:
        self._sheet, self._run, self._layout = sheet, run, run.layout
        self._exact = exact or run.layout.unit is FormUnit.CASES
        self._per = 1 if self._exact else run.layout.printed_per
        self._number_row = FIRST_HEADING_ROW + self._layout.heading_depth
        self._first_row = self._number_row + 1
        self._place = {row.key: self._first_row + number for number, row in enumerate(run.rows)}
        self._letter = {
            column.code: get_column_letter(number)
            for number, column in enumerate(self._layout.columns, start=2)
        }
        self._last_column = len(self._layout.columns) + 1

    def write(self) -> None:
        self._write_top()
        self._write_headings()
        for row in self._run.rows:
            self._write_row(row)
        self._write_signatures()
        self._set_up_print()

    # ------------------------------------------------------------ above the table

    def _write_top(self) -> None:
        layout, run = self._layout, self._run
        known = run.known_at.astimezone(VIET_NAM)
        third = self._last_column // 3
        left, middle, right = (
            (1, 1),
            (2, self._last_column - third),
            (self._last_column - third + 1, self._last_column),
        )
        self._span(1, left, layout.printed_code, bold=True)
        self._span(2, left, layout.issued_under_vi, italic=True, wrap=True)
        self._span(1, middle, layout.vi.upper(), bold=True, size=14)
        self._span(2, middle, run.period.label_vi().capitalize(), bold=True)
        self._span(
            3,
            middle,
            f"(từ ngày {write_date(run.period.start)} đến ngày {write_date(run.as_of)})",
            italic=True,
        )
        self._span(1, right, f"{layout.sender_vi}: {run.agency_vi}")
        self._span(2, right, f"{layout.receiver_vi}: {run.superior_vi or '…………………'}")
        learned = f"biết đến {known:%H:%M} ngày {write_date(known.date())}"
        told = f"Số liệu đến ngày {write_date(run.as_of)}, {learned}."
        self._span(5, (1, self._last_column), told, italic=True)
        unit = layout.unit_vi if not self._exact or layout.unit is FormUnit.CASES else "Đơn vị tính: đồng"
        self._span(6, right, unit, italic=True)
        self._sheet.row_dimensions[1].height = 36
        self._sheet.row_dimensions[2].height = 48

    def _span(
        self, row: int, columns: tuple[int, int], words: str, *, bold: bool = False, italic: bool = False,
        size: int = 11, wrap: bool = True,
    ) -> None:  # fmt: skip
        cell = self._text(row, columns[0], words)
        cell.font = Font(name=FONT, bold=bold, italic=italic, size=size)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=wrap)
        if columns[1] > columns[0]:
            self._sheet.merge_cells(
                start_row=row, end_row=row, start_column=columns[0], end_column=columns[1]
            )

    def _text(self, row: int, column: int, words: str) -> Cell:
        cell = self._sheet.cell(row=row, column=column)
        assert isinstance(cell, Cell)
        cell.value = words
        cell.data_type = "s"  # a name that begins with “=” stays a name
        return cell

    # ------------------------------------------------------------ the heading

    def _write_headings(self) -> None:
        for heading in self._layout.headings():
            row, column = FIRST_HEADING_ROW + heading.row, heading.column + 1
            cell = self._text(row, column, heading.vi)
            cell.font, cell.alignment = Font(name=FONT, bold=True, size=10), _CENTRE
            last_row, last_column = row + heading.rows - 1, column + heading.columns - 1
            if (last_row, last_column) != (row, column):
                self._sheet.merge_cells(
                    start_row=row, end_row=last_row, start_column=column, end_column=last_column
                )
        for row in range(FIRST_HEADING_ROW, self._number_row):
            deepest = row == self._number_row - 1
            self._sheet.row_dimensions[row].height = DEEPEST_HEADING_HEIGHT if deepest else HEADING_HEIGHT
        for number, column_of in enumerate(self._layout.columns, start=2):
            self._text(self._number_row, number, column_of.number)
        self._text(self._number_row, 1, "A")
        for row in range(FIRST_HEADING_ROW, self._number_row + 1):
            for column in range(1, self._last_column + 1):
                cell = self._sheet.cell(row=row, column=column)
                cell.border, cell.fill = _BOX, _SHADE
                cell.alignment = _CENTRE
        for column in range(1, self._last_column + 1):
            self._sheet.cell(row=self._number_row, column=column).font = Font(name=FONT, italic=True, size=9)

    # ------------------------------------------------------------ the rows

    def _write_row(self, row: FormRow) -> None:
        place = self._place[row.key]
        name = self._text(place, 1, row.vi)
        name.alignment = Alignment(horizontal="left", indent=row.level, vertical="center", wrap_text=True)
        values = row.values(self._layout.unit)
        parts = self._parts(row)
        for number, column in enumerate(self._layout.columns, start=2):
            cell = self._sheet.cell(row=place, column=number)
            cell.value = self._figure(column, place, values, parts)
            cell.number_format = RATE if column.is_rate else WHOLE
        whole = bool(parts) or row.level == 0
        for number in range(1, self._last_column + 1):
            cell = self._sheet.cell(row=place, column=number)
            cell.font, cell.border = Font(name=FONT, bold=whole, size=10), _BOX

    def _figure(
        self, column: Column, place: int, values: Mapping[str, int], parts: Sequence[int]
    ) -> int | Decimal | str:
        """A formula for sums of columns, rates and totals of rows; the counted figure elsewhere."""
        if column.formula is not None:
            return "=" + column.formula.excel(lambda code: f"{self._letter[code]}{place}")
        if parts:
            return f"=SUM({_ranges(self._letter[column.code], parts)})"
        value = values[column.code]
        return value if value % self._per == 0 and self._per == 1 else _scaled(value, self._per)

    def _parts(self, row: FormRow) -> list[int]:
        """The sheet rows that this row is the sum of: of its first group of parts."""
        groups = [one.group for one in self._run.rows if one.parent == row.key]
        if not groups:
            return []
        return [self._place[one.key] for one in self._run.parts_of(row.key, group=groups[0])]

    # ------------------------------------------------------------ below the table

    def _write_signatures(self) -> None:
        block = self._layout.signatures
        row = self._first_row + len(self._run.rows) + 1
        half = self._last_column // 2
        left, right = (1, max(half // 2, 2)), (self._last_column - half + 1, self._last_column)
        self._span(row, right, block.place_and_date, italic=True)
        self._span(row + 1, left, block.compiler, bold=True)
        self._span(row + 1, right, block.head, bold=True)
        self._span(row + 2, left, "(Ký, ghi rõ họ tên)", italic=True)
        self._span(row + 2, right, block.hint, italic=True)

    def _set_up_print(self) -> None:
        sheet = self._sheet
        sheet.column_dimensions["A"].width = NAMES_WIDTH
        for letter in self._letter.values():
            sheet.column_dimensions[letter].width = FIGURES_WIDTH[self._layout.unit]
        sheet.freeze_panes = f"B{self._first_row}"
        sheet.print_title_rows = f"{FIRST_HEADING_ROW}:{self._number_row}"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = A3 if self._layout.dimension is RowDimension.AGENCY_BAILIFF else A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_margins.left = sheet.page_margins.right = Decimal("0.3")
        sheet.page_margins.top = sheet.page_margins.bottom = Decimal("0.5")
        sheet.print_options.horizontalCentered = True
        sheet.oddFooter.center.text = "Trang &P/&N"


def _scaled(value: int, per: int) -> int | Decimal:
    return value // per if value % per == 0 else Decimal(value) / per


def _ranges(letter: str, rows: Sequence[int]) -> str:
    """Write rows as ranges: C9:C12,C15."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    return ",".join(
        f"{letter}{first}" if first == last else f"{letter}{first}:{letter}{last}" for first, last in runs
    )


_IDENTITY_COLUMNS = (
    ("Mã", 8), ("Đẳng thức", 70), ("Căn cứ", 34), ("Độ chắc chắn", 18), ("Số lần kiểm tra", 12),
    ("Kết quả", 22), ("Nơi không khớp", 90),
)  # fmt: skip
_CERTAINTY_VI = {Certainty.STATED: "Văn bản nêu rõ", Certainty.DERIVED: "Suy ra, chờ phụ lục"}


def _write_identities(sheet: Worksheet, run: FormRun) -> None:
    """List every identity of the form, how often it was checked, and where it does not hold."""
    for number, (words, width) in enumerate(_IDENTITY_COLUMNS, start=1):
        cell = sheet.cell(row=1, column=number, value=words)
        cell.font, cell.fill, cell.border, cell.alignment = Font(name=FONT, bold=True), _SHADE, _BOX, _CENTRE
        sheet.column_dimensions[get_column_letter(number)].width = width
    for place, result in enumerate(run.identities, start=2):
        told = "\n".join(problem.message for problem in result.problems[:20])
        values = (
            result.code, result.vi, result.basis, _CERTAINTY_VI[result.certainty], result.checked,
            VERDICT_VI[result.verdict], told,
        )  # fmt: skip
        for number, value in enumerate(values, start=1):
            cell = sheet.cell(row=place, column=number, value=value)
            cell.font, cell.border = Font(name=FONT), _BOX
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if result.verdict is Verdict.BROKEN:
                cell.fill = _BAD
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
