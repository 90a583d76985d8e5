"""A decision is not later than the cut-over, nor older than the law that is declared (L08; T04 Đ30)."""

from collections.abc import Iterator

from thads.enforcement.cases.rules.moves import L08_SINCE
from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.decision_after_cut_over": "Quyết định ngày {on} sau ngày chuyển số liệu {carried_on}; việc "
        "này thụ lý trực tiếp trên hệ thống mới.",
        "cutover.decision_too_old": "Quyết định ngày {on} có trước ngày {since}, là ngày luật được khai báo "
        "trong hệ thống bắt đầu có hiệu lực; hãy để việc này ở sổ cũ và theo dõi riêng.",
    }
)


def decision_is_of_its_time(book: OldBook) -> Iterator[Finding]:
    """Yield each decision of a day that cannot be."""
    for row in book.rows():
        on = row.day("decided_on")
        if on is not None and on > book.on:
            yield row.lost("decided_on", "cutover.decision_after_cut_over", on=on, carried_on=book.on)
        elif on is not None and on < L08_SINCE:
            yield row.lost("decided_on", "cutover.decision_too_old", on=on, since=L08_SINCE)
