"""What must be done about money by when: derived from the account, with rule, day and article (process.md
3.5).

Independent of today: from when money has lain, from when its payee has had notice, from when cash is in hand.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from thads.enforcement.deadlines.rules.calendar import OfficeCalendar
from thads.enforcement.deadlines.rules.due_items import Due, made
from thads.enforcement.money.rules.account import AccountState, Held
from thads.enforcement.money.rules.vocabulary import Place, Purse
from thads.enforcement.money.rules.words import purse_name
from thads.kernel.calendar import add_months
from thads.law import LAW

PAID_SOON = frozenset({Purse.POOL, Purse.DUTY, Purse.INTEREST, Purse.DEBTOR, Purse.THIRD_PARTY})


def account_dues(state: AccountState, *, calendar: OfficeCalendar | None = None) -> Sequence[Due]:
    """Return the deadlines about the money of an account, the earliest first (D-TI-1…4, D-PH-3)."""
    found = [due for held in state.held for due in _of(state, held, calendar)]
    return sorted([*found, *_cash(state, calendar)], key=lambda due: (due.due_on, due.key, due.trigger))


def _of(state: AccountState, held: Held, calendar: OfficeCalendar | None) -> Iterator[Due]:
    notified_on = state.notified_on(held.purse, held.no)
    if held.purse is Purse.FEE:
        yield _due("fee.monthly_to_treasury", held, _end_of_month(held.since), calendar)
    elif notified_on is None and held.purse in PAID_SOON:
        yield _due("money.disbursement", held, held.since, calendar)
    elif notified_on is not None and state.aside_of(held.purse, held.no) is None:
        yield _due("money.payee_absent", held, notified_on, calendar)
    elif notified_on is not None:
        yield _due("money.unclaimed_notice", held, notified_on, calendar)


def _due(key: str, held: Held, start: date, calendar: OfficeCalendar | None) -> Due:
    title = f"{LAW.timeline(key).vi}: {purse_name(held.purse, held.no).lower()}"
    trigger = f"{held.purse.value}.{held.no}@{start}"
    return made(key, start=start, title=title, trigger=trigger, calendar=calendar)


def _end_of_month(day: date) -> date:
    """Fee of a month goes to the account at the treasury by a day of the next (T216 Đ8.1)."""
    return add_months(day.replace(day=1), 1) - timedelta(days=1)


def _cash(state: AccountState, calendar: OfficeCalendar | None) -> Iterator[Due]:
    """Cash in a bailiff's hand goes into the fund the same day (T04 Đ17)."""
    if state.in_hand_since is not None:
        key, start = "money.cash_into_fund", state.in_hand_since
        yield made(key, start=start, trigger=f"{Place.CASH.value}@{start}", calendar=calendar)
