"""The same row is not told twice: its đồng would count twice."""

from collections.abc import Iterator

from thads.interfaces.exchange.cutover.rows import Finding, OldBook, OldRow
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.row_twice": "Dòng này giống hệt dòng ở {first}; hãy bỏ bớt một dòng, hoặc ghi rõ chỗ khác "
        "nhau nếu là hai khoản.",
    }
)


def row_stands_once(book: OldBook) -> Iterator[Finding]:
    """Yield each row that stands in the old books a second time."""
    for rows in book.cases.values():
        seen: dict[str, OldRow] = {}
        for row in rows:
            first = seen.setdefault(row.digest, row)
            if first is not row:
                yield row.lost("decision_no", "cutover.row_twice", first=str(first.place))
