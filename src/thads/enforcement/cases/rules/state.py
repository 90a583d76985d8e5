"""The state of a case as a fold of its facts: `apply(state, fact) -> state`, pure and total.

The same function serves the live row, the history and the statistics. It never asks whether a step was
lawful (that is `lifecycle`) and never looks at users. Status lives on the obligation; the status of the
case is derived.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from thads.enforcement.cases.rules import facts
from thads.enforcement.cases.rules.vocabulary import (
    Flag,
    Initiation,
    IntakeRoute,
    JudgmentKind,
    ObligationKind,
    ObligationStatus,
    VerificationResult,
)
from thads.foundation.ledger.rules.codec import decode
from thads.foundation.ledger.rules.entries import Entry
from thads.kernel.money import Dong

S = ObligationStatus


@dataclass(frozen=True, slots=True)
class ObligationState:
    """One line of duty: what it was for, where it stands, and where each đồng of it went."""

    no: int
    kind: ObligationKind
    amount: Dong
    status: ObligationStatus
    since: date
    ground: str = ""
    until: date | None = None
    collected: Dong = 0
    terminated: Dong = 0
    reduced: Dong = 0
    delegated: Dong = 0
    pulled_up: Dong = 0
    recalled: Dong = 0
    found: VerificationResult | None = None

    @property
    def remaining(self) -> Dong:
        """Đồng still to be enforced here; 0 once the obligation is closed."""
        gone = (
            self.collected + self.terminated + self.reduced + self.delegated + self.pulled_up + self.recalled
        )
        return self.amount - gone

    @property
    def is_open(self) -> bool:
        return self.status.is_open


@dataclass(frozen=True, slots=True)
class CaseState:
    """A case (việc) after some facts; `None` stands for a case not yet opened."""

    number: str
    decided_on: date
    initiation: Initiation
    judgment_kind: JudgmentKind
    route: IntakeRoute
    flags: tuple[Flag, ...]
    bailiff: str
    obligations: tuple[ObligationState, ...]
    notice_on: date | None = None
    voluntary_until: date | None = None
    last_verified_on: date | None = None
    verifications: int = 0
    unable_on: date | None = None
    deferral_grounds: tuple[str, ...] = ()

    @property
    def open_obligations(self) -> tuple[ObligationState, ...]:
        return tuple(line for line in self.obligations if line.is_open)

    @property
    def is_open(self) -> bool:
        return any(line.is_open for line in self.obligations)

    @property
    def status(self) -> ObligationStatus:
        """The case's status, derived: the first in `CASE_STATUS_ORDER` that any of its lines has."""
        present = {line.status for line in self.obligations}
        return next(status for status in CASE_STATUS_ORDER if status in present)

    @property
    def remaining(self) -> Dong:
        return sum(line.remaining for line in self.obligations)

    @property
    def amount(self) -> Dong:
        return sum(line.amount for line in self.obligations)

    @property
    def collected(self) -> Dong:
        return sum(line.collected for line in self.obligations)


CASE_STATUS_ORDER = (
    S.ENFORCING, S.VERIFYING, S.VOLUNTARY, S.ASSIGNED, S.DECIDED,
    S.SUSPENDED, S.DEFERRED, S.UNABLE, S.SEPARATE_LEDGER,
    S.PERFORMED, S.TERMINATED, S.PULLED_UP, S.DELEGATED_OUT, S.RECALLED,
)  # fmt: skip
"""Which line speaks for the case: work before rest, rest before the end [derived]."""


def fold(entries: Iterable[Entry]) -> CaseState | None:
    """Fold effective entries, already in order, into the state of the case."""
    state: CaseState | None = None
    for entry in entries:
        state = apply(state, read(entry), on=entry.took_effect)
    return state


def read(entry: Entry) -> facts.CaseFact:
    """Return the fact that an entry of the ledger carries."""
    return decode(facts.KINDS[entry.kind], entry.payload)


def apply(state: CaseState | None, fact: facts.CaseFact, *, on: date) -> CaseState | None:
    """Return the state after one more fact; facts before the decision change nothing."""
    if isinstance(fact, facts.DecisionIssued):
        return _opened(fact, on)
    if state is None:
        return None
    match fact:
        case facts.BailiffAssigned():
            assigned = replace(state, bailiff=fact.bailiff)
            return _moved(assigned, (), S.ASSIGNED, on, only=frozenset({S.DECIDED}))
        case facts.NoticeServed():
            served = replace(state, notice_on=on, voluntary_until=fact.voluntary_until)
            return _moved(served, (), S.VOLUNTARY, on, only=frozenset({S.DECIDED, S.ASSIGNED}))
        case facts.Verified():
            return _verified(state, fact, on)
        case facts.UnableDecided():
            unable = replace(state, unable_on=on)
            return _moved(unable, fact.parts, S.UNABLE, on, ground=fact.ground)
        case facts.Resumed():
            return _moved(state, fact.parts, S.ENFORCING, on, only=RESTING)
        case facts.MovedToSeparateLedger():
            return _moved(state, fact.parts, S.SEPARATE_LEDGER, on, only=frozenset({S.UNABLE}))
        case facts.Deferred():
            deferred = replace(state, deferral_grounds=(*state.deferral_grounds, fact.ground))
            return _moved(deferred, fact.parts, S.DEFERRED, on, ground=fact.ground, until=fact.until)
        case facts.Suspended():
            return _moved(state, fact.parts, S.SUSPENDED, on, ground=fact.cause)
        case facts.Terminated():
            return _closed(state, fact.parts, S.TERMINATED, on, ground=fact.ground)
        case facts.DelegatedOut():
            return _closed(state, fact.parts, S.DELEGATED_OUT, on, ground=fact.to_agency)
        case facts.FilePulledUp():
            return _closed(state, (), S.PULLED_UP, on, ground=fact.to_agency)
        case facts.DecisionRecalled():
            return _closed(state, fact.parts, S.RECALLED, on, ground=fact.ground)
        case facts.MoneyCollected():
            return _credited(state, fact.parts, "collected")
        case facts.DutyReduced():
            return _credited(state, fact.parts, "reduced")
        case facts.Performed():
            return _moved(state, fact.parts, S.PERFORMED, on)
        case _:
            assert_never(fact)


RESTING = frozenset({S.UNABLE, S.SEPARATE_LEDGER, S.DEFERRED, S.SUSPENDED})

_ACCOUNT = {
    S.TERMINATED: "terminated",
    S.DELEGATED_OUT: "delegated",
    S.PULLED_UP: "pulled_up",
    S.RECALLED: "recalled",
}


def _opened(fact: facts.DecisionIssued, on: date) -> CaseState:
    status = S.ASSIGNED if fact.bailiff else S.DECIDED
    lines = tuple(ObligationState(duty.no, duty.kind, duty.amount, status, on) for duty in fact.duties)
    return CaseState(
        number=fact.number, decided_on=on, initiation=fact.initiation, judgment_kind=fact.judgment_kind,
        route=fact.route, flags=fact.flags, bailiff=fact.bailiff, obligations=lines,
    )  # fmt: skip


def _verified(state: CaseState, fact: facts.Verified, on: date) -> CaseState:
    """Able starts enforcement; not able leaves the line under verification until the head decides."""
    touched = _touched(state, fact.parts)
    lines = tuple(
        replace(line, found=fact.result) if line.no in touched and line.is_open else line
        for line in state.obligations
    )
    counted = replace(state, obligations=lines, last_verified_on=on, verifications=state.verifications + 1)
    found = S.ENFORCING if fact.result is VerificationResult.ABLE else S.VERIFYING
    before = frozenset({S.DECIDED, S.ASSIGNED, S.VOLUNTARY, S.VERIFYING})
    return _moved(counted, fact.parts, found, on, only=before)


def _touched(state: CaseState, parts: tuple[facts.Part, ...]) -> dict[int, Dong | None]:
    if parts:
        return {part.no: part.amount for part in parts}
    return {line.no: None for line in state.obligations if line.is_open}


def _moved(
    state: CaseState,
    parts: tuple[facts.Part, ...],
    to: ObligationStatus,
    on: date,
    *,
    only: frozenset[ObligationStatus] | None = None,
    ground: str = "",
    until: date | None = None,
) -> CaseState:
    touched = _touched(state, parts)

    def moved(line: ObligationState) -> ObligationState:
        if line.no not in touched or not line.is_open or (only is not None and line.status not in only):
            return line
        return replace(line, status=to, since=on, ground=ground, until=until)

    return replace(state, obligations=tuple(moved(line) for line in state.obligations))


def _closed(
    state: CaseState, parts: tuple[facts.Part, ...], to: ObligationStatus, on: date, *, ground: str
) -> CaseState:
    """Close lines; a part smaller than the rest leaves the line open with that much less to enforce."""
    touched = _touched(state, parts)
    account = _ACCOUNT[to]

    def closed(line: ObligationState) -> ObligationState:
        if line.no not in touched or not line.is_open:
            return line
        asked = touched[line.no]
        taken = line.remaining if asked is None else asked
        booked = replace(line, **{account: getattr(line, account) + taken})
        if asked is not None and booked.remaining > 0:
            return booked
        return replace(booked, status=to, since=on, ground=ground, until=None)

    return replace(state, obligations=tuple(closed(line) for line in state.obligations))


def _credited(state: CaseState, parts: tuple[facts.Part, ...], account: str) -> CaseState:
    touched = _touched(state, parts)

    def credited(line: ObligationState) -> ObligationState:
        if line.no not in touched:
            return line
        asked = touched[line.no]
        taken = line.remaining if asked is None else asked
        return replace(line, **{account: getattr(line, account) + taken})

    return replace(state, obligations=tuple(credited(line) for line in state.obligations))
