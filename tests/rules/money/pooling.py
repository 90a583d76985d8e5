"""Pools and claims told in few words, for the tests of the order of payment."""

from datetime import date

from thads.enforcement.cases.rules.vocabulary import ObligationKind as K
from thads.enforcement.money.rules.pools import Claim, Deduction, DeductionKind, Pool, PoolSource

OLD, NEW = date(2026, 6, 30), date(2026, 7, 1)
"""The last day of the law of 2008 and the first of the law of 2025."""

COERCED = date(2026, 3, 2)
BEFORE = date(2026, 1, 5)
MILLION = 1_000_000


def claim(case: str, kind: K, principal: int, interest: int = 0, **told: object) -> Claim:
    """Tell a claim that has been requested and decided before the coercion, unless told otherwise."""
    usual = {"agency": "TQ", "judgment": case, "enforced_on": BEFORE, "requested_on": BEFORE}
    return Claim(case, int(told.pop("no", 1)), kind, case, principal, interest, **{**usual, **told})


def waiting(case: str, kind: K, principal: int, **told: object) -> Claim:
    """Tell the claim of a creditor who has not requested."""
    return claim(case, kind, principal, **{"enforced_on": None, "requested_on": None, **told})


def state(case: str, kind: K, principal: int, **told: object) -> Claim:
    """Tell a claim decided ex officio."""
    return claim(case, kind, principal, **{"ex_officio": True, "requested_on": None, **told})


def pool(amount: int, source: PoolSource = PoolSource.COERCION, **told: object) -> Pool:
    """Tell a pool of the agency TQ, under a coercion decision of 2 March 2026."""
    circle_on = None if source is PoolSource.NOT_COERCED else COERCED
    return Pool(amount, source, **{"case": "A", "agency": "TQ", "circle_on": circle_on, **told})


def cost(amount: int) -> Deduction:
    return Deduction(DeductionKind.ENFORCEMENT_COST, amount)


def tax(amount: int) -> Deduction:
    return Deduction(DeductionKind.TRANSFER_TAX, amount)
