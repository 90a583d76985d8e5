"""Money coming in against a receipt: for named duties, late interest, costs, or into the pool that waits (L08
Đ45–47; L25 Đ36, 54; T04 Đ13–17).
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from thads.enforcement.cases import actions as cases
from thads.enforcement.cases.locking import changed_meanwhile
from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.histories import SUBJECT as CASE
from thads.enforcement.cases.rules.vocabulary import CollectionMeans
from thads.enforcement.money.models import Receipt
from thads.enforcement.money.receipts import TakenNumber, folded, take_number
from thads.enforcement.money.recording import OpenAccount, lock_account, record
from thads.enforcement.money.rules import facts as f
from thads.enforcement.money.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.money.rules.facts import Credit
from thads.enforcement.money.rules.vocabulary import NumberState, Place, ReceiptKind
from thads.foundation.access.door import action
from thads.foundation.access.rules.viewer import Role, Viewer
from thads.foundation.ledger.rules.entries import Entry
from thads.kernel.money import Dong
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "money.case_closed": "Việc {number} đã kết thúc; không thể thu thêm tiền vào việc này.",
        "money.in_kind_alone": "Nhận tài sản trừ vào tiền thi hành án chỉ ghi theo khoản, không kèm tiền; "
        "phần tiền "
        "hãy ghi bằng biên lai riêng.",
        "money.fee_receipt_no_due": "Khoản {no} không có phí thi hành án phải thu ({due} đồng); hãy ra quyết "
        "định thu "
        "phí trước.",
    }
)


@action("money.receive_money")
def receive_money(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    parts: tuple[Part, ...] = (),
    interest: tuple[Part, ...] = (),
    pool: Dong = 0,
    cost: Dong = 0,
    receipt_no: str = "",
    payer: str = "",
    place: Place = Place.CASH,
    means: CollectionMeans = CollectionMeans.VOLUNTARY,
    expected_seq: int | None = None,
) -> UUID:
    """Receive money against a receipt: đồng for obligations (which lessen the duties), for late interest
    (which lessens none), for costs, and for the pool that waits to be shared out (L08 Đ45–47; L25 Đ36, 54;
    T04 Đ13–17).

    `expected_seq` is that of the case. No number given: the next of the person's book, else an electronic
    one. Refuses more than is left of a duty, money before the decision, in the future, or for a closed case,
    coercion before its time, a number used before or not his. Property in kind moves no money: it goes to the
    case alone.
    """
    account = lock_account(viewer, case_id, "money.receive_money")
    _check_case(account, expected_seq)
    if means is CollectionMeans.IN_KIND:
        return _in_kind(viewer, account, on, parts, (interest, pool, cost), receipt_no)
    taken = take_number(viewer, account.case.agency, ReceiptKind.COLLECTION, receipt_no, on=on)
    credited = _whole(account, parts)
    if credited:
        cases.collect_money(
            viewer=viewer, case_id=case_id, on=on, parts=credited, receipt_no=taken.number[:64], means=means,
            expected_seq=expected_seq,
        )  # fmt: skip
    fact = f.Received(
        receipt_no=taken.number, series=taken.series, place=place, means=means,
        parts=_credits(credited, interest), pool=pool, cost=cost, payer=payer.strip() or account.case.debtor,
        collected_by=viewer.username, case_seq=account.case.seq + 1 if credited else 0,
        in_hand=_in_hand(viewer, account, place),
    )  # fmt: skip
    entry = record(viewer, account, fact, on=on, order_no=taken.number[:64])
    _keep(account, entry, fact, taken, viewer, ReceiptKind.COLLECTION)
    return case_id


@action("money.receive_fee")
def receive_fee(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    fees: tuple[Part, ...],
    receipt_no: str = "",
    payer: str = "",
    place: Place = Place.CASH,
    expected_seq: int | None = None,
) -> UUID:
    """Receive the fee that somebody pays apart, against a fee receipt; no amount means all that is due (T216
    Đ5.4; T04 Đ14).

    Refuses a fee nobody has decided, and more than is due.
    """
    account = lock_account(viewer, case_id, "money.receive_fee", expected_seq)
    taken = take_number(viewer, account.case.agency, ReceiptKind.FEE, receipt_no, on=on)
    fact = f.Received(
        receipt_no=taken.number, series=taken.series, place=place, means=CollectionMeans.VOLUNTARY,
        fees=_fees(account, fees), payer=payer.strip() or account.case.creditor,
        receipt_kind=ReceiptKind.FEE, collected_by=viewer.username, in_hand=_in_hand(viewer, account, place),
    )  # fmt: skip
    entry = record(viewer, account, fact, on=on, order_no=taken.number[:64])
    _keep(account, entry, fact, taken, viewer, ReceiptKind.FEE)
    return case_id


def _check_case(account: OpenAccount, expected_seq: int | None) -> None:
    case = account.case
    if expected_seq is not None and expected_seq != case.seq:
        raise changed_meanwhile(CASE, case.case_id, expected=expected_seq, found=case.seq)
    if not case.is_open:
        raise Refusal("money.case_closed", basis="L08 Đ52; L25 Đ55", number=case.number)


def _in_hand(viewer: Viewer, account: OpenAccount, place: Place) -> bool:
    """Cash taken by a bailiff is in his hand until the accountant has it; the accountant takes it into the
    fund.
    """
    roles = viewer.roles_at(account.case.agency)
    return place is Place.CASH and not roles & {Role.ACCOUNTANT, Role.CASHIER}


def _in_kind(
    viewer: Viewer,
    account: OpenAccount,
    on: date,
    parts: tuple[Part, ...],
    others: Iterable[object],
    receipt_no: str,
) -> UUID:
    if any(others):
        raise Refusal("money.in_kind_alone", basis="L08 Đ100; L25 Đ78")
    return cases.collect_money(
        viewer=viewer, case_id=account.case.case_id, on=on, parts=parts, receipt_no=receipt_no,
        means=CollectionMeans.IN_KIND,
    )  # fmt: skip


def _whole(account: OpenAccount, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the parts with their đồng: none named means all that is left of the obligation."""
    left = {duty.no: duty.remaining for duty in account.case.duties}
    return tuple(Part(p.no, left.get(p.no) if p.amount is None else p.amount) for p in parts)


def _credits(credited: tuple[Part, ...], interest: tuple[Part, ...]) -> tuple[Credit, ...]:
    late = {part.no: part.amount or 0 for part in interest}
    known = {part.no for part in credited}
    both = [Credit(part.no, part.amount or 0, late.get(part.no, 0)) for part in credited]
    return (*both, *(Credit(no, 0, amount) for no, amount in late.items() if no not in known))


def _fees(account: OpenAccount, fees: tuple[Part, ...]) -> tuple[Part, ...]:
    state = account.state
    found = tuple(Part(p.no, state.fee_of(p.no).due if p.amount is None else p.amount) for p in fees)
    for part in found:
        if not state.fee_of(part.no).due:
            raise Refusal("money.fee_receipt_no_due", basis="T216 Đ5.1", no=part.no, due=0)
    return found


def _keep(
    account: OpenAccount,
    entry: Entry,
    fact: f.Received,
    taken: TakenNumber,
    viewer: Viewer,
    kind: ReceiptKind,
) -> None:
    Receipt.objects.create(
        agency=account.case.agency, kind=kind.value, series=taken.series.value, number=taken.number[:80],
        number_folded=folded(taken.number), value=taken.value, book=taken.book, state=NumberState.USED.value,
        dated_on=entry.took_effect, amount=fact.amount, payer=fact.payer[:200], case_id=account.case.case_id,
        entry_id=entry.id, holder=taken.book.holder if taken.book else viewer.username,
    )  # fmt: skip
