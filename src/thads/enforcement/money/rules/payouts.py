"""Paying out with approval: who may be paid how, and in which order the hands follow one another.

The bailiff proposes, the accountant makes out the slip, the head approves, the money leaves (L08 Đ47; L25
Đ54; T04 Đ18). Nobody both prepares and approves; the accountant is not the cashier (T78 Đ8).
"""

from datetime import date
from typing import assert_never

from thads.enforcement.money.rules import facts as f
from thads.enforcement.money.rules.account import AccountState, Payout
from thads.enforcement.money.rules.vocabulary import PayeeKind, PayoutForm, PayoutStatus, Place, Purse
from thads.enforcement.money.rules.words import act_name, purse_name
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Regime

register_sentences(
    {
        "money.payout_number": "Số thứ tự đề nghị chi {payout} không đúng; số tiếp theo của việc này là "
        "{next}.",
        "money.payout_unknown": "Việc này không có đề nghị chi số {payout}.",
        "money.payout_not_now": "{act}: đề nghị chi số {payout} đang ở bước “{status}”; chỉ thực hiện được "
        "khi "
        "đang ở bước {allowed}.",
        "money.payout_differs": "Chi không đúng đề nghị số {payout} đã duyệt ({amount} đồng từ “{purse}”); "
        "hãy "
        "chi đúng số đã duyệt hoặc lập đề nghị khác.",
        "money.payee_needed": "Hãy ghi rõ người nhận tiền.",
        "money.payee_stranger": "“{payee}” không phải người được nhận khoản {no}; người được nhận: {known}. "
        "Trả cho người khác phải ghi rõ căn cứ (giấy ủy quyền, chuyển giao quyền) vào phần lý do.",
        "money.organisation_by_transfer": "{payee} là cơ quan, tổ chức: chỉ chi trả bằng chuyển khoản.",
        "money.transfer_is_rule": "Từ {since}, tiền thi hành án được chi trả qua tài khoản ngân hàng; chi "
        "bằng "
        "hình thức khác phải ghi lý do.",
        "money.account_needed": "Chuyển khoản phải ghi ngân hàng và số tài khoản của người nhận.",
        "money.fee_first": "Khoản {no} còn {due} đồng phí thi hành án chưa thu; phải trừ hoặc thu phí trước "
        "khi "
        "chi trả.",
        "money.same_hand": "Tài khoản {by} đã {did} đề nghị chi số {payout}; người duyệt phải là người khác.",
        "money.wrong_payer_purse": "“{purse}” không trả được cho đối tượng “{kind}”; hãy chọn đúng đối "
        "tượng.",
        "money.place_for_form": "Chi bằng hình thức “{form}” thì tiền phải đi từ {allowed}, không phải từ "
        "{place}.",
        "money.cashier_is_accountant": "Thủ quỹ và kế toán phải là hai người; {name} đã lập phiếu chi này.",
    }
)

PayoutFact = f.PayoutProposed | f.PayoutPrepared | f.PayoutApproved | f.PayoutTurnedDown | f.PaidOut

S = PayoutStatus

ALLOWED: dict[type[PayoutFact], frozenset[PayoutStatus]] = {
    f.PayoutPrepared: frozenset({S.PROPOSED}),
    f.PayoutApproved: frozenset({S.PREPARED}),
    f.PayoutTurnedDown: frozenset({S.PROPOSED, S.PREPARED, S.APPROVED}),
    f.PaidOut: frozenset({S.APPROVED}),
}
"""At which point of its way a payment may take the next step (T04 Đ18)."""

PLACES: dict[PayoutForm, frozenset[Place]] = {
    PayoutForm.CASH: frozenset({Place.CASH}),
    PayoutForm.POST: frozenset({Place.CASH, Place.TREASURY, Place.BANK}),
    PayoutForm.TRANSFER: frozenset({Place.TREASURY, Place.BANK}),
}

PAYEES: dict[Purse, frozenset[PayeeKind]] = {
    Purse.DUTY: frozenset(PayeeKind) - {PayeeKind.DEBTOR},
    Purse.INTEREST: frozenset(PayeeKind) - {PayeeKind.DEBTOR},
    Purse.KEPT: frozenset(PayeeKind) - {PayeeKind.DEBTOR},
    Purse.FEE: frozenset({PayeeKind.BUDGET}),
    Purse.COST: frozenset(
        {PayeeKind.BUDGET, PayeeKind.THIRD_PARTY, PayeeKind.ORGANISATION, PayeeKind.PERSON}
    ),
    Purse.ADVANCE: frozenset({PayeeKind.BUDGET, PayeeKind.THIRD_PARTY}),
    Purse.DEBTOR: frozenset({PayeeKind.DEBTOR}),
    Purse.THIRD_PARTY: frozenset({PayeeKind.THIRD_PARTY, PayeeKind.ORGANISATION, PayeeKind.BUDGET}),
    Purse.POOL: frozenset(),
}
"""Who may be paid out of which purse; money waiting is shared out first (L08 Đ47; L25 Đ54) [derived]."""


def check_payout_step(state: AccountState, fact: PayoutFact, *, on: date) -> None:
    """Refuse a step of a payment that is out of turn, by the wrong hand or in the wrong form."""
    if isinstance(fact, f.PayoutProposed):
        return check_proposal(state, fact, on=on)
    payout = state.payout(fact.payout)
    if payout is None:
        raise Refusal("money.payout_unknown", basis="T04 Đ18", payout=fact.payout)
    if payout.status not in ALLOWED[type(fact)]:
        allowed = ", ".join(f"“{LAW.label(one)}”" for one in PayoutStatus if one in ALLOWED[type(fact)])
        raise Refusal(
            "money.payout_not_now", basis="T04 Đ18", act=act_name(fact), payout=payout.payout,
            status=LAW.label(payout.status), allowed=allowed,
        )  # fmt: skip
    match fact:
        case f.PayoutPrepared():
            return None
        case f.PayoutApproved():
            return _check_hands(payout, fact)
        case f.PayoutTurnedDown():
            if not fact.reason.strip():
                raise Refusal("money.words_needed", basis="T04 Đ18", act=act_name(fact), what="lý do")
            return None
        case f.PaidOut():
            return _check_paid(state, payout, fact)
        case _:
            assert_never(fact)


def check_proposal(state: AccountState, fact: f.PayoutProposed, *, on: date) -> None:
    """Refuse a proposal to pay more than is free, before the fee, or in a form the law does not allow."""
    if fact.payout != len(state.payouts) + 1:
        raise Refusal("money.payout_number", basis="T04 Đ18", payout=fact.payout, next=len(state.payouts) + 1)
    if not fact.payee.strip():
        raise Refusal("money.payee_needed", basis="T04 Đ18")
    if fact.payee_kind not in PAYEES[fact.purse]:
        purse = purse_name(fact.purse, fact.no)
        kind = LAW.label(fact.payee_kind)
        raise Refusal("money.wrong_payer_purse", basis="L08 Đ47; L25 Đ54", purse=purse, kind=kind)
    free = state.free(fact.purse, fact.no)
    if fact.amount > free:
        raise Refusal(
            "money.more_than_held", basis="T78 Đ11.2", act=act_name(fact),
            purse=purse_name(fact.purse, fact.no), asked=fact.amount, held=free,
        )  # fmt: skip
    check_form(fact, on=on)
    _check_fee(state, fact.purse, fact.no)


def check_form(fact: f.PayoutProposed, *, on: date) -> None:
    """Refuse cash for an organisation, cash without a reason since 2026, a transfer to no account (N62 Đ49.3;
    L25 Đ54.6).
    """
    if fact.form is PayoutForm.TRANSFER:
        if fact.payee_kind is not PayeeKind.BUDGET and not (fact.bank.strip() and fact.bank_account.strip()):
            raise Refusal("money.account_needed", basis="T04 Đ18.2; L25 Đ54.6")
        return
    if fact.payee_kind is PayeeKind.ORGANISATION:
        raise Refusal("money.organisation_by_transfer", basis="N62 Đ49.3; L25 Đ54.6", payee=fact.payee)
    if LAW.regime(on) is Regime.R2025 and fact.payee_kind is not PayeeKind.BUDGET and not fact.reason.strip():
        since = LAW.value("payment.form", on=on).since
        raise Refusal("money.transfer_is_rule", basis="L25 Đ54.6", since=since)


def _check_fee(state: AccountState, purse: Purse, no: int) -> None:
    due = state.fee_of(no).due
    if purse in (Purse.DUTY, Purse.INTEREST) and due:
        raise Refusal("money.fee_first", basis="T216 Đ5.4a", no=no, due=due)


def _check_hands(payout: Payout, fact: f.PayoutApproved) -> None:
    for did, who in (("lập phiếu cho", payout.prepared_by), ("lập", payout.proposed_by)):
        if who and who == fact.by:
            raise Refusal("money.same_hand", basis="T78 Đ8; T04 Đ18", by=who, did=did, payout=payout.payout)


def _check_paid(state: AccountState, payout: Payout, fact: f.PaidOut) -> None:
    told = (fact.purse, fact.no, fact.amount, fact.payee_kind)
    if told != (payout.purse, payout.no, payout.amount, payout.payee_kind):
        raise Refusal(
            "money.payout_differs", basis="T04 Đ18", payout=payout.payout, amount=payout.amount,
            purse=purse_name(payout.purse, payout.no),
        )  # fmt: skip
    if fact.place not in PLACES[payout.form]:
        allowed = " hoặc ".join(LAW.label(place).lower() for place in Place if place in PLACES[payout.form])
        raise Refusal(
            "money.place_for_form", basis="T04 Đ18.2", form=LAW.label(payout.form), allowed=allowed,
            place=LAW.label(fact.place).lower(),
        )  # fmt: skip
    _check_fee(state, payout.purse, payout.no)


def check_payee(payee: str, known: tuple[str, ...], *, no: int, reason: str) -> None:
    """Refuse to pay a stranger: somebody who is not the payee of the obligation, without a stated title (L08
    Đ47; L25 Đ54).
    """
    if not known or fold(payee) in {fold(name) for name in known} or reason.strip():
        return
    raise Refusal(
        "money.payee_stranger", basis="L08 Đ47; L25 Đ54", payee=payee, no=no, known=", ".join(known)
    )


def check_cashier(cashier: str, accountant: str) -> None:
    """Refuse cash handed out by the accountant himself (T78 Đ8)."""
    if fold(cashier) == fold(accountant):
        raise Refusal("money.cashier_is_accountant", basis="T78 Đ8", name=accountant)
