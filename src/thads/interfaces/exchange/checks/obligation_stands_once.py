"""An obligation stands once: two equal rows are one obligation typed twice."""

from collections.abc import Iterator

from thads.interfaces.exchange.case_workbook.columns import COLUMNS
from thads.interfaces.exchange.case_workbook.rows import CaseSheet, RowProblem
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "workbook.row_twice": "Dòng này trùng hoàn toàn với dòng {first}; hãy bỏ một dòng. Nếu là hai "
        "khoản khác nhau, "
        "hãy ghi rõ “Nội dung khoản”.",
    }
)


def obligation_stands_once(sheet: CaseSheet) -> Iterator[RowProblem]:
    """Yield each row that repeats another word for word."""
    seen: dict[tuple[str, ...], int] = {}
    for row in sheet.rows:
        written = tuple(row.text(column.key) for column in COLUMNS)
        first = seen.setdefault(written, row.number)
        if first != row.number:
            yield row.problem("number", "workbook.row_twice", first=first)
