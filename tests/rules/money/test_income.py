"""How much of an income may be taken, what is set aside for rent, which sums are small."""

from datetime import date

import pytest

from thads.enforcement.money.rules.income import Income, IncomeKind, income_deduction, rent_setaside
from thads.enforcement.money.rules.wages import Region, measured, post_threshold, treasury_threshold
from thads.kernel.refusals import Refusal
from thads.law import LAW

OLD, NEW = date(2026, 6, 30), date(2026, 7, 1)


def test_at_most_thirty_percent_of_a_wage_until_the_law_of_2025() -> None:
    limit = income_deduction(Income(10_000_001), on=OLD)

    assert (limit.most, limit.left, limit.percent, limit.basis) == (3_000_000, 7_000_001, 30, "L08 Đ78.3")


def test_of_other_income_what_is_above_the_minimum_living() -> None:
    assert income_deduction(Income(10, IncomeKind.OTHER, living_minimum=4), on=OLD).most == 6
    assert income_deduction(Income(10, IncomeKind.OTHER, living_minimum=14), on=OLD).most == 0
    with pytest.raises(Refusal) as caught:
        income_deduction(Income(10, IncomeKind.OTHER), on=OLD)
    assert caught.value.code == "money.living_minimum_needed"


@pytest.mark.parametrize(
    ("region", "dependants", "most"),
    [
        (Region.ONE, 0, 20_000_000 - 5_310_000),
        (Region.TWO, 1, 20_000_000 - 2 * 4_730_000),
        (Region.THREE, 2, 20_000_000 - 3 * 4_140_000),
        (Region.FOUR, 5, 0),
    ],
)
@pytest.mark.parametrize("kind", IncomeKind)
def test_a_wage_for_himself_and_one_for_each_dependant_are_left_since(region, dependants, most, kind) -> None:
    limit = income_deduction(Income(20_000_000, kind, dependants), on=NEW, region=region)

    assert limit.most == most
    assert limit.basis == "N152 Đ51.1; N293/2025 Đ3.1"
    assert limit.for_debtor is not None
    assert limit.for_dependants is not None
    assert limit.for_dependants.amount == dependants * limit.for_debtor.amount
    assert limit.left == limit.income - most


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (lambda: income_deduction(Income(5), on=NEW), "money.region_needed"),
        (lambda: income_deduction(Income(5, dependants=-1), on=NEW), "money.dependants_negative"),
        (lambda: income_deduction(Income(-5), on=OLD), "money.negative"),
        (lambda: rent_setaside(on=OLD), "money.rent_needed"),
        (lambda: rent_setaside(on=NEW), "money.region_needed"),
        (lambda: measured(LAW.value("setoff", on=NEW), on=NEW), "money.not_an_amount"),
    ],
)
def test_what_is_missing_is_asked_for(ask, code) -> None:
    with pytest.raises(Refusal) as caught:
        ask()

    assert caught.value.code == code
    assert "…" not in caught.value.message


def test_rent_is_a_year_at_the_local_rent_and_then_twelve_minimum_wages() -> None:
    old, new = rent_setaside(on=OLD, monthly_rent=2_000_000), rent_setaside(on=NEW, region=Region.THREE)

    assert (old.amount, old.basis) == (24_000_000, "L08 Đ115.5")
    assert (new.amount, new.basis) == (12 * 4_140_000, "L25 Đ89.2; N152 Đ67.3; N293/2025 Đ3.1")


def test_small_sums_go_by_post_below_one_wage() -> None:
    assert post_threshold(on=OLD).amount == 2_340_000
    assert post_threshold(on=OLD).basis == "N62 Đ49; N73/2024 Đ3.2"
    assert post_threshold(on=NEW, region=Region.FOUR).amount == 3_700_000


def test_the_treasury_takes_sums_up_to_two_wages_since_the_law_of_2025() -> None:
    threshold = treasury_threshold(on=NEW, region=Region.ONE)

    assert treasury_threshold(on=OLD) is None
    assert threshold is not None
    assert (threshold.amount, threshold.times, threshold.unit) == (10_620_000, 2, 5_310_000)


def test_amounts_in_dong_and_in_wages_are_measured_alike() -> None:
    old, new = (LAW.value("asset.small_value", on=on) for on in (OLD, NEW))

    assert measured(old, on=OLD).amount == 10_000_000
    assert measured(new, on=NEW, region=Region.TWO).amount == 5 * 4_730_000
