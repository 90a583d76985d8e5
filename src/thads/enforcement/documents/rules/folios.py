"""The case file (hồ sơ) and its folio numbers, bút lục (T04 Đ31).

Order: the enforcement decision, the request when there was one, the judgment, then everything by the day of
receipt. A number goes to each sheet once; the decision and each judgment bear one number whatever their
length. A number is given right after receipt and stays; what is out of order is told, never renumbered.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from thads.enforcement.documents.rules.papers import FolioRank
from thads.kernel.refusals import Problem, Severity
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "documents.folio_gap": "Thiếu bút lục từ {first} đến {last} trước “{title}”; hãy kiểm tra hồ sơ.",
        "documents.folio_twice": "Bút lục {first} của “{title}” đã có ở tài liệu trước; hãy kiểm tra hồ sơ.",
        "documents.folio_late": "“{title}” (bút lục {first}) nhận ngày {received_on}, sớm hơn tài liệu mang "
        "bút lục trước nó; hãy ghi chú lý do vào bảng thống kê tài liệu.",
    }
)

_ONE_NUMBER = frozenset({FolioRank.DECISION, FolioRank.JUDGMENT})
_ORDER = {rank: place for place, rank in enumerate(FolioRank)}


@dataclass(frozen=True, slots=True)
class FiledDocument:
    """One document of a file: issued here or received; `first_folio` is the number on its first sheet."""

    document_id: UUID
    title: str
    rank: FolioRank
    dated_on: date | None
    received_on: date
    recorded_at: datetime
    sheets: int
    first_folio: int
    is_issued: bool

    @property
    def numbers(self) -> int:
        """How many folio numbers the document takes."""
        return folio_count(self.rank, self.sheets)

    @property
    def last_folio(self) -> int:
        """The number on its last sheet."""
        return self.first_folio + self.numbers - 1


def folio_count(rank: FolioRank, sheets: int) -> int:
    """Return how many numbers a document takes: one a sheet; one in all for a decision or judgment."""
    return 1 if rank in _ONE_NUMBER else max(sheets, 1)


def in_order(documents: Iterable[FiledDocument]) -> tuple[FiledDocument, ...]:
    """Return the documents as they lie in the file."""
    return tuple(
        sorted(
            documents,
            key=lambda one: (_ORDER[one.rank], one.received_on, one.recorded_at, one.first_folio),
        )
    )


def next_folio(documents: Iterable[FiledDocument]) -> int:
    """Return the number that the next sheet received takes."""
    return max((one.last_folio for one in documents), default=0) + 1


def findings(documents: Iterable[FiledDocument]) -> tuple[Problem, ...]:
    """Return what an inspection of the file would find, in the order of the numbers."""
    numbered = sorted(documents, key=lambda one: (one.first_folio, one.recorded_at))
    return tuple(problem for at, one in enumerate(numbered) for problem in _beside(one, numbered[:at]))


def _beside(one: FiledDocument, before: Sequence[FiledDocument]) -> Iterable[Problem]:
    last = max((other.last_folio for other in before), default=0)
    if one.first_folio > last + 1:
        yield _finding("documents.folio_gap", one, first=last + 1, last=one.first_folio - 1)
    if one.first_folio <= last:
        yield _finding("documents.folio_twice", one, first=one.first_folio)
    others = [other.received_on for other in before if other.rank is FolioRank.OTHER]
    if one.rank is FolioRank.OTHER and others and one.received_on < max(others):
        yield _finding("documents.folio_late", one, first=one.first_folio, received_on=one.received_on)


def _finding(code: str, one: FiledDocument, **details: object) -> Problem:
    return Problem(
        code, where=one.title, severity=Severity.WARNING, basis="T04 Đ31",
        details={**details, "title": one.title},
    )  # fmt: skip
