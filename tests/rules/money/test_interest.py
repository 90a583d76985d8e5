"""Late interest by segments, held against a count day by day with exact fractions."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thads.enforcement.money.rules.interest import (
    InterestPause,
    InterestPayment,
    InterestTerms,
    LateInterest,
    RateStep,
    interest_ends,
    interest_start,
    late_interest,
    stops_interest,
)
from thads.enforcement.money.rules.pools import InterestOrder
from thads.kernel.refusals import Refusal
from thads.kernel.spans import Span
from thads.law import GroundKind

OLD, NEW = date(2026, 6, 30), date(2026, 7, 1)
START = date(2024, 2, 28)
TERMS = InterestTerms(START)


def paid(on: date, amount: int) -> InterestPayment:
    return InterestPayment(on, amount)


def pause(start: date, end: date | None) -> InterestPause:
    return InterestPause(Span(start, end), "L08 Đ48.1c")


# ------------------------------------------------------------------ counting


def test_a_whole_year_of_365_days_bears_ten_percent() -> None:
    year = late_interest(100_000_000, terms=InterestTerms(date(2024, 10, 1)), until=date(2025, 10, 1))

    assert (year.accrued, year.due) == (10_000_000, 10_000_000)
    (segment,) = year.segments
    assert (segment.days, segment.percent, segment.basis) == (365, Decimal(10), "BLDS Đ357, 468.2")
    assert year.days_in_year.is_derived


def test_the_leap_day_counts_as_a_day() -> None:
    assert late_interest(36_500, terms=TERMS, until=date(2024, 3, 1)).accrued == 20  # 28/2 and 29/2


def test_the_first_day_counts_and_the_day_of_the_question_does_not() -> None:
    assert late_interest(36_500, terms=TERMS, until=START).accrued == 0
    assert late_interest(36_500, terms=TERMS, until=START + timedelta(days=1)).accrued == 10


def test_the_whole_is_rounded_to_the_nearest_dong_halves_up() -> None:
    assert late_interest(1825, terms=TERMS, until=START + timedelta(days=1)).accrued == 1  # 0,5
    assert late_interest(1824, terms=TERMS, until=START + timedelta(days=1)).accrued == 0


# ------------------------------------------------------------------ payments, pauses, rates


def test_interest_runs_on_the_principal_left_and_never_on_interest() -> None:
    middle = START + timedelta(days=100)

    told = late_interest(
        36_500_000, terms=TERMS, until=START + timedelta(days=300), payments=(paid(middle, 16_500_000),)
    )

    assert [(one.days, one.principal, one.interest) for one in told.segments] == [
        (100, 36_500_000, 1_000_000), (200, 20_000_000, 1_095_890),
    ]  # fmt: skip
    assert (told.principal_left, told.paid, told.due) == (20_000_000, 0, 2_095_890)


def test_a_payment_beyond_the_principal_pays_interest_and_the_rest_is_too_much() -> None:
    middle = START + timedelta(days=100)

    told = late_interest(
        36_500, terms=TERMS, until=START + timedelta(days=300), payments=(paid(middle, 38_000),)
    )

    (split,) = told.splits
    assert (split.principal, split.interest, split.over) == (36_500, 1_000, 500)
    assert (told.due, told.principal_left, len(told.segments)) == (0, 0, 1)


def test_interest_is_paid_first_where_it_was_so_adjudged() -> None:
    terms = InterestTerms(START, order=InterestOrder.INTEREST_FIRST)
    told = late_interest(
        36_500, terms=terms, until=START + timedelta(days=200),
        payments=(paid(START + timedelta(days=100), 11_000), paid(START + timedelta(days=100), 50_000)),
    )  # fmt: skip

    first, second = told.splits
    assert (first.interest, first.principal, first.over) == (1_000, 10_000, 0)
    assert (second.interest, second.principal, second.over) == (0, 26_500, 23_500)
    assert told.due == 0


def test_payments_before_the_start_lessen_what_bears_interest_and_later_ones_are_left_out() -> None:
    until = START + timedelta(days=100)
    told = late_interest(
        46_500, terms=TERMS, until=until,
        payments=(
            paid(until + timedelta(days=1), 5), paid(START - timedelta(days=9), 10_000), paid(until, 500),
        ),
    )  # fmt: skip

    assert [(one.principal, one.interest) for one in told.segments] == [(36_500, 1_000)]
    assert [split.principal for split in told.splits] == [10_000, 500]


def test_no_interest_runs_while_it_is_paused() -> None:
    told = late_interest(
        36_500, terms=TERMS, until=START + timedelta(days=100),
        pauses=(
            pause(START + timedelta(days=10), START + timedelta(days=60)),
            pause(START + timedelta(days=90), None),
        ),
    )  # fmt: skip

    assert [(one.days, one.interest, one.is_paused) for one in told.segments] == [
        (10, 100, False), (50, 0, True), (30, 300, False), (10, 0, True),
    ]  # fmt: skip
    assert told.segments[1].basis == "L08 Đ48.1c"


def test_the_adjudged_rate_goes_before_the_statutory_one_from_its_day() -> None:
    change = START + timedelta(days=10)
    terms = InterestTerms(
        START, (RateStep(change, Decimal("15.5")), RateStep(START - timedelta(days=1), Decimal(12)))
    )

    told = late_interest(36_500_000, terms=terms, until=START + timedelta(days=20))

    assert [(one.percent, one.interest, one.basis) for one in told.segments] == [
        (Decimal(12), 120_000, "BLDS Đ357"), (Decimal("15.5"), 155_000, "BLDS Đ357"),
    ]  # fmt: skip


def test_before_2017_there_is_only_the_adjudged_rate() -> None:
    terms = InterestTerms(date(2016, 12, 31), (RateStep(date(2016, 1, 1), Decimal(9)),))
    assert late_interest(36_500, terms=terms, until=date(2017, 1, 2)).accrued == 18

    with pytest.raises(Refusal) as caught:
        late_interest(36_500, terms=InterestTerms(date(2016, 12, 31)), until=date(2017, 1, 2))
    assert caught.value.code == "law.not_in_force"


# ------------------------------------------------------------------ from when, to when, when not


def test_interest_starts_as_adjudged_else_on_the_day_of_request() -> None:
    assert interest_start(adjudged_on=START, requested_on=OLD, on=NEW) == START
    assert interest_start(adjudged_on=None, requested_on=OLD, on=NEW) == OLD
    with pytest.raises(Refusal) as caught:
        interest_start(adjudged_on=None, requested_on=None, on=NEW)
    assert (caught.value.code, caught.value.basis) == ("money.interest_no_start", "N152 Đ29.2")


def test_interest_ends_with_the_handover_of_an_asset_else_with_the_collection() -> None:
    assert interest_ends(collected_on=OLD) == OLD
    assert interest_ends(collected_on=OLD, handed_over_on=NEW) == NEW


@pytest.mark.parametrize(
    ("kind", "ground", "stops"),
    [
        (GroundKind.DEFERRAL, "parties_agree", True),
        (GroundKind.DEFERRAL, "protest_holder_request", True),
        (GroundKind.DEFERRAL, "illness", False),
        (GroundKind.SUSPENSION, "protest", True),
        (GroundKind.SUSPENSION, "bankruptcy", True),
        (GroundKind.UNABLE, "no_assets", False),
    ],
)
def test_only_some_stops_stop_interest(kind, ground, stops) -> None:
    old, new = (stops_interest(kind, ground, on=on) for on in (OLD, NEW))

    assert (old, new) == (
        ("L08 Đ48.1c, 48.2, 49.1", "L25 Đ46.1c, 46.2, 47; N152 Đ29.2") if stops else ("", "")
    )


@pytest.mark.parametrize(
    ("principal", "terms", "until", "code"),
    [
        (-1, TERMS, NEW, "money.negative"),
        (5, TERMS, START - timedelta(days=1), "money.interest_before_start"),
        (5, InterestTerms(START, (RateStep(START, Decimal(-1)),)), NEW, "money.interest_rate_negative"),
    ],
)
def test_terms_that_cannot_be_are_refused(principal, terms, until, code) -> None:
    with pytest.raises(Refusal) as caught:
        late_interest(principal, terms=terms, until=until)

    assert caught.value.code == code
    assert "…" not in caught.value.message


# ------------------------------------------------------------------ properties

days = st.integers(0, 1200).map(lambda n: START + timedelta(days=n))
spans = st.tuples(days, st.integers(1, 400)).map(lambda one: pause(one[0], one[0] + timedelta(days=one[1])))
rates = st.builds(RateStep, days, st.decimals(0, 30, places=2))


@st.composite
def runs(draw: st.DrawFn) -> tuple[int, dict[str, object]]:
    told: dict[str, object] = {
        "terms": InterestTerms(
            START, tuple(draw(st.lists(rates, max_size=3, unique_by=lambda one: one.since))),
            draw(st.sampled_from(InterestOrder)),
        ),
        "payments": tuple(
            paid(day, amount)
            for day, amount in draw(st.lists(st.tuples(days, st.integers(0, 10**9)), max_size=4))
        ),
        "pauses": tuple(draw(st.lists(spans, max_size=3))),
        "until": draw(days),
    }  # fmt: skip
    return draw(st.integers(0, 5 * 10**9)), told


def day_by_day(principal: int, told: dict) -> Fraction:
    """Count each day by itself: the principal the splits say, the rate of the day, nothing in a pause."""
    run: LateInterest = late_interest(principal, **told)
    exact, day = Fraction(), told["terms"].starts_on
    while day < told["until"]:
        left = principal - sum(one.principal for one in run.splits if one.payment.on <= day)
        steps = [step for step in told["terms"].rates if step.since <= day]
        percent = max(steps, key=lambda step: step.since).percent if steps else Decimal(10)
        if not any(day in one.span for one in told["pauses"]):
            exact += Fraction(percent) * left / 36_500
        day += timedelta(days=1)
    return exact


@given(runs())
def test_interest_is_the_sum_of_its_days(run) -> None:
    principal, told = run

    assert (
        late_interest(principal, **told).accrued == (day_by_day(principal, told) + Fraction(1, 2)).__floor__()
    )


@given(runs())
def test_principal_and_interest_are_never_overpaid(run) -> None:
    principal, told = run
    found = late_interest(principal, **told)

    assert found.due >= 0
    assert 0 <= found.principal_left <= principal
    for split in found.splits:
        assert split.principal + split.interest + split.over == split.payment.amount
        assert min(split.principal, split.interest, split.over) >= 0
    assert all(one.end == two.start for one, two in zip(found.segments, found.segments[1:], strict=False))


@given(runs(), days)
def test_cutting_a_segment_changes_nothing(run, cut) -> None:
    principal, told = run

    more = (*told["payments"], paid(cut, 0))
    assert (
        late_interest(principal, **{**told, "payments": more}).accrued
        == late_interest(principal, **told).accrued
    )


@given(runs(), st.integers(1, 300))
def test_waiting_longer_never_lessens_interest(run, later) -> None:
    principal, told = run
    longer = {**told, "until": told["until"] + timedelta(days=later)}

    assert late_interest(principal, **longer).accrued >= late_interest(principal, **told).accrued
