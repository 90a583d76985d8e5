"""The answer to old books: the same sheets, what stays out red, what is doubted amber, each with its words.

Before them a summary: how many cases, đồng by kind, money by place, held against the old system's totals; and
every row doubted or lost. Cells stand at the addresses they had, so that corrections are made in place.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from thads.enforcement.cases.rules.vocabulary import ObligationKind
from thads.interfaces.exchange.case_workbook.answer import RED
from thads.interfaces.exchange.cutover.columns import BY_KEY
from thads.interfaces.exchange.cutover.planning import Plan
from thads.interfaces.exchange.cutover.reading import OldFile, OldSheet
from thads.interfaces.exchange.cutover.rows import Finding, Weight
from thads.interfaces.exchange.cutover.totals import NAMES
from thads.interfaces.exchange.sheets import print_one_page_wide
from thads.law import LAW

AMBER = PatternFill("solid", start_color="FFFFD27F")
SUMMARY_SHEET = "Tổng hợp chuyển số liệu"
ROWS_SHEET = "Dòng nghi vấn, bị loại"
WORDS = {Weight.LOST: "Bị loại", Weight.DOUBT: "Chuyển, có nghi vấn (suy luận)"}
MOST_COMMENTED = 20_000
"""Cells with a comment; a workbook with more is slow to open. Colours and the list of rows tell all."""
MOST_LISTED = 500_000
_BOLD = Font(bold=True)
_TITLE = Font(bold=True, size=14)

Marks = Mapping[tuple[int, int], Sequence[Finding]]


def answer_workbook(plan: Plan, files: Sequence[OldFile]) -> bytes:
    """Return the summary, the list of rows and the sheets of all files with their findings marked."""
    workbook = Workbook(write_only=True)
    _summarise(workbook.create_sheet(SUMMARY_SHEET), plan)
    _list_rows(workbook.create_sheet(ROWS_SHEET), plan.findings)
    marks = _marks(plan)
    titles = _titles(plan.sheets.sheets, several=len(files) > 1)
    left = MOST_COMMENTED
    for file in files:
        left = _copy(workbook, file, plan.sheets.sheets, titles, marks, left)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


# ---------------------------------------------------------------- the summary


def _summarise(sheet: WriteOnlyWorksheet, plan: Plan) -> None:
    for letter, width in (("A", 46), ("B", 24), ("C", 24), ("D", 24)):
        sheet.column_dimensions[letter].width = width
    print_one_page_wide(sheet)
    sheet.append([_cell(sheet, "CHUYỂN SỐ LIỆU TỪ SỔ CŨ", _TITLE)])
    sheet.append([f"Cơ quan {plan.agency}; số liệu đến hết ngày {plan.on:%d/%m/%Y}"])
    sheet.append([])
    for row in _counts(plan):
        sheet.append(row)
    sheet.append([])
    _table(sheet, ("Chỉ tiêu", "Sổ cũ", "Chuyển sang", "Chênh lệch"), _compared(plan))
    _table(sheet, ("Loại khoản", "Số tiền phải thi hành (đồng)"), _by_kind(plan))
    _table(sheet, ("Nội dung nghi vấn, bị loại", "Kết quả", "Số ô"), _by_code(plan.findings))
    _table(sheet, ("Cột không dùng đến", "Sheet"), _unknown_columns(plan))
    _table(
        sheet, ("Sheet không có dòng tiêu đề việc, đã bỏ qua",), ((one,) for one in plan.sheets.passed_over)
    )


def _counts(plan: Plan) -> Iterator[list[object]]:
    clean = len(plan.cases) - sum(one.case.decision.number in plan.doubted for one in plan.cases)
    yield ["Số việc chuyển được, không có nghi vấn", clean]
    yield ["Số việc chuyển được, có nghi vấn", len(plan.cases) - clean]
    yield ["Trong đó đã chuyển ở lần chạy trước", plan.already_in]
    yield ["Số việc bị loại", len(plan.lost)]
    yield ["Số dòng không nhận ra quyết định", len({one.row.place for one in plan.nameless})]


def _compared(plan: Plan) -> Iterator[tuple[object, ...]]:
    gaps = {one.indicator: one for one in plan.differences}
    for one, name in NAMES.items():
        before = plan.before.get(one, 0)
        found = plan.found[one] + before
        expected = gaps[one].expected if one in gaps else found
        source = "" if one in plan.control else " (cộng các dòng)"
        yield f"{name}{source}", expected, found, found - expected


def _by_kind(plan: Plan) -> Iterator[tuple[object, ...]]:
    known = {kind.value: LAW.label(kind) for kind in ObligationKind}
    for kind, amount in sorted(plan.kinds.items(), key=lambda one: -one[1]):
        yield known.get(kind, kind or "không ghi"), amount


def _by_code(findings: Sequence[Finding]) -> Iterator[tuple[object, ...]]:
    counted: dict[tuple[str, Weight], list[Finding]] = {}
    for one in findings:
        counted.setdefault((one.code, one.weight), []).append(one)
    for (_code, weight), alike in sorted(counted.items(), key=lambda one: -len(one[1])):
        yield alike[0].message, WORDS[weight], len(alike)


def _unknown_columns(plan: Plan) -> Iterator[tuple[object, ...]]:
    for sheet in plan.sheets.sheets:
        for heading in sheet.unknown:
            yield heading, f"{sheet.file}, sheet {sheet.name}"


def _table(sheet: WriteOnlyWorksheet, heading: Sequence[str], rows: Iterator[tuple[object, ...]]) -> None:
    told = list(rows)
    if not told:
        return
    sheet.append([_cell(sheet, text, _BOLD) for text in heading])
    for row in told:
        sheet.append([_cell(sheet, value) for value in row])
    sheet.append([])


def _list_rows(sheet: WriteOnlyWorksheet, findings: Sequence[Finding]) -> None:
    for letter, width in (("A", 30), ("B", 22), ("C", 8), ("D", 28), ("E", 26), ("F", 110)):
        sheet.column_dimensions[letter].width = width
    print_one_page_wide(sheet)
    sheet.freeze_panes = "A2"
    sheet.append(
        [_cell(sheet, text, _BOLD) for text in ("Tệp", "Sheet", "Dòng", "Cột", "Kết quả", "Nội dung")]
    )
    for one in findings[:MOST_LISTED]:
        place = one.row.place
        told = (place.file, place.sheet, place.row, BY_KEY[one.key].heading, WORDS[one.weight], one.message)
        sheet.append([_cell(sheet, value) for value in told])


# ---------------------------------------------------------------- the sheets


def _marks(plan: Plan) -> Mapping[tuple[str, str], Marks]:
    """Return the findings by sheet and cell; one under a column that the sheet lacks stands at the
    decision.
    """
    places = {(one.file, one.name): one.columns for one in plan.sheets.sheets}
    found: dict[tuple[str, str], dict[tuple[int, int], list[Finding]]] = {}
    for one in plan.findings:
        place = one.row.place
        columns = places[place.file, place.sheet]
        cell = (place.row, columns.get(one.key, columns["decision_no"]))
        found.setdefault((place.file, place.sheet), {}).setdefault(cell, []).append(one)
    return found


def _titles(sheets: Sequence[OldSheet], *, several: bool) -> Mapping[tuple[str, str], str]:
    """Return what each sheet is called in the answer: as before, numbered where several files come
    together.
    """
    if not several:
        return {(one.file, one.name): one.name for one in sheets}
    return {(one.file, one.name): f"{no}. {one.name}"[:31] for no, one in enumerate(sheets, start=1)}


def _copy(
    workbook: Workbook, file: OldFile, sheets: Sequence[OldSheet], titles: Mapping[tuple[str, str], str],
    marks: Mapping[tuple[str, str], Marks], left: int,
) -> int:  # fmt: skip
    """Copy the sheets of cases of a file with their marks; return how many comments may still be made."""
    source = load_workbook(io.BytesIO(file.content), read_only=True, data_only=True)
    for one in sheets:
        if one.file != file.name:
            continue
        sheet = workbook.create_sheet(titles[one.file, one.name])
        if len(titles) > 1:
            sheet.sheet_properties.tabColor = "FFDCE6F1"
        found = marks.get((one.file, one.name), {})
        widest = dict(sorted(found))  # the last marked column of each row
        old = source[one.name]
        old.reset_dimensions()
        for number, cells in enumerate(old.iter_rows(values_only=True), start=1):
            told = []
            for place, value in enumerate(_as_wide(cells, widest.get(number, 0)), start=1):
                cell, used = _marked(sheet, value, found.get((number, place), ()), left)
                told.append(cell)
                left -= used
            sheet.append(told)
    source.close()
    return left


def _as_wide(cells: Sequence[object], width: int) -> Sequence[object]:
    """Return the cells of a row, blank ones added up to a column: a gap at its end is marked too."""
    return [*cells, *([None] * (width - len(cells)))]


def _marked(
    sheet: WriteOnlyWorksheet, value: object, findings: Sequence[Finding], left: int
) -> tuple[object, int]:
    if not findings:
        return (_cell(sheet, value) if isinstance(value, date | str) else value), 0
    cell = _cell(sheet, value)
    cell.fill = RED if any(one.weight is Weight.LOST for one in findings) else AMBER
    if left <= 0:
        return cell, 0
    said = [one.message for one in findings]
    cell.comment = Comment("\n".join(said), "THADS", width=340, height=40 + 45 * len(said))
    return cell, 1


def _cell(sheet: WriteOnlyWorksheet, value: object, font: Font | None = None) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"  # never a formula, whatever the text begins with
    elif isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"
    elif isinstance(value, int) and not isinstance(value, bool):
        cell.number_format = "#,##0"
    if font is not None:
        cell.font = font
    return cell
