"""What is due by a day and what one decision covers, on the joints of the enforcement year."""

from datetime import date

import pytest

from thads.enforcement.money.rules.instalments import (
    Instalment,
    PeriodicDuty,
    dated_scope,
    due_standing,
    periodic_scope,
)
from thads.kernel.refusals import Refusal

OLD, NEW = date(2026, 6, 30), date(2026, 7, 1)
THREE = (Instalment(date(2026, 9, 30), 30), Instalment(OLD, 10), Instalment(NEW, 20))
MONTHLY = PeriodicDuty(date(2024, 1, 31), 3)


def test_what_was_paid_covers_the_oldest_first() -> None:
    standing = due_standing(THREE, paid=15, on=NEW)

    assert (standing.due, standing.left) == (30, 15)
    assert standing.unpaid == (Instalment(NEW, 15),)
    assert standing.next_due == Instalment(date(2026, 9, 30), 30)


def test_what_was_paid_ahead_leaves_nothing_due() -> None:
    standing = due_standing(THREE, paid=60, on=date(2026, 9, 30))

    assert (standing.left, standing.unpaid, standing.next_due) == (0, (), None)
    assert due_standing(THREE, paid=60, on=OLD).left == 0


@pytest.mark.parametrize(("on", "total", "basis"), [(OLD, 10, "TL11 Đ1.6"), (NEW, 30, "N152 Đ11.2")])
def test_a_decision_covers_the_dates_that_are_due(on, total, basis) -> None:
    scope = dated_scope(THREE, on=on)

    assert (scope.total, scope.basis, scope.is_derived) == (total, basis, False)


@pytest.mark.parametrize(
    ("on", "decided_until", "first", "last"),
    [
        (date(2024, 1, 31), None, date(2024, 1, 31), date(2024, 9, 30)),
        (date(2024, 9, 30), None, date(2024, 1, 31), date(2024, 9, 30)),
        (date(2024, 10, 1), None, date(2024, 1, 31), date(2025, 9, 30)),
        (date(2024, 10, 31), date(2024, 9, 30), date(2024, 10, 31), date(2025, 9, 30)),
    ],
)
def test_a_decision_on_alimony_covers_the_enforcement_year(on, decided_until, first, last) -> None:
    scope = periodic_scope(MONTHLY, on=on, decided_until=decided_until)

    assert scope.instalments[0].due_on == first
    assert scope.instalments[-1].due_on == last
    assert scope.total == 3 * len(scope.instalments)
    assert str(scope.year) == ("FY2024/12M" if on < date(2024, 10, 1) else "FY2025/12M")


def test_months_without_the_day_are_due_on_their_last_day() -> None:
    due = [one.due_on for one in MONTHLY.until(date(2024, 4, 30))]

    assert due == [date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 31), date(2024, 4, 30)]


def test_a_duty_with_an_end_falls_due_no_more_after_it() -> None:
    quarterly = PeriodicDuty(date(2024, 1, 15), 9, every_months=3, last_on=date(2024, 7, 15))

    assert periodic_scope(quarterly, on=date(2024, 5, 1)).total == 27


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (lambda: dated_scope(THREE, on=date(2026, 6, 29)), "money.nothing_due_yet"),
        (lambda: dated_scope((), on=NEW), "money.no_instalment"),
        (lambda: periodic_scope(MONTHLY, on=date(2024, 1, 30)), "money.nothing_due_yet"),
        (lambda: periodic_scope(MONTHLY, on=date(2023, 9, 30)), "money.no_instalment"),
        (lambda: periodic_scope(PeriodicDuty(NEW, 0), on=NEW), "money.period_wrong"),
        (lambda: periodic_scope(PeriodicDuty(NEW, 5, every_months=0), on=NEW), "money.period_wrong"),
    ],
)
def test_no_decision_before_anything_is_due(ask, code) -> None:
    with pytest.raises(Refusal) as caught:
        ask()

    assert caught.value.code == code
    assert "…" not in caught.value.message
