"""A finished obligation leaves nothing to enforce (L08 Đ52; L25 Đ55); one fully collected is not unable."""

from collections.abc import Iterator

from thads.enforcement.cases.rules.vocabulary import ObligationStatus
from thads.interfaces.exchange.case_workbook.rows import CaseSheet, RowProblem
from thads.kernel.sentences import register_sentences

WITHOUT_REST = {ObligationStatus.UNABLE, ObligationStatus.SEPARATE_LEDGER, ObligationStatus.TERMINATED}

register_sentences(
    {
        "workbook.finished_with_rest": "Tình trạng “{status}” nhưng còn {rest} đồng chưa thi hành; hãy sửa "
        "tình "
        "trạng hoặc số tiền.",
        "workbook.status_without_rest": "Đã thu đủ {amount} đồng nên khoản này không thể ở tình trạng "
        "“{status}”.",
    }
)


def finished_has_no_rest(sheet: CaseSheet) -> Iterator[RowProblem]:
    """Yield each finished row with a rest, and each unable or terminated row without one."""
    for row in sheet.rows:
        amount, status = row.amount("amount"), row.choice("status")
        if amount is None or status is None:
            continue
        rest = amount - (row.amount("collected") or 0)
        if status is ObligationStatus.PERFORMED and rest > 0:
            yield row.problem("status", "workbook.finished_with_rest", basis="L08 Đ52; L25 Đ55",
                              status=row.text("status"), rest=rest)  # fmt: skip
        if status in WITHOUT_REST and amount > 0 and rest == 0:
            yield row.problem(
                "status", "workbook.status_without_rest", status=row.text("status"), amount=amount
            )
