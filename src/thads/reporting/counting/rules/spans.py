"""The spans of a case: which state held on which days, as known in which span of knowledge.

A span is a rectangle: it holds on the days [valid_from, valid_to), and this was believed from `known_from`
until `known_to`. When knowledge grows only the rectangles that changed are closed and opened, so a late or
cancelled fact never rewrites what was believed before. A question (as of a day, as known at an instant)
hits at most one rectangle per obligation. A case taken over from old books knows from which day it counts.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import groupby
from typing import Generic, NamedTuple, TypeVar

from thads.enforcement.cases.rules.facts import BailiffAssigned, CarriedOver, DecisionIssued
from thads.foundation.ledger.rules.entries import Entry, in_order
from thads.reporting.counting.rules.folding import CaseSnap, Lines, LineSnap, changed_lines, opened
from thads.reporting.counting.rules.questions import microseconds

FOREVER = date(9999, 12, 31)
"""The open end of the days of a span."""
ALWAYS = 2**62
"""The open end of knowledge, in microseconds."""

Snap = TypeVar("Snap")


class Rectangle(NamedTuple, Generic[Snap]):
    """A state, the days it held on, and the knowledge in which that was believed."""

    valid_from: date
    valid_to: date
    snap: Snap
    known_from: int
    known_to: int = ALWAYS


@dataclass(slots=True)
class CaseSpans:
    """The spans of one case: of the case itself, and of each obligation by its number."""

    case: list[Rectangle[CaseSnap]] = field(default_factory=list)
    lines: list[tuple[int, Rectangle[LineSnap]]] = field(default_factory=list)


def spans_of(entries: Iterable[Entry]) -> CaseSpans:
    """Return the spans of one case from all its entries."""
    growing = _Growing()
    by_knowledge = sorted(entries, key=lambda entry: (entry.recorded_at, entry.took_effect, entry.seq))
    for recorded_at, learned in groupby(by_knowledge, key=lambda entry: entry.recorded_at):
        growing.learn(list(learned), microseconds(recorded_at))
    return growing.finished()


class _Growing:
    """The belief about one case while knowledge grows, instant after instant."""

    def __init__(self) -> None:
        self._known: list[Entry] = []
        self._cancelled: set[int] = set()
        self._latest = date.min  # the last legal date folded so far
        self._case: CaseSnap | None = None
        self._lines: Lines = {}
        self._of_case: list[Rectangle[CaseSnap]] = []
        self._of_lines: dict[int, list[Rectangle[LineSnap]]] = {}
        self._past = CaseSpans()

    def learn(self, learned: Sequence[Entry], known: int) -> None:
        """Take in what was recorded at one instant: at the end of the story, or somewhere inside it."""
        self._known.extend(learned)
        if self._continues(learned):
            for entry in learned:
                self._continue(entry, known)
        else:
            self._tell_again(known)

    def finished(self) -> CaseSpans:
        """Return all spans, those still believed at the end."""
        self._past.case.extend(self._of_case)
        for no, believed in self._of_lines.items():
            self._past.lines.extend((no, rectangle) for rectangle in believed)
        return self._past

    # ------------------------------------------------------------ the usual way: one more fact at the end

    def _continues(self, learned: Sequence[Entry]) -> bool:
        """Whether the facts only lengthen the story; a second opening, a taking over or a cancellation does
        not.
        """
        return (
            learned[0].took_effect >= self._latest
            and not any(entry.cancels is not None or entry.id in self._cancelled for entry in learned)
            and all(entry.kind != CarriedOver.kind for entry in learned)
            and (self._case is None or all(entry.kind != DecisionIssued.kind for entry in learned))
            and sum(entry.kind == DecisionIssued.kind for entry in learned) <= 1
        )

    def _continue(self, entry: Entry, known: int) -> None:
        self._latest = entry.took_effect
        if entry.kind == DecisionIssued.kind:
            self._case, changed = opened(entry.payload, agency=entry.agency, on=entry.took_effect)
            _lengthen(self._of_case, self._case, entry.took_effect, known, self._past.case.append)
        elif self._case is None:
            return
        else:
            changed = changed_lines(self._lines, entry.kind, entry.payload)
            if entry.kind == BailiffAssigned.kind and self._case.bailiff != entry.payload["bailiff"]:
                self._case = self._case._replace(bailiff=entry.payload["bailiff"])
                _lengthen(self._of_case, self._case, entry.took_effect, known, self._past.case.append)
        for no, snap in changed.items():
            believed = self._of_lines.setdefault(no, [])
            let_go = partial(_keep_line, self._past.lines, no)
            _lengthen(believed, snap, entry.took_effect, known, let_go)
        self._lines.update(changed)

    # ------------------------------------------------------------ the rare way: the story is told again

    def _tell_again(self, known: int) -> None:
        self._cancelled |= {entry.cancels for entry in self._known if entry.cancels is not None}
        effective = sorted(
            (entry for entry in self._known if entry.cancels is None and entry.id not in self._cancelled),
            key=in_order,
        )
        self._latest = max((entry.took_effect for entry in effective), default=date.min)
        self._case, self._lines, told = _told(effective)
        self._past.case.extend(_revised(self._of_case, told.case, known))
        for no in {*self._of_lines, *told.lines}:
            believed = self._of_lines.setdefault(no, [])
            gone = _revised(believed, told.lines.get(no, []), known)
            self._past.lines.extend((no, rectangle) for rectangle in gone)


def _keep_line(kept: list[tuple[int, Rectangle[LineSnap]]], no: int, rectangle: Rectangle[LineSnap]) -> None:
    kept.append((no, rectangle))


@dataclass(slots=True)
class _Told:
    """A story as (day, state from then on); `None`: there is nothing from then on."""

    case: list[tuple[date, CaseSnap | None]] = field(default_factory=list)
    lines: dict[int, list[tuple[date, LineSnap | None]]] = field(default_factory=dict)


def _told(entries: Sequence[Entry]) -> tuple[CaseSnap | None, Lines, _Told]:
    case: CaseSnap | None = None
    lines: Lines = {}
    told = _Told()
    carried = [entry.took_effect for entry in entries if entry.kind == CarriedOver.kind]
    for entry in entries:
        changed: dict[int, LineSnap | None]
        if entry.kind == DecisionIssued.kind:
            case, fresh = opened(entry.payload, agency=entry.agency, on=entry.took_effect)
            case = case._replace(carried_on=carried[-1] if carried else None)
            changed = {**dict.fromkeys(lines), **fresh}
            lines = fresh
        elif case is None:
            continue
        else:
            moved = changed_lines(lines, entry.kind, entry.payload)
            lines.update(moved)
            changed = {**moved}
            if entry.kind in (BailiffAssigned.kind, CarriedOver.kind):
                case = case._replace(bailiff=entry.payload.get("bailiff", ""))
        _note(told.case, entry.took_effect, case)
        for no, snap in changed.items():
            _note(told.lines.setdefault(no, []), entry.took_effect, snap)
    return case, lines, told


def _note(story: list[tuple[date, Snap | None]], day: date, snap: Snap | None) -> None:
    """Write down a state from a day on; the last word of a day counts."""
    if story and story[-1][0] == day:
        story.pop()
    if (story[-1][1] if story else None) != snap:
        story.append((day, snap))


def _lengthen(
    believed: list[Rectangle[Snap]],
    snap: Snap,
    day: date,
    known: int,
    let_go: Callable[[Rectangle[Snap]], object],
) -> None:
    """End the last state the day before and begin the next one, letting go of what was believed till now."""
    last = believed.pop() if believed else None
    if last is not None:
        if last.known_from < known:
            let_go(last._replace(known_to=known))
        if last.valid_from < day:
            believed.append(last._replace(valid_to=day, known_from=known))
    believed.append(Rectangle(day, FOREVER, snap, known))


def _revised(
    believed: list[Rectangle[Snap]], story: Sequence[tuple[date, Snap | None]], known: int
) -> Sequence[Rectangle[Snap]]:
    """Make the belief what the story says; return the rectangles no longer believed."""
    ends = [day for day, _ in story[1:]] + [FOREVER]
    told = [
        Rectangle(day, end, snap, known)
        for (day, snap), end in zip(story, ends, strict=False)
        if snap is not None
    ]
    kept = {rectangle[:3]: rectangle for rectangle in believed}
    fresh = [kept.pop(rectangle[:3], rectangle) for rectangle in told]
    believed[:] = fresh
    return [rectangle._replace(known_to=known) for rectangle in kept.values() if rectangle.known_from < known]
