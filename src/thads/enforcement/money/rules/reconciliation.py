"""Holding a statement of bank or treasury against the book (T78 Đ8.3): which line is which entry.

A line fits an entry when the amount is the same, the days are near, and the text names the receipt, the
voucher or the case. One fitting entry is a match; several, or a name without its amount, are doubtful and a
person decides. Each entry answers one line at most. The same statement always gives the same answer.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from thads.enforcement.money.rules.vocabulary import MatchState
from thads.kernel.money import Dong
from thads.kernel.names import fold

WINDOW_DAYS = 3
"""How many days a bank may take until money shows; a choice of the house, not of the law."""

_WORD = re.compile(r"[^0-9a-z/.-]+")


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A line of a statement: money in is positive, money out negative."""

    row: int
    on: date
    amount: Dong
    text: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class BookEntry:
    """Money that came to or left a place by the book; `names` are what a statement may call it by."""

    entry_id: int
    on: date
    amount: Dong
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """What a line of the statement is: the state, the entry it is, or those it could be."""

    row: StatementRow
    state: MatchState
    entry_id: int | None = None
    candidates: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reconciled:
    """All lines of a statement, and the entries of the book that it does not show."""

    matches: tuple[Match, ...]
    missing_in_statement: tuple[BookEntry, ...] = field(default=())

    def count(self, state: MatchState) -> int:
        """Return how many lines are in a state."""
        return sum(match.state is state for match in self.matches)


def reconcile(
    rows: Iterable[StatementRow],
    entries: Iterable[BookEntry],
    *,
    window: int = WINDOW_DAYS,
    settled: Iterable[Match] = (),
) -> Reconciled:
    """Match the lines of a statement with the entries of the book; what a person has settled stays as
    it is.
    """
    rows, entries = sorted(rows, key=lambda row: row.row), sorted(entries, key=_by_day)
    found = {match.row.row: match for match in settled}
    taken: set[int | None] = {match.entry_id for match in found.values()} - {None}
    for is_named in (True, False):
        _take_sure(rows, entries, found, taken, window, is_named=is_named)
    for row in rows:
        if row.row not in found:
            found[row.row] = _doubt(row, entries, taken, window)
    left = tuple(entry for entry in entries if entry.entry_id not in taken)
    return Reconciled(tuple(found[row.row] for row in rows), left)


def _by_day(entry: BookEntry) -> tuple[date, int]:
    return entry.on, entry.entry_id


def _take_sure(
    rows: Sequence[StatementRow],
    entries: Sequence[BookEntry],
    found: dict[int, Match],
    taken: set[int | None],
    window: int,
    *,
    is_named: bool,
) -> None:
    """Take the lines that fit exactly one entry that no other line fits as well; named ones come first."""
    open_rows = [row for row in rows if row.row not in found]
    fitting = {row.row: _fitting(row, entries, taken, window, is_named=is_named) for row in open_rows}
    wanted = [entry.entry_id for several in fitting.values() for entry in several]
    for row in open_rows:
        fits = fitting[row.row]
        if len(fits) == 1 and wanted.count(fits[0].entry_id) == 1:
            found[row.row] = Match(row, MatchState.MATCHED, fits[0].entry_id)
            taken.add(fits[0].entry_id)


def _fitting(
    row: StatementRow, entries: Sequence[BookEntry], taken: set[int | None], window: int, *, is_named: bool
) -> list[BookEntry]:
    near = [
        entry
        for entry in entries
        if entry.entry_id not in taken
        and entry.amount == row.amount
        and abs((entry.on - row.on).days) <= window
    ]
    return [entry for entry in near if names_in(row, entry)] if is_named else near


def _doubt(row: StatementRow, entries: Sequence[BookEntry], taken: set[int | None], window: int) -> Match:
    """Several could be meant, or one is named with another amount: a person decides; else the book
    lacks it.
    """
    alike = _fitting(row, entries, taken, window, is_named=False)
    named = [
        entry
        for entry in entries
        if entry.entry_id not in taken and _same_way(row, entry) and names_in(row, entry)
    ]
    candidates = tuple(dict.fromkeys(entry.entry_id for entry in [*alike, *named]))
    if not candidates:
        return Match(row, MatchState.MISSING_IN_BOOK)
    return Match(row, MatchState.DOUBTFUL, None, candidates)


def _same_way(row: StatementRow, entry: BookEntry) -> bool:
    return (row.amount > 0) == (entry.amount > 0)


def names_in(row: StatementRow, entry: BookEntry) -> bool:
    """Say whether the text of a line names the entry: its receipt, its voucher or its case."""
    said = _bare(f"{row.text} {row.reference}")
    return any(f" {_bare(name).strip()} " in said for name in entry.names if name.strip())


def _bare(text: str) -> str:
    return f" {' '.join(_WORD.sub(' ', fold(text)).split())} "


def fingerprint(account_no: str, row: StatementRow, nth: int) -> str:
    """Return what tells a line of an account from every other: its day, đồng, words and place among its
    equals.
    """
    told = "|".join(
        [account_no, row.on.isoformat(), str(row.amount), fold(row.text), fold(row.reference), str(nth)]
    )
    return hashlib.sha256(told.encode()).hexdigest()
