"""What the law says of each kind of obligation: initiation, state revenue, and the rank of payment.

Ranks are dated: three ranks under L08 Đ47.1, five under L25 Đ54.1. Kinds that are not paid from a pool
(own money returned, things, acts) have no rank.
"""

from dataclasses import dataclass
from datetime import date

from thads.law.loading import Fields
from thads.law.rulings import Ruling, Timeline, Unit, read_timeline


@dataclass(frozen=True, slots=True)
class ObligationRule:
    """One kind of obligation; `initiation` is how its decision comes about; its words stand in the terms."""

    kind: str
    initiation: str
    is_money: bool
    is_state_revenue: bool
    rank: Timeline | None
    basis: str

    def payment_rank(self, on: date) -> Ruling | None:
        """Return the rank (point of the article) on the day, or nothing for kinds without rank."""
        return None if self.rank is None else self.rank.on(on)


@dataclass(frozen=True, slots=True)
class ObligationLaw:
    """All kinds of obligation."""

    by_kind: dict[str, ObligationRule]

    def of(self, kind: str) -> ObligationRule:
        """Return the rule for a kind; an unknown one is a `KeyError`."""
        return self.by_kind[kind]


def read_obligations(file: Fields) -> ObligationLaw:
    """Read the kinds of obligation."""
    rules = {kind: _read_rule(kind, fields) for kind, fields in file.table("kind").each()}
    file.finish()
    return ObligationLaw(rules)


def _read_rule(kind: str, fields: Fields) -> ObligationRule:
    rule = ObligationRule(
        kind=kind,
        initiation=fields.text("initiation"),
        is_money=fields.flag("money", True),
        is_state_revenue=fields.flag("state_revenue", False),
        rank=_read_rank(kind, fields.table("rank")) if fields.has("rank") else None,
        basis=fields.text("basis"),
    )
    fields.finish()
    return rule


def _read_rank(kind: str, fields: Fields) -> Timeline:
    return read_timeline(f"payment_rank.{kind}", fields, unit=Unit.CODE)
