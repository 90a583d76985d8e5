"""A person's due dates in his own calendar (RFC 5545): a secret address, opened and closed by himself.

The address is shown once; only its hash is kept. Whoever has it reads, without a sign-in, what is due and on
which case, and nothing of the parties.
"""

import hashlib
import secrets
from datetime import UTC, datetime, time, timedelta
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from icalendar import Alarm, Calendar, Event

from thads.enforcement.deadlines import actions, queries
from thads.enforcement.deadlines.rules.due_items import DueBoard, DueItem
from thads.foundation.organisation import queries as organisation
from thads.interfaces import clock
from thads.interfaces.web.due_items import address_of
from thads.interfaces.web.screens import OfficerRequest, Screen, screen
from thads.law import LAW

AHEAD = timedelta(days=90)
"""How far ahead a calendar reads."""

REMIND = timedelta(hours=-16)
"""A reminder at 8 o'clock of the day before: days of a calendar begin at midnight."""

MAX_AGE = 900
"""Seconds for which a calendar program may keep what it read."""


@screen(Screen.DUES)
@require_http_methods(["GET", "HEAD", "POST"])
def calendar_page(request: OfficerRequest) -> HttpResponse:
    """Tell whether the person has a calendar address; open a new one, which is shown this once."""
    address = ""
    if request.method == "POST":
        token = secrets.token_urlsafe(32)
        actions.open_calendar_feed(viewer=request.viewer, feed_id=uuid4(), token_hash=_hash(token))
        address = request.build_absolute_uri(reverse("web:calendar_feed", args=(token,)))
    given = {"feed": queries.calendar_feed(request.viewer), "address": address}
    return render(request, "web/calendar_feed.html", given)


@screen(Screen.DUES)
@require_POST
def revoke(request: OfficerRequest) -> HttpResponse:
    """Close the person's calendar address for good."""
    actions.revoke_calendar_feed(viewer=request.viewer)
    messages.success(request, "Đã thu hồi địa chỉ lịch; địa chỉ cũ không đọc được nữa.")
    return HttpResponseRedirect(reverse("web:calendar"))


@require_safe
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    """Answer a calendar program with what is due to the owner of the address; not found for any other."""
    owner = queries.feed_owner(_hash(token))
    if owner is None:
        raise Http404
    user_id, _row = owner
    viewer = organisation.viewer_for(user_id, at=clock.now(), on=clock.today())
    board = queries.due_items(viewer, on=viewer.on, until=viewer.on + AHEAD)
    body = written_calendar(board, base=request.build_absolute_uri("/").rstrip("/"))
    etag = quote_etag(hashlib.sha256(body).hexdigest())
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer["ETag"] = etag
    answer["Cache-Control"] = f"private, max-age={MAX_AGE}"
    answer["X-Robots-Tag"] = "noindex"
    return get_conditional_response(request, etag=etag, response=answer) or answer


def written_calendar(board: DueBoard, *, base: str) -> bytes:
    """Write what is due as a calendar: whole days, each with a reminder on the day before."""
    calendar = Calendar()
    calendar.add("prodid", "-//thads//han viec//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Hạn việc thi hành án")
    calendar.add("x-published-ttl", "PT1H")
    for share in board.shares:
        for item in share.items:
            calendar.add_component(_event(item, base))
    return bytes(calendar.to_ical())


def _event(item: DueItem, base: str) -> Event:
    one = item.due
    summary = f"Hạn: {one.title}, {LAW.label(item.subject).lower()} {item.number}"
    event = Event()
    event.add("uid", f"{item.subject_id}.{_hash(f'{one.key} {one.trigger}')[:24]}@thads")
    event.add("dtstamp", datetime.combine(one.counted_from, time(0), tzinfo=UTC))
    event.add("dtstart", one.due_on)
    event.add("dtend", one.due_on + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", f"Thời hạn {one.length}. Căn cứ: {LAW.cite(one.basis)}.")
    event.add("url", f"{base}{address_of(item)}")
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(summary))
    return event


def _alarm(summary: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", REMIND)
    return alarm


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


urlpatterns = [
    path("han-viec/lich/", calendar_page, name="calendar"),
    path("han-viec/lich/thu-hoi/", revoke, name="revoke_calendar"),
    path("lich/<str:token>.ics", calendar_feed, name="calendar_feed"),
]
