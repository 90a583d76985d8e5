"""Every figure of a report that speaks of enforcement work, with what it is.

Passes over plain values: even spelling → sentences → quantities and cues → figures. What a quantity
means is decided in `binding` and `comparing`; here the sentences are walked from left to right.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from thads.steering.narrative.rules import binding, phrases, quantities, sentences, surroundings, topics
from thads.steering.narrative.rules.cues import Cue, Role
from thads.steering.narrative.rules.quantities import Kind, Quantity
from thads.steering.narrative.rules.reading import Reading, read
from thads.steering.narrative.rules.scene import Scene
from thads.steering.narrative.rules.sentences import Sentence
from thads.steering.narrative.rules.vocabulary import Dimension, Figure, Indicator, Unit
from thads.steering.narrative.rules.walk import Said, directly_before

_MONEY_UNIT = re.compile(
    r"đơn vị(?: tính)?\s*:?\s*\(?(?P<unit>1\.000\s?(?:đồng|đ)|nghìn đồng|ngàn đồng|triệu đồng|tỷ đồng|đồng)"
)
_DONG_IN = {"triệu đồng": 10**6, "tỷ đồng": 10**9, "đồng": 1}
_SETTING = frozenset({Role.SUBJECT, Role.RATE, Role.DIMENSION, Role.SIDE, Role.SCOPE, Role.TARGET, Role.STOP})


def extract(text: str) -> list[Figure]:
    """All figures of a text about enforcement work, in the order of the text.

    Offsets are Python string indices in `text` as given; values are in việc, đồng, percent, points.
    """
    return list(extract_read(read(text)))


def extract_read(reading: Reading) -> list[Figure]:
    """The same for a text whose even spelling is known already."""
    found = quantities.quantities(reading)
    said_in = sentences.sentences(reading)
    if not found:
        return []
    around = surroundings.surroundings(reading)
    topic = topics.topics(reading.flat, said_in)
    starts = [quantity.start for quantity in found]
    unit = _money_unit(reading)
    figures: list[Figure] = []
    place_of: dict[int, Quantity] = {}
    memory = _Memory()
    for sentence in said_in:
        low, high = bisect.bisect_left(starts, sentence.start), bisect.bisect_left(starts, sentence.end)
        own = found[low:high]
        said = memory.enter(sentence)
        if not own and not sentence.leads and not _worth_hearing(reading, sentence):
            memory.leave(sentence, said)
            continue
        cues = _beside(phrases.cues(reading.flat, sentence.start, sentence.end), own)
        scene = Scene(
            reading, sentence, memory.paragraph_start, own, cues, around, figures, place_of, money_unit=unit
        )
        already = len(figures)
        said = _walk(scene, said, topic)
        memory.leave(sentence, said, figures[already:])
    return figures


def _beside(cues: Iterator[Cue], own: Sequence[Quantity]) -> list[Cue]:
    """The cues with the unit words cut off that belong to a quantity ("141 việc| có điều kiện")."""
    ends = [quantity.end for quantity in own]
    starts = [quantity.start for quantity in own]
    kept = []
    for cue in cues:
        at = bisect.bisect_right(starts, cue.start) - 1
        if at >= 0 and cue.start < ends[at]:
            if cue.end <= ends[at]:
                continue
            cue = replace(cue, start=ends[at], word=cue.word[ends[at] - cue.start :].strip())
        kept.append(cue)
    return kept


def _worth_hearing(reading: Reading, sentence: Sentence) -> bool:
    """Sentences without a number matter only as headings: short ones."""
    return sentence.end - sentence.start < 120


def _money_unit(reading: Reading) -> int:
    found = _MONEY_UNIT.search(reading.flat)
    return _DONG_IN.get(found["unit"], 1000) if found else 0


def _walk(scene: Scene, said: Said, topic: topics.Topics) -> Said:
    """Read cues and quantities in order; figures are appended as they are found."""
    levels: list[Said] = []
    starts = [quantity.start for quantity in scene.quantities]
    number_at = {start: number for number, start in enumerate(starts)}
    events: list[Cue | Quantity] = sorted(chain(scene.cues, scene.quantities), key=lambda event: event.start)
    for event in events:
        if isinstance(event, Quantity):
            if topic.ours_at(event.start):
                _note(scene, said, number_at[event.start])
        elif event.start in scene.used:
            continue
        elif event.role is Role.OPEN:
            levels.append(said)
            said = said.inside()
        elif event.role is Role.CLOSE:
            said = _closed(levels, said)
        else:
            said.hear(event, scene.flat, binds=_binds(scene, starts, event))
    return levels[0] if levels else said


def _closed(levels: list[Said], said: Said) -> Said:
    if not levels:
        return said
    outer = levels.pop()
    outer.side = outer.side or said.side
    return outer


def _binds(scene: Scene, starts: Sequence[int], cue: Cue) -> bool:
    """Whether a quantity follows the cue directly."""
    at = bisect.bisect_left(starts, cue.end)
    return at < len(starts) and directly_before(cue, scene.quantities[at], scene.flat)


def _note(scene: Scene, said: Said, number: int) -> None:
    mode = said.mode
    figure = binding.bind(scene, said, number)
    if figure is None:
        return
    index = len(scene.figures)
    scene.figures.append(figure)
    scene.place_of[index] = quantity = scene.quantities[number]
    if quantity.under and figure.host is not None:
        _link_whole(scene, figure.host, index)
    if figure.indicator is not Indicator.TARGET or said.target is None:
        said.last_mode = mode or said.last_mode
    said.last = index if not quantity.under or quantity.kind is Kind.PERCENT else said.last
    said.mode, said.mode_cue, said.reference = None, None, None
    said.turn = []
    if figure.unit not in (Unit.PERCENT, Unit.PP) and figure.direction == 0 and not quantity.under:
        said.anchors[quantity.kind] = said.amount = index
        if figure.indicator is Indicator.FINISHED:
            said.finished[figure.dimension] = index
    if figure.indicator is Indicator.COMPLETION_RATE:
        said.rate = said.rates[figure.dimension] = index
    if said.subject is None and figure.indicator is Indicator.FINISHED:
        said.subject, said.subject_at = Indicator.FINISHED, quantity.start


def _link_whole(scene: Scene, part: int, whole: int) -> None:
    scope = scene.figures[part].scope or scene.figures[whole].scope
    scene.figures[part] = replace(scene.figures[part], whole=whole, scope=scope)
    scene.figures[whole] = replace(scene.figures[whole], scope=scope)


class _Memory:
    """What a sentence leaves to the next: headings lead their items, a paragraph keeps its side."""

    def __init__(self) -> None:
        self.paragraph = -1
        self.paragraph_start = 0
        self.heading: Said | None = None
        self.said = Said()
        self.spoken: frozenset[tuple[Indicator, Unit]] = frozenset()

    def enter(self, sentence: Sentence) -> Said:
        """The state in which a sentence begins."""
        new = sentence.paragraph != self.paragraph
        if new:
            self.paragraph, self.paragraph_start = sentence.paragraph, sentence.start
        fresh = Said()
        if not new:
            fresh.side, fresh.scope, fresh.finished = (
                self.said.side,
                self.said.scope,
                dict(self.said.finished),
            )
            fresh.dimension = self.said.dimension
        fresh.before = self.spoken
        fresh.anchors_before = dict(self.said.anchors) if not new else {}
        led = self.heading
        if led is not None:
            fresh.subject = fresh.subject or led.subject
            fresh.side, fresh.scope = fresh.side or led.side, fresh.scope or led.scope
            fresh.dimension = fresh.dimension or led.dimension
            fresh.target, fresh.aiming = led.target, led.aiming
        return fresh

    def leave(self, sentence: Sentence, said: Said, figures: Sequence[Figure] = ()) -> None:
        """Keep what the sentence said; a heading leads until the next one of its kind."""
        if figures:
            self.spoken = frozenset((one.indicator, one.unit) for one in figures)
        self.said = said
        if sentence.leads:
            self.heading = said
        elif not sentence.bullet and sentence.start == self.paragraph_start and self.heading is not None:
            self.heading = None


__all__ = ["Dimension", "extract", "extract_read"]
