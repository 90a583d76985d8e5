"""A row without a decision is taken as another obligation of the case above it."""

from collections.abc import Iterator

from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.row_joined": "Dòng này không ghi quyết định; hệ thống coi là khoản tiếp theo của quyết "
        "định {number} ở dòng trên.",
    }
)


def row_joins_the_one_above(book: OldBook) -> Iterator[Finding]:
    """Yield each row joined to the case above."""
    for row in book.rows():
        if row.joined:
            yield row.doubted("decision_no", "cutover.row_joined", number=row.text("decision_no"))
