"""Rows of the room as values and back: one place says how a due becomes columns."""

from datetime import date

from thads.enforcement.deadlines.models import DueItem as DueRow
from thads.enforcement.deadlines.models import Holiday
from thads.enforcement.deadlines.rules.calendar import HolidayKind, LocalHoliday
from thads.enforcement.deadlines.rules.deriving import Pause
from thads.enforcement.deadlines.rules.due_items import Due, DueItem, DueSubject, made
from thads.law import LAW


def as_local(row: Holiday) -> LocalHoliday:
    """Return days added to a calendar as a value."""
    return LocalHoliday(HolidayKind(row.kind), row.valid_from, row.valid_to, row.reason, row.basis)


def as_item(row: DueRow) -> DueItem:
    """Return a row as what is due: words and article from the law, the last day as derived when written."""
    return DueItem(DueSubject(row.subject), row.subject_id, row.number, row.agency, row.person, _due(row))


def row_of(item: DueItem) -> DueRow:
    """Return what is due as a row not yet saved."""
    one = item.due
    return DueRow(
        subject=item.subject.value, subject_id=item.subject_id, number=item.number, agency=item.agency,
        person=item.person, role=one.role.value, key=one.key, trigger=one.trigger, title=own_title(one),
        counted_from=one.counted_from, law_of=one.law_of, due_on=one.due_on, is_fixed=one.is_fixed,
        shown_from=one.shown_from or FIRST_DAY, shown_to=one.shown_to, pauses=written_pauses(one.pauses),
    )  # fmt: skip


FIRST_DAY = date(1945, 9, 2)
"""Shown from the beginning: earlier than any case."""

COMPARED = (
    "subject", "number", "agency", "person", "role", "title", "counted_from", "law_of", "due_on", "is_fixed",
    "shown_from", "shown_to", "pauses",
)  # fmt: skip
"""What a row says besides its identity."""


def identity(row: DueRow) -> tuple[str, str]:
    """Return by which rule and trigger an item of a subject is known."""
    return row.key, row.trigger


def own_title(one: Due) -> str:
    """Return a title that is not the rule's own words, else nothing."""
    return "" if one.title == LAW.timeline(one.key).vi else one.title


def written_pauses(pauses: tuple[Pause, ...]) -> list[list[str]]:
    """Write pauses as they are kept."""
    return [[pause.start.isoformat(), pause.end.isoformat(), pause.reason] for pause in pauses]


def read_pauses(written: list[list[str]]) -> tuple[Pause, ...]:
    """Read pauses back."""
    return tuple(
        Pause(date.fromisoformat(start), date.fromisoformat(end), reason) for start, end, reason in written
    )


def _due(row: DueRow) -> Due:
    """Return the due as the law words it; the last day is the row's, which knows the office's calendar."""
    return made(
        row.key, start=row.counted_from, title=row.title, trigger=row.trigger,
        pauses=read_pauses(row.pauses), law_of=row.law_of, due_on=row.due_on, is_fixed=row.is_fixed,
        shown_from=None if row.shown_from == FIRST_DAY else row.shown_from, shown_to=row.shown_to,
    )  # fmt: skip
