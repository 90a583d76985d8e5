"""An obligation of which nothing is left is not unable, nor in the separate ledger (L08 Đ44a; L25 Đ38)."""

from collections.abc import Iterator

from thads.enforcement.cases.rules.vocabulary import ObligationStatus
from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.unable_without_rest": "Đã hết {amount} đồng phải thi hành nên khoản này không thể ở tình "
        "trạng “{status}”; hãy sửa tình trạng hoặc số tiền.",
    }
)


AT_REST = frozenset({ObligationStatus.UNABLE, ObligationStatus.SEPARATE_LEDGER})


def unable_has_a_rest(book: OldBook) -> Iterator[Finding]:
    """Yield each obligation at rest for want of means though nothing is left of it."""
    for row in book.rows():
        amount = row.amount("amount")
        if row.choice("status") in AT_REST and amount and row.gone == amount:
            yield row.lost("status", "cutover.unable_without_rest", status=row.text("status"), amount=amount)
