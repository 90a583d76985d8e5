"""Medians, and their ratio to a limit measured in the same run on the same machine."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the table: what, its median, what it may take, what the machine itself needs (seconds)."""

    what: str
    seconds: float
    allowed: float
    reference: str
    reference_seconds: float

    @property
    def ratio(self) -> float:
        """How many times the reference it takes: comparable between machines."""
        return self.seconds / self.reference_seconds

    @property
    def holds(self) -> bool:
        return self.seconds <= self.allowed

    def row(self) -> str:
        verdict = "yes" if self.holds else "**no**"
        cells = (
            self.what,
            written(self.seconds),
            written(self.allowed),
            verdict,
            f"{self.ratio:.1f} × {self.reference} ({written(self.reference_seconds)})",
        )
        return "| " + " | ".join(cells) + " |"


HEADING = (
    "| what | median | allowed | holds | against a limit of this machine |\n| --- | --- | --- | --- | --- |"
)


def median_of(work: Callable[[], object], *, times: int = 7, warm: int = 1) -> float:
    """Return the median seconds of some runs, after warming up."""
    for _ in range(warm):
        work()
    return statistics.median(seconds_of(work) for _ in range(times))


def seconds_of(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def written(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"
