"""Spreading cases over bailiffs: everybody ends as even as can be, nobody is given what he has."""

from collections import Counter
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thads.enforcement.cases.rules.spreading import Assignment, Unassigned, moved, spread
from thads.kernel.refusals import Refusal

CODES = ("TQ.CH-01", "TQ.CH-02", "TQ.CH-03", "TQ.CH-04")


def cases(count: int, bailiff: str = "") -> list[Unassigned]:
    return [Unassigned(UUID(int=place), bailiff) for place in range(count)]


def test_whoever_has_least_gets_the_next_case() -> None:
    found = spread(cases(4), {"TQ.CH-01": 10, "TQ.CH-02": 8, "TQ.CH-03": 9})

    assert [one.bailiff for one in found] == ["TQ.CH-02", "TQ.CH-02", "TQ.CH-03", "TQ.CH-01"]


def test_the_cases_of_one_who_leaves_go_to_the_others() -> None:
    found = spread(cases(3, "TQ.CH-09"), {"TQ.CH-01": 1, "TQ.CH-02": 1})

    assert Counter(one.bailiff for one in found) == {"TQ.CH-01": 2, "TQ.CH-02": 1}


def test_a_case_that_stays_with_its_bailiff_needs_no_order() -> None:
    held = cases(2, "TQ.CH-01")
    found = spread(held, {"TQ.CH-01": 2, "TQ.CH-02": 0})

    assert Counter(one.bailiff for one in found) == {"TQ.CH-01": 1, "TQ.CH-02": 1}
    assert [one.bailiff for one in moved(held, found)] == ["TQ.CH-02"]


@pytest.mark.parametrize(
    ("count", "loads", "code"),
    [(0, {"TQ.CH-01": 1}, "cases.nothing_to_assign"), (1, {}, "cases.nobody_to_assign")],
)
def test_nothing_or_nobody_is_refused(count: int, loads: dict[str, int], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        spread(cases(count), loads)

    assert refused.value.code == code


@given(
    st.integers(1, 60),
    st.dictionaries(st.sampled_from(CODES), st.integers(0, 40), min_size=1),
)
def test_every_case_is_given_once_and_nobody_who_got_one_stands_above_another_by_more_than_one(
    count: int, loads: dict[str, int]
) -> None:
    given_out = cases(count)
    found = spread(given_out, loads)
    got = Counter(one.bailiff for one in found)
    after = {code: loads[code] + got[code] for code in loads}

    assert [one.case_id for one in found] == [one.case_id for one in given_out]
    assert set(got) <= set(loads)
    assert all(after[one] <= min(after.values()) + 1 for one in got)
    assert moved(given_out, found) == found == tuple(Assignment(o.case_id, o.bailiff) for o in found)
