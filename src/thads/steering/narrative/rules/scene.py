"""One sentence laid out for reading: its quantities, its cues, and the figures found so far."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from thads.steering.narrative.rules.cues import Cue, Role
from thads.steering.narrative.rules.quantities import Quantity
from thads.steering.narrative.rules.reading import Reading
from thads.steering.narrative.rules.sentences import Sentence
from thads.steering.narrative.rules.surroundings import Surroundings
from thads.steering.narrative.rules.vocabulary import Dimension, Figure, Reference
from thads.steering.narrative.rules.walk import SIDE_OF_WORK, TIGHT, outside

_TO_THE_RIGHT = re.compile(r"^(?:\s|đã|được|là|thuộc|thuộc diện|thuộc loại|án|đã được|trong diện|vụ|việc)*$")
_BASE_SIDE = re.compile(r"^\s*(?:tính )?(?:(?:trên|so với|trong|của)\s*(?:tổng )?(?:số )?)?$")
_OF_TARGET = re.compile(r"^(?:\s|so với|so|của|trên|theo|với|tổng|\))*$")
_CLAUSE_GOES_ON = re.compile(
    r"^\s*(?:đạt|là|:|tăng|giảm|thi hành|giải quyết|chiếm|cao hơn|thấp hơn|vượt|xếp|đã)"
)
_CLAUSE_END = re.compile(r"[;]|\.\s")


@dataclass(slots=True)
class Scene:
    """A sentence while it is read; `used` holds the places of cues that a figure has taken already."""

    reading: Reading
    sentence: Sentence
    paragraph_start: int
    quantities: Sequence[Quantity]
    cues: Sequence[Cue]
    around: Surroundings
    figures: list[Figure]
    place_of: dict[int, Quantity]
    money_unit: int = 0
    used: set[int] = field(default_factory=set)

    @property
    def flat(self) -> str:
        """The even text in lower case, line breaks as spaces."""
        return self.reading.flat

    def until_next(self, number: int) -> int:
        """Where the next quantity begins, or the sentence ends."""
        if number + 1 < len(self.quantities):
            return self.quantities[number + 1].start
        return self.sentence.end

    def since_last(self, number: int) -> int:
        """Where the quantity before ends, or the sentence begins."""
        return self.quantities[number - 1].end if number else self.sentence.start

    def cue_to_the_right(self, number: int, roles: frozenset[Role]) -> Cue | None:
        """The cue directly behind a quantity that speaks of it and not of the next quantity."""
        quantity = self.quantities[number]
        for cue in self.cues_between(quantity.end, self.until_next(number)):
            gap = self.flat[quantity.end : cue.start]
            if cue.role in roles and _TO_THE_RIGHT.match(gap):
                return None if self._leads_next(number, cue) else cue
            if not _TO_THE_RIGHT.match(gap) or cue.role is Role.COMMA:
                return None
        return None

    def dimension_to_the_right(self, number: int) -> Cue | None:
        """ "81,23% về việc": the side of the work said directly behind a percentage."""
        quantity = self.quantities[number]
        for cue in self.cues_between(quantity.end, self.until_next(number) + 1):
            if cue.role is Role.SUBJECT and _BASE_SIDE.match(self.flat[quantity.end : cue.start]):
                return _side_named(cue)
            if cue.role is not Role.DIMENSION or not _BASE_SIDE.match(self.flat[quantity.end : cue.start]):
                return None
            opened = self._dimension_before(number)
            if opened is not None and _CLAUSE_GOES_ON.match(self.flat[cue.end : cue.end + 12]):
                return None
            return cue
        return None

    def _dimension_before(self, number: int) -> Cue | None:
        cues = self.cues_between(self.since_last(number), self.quantities[number].start)
        named = [cue for cue in cues if cue.role is Role.DIMENSION and cue.start not in self.used]
        return named[-1] if named else None

    def target_to_the_right(self, number: int) -> Cue | None:
        """ "97% chỉ tiêu kế hoạch năm", "97% so với kế hoạch": the percentage is of a target."""
        quantity = self.quantities[number]
        for cue in self.cues_between(quantity.end, self.until_next(number)):
            if cue.role in (Role.DIMENSION, Role.CLOSE):
                continue
            aimed = cue.role is Role.TARGET or cue.reference is Reference.TARGET
            gap = self.flat[quantity.end : cue.start]
            gap = re.sub(r"về (?:số )?(?:việc|tiền|giá trị)", " ", gap)
            if aimed and _OF_TARGET.match(gap) and not cue.word.startswith(("phấn đấu", "mục tiêu")):
                return cue
            return None
        return None

    def reference_to_the_right(self, number: int) -> Cue | None:
        """What a comparison is made with, said behind it in the same clause."""
        quantity = self.quantities[number]
        until = self.until_next(number)
        opened = False
        for cue in self.cues_between(quantity.end, until):
            opened = opened or cue.role is Role.OPEN
            if cue.role in (Role.REFERENCE, Role.TARGET):
                if opened and not cue.word.startswith("so"):
                    return None
                return None if _CLAUSE_END.search(self.flat[quantity.end : cue.start]) else cue
            if cue.role not in (Role.DIMENSION, Role.CLOSE, Role.SCOPE, Role.OPEN):
                return None
        return None

    def cues_between(self, start: int, end: int) -> list[Cue]:
        """Cues that begin in the stretch and were not taken by an earlier figure."""
        first = bisect.bisect_left(self.cues, start, key=_begins)
        found = []
        for at in range(first, len(self.cues)):
            cue = self.cues[at]
            if cue.start >= end:
                break
            if cue.start not in self.used:
                found.append(cue)
        return found

    def take(self, cue: Cue) -> None:
        """Mark a cue as belonging to the figure before it."""
        self.used.add(cue.start)

    def gap_before(self, number: int, start: int) -> str:
        """The words from a place to a quantity, what stands in parentheses left out."""
        return outside(self.flat[start : self.quantities[number].start])

    def _leads_next(self, number: int, cue: Cue) -> bool:
        """Whether the cue is rather the beginning of what is said about the next quantity."""
        if number + 1 >= len(self.quantities):
            return False
        between = outside(self.flat[cue.end : self.quantities[number + 1].start])
        return bool(TIGHT.match(between)) and not self.flat[cue.end :].startswith(tuple(",;.)"))


def _begins(cue: Cue) -> int:
    return cue.start


def _side_named(cue: Cue) -> Cue | None:
    """The side that a base names ("trên số tiền có điều kiện"), as a cue of its own."""
    found = SIDE_OF_WORK.search(cue.word)
    if found is None:
        return None
    side = Dimension.MONEY if found["money"] else Dimension.CASES
    return Cue(-1, cue.end, Role.DIMENSION, dimension=side, word=cue.word)
