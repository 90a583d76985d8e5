"""Collected, terminated, reduced and delegated together are no more than was adjudged (L08 Đ47; L25 Đ54)."""

from collections.abc import Iterator

from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.parts_over_amount": "Đã thu, đình chỉ, miễn giảm, ủy thác cộng lại {gone} đồng, lớn hơn số "
        "phải thi hành {amount} đồng; hãy kiểm tra lại các cột này.",
    }
)


def parts_stay_within_amount(book: OldBook) -> Iterator[Finding]:
    """Yield each obligation of which more is gone than was adjudged."""
    for row in book.rows():
        if row.gone > row.amount("amount") and row.is_filled("amount"):
            yield row.lost(
                "collected", "cutover.parts_over_amount", gone=row.gone, amount=row.amount("amount")
            )
