"""Published yearly targets that a text may be held to without quoting them.

`law/data/targets.toml` lists them with source and certainty. A derived one never makes an error of a
text; it can only explain a printed percentage.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from importlib import resources

from thads.steering.narrative.rules.vocabulary import Dimension


@dataclass(frozen=True, slots=True)
class KnownTarget:
    """A target of a working year: who set it, for whom, in percent of the enforceable."""

    year: int
    setter: str
    org: str
    dimension: Dimension
    percent: Decimal
    derived: bool
    source: str


@lru_cache(maxsize=1)
def known_targets() -> tuple[KnownTarget, ...]:
    """All published targets of the law data."""
    path = resources.files("thads.law").joinpath("data", "targets.toml")
    written = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    return tuple(target for row in written["target"] for target in _read(row))


def _read(row: dict[str, object]) -> list[KnownTarget]:
    found = []
    for dimension, name in ((Dimension.CASES, "cases"), (Dimension.MONEY, "money")):
        if name in row:
            found.append(
                KnownTarget(
                    year=int(str(row["year"])),
                    setter=str(row["set_by"]),
                    org=str(row.get("for", "")),
                    dimension=dimension,
                    percent=Decimal(str(row[name])),
                    derived=row.get("certainty") == "derived",
                    source=str(row["source"]),
                )
            )
    return found
