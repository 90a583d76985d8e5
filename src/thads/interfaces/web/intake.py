"""Intake: registers 01 and 02, judgments and requests received, the decisions that open cases."""

from collections import Counter
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.rules.listings import Page
from thads.enforcement.cases.rules.pages import DutyLine, JudgmentPage, RequestRow
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.vocabulary import Initiation, JudgmentKind, PartyRole, RequestStatus
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.interfaces.web.acting import Sheet, act_on
from thads.interfaces.web.choosing import page_number, typed
from thads.interfaces.web.deadline_story import story_of
from thads.interfaces.web.fields import Choice, PlainForm
from thads.interfaces.web.intake_forms import (
    FIRST_DUTIES,
    FIRST_PARTIES,
    DecisionForm,
    DutyLines,
    JudgmentForm,
    PartyLines,
    RefusalForm,
    RequestForm,
    duties_of,
    parties_of,
)
from thads.interfaces.web.paging import PAGE_SIZE, Pages
from thads.interfaces.web.screens import OfficerRequest, Screen, screen
from thads.kernel.refusals import Refusal
from thads.law import LAW

GET_POST = ["GET", "POST"]


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
                viewer=viewer, parties=details, duties=duties_of(duties, details), **_entered(form)
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


def _entered(form: JudgmentForm) -> dict[str, Any]:
    return {**form.cleaned_data, "kind": JudgmentKind(form.cleaned_data["kind"])}


@screen(Screen.INTAKE)
def same_parties(request: OfficerRequest) -> HttpResponse:
    """Show at once which cases the person being typed in stands in already."""
    prefix = typed(request, "line", 40)
    name, id_number = typed(request, f"{prefix}-name"), typed(request, f"{prefix}-id_number", 32)
    long_enough = len(name) >= SHORTEST_NAME or len(id_number) >= SHORTEST_ID
    party = PartyDetails(PartyRole.DEBTOR, name, id_number=id_number)
    rows = queries.same_parties(request.viewer, parties=(party,)) if long_enough else ()
    return render(request, "web/parts/same_parties.html", {"rows": rows, "name": name})


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
    return {
        "page": page,
        "row": page.row,
        "story": story_of(page.row.due, on=viewer.on) if page.row.due else None,
        "ex_officio": decidable(page),
        "requestable": requestable(page),
        "requests": [(row, story_of(row.due, on=viewer.on) if row.due else None) for row in page.requests],
        "waiting_requests": waiting,
        "may_decide": rights.may(viewer, "cases.issue_ex_officio", agency=agency),
        "may_request": rights.may(viewer, "cases.receive_request", agency=agency),
        "total": sum(duty.amount for duty in page.duties),
    }


def decidable(page: JudgmentPage) -> list[DutyLine]:
    """Return the duties that wait for an ex officio decision."""
    return [one for one in page.duties if one.initiation is Initiation.EX_OFFICIO and one.case_id is None]


def requestable(page: JudgmentPage) -> list[DutyLine]:
    """Return the duties that may be requested now."""
    free = (one for one in page.duties if one.initiation is Initiation.ON_REQUEST)
    return [one for one in free if one.case_id is None and one.request_id is None]


@screen(Screen.INTAKE)
@require_http_methods(GET_POST)
def new_request(request: OfficerRequest, judgment_id: UUID) -> HttpResponse:
    """Enter a request for some duties of the judgment."""
    viewer = request.viewer
    page = queries.judgment_page(viewer, judgment_id)
    rights.check_may(viewer, "cases.receive_request", agency=page.row.agency)
    duties = requestable(page)
    creditors = {one.creditor for one in duties if one.creditor}
    requester = creditors.pop() if len(creditors) == 1 else ""
    form = RequestForm(request.POST or None, duties=duties, requester=requester, today=viewer.on)

    def enter() -> str:
        given = form.cleaned_data
        actions.receive_request(
            viewer=viewer,
            judgment_id=judgment_id,
            requester=given["requester"],
            requested_on=given["requested_on"],
            received_on=given["received_on"],
            duty_nos=form.duty_nos(),
            content=given["content"],
        )
        return "Đã nhận yêu cầu thi hành án vào sổ."

    return _act_on(request, form, enter, page, "Nhận yêu cầu thi hành án", "Nhận yêu cầu", key="request")


@screen(Screen.INTAKE)
@require_http_methods(GET_POST)
def decide_ex_officio(request: OfficerRequest, judgment_id: UUID) -> HttpResponse:
    """Issue an enforcement decision ex officio; the next page is the new case."""
    viewer = request.viewer
    page = queries.judgment_page(viewer, judgment_id)
    rights.check_may(viewer, "cases.issue_ex_officio", agency=page.row.agency)
    form = DecisionForm(
        request.POST or None,
        today=viewer.on,
        duties=decidable(page),
        bailiffs=_bailiffs(viewer, page.row.agency),
        grounds=LAW.grounds("ex_officio", on=viewer.on),
        key="ex-officio",
    )

    def issue() -> UUID:
        given = form.cleaned_data
        return actions.issue_ex_officio(
            viewer=viewer,
            judgment_id=judgment_id,
            on=given["on"],
            duty_nos=form.duty_nos(),
            bailiff=given["bailiff"],
            ground=given.get("ground", ""),
            flags=form.flags_chosen(),
        )

    return _act_on(
        request, form, issue, page, "Ra quyết định thi hành án chủ động", "Ra quyết định", key="ex-officio"
    )


@screen(Screen.INTAKE)
@require_http_methods(GET_POST)
def decide_on_request(request: OfficerRequest, judgment_id: UUID, request_id: UUID) -> HttpResponse:
    """Issue an enforcement decision on a request; the next page is the new case."""
    viewer = request.viewer
    page, row = _with_request(viewer, judgment_id, request_id)
    rights.check_may(viewer, "cases.issue_on_request", agency=page.row.agency)
    form = DecisionForm(
        request.POST or None,
        today=viewer.on,
        bailiffs=_bailiffs(viewer, page.row.agency),
        late=True,
        key=f"decision-{row.request_id}",
    )

    def issue() -> UUID:
        given = form.cleaned_data
        return actions.issue_on_request(
            viewer=viewer,
            request_id=request_id,
            on=given["on"],
            bailiff=given["bailiff"],
            flags=form.flags_chosen(),
            obstacle=given.get("obstacle", ""),
        )

    title = f"Ra quyết định thi hành án theo yêu cầu của {row.requester}"
    return _act_on(request, form, issue, page, title, "Ra quyết định", key=f"decision-{request_id}")


@screen(Screen.INTAKE)
@require_http_methods(GET_POST)
def refuse_request(request: OfficerRequest, judgment_id: UUID, request_id: UUID) -> HttpResponse:
    """Refuse a request on a listed ground."""
    viewer = request.viewer
    page, row = _with_request(viewer, judgment_id, request_id)
    rights.check_may(viewer, "cases.refuse_request", agency=page.row.agency)
    grounds = LAW.grounds("request_refusal", on=viewer.on)
    form = RefusalForm(request.POST or None, grounds=grounds, today=viewer.on)

    def refuse() -> str:
        given = form.cleaned_data
        actions.refuse_request(viewer=viewer, request_id=request_id, ground=given["ground"], on=given["on"])
        return "Đã ghi từ chối yêu cầu."

    title = f"Từ chối yêu cầu của {row.requester}"
    return _act_on(request, form, refuse, page, title, "Từ chối yêu cầu", key=f"refusal-{request_id}")


def _with_request(viewer: Viewer, judgment_id: UUID, request_id: UUID) -> tuple[JudgmentPage, RequestRow]:
    page = queries.judgment_page(viewer, judgment_id)
    for row in page.requests:
        if row.request_id == request_id:
            return page, row
    raise Refusal("cases.request_not_found", name=viewer.name)


def _act_on(
    request: OfficerRequest,
    form: PlainForm,
    act: Callable[[], UUID | str],
    page: JudgmentPage,
    title: str,
    button: str,
    *,
    key: str,
) -> HttpResponse:
    """Show a form of the judgment's page or do what it asks; a new case is opened, a sentence is said."""
    row = page.row
    about = f"Bản án số {row.number} ngày {row.issued_on:%d/%m/%Y} · {row.court}"
    back = reverse("web:judgment", args=(row.judgment_id,))
    return act_on(request, form, act, Sheet(title, button, key, back, about))


def agencies_for(viewer: Viewer, verb: str) -> list[Choice]:
    """Return the agencies at which the person may do the verb, his own first."""
    tree = organisation.agency_tree(on=viewer.on)
    own = [post.agency for post in viewer.posts]
    codes = [code for code in tree.agencies if rights.may(viewer, verb, agency=code)]
    return [(code, tree[code].name) for code in sorted(codes, key=lambda code: (code not in own, code))]


def _bailiffs(viewer: Viewer, agency: str) -> Any:
    return organisation.bailiffs(frozenset({agency}), on=viewer.on)


urlpatterns = [
    path("tiep-nhan/", judgments, name="intake"),
    path("tiep-nhan/yeu-cau/", requests, name="requests"),
    path("tiep-nhan/ban-an/moi/", new_judgment, name="new_judgment"),
    path("tiep-nhan/duong-su/", same_parties, name="same_parties"),
    path("tiep-nhan/ban-an/<uuid:judgment_id>/", judgment, name="judgment"),
    path("tiep-nhan/ban-an/<uuid:judgment_id>/yeu-cau/", new_request, name="new_request"),
    path("tiep-nhan/ban-an/<uuid:judgment_id>/quyet-dinh/", decide_ex_officio, name="decide_ex_officio"),
    path(
        "tiep-nhan/ban-an/<uuid:judgment_id>/yeu-cau/<uuid:request_id>/quyet-dinh/",
        decide_on_request,
        name="decide_on_request",
    ),
    path(
        "tiep-nhan/ban-an/<uuid:judgment_id>/yeu-cau/<uuid:request_id>/tu-choi/",
        refuse_request,
        name="refuse_request",
    ),
]
