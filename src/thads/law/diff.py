"""What differs in the law between two days, as `thads law diff` prints it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thads.law.grounds import Ground, GroundList
from thads.law.rulings import Certainty, Ruling, Timeline
from thads.law.signing import SigningMatrix, SigningRule


@dataclass(frozen=True, slots=True)
class Side:
    """What held on one of the two days: the words or value, and the article."""

    written: str
    basis: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Change:
    """One difference; a missing side means there was no such rule on that day."""

    key: str
    vi: str
    before: Side | None
    after: Side | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two days, and how values and codes are put in words."""

    before: date
    after: date
    write: Callable[[Ruling], str]
    name: Callable[[StrEnum], str]

    def values(self, lines: Iterable[Timeline]) -> Iterator[Change]:
        """Yield the values that differ; a new article alone is no difference."""
        for line in lines:
            one, two = line.find(self.before), line.find(self.after)
            if _content(one) != _content(two):
                yield Change(line.key, line.vi, self._ruled(one), self._ruled(two))

    def grounds(self, lists: Iterable[GroundList]) -> Iterator[Change]:
        """Yield the grounds that came, went, or changed their point or words."""
        for of_kind in lists:
            old = {ground.code: ground for ground in of_kind.on(self.before)}
            new = {ground.code: ground for ground in of_kind.on(self.after)}
            for code in {**old, **new}:
                one, two = old.get(code), new.get(code)
                if _worded(one) != _worded(two):
                    key, vi = f"grounds.{of_kind.kind}.{code}", f"Căn cứ {of_kind.vi}"
                    yield Change(key, vi, _grounded(one), _grounded(two))

    def signatures(self, signing: SigningMatrix) -> Iterator[Change]:
        """Yield the roles that may sign more or less."""
        for act in signing.acts.values():
            old = {rule.role: rule for rule in act.on(self.before)}
            new = {rule.role: rule for rule in act.on(self.after)}
            for role in {**old, **new}:
                one, two = old.get(role), new.get(role)
                if _power(one) != _power(two):
                    key, vi = f"signing.{act.act}.{role}", f"Thẩm quyền ký: {act.vi}"
                    yield Change(key, vi, self._signed(one), self._signed(two))

    def _ruled(self, step: Ruling | None) -> Side | None:
        return None if step is None else Side(self.write(step), step.basis, step.certainty)

    def _signed(self, rule: SigningRule | None) -> Side | None:
        if rule is None:
            return None
        scope = f" ({rule.scope})" if rule.scope else ""
        return Side(f"{self.name(rule.role)}: {self.name(rule.authority)}{scope}", rule.basis, rule.certainty)


def _content(step: Ruling | None) -> object:
    return None if step is None else (step.value, step.unit)


def _worded(ground: Ground | None) -> object:
    return None if ground is None else (ground.point, ground.vi, dict(ground.attributes))


def _grounded(ground: Ground | None) -> Side | None:
    return None if ground is None else Side(ground.vi, ground.basis, ground.certainty)


def _power(rule: SigningRule | None) -> object:
    return None if rule is None else (rule.authority, rule.scope)
