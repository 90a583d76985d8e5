"""Who is in the circle of a pool, who is kept a share for, who waits for the rest, on the joints."""

from datetime import date

import pytest

from rules.money.pooling import BEFORE, COERCED, NEW, OLD, claim, pool, state, waiting
from thads.enforcement.cases.rules.vocabulary import ObligationKind as K
from thads.enforcement.money.rules.circle import CirclePlace, CircleReason, circle
from thads.enforcement.money.rules.pools import PoolSource

AFTER = date(2026, 3, 3)
ASKED = claim("A", K.CONTRACT, 100, judgment="01")
P, R = CirclePlace, CircleReason


@pytest.mark.parametrize(
    ("told", "old", "new"),
    [
        (claim("B", K.WAGE, 5), R.IN_TIME, R.IN_TIME),
        (claim("B", K.WAGE, 5, enforced_on=COERCED, requested_on=COERCED), R.IN_TIME, R.IN_TIME),
        (claim("B", K.WAGE, 5, enforced_on=AFTER), R.OTHER_DECISION, R.OTHER_DECISION),
        # one decision for several creditors, and this one asked after the coercion
        (claim("B", K.WAGE, 5, requested_on=AFTER), R.IN_TIME, R.OTHER_DECISION),
        (state("B", K.FINE, 5), R.IN_TIME, R.IN_TIME),
        (state("B", K.FINE, 5, enforced_on=AFTER), R.OTHER_DECISION, R.OTHER_DECISION),
        (state("B", K.FINE, 5, enforced_on=None), R.NOT_REQUESTED, R.NOT_REQUESTED),
        (claim("B", K.WAGE, 5, agency="HG"), R.OTHER_AGENCY, R.OTHER_AGENCY),
        (waiting("B", K.WAGE, 5, judgment="01"), R.CO_CREDITOR, R.CO_CREDITOR),
        (waiting("B", K.WAGE, 5, judgment="01", request_until=NEW), R.CO_CREDITOR, R.CO_CREDITOR),
        (waiting("B", K.WAGE, 5, judgment="01", request_until=BEFORE), R.LIMITATION_OVER, R.LIMITATION_OVER),
        (waiting("B", K.WAGE, 5, judgment="02"), R.NOT_REQUESTED, R.NOT_REQUESTED),
        (waiting("B", K.WAGE, 5, judgment=""), R.NOT_REQUESTED, R.NOT_REQUESTED),
    ],
)
def test_the_day_of_the_coercion_decision_fixes_the_circle(told, old, new) -> None:
    for on, reason in ((OLD, old), (NEW, new)):
        first, second = circle(pool(100), (ASKED, told), on=on)

        assert (first.place, first.reason) == (P.IN_CIRCLE, R.IN_TIME)
        assert second.reason is reason


@pytest.mark.parametrize(
    ("told", "place", "reason"),
    [
        (claim("A", K.WAGE, 5, no=2), P.IN_CIRCLE, R.OWN_CASE),
        (claim("B", K.WAGE, 5), P.LATER, R.OTHER_DECISION),
        (claim("A", K.WAGE, 5, no=2, enforced_on=date(2026, 7, 2)), P.OUTSIDE, R.NOT_REQUESTED),
        (claim("B", K.WAGE, 5, agency="HG"), P.OUTSIDE, R.OTHER_AGENCY),
        (waiting("B", K.WAGE, 5, judgment="01"), P.OUTSIDE, R.NOT_REQUESTED),
    ],
)
def test_money_not_coerced_has_its_own_case_for_a_circle(told, place, reason) -> None:
    _first, second = circle(pool(100, PoolSource.NOT_COERCED), (ASKED, told), on=NEW)

    assert (second.place, second.reason) == (place, reason)


def test_an_asset_handed_over_by_agreement_has_the_circle_of_the_day_of_the_minutes() -> None:
    handed = pool(100, PoolSource.AGREED_HANDOVER, circle_on=AFTER)
    told = claim("B", K.WAGE, 5, enforced_on=AFTER, requested_on=AFTER)

    assert circle(handed, (told,), on=NEW)[0].place is P.IN_CIRCLE


@pytest.mark.parametrize(
    ("on", "bases"),
    [
        (OLD, ("L08 Đ47.2b", "TL11 Đ6.2", "L08 Đ47.2b, 47.2c")),
        (NEW, ("L25 Đ54.2b", "N152 Đ30.2", "L25 Đ54.2b, 54.2c")),
        (date(2016, 9, 14), ("L08 Đ47.2b", "N62 Đ49.1", "L08 Đ47.2b, 47.2c")),
    ],
)
def test_each_place_names_its_article(on, bases) -> None:
    begun = date(2016, 1, 4)
    told = (
        claim("A", K.CONTRACT, 5, judgment="01", enforced_on=begun, requested_on=begun),
        waiting("B", K.CONTRACT, 5, judgment="01"),
        claim("C", K.CONTRACT, 5, enforced_on=on, requested_on=on),
    )

    assert tuple(one.basis for one in circle(pool(100, circle_on=begun), told, on=on)) == bases
