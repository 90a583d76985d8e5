"""Paying out: the hands in their order, the form by payee and law, the place by form; as truth tables."""

from datetime import date

import pytest

from rules.money.inventing import CASE, RECORDED, day, paid, proposed, received, told
from thads.enforcement.money.rules import facts as f
from thads.enforcement.money.rules.account import AccountState, apply
from thads.enforcement.money.rules.facts import AccountFact, Credit, Share
from thads.enforcement.money.rules.payouts import check_cashier, check_payee
from thads.enforcement.money.rules.steps import check_standing, check_step
from thads.enforcement.money.rules.vocabulary import AsideForm, PayeeKind, PayoutForm, Place, Purse
from thads.kernel.refusals import Refusal

HELD = told(("2024-02-01", received()))
PROPOSED = apply(HELD, proposed(), on=day("2024-02-02"))
PREPARED = apply(PROPOSED, f.PayoutPrepared(1, "PC 1", "accountant"), on=day("2024-02-02"))
APPROVED = apply(PREPARED, f.PayoutApproved(1, "head"), on=day("2024-02-02"))
PAID = apply(APPROVED, paid(), on=day("2024-02-02"))
REFUSED = apply(PROPOSED, f.PayoutTurnedDown(1, "sai", "head"), on=day("2024-02-02"))


KERNELS = {"money.negative", "money.too_large"}
"""No article says what is an amount at all."""


def outcome(state: AccountState, fact: AccountFact, on: str = "2024-03-01") -> str:
    """The code of the refusal, which names its article, or “lawful”."""
    found = refusal_of(state, fact, day(on))
    if found is None:
        return "lawful"
    assert found.basis or found.code in KERNELS
    return found.code


def refusal_of(state: AccountState, fact: AccountFact, on: date) -> Refusal | None:
    try:
        check_step(CASE, state, fact, on=on, recorded_on=RECORDED.date())
        check_standing(state, apply(state, fact, on=on), fact)
    except Refusal as refusal:
        return refusal
    return None


@pytest.mark.parametrize(
    ("fact", "lawful_in"),
    [
        (f.PayoutPrepared(1, "PC 1", "accountant"), {"proposed"}),
        (f.PayoutApproved(1, "head"), {"prepared"}),
        (paid(), {"approved"}),
        (f.PayoutTurnedDown(1, "sai số tiền", "head"), {"proposed", "prepared", "approved"}),
    ],
    ids=lambda value: getattr(value, "kind", ""),
)
def test_each_step_of_a_payment_has_its_turn(fact: AccountFact, lawful_in: set[str]) -> None:
    states = {
        "proposed": PROPOSED, "prepared": PREPARED, "approved": APPROVED, "paid": PAID, "refused": REFUSED,
    }  # fmt: skip
    found = {name for name, state in states.items() if outcome(state, fact) == "lawful"}

    assert found == lawful_in
    assert outcome(HELD, fact) == "money.payout_unknown"


@pytest.mark.parametrize(
    ("who", "expected"),
    [("head", "lawful"), ("accountant", "money.same_hand"), ("bailiff", "money.same_hand")],
)
def test_whoever_proposed_or_prepared_does_not_approve(who: str, expected: str) -> None:
    assert outcome(PREPARED, f.PayoutApproved(1, who)) == expected


@pytest.mark.parametrize(
    ("kind", "form", "reason", "on", "expected"),
    [
        (PayeeKind.PERSON, PayoutForm.CASH, "", "2026-06-30", "lawful"),
        (PayeeKind.PERSON, PayoutForm.CASH, "", "2026-07-01", "money.transfer_is_rule"),
        (PayeeKind.PERSON, PayoutForm.CASH, "không có tài khoản", "2026-07-01", "lawful"),
        (PayeeKind.PERSON, PayoutForm.POST, "", "2026-06-30", "lawful"),
        (PayeeKind.ORGANISATION, PayoutForm.CASH, "", "2026-06-30", "money.organisation_by_transfer"),
        (PayeeKind.ORGANISATION, PayoutForm.POST, "lý do", "2026-07-01", "money.organisation_by_transfer"),
        (PayeeKind.ORGANISATION, PayoutForm.TRANSFER, "", "2026-07-01", "lawful"),
        (PayeeKind.BUDGET, PayoutForm.CASH, "", "2026-07-01", "lawful"),
        (PayeeKind.DEBTOR, PayoutForm.TRANSFER, "", "2024-03-01", "money.wrong_payer_purse"),
    ],
)
def test_the_form_of_payment_follows_payee_and_law(
    kind: PayeeKind, form: PayoutForm, reason: str, on: str, expected: str
) -> None:
    bank = {"bank": "BIDV", "bank_account": "1900"} if form is PayoutForm.TRANSFER else {}
    fact = proposed(payee_kind=kind, form=form, reason=reason, **bank)

    assert outcome(HELD, fact, on) == expected


def test_a_transfer_needs_the_account_of_the_payee_but_not_of_the_budget() -> None:
    assert outcome(HELD, proposed(form=PayoutForm.TRANSFER, bank="BIDV")) == "money.account_needed"
    assert outcome(HELD, proposed(form=PayoutForm.TRANSFER, payee_kind=PayeeKind.BUDGET)) == "lawful"


@pytest.mark.parametrize(
    ("form", "place", "expected"),
    [
        (PayoutForm.CASH, Place.CASH, "lawful"),
        (PayoutForm.CASH, Place.BANK, "money.place_for_form"),
        (PayoutForm.TRANSFER, Place.CASH, "money.place_for_form"),
        (PayoutForm.TRANSFER, Place.TREASURY, "money.not_at_place"),
        (PayoutForm.POST, Place.CASH, "lawful"),
    ],
)
def test_money_leaves_from_where_its_form_lets_it(form: PayoutForm, place: Place, expected: str) -> None:
    state = apply(HELD, proposed(form=form, bank="B", bank_account="1"), on=day("2024-02-02"))
    state = apply(state, f.PayoutPrepared(1, "PC 1", "accountant"), on=day("2024-02-02"))
    state = apply(state, f.PayoutApproved(1, "head"), on=day("2024-02-02"))

    assert outcome(state, paid(place=place)) == expected


def test_a_payment_is_made_as_approved_or_not_at_all() -> None:
    assert outcome(APPROVED, paid(amount=999_999)) == "money.payout_differs"
    assert outcome(APPROVED, paid(no=2)) == "money.payout_differs"
    assert outcome(APPROVED, paid(payee_kind=PayeeKind.ORGANISATION)) == "money.payout_differs"


def test_money_bound_by_a_payment_is_not_used_twice() -> None:
    assert outcome(PROPOSED, proposed(2, 1)) == "money.more_than_held"
    assert outcome(PROPOSED, f.FeeCollected(1, 1)) == "money.bound_by_payout"
    assert outcome(REFUSED, proposed(2)) == "lawful"
    assert outcome(HELD, proposed(2)) == "money.payout_number"


def test_money_that_waits_is_shared_out_before_it_is_paid() -> None:
    waiting = told(("2024-02-01", received(pool=100)))

    assert outcome(waiting, proposed(amount=1, purse=Purse.POOL, no=0)) == "money.wrong_payer_purse"


def test_nobody_is_paid_before_the_fee_is_withheld() -> None:
    decided = apply(HELD, f.FeeDecided(1, 1_000_000, 30_000), on=day("2024-02-02"))
    withheld = apply(decided, f.FeeCollected(1, 30_000), on=day("2024-02-02"))

    assert outcome(decided, proposed(amount=970_000)) == "money.fee_first"
    assert outcome(withheld, proposed(amount=970_000)) == "lawful"


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (received(parts=(Credit(3, 5),)), "money.line_unknown"),
        (received(parts=(Credit(1, 5), Credit(1, 5))), "money.line_twice"),
        (received(parts=(Credit(1, 0),)), "money.amount_needed"),
        (received(parts=(Credit(1, -5),)), "money.negative"),
        (received(pool=10**18 + 1), "money.too_large"),
        (f.MoneyMoved(0, Place.CASH, Place.BANK), "money.amount_needed"),
        (f.MoneyMoved(5, Place.CASH, Place.CASH), "money.same_place"),
        (f.MoneyMoved(5, Place.BANK, Place.CASH), "money.not_at_place"),
        (f.CashFunded(1), "money.not_in_hand"),
        (f.PoolShared("PC 1", (Share(Purse.DUTY, 5, 1),), Place.CASH), "money.more_than_held"),
        (f.FeeDecided(1, 5, 6), "money.fee_over_base"),
        (f.FeeDecided(0, 5, 1), "money.line_unknown"),
        (f.FeeCollected(1, 5), "money.fee_over_due"),
        (f.FeeRelieved(1, 5, ""), "money.words_needed"),
        (f.CostSettled(5, Purse.DUTY, 1), "money.cost_over_due"),
        (f.CostRelieved(5, "1/QĐ"), "money.cost_over_due"),
        (f.PayeeNotified(Purse.DUTY, 2), "money.more_than_held"),
        (f.PutAside(Purse.DUTY, 5, AsideForm.SAVINGS, Place.CASH, Place.BANK, 1), "money.not_notified"),
        (f.PutAside(Purse.DUTY, 5, AsideForm.SAVINGS, Place.BANK, Place.CASH, 1), "money.aside_in_cash"),
        (f.UnclaimedToState(Purse.DUTY, 5, Place.CASH, 1), "money.words_needed"),
        (f.UnclaimedToState(Purse.DUTY, 5, Place.CASH, 1, "1/QĐ"), "money.not_notified"),
        (f.BalanceCarried((), ()), "money.carried_once"),
        (f.SetOff(1, 5, "x", "2/2024", 1), "money.set_off_not_yet"),
    ],
    ids=lambda value: getattr(value, "kind", str(value)),
)
def test_what_the_account_cannot_bear_is_refused(fact: AccountFact, expected: str) -> None:
    assert outcome(HELD, fact) == expected


def test_the_days_of_a_fact_lie_between_the_decision_and_the_recording() -> None:
    assert outcome(HELD, received(), "2024-01-09") == "money.before_decision"
    assert outcome(HELD, received(), "2024-01-10") == "lawful"
    assert outcome(HELD, received(), "2029-01-01") == "money.in_the_future"


def test_a_stranger_is_paid_only_on_a_stated_title() -> None:
    check_payee("trần thị bông", ("Trần Thị Bông",), no=1, reason="")
    check_payee("Người khác", ("Trần Thị Bông",), no=1, reason="giấy ủy quyền ngày 1/3/2024")
    check_payee("Ai cũng được", (), no=1, reason="")
    with pytest.raises(Refusal, match="không phải người được nhận khoản 1"):
        check_payee("Người khác", ("Trần Thị Bông",), no=1, reason=" ")


def test_the_accountant_is_not_his_own_cashier() -> None:
    check_cashier("Hà Thị Quỹ", "Lê Kế Toán")
    with pytest.raises(Refusal, match="hai người"):
        check_cashier("lê  kế toán", "Lê Kế Toán")
