"""Reading the facts of one account that stand, for queries and actions alike."""

from collections.abc import Sequence

from thads.enforcement.money.rules.account import read
from thads.enforcement.money.rules.fee_items import Standing
from thads.foundation.ledger.rules.entries import CANCELLATION, Entry, in_order


def standing_entries(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Return the entries that stand, in the order of the fold."""
    gone = {entry.cancels for entry in entries if entry.cancels is not None}
    kept = [entry for entry in entries if entry.kind != CANCELLATION and entry.id not in gone]
    return sorted(kept, key=in_order)


def standing_facts(entries: Sequence[Entry]) -> Sequence[Standing]:
    """Return the facts that stand, each with its place and its day."""
    return [Standing(one.seq, read(one), one.took_effect) for one in standing_entries(entries)]
