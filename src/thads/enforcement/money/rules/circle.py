"""Who is paid from a pool: the circle of the day it was fixed, those kept a share for, those paid from the
rest.

Money under a coercion decision belongs to the creditors of the day of that decision; only what is left goes
to decisions standing on the day of payment, then to the debtor (L08 Đ47.2; N62 Đ49.1 / L25 Đ54.2; N152
Đ29.3). Money not coerced belongs to its own case. A co-creditor of the same judgment who has not requested is
kept his share (TL11 Đ6.2 / N152 Đ30.2).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thads.enforcement.money.rules.pools import Claim, Pool, PoolSource
from thads.law import LAW, Regime


class CirclePlace(StrEnum):
    """Where a claim stands towards a pool."""

    IN_CIRCLE = "in_circle"
    KEPT = "kept"
    LATER = "later"
    OUTSIDE = "outside"


class CircleReason(StrEnum):
    """Why it stands there."""

    OWN_CASE = "own_case"
    IN_TIME = "in_time"
    CO_CREDITOR = "co_creditor"
    OTHER_DECISION = "other_decision"
    OTHER_AGENCY = "other_agency"
    NOT_REQUESTED = "not_requested"
    LIMITATION_OVER = "limitation_over"


@dataclass(frozen=True, slots=True)
class Standing:
    """A claim, where it stands towards the pool, why, and the article."""

    claim: Claim
    place: CirclePlace
    reason: CircleReason
    basis: str


def _enforced_by(claim: Claim, fixed_on: date) -> bool:
    return claim.is_enforced(fixed_on)


def _requested_and_enforced_by(claim: Claim, fixed_on: date) -> bool:
    asked = claim.ex_officio or (claim.requested_on is not None and claim.requested_on <= fixed_on)
    return asked and claim.is_enforced(fixed_on)


_IN_TIME: dict[Regime, Callable[[Claim, date], bool]] = {
    Regime.R2008: _enforced_by,
    Regime.R2025: _requested_and_enforced_by,
}
"""Who is in time: a decision by then (L08 Đ47.2b); a decision by then and his own request by then (L25
Đ54.2b).
"""


def circle(pool: Pool, claims: Sequence[Claim], *, on: date) -> tuple[Standing, ...]:
    """Return where each claim stands towards the pool when it is paid out on the day, in the order given."""
    judgments = {one.judgment for one in claims if one.judgment and _is_entitled(pool, one, on)}
    return tuple(_standing(pool, claim, judgments, on) for claim in claims)


def _is_entitled(pool: Pool, claim: Claim, on: date) -> bool:
    if pool.circle_on is None or pool.source is PoolSource.NOT_COERCED:
        return claim.case == pool.case and claim.is_enforced(on)
    return claim.agency == pool.agency and _IN_TIME[LAW.regime(on)](claim, pool.circle_on)


def _standing(pool: Pool, claim: Claim, judgments: set[str], on: date) -> Standing:
    place, reason = _place(pool, claim, judgments, on)
    key = {CirclePlace.KEPT: "payment.kept_share", CirclePlace.LATER: "payment.rest"}
    return Standing(claim, place, reason, LAW.value(key.get(place, "payment.circle"), on=on).basis)


def _place(pool: Pool, claim: Claim, judgments: set[str], on: date) -> tuple[CirclePlace, CircleReason]:
    coerced = pool.source is not PoolSource.NOT_COERCED
    if _is_entitled(pool, claim, on):
        return CirclePlace.IN_CIRCLE, CircleReason.IN_TIME if coerced else CircleReason.OWN_CASE
    if not claim.has_asked and coerced and claim.judgment in judgments:
        if claim.request_until is not None and claim.request_until < on:
            return CirclePlace.OUTSIDE, CircleReason.LIMITATION_OVER
        return CirclePlace.KEPT, CircleReason.CO_CREDITOR
    if claim.agency != pool.agency:
        return CirclePlace.OUTSIDE, CircleReason.OTHER_AGENCY
    if claim.has_asked and claim.is_enforced(on):
        return CirclePlace.LATER, CircleReason.OTHER_DECISION
    return CirclePlace.OUTSIDE, CircleReason.NOT_REQUESTED
