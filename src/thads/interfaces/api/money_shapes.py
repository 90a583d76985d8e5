"""What the book of money shows over REST: its values as schemas, put together from the rooms' own values."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict

from thads.enforcement.money.queries.accounts import FeePage
from thads.enforcement.money.queries.interest import InterestPage
from thads.enforcement.money.rules.account import Aside, Fee, Held, Notified, Payout, Totals
from thads.enforcement.money.rules.distribution import Step
from thads.enforcement.money.rules.facts import Share
from thads.enforcement.money.rules.fee_items import FeeCheck
from thads.enforcement.money.rules.fees import FeeManner
from thads.enforcement.money.rules.pages import (
    AccountEntry,
    AccountPage,
    AccountRow,
    BookRow,
    PayoutRow,
    ReceiptBookRow,
    ReceiptRow,
    StatementLineRow,
    StatementPage,
    TrialLine,
)
from thads.enforcement.money.rules.reconciliation import BookEntry
from thads.enforcement.money.rules.sharing import Sharing
from thads.enforcement.money.rules.vocabulary import MatchState, Place
from thads.enforcement.money.rules.vouchers import BookUse
from thads.interfaces.api.shapes import Code, Day, Instant, answer_of

HeldOut = answer_of(Held)
PayoutOut = answer_of(Payout)
FeeOut = answer_of(Fee)
AsideOut = answer_of(Aside)
NotifiedOut = answer_of(Notified)
TotalsOut = answer_of(Totals)
AccountRowOut = answer_of(AccountRow, name="AccountRow")
PayoutRowOut = answer_of(PayoutRow, name="PayoutRow")
TrialLineOut = answer_of(TrialLine)
BookRowOut = answer_of(BookRow)
ReceiptRowOut = answer_of(ReceiptRow)
ReceiptBookOut = answer_of(ReceiptBookRow, name="ReceiptBook", rename="book_id")
BookUseOut = answer_of(BookUse)
BookEntryOut = answer_of(BookEntry)
ShareOut = answer_of(Share, name="PoolShare")
FeeCheckOut = answer_of(FeeCheck)


class MoneyDetail(Schema):
    """One particular of an entry."""

    label: str
    value: str


class AccountEntryOut(Schema):
    """One fact of an account; `change` is what it added to the money held, `seq` its place."""

    seq: int
    kind: str
    title: str
    details: list[MoneyDetail]
    amount: int
    change: int
    held_after: int
    took_effect: date
    recorded_at: datetime
    order_no: str
    actor: str
    actor_name: str
    basis: str
    cancelled: bool
    cancellable: bool


class MoneyDueOut(Schema):
    """A deadline about money: which rule, in words, counted from when, the last day, the article."""

    key: str
    title: str
    counted_from: date
    due_on: date
    basis: str


class AccountOut(Schema):
    """The account of a case; `seq` goes back as `expected_seq` with the next act on the account."""

    id: UUID
    number: str
    agency: str
    seq: int
    total: int
    places: dict[Place, int]
    held: list[HeldOut]  # type: ignore[valid-type]
    fees: list[FeeOut]  # type: ignore[valid-type]
    cost_due: int
    advance_due: int
    in_hand: int
    payouts: list[PayoutOut]  # type: ignore[valid-type]
    notified: list[NotifiedOut]  # type: ignore[valid-type]
    aside: list[AsideOut]  # type: ignore[valid-type]
    totals: TotalsOut  # type: ignore[valid-type]
    is_settled: bool
    entries: list[AccountEntryOut]
    dues: list[MoneyDueOut]


class FeeItemOut(Schema):
    """A payment that came in, with the fee on it: sums before and after, the full fee, the share due."""

    no: int
    source_seq: int
    on: date
    base: int
    manner: FeeManner
    sum_before: int
    sum_after: int
    threshold: int
    full_fee: int
    fee: int
    decided: int | None
    payer: str
    basis: str


class FeesOut(Schema):
    """The fees of a case, and the duties whose fees should be decided anew (T216 Đ5.5)."""

    items: list[FeeItemOut]
    checks: list[FeeCheckOut]  # type: ignore[valid-type]


class PaymentOut(Schema):
    """What one claim gets in a step."""

    case: str
    no: int
    creditor: str
    due: int
    principal: int
    interest: int
    is_kept: bool


class SharingStepOut(Schema):
    """One step of the order of payment, with its article and what was there before and after."""

    kind: str
    words: str
    basis: str
    wanted: int
    before: int
    taken: int
    after: int
    is_derived: bool
    payments: list[PaymentOut]


class SharingOut(Schema):
    """How a pool would be shared out; `expected_steps` goes back with the confirmation."""

    steps: list[SharingStepOut]
    shares: list[ShareOut]  # type: ignore[valid-type]
    expected_steps: list[int]


class BooksAsked(Schema):
    """Which book: an agency, a span of days, as known at an instant."""

    model_config = ConfigDict(extra="forbid")

    agency: Code
    since: Day | None = None
    as_of: Day | None = None
    known_at: Instant | None = None


class InterestAsked(Schema):
    """Late interest on which duty, to which day; from when and at which rate as adjudged, else by law."""

    model_config = ConfigDict(extra="forbid")

    no: int
    until: Day
    starts_on: Day | None = None
    percent: Decimal | None = None


class InterestSegmentOut(Schema):
    """Days on which nothing changed: up to `end`, that day not counting; percent a year as text."""

    start: date
    end: date
    days: int
    principal: int
    percent: str
    interest: int
    basis: str
    is_paused: bool


class InterestOut(Schema):
    """Late interest with its derivation; what was received, and what is still due."""

    segments: list[InterestSegmentOut]
    principal_left: int
    accrued: int
    received: int
    due: int


class TrialBalanceOut(Schema):
    """The trial balance; debits and credits are equal in opening, turnover and closing."""

    agency: str
    since: date
    as_of: date
    known_at: datetime | None
    lines: list[TrialLineOut]  # type: ignore[valid-type]


class PlaceBookOut(Schema):
    """The book of cash, bank or treasury."""

    agency: str
    place: Place
    since: date
    as_of: date
    opening: int
    rows: list[BookRowOut]  # type: ignore[valid-type]
    closing: int


class StatementLineOut(Schema):
    """A line of a statement and what it is in the book."""

    id: UUID
    row: int
    on: date
    amount: int
    text: str
    reference: str
    state: MatchState
    entry: BookEntryOut | None  # type: ignore[valid-type]
    candidates: list[BookEntryOut]  # type: ignore[valid-type]
    settled_by: str


class StatementOut(Schema):
    """A statement held against the book."""

    id: UUID
    agency: str
    place: Place
    bank: str
    account_no: str
    since: date
    until: date
    statement_sum: int
    book_sum: int
    difference: int
    lines: list[StatementLineOut]
    missing_in_statement: list[BookEntryOut]  # type: ignore[valid-type]


class AccountRowsOut(Schema):
    """Accounts in a list."""

    rows: list[AccountRowOut]  # type: ignore[valid-type]


class PayoutRowsOut(Schema):
    """Payments in a list."""

    rows: list[PayoutRowOut]  # type: ignore[valid-type]


class ReceiptRowsOut(Schema):
    """Receipts in a list."""

    rows: list[ReceiptRowOut]  # type: ignore[valid-type]


class ReceiptBooksOut(Schema):
    """Receipt books in a list."""

    rows: list[ReceiptBookOut]  # type: ignore[valid-type]


class BookUsesOut(Schema):
    """What became of the receipt numbers of each holder."""

    rows: list[BookUseOut]  # type: ignore[valid-type]


class VoucherOut(Schema):
    """What an act about no single case gave: the number of the voucher, or the id of what was made."""

    result: str


def rows_out(shape: type[Schema], rows: Iterable[object]) -> list[Any]:
    """Return values of a list as they go out."""
    return [shape.model_validate(row) for row in rows]


def account_out(page: AccountPage) -> AccountOut:
    """Return an account as it goes out."""
    state = page.state
    plain = ("cost_due", "advance_due", "in_hand", "total", "is_settled")
    shapes: Mapping[str, type[Schema]] = {
        "held": HeldOut, "fees": FeeOut, "payouts": PayoutOut, "notified": NotifiedOut, "aside": AsideOut,
    }  # fmt: skip
    lists: dict[str, Any] = {
        name: [shape.model_validate(one) for one in getattr(state, name)] for name, shape in shapes.items()
    }
    return AccountOut(
        id=page.case_id, number=page.number, agency=page.agency, seq=page.seq, places=dict(state.places),
        totals=TotalsOut.model_validate(state.totals), entries=[_entry_out(one) for one in page.entries],
        dues=[MoneyDueOut.model_validate(due) for due in page.dues],
        **lists, **{name: getattr(state, name) for name in plain},
    )  # fmt: skip


def _entry_out(entry: AccountEntry) -> AccountEntryOut:
    plain = [name for name in AccountEntryOut.model_fields if name not in ("details", "cancelled")]
    return AccountEntryOut(
        details=[MoneyDetail(label=label, value=value) for label, value in entry.details],
        cancelled=entry.cancelled_by is not None,
        **{name: getattr(entry, name) for name in plain},
    )


def fees_out(page: FeePage) -> FeesOut:
    """Return the fees of a case as they go out."""
    items = [
        FeeItemOut(
            no=item.no, source_seq=item.source_seq, on=item.on, base=item.base, manner=item.manner,
            sum_before=item.line.sum_before, sum_after=item.line.sum_after,
            threshold=item.line.full.threshold,
            full_fee=item.line.full.fee, fee=item.line.fee, decided=item.decided, payer=item.payer,
            basis=item.line.basis,
        )
        for item in page.items
    ]  # fmt: skip
    return FeesOut(items=items, checks=[FeeCheckOut.model_validate(check) for check in page.checks])


def interest_out(page: InterestPage) -> InterestOut:
    """Return late interest as it goes out."""
    plain = ("start", "end", "days", "principal", "interest", "basis", "is_paused")
    segments = [
        InterestSegmentOut(percent=str(one.percent), **{name: getattr(one, name) for name in plain})
        for one in page.interest.segments
    ]
    return InterestOut(
        segments=segments, principal_left=page.interest.principal_left, accrued=page.interest.accrued,
        received=page.received, due=page.due,
    )  # fmt: skip


def sharing_out(sharing: Sharing) -> SharingOut:
    """Return a derivation as it goes out."""
    steps = [_step_out(step) for step in sharing.distribution.steps]
    shares = [ShareOut.model_validate(share) for share in sharing.shares]
    return SharingOut(steps=steps, shares=shares, expected_steps=[step.taken for step in steps])


def _step_out(step: Step) -> SharingStepOut:
    payments = [
        PaymentOut(
            case=one.claim.case, no=one.claim.no, creditor=one.claim.creditor, due=one.due,
            principal=one.principal, interest=one.interest, is_kept=one.is_kept,
        )
        for one in step.payments
    ]  # fmt: skip
    return SharingStepOut(
        kind=step.kind.value, words=step.vi, basis=step.basis, wanted=step.wanted, before=step.before,
        taken=step.taken, after=step.after, is_derived=step.is_derived, payments=payments,
    )  # fmt: skip


def statement_out(page: StatementPage) -> StatementOut:
    """Return a statement held against the book as it goes out."""
    head = page.statement
    plain = ("agency", "place", "bank", "account_no", "since", "until")
    return StatementOut(
        id=head.statement_id, statement_sum=page.statement_sum, book_sum=page.book_sum,
        difference=page.difference, lines=[_statement_line(line) for line in page.lines],
        missing_in_statement=rows_out(BookEntryOut, [entry for entry, _case in page.missing_in_statement]),
        **{name: getattr(head, name) for name in plain},
    )  # fmt: skip


def _statement_line(line: StatementLineRow) -> StatementLineOut:
    plain = ("row", "on", "amount", "text", "reference", "state", "settled_by")
    return StatementLineOut(
        id=line.line_id, entry=BookEntryOut.model_validate(line.entry) if line.entry else None,
        candidates=[BookEntryOut.model_validate(one) for one in line.candidates],
        **{name: getattr(line, name) for name in plain},
    )  # fmt: skip
