"""The bailiff is one of the agency, by code or name (L08 Đ20; L25 Đ25)."""

from collections.abc import Iterator

from thads.enforcement.cases.rules.vocabulary import CarriedDoubt
from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.bailiff_unknown": "Không có chấp hành viên “{bailiff}” tại cơ quan {agency} (hoặc trùng "
        "tên); việc chuyển sang chưa có chấp hành viên, cần phân công.",
        "cutover.bailiff_not_told": "Không ghi chấp hành viên; việc chuyển sang chưa có chấp hành viên, cần "
        "phân công tại {agency}.",
    }
)


def bailiff_is_known(book: OldBook) -> Iterator[Finding]:
    """Yield each case without a bailiff who is known."""
    for rows in book.cases.values():
        written = rows[0].text("bailiff")
        if book.bailiff(written):
            continue
        code = "cutover.bailiff_unknown" if written else "cutover.bailiff_not_told"
        yield rows[0].doubted("bailiff", code, CarriedDoubt.BAILIFF, bailiff=written, agency=book.agency)
