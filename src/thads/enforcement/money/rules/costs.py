"""Costs of enforcement: who bears which, relief by the head, and the budget's advance that goes back first.

The debtor bears them unless listed otherwise (L08 Đ73; L25 Đ53.3–5; N152 Đ79–80); relief: half, or for
families of merit who paid half the rest (N62 Đ44; N152 Đ87); the budget bears what is relieved.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thads.enforcement.money.rules.vocabulary import CostBearer
from thads.kernel.money import Dong, dong
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Ground, GroundKind

register_sentences(
    {
        "money.cost_paid_over": "Đã nộp {paid} đồng, nhiều hơn chi phí phải chịu {amount} đồng; hãy kiểm "
        "tra lại.",
        "money.cost_paid_too_little": "Căn cứ “{ground}” đòi hỏi đã nộp ít nhất {percent} % chi phí "
        "({needed} đồng); mới nộp {paid} đồng.",
    }
)


class CostKind(StrEnum):
    """What a cost is for (L08 Đ73; L25 Đ53; N152 Đ79–80)."""

    COERCION_FORCES = "coercion_forces"
    NOTICE = "notice"
    VALUATION = "valuation"
    AUCTION = "auction"
    STORAGE_TRANSPORT = "storage_transport"
    HOLDING = "holding"
    OTHER_COERCION = "other_coercion"
    REVALUATION_ASKED_BY_DEBTOR = "revaluation_asked_by_debtor"
    REVALUATION_ASKED_BY_CREDITOR = "revaluation_asked_by_creditor"
    VALUATION_EXPIRED_BY_AGREED_DEFERRAL = "valuation_expired_by_agreed_deferral"
    WALL_OR_DEMOLITION_ADJUDGED = "wall_or_demolition_adjudged"
    REVALUATION_AFTER_VIOLATION = "revaluation_after_violation"
    VERIFICATION_BEFORE_COERCION = "verification_before_coercion"
    RELIEVED = "relieved"


@dataclass(frozen=True, slots=True)
class CostPayer:
    """Who bears a cost of a kind on the day, and the article."""

    bearer: CostBearer
    basis: str
    is_derived: bool = False


@dataclass(frozen=True, slots=True)
class CostRelief:
    """A relief of costs: the ground, what was due and paid, what the budget bears instead, đồng."""

    ground: Ground
    amount: Dong
    paid: Dong
    relieved: Dong

    @property
    def left(self) -> Dong:
        """What the relieved person must still pay, đồng."""
        return self.amount - self.paid - self.relieved


@dataclass(frozen=True, slots=True)
class Advance:
    """Money somebody advanced for costs; `by_budget` goes back first."""

    who: str
    amount: Dong
    by_budget: bool = True


@dataclass(frozen=True, slots=True)
class AdvanceReturn:
    """What goes back to one who advanced, and what he still waits for, đồng."""

    advance: Advance
    returned: Dong

    @property
    def left(self) -> Dong:
        """What is still to go back, đồng."""
        return self.advance.amount - self.returned


@dataclass(frozen=True, slots=True)
class AdvancesReturned:
    """Money that came in, the advances it goes back to in order, what is left of it."""

    collected: Dong
    lines: tuple[AdvanceReturn, ...]
    basis: str

    @property
    def left(self) -> Dong:
        """What is left of the money, đồng."""
        return self.collected - sum(line.returned for line in self.lines)


def cost_payer(kind: CostKind, *, on: date) -> CostPayer:
    """Return who bears a cost of the kind on the day (L08 Đ73; L25 Đ53.3–5); a third party may pay for him
    (L25 Đ74.4a).
    """
    ruling = LAW.value(f"cost.payer.{kind}", on=on)
    return CostPayer(CostBearer(str(ruling.value)), ruling.basis, ruling.is_derived)


def relieve_cost(amount: Dong, *, paid: Dong, ground: str, on: date) -> CostRelief:
    """Return costs relieved on a listed ground: half, never more than is unpaid, or for a family of merit
    that paid half the rest; refuse one that paid less (N62 Đ44; N152 Đ87).
    """
    found = LAW.ground(GroundKind.COST_RELIEF, ground, on=on)
    if dong(paid) > dong(amount):
        raise Refusal("money.cost_paid_over", basis=found.basis, paid=paid, amount=amount)
    needed = -(-amount * int(str(found.attributes.get("paid_percent", 0))) // 100)
    if paid < needed:
        raise Refusal(
            "money.cost_paid_too_little", basis=found.basis, ground=found.vi, needed=needed, paid=paid,
            percent=int(str(found.attributes["paid_percent"])),
        )  # fmt: skip
    relieved = min(amount - paid, amount * int(str(found.attributes["percent"])) // 100)
    return CostRelief(found, amount, paid, relieved)


def return_advances(collected: Dong, advances: Sequence[Advance], *, on: date) -> AdvancesReturned:
    """Return how money that came in goes back to those who advanced costs: the budget at once and first, then
    others in the order given (L08 Đ73.6; L25 Đ53.7).
    """
    left = dong(collected)
    lines: list[AdvanceReturn] = []
    for advance in sorted(advances, key=lambda one: not one.by_budget):
        returned = min(left, dong(advance.amount))
        left -= returned
        lines.append(AdvanceReturn(advance, returned))
    return AdvancesReturned(collected, tuple(lines), LAW.value("cost.advance_first", on=on).basis)
