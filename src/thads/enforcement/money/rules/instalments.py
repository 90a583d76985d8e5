"""Duties due at several dates: what is due by a day, and what one decision covers (TL11 Đ1.6; N152 Đ11.2).

There is no decision before a date is due; for duties due each month or quarter, as alimony, one decision
covers what is due or falls due within the enforcement year (1 October to 30 September).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from thads.kernel.calendar import add_months
from thads.kernel.money import Dong, dong
from thads.kernel.periods import Period
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "money.nothing_due_yet": "Chưa có kỳ nào đến hạn vào ngày {on}; kỳ sớm nhất đến hạn ngày {first}. "
        "Chỉ ra quyết định thi hành án khi nghĩa vụ đã đến hạn.",
        "money.no_instalment": "Chưa ghi kỳ trả nào; hãy ghi ngày đến hạn và số tiền của từng kỳ.",
        "money.period_wrong": "Kỳ trả phải cách nhau từ 1 tháng trở lên và số tiền mỗi kỳ lớn hơn 0 đồng.",
    }
)


@dataclass(frozen=True, slots=True)
class Instalment:
    """One part of a duty, due on a day."""

    due_on: date
    amount: Dong


@dataclass(frozen=True, slots=True)
class PeriodicDuty:
    """A sum due again and again, as alimony each month: the first day due, months between, the last day it
    may be due (none: no end known).
    """

    first_on: date
    amount: Dong
    every_months: int = 1
    last_on: date | None = None

    def until(self, day: date) -> Iterator[Instalment]:
        """Yield the instalments due up to the day, that day counting."""
        last = day if self.last_on is None else min(day, self.last_on)
        count = 0
        while (due_on := add_months(self.first_on, count * self.every_months)) <= last:
            yield Instalment(due_on, self.amount)
            count += 1


@dataclass(frozen=True, slots=True)
class DueStanding:
    """What of the instalments is due by a day, what was paid, what comes next."""

    on: date
    due: Dong
    paid: Dong
    unpaid: tuple[Instalment, ...]
    next_due: Instalment | None

    @property
    def left(self) -> Dong:
        """Due by the day and not paid, đồng."""
        return max(0, self.due - self.paid)


@dataclass(frozen=True, slots=True)
class DecisionScope:
    """What one decision covers: the instalments, their sum, the enforcement year, the article."""

    instalments: tuple[Instalment, ...]
    year: Period
    basis: str
    is_derived: bool

    @property
    def total(self) -> Dong:
        """The sum of the instalments, đồng."""
        return sum(one.amount for one in self.instalments)


def due_standing(instalments: Sequence[Instalment], *, paid: Dong, on: date) -> DueStanding:
    """Return what is due by the day; what was paid covers the oldest first [derived]."""
    ordered = sorted(instalments, key=lambda one: one.due_on)
    due = [one for one in ordered if one.due_on <= on]
    following = next((one for one in ordered if one.due_on > on), None)
    return DueStanding(on, sum(one.amount for one in due), dong(paid), _unpaid(due, paid), following)


def _unpaid(due: Sequence[Instalment], paid: Dong) -> tuple[Instalment, ...]:
    left: list[Instalment] = []
    for one in due:
        covered = min(paid, one.amount)
        paid -= covered
        if covered < one.amount:
            left.append(Instalment(one.due_on, one.amount - covered))
    return tuple(left)


def dated_scope(instalments: Sequence[Instalment], *, on: date) -> DecisionScope:
    """Return what a decision of the day covers of a duty with several dates: those due; refuse a day before
    the first (TL11 Đ1.6; N152 Đ11.2).
    """
    due = tuple(sorted((one for one in instalments if one.due_on <= on), key=lambda one: one.due_on))
    return _scope(due, instalments, on)


def periodic_scope(duty: PeriodicDuty, *, on: date, decided_until: date | None = None) -> DecisionScope:
    """Return what a decision of the day covers of a periodic duty: due or falling due within the enforcement
    year, after what earlier decisions covered; refuse a day before the first (TL11 Đ1.6; N152 Đ11.2).
    """
    if duty.every_months < 1 or dong(duty.amount) == 0:
        raise Refusal("money.period_wrong", basis=LAW.value("decision.periodic_duty", on=on).basis)
    year = Period.containing(on).whole_year()
    within = [one for one in duty.until(year.end) if decided_until is None or one.due_on > decided_until]
    begun = within and within[0].due_on <= on
    return _scope(tuple(within) if begun else (), within, on)


def _scope(covered: tuple[Instalment, ...], all_known: Sequence[Instalment], on: date) -> DecisionScope:
    ruling = LAW.value("decision.periodic_duty", on=on)
    if not all_known:
        raise Refusal("money.no_instalment", basis=ruling.basis)
    if not covered:
        first = min(one.due_on for one in all_known)
        raise Refusal("money.nothing_due_yet", basis=ruling.basis, on=on, first=first)
    return DecisionScope(covered, Period.containing(on).whole_year(), ruling.basis, ruling.is_derived)
