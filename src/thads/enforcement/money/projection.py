"""The rows of an account as a projection of its facts: one place says how a state becomes columns."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from thads.enforcement.money.models import CaseAccount, Disbursement, Posting
from thads.enforcement.money.rules.account import AccountState, Payout, read
from thads.enforcement.money.rules.postings import postings
from thads.enforcement.money.rules.vocabulary import Place, Purse
from thads.foundation.ledger.rules.entries import CANCELLATION, Entry


def account_columns(state: AccountState) -> dict[str, object]:
    """Return the columns of an account that its facts decide."""
    waiting = [one.since for one in state.held if one.purse is Purse.POOL]
    return {
        "held": state.total,
        "pool": state.in_purse(Purse.POOL),
        "cash": state.at(Place.CASH),
        "treasury": state.at(Place.TREASURY),
        "bank": state.at(Place.BANK),
        "in_hand": state.in_hand,
        "in_hand_since": state.in_hand_since,
        "fee_held": state.in_purse(Purse.FEE),
        "fee_due": state.fee_due,
        "cost_due": state.cost_due,
        "advance_due": state.advance_due,
        "pool_since": min(waiting, default=None),
        "held_since": min((one.since for one in state.held), default=None),
    }


def payout_columns(payout: Payout) -> dict[str, object]:
    """Return the columns of one payment."""
    return {
        "payout": payout.payout,
        "purse": payout.purse.value,
        "no": payout.no,
        "amount": payout.amount,
        "payee_kind": payout.payee_kind.value,
        "payee": payout.payee,
        "form": payout.form.value,
        "status": payout.status.value,
        "proposed_on": payout.proposed_on,
        "paid_on": payout.paid_on,
        "bank": payout.bank,
        "bank_account": payout.bank_account,
        "reason": payout.reason,
        "slip_no": payout.slip_no,
        "proposed_by": payout.proposed_by,
        "prepared_by": payout.prepared_by,
        "approved_by": payout.approved_by,
    }


PostingKey = tuple[int, str, int | None, str, int, str, int, date, datetime, str]


def posting_keys(entries: Iterable[Entry]) -> list[PostingKey]:
    """Return the lines that all entries of an account make, those taken back and what takes them back among
    them.

    What cancels a fact posts its lines with a minus, at the fact's own legal day and at the instant of the
    cancellation; so the sum at any two times is the fold at those times.
    """
    by_id = {entry.id: entry for entry in entries}
    found: list[PostingKey] = []
    for entry in by_id.values():
        if entry.kind != CANCELLATION:
            found += _lines(entry, entry.recorded_at, entry_id=entry.id, reverses=None)
        elif entry.cancels is not None:
            target = by_id[entry.cancels]
            found += _lines(target, entry.recorded_at, entry_id=entry.id, reverses=target.id)
    return found


def _lines(entry: Entry, recorded_at: datetime, *, entry_id: int, reverses: int | None) -> list[PostingKey]:
    sign = 1 if reverses is None else -1
    return [
        (
            entry_id, entry.kind, reverses, line.account.value, line.no, line.side.value, sign * line.amount,
            entry.took_effect, recorded_at, entry.order_no,
        )
        for line in postings(read(entry))
    ]  # fmt: skip


def posting_rows(agency: str, case_id: UUID, keys: Iterable[PostingKey]) -> list[Posting]:
    """Return lines of the book as rows not yet saved."""
    return [
        Posting(
            agency=agency, case_id=case_id, entry_id=entry_id, kind=kind, reverses=reverses,
            account=account, no=no,
            side=side, amount=amount, took_effect=took_effect, recorded_at=recorded_at, voucher=voucher,
        )
        for entry_id, kind, reverses, account, no, side, amount, took_effect, recorded_at, voucher in keys
    ]  # fmt: skip


def refold_payouts(account: CaseAccount, state: AccountState) -> None:
    """Write the payments of an account as its facts say; one whose proposal was taken back goes."""
    rows = {row.payout: row for row in account.payouts.all()}
    for payout in state.payouts:
        columns = payout_columns(payout)
        row = rows.pop(payout.payout, None)
        if row is None:
            Disbursement.objects.create(account=account, agency=account.agency, **columns)
        elif any(getattr(row, name) != value for name, value in columns.items()):
            for name, value in columns.items():
                setattr(row, name, value)
            row.save()
    Disbursement.objects.filter(pk__in=[row.pk for row in rows.values()]).delete()
