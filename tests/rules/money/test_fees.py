"""The enforcement fee to the đồng: official examples, thresholds on the joints, corrections, relief."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thads.enforcement.cases.rules.vocabulary import ObligationKind as K
from thads.enforcement.money.rules.fee_relief import FeePayer, Requester, fee_payer, relieve_fee
from thads.enforcement.money.rules.fees import (
    FeeManner,
    FeeReceipt,
    corrected_fees,
    divided_receipt,
    fee_series,
    fee_threshold,
    full_fee,
)
from thads.kernel.refusals import Refusal

MILLION, BILLION = 10**6, 10**9
OLD, NEW = date(2026, 6, 30), date(2026, 7, 1)
DAY = date(2025, 3, 3)


def receipts(*amounts: int, on: date = DAY, **told: object) -> tuple[FeeReceipt, ...]:
    """Tell payments to one payee, a day apart."""
    return tuple(
        FeeReceipt(f"BL{n}", on + timedelta(days=n), amount, **told) for n, amount in enumerate(amounts)
    )


def fees(*told: FeeReceipt) -> list[int]:
    return [line.fee for line in fee_series(told)]


def written(received: int, threshold: int) -> int:
    """The fee as the circular writes it, each bracket with its fixed amount (T216 Đ4.1): another way to F."""
    if received <= threshold:
        return 0
    rows = (
        (15 * BILLION, 245 * MILLION, Fraction(1, 10_000)),
        (10 * BILLION, 220 * MILLION, Fraction(5, 1000)),
        (7 * BILLION, 190 * MILLION, Fraction(1, 100)),
        (5 * BILLION, 150 * MILLION, Fraction(2, 100)),
    )
    for above, fixed, rate in rows:
        if received > above:
            return int(fixed + (received - above) * rate)
    return int(received * Fraction(3, 100))


# ------------------------------------------------------------------ the official examples


def test_eighteen_billions_in_six_payments() -> None:
    told = receipts(3 * BILLION, 4 * BILLION, 4_500 * MILLION, 4 * BILLION, 1_500 * MILLION, 1 * BILLION)

    assert fees(*told) == [90 * MILLION, 100 * MILLION, 37_500_000, 17_550_000, 150_000, 100_000]
    assert sum(fees(*told)) == full_fee(18 * BILLION, on=DAY).fee == 245_300_000


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2017, 1, 3), [0, 0, 90_000, 60_000]),  # twice 1.210.000
        (DAY, [0, 0, 0, 150_000]),  # twice 2.340.000
    ],
)
def test_small_payments_are_charged_whole_once_they_cross_the_threshold(on, expected) -> None:
    assert fees(*receipts(1 * MILLION, 1 * MILLION, 1 * MILLION, 2 * MILLION, on=on)) == expected


def test_a_divorce_charges_each_on_what_he_really_gets() -> None:
    kept = divided_receipt(kept_value=500 * MILLION, paid_out=200 * MILLION)

    assert fees(*receipts(200 * MILLION, kind=K.DIVORCE_SHARE)) == [6 * MILLION]
    assert fees(*receipts(kept, kind=K.DIVORCE_SHARE)) == [9 * MILLION]
    with pytest.raises(Refusal, match="không có phần thực nhận"):
        divided_receipt(kept_value=200, paid_out=200)


def test_six_billions_two_hundred_millions_at_once() -> None:
    full = full_fee(6_200 * MILLION, on=DAY)

    assert full.fee == 174 * MILLION
    assert [(one.part, str(one.percent), one.fee) for one in full.brackets] == [
        (5 * BILLION, "3", 150 * MILLION), (1_200 * MILLION, "2", 24 * MILLION),
    ]  # fmt: skip


# ------------------------------------------------------------------ thresholds through time


@pytest.mark.parametrize(
    ("on", "threshold"),
    [
        (date(2017, 6, 30), 2_420_000), (date(2017, 7, 1), 2_600_000), (date(2018, 7, 1), 2_780_000),
        (date(2019, 7, 1), 2_980_000), (date(2023, 6, 30), 2_980_000), (date(2023, 7, 1), 3_600_000),
        (date(2024, 7, 1), 4_680_000), (OLD, 4_680_000), (NEW, 5_060_000),
    ],
)  # fmt: skip
def test_the_threshold_is_twice_the_base_salary_of_the_day(on, threshold) -> None:
    assert fee_threshold(on=on) == threshold
    assert full_fee(threshold, on=on).fee == 0
    assert full_fee(threshold + 100, on=on).fee == (threshold + 100) * 3 // 100


def test_a_salary_nobody_read_in_the_decree_marks_the_fee_as_derived() -> None:
    assert full_fee(5 * MILLION, on=date(2020, 1, 2)).is_derived
    assert not full_fee(5 * MILLION, on=DAY).is_derived
    assert full_fee(5 * MILLION, on=NEW).is_derived


def test_a_raised_base_salary_charges_nothing_twice_and_gives_nothing_back() -> None:
    first = FeeReceipt("1", OLD, 4_700_000)
    second = FeeReceipt("2", NEW, 300_000)
    third = FeeReceipt("3", NEW, 1_000_000)

    assert fees(first, second, third) == [141_000, 0, 39_000]
    assert sum(fees(first, second, third)) == full_fee(6_000_000, on=NEW).fee


def test_the_fraction_of_a_dong_is_dropped() -> None:
    assert fees(*receipts(5_000_001)) == [150_000]


# ------------------------------------------------------------------ shares and exemptions


@pytest.mark.parametrize(
    ("manner", "fee", "basis"),
    [
        (FeeManner.BEFORE_DECISION, 0, "T216 Đ4.4"),
        (FeeManner.VOLUNTARY_PERIOD, 0, "T216 Đ6.8"),
        (FeeManner.SETTLED, 1_000_000, "T216 Đ4.4"),
        (FeeManner.COLLECTED, 3_000_000, "T216 Đ4.5"),
        (FeeManner.COERCED, 3_000_000, "T216 Đ4.5"),
    ],
)
def test_the_share_of_the_fee_follows_from_how_the_money_came(manner, fee, basis) -> None:
    (line,) = fee_series(receipts(100 * MILLION, manner=manner))

    assert (line.fee, line.basis, line.left_to_payee) == (fee, basis, 100 * MILLION - fee)


def test_under_the_threshold_the_article_of_the_threshold_is_named() -> None:
    (line,) = fee_series(receipts(1 * MILLION))

    assert (line.fee, line.basis) == (0, "T216 Đ4.1a, 6.4")


def test_money_without_fee_is_not_counted_up() -> None:
    free = FeeReceipt("1", DAY, 3 * BILLION, FeeManner.VOLUNTARY_PERIOD)
    due = FeeReceipt("2", DAY + timedelta(days=1), 3 * BILLION)

    one, two = fee_series((due, free))

    assert (one.receipt, one.sum_after, one.growth) == (free, 0, 0)
    assert (two.sum_before, two.fee) == (0, 90 * MILLION)


def test_settled_money_is_counted_up_and_charged_a_third_of_the_growth() -> None:
    first = FeeReceipt("1", DAY, 3 * MILLION)
    settled = FeeReceipt("2", DAY, 2 * MILLION, FeeManner.SETTLED)

    assert fees(first, settled) == [0, 50_000]


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (K.ALIMONY, "livelihood"), (K.WAGE, "livelihood"), (K.SOCIAL_INSURANCE, "livelihood"),
        (K.RETURN_MONEY, "own_money"), (K.FINE, "state_revenue"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("on", [OLD, NEW])
def test_exempt_kinds_bear_no_fee(kind, code, on) -> None:
    (line,) = fee_series((FeeReceipt("1", on, 100 * MILLION, kind=kind),))

    assert line.fee == line.sum_after == 0
    assert line.exempt is not None
    assert (line.exempt.code, line.basis) == (code, line.exempt.basis)


def test_a_ground_named_by_the_officer_exempts_and_an_unknown_one_is_refused() -> None:
    (line,) = fee_series(receipts(100 * MILLION, kind=K.CREDIT_DEBT, ground="loan_to_the_poor"))
    assert (line.fee, line.basis) == (0, "T216 Đ6.5")

    with pytest.raises(Refusal) as caught:
        fee_series(receipts(100 * MILLION, ground="friend"))
    assert caught.value.code == "law.ground_unknown"


def test_the_threshold_is_a_ground_of_the_sum_and_exempts_no_single_payment() -> None:
    assert fees(*receipts(3 * MILLION, 3 * MILLION, ground="under_threshold")) == [0, 180_000]


# ------------------------------------------------------------------ properties

amounts = st.integers(0, 4 * 10**9)


@given(st.integers(0, 40 * 10**9), st.sampled_from([date(2017, 1, 1), date(2021, 5, 5), DAY, OLD, NEW]))
def test_the_full_fee_is_that_of_the_circular_s_own_table(received, on) -> None:
    assert full_fee(received, on=on).fee == written(received, fee_threshold(on=on))


@given(st.lists(amounts, max_size=12))
def test_the_fees_of_payments_are_the_fee_of_their_sum(given_amounts) -> None:
    lines = fee_series(receipts(*given_amounts))

    assert sum(line.fee for line in lines) == full_fee(sum(given_amounts), on=DAY).fee
    assert all(line.fee >= 0 for line in lines)


@given(st.lists(amounts, min_size=1, max_size=8), st.integers(0, 10**9))
def test_more_received_never_costs_less(given_amounts, more) -> None:
    assert full_fee(sum(given_amounts) + more, on=DAY).fee >= full_fee(sum(given_amounts), on=DAY).fee


@given(st.lists(amounts, min_size=2, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_telling_does_not_matter(given_amounts, chance) -> None:
    told = list(receipts(*given_amounts))
    shuffled = chance.sample(told, len(told))

    assert fee_series(shuffled) == fee_series(told)


@given(st.lists(amounts, min_size=1, max_size=6), amounts, st.integers(0, 5))
def test_a_payment_learnt_late_is_corrected_by_exactly_what_the_sum_says(given_amounts, late, place) -> None:
    told = receipts(*given_amounts)
    decided = {line.receipt.key: line.fee for line in fee_series(told)}
    learnt = FeeReceipt("late", DAY + timedelta(days=place), late)

    correction = corrected_fees((*told, learnt), decided)

    assert correction.net == full_fee(sum(given_amounts) + late, on=DAY).fee - sum(decided.values())
    assert correction.net == correction.top_up - correction.refund


# ------------------------------------------------------------------ a fee decided wrongly


def test_a_payment_that_is_no_longer_there_is_refunded_and_the_later_ones_corrected() -> None:
    told = receipts(3 * BILLION, 4 * BILLION)
    decided = {line.receipt.key: line.fee for line in fee_series(told)}

    correction = corrected_fees(told[1:], decided)

    assert {one.key: one.due for one in correction.differences} == {"BL0": -90 * MILLION, "BL1": 20 * MILLION}
    assert (correction.refund, correction.top_up, correction.basis) == (70 * MILLION, 0, "T216 Đ5.5")


def test_fees_rightly_decided_need_no_correction() -> None:
    told = receipts(3 * BILLION)

    assert corrected_fees(told, {"BL0": 90 * MILLION}).differences == ()


# ------------------------------------------------------------------ who pays


@pytest.mark.parametrize(
    ("on", "requester", "decided_on", "manner", "payer"),
    [
        (OLD, Requester.CREDITOR, OLD, FeeManner.COLLECTED, FeePayer.CREDITOR),
        (OLD, Requester.DEBTOR, OLD, FeeManner.COLLECTED, FeePayer.CREDITOR),
        (NEW, Requester.CREDITOR, OLD, FeeManner.COLLECTED, FeePayer.CREDITOR),
        (NEW, Requester.CREDITOR, NEW, FeeManner.COERCED, FeePayer.CREDITOR),
        (NEW, Requester.DEBTOR, NEW, FeeManner.COLLECTED, FeePayer.DEBTOR),
        (NEW, Requester.DEBTOR, NEW, FeeManner.VOLUNTARY_PERIOD, FeePayer.NOBODY),
        (NEW, Requester.DEBTOR, NEW, FeeManner.BEFORE_DECISION, FeePayer.NOBODY),
        (NEW, Requester.DEBTOR, OLD, FeeManner.COLLECTED, FeePayer.NOBODY),
        (NEW, Requester.NOBODY, NEW, FeeManner.COLLECTED, FeePayer.NOBODY),
    ],
)
def test_who_pays_the_fee(on, requester, decided_on, manner, payer) -> None:
    said = fee_payer(on=on, requested_by=requester, decided_on=decided_on, manner=manner)

    assert said.payer is payer
    assert said.basis == ("L08 Đ60" if on == OLD else "L25 Đ53.1")


# ------------------------------------------------------------------ relief


@pytest.mark.parametrize(
    ("ground", "percent", "relieved", "basis"),
    [
        ("merit", None, 1001, "T216 Đ7.1"),
        ("lonely_disabled_ill", 100, 1001, "T216 Đ7.1"),
        ("verified_after_unable", None, 1001, "T216 Đ7.1"),
        ("poor_household", 80, 800, "T216 Đ7.2"),
        ("poor_household", 50, 500, "T216 Đ7.2"),
        ("verified_no_forces", None, 300, "T216 Đ7.2"),
        ("verified_with_forces", 20, 200, "T216 Đ7.2"),
    ],
)
@pytest.mark.parametrize("on", [OLD, NEW])
def test_relief_is_granted_by_its_ground(ground, percent, relieved, basis, on) -> None:
    relief = relieve_fee(1001, ground, on=on, percent=percent)

    assert (relief.relieved, relief.left, relief.ground.basis) == (relieved, 1001 - relieved, basis)


@pytest.mark.parametrize(
    ("ground", "percent", "code"),
    [
        ("poor_household", None, "money.relief_percent_needed"),
        ("poor_household", 81, "money.relief_percent_over"),
        ("poor_household", 0, "money.relief_percent_over"),
        ("verified_no_forces", 20, "money.relief_percent_fixed"),
        ("kindness", None, "law.ground_unknown"),
    ],
)
def test_relief_the_ground_does_not_allow_is_refused(ground, percent, code) -> None:
    with pytest.raises(Refusal) as caught:
        relieve_fee(1000, ground, on=OLD, percent=percent)

    assert caught.value.code == code
    assert "…" not in caught.value.message.replace(" …)", "")
