"""A case comes in once: one that is in already is not taken again, and is not changed from here."""

from collections.abc import Iterator

from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.case_changed": "Việc {number} đã chuyển trước đó với nội dung khác; không ghi đè. Nếu số "
        "liệu đã chuyển sai, hãy ghi sự kiện điều chỉnh ở việc đó.",
        "cutover.case_exists": "Việc {number} của cơ quan {agency} đã có trong hệ thống, không phải do "
        "chuyển số liệu; hãy bỏ dòng này hoặc sửa số quyết định.",
    }
)


def case_is_new(book: OldBook) -> Iterator[Finding]:
    """Yield the first row of each case that is in already and says something else."""
    for number, rows in book.cases.items():
        if number not in book.numbers or book.is_in(number):
            continue
        code = "cutover.case_changed" if number in book.carried else "cutover.case_exists"
        yield rows[0].lost("decision_no", code, number=number, agency=book.agency)
