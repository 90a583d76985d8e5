"""Formulas that changed with the law: the function carries the date from which it holds.

    distribute = Dated("order of payment")

    @distribute.since(date(2009, 7, 1), basis="L08 Đ47")
    def distribute_2009_07_01(...): ...

    plan = distribute.on(collected_on)(...)
"""

from collections.abc import Callable
from datetime import date
from typing import Generic, ParamSpec, TypeVar

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

P = ParamSpec("P")
R = TypeVar("R")

register_sentences({"law.not_in_force": "Chưa có quy định về “{key}” có hiệu lực vào ngày {on}."})


class Dated(Generic[P, R]):
    """A formula with one version per date of law."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._versions: list[tuple[date, str, Callable[P, R]]] = []

    def since(self, day: date, *, basis: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
        """Register the version that holds from `day` on."""

        def register(formula: Callable[P, R]) -> Callable[P, R]:
            self._versions.append((day, basis, formula))
            self._versions.sort(key=lambda version: version[0])
            return formula

        return register

    def on(self, day: date) -> Callable[P, R]:
        """Return the version in force on the day; refuse when there was none yet."""
        for since, _basis, formula in reversed(self._versions):
            if since <= day:
                return formula
        raise Refusal("law.not_in_force", key=self.name, on=day)
