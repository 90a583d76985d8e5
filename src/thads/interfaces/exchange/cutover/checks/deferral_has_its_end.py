"""Until when enforcement is deferred; not told, nobody is reminded of its end (L08 Đ48; L25 Đ46)."""

from collections.abc import Iterator

from thads.enforcement.cases.rules.vocabulary import CarriedDoubt, ObligationStatus
from thads.interfaces.exchange.cutover import assuming
from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.deferral_end_not_told": "Không rõ ngày hết thời hạn hoãn; hệ thống không nhắc được hạn "
        "này, cần bổ sung.",
    }
)


def deferral_has_its_end(book: OldBook) -> Iterator[Finding]:
    """Yield each deferral without an end."""
    for row in book.rows():
        is_deferred = assuming.status(row, book)[0] is ObligationStatus.DEFERRED
        if is_deferred and assuming.until(row, book) is None:
            yield row.doubted("until", "cutover.deferral_end_not_told", CarriedDoubt.DEFERRAL_END)
