"""What is held as fee, as costs or waits to be shared is part of what is held (T78 Đ11.2)."""

from collections.abc import Iterator

from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.held_parts_over": "Phần phí, chi phí, chưa phân chia cộng lại {parts} đồng, lớn hơn tổng "
        "số còn giữ {held} đồng; hãy kiểm tra lại.",
    }
)


def held_divides_into_its_parts(book: OldBook) -> Iterator[Finding]:
    """Yield each row whose parts of the money held are more than the whole."""
    for row in book.rows():
        parts = sum(row.amount(key) for key in ("held_fee", "held_cost", "held_pool"))
        if parts > row.held:
            yield row.lost("held_cash", "cutover.held_parts_over", parts=parts, held=row.held)
