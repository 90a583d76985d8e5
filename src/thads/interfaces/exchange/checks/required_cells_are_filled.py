"""What a decision cannot do without is filled in (process.md 2.2, row 5 and 6)."""

from collections.abc import Iterator

from thads.interfaces.exchange.case_workbook.columns import COLUMNS
from thads.interfaces.exchange.case_workbook.rows import CaseSheet, RowProblem
from thads.kernel.sentences import register_sentences

register_sentences({"workbook.cell_missing": "Chưa nhập “{heading}”; cột này bắt buộc."})


def required_cells_are_filled(sheet: CaseSheet) -> Iterator[RowProblem]:
    """Yield each required cell that is blank."""
    uncomputed = set(sheet.uncomputed)
    for row in sheet.rows:
        for column in COLUMNS:
            if (
                column.required
                and not row.is_filled(column.key)
                and (row.number, column.key) not in uncomputed
            ):
                yield row.problem(column.key, "workbook.cell_missing", heading=column.heading)
