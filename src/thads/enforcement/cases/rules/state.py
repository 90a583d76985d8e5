"""The state of a case as a fold of its facts: `apply(state, fact) -> state`, pure and total.

The same function serves the live row, the history and the statistics. It never asks whether a step was
lawful (that is `lifecycle`) and never looks at users. Status lives on the obligation; the status of the
case is derived.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from thads.enforcement.cases.rules import facts, measures
from thads.enforcement.cases.rules.measures import Measure
from thads.enforcement.cases.rules.vocabulary import (
    ArchiveStep,
    Flag,
    Initiation,
    IntakeRoute,
    JudgmentKind,
    ObligationKind,
    ObligationStatus,
    PartyRole,
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
    creditor: str = ""
    debtor: str = ""

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
class Mandate:
    """Another agency asked to verify, and when it answered (L08 Đ44.3; N62 Đ9.2; N152 Đ21.5)."""

    to_agency: str
    asked_on: date
    registered_assets: bool = False
    answered_on: date | None = None


INTERIM_GROUND = "interim_measure"
"""The ground of an ex officio decision on a court's interim measure."""


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
    resumed_on: date | None = None
    ground: str = ""
    file_opened_on: date | None = None
    bailiff_change_asked_on: date | None = None
    informed_on: date | None = None
    mandates: tuple[Mandate, ...] = ()
    published_on: date | None = None
    publication_ended_on: date | None = None
    measures: tuple[Measure, ...] = ()
    certificate_asked_on: date | None = None
    checked: tuple[ArchiveStep, ...] = ()
    folios: int = 0
    archived_on: date | None = None
    taken_out_on: date | None = None
    closed_on: date | None = None
    carried_on: date | None = None

    @property
    def standing_measures(self) -> tuple[Measure, ...]:
        """The measures that have not been ended."""
        return tuple(one for one in self.measures if one.stands)

    @property
    def is_published(self) -> bool:
        """Whether the debtor stands in the publication."""
        return self.published_on is not None and self.publication_ended_on is None

    @property
    def is_interim(self) -> bool:
        """Whether a court's interim measure is enforced: every step at once (L08 Đ130; L25 Đ62)."""
        return self.ground == INTERIM_GROUND

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
    S.PERFORMED, S.TERMINATED, S.REQUEST_RETURNED, S.CLOSED_OTHERWISE, S.PULLED_UP, S.DELEGATED_OUT,
    S.RECALLED,
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
    after = _applied(state, fact, on)
    if state.is_open == after.is_open:
        return after
    return replace(after, closed_on=None if after.is_open else on)


def _applied(state: CaseState, fact: facts.LaterFact, on: date) -> CaseState:
    match fact:
        case facts.CarriedOver():
            return _carried(state, fact, on)
        case facts.BailiffAssigned():
            assigned = replace(state, bailiff=fact.bailiff, bailiff_change_asked_on=None)
            return _moved(assigned, (), S.ASSIGNED, on, only=frozenset({S.DECIDED}))
        case facts.NoticeServed():
            served = replace(state, notice_on=on, voluntary_until=fact.voluntary_until)
            if state.is_interim:
                return served
            return _moved(served, (), S.VOLUNTARY, on, only=frozenset({S.DECIDED, S.ASSIGNED}))
        case facts.Verified():
            return _verified(state, fact, on)
        case facts.UnableDecided():
            unable = replace(state, unable_on=on)
            return _moved(unable, fact.parts, S.UNABLE, on, ground=fact.ground)
        case facts.Resumed():
            return _moved(replace(state, resumed_on=on), fact.parts, S.ENFORCING, on, only=RESTING)
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
        case facts.HandedToAgency():
            return _closed(state, (), S.RECALLED, on, ground=fact.to_agency)
        case facts.RequestReturned():
            return _closed(state, fact.parts, S.REQUEST_RETURNED, on, ground=fact.ground)
        case facts.ClosedOtherwise():
            return _closed(state, fact.parts, S.CLOSED_OTHERWISE, on, ground=fact.ground)
        case facts.MoneyCollected():
            return _credited(state, fact.parts, "collected")
        case facts.DutyReduced():
            return _credited(state, fact.parts, "reduced")
        case facts.Performed():
            return _moved(state, fact.parts, S.PERFORMED, on)
        case facts.RightsTransferred():
            return _transferred(state, fact)
        case facts.OrderWithdrawn():
            return _withdrawn(state, fact, on)
        case _:
            return _noted(state, fact, on)


def _noted(state: CaseState, fact: facts.Note, on: date) -> CaseState:
    """Return the state after a fact that moves no obligation."""
    match fact:
        case facts.FileOpened():
            return replace(state, file_opened_on=on)
        case facts.BailiffChangeRequested():
            return replace(state, bailiff_change_asked_on=on)
        case facts.BailiffChangeRefused():
            return replace(state, bailiff_change_asked_on=None)
        case facts.InformationReceived():
            return replace(state, informed_on=on)
        case facts.VerificationMandated():
            asked = Mandate(fact.to_agency, on, fact.registered_assets)
            return replace(state, mandates=(*state.mandates, asked))
        case facts.MandateAnswered():
            return replace(state, mandates=_answered(state.mandates, fact.from_agency, on))
        case facts.DebtorPublished():
            return replace(state, published_on=on, publication_ended_on=None)
        case facts.PublicationEnded():
            return replace(state, publication_ended_on=on)
        case facts.SecurityOrdered():
            return replace(state, measures=measures.secured(state.measures, fact, on))
        case facts.CoercionDecided():
            return replace(state, measures=measures.coerced(state.measures, fact, on))
        case facts.CoercionPrepared():
            return replace(state, measures=measures.prepared(state.measures, fact, on))
        case facts.CoercionCarriedOut():
            return replace(state, measures=measures.carried_out(state.measures, fact, on))
        case facts.MeasureEnded():
            return replace(state, measures=measures.ended(state.measures, fact.no, on=on, ground=fact.ground))
        case facts.CertificateRequested():
            return replace(state, certificate_asked_on=on)
        case facts.CertificateIssued():
            return replace(state, certificate_asked_on=None)
        case facts.FileChecked():
            listed = fact.folios if fact.step is ArchiveStep.FOLIOS_LISTED else state.folios
            return replace(state, checked=(*state.checked, fact.step), folios=listed)
        case facts.FileArchived():
            return replace(state, archived_on=on)
        case facts.FileTakenOut():
            return replace(state, taken_out_on=on)
        case facts.FileReturned():
            return replace(state, taken_out_on=None)
        case (
            facts.OrderSent() | facts.OrderAmended() | facts.AgreementRecorded() | facts.PublicationUpdated()
        ):
            return state
        case _:
            assert_never(fact)


def _answered(mandates: tuple[Mandate, ...], by: str, on: date) -> tuple[Mandate, ...]:
    """Return the mandates with the oldest open one of an agency answered."""
    place = next(
        (at for at, one in enumerate(mandates) if one.to_agency == by and one.answered_on is None), None
    )
    if place is None:
        return mandates
    return (*mandates[:place], replace(mandates[place], answered_on=on), *mandates[place + 1 :])


RESTING = frozenset({S.UNABLE, S.SEPARATE_LEDGER, S.DEFERRED, S.SUSPENDED})

_ACCOUNT = {
    S.TERMINATED: "terminated",
    S.DELEGATED_OUT: "delegated",
    S.PULLED_UP: "pulled_up",
    S.RECALLED: "recalled",
    S.REQUEST_RETURNED: "terminated",
    S.CLOSED_OTHERWISE: "terminated",
}


def _opened(fact: facts.DecisionIssued, on: date) -> CaseState:
    status = S.ASSIGNED if fact.bailiff else S.DECIDED
    lines = tuple(
        ObligationState(
            duty.no, duty.kind, duty.amount, status, on, creditor=duty.creditor, debtor=duty.debtor
        )
        for duty in fact.duties
    )
    return CaseState(
        number=fact.number, decided_on=on, initiation=fact.initiation, judgment_kind=fact.judgment_kind,
        route=fact.route, flags=fact.flags, bailiff=fact.bailiff, obligations=lines,
        ground=fact.ground,
    )  # fmt: skip


FOUND: dict[ObligationStatus, VerificationResult] = {
    S.ENFORCING: VerificationResult.ABLE,
    S.UNABLE: VerificationResult.NOT_ABLE,
    S.SEPARATE_LEDGER: VerificationResult.NOT_ABLE,
}
"""What must have been found where an obligation stands like this."""


def _carried(state: CaseState, fact: facts.CarriedOver, on: date) -> CaseState:
    """Put each obligation where the old books had it; what they do not say counts from that day."""
    told = {line.no: line for line in fact.lines}

    def carried(line: ObligationState) -> ObligationState:
        there = told.get(line.no)
        if there is None:
            return line
        return replace(
            line, status=there.status, since=there.since or on, ground=there.ground, until=there.until,
            collected=there.collected, terminated=there.terminated, reduced=there.reduced,
            delegated=there.delegated, recalled=there.recalled, found=FOUND.get(there.status),
        )  # fmt: skip

    deferred = (line.ground for line in fact.lines if line.status is S.DEFERRED and line.ground)
    return replace(
        state, obligations=tuple(carried(line) for line in state.obligations), bailiff=fact.bailiff,
        notice_on=fact.notice_on, voluntary_until=fact.voluntary_until,
        last_verified_on=fact.last_verified_on, verifications=fact.verifications, unable_on=fact.unable_on,
        deferral_grounds=tuple(dict.fromkeys(deferred)), carried_on=on,
    )  # fmt: skip


def _transferred(state: CaseState, fact: facts.RightsTransferred) -> CaseState:
    """Let another person stand where the creditor or the debtor of the lines stood."""
    touched = _touched(state, fact.parts)

    def passed(line: ObligationState) -> ObligationState:
        if line.no not in touched or not line.is_open:
            return line
        if fact.role is PartyRole.CREDITOR:
            return replace(line, creditor=fact.to)
        return replace(line, debtor=fact.to)

    return replace(state, obligations=tuple(passed(line) for line in state.obligations))


def _withdrawn(state: CaseState, fact: facts.OrderWithdrawn, on: date) -> CaseState:
    """End the measure, or the rest, that the order withdrawn had brought about."""
    if fact.measure:
        state = replace(
            state, measures=measures.ended(state.measures, fact.measure, on=on, ground=fact.ground)
        )
    if not fact.resumes:
        return state
    return _moved(replace(state, resumed_on=on), fact.parts, S.ENFORCING, on, only=RESTING)


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
