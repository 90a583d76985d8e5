"""A case delegated in says by whom (L08 Đ57.1b; L25 Đ49.2)."""

from collections.abc import Iterator

from thads.enforcement.cases.rules.vocabulary import IntakeRoute
from thads.interfaces.exchange.case_workbook.rows import CaseSheet, RowProblem
from thads.kernel.sentences import register_sentences

register_sentences({"workbook.sender_missing": "Nhận ủy thác phải ghi cơ quan ủy thác."})


def delegation_names_sender(sheet: CaseSheet) -> Iterator[RowProblem]:
    """Yield each case delegated in without its sender."""
    for row in sheet.rows:
        if row.choice("route") is IntakeRoute.DELEGATED_IN and not row.is_filled("from_agency"):
            yield row.problem("from_agency", "workbook.sender_missing", basis="L08 Đ57.1b; L25 Đ49.2")
