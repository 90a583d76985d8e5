"""Not more is collected than was to be enforced."""

from collections.abc import Iterator

from thads.interfaces.exchange.case_workbook.rows import CaseSheet, RowProblem
from thads.kernel.sentences import register_sentences

register_sentences(
    {"workbook.collected_too_much": "Đã thu {collected} đồng, nhiều hơn số phải thi hành {amount} đồng."}
)


def collected_is_within_amount(sheet: CaseSheet) -> Iterator[RowProblem]:
    """Yield each row with more collected than owed."""
    for row in sheet.rows:
        amount, collected = row.amount("amount"), row.amount("collected")
        if amount is not None and collected is not None and collected > amount:
            yield row.problem("collected", "workbook.collected_too_much", collected=collected, amount=amount)
