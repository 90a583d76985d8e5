"""Which decision a judgment or a request waits for, and from which day its time runs (L08 Đ36; L25 Đ31.4,
33.3, 34.3; N152 Đ9.6).
"""

from dataclasses import dataclass
from datetime import date

from thads.enforcement.cases.rules.intake import decide_from
from thads.enforcement.cases.rules.vocabulary import JudgmentKind, RequestStatus
from thads.law import LAW, Regime


@dataclass(frozen=True, slots=True)
class IntakeDue:
    """A rule of the law and the day it is counted from."""

    key: str
    start: date


def judgment_due(
    *,
    kind: JudgmentKind,
    is_interim: bool,
    received_on: date,
    awaits_papers: bool = False,
    papers_on: date | None = None,
) -> IntakeDue | None:
    """Return by which rule the decision ex officio is due: at once on an interim measure, three working days
    on bankruptcy, else five; from 1/7/2026 nothing runs while seizure minutes are awaited (L08 Đ36.2; L25
    Đ33.3).
    """
    if is_interim:
        return IntakeDue("decision.interim_measure", received_on)
    if awaits_papers and LAW.regime(received_on) is Regime.R2025:
        return None
    key = "decision.bankruptcy" if kind is JudgmentKind.BANKRUPTCY else "decision.ex_officio"
    return IntakeDue(key, decide_from(received_on, papers_on))


def request_due(
    *,
    status: RequestStatus,
    received_on: date,
    judgment_on: date,
    completed_on: date | None = None,
    supplement_asked_on: date | None = None,
    contract_on: date | None = None,
) -> IntakeDue | None:
    """Return what a request waits for: to be sent back for completion, or the decision.

    The time of the decision runs from the request, once it is complete, and from 1/7/2026 also from the
    receipt of the judgment; at a private office from the contract (L08 Đ36.1; L25 Đ31.4, 34.3; N152 Đ9.6).
    """
    if status is RequestStatus.SUPPLEMENT:
        return None if supplement_asked_on else IntakeDue("request.supplement", received_on)
    if status is not RequestStatus.RECEIVED:
        return None
    if contract_on is not None:
        return IntakeDue("decision.on_request", max(contract_on, completed_on or contract_on))
    start = completed_on or received_on
    if LAW.regime(received_on) is Regime.R2025:
        start = max(start, judgment_on)
    return IntakeDue("decision.on_request", start)
