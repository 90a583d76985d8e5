"""Vietnamese numbers, money and dates in writing, both ways.

`.` groups thousands and `,` is the decimal mark; a count of cases below ten carries a
leading zero ("02 việc"); a day below ten and the months January and February carry one
in dates (NĐ30/2020 Phụ lục I). Everything here is exact: `int` đồng, `Decimal` rates.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from enum import StrEnum

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "text.number": "“{text}” không phải là số; hãy viết như 1.234 hoặc 81,23.",
        "text.amount": "“{text}” không phải là số tiền đến đồng; hãy viết như 66.872.343.000 đồng "
        "hoặc 336,758 tỷ đồng.",
        "text.date": "“{text}” không phải là một ngày có thật; hãy viết như 30/6/2024.",
        "text.words": "“{text}” không phải là một số viết bằng chữ.",
    }
)


class MoneyUnit(StrEnum):
    """The units in which reports and forms print money."""

    DONG = "đồng"
    THOUSAND = "nghìn đồng"
    MILLION = "triệu đồng"
    BILLION = "tỷ đồng"


DONG_IN: dict[MoneyUnit, int] = {
    MoneyUnit.DONG: 1,
    MoneyUnit.THOUSAND: 1_000,
    MoneyUnit.MILLION: 1_000_000,
    MoneyUnit.BILLION: 1_000_000_000,
}

#: Every word that multiplies a number of đồng; regional and older spellings included.
MULTIPLIERS: dict[str, int] = {
    "nghìn": 10**3,
    "ngàn": 10**3,
    "triệu": 10**6,
    "tỷ": 10**9,
    "tỉ": 10**9,
    "nghìn tỷ": 10**12,
    "ngàn tỷ": 10**12,
    "nghìn tỉ": 10**12,
    "ngàn tỉ": 10**12,
}

_GROUPED = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"[+-]?\d+(?:,\d+)?")
_AMOUNT_PART = re.compile(
    r"(?P<number>\d[\d.,]*)\s*(?P<times>(?:nghìn|ngàn)\s+t[ỷỉ]|nghìn|ngàn|triệu|t[ỷỉ])?\s*", re.IGNORECASE
)
_SPACED = re.compile(r"(?<![\d.,])\d{1,3}(?:\s\d{3})+(?![\d.,])")
_AMOUNT_TAIL = re.compile(r"(?:đồng|đ|vnđ|vnd)?\.?", re.IGNORECASE)
_NUMERIC_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_WORDED_DATE = re.compile(r"(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)


# --------------------------------------------------------------------------- writing


def write_int(number: int) -> str:
    """A whole number with dots between thousands: 1234567 → "1.234.567"."""
    return f"{number:,}".replace(",", ".")


def round_half_up(value: Decimal, places: int) -> Decimal:
    """The value rounded half up (away from zero) to so many decimals, as the forms print it."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def cut(value: Decimal, places: int) -> Decimal:
    """The value with everything behind so many decimals cut off, as some reports print it."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_DOWN)


def write_decimal(value: Decimal, places: int) -> str:
    """A decimal rounded half up to so many places: Decimal("1234.5"), 2 → "1.234,50"."""
    sign, digits, exponent = round_half_up(value, places).as_tuple()
    assert isinstance(exponent, int)
    text = "".join(map(str, digits)).rjust(places + 1, "0")
    whole, fraction = (text[:-places], text[-places:]) if places else (text, "")
    shown = write_int(int(whole)) + ("," + fraction if places else "")
    return ("-" if sign and any(digits) else "") + shown


def write_exact(value: Decimal) -> str:
    """A decimal with all its own places and no trailing zeros: Decimal("46.50") → "46,5"."""
    plain = value.normalize()
    exponent = plain.as_tuple().exponent
    assert isinstance(exponent, int)
    return write_decimal(value, max(0, -exponent))


def write_percent(rate: Decimal, places: int = 2) -> str:
    """A rate given in percent: Decimal("81.234") → "81,23%"."""
    return write_decimal(rate, places) + "%"


def write_count(number: int) -> str:
    """A count as officials write it, with a leading zero from 1 to 9: 2 → "02"."""
    return f"0{number}" if 0 < number < 10 else write_int(number)


def write_cases(number: int) -> str:
    """A number of cases: 2 → "02 việc", 3228 → "3.228 việc"."""
    return f"{write_count(number)} việc"


def write_dong(amount: int) -> str:
    """An amount to the đồng: 66872343000 → "66.872.343.000 đồng"."""
    return f"{write_int(amount)} đồng"


def write_money(amount: int, unit: MoneyUnit | str = MoneyUnit.DONG, places: int | None = None) -> str:
    """An amount of đồng in the given unit; exact unless `places` says to round half up.

    336758000000 in "tỷ đồng" → "336,758 tỷ đồng"; with places=0 → "337 tỷ đồng".
    """
    chosen = MoneyUnit(unit)
    scaled = Decimal(amount) / DONG_IN[chosen]
    shown = write_exact(scaled) if places is None else write_decimal(scaled, places)
    return f"{shown} {chosen}"


def write_date(day: dt.date) -> str:
    """A date in figures: 9 May 2024 → "09/5/2024" (NĐ30/2020 Phụ lục I)."""
    return f"{day.day:02d}/{_month(day)}/{day.year}"


def write_long_date(day: dt.date) -> str:
    """A date in words of a decision: "ngày 09 tháng 5 năm 2024" (NĐ30/2020 Phụ lục I)."""
    return f"ngày {day.day:02d} tháng {_month(day)} năm {day.year}"


def _month(day: dt.date) -> str:
    return f"{day.month:02d}" if day.month <= 2 else str(day.month)


# --------------------------------------------------------------------------- reading


def read_number(text: str) -> Decimal:
    """The value of a number written the Vietnamese way: "1.234,5" → Decimal("1234.5").

    Refuses (`text.number`) what is not one, also "1.23" and "12.34.567".
    """
    shown = text.strip()
    if not (_GROUPED.fullmatch(shown) or _PLAIN.fullmatch(shown)):
        raise Refusal("text.number", text=text)
    return Decimal(shown.replace(".", "").replace(",", "."))


def read_percent(text: str) -> Decimal:
    """The rate of "81,23%" → Decimal("81.23"). Refuses (`text.number`) what is not one."""
    return read_number(text.strip().removesuffix("%").rstrip())


def read_cases(text: str) -> int:
    """The count of "02 việc" → 2. Refuses (`text.number`) anything that is not whole."""
    value = read_number(text.strip().removesuffix("việc").rstrip())
    if value != value.to_integral_value():
        raise Refusal("text.number", text=text)
    return int(value)


def read_amount(text: str) -> int:
    """Đồng written in any usual unit: "336,758 tỷ đồng", "717 tỷ 221 triệu đồng", "5.000đ".

    Thousands may be parted by spaces ("12 345 678"). Each further part must be of a smaller unit, and a
    last one without a unit must end in "đồng": "15 triệu 5" may mean 15.500.000 as well. Refuses
    (`text.amount`) that, text that is not an amount, and a fraction of a đồng ("1,000": Vietnamese or not?).
    """
    shown = _SPACED.sub(lambda found: re.sub(r"\s", ".", found[0]), text.strip())
    total, position, smallest = Decimal(0), 0, 0
    while part := _AMOUNT_PART.match(shown, position):
        unit = MULTIPLIERS.get(" ".join((part["times"] or "").lower().split()), 1)
        number = part["number"].rstrip(".,")
        is_alone = smallest == 0
        if (smallest and unit >= smallest) or (unit == 1 and "," in number):
            raise Refusal("text.amount", text=text)
        total += read_number(number) * unit
        position, smallest = part.end(), unit
        if unit == 1 and not is_alone and position == len(shown):
            raise Refusal("text.amount", text=text)
    whole = position > 0 and total == total.to_integral_value()
    if not whole or not _AMOUNT_TAIL.fullmatch(shown, position):
        raise Refusal("text.amount", text=text)
    return int(total)


def read_date(text: str) -> dt.date:
    """The day of "09/5/2024", "9-5-2024" or "ngày 09 tháng 5 năm 2024".

    Refuses (`text.date`) other writings and days that the calendar does not have.
    """
    shown = text.strip()
    found = _NUMERIC_DATE.fullmatch(shown) or _WORDED_DATE.fullmatch(shown)
    if found is None:
        raise Refusal("text.date", text=text)
    day, month, year = map(int, found.groups())
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise Refusal("text.date", text=text) from None
