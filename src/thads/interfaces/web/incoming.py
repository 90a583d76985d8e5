"""Register 06: delegations and files pulled up that have come, and the decision that takes each in.

The receiver sees what the other agency's decision carries (L08 Đ57.1b; L25 Đ49.2), not the other's file.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.rules.listings import Page
from thads.enforcement.cases.rules.pages import IncomingRow
from thads.enforcement.cases.rules.vocabulary import Flag, IntakeRoute
from thads.foundation.access.rules import rights
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.queries import Bailiff
from thads.interfaces.web.acting import Sheet, act_on
from thads.interfaces.web.choosing import page_number, typed
from thads.interfaces.web.deadline_story import story_of
from thads.interfaces.web.decision_forms import DecisionForm
from thads.interfaces.web.fields import ChoiceField, DayField, PlainForm, WordsField, offer, with_nothing
from thads.interfaces.web.intake import GET_POST, TRANSITION_FROM, agencies_for
from thads.interfaces.web.paging import PAGE_SIZE, Pages
from thads.interfaces.web.screens import OfficerRequest, Screen, screen
from thads.law import LAW, Ground

NAMES = {
    IntakeRoute.DELEGATED_IN: "Quyết định ủy thác",
    IntakeRoute.PULLED_UP: "Quyết định rút hồ sơ",
    IntakeRoute.HANDED_OVER: "Hồ sơ của văn phòng thi hành án dân sự, quyết định thu hồi",
}
RECEIPT_FAULTS = {
    "cases.received_before_issued": "received_on",
    "cases.received_in_future": "received_on",
    "cases.receipt_needed": "received_on",
}


class ReceiptForm(PlainForm):
    """The entry of register 06."""

    received_on = DayField(label="Ngày nhận")
    beside = RECEIPT_FAULTS


class AcceptanceForm(DecisionForm):
    """The decision on what has come; the day of receipt is asked while the register does not have it."""

    beside = {**DecisionForm.beside, **RECEIPT_FAULTS, "cases.decided_before_incoming": "on"}

    def __init__(
        self, given: Mapping[str, str] | None, *, row: IncomingRow, bailiffs: Sequence[Bailiff], **more: Any
    ) -> None:
        super().__init__(given, bailiffs=bailiffs, key="acceptance", **more)
        self.fields["flags"].initial = [flag.value for flag in row.flags]
        if row.received_on is None:
            self.fields["received_on"] = DayField(
                label="Ngày nhận quyết định", help_text="Thời hạn ra quyết định tính từ ngày này."
            )
            self.order_fields(["received_on", "on", "bailiff", "flags"])
            self.fields["received_on"].widget.attrs["data-first"] = ""
            del self.fields["bailiff"].widget.attrs["data-first"]

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of the action, besides the viewer and what has come."""
        given = self.cleaned_data
        return {
            "on": given["on"],
            "bailiff": given["bailiff"],
            "flags": tuple(Flag(one) for one in given["flags"]),
            "received_on": given.get("received_on"),
        }


@screen(Screen.INTAKE)
def incoming_cases(request: OfficerRequest) -> HttpResponse:
    """Show register 06, what waits for a decision only when asked."""
    viewer = request.viewer
    text, waiting = typed(request, "q"), request.GET.get("waiting") == "1"
    page = Page(page_number(request), PAGE_SIZE)
    listing = queries.incoming_cases(viewer, text=text, waiting=waiting, page=page)
    given = {
        "lines": [(row, story_of(row.due, on=viewer.on) if row.due else None) for row in listing.rows],
        "pages": Pages(listing.page.number, listing.total, listing.page.length),
        "q": text,
        "waiting": waiting,
        "narrowed": bool(text or waiting),
        "may_receive": bool(agencies_for(viewer, "cases.receive_judgment")),
        "offers_transition": viewer.on >= TRANSITION_FROM,
    }
    return render(request, "web/incoming_cases.html", given)


@screen(Screen.INTAKE)
def incoming(request: OfficerRequest, incoming_id: UUID) -> HttpResponse:
    """Show what one decision of another agency carries, and what is to be done with it."""
    viewer = request.viewer
    row = queries.incoming_row(viewer, incoming_id)
    given = {
        "row": row,
        "name": NAMES[row.route],
        "story": story_of(row.due, on=viewer.on) if row.due else None,
        "may_receive": rights.may(viewer, "cases.receive_incoming", agency=row.agency),
        "may_accept": rights.may(viewer, "cases.accept_incoming", agency=row.agency),
        "may_return": row.route is IntakeRoute.DELEGATED_IN
        and rights.may(viewer, "cases.return_incoming", agency=row.agency),
    }
    return render(request, "web/incoming.html", given)


@screen(Screen.INTAKE)
@require_http_methods(GET_POST)
def receive(request: OfficerRequest, incoming_id: UUID) -> HttpResponse:
    """Enter in register 06 that it has come."""
    viewer = request.viewer
    row = queries.incoming_row(viewer, incoming_id)
    rights.check_may(viewer, "cases.receive_incoming", agency=row.agency)
    form = ReceiptForm(request.POST or None, initial={"received_on": viewer.on}, auto_id="receipt-%s")
    form.fields["received_on"].widget.attrs["data-first"] = ""

    def enter() -> str:
        actions.receive_incoming(
            viewer=viewer, incoming_id=incoming_id, received_on=form.cleaned_data["received_on"]
        )
        return "Đã ghi vào sổ nhận ủy thác."

    return act_on(request, form, enter, _sheet(row, "Ghi vào sổ nhận", "Ghi vào sổ", key="receipt"))


@screen(Screen.INTAKE)
@require_http_methods(GET_POST)
def accept(request: OfficerRequest, incoming_id: UUID) -> HttpResponse:
    """Issue the enforcement decision on what has come; the next page is the new case."""
    viewer = request.viewer
    row = queries.incoming_row(viewer, incoming_id)
    rights.check_may(viewer, "cases.accept_incoming", agency=row.agency)
    bailiffs = organisation.bailiffs(frozenset({row.agency}), on=viewer.on)
    form = AcceptanceForm(request.POST or None, row=row, bailiffs=bailiffs, today=viewer.on)

    def issue() -> UUID:
        return actions.accept_incoming(viewer=viewer, incoming_id=incoming_id, **form.arguments())

    title = "Ra quyết định thi hành án"
    return act_on(request, form, issue, _sheet(row, title, "Ra quyết định", key="acceptance"))


class ReturnForm(PlainForm):
    """A delegation is sent back for its mistake."""

    on = DayField(label="Ngày trả lại")
    ground = ChoiceField(label="Căn cứ")
    reason = WordsField(label="Sai sót", lines=2, max_length=300)

    beside = {"cases.received_in_future": "on", "cases.received_before_issued": "on"}

    def __init__(self, given: Mapping[str, str] | None, *, grounds: Sequence[Ground], today: date) -> None:
        super().__init__(given, initial={"on": today}, auto_id="return-%s")
        choices = [(one.code, f"{one.vi} ({one.basis})") for one in grounds]
        offer(self, "ground", with_nothing("Chọn căn cứ", choices))
        self.fields["ground"].widget.attrs["data-first"] = ""


@screen(Screen.INTAKE)
@require_http_methods(GET_POST)
def send_back(request: OfficerRequest, incoming_id: UUID) -> HttpResponse:
    """Send a delegation back for a mistake in its content or in competence."""
    viewer = request.viewer
    row = queries.incoming_row(viewer, incoming_id)
    rights.check_may(viewer, "cases.return_incoming", agency=row.agency)
    grounds = LAW.grounds("incoming_return", on=viewer.on)
    form = ReturnForm(request.POST or None, grounds=grounds, today=viewer.on)

    def enter() -> str:
        actions.return_incoming(viewer=viewer, incoming_id=incoming_id, **form.cleaned_data)
        return "Đã ghi trả lại quyết định ủy thác."

    return act_on(request, form, enter, _sheet(row, "Trả lại quyết định ủy thác", "Trả lại", key="return"))


def _sheet(row: IncomingRow, title: str, button: str, *, key: str) -> Sheet:
    about = f"{NAMES[row.route]} {row.order_no} ngày {row.sent_on:%d/%m/%Y} của {row.from_name}"
    return Sheet(title, button, key, reverse("web:incoming", args=(row.incoming_id,)), about)


urlpatterns = [
    path("tiep-nhan/uy-thac/", incoming_cases, name="incoming_cases"),
    path("tiep-nhan/uy-thac/<uuid:incoming_id>/", incoming, name="incoming"),
    path("tiep-nhan/uy-thac/<uuid:incoming_id>/nhan/", receive, name="receive_incoming"),
    path("tiep-nhan/uy-thac/<uuid:incoming_id>/quyet-dinh/", accept, name="accept_incoming"),
    path("tiep-nhan/uy-thac/<uuid:incoming_id>/tra-lai/", send_back, name="return_incoming"),
]
