"""Who bears which cost under either law, relief, and the advance of the budget that goes back first."""

from datetime import date

import pytest

from thads.enforcement.money.rules.costs import Advance, CostKind, cost_payer, relieve_cost, return_advances
from thads.enforcement.money.rules.vocabulary import CostBearer
from thads.kernel.refusals import Refusal

OLD, NEW = date(2026, 6, 30), date(2026, 7, 1)
DEBTOR, CREDITOR, BUDGET = CostBearer.DEBTOR, CostBearer.CREDITOR, CostBearer.BUDGET

BORNE = {
    CostKind.REVALUATION_ASKED_BY_CREDITOR: (CREDITOR, CREDITOR),
    CostKind.WALL_OR_DEMOLITION_ADJUDGED: (CREDITOR, CREDITOR),
    CostKind.VALUATION_EXPIRED_BY_AGREED_DEFERRAL: (DEBTOR, CREDITOR),
    CostKind.REVALUATION_AFTER_VIOLATION: (BUDGET, BUDGET),
    CostKind.VERIFICATION_BEFORE_COERCION: (BUDGET, BUDGET),
    CostKind.RELIEVED: (BUDGET, BUDGET),
}
ARTICLES = {
    DEBTOR: ("L08 Đ73.1", "L25 Đ53.3"),
    CREDITOR: ("L08 Đ73.2", "L25 Đ53.4"),
    BUDGET: ("L08 Đ73.3", "L25 Đ53.5; N152 Đ80"),
}


@pytest.mark.parametrize("kind", CostKind)
def test_the_debtor_bears_costs_unless_listed_otherwise(kind) -> None:
    for on, bearer, place in zip((OLD, NEW), BORNE.get(kind, (DEBTOR, DEBTOR)), (0, 1), strict=True):
        said = cost_payer(kind, on=on)

        assert said.bearer is bearer
        assert said.basis.startswith(ARTICLES[bearer][place])
        assert not said.is_derived


@pytest.mark.parametrize(
    ("ground", "paid", "relieved", "left"),
    [
        ("poor_household", 0, 50, 51),
        ("poor_household", 60, 41, 0),
        ("lonely_disabled_ill", 20, 50, 31),
        ("merit_family", 51, 50, 0),
    ],
)
@pytest.mark.parametrize(("on", "basis"), [(OLD, "N62 Đ44"), (NEW, "N152 Đ87")])
def test_half_is_relieved_and_for_families_of_merit_the_rest(ground, paid, relieved, left, on, basis) -> None:
    relief = relieve_cost(101, paid=paid, ground=ground, on=on)

    assert (relief.relieved, relief.left, relief.ground.basis) == (relieved, left, basis)


@pytest.mark.parametrize(
    ("ground", "paid", "code"),
    [
        ("merit_family", 50, "money.cost_paid_too_little"),
        ("poor_household", 102, "money.cost_paid_over"),
        ("friend", 0, "law.ground_unknown"),
    ],
)
def test_relief_without_ground_is_refused(ground, paid, code) -> None:
    with pytest.raises(Refusal) as caught:
        relieve_cost(101, paid=paid, ground=ground, on=OLD)

    assert caught.value.code == code


@pytest.mark.parametrize(
    ("collected", "budget", "creditor", "left"), [(30, 30, 0, 0), (70, 40, 30, 0), (100, 40, 50, 10)]
)
@pytest.mark.parametrize(("on", "basis"), [(OLD, "L08 Đ73.6"), (NEW, "L25 Đ53.7")])
def test_the_budget_has_its_advance_back_first(collected, budget, creditor, left, on, basis) -> None:
    told = (Advance("B", 50, by_budget=False), Advance("Ngân sách", 40))

    returned = return_advances(collected, told, on=on)

    assert [(line.advance.who, line.returned) for line in returned.lines] == [
        ("Ngân sách", budget),
        ("B", creditor),
    ]
    assert [line.left for line in returned.lines] == [40 - budget, 50 - creditor]
    assert (returned.left, returned.basis) == (left, basis)
