"""Only live cases come over: something is still to be enforced, or still held (T78 Đ11.2c)."""

from collections.abc import Iterator

from thads.interfaces.exchange.cutover import assuming
from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.case_not_live": "Việc này đã kết thúc và không còn tiền, phí, chi phí phải giải quyết; "
        "không thuộc diện chuyển, để lại sổ cũ.",
    }
)


def case_is_live(book: OldBook) -> Iterator[Finding]:
    """Yield each case that has ended and holds nothing."""
    for rows in book.cases.values():
        is_open = any(assuming.status(row, book)[0].is_open for row in rows)
        owing = any(row.held or row.amount("fee_due") or row.amount("cost_due") for row in rows)
        if not is_open and not owing:
            yield rows[0].lost("status", "cutover.case_not_live")
