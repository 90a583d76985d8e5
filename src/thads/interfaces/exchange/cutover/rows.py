"""A row of an old book as plain values, and what the checks find in it; free of the spreadsheet library."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from thads.enforcement.cases.rules.duplicates import Enforced
from thads.enforcement.cases.rules.vocabulary import CarriedDoubt
from thads.interfaces.exchange.cutover.columns import BY_KEY
from thads.kernel.money import Dong
from thads.kernel.names import fold
from thads.kernel.refusals import Problem, Refusal, Severity


class Weight(StrEnum):
    """What a finding means for the case: it stays out, or comes in with a doubt that is kept."""

    LOST = "lost"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: file, sheet and number of the row."""

    file: str
    sheet: str
    row: int

    def __str__(self) -> str:
        return f"{self.file}, sheet {self.sheet}, dòng {self.row}"


@dataclass(frozen=True, slots=True)
class OldRow:
    """One obligation as the old book has it; blank cells are absent, `unreadable` ones told by key.

    `joined`: the decision was left blank, as in a merged cell, and taken from the row above. `digest` tells
    the content from any other; `serials` are days read from bare numbers.
    """

    place: Place
    texts: Mapping[str, str]
    days: Mapping[str, date] = field(default_factory=dict)
    amounts: Mapping[str, Dong] = field(default_factory=dict)
    choices: Mapping[str, StrEnum] = field(default_factory=dict)
    unreadable: Mapping[str, Refusal] = field(default_factory=dict)
    joined: bool = False
    serials: frozenset[str] = frozenset()
    digest: str = ""

    def text(self, key: str) -> str:
        """Return the cell as text, empty when blank."""
        return self.texts.get(key, "")

    def day(self, key: str) -> date | None:
        """Return the day under a column; None when blank or unreadable."""
        return self.days.get(key)

    def amount(self, key: str) -> Dong:
        """Return the đồng under a column; 0 when blank."""
        return self.amounts.get(key, 0)

    def choice(self, key: str) -> StrEnum | None:
        """Return the member chosen under a column; None when blank or not known."""
        return self.choices.get(key)

    def is_filled(self, key: str) -> bool:
        """Say whether something stands under the column."""
        return key in self.texts

    @property
    def held(self) -> Dong:
        """Everything still held on the obligation, wherever it lies."""
        return self.amount("held_cash") + self.amount("held_treasury") + self.amount("held_bank")

    @property
    def gone(self) -> Dong:
        """The đồng of the duty that are no longer to be enforced here."""
        return sum(self.amount(key) for key in ("collected", "terminated", "reduced", "delegated"))

    def lost(self, key: str, code: str, *, basis: str = "", **details: object) -> "Finding":
        """Return a fault for which the case stays out."""
        return Finding(self, key, Weight.LOST, code, basis, details)

    def doubted(
        self, key: str, code: str, doubt: CarriedDoubt | None = None, *, basis: str = "", **details: object
    ) -> "Finding":
        """Return something assumed or not known, with which the case comes in."""
        return Finding(self, key, Weight.DOUBT, code, basis, details, doubt)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found at a cell of a row."""

    row: OldRow
    key: str
    weight: Weight
    code: str
    basis: str = ""
    details: Mapping[str, object] = field(default_factory=dict)
    doubt: CarriedDoubt | None = None

    @property
    def problem(self) -> Problem:
        """The finding as a fault with place and words."""
        severity = Severity.ERROR if self.weight is Weight.LOST else Severity.WARNING
        where = f"{self.row.place}, cột “{BY_KEY[self.key].heading}”"
        return Problem(self.code, where, severity, self.basis, self.details)

    @property
    def message(self) -> str:
        return self.problem.message


@dataclass(frozen=True, slots=True)
class OldBook:
    """All rows, by case, and what the checks must know beside them."""

    agency: str
    on: date
    cases: Mapping[str, Sequence[OldRow]]
    nameless: Sequence[OldRow] = ()
    bailiffs: Mapping[str, str] = field(default_factory=dict)
    numbers: frozenset[str] = frozenset()
    carried: Mapping[str, frozenset[str]] = field(default_factory=dict)
    elsewhere: Mapping[tuple[str, date], Sequence[Enforced]] = field(default_factory=dict)

    def rows(self) -> Sequence[OldRow]:
        """Return every row that belongs to a case, case by case."""
        return [row for rows in self.cases.values() for row in rows]

    def bailiff(self, written: str) -> str:
        """Return the code of a bailiff by code or name; empty when there is none, or more than one."""
        return self.bailiffs.get(fold(written), "")

    def is_in(self, number: str) -> bool:
        """Say whether the case was taken over before, from just these rows."""
        digests = self.carried.get(number)
        return digests is not None and digests == {row.digest for row in self.cases[number]}
