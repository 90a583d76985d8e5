"""Vietnamese words of a case's codes, from the law's terms."""

from collections.abc import Iterable

from thads.enforcement.cases.rules.facts import CaseFact
from thads.enforcement.cases.rules.vocabulary import ObligationStatus
from thads.law import LAW


def act_name(fact: type[CaseFact] | CaseFact) -> str:
    """Return what officers call an act: “Quyết định hoãn thi hành án”."""
    return LAW.label("FactKind", fact.kind)


def status_name(status: ObligationStatus) -> str:
    """Return what officers call a status: “Chưa có điều kiện”."""
    return LAW.label(status)


def status_names(statuses: Iterable[ObligationStatus]) -> str:
    """Return several statuses in the order of the vocabulary, quoted."""
    wanted = set(statuses)
    return ", ".join(f"“{status_name(status)}”" for status in ObligationStatus if status in wanted)
