"""How a deadline came about, told step by step: start, rule, article, days counted, days off, pauses, the
end, and both ends when it straddles two laws.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from thads.enforcement.deadlines.rules.calendar import ONE_DAY, OfficeCalendar, weekday, written
from thads.enforcement.deadlines.rules.deriving import Deadline, Doubt, Rolled
from thads.enforcement.deadlines.rules.due_items import Due, explained
from thads.law import LAW, Unit

__all__ = ["SOON_DAYS", "DeadlineStory", "story_of", "weekday"]

SOON_DAYS = 7
"""A deadline that ends within a week is due soon."""


@dataclass(frozen=True, slots=True)
class DeadlineStory:
    """A deadline with the sentences that explain it; `urgency` is late, soon or later.

    `whose` is told when somebody else must act; `other` is the end under the other law, when it differs.
    """

    due: Due
    days_left: int
    urgency: str
    weekday: str
    sentences: Sequence[str]
    is_derived: bool
    whose: str = ""
    other: date | None = None


def story_of(due: Due, *, on: date, calendar: OfficeCalendar | None = None) -> DeadlineStory:
    """Tell how the deadline came about, as seen on the day, by the calendar of the office."""
    left = due.days_left(on)
    urgency = "late" if left < 0 else "soon" if left <= SOON_DAYS else "later"
    deadline = explained(due, calendar=calendar)
    other = deadline.alternative.due_on if deadline.alternative else None
    return DeadlineStory(
        due, left, urgency, weekday(due.due_on), list(_sentences(due, deadline)),
        deadline.certainty.value != "stated", LAW.label(due.body) if due.body else "", other,
    )  # fmt: skip


def _sentences(due: Due, deadline: Deadline) -> Iterator[str]:
    yield _start(deadline)
    yield f"Thời hạn {_length(deadline)} theo {deadline.basis}{_noted(deadline)}."
    if due.is_fixed and due.due_on != deadline.due_on:
        yield f"Văn bản đã ghi thời hạn đến hết ngày {written(due.due_on)}."
        return
    yield from _days_off(deadline)
    yield from _pauses(deadline)
    yield from _unannounced(deadline)
    yield from _doubt(deadline)
    if due.certainty != "stated" and deadline.doubt is None:
        yield "Văn bản không nêu rõ thời hạn này; đây là cách hiểu của phần mềm."


def _start(deadline: Deadline) -> str:
    start = f"{weekday(deadline.counted_from)} {written(deadline.counted_from)}"
    if deadline.is_backward:
        return f"Tính ngược từ {start}, ngày của sự kiện không tính (BLDS Đ147.2)."
    if deadline.due_at is not None:
        return f"Tính từ thời điểm xảy ra sự kiện {start} (BLDS Đ147.1)."
    return f"Tính từ {start}, ngày xảy ra sự kiện không tính (BLDS Đ147.2)."


def _length(deadline: Deadline) -> str:
    return f"ít nhất {deadline.length_words} trước đó" if deadline.is_backward else deadline.length_words


def _noted(deadline: Deadline) -> str:
    return f" ({deadline.note})" if deadline.note else ""


def _days_off(deadline: Deadline) -> Iterator[str]:
    """Say which days off were left out of working days, or moved the end of other periods."""
    if deadline.unit is Unit.WORKING_DAY:
        yield from _left_out(deadline)
    elif deadline.rolled is not Rolled.NOT:
        off = f"{weekday(deadline.raw_end)} {written(deadline.raw_end)}"
        end = f"{weekday(deadline.due_on)} {written(deadline.due_on)}"
        if deadline.rolled is Rolled.BEFORE_DAY_OFF:
            yield f"Ngày tính được rơi vào {off} là ngày nghỉ, nên phải làm chậm nhất {end}."
        else:
            yield f"Ngày cuối rơi vào {off} là ngày nghỉ, nên chuyển sang {end} (BLDS Đ148.5)."
    named = [f"{written(one.on)}: {one.name}" for one in deadline.days_off if one.is_holiday]
    if named:
        yield f"Ngày nghỉ lễ đã gặp: {'; '.join(named)}."


def _left_out(deadline: Deadline) -> Iterator[str]:
    off = deadline.days_off
    holidays = [written(one.on) for one in off if one.is_holiday]
    if not off:
        return
    told = f"Không tính {len(off)} ngày nghỉ"
    yield f"{told}, trong đó nghỉ lễ: {', '.join(holidays)}." if holidays else f"{told} cuối tuần."


def _pauses(deadline: Deadline) -> Iterator[str]:
    for pause in deadline.pauses:
        last = written(pause.end - ONE_DAY)
        yield f"Không tính thời gian {pause.reason.lower()} từ {written(pause.start)} đến hết {last}."
    if deadline.paused_days:
        yield f"Ngày cuối lùi lại vì {deadline.paused_days} ngày không tính."


def _unannounced(deadline: Deadline) -> Iterator[str]:
    for year in deadline.unannounced:
        yield f"Chưa có thông báo hoán đổi ngày nghỉ của năm {year}; ngày cuối có thể thay đổi."


def _doubt(deadline: Deadline) -> Iterator[str]:
    """Tell both ends of a deadline that straddles two laws, and that no text says which holds."""
    if deadline.doubt is None:
        return
    begun = "Thời hạn bắt đầu trước và kết thúc sau ngày 01/7/2026; văn bản chưa quy định áp dụng luật nào."
    if deadline.doubt is Doubt.OTHER_LAW_SILENT:
        yield f"{begun} Luật mới không còn quy định thời hạn này; phần mềm tính theo luật của ngày bắt đầu."
    elif deadline.alternative is not None:
        other = deadline.alternative
        told = f"{begun} Phần mềm tính theo luật của ngày bắt đầu: đến {written(deadline.due_on)}."
        by_other = f"Theo luật mới ({other.length_words}, {other.basis}): đến {written(other.due_on)}"
        yield f"{told} {by_other}; nên làm xong trước ngày sớm hơn."
