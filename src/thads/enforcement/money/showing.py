"""Rows of the tables as the values that lists show."""

from datetime import date

from thads.enforcement.money.models import CaseAccount, Disbursement
from thads.enforcement.money.rules.pages import AccountRow, PayoutRow
from thads.enforcement.money.rules.vocabulary import PayeeKind, PayoutForm, PayoutStatus, Purse


def as_row(row: CaseAccount, *, on: date, due_on: date | None = None, basis: str = "") -> AccountRow:
    """Return an account as a line of a list, with how many days its oldest money has lain and what is due."""
    return AccountRow(
        case_id=row.case.uuid, number=row.case.number, agency=row.agency, bailiff=row.case.bailiff,
        debtor=row.case.debtor, held=row.held, pool=row.pool, cash=row.cash, treasury=row.treasury,
        bank=row.bank, fee_due=row.fee_due, cost_due=row.cost_due, advance_due=row.advance_due,
        held_since=row.held_since, age_days=(on - row.held_since).days if row.held_since else 0,
        in_hand=row.in_hand, due_on=due_on, basis=basis,
    )  # fmt: skip


def payout_row(row: Disbursement) -> PayoutRow:
    """Return a payment as a line of the queue."""
    case = row.account.case
    return PayoutRow(
        case_id=case.uuid, number=case.number, agency=row.agency, bailiff=case.bailiff, payout=row.payout,
        purse=Purse(row.purse), no=row.no, amount=row.amount, payee_kind=PayeeKind(row.payee_kind),
        payee=row.payee, form=PayoutForm(row.form), status=PayoutStatus(row.status),
        proposed_on=row.proposed_on, slip_no=row.slip_no, proposed_by=row.proposed_by,
        prepared_by=row.prepared_by, bank=row.bank, bank_account=row.bank_account,
    )  # fmt: skip
