"""Money is shared out by the order of the law of the day: nothing lost, nobody overpaid, ranks kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.money.pooling import BEFORE, COERCED, MILLION, NEW, OLD, claim, cost, pool, state, tax, waiting
from thads.enforcement.cases.rules.vocabulary import ObligationKind as K
from thads.enforcement.money.rules.circle import CirclePlace
from thads.enforcement.money.rules.distribution import Distribution, StepKind, distribute
from thads.enforcement.money.rules.pools import (
    Claim,
    Deduction,
    DeductionKind,
    InterestOrder,
    OutsideSecured,
    PoolSource,
    Security,
)
from thads.enforcement.money.rules.proportions import shared
from thads.enforcement.money.rules.ranks import rank_of
from thads.kernel.refusals import Refusal
from thads.law import LAW

WAGE = claim("A", K.WAGE, 100 * MILLION)
COURT_FEE = state("Phí", K.COURT_FEE, 30 * MILLION)
FINE = state("Phạt", K.FINE, 50 * MILLION)
INSURANCE = claim("BHXH", K.SOCIAL_INSURANCE, 60 * MILLION)
LOAN_B = claim("B", K.CREDIT_DEBT, 900 * MILLION)
LOAN_C = claim("C", K.CONTRACT, 300 * MILLION)
WORKED = (LOAN_B, INSURANCE, WAGE, FINE, LOAN_C, COURT_FEE)


def amounts(given: Distribution, claims: Sequence[Claim]) -> list[int]:
    return [given.of(one) for one in claims]


def kinds(given: Distribution) -> list[StepKind]:
    return [step.kind for step in given.steps]


# ------------------------------------------------------------------ the worked example


def test_the_worked_example_under_the_law_of_2025_is_right_to_the_dong() -> None:
    sold = pool(1000 * MILLION, deductions=(cost(40 * MILLION), tax(20 * MILLION)))

    shares = distribute(sold, WORKED, on=NEW)

    assert amounts(shares, (WAGE, COURT_FEE, FINE, INSURANCE, LOAN_B, LOAN_C)) == [
        100 * MILLION, 30 * MILLION, 50 * MILLION, 60 * MILLION, 525 * MILLION, 175 * MILLION,
    ]  # fmt: skip
    assert [(step.vi[-1], step.after // MILLION) for step in shares.steps if step.kind is StepKind.RANK] == [
        ("a", 840), ("b", 810), ("c", 760), ("d", 700), ("đ", 0),
    ]  # fmt: skip
    assert shares.deducted == 60 * MILLION
    assert shares.to_debtor == 0


def test_the_worked_example_under_the_law_of_2008_is_right_to_the_dong() -> None:
    sold = pool(1000 * MILLION, deductions=(cost(40 * MILLION),))
    third = (LOAN_B, INSURANCE, FINE, LOAN_C)
    exact = [Fraction(830 * MILLION * one.due, 1310 * MILLION) for one in third]
    assert sum(exact) == 830 * MILLION

    shares = distribute(sold, WORKED, on=OLD)

    assert amounts(shares, (WAGE, COURT_FEE)) == [100 * MILLION, 30 * MILLION]
    assert amounts(shares, third) == [570_229_008, 38_015_267, 31_679_389, 190_076_336]
    for whole, fraction in zip(amounts(shares, third), exact, strict=True):
        assert abs(whole - fraction) < 1
    assert sum(amounts(shares, third)) == 830 * MILLION


@pytest.mark.parametrize(
    ("on", "bases"),
    [
        (OLD, ["L08 Đ47.1", "L08 Đ47.1a", "L08 Đ47.1b", "L08 Đ47.1c", "L08 Đ47.2b, 47.2c"]),
        (
            NEW,
            ["L25 Đ54.1", "L25 Đ54.1a", "L25 Đ54.1b", "L25 Đ54.1c", "L25 Đ54.1d", "L25 Đ54.1đ",
             "L25 Đ54.2b, 54.2c"],
        ),
    ],
)  # fmt: skip
def test_each_step_names_its_article(on, bases) -> None:
    shares = distribute(pool(1000 * MILLION, deductions=(cost(40 * MILLION),)), WORKED, on=on)

    assert [step.basis for step in shares.steps] == bases
    assert all(not LAW.sources.unknown_in(step.basis) for step in shares.steps)
    assert all(step.before - step.taken == step.after for step in shares.steps)


# ------------------------------------------------------------------ what is taken first


def test_taxes_of_the_transfer_are_no_deduction_before_the_law_of_2025() -> None:
    sold = pool(100, deductions=(tax(20),))

    with pytest.raises(Refusal) as caught:
        distribute(sold, (LOAN_B,), on=OLD)
    assert (caught.value.code, caught.value.basis) == ("money.deduction_unlawful", "L08 Đ47.1")
    assert "01/07/2026" in caught.value.message
    assert distribute(sold, (LOAN_B,), on=NEW).of(LOAN_B) == 80


def test_deductions_go_in_the_order_of_the_law_and_stop_at_what_is_there() -> None:
    rent = Deduction(DeductionKind.RENT_SETASIDE, 30)
    registration = Deduction(DeductionKind.REGISTRATION_FEE, 5)

    shares = distribute(pool(60, deductions=(registration, rent, cost(40))), (LOAN_B,), on=NEW)

    assert [(step.vi, step.taken) for step in shares.steps[:3]] == [
        ("Chi phí thi hành án", 40), ("Khoản trích thuê nhà", 20), ("Lệ phí đăng ký khi chuyển quyền", 0),
    ]  # fmt: skip
    assert [step.is_full for step in shares.steps[:3]] == [True, False, False]
    assert shares.of(LOAN_B) == shares.to_debtor == 0


# ------------------------------------------------------------------ security


def test_the_secured_creditor_comes_after_costs_and_the_court_fee_of_his_judgment_only() -> None:
    bank = claim("Ngân hàng", K.CREDIT_DEBT, 500, judgment="01", security=Security())
    own_fee = state("Phí 01", K.COURT_FEE, 30, judgment="01")
    other_fee = state("Phí 02", K.COURT_FEE, 20, judgment="02")
    wage = claim("Lương", K.WAGE, 100, judgment="03")
    sold = pool(600, PoolSource.SECURED_ASSET, deductions=(cost(40),))

    for on in (OLD, NEW):
        shares = distribute(sold, (wage, other_fee, bank, own_fee), on=on)

        assert amounts(shares, (own_fee, bank, wage, other_fee)) == [30, 500, 30, 0]
        assert kinds(shares)[:3] == [StepKind.DEDUCTION, StepKind.COURT_FEE_OF_JUDGMENT, StepKind.SECURED]


def test_a_holder_outside_enforcement_is_paid_before_all_ranks_and_before_the_court_fee() -> None:
    fee = state("Phí", K.COURT_FEE, 30)
    sold = pool(
        600, PoolSource.SECURED_ASSET, deductions=(cost(40),), outside=(OutsideSecured("Ngân hàng", 500),)
    )

    shares = distribute(sold, (fee, LOAN_B), on=NEW)

    assert (shares.paid_outside, shares.of(fee), shares.of(LOAN_B)) == (500, 30, 30)
    assert shares.steps[1].vi.endswith(": Ngân hàng")
    assert shares.steps[1].is_derived


def test_secured_creditors_are_paid_in_their_places_and_share_a_place_pro_rata() -> None:
    first = claim("1", K.CREDIT_DEBT, 300, security=Security(1))
    second = claim("2", K.CREDIT_DEBT, 200, security=Security(2))
    also_second = claim("3", K.CREDIT_DEBT, 100, security=Security(2))

    shares = distribute(pool(450, PoolSource.NAMED_DUTY_ASSET), (second, also_second, first), on=NEW)

    assert amounts(shares, (first, second, also_second)) == [300, 100, 50]


def test_what_the_security_does_not_cover_takes_part_in_its_rank() -> None:
    bank = claim("Ngân hàng", K.CREDIT_DEBT, 500, security=Security(up_to=200))
    other = claim("Khác", K.CONTRACT, 300)

    shares = distribute(pool(500, PoolSource.SECURED_ASSET), (bank, other), on=OLD)

    assert amounts(shares, (bank, other)) == [350, 150]
    assert [payment.amount for payment in shares.payments if payment.claim == bank] == [200, 150]


def test_a_secured_creditor_decided_after_the_coercion_is_still_paid_from_his_asset() -> None:
    bank = claim("Ngân hàng", K.CREDIT_DEBT, 500, security=Security(), enforced_on=NEW, requested_on=NEW)

    shares = distribute(pool(600, PoolSource.SECURED_ASSET), (bank, LOAN_B), on=NEW)

    assert amounts(shares, (bank, LOAN_B)) == [500, 100]


@pytest.mark.parametrize(
    ("source", "told", "code"),
    [
        (PoolSource.COERCION, claim("x", K.OTHER, 5, security=Security()), "money.security_without_asset"),
        (
            PoolSource.SECURED_ASSET,
            waiting("x", K.OTHER, 5, security=Security()),
            "money.secured_not_enforced",
        ),
        (PoolSource.SECURED_ASSET, claim("x", K.OTHER, 5), "money.secured_missing"),
    ],
)
def test_security_that_does_not_fit_the_money_is_refused(source, told, code) -> None:
    with pytest.raises(Refusal) as caught:
        distribute(pool(100, source), (told,), on=NEW)

    assert caught.value.code == code
    assert caught.value.basis == "L25 Đ54.3"


def test_collateral_of_a_bad_debt_is_shared_by_another_law_since_the_law_of_2025() -> None:
    bank = claim("Ngân hàng", K.CREDIT_DEBT, 500, security=Security())
    sold = pool(600, PoolSource.BAD_DEBT)

    assert distribute(sold, (bank,), on=OLD).of(bank) == 500
    with pytest.raises(Refusal, match="các tổ chức tín dụng"):
        distribute(sold, (bank,), on=NEW)


# ------------------------------------------------------------------ circle, shares kept, the rest


def test_a_co_creditor_who_has_not_requested_is_kept_his_share() -> None:
    asked = claim("A", K.CONTRACT, 300, judgment="01")
    silent = waiting("B", K.CONTRACT, 100, judgment="01", request_until=NEW)
    sold = pool(200)

    for on, basis in ((OLD, "TL11 Đ6.2"), (NEW, "N152 Đ30.2")):
        shares = distribute(sold, (asked, silent), on=on)

        assert amounts(shares, (asked, silent)) == [150, 50]
        assert shares.kept == 50
        assert shares.standings[1].basis == basis


def test_a_share_kept_goes_to_those_who_asked_once_the_time_to_ask_is_over() -> None:
    asked = claim("A", K.CONTRACT, 150, judgment="01")
    silent = waiting("B", K.CONTRACT, 100, judgment="01", request_until=NEW)
    other = claim("C", K.CONTRACT, 100, enforced_on=OLD, requested_on=OLD)

    shares = distribute(pool(200), (asked, silent, other), on=NEW + timedelta(days=1))

    assert amounts(shares, (asked, silent, other)) == [150, 0, 50]


def test_later_decisions_are_paid_only_from_the_rest_and_the_debtor_last() -> None:
    later = claim("B", K.WAGE, 100, enforced_on=OLD, requested_on=OLD)
    later_loan = claim("C", K.CONTRACT, 100, enforced_on=OLD, requested_on=OLD)
    in_time = claim("A", K.CONTRACT, 300)
    told = (later_loan, later, in_time)

    assert amounts(distribute(pool(350), told, on=NEW), told) == [0, 50, 300]
    plenty = distribute(pool(510), told, on=NEW)
    assert amounts(plenty, told) == [100, 100, 300]
    assert plenty.to_debtor == 10
    assert plenty.steps[-2].basis == "L25 Đ54.2b, 54.2c; L25 Đ54.1đ"


def test_money_not_coerced_belongs_to_the_case_it_was_paid_for() -> None:
    own = claim("A", K.CONTRACT, 60)
    wage = claim("B", K.WAGE, 100)

    shares = distribute(pool(100, PoolSource.NOT_COERCED), (wage, own), on=NEW)

    assert amounts(shares, (wage, own)) == [40, 60]


# ------------------------------------------------------------------ principal and interest


@pytest.mark.parametrize(
    ("order", "got", "principal", "interest"),
    [
        (InterestOrder.PRINCIPAL_FIRST, 100, 100, 0),
        (InterestOrder.PRINCIPAL_FIRST, 130, 100, 30),
        (InterestOrder.INTEREST_FIRST, 30, 0, 30),
        (InterestOrder.INTEREST_FIRST, 100, 60, 40),
    ],
)
def test_a_payment_goes_to_the_principal_first_unless_adjudged_otherwise(
    order, got, principal, interest
) -> None:
    owed = claim("A", K.CONTRACT, 100, 40, order=order)

    (paid,) = distribute(pool(got), (owed,), on=NEW).payments

    assert (paid.amount, paid.principal, paid.interest) == (got, principal, interest)


def test_two_payments_of_one_claim_are_split_as_one() -> None:
    bank = claim("A", K.CREDIT_DEBT, 300, 100, security=Security(up_to=350))

    shares = distribute(pool(400, PoolSource.SECURED_ASSET), (bank,), on=NEW)

    assert [(one.principal, one.interest) for one in shares.payments] == [(300, 50), (0, 50)]


# ------------------------------------------------------------------ what is refused


@pytest.mark.parametrize(
    ("told", "claims", "code"),
    [
        (pool(0), (LOAN_B,), "money.pool_empty"),
        (pool(-5), (LOAN_B,), "money.negative"),
        (pool(5, circle_on=None), (LOAN_B,), "money.pool_needs_day"),
        (pool(5, PoolSource.AGREED_HANDOVER, circle_on=None), (LOAN_B,), "money.pool_needs_day"),
        (pool(5, circle_on=NEW), (LOAN_B,), "money.pool_before_its_day"),
        (pool(5, PoolSource.BANKRUPTCY), (LOAN_B,), "money.pool_elsewhere"),
        (pool(5, deductions=(cost(1), cost(2))), (LOAN_B,), "money.deduction_twice"),
        (pool(5, deductions=(cost(-1),)), (LOAN_B,), "money.negative"),
        (pool(5), (LOAN_B, replace(LOAN_B, principal=7)), "money.claim_twice"),
        (pool(5), (claim("A", K.RETURN_MONEY, 5),), "money.no_rank"),
        (pool(5), (claim("A", K.CONTRACT, -5),), "money.negative"),
    ],
)
def test_a_pool_that_cannot_be_shared_is_refused(told, claims, code) -> None:
    with pytest.raises(Refusal) as caught:
        distribute(told, claims, on=OLD)

    assert caught.value.code == code
    assert "…" not in caught.value.message


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        (K.ALIMONY, "a", "a"), (K.COURT_FEE, "b", "b"), (K.FINE, "c", "c"), (K.UNLAWFUL_GAIN, "c", "c"),
        (K.SOCIAL_INSURANCE, "c", "d"), (K.OTHER_STATE, "c", "đ"), (K.CREDIT_DEBT, "c", "đ"),
    ],
)  # fmt: skip
def test_the_rank_of_a_kind_is_that_of_the_law_of_the_day(kind, old, new) -> None:
    assert (rank_of(kind, on=OLD).point, rank_of(kind, on=NEW).point) == (old, new)


# ------------------------------------------------------------------ properties

RANKED = [kind for kind in K if LAW.obligations.of(kind).rank is not None]
dong = st.integers(0, 10**13)
days = st.sampled_from([None, BEFORE, COERCED, OLD, NEW])


@st.composite
def claims_upon(draw: st.DrawFn) -> tuple[Claim, ...]:
    return tuple(
        Claim(
            case=draw(st.sampled_from("ABC")), no=no, kind=draw(st.sampled_from(RANKED)), creditor=str(no),
            principal=draw(dong), interest=draw(st.integers(0, 10**9)),
            agency=draw(st.sampled_from(["TQ", "HG"])),
            judgment=draw(st.sampled_from(["", "01", "02"])), ex_officio=draw(st.booleans()),
            enforced_on=draw(days), requested_on=draw(days), request_until=draw(days),
            order=draw(st.sampled_from(InterestOrder)),
        )
        for no in range(1, draw(st.integers(0, 7)) + 1)
    )  # fmt: skip


@st.composite
def shared_out(draw: st.DrawFn) -> Distribution:
    claims = draw(claims_upon())
    source = draw(st.sampled_from([PoolSource.COERCION, PoolSource.NOT_COERCED, PoolSource.AGREED_HANDOVER]))
    told = pool(
        draw(st.integers(1, 10**13)), source, deductions=(cost(draw(dong)),),
        outside=(OutsideSecured("Ngân hàng", draw(dong)),),
    )  # fmt: skip
    return distribute(told, claims, on=draw(st.sampled_from([OLD, NEW])))


@given(shared_out())
def test_not_one_dong_is_lost_or_invented(given: Distribution) -> None:
    paid = sum(payment.amount for payment in given.payments)

    assert given.deducted + given.paid_outside + paid + given.to_debtor == given.pool.amount
    assert sum(step.taken for step in given.steps) == given.pool.amount


@given(shared_out())
def test_nobody_gets_more_than_is_due_and_strangers_get_nothing(given: Distribution) -> None:
    for standing in given.standings:
        claim = standing.claim
        assert 0 <= given.of(claim) <= claim.due
        if standing.place is CirclePlace.OUTSIDE:
            assert given.of(claim) == 0
    for payment in given.payments:
        assert payment.principal + payment.interest == payment.amount
        assert 0 <= payment.principal <= payment.claim.principal
        assert 0 <= payment.interest <= payment.claim.interest
        assert payment.is_kept == (payment.claim in kept_claims(given))


def kept_claims(given: Distribution) -> set[Claim]:
    return {one.claim for one in given.standings if one.place is CirclePlace.KEPT}


@given(shared_out())
def test_no_lower_step_is_paid_before_a_higher_one_is_full(given: Distribution) -> None:
    for one, two in zip(given.steps, given.steps[1:], strict=False):
        assert one.is_full or two.taken == 0
        assert one.after == two.before


@given(shared_out())
def test_another_way_of_sharing_comes_to_the_same_within_a_dong(given: Distribution) -> None:
    """Pour the money rank by rank with exact fractions, straight from the ranks of the law."""
    left = Fraction(given.pool.amount - given.deducted - given.paid_outside)
    tiers = {CirclePlace.IN_CIRCLE: 0, CirclePlace.KEPT: 0, CirclePlace.LATER: 1}
    ranked = sorted(
        (tiers[one.place], "abcdđ".index(rank_of(one.claim.kind, on=given.on).point), one.claim.no, one.claim)
        for one in given.standings
        if one.place in tiers
    )
    for _tier_and_rank, group in groupby(ranked, key=lambda row: row[:2]):
        members = [row[3] for row in group]
        due = sum(one.due for one in members)
        poured = min(left, Fraction(due))
        for one in members:
            assert abs(given.of(one) - (poured * one.due / due if due else 0)) < 1
        left -= poured
    assert given.to_debtor == left


@given(st.integers(0, 10**12), st.lists(st.integers(0, 10**12), max_size=8))
def test_sharing_in_proportion_gives_all_there_is_and_never_more_than_due(amount, dues) -> None:
    parts = shared(amount, dues)

    assert sum(parts) == min(amount, sum(dues))
    assert all(part <= due for part, due in zip(parts, dues, strict=True))


def test_odd_dong_go_to_the_largest_fraction_and_ties_to_the_first() -> None:
    assert shared(10, (10, 10, 10)) == (4, 3, 3)
    assert shared(7, (5, 10)) == (2, 5)  # 2,33 and 4,67
    assert shared(0, ()) == ()
