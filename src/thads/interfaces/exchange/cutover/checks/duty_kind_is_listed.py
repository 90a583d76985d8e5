"""The kind of duty is one of the law's; another is kept in words and counted as “other” (L08 Đ47; L25
Đ54).
"""

from collections.abc import Iterator

from thads.enforcement.cases.rules.vocabulary import CarriedDoubt
from thads.interfaces.exchange.cutover import assuming
from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.duty_kind_assumed": "“{value}” không phải loại khoản trong danh mục; hệ thống ghi là "
        "“Nghĩa vụ khác” và giữ nguyên chữ trong nội dung.",
    }
)


def duty_kind_is_listed(book: OldBook) -> Iterator[Finding]:
    """Yield each duty whose kind is assumed."""
    for row in book.rows():
        if assuming.duty_kind(row)[1]:
            yield row.doubted(
                "duty_kind",
                "cutover.duty_kind_assumed",
                CarriedDoubt.DUTY_KIND,
                value=row.text("duty_kind") or "…",
            )
