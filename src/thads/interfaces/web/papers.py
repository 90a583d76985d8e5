"""Papers issued and documents received: one paper as it went out, the file of a case with its folio numbers,
papers found by their words. Reading one is left in the trail: it holds personal data (L25 Đ5.1).
"""

from typing import Any
from urllib.parse import quote
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_GET, require_http_methods

from thads.enforcement.cases import queries as cases
from thads.enforcement.cases.rules.pages import CaseRow
from thads.enforcement.documents import actions, papers, queries
from thads.enforcement.documents.rules.pages import PaperFile, Subject
from thads.enforcement.documents.rules.papers import FolioRank, paper_kind, paper_kinds
from thads.enforcement.documents.rules.received import LARGEST
from thads.foundation.access.rules import rights
from thads.interfaces.web.choosing import typed
from thads.interfaces.web.fields import DayField, PlainForm, VocabularyField, WordsField
from thads.interfaces.web.paper_blocks import blocks_of
from thads.interfaces.web.paper_form import KindForm
from thads.interfaces.web.screens import OfficerRequest, Screen, screen
from thads.kernel.refusals import Refusal

GET_POST = ["GET", "HEAD", "POST"]
CASE = "case"
"""What the papers of a case are about, as the room of papers keeps it."""


class ReceiptForm(PlainForm):
    """The entry of a document in the list of the case file."""

    title = WordsField(label="Tên tài liệu", max_length=300)
    received_on = DayField(label="Ngày nhận")
    dated_on = DayField(label="Ngày của tài liệu", required=False)
    rank = VocabularyField(FolioRank, label="Loại tài liệu")
    sheets = forms.IntegerField(label="Số tờ", initial=1)
    folio = forms.IntegerField(
        label="Bút lục đã đóng", required=False, help_text="Để trống: hệ thống cấp số tiếp theo."
    )
    file = forms.FileField(label="Tệp", help_text="PDF, ảnh JPEG, PNG hoặc văn bản Word (.docx), đến 20 MB.")
    beside = {
        "documents.title_missing": "title",
        "documents.received_later": "received_on",
        "documents.sheets_wrong": "sheets",
        "documents.folio_wrong": "folio",
        "documents.folio_taken": "folio",
        "documents.format_not_taken": "file",
        "documents.content_differs": "file",
        "documents.file_empty": "file",
        "documents.file_too_large": "file",
        "documents.not_docx": "file",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rank"].initial = FolioRank.OTHER
        for name in ("sheets", "folio"):
            self.fields[name].error_messages["invalid"] = "Hãy nhập một số nguyên."
        self.fields["file"].error_messages.update(
            {"empty": "Tệp trống; hãy chọn tệp khác.", "invalid": "Hãy chọn tệp cần nhận."}
        )


@screen(Screen.CASES)
@require_GET
def papers_found(request: OfficerRequest) -> HttpResponse:
    """Find issued papers by their words, by kind."""
    words, kind = typed(request, "q"), typed(request, "kind")
    found = queries.paper_search(request.viewer, words=words, kind=kind)
    kinds = sorted(((one.code, one.title) for one in paper_kinds()), key=lambda one: one[1])
    given = {"rows": found, "q": words, "kind": kind, "kinds": kinds, "narrowed": bool(words or kind)}
    return render(request, "web/papers.html", given)


@screen(Screen.CASES)
@require_GET
def paper(request: OfficerRequest, paper_id: UUID) -> HttpResponse:
    """Show one paper as it went out, with its files and what corrects it."""
    page = queries.paper_page(request.viewer, paper_id)
    actions.read_paper(viewer=request.viewer, paper_id=paper_id)
    row = page.row
    given = {
        "page": page,
        "row": row,
        "blocks": blocks_of(page.lines),
        "case": _case_of(request, row.subject_kind, row.subject_id),
    }
    return render(request, "web/papers_paper.html", given)


@screen(Screen.CASES)
@require_GET
def paper_docx(request: OfficerRequest, paper_id: UUID) -> HttpResponse:
    """Hand out a paper as .docx."""
    found = papers.paper_docx(request.viewer, paper_id)
    actions.read_paper(viewer=request.viewer, paper_id=paper_id)
    return handed_out(found)


@screen(Screen.CASES)
@require_GET
def paper_pdf(request: OfficerRequest, paper_id: UUID) -> HttpResponse:
    """Hand out a paper as PDF."""
    found = papers.paper_pdf(request.viewer, paper_id)
    actions.read_paper(viewer=request.viewer, paper_id=paper_id)
    return handed_out(found)


@screen(Screen.CASES)
@require_GET
def received_file(request: OfficerRequest, file_id: UUID) -> HttpResponse:
    """Hand out a document that came in, always as a file to keep, never shown by the browser itself."""
    found = queries.received_file(request.viewer, file_id)
    actions.read_file(viewer=request.viewer, file_id=file_id)
    return handed_out(found)


@screen(Screen.CASES)
@require_http_methods(GET_POST)
def case_file(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """Show the file of a case in its order with folio numbers, and take in a document."""
    row = _case(request, case_id)
    form = ReceiptForm(
        request.POST or None, request.FILES or None, initial={"received_on": request.viewer.on}
    )
    if request.method == "POST" and form.is_valid():
        try:
            _receive(request, row, form)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Đã nhận tài liệu vào hồ sơ.")
            return HttpResponseRedirect(reverse("web:case_file", args=(case_id,)))
    return _case_file_page(request, row, form)


@screen(Screen.CASES)
@require_http_methods(GET_POST)
def new_paper(request: OfficerRequest, case_id: UUID, kind: str) -> HttpResponse:
    """Write a paper that no step brings forth: shown as a draft first, then issued."""
    row, found = _case(request, case_id), paper_kind(kind)
    rights.check_may(request.viewer, "documents.issue", agency=row.agency)
    if not found.standalone:
        raise Refusal("documents.not_standalone", paper=found.title)
    form = KindForm(found, request.POST or None, initial={"on": request.viewer.on})
    shown = None
    if request.method == "POST" and form.is_valid():
        told = {"agency": row.agency, "kind": kind, "on": form.cleaned_data["on"], "fields": form.context()}
        subject = Subject(CASE, case_id)
        try:
            if "issue" in request.POST:
                issued = actions.issue(viewer=request.viewer, subject=subject, **told)
                messages.success(request, f"Đã phát hành {found.title} {issued.number}.")
                return HttpResponseRedirect(reverse("web:paper", args=(issued.paper_id,)))
            shown = queries.preview(request.viewer, subject=subject, **told)
        except Refusal as refusal:
            form.refuse(refusal)
    given = {"form": form, "kind": found, "case": row, "blocks": blocks_of(shown.lines) if shown else []}
    return render(request, "web/papers_new.html", given, status=422 if form.errors else 200)


def handed_out(found: PaperFile) -> HttpResponse:
    """Answer with a file to keep; its name as it is, whatever letters it has."""
    answer = HttpResponse(found.content, content_type=found.media_type)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(found.name)}"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _receive(request: OfficerRequest, row: CaseRow, form: ReceiptForm) -> UUID:
    given = form.cleaned_data
    upload = given["file"]
    return actions.receive_file(
        viewer=request.viewer, agency=row.agency, subject=Subject(CASE, row.case_id), name=upload.name,
        content=upload.read(LARGEST + 1), title=given["title"], received_on=given["received_on"],
        dated_on=given["dated_on"], rank=given["rank"], sheets=given["sheets"], folio=given["folio"],
    )  # fmt: skip


def _case_file_page(request: OfficerRequest, row: CaseRow, form: ReceiptForm) -> HttpResponse:
    found = queries.case_file(request.viewer, agency=row.agency, subject_kind=CASE, subject_id=row.case_id)
    given = {
        "row": row,
        "file": found,
        "form": form,
        "may_receive": rights.may(request.viewer, "documents.receive_file", agency=row.agency),
        "new_kinds": _new_kinds(request, row),
    }
    return render(request, "web/papers_case_file.html", given, status=422 if form.errors else 200)


def _new_kinds(request: OfficerRequest, row: CaseRow) -> list[tuple[str, str]]:
    if not rights.may(request.viewer, "documents.issue", agency=row.agency):
        return []
    return [(one.code, one.title) for one in paper_kinds() if one.standalone]


def _case(request: OfficerRequest, case_id: UUID) -> CaseRow:
    """Return the row of a case in sight; refuse one that is not."""
    found = cases.case_rows(request.viewer, [case_id]).get(case_id)
    if found is None:
        raise Refusal("cases.not_found", name=request.viewer.name)
    return found


def _case_of(request: OfficerRequest, subject_kind: str, subject_id: UUID | None) -> CaseRow | None:
    if subject_kind != CASE or subject_id is None:
        return None
    return cases.case_rows(request.viewer, [subject_id]).get(subject_id)


urlpatterns = [
    path("van-ban/", papers_found, name="papers"),
    path("van-ban/<uuid:paper_id>/", paper, name="paper"),
    path("van-ban/<uuid:paper_id>/docx/", paper_docx, name="paper_docx"),
    path("van-ban/<uuid:paper_id>/pdf/", paper_pdf, name="paper_pdf"),
    path("tai-lieu/<uuid:file_id>/", received_file, name="received_file"),
    path("ho-so/<uuid:case_id>/tai-lieu/", case_file, name="case_file"),
    path("ho-so/<uuid:case_id>/van-ban-moi/<slug:kind>/", new_paper, name="new_paper"),
]
