"""What the registers of enforcement list of a case: who and what it is, and its facts as known (T04 Đ30)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.histories import HistoryFact, standing
from thads.enforcement.cases.rules.state import CaseState, apply


@dataclass(frozen=True, slots=True)
class RegisteredCase:
    """A case as a register names it, with its facts that stand as known at the instant asked for, in the
    order of the law.

    `seqs` are the places of the facts in the case; `replies` what the receivers of delegations decided, by
    the place of the delegation.
    """

    case_id: UUID
    agency: str
    debtor: str
    creditor: str
    opening: f.DecisionIssued
    decided_on: date
    facts: tuple[HistoryFact, ...]
    seqs: tuple[int, ...]
    replies: Mapping[int, str]

    def state(self, *, on: date) -> CaseState | None:
        """Return the case as it stood at the end of a day."""
        state: CaseState | None = None
        for line in self.facts:
            if line.fact is not None and line.took_effect <= on:
                state = apply(state, line.fact, on=line.took_effect)
        return state

    def listed(self, kinds: frozenset[str], first: date, last: date) -> Iterator[int]:
        """Yield the places of the facts of some kinds that took effect in a span, both days included."""
        for place, line in enumerate(self.facts):
            if line.fact is not None and line.fact.kind in kinds and first <= line.took_effect <= last:
                yield place


def as_known(
    lines: Sequence[HistoryFact], known_at: datetime
) -> tuple[tuple[HistoryFact, ...], tuple[int, ...]]:
    """Return the lines of a history that stood as known at an instant, in the order of the law, and their
    places in the case (from 1).
    """
    known = [line for line in lines if line.recorded_at <= known_at]
    places = standing(known)
    return tuple(known[place] for place in places), tuple(place + 1 for place in places)


@dataclass(frozen=True, slots=True)
class RegisteredJudgment:
    """A line of register 01 (L08 Đ29; N152 Đ7.4)."""

    judgment_id: UUID
    register_no: str
    received_on: date
    form_of_receipt: str
    number: str
    issued_on: date
    court: str
    parties: str
    papers: str
    outcome: str


@dataclass(frozen=True, slots=True)
class RegisteredRequest:
    """A line of register 02 (L08 Đ31; N152 Đ9)."""

    request_id: UUID
    register_no: str
    received_on: date
    requested_on: date
    channel: str
    requester: str
    parties: str
    judgment: str
    duties: str
    property: str
    outcome: str
