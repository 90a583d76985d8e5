"""A cell of a form: a set of cases, and how many đồng each case contributes.

A case may contribute đồng without being a member: a case delegated in part gives đồng to the line of
delegation while the case itself is still being enforced.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from thads.kernel.money import Dong


@dataclass(frozen=True, slots=True)
class Figure:
    """What is printed of a cell: the number of cases and the đồng."""

    cases: int = 0
    amount: Dong = 0

    def __add__(self, other: "Figure") -> "Figure":
        return Figure(self.cases + other.cases, self.amount + other.amount)


@dataclass(frozen=True, slots=True)
class Cell:
    """The member cases by id, and the đồng of every case that contributes (never 0)."""

    cases: frozenset[str] = frozenset()
    shares: Mapping[str, Dong] = field(default_factory=dict)

    @property
    def amount(self) -> Dong:
        """All đồng of the cell."""
        return sum(self.shares.values())

    @property
    def figure(self) -> Figure:
        return Figure(len(self.cases), self.amount)

    def add(self, case: str, *, is_member: bool, share: Dong) -> "Cell":
        """Return the cell with one more case; a case is counted once, its đồng add up."""
        cases = self.cases | {case} if is_member else self.cases
        shares = {**self.shares, case: self.shares.get(case, 0) + share} if share else self.shares
        return Cell(cases, shares)

    def union(self, other: "Cell") -> "Cell":
        """Return the cell of both: members once, đồng added."""
        shares = dict(self.shares)
        for case, share in other.shares.items():
            shares[case] = shares.get(case, 0) + share
        return Cell(self.cases | other.cases, shares)
