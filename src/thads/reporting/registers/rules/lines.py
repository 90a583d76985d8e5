"""One line of a register: what is listed, and everything its columns may be asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.histories import HistoryFact
from thads.enforcement.cases.rules.registered import RegisteredCase
from thads.enforcement.cases.rules.state import CaseState
from thads.kernel.text import write_date

Cell = str | int | date | None
"""What stands in a cell: words, a whole number (đồng, folios), a day, or nothing."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A fact of a case that a register lists, read as of the last day of the span."""

    case: RegisteredCase
    place: int
    as_of: date
    names: Mapping[str, str]
    state: CaseState | None

    @property
    def line(self) -> HistoryFact:
        """The fact listed, with its day and number."""
        return self.case.facts[self.place]

    @property
    def fact(self) -> f.CaseFact:
        assert self.line.fact is not None
        return self.line.fact

    @property
    def seq(self) -> int:
        """The place of the fact in the case, from 1."""
        return self.case.seqs[self.place]

    @property
    def on(self) -> date:
        return self.line.took_effect

    def named(self, code: str) -> str:
        """Return the name of a person or an agency; who is not known keeps the code."""
        return self.names.get(code, code)

    def later(self, *kinds: type[f.CaseFact]) -> HistoryFact | None:
        """Return the first fact of these kinds after the one listed, up to the last day of the span."""
        return next((line for line in self.following() if isinstance(line.fact, kinds)), None)

    def following(self) -> Sequence[HistoryFact]:
        """Return the facts after the one listed, up to the last day of the span."""
        return [line for line in self.case.facts[self.place + 1 :] if line.took_effect <= self.as_of]

    def last(self, kind: type[f.CaseFact]) -> HistoryFact | None:
        """Return the last fact of a kind up to the last day of the span."""
        found = [
            line for line in self.case.facts if isinstance(line.fact, kind) and line.took_effect <= self.as_of
        ]
        return found[-1] if found else None


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A line as shown: the cells by the key of their column, the case behind it, and a key that stays.

    `changed` says how the line differs from the register as it was closed (T04 Đ30.4).
    """

    key: str
    cells: Mapping[str, Cell]
    case_id: UUID | None = None
    judgment_id: UUID | None = None
    changed: str = ""
    before: Mapping[str, Cell] = field(default_factory=dict)


def numbered_and_dated(number: str, on: date) -> str:
    """Write a number and a day as registers do: “12/QĐ-CCTHADS ngày 05/3/2024”."""
    day = write_date(on)
    return f"{number} ngày {day}" if number else f"ngày {day}"
