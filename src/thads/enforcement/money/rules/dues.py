"""What must be done about money by when: derived from the account, with rule, day and article (process.md
3.5).
"""

from collections.abc import Iterator, Sequence
from datetime import date

from thads.enforcement.deadlines.rules.deriving import earliest_day, last_day
from thads.enforcement.money.rules.account import AccountState, Held
from thads.enforcement.money.rules.pages import MoneyDue
from thads.enforcement.money.rules.vocabulary import Place, Purse
from thads.enforcement.money.rules.words import purse_name
from thads.kernel.calendar import add_months
from thads.law import LAW

PAID_SOON = frozenset({Purse.POOL, Purse.DUTY, Purse.INTEREST, Purse.DEBTOR, Purse.THIRD_PARTY})


def money_dues(state: AccountState, *, on: date) -> Sequence[MoneyDue]:
    """Return the deadlines about the money of an account, the earliest first (D-TI-1…4, D-PH-3)."""
    found = [due for held in state.held for due in _of(state, held, on)]
    return sorted([*found, *_cash(state)], key=lambda due: (due.due_on, due.key))


def _of(state: AccountState, held: Held, on: date) -> Iterator[MoneyDue]:
    about = purse_name(held.purse, held.no)
    notified_on = state.notified_on(held.purse, held.no)
    if held.purse is Purse.FEE:
        yield _fee(held, about)
    elif notified_on is None and held.purse in PAID_SOON:
        yield _due("money.disbursement", about, held.since)
    elif notified_on is not None and state.aside_of(held.purse, held.no) is None:
        yield _due("money.payee_absent", about, notified_on)
    elif notified_on is not None:
        ruling = LAW.value("money.unclaimed_notice", on=on)
        yield MoneyDue(
            ruling.key, ruling.vi, about, notified_on, earliest_day(ruling, start=notified_on), ruling.basis
        )


def _due(key: str, about: str, start: date) -> MoneyDue:
    ruling = LAW.value(key, on=start)
    return MoneyDue(key, ruling.vi, about, start, last_day(ruling, start=start), ruling.basis)


def _fee(held: Held, about: str) -> MoneyDue:
    """Fee of a month goes to the account at the treasury by a day of the next (T216 Đ8.1)."""
    ruling = LAW.value("fee.monthly_to_treasury", on=held.since)
    until = add_months(held.since.replace(day=1), 1).replace(day=int(str(ruling.value)))
    return MoneyDue(ruling.key, ruling.vi, about, held.since, until, ruling.basis)


def _cash(state: AccountState) -> Iterator[MoneyDue]:
    """Cash in a bailiff's hand goes into the fund the same day (T04 Đ17)."""
    if state.in_hand_since is not None:
        yield _due("money.cash_into_fund", LAW.label(Place.CASH), state.in_hand_since)
