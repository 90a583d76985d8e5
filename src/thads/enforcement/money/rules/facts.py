"""The facts of an account: frozen values, one class per act that moves or binds money of a case.

The account of a case is a subject of the ledger of its own (`SUBJECT`), named by the case's id. Each fact
tells everything its booking needs, so that the lines of the book follow from the fact alone. Each class says
which day `took_effect` is, and its article.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.vocabulary import CollectionMeans
from thads.enforcement.money.rules.fees import FeeManner
from thads.enforcement.money.rules.vocabulary import (
    AsideForm,
    CostBearer,
    CostSource,
    PayeeKind,
    PayoutForm,
    Place,
    Purse,
    ReceiptKind,
    ReceiptSeries,
)
from thads.kernel.money import Dong

SUBJECT = "account"
"""What the ledger calls the account of a case."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Đồng for one obligation: what lessens the duty, and late interest, which lessens none."""

    no: int
    principal: Dong = 0
    interest: Dong = 0

    @property
    def amount(self) -> Dong:
        return self.principal + self.interest


@dataclass(frozen=True, slots=True)
class Sum:
    """Đồng held in a purse, for an obligation where the purse is divided by obligations."""

    purse: Purse
    amount: Dong
    no: int = 0


@dataclass(frozen=True, slots=True)
class Lying:
    """Đồng lying at a place."""

    place: Place
    amount: Dong


@dataclass(frozen=True, slots=True)
class Share:
    """Đồng out of a pool: into a purse of this account, or, `case_id` named, into the account of another
    case.
    """

    purse: Purse
    amount: Dong
    no: int = 0
    case_id: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class BalanceCarried:
    """What was held and still due when the book was opened; the day of the cut-over (T78 Đ11.2c)."""

    kind: ClassVar[str] = "money.balance_carried"

    sums: tuple[Sum, ...]
    places: tuple[Lying, ...]
    fee_due: tuple[Part, ...] = ()
    cost_due: Dong = 0
    advance_due: Dong = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """Money came in against a receipt; the day on the receipt (L08 Đ45–47; T04 Đ13–17).

    What is not for a named obligation, for costs or fee, waits in the pool until it is shared out. `case_seq`
    is the place of the collection in the history of the case, 0 when no duty was lessened.
    """

    kind: ClassVar[str] = "money.received"

    receipt_no: str
    series: ReceiptSeries
    place: Place
    means: CollectionMeans
    parts: tuple[Credit, ...] = ()
    pool: Dong = 0
    cost: Dong = 0
    fees: tuple[Part, ...] = ()
    payer: str = ""
    receipt_kind: ReceiptKind = ReceiptKind.COLLECTION
    collected_by: str = ""
    case_seq: int = 0
    in_hand: bool = False

    @property
    def amount(self) -> Dong:
        """The whole amount on the receipt."""
        credited = sum(part.amount for part in self.parts)
        return credited + self.pool + self.cost + sum(part.amount or 0 for part in self.fees)


@dataclass(frozen=True, slots=True)
class CashFunded:
    """Cash that a bailiff had in hand came into the fund; the day of the accountant's voucher (T04 Đ17)."""

    kind: ClassVar[str] = "money.cash_funded"

    amount: Dong
    voucher_no: str = ""


@dataclass(frozen=True, slots=True)
class PoolShared:
    """Money waiting was shared out in the order of payment; the day the head confirmed it (L08 Đ47; L25 Đ54).

    `place`: from where the shares of other cases leave. `case_seq` as in `Received`; `order_no` binds
    together what one confirmation wrote into several accounts.
    """

    kind: ClassVar[str] = "money.pool_shared"

    order_no: str
    shares: tuple[Share, ...]
    place: Place
    means: CollectionMeans = CollectionMeans.VOLUNTARY
    case_seq: int = 0

    @property
    def amount(self) -> Dong:
        return sum(share.amount for share in self.shares)


@dataclass(frozen=True, slots=True)
class ShareReceived:
    """A share of money collected in another case came in; the day of that confirmation (L08 Đ47; L25 Đ54)."""

    kind: ClassVar[str] = "money.share_received"

    order_no: str
    from_case_id: str
    from_case: str
    place: Place
    parts: tuple[Credit, ...]
    means: CollectionMeans = CollectionMeans.VOLUNTARY
    case_seq: int = 0

    @property
    def amount(self) -> Dong:
        return sum(part.amount for part in self.parts)


@dataclass(frozen=True, slots=True)
class CostAdvanced:
    """The budget advanced money for costs; the day it came in (L08 Đ73.6; N62 Đ43; L25 Đ53.7)."""

    kind: ClassVar[str] = "money.cost_advanced"

    amount: Dong
    place: Place
    voucher_no: str = ""


@dataclass(frozen=True, slots=True)
class CostIncurred:
    """A cost was paid: for what, to whom, who bears it; the day of payment (L08 Đ73; L25 Đ53.3–5)."""

    kind: ClassVar[str] = "money.cost_incurred"

    item: str
    amount: Dong
    bearer: CostBearer
    source: CostSource
    place: Place = Place.CASH
    paid_to: str = ""
    voucher_no: str = ""


@dataclass(frozen=True, slots=True)
class CostSettled:
    """Costs were taken out of money held, to go back to the budget; the day of the deduction (L08 Đ47.1, 73;
    L25 Đ53.7, 54.1).
    """

    kind: ClassVar[str] = "money.cost_settled"

    amount: Dong
    purse: Purse = Purse.POOL
    no: int = 0


@dataclass(frozen=True, slots=True)
class CostRelieved:
    """The head relieved somebody of costs, which the budget then bears; the day of the decision (N62 Đ44;
    N152 Đ87).
    """

    kind: ClassVar[str] = "money.cost_relieved"

    amount: Dong
    decision_no: str
    ground: str = ""


@dataclass(frozen=True, slots=True)
class FeeDecided:
    """The head decided the fee on money received for an obligation; the day of the decision (T216 Đ5.1).

    `base`: the money or value received this time, before the fee; `amount`: the fee on it; `source_seq`: the
    place in the account of the fact by which it came in; `ground`: why it bears no fee.
    """

    kind: ClassVar[str] = "money.fee_decided"

    no: int
    base: Dong
    amount: Dong
    manner: FeeManner = FeeManner.COLLECTED
    source_seq: int = 0
    decision_no: str = ""
    payer: str = ""
    ground: str = ""


@dataclass(frozen=True, slots=True)
class FeeCollected:
    """The fee was withheld from money held, before paying; the day of the deduction (T216 Đ5.4a)."""

    kind: ClassVar[str] = "money.fee_collected"

    no: int
    amount: Dong
    purse: Purse = Purse.DUTY
    receipt_no: str = ""


@dataclass(frozen=True, slots=True)
class FeeRelieved:
    """The head exempted from a fee or reduced it; the day of the decision (T216 Đ7)."""

    kind: ClassVar[str] = "money.fee_relieved"

    no: int
    amount: Dong
    decision_no: str
    ground: str = ""


@dataclass(frozen=True, slots=True)
class FeeCorrected:
    """A fee wrongly decided was decided anew; the day of that decision (T216 Đ5.5).

    `due` is how many đồng more (or, negative, fewer) are still to be paid; `refund` goes from the fee held
    back to the one who paid it.
    """

    kind: ClassVar[str] = "money.fee_corrected"

    no: int
    before: Dong
    after: Dong
    due: Dong
    refund: Dong = 0
    decision_no: str = ""


@dataclass(frozen=True, slots=True)
class PayoutProposed:
    """The bailiff proposed to pay somebody out of money held; the day of the proposal (L08 Đ47; T04 Đ18)."""

    kind: ClassVar[str] = "money.payout_proposed"

    payout: int
    purse: Purse
    amount: Dong
    payee_kind: PayeeKind
    payee: str
    form: PayoutForm
    no: int = 0
    bank: str = ""
    bank_account: str = ""
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class PayoutPrepared:
    """The accountant made out the slip of a payment; its day (T04 Đ18; T78 Đ8)."""

    kind: ClassVar[str] = "money.payout_prepared"

    payout: int
    slip_no: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class PayoutApproved:
    """The head approved a payment; the day of approval (L08 Đ47; L25 Đ54; T04 Đ18)."""

    kind: ClassVar[str] = "money.payout_approved"

    payout: int
    by: str = ""


@dataclass(frozen=True, slots=True)
class PayoutTurnedDown:
    """A payment was turned down before it was made; the day of that (T04 Đ18)."""

    kind: ClassVar[str] = "money.payout_turned_down"

    payout: int
    reason: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class PaidOut:
    """An approved payment was made; the day the money left (L08 Đ47.5; L25 Đ54.6; T04 Đ18)."""

    kind: ClassVar[str] = "money.paid_out"

    payout: int
    purse: Purse
    amount: Dong
    payee_kind: PayeeKind
    place: Place
    no: int = 0
    slip_no: str = ""
    cashier: str = ""


@dataclass(frozen=True, slots=True)
class MoneyMoved:
    """Money was carried from one place to another; the day of the voucher (T04 Đ17; T78)."""

    kind: ClassVar[str] = "money.money_moved"

    amount: Dong
    from_place: Place
    to_place: Place
    voucher_no: str = ""


@dataclass(frozen=True, slots=True)
class SetOff:
    """Duties were balanced; the day of that (N152 Đ31; L08 Đ126.1; L25 Đ59.5).

    With a `place`, money held for the payee leaves for the case in which he owes; without one no money moves:
    the parties of two cases owe each other.
    """

    kind: ClassVar[str] = "money.set_off"

    no: int
    amount: Dong
    other_case_id: str
    other_case: str
    other_no: int
    place: Place | None = None
    case_seq: int = 0


@dataclass(frozen=True, slots=True)
class PayeeNotified:
    """The payee was told to come for his money; the day the notice was received (L08 Đ126; N62 Đ49; L25
    Đ59).
    """

    kind: ClassVar[str] = "money.payee_notified"

    purse: Purse
    no: int = 0
    payee: str = ""


@dataclass(frozen=True, slots=True)
class PutAside:
    """Money of an absent payee was put into savings or at the treasury; the day of the deposit (L08 Đ126; N62
    Đ49.5; L25 Đ59; N152 Đ30.5).
    """

    kind: ClassVar[str] = "money.put_aside"

    purse: Purse
    amount: Dong
    form: AsideForm
    from_place: Place
    to_place: Place
    no: int = 0
    voucher_no: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class InterestEarned:
    """A deposit bore interest, which belongs to whom the money belongs; the day it came in (N62 Đ49.5; N152
    Đ30.8).
    """

    kind: ClassVar[str] = "money.interest_earned"

    purse: Purse
    amount: Dong
    place: Place
    no: int = 0
    voucher_no: str = ""


@dataclass(frozen=True, slots=True)
class UnclaimedToState:
    """Money nobody came for went to the State; the day of the payment to the budget (N62 Đ49.5; L25 Đ59.1).

    `effective_on`: when the judgment took effect, where that is known.
    """

    kind: ClassVar[str] = "money.unclaimed_to_state"

    purse: Purse
    amount: Dong
    place: Place
    no: int = 0
    decision_no: str = ""
    voucher_no: str = ""
    effective_on: date | None = None


AccountFact = (
    BalanceCarried
    | Received
    | CashFunded
    | PoolShared
    | ShareReceived
    | CostAdvanced
    | CostIncurred
    | CostSettled
    | CostRelieved
    | FeeDecided
    | FeeCollected
    | FeeRelieved
    | FeeCorrected
    | PayoutProposed
    | PayoutPrepared
    | PayoutApproved
    | PayoutTurnedDown
    | PaidOut
    | MoneyMoved
    | SetOff
    | PayeeNotified
    | PutAside
    | InterestEarned
    | UnclaimedToState
)

KINDS: dict[str, type[AccountFact]] = {
    fact.kind: fact
    for fact in (
        BalanceCarried, Received, CashFunded, PoolShared, ShareReceived, CostAdvanced, CostIncurred,
        CostSettled, CostRelieved, FeeDecided, FeeCollected, FeeRelieved, FeeCorrected, PayoutProposed,
        PayoutPrepared, PayoutApproved, PayoutTurnedDown, PaidOut, MoneyMoved, SetOff, PayeeNotified,
        PutAside, InterestEarned, UnclaimedToState,
    )
}  # fmt: skip
