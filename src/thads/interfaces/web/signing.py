"""Who signs: who could sign an act here today, whose signature was delegated, and the law's whole matrix.

L08 Đ20, 22–23; L25 Đ22–25; N152 Đ97.1c. The day can be chosen, so that 30/6 and 1/7/2026 can be held side by
side.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import actions
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.queries import DelegationChoices, DelegationRow
from thads.foundation.organisation.rules.agencies import AgencyKind, AgencyTree
from thads.interfaces.web.acting import Sheet, act_on
from thads.interfaces.web.choosing import typed
from thads.interfaces.web.fields import ChoiceField, DayField, PlainForm, WordsField, with_nothing
from thads.interfaces.web.screens import OfficerRequest, Screen, screen
from thads.kernel.refusals import Refusal
from thads.kernel.text import read_date
from thads.law import LAW, Role, SigningRule

USUAL_ACT = "enforcement_decision"
FAULTS = {
    "organisation.blank": "paper_no",
    "organisation.delegation_exists": "paper_no",
    "organisation.delegated_before_paper": "paper_on",
    "organisation.span_empty": "last_on",
    "organisation.agency_unknown": "valid_from",
    "organisation.staff_unknown": "receiver",
    "organisation.delegated_to_oneself": "receiver",
    "organisation.receiver_not_eligible": "receiver",
    "organisation.giver_does_not_sign": "giver",
    "organisation.delegated_onwards": "giver",
    "organisation.act_not_delegable": "acts",
}


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One act of the matrix with a rule or nothing for each role."""

    act: str
    vi: str
    rules: tuple[SigningRule | None, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page is about: an agency, an act, a day; `fault` when the day could not be read."""

    agency: str
    act: str
    on: date
    fault: str = ""


class DelegationForm(PlainForm):
    """A head's paper; no act chosen means all that he may delegate."""

    beside = FAULTS

    giver = ChoiceField(label="Người ủy quyền")
    receiver = ChoiceField(label="Người được ủy quyền")
    paper_no = WordsField(label="Số văn bản", max_length=64)
    paper_on = DayField(label="Ngày văn bản")
    valid_from = DayField(label="Có hiệu lực từ ngày")
    last_on = DayField(
        label="Đến hết ngày", required=False, help_text="Để trống nếu văn bản không ghi ngày hết hiệu lực."
    )
    acts = forms.MultipleChoiceField(label="Loại văn bản được ký", required=False)

    def __init__(self, given: Any, *, choices: DelegationChoices, own: frozenset[str], today: date) -> None:
        super().__init__(given, initial={"paper_on": today, "valid_from": today}, auto_id="delegation-%s")
        givers = [(one.code, f"{one.name} – {LAW.label(one.role)}") for one in choices.givers]
        mine = [(code, words) for code, words in givers if code in own]
        receivers = [(one.code, f"{one.name} – {LAW.label(one.role)}") for one in choices.receivers]
        self.fields["giver"].choices = mine or givers  # type: ignore[attr-defined]
        self.fields["receiver"].choices = with_nothing("Chọn người", receivers)  # type: ignore[attr-defined]
        self.fields["acts"].choices = [(act, LAW.signing.act(act).vi) for act in choices.acts]  # type: ignore[attr-defined]
        self.fields["acts"].label = "Loại văn bản được ký (không chọn: mọi loại được phép ủy quyền)"
        self.fields["receiver"].widget.attrs["data-first"] = ""

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of the action; the last day said becomes the first day without."""
        given = self.cleaned_data
        last = given["last_on"]
        return {
            "giver": given["giver"], "receiver": given["receiver"], "paper_no": given["paper_no"],
            "paper_on": given["paper_on"], "valid_from": given["valid_from"],
            "valid_to": last + timedelta(days=1) if last else None, "acts": tuple(given["acts"]),
        }  # fmt: skip


class EndForm(PlainForm):
    """The end of a delegation before its time."""

    beside = {
        "organisation.blank": "reason",
        "organisation.delegation_ended": "until",
        "organisation.ended_before_start": "until",
    }

    until = DayField(label="Chấm dứt từ ngày", help_text="Từ ngày này không còn được ký.")
    reason = WordsField(label="Lý do", max_length=240)


@screen(Screen.SIGNING)
def signing(request: OfficerRequest) -> HttpResponse:
    """Show who can sign an act at an agency on a day, the delegations there, and the matrix of that day."""
    viewer = request.viewer
    asked = _asked(request)
    agencies = _agencies(viewer, asked.on)
    agency = asked.agency if asked.agency in dict(agencies) else next((code for code, _ in agencies), "")
    papers = organisation.delegations(viewer, agency=agency, on=asked.on) if agency else []
    given = {
        "asked": Asked(agency, asked.act, asked.on, asked.fault),
        "agencies": agencies,
        "acts": [(act.act, act.vi) for act in LAW.signing.acts.values()],
        "act_vi": LAW.signing.act(asked.act).vi,
        "signers": organisation.signers(viewer, asked.act, agency, on=asked.on) if agency else [],
        "papers": [(row, _acts_said(row), _last_day(row)) for row in papers],
        "may_delegate": _may_delegate(viewer, agency),
        "roles": _roles_of(asked.on),
        "matrix": _matrix(asked.on),
    }
    return render(request, "web/signing.html", given)


@screen(Screen.SIGNING)
@require_http_methods(["GET", "POST"])
def delegate(request: OfficerRequest, agency: str) -> HttpResponse:
    """Record that a head delegated his signature at an agency."""
    viewer = request.viewer
    rights.check_may(viewer, "organisation.delegate_signing", agency=agency)
    choices = organisation.delegation_choices(viewer, agency, on=viewer.on)
    form = DelegationForm(request.POST or None, choices=choices, own=viewer.staff_codes, today=viewer.on)

    def record() -> str:
        actions.delegate_signing(viewer=viewer, agency=agency, **form.arguments())
        return "Đã ghi nhận văn bản ủy quyền ký."

    about = f"Tại {_name(agency, organisation.agency_tree(on=viewer.on))}"
    sheet = Sheet("Ghi văn bản ủy quyền ký", "Ghi nhận", "delegation", _address(agency), about)
    return act_on(request, form, record, sheet)


@screen(Screen.SIGNING)
@require_http_methods(["GET", "POST"])
def end(request: OfficerRequest, delegation_id: UUID) -> HttpResponse:
    """Record that a delegation ends before its time."""
    viewer = request.viewer
    row = _row(viewer, delegation_id)
    rights.check_may(viewer, "organisation.end_delegation", agency=row.agency)
    form = EndForm(request.POST or None, initial={"until": viewer.on}, auto_id="end-%s")
    form.fields["until"].widget.attrs["data-first"] = ""

    def stop() -> str:
        actions.end_delegation(viewer=viewer, delegation_id=delegation_id, **form.cleaned_data)
        return "Đã ghi chấm dứt ủy quyền ký."

    about = f"Văn bản số {row.paper_no} ngày {row.paper_on:%d/%m/%Y}, {row.receiver_name}"
    sheet = Sheet("Chấm dứt ủy quyền ký", "Chấm dứt", f"end-{row.delegation_id}", _address(row.agency), about)
    return act_on(request, form, stop, sheet)


def _asked(request: HttpRequest) -> Asked:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    act = typed(request, "act")
    on, fault = viewer.on, ""
    if written := typed(request, "on"):
        try:
            on = read_date(written)
        except Refusal as refusal:
            fault = refusal.message
    return Asked(typed(request, "agency"), act if act in LAW.signing.acts else USUAL_ACT, on, fault)


def _agencies(viewer: Viewer, on: date) -> Sequence[tuple[str, str]]:
    """The agencies in sight on the day, those of the viewer's posts first."""
    tree = organisation.agency_tree(on=on)
    own = {post.agency for post in viewer.posts}
    seen = [tree[code] for code in tree.agencies if viewer.sees(code)]
    seen.sort(key=lambda one: (one.code not in own, one.kind is AgencyKind.PRIVATE_OFFICE, one.code))
    return [(one.code, one.name) for one in seen]


def _may_delegate(viewer: Viewer, agency: str) -> bool:
    return bool(agency) and rights.may(viewer, "organisation.delegate_signing", agency=agency)


def _row(viewer: Viewer, delegation_id: UUID) -> DelegationRow:
    rows = organisation.delegations(viewer, on=viewer.on)
    found = next((row for row in rows if row.delegation_id == delegation_id), None)
    if found is None:
        raise Refusal("organisation.delegation_unknown")
    return found


def _acts_said(row: DelegationRow) -> str:
    if not row.acts:
        return "Mọi loại được phép ủy quyền"
    return "; ".join(LAW.signing.act(act).vi for act in row.acts)


def _last_day(row: DelegationRow) -> date | None:
    """The last day on which it holds, as officers write it; None while it has no end."""
    return row.valid_to - timedelta(days=1) if row.valid_to is not None else None


def _roles_of(on: date) -> Sequence[Role]:
    """The roles that sign or prepare anything on the day, in the order of the law's list."""
    used = {rule.role for act in LAW.signing.acts for rule in LAW.signers(act, on=on)}
    return [role for role in Role if role in used]


def _matrix(on: date) -> Sequence[MatrixRow]:
    roles = _roles_of(on)
    rows = []
    for act in LAW.signing.acts.values():
        rules = {rule.role: rule for rule in act.on(on)}
        if rules:
            rows.append(MatrixRow(act.act, act.vi, tuple(rules.get(role) for role in roles)))
    return rows


def _name(agency: str, tree: AgencyTree) -> str:
    return tree[agency].name if agency in tree else agency


def _address(agency: str) -> str:
    return f"{reverse('web:signing')}?agency={agency}"


urlpatterns = [
    path("tham-quyen-ky/", signing, name="signing"),
    path("tham-quyen-ky/uy-quyen/<str:agency>/", delegate, name="delegate_signing"),
    path("tham-quyen-ky/cham-dut/<uuid:delegation_id>/", end, name="end_delegation"),
]
