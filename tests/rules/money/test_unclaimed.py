"""What becomes of money that cannot be paid yet or that nobody comes for, and when."""

from datetime import date

import pytest

from thads.enforcement.money.rules.unclaimed import HeldBecause, HeldMoney, NextStep, ladder, next_rung
from thads.enforcement.money.rules.wages import Region
from thads.kernel.refusals import Refusal

OLD, NEW = date(2026, 6, 30), date(2026, 7, 1)
ABSENT = HeldBecause.PAYEE_ABSENT


@pytest.mark.parametrize(
    ("since", "amount", "step"),
    [
        (OLD, 2_339_999, NextStep.SEND_BY_POST),
        (OLD, 2_340_000, NextStep.SAVINGS),
        (NEW, 3_699_999, NextStep.SEND_BY_POST),
        (NEW, 3_700_000, NextStep.TREASURY),
        (NEW, 7_400_000, NextStep.TREASURY),
        (NEW, 7_400_001, NextStep.SAVINGS),
    ],
)
def test_money_of_an_absent_payee_goes_by_its_size(since, amount, step) -> None:
    first, last = ladder(HeldMoney(amount, ABSENT, since, region=Region.FOUR), on=NEW)

    assert (first.step, last.step) == (step, NextStep.TO_STATE)
    assert first.length == "15 ngày"
    assert first.threshold is not None
    assert first.threshold.basis in first.basis


def test_fifteen_days_run_from_the_notice_and_roll_over_days_off() -> None:
    told = ladder(HeldMoney(10**9, ABSENT, date(2026, 3, 6)), on=NEW)[0]  # 21/3/2026 is a Saturday

    assert told.day == date(2026, 3, 23)


@pytest.mark.parametrize(
    ("since", "effective_on", "day", "length"),
    [
        (date(2024, 2, 29), date(2024, 1, 1), date(2029, 1, 1), "5 năm"),
        (date(2024, 2, 29), date(2018, 1, 1), date(2025, 2, 28), "1 năm"),
        (date(2024, 2, 29), None, date(2025, 2, 28), "1 năm"),
    ],
)
def test_the_state_gets_it_when_both_times_are_over(since, effective_on, day, length) -> None:
    last = ladder(HeldMoney(10**9, ABSENT, since, effective_on), on=OLD)[-1]

    assert (last.day, last.length, last.basis, last.is_derived) == (day, length, "N62 Đ49.5", True)
    assert ladder(HeldMoney(10**9, ABSENT, since, effective_on), on=NEW)[-1].basis == "L25 Đ59.1"


@pytest.mark.parametrize(
    ("because", "since", "day", "basis", "is_derived"),
    [
        (HeldBecause.HANDOVER_PENDING, OLD, date(2026, 7, 10), "N62 Đ27.4", False),
        (HeldBecause.HANDOVER_PENDING, NEW, date(2026, 7, 13), "N152 Đ30.7", False),  # 11/7 is a Saturday
        (HeldBecause.STOPPED, OLD, OLD, "N62 Đ49.5b", True),
        (HeldBecause.STOPPED, NEW, date(2026, 7, 8), "N152 Đ30.8", False),
    ],
)
def test_money_that_must_wait_is_put_on_deposit(because, since, day, basis, is_derived) -> None:
    (only,) = ladder(HeldMoney(5, because, since), on=NEW)

    assert (only.step, only.day, only.basis, only.is_derived) == (
        NextStep.TERM_DEPOSIT,
        day,
        basis,
        is_derived,
    )


def test_the_next_step_is_the_first_not_yet_done() -> None:
    held = HeldMoney(10**9, ABSENT, OLD)

    assert next_rung(held, on=NEW) == ladder(held, on=NEW)[0]
    assert next_rung(held, on=NEW, done=(NextStep.SAVINGS,)) == ladder(held, on=NEW)[1]
    assert next_rung(held, on=NEW, done=(NextStep.SAVINGS, NextStep.TO_STATE)) is None


def test_the_region_is_asked_for_since_wages_measure() -> None:
    with pytest.raises(Refusal) as caught:
        ladder(HeldMoney(5, ABSENT, NEW), on=NEW)

    assert caught.value.code == "money.region_needed"
