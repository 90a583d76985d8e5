"""Papers: those of a case, one as text, .docx or PDF, a draft before it is issued, kinds and their fields."""

from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import Field

from thads.enforcement.cases import queries as cases
from thads.enforcement.documents import actions, papers, queries
from thads.enforcement.documents.rules.fields import PaperField, read_plain
from thads.enforcement.documents.rules.folios import FiledDocument
from thads.enforcement.documents.rules.pages import PaperFile, PaperRow, Subject
from thads.enforcement.documents.rules.papers import paper_kind, paper_kinds
from thads.enforcement.documents.rules.received import DOCX_TYPE
from thads.interfaces.api.access import viewer_of
from thads.interfaces.api.errors import Fault
from thads.interfaces.api.shapes import Code, Day, Payload, answer_of
from thads.kernel.refusals import Refusal

router = Router(tags=["papers"])
CASE = "case"

PaperOut = answer_of(PaperRow, name="Paper", rename="paper_id")
DocumentOut = answer_of(FiledDocument, name="FiledDocument", rename="document_id")
FAULTS = {400: Fault, 401: Fault, 404: Fault, 409: Fault, 422: Fault}


class PaperPageOut(Schema):
    """One paper as it went out; `sha256` is the mark of its content."""

    paper: PaperOut  # type: ignore[valid-type]
    variant: str
    text: str
    sha256: str
    has_pdf: bool


class CaseFileOut(Schema):
    """The file of a case in its lawful order, with what an inspection would find (T04 Đ31)."""

    documents: list[DocumentOut]  # type: ignore[valid-type]
    findings: list[str]
    next_folio: int


class FieldOut(Schema):
    """A field of a kind of paper; `columns` are the fields of one of its rows."""

    name: str
    meaning: str
    kind: str
    optional: bool
    columns: list["FieldOut"]


class KindOut(Schema):
    """A kind of paper with the fields it is issued from."""

    code: str
    title: str
    basis: str
    numbered: bool
    standalone: bool
    variants: list[str]
    fields: list[FieldOut]


class DraftPayload(Payload):
    """What a paper would say; `fields` as the kind declares them, days as 2024-06-28, đồng as integers."""

    agency: Code
    kind: Code
    variant: Code = ""
    on: Day
    fields: Annotated[dict[str, Any], Field(max_length=200)] = {}
    case_id: UUID | None = None


class DraftOut(Schema):
    """A paper before it is issued, without number."""

    title: str
    text: str


class IssuedOut(Schema):
    """Where the paper is kept and the number it bears."""

    id: UUID
    number: str


@router.get(
    "/papers/kinds",
    response={200: list[KindOut], 401: Fault},
    operation_id="paper_kinds",
    summary="Các loại văn bản",
)
def kinds(request: HttpRequest) -> list[KindOut]:
    """Return every kind of paper with the fields that its masters may use."""
    return [
        KindOut(
            code=one.code, title=one.title, basis=one.basis, numbered=one.numbered,
            standalone=one.standalone, variants=[variant.code for variant in one.variants],
            fields=[_field_out(field) for field in one.fields],
        )
        for one in paper_kinds()
    ]  # fmt: skip


@router.get(
    "/cases/{uuid:case_id}/papers",
    response={200: list[PaperOut], **FAULTS},  # type: ignore[valid-type]
    operation_id="case_papers",
    summary="Văn bản của một việc",
)
def case_papers(request: HttpRequest, case_id: UUID) -> list[Any]:
    """Return the papers issued about a case, newest first."""
    _case_agency(request, case_id)
    rows = queries.papers_of(viewer_of(request), subject_kind=CASE, subject_id=case_id)
    return [PaperOut.model_validate(row) for row in rows]


@router.get(
    "/cases/{uuid:case_id}/file",
    response={200: CaseFileOut, **FAULTS},
    operation_id="case_file",
    summary="Tài liệu trong hồ sơ của một việc",
)
def case_file(request: HttpRequest, case_id: UUID) -> CaseFileOut:
    """Return the documents of a case with their folio numbers."""
    agency = _case_agency(request, case_id)
    found = queries.case_file(viewer_of(request), agency=agency, subject_kind=CASE, subject_id=case_id)
    return CaseFileOut(
        documents=[DocumentOut.model_validate(one) for one in found.documents],
        findings=[one.message for one in found.findings], next_folio=found.next_folio,
    )  # fmt: skip


@router.post(
    "/papers/preview",
    response={200: DraftOut, 403: Fault, **FAULTS},
    operation_id="paper_preview",
    summary="Xem trước một văn bản",
)
def preview(request: HttpRequest, payload: DraftPayload) -> DraftOut:
    """Return a paper as it would read; nothing is written and no number taken."""
    found = queries.preview(viewer_of(request), **_told(payload))
    return DraftOut(title=found.title, text=found.text)


@router.post(
    "/papers",
    response={200: IssuedOut, 403: Fault, **FAULTS},
    operation_id="paper_issue",
    summary="Phát hành văn bản không gắn với bước xử lý",
)
def issue(request: HttpRequest, payload: DraftPayload) -> IssuedOut:
    """Issue a paper that no step of a case brings forth; kinds that a step does are refused."""
    issued = actions.issue(viewer=viewer_of(request), **_told(payload))
    return IssuedOut(id=issued.paper_id, number=issued.number)


@router.get(
    "/papers/{uuid:paper_id}",
    response={200: PaperPageOut, **FAULTS},
    operation_id="paper",
    summary="Một văn bản",
)
def paper(request: HttpRequest, paper_id: UUID) -> PaperPageOut:
    """Return one paper with its words; the look is noted in the trail, it holds personal data."""
    page = queries.paper_page(viewer_of(request), paper_id)
    actions.read_paper(viewer=viewer_of(request), paper_id=paper_id)
    return PaperPageOut(
        paper=PaperOut.model_validate(page.row), variant=page.variant, text=page.text, sha256=page.sha256,
        has_pdf=page.has_pdf,
    )  # fmt: skip


def _binary(media_type: str) -> dict[str, Any]:
    """Return what the schema says of an answer that is a file."""
    schema = {"type": "string", "format": "binary"}
    return {"responses": {200: {"description": "OK", "content": {media_type: {"schema": schema}}}}}


@router.get(
    "/papers/{uuid:paper_id}/docx",
    response=FAULTS,
    operation_id="paper_docx",
    summary="Văn bản dạng .docx",
    openapi_extra=_binary(DOCX_TYPE),
)
def paper_docx(request: HttpRequest, paper_id: UUID) -> HttpResponse:
    """Return the paper as .docx; always the same bytes."""
    return _file(request, paper_id, papers.paper_docx(viewer_of(request), paper_id))


@router.get(
    "/papers/{uuid:paper_id}/pdf",
    response=FAULTS,
    operation_id="paper_pdf",
    summary="Văn bản dạng PDF",
    openapi_extra=_binary("application/pdf"),
)
def paper_pdf(request: HttpRequest, paper_id: UUID) -> HttpResponse:
    """Return the paper as PDF; refused where the server has no LibreOffice."""
    return _file(request, paper_id, papers.paper_pdf(viewer_of(request), paper_id))


def _file(request: HttpRequest, paper_id: UUID, found: PaperFile) -> HttpResponse:
    actions.read_paper(viewer=viewer_of(request), paper_id=paper_id)
    return HttpResponse(found.content, content_type=found.media_type)


def _told(payload: DraftPayload) -> dict[str, Any]:
    """Return the payload as the keywords of issuing and previewing."""
    return {
        "agency": payload.agency,
        "kind": payload.kind,
        "variant": payload.variant,
        "on": payload.on,
        "fields": read_plain(paper_kind(payload.kind).fields, payload.fields),
        "subject": Subject(CASE, payload.case_id) if payload.case_id else None,
    }


def _case_agency(request: HttpRequest, case_id: UUID) -> str:
    """Return the agency of a case in sight; refuse one that is not."""
    viewer = viewer_of(request)
    found = cases.case_rows(viewer, [case_id]).get(case_id)
    if found is None:
        raise Refusal("cases.not_found", name=viewer.name)
    return found.agency


def _field_out(field: PaperField) -> FieldOut:
    return FieldOut(
        name=field.name, meaning=field.meaning, kind=str(field.kind), optional=field.optional,
        columns=[_field_out(one) for one in field.columns],
    )  # fmt: skip
