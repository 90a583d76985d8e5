"""Which column of a statement is which: found by its heading, or as remembered from the bank's last
statement.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from thads.interfaces.exchange.statements.file import Cell
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "statement.no_heading": "Không tìm thấy dòng tiêu đề trong sao kê: cần cột ngày và cột số tiền (hoặc "
        "ghi nợ, "
        "ghi có). Các dòng đầu đọc được: {seen}.",
        "statement.columns_missing": "Chưa chọn cột cho: {missing}. Các cột của tệp: {found}.",
    }
)


class Field(StrEnum):
    """What a column of a statement holds."""

    DAY = "day"
    MONEY_IN = "money_in"
    MONEY_OUT = "money_out"
    AMOUNT = "amount"
    TEXT = "text"
    REFERENCE = "reference"


WORDS: Mapping[Field, str] = {
    Field.DAY: "Ngày giao dịch",
    Field.MONEY_IN: "Ghi có (tiền vào)",
    Field.MONEY_OUT: "Ghi nợ (tiền ra)",
    Field.AMOUNT: "Số tiền (có dấu)",
    Field.TEXT: "Nội dung",
    Field.REFERENCE: "Số chứng từ, tham chiếu",
}

HEADINGS: Mapping[Field, tuple[str, ...]] = {
    Field.DAY: (
        "ngay giao dich",
        "ngay hach toan",
        "ngay hieu luc",
        "ngay ct",
        "ngay",
        "date",
        "transaction date",
    ),
    Field.MONEY_IN: ("ghi co", "phat sinh co", "so tien ghi co", "tien vao", "co", "credit"),
    Field.MONEY_OUT: ("ghi no", "phat sinh no", "so tien ghi no", "tien ra", "no", "debit"),
    Field.AMOUNT: ("so tien giao dich", "so tien", "amount"),
    Field.TEXT: ("noi dung giao dich", "noi dung", "dien giai", "mo ta", "description"),
    Field.REFERENCE: ("so chung tu", "so tham chieu", "so but toan", "ma giao dich", "so ct", "reference"),
}
"""Usual headings, without marks; one matches a column whose heading is or begins with it."""

SEARCHED_ROWS = 40


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the headings stand and which column holds what, by heading."""

    heading_row: int
    headings: tuple[str, ...]
    columns: Mapping[Field, int]

    @property
    def by_heading(self) -> Mapping[str, str]:
        """The choice as it is remembered: field → heading."""
        return {field.value: self.headings[place] for field, place in self.columns.items()}


def layout_of(rows: Sequence[Sequence[Cell]], remembered: Mapping[str, str]) -> Layout:
    """Return where each field stands; refuses a table without a day and đồng, naming what was seen."""
    for number, row in enumerate(rows[:SEARCHED_ROWS]):
        headings = tuple(_words(cell) for cell in row)
        columns = _chosen(headings, remembered) or _found(headings)
        if Field.DAY in columns and columns.keys() & {Field.MONEY_IN, Field.MONEY_OUT, Field.AMOUNT}:
            return Layout(number, headings, columns)
    seen = "; ".join(" | ".join(_words(cell) for cell in row if _words(cell)) for row in rows[:3])
    raise Refusal("statement.no_heading", seen=seen[:300])


def _words(cell: Cell) -> str:
    return " ".join(str(cell).split()) if cell is not None else ""


def _chosen(headings: Sequence[str], remembered: Mapping[str, str]) -> dict[Field, int]:
    """Return the remembered columns when all of them stand in this row."""
    places = {fold(heading): place for place, heading in enumerate(headings) if heading}
    wanted = {Field(name): fold(heading) for name, heading in remembered.items() if name in set(Field)}
    if not wanted or not all(heading in places for heading in wanted.values()):
        return {}
    return {field: places[heading] for field, heading in wanted.items()}


def _found(headings: Sequence[str]) -> dict[Field, int]:
    folded = [fold(heading) for heading in headings]
    found: dict[Field, int] = {}
    for field, known in HEADINGS.items():
        for words in known:
            place = next((n for n, heading in enumerate(folded) if _is(heading, words)), None)
            if place is not None and place not in found.values():
                found[field] = place
                break
    if found.keys() & {Field.MONEY_IN, Field.MONEY_OUT}:
        found.pop(Field.AMOUNT, None)
    return found


def _is(heading: str, words: str) -> bool:
    """Say whether a heading is the words, alone or with a remark after them: “Ghi có (VND)”."""
    return heading == words or heading.startswith((f"{words} ", f"{words}(", f"{words}/"))
