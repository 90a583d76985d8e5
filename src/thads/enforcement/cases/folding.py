"""The facts of a case read from the ledger: what stands on a day, before an act is recorded."""

from datetime import date

from thads.enforcement.cases.models import EnforcementCase
from thads.enforcement.cases.rules.facts import CoercionDecided, SecurityOrdered
from thads.enforcement.cases.rules.histories import SUBJECT, HistoryFact, from_ledger, known_before
from thads.enforcement.cases.rules.state import CaseState
from thads.enforcement.cases.rules.targets import Told
from thads.foundation.ledger import queries as ledger


def lines_of(case: EnforcementCase) -> tuple[HistoryFact, ...]:
    """Return every fact of a case in the order of writing, those taken back too."""
    return from_ledger(ledger.entries_of(SUBJECT, case.uuid))


def known_on(case: EnforcementCase, on: date) -> tuple[CaseState, tuple[Told, ...]]:
    """Return the state to which a fact of a day comes, and the facts that stand before it; for a day before
    the decision, those of the decision: recording then refuses the day.
    """
    state, told = known_before(lines_of(case), max(on, case.decided_on))
    assert state is not None
    return state, told


def next_measure_no(case: EnforcementCase) -> int:
    """Return the number of the next measure; one taken back keeps its number, so that none is used twice."""
    facts = [line.fact for line in lines_of(case)]
    numbers = (fact.no for fact in facts if isinstance(fact, SecurityOrdered | CoercionDecided))
    return max(numbers, default=0) + 1
