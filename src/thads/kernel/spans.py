"""Spans of days, half-open: from the first day up to, not including, the end; no end means still running."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The days from `start` up to but not including `end` (`None`: open)."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise ValueError(f"empty span {self.start}…{self.end}")

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share a day."""
        return (other.end is None or self.start < other.end) and (self.end is None or other.start < self.end)


def overlapping(spans: Iterable[Span]) -> Sequence[tuple[Span, Span]]:
    """Return the neighbouring pairs that share a day."""
    ordered = sorted(spans, key=lambda span: span.start)
    return [(one, two) for one, two in zip(ordered, ordered[1:], strict=False) if one.overlaps(two)]
