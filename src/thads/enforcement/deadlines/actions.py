"""Writing of this room: days added to a calendar, calendar addresses, and the projection of what is due.

The projection is written by the acts of upper rooms, inside their own transaction: `replace_due_items` when a
subject has changed, `write_due_items` when many come in. It is never an act of a person.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q

from thads.enforcement.deadlines.models import CalendarFeed, DueItem, Holiday
from thads.enforcement.deadlines.queries import calendars_of, office_calendar_of
from thads.enforcement.deadlines.rows import COMPARED, as_item, identity, row_of
from thads.enforcement.deadlines.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.deadlines.rules.calendar import HolidayKind
from thads.enforcement.deadlines.rules.due_items import DueItem as DueValue
from thads.enforcement.deadlines.rules.due_items import DueSubject, recounted
from thads.enforcement.deadlines.rules.local_days import check_holiday
from thads.foundation.access.door import action
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.kernel.refusals import Refusal

PORTION = 2_000
"""Rows written at once."""


@action("deadlines.add_holiday")
def add_holiday(
    *,
    viewer: Viewer,
    agency: str,
    kind: HolidayKind,
    valid_from: date,
    valid_to: date,
    reason: str,
    basis: str = "",
) -> UUID:
    """Add days off, or days off that are worked, to the calendar of an agency and those below; counts what is
    due there anew (BLDS Đ148.5).

    `valid_to` is the day after the last. Refuses days that are none, too many, or that are so already.
    """
    rights.check_may(viewer, "deadlines.add_holiday", agency=agency)
    calendar = office_calendar_of(viewer, agency)
    check_holiday(kind, valid_from, valid_to, reason=reason, calendar=calendar)
    row = Holiday.objects.create(
        agency=agency, kind=kind.value, valid_from=valid_from, valid_to=valid_to, reason=reason.strip(),
        basis=basis.strip(),
    )  # fmt: skip
    _recount(viewer, agency, valid_from)
    return row.uuid


@action("deadlines.end_holiday")
def end_holiday(*, viewer: Viewer, holiday_id: UUID, on: date) -> UUID:
    """Take days added to a calendar back; counts what is due there anew. Refuses days taken back already."""
    row = Holiday.objects.select_for_update().filter(uuid=holiday_id, agency__in=viewer.sight).first()
    if row is None:
        raise Refusal("deadlines.holiday_unknown", name=viewer.name)
    rights.check_may(viewer, "deadlines.end_holiday", agency=row.agency)
    if row.ended_on is not None:
        raise Refusal("deadlines.holiday_ended", on=row.ended_on)
    row.ended_on = on
    row.save(update_fields=["ended_on"])
    _recount(viewer, row.agency, row.valid_from)
    return row.uuid


@action("deadlines.open_calendar_feed")
def open_calendar_feed(*, viewer: Viewer, feed_id: UUID, token_hash: str) -> UUID:
    """Open a calendar address of the viewer's own; an address he had before stops working.

    Takes the hash of a secret that only he is told; refuses somebody without a post.
    """
    _check_feed(viewer, "deadlines.open_calendar_feed")
    _close_feeds(viewer)
    CalendarFeed.objects.create(
        uuid=feed_id, user_id=viewer.user_id, token_hash=token_hash, opened_at=viewer.at
    )
    return feed_id


@action("deadlines.revoke_calendar_feed")
def revoke_calendar_feed(*, viewer: Viewer) -> UUID:
    """Close the viewer's calendar address for good; refuses when there is none in use."""
    _check_feed(viewer, "deadlines.revoke_calendar_feed")
    feed = CalendarFeed.objects.filter(user_id=viewer.user_id, revoked_at__isnull=True).first()
    if feed is None:
        raise Refusal("deadlines.feed_none", name=viewer.name)
    _close_feeds(viewer)
    return feed.uuid


def replace_due_items(
    *, viewer: Viewer, subject: DueSubject, subject_id: UUID, items: Iterable[DueValue]
) -> int:
    """Let what is due on a subject be these items and no others; returns how many rows changed."""
    kept = DueItem.objects.filter(subject=subject.value, subject_id=subject_id)
    rows = {identity(row): row for row in kept}
    fresh: list[DueItem] = []
    changed: list[DueItem] = []
    for wanted in (row_of(item) for item in items):
        row = rows.pop(identity(wanted), None)
        if row is None:
            fresh.append(wanted)
        elif _adapted(row, wanted):
            changed.append(row)
    if rows:
        DueItem.objects.filter(pk__in=[row.pk for row in rows.values()]).delete()
    DueItem.objects.bulk_update(changed, COMPARED)
    DueItem.objects.bulk_create(fresh)
    return len(rows) + len(changed) + len(fresh)


def write_due_items(*, viewer: Viewer, items: Iterable[DueValue]) -> int:
    """Write what is due on subjects that had nothing yet; returns how many rows."""
    return len(DueItem.objects.bulk_create((row_of(item) for item in items), batch_size=PORTION))


def forget_due_items(*, viewer: Viewer, subjects: Iterable[DueSubject]) -> int:
    """Drop what is due on all such subjects in sight, before it is written anew; returns how many rows."""
    kinds = [subject.value for subject in subjects]
    gone, _by_table = DueItem.objects.filter(agency__in=viewer.sight, subject__in=kinds).delete()
    return gone


def _adapted(row: DueItem, wanted: DueItem) -> bool:
    """Let a row say what is wanted; say whether it changed."""
    is_changed = False
    for name in COMPARED:
        if getattr(row, name) != getattr(wanted, name):
            setattr(row, name, getattr(wanted, name))
            is_changed = True
    return is_changed


def _recount(viewer: Viewer, agency: str, since: date) -> None:
    """Count anew what ends on or after a day, or is counted back from one, at an agency and those below."""
    reach = organisation.agency_tree(on=viewer.on).reach(agency)
    rows = DueItem.objects.filter(agency__in=reach, is_fixed=False).filter(
        Q(due_on__gte=since) | Q(counted_from__gte=since)
    )
    calendars = calendars_of(viewer, sorted(reach))
    for portion in _portions(rows.order_by("pk").iterator(chunk_size=PORTION)):
        moved = []
        for row in portion:
            item = as_item(row)
            wanted = row_of(recounted(item, calendars[row.agency]))
            if _adapted(row, wanted):
                moved.append(row)
        DueItem.objects.bulk_update(moved, COMPARED, batch_size=PORTION)


def _portions(rows: Iterator[DueItem]) -> Iterator[Sequence[DueItem]]:
    portion: list[DueItem] = []
    for row in rows:
        portion.append(row)
        if len(portion) == PORTION:
            yield portion
            portion = []
    yield portion


def _check_feed(viewer: Viewer, verb: str) -> None:
    if not viewer.posts:
        raise Refusal("deadlines.feed_no_post", name=viewer.name)
    rights.check_may(viewer, verb, agency=viewer.posts[0].agency)


def _close_feeds(viewer: Viewer) -> None:
    CalendarFeed.objects.filter(user_id=viewer.user_id, revoked_at__isnull=True).update(revoked_at=viewer.at)
