"""Whether a file of histories is in the system already, fact by fact: then it was imported before."""

from thads.enforcement.cases import queries as cases
from thads.enforcement.cases.rules.histories import CaseHistory
from thads.interfaces.exchange.histories.faults import Faults
from thads.interfaces.exchange.histories.organisation import Surroundings
from thads.interfaces.exchange.histories.reading import HistoriesFile, histories


def is_in_already(found: HistoriesFile, surroundings: Surroundings) -> bool:
    """Say whether the system has every case of the file with all its facts; it may know later ones too."""
    told = histories(found, surroundings, now=surroundings.viewer.at, faults=Faults())
    waiting = {(one.agency, one.opening.number): _facts(one) for one in told}
    if not waiting or len(waiting) < len(found.cases):
        return False
    agencies = frozenset(agency for agency, _ in waiting)
    for kept in cases.histories(surroundings.viewer, agencies=agencies):
        expected = waiting.pop((kept.agency, kept.opening.number), None)
        if expected is not None and _facts(kept)[: len(expected)] != expected:
            return False
    return not waiting


def _facts(history: CaseHistory) -> tuple[tuple[object, ...], ...]:
    return tuple(
        (one.fact, one.took_effect, one.recorded_at, one.order_no, one.acting_agency or history.agency,
         one.cancels, one.reason)
        for one in history.facts
    )  # fmt: skip
