"""Every row belongs to a decision: number and day are told, here or in the row above (L08 Đ36; L25
Đ33–34).
"""

from collections.abc import Iterator

from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.decision_not_named": "Dòng này không ghi số quyết định thi hành án và không nối được với "
        "dòng trên; hãy ghi số quyết định.",
        "cutover.decision_without_day": "Dòng này không ghi ngày quyết định thi hành án; hãy tra sổ thụ lý "
        "và ghi ngày.",
        "cutover.decision_day_unreadable": "Ngày quyết định “{day}” không đọc được thành ngày; hãy ghi "
        "ngày/tháng/năm.",
    }
)


def decision_is_named(book: OldBook) -> Iterator[Finding]:
    """Yield each row without a decision that can be told from others."""
    for row in book.nameless:
        if not row.text("decision_no") and not row.text("number"):
            yield row.lost("decision_no", "cutover.decision_not_named")
        elif not row.is_filled("decided_on"):
            yield row.lost("decided_on", "cutover.decision_without_day")
        else:
            yield row.lost("decided_on", "cutover.decision_day_unreadable", day=row.text("decided_on"))
