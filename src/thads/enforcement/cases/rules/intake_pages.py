"""What the counter is shown besides the registers: decisions proposed, who has how much to do, who is
known.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from thads.enforcement.cases.rules.duplicates import Likeness
from thads.enforcement.cases.rules.grouping import DecisionGroup
from thads.enforcement.cases.rules.pages import CaseRow, DutyLine
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.kernel.money import Dong


@dataclass(frozen=True, slots=True)
class ProposedDecision:
    """One decision that the law asks for: its duties, why they are together, likely bailiff and ground;
    đồng.
    """

    group: DecisionGroup
    duties: Sequence[DutyLine]
    amount: Dong
    bailiff: str
    ground: str


@dataclass(frozen=True, slots=True)
class BailiffLoad:
    """How much a bailiff has to do: open cases, đồng left in them."""

    code: str
    name: str
    open_cases: int
    remaining: Dong


@dataclass(frozen=True, slots=True)
class KnownParty:
    """A case in which somebody like the person typed in stands already, and how surely it is the same."""

    likeness: Likeness
    person: PartyDetails
    row: CaseRow
