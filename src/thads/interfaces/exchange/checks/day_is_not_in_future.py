"""Nothing is entered that has not happened yet."""

from collections.abc import Iterator

from thads.interfaces.exchange.case_workbook.columns import Kind
from thads.interfaces.exchange.case_workbook.rows import CaseSheet, RowProblem
from thads.kernel.sentences import register_sentences

register_sentences(
    {"workbook.day_in_future": "Ngày {day} còn ở tương lai (hôm nay là {on}); hãy kiểm tra lại năm."}
)


def day_is_not_in_future(sheet: CaseSheet) -> Iterator[RowProblem]:
    """Yield each day after today."""
    for row, column in sheet.filled(kind=Kind.DAY):
        day = row.day(column.key)
        if day is not None and day > sheet.on:
            yield row.problem(column.key, "workbook.day_in_future", day=day, on=sheet.on)
