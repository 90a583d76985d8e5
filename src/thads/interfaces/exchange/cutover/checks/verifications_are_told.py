"""How often, and when last, conditions were verified: the separate ledger asks for it (N62 Đ9.5; N152
Đ22.1).
"""

from collections.abc import Iterator

from thads.enforcement.cases.rules.vocabulary import CarriedDoubt, ObligationStatus
from thads.interfaces.exchange.cutover import assuming
from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.verifications_not_told": "Không rõ số lần hoặc ngày xác minh; hệ thống ghi {found} lần, kỳ "
        "xác minh tới tính từ ngày biết được hoặc ngày chuyển.",
    }
)


VERIFIED = frozenset({ObligationStatus.UNABLE, ObligationStatus.SEPARATE_LEDGER})


def verifications_are_told(book: OldBook) -> Iterator[Finding]:
    """Yield each case at rest for want of means whose verifications are not told."""
    for rows in book.cases.values():
        if not any(assuming.status(row, book)[0] in VERIFIED for row in rows):
            continue
        if assuming.last_day(rows, "verified_on", book) is None or not rows[0].amount("verifications"):
            found = assuming.verifications(rows, book)
            yield rows[0].doubted(
                "verifications", "cutover.verifications_not_told", CarriedDoubt.VERIFICATIONS, found=found
            )
