"""The lines of the book that a fact makes: double entry, the debit as large as the credit (T78; derived
names).

The lines follow from the fact alone, never from the state before it; so the sum of the lines of all facts
that stand *is* the state of the account, on any day and as known at any instant. What is bound or due but
moves no money (a fee decided, a payment proposed) makes no line.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from thads.enforcement.money.rules import facts as f
from thads.enforcement.money.rules.facts import AccountFact, Credit
from thads.enforcement.money.rules.vocabulary import CostSource, Place, Purse, Side
from thads.kernel.money import Dong


@dataclass(frozen=True, slots=True)
class Line:
    """Đồng on one side of an account: a place (money lies there) or a purse (it is held as that)."""

    account: Place | Purse
    side: Side
    amount: Dong
    no: int = 0

    @property
    def signed(self) -> Dong:
        """The amount as a debit: credits are negative."""
        return self.amount if self.side is Side.DEBIT else -self.amount


def postings(fact: AccountFact) -> tuple[Line, ...]:
    """Return the lines of a fact, in đồng, without empty ones; debits and credits are equal (T78)."""
    return tuple(line for line in _lines(fact) if line.amount)


def _lines(fact: AccountFact) -> Iterator[Line]:
    match fact:
        case f.BalanceCarried():
            yield from (_in(one.place, one.amount) for one in fact.places)
            yield from (_held(one.purse, one.amount, one.no) for one in fact.sums)
        case f.Received():
            yield _in(fact.place, fact.amount)
            yield from _credited(fact.parts)
            yield _held(Purse.POOL, fact.pool)
            yield _held(Purse.COST, fact.cost)
            yield from (_held(Purse.FEE, part.amount or 0, part.no) for part in fact.fees)
        case f.PoolShared():
            yield from _shared(fact)
        case f.ShareReceived():
            yield _in(fact.place, fact.amount)
            yield from _credited(fact.parts)
        case f.CostAdvanced():
            yield _in(fact.place, fact.amount)
            yield _held(Purse.ADVANCE, fact.amount)
        case f.CostIncurred():
            yield from _cost(fact)
        case f.CostSettled():
            yield from _turned(fact.purse, Purse.COST, fact.amount, no=fact.no, to_no=0)
        case f.FeeCollected():
            yield from _turned(fact.purse, Purse.FEE, fact.amount, no=fact.no, to_no=fact.no)
        case f.FeeCorrected():
            yield from _turned(Purse.FEE, Purse.DUTY, fact.refund, no=fact.no, to_no=fact.no)
        case f.PaidOut() | f.UnclaimedToState():
            yield _given(fact.purse, fact.amount, fact.no)
            yield _out(fact.place, fact.amount)
        case f.MoneyMoved() | f.PutAside():
            yield _in(fact.to_place, fact.amount)
            yield _out(fact.from_place, fact.amount)
        case f.InterestEarned():
            yield _in(fact.place, fact.amount)
            yield _held(fact.purse, fact.amount, fact.no)
        case f.SetOff():
            if fact.place is not None:
                yield _given(Purse.DUTY, fact.amount, fact.no)
                yield _out(fact.place, fact.amount)
        case (
            f.CashFunded()
            | f.CostRelieved()
            | f.FeeDecided()
            | f.FeeRelieved()
            | f.PayoutProposed()
            | f.PayoutPrepared()
            | f.PayoutApproved()
            | f.PayoutTurnedDown()
            | f.PayeeNotified()
        ):
            return
        case _:
            assert_never(fact)


def _credited(parts: tuple[Credit, ...]) -> Iterator[Line]:
    for part in parts:
        yield _held(Purse.DUTY, part.principal, part.no)
        yield _held(Purse.INTEREST, part.interest, part.no)


def _shared(fact: f.PoolShared) -> Iterator[Line]:
    yield _given(Purse.POOL, fact.amount)
    for share in fact.shares:
        yield _out(fact.place, share.amount) if share.case_id else _held(share.purse, share.amount, share.no)


def _cost(fact: f.CostIncurred) -> Iterator[Line]:
    """A cost paid straight from the agency's own budget moves no money of the case."""
    purses = {CostSource.ADVANCE: Purse.ADVANCE, CostSource.POOL: Purse.POOL}
    if fact.source in purses:
        yield _given(purses[fact.source], fact.amount)
        yield _out(fact.place, fact.amount)


def _turned(purse: Purse, to_purse: Purse, amount: Dong, *, no: int, to_no: int) -> Iterator[Line]:
    yield _given(purse, amount, no)
    yield _held(to_purse, amount, to_no)


def _in(place: Place, amount: Dong) -> Line:
    return Line(place, Side.DEBIT, amount)


def _out(place: Place, amount: Dong) -> Line:
    return Line(place, Side.CREDIT, amount)


def _held(purse: Purse, amount: Dong, no: int = 0) -> Line:
    return Line(purse, Side.CREDIT, amount, no)


def _given(purse: Purse, amount: Dong, no: int = 0) -> Line:
    return Line(purse, Side.DEBIT, amount, no)
