"""From the ledger to spans: reads entries after a position, folds the cases they touch.

Only touched cases are folded again; a batch bounds the memory of a first build.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from thads.enforcement.cases.rules.histories import SUBJECT
from thads.foundation.ledger import queries as ledger
from thads.foundation.ledger.rules.entries import Entry
from thads.reporting.counting.rules.questions import microseconds
from thads.reporting.counting.rules.spans import spans_of
from thads.reporting.counting.segments import Mark
from thads.reporting.counting.tables import SpanRows

BATCH = 100_000


@dataclass(frozen=True, slots=True)
class Batch:
    """The folded cases of some entries: their keys, their spans, how far they reach, the newest knowledge."""

    keys: tuple[int, ...]
    rows: SpanRows
    reached: Mark
    newest_known: int


def mark_of(entry: Entry) -> Mark:
    """Return the place of an entry, with what tells it apart from another entry at the same position."""
    told = (
        f"{entry.subject_id}|{entry.seq}|{entry.kind}|{entry.took_effect}|{microseconds(entry.recorded_at)}"
    )
    return Mark(entry.id, hashlib.sha256(told.encode()).hexdigest()[:32])


def entry_at(position: int) -> Entry | None:
    """Return the first case entry at or after a position."""
    return next(iter(ledger.entries_after(position - 1, subject_kind=SUBJECT, limit=1)), None)


def is_there(mark: Mark) -> bool:
    """Say whether the ledger still has the entry of the mark (a rolled-back or replaced ledger has not)."""
    if mark.position == 0:
        return True
    found = entry_at(mark.position)
    return found is not None and mark_of(found) == mark


def ledger_identity() -> str:
    """Return what tells this ledger from any other: its first case entry; empty for an empty one."""
    first = entry_at(1)
    return mark_of(first).entry if first is not None else ""


def pulled(position: int) -> Iterator[Batch]:
    """Yield the cases touched after a position, batch by batch, each case folded whole."""
    while True:
        entries = list(ledger.entries_after(position, subject_kind=SUBJECT, limit=BATCH))
        if not entries:
            return
        yield _folded(entries)
        position = entries[-1].id


def _folded(entries: Sequence[Entry]) -> Batch:
    histories: dict[UUID, list[Entry]] = {}
    for entry in entries:
        histories.setdefault(entry.subject_id, []).append(entry)
    begun_before = {subject for subject, found in histories.items() if found[0].seq != 1}
    for subject in begun_before:
        histories[subject] = []
    for entry in ledger.entries_of_many(SUBJECT, begun_before):
        histories[entry.subject_id].append(entry)
    rows = SpanRows()
    for subject, found in histories.items():
        rows.add(found[0].id, str(subject), spans_of(found))
    newest = max(microseconds(entry.recorded_at) for entry in entries)
    keys = tuple(found[0].id for found in histories.values())
    return Batch(keys, rows, mark_of(entries[-1]), newest)
