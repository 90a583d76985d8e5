"""A case in the separate ledger was decided to be unable on a day (L08 Đ44a; N62 Đ9.5)."""

from collections.abc import Iterator

from thads.enforcement.cases.rules.vocabulary import CarriedDoubt, ObligationStatus
from thads.interfaces.exchange.cutover import assuming
from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.unable_day_not_told": "Không rõ ngày quyết định chưa có điều kiện trước khi chuyển sổ theo "
        "dõi riêng; hệ thống để trống.",
    }
)


def unable_decision_has_its_day(book: OldBook) -> Iterator[Finding]:
    """Yield each case in the separate ledger without the day of that decision."""
    for rows in book.cases.values():
        moved = any(assuming.status(row, book)[0] is ObligationStatus.SEPARATE_LEDGER for row in rows)
        if moved and assuming.unable_on(rows, book) is None:
            yield rows[0].doubted("unable_on", "cutover.unable_day_not_told", CarriedDoubt.UNABLE_DAY)
