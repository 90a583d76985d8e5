"""Cells are not merged: each row must say all of its obligation itself."""

from collections.abc import Iterator

from thads.interfaces.exchange.case_workbook.rows import CaseSheet, Row, RowProblem
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "workbook.merged": "Ô bị trộn với ô khác; hãy bỏ trộn ô (Merge & Center) và ghi đủ nội dung cho "
        "từng dòng."
    }
)


def cells_are_not_merged(sheet: CaseSheet) -> Iterator[RowProblem]:
    """Yield the first cell of each merged area."""
    for number, key in sheet.merged:
        yield Row(number, {}).problem(key, "workbook.merged")
