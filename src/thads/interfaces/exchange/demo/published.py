"""The published figures as values, and the division among units solved to the đồng."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any

from thads.kernel.money import Dong


@dataclass(frozen=True, slots=True)
class UnitGoal:
    """What the forms must give for a unit: able and finished, cases and đồng."""

    able: int
    finished: int
    able_money: Dong
    finished_money: Dong

    @property
    def open_able(self) -> int:
        return self.able - self.finished

    @property
    def open_able_money(self) -> Dong:
        return self.able_money - self.finished_money


@lru_cache(maxsize=1)
def document() -> Mapping[str, Any]:
    """Return the file of published and chosen figures."""
    return tomllib.loads(files(__package__).joinpath("published.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def unit_goals() -> Mapping[str, UnitGoal]:
    """Return each unit's goal; two units take the rests, so that the province comes out to the đồng."""
    published, invented = document()["published"], document()["invented"]
    units: Mapping[str, Any] = invented["units"]
    able = {code: int(unit["able_money"]) for code, unit in units.items()}
    able[invented["rest_able"]] = _province_able() - sum(able.values())
    finished = {
        code: _thousands(Decimal(unit["rate_money"]) * able[code] / 100) for code, unit in units.items()
    }
    finished[invented["rest_finished"]] = 0
    finished[invented["rest_finished"]] = published["finished_money"] - sum(finished.values())
    return {
        code: UnitGoal(unit["able"], unit["finished"], able[code], finished[code])
        for code, unit in units.items()
    }


def _province_able() -> Dong:
    published = document()["published"]
    return _thousands(published["finished_money"] * 100 / Decimal(published["rate_money"]))


def _thousands(amount: Decimal) -> Dong:
    """Return the amount as whole thousands of đồng: what receipts are written in."""
    return int((amount / 1000).quantize(Decimal(1), rounding=ROUND_HALF_UP)) * 1000
