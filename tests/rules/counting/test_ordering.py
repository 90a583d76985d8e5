"""Texts that engines sort numbers by must say what the house's order of numbers says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thads.enforcement.cases.rules.numbers import number_key
from thads.reporting.counting.rules.ordering import sorted_by

pytestmark = pytest.mark.database_independent

WRITTEN = st.builds(
    "{}/{}/{}".format,
    st.integers(0, 1200),
    st.sampled_from((2023, 2024)),
    st.sampled_from(("TQ", "TQ.CH", "TQ.CH-2", "TQ.CH-10", "TQ.SD")),
)
ANYHOW = st.text(alphabet="0129/-QĐđ.a ", max_size=12)


@given(numbers=st.lists(WRITTEN | ANYHOW, max_size=30))
def test_numbers_sort_as_people_read_them(numbers: list[str]) -> None:
    assert sorted(numbers, key=lambda one: sorted_by(one).encode()) == sorted(numbers, key=number_key)
