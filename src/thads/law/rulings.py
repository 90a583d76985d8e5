"""A value of the law and its timeline: what held from when, with the article of every step.

One timeline per parameter (not one copy of the law per regime), because wages, fees and circulars have
dates of their own. Asking returns the value with its reason; a day without law is refused, never guessed.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.kernel.spans import Span, overlapping
from thads.law.loading import Fields, Value

register_sentences({"law.not_in_force": "Chưa có quy định về “{key}” có hiệu lực vào ngày {on}."})


class Certainty(StrEnum):
    """Whether the text says it, or we concluded it; screens mark the second."""

    STATED = "stated"
    DERIVED = "derived"


class Unit(StrEnum):
    """What a value is measured in; days and working days are never mixed (BLDS Đ147–148)."""

    AT_ONCE = "at_once"
    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working_day"
    MONTH = "month"
    YEAR = "year"
    DONG = "dong"
    PERCENT = "percent"
    REGIONAL_WAGE = "regional_wage"
    COUNT = "count"
    FLAG = "flag"
    CODE = "code"


UNSPOKEN_UNITS = frozenset({Unit.COUNT, Unit.FLAG, Unit.CODE})


@dataclass(frozen=True, slots=True)
class Ruling:
    """One step of a timeline: the value, its unit and article, and the half-open span it holds in."""

    key: str
    vi: str
    value: Value
    unit: Unit
    basis: str
    since: date
    until: date | None
    certainty: Certainty
    note: str = ""

    @property
    def is_derived(self) -> bool:
        """Whether the value is our conclusion and not the words of a text."""
        return self.certainty is Certainty.DERIVED


@dataclass(frozen=True, slots=True)
class Timeline:
    """All steps of one parameter, oldest first, without overlap; gaps are allowed."""

    key: str
    vi: str
    steps: tuple[Ruling, ...]
    counts_from: str = ""
    spec: str = ""
    subject: str = ""

    def find(self, on: date) -> Ruling | None:
        """Return the step in force on the day, or nothing."""
        return next((step for step in self.steps if on in span_of(step)), None)

    def on(self, day: date) -> Ruling:
        """Return the step in force on the day; refuse a day without law."""
        found = self.find(day)
        if found is None:
            raise Refusal("law.not_in_force", key=self.vi, on=day)
        return found


def span_of(step: Ruling) -> Span:
    """Return the half-open span in which the step holds."""
    return Span(step.since, step.until)


def read_timeline(key: str, fields: Fields, *, subject: str = "", unit: Unit | None = None) -> Timeline:
    """Read one parameter with its steps; refuse steps without article, out of order or overlapping."""
    vi = fields.text("vi")
    unit = fields.choice("unit", Unit, unit)
    counts_from = fields.text("counts_from", "")
    spec = fields.text("spec", "")
    steps = [_read_step(key, vi, unit, step) for step in fields.tables("in_force")]
    fields.finish()
    return Timeline(key, vi, chained(steps, fields), counts_from, spec, subject)


def chained(steps: list[Ruling], fields: Fields) -> tuple[Ruling, ...]:
    """Return the steps with each open end closed by the next beginning, checked for order and overlap."""
    if not steps:
        raise fields.fault("has no step in force")
    for one, two in zip(steps, steps[1:], strict=False):
        if two.since <= one.since:
            raise fields.fault(f"steps out of order: {two.since} after {one.since}")
    begins: list[date | None] = [step.since for step in steps[1:]] + [None]
    closed = tuple(_closed(step, begin) for step, begin in zip(steps, begins, strict=True))
    if overlapping(span_of(step) for step in closed):
        raise fields.fault("steps overlap")
    return closed


def read_span(step: Fields) -> tuple[date, date | None]:
    """Read `since` and the optional exclusive `until`; refuse an empty span."""
    since, until = step.day("since"), step.day_or_none("until")
    if until is not None and until <= since:
        raise step.fault(f"ends {until} before it begins {since}")
    return since, until


def _read_step(key: str, vi: str, unit: Unit, step: Fields) -> Ruling:
    since, until = read_span(step)
    own = step.choice("unit", Unit, unit)
    ruling = Ruling(
        key=key,
        vi=vi,
        value=0 if own is Unit.AT_ONCE and not step.has("value") else step.value("value"),
        unit=own,
        basis=step.text("basis"),
        since=since,
        until=until,
        certainty=step.choice("certainty", Certainty, Certainty.STATED),
        note=step.text("note", ""),
    )
    step.finish()
    return ruling


def _closed(step: Ruling, next_begin: date | None) -> Ruling:
    if step.until is not None or next_begin is None:
        return step
    return replace(step, until=next_begin)


def write_value(value: Value) -> str:
    """Write a value the Vietnamese way, without its unit: “5.000.000”, “0,5”, “có”, “tỉnh; huyện”."""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    if isinstance(value, tuple):
        return "; ".join(value)
    return str(value).replace(".", ",")
