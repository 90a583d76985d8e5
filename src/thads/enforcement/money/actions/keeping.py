"""Keeping money: the opening balance, carrying it between places, notices, deposits, unclaimed money (T78 Đ8,
11; T04 Đ17; L08 Đ126; N62 Đ49.5; L25 Đ59; N152 Đ30).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.documents.numbering import order_number
from thads.enforcement.money.receipts import voucher_number
from thads.enforcement.money.recording import OpenAccount, lock_account, record
from thads.enforcement.money.rules import facts as f
from thads.enforcement.money.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.money.rules.facts import Lying, Sum
from thads.enforcement.money.rules.vocabulary import AsideForm, Place, Purse
from thads.foundation.access.door import action
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.money import Dong
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "money.nothing_to_move": "Hãy chọn ít nhất một việc có tiền để chuyển.",
        "money.several_agencies": "Một chứng từ chuyển tiền chỉ gồm các việc của một cơ quan; các việc đã "
        "chọn thuộc "
        "{agencies}.",
    }
)


@dataclass(frozen=True, slots=True)
class CaseSum:
    """Đồng of one case; none means all that lies at the place."""

    case_id: UUID
    amount: Dong | None = None


@action("money.carry_balance")
def carry_balance(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    sums: tuple[Sum, ...] = (),
    places: tuple[Lying, ...] = (),
    fee_due: tuple[Part, ...] = (),
    cost_due: Dong = 0,
    advance_due: Dong = 0,
    note: str = "",
    expected_seq: int | None = None,
) -> UUID:
    """Open the account of a case with what is held and still due on the day of the cut-over (T78 Đ11.2c).

    Refuses sums that do not lie anywhere, and an account that has entries.
    """
    account = lock_account(viewer, case_id, "money.carry_balance", expected_seq)
    fact = f.BalanceCarried(sums, places, fee_due, cost_due, advance_due, note.strip())
    record(viewer, account, fact, on=on)
    return case_id


@action("money.fund_cash")
def fund_cash(*, viewer: Viewer, moves: tuple[CaseSum, ...], on: date) -> str:
    """Take cash that bailiffs had in hand into the fund, of one or several cases on one voucher, and return
    its number (T04 Đ17); refuses more than a bailiff holds.
    """
    accounts = _taken(viewer, moves, "money.fund_cash")
    voucher = voucher_number(accounts[0][0].case.agency, "voucher.receipt", "PT", on)
    for account, amount in accounts:
        held = account.state.in_hand if amount is None else amount
        record(viewer, account, f.CashFunded(held, voucher), on=on, order_no=voucher)
    return voucher


@action("money.move_money")
def move_money(
    *, viewer: Viewer, moves: tuple[CaseSum, ...], on: date, from_place: Place, to_place: Place
) -> str:
    """Carry money of one or several cases of an agency from one place to another on one voucher, and return
    its number (T04 Đ17; T78 Đ8).
    """
    accounts = _taken(viewer, moves, "money.move_money")
    voucher = voucher_number(accounts[0][0].case.agency, "voucher.move", "CT", on)
    for account, given in accounts:
        amount = account.state.at(from_place) if given is None else given
        fact = f.MoneyMoved(amount, from_place, to_place, voucher)
        record(viewer, account, fact, on=on, order_no=voucher)
    return voucher


def _taken(
    viewer: Viewer, moves: tuple[CaseSum, ...], verb: str
) -> Sequence[tuple[OpenAccount, Dong | None]]:
    """Return the accounts of one voucher, locked; refuses none, and those of several agencies."""
    if not moves:
        raise Refusal("money.nothing_to_move", basis="T04 Đ17")
    accounts = [(lock_account(viewer, move.case_id, verb), move.amount) for move in moves]
    agencies = sorted({account.case.agency for account, _amount in accounts})
    if len(agencies) > 1:
        raise Refusal("money.several_agencies", basis="T78 Đ8", agencies=", ".join(agencies))
    return accounts


@action("money.notify_payee")
def notify_payee(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    purse: Purse = Purse.DUTY,
    no: int = 0,
    payee: str = "",
    expected_seq: int | None = None,
) -> UUID:
    """Record the day on which a payee received the notice to come for his money (L08 Đ126; N62 Đ49; L25
    Đ59).
    """
    account = lock_account(viewer, case_id, "money.notify_payee", expected_seq)
    record(viewer, account, f.PayeeNotified(purse, no, payee.strip()), on=on)
    return case_id


@action("money.put_aside")
def put_aside(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    purse: Purse = Purse.DUTY,
    no: int = 0,
    amount: Dong | None = None,
    form: AsideForm = AsideForm.SAVINGS,
    from_place: Place = Place.CASH,
    to_place: Place = Place.BANK,
    until: date | None = None,
    expected_seq: int | None = None,
) -> UUID:
    """Put money of a payee who did not come into savings or at the treasury, once his time after the notice
    is over (L08 Đ126; N62 Đ49.5; L25 Đ59; N152 Đ30.5).
    """
    account = lock_account(viewer, case_id, "money.put_aside", expected_seq)
    held = account.state.in_purse(purse, no) if amount is None else amount
    voucher = voucher_number(account.case.agency, "voucher.move", "CT", on)
    fact = f.PutAside(purse, held, form, from_place, to_place, no, voucher, until)
    record(viewer, account, fact, on=on, order_no=voucher)
    return case_id


@action("money.earn_interest")
def earn_interest(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    amount: Dong,
    purse: Purse = Purse.DUTY,
    no: int = 0,
    place: Place = Place.BANK,
    expected_seq: int | None = None,
) -> UUID:
    """Record the interest a deposit bore; it belongs to whom the money belongs (N62 Đ49.5; N152 Đ30.8)."""
    account = lock_account(viewer, case_id, "money.earn_interest", expected_seq)
    voucher = voucher_number(account.case.agency, "voucher.receipt", "PT", on)
    record(viewer, account, f.InterestEarned(purse, amount, place, no, voucher), on=on, order_no=voucher)
    return case_id


@action("money.unclaimed_to_state")
def unclaimed_to_state(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    purse: Purse = Purse.DUTY,
    no: int = 0,
    amount: Dong | None = None,
    place: Place = Place.BANK,
    expected_seq: int | None = None,
) -> UUID:
    """Hand money nobody came for to the State by a decision, after notice and the law's time (N62 Đ49.5; L25
    Đ59.1).
    """
    account = lock_account(viewer, case_id, "money.unclaimed_to_state", expected_seq)
    order_no = order_number(account.case.agency, "order", on)
    voucher = voucher_number(account.case.agency, "voucher.payment", "UNC", on)
    held = account.state.in_purse(purse, no) if amount is None else amount
    fact = f.UnclaimedToState(purse, held, place, no, order_no, voucher, account.case.effective_on)
    record(viewer, account, fact, on=on, order_no=order_no)
    return case_id
