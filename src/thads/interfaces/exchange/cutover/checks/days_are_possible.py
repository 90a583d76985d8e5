"""A day after the decision lies between it and the cut-over; another counts as not known."""

from collections.abc import Iterator

from thads.interfaces.exchange.cutover import assuming
from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.day_impossible": "Ngày {day} có trước ngày quyết định hoặc sau ngày chuyển {carried_on}; "
        "hệ thống ghi là không rõ.",
    }
)


KEYS = ("status_on", "unable_on", "notice_on", "verified_on")


def days_are_possible(book: OldBook) -> Iterator[Finding]:
    """Yield each day that cannot be."""
    for row in book.rows():
        for key in KEYS:
            if row.day(key) is not None and assuming.known_day(row, key, book) is None:
                yield row.doubted(key, "cutover.day_impossible", day=row.day(key), carried_on=book.on)
