"""Joint debtors: the whole of any, what one pays lessens all, and the payer's claim against the others."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thads.enforcement.money.rules.joint import JointDebtor, joint_standing
from thads.kernel.refusals import Refusal

OLD, NEW = date(2026, 6, 30), date(2026, 7, 1)
A, B, C = (JointDebtor(name) for name in "ABC")


@pytest.mark.parametrize(("on", "basis"), [(OLD, "TL11 Đ11"), (NEW, "N152 Đ28")])
def test_the_whole_rest_may_be_asked_of_any(on, basis) -> None:
    standing = joint_standing(90, (A, B, C), {"A": 40}, on=on)

    assert standing.left == 50
    assert [line.may_be_asked for line in standing.lines] == [50, 50, 50]
    assert (standing.basis, standing.recourse_basis) == (basis, "BLDS Đ288")


def test_one_who_paid_more_than_his_part_has_a_claim_against_the_others() -> None:
    standing = joint_standing(90, (A, B, C), {"A": 60, "B": 10}, on=NEW)

    assert [(one.payer, one.of, one.amount) for one in standing.recourses] == [("A", "B", 12), ("A", "C", 18)]
    assert [(line.over, line.short) for line in standing.lines] == [(30, 0), (0, 20), (0, 30)]


def test_parts_adjudged_go_before_equal_parts() -> None:
    adjudged = (JointDebtor("A", 20), JointDebtor("B", 70))

    standing = joint_standing(90, adjudged, {"A": 90}, on=NEW)

    assert [(one.of, one.amount) for one in standing.recourses] == [("B", 70)]


def test_equal_parts_leave_no_dong_over() -> None:
    assert [line.part for line in joint_standing(100, (A, B, C), {}, on=NEW).lines] == [34, 33, 33]


@pytest.mark.parametrize(
    ("debtors", "paid", "code"),
    [
        ((A,), {}, "money.joint_alone"),
        ((A, A), {}, "money.joint_alone"),
        ((A, B), {"C": 1}, "money.joint_stranger"),
        ((A, B), {"A": 60, "B": 31}, "money.joint_overpaid"),
        ((A, B), {"A": -1}, "money.negative"),
        ((JointDebtor("A", 20), B), {}, "money.joint_shares_wrong"),
        ((JointDebtor("A", 20), JointDebtor("B", 71)), {}, "money.joint_shares_wrong"),
    ],
)
def test_what_cannot_be_is_refused(debtors, paid, code) -> None:
    with pytest.raises(Refusal) as caught:
        joint_standing(90, debtors, paid, on=NEW)

    assert caught.value.code == code
    assert "…" not in caught.value.message


@given(st.integers(0, 10**12), st.lists(st.integers(0, 10**12), min_size=2, max_size=5))
def test_claims_among_debtors_leave_each_with_no_more_than_his_part(amount, wishes) -> None:
    left, paid = amount, {}
    for name, wish in zip("ABCDE", wishes, strict=False):
        paid[name] = min(left, wish)
        left -= paid[name]

    standing = joint_standing(amount, [JointDebtor(name) for name in paid], paid, on=NEW)

    for line in standing.lines:
        back = sum(one.amount for one in standing.recourses if one.payer == line.debtor)
        asked = sum(one.amount for one in standing.recourses if one.of == line.debtor)
        assert back == line.over
        assert line.paid - back + asked <= max(line.part, line.paid)
