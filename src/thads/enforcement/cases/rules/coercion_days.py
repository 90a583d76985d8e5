"""On which days and at which hours nobody is coerced: nights, days off, around Tết, tradition days (L08
Đ46.2; N62 Đ13.2; L25 Đ72.5; N152 Đ42.2).
"""

import re
from datetime import date, time
from functools import lru_cache

from holidays import country_holidays

from thads.enforcement.deadlines.rules.calendar import OfficeCalendar, office_calendar
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Ruling

register_sentences(
    {
        "cases.coercion_on_day_off": "Ngày {on} là ngày nghỉ ({name}); không tổ chức cưỡng chế vào ngày "
        "nghỉ, ngày lễ.",
        "cases.coercion_at_night": "Không tổ chức cưỡng chế từ {until} đến {since} giờ hôm sau; giờ đã "
        "ghi: {begun_at}.",
        "cases.time_unreadable": "“{written}” không phải là giờ; hãy ghi giờ và phút, ví dụ 08:30.",
        "cases.coercion_around_new_year": "Ngày {on} nằm trong {days} ngày trước, sau Tết Nguyên đán "
        "({new_year}); không cưỡng chế có huy động lực lượng.",
        "cases.coercion_on_tradition_day": "Ngày {on} là ngày truyền thống của đối tượng chính sách; không "
        "cưỡng chế có huy động lực lượng đối với người phải thi hành án thuộc diện này.",
    }
)

_TIME = re.compile(r"([01]?\d|2[0-3])[:hg]([0-5]\d)?")
_NEW_YEAR = "Tết Nguyên Đán"


def check_day(
    on: date,
    *,
    is_forceful: bool,
    is_honoured: bool = False,
    begun_at: str = "",
    calendar: OfficeCalendar | None = None,
) -> None:
    """Refuse a day, or an hour of it when told, on which the law lets nobody be coerced."""
    off = (calendar or office_calendar()).day_off(on)
    if off is not None:
        raise Refusal("cases.coercion_on_day_off", basis=_hours(on).basis, on=on, name=off.name)
    if begun_at:
        _check_hour(on, begun_at)
    if is_forceful:
        _check_new_year(on)
        if is_honoured:
            _check_tradition(on)


def read_time(written: str) -> time:
    """Return the time of day as written: 8:30, 08h30, 8g; refuse what is none."""
    found = _TIME.fullmatch(written.strip().replace(" ", ""))
    if found is None:
        raise Refusal("cases.time_unreadable", written=written)
    return time(int(found[1]), int(found[2] or 0))


@lru_cache(maxsize=64)
def lunar_new_year(year: int) -> date:
    """Return the first day of the lunar year (mùng một Tết) that begins in a year."""
    days = country_holidays("VN", years=year, language="vi")
    return next(day for day, name in sorted(days.items()) if name == _NEW_YEAR)


def _hours(on: date) -> Ruling:
    return LAW.value("coercion.hours", on=on)


def _check_hour(on: date, begun_at: str) -> None:
    ruling = _hours(on)
    since, until = (read_time(str(one)) for one in _listed(ruling.value))
    if not since <= read_time(begun_at) < until:
        raise Refusal(
            "cases.coercion_at_night", basis=ruling.basis, begun_at=begun_at, since=f"{since:%H:%M}",
            until=f"{until:%H:%M}",
        )  # fmt: skip


def _check_new_year(on: date) -> None:
    ruling = LAW.timeline("coercion.days_around_new_year").find(on)
    if ruling is None:
        return
    days, new_year = int(str(ruling.value)), lunar_new_year(on.year)
    if abs((on - new_year).days) <= days:
        raise Refusal(
            "cases.coercion_around_new_year", basis=ruling.basis, on=on, days=days, new_year=new_year
        )


def _check_tradition(on: date) -> None:
    ruling = LAW.timeline("coercion.tradition_days").find(on)
    if ruling is not None and f"{on:%d/%m}" in tuple(map(str, _listed(ruling.value))):
        raise Refusal("cases.coercion_on_tradition_day", basis=ruling.basis, on=on)


def _listed(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)
