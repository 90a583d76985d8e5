"""A case delegated by another agency names it (L08 Đ57; L25 Đ49.2)."""

from collections.abc import Iterator

from thads.enforcement.cases.rules.vocabulary import IntakeRoute
from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.sender_not_told": "Việc nhận ủy thác nhưng không ghi cơ quan ủy thác; hệ thống ghi là “Sổ "
        "cũ không ghi”.",
    }
)


def sender_is_told(book: OldBook) -> Iterator[Finding]:
    """Yield each case delegated in without its sender."""
    for rows in book.cases.values():
        if rows[0].choice("route") is IntakeRoute.DELEGATED_IN and not rows[0].text("from_agency"):
            yield rows[0].doubted("from_agency", "cutover.sender_not_told")
