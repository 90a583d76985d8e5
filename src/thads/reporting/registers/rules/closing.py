"""Closing a register: each quarter, half-year and year of the statistics year (T04 Đ30.4; TL21 Đ6)."""

from datetime import date
from enum import StrEnum

from thads.kernel.periods import Period
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "registers.span_backwards": "Khoảng thời gian từ ngày {first} đến ngày {last} không hợp lệ: ngày "
        "đầu ở sau ngày cuối.",
        "registers.not_kept": "{register} chưa được mở hoặc không còn được mở trong khoảng từ ngày {first} "
        "đến ngày {last}.",
        "registers.still_running": "Chưa thể kết {register} {span}: kỳ kết thúc ngày {last}, hôm nay mới là "
        "ngày {today}.",
        "registers.closed_already": "{register} {span} đã được kết ngày {closed_on}; sửa chữa sau khi kết sổ "
        "được ghi chú, không kết lại.",
        "registers.quarter_wrong": "Quý phải là số từ 1 đến 4 (quý 1 của năm thống kê bắt đầu ngày 01/10).",
    }
)


class ClosingKind(StrEnum):
    """The spans at which registers are closed (T04 Đ30.4)."""

    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


MONTHS = {ClosingKind.QUARTER: 3, ClosingKind.HALF_YEAR: 6, ClosingKind.YEAR: 12}


def closing_span(kind: ClosingKind, *, year: int, number: int = 1) -> tuple[date, date]:
    """Return the first and the last day of a span of the statistics year: quarter 1–4, half 1–2, the year."""
    months = MONTHS[kind]
    if not 1 <= number <= 12 // months:
        raise Refusal("registers.quarter_wrong", basis="T04 Đ30.4; TL21 Đ6")
    last = Period(year, months * number).end
    if number == 1:
        return Period(year, 1).start, last
    before = Period(year, months * (number - 1)).end
    return date.fromordinal(before.toordinal() + 1), last


def closing_words(kind: ClosingKind, *, year: int, number: int) -> str:
    """Write a span as registers do: “quý 2 năm 2024”, “6 tháng đầu năm 2024”, “năm 2024”."""
    match kind:
        case ClosingKind.QUARTER:
            return f"quý {number} năm {year}"
        case ClosingKind.HALF_YEAR:
            return f"6 tháng {'đầu' if number == 1 else 'cuối'} năm {year}"
        case ClosingKind.YEAR:
            return f"năm {year}"


def check_closable(register: str, *, span: str, last: date, today: date) -> None:
    """Refuse to close a span that is not over (T04 Đ30.4)."""
    if today <= last:
        raise Refusal(
            "registers.still_running", basis="T04 Đ30.4", register=register, span=span, last=last, today=today
        )
