"""Issued papers as files: made when first asked for, from the context and master kept with them, and then
kept so that they never change.

A conversion takes seconds: it runs outside any transaction, and who was faster keeps his file.
"""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction

from thads.enforcement.documents import files, pdf
from thads.enforcement.documents.models import IssuedFile, IssuedPaper
from thads.enforcement.documents.queries.papers import find_paper
from thads.enforcement.documents.rules.fields import decoded
from thads.enforcement.documents.rules.pages import PaperFile
from thads.enforcement.documents.rules.papers import paper_kind
from thads.enforcement.documents.rules.received import FORMATS, FileFormat, shown_name
from thads.enforcement.documents.word.filling import fill
from thads.foundation.access.rules.viewer import Viewer


def paper_docx(viewer: Viewer, paper_id: UUID) -> PaperFile:
    """Return the paper as .docx; refuses a paper out of sight."""
    paper = find_paper(viewer, paper_id)
    return _handed_out(paper, FileFormat.DOCX, _docx(viewer, paper))


def paper_pdf(viewer: Viewer, paper_id: UUID) -> PaperFile:
    """Return the paper as PDF; refuses a paper out of sight, or when the machine has no LibreOffice."""
    paper = find_paper(viewer, paper_id)
    made = _kept_or_made(viewer, paper, FileFormat.PDF, lambda: pdf.to_pdf(_docx(viewer, paper)))
    return _handed_out(paper, FileFormat.PDF, made)


def _docx(viewer: Viewer, paper: IssuedPaper) -> bytes:
    return _kept_or_made(viewer, paper, FileFormat.DOCX, lambda: _filled(paper))


def _filled(paper: IssuedPaper) -> bytes:
    context = decoded(paper.context)
    assert isinstance(context, dict)
    return fill(bytes(paper.master.content), context, paper=paper_kind(paper.kind).title)


def _kept_or_made(viewer: Viewer, paper: IssuedPaper, wanted: FileFormat, make: Callable[[], bytes]) -> bytes:
    row = IssuedFile.objects.filter(paper=paper, format=wanted).first()
    if row is None:
        made = make()
        row = _keep(viewer, paper, wanted, made)
    return files.kept_or_refused(row.sha256, name=_name(paper, wanted))


def _keep(viewer: Viewer, paper: IssuedPaper, wanted: FileFormat, made: bytes) -> IssuedFile:
    sha256 = files.keep(made)
    with transaction.atomic():
        row, _new = IssuedFile.objects.get_or_create(
            paper=paper, format=wanted,
            defaults={"sha256": sha256, "size": len(made), "recorded_at": viewer.at},
        )  # fmt: skip
    return row


def _handed_out(paper: IssuedPaper, wanted: FileFormat, content: bytes) -> PaperFile:
    return PaperFile(_name(paper, wanted), FORMATS[wanted].media_type, content)


def _name(paper: IssuedPaper, wanted: FileFormat) -> str:
    """The name under which an officer saves it: “15-QĐ-THADS 28-6-2024.docx”."""
    on = paper.issued_on
    called = paper.number.replace("/", "-") or paper_kind(paper.kind).title
    return shown_name(f"{called} {on.day}-{on.month}-{on.year}.{wanted}")
