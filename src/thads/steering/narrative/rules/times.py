"""Which reporting period a figure speaks of, and dates and periods that cannot be.

The statistics year runs from 1 October to 30 September and every period is cumulative (TT05/2024
Đ5, Đ7): "9 tháng đầu năm 2024" is FY2024/9M, "quý I năm 2024" FY2024/3M, "tính đến ngày 31/3/2024"
FY2024/6M, "tháng 4 năm 2025" the seven months that end with it, "năm 2019" FY2019/12M.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from thads.steering.narrative.rules.reading import Reading

DATE = re.compile(
    r"(?<![\d/.,])(?P<d>\d{1,2})\s?[/.-]\s?(?P<m>\d{1,2})\s?[/.-]\s?(?P<y>(?:19|20)\d{2})(?![\d])"
    r"|ngày\s+(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})(?:\s+năm\s+(?P<y2>\d{4}))?"
    r"|(?:ngày|chiều|sáng|tối|hôm)\s+(?P<d3>\d{1,2})\s?[/-]\s?(?P<m3>\d{1,2})(?![\d/%-]|[.,]\d)"
)
_MONTH_WORDS = {"ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11}
_MONTHS = re.compile(
    r"(?P<n>\d{1,3}|\b(?:ba|bốn|sáu|bảy|tám|chín|mười|mười một))\s+tháng(?!\s+(?:còn lại|cuối|tới|tiếp"
    r"|trước|trở|kể|tù|giam|lương|\d))"
    r"(?:\s+đầu)?(?:\s*,?\s*(?:của\s+)?năm(?:\s+công tác|\s+báo cáo|\s+thống kê)?\s+(?P<y>(?:19|20)\d{2}))?"
    r"(?P<slash>\s?/\s?(?P<y2>(?:19|20)\d{2}))?"
)
_QUARTER = re.compile(
    r"quý\s+(?P<q>iv|iii|ii|i|v|vi|[1-9])\b(?:\s*[/,-]?\s*(?:năm(?:\s+công tác)?\s*)?(?P<y>(?:19|20)\d{2}))?"
)
_HALF = re.compile(r"(?:6|06|sáu)\s+tháng\s+(?:đầu|cuối)\s+năm")
_MONTH = re.compile(
    r"(?<!\d )(?<!\d)tháng\s+(?P<th>thứ\s+)?(?P<m>\d{1,2})(?:\s*[/-]\s*(?P<y>(?:19|20)\d{2})"
    r"|\s+năm(?:\s+công tác)?\s+(?P<y2>(?:19|20)\d{2}))"
)
_YEAR = re.compile(
    r"(?:năm(?:\s+công tác|\s+báo cáo|\s+thống kê)?)\s+(?P<y>(?:19|20)\d{2})"
    r"(?P<range>\s*(?:-|đến|và|,)\s*(?:năm\s+)?(?:19|20)\d{2})?"
)
_UNTIL = re.compile(r"(?:đến|hết|tới|tính đến)\s+(?:hết\s+)?(?:ngày\s+)?$")
_FROM = re.compile(r"từ\s+(?:ngày\s+)?$")

_COMPARED = re.compile(r"(?:cùng kỳ|so với|so|với|năm trước|kể từ|từ|trước|của|kỳ)\s*(?:của\s+)?(?:các\s+)?$")
_SAME_PERIOD = re.compile(r"cùng kỳ(?: của)?\s*(?:\(?)$")
_PLANNED_WORD = re.compile(
    r"phương hướng|nhiệm vụ|kế hoạch|chương trình|triển khai|thời gian tới|tiếp tục|phấn đấu|đề ra|mục tiêu"
    r"|chỉ tiêu|giao(?! ban)|dự kiến|chuẩn bị"
)
_REPORTED_WORD = re.compile(r"kết quả|tổng kết|sơ kết|đã |giao ban")
_MOVED_ON = re.compile(
    r"(?:chuyển|phát sinh|mới|tồn|thuộc|án|việc|đơn|sang|quyết định|luật|số|bổ sung|sửa đổi|ban hành|hiến "
    r"pháp|thành lập|nghị quyết)\s*(?:mới\s*)?(?:trong\s*)?$"
)
_IN_DATE = re.compile(r"tháng\s+\d{1,2}\s*$|còn lại của\s*$|\btừ đầu\s*$")
_CARRIED = re.compile(r"\s*(?:chuyển|sang|trở về trước)")


class Said(StrEnum):
    """How a period is mentioned."""

    REPORTED = "reported"
    PLANNED = "planned"
    COMPARED = "compared"


@dataclass(frozen=True, slots=True)
class Time:
    """A mention of a period in the even text."""

    start: int
    end: int
    year: int | None
    months: int | None
    said: Said


@dataclass(frozen=True, slots=True)
class Impossible:
    """A date or a period that cannot be, with what is the matter."""

    start: int
    end: int
    code: str
    written: str
    fault: str


def mentions(reading: Reading) -> list[Time]:
    """All periods mentioned, in the order of the text; comparisons and plans are marked as such."""
    plain = reading.plain
    found = [*_cut_offs(plain), *_months(plain), *_quarters(plain), *_single_months(plain), *_years(plain)]
    kept: list[Time] = []
    for time in sorted(found, key=lambda time: (time.start, -time.end)):
        if not kept or time.start >= kept[-1].end:
            kept.append(time)
    return kept


def impossible(reading: Reading) -> Iterator[Impossible]:
    """Dates that no calendar has and periods that no year has."""
    for found in DATE.finditer(reading.plain):
        day, month, year = _date_parts(found)
        if not _exists(day, month, year):
            yield Impossible(*found.span(), "date.impossible", found[0], _day_fault(day, month, year))
    for found in _MONTHS.finditer(reading.plain):
        counted = _counted(found["n"])
        if counted > 12 and (found["y"] or found["y2"] or " đầu" in found[0]):
            yield Impossible(*found.span(), "period.impossible", found[0].strip(), "một năm chỉ có 12 tháng")
    for found in _QUARTER.finditer(reading.plain):
        if _quarter(found["q"]) > 4 and found["y"]:
            yield Impossible(*found.span(), "period.impossible", found[0].strip(), "một năm chỉ có 4 quý")
    for found in _MONTH.finditer(reading.plain):
        if not 1 <= int(found["m"]) <= 12:
            yield Impossible(*found.span(), "period.impossible", found[0].strip(), "một năm chỉ có 12 tháng")


def period_of_day(day: int, month: int, year: int) -> tuple[int, int]:
    """The statistics year and the cumulative months that end with the month of a day."""
    return year + (month >= 10), (month - 10) % 12 + 1


def _date_parts(found: re.Match[str]) -> tuple[int, int, int | None]:
    day = int(found["d"] or found["d2"] or found["d3"])
    month = int(found["m"] or found["m2"] or found["m3"])
    year = found["y"] or found["y2"]
    return day, month, int(year) if year else None


def _exists(day: int, month: int, year: int | None) -> bool:
    if not 1 <= month <= 12 or day < 1:
        return False
    return day <= calendar.monthrange(year or 2024, month)[1]


def _day_fault(day: int, month: int, year: int | None) -> str:
    if not 1 <= month <= 12:
        return f"không có tháng {month}"
    last = calendar.monthrange(year or 2024, month)[1]
    return f"tháng {month}{f' năm {year}' if year else ''} chỉ có {last} ngày"


def _before(plain: str, start: int, reach: int = 80) -> str:
    return plain[max(0, start - reach) : start]


_WILL = re.compile(r"[^.;\n]{0,60}\bsẽ\b")


def _said(plain: str, start: int, end: int | None = None) -> Said:
    before = _before(plain, start)
    if end is not None and _WILL.match(plain, end):
        return Said.PLANNED
    if _COMPARED.search(before) and not before.endswith(("trong của ", "kết quả của ")):
        return Said.COMPARED
    if _last(_PLANNED_WORD, before) > _last(_REPORTED_WORD, before):
        return Said.PLANNED
    return Said.REPORTED


def _last(pattern: re.Pattern[str], before: str) -> int:
    """Where the pattern is found last in the clause before a mention; -1 when nowhere."""
    clause = re.split(r"[.;\n]", before)[-1][-64:]
    return max((found.start() for found in pattern.finditer(clause)), default=-1)


def _cut_offs(plain: str) -> Iterator[Time]:
    """ "từ ngày 01/10/2024 đến ngày 30/4/2025", "tính đến ngày 31/3/2024": the day closes the period."""
    for found in DATE.finditer(plain):
        day, month, year = _date_parts(found)
        if (
            year is None
            or not _exists(day, month, year)
            or not _UNTIL.search(_before(plain, found.start(), 24))
        ):
            continue
        closes = "tính đến" in _before(plain, found.start(), 24)
        if day >= 28 or closes or _FROM.search(_before(plain, found.start(), 60).split("đến")[0][-12:]):
            yield Time(found.start(), found.end(), *period_of_day(day, month, year), Said.REPORTED)


def _months(plain: str) -> Iterator[Time]:
    for found in _MONTHS.finditer(plain):
        year = found["y"] or found["y2"]
        counted = _counted(found["n"])
        dated = re.search(r"(?:ngày\s+|/\s?)$", _before(plain, found.start(), 8))
        if 1 <= counted <= 12 and not dated and (year or " đầu" in found[0] or counted in (3, 6, 9, 10, 11)):
            before = _before(plain, found.start(), 30)
            said = Said.COMPARED if _COMPARED.search(before) and "trong" not in before[-8:] else Said.REPORTED
            yield Time(found.start(), found.end(), int(year) if year else None, counted, said)


def _counted(written: str) -> int:
    return _MONTH_WORDS.get(written) or int(written)


def _quarter(written: str) -> int:
    return {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}.get(written) or int(written)


def _quarters(plain: str) -> Iterator[Time]:
    for found in _QUARTER.finditer(plain):
        quarter = _quarter(found["q"])
        if quarter <= 4 and found["y"]:
            said = _said(plain, found.start(), found.end())
            yield Time(found.start(), found.end(), int(found["y"]), quarter * 3, said)


def _single_months(plain: str) -> Iterator[Time]:
    for found in _MONTH.finditer(plain):
        month, year = int(found["m"]), int(found["y"] or found["y2"])
        if not 1 <= month <= 12 or re.search(
            r"(?:\d{1,2}|đầu|cuối|giữa|đến)\s*$", _before(plain, found.start(), 5)
        ):
            continue
        period = (year, month) if found["th"] else period_of_day(1, month, year)
        yield Time(found.start(), found.end(), *period, _said(plain, found.start()))


def _years(plain: str) -> Iterator[Time]:
    for found in _YEAR.finditer(plain):
        before, after = _before(plain, found.start()), plain[found.end() : found.end() + 24]
        if found["range"] or _MOVED_ON.search(before) or _CARRIED.match(after) or _IN_DATE.search(before):
            continue
        yield Time(found.start(), found.end(), int(found["y"]), None, _said(plain, found.start()))
