"""What the search box looks through, and why a case was found."""

import pytest

from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.search_words import (
    Match,
    Matched,
    digits,
    search_words,
    wanted_words,
    why,
    with_number,
)
from thads.enforcement.cases.rules.vocabulary import PartyRole

DAO = PartyDetails(PartyRole.CREDITOR, "Trần Thị Đào", "", "008 190 000 456", "0912.345.678")
ANH = PartyDetails(PartyRole.DEBTOR, "Nguyễn Văn Ánh")
NUMBERS = ((Matched.CASE_NUMBER, "138/2024/TQ.CH"), (Matched.ORDER_NUMBER, "5/QĐ-CCTHADS"))


def test_the_words_of_a_case_hold_each_number_once_and_telephones_bare() -> None:
    words = search_words(
        numbers=("138/2024/TQ.CH", "138/QĐ-CCTHADS", ""), parties=(DAO, ANH),
        orders=("138/QĐ-CCTHADS", "5/QĐ-CCTHADS", "", "5/QĐ-CCTHADS"),
    )  # fmt: skip

    assert [part.strip() for part in words.split("|")] == [
        "138/2024/tq.ch", "138/qd-ccthads", "", "tran thi dao", "nguyen van anh", "008190000456",
        "0912345678", "5/qd-ccthads",
    ]  # fmt: skip


def test_a_number_given_later_is_found_once() -> None:
    once = with_number("1/2024/tq.ch | anh", "7/QĐ-CCTHADS")

    assert once == "1/2024/tq.ch | anh | 7/qd-ccthads"
    assert with_number(once, "7/QĐ-CCTHADS") == once
    assert with_number(once, "") == once


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("0912.345.678", "0912345678"), ("+84 912 345 678", "84912345678"),
        ("008 190 000 456", "008190000456"), ("138/2024", "138/2024"), ("12 34", "12 34"),
        ("Nguyễn Văn Ánh", "Nguyễn Văn Ánh"), ("2024", "2024"),
    ],
)  # fmt: skip
def test_digits_in_groups_are_one_number_when_they_are_long_enough(written: str, read: str) -> None:
    assert digits(written) == read


def test_what_is_typed_is_folded_like_the_words() -> None:
    assert wanted_words(" 0912 345 678 ") == "0912345678"
    assert wanted_words("Trần  Thị Đào") == "tran thi dao"


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("138/2024", Match(Matched.CASE_NUMBER, "138/2024/TQ.CH")),
        ("5/qd", Match(Matched.ORDER_NUMBER, "5/QĐ-CCTHADS")),
        ("tran dao", Match(Matched.PARTY, "Trần Thị Đào", "Trần Thị Đào")),
        ("008190000456", Match(Matched.ID_NUMBER, "008 190 000 456", "Trần Thị Đào")),
        ("0912 345 678", Match(Matched.PHONE, "0912.345.678", "Trần Thị Đào")),
        ("8/2024", None),
        ("khong ai", None),
        ("", None),
    ],
)
def test_a_case_says_what_of_it_fits(text: str, match: Match | None) -> None:
    assert why(text, numbers=NUMBERS, parties=(DAO, ANH)) == match
