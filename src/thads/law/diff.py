"""What differs in the law between two days, as `thads law diff` prints it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

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


def changes(
    *,
    values: Iterable[Timeline],
    grounds: Iterable[GroundList],
    signing: SigningMatrix,
    before: date,
    after: date,
) -> tuple[Change, ...]:
    """Return all differences between two days, ordered by key; a new article alone is no difference."""
    found = [
        *_value_changes(values, before, after),
        *_ground_changes(grounds, before, after),
        *_signing_changes(signing, before, after),
    ]
    return tuple(sorted(found, key=lambda change: change.key))


def _value_changes(values: Iterable[Timeline], before: date, after: date) -> Iterator[Change]:
    for line in values:
        one, two = line.find(before), line.find(after)
        if _content(one) != _content(two):
            yield Change(line.key, line.vi, _ruled(one), _ruled(two))


def _content(step: Ruling | None) -> object:
    return None if step is None else (step.value, step.unit)


def _ruled(step: Ruling | None) -> Side | None:
    return None if step is None else Side(step.written(), step.basis, step.certainty)


def _ground_changes(lists: Iterable[GroundList], before: date, after: date) -> Iterator[Change]:
    for of_kind in lists:
        old = {ground.code: ground for ground in of_kind.on(before)}
        new = {ground.code: ground for ground in of_kind.on(after)}
        for code in {**old, **new}:
            one, two = old.get(code), new.get(code)
            if _worded(one) != _worded(two):
                key = f"grounds.{of_kind.kind}.{code}"
                yield Change(key, f"Căn cứ {of_kind.vi}", _grounded(one), _grounded(two))


def _worded(ground: Ground | None) -> object:
    return None if ground is None else (ground.point, ground.vi, dict(ground.attributes))


def _grounded(ground: Ground | None) -> Side | None:
    return None if ground is None else Side(ground.vi, ground.basis, ground.certainty)


def _signing_changes(signing: SigningMatrix, before: date, after: date) -> Iterator[Change]:
    for act in signing.acts.values():
        old = {rule.role: rule for rule in act.on(before)}
        new = {rule.role: rule for rule in act.on(after)}
        for role in {**old, **new}:
            one, two = old.get(role), new.get(role)
            if _power(one) != _power(two):
                yield Change(
                    f"signing.{act.act}.{role}", f"Thẩm quyền ký: {act.vi}", _signed(one), _signed(two)
                )


def _power(rule: SigningRule | None) -> object:
    return None if rule is None else (rule.authority, rule.scope)


def _signed(rule: SigningRule | None) -> Side | None:
    if rule is None:
        return None
    scope = f" ({rule.scope})" if rule.scope else ""
    return Side(f"{rule.role}: {rule.authority}{scope}", rule.basis, rule.certainty)
