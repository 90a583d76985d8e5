"""The series of numbers of an agency: the last number of each, those voided, and the symbol it writes."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from thads.enforcement.documents import actions, queries
from thads.enforcement.documents.rules.pages import SeriesRow
from thads.foundation.access.rules import rights
from thads.interfaces.web.fields import DayField, PlainForm, WordsField, offer
from thads.interfaces.web.masters import asked_agency, surroundings
from thads.interfaces.web.screens import OfficerRequest, Screen, screen
from thads.kernel.periods import Period
from thads.kernel.refusals import Refusal

GET_POST = ["GET", "HEAD", "POST"]


class VoidForm(PlainForm):
    """Which number no paper bears, and why."""

    series = forms.ChoiceField(label="Dãy số")
    number = forms.IntegerField(label="Số")
    reason = WordsField(label="Lý do", max_length=300)
    beside = {
        "documents.number_not_given": "number",
        "documents.number_voided": "number",
        "documents.number_borne": "number",
        "documents.reason_missing": "reason",
    }

    def __init__(self, *args: Any, rows: tuple[SeriesRow, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["number"].error_messages["invalid"] = "Hãy nhập một số nguyên."
        offer(self, "series", [(f"{one.family}/{one.year}", f"{one.name}, {one.year}") for one in rows])


class SymbolForm(PlainForm):
    """The symbol the agency writes from a day on."""

    symbol = WordsField(label="Ký hiệu", max_length=32, help_text="Phần sau dấu gạch nối, như CTHADS.")
    valid_from = DayField(label="Áp dụng từ ngày")
    beside = {"documents.symbol_unwritten": "symbol"}


@screen(Screen.MASTERS)
@require_http_methods(GET_POST)
def number_series(request: OfficerRequest) -> HttpResponse:
    """Show the series of this and the last year; void a number, lay down a symbol."""
    viewer, agency = request.viewer, asked_agency(request)
    year = Period.containing(viewer.on).year
    rows = queries.number_series(viewer, agency=agency, years=(year - 1, year))
    told = request.POST or None
    voiding = VoidForm(told if told and "void" in told else None, rows=rows, auto_id="void-%s")
    writing = SymbolForm(
        told if told and "write" in told else None, initial={"valid_from": viewer.on}, auto_id="symbol-%s"
    )
    for form, act in ((voiding, _void), (writing, _write)):
        if form.is_bound and form.is_valid():
            try:
                words = act(request, agency, form.cleaned_data)
            except Refusal as refusal:
                form.refuse(refusal)
            else:
                messages.success(request, words)
                return HttpResponseRedirect(f"{reverse('web:number_series')}?agency={agency}")
    given = {
        "rows": rows,
        "voiding": voiding,
        "writing": writing,
        "symbol": queries.symbol_of(viewer, agency=agency, on=viewer.on),
        "may_void": rights.may(viewer, "documents.void_number", agency=agency),
        "may_write": rights.may(viewer, "documents.set_symbol", agency=agency),
        **surroundings(request, agency),
    }
    wrong = voiding.errors or writing.errors
    return render(request, "web/papers_series.html", given, status=422 if wrong else 200)


def _void(request: OfficerRequest, agency: str, given: dict[str, Any]) -> str:
    family, _, year = given["series"].rpartition("/")
    actions.void_number(
        viewer=request.viewer, agency=agency, family=family, year=int(year), number=given["number"],
        on=request.viewer.on, reason=given["reason"],
    )  # fmt: skip
    return f"Đã ghi hủy số {given['number']}; số này không cấp lại."


def _write(request: OfficerRequest, agency: str, given: dict[str, Any]) -> str:
    written = actions.set_symbol(
        viewer=request.viewer, agency=agency, symbol=given["symbol"], valid_from=given["valid_from"]
    )
    return f"Ký hiệu văn bản là {written}."


urlpatterns = [path("mau-van-ban/day-so/", number_series, name="number_series")]
