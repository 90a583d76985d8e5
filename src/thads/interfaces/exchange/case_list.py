"""The list of cases as a workbook: every case in sight of an agency, sums as real formulas, no row limit."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from thads.enforcement.cases import queries as cases
from thads.enforcement.cases.rules.listings import Page
from thads.enforcement.cases.rules.pages import CaseFilter, CaseOrder, CaseRow
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.interfaces.exchange.sheets import print_one_page_wide
from thads.interfaces.exchange.sight import check_in_sight
from thads.kernel.text import write_date
from thads.law import LAW

ROWS_A_SHEET = 1_000_000
"""Below the 1,048,576 rows that a sheet can have; what is more goes on the next sheet."""

HEADINGS = (
    ("Số việc", 22),
    ("Ngày quyết định", 14),
    ("Cơ quan", 12),
    ("Mã chấp hành viên", 16),
    ("Chấp hành viên", 26),
    ("Loại quyết định", 16),
    ("Loại bản án", 22),
    ("Người phải thi hành án", 30),
    ("Người được thi hành án", 30),
    ("Tình trạng", 24),
    ("Từ ngày", 14),
    ("Phải thi hành (đồng)", 20),
    ("Đã thu (đồng)", 20),
    ("Còn phải thi hành (đồng)", 20),
)
_HEADING_ROW, _FIRST_ROW = 4, 6
_MONEY, _DAY = "#,##0", "dd/mm/yyyy"
_SHADE = PatternFill("solid", start_color="FFDCE6F1")


def case_list_workbook(viewer: Viewer, *, agency: str, filters: CaseFilter | None = None) -> bytes:
    """Return the workbook of the cases of an agency and everything below it; refuses one out of sight."""
    check_in_sight(viewer, agency)
    tree = organisation.agency_tree(on=viewer.on)
    name = tree[agency].name if agency in tree else agency
    workbook = Workbook(write_only=True)
    rows = _rows(viewer, sorted(tree.reach(agency) & viewer.sight), filters or CaseFilter())
    number, waiting = 1, next(rows, None)
    while number == 1 or waiting is not None:
        sheet = workbook.create_sheet(f"Việc {number}")
        _head(sheet, f"DANH SÁCH VIỆC THI HÀNH ÁN DÂN SỰ — {name}", viewer)
        for _ in range(ROWS_A_SHEET):
            if waiting is None:
                break
            sheet.append(_cells(sheet, waiting))
            waiting = next(rows, None)
        number += 1
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _rows(viewer: Viewer, agencies: list[str], filters: CaseFilter) -> Iterator[CaseRow]:
    for agency in agencies:
        chosen = replace(filters, agency=agency, order=CaseOrder.OLDEST)
        number = 1
        while True:
            listing = cases.case_list(viewer, filters=chosen, page=Page(number, 500))
            yield from listing.rows
            if not listing.has_next:
                break
            number += 1


def _head(sheet: WriteOnlyWorksheet, title: str, viewer: Viewer) -> None:
    for place, (_, width) in enumerate(HEADINGS, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    print_one_page_wide(sheet)
    sheet.freeze_panes = f"B{_FIRST_ROW}"
    last = get_column_letter(len(HEADINGS))
    sheet.auto_filter.ref = f"A{_HEADING_ROW + 1}:{last}{_FIRST_ROW + ROWS_A_SHEET}"
    sheet.append([_bold(sheet, title)])
    sheet.append([f"Lập ngày {write_date(viewer.on)}"])
    sheet.append([])
    sheet.append(
        [
            _bold(sheet, "Cộng các dòng đang hiện"),
            *[None] * 10,
            *(_sum(sheet, place) for place in (12, 13, 14)),
        ]
    )
    sheet.append([_bold(sheet, heading) for heading, _ in HEADINGS])


def _sum(sheet: WriteOnlyWorksheet, place: int) -> WriteOnlyCell:
    """Return the sum of a column over the rows that a filter leaves visible."""
    letter = get_column_letter(place)
    return _formatted(
        sheet, f"=SUBTOTAL(109,{letter}{_FIRST_ROW}:{letter}{_FIRST_ROW + ROWS_A_SHEET})", _MONEY
    )


def _cells(sheet: WriteOnlyWorksheet, row: CaseRow) -> list[WriteOnlyCell]:
    words = (
        row.number, row.decided_on, row.agency, row.bailiff, row.bailiff_name, LAW.label(row.initiation),
        LAW.label(row.judgment_kind), row.debtor, row.creditor, LAW.label(row.status), row.since,
        row.owed, row.collected, row.remaining,
    )  # fmt: skip
    return [_shown(sheet, value) for value in words]


def _shown(sheet: WriteOnlyWorksheet, value: str | int | date) -> WriteOnlyCell:
    if isinstance(value, str):
        cell = WriteOnlyCell(sheet, value=value)
        cell.data_type = "s"  # a name that begins with "=" stays a name
        return cell
    return _formatted(sheet, value, _DAY if isinstance(value, date) else _MONEY)


def _bold(sheet: WriteOnlyWorksheet, text: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=text)
    cell.font = Font(bold=True)
    cell.fill = _SHADE
    return cell


def _formatted(sheet: WriteOnlyWorksheet, value: object, number_format: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=value)
    cell.number_format = number_format
    return cell
