"""What officers do with money: one function a verb, each through the door, each with its article."""

from thads.enforcement.money.actions.books import close_book, issue_book, mark_receipt
from thads.enforcement.money.actions.closing import cancel_case_fact, cancel_fact, close_case, terminate_case
from thads.enforcement.money.actions.costs import advance_cost, incur_cost, relieve_cost, settle_cost
from thads.enforcement.money.actions.cutover import carry_balances
from thads.enforcement.money.actions.fees import correct_fee, decide_fee, relieve_fee, withhold_fee
from thads.enforcement.money.actions.keeping import (
    CaseSum,
    carry_balance,
    earn_interest,
    fund_cash,
    move_money,
    notify_payee,
    put_aside,
    unclaimed_to_state,
)
from thads.enforcement.money.actions.paying import (
    approve_payout,
    pay_out,
    prepare_payout,
    propose_payout,
    turn_down_payout,
)
from thads.enforcement.money.actions.rebuilding import rebuild_dues
from thads.enforcement.money.actions.receiving import receive_fee, receive_money
from thads.enforcement.money.actions.reconciling import confirm_match, import_statement, turn_down_match
from thads.enforcement.money.actions.sharing import set_off, share_pool, use_own_money

__all__ = [
    "CaseSum",
    "advance_cost",
    "approve_payout",
    "cancel_case_fact",
    "cancel_fact",
    "carry_balance",
    "carry_balances",
    "close_book",
    "close_case",
    "confirm_match",
    "correct_fee",
    "decide_fee",
    "earn_interest",
    "fund_cash",
    "import_statement",
    "incur_cost",
    "issue_book",
    "mark_receipt",
    "move_money",
    "notify_payee",
    "pay_out",
    "prepare_payout",
    "propose_payout",
    "put_aside",
    "rebuild_dues",
    "receive_fee",
    "receive_money",
    "relieve_cost",
    "relieve_fee",
    "set_off",
    "settle_cost",
    "share_pool",
    "terminate_case",
    "turn_down_match",
    "turn_down_payout",
    "unclaimed_to_state",
    "use_own_money",
    "withhold_fee",
]
