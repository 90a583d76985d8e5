"""Agencies through time as values: the tree as it stood on a day, and which agency follows which."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thads.kernel.spans import Span


class AgencyKind(StrEnum):
    """Kinds of body, through the reforms of 1/7/2025 and 1/7/2026 (process.md 9.1)."""

    CENTRAL = "central"
    PROVINCE = "province"
    OPERATIONS_ROOM = "operations_room"
    DISTRICT = "district"
    AREA_ROOM = "area_room"
    PRIVATE_OFFICE = "private_office"


UNITS = frozenset({AgencyKind.OPERATIONS_ROOM, AgencyKind.AREA_ROOM})
"""Units of a provincial agency: without seal and without orders of their own (process.md 9.1)."""


class SuccessionKind(StrEnum):
    RENAMED = "renamed"
    MERGED_INTO = "merged_into"
    SPLIT_TO = "split_to"
    TERRITORY_MOVED = "territory_moved"


@dataclass(frozen=True, slots=True)
class AgencyThen:
    """An agency as it was during a span."""

    code: str
    name: str
    short_name: str
    kind: AgencyKind
    parent: str | None
    symbol: str
    place: str
    position: int
    span: Span


@dataclass(frozen=True, slots=True)
class SuccessionEdge:
    """The work of `predecessor` went to `successor` on a day."""

    predecessor: str
    successor: str
    on: date
    kind: SuccessionKind


@dataclass(frozen=True, slots=True)
class AgencyTree:
    """All agencies as they stood on one day."""

    on: date
    agencies: Mapping[str, AgencyThen]

    @classmethod
    def standing(cls, versions: Iterable[AgencyThen], *, on: date) -> "AgencyTree":
        """Return the tree of the versions that hold on the day."""
        return cls(on, {version.code: version for version in versions if on in version.span})

    def __contains__(self, code: str) -> bool:
        return code in self.agencies

    def __getitem__(self, code: str) -> AgencyThen:
        return self.agencies[code]

    def children(self, code: str) -> Sequence[AgencyThen]:
        """Return the agencies directly below, in their official order."""
        below = (agency for agency in self.agencies.values() if agency.parent == code)
        return sorted(below, key=lambda agency: (agency.position, agency.code))

    def reach(self, code: str) -> frozenset[str]:
        """Return the agency and everything below it."""
        found, waiting = {code}, [code]
        while waiting:
            here = waiting.pop()
            below = [agency.code for agency in self.children(here)]
            found.update(below)
            waiting.extend(below)
        return frozenset(found)

    def legal_agency(self, code: str) -> str:
        """Return the agency in whose name a paper is issued: for a unit the one above it [derived 9.1]."""
        while code in self and self[code].kind in UNITS:
            above = self[code].parent
            if above is None:
                break
            code = above
        return code

    def family(self, code: str) -> frozenset[str]:
        """Return the agency in whose name papers of `code` are issued, with all its units."""
        legal = self.legal_agency(code)
        return frozenset({legal} | {one for one in self.agencies if self.legal_agency(one) == legal})


def successor_of(code: str, edges: Iterable[SuccessionEdge], *, on: date) -> str:
    """Return who holds the agency's work on the day, following merger after merger.

    A split has several successors and no single answer: the first named one, the primary successor, is taken.
    """
    steps = sorted((edge for edge in edges if edge.on <= on), key=lambda edge: edge.on)
    for edge in steps:
        if edge.predecessor == code and edge.kind is not SuccessionKind.TERRITORY_MOVED:
            code = edge.successor
    return code
