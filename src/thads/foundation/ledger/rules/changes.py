"""What somebody else wrote on a subject since an officer opened it, in words."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from thads.foundation.ledger.rules.entries import CANCELLATION, Entry
from thads.law import LAW

MOST_TOLD = 3
"""So many changes are told one by one, the newest; earlier ones are counted."""


def changes_words(
    entries: Sequence[Entry], *, names: Mapping[str, str], local: Mapping[int, datetime]
) -> str:
    """Return which facts were written, by whom and when: “Xác minh … (Lê Văn Chấp, 09:00 ngày 5/7/2024)”.

    `names` are those of accounts; `local` are the instants of recording by the office's clock, by entry.
    """
    told = [
        f"{fact_name(entry.kind)} ({names.get(entry.actor, entry.actor)}, {_clock(local[entry.id])})"
        for entry in entries[-MOST_TOLD:]
    ]
    earlier = len(entries) - len(told)
    return "; ".join([f"{earlier} sự kiện trước đó", *told] if earlier else told)


def fact_name(kind: str) -> str:
    """Return what officers call a kind of fact; one that the law's words do not know is told by its code."""
    if kind == CANCELLATION:
        return "Hủy sự kiện đã ghi"
    return LAW.labels.vocabulary("FactKind").get(kind, kind)


def _clock(at: datetime) -> str:
    return f"{at:%H:%M} ngày {at:%d/%m/%Y}"
