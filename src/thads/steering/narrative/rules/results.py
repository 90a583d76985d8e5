"""The figures of one body and period from which a result paragraph is written; plain values, no database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from thads.kernel.periods import Period


@dataclass(frozen=True, slots=True)
class Cell:
    """One line of the forms: cases and đồng (TT05/2024, c1…c17 and m1 of the working model)."""

    cases: int = 0
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Targets:
    """The yearly targets of the completion rate in percent; nothing where none is set."""

    cases: Decimal | None = None
    money: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Rank:
    """A place among bodies that are compared: 4 of 63."""

    place: int
    of: int


@dataclass(frozen=True, slots=True)
class Ranks:
    """The places of a province by cases and by money."""

    cases: Rank | None = None
    money: Rank | None = None


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit of the body with its finished and enforceable cells ("Chi cục Chiêm Hóa", "Phòng Nghiệp vụ")."""

    name: str
    finished: Cell
    enforceable: Cell


@dataclass(frozen=True, slots=True)
class ResultFigures:
    """Everything that a result paragraph may say of a body in a cumulative period.

    `cells` maps c1…c17 and m1 to their cells; `before` holds the same period of last year, and is
    empty when it is not known. `org` is the name without its kind ("Tuyên Quang"); `level` the word
    for the whole of it ("tỉnh", "thành phố", "đơn vị").
    """

    org: str
    period: Period
    cells: Mapping[str, Cell]
    before: Mapping[str, Cell] = field(default_factory=dict)
    targets: Targets = Targets()
    ranks: Ranks = Ranks()
    units: tuple[UnitRow, ...] = ()
    level: str = "tỉnh"

    def value(self, cell: str, side: str) -> int:
        """A cell on one side of the work ("cases" or "amount"); zero when it is empty."""
        return int(getattr(self.cells.get(cell, Cell()), side))

    def value_before(self, cell: str, side: str) -> int | None:
        """The same cell a year earlier; nothing when last year is not known."""
        return int(getattr(self.before[cell], side)) if cell in self.before else None


def rate(finished: int, enforceable: int) -> Fraction | None:
    """The completion rate c8/c7 in percent, exact; nothing without enforceable cases."""
    return Fraction(100 * finished, enforceable) if enforceable else None
