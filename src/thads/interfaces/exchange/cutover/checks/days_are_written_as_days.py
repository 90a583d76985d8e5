"""A day read from a bare number, or not read at all, is told; unread days count as not known."""

from collections.abc import Iterator

from thads.interfaces.exchange.case_workbook.columns import Kind
from thads.interfaces.exchange.cutover.columns import BY_KEY
from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.day_from_number": "Ô này là số, được đọc thành ngày {day}; hãy đối chiếu với hồ sơ.",
        "cutover.day_unread": "“{value}” không đọc được thành ngày; hệ thống ghi là không rõ.",
    }
)


def days_are_written_as_days(book: OldBook) -> Iterator[Finding]:
    """Yield each day that was read from a number, or could not be read."""
    for row in book.rows():
        for key in sorted(row.serials):
            yield row.doubted(key, "cutover.day_from_number", day=row.day(key))
        for key, refusal in row.unreadable.items():
            if BY_KEY[key].kind is Kind.DAY and refusal.code != "cutover.formula_without_value":
                yield row.doubted(key, "cutover.day_unread", value=row.text(key))
