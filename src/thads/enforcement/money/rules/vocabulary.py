"""The closed vocabularies of the book of money; each member's Vietnamese name stands in the law's terms."""

from enum import StrEnum


class Place(StrEnum):
    """Where money lies (T78 Đ11; T04 Đ17)."""

    CASH = "cash"
    TREASURY = "treasury"
    BANK = "bank"


class Purse(StrEnum):
    """As what money is held: whose it is, or that this is still to be decided (T78 Đ11.2)."""

    POOL = "pool"
    DUTY = "duty"
    INTEREST = "interest"
    KEPT = "kept"
    FEE = "fee"
    COST = "cost"
    ADVANCE = "advance"
    DEBTOR = "debtor"
    THIRD_PARTY = "third_party"


class Side(StrEnum):
    """The two sides of an account."""

    DEBIT = "debit"
    CREDIT = "credit"


class ReceiptKind(StrEnum):
    """What a receipt book is for (T04 Đ14–16)."""

    COLLECTION = "collection"
    FEE = "fee"
    PROVISIONAL = "provisional"


class ReceiptSeries(StrEnum):
    """How receipts are numbered: books of paper, or by computer within the calendar year (T04 Đ14)."""

    PAPER = "paper"
    ELECTRONIC = "electronic"
    ELSEWHERE = "elsewhere"


class NumberState(StrEnum):
    """What became of a number of a receipt book; every number is accounted for (T04 Đ15)."""

    USED = "used"
    CANCELLED = "cancelled"
    SPOILED = "spoiled"
    LOST = "lost"


class PayeeKind(StrEnum):
    """Who is paid (L08 Đ47; L25 Đ54)."""

    PERSON = "person"
    ORGANISATION = "organisation"
    BUDGET = "budget"
    DEBTOR = "debtor"
    THIRD_PARTY = "third_party"


class PayoutForm(StrEnum):
    """In which form money is paid out (T04 Đ18.2; N62 Đ49.3; L25 Đ54.6)."""

    CASH = "cash"
    POST = "post"
    TRANSFER = "transfer"


class PayoutStatus(StrEnum):
    """How far a payment is: proposed, slip prepared, approved, paid, or turned down (T04 Đ18)."""

    PROPOSED = "proposed"
    PREPARED = "prepared"
    APPROVED = "approved"
    PAID = "paid"
    TURNED_DOWN = "turned_down"


class CostBearer(StrEnum):
    """Who bears a cost in the end (L08 Đ73; L25 Đ53)."""

    DEBTOR = "debtor"
    CREDITOR = "creditor"
    BUDGET = "budget"


class CostSource(StrEnum):
    """Out of what a cost is paid at first (L08 Đ73.6; L25 Đ53.7)."""

    ADVANCE = "advance"
    BUDGET = "budget"
    POOL = "pool"


class AsideForm(StrEnum):
    """How money of an absent payee is put aside (L08 Đ126; L25 Đ59; N152 Đ30.5)."""

    SAVINGS = "savings"
    TREASURY = "treasury"


class MatchState(StrEnum):
    """How a line of a statement stands to the book."""

    MATCHED = "matched"
    DOUBTFUL = "doubtful"
    MISSING_IN_BOOK = "missing_in_book"
    CONFIRMED = "confirmed"
    TURNED_DOWN = "turned_down"
