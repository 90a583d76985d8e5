"""Where a case stands, in the few dates from which deadlines are derived: a reading of its facts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.histories import HistoryFact, standing
from thads.enforcement.cases.rules.measures import Measure
from thads.enforcement.cases.rules.orders import orders_of
from thads.enforcement.cases.rules.state import CaseState, Mandate, apply
from thads.enforcement.cases.rules.vocabulary import (
    Flag,
    Initiation,
    ObligationStatus,
    OrderRecipient,
    SecurityKind,
    VerificationResult,
)
from thads.enforcement.deadlines.rules.deriving import Pause, last_day
from thads.law import LAW

_AT_REST = frozenset({ObligationStatus.DEFERRED, ObligationStatus.SUSPENDED})
_MAY_BRING_REST = (f.Deferred, f.Suspended, f.CarriedOver)
_FROZEN_AT_ONCE = frozenset({SecurityKind.FREEZE, SecurityKind.HOLD})


@dataclass(frozen=True, slots=True)
class OrderStanding:
    """An order that still has to reach somebody: its place in the case (from 1), its kind, its day, whom.

    `is_urgent`: it is sent at once, as the freezing of an account (L08 Đ67.2, 68.2; L25 Đ67.4, 69.2).
    """

    no: int
    kind: str
    issued_on: date
    awaited_by: tuple[OrderRecipient, ...]
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class CaseStanding:
    """The dates of a case that deadlines are counted from.

    Follow-ups of orders (`orders`, `owes_publication_on`, `assigned_on`) are told only of those signed here:
    a history taken in owes none.
    """

    initiation: Initiation
    status: ObligationStatus
    decided_on: date
    is_assigned: bool
    since: date
    until: date | None = None
    ground: str = ""
    notice_on: date | None = None
    voluntary_until: date | None = None
    last_verified_on: date | None = None
    last_found: VerificationResult | None = None
    verifications: int = 0
    unable_on: date | None = None
    flags: tuple[Flag, ...] = ()
    assigned_on: date | None = None
    file_opened_on: date | None = None
    bailiff_change_asked_on: date | None = None
    informed_on: date | None = None
    mandates: tuple[Mandate, ...] = ()
    owes_publication_on: date | None = None
    is_published: bool = False
    measures: tuple[Measure, ...] = ()
    certificate_asked_on: date | None = None
    closed_on: date | None = None
    is_interim: bool = False
    decision_sent: bool = False
    orders: tuple[OrderStanding, ...] = ()
    pauses: tuple[Pause, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether work on the case is still owed."""
        return self.status.is_open

    @property
    def is_at_rest(self) -> bool:
        """Whether enforcement is deferred or suspended: what runs stands still (process.md 2.0.4)."""
        return self.status in _AT_REST


def standing_of_facts(lines: Sequence[HistoryFact], *, state: CaseState | None = None) -> CaseStanding | None:
    """Return where a case stands after its facts; None before the decision. `state`: their fold, if known."""
    told = [(place + 1, lines[place].fact, lines[place].took_effect) for place in standing(lines)]
    known = [(no, fact, on) for no, fact, on in told if fact is not None]
    pauses: tuple[Pause, ...] = ()
    if state is None or any(isinstance(fact, _MAY_BRING_REST) for _no, fact, _on in known):
        state, rests = _folded(known)
        pauses = tuple(_pauses(rests))
    return None if state is None else _standing(state, known, tuple(_orders(lines)), pauses)


def _folded(known: "_Told") -> tuple[CaseState | None, list[tuple[date, bool]]]:
    """Return the fold of the facts, and after which of them the case was at rest."""
    state: CaseState | None = None
    rests: list[tuple[date, bool]] = []
    for _no, fact, on in known:
        state = apply(state, fact, on=on)
        if state is not None:
            rests.append((on, state.status in _AT_REST))
    return state, rests


_Told = Sequence[tuple[int, f.CaseFact, date]]


def _standing(
    state: CaseState, told: _Told, orders: tuple[OrderStanding, ...], pauses: tuple[Pause, ...]
) -> CaseStanding:
    speaking = next(line for line in state.obligations if line.status is state.status)
    return CaseStanding(
        initiation=state.initiation, status=state.status, decided_on=state.decided_on,
        is_assigned=bool(state.bailiff), since=speaking.since, until=speaking.until, ground=speaking.ground,
        notice_on=state.notice_on, voluntary_until=state.voluntary_until,
        last_verified_on=state.last_verified_on, last_found=speaking.found,
        verifications=state.verifications, unable_on=state.unable_on, flags=state.flags,
        assigned_on=_assigned_on(told), file_opened_on=state.file_opened_on,
        bailiff_change_asked_on=state.bailiff_change_asked_on, informed_on=state.informed_on,
        mandates=state.mandates, owes_publication_on=_owes_publication_on(state, told),
        is_published=state.is_published, measures=state.measures,
        certificate_asked_on=state.certificate_asked_on, closed_on=state.closed_on,
        is_interim=state.is_interim, decision_sent=_decision_sent(told) or _was_due_before(state),
        orders=orders, pauses=pauses,
    )  # fmt: skip


def _decision_sent(told: _Told) -> bool:
    """Say whether the enforcement decision was sent to the parties; the notice may not be valid yet."""
    opening = next(no for no, fact, _on in told if isinstance(fact, f.DecisionIssued))
    return any(
        isinstance(fact, f.OrderSent) and fact.of == opening and fact.to is OrderRecipient.PARTIES
        for _no, fact, _on in told
    )


def _was_due_before(state: CaseState) -> bool:
    """Say whether the notice of the decision was due before the case was taken over: the old books had it to
    follow, and what they do not say is no delay of today [derived].
    """
    if state.carried_on is None:
        return False
    due_on = last_day(LAW.value("order.notice", on=state.decided_on), start=state.decided_on)
    return due_on <= state.carried_on


def _assigned_on(told: _Told) -> date | None:
    """Return the day on which the bailiff was first assigned by a paper signed here."""
    for _no, fact, on in told:
        if isinstance(fact, f.CarriedOver) and fact.bailiff:
            return None
        if isinstance(fact, f.DecisionIssued | f.BailiffAssigned) and fact.bailiff:
            return on if fact.signer else None
    return None


def _owes_publication_on(state: CaseState, told: _Told) -> date | None:
    """Return the day of the last unable decision signed here that no publication has followed."""
    decided = [on for _no, fact, on in told if isinstance(fact, f.UnableDecided) and fact.signer]
    if not decided or (state.published_on is not None and state.published_on >= decided[-1]):
        return None
    return decided[-1]


def _orders(lines: Sequence[HistoryFact]) -> Iterator[OrderStanding]:
    """Yield the orders that still have to reach somebody; the notice of the decision itself is told apart."""
    for order in orders_of(lines):
        fact = lines[order.seq - 1].fact
        awaited_by = order.owes
        if isinstance(fact, f.DecisionIssued):
            awaited_by = tuple(one for one in awaited_by if one is not OrderRecipient.PARTIES)
        if awaited_by:
            urgent = isinstance(fact, f.SecurityOrdered) and fact.measure in _FROZEN_AT_ONCE
            yield OrderStanding(order.seq, order.kind, order.issued_on, awaited_by, urgent)


def _pauses(rests: Sequence[tuple[date, bool]]) -> Iterator[Pause]:
    """Yield the times during which the whole case stood still and that are over.

    The day of the decision to stop and that of the decision to go on are not days of the rest: the first was
    worked, the second is worked again.
    """
    since: date | None = None
    for on, is_rest in rests:
        if is_rest and since is None:
            since = on
        elif not is_rest and since is not None:
            first = since + timedelta(days=1)
            if first < on:
                yield Pause(first, on, LAW.label(ObligationStatus.DEFERRED))
            since = None
