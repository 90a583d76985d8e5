"""Receipt books and their numbers: every number is accounted for (T04 Đ13–15).

Paper: books of fifty, seven digits from 0000001, each given to one person, one open book a kind; what is
spoiled or lost is kept with its state. Electronic: numbered within the calendar year, without gaps.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from thads.enforcement.money.rules.vocabulary import NumberState, ReceiptKind
from thads.kernel.money import Dong
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

DIGITS = re.compile(r"\d{7}")
WIDTH = 7
ELECTRONIC = re.compile(r"(\d{7})/BLĐT-(\d{4})", re.IGNORECASE)
LARGEST_NUMBER = 9_999_999

register_sentences(
    {
        "money.receipt_form": "Số biên lai “{number}” không đúng: biên lai giấy có 7 chữ số, như 0000123; "
        "biên "
        "lai điện tử như 0000123/BLĐT-{year}.",
        "money.receipt_used": "Biên lai {number} đã được ghi là “{state}” ngày {on}{case}; mỗi số chỉ dùng "
        "một "
        "lần.",
        "money.receipt_no_book": "Biên lai {number} không thuộc quyển biên lai nào đang giao cho {holder} "
        "({kind}); "
        "các quyển đang giao: {books}.",
        "money.receipt_wrong_year": "Biên lai điện tử {number} thuộc năm {year}, nhưng ngày thu là {on}; số "
        "biên "
        "lai điện tử theo năm dương lịch.",
        "money.receipt_not_next": "Biên lai điện tử {number} không phải số tiếp theo của năm ({next}); số "
        "biên lai "
        "điện tử liên tục, không bỏ trống. Hãy để trống ô số biên lai, hệ thống tự cấp số.",
        "money.receipt_before_book": "Quyển biên lai {book} được giao ngày {given_on}, sau ngày thu {on}.",
        "money.book_open": "{holder} đang giữ quyển {book} ({kind}) chưa quyết toán; mỗi người chỉ giữ một "
        "quyển "
        "mỗi loại. Hãy quyết toán quyển đó trước.",
        "money.book_range": "Quyển biên lai từ {first} đến {last} không đúng: số từ 0000001, mỗi quyển "
        "{count} số "
        "liên tục.",
        "money.book_overlaps": "Quyển từ {first} đến {last} trùng số với quyển {book} đã giao ngày "
        "{given_on}.",
        "money.book_provisional": "Biên lai tạm ứng án phí không giao cho chấp hành viên.",
        "money.book_unknown": "Không tìm thấy quyển biên lai trong phạm vi được giao cho tài khoản {name}.",
        "money.book_closed": "Quyển biên lai {book} đã quyết toán ngày {closed_on}.",
        "money.book_unused": "Quyển {book} còn {left} số chưa dùng ({numbers}); đánh dấu hỏng, mất hoặc giữ "
        "quyển "
        "lại để dùng tiếp.",
        "money.number_not_in_book": "Số {number} không thuộc quyển {book}.",
        "money.mark_wrong": "Chỉ ghi một số biên lai là hỏng hoặc mất.",
    }
)


@dataclass(frozen=True, slots=True)
class Book:
    """A receipt book: numbers from `first` to `last`, with whom, since when."""

    symbol: str
    kind: ReceiptKind
    first: int
    last: int
    holder: str
    given_on: date

    @property
    def name(self) -> str:
        """The book as officers say it: its symbol and range."""
        return f"{self.symbol} {written(self.first)}–{written(self.last)}".strip()

    def __contains__(self, number: int) -> bool:
        return self.first <= number <= self.last


@dataclass(frozen=True, slots=True)
class BookUse:
    """What became of the numbers of a book, or of all books of a person, in a span of days."""

    holder: str
    holder_name: str
    kind: ReceiptKind
    book: str
    before: int
    given: int
    used: int
    cancelled: int
    spoiled: int
    lost: int
    left: int
    amount: Dong


def written(number: int) -> str:
    """Return a receipt number in seven digits."""
    return f"{number:0{WIDTH}d}"


def electronic_number(number: int, year: int) -> str:
    """Return an electronic receipt number with its calendar year (T04 Đ14) [form derived]."""
    return f"{written(number)}/BLĐT-{year}"


def read_paper_number(given: str, *, year: int) -> int:
    """Return the number of a paper receipt; refuse anything but seven digits (T04 Đ14)."""
    bare = given.strip()
    if not DIGITS.fullmatch(bare) or int(bare) == 0:
        raise Refusal("money.receipt_form", basis="T04 Đ14", number=given, year=str(year))
    return int(bare)


def read_electronic_number(given: str) -> tuple[int, int] | None:
    """Return number and year of an electronic receipt, None when it is not written as one."""
    match = ELECTRONIC.fullmatch(given.strip())
    return (int(match[1]), int(match[2])) if match else None


def check_electronic(given: str, number: int, year: int, *, on: date, following: int) -> None:
    """Refuse an electronic number of another year, or one that leaves a gap (T04 Đ14)."""
    if year != on.year:
        raise Refusal("money.receipt_wrong_year", basis="T04 Đ14", number=given, year=str(year), on=on)
    if number != following:
        following_no = electronic_number(following, year)
        raise Refusal("money.receipt_not_next", basis="T04 Đ14", number=given, next=following_no)


def book_of_number(books: Iterable[Book], number: int, *, on: date, holder: str, kind: ReceiptKind) -> Book:
    """Return the open book that holds a paper number; refuse one out of all books given to the person (T04
    Đ15).
    """
    books = list(books)
    found = next((book for book in books if number in book), None)
    if found is None:
        names = "; ".join(book.name for book in books) or "không có"
        raise Refusal(
            "money.receipt_no_book", basis="T04 Đ15", number=written(number), holder=holder,
            kind=LAW.label(kind).lower(), books=names,
        )  # fmt: skip
    if on < found.given_on:
        raise Refusal(
            "money.receipt_before_book", basis="T04 Đ15", book=found.name, given_on=found.given_on, on=on
        )
    return found


def check_new_book(
    book: Book, others: Sequence[Book], open_ones: Sequence[Book], *, is_bailiff: bool
) -> None:
    """Refuse a book of the wrong size, numbers given out already, a second open one, or one not for bailiffs
    (T04 Đ14–15).
    """
    size = int(str(LAW.value("receipt.book_size", on=book.given_on).value))
    if not 1 <= book.first <= book.last <= LARGEST_NUMBER or book.last - book.first + 1 != size:
        first, last = written(book.first), written(book.last)
        raise Refusal("money.book_range", basis="T04 Đ14", first=first, last=last, count=size)
    if book.kind is ReceiptKind.PROVISIONAL and is_bailiff:
        raise Refusal("money.book_provisional", basis="T04 Đ15")
    for other in others:
        if other.first <= book.last and book.first <= other.last:
            raise Refusal(
                "money.book_overlaps", basis="T04 Đ14", first=written(book.first), last=written(book.last),
                book=other.name, given_on=other.given_on,
            )  # fmt: skip
    if open_ones:
        raise Refusal(
            "money.book_open", basis="T04 Đ15", holder=book.holder, book=open_ones[0].name,
            kind=LAW.label(book.kind).lower(),
        )  # fmt: skip


def unused(book: Book, gone: Iterable[int]) -> tuple[int, ...]:
    """Return the numbers of a book of which nothing has become yet."""
    taken = set(gone)
    return tuple(number for number in range(book.first, book.last + 1) if number not in taken)


def check_mark(book: Book, number: int, state: NumberState) -> None:
    """Refuse to mark a number of another book, or as anything but spoiled or lost (T04 Đ15)."""
    if number not in book:
        raise Refusal("money.number_not_in_book", basis="T04 Đ15", number=written(number), book=book.name)
    if state not in (NumberState.SPOILED, NumberState.LOST):
        raise Refusal("money.mark_wrong", basis="T04 Đ15")
