"""An entry of the ledger as a value, and which entries count for a question asked at two times."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Entry:
    """One legal fact: what, about whom, when it took effect, when and by whom it was recorded."""

    id: int
    subject_kind: str
    subject_id: UUID
    seq: int
    kind: str
    took_effect: date
    recorded_at: datetime
    agency: str
    actor: str
    order_no: str
    payload: Mapping[str, Any]
    cancels: int | None = None


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A fact about to be appended; the ledger gives it its id and its place."""

    kind: str
    took_effect: date
    payload: Mapping[str, Any]
    order_no: str = ""
    cancels: int | None = None


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A fact of a new subject in a bulk import; a cancellation names the `seq` of the fact it takes back."""

    subject_id: UUID
    seq: int
    kind: str
    took_effect: date
    recorded_at: datetime
    agency: str
    actor: str
    order_no: str
    payload: dict[str, Any]
    cancels_seq: int | None = None


CANCELLATION = "ledger.cancelled"
"""Kind of the entry that takes another one back; it has no payload but the reason."""


def in_order(entry: Entry) -> tuple[date, datetime, int]:
    """Sort key of the fold: legal date, then when it was learned, then the order of writing."""
    return entry.took_effect, entry.recorded_at, entry.seq


def effective(entries: Iterable[Entry], *, as_of: date, known_at: datetime) -> Sequence[Entry]:
    """Return the entries that count on a day, as known at an instant, in the order of the fold.

    A payment of 28/9 recorded on 9/10 belongs to the year when asked on 12/12, and not when asked as
    known on 3/10. A cancelled entry counts for whoever asks as known before the cancellation.
    """
    known = [entry for entry in entries if entry.recorded_at <= known_at]
    cancelled = {entry.cancels for entry in known if entry.cancels is not None}
    return sorted(
        (e for e in known if e.took_effect <= as_of and e.cancels is None and e.id not in cancelled),
        key=in_order,
    )
