"""Who owes and who receives: an old book may lack it; the debtor should be known (L08 Đ31; L25 Đ34.1)."""

from collections.abc import Iterator

from thads.enforcement.cases.rules.vocabulary import CarriedDoubt
from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.debtor_not_named": "Không ghi người phải thi hành án; hệ thống để trống, cần bổ sung từ hồ "
        "sơ giấy.",
    }
)


def parties_are_named(book: OldBook) -> Iterator[Finding]:
    """Yield each obligation without a debtor."""
    for row in book.rows():
        if not row.text("debtor"):
            yield row.doubted("debtor", "cutover.debtor_not_named", CarriedDoubt.PARTIES)
