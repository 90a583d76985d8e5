"""Receipt books and numbers: seven digits, fifty to a book, one open book each, calendar year without
gaps.
"""

import pytest

from rules.money.inventing import day
from thads.enforcement.money.rules.vocabulary import NumberState, ReceiptKind
from thads.enforcement.money.rules.vouchers import (
    Book,
    book_of_number,
    check_electronic,
    check_mark,
    check_new_book,
    electronic_number,
    read_electronic_number,
    read_paper_number,
    unused,
)
from thads.kernel.refusals import Refusal

BOOK = Book("TQ-24P", ReceiptKind.COLLECTION, 51, 100, "TQ.CH-01", day("2024-06-01"))


def refusal(call: object, *arguments: object, **more: object) -> str:
    with pytest.raises(Refusal) as refused:
        call(*arguments, **more)  # type: ignore[operator]
    assert "T04 Đ1" in refused.value.basis
    return refused.value.code


@pytest.mark.parametrize("written", ["0000001", " 0000123 ", "9999999"])
def test_a_paper_number_has_seven_digits(written: str) -> None:
    assert read_paper_number(written, year=2024) == int(written)


@pytest.mark.parametrize("written", ["", "123", "00000001", "0000000", "BL-7", "000012a"])
def test_what_is_no_paper_number_is_refused(written: str) -> None:
    assert refusal(read_paper_number, written, year=2024) == "money.receipt_form"


def test_an_electronic_number_is_read_back_as_written() -> None:
    assert electronic_number(7, 2024) == "0000007/BLĐT-2024"
    assert read_electronic_number("0000007/BLĐT-2024") == (7, 2024)
    assert read_electronic_number("0000007") is None


def test_electronic_numbers_run_by_the_calendar_year_without_gaps() -> None:
    check_electronic("x", 7, 2024, on=day("2024-12-31"), following=7)

    assert (
        refusal(check_electronic, "x", 7, 2024, on=day("2025-01-01"), following=7)
        == "money.receipt_wrong_year"
    )
    assert (
        refusal(check_electronic, "x", 9, 2024, on=day("2024-12-31"), following=7) == "money.receipt_not_next"
    )


def test_a_number_lies_in_a_book_the_person_holds() -> None:
    found = book_of_number([BOOK], 51, on=day("2024-06-01"), holder="Lê Văn Chấp", kind=BOOK.kind)
    given = {"holder": "Lê Văn Chấp", "kind": BOOK.kind}

    assert found is BOOK
    assert refusal(book_of_number, [BOOK], 101, on=day("2024-06-01"), **given) == "money.receipt_no_book"
    assert refusal(book_of_number, [BOOK], 60, on=day("2024-05-31"), **given) == "money.receipt_before_book"


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (101, 150, ""),
        (101, 149, "money.book_range"),
        (101, 151, "money.book_range"),
        (0, 49, "money.book_range"),
        (100, 149, "money.book_overlaps"),
        (9_999_951, 10_000_000, "money.book_range"),
    ],
)
def test_a_book_has_fifty_numbers_that_nobody_had_before(first: int, last: int, expected: str) -> None:
    new = Book("TQ-24P", ReceiptKind.COLLECTION, first, last, "TQ.CH-02", day("2024-06-02"))
    if not expected:
        check_new_book(new, [BOOK], [], is_bailiff=True)
        return
    assert refusal(check_new_book, new, [BOOK], [], is_bailiff=True) == expected


def test_one_open_book_of_a_kind_each_and_no_court_fee_advances_for_bailiffs() -> None:
    new = Book("TQ-24P", ReceiptKind.COLLECTION, 101, 150, "TQ.CH-01", day("2024-06-02"))
    advance = Book("", ReceiptKind.PROVISIONAL, 1, 50, "TQ.CH-01", day("2024-06-02"))

    assert refusal(check_new_book, new, [BOOK], [BOOK], is_bailiff=True) == "money.book_open"
    assert refusal(check_new_book, advance, [], [], is_bailiff=True) == "money.book_provisional"
    check_new_book(advance, [], [], is_bailiff=False)


def test_every_number_of_a_book_is_accounted_for() -> None:
    assert unused(BOOK, [51, 53]) == (52, *range(54, 101))
    check_mark(BOOK, 52, NumberState.LOST)
    assert refusal(check_mark, BOOK, 101, NumberState.LOST) == "money.number_not_in_book"
    assert refusal(check_mark, BOOK, 52, NumberState.USED) == "money.mark_wrong"
