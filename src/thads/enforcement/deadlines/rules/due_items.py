"""What is due to somebody: a deadline with whose it is, since when it is shown, and what set it off.

An item is known by its subject, its rule and its trigger: the same fact never sets off the same rule twice.
It is independent of today; what changes with the law on a day is two items, each with the days it is shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from uuid import UUID

from thads.enforcement.deadlines.rules.calendar import ONE_DAY, OfficeCalendar, office_calendar
from thads.enforcement.deadlines.rules.deriving import Deadline, Pause, derive
from thads.enforcement.deadlines.rules.duties import DueRole, OutsideBody, duty_of

SOON_WORKING_DAYS = 3
NEXT_DAYS = 10


class DueSubject(StrEnum):
    """What an item is about; an account of money is that of its case and has its number."""

    CASE = "case"
    JUDGMENT = "judgment"
    REQUEST = "request"
    INCOMING = "incoming"
    ACCOUNT = "account"


class Urgency(StrEnum):
    """How soon something is due."""

    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    NEXT = "next"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline that reaches a desk: rule, words, the day it is counted from, the last day, article.

    `law_of`: the day whose law gives it; `trigger`: the fact that set it off, for its identity; it is shown
    from `shown_from` up to, not including, `shown_to`; `is_fixed`: another paper named the last day. Length
    is written: “3 ngày làm việc”.
    """

    key: str
    title: str
    counted_from: date
    due_on: date
    basis: str
    length: str
    certainty: str = "stated"
    role: DueRole = DueRole.BAILIFF
    body: OutsideBody | None = None
    act: str = ""
    trigger: str = ""
    law_of: date | None = None
    shown_from: date | None = None
    shown_to: date | None = None
    pauses: tuple[Pause, ...] = ()
    is_fixed: bool = False

    def is_shown(self, on: date) -> bool:
        """Say whether the item stands on desks on the day."""
        begun = self.shown_from is None or self.shown_from <= on
        return begun and (self.shown_to is None or on < self.shown_to)

    def is_overdue(self, on: date) -> bool:
        """Say whether the last day is past."""
        return self.due_on < on

    def days_left(self, on: date) -> int:
        """Return calendar days to the last day, negative when past."""
        return (self.due_on - on).days

    @property
    def is_for_head(self) -> bool:
        """Whether a head decides what is due; the bailiff of the case proposes it."""
        return self.role is DueRole.HEAD

    @property
    def is_waiting_time(self) -> bool:
        """Whether the time must be over before the act, rather than the act be done within it."""
        return duty_of(self.key).waits

    def waits_for_head(self, on: date) -> bool:
        """Say whether it is to be proposed to the head now: its ground has arisen, its time has come."""
        if self.is_waiting_time:
            return self.due_on <= on
        if self.key == "deferral.resumption":
            return self.counted_from < on
        return self.is_for_head


@dataclass(frozen=True, slots=True)
class DueItem:
    """A due of a subject: which, where, whose."""

    subject: DueSubject
    subject_id: UUID
    number: str
    agency: str
    person: str
    due: Due


@dataclass(frozen=True, slots=True)
class DueShare:
    """Items of one urgency: the first of them, and how many there are."""

    urgency: Urgency
    items: Sequence[DueItem]
    total: int


@dataclass(frozen=True, slots=True)
class PersonCount:
    """How much is due to one person of a unit, by urgency; `name` is empty for what is nobody's own."""

    person: str
    name: str
    counts: Mapping[Urgency, int]

    @property
    def total(self) -> int:
        """All that is due."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class DueBoard:
    """What is due to a person or in a unit, by urgency; `people` is told to whoever heads the unit."""

    on: date
    shares: Sequence[DueShare]
    people: Sequence[PersonCount]

    @property
    def total(self) -> int:
        """All that is due."""
        return sum(share.total for share in self.shares)


def due(key: str, *, start: date, title: str = "") -> Due:
    """Return what is due by a rule, counted from an event, under the law of the day of that event."""
    return made(key, start=start, title=title)


@lru_cache(maxsize=50_000)
def made(
    key: str,
    *,
    start: date,
    title: str = "",
    trigger: str = "",
    pauses: tuple[Pause, ...] = (),
    calendar: OfficeCalendar | None = None,
    law_of: date | None = None,
    due_on: date | None = None,
    is_fixed: bool = False,
    shown_from: date | None = None,
    shown_to: date | None = None,
) -> Due:
    """Return what is due by a rule to whom it belongs; `due_on` where the last day is known already.

    Pauses count only for what stands still with the enforcement; what lapses is shown until its last day.
    """
    duty = duty_of(key)
    pauses = pauses if duty.rests else ()
    deadline = derive(key, start=start, pauses=pauses, calendar=calendar, on=law_of)
    last = due_on or deadline.due_on
    return Due(
        key=key, title=title or deadline.title, counted_from=start, due_on=last, basis=deadline.basis,
        length=deadline.length_words, certainty=deadline.certainty.value, role=duty.role, body=duty.body,
        act=duty.act, trigger=trigger or f"{key}@{start}", law_of=law_of, shown_from=shown_from,
        shown_to=last + ONE_DAY if duty.lapses and shown_to is None else shown_to, pauses=deadline.pauses,
        is_fixed=is_fixed,
    )  # fmt: skip


def explained(one: Due, *, calendar: OfficeCalendar | None = None) -> Deadline:
    """Return the derivation behind what is due."""
    return derive(one.key, start=one.counted_from, pauses=one.pauses, calendar=calendar, on=one.law_of)


def urgency_of(due_on: date, *, on: date, calendar: OfficeCalendar | None = None) -> Urgency:
    """Return how soon a last day is: late, today, within three working days, within ten days, later."""
    soon, following = urgency_bounds(on, calendar=calendar)
    if due_on < on:
        return Urgency.LATE
    if due_on == on:
        return Urgency.TODAY
    if due_on <= soon:
        return Urgency.SOON
    return Urgency.NEXT if due_on <= following else Urgency.LATER


def urgency_bounds(on: date, *, calendar: OfficeCalendar | None = None) -> tuple[date, date]:
    """Return the last day that is soon, and the last that is next, as seen on a day."""
    calendar = calendar or office_calendar()
    soon = calendar.counting.after_working_days(on, SOON_WORKING_DAYS)
    return soon, max(soon, on + ONE_DAY * NEXT_DAYS)


def recounted(item: DueItem, calendar: OfficeCalendar) -> DueItem:
    """Return the item with its last day by another calendar; a day named by another paper stays."""
    one = item.due
    if one.is_fixed:
        return item
    lapses = duty_of(one.key).lapses
    return replace(
        item,
        due=made(
            one.key, start=one.counted_from, title=one.title, trigger=one.trigger, pauses=one.pauses,
            calendar=calendar, law_of=one.law_of, shown_from=one.shown_from,
            shown_to=None if lapses else one.shown_to,
        ),
    )  # fmt: skip
