"""The bailiff's code is that of a bailiff of the agency."""

from collections.abc import Iterator

from thads.interfaces.exchange.case_workbook.rows import CaseSheet, RowProblem
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "workbook.bailiff_unknown": "Không có chấp hành viên mang mã “{bailiff}” tại cơ quan {agency}. "
        "Các mã hiện có: {known}.",
    }
)


def bailiff_is_known(sheet: CaseSheet) -> Iterator[RowProblem]:
    """Yield each code that no bailiff of the agency has."""
    known = ", ".join(sorted(sheet.bailiffs)) or "chưa có"
    for row in sheet.rows:
        code = row.text("bailiff")
        if code and code not in sheet.bailiffs:
            yield row.problem(
                "bailiff", "workbook.bailiff_unknown", bailiff=code, agency=sheet.agency, known=known
            )
