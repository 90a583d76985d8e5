"""Reading what is due and the calendars of offices. Every question is narrowed to the agencies in sight."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Case, Count, Q, QuerySet, Value, When

from thads.enforcement.deadlines.models import CalendarFeed, DueItem, Holiday
from thads.enforcement.deadlines.rows import as_item, as_local
from thads.enforcement.deadlines.rules import due_items as values
from thads.enforcement.deadlines.rules.calendar import ONE_DAY, HolidayKind, OfficeCalendar, office_calendar
from thads.enforcement.deadlines.rules.due_items import (
    Due,
    DueBoard,
    DueShare,
    DueSubject,
    PersonCount,
    Urgency,
)
from thads.enforcement.deadlines.rules.duties import DueRole
from thads.enforcement.deadlines.rules.rights import HEADS, OVERSEERS
from thads.foundation.access.rules.viewer import Role, Viewer
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.rules.agencies import AgencyKind, AgencyTree
from thads.kernel.refusals import Refusal

MOST_SHOWN = 200
"""Items of each urgency that a board shows; it counts all."""

ROLES_OF: Mapping[DueRole, frozenset[Role]] = {
    DueRole.HEAD: HEADS,
    DueRole.CLERK: frozenset({Role.CLERK}),
    DueRole.ACCOUNTANT: frozenset({Role.ACCOUNTANT}),
}
"""Posts to which an item belongs that is nobody's own."""


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """Days added to an office's calendar; `ended_on` when they were taken back."""

    holiday_id: UUID
    agency: str
    kind: HolidayKind
    valid_from: date
    valid_to: date
    reason: str
    basis: str
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A person's calendar address: since when it is open; the address itself is known to him alone."""

    feed_id: UUID
    opened_at: datetime


def due_items(
    viewer: Viewer, *, on: date, until: date | None = None, person: str = "", unit: str = ""
) -> DueBoard:
    """Return what is due up to `until`, by urgency as of a day: the viewer's own, one person's, a unit's.

    A unit's comes with counts per person. Refuses what is due to others to whoever does not oversee them.
    """
    found = _shown(on).filter(_whose(viewer, person, unit))
    if until is not None:
        found = found.filter(due_on__lte=until)
    people = _people(found, on)
    shares = [_share(found, urgency, on, sum(one.counts[urgency] for one in people)) for urgency in Urgency]
    return DueBoard(on, shares, people if unit else ())


def dues_of_subjects(
    viewer: Viewer, subject_ids: Iterable[UUID], *, on: date
) -> Mapping[UUID, tuple[Due, ...]]:
    """Return what is due on each of these subjects in sight on the day, the most urgent first."""
    rows = _shown(on).filter(subject_id__in=list(subject_ids), agency__in=viewer.sight)
    by_subject = defaultdict[UUID, list[Due]](list)
    for row in rows.order_by("due_on", "key", "trigger"):
        by_subject[row.subject_id].append(as_item(row).due)
    return {subject: tuple(dues) for subject, dues in by_subject.items()}


def kept_items(
    viewer: Viewer | None, subject: DueSubject, subject_ids: Iterable[UUID]
) -> Mapping[UUID, list[values.DueItem]]:
    """Return the rows kept of these subjects, shown today or not, to be held against their derivation."""
    rows = DueItem.objects.filter(subject=subject.value, subject_id__in=list(subject_ids))
    if viewer is not None:
        rows = rows.filter(agency__in=viewer.sight)
    kept = defaultdict[UUID, list[values.DueItem]](list)
    for row in rows:
        kept[row.subject_id].append(as_item(row))
    return kept


def late_subjects(viewer: Viewer, *, on: date) -> QuerySet[DueItem, UUID]:
    """Return the subjects in sight with something past its last day on the day, to be asked within another
    question.
    """
    late = _shown(on).filter(due_on__lt=on, agency__in=viewer.sight)
    return late.order_by().values_list("subject_id", flat=True)


def office_calendar_of(viewer: Viewer, agency: str) -> OfficeCalendar:
    """Return the calendar of an agency: the country's, with the days it and its superiors have added."""
    return calendars_of(viewer, [agency])[agency]


def calendars_of(viewer: Viewer | None, agencies: Iterable[str]) -> Mapping[str, OfficeCalendar]:
    """Return the calendars of several agencies, as they lie under one another today; two questions.

    Without a viewer, as they lay when the last of the days was added.
    """
    rows = list(Holiday.objects.filter(ended_on__isnull=True).order_by("valid_from", "id"))
    if not rows:
        return dict.fromkeys(agencies, office_calendar())
    tree = organisation.agency_tree(on=rows[-1].valid_from if viewer is None else viewer.on)
    return {agency: _calendar(rows, _with_those_above(tree, agency)) for agency in agencies}


def _calendar(rows: Sequence[Holiday], agencies: Sequence[str]) -> OfficeCalendar:
    """Return the calendar that the rows of an agency and those above it make; the nearest speaks last."""
    local = sorted(
        (row for row in rows if row.agency in agencies), key=lambda row: -agencies.index(row.agency)
    )
    return office_calendar(tuple(as_local(row) for row in local))


def _with_those_above(tree: AgencyTree, code: str) -> Sequence[str]:
    """Return an agency and those above it, the nearest first."""
    found = [code]
    while code in tree and (above := tree[code].parent) is not None and above not in found:
        found.append(above)
        code = above
    return found


def holidays(viewer: Viewer) -> Sequence[HolidayRow]:
    """Return the days added by the agencies in sight and by those above them, the latest first."""
    tree = organisation.agency_tree(on=viewer.on)
    above = {code for agency in viewer.sight for code in _with_those_above(tree, agency)}
    rows = Holiday.objects.filter(agency__in=above | viewer.sight).order_by("-valid_from", "-id")
    return [
        HolidayRow(
            row.uuid, row.agency, HolidayKind(row.kind), row.valid_from, row.valid_to, row.reason, row.basis,
            row.ended_on,
        )
        for row in rows
    ]  # fmt: skip


def calendar_feed(viewer: Viewer) -> FeedRow | None:
    """Return the viewer's own calendar address that is in use, None when there is none."""
    row = CalendarFeed.objects.filter(user_id=viewer.user_id, revoked_at__isnull=True).first()
    return None if row is None else FeedRow(row.uuid, row.opened_at)


def feed_owner(token_hash: str) -> tuple[int, FeedRow] | None:
    """Return whose calendar address has this hash; None when unknown, or it or the account is closed."""
    row = CalendarFeed.objects.filter(
        token_hash=token_hash, revoked_at__isnull=True, user__is_active=True
    ).first()
    return None if row is None else (row.user_id, FeedRow(row.uuid, row.opened_at))


def _shown(on: date) -> QuerySet[DueItem]:
    return DueItem.objects.filter(Q(shown_to__isnull=True) | Q(shown_to__gt=on), shown_from__lte=on)


def _whose(viewer: Viewer, person: str, unit: str) -> Q:
    if person and person not in viewer.staff_codes:
        _check_oversees(viewer, unit)
    if unit:
        _check_oversees(viewer, unit)
        agencies = organisation.agency_tree(on=viewer.on).reach(unit) & viewer.sight
        return Q(agency__in=agencies) & (_of_person(person) if person else Q())
    if person:
        return Q(agency__in=viewer.sight) & _of_person(person)
    return _own(viewer)


def _of_person(person: str) -> Q:
    return Q(person=person) & ~Q(role__in=[role.value for role in ROLES_OF])


def _own(viewer: Viewer) -> Q:
    """Return the viewer's own: of his cases as bailiff, and what waits for his posts."""
    own = Q(agency__in=viewer.sight, person__in=viewer.staff_codes) & ~Q(
        role__in=[role.value for role in ROLES_OF]
    )
    tree = organisation.agency_tree(on=viewer.on)
    for role, posts in ROLES_OF.items():
        held = {post.agency for post in viewer.posts if post.role in posts}
        if held:
            own |= Q(agency__in=held | _rooms_of(tree, held), role=role.value)
    return own


def _rooms_of(tree: AgencyTree, agencies: Iterable[str]) -> set[str]:
    """Return the rooms of operations of these agencies: their papers are the agency's."""
    rooms = AgencyKind.OPERATIONS_ROOM
    return {one.code for code in agencies for one in tree.children(code) if one.kind is rooms}


def _check_oversees(viewer: Viewer, unit: str) -> None:
    if unit and not viewer.sees(unit):
        raise Refusal("access.not_in_sight", name=viewer.name)
    held = viewer.roles_at(unit) if unit else frozenset(post.role for post in viewer.posts)
    if not held & OVERSEERS:
        raise Refusal("deadlines.not_your_unit", name=viewer.name)


def _share(found: QuerySet[DueItem], urgency: Urgency, on: date, total: int) -> DueShare:
    if not total:
        return DueShare(urgency, (), 0)
    order = ("due_on", "id")
    chosen = found.filter(_within(urgency, on)).order_by(*order).values_list("id", flat=True)[:MOST_SHOWN]
    rows = DueItem.objects.filter(id__in=list(chosen)).order_by(*order)
    return DueShare(urgency, [as_item(row) for row in rows], total)


def _within(urgency: Urgency, on: date) -> Q:
    soon, following = values.urgency_bounds(on)
    return {
        Urgency.LATE: Q(due_on__lt=on),
        Urgency.TODAY: Q(due_on=on),
        Urgency.SOON: Q(due_on__gt=on, due_on__lte=soon),
        Urgency.NEXT: Q(due_on__gt=soon, due_on__lte=following),
        Urgency.LATER: Q(due_on__gt=following),
    }[urgency]


def _people(found: QuerySet[DueItem], on: date) -> Sequence[PersonCount]:
    """Return the counts of each person, those with most late first; one question whatever there is."""
    soon, following = values.urgency_bounds(on)
    bounds = ((on, Urgency.LATE), (on + ONE_DAY, Urgency.TODAY), (soon + ONE_DAY, Urgency.SOON))
    urgency = Case(
        *(When(due_on__lt=end, then=Value(one.value)) for end, one in bounds),
        When(due_on__lte=following, then=Value(Urgency.NEXT.value)),
        default=Value(Urgency.LATER.value),
    )
    grouped = found.order_by().values("person", urgency=urgency).annotate(items=Count("pk"))
    counts: dict[str, dict[Urgency, int]] = {}
    for row in grouped:
        own = counts.setdefault(row["person"], dict.fromkeys(Urgency, 0))
        own[Urgency(row["urgency"])] = row["items"]
    names = organisation.staff_names()
    people = [PersonCount(person, names.get(person, ""), own) for person, own in counts.items()]
    return sorted(people, key=lambda one: (-one.counts[Urgency.LATE], -one.total, one.person))
