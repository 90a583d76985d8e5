"""Case numbers sorted as people read them."""

from hypothesis import given
from hypothesis import strategies as st

from thads.enforcement.cases.rules.numbers import number_key


def test_numbers_go_by_year_then_sequence_then_agency() -> None:
    ordered = [
        "412/2023/TQ.CH",
        "9/2024/TQ.CH",
        "10/2024/TQ",
        "10/2024/TQ.CH",
        "10/2024/TQ.SD",
        "100/2024/TQ.CH",
        "1/2025/TQ.CH",
        "QĐ 9",
        "QĐ 10",
    ]

    assert sorted({*ordered}, key=number_key) == ordered


@given(st.lists(st.text(max_size=64)))
def test_whatever_is_written_has_its_place(numbers: list[str]) -> None:
    assert len(sorted(numbers, key=number_key)) == len(numbers)
