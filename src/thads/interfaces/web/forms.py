"""Biểu mẫu: the statutory forms on screen; every cell is a door to the cases behind it.

The clerk of statistics on the last day of the month: chooses the unit and the period, reads, opens a cell
that surprises, goes from there to a case and back, and takes the workbook (TT05/2024 Đ2, Đ8).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from thads.enforcement.cases import queries as cases
from thads.enforcement.cases.rules.pages import CaseRow
from thads.foundation.organisation import queries as organisation
from thads.interfaces.web.asking import Asked, agency_choices, answering, period_choices
from thads.interfaces.web.paging import PAGE_SIZE, Pages
from thads.interfaces.web.screens import OfficerRequest, Screen, screen
from thads.kernel.text import write_decimal, write_dong, write_int
from thads.law import LAW
from thads.law.forms import Column, FormLayout, FormUnit
from thads.reporting.counting.queries import CaseRef
from thads.reporting.counting.rules.cells import Figure
from thads.reporting.forms import papers
from thads.reporting.forms import queries as forms
from thads.reporting.forms.rules.printing import printed
from thads.reporting.forms.rules.runs import FormRow, FormRun

SHOWN = {
    "TT05/2024-01": "Việc",
    "TT05/2024-02": "Tiền",
    "TT05/2024-03": "Thu ngân sách",
    "TT05/2024-04": "Việc theo đơn vị",
    "TT05/2024-05": "Tiền theo đơn vị",
}
"""The forms offered, each with the few words on its tab."""

FIRST = "TT05/2024-04"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

ENDLESS = 10**9
"""More cases than a cell will ever hold: the page is asked for before their number is known."""


@dataclass(frozen=True, slots=True)
class ShownCell:
    """One cell as written, the exact figure in words, and the address of its cases."""

    column: str
    written: str
    exact: str
    address: str


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row with its cells; `shift` is the class that indents its title."""

    row: FormRow
    shift: str
    cells: tuple[ShownCell, ...]


@screen(Screen.FORMS)
@answering
def page(request: OfficerRequest, question: Asked) -> HttpResponse:
    """Show a form of an agency and a period."""
    run = _run(request, question)
    tree = organisation.agency_tree(on=min(run.as_of, request.viewer.on))
    return render(
        request,
        "web/figures/form.html",
        {
            "asked": question,
            "agencies": agency_choices(request.viewer, tree),
            "periods": period_choices(request.viewer.on, question.period),
            "keep": {"form": run.form},
            "run": run,
            "tabs": [(code, LAW.form(code), words) for code, words in SHOWN.items()],
            "heading": _heading(run.layout),
            "rows": [_shown(row, run, question) for row in run.rows],
        },
    )


@screen(Screen.FORMS)
@answering
def workbook(request: OfficerRequest, question: Asked) -> HttpResponse:
    """Send the form as a workbook with real formulas."""
    run = _run(request, question)
    answer = HttpResponse(papers.workbook(run), content_type=WORKBOOK)
    name = f"{run.form.replace('/', '-')}_{run.agency}_{str(run.period).replace('/', '-')}.xlsx"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@screen(Screen.FORMS)
@answering
def cell(request: OfficerRequest, question: Asked) -> HttpResponse:
    """List the cases behind one cell: exactly as many as the cell says."""
    pages, found = _cell_page(request, question)
    return render(
        request,
        "web/figures/cell.html",
        {
            "asked": question,
            "found": found,
            "column": _column_words(found.form.column(str(found.line))),
            "back": f"{reverse('web:forms')}?{question.address(form=found.form.code)}",
            "pages": pages,
            "noun": "việc có tiền ở cột này" if found.form.unit is FormUnit.MONEY else "việc",
            "is_money": found.form.unit is FormUnit.MONEY,
            "rows": _with_parties(request, found.cases),
            "bailiffs": organisation.staff_names(),
        },
    )


def _run(request: OfficerRequest, question: Asked) -> FormRun:
    return forms.form_run(
        request.viewer, form=request.GET.get("form") or FIRST, agency=question.agency, period=question.period,
        as_of=question.as_of, known_at=question.known_at,
    )  # fmt: skip


def _cell_page(request: OfficerRequest, question: Asked) -> tuple[Pages, forms.CellPage]:
    """Return the page asked for; beyond the last one, the last."""

    def page_from(start: int) -> forms.CellPage:
        return forms.cell_page(
            request.viewer, form=request.GET.get("form", FIRST), agency=question.agency,
            period=question.period, row=request.GET.get("row", ""), cell=request.GET.get("cell", ""),
            start=start, length=PAGE_SIZE, as_of=question.as_of, known_at=question.known_at,
        )  # fmt: skip

    wanted = Pages.asked(request.GET.get("page"), total=ENDLESS, size=PAGE_SIZE)
    found = page_from(wanted.offset)
    pages = Pages.asked(request.GET.get("page"), total=found.total, size=PAGE_SIZE)
    return pages, found if pages.number == wanted.number else page_from(pages.offset)


def _with_parties(
    request: OfficerRequest, shown: Sequence[CaseRef]
) -> Sequence[tuple[CaseRef, CaseRow | None]]:
    """Put beside each case what the list of cases says of it: decision, debtor, status."""
    known = cases.case_rows(request.viewer, [case.case_id for case in shown])
    return [(case, known.get(case.case_id)) for case in shown]


def _column_words(column: Column) -> str:
    """Return a column's words with those of the group it sums up: “Thi hành xong: tổng số”."""
    summing = column.vi.casefold().startswith("tổng số") and column.under
    return f"{column.under[-1]}: {column.vi[0].lower()}{column.vi[1:]}" if summing else column.vi


def _heading(layout: FormLayout) -> list[list[object]]:
    """Return the heading's cells level by level, with the line of column numbers left to the template."""
    levels: list[list[object]] = [[] for _ in range(layout.heading_depth)]
    for one in layout.headings():
        levels[one.row].append(one)
    return levels


def _shown(row: FormRow, run: FormRun, question: Asked) -> ShownRow:
    cells = tuple(_cell(column, row, run, question) for column in run.layout.columns)
    return ShownRow(row, f"shift-{min(row.level, 3)}", cells)


def _cell(column: Column, row: FormRow, run: FormRun, question: Asked) -> ShownCell:
    if column.is_rate:
        rate = row.rate(run.layout.unit)
        return ShownCell(column.code, "–" if rate is None else write_decimal(rate, 2), "", "")
    figure = next((found for line, found in row.cells.items() if str(line) == column.code), Figure())
    address = f"{reverse('web:form_cell')}?{question.address(form=run.form, row=row.key, cell=column.code)}"
    if run.layout.unit is FormUnit.CASES:
        return ShownCell(column.code, write_int(figure.cases), "", address if figure.cases else "")
    exact = write_dong(figure.amount)
    on_paper = write_int(printed(figure.amount, run.layout.printed_per))
    return ShownCell(column.code, on_paper, exact, address if figure.amount or figure.cases else "")


urlpatterns = [
    path("bieu-mau/", page, name="forms"),
    path("bieu-mau/viec/", cell, name="form_cell"),
    path("bieu-mau/bang-tinh/", workbook, name="form_workbook"),
]
