"""Rows of one decision say the same of the decision."""

from collections.abc import Iterator

from thads.interfaces.exchange.cutover.columns import BY_KEY
from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.names import fold
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.rows_disagree": "Cùng việc {number} nhưng ở {first} ghi “{heading}” là “{other}”; các dòng "
        "của một việc phải ghi giống nhau. Nếu là việc khác, hãy sửa số quyết định hoặc ghi cột Số việc.",
    }
)


AGREEING = ("decision_no", "decided_on", "initiation", "judgment_no", "judgment_on", "judgment_kind", "route")
"""What makes the decision the same; of the other columns the first row speaks."""


def rows_of_case_agree(book: OldBook) -> Iterator[Finding]:
    """Yield each cell of the decision that contradicts the first row of its case."""
    for number, rows in book.cases.items():
        for row in rows[1:]:
            for key in AGREEING:
                told, first = fold(row.text(key)), fold(rows[0].text(key))
                if told and first and told != first:
                    yield row.lost(
                        key, "cutover.rows_disagree", number=number, heading=BY_KEY[key].heading,
                        first=str(rows[0].place), other=rows[0].text(key),
                    )  # fmt: skip
