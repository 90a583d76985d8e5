"""Money that came in came in on a day."""

from collections.abc import Iterator

from thads.interfaces.exchange.case_workbook.rows import CaseSheet, RowProblem
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "workbook.collection_without_day": "Đã thu {collected} đồng nhưng chưa có “Ngày thu gần nhất”.",
        "workbook.day_without_collection": "Có ngày thu nhưng chưa ghi số tiền đã thu.",
    }
)


def collection_has_its_day(sheet: CaseSheet) -> Iterator[RowProblem]:
    """Yield each collection without a day, and each day of collection without money."""
    for row in sheet.rows:
        collected = row.amount("collected") or 0
        if collected and not row.is_filled("collected_on"):
            yield row.problem("collected_on", "workbook.collection_without_day", collected=collected)
        if row.is_filled("collected_on") and not row.is_filled("collected"):
            yield row.problem("collected", "workbook.day_without_collection")
