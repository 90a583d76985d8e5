"""Where the obligation stands; not told, or in no word of the law, it counts as not begun."""

from collections.abc import Iterator

from thads.enforcement.cases.rules.vocabulary import CarriedDoubt
from thads.interfaces.exchange.cutover import assuming
from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "cutover.status_assumed": "Không rõ tình trạng (“{value}”); hệ thống ghi là “{assumed}”.",
    }
)


def status_is_listed(book: OldBook) -> Iterator[Finding]:
    """Yield each obligation whose status is assumed."""
    for row in book.rows():
        assumed, is_assumed = assuming.status(row, book)
        if is_assumed:
            yield row.doubted(
                "status", "cutover.status_assumed", CarriedDoubt.STATUS, value=row.text("status") or "…",
                assumed=LAW.label(assumed),
            )  # fmt: skip
