"""Facts that speak of another fact of their case: an order sent, amended, withdrawn (L08 Đ37–39; L25 Đ35,
52).

They name it by its place in the case (from 1), the place at which it was written.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.moves import MOVES
from thads.enforcement.cases.rules.state import CaseState, ObligationState
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.enforcement.cases.rules.vocabulary import SecurityKind
from thads.enforcement.cases.rules.words import act_name
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cases.target_unknown": "Việc này không có quyết định nào ở sự kiện số {of}; hãy chọn một quyết "
        "định trong diễn biến của việc.",
        "cases.target_withdrawn": "{target} (sự kiện số {of}) đã bị thu hồi, hủy rồi.",
        "cases.target_is_decision": "Quyết định thi hành án không thu hồi ở bước này; hãy dùng bước "
        "“{recall}”.",
        "cases.target_lasts": "{target} đã làm thay đổi khoản phải thi hành nên không thu hồi được ở bước "
        "này; nếu ghi nhầm thì hủy sự kiện đã ghi, nếu phải thi hành tiếp thì ra quyết định mới.",
        "cases.withdrawal_wrong": "Hậu quả của việc thu hồi {target} (sự kiện số {of}) ghi không đúng: "
        "biện pháp chấm dứt số {measure}, tiếp tục thi hành: {resumes}.",
    }
)

OfOrder = f.OrderSent | f.OrderAmended | f.OrderWithdrawn

RESTS: Mapping[type[f.CaseFact], S] = {
    f.UnableDecided: S.UNABLE,
    f.Deferred: S.DEFERRED,
    f.Suspended: S.SUSPENDED,
}
"""Orders that let obligations rest, and the status in which they rest."""

LASTING = (
    f.Terminated, f.DelegatedOut, f.FilePulledUp, f.DecisionRecalled, f.RequestReturned, f.ClosedOtherwise,
    f.HandedToAgency, f.OrderWithdrawn, f.FileArchived, f.RightsTransferred, f.Resumed, f.MeasureEnded,
    f.MovedToSeparateLedger,
)  # fmt: skip
"""Orders whose effect an order of withdrawal alone does not undo: what they changed would have to come
back.
"""


@dataclass(frozen=True, slots=True)
class Told:
    """A fact at its place in the case, among those that stand, in the order of the law."""

    seq: int
    fact: f.CaseFact
    on: date


def check_target(told: Sequence[Told], state: CaseState, fact: OfOrder, *, basis: str) -> None:
    """Refuse a fact about an order that is none, comes later, or was withdrawn; `told` stand before it."""
    target = target_of(told, fact.of, basis=basis)
    if isinstance(fact, f.OrderWithdrawn):
        _check_withdrawal(told, state, target, fact, basis)


def target_of(told: Sequence[Told], of: int, *, basis: str) -> Told:
    """Return the order at a place; refuse when none stands there."""
    found = next((one for one in told if one.seq == of), None)
    if found is None or not isinstance(found.fact, f.Order):
        raise Refusal("cases.target_unknown", basis=basis, of=of)
    return found


def withdrawing(target: Told, state: CaseState, fact: f.OrderWithdrawn) -> f.OrderWithdrawn:
    """Return the withdrawal with what it brings about: the measure that ends, what rests no more."""
    parts = tuple(f.Part(line.no) for line in state.open_obligations if _rests_by(target, state, line))
    return replace(fact, measure=measure_of(target.fact), resumes=bool(parts), parts=parts)


def measure_of(target: f.CaseFact) -> int:
    """Return the number of the measure that an order began; 0 when it began none."""
    return target.no if isinstance(target, f.SecurityOrdered | f.CoercionDecided) else 0


def _rests_by(target: Told, state: CaseState, line: ObligationState) -> bool:
    """Say whether an obligation rests because of an order, also when it went on to the separate ledger."""
    status = RESTS.get(type(target.fact))
    if line.status is S.SEPARATE_LEDGER:
        return status is S.UNABLE and state.unable_on == target.on
    return line.status is status and line.since == target.on


def signing_act(fact: f.Order) -> str:
    """Return the act of the signing matrix that an order is, which its kind alone does not always say."""
    if isinstance(fact, f.DecisionIssued):
        return "enforcement_decision"
    if isinstance(fact, f.SecurityOrdered) and fact.measure is SecurityKind.EXIT_BAN:
        return "exit_ban"
    if isinstance(fact, f.MeasureEnded) and fact.is_exit_ban:
        return "exit_ban"
    if isinstance(fact, f.OrderWithdrawn) and fact.is_annulled:
        return "annulment"
    return next(move.act for shape, move in MOVES.items() if shape is type(fact))


BAILIFFS_OWN = frozenset({"security", "coercion"})
"""Acts of the signing matrix whose orders are the bailiff's own (L08 Đ20.5; L25 Đ25.5; process.md 9.3)."""


def is_bailiffs_own(target: f.CaseFact) -> bool:
    """Say whether an order is one that the bailiff signs, and so may amend or withdraw himself."""
    return isinstance(target, f.Order) and signing_act(target) in BAILIFFS_OWN


def _check_withdrawal(
    told: Sequence[Told], state: CaseState, target: Told, fact: f.OrderWithdrawn, basis: str
) -> None:
    name = act_name(target.fact)
    if isinstance(target.fact, f.DecisionIssued):
        raise Refusal("cases.target_is_decision", basis=basis, recall=act_name(f.DecisionRecalled))
    if isinstance(target.fact, LASTING):
        raise Refusal("cases.target_lasts", basis=basis, target=name)
    if any(isinstance(one.fact, f.OrderWithdrawn) and one.fact.of == fact.of for one in told):
        raise Refusal("cases.target_withdrawn", basis=basis, target=name, of=fact.of)
    expected = withdrawing(target, state, fact)
    told_parts = fact.parts or expected.parts
    if replace(fact, parts=told_parts) != expected:
        raise Refusal(
            "cases.withdrawal_wrong", basis=basis, target=name, of=fact.of, measure=expected.measure,
            resumes="có" if expected.resumes else "không",
        )  # fmt: skip
