"""A text cut into stretches for a screen: plain text, figures, and what was found about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thads.kernel.refusals import Severity
from thads.steering.narrative.rules.vocabulary import Figure, Finding

_WEIGHT = {Severity.ERROR: 3, Severity.WARNING: 2, Severity.INFO: 1}


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text; `figure` and `findings` are indices, `severity` the gravest of the findings."""

    text: str
    start: int
    figure: int | None = None
    findings: tuple[int, ...] = ()
    severity: Severity | None = None


def annotate(text: str, figures: Sequence[Figure], findings: Sequence[Finding]) -> list[Segment]:
    """The whole text as segments in order; joined again they are the text."""
    marks: list[tuple[int, int, int | None, tuple[int, ...]]] = [
        (one.start, one.end, index, _about(index, findings)) for index, one in enumerate(figures)
    ]
    marks += [
        (one.start, one.end, None, (number,))
        for number, one in enumerate(findings)
        if one.start is not None and one.end is not None
    ]
    segments: list[Segment] = []
    at = 0
    for start, end, figure, about in sorted(marks, key=lambda mark: mark[:2]):
        if start < at:
            continue
        if start > at:
            segments.append(Segment(text[at:start], at))
        segments.append(Segment(text[start:end], start, figure, about, _gravest(about, findings)))
        at = end
    if at < len(text):
        segments.append(Segment(text[at:], at))
    return segments


def _about(figure: int, findings: Sequence[Finding]) -> tuple[int, ...]:
    return tuple(number for number, one in enumerate(findings) if figure in one.figures)


def _gravest(about: Sequence[int], findings: Sequence[Finding]) -> Severity | None:
    return max((findings[number].severity for number in about), key=_WEIGHT.__getitem__, default=None)
