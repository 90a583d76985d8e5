"""The file of a subject: what was issued and what came in, with folio numbers (T04 Đ31)."""

from collections.abc import Sequence
from uuid import UUID

from thads.enforcement.documents.models import IssuedPaper, ReceivedFile
from thads.enforcement.documents.rules.folios import FiledDocument, next_folio
from thads.enforcement.documents.rules.papers import FolioRank, paper_kind
from thads.foundation.ledger import actions as ledger
from thads.kernel.refusals import Refusal


def filed_documents(subject_kind: str, subject_id: UUID) -> Sequence[FiledDocument]:
    """Return every numbered document of a file, in no order."""
    about = {"subject_kind": subject_kind, "subject_id": subject_id}
    issued = IssuedPaper.objects.filter(**about, folio__isnull=False).defer(
        "context", "text", "text_folded", "lines"
    )
    return [
        *(_issued(row) for row in issued),
        *(_received(row) for row in ReceivedFile.objects.filter(**about)),
    ]


def next_folio_of(subject_kind: str, subject_id: UUID) -> int:
    """Return the next folio number of a file; the transaction that asks is the only one that writes."""
    ledger.one_writer_at_a_time()
    return next_folio(filed_documents(subject_kind, subject_id))


def title_of(kind: str) -> str:
    """Return the name of a kind of paper, its code when no room knows it any longer."""
    try:
        return paper_kind(kind).title
    except Refusal:
        return kind


def _rank_of(kind: str) -> FolioRank:
    try:
        return paper_kind(kind).folio
    except Refusal:
        return FolioRank.OTHER


def _issued(row: IssuedPaper) -> FiledDocument:
    title = f"{title_of(row.kind)} số {row.number}" if row.number else title_of(row.kind)
    return FiledDocument(
        document_id=row.uuid, title=title, rank=_rank_of(row.kind), dated_on=row.issued_on,
        received_on=row.issued_on, recorded_at=row.recorded_at, sheets=row.sheets,
        first_folio=row.folio or 0, is_issued=True,
    )  # fmt: skip


def _received(row: ReceivedFile) -> FiledDocument:
    return FiledDocument(
        document_id=row.uuid, title=row.title, rank=FolioRank(row.rank), dated_on=row.dated_on,
        received_on=row.received_on, recorded_at=row.recorded_at, sheets=row.sheets, first_folio=row.folio,
        is_issued=False,
    )  # fmt: skip
