"""A number that names the case or the decision is not cut: it must fit (T04 Đ30)."""

from collections.abc import Iterator

from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.number_too_long": "Số “{number}” dài quá {longest} ký tự; hãy kiểm tra lại số quyết định, "
        "số việc.",
    }
)


LONGEST = 64


def numbers_fit(book: OldBook) -> Iterator[Finding]:
    """Yield each case whose number is too long."""
    for number, rows in book.cases.items():
        if len(number) > LONGEST or len(rows[0].text("decision_no")) > LONGEST:
            yield rows[0].lost("decision_no", "cutover.number_too_long", number=number, longest=LONGEST)
