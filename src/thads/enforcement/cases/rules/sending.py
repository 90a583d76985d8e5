"""What a case carries when it is passed on: the duties delegated, with what was left of each (L08 Đ57;
L25 Đ49).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.due_parts import last_instalments
from thads.enforcement.cases.rules.histories import HistoryFact, standing
from thads.enforcement.cases.rules.measures import Measure
from thads.enforcement.cases.rules.state import CaseState, ObligationState, apply
from thads.enforcement.cases.rules.vocabulary import IntakeRoute

ROUTES: Mapping[type[f.CaseFact], IntakeRoute] = {
    f.DelegatedOut: IntakeRoute.DELEGATED_IN,
    f.FilePulledUp: IntakeRoute.PULLED_UP,
    f.HandedToAgency: IntakeRoute.HANDED_OVER,
}
"""Facts that pass a case on, each with the route by which the receiver takes it in."""


Sending = f.DelegatedOut | f.FilePulledUp | f.HandedToAgency


def sendings(lines: Sequence[HistoryFact]) -> Iterator[tuple[int, Sending]]:
    """Yield the places of a history at which the case is passed on, those taken back left out."""
    for place in standing(lines):
        fact = lines[place].fact
        if isinstance(fact, Sending):
            yield place, fact


def sent_duties(lines: Sequence[HistoryFact], place: int) -> tuple[f.Duty, ...]:
    """Return the duties passed on by the fact at a place, numbered anew, each with the đồng passed on."""
    opening = next(line.fact for line in lines if isinstance(line.fact, f.DecisionIssued))
    before, after = _around(lines, place)
    old = {line.no: line for line in before.obligations}
    touched = [line for line in after.obligations if _is_passed_on(old[line.no], line)]
    duties = {duty.no: duty for duty in opening.duties}
    return tuple(
        _duty(no, duties[line.no], old[line.no], _passed_on(line) - _passed_on(old[line.no]))
        for no, line in enumerate(touched, start=1)
    )


def sent_measures(lines: Sequence[HistoryFact], place: int) -> tuple[Measure, ...]:
    """Return the measures that stood when the fact at a place passed the case on: they stay valid until the
    receiver replaces them (L25 Đ49.2).
    """
    before, _after = _around(lines, place)
    return before.standing_measures


def sent_words(lines: Sequence[HistoryFact], place: int) -> str:
    """Return what the sender says of the work done and the fee collected and due (L08 Đ57; T216 Đ5.6)."""
    fact = lines[place].fact
    return fact.content if isinstance(fact, f.DelegatedOut) else ""


def _around(lines: Sequence[HistoryFact], place: int) -> tuple[CaseState, CaseState]:
    """Return the states before and after the fact at a place."""
    state: CaseState | None = None
    for at in standing(lines):
        fact = lines[at].fact
        assert fact is not None
        before, state = state, apply(state, fact, on=lines[at].took_effect)
        if at == place:
            assert before is not None
            assert state is not None
            return before, state
    raise LookupError(f"no fact stands at place {place}")


def _is_passed_on(old: ObligationState, new: ObligationState) -> bool:
    return old.is_open and (not new.is_open or _passed_on(new) > _passed_on(old))


def _passed_on(line: ObligationState) -> int:
    """The đồng that left the case; a private office recalls what it hands over."""
    return line.delegated + line.pulled_up + line.recalled


def _duty(no: int, duty: f.Duty, line: ObligationState, amount: int) -> f.Duty:
    """Return a duty as it goes over: whoever owes and receives now, what is left of its instalments."""
    return replace(
        duty, no=no, amount=amount, creditor=line.creditor, debtor=line.debtor,
        instalments=last_instalments(duty.instalments, amount),
    )  # fmt: skip
