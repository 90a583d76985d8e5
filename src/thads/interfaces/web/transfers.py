"""What passes a case, or its parties, on: rights and duties to another person, a private office's file to the
agency, a later ruling to whoever took over (L08 Đ54; L25 Đ31.6, 41; N152 Đ25, 26.8).
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.rules.pages import CasePage, ObligationLine
from thads.enforcement.cases.rules.transfer import TransferReason, is_one_decision
from thads.enforcement.cases.rules.vocabulary import PartyRole
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.rules.agencies import AgencyKind
from thads.interfaces.web.acting import Sheet, act_on
from thads.interfaces.web.fields import (
    Choice,
    ChoiceField,
    DayField,
    PlainForm,
    WordsField,
    with_nothing,
    words_of,
)
from thads.interfaces.web.screens import OfficerRequest, Screen, screen
from thads.kernel.text import write_dong
from thads.law import LAW, Ground

GET_POST = ["GET", "POST"]
PERSONS = (PartyRole.CREDITOR, PartyRole.DEBTOR)


class TransferForm(PlainForm):
    """Who takes whose place, for which obligations, and why."""

    on = DayField(label="Ngày quyết định")
    role = ChoiceField(label="Thay cho", choices=words_of(PartyRole, only=PERSONS))
    reason = ChoiceField(label="Lý do", choices=with_nothing("Chọn lý do", words_of(TransferReason)))
    to = WordsField(label="Người nhận chuyển giao", max_length=200)
    id_number = WordsField(label="Số định danh, mã số thuế", required=False, max_length=32)
    address = WordsField(label="Địa chỉ", required=False, max_length=300)
    heirs_told_on = DayField(label="Ngày thông báo cho người thừa kế", required=False)
    estate_left = forms.BooleanField(label="Người chết còn tài sản để thi hành", required=False)

    beside = {
        "cases.transfer_to_nobody": "to",
        "cases.transfer_same_person": "to",
        "cases.heirs_not_told": "heirs_told_on",
        "cases.heirs_time_running": "heirs_told_on",
        "cases.estate_left": "estate_left",
        "cases.in_the_future": "on",
        "cases.before_decision": "on",
    }

    def __init__(
        self, given: Mapping[str, str] | None, *, lines: Sequence[ObligationLine], today: date
    ) -> None:
        super().__init__(given, initial={"on": today}, auto_id="transfer-%s")
        choices = [(str(one.no), _line_words(one)) for one in lines if one.status.is_open]
        self.fields["duty_nos"] = forms.MultipleChoiceField(
            label="Các khoản",
            choices=choices,
            initial=[no for no, _ in choices],
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": "Hãy chọn ít nhất một khoản."},
        )
        self.fields["to"].widget.attrs["data-first"] = ""

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of the action, besides the viewer and the case."""
        given = dict(self.cleaned_data)
        given["nos"] = tuple(int(no) for no in given.pop("duty_nos"))
        return {**given, "role": PartyRole(given["role"]), "reason": TransferReason(given["reason"])}


def _line_words(line: ObligationLine) -> str:
    return f"Khoản {line.no}: {LAW.label(line.kind)}, còn {write_dong(line.remaining)}, cho {line.creditor}"


class HandoverForm(PlainForm):
    """To which agency, on which ground."""

    on = DayField(label="Ngày quyết định thu hồi")
    to_agency = ChoiceField(label="Cơ quan nhận hồ sơ")
    ground = ChoiceField(label="Căn cứ")

    beside = {
        "cases.in_the_future": "on",
        "cases.receiver_unknown": "to_agency",
        "organisation.office_outside_province": "to_agency",
        "law.ground_not_in_force": "ground",
    }

    def __init__(
        self,
        given: Mapping[str, str] | None,
        *,
        agencies: Sequence[Choice],
        grounds: Sequence[Ground],
        today: date,
    ) -> None:
        super().__init__(given, initial={"on": today}, auto_id="handover-%s")
        self.fields["to_agency"] = ChoiceField(
            label="Cơ quan nhận hồ sơ", choices=with_nothing("Chọn cơ quan", agencies)
        )
        self.fields["ground"] = ChoiceField(
            label="Căn cứ",
            choices=with_nothing("Chọn căn cứ", [(one.code, f"{one.vi} ({one.basis})") for one in grounds]),
        )
        self.fields["to_agency"].widget.attrs["data-first"] = ""


class RulingForm(PlainForm):
    """A ruling that came after the delegation."""

    number = WordsField(label="Số bản án, quyết định", max_length=80)
    issued_on = DayField(label="Ngày bản án, quyết định")
    received_on = DayField(label="Ngày nhận")
    on = DayField(label="Ngày chuyển tiếp")
    content = WordsField(label="Nội dung", required=False, lines=2, max_length=300)

    beside = {
        "cases.received_in_future": "received_on",
        "cases.received_before_issued": "received_on",
        "cases.ruling_before_delegation": "received_on",
        "cases.ruling_forwarded": "number",
    }


@screen(Screen.CASES)
@require_http_methods(GET_POST)
def transfer_rights(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """Let another person stand in the case; the next page is where enforcement goes on."""
    viewer = request.viewer
    page = _page(viewer, case_id, "cases.transfer_rights")
    form = TransferForm(request.POST or None, lines=page.obligations, today=viewer.on)

    def transfer() -> UUID | str:
        found = actions.transfer_rights(
            viewer=viewer, case_id=case_id, expected_seq=page.seq, **form.arguments()
        )
        return "Đã ghi quyết định chuyển giao quyền, nghĩa vụ." if found == case_id else found

    title = "Chuyển giao quyền, nghĩa vụ thi hành án"
    if not is_one_decision(viewer.on):
        title = f"{title}: thu hồi quyết định cũ, ra quyết định mới"
    return act_on(request, form, transfer, _sheet(page, title, "Ra quyết định", key="transfer"))


@screen(Screen.CASES)
@require_http_methods(GET_POST)
def hand_to_agency(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """Give the file of a private office to the agency."""
    viewer = request.viewer
    page = _page(viewer, case_id, "cases.hand_to_agency")
    form = HandoverForm(
        request.POST or None,
        agencies=_state_agencies(viewer),
        grounds=LAW.grounds("office_handover", on=viewer.on),
        today=viewer.on,
    )

    def hand() -> str:
        actions.hand_to_agency(viewer=viewer, case_id=case_id, expected_seq=page.seq, **form.cleaned_data)
        return "Đã thu hồi quyết định và chuyển hồ sơ cho cơ quan thi hành án dân sự."

    title = "Thu hồi quyết định, chuyển hồ sơ cho cơ quan thi hành án dân sự"
    return act_on(request, form, hand, _sheet(page, title, "Chuyển hồ sơ", key="handover"))


@screen(Screen.CASES)
@require_http_methods(GET_POST)
def forward_ruling(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """Send on a ruling that came after the case was delegated."""
    viewer = request.viewer
    page = _page(viewer, case_id, "cases.forward_ruling")
    initial = {"received_on": viewer.on, "on": viewer.on}
    form = RulingForm(request.POST or None, initial=initial, auto_id="ruling-%s")
    form.fields["number"].widget.attrs["data-first"] = ""

    def forward() -> str:
        actions.forward_ruling(viewer=viewer, case_id=case_id, **form.cleaned_data)
        return "Đã chuyển tiếp bản án, quyết định cho cơ quan nhận ủy thác."

    title = "Chuyển tiếp bản án, quyết định nhận sau khi ủy thác"
    return act_on(request, form, forward, _sheet(page, title, "Chuyển tiếp", key="ruling"))


def _page(viewer: Viewer, case_id: UUID, verb: str) -> CasePage:
    page = queries.case_page(viewer, case_id)
    actions.note_read(viewer=viewer, case_id=case_id)
    rights.check_may(viewer, verb, agency=page.row.agency)
    return page


def _state_agencies(viewer: Viewer) -> list[Choice]:
    tree = organisation.agency_tree(on=viewer.on)
    kinds = {AgencyKind.PROVINCE, AgencyKind.AREA_ROOM}
    return sorted((one.code, one.name) for one in tree.agencies.values() if one.kind in kinds)


def _sheet(page: CasePage, title: str, button: str, *, key: str) -> Sheet:
    back = reverse("web:case", args=(page.case_id,))
    return Sheet(title, button, key, back, f"Việc {page.row.number} · {page.row.debtor}")


urlpatterns = [
    path("ho-so/<uuid:case_id>/chuyen-giao/", transfer_rights, name="transfer_rights"),
    path("ho-so/<uuid:case_id>/chuyen-ho-so/", hand_to_agency, name="hand_to_agency"),
    path("ho-so/<uuid:case_id>/chuyen-tiep/", forward_ruling, name="forward_ruling"),
]
