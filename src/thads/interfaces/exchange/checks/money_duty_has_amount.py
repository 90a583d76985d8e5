"""A duty of money says how much; a duty that is no money may carry 0."""

from collections.abc import Iterator

from thads.enforcement.cases.rules.vocabulary import ObligationKind
from thads.interfaces.exchange.case_workbook.rows import CaseSheet, RowProblem
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "workbook.money_duty_without_amount": "Khoản “{kind}” là khoản tiền nên số tiền phải thi hành phải "
        "lớn hơn 0."
    }
)


def money_duty_has_amount(sheet: CaseSheet) -> Iterator[RowProblem]:
    """Yield each duty of money whose amount is 0."""
    for row in sheet.rows:
        kind = row.choice("duty_kind")
        if isinstance(kind, ObligationKind) and _is_money(kind) and row.amount("amount") == 0:
            yield row.problem("amount", "workbook.money_duty_without_amount", kind=row.text("duty_kind"))


def _is_money(kind: ObligationKind) -> bool:
    return LAW.obligations.of(kind).is_money and kind is not ObligationKind.OTHER
