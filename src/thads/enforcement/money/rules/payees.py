"""Who is usually paid out of which purse (L08 Đ47; L25 Đ54)."""

from thads.enforcement.cases.rules.briefs import CaseBrief
from thads.enforcement.money.rules.vocabulary import PayeeKind, Purse
from thads.law import LAW

PAYEE_PURSES = (Purse.DUTY, Purse.INTEREST)

KINDS: dict[Purse, PayeeKind] = {
    Purse.DEBTOR: PayeeKind.DEBTOR,
    Purse.FEE: PayeeKind.BUDGET,
    Purse.COST: PayeeKind.BUDGET,
    Purse.ADVANCE: PayeeKind.BUDGET,
    Purse.THIRD_PARTY: PayeeKind.THIRD_PARTY,
}


def usual_payee(case: CaseBrief, purse: Purse, no: int) -> str:
    """Return who is usually paid out of a purse: the creditor of the obligation, the budget, the debtor."""
    match purse:
        case Purse.DUTY | Purse.INTEREST | Purse.KEPT:
            return creditor_of(case, no)
        case Purse.DEBTOR:
            return case.debtor
        case Purse.FEE | Purse.COST | Purse.ADVANCE:
            return LAW.label(PayeeKind.BUDGET)
        case _:
            return ""


def usual_kind(case: CaseBrief, purse: Purse, no: int) -> PayeeKind:
    """Return what kind of payee a purse usually has; money of the State goes to the budget."""
    if purse in PAYEE_PURSES and is_state_money(case, no):
        return PayeeKind.BUDGET
    return KINDS.get(purse, PayeeKind.PERSON)


def known_payees(case: CaseBrief, no: int, kind: PayeeKind) -> tuple[str, ...]:
    """Return who may be paid for an obligation without more; the budget is nobody's name."""
    if kind is PayeeKind.BUDGET and is_state_money(case, no):
        return ()
    creditor = creditor_of(case, no)
    return (creditor,) if creditor else ()


def is_state_money(case: CaseBrief, no: int) -> bool:
    """Say whether money of an obligation is revenue of the State."""
    duty = case.duty(no)
    return duty is not None and LAW.obligations.of(duty.kind).is_state_revenue


def creditor_of(case: CaseBrief, no: int) -> str:
    """Return the creditor of an obligation, else the one of the case."""
    duty = case.duty(no)
    return (duty.creditor if duty else "") or case.creditor
