"""Lãi chậm thi hành án: interest on a duty to a day, each span with its days, principal and rate (TL11 Đ6;
N152 Đ29).
"""

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from thads.enforcement.cases.queries.briefs import case_brief
from thads.enforcement.cases.rules.briefs import CaseBrief
from thads.enforcement.money import queries
from thads.interfaces.web.fields import ChoiceField, DayField, PlainForm, WordsField
from thads.interfaces.web.screens import OfficerRequest, Screen, screen
from thads.kernel.refusals import Refusal
from thads.law import LAW


class InterestForm(PlainForm):
    """Which duty, to which day; start and rate when the judgment says so."""

    no = ChoiceField(label="Khoản")
    until = DayField(label="Tính đến ngày")
    starts_on = DayField(
        label="Bắt đầu tính từ ngày", required=False, help_text="Để trống: ngày yêu cầu thi hành án."
    )
    percent = WordsField(
        label="Lãi suất (%/năm)", required=False, max_length=12, help_text="Để trống: mức luật định."
    )

    beside = {
        "money.interest_no_start": "starts_on",
        "money.interest_before_start": "until",
        "money.interest_rate_negative": "percent",
    }

    def __init__(self, case: CaseBrief, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["no"].choices = [  # type: ignore[attr-defined]
            (str(duty.no), f"Khoản {duty.no}: {LAW.label(duty.kind)}") for duty in case.duties if duty.amount
        ]
        self.fields["until"].initial = on
        self.fields["no"].widget.attrs["data-first"] = ""

    def clean_percent(self) -> Decimal | None:
        """Read a rate as officers write it: 10 or 10,5."""
        written = str(self.cleaned_data["percent"]).strip().rstrip("%").replace(",", ".")
        if not written:
            return None
        try:
            rate = Decimal(written)
        except InvalidOperation:
            rate = Decimal("NaN")
        if not rate.is_finite():
            raise forms.ValidationError("Lãi suất không đọc được; hãy viết như 10 hoặc 10,5.")
        return rate


@screen(Screen.CASES)
def late_interest(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """Show late interest on a duty with its derivation; nothing is written."""
    viewer = request.viewer
    case = case_brief(viewer, case_id)
    form = InterestForm(case, request.GET if "no" in request.GET else None, on=viewer.on)
    found = None
    if form.is_bound and form.is_valid():
        given = dict(form.cleaned_data)
        try:
            found = queries.late_interest_of(viewer, case_id, no=int(given.pop("no")), **given)
        except Refusal as refusal:
            form.refuse(refusal)
    shown = {"case": case, "form": form, "found": found}
    return render(request, "web/money/late_interest.html", shown, status=422 if form.errors else 200)


urlpatterns = [path("ho-so/<uuid:case_id>/tien/lai-cham/", late_interest, name="late_interest")]
