"""Money that cannot be paid yet or that nobody comes for: what happens next, and when (L08 Đ126, N62 Đ27.4,
49.5; L25 Đ59, N152 Đ30.5–8, 41.2).

A payee told of his money who does not come: by post when it is little, else into savings or, from 1/7/2026,
when it is little more to the treasury; at last to the State. That both the years from legal effect and the
year from the notice must be over is our reading [derived].
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thads.enforcement.deadlines.rules.deriving import earliest_day, last_day
from thads.enforcement.money.rules.wages import Measure, Region, post_threshold, treasury_threshold
from thads.kernel.money import Dong, dong
from thads.law import LAW, Ruling


class HeldBecause(StrEnum):
    """Why money lies with the agency."""

    PAYEE_ABSENT = "payee_absent"
    HANDOVER_PENDING = "handover_pending"
    STOPPED = "stopped"


class NextStep(StrEnum):
    """What is to be done with it."""

    SEND_BY_POST = "send_by_post"
    SAVINGS = "savings"
    TREASURY = "treasury"
    TERM_DEPOSIT = "term_deposit"
    TO_STATE = "to_state"


@dataclass(frozen=True, slots=True)
class HeldMoney:
    """Money held: how much, why, since when: the payee got notice, the buyer paid, work stopped."""

    amount: Dong
    because: HeldBecause
    since: date
    effective_on: date | None = None
    region: Region | None = None


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of the ladder: what, the last day of the time before or for it, how long that is, article,
    threshold.
    """

    step: NextStep
    day: date
    length: str
    basis: str
    is_derived: bool = False
    threshold: Measure | None = None


def ladder(held: HeldMoney, *, on: date) -> tuple[Rung, ...]:
    """Return the steps with held money from the first to the last; times run by the law of the day they
    begin, the State's by that of the day asked.
    """
    dong(held.amount)
    return _LADDERS[held.because](held, on)


def next_rung(held: HeldMoney, *, on: date, done: Sequence[NextStep] = ()) -> Rung | None:
    """Return the first step not yet done, or nothing."""
    return next((rung for rung in ladder(held, on=on) if rung.step not in done), None)


def _absent(held: HeldMoney, on: date) -> tuple[Rung, ...]:
    step, threshold = _way(held)
    ruling = LAW.value("money.payee_absent", on=held.since)
    until = last_day(ruling, start=held.since)
    basis = f"{ruling.basis}; {threshold.basis}"
    derived = ruling.is_derived or threshold.is_derived
    return (Rung(step, until, LAW.written(ruling), basis, derived, threshold), _to_state(held, on))


def _way(held: HeldMoney) -> tuple[NextStep, Measure]:
    """Return how money of an absent payee is put by, and the threshold that says so."""
    post = post_threshold(on=held.since, region=held.region)
    if held.amount < post.amount:
        return NextStep.SEND_BY_POST, post
    treasury = treasury_threshold(on=held.since, region=held.region)
    if treasury is not None and held.amount <= treasury.amount:
        return NextStep.TREASURY, treasury
    return NextStep.SAVINGS, treasury or post


def _to_state(held: HeldMoney, on: date) -> Rung:
    """Return when unclaimed money goes to the State: years from legal effect and from the notice."""
    since_notice = LAW.value("money.unclaimed_notice", on=on)
    rulings = [(since_notice, held.since)]
    if held.effective_on is not None:
        rulings.append((LAW.value("money.unclaimed", on=on), held.effective_on))
    ruling, start = max(rulings, key=lambda one: earliest_day(one[0], start=one[1]))
    day = earliest_day(ruling, start=start)
    return Rung(NextStep.TO_STATE, day, LAW.written(ruling), ruling.basis, is_derived=True)


def _pending(held: HeldMoney, on: date) -> tuple[Rung, ...]:
    return (_deposit(LAW.value("money.deposit_pending_handover", on=held.since), held),)


def _stopped(held: HeldMoney, on: date) -> tuple[Rung, ...]:
    return (_deposit(LAW.value("money.deposit_on_stop", on=held.since), held),)


def _deposit(ruling: Ruling, held: HeldMoney) -> Rung:
    day = last_day(ruling, start=held.since)
    return Rung(NextStep.TERM_DEPOSIT, day, LAW.written(ruling), ruling.basis, ruling.is_derived)


_LADDERS: dict[HeldBecause, Callable[[HeldMoney, date], tuple[Rung, ...]]] = {
    HeldBecause.PAYEE_ABSENT: _absent,
    HeldBecause.HANDOVER_PENDING: _pending,
    HeldBecause.STOPPED: _stopped,
}
