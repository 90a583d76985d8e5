"""An amount is a whole number of đồng, not negative; "1.000.000" typed as text is read."""

from collections.abc import Iterator

from thads.interfaces.exchange.case_workbook.cells import as_amount
from thads.interfaces.exchange.case_workbook.columns import Kind
from thads.interfaces.exchange.case_workbook.rows import CaseSheet, RowProblem
from thads.kernel.refusals import Refusal


def amount_is_readable(sheet: CaseSheet) -> Iterator[RowProblem]:
    """Yield each amount that is no number, has a fraction or is negative."""
    for row, column in sheet.filled(kind=Kind.AMOUNT):
        try:
            as_amount(row.cells[column.key])
        except Refusal as refusal:
            yield row.refused(column.key, refusal)
