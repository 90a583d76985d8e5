"""Intake: registers 01 and 02, a judgment typed in, who is known already, which agency is competent (L08
Đ28–31, 35; L25 Đ32–34).
"""

from collections import Counter
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.rules.competence import competence_hint
from thads.enforcement.cases.rules.listings import Page
from thads.enforcement.cases.rules.pages import DutyLine, JudgmentPage
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.vocabulary import Initiation, PartyRole, RequestStatus
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.interfaces.web.acting import Sheet, act_on
from thads.interfaces.web.choosing import page_number, typed
from thads.interfaces.web.deadline_story import story_of
from thads.interfaces.web.fields import Choice, DayField, PlainForm
from thads.interfaces.web.intake_forms import (
    FIRST_DUTIES,
    FIRST_PARTIES,
    BornField,
    DutyLines,
    JudgmentForm,
    LinesField,
    PartyLines,
    duties_of,
    parties_of,
)
from thads.interfaces.web.paging import PAGE_SIZE, Pages
from thads.interfaces.web.screens import OfficerRequest, Screen, screen
from thads.kernel.refusals import Refusal

GET_POST = ["GET", "POST"]
TRANSITION_FROM = date(2026, 1, 1)
"""From this day the registers offer the review of the switch: half a year to prepare it."""


# --------------------------------------------------------------------------- the two registers


@screen(Screen.INTAKE)
def judgments(request: OfficerRequest) -> HttpResponse:
    """Show register 01, what waits for a decision first when asked."""
    text, waiting = typed(request, "q"), request.GET.get("waiting") == "1"
    page = Page(page_number(request), PAGE_SIZE)
    listing = queries.judgments(request.viewer, text=text, waiting=waiting, page=page)
    return render(request, "web/judgments.html", _register(request, listing, text, waiting))


@screen(Screen.INTAKE)
def requests(request: OfficerRequest) -> HttpResponse:
    """Show register 02, what waits for an answer first when asked."""
    text, waiting = typed(request, "q"), request.GET.get("waiting") == "1"
    status = RequestStatus.RECEIVED if waiting else None
    listing = queries.requests(
        request.viewer, text=text, status=status, page=Page(page_number(request), PAGE_SIZE)
    )
    return render(request, "web/requests.html", _register(request, listing, text, waiting))


def _register(request: OfficerRequest, listing: Any, text: str, waiting: bool) -> dict[str, object]:
    viewer = request.viewer
    lines = [(row, story_of(row.due, on=viewer.on) if row.due else None) for row in listing.rows]
    return {
        "lines": lines,
        "pages": Pages(listing.page.number, listing.total, listing.page.length),
        "q": text,
        "waiting": waiting,
        "narrowed": bool(text or waiting),
        "may_receive": bool(agencies_for(viewer, "cases.receive_judgment")),
        "offers_transition": viewer.on >= TRANSITION_FROM,
    }


# --------------------------------------------------------------------------- a judgment received


@screen(Screen.INTAKE)
@require_http_methods(GET_POST)
def new_judgment(request: OfficerRequest) -> HttpResponse:
    """Show the form of a judgment, or enter it; whatever is refused, everything typed stays."""
    viewer = request.viewer
    agencies = agencies_for(viewer, "cases.receive_judgment")
    if not agencies:
        for post in viewer.posts:
            rights.check_may(viewer, "cases.receive_judgment", agency=post.agency)
    given = request.POST or None
    courts = known_courts(viewer)
    form = JudgmentForm(given, agencies=agencies, courts=courts, today=viewer.on)
    parties = PartyLines(given, prefix="parties", initial=None if given else FIRST_PARTIES)
    duties = DutyLines(given, prefix="duties", initial=None if given else FIRST_DUTIES)
    if request.method == "POST" and all([form.is_valid(), parties.is_valid(), duties.is_valid()]):
        details = parties_of(parties)
        try:
            found = actions.receive_judgment(
                viewer=viewer, parties=details, duties=duties_of(duties, details), **form.arguments()
            )
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Đã nhận bản án vào sổ.")
            return HttpResponseRedirect(reverse("web:judgment", args=(found,)))
    shown = {"form": form, "parties": parties, "duties": duties, "courts": courts}
    return render(request, "web/judgment_form.html", shown, status=422 if request.method == "POST" else 200)


def known_courts(viewer: Viewer) -> list[str]:
    """Return the courts whose judgments came last, the most frequent first: to choose instead of typing."""
    recent = queries.judgments(viewer, page=Page(1, RECENT_JUDGMENTS)).rows
    return [court for court, _ in Counter(row.court for row in recent).most_common()]


RECENT_JUDGMENTS = 50


@screen(Screen.INTAKE)
def same_parties(request: OfficerRequest) -> HttpResponse:
    """Show at once in which cases the person being typed in stands already, the surest first."""
    prefix = typed(request, "line", 40)
    name, id_number = typed(request, f"{prefix}-name"), typed(request, f"{prefix}-id_number", 32)
    long_enough = len(name) >= SHORTEST_NAME or len(id_number) >= SHORTEST_ID
    party = PartyDetails(
        PartyRole.DEBTOR, name, typed(request, f"{prefix}-address"), id_number,
        born=_born(typed(request, f"{prefix}-born", 10)),
    )  # fmt: skip
    known = queries.known_parties(request.viewer, party) if long_enough else ()
    return render(request, "web/parts/same_parties.html", {"known": known, "name": name})


def _born(written: str) -> str:
    """Return a birth date being typed as the register holds it, empty while it cannot be read."""
    try:
        return str(BornField(required=False).clean(written))
    except ValidationError:
        return ""


@screen(Screen.INTAKE)
def competence(request: OfficerRequest) -> HttpResponse:
    """Say at once which agency is competent for a judgment of the court being typed in."""
    tree = organisation.agency_tree(on=request.viewer.on)
    agency = typed(request, "agency", 32)
    hint = None
    if agency in tree:
        hint = competence_hint(typed(request, "court"), tree[agency].kind, on=request.viewer.on)
    return render(request, "web/parts/competence.html", {"hint": hint})


SHORTEST_NAME = 5
SHORTEST_ID = 9


# --------------------------------------------------------------------------- one judgment


@screen(Screen.INTAKE)
def judgment(request: OfficerRequest, judgment_id: UUID) -> HttpResponse:
    """Show a judgment with its duties and what became of each."""
    page = queries.judgment_page(request.viewer, judgment_id)
    return render(request, "web/judgment.html", _judgment_shown(request.viewer, page))


def _judgment_shown(viewer: Viewer, page: JudgmentPage) -> dict[str, object]:
    agency = page.row.agency
    waiting = [row for row in page.requests if row.status is RequestStatus.RECEIVED]
    waits = bool(decidable(page))
    return {
        "page": page,
        "row": page.row,
        "story": story_of(page.row.due, on=viewer.on) if page.row.due else None,
        "ex_officio": decidable(page),
        "requestable": requestable(page),
        "proposed": queries.propose_decisions(viewer, page.row.judgment_id, on=viewer.on) if waits else (),
        "may_record": rights.may(viewer, "cases.record_papers", agency=agency),
        "together": len(waiting) > 1,
        "requests": [(row, story_of(row.due, on=viewer.on) if row.due else None) for row in page.requests],
        "waiting_requests": waiting,
        "may_decide": rights.may(viewer, "cases.issue_ex_officio", agency=agency),
        "may_decide_request": rights.may(viewer, "cases.issue_on_request", agency=agency),
        "may_request": rights.may(viewer, "cases.receive_request", agency=agency),
        "total": sum(duty.amount for duty in page.duties),
    }


def decidable(page: JudgmentPage) -> list[DutyLine]:
    """Return the duties that wait for an ex officio decision."""
    return [one for one in page.duties if one.initiation is Initiation.EX_OFFICIO and one.is_free]


def requestable(page: JudgmentPage) -> list[DutyLine]:
    """Return the duties that may be requested now."""
    return [one for one in page.duties if one.initiation is Initiation.ON_REQUEST and one.is_free]


class PapersForm(PlainForm):
    """Further papers of a judgment."""

    on = DayField(label="Ngày nhận thêm")
    papers = LinesField(label="Biên bản, tài liệu, mỗi dòng một tên", lines=2, max_length=2000)
    still_awaits = forms.BooleanField(label="Còn chờ tài liệu khác", required=False)

    beside = {
        "cases.received_in_future": "on",
        "cases.received_before_issued": "on",
        "cases.papers_needed": "papers",
    }


class CourtNoticeForm(PlainForm):
    """The notice to the court that a judgment sent by post has come."""

    on = DayField(label="Ngày thông báo")

    beside = {"cases.received_in_future": "on", "cases.received_before_issued": "on"}


@screen(Screen.INTAKE)
@require_http_methods(GET_POST)
def record_papers(request: OfficerRequest, judgment_id: UUID) -> HttpResponse:
    """Enter the papers that were awaited."""
    viewer = request.viewer
    page = queries.judgment_page(viewer, judgment_id)
    rights.check_may(viewer, "cases.record_papers", agency=page.row.agency)
    form = PapersForm(request.POST or None, initial={"on": viewer.on}, auto_id="papers-%s")
    form.fields["papers"].widget.attrs["data-first"] = ""

    def enter() -> str:
        actions.record_papers(viewer=viewer, judgment_id=judgment_id, **form.cleaned_data)
        return "Đã ghi tài liệu nhận thêm."

    return act_on(request, form, enter, sheet_of(page, "Nhận thêm tài liệu", "Ghi", key="papers"))


@screen(Screen.INTAKE)
@require_http_methods(GET_POST)
def tell_court(request: OfficerRequest, judgment_id: UUID) -> HttpResponse:
    """Record the written notice to the court."""
    viewer = request.viewer
    page = queries.judgment_page(viewer, judgment_id)
    rights.check_may(viewer, "cases.tell_court", agency=page.row.agency)
    form = CourtNoticeForm(request.POST or None, initial={"on": viewer.on}, auto_id="court-notice-%s")
    form.fields["on"].widget.attrs["data-first"] = ""

    def enter() -> str:
        actions.tell_court(viewer=viewer, judgment_id=judgment_id, on=form.cleaned_data["on"])
        return "Đã ghi thông báo cho Tòa án."

    title = "Thông báo cho Tòa án về việc nhận bản án"
    return act_on(request, form, enter, sheet_of(page, title, "Ghi", key="court-notice"))


def sheet_of(page: JudgmentPage, title: str, button: str, *, key: str) -> Sheet:
    """Return what stands around a form of a judgment's page."""
    row = page.row
    about = f"Bản án số {row.number} ngày {row.issued_on:%d/%m/%Y} · {row.court}"
    return Sheet(title, button, key, reverse("web:judgment", args=(row.judgment_id,)), about)


def agencies_for(viewer: Viewer, verb: str) -> list[Choice]:
    """Return the agencies at which the person may do the verb, his own first."""
    tree = organisation.agency_tree(on=viewer.on)
    own = [post.agency for post in viewer.posts]
    codes = [code for code in tree.agencies if rights.may(viewer, verb, agency=code)]
    return [(code, tree[code].name) for code in sorted(codes, key=lambda code: (code not in own, code))]


urlpatterns = [
    path("tiep-nhan/", judgments, name="intake"),
    path("tiep-nhan/yeu-cau/", requests, name="requests"),
    path("tiep-nhan/ban-an/moi/", new_judgment, name="new_judgment"),
    path("tiep-nhan/duong-su/", same_parties, name="same_parties"),
    path("tiep-nhan/tham-quyen/", competence, name="competence"),
    path("tiep-nhan/ban-an/<uuid:judgment_id>/", judgment, name="judgment"),
    path("tiep-nhan/ban-an/<uuid:judgment_id>/tai-lieu/", record_papers, name="record_papers"),
    path("tiep-nhan/ban-an/<uuid:judgment_id>/thong-bao-toa-an/", tell_court, name="tell_court"),
]
