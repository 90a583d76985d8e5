"""What is held is what came in less what was paid out; where it is not, the books of the row differ (T78
Đ8.3).
"""

from collections.abc import Iterator

from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.held_differs": "Đã thu trừ đã chi và phí là {owed} đồng nhưng số còn giữ cho khoản này là "
        "{held} đồng; số còn giữ được ghi như sổ cũ, cần đối chiếu.",
    }
)


def held_follows_from_payments(book: OldBook) -> Iterator[Finding]:
    """Yield each row whose money held does not follow from what was collected and paid out."""
    for row in book.rows():
        if not row.is_filled("paid_out"):
            continue
        owed = row.amount("collected") - row.amount("paid_out") - row.amount("fee_collected")
        held = row.held - sum(row.amount(key) for key in ("held_fee", "held_cost", "held_pool"))
        if owed not in (held, held - row.amount("fee_collected")):
            yield row.doubted("paid_out", "cutover.held_differs", owed=owed, held=held)
