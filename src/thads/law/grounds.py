"""Closed lists of legal grounds: why a decision of each kind may be taken, with the point of the law.

A ground keeps its code while its point changes with the law: the parties' agreement is `parties_agree`,
point c of L08 Đ48.1 until 30/6/2026 and point c of L25 Đ46.1 after.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from textwrap import shorten
from types import MappingProxyType

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.kernel.spans import Span, overlapping
from thads.law.loading import Fields, Value
from thads.law.rulings import Certainty, read_span

register_sentences(
    {
        "law.ground_unknown": "“{ground}” không phải là căn cứ {kind} nào của pháp luật. "
        "Ngày {on} có các căn cứ: {allowed}.",
        "law.ground_not_in_force": "Căn cứ {kind} “{ground}” không có hiệu lực vào ngày {on}. "
        "Ngày đó có các căn cứ: {allowed}.",
    }
)

KNOWN_ATTRIBUTES = frozenset(
    {
        "counts_as",
        "cause",
        "debtor_in_person",
        "max_months",
        "needs_end",
        "once",
        "fee_first",
        "ends",
        "form_of_act",
        "deadline",
        "obligations",
        "percent",
        "up_to",
        "paid_percent",
    }
)


class GroundKind(StrEnum):
    """The kinds of decision that the law lets be taken on listed grounds only."""

    EX_OFFICIO = "ex_officio"
    REQUEST_REFUSAL = "request_refusal"
    UNABLE = "unable"
    DEFERRAL = "deferral"
    SUSPENSION = "suspension"
    RESUMPTION = "resumption"
    TERMINATION = "termination"
    RECALL = "recall"
    DELEGATION = "delegation"
    REQUEST_RETURN = "request_return"
    OTHER_CLOSURE = "other_closure"
    FEE_EXEMPT = "fee_exempt"
    FEE_RELIEF = "fee_relief"
    COST_RELIEF = "cost_relief"
    OFFICE_HANDOVER = "office_handover"
    INCOMING_RETURN = "incoming_return"
    MEASURE_END = "measure_end"
    COERCION_EXCEPTION = "coercion_exception"
    SECURITY_KIND = "security_kind"
    COERCION_KIND = "coercion_kind"


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground as the law words it in one span: code, point, words, article, and what hangs on it."""

    kind: GroundKind
    code: str
    point: str
    vi: str
    basis: str
    since: date
    until: date | None
    certainty: Certainty
    attributes: Mapping[str, Value]

    @property
    def counts_as(self) -> str:
        """The column of the forms this ground is counted in, when the ground decides it; else empty."""
        return str(self.attributes.get("counts_as", ""))


@dataclass(frozen=True, slots=True)
class GroundList:
    """All grounds of one kind of decision, through time."""

    kind: GroundKind
    vi: str
    steps: tuple[Ground, ...]

    def on(self, day: date) -> tuple[Ground, ...]:
        """Return the grounds in force on the day, in the order of the law."""
        return tuple(step for step in self.steps if day in Span(step.since, step.until))

    def find(self, code: str, *, on: date) -> Ground:
        """Return the ground with its words on the day; refuse an unknown or lapsed one, naming the list."""
        allowed = self.on(on)
        for ground in allowed:
            if ground.code == code:
                return ground
        listed = "; ".join(_briefly(ground) for ground in allowed) or "không có"
        known = next((step for step in self.steps if step.code == code), None)
        if known is None:
            raise Refusal("law.ground_unknown", ground=code, kind=self.vi, on=on, allowed=listed)
        raise Refusal("law.ground_not_in_force", ground=known.vi, kind=self.vi, on=on, allowed=listed)


def _briefly(ground: Ground) -> str:
    return f"{ground.code} ({shorten(ground.vi, 70, placeholder=' …')})"


def read_grounds(file: Fields) -> dict[GroundKind, GroundList]:
    """Read all closed lists; refuse a list that is missing, unknown or has a ground twice at once."""
    lists: dict[GroundKind, GroundList] = {}
    for name, fields in file.each():
        if name not in set(GroundKind):
            raise fields.fault(f"is no kind of ground; known: {', '.join(GroundKind)}")
        kind = GroundKind(name)
        vi = fields.text("vi")
        steps = [step for code, one in fields.each() for step in _read_ground(kind, code, one)]
        lists[kind] = GroundList(kind, vi, tuple(steps))
    if missing := set(GroundKind) - set(lists):
        raise file.fault(f"lacks the lists {', '.join(sorted(missing))}")
    return lists


def _read_ground(kind: GroundKind, code: str, fields: Fields) -> tuple[Ground, ...]:
    vi = fields.text("vi")
    steps = tuple(_read_step(kind, code, vi, step) for step in fields.tables("in_force"))
    fields.finish()
    if not steps:
        raise fields.fault("has no step in force")
    if [step.since for step in steps] != sorted(step.since for step in steps):
        raise fields.fault("steps out of order")
    if overlapping(Span(step.since, step.until) for step in steps):
        raise fields.fault("steps overlap")
    return steps


def _read_step(kind: GroundKind, code: str, vi: str, step: Fields) -> Ground:
    since, until = read_span(step)
    point, basis = step.text("point", ""), step.text("basis")
    words = step.text("vi", vi)
    certainty = step.choice("certainty", Certainty, Certainty.STATED)
    attributes = step.rest()
    if unknown := set(attributes) - KNOWN_ATTRIBUTES:
        raise step.fault(f"unknown field {', '.join(sorted(unknown))}")
    return Ground(kind, code, point, words, basis, since, until, certainty, MappingProxyType(attributes))
