"""Rows with the same decision number say the same of the decision."""

from collections.abc import Iterator

from thads.interfaces.exchange.case_workbook.columns import COLUMNS
from thads.interfaces.exchange.case_workbook.rows import CaseSheet, RowProblem
from thads.kernel.names import fold
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "workbook.rows_disagree": "Cùng quyết định số {number} nhưng dòng {first} ghi “{heading}” là "
        "“{other}”; các "
        "dòng của một việc phải ghi giống nhau. Nếu là việc khác, hãy sửa số quyết định.",
    }
)


def rows_of_case_agree(sheet: CaseSheet) -> Iterator[RowProblem]:
    """Yield each cell of the decision that differs from the first row of its case."""
    for number, rows in sheet.cases().items():
        first = rows[0]
        for row in rows[1:]:
            for column in COLUMNS:
                if column.of_case and fold(row.text(column.key)) != fold(first.text(column.key)):
                    yield row.problem(column.key, "workbook.rows_disagree", number=number, first=first.number,
                                      heading=column.heading, other=first.text(column.key))  # fmt: skip
