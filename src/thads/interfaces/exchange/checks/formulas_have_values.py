"""A formula has its computed value in the file; one that was never computed says nothing."""

from collections.abc import Iterator

from thads.interfaces.exchange.case_workbook.rows import CaseSheet, Row, RowProblem
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "workbook.formula_without_value": "Ô chứa công thức chưa được tính hoặc công thức bị lỗi; hãy mở "
        "tệp bằng "
        "Excel, lưu lại, hoặc dán giá trị thay cho công thức.",
    }
)


def formulas_have_values(sheet: CaseSheet) -> Iterator[RowProblem]:
    """Yield each formula without a value."""
    for number, key in sheet.uncomputed:
        yield Row(number, {}).problem(key, "workbook.formula_without_value")
