"""An obligation performed leaves nothing to enforce (L08 Đ52; L25 Đ55)."""

from collections.abc import Iterator

from thads.enforcement.cases.rules.vocabulary import ObligationStatus
from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.performed_with_rest": "Tình trạng là thi hành xong nhưng còn {rest} đồng chưa thi hành; "
        "hãy sửa tình trạng hoặc số tiền.",
    }
)


def performed_leaves_no_rest(book: OldBook) -> Iterator[Finding]:
    """Yield each obligation told to be performed with a rest."""
    for row in book.rows():
        rest = row.amount("amount") - row.gone
        if row.choice("status") is ObligationStatus.PERFORMED and rest > 0:
            yield row.lost("status", "cutover.performed_with_rest", basis="L08 Đ52; L25 Đ55", rest=rest)
