"""Paying out with approval: proposed by the bailiff, made out by the accountant, approved by the head, paid
(L08 Đ47; L25 Đ54; T04 Đ18; T78 Đ8).
"""

from datetime import date
from uuid import UUID

from thads.enforcement.money.accounts import standing_facts
from thads.enforcement.money.receipts import voucher_number
from thads.enforcement.money.recording import OpenAccount, lock_account, record
from thads.enforcement.money.rules import facts as f
from thads.enforcement.money.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.money.rules.account import Payout
from thads.enforcement.money.rules.fee_items import fee_items
from thads.enforcement.money.rules.payees import PAYEE_PURSES, known_payees, usual_kind, usual_payee
from thads.enforcement.money.rules.payouts import check_cashier, check_payee
from thads.enforcement.money.rules.vocabulary import PayeeKind, PayoutForm, Place, Purse
from thads.foundation.access.door import action
from thads.foundation.access.rules.viewer import Role, Viewer
from thads.kernel.money import Dong
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "money.fee_not_decided": "Khoản {no} có lần thu ngày {received_on} chưa quyết định phí thi hành án "
        "({fee} "
        "đồng); phải quyết định và thu phí trước khi chi trả.",
        "money.cashier_needed": "Chi tiền mặt phải ghi tên thủ quỹ; thủ quỹ và kế toán là hai người.",
    }
)


@action("money.propose_payout")
def propose_payout(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    purse: Purse = Purse.DUTY,
    no: int = 0,
    amount: Dong | None = None,
    payee: str = "",
    payee_kind: PayeeKind | None = None,
    form: PayoutForm = PayoutForm.TRANSFER,
    bank: str = "",
    bank_account: str = "",
    reason: str = "",
    expected_seq: int | None = None,
) -> UUID:
    """Propose to pay somebody out of money held; no amount means all that is free (L08 Đ47; L25 Đ54; T04
    Đ18).

    Refuses more than is held, a stranger without a stated title, cash for an organisation, a payment before
    the fee is decided and withheld.
    """
    account = lock_account(viewer, case_id, "money.propose_payout", expected_seq)
    state = account.state
    to_whom = payee.strip() or usual_payee(account.case, purse, no)
    kind = payee_kind or usual_kind(account.case, purse, no)
    if purse in PAYEE_PURSES:
        check_payee(to_whom, known_payees(account.case, no, kind), no=no, reason=reason)
        _check_fee_decided(account, no)
    fact = f.PayoutProposed(
        payout=len(state.payouts) + 1, purse=purse, payee_kind=kind, payee=to_whom, form=form, no=no,
        amount=state.free(purse, no) if amount is None else amount,
        bank=bank.strip(), bank_account=bank_account.strip(),
        reason=reason.strip(), by=viewer.username,
    )  # fmt: skip
    record(viewer, account, fact, on=on)
    return case_id


@action("money.prepare_payout")
def prepare_payout(
    *, viewer: Viewer, case_id: UUID, payout: int, on: date, expected_seq: int | None = None
) -> UUID:
    """Make out the slip of a proposed payment, with its number (T04 Đ18; T78 Đ8)."""
    account = lock_account(viewer, case_id, "money.prepare_payout", expected_seq)
    form = _payout(account, payout).form
    symbol = "UNC" if form is PayoutForm.TRANSFER else "PC"
    slip = voucher_number(account.case.agency, "voucher.payment", symbol, on)
    fact = f.PayoutPrepared(payout, slip, viewer.username)
    record(viewer, account, fact, on=on, order_no=slip)
    return case_id


@action("money.approve_payout")
def approve_payout(
    *, viewer: Viewer, case_id: UUID, payout: int, on: date, expected_seq: int | None = None
) -> UUID:
    """Approve a payment whose slip is made out; refuses whoever proposed it or made out the slip (T04 Đ18;
    T78 Đ8).
    """
    account = lock_account(viewer, case_id, "money.approve_payout", expected_seq)
    record(viewer, account, f.PayoutApproved(payout, viewer.username), on=on)
    return case_id


@action("money.turn_down_payout")
def turn_down_payout(
    *, viewer: Viewer, case_id: UUID, payout: int, on: date, reason: str, expected_seq: int | None = None
) -> UUID:
    """Turn down a payment not yet made, with the reason; its money is free again (T04 Đ18)."""
    account = lock_account(viewer, case_id, "money.turn_down_payout", expected_seq)
    fact = f.PayoutTurnedDown(payout, reason.strip(), viewer.username)
    record(viewer, account, fact, on=on)
    return case_id


@action("money.pay_out")
def pay_out(
    *,
    viewer: Viewer,
    case_id: UUID,
    payout: int,
    on: date,
    place: Place | None = None,
    cashier: str = "",
    expected_seq: int | None = None,
) -> UUID:
    """Record that an approved payment was made, from where, and in cash by which cashier (L08 Đ47.5; L25
    Đ54.6).

    Refuses a payment nobody approved, money that does not lie there, and an accountant who is his own
    cashier.
    """
    account = lock_account(viewer, case_id, "money.pay_out", expected_seq)
    told = _payout(account, payout)
    from_place = place or _usual_place(account, told)
    by_hand = _cashier(viewer, account, cashier) if from_place is Place.CASH else ""
    fact = f.PaidOut(
        payout=payout, purse=told.purse, amount=told.amount, payee_kind=told.payee_kind, place=from_place,
        no=told.no, slip_no=told.slip_no, cashier=by_hand,
    )  # fmt: skip
    record(viewer, account, fact, on=on, order_no=told.slip_no)
    return case_id


def _check_fee_decided(account: OpenAccount, no: int) -> None:
    for item in fee_items(account.case, standing_facts(account.entries)):
        if item.no == no and item.is_waiting:
            raise Refusal(
                "money.fee_not_decided", basis="T216 Đ5.1, 5.4a", no=no, received_on=item.on,
                fee=item.line.fee,
            )  # fmt: skip


def _payout(account: OpenAccount, number: int) -> Payout:
    found = account.state.payout(number)
    if found is None:
        raise Refusal("money.payout_unknown", basis="T04 Đ18", payout=number)
    return found


def _usual_place(account: OpenAccount, payout: Payout) -> Place:
    if payout.form is PayoutForm.CASH:
        return Place.CASH
    state = account.state
    return Place.BANK if state.at(Place.BANK) >= payout.amount else Place.TREASURY


def _cashier(viewer: Viewer, account: OpenAccount, cashier: str) -> str:
    """The cashier records cash himself, or the accountant names him: two different people (T78 Đ8)."""
    if Role.CASHIER in viewer.roles_at(account.case.agency):
        return viewer.name
    if not cashier.strip():
        raise Refusal("money.cashier_needed", basis="T78 Đ8")
    check_cashier(cashier, viewer.name)
    return cashier.strip()
