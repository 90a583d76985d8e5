"""The decision is not in the system yet: the workbook brings in new cases only."""

from collections.abc import Iterator

from thads.interfaces.exchange.case_workbook.rows import CaseSheet, RowProblem
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "workbook.case_exists": "Quyết định số {number} của cơ quan {agency} đã có trong hệ thống; hãy bỏ "
        "dòng này "
        "hoặc sửa lại số quyết định.",
    }
)


def case_is_new(sheet: CaseSheet) -> Iterator[RowProblem]:
    """Yield the first row of each case that the system already has."""
    for number, rows in sheet.cases().items():
        if number in sheet.numbers:
            yield rows[0].problem("number", "workbook.case_exists", number=number, agency=sheet.agency)
