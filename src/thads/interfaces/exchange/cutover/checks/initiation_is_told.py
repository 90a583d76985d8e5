"""Whether the decision is ex officio or on request; not told, it follows from the duties (L08 Đ36; L25
Đ33–34).
"""

from collections.abc import Iterator

from thads.enforcement.cases.rules.vocabulary import CarriedDoubt
from thads.interfaces.exchange.cutover import assuming
from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "cutover.initiation_assumed": "Sổ cũ không ghi loại quyết định; hệ thống suy từ loại khoản là "
        "“{assumed}”.",
    }
)


def initiation_is_told(book: OldBook) -> Iterator[Finding]:
    """Yield each case whose initiation is assumed."""
    for rows in book.cases.values():
        assumed, is_assumed = assuming.initiation(rows)
        if is_assumed:
            yield rows[0].doubted(
                "initiation",
                "cutover.initiation_assumed",
                CarriedDoubt.INITIATION,
                assumed=LAW.label(assumed),
            )
