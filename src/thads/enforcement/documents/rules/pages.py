"""What queries of this room answer: frozen values that serve screen, REST and command line alike."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from thads.enforcement.documents.rules.fields import PaperField
from thads.enforcement.documents.rules.folios import FiledDocument
from thads.enforcement.documents.rules.rendering import PaperLine
from thads.kernel.refusals import Problem
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "documents.not_found": "Không tìm thấy văn bản trong phạm vi được giao cho tài khoản {name}.",
        "documents.file_not_found": "Không tìm thấy tài liệu trong phạm vi được giao cho tài khoản {name}.",
        "documents.version_unknown": "Mẫu “{paper}” của {agency} không có lần áp dụng số {number}.",
    }
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a paper is about, as plain values: `Subject("case", case_id, entry_seq)`; `entry_seq` is the legal
    fact that the paper writes down.
    """

    kind: str
    subject_id: UUID
    entry_seq: int | None = None


@dataclass(frozen=True, slots=True)
class Issued:
    """What issuing answers: where the paper is kept and the number it bears."""

    paper_id: UUID
    number: str


@dataclass(frozen=True, slots=True)
class PaperRow:
    """An issued paper in a list; `corrected_by` is the newest paper that corrects it."""

    paper_id: UUID
    agency: str
    kind: str
    title: str
    number: str
    issued_on: date
    recorded_at: datetime
    signer_name: str
    signer_title: str
    subject_kind: str
    subject_id: UUID | None
    entry_seq: int | None
    folio: int | None
    corrects: UUID | None
    corrected_by: UUID | None


@dataclass(frozen=True, slots=True)
class PaperPage:
    """One issued paper as it went out, and whether its files can be had."""

    row: PaperRow
    variant: str
    lines: tuple[PaperLine, ...]
    text: str
    master: str
    is_own_master: bool
    sha256: str
    has_pdf: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """A paper before it is issued: the same words, without number, marked as a draft."""

    title: str
    lines: tuple[PaperLine, ...]
    text: str


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A file handed out: its name, its type, its bytes."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class CaseFile:
    """The file of a subject in its lawful order (T04 Đ31), with what an inspection would find."""

    documents: tuple[FiledDocument, ...]
    findings: tuple[Problem, ...]
    next_folio: int


@dataclass(frozen=True, slots=True)
class MasterRow:
    """A master as an agency uses it on a day; `adopted_by` is empty while the one of the package is used."""

    kind: str
    title: str
    variant: str
    label: str
    basis: str
    adopted_by: str
    number: int
    valid_from: date | None

    @property
    def is_own(self) -> bool:
        """Whether an office's own wording is used."""
        return bool(self.adopted_by)


@dataclass(frozen=True, slots=True)
class AdoptionRow:
    """One adoption of a version by an agency; `is_shipped`: it went back to the master of the package."""

    number: int
    agency: str
    sha256: str
    valid_from: date
    recorded_at: datetime
    actor: str
    note: str
    is_shipped: bool
    in_force: bool


@dataclass(frozen=True, slots=True)
class MasterPage:
    """One master: its fields with their meanings, its versions, a sample."""

    row: MasterRow
    numbered: bool
    standard: tuple[PaperField, ...]
    fields: tuple[PaperField, ...]
    kept: frozenset[str]
    adoptions: tuple[AdoptionRow, ...]
    sample: tuple[PaperLine, ...]


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series of numbers of an agency in a year, with the numbers voided."""

    agency: str
    family: str
    name: str
    register: str
    year: int
    last: int
    voided: tuple[int, ...]
