"""Where one case stands in a question: what it was on the eve of the period and what it is as of the day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from thads.enforcement.cases.rules.state import CaseState, ObligationState
from thads.enforcement.cases.rules.vocabulary import ABLE, ObligationStatus
from thads.kernel.money import Dong
from thads.law import LAW
from thads.law.grounds import GroundKind
from thads.reporting.counting.rules.codes import Line
from thads.reporting.counting.rules.questions import Question

S = ObligationStatus

CLOSED_IN: dict[ObligationStatus, Line] = {
    S.PERFORMED: Line.C9,
    S.TERMINATED: Line.C10,
    S.REQUEST_RETURNED: Line.C10,  # ended without being performed (N152 Đ32.1) [derived]
    S.CLOSED_OTHERWISE: Line.C10,
    S.DELEGATED_OUT: Line.C4,
    S.PULLED_UP: Line.C5A,
    S.RECALLED: Line.C5,
}
OPEN_ORDER = (Line.C11, Line.C13, Line.C12, Line.C16, Line.C15, Line.C14, Line.M1)
"""An open case stands in the first of these that any of its open obligations stands in [derived]."""
CLOSED_ORDER = (Line.C9, Line.C10, Line.C5A, Line.C4, Line.C5)
"""A case with nothing open stands in the first of these (xong before đình chỉ before what went elsewhere)."""


@lru_cache(maxsize=1)
def agreement_grounds() -> frozenset[str]:
    """Return the grounds of deferral that are counted as able: the parties agree (L08 Đ48.1c; L25 Đ46.1c)."""
    steps = LAW.ground_lists[GroundKind.DEFERRAL].steps
    return frozenset(step.code for step in steps if step.counts_as == Line.C12)


def line_of(obligation: ObligationState) -> Line:
    """Return the line an obligation stands in by its own status."""
    status = obligation.status
    if status in CLOSED_IN:
        return CLOSED_IN[status]
    if status is S.SEPARATE_LEDGER:
        return Line.M1
    if obligation.amount > 0 and obligation.remaining <= 0:
        return Line.C13  # all collected, the closing act still to come [derived]
    if status in ABLE:
        return Line.C11
    if status is S.DEFERRED:
        return Line.C12 if obligation.ground in agreement_grounds() else Line.C15
    return Line.C16 if status is S.SUSPENDED else Line.C14


@dataclass(frozen=True, slots=True)
class Account:
    """One obligation within the period: what it brought in, and where each đồng of that went.

    The amounts always add up: `base` = collected + terminated + reduced + delegated + recalled +
    pulled up + rest.
    """

    obligation: ObligationState
    line: Line
    base: Dong
    collected: Dong
    terminated: Dong
    reduced: Dong
    delegated: Dong
    pulled_up: Dong
    recalled: Dong
    rest: Dong


@dataclass(frozen=True, slots=True)
class Standing:
    """A case within a question: whether it counts, in which line it stands, and its accounts."""

    case_id: str
    agency: str
    now: CaseState
    is_new: bool
    is_carried: bool
    line: Line
    accounts: tuple[Account, ...]

    @property
    def is_inside(self) -> bool:
        """Whether the case stands in c1…c17 (not only in the separate ledger)."""
        return self.line is not Line.M1


def standing(
    case_id: str, agency: str, *, eve: CaseState | None, now: CaseState | None, question: Question
) -> Standing | None:
    """Return where a case stands, or nothing when the period does not know it.

    A case counts when its decision is of the period, or when it was open on the eve (số cũ).
    """
    eve, now = _narrowed(eve, question), _narrowed(now, question)
    if now is None:
        return None
    is_new = now.decided_on >= question.start
    is_carried = not is_new and eve is not None and eve.is_open
    if not (is_new or is_carried):
        return None
    before = {} if is_new or eve is None else {one.no: one for one in eve.open_obligations}
    accounts = tuple(
        _account(one, None if is_new else before[one.no])
        for one in now.obligations
        if is_new or one.no in before
    )
    return Standing(case_id, agency, now, is_new, is_carried, _line(now), accounts)


def _narrowed(state: CaseState | None, question: Question) -> CaseState | None:
    """Return the case with only the obligations asked about; a case without any is not there."""
    if state is None:
        return None
    if question.kinds:
        kept = tuple(one for one in state.obligations if one.kind in question.kinds)
        state = replace(state, obligations=kept)
    return state if state.obligations else None


def _line(case: CaseState) -> Line:
    found = {line_of(one) for one in case.obligations}
    order: Sequence[Line] = OPEN_ORDER if case.is_open else CLOSED_ORDER
    return next(line for line in order if line in found)


def _account(now: ObligationState, eve: ObligationState | None) -> Account:
    """Set what happened since the eve (or since the decision) against what was there at first."""

    def flow(name: str) -> Dong:
        there: Dong = getattr(now, name)
        return there - (getattr(eve, name) if eve is not None else 0)

    return Account(
        obligation=now,
        line=line_of(now),
        base=now.amount if eve is None else eve.remaining,
        collected=flow("collected"),
        terminated=flow("terminated"),
        reduced=flow("reduced"),
        delegated=flow("delegated"),
        pulled_up=flow("pulled_up"),
        recalled=flow("recalled"),
        rest=now.remaining,
    )
