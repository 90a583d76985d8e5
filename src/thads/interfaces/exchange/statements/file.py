"""The bytes of a statement as a table of cells: encoding, delimiter and sheet are found, never asked for."""

import csv
import io
from collections.abc import Sequence

from openpyxl.worksheet.worksheet import Worksheet

from thads.interfaces.exchange.case_workbook.file import open_workbook
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

Cell = object
LARGEST_FILE = 20 * 1024 * 1024
MOST_ROWS = 50_000
DELIMITERS = (";", "\t", ",", "|")
ENCODINGS = ("utf-8-sig", "utf-8", "cp1258", "cp1252")
"""In the order tried; the last reads any bytes but a few."""

register_sentences(
    {
        "statement.empty": "Tệp sao kê rỗng; hãy chọn lại tệp.",
        "statement.too_large": "Tệp sao kê quá lớn ({size} byte, nhiều nhất {largest} byte); hãy tách theo "
        "tháng.",
        "statement.unreadable": "Không đọc được tệp sao kê; hãy lưu lại dưới dạng CSV (UTF-8) hoặc Excel "
        "(.xlsx).",
        "statement.too_many_rows": "Tệp sao kê có hơn {most} dòng; hãy tách theo tháng.",
    }
)


def cells_of(content: bytes) -> Sequence[Sequence[Cell]]:
    """Return the rows of a statement as cells; refuses an empty, oversized or unreadable file."""
    if not content.strip():
        raise Refusal("statement.empty")
    if len(content) > LARGEST_FILE:
        raise Refusal("statement.too_large", size=len(content), largest=LARGEST_FILE)
    if content.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        return _of_workbook(content)
    return _of_text(_decoded(content))


def _of_workbook(content: bytes) -> Sequence[Sequence[Cell]]:
    """Return the rows of the sheet that has the most of them."""
    sheets = [
        one for one in open_workbook(content, values_only=True).worksheets if isinstance(one, Worksheet)
    ]
    found: list[tuple[Cell, ...]] = []
    for sheet in sheets:
        rows = [tuple(row) for row in sheet.iter_rows(values_only=True, max_row=MOST_ROWS + 1)]
        found = max(found, [row for row in rows if any(cell not in (None, "") for cell in row)], key=len)
    return _counted(found)


def _decoded(content: bytes) -> str:
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if wide else ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise Refusal("statement.unreadable")


def _of_text(text: str) -> Sequence[Sequence[Cell]]:
    lines = text.splitlines()
    delimiter = max(DELIMITERS, key=lambda one: _evenness(lines, one))
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error:
        raise Refusal("statement.unreadable") from None
    return _counted([row for row in rows if any(cell.strip() for cell in row)])


def _evenness(lines: Sequence[str], delimiter: str) -> tuple[int, int]:
    """A delimiter is the better the more lines it cuts into the same number of several parts."""
    counts = [line.count(delimiter) for line in lines if line.strip()]
    several = [count for count in counts if count]
    usual = max(set(several), key=several.count, default=0)
    return several.count(usual) if usual else 0, usual


def _counted(rows: Sequence[Sequence[Cell]]) -> Sequence[Sequence[Cell]]:
    if len(rows) > MOST_ROWS:
        raise Refusal("statement.too_many_rows", most=MOST_ROWS)
    return rows
