"""Collection and status come on or after the day of the decision."""

from collections.abc import Iterator

from thads.interfaces.exchange.case_workbook.rows import CaseSheet, RowProblem
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "workbook.day_before_decision": "Ngày {day} trước ngày quyết định thi hành án {decided_on}; hãy "
        "kiểm tra lại.",
    }
)


def days_follow_decision(sheet: CaseSheet) -> Iterator[RowProblem]:
    """Yield each day of collection or status that precedes the decision."""
    for row in sheet.rows:
        decided_on = row.day("decided_on")
        for key in ("collected_on", "status_on", "unable_on"):
            day = row.day(key)
            if day is not None and decided_on is not None and day < decided_on:
                yield row.problem(key, "workbook.day_before_decision", day=day, decided_on=decided_on)
