"""The orders and measures of a history as lines of a page."""

from collections.abc import Mapping, Sequence
from datetime import date

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.coercion_steps import next_step
from thads.enforcement.cases.rules.histories import HistoryFact, standing
from thads.enforcement.cases.rules.measures import Measure
from thads.enforcement.cases.rules.order_pages import MeasureLine, OrderLine, StepTaken
from thads.enforcement.cases.rules.orders import orders_of
from thads.enforcement.cases.rules.state import CaseState
from thads.enforcement.cases.rules.targets import is_bailiffs_own
from thads.enforcement.cases.rules.telling_notes import ground_words
from thads.law import LAW


def order_lines(lines: Sequence[HistoryFact], *, names: Mapping[str, str]) -> Sequence[OrderLine]:
    """Return the orders of a case, the newest first; `names` are those of people by code."""
    found = []
    for order in reversed(orders_of(lines)):
        fact = lines[order.seq - 1].fact
        assert fact is not None
        found.append(
            OrderLine(
                order.seq, order.kind, order_title(fact), order.order_no, order.issued_on, order.signer,
                names.get(order.signer, ""), order.parties_told_on, order.procuracy_sent_on, order.owes,
                is_bailiffs_own(fact),
            )
        )  # fmt: skip
    return found


def measure_lines(state: CaseState, lines: Sequence[HistoryFact], *, on: date) -> Sequence[MeasureLine]:
    """Return the measures of a case, those that stand first, each with the step it waits for on the day."""
    numbers = {
        fact.no: lines[place].order_no
        for place in standing(lines)
        if isinstance(fact := lines[place].fact, f.SecurityOrdered | f.CoercionDecided)
    }
    found = [_measure(one, state, numbers.get(one.no, ""), on) for one in state.measures]
    return sorted(found, key=lambda one: (one.ended_on is not None, one.no))


def order_title(fact: f.CaseFact) -> str:
    """Return the name of an order, with the measure that it began when it began one."""
    title = LAW.label("FactKind", fact.kind)
    if isinstance(fact, f.SecurityOrdered | f.CoercionDecided):
        return f"{title}: {LAW.label(fact.measure).lower()} (biện pháp số {fact.no})"
    return title


def _measure(one: Measure, state: CaseState, order_no: str, on: date) -> MeasureLine:
    waits = one.stands and not one.is_security and one.carried_out_on is None
    return MeasureLine(
        no=one.no, kind=one.kind, is_security=one.is_security, subject=one.subject, value=one.value,
        holder=one.holder, nos=tuple(part.no for part in one.parts), ordered_on=one.ordered_on,
        order_no=order_no, minutes_on=one.minutes_on, planned_on=one.planned_on,
        is_forceful=one.is_forceful, steps=tuple(StepTaken(step, day) for step, day in one.steps),
        next_step=next_step(one, flags=state.flags, on=on) if waits else None,
        carried_out_on=one.carried_out_on, ended_on=one.ended_on,
        end_words=ground_words("measure_end", one.end_ground, on=one.ended_on or on),
    )  # fmt: skip
