"""Ending a case once its account is settled, and taking back what was recorded by mistake (L08 Đ50, 52; L25
Đ48, 55; N152 Đ14.5; T78 Đ11.2; T04 Đ36.4).
"""

from datetime import date
from uuid import UUID

from thads.enforcement.cases import actions as cases
from thads.enforcement.cases.locking import changed_meanwhile
from thads.enforcement.cases.queries.briefs import case_brief
from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.histories import SUBJECT as CASE
from thads.enforcement.money.accounts import standing_entries, standing_facts
from thads.enforcement.money.models import Receipt
from thads.enforcement.money.recording import OpenAccount, cancel, lock_account, open_account
from thads.enforcement.money.rules import facts as f
from thads.enforcement.money.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.money.rules.account import read
from thads.enforcement.money.rules.facts import AccountFact
from thads.enforcement.money.rules.settling import check_fee_first, check_settled
from thads.enforcement.money.rules.vocabulary import NumberState
from thads.foundation.access.door import action
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import queries as ledger
from thads.foundation.ledger.rules.entries import Entry
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "money.cancel_at_source": "Tiền này được chia từ việc {from_case}; hãy hủy lần phân chia {order_no} "
        "tại việc đó.",
        "money.reason_needed": "Hủy một việc đã ghi phải ghi rõ lý do.",
    }
)


@action("money.close_case")
def close_case(
    *, viewer: Viewer, case_id: UUID, on: date, nos: tuple[int, ...] = (), expected_seq: int | None = None
) -> UUID:
    """Record that all rights and duties, or those named, are performed (L08 Đ52; L25 Đ55).

    Refuses to end the case while money is held for it, or fee, costs or an advance are due, naming đồng and
    place (T78 Đ11.2c).
    """
    account = lock_account(viewer, case_id, "money.close_case")
    cases.finish(viewer=viewer, case_id=case_id, on=on, nos=nos, expected_seq=expected_seq)
    if not case_brief(viewer, case_id).is_open:
        check_settled(account.case, account.state, standing_facts(account.entries))
    return case_id


@action("money.terminate_case")
def terminate_case(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    ground: str,
    parts: tuple[Part, ...] = (),
    expected_seq: int | None = None,
) -> UUID:
    """End the case for good on a listed ground, whole or in part (L08 Đ50; L25 Đ48).

    From 1/7/2026, by agreement or request of the parties, only after fee and costs to date are paid (N152
    Đ14.5).
    """
    account = lock_account(viewer, case_id, "money.terminate_case")
    cases.terminate(
        viewer=viewer, case_id=case_id, on=on, ground=ground, parts=parts, expected_seq=expected_seq
    )
    check_fee_first(account.case, account.state, standing_facts(account.entries), ground=ground, on=on)
    return case_id


@action("money.cancel_fact")
def cancel_fact(
    *, viewer: Viewer, case_id: UUID, entry_id: int, on: date, reason: str, expected_seq: int | None = None
) -> UUID:
    """Take back a fact of an account recorded by mistake, with what it credited in cases; both stay readable
    (T04 Đ36.4).

    A sharing is taken back in all its accounts at once. Refuses a fact without which a later one would not be
    possible, naming it, and a share apart from the sharing it came from.
    """
    account = lock_account(viewer, case_id, "money.cancel_fact", expected_seq)
    _check_reason(reason)
    entry = next((one for one in standing_entries(account.entries) if one.id == entry_id), None)
    if entry is None:
        raise Refusal("money.nothing_to_cancel", basis="T04 Đ36.4")
    fact = read(entry)
    _check_source(fact, entry)
    _take_back(viewer, account, entry, on=on, reason=reason.strip())
    for other_id in _others(fact):
        _take_back_share(viewer, other_id, account, entry, on=on, reason=reason.strip())
    return case_id


@action("money.cancel_case_fact")
def cancel_case_fact(
    *, viewer: Viewer, case_id: UUID, entry_id: int, on: date, reason: str, expected_seq: int | None = None
) -> UUID:
    """Take back a fact of a case recorded by mistake; a collection that came through the till is taken back
    there, with its receipt (L08 Đ37; T04 Đ36.4).
    """
    account = lock_account(viewer, case_id, "money.cancel_case_fact")
    told = next((one for one in ledger.entries_of(CASE, case_id) if one.id == entry_id), None)
    bound = next(
        (
            entry
            for entry in standing_entries(account.entries)
            if told is not None and getattr(read(entry), "case_seq", 0) == told.seq
        ),
        None,
    )
    if bound is not None:
        if expected_seq is not None and expected_seq != account.case.seq:
            raise changed_meanwhile(CASE, case_id, expected=expected_seq, found=account.case.seq)
        return cancel_fact(viewer=viewer, case_id=case_id, entry_id=bound.id, on=on, reason=reason)
    return cases.cancel_fact(
        viewer=viewer, case_id=case_id, entry_id=entry_id, on=on, reason=reason, expected_seq=expected_seq
    )


def _check_reason(reason: str) -> None:
    if not reason.strip():
        raise Refusal("money.reason_needed", basis="T04 Đ36.4")


def _check_source(fact: AccountFact, entry: Entry) -> None:
    if isinstance(fact, f.ShareReceived):
        raise Refusal(
            "money.cancel_at_source", basis="T04 Đ36.4", from_case=fact.from_case, order_no=entry.order_no
        )


def _take_back(viewer: Viewer, account: OpenAccount, entry: Entry, *, on: date, reason: str) -> None:
    """Take back one fact, the receipt it stands on, and the collection it made in the case."""
    cancel(viewer, account, entry.id, on=on, reason=reason)
    Receipt.objects.filter(entry_id=entry.id).update(state=NumberState.CANCELLED.value, note=reason)
    seq = getattr(read(entry), "case_seq", 0)
    if seq:
        told = next(one for one in ledger.entries_of(CASE, account.case.case_id) if one.seq == seq)
        cases.cancel_fact(viewer=viewer, case_id=account.case.case_id, entry_id=told.id, on=on, reason=reason)


def _others(fact: AccountFact) -> tuple[UUID, ...]:
    """Return the cases in which a fact has its counterpart."""
    match fact:
        case f.PoolShared():
            return tuple(dict.fromkeys(UUID(share.case_id) for share in fact.shares if share.case_id))
        case f.SetOff():
            return (UUID(fact.other_case_id),)
        case _:
            return ()


def _take_back_share(
    viewer: Viewer, case_id: UUID, source: OpenAccount, entry: Entry, *, on: date, reason: str
) -> None:
    """Take back the counterpart of a fact in another account: written by the same act at the same instant."""
    other = open_account(viewer, case_id)
    for one in standing_entries(other.entries):
        fact = read(one)
        from_source = str(source.case.case_id) in (
            getattr(fact, "from_case_id", ""),
            getattr(fact, "other_case_id", ""),
        )
        if from_source and one.recorded_at == entry.recorded_at and one.took_effect == entry.took_effect:
            return _take_back(viewer, other, one, on=on, reason=reason)
    raise AssertionError(f"no counterpart of {entry.id} in {case_id}")
