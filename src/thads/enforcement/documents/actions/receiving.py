"""Documents that come into a file: checked, kept by their hash, numbered right after receipt (T04 Đ31)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from thads.enforcement.documents import files
from thads.enforcement.documents.filing import filed_documents
from thads.enforcement.documents.models import ReceivedFile
from thads.enforcement.documents.rules import received
from thads.enforcement.documents.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.documents.rules.folios import FiledDocument, folio_count, next_folio
from thads.enforcement.documents.rules.pages import Subject
from thads.enforcement.documents.rules.papers import FolioRank
from thads.enforcement.documents.word.reading import check_harmless
from thads.foundation.access.door import action
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import actions as ledger
from thads.kernel.refusals import Refusal


@action("documents.receive_file")
def receive_file(
    *,
    viewer: Viewer,
    agency: str,
    subject: Subject,
    name: str,
    content: bytes,
    title: str,
    received_on: date,
    dated_on: date | None = None,
    rank: FolioRank = FolioRank.OTHER,
    sheets: int = 1,
    folio: int | None = None,
) -> UUID:
    """Put a document into a file under its folio number: the one stamped on it, or the next one.

    Refuses a format that is not taken, a file that is not what its name says, a folio number already given.
    """
    rights.check_may(viewer, "documents.receive_file", agency=agency)
    form = received.format_of(name, content)
    if form is received.FileFormat.DOCX:
        check_harmless(content, largest=received.LARGEST, may_link=True)
    _check_told(viewer, title=title, received_on=received_on, sheets=sheets)
    ledger.one_writer_at_a_time()
    first = _folio(filed_documents(subject.kind, subject.subject_id), folio, folio_count(rank, sheets))
    row = ReceivedFile.objects.create(
        agency=agency, subject_kind=subject.kind, subject_id=subject.subject_id, title=title.strip()[:300],
        rank=rank, dated_on=dated_on, received_on=received_on, recorded_at=viewer.at, actor=viewer.username,
        name=received.shown_name(name), format=form, size=len(content), sha256=files.keep(content),
        sheets=sheets, folio=first,
    )  # fmt: skip
    return row.uuid


@action("documents.read_file")
def read_file(*, viewer: Viewer, file_id: UUID) -> UUID:
    """Leave in the trail that the viewer opened a document with its personal data (L25 Đ5.1)."""
    row = ReceivedFile.objects.filter(uuid=file_id, agency__in=viewer.sight).only("agency").first()
    if row is None:
        raise Refusal("documents.file_not_found", name=viewer.name)
    rights.check_may(viewer, "documents.read_file", agency=row.agency)
    return file_id


def _check_told(viewer: Viewer, *, title: str, received_on: date, sheets: int) -> None:
    if not title.strip():
        raise Refusal("documents.title_missing", basis="T04 Đ31")
    if received_on > viewer.on:
        raise Refusal("documents.received_later", on=received_on, today=viewer.on)
    if not 1 <= sheets <= received.MOST_SHEETS:
        raise Refusal("documents.sheets_wrong", most=received.MOST_SHEETS)


def _folio(documents: Sequence[FiledDocument], stamped: int | None, count: int) -> int:
    """Return the first number: the stamped one when it is free, else the next."""
    following = next_folio(documents)
    if stamped is None:
        return following
    if not 1 <= stamped <= received.MOST_FOLIO:
        raise Refusal("documents.folio_wrong", most=received.MOST_FOLIO)
    for one in documents:
        if stamped <= one.last_folio and one.first_folio < stamped + count:
            raise Refusal(
                "documents.folio_taken", basis="T04 Đ31", folio=stamped, title=one.title, next=following
            )
    return stamped
