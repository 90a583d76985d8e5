"""Since when an obligation stands as it does; not told, terms run from the cut-over day."""

from collections.abc import Iterator

from thads.enforcement.cases.rules.vocabulary import CarriedDoubt
from thads.interfaces.exchange.cutover import assuming
from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.status_day_not_told": "Không rõ ngày bắt đầu tình trạng; các thời hạn tính từ ngày chuyển "
        "số liệu {carried_on} (suy luận).",
    }
)


def status_has_its_day(book: OldBook) -> Iterator[Finding]:
    """Yield each obligation of which the day of its status is not known."""
    for row in book.rows():
        if assuming.since(row, book) is None:
            yield row.doubted(
                "status_on", "cutover.status_day_not_told", CarriedDoubt.STATUS_DAY, carried_on=book.on
            )
