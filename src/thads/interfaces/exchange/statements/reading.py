"""The lines of a statement as values; what cannot be read is told by its row, and then nothing is
taken in.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from thads.enforcement.money.rules.reconciliation import StatementRow
from thads.interfaces.exchange.statements.columns import Field, Layout, layout_of
from thads.interfaces.exchange.statements.file import Cell, cells_of
from thads.kernel.money import LARGEST
from thads.kernel.names import fold
from thads.kernel.refusals import Problem, Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "statement.day_unreadable": "Ngày “{written}” không đọc được; cần dạng 30/6/2024.",
        "statement.amount_unreadable": "Số tiền “{written}” không đọc được; cần số nguyên đồng, như "
        "1.500.000.",
        "statement.both_sides": "Dòng có cả tiền vào và tiền ra; mỗi dòng chỉ ghi một bên.",
        "statement.refused": "Chưa nhập gì: sao kê có {count} dòng không đọc được; dòng đầu tiên: {first}",
        "statement.no_lines": "Sao kê không có dòng giao dịch nào sau dòng tiêu đề.",
    }
)

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T].*)?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T].*)?")
_CURRENCY = re.compile(r"(?:vnd|vnđ|đồng|đ|d)\.?$", re.IGNORECASE)
NOT_LINES = ("tong", "cong", "so du", "du dau", "du cuoi", "total", "balance")


class StatementRefused(Refusal):
    """Nothing was taken in; `problems` says for each row what is wrong."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = problems
        first = f"{problems[0].where}: {problems[0].message}"
        super().__init__("statement.refused", count=len(problems), first=first)


@dataclass(frozen=True, slots=True)
class ReadStatement:
    """A statement read from its file: its lines, which column was taken for what, the digest of the file."""

    rows: tuple[StatementRow, ...]
    layout: Layout
    digest: str


def read_statement(content: bytes, *, remembered: Mapping[str, str] | None = None) -> ReadStatement:
    """Return the lines of a statement; refuses a file that is no statement, and, naming every such row, lines
    that cannot be read. Money in is positive, money out negative, in đồng.
    """
    cells = cells_of(content)
    layout = layout_of(cells, remembered or {})
    rows: list[StatementRow] = []
    problems: list[Problem] = []
    for number, row in enumerate(cells[layout.heading_row + 1 :], start=layout.heading_row + 2):
        try:
            found = _line(row, layout, number)
        except Refusal as refusal:
            problems.append(Problem(refusal.code, where=f"dòng {number}", details=refusal.details))
            continue
        if found is not None:
            rows.append(found)
    if problems:
        raise StatementRefused(problems)
    if not rows:
        raise Refusal("statement.no_lines")
    return ReadStatement(tuple(rows), layout, hashlib.sha256(content).hexdigest())


def _line(row: Sequence[Cell], layout: Layout, number: int) -> StatementRow | None:
    """Return a line, None for a total, a balance or a row without đồng."""
    told = {field: row[place] if place < len(row) else None for field, place in layout.columns.items()}
    first = fold(" ".join(str(cell) for cell in row if cell not in (None, ""))[:40])
    if first.startswith(NOT_LINES) or not _text(told.get(Field.DAY)):
        return None
    amount = _amount(told)
    if amount == 0:
        return None
    day = _day(told[Field.DAY])
    text, reference = _text(told.get(Field.TEXT)), _text(told.get(Field.REFERENCE))
    return StatementRow(number, day, amount, text, reference)


def _amount(told: Mapping[Field, Cell]) -> int:
    if Field.AMOUNT in told:
        return read_dong(told[Field.AMOUNT])
    came, went = (abs(read_dong(told.get(field))) for field in (Field.MONEY_IN, Field.MONEY_OUT))
    if came and went:
        raise Refusal("statement.both_sides")
    return came - went


def read_dong(cell: Cell) -> int:
    """Return whole đồng as banks write them: 1.500.000, 1,500,000.00, -300, (300); an empty cell is 0."""
    if cell is None or isinstance(cell, bool):
        return 0
    if isinstance(cell, int):
        return _within(cell, cell)
    if isinstance(cell, float | Decimal):
        return _within(_whole(Decimal(str(cell)), cell), cell)
    written = "".join(str(cell).split())
    bare = _CURRENCY.sub("", written)
    if bare in {"", "-", "–", "0"}:
        return 0
    is_negative = bare.startswith(("-", "(")) or bare.endswith("-")
    digits = bare.strip("()-+")
    value = _whole(_decimal(digits, cell), cell)
    return _within(-value if is_negative else value, cell)


def _decimal(digits: str, cell: Cell) -> Decimal:
    """Tell thousands from decimals: the last mark is decimal when one or two digits follow it."""
    marks = [place for place, letter in enumerate(digits) if letter in ".,"]
    if marks and len(digits) - marks[-1] - 1 <= 2:
        whole = re.sub(r"[.,]", "", digits[: marks[-1]])
        digits = f"{whole}.{digits[marks[-1] + 1 :] or '0'}"
    else:
        digits = re.sub(r"[.,]", "", digits)
    try:
        return Decimal(digits)
    except InvalidOperation:
        raise Refusal("statement.amount_unreadable", written=cell) from None


def _whole(value: Decimal, cell: Cell) -> int:
    if not value.is_finite() or value != value.to_integral_value():
        raise Refusal("statement.amount_unreadable", written=str(cell))
    return int(value)


def _within(value: int, cell: Cell) -> int:
    if abs(value) > LARGEST:
        raise Refusal("statement.amount_unreadable", written=str(cell))
    return value


def _day(cell: Cell) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    written = str(cell).strip()
    if match := _DAY.fullmatch(written):
        day, month, year = (int(part) for part in match.groups())
    elif match := _ISO.fullmatch(written):
        year, month, day = (int(part) for part in match.groups())
    else:
        raise Refusal("statement.day_unreadable", written=written)
    try:
        return date(year, month, day)
    except ValueError:
        raise Refusal("statement.day_unreadable", written=written) from None


def _text(cell: Cell) -> str:
    return " ".join(str(cell).split()) if cell is not None else ""
