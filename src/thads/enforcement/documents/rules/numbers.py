"""Numbers of papers: which year a series runs by, how a number is written (T04 Đ15, 30, 33; N30 Đ8).

Series and symbols are data (law/data/numbering.toml): a series is one family of one agency in one year, the
statistics year from 1 October, for receipts the calendar year (T04 Đ15.1). No text we could read says the
symbols, so they are derived, and an agency may lay down its own from a day on.
"""

from datetime import date

from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "documents.number_not_given": "Dãy số “{family}” năm {year} của {agency} mới cấp đến số {last}; "
        "không có số {number} để hủy.",
        "documents.number_voided": "Số {number} của dãy “{family}” năm {year} đã hủy ngày {on}: {reason}.",
        "documents.number_borne": "Số {number} đã có văn bản “{paper}” mang; hãy thu hồi hoặc sửa đổi bằng "
        "văn bản mới, không hủy số.",
        "documents.reason_missing": "Chưa ghi lý do; hãy ghi rõ vì sao.",
        "documents.symbol_unwritten": "“{symbol}” không dùng làm ký hiệu được; ký hiệu gồm chữ, số và dấu "
        "gạch nối, như CTHADS.",
    }
)

RECEIPTS = "receipt"
"""Beginning of the families of receipts: `receipt`, `receipt.fee`, …"""


def series_year(family: str, on: date) -> int:
    """Return the year whose series gives the number on the day."""
    return LAW.numbering.year_of(family, on)


def family_name(family: str) -> str:
    """Return how a series is called."""
    return LAW.numbering.family(family).vi


def written_number(number: int, symbol: str, agency_symbol: str) -> str:
    """Return a number as papers bear it: “125/QĐ-CCTHADS”."""
    return f"{number}/{symbol}-{agency_symbol}"


def is_symbol(written: str) -> bool:
    """Say whether the words can be an agency's symbol."""
    return 1 < len(written) <= 32 and all(letter.isalnum() or letter in "-." for letter in written)
