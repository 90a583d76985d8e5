"""A status beyond the assignment says from which day it holds."""

from collections.abc import Iterator

from thads.enforcement.cases.rules.vocabulary import ObligationStatus
from thads.interfaces.exchange.case_workbook.rows import CaseSheet, RowProblem
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "workbook.status_without_day": "Tình trạng “{status}” phải có ngày; hãy nhập “Ngày của tình trạng”.",
        "workbook.ledger_without_unable_day": "Khoản đã chuyển sổ theo dõi riêng phải có ngày quyết định "
        "về việc chưa "
        "có điều kiện trước đó.",
    }
)


def status_has_its_day(sheet: CaseSheet) -> Iterator[RowProblem]:
    """Yield each status without its day, and each separate ledger without the day of the unable decision."""
    for row in sheet.rows:
        status = row.choice("status")
        if status not in {None, ObligationStatus.ASSIGNED} and not row.is_filled("status_on"):
            yield row.problem("status_on", "workbook.status_without_day", status=row.text("status"))
        if status is ObligationStatus.SEPARATE_LEDGER and not row.is_filled("unable_on"):
            yield row.problem("unable_on", "workbook.ledger_without_unable_day", basis="N62 Đ9.5; N152 Đ22.1")
