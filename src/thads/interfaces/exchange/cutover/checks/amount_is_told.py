"""A duty of money tells its amount: đồng are never assumed (L08 Đ36.3; N152 Đ12.1)."""

from collections.abc import Iterator

from thads.interfaces.exchange.cutover import assuming
from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "cutover.amount_not_told": "Khoản này là nghĩa vụ bằng tiền nhưng không ghi số tiền phải thi hành; "
        "hãy ghi số đồng, 0 nếu không phải là tiền.",
    }
)


def amount_is_told(book: OldBook) -> Iterator[Finding]:
    """Yield each duty of money without an amount."""
    for row in book.rows():
        if row.is_filled("amount") or not LAW.obligations.of(assuming.duty_kind(row)[0]).is_money:
            continue
        yield row.lost("amount", "cutover.amount_not_told")
