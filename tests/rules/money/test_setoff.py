"""Set-off of two mutual duties: from 1/7/2026, after fee and costs, never against the State."""

from dataclasses import replace
from datetime import date

import pytest

from thads.enforcement.money.rules.setoff import SetOffSide, set_off, use_for_own_duty
from thads.kernel.refusals import Refusal

OLD, NEW = date(2026, 6, 30), date(2026, 7, 1)
ONE = SetOffSide("01", "TQ", creditor="A", debtor="B", due=1000, fee=30, cost=70)
TWO = SetOffSide("02", "TQ", creditor="B", debtor="A", due=600, fee=18)


def test_two_duties_are_balanced_after_fee_and_costs() -> None:
    result = set_off(ONE, TWO, on=NEW)

    assert result.amount == 582
    assert (result.left_of_one, result.left_of_two, result.basis) == (418, 18, "N152 Đ31")
    assert set_off(TWO, ONE, on=NEW).amount == 582


def test_the_law_of_2008_knows_no_set_off() -> None:
    with pytest.raises(Refusal, match="Bộ luật Dân sự") as caught:
        set_off(ONE, TWO, on=OLD)

    assert (caught.value.code, caught.value.basis) == ("money.setoff_not_yet", "BLDS Đ378")
    assert "01/07/2026" in caught.value.message


@pytest.mark.parametrize(
    ("other", "code"),
    [
        (replace(TWO, debtor="C"), "money.setoff_not_mutual"),
        (replace(TWO, creditor="A", debtor="B"), "money.setoff_not_mutual"),
        (replace(TWO, agency="HG"), "money.setoff_other_agency"),
        (replace(TWO, thing="gạo"), "money.setoff_not_same_kind"),
        (replace(TWO, is_state=True), "money.setoff_state"),
        (replace(TWO, touches_third_party=True), "money.setoff_third_party"),
        (replace(TWO, cost=600), "money.setoff_nothing"),
        (replace(TWO, due=-1), "money.negative"),
    ],
)
def test_what_the_decree_does_not_allow_is_refused(other, code) -> None:
    for sides in ((ONE, other), (other, ONE)):
        with pytest.raises(Refusal) as caught:
            set_off(*sides, on=NEW)

        assert caught.value.code == code
        assert "…" not in caught.value.message


def test_agencies_that_cooperate_may_balance_and_things_of_one_kind_too() -> None:
    assert set_off(ONE, replace(TWO, agency="HG"), on=NEW, agencies_cooperate=True).amount == 582
    assert set_off(replace(ONE, thing="gạo"), replace(TWO, thing="gạo"), on=NEW).amount == 582


@pytest.mark.parametrize(("on", "basis"), [(OLD, "L08 Đ126.1"), (NEW, "L25 Đ59.5")])
def test_the_money_of_a_payee_who_owes_is_used_for_his_duty(on, basis) -> None:
    used = use_for_own_duty(100, duty=70, on=on)

    assert (used.used, used.left_to_payee, used.left_of_duty, used.basis) == (70, 30, 0, basis)
    assert use_for_own_duty(50, duty=70, on=on).left_of_duty == 20
