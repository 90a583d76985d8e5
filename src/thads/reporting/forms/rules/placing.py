"""Where the cases of an agency are shown when agencies were merged, renamed or ceased.

Facts keep the agency of their time. A run is told on which day's structure to show them: the day of the
figures (as it was) or today (as it is). Whatever the day, every case is shown exactly once.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from thads.foundation.organisation.rules.agencies import (
    AgencyThen,
    AgencyTree,
    SuccessionEdge,
    successor_of,
)


@dataclass(frozen=True, slots=True)
class Placing:
    """The tree of a day, with ceased agencies kept where they last stood, and who shows whose cases."""

    tree: AgencyTree
    shown_at: Mapping[str, str]

    def below(self, code: str) -> frozenset[str]:
        """Return the recorded agency codes whose cases are shown at the agency or under it."""
        reach = self.tree.reach(code)
        return frozenset(recorded for recorded, shown in self.shown_at.items() if shown in reach)

    def at(self, code: str) -> frozenset[str]:
        """Return the recorded agency codes whose cases are shown at the agency itself."""
        return frozenset(recorded for recorded, shown in self.shown_at.items() if shown == code)


def placing(
    recorded: Iterable[str],
    *,
    tree: AgencyTree,
    successions: Iterable[SuccessionEdge],
    last_version: Callable[[str], AgencyThen | None],
    on: date,
) -> Placing:
    """Return where the cases of each recorded agency are shown on the structure of a day."""
    edges = list(successions)
    shown_at = {code: successor_of(code, edges, on=on) for code in recorded}
    agencies = dict(tree.agencies)
    for code in sorted(set(shown_at.values()) - set(agencies)):
        _keep_ceased(code, agencies, last_version, edges, on)
    return Placing(AgencyTree(on, agencies), shown_at)


def _keep_ceased(
    code: str,
    agencies: dict[str, AgencyThen],
    last_version: Callable[[str], AgencyThen | None],
    edges: Iterable[SuccessionEdge],
    on: date,
) -> None:
    """Keep an agency that ceased without a successor under its last superior (or who followed that one)."""
    version = last_version(code)
    if version is None:
        return
    parent = successor_of(version.parent, edges, on=on) if version.parent else None
    agencies[code] = AgencyThen(
        code=code, name=version.name, short_name=version.short_name, kind=version.kind, parent=parent,
        symbol=version.symbol, place=version.place, position=version.position, span=version.span,
    )  # fmt: skip
    if parent is not None and parent not in agencies:
        _keep_ceased(parent, agencies, last_version, edges, on)
