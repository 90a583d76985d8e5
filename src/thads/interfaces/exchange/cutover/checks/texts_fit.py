"""A text longer than there is room for is cut, and told."""

from collections.abc import Iterator

from thads.interfaces.exchange.case_workbook.columns import Kind
from thads.interfaces.exchange.cutover.columns import BY_KEY
from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.text_cut": "Nội dung dài {length} ký tự; hệ thống chỉ giữ {longest} ký tự đầu.",
    }
)


WHOLE = frozenset({"number", "decision_no", "bailiff", "note"})
"""Never cut: numbers must fit, the bailiff is looked up, notes stay in the old books."""


def texts_fit(book: OldBook) -> Iterator[Finding]:
    """Yield each text that is cut."""
    for row in book.rows():
        for key, text in row.texts.items():
            column = BY_KEY[key]
            if column.kind is Kind.TEXT and key not in WHOLE and len(text) > column.longest:
                yield row.doubted(key, "cutover.text_cut", length=len(text), longest=column.longest)
