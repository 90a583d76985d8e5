"""Ranking by rate, always with its base, its exclusions and the smallest size that is ranked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from thads.steering.targets.rules.rates import percent


class Exclusion(StrEnum):
    """Why somebody who was asked for has no place."""

    NO_REPORT = "no_report"
    NOTHING_ABLE = "nothing_able"
    TOO_SMALL = "too_small"


@dataclass(frozen=True, slots=True)
class Contender:
    """One agency in a ranking: finished (c8) of able (c7), None when nothing was reported."""

    agency: str
    finished: int | None
    able: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """A place among so many; `tied` others share it."""

    place: int
    of: int
    tied: int
    rate: Fraction


@dataclass(frozen=True, slots=True)
class Ranking:
    """Places by agency, and who was left out and why."""

    places: Mapping[str, Place]
    excluded: Mapping[str, Exclusion]
    smallest_base: int

    @property
    def of(self) -> int:
        """The base: how many were ranked."""
        return len(self.places)

    def of_agency(self, agency: str) -> Place | None:
        return self.places.get(agency)


def rank(contenders: Iterable[Contender], *, smallest_base: int = 1) -> Ranking:
    """Return the places by exact rate, highest first; equal rates share a place and the next is skipped.

    An agency that did not report, has nothing able, or has fewer than `smallest_base` able (cases or đồng)
    is not ranked and named among the exclusions.
    """
    rates: dict[str, Fraction] = {}
    excluded: dict[str, Exclusion] = {}
    for contender in contenders:
        found = _rate_or_exclusion(contender, smallest_base)
        if isinstance(found, Exclusion):
            excluded[contender.agency] = found
        else:
            rates[contender.agency] = found
    ordered = sorted(rates.values(), reverse=True)
    places = {
        agency: Place(ordered.index(rate) + 1, len(ordered), ordered.count(rate) - 1, rate)
        for agency, rate in rates.items()
    }
    return Ranking(places, excluded, smallest_base)


def _rate_or_exclusion(contender: Contender, smallest_base: int) -> Fraction | Exclusion:
    if contender.finished is None or contender.able is None:
        return Exclusion.NO_REPORT
    rate = percent(contender.finished, contender.able)
    if rate is None:
        return Exclusion.NOTHING_ABLE
    return rate if contender.able >= smallest_base else Exclusion.TOO_SMALL
