"""Rates, shares, points, pace, growth, places: the figures that agencies published come out."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thads.steering.targets.rules.ranking import Contender, Exclusion, rank
from thads.steering.targets.rules.rates import CountChange, RateChange, Standing, cut, percent, rounded

D = Decimal


def test_tuyen_quang_2024_nine_months() -> None:
    cases = Standing(percent(3228, 3974), D("83.35"), 9)

    assert rounded(cases.rate) == D("81.23")
    assert (rounded(cases.share_of_plan), cut(cases.share_of_plan)) == (D("97.46"), D("97"))
    assert rounded(cases.points) == D("-2.12")


def test_tuyen_quang_money_is_cut_to_106() -> None:
    money = Standing(Fraction("49.74"), D("46.65"), 9)

    assert (rounded(money.share_of_plan), cut(money.share_of_plan)) == (D("106.62"), D("106"))


@pytest.mark.parametrize(
    ("rate", "target", "months", "distance"),
    [("48.49", "73", 6, "11.99"), ("45.49", "83.9", 6, "3.54"), ("54.49", "83.95", 7, "5.52")],
)
def test_the_pace_that_agencies_published(rate: str, target: str, months: int, distance: str) -> None:
    assert rounded(Standing(Fraction(rate), D(target), months).points_to_pace) == D(distance)


def test_points_come_from_unrounded_rates() -> None:
    change = RateChange(Fraction("82.4957"), Fraction("75.8237"))

    assert rounded(change.points) == D("6.67")


def test_growth_of_da_nang() -> None:
    assert rounded(CountChange(3583, 3583 - 654).growth) == D("22.33")


def test_nothing_is_compared_with_zero() -> None:
    assert CountChange(5, 0).growth is None
    assert RateChange(Fraction(50), None).points is None
    assert percent(0, 0) is None


@pytest.mark.parametrize(
    ("value", "written"),
    [("46.445", "46.45"), ("46.44495", "46.44"), ("-2.125", "-2.13"), ("54.4876", "54.49")],
)
def test_half_is_rounded_up(value: str, written: str) -> None:
    assert rounded(Fraction(value)) == D(written)


def test_equal_rates_share_a_place_and_the_next_is_skipped() -> None:
    ranking = rank([Contender("a", 1, 2), Contender("b", 2, 4), Contender("c", 1, 4), Contender("d", 9, 10)])

    assert {agency: (p.place, p.tied) for agency, p in ranking.places.items()} == {
        "d": (1, 0), "a": (2, 1), "b": (2, 1), "c": (4, 0),
    }  # fmt: skip


def test_who_is_left_out_is_named_with_the_reason() -> None:
    contenders = [
        Contender("a", 50, 100),
        Contender("b", None, None),
        Contender("c", 0, 0),
        Contender("d", 1, 1),
    ]

    ranking = rank(contenders, smallest_base=10)

    assert ranking.of == 1
    assert ranking.excluded == {
        "b": Exclusion.NO_REPORT, "c": Exclusion.NOTHING_ABLE, "d": Exclusion.TOO_SMALL
    }  # fmt: skip


@given(st.dictionaries(st.text(max_size=3), st.tuples(st.integers(0, 50), st.integers(50, 99)), max_size=12))
def test_a_place_is_one_more_than_the_number_of_better_ones(figures: dict[str, tuple[int, int]]) -> None:
    ranking = rank(Contender(agency, done, able) for agency, (done, able) in figures.items())

    for place in ranking.places.values():
        assert place.place == 1 + sum(other.rate > place.rate for other in ranking.places.values())
        assert place.of == len(figures)
