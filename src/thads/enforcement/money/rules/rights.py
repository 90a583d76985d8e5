"""Who may record what in the book of money: the verbs of this room in the table of rights (process.md 9.3;
T04 Đ13–18).

Bailiff or accountant receives; the bailiff proposes, the accountant makes out, the head approves; nobody is
two of these in one payment (`payouts`).
"""

from thads.foundation.access.rules.rights import register_verbs
from thads.foundation.access.rules.viewer import Role

OFFICE = frozenset({Role.OFFICE_HEAD})
HEADS = frozenset({Role.AGENCY_HEAD, Role.DEPUTY_HEAD, Role.UNIT_HEAD}) | OFFICE
SIGNERS = frozenset({Role.AGENCY_HEAD, Role.DEPUTY_HEAD})
APPROVERS = SIGNERS | OFFICE
ACCOUNTANT = frozenset({Role.ACCOUNTANT})
BAILIFF = frozenset({Role.BAILIFF, Role.PRIVATE_BAILIFF})
COLLECTORS = BAILIFF | ACCOUNTANT

register_verbs(
    {
        "money.receive_money": COLLECTORS,
        "money.receive_fee": COLLECTORS,
        "money.carry_balance": ACCOUNTANT,
        "money.carry_balances": frozenset({Role.ADMINISTRATOR}),
        "money.issue_book": ACCOUNTANT,
        "money.close_book": ACCOUNTANT,
        "money.mark_receipt": COLLECTORS,
        "money.fund_cash": frozenset({Role.ACCOUNTANT, Role.CASHIER}),
        "money.move_money": ACCOUNTANT,
        "money.share_pool": SIGNERS,
        "money.advance_cost": ACCOUNTANT,
        "money.incur_cost": COLLECTORS,
        "money.settle_cost": ACCOUNTANT,
        "money.relieve_cost": SIGNERS,
        "money.decide_fee": SIGNERS,
        "money.withhold_fee": ACCOUNTANT,
        "money.relieve_fee": SIGNERS,
        "money.correct_fee": SIGNERS,
        "money.propose_payout": BAILIFF,
        "money.prepare_payout": ACCOUNTANT,
        "money.approve_payout": APPROVERS,
        "money.turn_down_payout": APPROVERS | ACCOUNTANT,
        "money.pay_out": frozenset({Role.ACCOUNTANT, Role.CASHIER}),
        "money.set_off": SIGNERS,
        "money.use_own_money": SIGNERS,
        "money.cancel_case_fact": HEADS,
        "money.notify_payee": COLLECTORS,
        "money.put_aside": COLLECTORS,
        "money.earn_interest": ACCOUNTANT,
        "money.unclaimed_to_state": SIGNERS,
        "money.cancel_fact": HEADS,
        "money.rebuild_dues": frozenset({Role.ADMINISTRATOR}),
        "money.close_case": HEADS | BAILIFF,
        "money.terminate_case": HEADS,
        "money.import_statement": ACCOUNTANT,
        "money.confirm_match": ACCOUNTANT,
        "money.turn_down_match": ACCOUNTANT,
    }
)
