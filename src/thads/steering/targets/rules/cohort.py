"""Campaign cohort “có điều kiện trên một năm chưa thi hành xong”: found from the histories of the cases.

A statistics year opens on 1 October. *Carried over*: decided more than a year before that day (on or before
1 October a year earlier), and at the opening able (có điều kiện) and unfinished. *Newly arising*: the
decision's first anniversary falls inside the year, on or before the day asked about, and on that day the case
is able and unfinished. *Solved*: finished (c8: performed or terminated) by the day asked about. The report of
Tuyên Quang names the cohort and its two halves but not this rule: [derived].
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from thads.enforcement.cases.rules.numbers import number_key
from thads.steering.targets.rules.rates import percent

certainty = "derived"

ABLE_OVER_ONE_YEAR = "able_over_one_year"
COHORTS = (ABLE_OVER_ONE_YEAR,)


class Half(StrEnum):
    """How a case came into the cohort."""

    CARRIED = "carried"
    ARISING = "arising"


@dataclass(frozen=True, slots=True)
class CohortMember:
    """A case of the cohort: its id and number, its agency, how it came in, whether it is solved."""

    case_id: str
    number: str
    agency: str
    half: Half
    solved: bool


@dataclass(frozen=True, slots=True)
class CohortCount:
    """How many of a half, or of the whole, and how many of them are solved."""

    members: tuple[CohortMember, ...]

    @property
    def total(self) -> int:
        return len(self.members)

    @property
    def solved(self) -> int:
        return sum(member.solved for member in self.members)

    @property
    def rate(self) -> Fraction | None:
        return percent(self.solved, self.total)


def anniversary(decided_on: date) -> date:
    """Return the day one year after the decision; for 29 February the next 1 March."""
    try:
        return decided_on.replace(year=decided_on.year + 1)
    except ValueError:
        return date(decided_on.year + 1, 3, 1)


def entry_day(decided_on: date, *, opening: date, as_of: date) -> tuple[Half, date] | None:
    """Return how a case could come in and the day on which it must be able; None when it cannot yet."""
    one_year = anniversary(decided_on)
    if one_year <= opening:
        return Half.CARRIED, opening - timedelta(days=1)
    if one_year <= as_of:
        return Half.ARISING, one_year
    return None


def count(members: Iterable[CohortMember], half: Half | None = None) -> CohortCount:
    """Return the members of one half, or all, ready to be counted."""
    chosen = (member for member in members if half is None or member.half is half)
    return CohortCount(tuple(sorted(chosen, key=lambda member: (member.agency, number_key(member.number)))))


@dataclass(frozen=True, slots=True)
class CampaignResult:
    """A campaign's cohort by halves, its rate, and the distance to its target in points."""

    code: str
    name: str
    target: Decimal
    members: tuple[CohortMember, ...]

    @property
    def whole(self) -> CohortCount:
        return count(self.members)

    @property
    def carried(self) -> CohortCount:
        return count(self.members, Half.CARRIED)

    @property
    def arising(self) -> CohortCount:
        return count(self.members, Half.ARISING)

    @property
    def points(self) -> Fraction | None:
        """The rate of the whole less the target, in percentage points."""
        rate = self.whole.rate
        return None if rate is None else rate - Fraction(self.target)
