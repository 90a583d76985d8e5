"""Text is not longer than the register keeps, and has no characters that no database keeps."""

from collections.abc import Iterator

from thads.interfaces.exchange.case_workbook.columns import Kind
from thads.interfaces.exchange.case_workbook.rows import CaseSheet, RowProblem
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "workbook.text_too_long": "Nội dung dài {length} ký tự; cột này nhận nhiều nhất {longest} ký tự.",
        "workbook.bad_character": "Ô này có ký tự điều khiển không dùng được; hãy gõ lại nội dung.",
    }
)


def text_fits(sheet: CaseSheet) -> Iterator[RowProblem]:
    """Yield each text that is too long or holds control characters."""
    for row, column in sheet.filled(kind=Kind.TEXT):
        text = row.text(column.key)
        if len(text) > column.longest:
            yield row.problem(column.key, "workbook.text_too_long", length=len(text), longest=column.longest)
        if any(ord(character) < 32 and character not in "\n\t\r" for character in text):
            yield row.problem(column.key, "workbook.bad_character")
