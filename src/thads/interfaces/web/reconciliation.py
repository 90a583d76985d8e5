"""Đối chiếu: a statement of bank or treasury against the book, line by line; a person confirms or turns down
(T78 Đ8.3).
"""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from thads.enforcement.money import actions, queries
from thads.enforcement.money.rules.pages import StatementLineRow
from thads.enforcement.money.rules.vocabulary import MatchState, Place
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.interfaces.exchange.statements.columns import WORDS, Field
from thads.interfaces.exchange.statements.reading import ReadStatement, StatementRefused, read_statement
from thads.interfaces.web.exports import Column, Kind, workbook
from thads.interfaces.web.fields import ChoiceField, PlainForm, WordsField
from thads.interfaces.web.receipts import own_agency
from thads.interfaces.web.screens import OfficerRequest, Screen, screen
from thads.kernel.refusals import Refusal
from thads.law import LAW


class StatementForm(PlainForm):
    """A statement handed in; the columns are found by themselves unless told."""

    file = forms.FileField(
        label="Tệp sao kê", help_text="CSV hoặc Excel (.xlsx) do ngân hàng, kho bạc xuất.",
        error_messages={"required": "Hãy chọn tệp sao kê.", "empty": "Tệp sao kê rỗng; hãy chọn lại tệp."},
    )  # fmt: skip
    place = ChoiceField(
        label="Nơi gửi tiền",
        choices=[(one.value, LAW.label(one)) for one in (Place.BANK, Place.TREASURY)],
    )
    bank = WordsField(label="Ngân hàng, kho bạc", max_length=160)
    account_no = WordsField(label="Số tài khoản", required=False, max_length=64)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in Field:
            self.fields[f"column_{one}"] = WordsField(
                label=f"Cột “{WORDS[one]}”", required=False, max_length=160
            )
        self.fields["bank"].widget.attrs["data-first"] = ""

    def columns(self) -> dict[str, str]:
        """Return the columns told, by field."""
        told = {one.value: self.cleaned_data.get(f"column_{one}", "") for one in Field}
        return {name: heading for name, heading in told.items() if heading}

    def column_fields(self) -> list[forms.BoundField]:
        """Return the fields in which a column can be named."""
        return [self[f"column_{one}"] for one in Field]


@screen(Screen.MONEY)
@require_http_methods(["GET", "POST"])
def statements(request: OfficerRequest) -> HttpResponse:
    """Show the statements read so far, and take in another; what cannot be read is told row by row."""
    viewer = request.viewer
    form = StatementForm(request.POST or None, request.FILES or None, auto_id="statement-%s")
    problems: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            statement_id = _take_in(viewer, form)
            return HttpResponseRedirect(reverse("web:statement", args=(statement_id,)))
        except StatementRefused as refused:
            problems = [f"{one.where}: {one.message}" for one in refused.problems]
            form.refuse(refused)
        except Refusal as refusal:
            form.refuse(refusal)
    given = {
        "form": form,
        "problems": problems,
        "statements": queries.statements(viewer),
        "may_import": _may(viewer),
    }
    return render(request, "web/money/statements.html", given, status=422 if form.errors else 200)


def _take_in(viewer: Viewer, form: StatementForm) -> UUID:
    given = form.cleaned_data
    agency = own_agency(viewer)
    told = form.columns() or queries.layout_of(viewer, agency=agency, bank=given["bank"])
    read: ReadStatement = read_statement(given["file"].read(), remembered=told)
    return actions.import_statement(
        viewer=viewer, agency=agency, place=Place(given["place"]), bank=given["bank"],
        account_no=given["account_no"], rows=read.rows, file_name=given["file"].name, digest=read.digest,
        columns=read.layout.by_heading,
    )  # fmt: skip


def _may(viewer: Viewer) -> bool:
    return rights.may(viewer, "money.import_statement", agency=own_agency(viewer))


@screen(Screen.MONEY)
def statement(request: OfficerRequest, statement_id: UUID) -> HttpResponse:
    """Show a statement against the book: matched, doubtful, missing on either side; printable, and as a
    workbook.
    """
    page = queries.statement_page(request.viewer, statement_id)
    if request.GET.get("xlsx"):
        return workbook("Đối chiếu sao kê", COLUMNS, page.lines, on=request.viewer.on, name="doi-chieu")
    given = {
        "page": page,
        "counts": [(state, page.count(state)) for state in MatchState if page.count(state)],
        "may_settle": rights.may(request.viewer, "money.confirm_match", agency=page.statement.agency),
    }
    return render(request, "web/money/statement.html", given)


@screen(Screen.MONEY)
@require_http_methods(["POST"])
def settle(request: OfficerRequest, statement_id: UUID, line_id: UUID) -> HttpResponse:
    """Confirm that a line is an entry of the book, or that it is none."""
    viewer = request.viewer
    if "turn_down" in request.POST:
        actions.turn_down_match(viewer=viewer, line_id=line_id)
    else:
        chosen = request.POST.get("entry", "")
        actions.confirm_match(
            viewer=viewer, line_id=line_id, entry_id=int(chosen) if chosen.isdecimal() else None
        )
    return HttpResponseRedirect(f"{reverse('web:statement', args=(statement_id,))}#line-{line_id}")


COLUMNS: tuple[Column[StatementLineRow], ...] = (
    Column("Dòng", lambda line: line.row, width=8),
    Column("Ngày", lambda line: line.on, Kind.DAY),
    Column("Nội dung", lambda line: line.text, width=48),
    Column("Tham chiếu", lambda line: line.reference, width=20),
    Column("Kết quả", lambda line: LAW.label(line.state), width=22),
    Column("Số tiền sao kê (đồng)", lambda line: line.amount, Kind.MONEY),
    Column("Số tiền theo sổ (đồng)", lambda line: line.entry.amount if line.entry else 0, Kind.MONEY),
)

urlpatterns = [
    path("thu-chi/doi-chieu/", statements, name="statements"),
    path("thu-chi/doi-chieu/<uuid:statement_id>/", statement, name="statement"),
    path("thu-chi/doi-chieu/<uuid:statement_id>/<uuid:line_id>/", settle, name="settle_line"),
]
