"""The Vietnamese words for acts and purses of an account."""

from datetime import date

from thads.enforcement.money.rules.facts import AccountFact
from thads.enforcement.money.rules.vocabulary import Place, Purse
from thads.law import LAW


def act_name(fact: AccountFact) -> str:
    """Return how an act is called in a sentence."""
    return LAW.label("FactKind", fact.kind)


def purse_name(purse: Purse, no: int = 0) -> str:
    """Return how a purse is called, with the number of its obligation when it has one."""
    words = LAW.label(purse)
    return f"{words}, khoản {no}" if no else words


def account_name(account: str) -> str:
    """Return the name of an account of the book by its code: a place or a purse."""
    try:
        return LAW.label(Place(account))
    except ValueError:
        return LAW.label(Purse(account))


def account_number(account: str, *, on: date) -> str:
    """Return the number of an account in the plan of accounts (T78; derived until its annex is at hand)."""
    return str(LAW.value(f"account.{account}", on=on).value)
