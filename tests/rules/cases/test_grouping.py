"""Which duties go into one decision, on both sides of the joint (N62 Đ6–7; N152 Đ8, 11)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.cases.telling import day
from thads.enforcement.cases.rules.grouping import (
    GroupedDuty,
    GroupKind,
    check_together,
    ex_officio_groups,
    request_groups,
)
from thads.enforcement.cases.rules.vocabulary import ObligationKind as K
from thads.kernel.refusals import Refusal
from thads.law import Certainty

OLD, NEW = day("2026-06-30"), day("2026-07-01")
FEE_A = GroupedDuty(1, K.COURT_FEE, "Nguyễn Văn A")
FINE_A = GroupedDuty(2, K.FINE, "nguyễn văn a ")
FEE_B = GroupedDuty(3, K.COURT_FEE, "Lê Thị B")
FEE_C = GroupedDuty(4, K.COURT_FEE, "Trần C")
PHONE_TO_D = GroupedDuty(5, K.RETURN_ASSET, "", "Phạm D")
MONEY_TO_A = GroupedDuty(6, K.RETURN_MONEY, "", "Nguyễn Văn A")
JOINT_B = GroupedDuty(7, K.UNLAWFUL_GAIN, "Lê Thị B", joint="1")
JOINT_C = GroupedDuty(8, K.UNLAWFUL_GAIN, "Trần C", joint="1")
KNIFE = GroupedDuty(9, K.DESTROY)


def told(groups: object) -> list[tuple[str, tuple[int, ...]]]:
    return [(group.kind.value, group.nos) for group in groups]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("duties", "on", "expected"),
    [
        ((FEE_A, FINE_A), OLD, [("several_duties", (1, 2))]),
        ((FEE_A, FEE_B, FEE_C), OLD, [("common", (1, 3, 4))]),
        ((FEE_A, FINE_A, FEE_B, FEE_C), OLD, [("several_duties", (1, 2)), ("common", (3, 4))]),
        ((FEE_A, PHONE_TO_D, KNIFE), OLD, [("common", (1, 9)), ("returned_to", (5,))]),
        ((FEE_A, FEE_B, MONEY_TO_A), OLD, [
            ("receives_and_owes", (1,)), ("common", (3,)), ("returned_to", (6,)),
        ]),
        ((FEE_B, JOINT_B, JOINT_C), OLD, [("common", (3, 7, 8))]),
        ((FEE_A, FINE_A), NEW, [("one_debtor", (1, 2))]),
        ((FEE_A, FEE_B, FEE_C), NEW, [
            ("one_debtor", (1,)), ("one_debtor", (3,)), ("one_debtor", (4,)),
        ]),
        ((FEE_B, JOINT_B, JOINT_C), NEW, [("one_debtor", (3,)), ("joint", (7, 8))]),
        ((FEE_A, PHONE_TO_D, KNIFE), NEW, [
            ("one_debtor", (1,)), ("returned_to", (5,)), ("no_debtor", (9,)),
        ]),
    ],
)  # fmt: skip
def test_ex_officio_decisions_are_as_many_as_the_law_of_the_day_says(
    duties: tuple[GroupedDuty, ...], on: date, expected: list[tuple[str, tuple[int, ...]]]
) -> None:
    assert told(ex_officio_groups(duties, on=on)) == expected


def request(no: int, debtor: str, which: str, on: str = "2026-06-30") -> GroupedDuty:
    return GroupedDuty(no, K.CONTRACT, debtor, f"Chủ nợ {which}", request=which, asked_on=day(on))


@pytest.mark.parametrize(
    ("duties", "on", "expected"),
    [
        ((request(1, "A", "r1"), request(2, "B", "r1")), OLD, [("one_request", (1, 2))]),
        ((request(1, "A", "r1"), request(2, "A", "r2")), OLD, [("one_debtor_many_creditors", (1, 2))]),
        ((request(1, "A", "r1"), request(2, "A", "r2", "2026-06-29")), OLD, [
            ("one_request", (1,)), ("one_request", (2,)),
        ]),
        ((request(1, "A", "r1"), request(2, "B", "r2")), OLD, [
            ("one_request", (1,)), ("one_request", (2,)),
        ]),
        ((request(1, "A", "r1"), request(2, "B", "r1")), NEW, [("one_debtor", (1,)), ("one_debtor", (2,))]),
        ((request(1, "A", "r1"), request(2, "A", "r2")), NEW, [("one_debtor", (1, 2))]),
    ],
)  # fmt: skip
def test_requests_are_decided_on_as_the_law_of_the_day_says(
    duties: tuple[GroupedDuty, ...], on: date, expected: list[tuple[str, tuple[int, ...]]]
) -> None:
    assert told(request_groups(duties, on=on)) == expected


def test_a_group_says_its_article_its_person_and_what_was_derived() -> None:
    first, second = ex_officio_groups((FEE_A, PHONE_TO_D), on=NEW)

    assert (first.basis, first.person, first.certainty) == ("N152 Đ8, 11", "Nguyễn Văn A", Certainty.STATED)
    assert (second.kind, second.person) == (GroupKind.RETURNED_TO, "Phạm D")
    assert second.certainty is Certainty.DERIVED


def test_what_the_law_keeps_apart_is_refused_in_one_decision() -> None:
    groups = ex_officio_groups((FEE_A, FEE_B), on=NEW)

    check_together(groups, (1,))
    with pytest.raises(Refusal) as refused:
        check_together(groups, (1, 3))
    assert refused.value.code == "cases.duties_apart"
    assert "Lê Thị B" in refused.value.message


duty_like = st.builds(
    GroupedDuty,
    no=st.integers(1, 400),
    kind=st.sampled_from([K.COURT_FEE, K.FINE, K.RETURN_MONEY, K.DESTROY]),
    debtor=st.sampled_from(["", "A", "B", "C"]),
    creditor=st.sampled_from(["", "A", "D"]),
    joint=st.sampled_from(["", "1"]),
)


@given(st.lists(duty_like, unique_by=lambda one: one.no, max_size=12), st.sampled_from([OLD, NEW]))
def test_every_duty_stands_in_exactly_one_decision(duties: list[GroupedDuty], on: date) -> None:
    groups = ex_officio_groups(duties, on=on)

    assert sorted(no for group in groups for no in group.nos) == sorted(duty.no for duty in duties)
    assert all(group.nos for group in groups)
