"""Statutory forms as data: columns, headings, rows, identities, signatures and deadlines (TT05/2024).

The annexes with the official layouts could not be obtained; columns are the working model of the
specification and carry `certainty = derived`. Correcting them is a review of a TOML file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thads.kernel.periods import Period
from thads.law.formulas import Formula, Rate, Sum
from thads.law.rulings import Certainty


class FormUnit(StrEnum):
    """What the cells of a form count: cases (việc) or money (đồng; printed in thousands)."""

    CASES = "cases"
    MONEY = "money"


class RowDimension(StrEnum):
    """What the rows of a form are."""

    BREAKDOWN = "breakdown"
    STATE_REVENUE = "state_revenue"
    AGENCY_BAILIFF = "agency_bailiff"


class IdentityKind(StrEnum):
    """How an identity is checked: within a row, across rows, between periods, or in the method."""

    EQUAL = "equal"
    AT_MOST = "at_most"
    ROWS = "rows"
    PERIODS = "periods"
    METHOD = "method"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its code (c1…), printed number, headings from the top, and its formula if it is a sum.

    `under` are the group headings above it, outermost first; `is_memo` columns stand outside c1…c17;
    `is_part` columns repeat a part of the column before ("trong đó") and enter no sum.
    """

    code: str
    number: str
    vi: str
    short_vi: str
    under: tuple[str, ...]
    formula: Formula | None
    evidence: str
    certainty: Certainty
    is_memo: bool = False
    is_part: bool = False

    @property
    def is_rate(self) -> bool:
        return isinstance(self.formula, Rate)


@dataclass(frozen=True, slots=True)
class HeadingCell:
    """One cell of the printed heading: its words and the columns and rows it spans."""

    vi: str
    row: int
    column: int
    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class RowGroup:
    """A group of rows: its key, heading, what it divides by, and the keys with their words in order."""

    key: str
    vi: str
    dimension: str
    members: tuple[tuple[str, str], ...]
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Identity:
    """An equation the figures must satisfy, with its reason in Vietnamese and when it holds."""

    code: str
    vi: str
    kind: IdentityKind
    left: Sum | None
    right: Sum | None
    basis: str
    certainty: Certainty
    first_year: int | None = None
    last_year: int | None = None

    @property
    def is_checkable(self) -> bool:
        """Whether it can be checked within one row of cells."""
        return self.left is not None and self.right is not None

    def holds_in(self, period: Period) -> bool:
        """Say whether the identity is claimed for the statistics year of the period."""
        return (self.first_year or 0) <= period.year <= (self.last_year or 9999)

    def gap(self, cells: Mapping[str, int]) -> int:
        """Return left − right in cases or đồng: 0 when kept (for `at_most`: 0 when not exceeded)."""
        if self.left is None or self.right is None:
            return 0
        gap = self.left.of(cells) - self.right.of(cells)
        return max(gap, 0) if self.kind is IdentityKind.AT_MOST else gap

    def is_kept(self, cells: Mapping[str, int]) -> bool:
        """Say whether the row of cells satisfies the identity."""
        return self.gap(cells) == 0


@dataclass(frozen=True, slots=True)
class ReportDeadline:
    """Who sends to whom within how many working days from the end of the period."""

    sender: str
    receiver: str
    working_days: int
    basis: str


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Who signs the printed form: left and right, and what a bailiff's own report shows."""

    place_and_date: str
    compiler: str
    head: str
    hint: str
    bailiff: str
    bailiff_confirmation: str
    basis: str


@dataclass(frozen=True, slots=True)
class Circular:
    """The circular a form belongs to, the span it is in force, and the first period reported on its forms."""

    code: str
    vi: str
    number: str
    issued_on: date
    since: date
    until: date | None
    used_from: Period
    note: str


@dataclass(frozen=True, slots=True)
class FormLayout:
    """One statutory form: everything needed to compute, print, export and check it."""

    code: str
    number: str
    vi: str
    printed_code: str
    unit: FormUnit
    unit_vi: str
    printed_per: int
    dimension: RowDimension
    circular: Circular
    first_column_vi: str
    columns: tuple[Column, ...]
    rows: tuple[RowGroup, ...]
    identities: tuple[Identity, ...]
    sender_vi: str
    receiver_vi: str
    signatures: SignatureBlock
    deadlines: tuple[ReportDeadline, ...]
    basis: str
    certainty: Certainty

    def column(self, code: str) -> Column:
        """Return the column; an unknown code is a `KeyError`."""
        for column in self.columns:
            if column.code == code:
                return column
        raise KeyError(code)

    @property
    def counted_columns(self) -> tuple[Column, ...]:
        """The columns that hold cells (all but the rate)."""
        return tuple(column for column in self.columns if not column.is_rate)

    def identities_of(self, period: Period) -> tuple[Identity, ...]:
        """Return the identities claimed for the period's statistics year."""
        return tuple(one for one in self.identities if one.holds_in(period))

    @property
    def issued_under_vi(self) -> str:
        """The line under the form's number: which circular issued it."""
        return f"Ban hành theo {self.circular.vi}"

    @property
    def heading_depth(self) -> int:
        """Rows of heading above the line of column numbers."""
        return 1 + max(len(column.under) for column in self.columns)

    def headings(self) -> tuple[HeadingCell, ...]:
        """Return the heading as cells with spans; column 0 is the row titles, row 0 the top."""
        depth = self.heading_depth
        cells = [HeadingCell(self.first_column_vi, 0, 0, 1, depth)]
        for place, column in enumerate(self.columns, start=1):
            level = len(column.under)
            cells.append(HeadingCell(column.vi, level, place, 1, depth - level))
        for level in range(depth - 1):
            cells.extend(self._group_cells(level))
        return tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))

    def _group_cells(self, level: int) -> list[HeadingCell]:
        found: list[HeadingCell] = []
        before: tuple[str, ...] | None = None
        for place, column in enumerate(self.columns, start=1):
            path = column.under[: level + 1] if len(column.under) > level else None
            if path is not None and path == before:
                last = found[-1]
                found[-1] = HeadingCell(last.vi, last.row, last.column, last.columns + 1, last.rows)
            elif path is not None:
                found.append(HeadingCell(path[-1], level, place, 1, 1))
            before = path
        return found
