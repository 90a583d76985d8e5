"""When the notice of the decision became valid; not told, coercion waits for a new notice (L08 Đ39, 45; L25
Đ35–36).
"""

from collections.abc import Iterator

from thads.enforcement.cases.rules.vocabulary import CarriedDoubt, ObligationStatus
from thads.interfaces.exchange.cutover import assuming
from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.notice_day_not_told": "Không rõ ngày thông báo hợp lệ quyết định thi hành án; trước khi "
        "cưỡng chế phải thông báo lại.",
    }
)


AFTER_NOTICE = frozenset(
    {
        ObligationStatus.VOLUNTARY,
        ObligationStatus.VERIFYING,
        ObligationStatus.ENFORCING,
        ObligationStatus.UNABLE,
    }
    | {ObligationStatus.SEPARATE_LEDGER}
)


def notice_has_its_day(book: OldBook) -> Iterator[Finding]:
    """Yield each case at work whose notice has no day."""
    for rows in book.cases.values():
        begun = any(assuming.status(row, book)[0] in AFTER_NOTICE for row in rows)
        if begun and assuming.last_day(rows, "notice_on", book) is None:
            yield rows[0].doubted("notice_on", "cutover.notice_day_not_told", CarriedDoubt.NOTICE_DAY)
