"""Reading the ledger: a subject's facts, and everything after a position.

The ledger knows no persons' rights: it is read by rooms, which scope their own questions.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Max, OuterRef, Subquery, Value
from django.db.models.functions import Concat

from thads.foundation.ledger.models import LedgerEntry
from thads.foundation.ledger.rules.entries import Entry

_COLUMNS = (
    "id", "subject_kind", "subject_id", "seq", "kind", "took_effect", "recorded_at",
    "agency", "actor", "order_no", "payload", "cancels",
)  # fmt: skip


def entries_of(subject_kind: str, subject_id: UUID) -> Sequence[Entry]:
    """Return all entries of one subject in the order they were written."""
    rows = LedgerEntry.objects.filter(subject_kind=subject_kind, subject_id=subject_id).order_by("seq")
    return [Entry(*row) for row in rows.values_list(*_COLUMNS)]


def entries_of_many(subject_kind: str, subject_ids: Iterable[UUID]) -> Iterator[Entry]:
    """Yield the entries of several subjects, subject by subject."""
    wanted = list(subject_ids)
    for start in range(0, len(wanted), 500):
        rows = LedgerEntry.objects.filter(
            subject_kind=subject_kind, subject_id__in=wanted[start : start + 500]
        ).order_by("subject_id", "seq")
        yield from (Entry(*row) for row in rows.values_list(*_COLUMNS))


def entries_after(position: int, *, subject_kind: str, limit: int | None = None) -> Iterator[Entry]:
    """Yield entries written after a position of the ledger, in the order of writing."""
    # Joined with nothing, the kind is no longer a column that an index serves: else SQLite would read the
    # whole ledger by the index of subjects and sort it, for the sake of the one entry after a position.
    about = Concat("subject_kind", Value(""))
    rows = (
        LedgerEntry.objects.filter(id__gt=position)
        .alias(about=about)
        .filter(about=subject_kind)
        .order_by("id")
    )
    rows = rows[:limit] if limit is not None else rows
    yield from (Entry(*row) for row in rows.values_list(*_COLUMNS).iterator(chunk_size=20_000))


def subjects_with_cancellations(subject_kind: str) -> Sequence[UUID]:
    """Return the subjects of which some fact was taken back: few, found by the index of cancellations."""
    rows = LedgerEntry.objects.filter(cancels__isnull=False, subject_kind=subject_kind)
    return list(rows.values_list("subject_id", flat=True).distinct())


def last_position() -> int:
    """Return the id of the newest entry, 0 for an empty ledger."""
    newest = LedgerEntry.objects.order_by("-id").values_list("id", flat=True).first()
    return newest or 0


def last_recorded_at() -> datetime | None:
    """Return the latest instant at which anything was recorded, None for an empty ledger."""
    last: datetime | None = LedgerEntry.objects.aggregate(last=Max("recorded_at"))["last"]
    return last


def last_day(subject_kinds: Iterable[str], *, subject: str) -> Subquery:
    """Return the last day on which anything of a subject took effect, to be asked within another question
    whose column `subject` names it; by the index of subjects.
    """
    facts = LedgerEntry.objects.filter(subject_kind__in=list(subject_kinds), subject_id=OuterRef(subject))
    return Subquery(facts.order_by().values("subject_id").annotate(last=Max("took_effect")).values("last"))


def order_numbers(subject_kind: str, subject_ids: Iterable[UUID]) -> Mapping[UUID, Sequence[str]]:
    """Return the numbers of papers that the facts of some subjects bear, each once, in their order."""
    rows = LedgerEntry.objects.filter(subject_kind=subject_kind, subject_id__in=list(subject_ids))
    found = defaultdict[UUID, dict[str, None]](dict)
    for subject, number in rows.exclude(order_no="").order_by("seq").values_list("subject_id", "order_no"):
        found[subject][number] = None
    return {subject: list(numbers) for subject, numbers in found.items()}
