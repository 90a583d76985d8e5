"""What is due, by urgency: to the person himself, to one of his unit, or in the whole unit with counts per
person. Each line opens what it is about and the act that answers it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from thads.enforcement.deadlines import queries
from thads.enforcement.deadlines.rules.calendar import OfficeCalendar
from thads.enforcement.deadlines.rules.due_items import DueBoard, DueItem, DueSubject, Urgency
from thads.enforcement.deadlines.rules.rights import OVERSEERS
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.interfaces.web.acts import ACTS
from thads.interfaces.web.choosing import typed
from thads.interfaces.web.deadline_story import DeadlineStory, story_of, weekday
from thads.interfaces.web.screens import OfficerRequest, Screen, roles_of, screen

ICONS: Mapping[Urgency, str] = {
    Urgency.LATE: "alert-circle",
    Urgency.TODAY: "alarm",
    Urgency.SOON: "alarm",
    Urgency.NEXT: "calendar-due",
    Urgency.LATER: "calendar-due",
}

PAGES: Mapping[DueSubject, str] = {
    DueSubject.CASE: "web:case",
    DueSubject.ACCOUNT: "web:account",
    DueSubject.JUDGMENT: "web:judgment",
    DueSubject.INCOMING: "web:incoming",
}
"""The page of what a line is about; a request stands in its register."""


@dataclass(frozen=True, slots=True)
class DueLine:
    """One line: what is due, told; where it is opened, where it is answered, whose it is."""

    item: DueItem
    story: DeadlineStory
    address: str
    answer: str
    whose: str


@dataclass(frozen=True, slots=True)
class DuePart:
    """The lines of one urgency, and how many there are beyond those shown."""

    urgency: Urgency
    icon: str
    lines: Sequence[DueLine]
    total: int


@screen(Screen.DUES)
def dues(request: OfficerRequest) -> HttpResponse:
    """Show what is due to the person; to whoever heads a unit, also to others there."""
    viewer = request.viewer
    unit, person = typed(request, "unit", 32), typed(request, "person", 32)
    board = queries.due_items(viewer, on=viewer.on, unit=unit, person=person)
    given = {
        "board": board,
        "parts": _parts(viewer, board),
        "weekday": weekday(viewer.on),
        "units": _units(viewer),
        "unit": unit,
        "person": person,
        "whose": organisation.staff_names().get(person, person),
        "feed": queries.calendar_feed(viewer),
    }
    return render(request, "web/due_items.html", given)


def _parts(viewer: Viewer, board: DueBoard) -> list[DuePart]:
    items = [item for share in board.shares for item in share.items]
    calendars = queries.calendars_of(viewer, {item.agency for item in items})
    names = organisation.staff_names()
    return [
        DuePart(
            share.urgency,
            ICONS[share.urgency],
            [_line(viewer, item, calendars[item.agency], names) for item in share.items],
            share.total,
        )
        for share in board.shares
    ]


def _line(viewer: Viewer, item: DueItem, calendar: OfficeCalendar, names: Mapping[str, str]) -> DueLine:
    story = story_of(item.due, on=viewer.on, calendar=calendar)
    return DueLine(item, story, address_of(item), _answer(item), names.get(item.person, item.person))


def address_of(item: DueItem) -> str:
    """Return where what an item is about is opened."""
    if item.subject in PAGES:
        return reverse(PAGES[item.subject], args=(item.subject_id,))
    return reverse("web:requests") if item.subject is DueSubject.REQUEST else reverse("web:dues")


def _answer(item: DueItem) -> str:
    """Return where the act that answers an item is done, empty when it has no form of its own."""
    verb = item.due.act.removeprefix("cases.")
    if item.subject is not DueSubject.CASE or verb not in ACTS:
        return ""
    return reverse("web:act", args=(item.subject_id, verb))


def _units(viewer: Viewer) -> list[tuple[str, str]]:
    """Return the units whose dues the person may see, by name; none for whoever sees only his own."""
    if not roles_of(viewer) & OVERSEERS:
        return []
    tree = organisation.agency_tree(on=viewer.on)
    overseen = {
        code for post in viewer.posts if post.role in OVERSEERS for code in post.reach if code in tree
    }
    return sorted(((code, tree[code].name) for code in overseen), key=lambda pair: pair[1])


urlpatterns = [path("han-viec/", dues, name="dues")]
