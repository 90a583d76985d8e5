"""Security measures and coercion of a case as they stand: a fold of their facts (L08 Đ66–72; L25 Đ66–72)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from thads.enforcement.cases.rules import facts
from thads.enforcement.cases.rules.vocabulary import CoercionKind, CoercionStep, SecurityKind
from thads.kernel.money import Dong


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: what, on which thing, of what value in đồng, which steps were taken, whether it stands."""

    no: int
    kind: SecurityKind | CoercionKind
    subject: str
    ordered_on: date
    value: Dong = 0
    holder: str = ""
    parts: tuple[facts.Part, ...] = ()
    minutes_on: date | None = None
    owned_since: date | None = None
    is_forceful: bool = False
    is_immovable: bool = False
    is_honoured: bool = False
    planned_on: date | None = None
    steps: tuple[tuple[CoercionStep, date], ...] = ()
    carried_out_on: date | None = None
    ended_on: date | None = None
    end_ground: str = ""

    @property
    def is_security(self) -> bool:
        """Whether it only secures; else it is coercion."""
        return isinstance(self.kind, SecurityKind)

    @property
    def stands(self) -> bool:
        """Whether the measure has not been ended."""
        return self.ended_on is None

    def step_on(self, step: CoercionStep) -> date | None:
        """Return the last day on which a step was taken, None while it was not."""
        return next((day for taken, day in reversed(self.steps) if taken is step), None)


Measures = tuple[Measure, ...]


def secured(measures: Measures, fact: facts.SecurityOrdered, on: date) -> Measures:
    """Return the measures with one more that secures."""
    return (
        *measures,
        Measure(
            fact.no, fact.measure, fact.subject, on, fact.value, fact.holder, fact.parts,
            minutes_on=fact.minutes_on, owned_since=fact.owned_since,
        ),
    )  # fmt: skip


def coerced(measures: Measures, fact: facts.CoercionDecided, on: date) -> Measures:
    """Return the measures with one more that coerces."""
    return (
        *measures,
        Measure(
            fact.no, fact.measure, fact.subject, on, fact.value, parts=fact.parts,
            is_forceful=fact.is_forceful, is_immovable=fact.is_immovable, is_honoured=fact.is_honoured,
            planned_on=fact.planned_on,
        ),
    )  # fmt: skip


def prepared(measures: Measures, fact: facts.CoercionPrepared, on: date) -> Measures:
    """Return the measures, one a step nearer to the day of coercion."""

    def nearer(one: Measure) -> Measure:
        return replace(one, steps=(*one.steps, (fact.step, on)), planned_on=fact.planned_on or one.planned_on)

    return _changed(measures, fact.no, nearer)


def carried_out(measures: Measures, fact: facts.CoercionCarriedOut, on: date) -> Measures:
    """Return the measures, one carried out."""
    return _changed(measures, fact.no, lambda one: replace(one, carried_out_on=on))


def ended(measures: Measures, no: int, *, on: date, ground: str) -> Measures:
    """Return the measures, one of them ended; those ended before stay as they are."""
    return _changed(
        measures, no, lambda one: replace(one, ended_on=on, end_ground=ground) if one.stands else one
    )


def _changed(measures: Measures, no: int, change: Callable[[Measure], Measure]) -> Measures:
    return tuple(change(one) if one.no == no else one for one in measures)
