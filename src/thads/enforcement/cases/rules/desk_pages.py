"""What the desks show: a bailiff's day, measures under way, cases without movement, what became of each of
many acts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from thads.enforcement.cases.rules.order_pages import MeasureLine
from thads.enforcement.cases.rules.pages import CaseRow, DueCase
from thads.enforcement.cases.rules.vocabulary import ObligationStatus
from thads.kernel.money import Dong
from thads.kernel.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Desk:
    """A bailiff's desk: his open cases by what they wait for: overdue first, due today, within three working
    days, to be proposed to the head, later, nothing.
    """

    on: date
    overdue: Sequence[DueCase]
    today: Sequence[DueCase]
    soon: Sequence[DueCase]
    to_propose: Sequence[DueCase]
    later: Sequence[DueCase]
    quiet: Sequence[CaseRow]
    open_cases: int
    remaining: Dong


@dataclass(frozen=True, slots=True)
class DeskMeasure:
    """A measure that stands in an open case, with the step it waits for."""

    case_id: UUID
    number: str
    agency: str
    debtor: str
    bailiff: str
    bailiff_name: str
    measure: MeasureLine


@dataclass(frozen=True, slots=True)
class StuckCase:
    """An open case in which nothing has happened for long: the last day of a fact, and days since."""

    row: CaseRow
    moved_on: date
    days: int


@dataclass(frozen=True, slots=True)
class StuckCount:
    """How many stuck cases one bailiff has, by stage; `bailiff` is empty for cases assigned to nobody."""

    bailiff: str
    name: str
    by_stage: dict[ObligationStatus, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.by_stage.values())


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one of many acts: which subject, what it led to, or why it was refused."""

    subject: UUID
    words: str = ""
    opened: tuple[UUID, ...] = ()
    refusal: Refusal | None = None

    @property
    def is_done(self) -> bool:
        """Whether the act was done."""
        return self.refusal is None
