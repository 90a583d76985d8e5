"""Requests of a judgment and the decisions that open cases: received, completed, refused, decided on one by
one or all at once (L08 Đ30–31, 36; N62 Đ4, 6–7; L25 Đ33–34; N152 Đ8–11).
"""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.rules.intake_pages import ProposedDecision
from thads.enforcement.cases.rules.pages import DutyLine, JudgmentPage, RequestRow
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.vocabulary import PartyRole
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.rules.agencies import AgencyKind
from thads.interfaces.web.acting import act_on
from thads.interfaces.web.decision_forms import (
    CompletionForm,
    DecisionForm,
    DecisionsForm,
    LimitationForm,
    RefusalForm,
    RequestForm,
)
from thads.interfaces.web.fields import Choice, DayField, PlainForm
from thads.interfaces.web.intake import GET_POST, decidable, requestable, sheet_of
from thads.interfaces.web.screens import OfficerRequest, Screen, is_fragment, screen
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal
from thads.law import LAW

# --------------------------------------------------------------------------- requests


@screen(Screen.INTAKE)
@require_http_methods(GET_POST)
def new_request(request: OfficerRequest, judgment_id: UUID) -> HttpResponse:
    """Enter a request for some duties of the judgment."""
    viewer = request.viewer
    page = queries.judgment_page(viewer, judgment_id)
    rights.check_may(viewer, "cases.receive_request", agency=page.row.agency)
    duties = requestable(page)
    form = RequestForm(
        request.POST or None,
        duties=duties,
        requester=_likely_requester(page, duties),
        judgment_kind=page.row.kind,
        today=viewer.on,
        competent=_competent(viewer, page.row.agency),
    )

    def enter() -> str:
        found = actions.receive_request(viewer=viewer, judgment_id=judgment_id, **form.arguments())
        return _received(queries.request_row(viewer, found))

    return _act(request, form, enter, page, "Nhận yêu cầu thi hành án", "Nhận yêu cầu", key="request")


def _likely_requester(page: JudgmentPage, duties: Sequence[DutyLine]) -> PartyDetails:
    """Return the one creditor of the duties as the judgment's entry knows him; nobody when there are
    several.
    """
    creditors = {one.creditor for one in duties if one.creditor}
    name = creditors.pop() if len(creditors) == 1 else ""
    return _known(page, name)


def _known(page: JudgmentPage, name: str) -> PartyDetails:
    named = (party for party in page.parties if fold(party.name) == fold(name))
    return next(named, PartyDetails(PartyRole.CREDITOR, name))


def _competent(viewer: Viewer, agency: str) -> list[Choice]:
    """Return the agencies in whose territory a private office may enforce; nothing for agencies of the
    State.
    """
    tree = organisation.agency_tree(on=viewer.on)
    if agency not in tree or tree[agency].kind is not AgencyKind.PRIVATE_OFFICE:
        return []
    kinds = {AgencyKind.PROVINCE, AgencyKind.AREA_ROOM, AgencyKind.DISTRICT}
    return sorted((one.code, one.name) for one in tree.agencies.values() if one.kind in kinds)


def _received(row: RequestRow) -> str:
    if row.missing:
        words = "; ".join(LAW.label(one).lower() for one in row.missing)
        return f"Đã nhận yêu cầu, phiếu nhận số {row.slip_no}. Chưa vào sổ, còn thiếu: {words}."
    slip = f", phiếu nhận số {row.slip_no}" if row.slip_no else ""
    return f"Đã nhận yêu cầu thi hành án vào sổ{slip}."


@screen(Screen.INTAKE)
@require_http_methods(GET_POST)
def ask_supplement(request: OfficerRequest, judgment_id: UUID, request_id: UUID) -> HttpResponse:
    """Record the notice that asks to complete a request."""
    viewer = request.viewer
    page, row = _with_request(viewer, judgment_id, request_id)
    rights.check_may(viewer, "cases.ask_supplement", agency=page.row.agency)
    form = DayForm(request.POST or None, initial={"on": viewer.on}, auto_id=f"supplement-{request_id}-%s")
    form.fields["on"].widget.attrs["data-first"] = ""

    def enter() -> str:
        actions.ask_supplement(viewer=viewer, request_id=request_id, on=form.cleaned_data["on"])
        return "Đã ghi thông báo sửa đổi, bổ sung yêu cầu."

    title = f"Thông báo cho {row.requester} sửa đổi, bổ sung yêu cầu"
    return _act(request, form, enter, page, title, "Ghi thông báo", key=f"supplement-{request_id}")


class DayForm(PlainForm):
    """Nothing but a day."""

    on = DayField(label="Ngày thông báo")

    beside = {"cases.received_in_future": "on", "cases.received_before_issued": "on"}


@screen(Screen.INTAKE)
@require_http_methods(GET_POST)
def complete_request(request: OfficerRequest, judgment_id: UUID, request_id: UUID) -> HttpResponse:
    """Complete a request and enter it in the register."""
    viewer = request.viewer
    page, row = _with_request(viewer, judgment_id, request_id)
    rights.check_may(viewer, "cases.complete_request", agency=page.row.agency)
    person = _known(page, row.requester)
    form = CompletionForm(request.POST or None, row=row, person=person, today=viewer.on)

    def enter() -> str:
        actions.complete_request(viewer=viewer, request_id=request_id, **form.arguments())
        return "Yêu cầu đã đủ nội dung, đã vào sổ nhận yêu cầu."

    title = f"Bổ sung yêu cầu của {row.requester}"
    return _act(request, form, enter, page, title, "Ghi vào sổ", key=f"completion-{request_id}")


@screen(Screen.INTAKE)
@require_http_methods(GET_POST)
def decide_limitation(request: OfficerRequest, judgment_id: UUID, request_id: UUID) -> HttpResponse:
    """Accept or not a request that comes after the limitation."""
    viewer = request.viewer
    page, row = _with_request(viewer, judgment_id, request_id)
    rights.check_may(viewer, "cases.decide_limitation", agency=page.row.agency)
    form = LimitationForm(request.POST or None, row=row, today=viewer.on)

    def decide() -> str:
        given = form.cleaned_data
        actions.decide_limitation(
            viewer=viewer,
            request_id=request_id,
            on=given["on"],
            is_accepted=given["is_accepted"] == "yes",
            ground=given["ground"],
            excluded=form.excluded(),
        )
        return "Đã ghi quyết định về việc yêu cầu quá hạn."

    title = f"Yêu cầu quá hạn của {row.requester}"
    return _act(request, form, decide, page, title, "Ra quyết định", key=f"limitation-{request_id}")


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
    return _act(request, form, refuse, page, title, "Từ chối yêu cầu", key=f"refusal-{request_id}")


# --------------------------------------------------------------------------- decisions


@screen(Screen.INTAKE)
@require_http_methods(GET_POST)
def decide_ex_officio(request: OfficerRequest, judgment_id: UUID) -> HttpResponse:
    """Issue the enforcement decision ex officio, or all that the law asks for; one case is opened at once."""
    viewer = request.viewer
    page = queries.judgment_page(viewer, judgment_id)
    rights.check_may(viewer, "cases.issue_ex_officio", agency=page.row.agency)
    proposed = queries.propose_decisions(viewer, judgment_id, on=viewer.on)
    if len(proposed) > 1 and "duty_nos" not in request.POST:
        return _several_ex_officio(request, page, proposed)
    likely = proposed[0] if proposed else None
    form = DecisionForm(
        request.POST or None,
        today=viewer.on,
        duties=likely.duties if likely and len(proposed) == 1 else decidable(page),
        loads=queries.bailiff_loads(viewer, page.row.agency, on=viewer.on),
        likely=likely.bailiff if likely else "",
        grounds=LAW.grounds("ex_officio", on=viewer.on),
        ground=likely.ground if likely else "",
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

    title = "Ra quyết định thi hành án chủ động"
    return _act(request, form, issue, page, title, "Ra quyết định", key="ex-officio")


def _several_ex_officio(
    request: OfficerRequest, page: JudgmentPage, proposed: Sequence[ProposedDecision]
) -> HttpResponse:
    """Show the decisions that the law asks for, or issue those ticked."""
    viewer = request.viewer
    grounds = LAW.grounds("ex_officio", on=viewer.on)
    loads = queries.bailiff_loads(viewer, page.row.agency, on=viewer.on)
    form = DecisionsForm(
        request.POST or None, proposed=proposed, loads=loads, grounds=grounds, today=viewer.on,
        key="ex-officio",
    )  # fmt: skip

    def issue() -> Sequence[UUID]:
        return actions.issue_decisions(
            viewer=viewer,
            judgment_id=page.row.judgment_id,
            on=form.cleaned_data["on"],
            decisions=form.choices(),
        )

    return _act_on_several(request, form, issue, page, "Ra quyết định thi hành án chủ động")


@screen(Screen.INTAKE)
@require_http_methods(GET_POST)
def decide_on_request(request: OfficerRequest, judgment_id: UUID, request_id: UUID) -> HttpResponse:
    """Issue an enforcement decision on a request; the next page is the new case."""
    viewer = request.viewer
    page, row = _with_request(viewer, judgment_id, request_id)
    rights.check_may(viewer, "cases.issue_on_request", agency=page.row.agency)
    proposed = queries.propose_on_requests(viewer, judgment_id, (request_id,), on=viewer.on)
    if len(proposed) > 1:
        return _on_requests(request, page, (request_id,), proposed, key=f"decision-{request_id}")
    duties = proposed[0].duties if proposed else ()
    only = duties[0] if len(duties) == 1 and duties[0].amount else None
    form = DecisionForm(
        request.POST or None,
        today=viewer.on,
        loads=queries.bailiff_loads(viewer, page.row.agency, on=viewer.on),
        likely=proposed[0].bailiff if proposed else "",
        late=row.limitation_on is None,
        pays=only is not None,
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
            paid=form.paid(only),
        )

    title = f"Ra quyết định thi hành án theo yêu cầu của {row.requester}"
    return _act(request, form, issue, page, title, "Ra quyết định", key=f"decision-{request_id}")


@screen(Screen.INTAKE)
@require_http_methods(GET_POST)
def decide_on_requests(request: OfficerRequest, judgment_id: UUID) -> HttpResponse:
    """Issue the decisions on all requests that wait on the judgment, as many as the law asks for."""
    viewer = request.viewer
    page = queries.judgment_page(viewer, judgment_id)
    rights.check_may(viewer, "cases.issue_on_requests", agency=page.row.agency)
    waiting = tuple(row.request_id for row in page.requests if row.status == "received")
    proposed = queries.propose_on_requests(viewer, judgment_id, waiting, on=viewer.on)
    return _on_requests(request, page, waiting, proposed, key="requests")


def _on_requests(
    request: OfficerRequest,
    page: JudgmentPage,
    request_ids: tuple[UUID, ...],
    proposed: Sequence[ProposedDecision],
    *,
    key: str,
) -> HttpResponse:
    viewer = request.viewer
    loads = queries.bailiff_loads(viewer, page.row.agency, on=viewer.on)
    likely = proposed[0].bailiff if proposed else ""
    form = DecisionForm(request.POST or None, today=viewer.on, loads=loads, likely=likely, key=key)

    def issue() -> Sequence[UUID]:
        given = form.cleaned_data
        return actions.issue_on_requests(
            viewer=viewer, request_ids=request_ids, on=given["on"], bailiff=given["bailiff"],
            flags=form.flags_chosen(),
        )  # fmt: skip

    title = "Ra quyết định thi hành án theo yêu cầu"
    return _act_on_several(request, form, issue, page, title, proposed=proposed, key=key)


def _with_request(viewer: Viewer, judgment_id: UUID, request_id: UUID) -> tuple[JudgmentPage, RequestRow]:
    page = queries.judgment_page(viewer, judgment_id)
    for row in page.requests:
        if row.request_id == request_id:
            return page, row
    raise Refusal("cases.request_not_found", name=viewer.name)


def _act(
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
    return act_on(request, form, act, sheet_of(page, title, button, key=key))


def _act_on_several(
    request: OfficerRequest,
    form: PlainForm,
    issue: Callable[[], Sequence[UUID]],
    page: JudgmentPage,
    title: str,
    *,
    proposed: Sequence[ProposedDecision] = (),
    key: str = "ex-officio",
) -> HttpResponse:
    """Show the decisions proposed or issue them; a single case is opened, several are shown on the
    judgment.
    """
    sheet = sheet_of(page, title, "Ra các quyết định", key=key)
    if request.method == "POST" and form.is_valid():
        try:
            cases = issue()
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return _opened(request, cases, sheet.back)
    template = "web/parts/decisions_sheet.html" if is_fragment(request) else "web/decisions.html"
    shown: dict[str, Any] = {"form": form, "sheet": sheet, "proposed": proposed}
    return render(request, template, shown, status=422 if form.errors else 200)


def _opened(request: OfficerRequest, cases: Sequence[UUID], back: str) -> HttpResponse:
    said = "Đã ra quyết định thi hành án; đây là việc mới."
    address = reverse("web:case", args=(cases[0],))
    if len(cases) > 1:
        said, address = f"Đã ra {len(cases)} quyết định thi hành án, mỗi quyết định một việc.", back
    messages.success(request, said)
    if not is_fragment(request):
        return HttpResponseRedirect(address)
    answer = HttpResponse(status=204)
    answer["HX-Redirect"] = address
    return answer


JUDGMENT = "tiep-nhan/ban-an/<uuid:judgment_id>"
REQUEST = f"{JUDGMENT}/yeu-cau/<uuid:request_id>"

urlpatterns = [
    path(f"{JUDGMENT}/yeu-cau/", new_request, name="new_request"),
    path(f"{JUDGMENT}/quyet-dinh/", decide_ex_officio, name="decide_ex_officio"),
    path(f"{JUDGMENT}/quyet-dinh-theo-yeu-cau/", decide_on_requests, name="decide_on_requests"),
    path(f"{REQUEST}/quyet-dinh/", decide_on_request, name="decide_on_request"),
    path(f"{REQUEST}/tu-choi/", refuse_request, name="refuse_request"),
    path(f"{REQUEST}/thong-bao-bo-sung/", ask_supplement, name="ask_supplement"),
    path(f"{REQUEST}/bo-sung/", complete_request, name="complete_request"),
    path(f"{REQUEST}/qua-han/", decide_limitation, name="decide_limitation"),
]
