"""What stands in a cell, read the way an officer meant it: days, amounts, choices.

A reading refuses with the sentence that goes into the cell's comment. Dates written as text are read as
day/month/year; a date that can only be month/day is told apart from one that is no date at all.
"""

import re
from datetime import date, datetime
from enum import StrEnum

from thads.interfaces.exchange.case_workbook.columns import Column
from thads.kernel.money import Dong, dong
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.kernel.text import read_date

CellValue = str | int | float | bool | date | None

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_GROUPED = re.compile(r"-?\d{1,3}(\.\d{3})+|-?\d{1,3}(,\d{3}){2,}|-?\d{1,3}( \d{3})+|-?\d+")

register_sentences(
    {
        "workbook.not_a_day": "“{value}” không phải là ngày; hãy nhập ngày/tháng/năm, ví dụ 30/06/2024.",
        "workbook.day_is_number": "Ô này chứa số {value} chứ không phải ngày; hãy chọn định dạng ngày cho "
        "ô rồi "
        "nhập lại ngày/tháng/năm.",
        "workbook.month_before_day": "“{value}” chỉ đọc được theo kiểu tháng/ngày; hãy ghi ngày trước "
        "tháng sau: "
        "{meant}.",
        "workbook.not_an_amount": "“{value}” không đọc được thành số tiền; hãy nhập số đồng, ví dụ "
        "1.000.000.",
        "workbook.amount_has_decimals": "Số tiền {value} có phần lẻ; chỉ nhận số đồng nguyên.",
        "workbook.amount_negative": "Số tiền {value} là số âm; hãy nhập số từ 0 trở lên.",
        "workbook.not_in_list": "“{value}” không có trong danh mục “{heading}”. Hãy chọn: {allowed}.",
    }
)


def is_blank(value: CellValue) -> bool:
    """Say whether nothing stands in the cell."""
    return value is None or (isinstance(value, str) and not value.strip())


def as_text(value: CellValue) -> str:
    """Return the cell as text; a whole number typed where text is meant loses its ".0"."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date):
        return f"{value.day:02d}/{value.month:02d}/{value.year}"
    return str(value).strip()


def as_day(value: CellValue) -> date:
    """Return the day in a cell; refuses text that is none, month before day, and bare numbers."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool | int | float):
        raise Refusal("workbook.day_is_number", value=as_text(value))
    written = as_text(value)
    try:
        return date.fromisoformat(written) if _ISO_DAY.fullmatch(written) else read_date(written)
    except (Refusal, ValueError):
        raise _no_day(written) from None


def _no_day(written: str) -> Refusal:
    found = _SLASHED.fullmatch(written)
    if found is not None:
        first, second, year = map(int, found.groups())
        if first <= 12 < second:
            try:
                meant = date(year, first, second)
            except ValueError:
                return Refusal("workbook.not_a_day", value=written)
            return Refusal("workbook.month_before_day", value=written, meant=meant)
    return Refusal("workbook.not_a_day", value=written)


def as_amount(value: CellValue) -> Dong:
    """Return the đồng in a cell; "1.000.000" typed as text is read, fractions and negatives are refused."""
    if isinstance(value, bool | date):
        raise Refusal("workbook.not_an_amount", value=as_text(value))
    if isinstance(value, float):
        if not value.is_integer():
            raise Refusal("workbook.amount_has_decimals", value=str(value).replace(".", ","))
        value = int(value)
    if not isinstance(value, int):
        value = _read_amount(as_text(value))
    if value < 0:
        raise Refusal("workbook.amount_negative", value=value)
    return dong(value)


def _read_amount(written: str) -> int:
    plain = (
        re.sub(r"\s*(đồng|đ|vnđ|vnd)\.?$", "", written, flags=re.IGNORECASE).replace("\u00a0", " ").strip()
    )
    if not _GROUPED.fullmatch(plain):
        if re.fullmatch(r"-?[\d.]+,\d+", plain):
            raise Refusal("workbook.amount_has_decimals", value=written)
        raise Refusal("workbook.not_an_amount", value=written)
    return int(re.sub(r"[., ]", "", plain))


def as_choice(value: CellValue, column: Column) -> StrEnum:
    """Return the member whose Vietnamese words, or code, stand in the cell; marks and case do not matter."""
    written = as_text(value)
    folded = fold(written)
    for words, member in column.choices.items():
        if folded in {fold(words), fold(member.value)}:
            return member
    allowed = "; ".join(column.choices)
    raise Refusal("workbook.not_in_list", value=written, heading=column.heading, allowed=allowed)
