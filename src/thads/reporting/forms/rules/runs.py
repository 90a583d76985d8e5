"""A run of a statutory form: its rows with a figure in every column, and what its identities say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from thads.kernel.periods import Period
from thads.kernel.refusals import Problem, Refusal
from thads.kernel.sentences import register_sentences
from thads.law.forms import FormLayout, FormUnit
from thads.law.formulas import Rate
from thads.reporting.counting.rules.cells import Figure
from thads.reporting.counting.rules.codes import LINES, Line
from thads.reporting.forms.rules.identities import IdentityResult

register_sentences(
    {
        "forms.row_unknown": "Biểu {form} không có dòng “{row}”; các dòng: {known}.",
        "forms.cell_unknown": "Biểu {form} không có cột “{cell}” để tra việc; các cột: {known}.",
    }
)

NO_BAILIFF = "-"
"""Stands for the bailiff in the key of the row of cases that nobody is assigned to."""
_NAMED_ROWS = 12


class RowKind(StrEnum):
    """What a row stands for."""

    TOTAL = "total"
    BREAKDOWN = "breakdown"
    AGENCY = "agency"
    BAILIFF = "bailiff"


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row: its key, words, depth of indentation, whose figures they are, and a figure for every line.

    `bailiff` is a staff code on a bailiff's row, empty for the row of unassigned cases, `None` elsewhere.
    `parent` is the key of the row this one is a part of.
    """

    key: str
    vi: str
    kind: RowKind
    level: int
    agency: str
    bailiff: str | None
    parent: str | None
    group: str
    cells: Mapping[Line, Figure]

    def values(self, unit: FormUnit) -> dict[str, int]:
        """Return the counts or the đồng by column code, as formulas and identities take them."""
        if unit is FormUnit.CASES:
            return {str(line): figure.cases for line, figure in self.cells.items()}
        return {str(line): figure.amount for line, figure in self.cells.items()}

    def rate(self, unit: FormUnit) -> Decimal | None:
        """Return c18: finished ÷ with conditions in percent, two decimals half up; nothing without a base."""
        return Rate(Line.C8, Line.C7).of(self.values(unit))


@dataclass(frozen=True, slots=True)
class FormRun:
    """A form computed for an agency and a period, as of a day, as known at an instant."""

    layout: FormLayout
    agency: str
    agency_vi: str
    period: Period
    as_of: date
    known_at: datetime
    rows: tuple[FormRow, ...]
    identities: tuple[IdentityResult, ...] = field(default=())
    superior_vi: str = ""

    @property
    def form(self) -> str:
        """The code of the form, `TT05/2024-04`."""
        return self.layout.code

    @property
    def total(self) -> FormRow:
        """The row of the whole agency."""
        return self.rows[0]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """One problem for every place where an identity is broken."""
        return tuple(problem for result in self.identities for problem in result.problems)

    def row(self, key: str) -> FormRow:
        """Return the row of a key (none: the total), or of a bailiff who stands once; refuse another key."""
        wanted = key.strip().casefold()
        if not wanted:
            return self.total
        for row in self.rows:
            if row.key.casefold() == wanted:
                return row
        of_bailiff = [row for row in self.rows if row.bailiff and row.bailiff.casefold() == wanted]
        if len(of_bailiff) == 1:
            return of_bailiff[0]
        raise Refusal("forms.row_unknown", form=self.form, row=key, known=self._row_names())

    def parts_of(self, key: str, *, group: str) -> Iterator[FormRow]:
        """Yield the rows of a group that a row is the sum of."""
        return (row for row in self.rows if row.parent == key and row.group == group)

    def _row_names(self) -> str:
        names = [row.key for row in self.rows]
        more = len(names) - _NAMED_ROWS
        return ", ".join(names[:_NAMED_ROWS]) + (f" … ({more} dòng nữa)" if more > 0 else "")


def line_for(layout: FormLayout, cell: str) -> Line:
    """Return the line of a column code; refuse a code without cases behind it (the rate, or none at all)."""
    wanted = cell.strip().lower()
    if wanted in set(LINES):
        return Line(wanted)
    raise Refusal("forms.cell_unknown", form=layout.code, cell=cell, known=", ".join(LINES))
