"""The workbook's sheet of cases as plain rows; a sheet or a column that is missing is told here."""

from collections.abc import Iterator, Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from thads.interfaces.exchange.case_workbook.cells import CellValue, is_blank
from thads.interfaces.exchange.case_workbook.columns import COLUMNS, FIRST_ROW, HEADING_ROW, SHEET
from thads.interfaces.exchange.case_workbook.rows import CaseSheet, Row
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

MOST_ROWS = 100_000

register_sentences(
    {
        "workbook.sheet_missing": "Sổ tính không có sheet “{sheet}” (đang có: {found}); hãy dùng mẫu sổ "
        "tính của hệ "
        "thống và giữ nguyên tên sheet.",
        "workbook.columns_missing": "Sheet “{sheet}” thiếu cột: {missing}. Dòng {row} phải là dòng tiêu đề "
        "như trong "
        "mẫu.",
        "workbook.column_unknown": "Cột “{heading}” không có trong mẫu; hãy bỏ cột này hoặc sửa tiêu đề.",
        "workbook.column_twice": "Tiêu đề “{heading}” đứng ở hai cột; hãy bỏ bớt một cột.",
        "workbook.no_rows": "Sheet “{sheet}” chưa có dòng việc nào; hãy nhập từ dòng {row} trở đi.",
        "workbook.too_many_rows": "Sheet có {rows} dòng, quá mức {most}; hãy tách thành nhiều sổ tính.",
    }
)


def case_sheet(workbook: Workbook) -> Worksheet:
    """Return the sheet of cases; refuses a workbook without it."""
    for name in workbook.sheetnames:
        if fold(name) == fold(SHEET) and isinstance(workbook[name], Worksheet):
            return workbook[name]
    raise Refusal("workbook.sheet_missing", sheet=SHEET, found=", ".join(workbook.sheetnames))


def column_letters(sheet: Worksheet) -> dict[str, int]:
    """Return the place of each column by its key; refuses missing, unknown and doubled headings."""
    by_heading = {fold(column.heading): column.key for column in COLUMNS}
    places: dict[str, int] = {}
    for cell in sheet[HEADING_ROW]:
        if is_blank(cell.value):
            continue
        heading = str(cell.value).replace("*", "").strip()
        key = by_heading.get(fold(heading))
        if key is None and fold(heading) == "stt":
            continue
        if key is None:
            raise Refusal("workbook.column_unknown", heading=heading)
        if key in places:
            raise Refusal("workbook.column_twice", heading=heading)
        places[key] = cell.column
    missing = [column.heading for column in COLUMNS if column.key not in places]
    if missing:
        raise Refusal("workbook.columns_missing", sheet=SHEET, missing=", ".join(missing), row=HEADING_ROW)
    return places


def read_sheet(
    values: Worksheet,
    formulas: Worksheet,
    *,
    agency: str,
    on: date,
    bailiffs: frozenset[str],
    numbers: frozenset[str],
) -> CaseSheet:
    """Return the rows that hold anything, with merged areas and formulas that have no value."""
    if values.max_row > MOST_ROWS:
        raise Refusal("workbook.too_many_rows", rows=values.max_row, most=MOST_ROWS)
    places = column_letters(formulas)
    keys = {place: key for key, place in places.items()}
    uncomputed = tuple(_uncomputed(values, formulas, keys))
    hollow = {number for number, _ in uncomputed}
    rows = tuple(row for row in _rows(values, places) if row.number in hollow or _says_anything(row))
    if not rows:
        raise Refusal("workbook.no_rows", sheet=SHEET, row=FIRST_ROW)
    return CaseSheet(
        rows=rows, agency=agency, on=on, bailiffs=bailiffs, numbers=numbers,
        merged=tuple(_merged(values, keys)), uncomputed=uncomputed,
    )  # fmt: skip


def _rows(sheet: Worksheet, places: dict[str, int]) -> Iterator[Row]:
    for number, cells in enumerate(sheet.iter_rows(min_row=FIRST_ROW, values_only=True), start=FIRST_ROW):
        yield Row(
            number, {key: _plain(cells[place - 1]) for key, place in places.items() if place <= len(cells)}
        )


def _plain(value: object) -> CellValue:
    return value if value is None or isinstance(value, str | int | float | bool | date) else str(value)


def _says_anything(row: Row) -> bool:
    return any(not is_blank(value) for value in row.cells.values())


def _uncomputed(values: Worksheet, formulas: Worksheet, keys: dict[int, str]) -> Iterator[tuple[int, str]]:
    for cells in formulas.iter_rows(min_row=FIRST_ROW):
        for cell in cells:
            if cell.data_type == "f" and cell.column in keys:
                value = values.cell(cell.row, cell.column).value
                if value is None or (isinstance(value, str) and value.startswith("#")):
                    yield cell.row, keys[cell.column]


def _merged(sheet: Worksheet, keys: dict[int, str]) -> Sequence[tuple[int, str]]:
    return [
        (area.min_row, keys[area.min_col]) for area in sheet.merged_cells.ranges
        if area.max_row >= FIRST_ROW and area.min_col in keys
    ]  # fmt: skip
