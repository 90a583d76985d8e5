"""Sổ thi hành án: the registers over any span, opened line by line, printed, handed out, closed (T04 Đ30)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_http_methods

from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.interfaces.web.fields import Choice, ChoiceField, DayField, PlainForm, WordsField
from thads.interfaces.web.paging import Pages
from thads.interfaces.web.screens import OfficerRequest, Screen, screen
from thads.kernel.periods import Period
from thads.kernel.refusals import Refusal
from thads.law import LAW
from thads.law.registers import RegisterLayout
from thads.reporting.registers import actions, papers, queries
from thads.reporting.registers.rules.closing import ClosingKind, closing_words
from thads.reporting.registers.rules.lines import Cell, RegisterLine
from thads.reporting.registers.rules.rights import CLOSE_REGISTER
from thads.reporting.registers.rules.runs import RegisterRun

FIRST = "03-CD"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LINES_A_PAGE = 100


class AskingForm(PlainForm):
    """Which register, of which agency, over which days."""

    def __init__(self, viewer: Viewer, given: dict[str, str]) -> None:
        super().__init__(given)
        tree = organisation.agency_tree(on=viewer.on)
        seen = [(code, one.name) for code, one in tree.agencies.items() if viewer.sees(code)]
        registers = [(one.code, f"{one.code}. {one.vi}") for one in LAW.registers.values()]
        self.fields["register"] = ChoiceField(label="Sổ", choices=registers)
        self.fields["agency"] = ChoiceField(label="Cơ quan", choices=seen)
        self.fields["first"] = DayField(label="Từ ngày")
        self.fields["last"] = DayField(label="Đến ngày")


class ClosingForm(PlainForm):
    """Which span to close, and who heads the agency."""

    def __init__(self, viewer: Viewer, given: dict[str, str] | None = None) -> None:
        super().__init__(given)
        self.fields["span"] = ChoiceField(label="Kỳ kết sổ", choices=_spans(viewer.on))
        self.fields["head"] = WordsField(label="Thủ trưởng ký", required=False, max_length=120)


def _spans(on: date) -> list[Choice]:
    """Return the spans that are over, the latest first."""
    year = Period.containing(on).year
    found = [
        (kind, past, number)
        for past in (year, year - 1, year - 2)
        for kind, count in ((ClosingKind.QUARTER, 4), (ClosingKind.HALF_YEAR, 2), (ClosingKind.YEAR, 1))
        for number in range(count, 0, -1)
    ]
    return [
        (f"{kind.value}-{past}-{number}", closing_words(kind, year=past, number=number).capitalize())
        for kind, past, number in found
    ]


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line with its cells in the order of the columns, as written; `address` opens what is behind it."""

    cells: Sequence[tuple[str, Cell, bool]]
    address: str
    changed: str


@screen(Screen.REGISTERS)
@require_GET
def page(request: OfficerRequest) -> HttpResponse:
    """Show a register of an agency over some days."""
    asked = _asked(request)
    form = AskingForm(request.viewer, asked)
    try:
        run = _run(request, form) if form.is_valid() else None
    except Refusal as refusal:
        form.refuse(refusal)
        run = None
    return _shown(request, run, form=form, asked=asked)


@screen(Screen.REGISTERS)
@require_GET
def workbook(request: OfficerRequest) -> HttpResponse:
    """Send the register as a workbook with real formulas."""
    form = AskingForm(request.viewer, _asked(request))
    if not form.is_valid():
        return _shown(request, None, form=form, asked=_asked(request))
    return _sent(_run(request, form))


@screen(Screen.REGISTERS)
@require_GET
def closed(request: OfficerRequest, closing_id: UUID) -> HttpResponse:
    """Show a register as it was closed, or as it stands today with what changed since."""
    closing = queries.closing_of(request.viewer, closing_id)
    since = request.GET.get("since") == "1"
    run = (queries.run_since_closing if since else queries.closed_run)(request.viewer, closing_id)
    if request.GET.get("file") == "xlsx":
        return _sent(run)
    return _shown(request, run, closing=closing, is_since=since)


@screen(Screen.REGISTERS)
@require_http_methods(["POST"])
def close(request: OfficerRequest) -> HttpResponse:
    """Close a register over a span that is over."""
    form = ClosingForm(request.viewer, request.POST)
    register, agency = request.POST.get("register", FIRST), request.POST.get("agency", "")
    if not form.is_valid():
        raise Refusal("registers.quarter_wrong", basis="T04 Đ30.4")
    kind, year, number = str(form.cleaned_data["span"]).rsplit("-", 2)
    closing_id = actions.close_register(
        viewer=request.viewer, agency=agency, register=register, kind=ClosingKind(kind), year=int(year),
        number=int(number), head=form.cleaned_data["head"],
    )  # fmt: skip
    messages.success(request, f"Đã kết {LAW.register(register).vi}.")
    return HttpResponseRedirect(reverse("web:closed_register", args=(closing_id,)))


def _asked(request: OfficerRequest) -> dict[str, str]:
    """Return what was asked; left out: the decisions of this statistics year at the viewer's own agency."""
    viewer = request.viewer
    own = next((post.agency for post in viewer.posts if post.agency), "")
    likely = {
        "register": FIRST,
        "agency": own,
        "first": f"{Period.containing(viewer.on).start:%d/%m/%Y}",
        "last": f"{viewer.on:%d/%m/%Y}",
    }
    return {name: request.GET.get(name) or value for name, value in likely.items()}


def _run(request: OfficerRequest, form: django_forms.Form) -> RegisterRun:
    return queries.register_run(request.viewer, **form.cleaned_data)


def _shown(
    request: OfficerRequest,
    run: RegisterRun | None,
    *,
    form: AskingForm | None = None,
    asked: dict[str, str] | None = None,
    closing: queries.Closing | None = None,
    is_since: bool = False,
) -> HttpResponse:
    pages = Pages.asked(request.GET.get("page"), total=len(run.lines) if run else 0, size=LINES_A_PAGE)
    lines = run.lines[pages.offset : pages.offset + LINES_A_PAGE] if run else []
    viewer = request.viewer
    may_close = run is not None and rights.may(viewer, CLOSE_REGISTER, agency=run.agency)
    given = {
        "run": run, "form": form, "closing": closing, "is_since": is_since, "pages": pages,
        "lines": [_line(run.layout, line) for line in lines] if run else [],
        "address": urlencode(asked or {}),
        "closings": queries.closings(viewer, agency=run.agency, register=run.layout.code) if run else [],
        "closing_form": ClosingForm(viewer) if may_close and closing is None else None,
    }  # fmt: skip
    return render(request, "web/registers.html", given, status=422 if form and form.errors else 200)


def _line(layout: RegisterLayout, line: RegisterLine) -> ShownLine:
    address = reverse("web:case", args=(line.case_id,)) if line.case_id else ""
    if line.judgment_id:
        address = reverse("web:judgment", args=(line.judgment_id,))
    cells = [(column.vi, _cell(line, column.key), column.key == layout.money) for column in layout.columns]
    return ShownLine(cells, address, line.changed)


def _cell(line: RegisterLine, key: str) -> Cell:
    return papers.noted(line) if key == "note" else line.cells[key]


def _sent(run: RegisterRun) -> HttpResponse:
    answer = HttpResponse(papers.workbook(run), content_type=WORKBOOK)
    name = f"so-{run.layout.code}_{run.agency}_{run.first:%Y%m%d}-{run.last:%Y%m%d}.xlsx"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


urlpatterns = [
    path("so/", page, name="registers"),
    path("so/bang-tinh/", workbook, name="register_workbook"),
    path("so/ket/", close, name="close_register"),
    path("so/da-ket/<uuid:closing_id>/", closed, name="closed_register"),
]
