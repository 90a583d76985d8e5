"""Papers of a subject, one paper, a draft, and the file they lie in."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from thads.enforcement.documents import files, pdf
from thads.enforcement.documents.filing import filed_documents, title_of
from thads.enforcement.documents.issuing import draft
from thads.enforcement.documents.models import IssuedFile, IssuedPaper, ReceivedFile
from thads.enforcement.documents.rules import folios
from thads.enforcement.documents.rules.fields import FieldValue
from thads.enforcement.documents.rules.masters import LineKind
from thads.enforcement.documents.rules.pages import (
    CaseFile,
    PaperFile,
    PaperPage,
    PaperRow,
    Preview,
    Subject,
)
from thads.enforcement.documents.rules.received import FORMATS, FileFormat
from thads.enforcement.documents.rules.rendering import PaperLine
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation.queries import SignedBy
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal

MOST_FOUND = 50
_LONG = ("context", "lines", "text", "text_folded")


def papers_of(viewer: Viewer, *, subject_kind: str, subject_id: UUID) -> tuple[PaperRow, ...]:
    """Return the papers issued about a subject by agencies in sight, newest first."""
    rows = _in_sight(viewer).filter(subject_kind=subject_kind, subject_id=subject_id)
    return tuple(_as_rows(rows.defer(*_LONG).order_by("-issued_on", "-id")))


def paper_search(
    viewer: Viewer, *, words: str = "", kind: str = "", agency: str = ""
) -> tuple[PaperRow, ...]:
    """Return the newest papers in sight whose text holds the words, marks ignored; at most fifty."""
    rows = _in_sight(viewer)
    if kind:
        rows = rows.filter(kind=kind)
    if agency:
        rows = rows.filter(agency=agency)
    for word in fold(words).split():
        rows = rows.filter(text_folded__contains=word)
    return tuple(_as_rows(rows.defer(*_LONG).order_by("-issued_on", "-id")[:MOST_FOUND]))


def paper_page(viewer: Viewer, paper_id: UUID) -> PaperPage:
    """Return one paper as it went out; refuses one out of sight."""
    paper = find_paper(viewer, paper_id)
    (row,) = _as_rows([paper])
    has_pdf = IssuedFile.objects.filter(paper=paper, format=FileFormat.PDF).exists()
    return PaperPage(
        row=row, variant=paper.variant, lines=_lines(paper), text=paper.text, master=paper.master_id,
        is_own_master=not paper.master.is_shipped, sha256=paper.sha256,
        has_pdf=has_pdf or pdf.converter() is not None,
    )  # fmt: skip


def preview(
    viewer: Viewer,
    *,
    agency: str,
    kind: str,
    on: date,
    fields: Mapping[str, FieldValue],
    variant: str = "",
    signed: SignedBy | None = None,
    signer: str = "",
    bailiff: str = "",
    corrects: UUID | None = None,
    subject: Subject | None = None,
) -> Preview:
    """Return a paper before it is issued, without number; refuses what issuing would refuse of its fields."""
    return draft(
        viewer, agency=agency, kind=kind, on=on, fields=fields, variant=variant, signed=signed,
        signer=signer, bailiff=bailiff, corrects=corrects, subject=subject,
    )  # fmt: skip


def case_file(viewer: Viewer, *, agency: str, subject_kind: str, subject_id: UUID) -> CaseFile:
    """Return the file of a subject in its lawful order with its findings (T04 Đ31); refuses an agency out of
    sight.
    """
    if not viewer.sees(agency):
        raise Refusal("access.not_in_sight", name=viewer.name)
    documents = filed_documents(subject_kind, subject_id)
    return CaseFile(folios.in_order(documents), folios.findings(documents), folios.next_folio(documents))


def received_file(viewer: Viewer, file_id: UUID) -> PaperFile:
    """Return a document that came in; refuses one out of sight, or whose bytes are lost."""
    row = ReceivedFile.objects.filter(uuid=file_id, agency__in=viewer.sight).first()
    if row is None:
        raise Refusal("documents.file_not_found", name=viewer.name)
    content = files.kept_or_refused(row.sha256, name=row.name)
    return PaperFile(row.name, FORMATS[FileFormat(row.format)].media_type, content)


def find_paper(viewer: Viewer, paper_id: UUID) -> IssuedPaper:
    """Return the row of a paper; refuse one out of sight."""
    found = _in_sight(viewer).filter(uuid=paper_id).select_related("master").first()
    if found is None:
        raise Refusal("documents.not_found", name=viewer.name)
    return found


def _in_sight(viewer: Viewer) -> QuerySet[IssuedPaper]:
    return IssuedPaper.objects.filter(agency__in=viewer.sight)


def _as_rows(papers: QuerySet[IssuedPaper] | Sequence[IssuedPaper]) -> list[PaperRow]:
    listed = list(papers)
    correcting = IssuedPaper.objects.filter(corrects__in=[one.uuid for one in listed]).order_by("id")
    newest = dict(correcting.values_list("corrects", "uuid"))
    return [
        PaperRow(
            paper_id=one.uuid, agency=one.agency, kind=one.kind, title=title_of(one.kind), number=one.number,
            issued_on=one.issued_on, recorded_at=one.recorded_at, signer_name=one.signer_name,
            signer_title=one.signer_title, subject_kind=one.subject_kind, subject_id=one.subject_id,
            entry_seq=one.entry_seq, folio=one.folio, corrects=one.corrects,
            corrected_by=newest.get(one.uuid),
        )
        for one in listed
    ]  # fmt: skip


def _lines(paper: IssuedPaper) -> tuple[PaperLine, ...]:
    return tuple(PaperLine(LineKind(kind), tuple(cells)) for kind, *cells in paper.lines)
