"""Workbooks of an old system as plain rows: sheets and headings are found, totals and blank rows passed over.

A decision left blank under another is the one above (merged cells); what cannot be read is kept with its
fault.
"""

import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from openpyxl import load_workbook

from thads.interfaces.exchange.case_workbook.cells import CellValue, as_amount, as_day, as_text, is_blank
from thads.interfaces.exchange.case_workbook.columns import Kind
from thads.interfaces.exchange.case_workbook.file import broken_files_refused, check_workbook
from thads.interfaces.exchange.cutover.columns import BY_KEY, NEEDED
from thads.interfaces.exchange.cutover.rows import OldRow, Place
from thads.interfaces.exchange.cutover.words import OldWords, heading_words
from thads.kernel.money import Dong
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

CONTROL_SHEET = "doi chieu"
OTHER_SHEETS = frozenset({"danh muc", "huong dan", "tong hop chuyen so lieu"})
SEARCHED_ROWS = 30
MOST_ROWS = 300_000
_FIRST_SERIAL, _LAST_SERIAL, _SERIAL_EPOCH = 20_000, 60_000, date(1899, 12, 30)
_TOTALS = ("cong", "tong", "tong cong", "tong so")

register_sentences(
    {
        "cutover.no_sheet": "Không tìm thấy sheet nào có cột số quyết định, ngày quyết định và số tiền phải "
        "thi hành; hãy kiểm tra dòng tiêu đề, hoặc khai tệp đối chiếu cột. Tiêu đề đọc được: {seen}.",
        "cutover.file_refused": "Tệp {file} không đọc được. {reason}",
        "cutover.too_many_rows": "Các sổ tính có hơn {most} dòng; hãy chuyển làm nhiều đợt.",
        "cutover.no_rows": "Các sổ tính chưa có dòng việc nào.",
        "cutover.not_known_word": "“{value}” không có trong danh mục “{heading}”.",
        "cutover.formula_without_value": "Ô này là công thức chưa có kết quả; hãy mở tệp bằng Excel, lưu "
        "lại rồi chuyển.",
    }
)


@dataclass(frozen=True, slots=True)
class OldFile:
    """A workbook as handed over: its name and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class OldSheet:
    """A sheet of cases: where its headings stand and which column of the sheet (from 1) is which."""

    file: str
    name: str
    heading_row: int
    columns: Mapping[str, int]
    unknown: tuple[str, ...] = ()


@dataclass(slots=True)
class OldSheets:
    """Everything read: rows in the order of the files, sheets, sheets passed over, totals of the old
    system.
    """

    rows: list[OldRow] = field(default_factory=list)
    sheets: list[OldSheet] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    control: list[tuple[str, CellValue]] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)


Cells = Sequence[CellValue]
Value = TypeVar("Value")


def read_files(files: Iterable[OldFile], words: OldWords) -> OldSheets:
    """Return the rows of all workbooks; refuses a file that is no workbook, and files without any case."""
    found = OldSheets()
    for file in files:
        try:
            check_workbook(file.content)
            _read_file(found, file, words)
        except Refusal as refusal:
            raise Refusal("cutover.file_refused", file=file.name, reason=refusal.message) from None
    if not found.sheets:
        raise Refusal("cutover.no_sheet", seen="; ".join(found.seen)[:400] or "không có")
    if not found.rows:
        raise Refusal("cutover.no_rows")
    return found


def _read_file(found: OldSheets, file: OldFile, words: OldWords) -> None:
    hollow = _hollow_cells(file.content)
    with broken_files_refused():
        book = load_workbook(io.BytesIO(file.content), read_only=True, data_only=True)
    for sheet in book.worksheets:
        name = fold(sheet.title)
        if name in OTHER_SHEETS or sheet.sheet_state != "visible":
            continue
        sheet.reset_dimensions()
        lines = _guarded(sheet.iter_rows(values_only=True))
        if name == CONTROL_SHEET:
            found.control += _control_lines(lines)
        else:
            _read_sheet(found, file.name, sheet.title, lines, words, hollow.get(sheet.title, frozenset()))
    book.close()


def _guarded(lines: Iterable[tuple[object, ...]]) -> Iterator[Cells]:
    """Yield the rows of a sheet; what the library says of a damaged one becomes one sentence."""
    rows = iter(lines)
    while True:
        with broken_files_refused():
            row = next(rows, None)
        if row is None:
            return
        yield [cell if isinstance(cell, _PLAIN) else str(cell) for cell in row]


_PLAIN = (str, int, float, bool, date, type(None))


def _control_lines(lines: Iterable[Cells]) -> Iterator[tuple[str, CellValue]]:
    for cells in lines:
        told = [cell for cell in cells if not is_blank(cell)]
        if len(told) >= 2 and isinstance(told[0], str):
            yield told[0], told[1]


def _read_sheet(
    found: OldSheets, file: str, title: str, lines: Iterator[Cells], words: OldWords,
    hollow: frozenset[tuple[int, int]],
) -> None:  # fmt: skip
    head: list[Cells] = []
    sheet: OldSheet | None = None
    for number, cells in enumerate(lines, start=1):
        if sheet is not None:
            _take_row(found, sheet, number, cells, words, hollow)
            continue
        head.append(cells)
        sheet = _headed(file, title, head, words)
        if sheet is not None:
            found.sheets.append(sheet)
        elif number >= SEARCHED_ROWS:
            break
    if sheet is None:
        found.passed_over.append(f"{file}, sheet {title}")
        found.seen += [as_text(cell) for cells in head[:5] for cell in cells if isinstance(cell, str)][:30]


def _headed(file: str, title: str, head: Sequence[Cells], words: OldWords) -> OldSheet | None:
    """Return the sheet when its last row read, alone or below the one above it, is its heading row."""
    last = [as_text(cell) for cell in head[-1]]
    above = [as_text(cell) for cell in head[-2]] if len(head) > 1 else []
    both = [text or (above[place] if place < len(above) else "") for place, text in enumerate(last)]
    for texts in (last, both):
        columns, unknown = _columns(texts, words)
        if all(key in columns for key in NEEDED):
            return OldSheet(file, title, len(head), columns, unknown)
    return None


def _columns(texts: Sequence[str], words: OldWords) -> tuple[dict[str, int], tuple[str, ...]]:
    columns: dict[str, int] = {}
    unknown = []
    for place, text in enumerate(texts, start=1):
        key = words.headings.get(heading_words(text)) if text else None
        if key is not None:
            columns.setdefault(key, place)
        elif text and fold(text) not in {"stt", "tt"}:
            unknown.append(text)
    return columns, tuple(unknown)


def _take_row(
    found: OldSheets, sheet: OldSheet, number: int, cells: Cells, words: OldWords,
    hollow: frozenset[tuple[int, int]],
) -> None:  # fmt: skip
    told = {
        key: cells[place - 1]
        for key, place in sheet.columns.items()
        if place <= len(cells) and (not is_blank(cells[place - 1]) or (number, place) in hollow)
    }
    if not told or _is_total(told, cells) or _is_numbering(told):
        return
    if len(found.rows) >= MOST_ROWS:
        raise Refusal("cutover.too_many_rows", most=MOST_ROWS)
    empty = {key for key in told if (number, sheet.columns[key]) in hollow}
    row = _row(Place(sheet.file, sheet.name, number), told, words, empty)
    above = found.rows[-1] if found.rows else None
    if above is not None and (above.place.file, above.place.sheet) == (sheet.file, sheet.name):
        row = _joined(row, above)
    found.rows.append(replace(row, digest=_digest(row)))


def _is_total(told: Mapping[str, CellValue], cells: Cells) -> bool:
    if "decision_no" in told and fold(as_text(told["decision_no"])) not in _TOTALS:
        return False
    first = next((fold(cell) for cell in cells if isinstance(cell, str) and cell.strip()), "")
    return first.rstrip(":") in _TOTALS or first.startswith(("tong cong", "cong "))


def _is_numbering(told: Mapping[str, CellValue]) -> bool:
    """Whether the row only numbers the columns, as official tables do: (1) (2) (3)."""
    texts = [as_text(value).strip("()") for value in told.values()]
    return len(texts) > 2 and all(text.isdigit() and int(text) <= len(BY_KEY) + 5 for text in texts)


def _row(place: Place, told: Mapping[str, CellValue], words: OldWords, hollow: set[str]) -> OldRow:
    texts: dict[str, str] = {}
    days: dict[str, date] = {}
    amounts: dict[str, Dong] = {}
    choices: dict[str, StrEnum] = {}
    faults: dict[str, Refusal] = {}
    serials = set()
    for key, value in told.items():
        texts[key] = " ".join(as_text(value).split())
        if key in hollow:
            faults[key] = Refusal("cutover.formula_without_value")
            continue
        try:
            match BY_KEY[key].kind:
                case Kind.DAY:
                    days[key] = _day(value)
                    if not isinstance(value, date | str):
                        serials.add(key)
                case Kind.AMOUNT:
                    amounts[key] = as_amount(value)
                case Kind.CHOICE:
                    choices[key] = _choice(key, texts[key], words)
                case Kind.TEXT:
                    pass
        except Refusal as refusal:
            faults[key] = refusal
    return OldRow(place, texts, days, amounts, choices, faults, serials=frozenset(serials))


def _day(value: CellValue) -> date:
    """Return a day, also from the bare number that a workbook counts days by."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        whole = int(value)
        if _FIRST_SERIAL <= whole <= _LAST_SERIAL:
            return _SERIAL_EPOCH + timedelta(days=whole)
    return as_day(value)


def _choice(key: str, text: str, words: OldWords) -> StrEnum:
    member = words.words[key].get(fold(text))
    if member is None:
        raise Refusal("cutover.not_known_word", value=text, heading=BY_KEY[key].heading)
    return member


_DECISION = ("number", "decision_no", "decided_on")


def _joined(row: OldRow, above: OldRow) -> OldRow:
    """Return a row that names no decision as another obligation of the case above."""
    if any(row.is_filled(key) for key in _DECISION):
        return row

    return replace(
        row, joined=True,
        texts={**_of_case(above.texts), **row.texts}, days={**_of_case(above.days), **row.days},
        amounts={**_of_case(above.amounts), **row.amounts},
        choices={**_of_case(above.choices), **row.choices},
        unreadable={**_of_case(above.unreadable), **row.unreadable},
    )  # fmt: skip


def _of_case(values: Mapping[str, Value]) -> dict[str, Value]:
    return {key: value for key, value in values.items() if BY_KEY[key].of_case}


def _digest(row: OldRow) -> str:
    told = "\n".join(f"{key}={text}" for key, text in sorted(row.texts.items()))
    return hashlib.sha256(told.encode()).hexdigest()


def _hollow_cells(content: bytes) -> Mapping[str, frozenset[tuple[int, int]]]:
    """Return the cells, by sheet, that hold a formula without a value; a second look only where there are
    any.
    """
    if not _has_formulas(content):
        return {}
    found: dict[str, set[tuple[int, int]]] = {}
    formulas = load_workbook(io.BytesIO(content), read_only=True)
    values = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    for sheet in formulas.worksheets:
        beside = values[sheet.title]
        sheet.reset_dimensions()
        beside.reset_dimensions()
        rows = zip(sheet.iter_rows(values_only=True), beside.iter_rows(values_only=True), strict=False)
        for number, (written, computed) in enumerate(rows, start=1):
            for place, formula in enumerate(written, start=1):
                if isinstance(formula, str) and formula.startswith("=") and _is_hollow(computed, place):
                    found.setdefault(sheet.title, set()).add((number, place))
    return {title: frozenset(cells) for title, cells in found.items()}


def _is_hollow(computed: Cells, place: int) -> bool:
    value = computed[place - 1] if place <= len(computed) else None
    return value is None or (isinstance(value, str) and value.startswith("#"))


def _has_formulas(content: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                inside = archive.read(name)
                if b"<f>" in inside or b"<f " in inside:
                    return True
    return False
