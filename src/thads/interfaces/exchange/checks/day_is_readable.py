"""A day is a day of the calendar, written day before month; a bare number is none."""

from collections.abc import Iterator

from thads.interfaces.exchange.case_workbook.cells import as_day
from thads.interfaces.exchange.case_workbook.columns import Kind
from thads.interfaces.exchange.case_workbook.rows import CaseSheet, RowProblem
from thads.kernel.refusals import Refusal


def day_is_readable(sheet: CaseSheet) -> Iterator[RowProblem]:
    """Yield each cell of a day that is no day, or can only be read month before day."""
    for row, column in sheet.filled(kind=Kind.DAY):
        try:
            as_day(row.cells[column.key])
        except Refusal as refusal:
            yield row.refused(column.key, refusal)
