"""Sharing out money that waits, in the order of payment, among the cases of a debtor; and balancing duties
(L08 Đ47, 126.1; N62 Đ49; L25 Đ54, 59.5; N152 Đ29–31).
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from thads.enforcement.cases.actions.crediting import credit_share
from thads.enforcement.cases.queries.briefs import cases_against
from thads.enforcement.cases.rules.briefs import CaseBrief, DutyBrief
from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.vocabulary import CollectionMeans
from thads.enforcement.documents.numbering import next_number
from thads.enforcement.money.recording import OpenAccount, lock_account, open_account, record
from thads.enforcement.money.rules import facts as f
from thads.enforcement.money.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.money.rules.facts import Credit
from thads.enforcement.money.rules.setoff import SetOffSide, use_for_own_duty
from thads.enforcement.money.rules.setoff import set_off as balanced
from thads.enforcement.money.rules.sharing import CaseShare, Sharing, SharingAsked, share_out
from thads.enforcement.money.rules.vocabulary import Place, Purse
from thads.foundation.access.door import action
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.money import Dong
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "money.no_pool": "Việc {number} không có tiền chờ phân chia.",
        "money.shown_otherwise": "Số liệu đã thay đổi từ khi xem cách phân chia; hãy xem lại rồi xác nhận. "
        "Chưa có gì "
        "được ghi.",
        "money.not_the_debtor": "“{payee}” không phải là người phải thi hành khoản {no} của việc {number}; "
        "chỉ dùng tiền "
        "của một người cho nghĩa vụ của chính người đó.",
        "money.no_case_line": "Việc {number} không có khoản {no} đang phải thi hành.",
    }
)


@action("money.share_pool")
def share_pool(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    asked: SharingAsked,
    place: Place | None = None,
    expected_steps: tuple[Dong, ...] = (),
    expected_seq: int | None = None,
) -> UUID:
    """Confirm how money that waits is shared out: each case gets its share, each duty is credited with the
    principal in it (L08 Đ47; L25 Đ54).

    `expected_steps`: the đồng of each step as the head saw them; refuses when they have changed since.
    `place`: from where the shares of other cases leave. Late interest lessens no duty.
    """
    account = lock_account(viewer, case_id, "money.share_pool", expected_seq)
    sharing = _shared(viewer, account, asked, on=on)
    taken = tuple(step.taken for step in sharing.distribution.steps)
    if expected_steps and expected_steps != taken:
        raise Refusal("money.shown_otherwise", basis="L08 Đ47; L25 Đ54")
    number, year = next_number(account.case.agency, "distribution", on)
    order_no = f"PC {number}/{year}"
    lying = place or _fullest(account)
    for duties in _by_case(sharing.duties):
        _credit(viewer, account, duties, sharing, on=on, order_no=order_no, place=lying)
    own = [duty for duty in sharing.duties if duty.case.case_id == case_id and duty.principal]
    fact = f.PoolShared(
        order_no=order_no, shares=sharing.shares, place=lying, means=sharing.means,
        case_seq=account.case.seq + 1 if own else 0,
    )  # fmt: skip
    record(viewer, account, fact, on=on, order_no=order_no)
    return case_id


def _shared(viewer: Viewer, account: OpenAccount, asked: SharingAsked, *, on: date) -> Sharing:
    """Return how the pool of an account is shared out; refuses an account without a pool."""
    held = account.state.in_purse(Purse.POOL)
    if not held:
        raise Refusal("money.no_pool", basis="L08 Đ47; L25 Đ54", number=account.case.number)
    return share_out(cases_against(viewer, account.case.case_id), held, asked, on=on)


@action("money.set_off")
def set_off(
    *,
    viewer: Viewer,
    case_id: UUID,
    no: int,
    other_case_id: UUID,
    other_no: int,
    on: date,
    agencies_cooperate: bool = False,
    expected_seq: int | None = None,
) -> UUID:
    """Balance two duties whose parties owe each other, after fee and costs of each; no money moves (N152
    Đ31).

    Refuses before 1/7/2026, duties of the State, and parties who do not owe each other.
    """
    account = lock_account(viewer, case_id, "money.set_off", expected_seq)
    other = lock_account(viewer, other_case_id, "money.set_off")
    one, two = _side(account, no), _side(other, other_no)
    result = balanced(one, two, on=on, agencies_cooperate=agencies_cooperate)
    for here, its_no, there, their_no in ((account, no, other, other_no), (other, other_no, account, no)):
        parts = (Part(its_no, result.amount),)
        words = f"Bù trừ {there.case.number}"[:64]
        credit_share(viewer=viewer, case_id=here.case.case_id, on=on, parts=parts, order_no=words)
        fact = f.SetOff(
            no=its_no, amount=result.amount, other_case_id=str(there.case.case_id),
            other_case=there.case.number, other_no=their_no, case_seq=here.case.seq + 1,
        )  # fmt: skip
        record(viewer, here, fact, on=on, order_no=words)
    return case_id


@action("money.use_own_money")
def use_own_money(
    *,
    viewer: Viewer,
    case_id: UUID,
    no: int,
    other_case_id: UUID,
    other_no: int,
    on: date,
    amount: Dong | None = None,
    place: Place | None = None,
    expected_seq: int | None = None,
) -> UUID:
    """Use money held for a payee for the duty he owes in another case of the agency (L08 Đ126.1; L25 Đ59.5);
    no amount means as much as both allow.
    """
    account = lock_account(viewer, case_id, "money.use_own_money", expected_seq)
    other = lock_account(viewer, other_case_id, "money.use_own_money")
    payee, duty = _duty(account.case, no).creditor, _duty(other.case, other_no)
    if fold(payee) != fold(duty.debtor or other.case.debtor):
        raise Refusal(
            "money.not_the_debtor", basis="L08 Đ126.1; L25 Đ59.5", payee=payee, no=other_no,
            number=other.case.number,
        )  # fmt: skip
    free = account.state.free(Purse.DUTY, no) if amount is None else amount
    used = use_for_own_duty(free, duty=duty.remaining, on=on).used
    lying, words = place or _fullest(account), f"Từ việc {account.case.number}"[:64]
    out = f.SetOff(no, used, str(other_case_id), other.case.number, other_no, lying)
    record(viewer, account, out, on=on, order_no=words)
    credit_share(viewer=viewer, case_id=other_case_id, on=on, parts=(Part(other_no, used),), order_no=words)
    came = f.ShareReceived(
        words,
        str(case_id),
        account.case.number,
        lying,
        (Credit(other_no, used),),
        case_seq=other.case.seq + 1,
    )
    record(viewer, other, came, on=on, order_no=words)
    return case_id


def _credit(
    viewer: Viewer,
    account: OpenAccount,
    duties: Sequence[CaseShare],
    sharing: Sharing,
    *,
    on: date,
    order_no: str,
    place: Place,
) -> None:
    """Credit the duties of one case with principal, and book its share when it is another case."""
    case = duties[0].case
    parts = tuple(Part(duty.no, duty.principal) for duty in duties if duty.principal)
    if parts:
        credit_share(
            viewer=viewer, case_id=case.case_id, on=on, parts=parts, order_no=order_no,
            means=_means(case, sharing.means, on),
        )  # fmt: skip
    if case.case_id == account.case.case_id:
        return
    other = open_account(viewer, case.case_id)
    fact = f.ShareReceived(
        order_no=order_no, from_case_id=str(account.case.case_id), from_case=account.case.number, place=place,
        parts=tuple(Credit(duty.no, duty.principal, duty.interest) for duty in duties), means=sharing.means,
        case_seq=case.seq + 1 if parts else 0,
    )  # fmt: skip
    record(viewer, other, fact, on=on, order_no=order_no)


def _by_case(duties: Sequence[CaseShare]) -> Sequence[Sequence[CaseShare]]:
    found: dict[UUID, list[CaseShare]] = {}
    for duty in duties:
        found.setdefault(duty.case.case_id, []).append(duty)
    return list(found.values())


def _means(case: CaseBrief, means: CollectionMeans, on: date) -> CollectionMeans:
    """Return how the case itself records its share: coerced only where coercion was open to it (L08
    Đ45–46).
    """
    may_coerce = case.voluntary_until is not None and on > case.voluntary_until
    return means if may_coerce else CollectionMeans.VOLUNTARY


def _fullest(account: OpenAccount) -> Place:
    state = account.state
    return max(Place, key=state.at)


def _duty(case: CaseBrief, no: int) -> DutyBrief:
    duty = case.duty(no)
    if duty is None or not duty.is_open:
        raise Refusal("money.no_case_line", basis="N152 Đ31; L25 Đ59.5", number=case.number, no=no)
    return duty


def _side(account: OpenAccount, no: int) -> SetOffSide:
    duty, state = _duty(account.case, no), account.state
    return SetOffSide(
        case=account.case.number,
        agency=account.case.agency,
        creditor=fold(duty.creditor or account.case.creditor),
        debtor=fold(duty.debtor or account.case.debtor),
        due=duty.remaining,
        fee=state.fee_of(no).due,
        cost=state.cost_due,
        is_state=LAW.obligations.of(duty.kind).is_state_revenue,
    )
