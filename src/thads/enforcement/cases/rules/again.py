"""What may be enforced again after a case has ended: a request sent back, a decision recalled (L25 Đ34.2,
38.4, 52; L08 Đ37).

A new request may come at any time; what it may ask for is what the end of the case took out of the books.
"""

from collections.abc import Sequence

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.histories import HistoryFact, standing
from thads.enforcement.cases.rules.state import CaseState, apply
from thads.enforcement.cases.rules.vocabulary import ObligationStatus
from thads.kernel.money import Dong

AGAIN = frozenset({ObligationStatus.REQUEST_RETURNED, ObligationStatus.RECALLED})
"""Ends after which the same duty may be asked for, or decided on, anew."""

NOT_AGAIN = frozenset({"delegated", "rights_transferred"})
"""Grounds of recall after which another decision goes on with the duty already."""


def may_come_again(status: ObligationStatus, ground: str) -> bool:
    """Say whether a duty whose obligation ended so is free for a new request or decision."""
    if status is ObligationStatus.RECALLED:
        return ground not in NOT_AGAIN
    return status is ObligationStatus.REQUEST_RETURNED


def amount_again(lines: Sequence[HistoryFact], no: int) -> Dong:
    """Return the đồng of an obligation that its last end took out of the books and that are still owed."""
    state: CaseState | None = None
    amount = 0
    for place in standing(lines):
        fact, on = lines[place].fact, lines[place].took_effect
        assert fact is not None
        before, state = state, apply(state, fact, on=on)
        if before is not None and isinstance(fact, f.RequestReturned | f.DecisionRecalled):
            amount += _left(before, no) - _left(state, no)
    return amount


def _left(state: CaseState | None, no: int) -> Dong:
    if state is None:
        return 0
    return next((line.remaining for line in state.obligations if line.no == no), 0)
