"""The switch of the laws on 1/7/2026: what the law of 2025 asks of each open case (L25 Đ116.3–4; N152 Đ115;
process.md 10).

Steps already taken stay valid and nothing is issued anew. What is proposed here is carried out only when a
head confirms it; what no text answers is shown as open and never done.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.dues import Due
from thads.enforcement.cases.rules.lifecycle import can_move
from thads.enforcement.cases.rules.moves import L25_SINCE
from thads.enforcement.cases.rules.state import CaseState, ObligationState
from thads.enforcement.cases.rules.vocabulary import Initiation, ObligationStatus
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.enforcement.deadlines.rules.deriving import Doubt, derive, earliest_day
from thads.kernel.money import Dong
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Certainty

register_sentences(
    {
        "cases.transition_too_early": "Việc rà soát chuyển tiếp chỉ được xác nhận từ ngày {since}; hôm nay "
        "chỉ "
        "xem trước.",
        "cases.transition_open": "Việc {number}: pháp luật chưa quy định “{task}”; không tự động thực hiện. "
        "Chỉ "
        "ghi là đã rà soát, để lại, kèm lý do.",
        "cases.transition_not_found": "Việc {number} không có nội dung rà soát “{task}” vào ngày {on}; hãy "
        "tải "
        "lại danh sách.",
        "cases.transition_reviewed": "Việc {number}: “{task}” đã được rà soát ngày {reviewed_on}; mỗi nội "
        "dung "
        "chỉ xác nhận một lần.",
        "cases.transition_reason_needed": "Để lại không thực hiện thì phải ghi lý do (việc {number}).",
    }
)


class TransitionTask(StrEnum):
    """What is to be looked at in an open case at the switch."""

    RETURN_REQUEST = "return_request"
    LEDGER_ON_REQUEST = "ledger_on_request"
    SEVERAL_DEBTORS = "several_debtors"
    MOVED_DEFERRAL = "moved_deferral"
    FEE_PAYER = "fee_payer"
    DEADLINES = "deadlines"


class Proposal(StrEnum):
    """What may be done about it: an act that the head confirms, a person's own look, nothing, or no rule."""

    ACT = "act"
    REVIEW = "review"
    STAYS = "stays"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Finding:
    """One task of one case: what the law now asks, article, how certain, on which obligations."""

    task: TransitionTask
    proposal: Proposal
    basis: str
    certainty: Certainty
    words: str
    nos: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseAtSwitch:
    """What is asked of a case: its state, whether the debtor asked for enforcement, what is due on it."""

    state: CaseState
    asked_by_debtor: bool
    dues: Sequence[Due]


@dataclass(frozen=True, slots=True)
class TransitionRow:
    """A line of the list: a case, one task of it, and what the head decided on it when he has; money in đồng.

    `finding` is None when the task is no longer so: it was carried out.
    """

    case_id: UUID
    number: str
    agency: str
    bailiff_name: str
    debtor: str
    creditor: str
    status: ObligationStatus
    remaining: Dong
    task: TransitionTask
    finding: Finding | None
    is_confirmed: bool | None = None
    reviewed_on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TransitionChoice:
    """What the head says of one task of a case; a reason when it is left."""

    case_id: UUID
    task: TransitionTask
    reason: str = ""


GROUND = "two_years_unable"
MOVED_GROUNDS = frozenset({"mortgaged_asset_worth_too_little", "unsold_asset_not_taken"})
"""Grounds of deferral of L08 Đ48.1d and h that L25 Đ38.1 makes grounds of being unable."""


def findings(case: CaseAtSwitch, *, on: date) -> tuple[Finding, ...]:
    """Return what the switch asks of an open case, looked at on a day; before 1/7/2026 as of that day."""
    day = max(on, L25_SINCE)
    if not case.state.is_open or case.state.decided_on >= L25_SINCE:
        return ()
    return tuple(found for look in LOOKS for found in look(case, day))


def _return_request(case: CaseAtSwitch, on: date) -> Iterator[Finding]:
    """On request, unable for two years: the request goes back (L25 Đ38.4; N152 Đ22.2)."""
    nos = returnable(case.state, on=on)
    if nos:
        ruling = LAW.value("unable.return_of_request", on=on)
        words = f"Quyết định chưa có điều kiện đã đủ {LAW.written(ruling)}: gửi lại yêu cầu thi hành án"
        yield Finding(
            TransitionTask.RETURN_REQUEST, Proposal.ACT, ruling.basis, Certainty.DERIVED, words, nos
        )


def returnable(state: CaseState, *, on: date) -> tuple[int, ...]:
    """Return the obligations whose request may be sent back on the day."""
    if state.initiation is not Initiation.ON_REQUEST:
        return ()
    return tuple(line.no for line in state.open_obligations if _is_returnable(state, line, on))


def _is_returnable(state: CaseState, line: ObligationState, on: date) -> bool:
    if line.status is not S.UNABLE:
        return False
    ripe = earliest_day(LAW.value("unable.return_of_request", on=on), start=line.since)
    fact = f.RequestReturned(GROUND, (f.Part(line.no),))
    return ripe <= on and can_move(state, fact, on=on, recorded_on=on)


def _ledger_on_request(case: CaseAtSwitch, on: date) -> Iterator[Finding]:
    """On request and already in the separate ledger: no text says what becomes of it."""
    nos = _standing(case.state, S.SEPARATE_LEDGER)
    if nos and case.state.initiation is Initiation.ON_REQUEST:
        words = (
            "Việc theo yêu cầu đang ở sổ theo dõi riêng: chưa có quy định phải gửi lại yêu cầu hay giữ lại"
        )
        yield Finding(
            TransitionTask.LEDGER_ON_REQUEST, Proposal.OPEN, "L25 Đ116.3; N152 Đ22", Certainty.DERIVED,
            words, nos,
        )  # fmt: skip


def _several_debtors(case: CaseAtSwitch, on: date) -> Iterator[Finding]:
    """One decision over several debtors stays valid and is not issued anew (L25 Đ116.4)."""
    debtors = {fold(line.debtor) for line in case.state.open_obligations if line.debtor.strip()}
    if len(debtors) > 1:
        words = f"Quyết định chung cho {len(debtors)} người phải thi hành án vẫn có hiệu lực, không ra lại"
        yield Finding(TransitionTask.SEVERAL_DEBTORS, Proposal.STAYS, "L25 Đ116.4", Certainty.STATED, words)


def _moved_deferral(case: CaseAtSwitch, on: date) -> Iterator[Finding]:
    """A deferral on a ground that is now one of being unable: a person looks at it (L25 Đ38.1)."""
    nos = tuple(
        line.no
        for line in case.state.open_obligations
        if line.status is S.DEFERRED and line.ground in MOVED_GROUNDS
    )
    if nos:
        words = (
            "Căn cứ hoãn nay là căn cứ chưa có điều kiện: xem xét ra quyết định tiếp tục, rồi quyết định "
            "chưa "
            "có điều kiện"
        )
        basis = "L25 Đ38.1, 46.1, 116.3"
        yield Finding(TransitionTask.MOVED_DEFERRAL, Proposal.REVIEW, basis, Certainty.DERIVED, words, nos)


def _fee_payer(case: CaseAtSwitch, on: date) -> Iterator[Finding]:
    """The debtor asked for enforcement: the one who asked pays the fee, the creditor nothing (L25 Đ53.1)."""
    if case.asked_by_debtor:
        words = (
            "Người phải thi hành án là người yêu cầu: người được thi hành án không phải nộp phí thi hành án"
        )
        yield Finding(TransitionTask.FEE_PAYER, Proposal.STAYS, "L25 Đ53.1", Certainty.DERIVED, words)


def _deadlines(case: CaseAtSwitch, on: date) -> Iterator[Finding]:
    """Deadlines that began under one law and end under the next, where the two differ (L25 Đ116.3–4)."""
    told = [words for due in case.dues if (words := _straddling(due))]
    if told:
        yield Finding(
            TransitionTask.DEADLINES, Proposal.REVIEW, "L25 Đ116.3–4; N152 Đ115.1", Certainty.DERIVED,
            "; ".join(dict.fromkeys(told)),
        )  # fmt: skip


def _straddling(due: Due) -> str:
    if due.is_fixed or due.counted_from >= L25_SINCE or due.law_of not in {None, due.counted_from}:
        return ""
    deadline = derive(due.key, start=due.counted_from, pauses=due.pauses)
    if deadline.doubt is None:
        return ""
    if deadline.doubt is Doubt.OTHER_LAW_SILENT or deadline.alternative is None:
        return f"{due.title}: đến {deadline.due_on:%d/%m/%Y} theo luật cũ, luật mới không quy định"
    new = deadline.alternative.due_on
    return f"{due.title}: đến {deadline.due_on:%d/%m/%Y} theo luật cũ, {new:%d/%m/%Y} theo luật mới"


def _standing(state: CaseState, status: S) -> tuple[int, ...]:
    return tuple(line.no for line in state.open_obligations if line.status is status)


LOOKS: tuple[Callable[[CaseAtSwitch, date], Iterator[Finding]], ...] = (
    _return_request, _ledger_on_request, _several_debtors, _moved_deferral, _fee_payer, _deadlines,
)  # fmt: skip
"""Every look at an open case, in the order of the list."""


def check_confirmed(found: Finding | None, *, task: TransitionTask, number: str, on: date) -> Finding:
    """Return the finding to be confirmed; refuse one before the switch, gone meanwhile, or without a rule."""
    if on < L25_SINCE:
        raise Refusal("cases.transition_too_early", basis="L25 Đ115", since=L25_SINCE)
    if found is None:
        raise Refusal("cases.transition_not_found", number=number, task=LAW.label(task), on=on)
    if found.proposal is Proposal.OPEN:
        raise Refusal("cases.transition_open", basis=found.basis, number=number, task=LAW.label(task))
    return found


def check_declined(
    found: Finding | None, *, task: TransitionTask, number: str, on: date, reason: str
) -> None:
    """Refuse to leave a task undone before the switch, without a reason, or when it is not there."""
    if on < L25_SINCE:
        raise Refusal("cases.transition_too_early", basis="L25 Đ115", since=L25_SINCE)
    if found is None:
        raise Refusal("cases.transition_not_found", number=number, task=LAW.label(task), on=on)
    if not reason.strip():
        raise Refusal("cases.transition_reason_needed", number=number)
