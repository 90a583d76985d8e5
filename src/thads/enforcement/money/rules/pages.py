"""What screens, the API and the command line show of money: flat frozen values, amounts in đồng."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from thads.enforcement.deadlines.rules.due_items import Due
from thads.enforcement.money.rules.account import AccountState
from thads.enforcement.money.rules.reconciliation import BookEntry
from thads.enforcement.money.rules.telling import Detail
from thads.enforcement.money.rules.vocabulary import (
    MatchState,
    NumberState,
    PayeeKind,
    PayoutForm,
    PayoutStatus,
    Place,
    Purse,
    ReceiptKind,
)
from thads.kernel.money import Dong


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account in a list: what is held, where it lies, what is due."""

    case_id: UUID
    number: str
    agency: str
    bailiff: str
    debtor: str
    held: Dong
    pool: Dong
    cash: Dong
    treasury: Dong
    bank: Dong
    fee_due: Dong
    cost_due: Dong
    advance_due: Dong
    held_since: date | None
    age_days: int = 0
    in_hand: Dong = 0
    due_on: date | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class AccountEntry:
    """One fact of an account as an officer reads it; `change` is what it added to the money held."""

    entry_id: int
    seq: int
    kind: str
    title: str
    details: tuple[Detail, ...]
    amount: Dong
    change: Dong
    held_after: Dong
    took_effect: date
    recorded_at: datetime
    order_no: str
    actor: str
    actor_name: str
    basis: str
    cancels: int | None
    cancelled_by: int | None
    cancellable: bool


@dataclass(frozen=True, slots=True)
class AccountPage:
    """Everything the account of a case shows; `seq` goes back as `expected_seq` with the next act."""

    case_id: UUID
    number: str
    agency: str
    seq: int
    state: AccountState
    entries: Sequence[AccountEntry]
    dues: Sequence[Due]


@dataclass(frozen=True, slots=True)
class PayoutRow:
    """A payment in the queue."""

    case_id: UUID
    number: str
    agency: str
    bailiff: str
    payout: int
    purse: Purse
    no: int
    amount: Dong
    payee_kind: PayeeKind
    payee: str
    form: PayoutForm
    status: PayoutStatus
    proposed_on: date
    slip_no: str
    proposed_by: str
    prepared_by: str
    bank: str
    bank_account: str
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class TrialLine:
    """An account in the trial balance: what stood, what moved, what stands (debits less credits for
    places).
    """

    account: str
    name: str
    number: str
    opening_debit: Dong
    opening_credit: Dong
    debit: Dong
    credit: Dong
    closing_debit: Dong
    closing_credit: Dong


@dataclass(frozen=True, slots=True)
class TrialBalance:
    """The trial balance of an agency, or of one case, for a span of days as known at an instant (T78)."""

    agency: str
    case_id: UUID | None
    since: date
    as_of: date
    known_at: datetime | None
    lines: Sequence[TrialLine]

    @property
    def debit(self) -> Dong:
        return sum(line.closing_debit for line in self.lines)

    @property
    def credit(self) -> Dong:
        return sum(line.closing_credit for line in self.lines)

    @property
    def turnover_debit(self) -> Dong:
        return sum(line.debit for line in self.lines)

    @property
    def turnover_credit(self) -> Dong:
        return sum(line.credit for line in self.lines)

    @property
    def opening_debit(self) -> Dong:
        return sum(line.opening_debit for line in self.lines)

    @property
    def opening_credit(self) -> Dong:
        return sum(line.opening_credit for line in self.lines)


@dataclass(frozen=True, slots=True)
class BookRow:
    """A line of the cash book or of the book of bank or treasury; `balance` after it."""

    entry_id: int
    on: date
    case_id: UUID
    number: str
    title: str
    voucher: str
    money_in: Dong
    money_out: Dong
    balance: Dong


@dataclass(frozen=True, slots=True)
class PlaceBook:
    """The book of one place for a span of days (T78)."""

    agency: str
    place: Place
    since: date
    as_of: date
    opening: Dong
    rows: Sequence[BookRow]
    closing: Dong

    @property
    def money_in(self) -> Dong:
        return sum(row.money_in for row in self.rows)

    @property
    def money_out(self) -> Dong:
        return sum(row.money_out for row in self.rows)


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """A receipt, or a number spoiled or lost."""

    number: str
    kind: ReceiptKind
    state: NumberState
    on: date
    amount: Dong
    payer: str
    case_id: UUID | None
    case_number: str
    holder: str
    note: str


@dataclass(frozen=True, slots=True)
class ReceiptBookRow:
    """A receipt book given out."""

    book_id: UUID
    symbol: str
    kind: ReceiptKind
    first: str
    last: str
    holder: str
    holder_name: str
    given_on: date
    closed_on: date | None
    used: int
    left: int
    next_number: str


@dataclass(frozen=True, slots=True)
class StatementLineRow:
    """A line of a statement with what it is in the book."""

    line_id: UUID
    row: int
    on: date
    amount: Dong
    text: str
    reference: str
    state: MatchState
    entry: BookEntry | None
    entry_case_id: UUID | None
    candidates: Sequence[BookEntry] = ()
    settled_by: str = ""


@dataclass(frozen=True, slots=True)
class StatementRowOut:
    """A statement in the list."""

    statement_id: UUID
    agency: str
    place: Place
    bank: str
    account_no: str
    since: date
    until: date
    file_name: str
    imported_at: datetime
    lines: int
    settled: int


@dataclass(frozen=True, slots=True)
class StatementPage:
    """One statement held against the book."""

    statement: StatementRowOut
    lines: Sequence[StatementLineRow]
    missing_in_statement: Sequence[tuple[BookEntry, UUID]]
    statement_sum: Dong
    book_sum: Dong

    @property
    def difference(self) -> Dong:
        return self.statement_sum - self.book_sum

    def count(self, state: MatchState) -> int:
        """Return how many lines are in a state."""
        return sum(line.state is state for line in self.lines)


@dataclass(frozen=True, slots=True)
class MoneyDesk:
    """What waits for the people of the till: pools, payments on their way, cash not yet handed in,
    fee due.
    """

    on: date
    cash: Dong
    treasury: Dong
    bank: Dong
    held: Dong
    pools: Sequence[AccountRow] = ()
    to_prepare: Sequence[PayoutRow] = ()
    to_approve: Sequence[PayoutRow] = ()
    to_pay: Sequence[PayoutRow] = ()
    unpaid: Sequence[AccountRow] = ()
    in_hand: Sequence[AccountRow] = ()
    totals: dict[str, int] = field(default_factory=dict)
