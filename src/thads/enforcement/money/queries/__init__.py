"""Reading the book of money: accounts, books, queues, receipts. Every question is narrowed to the viewer's
sight.
"""

from thads.enforcement.money.queries.accounts import account_page, account_row, fee_page, sharing_preview
from thads.enforcement.money.queries.books import place_book, trial_balance
from thads.enforcement.money.queries.desks import held_money, money_desk, payout_queue, pools
from thads.enforcement.money.queries.drifting import drift
from thads.enforcement.money.queries.interest import late_interest_of
from thads.enforcement.money.queries.receipts import (
    next_receipt,
    receipt_books,
    receipt_list,
    receipt_uses,
)
from thads.enforcement.money.queries.reconciling import layout_of, statement_page, statements

__all__ = [
    "account_page",
    "account_row",
    "drift",
    "fee_page",
    "held_money",
    "late_interest_of",
    "layout_of",
    "money_desk",
    "next_receipt",
    "payout_queue",
    "place_book",
    "pools",
    "receipt_books",
    "receipt_list",
    "receipt_uses",
    "sharing_preview",
    "statement_page",
    "statements",
    "trial_balance",
]
