"""Fitting the đồng: factors bring every unit near its goal, one finished and one open case take the rest.

What a history gives to the forms is asked of the counting rules themselves, by folding it on the eve and on
the last day of the period; nothing is assumed about how a course is counted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction

from thads.enforcement.cases.rules.state import CaseState, apply
from thads.interfaces.exchange.demo.plans import WHOLE, Plan, Share
from thads.interfaces.exchange.demo.published import document, unit_goals
from thads.interfaces.exchange.demo.telling import tell
from thads.kernel.periods import Period
from thads.reporting.counting.rules import lines
from thads.reporting.counting.rules.questions import Question
from thads.reporting.counting.rules.standing import standing

_KNOWN = datetime(2024, 7, 5, tzinfo=UTC)
THIS = Question.of(Period(2024, 9), known_at=_KNOWN)
LAST = Question.of(Period(2023, 9), known_at=_KNOWN)
ROOM = Fraction(6, 100)
"""What the balancing case of a unit takes of the goal, nearly."""


@dataclass(frozen=True, slots=True)
class Given:
    """What one case gives to a question in đồng: new, finished, able and not finished."""

    new: int = 0
    finished: int = 0
    still_able: int = 0


def given(plan: Plan, question: Question) -> Given:
    """Return what the plan's history gives to the question."""
    eve: CaseState | None = None
    now: CaseState | None = None
    for one in tell(plan):
        if one.on > question.as_of:
            break
        now = apply(now, one.fact, on=one.on)
        if one.on <= question.eve:
            eve = now
    found = standing(plan.number, plan.unit, eve=eve, now=now, question=question)
    if found is None:
        return Given()
    finished = lines.finished(found).share
    return Given(lines.newly_accepted(found).share, finished, lines.able(found).share - finished)


def fit(plans: Sequence[Plan]) -> None:
    """Set every factor and the two exact amounts of each unit, so that the goals come out to the đồng."""
    by_unit = {unit: [p for p in plans if p.unit == unit] for unit in unit_goals()}
    for unit, own in by_unit.items():
        _fit_unit(own, unit)
        _balance(own, unit)
    _fit_last_year(plans)


def _fit_unit(plans: Sequence[Plan], unit: str) -> None:
    goal = unit_goals()[unit]
    open_cases = _with(plans, Share.ABLE)
    _scale(open_cases, _part(goal.open_able_money, 1 - ROOM), _sum(open_cases).still_able)
    others = [p for p in plans if p.share is not Share.FINISHED and p.decided_on <= THIS.as_of]
    part_payments = _sum(others).finished
    done = _with(plans, Share.FINISHED)
    _scale(done, _part(goal.finished_money, 1 - ROOM) - part_payments, _sum(done).finished)


def _fit_last_year(plans: Sequence[Plan]) -> None:
    """Fit the year before: new money so that this year's grew as published, and a rate of money below it.

    Two groups of cases closed before this year are free: those finished within the nine months and those
    finished after them. Their new money n = e + l and the finished e + φl follow from growth and rate.
    """
    chosen = document()["invented"]
    early, late = _with(plans, Share.FINISHED_LAST_YEAR), _with(plans, Share.FINISHED_LATER_LAST_YEAR)
    rest = _sum_last(
        p for p in plans if p.share not in (Share.FINISHED_LAST_YEAR, Share.FINISHED_LATER_LAST_YEAR)
    )
    new = Fraction(_sum(plans).new) / Fraction(chosen["new_money_growth"]) - rest.new
    able = rest.finished + rest.still_able + new
    late_given = _sum_last(late)
    paid_early = Fraction(late_given.finished, late_given.new)
    wanted = (Fraction(chosen["rate_money_last_year"]) * able - rest.finished - paid_early * new) / (
        1 - paid_early
    )
    _scale(early, int(wanted), _sum_last(early).new)
    _scale(late, int(new - wanted), late_given.new)


def _balance(plans: Sequence[Plan], unit: str) -> None:
    goal = unit_goals()[unit]
    total = _sum(_without_exact(plans))
    for plan in plans:
        if plan.exact is not None:
            is_done = plan.share is Share.FINISHED
            plan.exact = (
                goal.finished_money - total.finished if is_done else goal.open_able_money - total.still_able
            )
            assert plan.exact > 0, f"{unit}: {plan.share} is overdrawn by {-plan.exact} đồng"


def _with(plans: Iterable[Plan], share: Share) -> list[Plan]:
    return [p for p in plans if p.share is share and p.exact is None]


def _without_exact(plans: Iterable[Plan]) -> list[Plan]:
    return [p for p in plans if p.exact is None]


def _sum(plans: Iterable[Plan]) -> Given:
    return _total(given(plan, THIS) for plan in plans)


def _sum_last(plans: Iterable[Plan]) -> Given:
    return _total(given(plan, LAST) for plan in plans if plan.decided_on <= LAST.as_of)


def _total(found: Iterable[Given]) -> Given:
    new = finished = still_able = 0
    for one in found:
        new, finished, still_able = new + one.new, finished + one.finished, still_able + one.still_able
    return Given(new, finished, still_able)


def _scale(plans: Iterable[Plan], wanted: int, found: int) -> None:
    for plan in plans:
        plan.factor = wanted * WHOLE // found


def _part(amount: int, part: Fraction) -> int:
    return int(amount * part)
