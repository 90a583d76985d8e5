"""What a phrase does to the reading of a sentence, and a phrase found in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from thads.steering.narrative.rules.vocabulary import Dimension, Indicator, Reference


class Role(StrEnum):
    """What a cue does to the reading of the figures after it."""

    SUBJECT = "subject"
    RATE = "rate"
    RESULT = "result"
    SHARE = "share"
    REACH = "reach"
    UP = "up"
    DOWN = "down"
    OVER = "over"
    UNDER = "under"
    DIMENSION = "dimension"
    REFERENCE = "reference"
    TARGET = "target"
    WORKLOAD = "workload"
    SIDE = "side"
    SCOPE = "scope"
    PART = "part"
    IGNORE = "ignore"
    OPEN = "open"
    CLOSE = "close"
    COMMA = "comma"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase found in a sentence, with what it names."""

    start: int
    end: int
    role: Role
    indicator: Indicator | None = None
    dimension: Dimension | None = None
    reference: Reference | None = None
    word: str = ""
