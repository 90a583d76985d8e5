"""The enforcement decision is not older than the judgment it enforces (L08 Đ36; L25 Đ33–34)."""

from collections.abc import Iterator

from thads.interfaces.exchange.case_workbook.rows import CaseSheet, RowProblem
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "workbook.decision_before_judgment": "Ngày quyết định thi hành án {decided_on} trước ngày bản án "
        "{judgment_on}; hãy kiểm tra lại hai ngày.",
    }
)


def judgment_precedes_decision(sheet: CaseSheet) -> Iterator[RowProblem]:
    """Yield each decision that precedes its judgment."""
    for row in sheet.rows:
        judgment_on, decided_on = row.day("judgment_on"), row.day("decided_on")
        if judgment_on is not None and decided_on is not None and decided_on < judgment_on:
            yield row.problem("decided_on", "workbook.decision_before_judgment", basis="L08 Đ36; L25 Đ33–34",
                              decided_on=decided_on, judgment_on=judgment_on)  # fmt: skip
