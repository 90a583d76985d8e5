"""What late interest on a duty is reckoned from: when its principal lessened, and when the law lets no
interest run (L08 Đ48–49, TL11 Đ6; L25 Đ46–47, N152 Đ29). Read from the history of the case, so that nobody
types it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from thads.enforcement.cases.rules.histories import HistoryFact, standing
from thads.enforcement.cases.rules.state import CaseState, ObligationState, apply
from thads.enforcement.cases.rules.vocabulary import ObligationStatus
from thads.enforcement.money.rules.interest import InterestPause, InterestPayment, stops_interest
from thads.kernel.money import Dong
from thads.kernel.spans import Span
from thads.law import GroundKind

STOPPING = {
    ObligationStatus.DEFERRED: GroundKind.DEFERRAL,
    ObligationStatus.SUSPENDED: GroundKind.SUSPENSION,
}


@dataclass(frozen=True, slots=True)
class DutyHistory:
    """A duty as interest sees it: what was to be enforced, when it lessened, when no interest ran."""

    amount: Dong
    lessened: tuple[InterestPayment, ...]
    pauses: tuple[InterestPause, ...]


def duty_history(lines: Sequence[HistoryFact], no: int) -> DutyHistory | None:
    """Return what late interest on an obligation is reckoned from, None for one the case does not have.

    Whatever lessens the duty counts: money collected, a reduction, a termination or a delegation in part.
    """
    steps = [(on, line) for on, state in _states(lines) for line in state.obligations if line.no == no]
    if not steps:
        return None
    return DutyHistory(steps[0][1].amount, tuple(_lessened(steps)), tuple(_pauses(steps)))


Step = tuple[date, ObligationState]


def _states(lines: Sequence[HistoryFact]) -> Iterator[tuple[date, CaseState]]:
    state: CaseState | None = None
    for place in standing(lines):
        fact, on = lines[place].fact, lines[place].took_effect
        if fact is None:
            continue
        state = apply(state, fact, on=on)
        if state is not None:
            yield on, state


def _lessened(steps: Sequence[Step]) -> Iterator[InterestPayment]:
    for (_before_on, before), (on, after) in zip(steps, steps[1:], strict=False):
        if after.remaining < before.remaining:
            yield InterestPayment(on, before.remaining - after.remaining)


def _pauses(steps: Sequence[Step]) -> Iterator[InterestPause]:
    """Yield the spans of a deferral or suspension in which the law of its day lets no interest run."""
    following = [*(on for on, _line in steps[1:]), None]
    for (on, line), until in zip(steps, following, strict=True):
        kind = STOPPING.get(line.status)
        basis = stops_interest(kind, line.ground, on=line.since) if kind is not None else ""
        if basis and until != on:
            yield InterestPause(Span(on, until), basis)
