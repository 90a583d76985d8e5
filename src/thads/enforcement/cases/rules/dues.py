"""What is due on a case and by when: a derivation from its state, with rule, article and reason (process.md 3)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline derived: rule key, words, the day it is counted from, the last day, article, certainty."""

    key: str
    title: str
    counted_from: date
    due_on: date
    basis: str
    length: str
    certainty: str = "stated"

    def is_overdue(self, on: date) -> bool:
        """Say whether the last day is past."""
        return self.due_on < on

    def days_left(self, on: date) -> int:
        """Return calendar days to the last day, negative when past."""
        return (self.due_on - on).days
