"""A plan: what will become of one invented case, before its amounts are known and its facts are told."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from random import Random

from thads.enforcement.cases.rules.vocabulary import (
    Flag,
    Initiation,
    IntakeRoute,
    JudgmentKind,
    ObligationKind,
)
from thads.interfaces.exchange.demo.calendar import EVE
from thads.interfaces.exchange.demo.people import BANKS, COMPANIES, STATE, person

WHOLE = 10_000
"""Factors are whole ten-thousandths."""


class Share(Enum):
    """Which figure the đồng of a case are fitted to."""

    FINISHED = auto()
    ABLE = auto()
    FREE = auto()
    FINISHED_LAST_YEAR = auto()
    FINISHED_LATER_LAST_YEAR = auto()


@dataclass(slots=True)
class DutyPlan:
    """A duty with its weight in đồng; a fixed one keeps it, as a court fee of 300.000 đồng does."""

    kind: ObligationKind
    weight: int
    creditor: str
    fixed: bool = False


@dataclass(slots=True)
class Plan:
    """One case to come: who, when, on which course, with which moments on the way."""

    unit: str
    course: str
    share: Share
    decided_on: date
    moments: dict[str, date]
    seed: int
    initiation: Initiation = Initiation.EX_OFFICIO
    judgment_kind: JudgmentKind = JudgmentKind.CRIMINAL
    duties: list[DutyPlan] = field(default_factory=list)
    debtor: str = ""
    flags: tuple[Flag, ...] = ()
    route: IntakeRoute = IntakeRoute.NEW
    from_agency: str = ""
    to_agency: str = ""
    factor: int = WHOLE
    exact: int | None = None
    twin: "Plan | None" = None
    plain: bool = False
    unable_ground: str = "no_income_no_assets"
    number: str = ""
    decision_no: str = ""
    bailiff: str = ""
    bailiff_later: tuple[date, str] | None = None

    def amounts(self) -> list[int]:
        """Return the đồng of each duty: whole thousands, fitted by the factor, or exactly what was asked."""
        if self.twin is not None:
            return self.twin.amounts()
        if self.exact is not None:
            return [self.exact]
        return [
            duty.weight if duty.fixed else _thousands(duty.weight * self.factor // WHOLE)
            for duty in self.duties
        ]

    @property
    def is_new(self) -> bool:
        return self.decided_on > EVE


def _thousands(amount: int) -> int:
    return max(1, amount // 1000) * 1000 if amount else 0


S = ObligationKind
X, R = Initiation.EX_OFFICIO, Initiation.ON_REQUEST
J = JudgmentKind

MATTERS = (
    # weight, initiation, judgment, matter
    (30, X, J.CRIMINAL, "fine_and_fee"),
    (13, X, J.MARRIAGE_FAMILY, "family_fee"),
    (15, X, J.CIVIL, "civil_fee"),
    (4, X, J.CRIMINAL, "return"),
    (4, X, J.CRIMINAL, "confiscation"),
    (12, R, J.CIVIL, "contract"),
    (3, R, J.CIVIL, "credit"),
    (2, R, J.BUSINESS_COMMERCE, "commerce"),
    (6, R, J.MARRIAGE_FAMILY, "alimony"),
    (4, R, J.MARRIAGE_FAMILY, "division"),
    (7, R, J.CRIMINAL, "damages"),
    (1, R, J.LABOUR, "wage"),
    (2, R, J.CIVIL, "hand_over"),
)
HARD_MATTERS = {
    "fine_and_fee": 3,
    "damages": 3,
    "contract": 2,
    "civil_fee": 0.6,
    "family_fee": 0.15,
    "return": 0,
}
_WEIGHTS = [row[0] for row in MATTERS]
_HARD = [row[0] * HARD_MATTERS.get(row[3], 1) for row in MATTERS]


def furnish(plan: Plan, chance: Random, *, hard: bool = False) -> None:
    """Give a plan its judgment, duties and persons; `hard` cases are those whose debtors have little."""
    _, plan.initiation, plan.judgment_kind, matter = chance.choices(
        MATTERS, weights=_HARD if hard else _WEIGHTS
    )[0]
    plan.debtor = person(chance)
    plan.duties = _duties(matter, chance)
    plan.flags = _flags(matter, chance)
    if matter in ("commerce", "wage") or (matter == "credit" and chance.random() < 0.2):
        plan.debtor = chance.choice(COMPANIES)
    if matter == "return":
        plan.debtor = "Cơ quan thi hành án đang giữ"


def _spread(chance: Random, median: int, sigma: float = 0.9) -> int:
    return int(min(max(chance.lognormvariate(0, sigma), 0.1), 8.0) * median)


def _duties(matter: str, chance: Random) -> list[DutyPlan]:
    fee = DutyPlan(S.COURT_FEE, chance.choice((200_000, 300_000, 300_000)), STATE, fixed=True)
    match matter:
        case "fine_and_fee":
            return _criminal_revenue(fee, chance)
        case "family_fee":
            return [DutyPlan(S.COURT_FEE, chance.choice((150_000, 300_000)), STATE, fixed=True)]
        case "civil_fee":
            return [DutyPlan(S.COURT_FEE, _spread(chance, 4_000_000, 1.1), STATE)]
        case "return":
            return [DutyPlan(S.RETURN_MONEY, _spread(chance, 6_000_000), person(chance))]
        case "confiscation":
            return [fee, DutyPlan(chance.choice((S.CONFISCATE, S.DESTROY)), 0, STATE)]
        case "contract":
            return [DutyPlan(S.CONTRACT, _spread(chance, 55_000_000, 1.1), person(chance))]
        case "credit":
            return [DutyPlan(S.CREDIT_DEBT, _spread(chance, 260_000_000, 1.0), chance.choice(BANKS))]
        case "commerce":
            return [DutyPlan(S.CONTRACT, _spread(chance, 220_000_000, 1.0), chance.choice(COMPANIES))]
        case "alimony":
            return [DutyPlan(S.ALIMONY, _spread(chance, 18_000_000, 0.4), person(chance))]
        case "division":
            return [DutyPlan(S.DIVORCE_SHARE, _spread(chance, 90_000_000), person(chance))]
        case "damages":
            return _damages(chance)
        case "wage":
            return [DutyPlan(S.WAGE, _spread(chance, 30_000_000), person(chance))]
        case _:
            return [DutyPlan(S.HAND_OVER, 0, person(chance)), fee]


def _criminal_revenue(fee: DutyPlan, chance: Random) -> list[DutyPlan]:
    drawn = chance.random()
    if drawn < 0.45:
        return [fee]
    fine = DutyPlan(S.FINE, _spread(chance, 10_000_000, 0.6), STATE)
    if drawn < 0.85:
        return [fee, fine]
    return [fee, fine, DutyPlan(S.UNLAWFUL_GAIN, _spread(chance, 8_000_000), STATE)]


def _damages(chance: Random) -> list[DutyPlan]:
    life = DutyPlan(S.DAMAGE_LIFE_HEALTH_MORAL, _spread(chance, 35_000_000), person(chance))
    if chance.random() < 0.6:
        return [life]
    return [life, DutyPlan(S.OTHER, _spread(chance, 15_000_000), person(chance))]


def _flags(matter: str, chance: Random) -> tuple[Flag, ...]:
    flags: list[Flag] = []
    if matter == "credit":
        flags.append(Flag.CREDIT_INSTITUTION)
    if matter == "fine_and_fee" and chance.random() < 0.18:
        flags.append(Flag.PRISONER)
    if matter in ("contract", "division", "credit") and chance.random() < 0.12:
        flags.append(Flag.LAND)
    if chance.random() < 0.004:
        flags.append(Flag.CORRUPTION_ECONOMIC)
    if chance.random() < 0.006:
        flags.append(Flag.KEY_CASE)
    return tuple(flags)
