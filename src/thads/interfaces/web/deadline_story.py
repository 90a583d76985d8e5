"""How a deadline came about, told step by step: start, rule, article, days counted, days off, rolled end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from thads.enforcement.cases.rules.dues import Due
from thads.enforcement.cases.rules.working_days import calendar_around
from thads.kernel.calendar import add_months
from thads.kernel.refusals import Refusal
from thads.law import LAW, Ruling, Unit

SOON_DAYS = 7
"""A deadline that ends within a week is due soon."""

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DeadlineStory:
    """A deadline with the sentences that explain it; `urgency` is late, soon or later."""

    due: Due
    days_left: int
    urgency: str
    weekday: str
    sentences: Sequence[str]


def story_of(due: Due, *, on: date) -> DeadlineStory:
    """Tell how the deadline came about, as seen on the day."""
    left = due.days_left(on)
    urgency = "late" if left < 0 else "soon" if left <= SOON_DAYS else "later"
    return DeadlineStory(due, left, urgency, weekday(due.due_on), _sentences(due))


def weekday(day: date) -> str:
    """Return the Vietnamese name of the weekday."""
    return _WEEKDAYS[day.weekday()]


def _sentences(due: Due) -> list[str]:
    start = f"{weekday(due.counted_from)} {_written(due.counted_from)}"
    told = [f"Tính từ {start}, ngày xảy ra sự kiện không tính (BLDS Đ147.2)."]
    ruling = _ruling(due)
    told.append(f"Thời hạn {due.length} theo {due.basis}.")
    if ruling is not None:
        told.extend(_days_off(due, ruling))
    if due.certainty != "stated":
        told.append("Văn bản không nêu rõ thời hạn này; đây là cách hiểu của phần mềm.")
    return told


def _ruling(due: Due) -> Ruling | None:
    try:
        return LAW.value(due.key, on=due.counted_from)
    except Refusal:
        return None


def _days_off(due: Due, ruling: Ruling) -> list[str]:
    """Say which days off were left out of working days, or moved the end of other periods."""
    if ruling.unit is Unit.WORKING_DAY:
        return _left_out(due)
    raw = _raw_end(due, ruling)
    if raw is None or raw == due.due_on:
        return []
    off, end = f"{weekday(raw)} {_written(raw)}", f"{weekday(due.due_on)} {_written(due.due_on)}"
    return [f"Ngày cuối rơi vào {off} là ngày nghỉ, nên chuyển sang {end} (BLDS Đ148.5)."]


def _left_out(due: Due) -> list[str]:
    calendar = calendar_around(due.counted_from.year)
    span = (due.counted_from + _ONE_DAY * n for n in range(1, (due.due_on - due.counted_from).days))
    off = [day for day in span if not calendar.is_working(day)]
    holidays = [_written(day) for day in off if day.weekday() < 5]
    if not off:
        return []
    told = f"Không tính {len(off)} ngày nghỉ"
    return [f"{told}, trong đó nghỉ lễ: {', '.join(holidays)}." if holidays else f"{told} cuối tuần."]


def _raw_end(due: Due, ruling: Ruling) -> date | None:
    """Return the end before it was moved off a day off; None where the unit has none."""
    length = int(str(ruling.value))
    match ruling.unit:
        case Unit.DAY:
            return due.counted_from + _ONE_DAY * length
        case Unit.MONTH:
            return add_months(due.counted_from, length)
        case Unit.YEAR:
            return add_months(due.counted_from, 12 * length)
        case _:
            return None


def _written(day: date) -> str:
    return day.strftime("%d/%m/%Y")
