"""A status resting on a closed list of grounds names one in force on its day (L08 Đ44a, 48, 50; L25 Đ38, 46,
48).
"""

from collections.abc import Iterator

from thads.enforcement.cases.rules.carrying import GROUND_LISTS
from thads.enforcement.cases.rules.vocabulary import CarriedDoubt
from thads.interfaces.exchange.cutover import assuming
from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.ground_not_told": "Không rõ căn cứ (“{value}” không có trong danh mục căn cứ của ngày đó); "
        "hệ thống để trống, cần bổ sung từ hồ sơ.",
    }
)


def ground_is_listed(book: OldBook) -> Iterator[Finding]:
    """Yield each status without a ground that the law lists."""
    for row in book.rows():
        if assuming.status(row, book)[0] in GROUND_LISTS and not assuming.ground(row, book):
            yield row.doubted(
                "ground", "cutover.ground_not_told", CarriedDoubt.GROUND, value=row.text("ground") or "…"
            )
