"""Phân chia tiền: the pool, the circle, the shares step by step with their articles; confirmed by the head
(L08 Đ47; L25 Đ54). Looking changes nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from thads.enforcement.cases.queries.briefs import cases_against
from thads.enforcement.cases.rules.briefs import CaseBrief, DutyBrief
from thads.enforcement.money import actions, queries
from thads.enforcement.money.rules.pools import Deduction, DeductionKind, OutsideSecured, PoolSource
from thads.enforcement.money.rules.sharing import ClaimNote, CoCreditor, Sharing, SharingAsked
from thads.enforcement.money.rules.vocabulary import Purse
from thads.foundation.access.rules import rights
from thads.interfaces.web.fields import DayField, MoneyField, PlainForm, VocabularyField, WordsField
from thads.interfaces.web.screens import OfficerRequest, Screen, screen
from thads.kernel.refusals import Refusal
from thads.law import LAW


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A duty that may share, with the fields of what the officer knows of it."""

    case: CaseBrief
    duty: DutyBrief
    interest: forms.BoundField
    secured: forms.BoundField


class SharingForm(PlainForm):
    """What is known of the money that waits."""

    source = VocabularyField(PoolSource, label="Nguồn tiền")
    amount = MoneyField(label="Số tiền chia (đồng)", required=False)
    circle_on = DayField(
        label="Ngày quyết định cưỡng chế, biên bản giao tài sản",
        required=False,
        help_text="Xác định những người được thanh toán; để trống khi tiền không do cưỡng chế.",
    )
    on = DayField(label="Ngày phân chia")
    outside_name = WordsField(label="Người nhận bảo đảm không phải người được thi hành án", required=False)
    outside_amount = MoneyField(label="Số tiền được bảo đảm (đồng)", required=False)
    other_creditor = WordsField(label="Người cùng bản án chưa yêu cầu", required=False)
    other_amount = MoneyField(label="Số tiền của người chưa yêu cầu (đồng)", required=False)

    beside = {
        "money.pool_needs_day": "circle_on",
        "money.pool_before_its_day": "circle_on",
        "money.pool_too_small": "amount",
        "money.in_the_future": "on",
    }

    def __init__(self, cases: Sequence[CaseBrief], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in DeductionKind:
            self.fields[f"take_{kind}"] = MoneyField(label=f"{LAW.label(kind)} (đồng)", required=False)
        self.cases = cases
        for name in self._names():
            self.fields[f"interest_{name}"] = MoneyField(label="Lãi chậm thi hành án", required=False)
            self.fields[f"secured_{name}"] = forms.BooleanField(label="Có bảo đảm", required=False)
        self.fields["source"].widget.attrs["data-first"] = ""

    def _names(self) -> Mapping[str, tuple[CaseBrief, DutyBrief]]:
        return {
            f"{place}_{duty.no}": (case, duty)
            for place, case in enumerate(self.cases)
            for duty in case.duties
            if duty.is_open and duty.remaining
        }

    def deductions(self) -> list[forms.BoundField]:
        """Return the fields of what is taken first."""
        return [self[f"take_{kind}"] for kind in DeductionKind]

    def claims(self) -> list[ClaimLine]:
        """Return the duties of the debtor's cases with their fields."""
        return [
            ClaimLine(case, duty, self[f"interest_{name}"], self[f"secured_{name}"])
            for name, (case, duty) in self._names().items()
        ]

    def asked(self) -> SharingAsked:
        """Return what the form says of the money."""
        given = self.cleaned_data
        taken = ((kind, given.get(f"take_{kind}")) for kind in DeductionKind)
        outside = given["outside_name"].strip()
        other = given["other_creditor"].strip()
        own = self.cases[0]
        return SharingAsked(
            source=given["source"],
            amount=given["amount"],
            circle_on=given["circle_on"],
            deductions=tuple(Deduction(kind, amount) for kind, amount in taken if amount),
            outside=(OutsideSecured(outside, given["outside_amount"] or 0),) if outside else (),
            notes=tuple(self._notes()),
            co_creditors=(CoCreditor(other, given["other_amount"] or 0, own.judgment_no),) if other else (),
        )

    def _notes(self) -> list[ClaimNote]:
        found = []
        for name, (case, duty) in self._names().items():
            interest = self.cleaned_data.get(f"interest_{name}") or 0
            secured = bool(self.cleaned_data.get(f"secured_{name}"))
            if interest or secured:
                found.append(ClaimNote(case.number, duty.no, interest, int(secured)))
        return found


@screen(Screen.CASES)
@require_http_methods(["GET", "POST"])
def sharing(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """Ask about the money, show how it is shared out, and, pressed by the head, confirm what was shown."""
    viewer = request.viewer
    page = queries.account_page(viewer, case_id)
    cases = cases_against(viewer, case_id)
    initial = {"on": viewer.on, "amount": page.state.in_purse(Purse.POOL), "source": PoolSource.NOT_COERCED}
    form = SharingForm(cases, request.POST or None, initial=initial)
    found: Sharing | None = None
    if request.method == "POST" and form.is_valid():
        try:
            found = queries.sharing_preview(viewer, case_id, form.asked(), on=form.cleaned_data["on"])
            if "confirm" in request.POST:
                _confirm(request, case_id, form, page.seq)
                return HttpResponseRedirect(reverse("web:account", args=(case_id,)))
        except Refusal as refusal:
            form.refuse(refusal)
    given = {
        "page": page,
        "case": cases[0],
        "form": form,
        "found": found,
        "pool": page.state.in_purse(Purse.POOL),
        "may_confirm": rights.may(viewer, "money.share_pool", agency=page.agency),
    }
    return render(request, "web/money/sharing.html", given, status=422 if form.errors else 200)


def _confirm(request: OfficerRequest, case_id: UUID, form: SharingForm, seq: int) -> None:
    """Confirm exactly what was shown; the đồng of each step as shown come back with the press."""
    shown = tuple(int(one) for one in request.POST.getlist("step") if one.isdecimal())
    told = request.POST.get("seq", "")
    actions.share_pool(
        viewer=request.viewer, case_id=case_id, on=form.cleaned_data["on"], asked=form.asked(),
        expected_steps=shown, expected_seq=int(told) if told.isdecimal() else seq,
    )  # fmt: skip
    messages.success(request, "Đã phân chia tiền theo thứ tự thanh toán.")


urlpatterns = [path("ho-so/<uuid:case_id>/tien/phan-chia/", sharing, name="sharing")]
