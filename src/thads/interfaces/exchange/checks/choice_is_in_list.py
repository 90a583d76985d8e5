"""A choice is one of the words of its list; marks and capitals do not matter."""

from collections.abc import Iterator

from thads.interfaces.exchange.case_workbook.cells import as_choice
from thads.interfaces.exchange.case_workbook.columns import Kind
from thads.interfaces.exchange.case_workbook.rows import CaseSheet, RowProblem
from thads.kernel.refusals import Refusal


def choice_is_in_list(sheet: CaseSheet) -> Iterator[RowProblem]:
    """Yield each choice that its list does not have, with the list."""
    for row, column in sheet.filled(kind=Kind.CHOICE):
        try:
            as_choice(row.cells[column.key], column)
        except Refusal as refusal:
            yield row.refused(column.key, refusal)
