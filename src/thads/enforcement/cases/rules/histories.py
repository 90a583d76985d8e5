"""A whole history of a case as values, and whether every step of it was lawful in its turn (architecture 5).

A fact learned late is put at its legal place; the whole ordered history after it must still be lawful. The
check goes along with the fold, one step a fact.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from thads.enforcement.cases.rules.carrying import BASIS as CARRIED_BASIS
from thads.enforcement.cases.rules.carrying import check_after_carried, check_carried_place
from thads.enforcement.cases.rules.dates import VIET_NAM, check_after_decision
from thads.enforcement.cases.rules.facts import CarriedOver, CaseFact, DecisionIssued
from thads.enforcement.cases.rules.lifecycle import check_move
from thads.enforcement.cases.rules.moves import MOVES
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.state import CaseState, apply, read
from thads.enforcement.cases.rules.targets import OfOrder, Told, check_target
from thads.enforcement.cases.rules.words import act_name
from thads.foundation.ledger.rules.entries import CANCELLATION, Entry
from thads.kernel.refusals import Problem, Refusal
from thads.kernel.sentences import register_sentences, sentence

SUBJECT = "case"
"""What the ledger calls a case."""

register_sentences(
    {
        "cases.no_decision": "Lịch sử việc không mở đầu bằng quyết định thi hành án.",
        "cases.breaks_later": "Không thể ghi {act} ngày {on}: sau đó, {later} ngày {later_on} sẽ không còn "
        "đúng luật "
        "({reason}). Hãy hủy sự kiện đó trước, rồi ghi lại.",
        "cases.cancel_breaks_later": "Không thể hủy {act} ngày {on}: sau đó, {later} ngày {later_on} sẽ "
        "không còn đúng "
        "luật ({reason}). Hãy hủy sự kiện đó trước.",
        "cases.decision_not_cancelled": "Không thể hủy sự kiện mở việc; quyết định thi hành án ra sai thì "
        "ra quyết "
        "định thu hồi.",
        "cases.nothing_to_cancel": "Không có sự kiện nào như vậy trong việc này để hủy, hoặc sự kiện đã bị "
        "hủy rồi.",
        "cases.histories_refused": "Chưa nhập gì: có {count} lỗi trong các lịch sử việc; lỗi đầu tiên: "
        "{first}",
    }
)


@dataclass(frozen=True, slots=True)
class HistoryFact:
    """One line of a history: a fact, or (`fact` None) the cancellation of the line at place `cancels` (from
    0).
    """

    fact: CaseFact | None
    took_effect: date
    recorded_at: datetime
    order_no: str = ""
    actor: str = ""
    acting_agency: str = ""
    cancels: int | None = None
    reason: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class CaseHistory:
    """A case with all its facts in the order of writing; the decision among them names its number."""

    case_id: UUID
    agency: str
    facts: tuple[HistoryFact, ...]
    parties: tuple[PartyDetails, ...] = ()
    where: str = ""

    @property
    def opening(self) -> DecisionIssued:
        """The decision that opens the case; refuses a history without one."""
        found = next((line.fact for line in self.facts if isinstance(line.fact, DecisionIssued)), None)
        if found is None:
            raise Refusal("cases.no_decision")
        return found


@dataclass(frozen=True, slots=True)
class ImportedHistories:
    """What an import wrote."""

    cases: int
    facts: int


class HistoriesRefused(Refusal):
    """Nothing was imported; `problems` says for each fault where it is."""

    def __init__(self, problems: Sequence[Problem], *, count: int) -> None:
        self.problems = problems
        first = f"{problems[0].where}: {problems[0].message}"
        super().__init__("cases.histories_refused", count=count, first=first)


class UnlawfulStep(Exception):
    """The line at `place` of a history is not lawful in its turn."""

    def __init__(self, place: int, refusal: Refusal) -> None:
        self.place = place
        self.refusal = refusal
        super().__init__(place)


def from_ledger(entries: Iterable[Entry]) -> tuple[HistoryFact, ...]:
    """Return the entries of a case, in the order of writing, as a history."""
    entries = list(entries)
    places = {entry.id: place for place, entry in enumerate(entries)}
    return tuple(
        HistoryFact(
            fact=None if entry.kind == CANCELLATION else read(entry),
            took_effect=entry.took_effect,
            recorded_at=entry.recorded_at,
            order_no=entry.order_no,
            actor=entry.actor,
            cancels=None if entry.cancels is None else places[entry.cancels],
        )
        for entry in entries
    )


def standing(lines: Sequence[HistoryFact]) -> Sequence[int]:
    """Return the places of the lines that stand, in the order of the fold: legal day, recorded, written."""
    gone = {line.cancels for line in lines if line.cancels is not None}
    keys = [
        (line.took_effect, line.recorded_at, place)
        for place, line in enumerate(lines)
        if line.fact is not None and place not in gone
    ]
    keys.sort()
    return [place for _, _, place in keys]


def fold_lawfully(lines: Sequence[HistoryFact]) -> CaseState:
    """Fold a history, checking each step in its turn; raises `UnlawfulStep` at the first that is not
    lawful.
    """
    state: CaseState | None = None
    told: list[Told] = []
    _check_recording(lines)
    places = standing(lines)
    carried_on = _carried_on(lines, places)
    for place in places:
        line = lines[place]
        fact, on = line.fact, line.took_effect
        assert fact is not None
        try:
            if state is None:
                _check_opened(lines, fact, on)
            elif carried_on is not None and not isinstance(fact, CarriedOver):
                check_after_carried(act_name(fact), on=on, carried_on=carried_on)
            check_move(state, fact, on=on, recorded_on=line.recorded_at.astimezone(VIET_NAM).date())
            if state is not None and isinstance(fact, OfOrder):
                check_target(told, state, fact, basis=MOVES[type(fact)].basis(on))
            if state is not None and isinstance(fact, CarriedOver):
                check_carried_place(len(told), state.number)
        except Refusal as refusal:
            raise UnlawfulStep(place, refusal) from None
        state = apply(state, fact, on=on)
        told.append(Told(place + 1, fact, on))
    if state is None:
        raise UnlawfulStep(0, Refusal("cases.no_decision"))
    return state


def _check_opened(lines: Sequence[HistoryFact], fact: CaseFact, on: date) -> None:
    """Refuse what is said to have happened before the decision that the history tells later."""
    if isinstance(fact, DecisionIssued):
        return
    decision = next((line for line in lines if isinstance(line.fact, DecisionIssued)), None)
    if decision is not None:
        check_after_decision(decision.took_effect, fact, on=on)


def _carried_on(lines: Sequence[HistoryFact], places: Sequence[int]) -> date | None:
    """Return the cut-over day when the case was taken over from old books."""
    days = (lines[place].took_effect for place in places if isinstance(lines[place].fact, CarriedOver))
    return next(days, None)


def _check_recording(lines: Sequence[HistoryFact]) -> None:
    """Refuse lines that are not in the order in which they were recorded, and cancellations of nothing."""
    cancelled: set[int] = set()
    for place, line in enumerate(lines):
        if place and line.recorded_at < lines[place - 1].recorded_at:
            last = lines[place - 1].recorded_at
            raise UnlawfulStep(
                place, Refusal("cases.recorded_backwards", recorded_at=line.recorded_at, last=last)
            )
        if line.cancels is not None:
            _check_cancels(lines, place, line.cancels, cancelled)
            cancelled.add(line.cancels)


def _check_cancels(lines: Sequence[HistoryFact], place: int, target: int, cancelled: set[int]) -> None:
    if not 0 <= target < place or lines[target].fact is None or target in cancelled:
        raise UnlawfulStep(place, Refusal("cases.nothing_to_cancel"))
    if isinstance(lines[target].fact, DecisionIssued):
        raise UnlawfulStep(place, Refusal("cases.decision_not_cancelled", basis="L08 Đ37; L25 Đ52"))


def known_before(lines: Sequence[HistoryFact], on: date) -> tuple[CaseState | None, tuple[Told, ...]]:
    """Return the state to which a fact of a day comes, and the facts that stand before it."""
    state: CaseState | None = None
    told: list[Told] = []
    for place in standing(lines):
        fact, day = lines[place].fact, lines[place].took_effect
        if fact is None or day > on:
            break
        state = apply(state, fact, on=day)
        told.append(Told(place + 1, fact, day))
    return state, tuple(told)


def fold_imported(lines: Sequence[HistoryFact]) -> CaseState:
    """Fold a history that comes in whole; raises `UnlawfulStep` also for a step that was lawless when known.

    What is taken back today still counts in every figure as known before; so the history must have been
    lawful, too, as it was known just before each cancellation.
    """
    state = fold_lawfully(lines)
    for known in _known_before_cancellations(lines):
        fold_lawfully(known)
    return state


def _known_before_cancellations(lines: Sequence[HistoryFact]) -> Iterator[Sequence[HistoryFact]]:
    """Yield the lines known just before each instant of a cancellation, once the case was opened.

    A fact recorded and taken back at one instant is no part of any figure: it is held against what is
    written above its cancellation.
    """
    lengths: set[int] = set()
    opened = next((place for place, line in enumerate(lines) if isinstance(line.fact, DecisionIssued)), 0)
    first = 0
    for place, line in enumerate(lines):
        if line.recorded_at != lines[first].recorded_at:
            first = place
        if line.cancels is not None:
            lengths.add(first if line.cancels < first else place)
    yield from (lines[:length] for length in sorted(lengths) if length > opened)


def check_history(history: CaseHistory) -> CaseState:
    """Return the state a history leads to; refuse it when any step is not, or was not, lawful in its turn."""
    try:
        return fold_imported(history.facts)
    except UnlawfulStep as fault:
        raise fault.refusal from None


def with_fact(lines: tuple[HistoryFact, ...], new: HistoryFact) -> CaseState:
    """Return the state with one more fact at its legal place; refuse it, or a later fact it makes
    unlawful. What carries a case over from old books is not recorded like this.
    """
    if isinstance(new.fact, CarriedOver):
        raise Refusal("cases.carried_live", basis=CARRIED_BASIS)
    longer = (*lines, new)
    try:
        return fold_lawfully(longer)
    except UnlawfulStep as fault:
        if fault.place == len(lines):
            raise fault.refusal from None
        raise _breaks("cases.breaks_later", new, longer[fault.place], fault.refusal) from None


def without_fact(lines: tuple[HistoryFact, ...], cancellation: HistoryFact) -> CaseState:
    """Return the state with one fact taken back; refuse when a later fact would no longer be lawful."""
    taken_back = (
        () if cancellation.cancels is None else lines[cancellation.cancels : cancellation.cancels + 1]
    )
    if any(isinstance(line.fact, CarriedOver) for line in taken_back):
        raise Refusal("cases.carried_not_cancelled", basis=CARRIED_BASIS)
    longer = (*lines, cancellation)
    try:
        return fold_lawfully(longer)
    except UnlawfulStep as fault:
        if fault.place == len(lines):
            raise fault.refusal from None
        target = lines[cancellation.cancels or 0]
        raise _breaks("cases.cancel_breaks_later", target, longer[fault.place], fault.refusal) from None


def _breaks(code: str, changed: HistoryFact, later: HistoryFact, refusal: Refusal) -> Refusal:
    assert changed.fact is not None
    assert later.fact is not None
    return Refusal(
        code,
        basis=refusal.basis,
        act=act_name(changed.fact),
        on=changed.took_effect,
        later=act_name(later.fact),
        later_on=later.took_effect,
        reason=sentence(refusal.code, refusal.details).rstrip("."),
    )
