"""The sheet of cases as plain rows: what the checks read, free of the spreadsheet library."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from thads.interfaces.exchange.case_workbook.cells import (
    CellValue,
    as_amount,
    as_choice,
    as_day,
    as_text,
    is_blank,
)
from thads.interfaces.exchange.case_workbook.columns import BY_KEY, COLUMNS, Column, Kind
from thads.kernel.money import Dong
from thads.kernel.refusals import Problem, Refusal


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A fault at a cell: row and column as the spreadsheet numbers them (row 0: the workbook as a whole)."""

    row: int
    column: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Row:
    """One obligation as typed: the row's number in the sheet and what stands under each column's key."""

    number: int
    cells: Mapping[str, CellValue]

    def text(self, key: str) -> str:
        """Return the cell as text, empty when blank."""
        return as_text(self.cells.get(key))

    def is_filled(self, key: str) -> bool:
        """Say whether something stands under the column."""
        return not is_blank(self.cells.get(key))

    def day(self, key: str) -> date | None:
        """Return the day under a column; None when blank or unreadable (another check tells that)."""
        if not self.is_filled(key):
            return None
        try:
            return as_day(self.cells[key])
        except Refusal:
            return None

    def amount(self, key: str) -> Dong | None:
        """Return the đồng under a column; None when blank or unreadable (another check tells that)."""
        if not self.is_filled(key):
            return None
        try:
            return as_amount(self.cells[key])
        except Refusal:
            return None

    def choice(self, key: str) -> StrEnum | None:
        """Return the member chosen under a column; None when blank or not in the list."""
        if not self.is_filled(key):
            return None
        try:
            return as_choice(self.cells[key], BY_KEY[key])
        except Refusal:
            return None

    def problem(self, key: str, code: str, *, basis: str = "", **details: object) -> RowProblem:
        """Return a fault at this row under a column."""
        where = f"dòng {self.number}, cột “{BY_KEY[key].heading}”"
        return RowProblem(self.number, key, Problem(code, where=where, basis=basis, details=details))

    def refused(self, key: str, refusal: Refusal) -> RowProblem:
        """Return what a reading refused, as a fault at this row."""
        return self.problem(key, refusal.code, basis=refusal.basis, **refusal.details)


@dataclass(frozen=True, slots=True)
class CaseSheet:
    """All rows and what the checks must know beside them: the day, the agency, people and cases there are."""

    rows: Sequence[Row]
    agency: str
    on: date
    bailiffs: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    merged: Sequence[tuple[int, str]] = ()
    uncomputed: Sequence[tuple[int, str]] = ()
    columns: frozenset[str] = field(default=frozenset(BY_KEY))

    def filled(self, *, kind: Kind) -> Iterator[tuple[Row, Column]]:
        """Yield each filled cell in the columns of a kind."""
        for row in self.rows:
            for column in COLUMNS:
                if column.kind is kind and row.is_filled(column.key):
                    yield row, column

    def cases(self) -> Mapping[str, Sequence[Row]]:
        """Return the rows of each case by decision number, in the order of the sheet."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            if row.is_filled("number"):
                found.setdefault(row.text("number"), []).append(row)
        return found
