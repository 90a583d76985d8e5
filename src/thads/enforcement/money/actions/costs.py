"""Costs of enforcement: advanced by the budget, incurred, taken out of money held, relieved (L08 Đ73; N62
Đ43–44; L25 Đ53; N152 Đ79–87).
"""

from datetime import date
from uuid import UUID

from thads.enforcement.documents.numbering import order_number
from thads.enforcement.money.accounts import standing_facts
from thads.enforcement.money.receipts import voucher_number
from thads.enforcement.money.recording import OpenAccount, lock_account, record
from thads.enforcement.money.rules import costs
from thads.enforcement.money.rules import facts as f
from thads.enforcement.money.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.money.rules.costs import CostKind, cost_payer
from thads.enforcement.money.rules.vocabulary import CostBearer, CostSource, Place, Purse
from thads.foundation.access.door import action
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.money import Dong
from thads.law import LAW


@action("money.advance_cost")
def advance_cost(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    amount: Dong,
    place: Place = Place.CASH,
    expected_seq: int | None = None,
) -> UUID:
    """Record that the budget advanced đồng for the costs of a case; they are owed back (L08 Đ73.6; L25
    Đ53.7).
    """
    account = lock_account(viewer, case_id, "money.advance_cost", expected_seq)
    voucher = voucher_number(account.case.agency, "voucher.receipt", "PT", on)
    record(viewer, account, f.CostAdvanced(amount, place, voucher), on=on, order_no=voucher)
    return case_id


@action("money.incur_cost")
def incur_cost(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    amount: Dong,
    cost_kind: CostKind = CostKind.OTHER_COERCION,
    item: str = "",
    bearer: CostBearer | None = None,
    source: CostSource = CostSource.ADVANCE,
    place: Place = Place.CASH,
    paid_to: str = "",
    expected_seq: int | None = None,
) -> UUID:
    """Record a cost that was paid: for what, to whom, out of what (L08 Đ73; L25 Đ53.3–5).

    Who bears it says the law of the day by the kind of cost, unless `bearer` is told. Refuses more than the
    advance, or the money waiting, out of which it was paid.
    """
    account = lock_account(viewer, case_id, "money.incur_cost", expected_seq)
    voucher = voucher_number(account.case.agency, "voucher.payment", "PC", on)
    fact = f.CostIncurred(
        item=item.strip() or LAW.label(cost_kind), amount=amount,
        bearer=bearer or cost_payer(cost_kind, on=on).bearer, source=source, place=place,
        paid_to=paid_to.strip(), voucher_no=voucher,
    )  # fmt: skip
    record(viewer, account, fact, on=on, order_no=voucher)
    return case_id


@action("money.settle_cost")
def settle_cost(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    amount: Dong | None = None,
    purse: Purse = Purse.POOL,
    no: int = 0,
    expected_seq: int | None = None,
) -> UUID:
    """Take costs out of money held, to go back to the budget: from what waits, or from the money of a
    creditor who bears them (L08 Đ47.1, 73; L25 Đ53.7, 54.1); no amount means all that is due.
    """
    account = lock_account(viewer, case_id, "money.settle_cost", expected_seq)
    due = account.state.cost_due if amount is None else amount
    record(viewer, account, f.CostSettled(due, purse, no), on=on)
    return case_id


@action("money.relieve_cost")
def relieve_cost(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    ground: str,
    expected_seq: int | None = None,
) -> UUID:
    """Relieve the debtor of costs by a decision on a listed ground, by as much as the law says; the budget
    bears them (N62 Đ44; N152 Đ87).

    Refuses where nothing is due, and one who has not paid what the ground asks for.
    """
    account = lock_account(viewer, case_id, "money.relieve_cost", expected_seq)
    due, charged = account.state.cost_due, _charged(account)
    relief = costs.relieve_cost(charged, paid=charged - due, ground=ground, on=on)
    order_no = order_number(account.case.agency, "fee", on)
    fact = f.CostRelieved(relief.relieved, order_no, ground)
    record(viewer, account, fact, on=on, order_no=order_no)
    return case_id


def _charged(account: OpenAccount) -> Dong:
    """Return all costs charged to somebody in the case, less what was relieved before."""
    total = 0
    for one in standing_facts(account.entries):
        match one.fact:
            case f.CostIncurred() if one.fact.bearer is not CostBearer.BUDGET:
                total += one.fact.amount if one.fact.source is not CostSource.POOL else 0
            case f.CostRelieved():
                total -= one.fact.amount
            case f.BalanceCarried():
                total += one.fact.cost_due
            case _:
                continue
    return total
