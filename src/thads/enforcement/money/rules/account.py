"""The state of an account as a fold of its facts: `apply(state, fact) -> state`, pure and total.

Σ held = cash + treasury + bank after every fact, because the lines of each fact balance (`postings`). The
fold never asks whether a step was lawful (that is `steps`), nor about users.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from thads.enforcement.money.rules import facts as f
from thads.enforcement.money.rules.facts import AccountFact
from thads.enforcement.money.rules.postings import postings
from thads.enforcement.money.rules.vocabulary import (
    CostBearer,
    CostSource,
    PayeeKind,
    PayoutForm,
    PayoutStatus,
    Place,
    Purse,
)
from thads.foundation.ledger.rules.codec import decode
from thads.foundation.ledger.rules.entries import Entry
from thads.kernel.money import Dong


@dataclass(frozen=True, slots=True)
class Held:
    """Đồng held in a purse, for an obligation where there is one; `since` when nothing had been held before.

    Money in one purse has no order of coming and going: its age is that of the purse [derived].
    """

    purse: Purse
    no: int
    amount: Dong
    since: date


@dataclass(frozen=True, slots=True)
class Payout:
    """A payment on its way, with who did what: nobody both prepares and approves one."""

    payout: int
    purse: Purse
    no: int
    amount: Dong
    payee_kind: PayeeKind
    payee: str
    form: PayoutForm
    status: PayoutStatus
    proposed_on: date
    bank: str = ""
    bank_account: str = ""
    reason: str = ""
    slip_no: str = ""
    proposed_by: str = ""
    prepared_by: str = ""
    approved_by: str = ""
    paid_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether the money is bound but has not left."""
        return self.status in (PayoutStatus.PROPOSED, PayoutStatus.PREPARED, PayoutStatus.APPROVED)


@dataclass(frozen=True, slots=True)
class Aside:
    """Money of an absent payee lying in savings or at the treasury since a day."""

    purse: Purse
    no: int
    since: date
    form: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Notified:
    """When the payee of a purse last got notice to come."""

    purse: Purse
    no: int
    on: date


@dataclass(frozen=True, slots=True)
class Fee:
    """The fee of an obligation: on how much it was decided, how much, how much of it is still to be paid."""

    no: int
    base: Dong = 0
    decided: Dong = 0
    due: Dong = 0


@dataclass(frozen=True, slots=True)
class Totals:
    """What came in and went out since the account was opened, by where it went."""

    carried: Dong = 0
    received: Dong = 0
    shares_in: Dong = 0
    shares_out: Dong = 0
    advanced: Dong = 0
    earned: Dong = 0
    paid_payees: Dong = 0
    paid_budget: Dong = 0
    paid_debtor: Dong = 0
    costs_paid: Dong = 0
    unclaimed: Dong = 0
    set_off: Dong = 0


@dataclass(frozen=True, slots=True)
class AccountState:
    """The account of a case after some facts; amounts in đồng, none of them negative in a lawful history."""

    held: tuple[Held, ...] = ()
    places: tuple[tuple[Place, Dong], ...] = ()
    fees: tuple[Fee, ...] = ()
    cost_due: Dong = 0
    advance_due: Dong = 0
    in_hand: Dong = 0
    in_hand_since: date | None = None
    payouts: tuple[Payout, ...] = ()
    notified: tuple[Notified, ...] = ()
    aside: tuple[Aside, ...] = ()
    totals: Totals = Totals()

    @property
    def total(self) -> Dong:
        """Everything held."""
        return sum(one.amount for one in self.held)

    @property
    def fee_due(self) -> Dong:
        return sum(fee.due for fee in self.fees)

    def at(self, place: Place) -> Dong:
        """Return the đồng lying at a place."""
        return dict(self.places).get(place, 0)

    def in_purse(self, purse: Purse, no: int | None = None) -> Dong:
        """Return the đồng held in a purse, of one obligation or of all."""
        return sum(one.amount for one in self.held if one.purse is purse and no in (None, one.no))

    def free(self, purse: Purse, no: int) -> Dong:
        """Return the đồng of a purse that no payment on its way has bound."""
        bound = sum(p.amount for p in self.payouts if p.is_open and (p.purse, p.no) == (purse, no))
        return self.in_purse(purse, no) - bound

    def fee_of(self, no: int) -> Fee:
        """Return the fee of an obligation."""
        return next((fee for fee in self.fees if fee.no == no), Fee(no))

    def payout(self, number: int) -> Payout | None:
        """Return a payment by its number in the case."""
        return next((one for one in self.payouts if one.payout == number), None)

    def notified_on(self, purse: Purse, no: int) -> date | None:
        """Return the day of the last notice to the payee of a purse."""
        return next((one.on for one in self.notified if (one.purse, one.no) == (purse, no)), None)

    def aside_of(self, purse: Purse, no: int) -> Aside | None:
        """Return how money of a purse was put aside, if it was."""
        return next((one for one in self.aside if (one.purse, one.no) == (purse, no)), None)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is held, due or on its way: the trial balance of the case is zero (T78 Đ11.2c)."""
        return not (self.held or self.fee_due or self.cost_due or self.advance_due)


EMPTY = AccountState()


def read(entry: Entry) -> AccountFact:
    """Return the fact that an entry of the ledger carries."""
    return decode(f.KINDS[entry.kind], entry.payload)


def fold(entries: Iterable[Entry]) -> AccountState:
    """Fold effective entries, already in order, into the state of the account."""
    state = EMPTY
    for entry in entries:
        state = apply(state, read(entry), on=entry.took_effect)
    return state


def apply(state: AccountState, fact: AccountFact, *, on: date) -> AccountState:
    """Return the state after one more fact."""
    return _noted(_booked(state, fact, on), fact, on)


def _booked(state: AccountState, fact: AccountFact, on: date) -> AccountState:
    """Move the đồng as the lines of the fact say."""
    purses = {(one.purse, one.no): one for one in state.held}
    places = dict(state.places)
    for line in postings(fact):
        if isinstance(line.account, Place):
            places[line.account] = places.get(line.account, 0) + line.signed
        else:
            key = (line.account, line.no)
            before = purses.get(key) or Held(*key, 0, on)
            purses[key] = replace(before, amount=before.amount - line.signed)
    kept = sorted(one for one in purses.items() if one[1].amount)
    lying = tuple(sorted((place, amount) for place, amount in places.items() if amount))
    gone = purses.keys() - {key for key, _one in kept}
    return replace(
        state,
        held=tuple(one for _key, one in kept),
        places=lying,
        aside=tuple(one for one in state.aside if (one.purse, one.no) not in gone),
    )


def _noted(state: AccountState, fact: AccountFact, on: date) -> AccountState:
    """Note what is due, bound, told, and how much went where in all."""
    match fact:
        case f.BalanceCarried():
            return _carried(state, fact)
        case f.Received():
            paid = state
            for part in fact.fees:
                paid = _fee(paid, part.no, due=-(part.amount or 0))
            carried = _hand(paid, fact.amount, on) if fact.in_hand else paid
            return _sum(_costs(carried, due=-fact.cost), received=fact.amount)
        case f.CashFunded():
            return _hand(state, -fact.amount, on)
        case f.PoolShared():
            costs = sum(s.amount for s in fact.shares if s.purse is Purse.COST and not s.case_id)
            out = sum(share.amount for share in fact.shares if share.case_id)
            return _sum(_costs(state, due=-costs), shares_out=out)
        case f.ShareReceived():
            return _sum(state, shares_in=fact.amount)
        case f.CostAdvanced():
            return _sum(_costs(state, advance=fact.amount), advanced=fact.amount)
        case f.CostIncurred():
            return _cost(state, fact)
        case f.CostSettled():
            return _costs(state, due=-fact.amount)
        case f.CostRelieved():
            return _costs(state, due=-fact.amount, advance=-fact.amount)
        case f.FeeDecided():
            return _fee(state, fact.no, base=fact.base, decided=fact.amount, due=fact.amount)
        case f.FeeCollected():
            return _fee(state, fact.no, due=-fact.amount)
        case f.FeeRelieved():
            return _fee(state, fact.no, decided=-fact.amount, due=-fact.amount)
        case f.FeeCorrected():
            return _fee(state, fact.no, decided=fact.after - fact.before, due=fact.due)
        case f.PayoutProposed():
            return replace(state, payouts=(*state.payouts, _proposed(fact, on)))
        case f.PayoutPrepared():
            return _payout(
                state, fact.payout, PayoutStatus.PREPARED, slip_no=fact.slip_no, prepared_by=fact.by
            )
        case f.PayoutApproved():
            return _payout(state, fact.payout, PayoutStatus.APPROVED, approved_by=fact.by)
        case f.PayoutTurnedDown():
            return _payout(state, fact.payout, PayoutStatus.TURNED_DOWN, reason=fact.reason)
        case f.PaidOut():
            return _paid(state, fact, on)
        case f.SetOff():
            moved = {"shares_out": fact.amount} if fact.place else {"set_off": fact.amount}
            return _sum(state, **moved)
        case f.PayeeNotified():
            others = tuple(n for n in state.notified if (n.purse, n.no) != (fact.purse, fact.no))
            return replace(state, notified=(*others, Notified(fact.purse, fact.no, on)))
        case f.PutAside():
            before = tuple(one for one in state.aside if (one.purse, one.no) != (fact.purse, fact.no))
            return replace(state, aside=(*before, Aside(fact.purse, fact.no, on, fact.form, fact.until)))
        case f.InterestEarned():
            return _sum(state, earned=fact.amount)
        case f.UnclaimedToState():
            return _sum(state, unclaimed=fact.amount)
        case f.MoneyMoved():
            return state
        case _:
            assert_never(fact)


def _carried(state: AccountState, fact: f.BalanceCarried) -> AccountState:
    owing = _costs(state, due=fact.cost_due, advance=fact.advance_due)
    for part in fact.fee_due:
        owing = _fee(owing, part.no, decided=part.amount or 0, due=part.amount or 0)
    return _sum(owing, carried=sum(one.amount for one in fact.sums))


def _cost(state: AccountState, fact: f.CostIncurred) -> AccountState:
    """Who bears it owes it, unless it was paid at once out of money that waits; the budget's own share of an
    advance is not owed back.
    """
    is_budget = fact.bearer is CostBearer.BUDGET
    is_due = not is_budget and fact.source is not CostSource.POOL
    owed_back = {
        CostSource.ADVANCE: -fact.amount if is_budget else 0,
        CostSource.BUDGET: 0 if is_budget else fact.amount,
        CostSource.POOL: 0,
    }[fact.source]
    paid = 0 if fact.source is CostSource.BUDGET else fact.amount
    return _sum(_costs(state, due=fact.amount if is_due else 0, advance=owed_back), costs_paid=paid)


def _costs(state: AccountState, *, due: Dong = 0, advance: Dong = 0) -> AccountState:
    return replace(state, cost_due=state.cost_due + due, advance_due=state.advance_due + advance)


def _hand(state: AccountState, change: Dong, on: date) -> AccountState:
    """Cash in a bailiff's hand, since nothing had been there before."""
    after = state.in_hand + change
    since = (state.in_hand_since or on) if after else None
    return replace(state, in_hand=after, in_hand_since=since)


def _fee(state: AccountState, no: int, *, base: Dong = 0, decided: Dong = 0, due: Dong = 0) -> AccountState:
    before = state.fee_of(no)
    after = Fee(no, before.base + base, before.decided + decided, before.due + due)
    others = [fee for fee in state.fees if fee.no != no]
    return replace(state, fees=tuple(sorted((*others, after), key=lambda fee: fee.no)))


def _proposed(fact: f.PayoutProposed, on: date) -> Payout:
    return Payout(
        payout=fact.payout, purse=fact.purse, no=fact.no, amount=fact.amount, payee_kind=fact.payee_kind,
        payee=fact.payee, form=fact.form, status=PayoutStatus.PROPOSED, proposed_on=on, bank=fact.bank,
        bank_account=fact.bank_account, reason=fact.reason, proposed_by=fact.by,
    )  # fmt: skip


def _payout(state: AccountState, number: int, status: PayoutStatus, **more: str) -> AccountState:
    changed = tuple(
        replace(one, status=status, **more) if one.payout == number else one  # type: ignore[arg-type]
        for one in state.payouts
    )
    return replace(state, payouts=changed)


PAID_TOTALS = {
    PayeeKind.PERSON: "paid_payees",
    PayeeKind.ORGANISATION: "paid_payees",
    PayeeKind.THIRD_PARTY: "paid_payees",
    PayeeKind.BUDGET: "paid_budget",
    PayeeKind.DEBTOR: "paid_debtor",
}


def _paid(state: AccountState, fact: f.PaidOut, on: date) -> AccountState:
    """A payment of costs or of the advance to the budget is what was owed back to it."""
    back = fact.amount if fact.purse in (Purse.COST, Purse.ADVANCE) else 0
    done = tuple(
        replace(one, status=PayoutStatus.PAID, paid_on=on) if one.payout == fact.payout else one
        for one in state.payouts
    )
    paid = _costs(replace(state, payouts=done), advance=-back)
    return _sum(paid, **{PAID_TOTALS[fact.payee_kind]: fact.amount})


def _sum(state: AccountState, **more: Dong) -> AccountState:
    totals = state.totals
    return replace(state, totals=replace(totals, **{k: getattr(totals, k) + v for k, v in more.items()}))
