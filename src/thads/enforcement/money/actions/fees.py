"""The enforcement fee: decided for each payment, withheld before paying, relieved, corrected (L08 Đ60; L25
Đ53.1; T216 Đ4–7).
"""

from datetime import date
from uuid import UUID

from thads.enforcement.documents.numbering import order_number
from thads.enforcement.money.accounts import standing_facts
from thads.enforcement.money.recording import OpenAccount, lock_account, record
from thads.enforcement.money.rules import facts as f
from thads.enforcement.money.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.money.rules.fee_items import FeeItem, fee_checks, fee_items
from thads.enforcement.money.rules.fee_relief import relieve_fee as relief_of
from thads.enforcement.money.rules.vocabulary import Purse
from thads.foundation.access.door import action
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.money import Dong
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, GroundKind

register_sentences(
    {
        "money.no_fee_item": "Khoản {no} không có lần thu nào chờ quyết định phí; phí được quyết định cho "
        "từng lần "
        "thực nhận của người được thi hành án.",
        "money.fee_right": "Phí của khoản {no} đã tính đúng ({decided} đồng); không có gì để tính lại.",
        "money.fee_remitted": "Phí của khoản {no} đã tính thừa {excess} đồng nhưng chỉ còn giữ {held} đồng, "
        "phần còn "
        "lại đã nộp ngân sách; hãy lập hồ sơ đề nghị hoàn trả phần đó.",
    }
)


@action("money.decide_fee")
def decide_fee(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    no: int,
    source_seq: int = 0,
    ground: str = "",
    expected_seq: int | None = None,
) -> UUID:
    """Decide the fee on money that came in for an obligation, as the law computes it, on what the payee
    really receives, cumulatively (T216 Đ4–5); `ground`: why it bears none (T216 Đ6).

    `source_seq` names the receipt by its place in the account; none means the earliest that waits. Refuses
    where nothing waits.
    """
    account = lock_account(viewer, case_id, "money.decide_fee", expected_seq)
    if ground:
        LAW.ground(GroundKind.FEE_EXEMPT, ground, on=on)
    item = _waiting(account, no, source_seq)
    order_no = order_number(account.case.agency, "fee", on)
    fact = f.FeeDecided(
        no=no, base=item.base, amount=0 if ground else item.line.fee, manner=item.manner,
        source_seq=item.source_seq, decision_no=order_no, payer=item.payer, ground=ground,
    )  # fmt: skip
    record(viewer, account, fact, on=on, order_no=order_no)
    return case_id


@action("money.withhold_fee")
def withhold_fee(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    no: int,
    amount: Dong | None = None,
    purse: Purse = Purse.DUTY,
    expected_seq: int | None = None,
) -> UUID:
    """Withhold a decided fee from the money held for the payee, before paying him (T216 Đ5.4a); no amount
    means all that is due.
    """
    account = lock_account(viewer, case_id, "money.withhold_fee", expected_seq)
    due = account.state.fee_of(no).due if amount is None else amount
    record(viewer, account, f.FeeCollected(no, due, purse), on=on)
    return case_id


@action("money.relieve_fee")
def relieve_fee(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    no: int,
    ground: str,
    percent: int | None = None,
    expected_seq: int | None = None,
) -> UUID:
    """Exempt from a fee still due, or reduce it, by a decision on a listed ground; `percent` only where the
    law says “up to” (T216 Đ7).
    """
    account = lock_account(viewer, case_id, "money.relieve_fee", expected_seq)
    relief = relief_of(account.state.fee_of(no).due, ground, on=on, percent=percent)
    order_no = order_number(account.case.agency, "fee", on)
    fact = f.FeeRelieved(no, relief.relieved, order_no, ground)
    record(viewer, account, fact, on=on, order_no=order_no)
    return case_id


@action("money.correct_fee")
def correct_fee(*, viewer: Viewer, case_id: UUID, on: date, no: int, expected_seq: int | None = None) -> UUID:
    """Decide anew the fees of an obligation after a payment was learnt late or taken back: more is due, or
    what was withheld too much goes back to the payee (T216 Đ5.5).

    Refuses where the series is right, and a refund of what has gone to the treasury already.
    """
    account = lock_account(viewer, case_id, "money.correct_fee", expected_seq)
    check = next((c for c in fee_checks(account.case, standing_facts(account.entries)) if c.no == no), None)
    if check is None:
        decided = account.state.fee_of(no).decided
        raise Refusal("money.fee_right", basis="T216 Đ5.5", no=no, decided=decided)
    order_no = order_number(account.case.agency, "fee", on)
    due, refund = _settled(account, no, check.difference)
    fact = f.FeeCorrected(no, check.decided, check.should, due, refund, order_no)
    record(viewer, account, fact, on=on, order_no=order_no)
    return case_id


def _settled(account: OpenAccount, no: int, difference: Dong) -> tuple[Dong, Dong]:
    """Return how the due changes and what goes back: fewer đồng lessen what is due first."""
    if difference >= 0:
        return difference, 0
    lessened = min(-difference, account.state.fee_of(no).due)
    refund, held = -difference - lessened, account.state.in_purse(Purse.FEE, no)
    if refund > held:
        raise Refusal("money.fee_remitted", basis="T216 Đ5.5", no=no, excess=-difference, held=held)
    return -lessened, refund


def _waiting(account: OpenAccount, no: int, source_seq: int) -> FeeItem:
    for item in fee_items(account.case, standing_facts(account.entries)):
        if item.no == no and item.decided is None and source_seq in (0, item.source_seq):
            return item
    raise Refusal("money.no_fee_item", basis="T216 Đ5.1", no=no)
