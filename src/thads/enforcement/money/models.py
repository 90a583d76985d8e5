"""Tables of the book of money. What the facts of an account say is here a projection: fetch must equal
fold.
"""

import uuid

from django.db import models
from django.db.models import F, Q


class CaseAccount(models.Model):
    """The account of a case as it stands, folded from its facts: what is held, where it lies, what is due."""

    case = models.OneToOneField(
        "cases.EnforcementCase", on_delete=models.PROTECT, to_field="uuid", related_name="+"
    )
    agency = models.CharField(max_length=32)
    seq = models.PositiveIntegerField(default=0)
    held = models.BigIntegerField(default=0)
    pool = models.BigIntegerField(default=0)
    cash = models.BigIntegerField(default=0)
    treasury = models.BigIntegerField(default=0)
    bank = models.BigIntegerField(default=0)
    in_hand = models.BigIntegerField(default=0)
    in_hand_since = models.DateField(null=True, blank=True)
    fee_held = models.BigIntegerField(default=0)
    fee_due = models.BigIntegerField(default=0)
    cost_due = models.BigIntegerField(default=0)
    advance_due = models.BigIntegerField(default=0)
    pool_since = models.DateField(null=True, blank=True)
    held_since = models.DateField(null=True, blank=True)

    mutability = "mutable"

    class Meta:
        db_table = "money_account"
        constraints = [
            models.CheckConstraint(
                condition=Q(held=F("cash") + F("treasury") + F("bank")), name="account_held_lies_somewhere"
            ),
            models.CheckConstraint(
                condition=Q(
                    held__gte=0, pool__gte=0, cash__gte=0, treasury__gte=0, bank__gte=0, fee_held__gte=0,
                    in_hand__gte=0,
                    fee_due__gte=0, cost_due__gte=0, advance_due__gte=0,
                ),
                name="account_not_negative",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["agency", "held_since"], name="account_by_age")]


class Posting(models.Model):
    """A line of the book: one side of one account, of one fact; what cancels a fact posts it with a minus."""

    agency = models.CharField(max_length=32)
    case_id = models.UUIDField()
    entry_id = models.BigIntegerField()
    kind = models.CharField(max_length=64)
    reverses = models.BigIntegerField(null=True, blank=True)
    account = models.CharField(max_length=16)
    no = models.PositiveIntegerField(default=0)
    side = models.CharField(max_length=8)
    amount = models.BigIntegerField()
    took_effect = models.DateField()
    recorded_at = models.DateTimeField()
    voucher = models.CharField(max_length=64, blank=True, default="")

    mutability = "append-only"

    class Meta:
        db_table = "money_posting"
        indexes = [
            models.Index(fields=["agency", "account", "took_effect"], name="posting_by_account"),
            models.Index(fields=["case_id", "entry_id"], name="posting_by_case"),
            models.Index(fields=["entry_id"], name="posting_by_entry"),
        ]


class Disbursement(models.Model):
    """A payment on its way or made, folded from the facts of the account (L08 Đ47; L25 Đ54; T04 Đ18)."""

    account = models.ForeignKey(CaseAccount, on_delete=models.CASCADE, related_name="payouts")
    agency = models.CharField(max_length=32)
    payout = models.PositiveIntegerField()
    purse = models.CharField(max_length=16)
    no = models.PositiveIntegerField(default=0)
    amount = models.BigIntegerField()
    payee_kind = models.CharField(max_length=16)
    payee = models.CharField(max_length=200)
    form = models.CharField(max_length=16)
    status = models.CharField(max_length=16)
    proposed_on = models.DateField()
    paid_on = models.DateField(null=True, blank=True)
    bank = models.CharField(max_length=160, blank=True, default="")
    bank_account = models.CharField(max_length=64, blank=True, default="")
    reason = models.TextField(blank=True, default="")
    slip_no = models.CharField(max_length=64, blank=True, default="")
    proposed_by = models.CharField(max_length=64, blank=True, default="")
    prepared_by = models.CharField(max_length=64, blank=True, default="")
    approved_by = models.CharField(max_length=64, blank=True, default="")

    mutability = "mutable"

    class Meta:
        db_table = "money_disbursement"
        constraints = [models.UniqueConstraint(fields=["account", "payout"], name="payout_no_once")]
        indexes = [models.Index(fields=["agency", "status", "proposed_on"], name="payout_waiting")]


class ReceiptBook(models.Model):
    """A book of numbered receipts given to one person until it is settled (T04 Đ14–15)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.CharField(max_length=32)
    kind = models.CharField(max_length=16)
    symbol = models.CharField(max_length=32, blank=True, default="")
    first = models.PositiveIntegerField()
    last = models.PositiveIntegerField()
    holder = models.CharField(max_length=64)
    given_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)

    mutability = "mutable"

    class Meta:
        db_table = "money_receipt_book"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "kind", "symbol", "first"], name="receipt_book_given_once"
            ),
            models.UniqueConstraint(
                fields=["agency", "kind", "holder"], condition=Q(closed_on__isnull=True),
                name="receipt_book_one_open",
            ),
        ]  # fmt: skip


class Receipt(models.Model):
    """A receipt number and what became of it: used, cancelled, spoiled or lost; never used again (T04
    Đ15).
    """

    agency = models.CharField(max_length=32)
    kind = models.CharField(max_length=16)
    series = models.CharField(max_length=16)
    number = models.CharField(max_length=80)
    number_folded = models.CharField(max_length=80)
    value = models.PositiveIntegerField(default=0)
    book = models.ForeignKey(
        ReceiptBook, on_delete=models.PROTECT, null=True, blank=True, related_name="receipts"
    )
    state = models.CharField(max_length=16)
    dated_on = models.DateField()
    amount = models.BigIntegerField(default=0)
    payer = models.CharField(max_length=200, blank=True, default="")
    case_id = models.UUIDField(null=True, blank=True)
    entry_id = models.BigIntegerField(null=True, blank=True)
    holder = models.CharField(max_length=64, blank=True, default="")
    note = models.TextField(blank=True, default="")

    mutability = "mutable"

    class Meta:
        db_table = "money_receipt"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "kind", "series", "number_folded"], name="receipt_number_once"
            ),
        ]
        indexes = [
            models.Index(fields=["agency", "dated_on"], name="receipt_by_day"),
            models.Index(fields=["entry_id"], name="receipt_by_entry"),
        ]


class BankStatement(models.Model):
    """A statement of a bank or the treasury, read from its file to be held against the book (T78 Đ8.3)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.CharField(max_length=32)
    place = models.CharField(max_length=16)
    bank = models.CharField(max_length=160)
    account_no = models.CharField(max_length=64, blank=True, default="")
    since = models.DateField()
    until = models.DateField()
    file_name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    imported_at = models.DateTimeField()
    actor = models.CharField(max_length=64)

    mutability = "append-only"

    class Meta:
        db_table = "money_statement"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "place", "account_no", "digest"], name="statement_read_once"
            )
        ]


class StatementLine(models.Model):
    """A line of a statement, with what a person has said it is in the book."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    statement = models.ForeignKey(BankStatement, on_delete=models.CASCADE, related_name="lines")
    agency = models.CharField(max_length=32)
    place = models.CharField(max_length=16)
    row = models.PositiveIntegerField()
    dated_on = models.DateField()
    amount = models.BigIntegerField()
    text = models.TextField(blank=True, default="")
    reference = models.CharField(max_length=160, blank=True, default="")
    fingerprint = models.CharField(max_length=64)
    state = models.CharField(max_length=16, blank=True, default="")
    entry_id = models.BigIntegerField(null=True, blank=True)
    settled_by = models.CharField(max_length=64, blank=True, default="")
    settled_at = models.DateTimeField(null=True, blank=True)

    mutability = "mutable"

    class Meta:
        db_table = "money_statement_line"
        constraints = [
            models.UniqueConstraint(fields=["statement", "row"], name="statement_row_once"),
            models.UniqueConstraint(fields=["agency", "place", "fingerprint"], name="statement_line_once"),
            models.UniqueConstraint(
                fields=["agency", "place", "entry_id"], condition=Q(entry_id__isnull=False),
                name="statement_entry_once",
            ),
        ]  # fmt: skip


class StatementLayout(models.Model):
    """Which column of a bank's statement is which, remembered for the next one."""

    agency = models.CharField(max_length=32)
    bank_folded = models.CharField(max_length=160)
    bank = models.CharField(max_length=160)
    columns = models.JSONField(default=dict)

    mutability = "mutable"

    class Meta:
        db_table = "money_statement_layout"
        constraints = [
            models.UniqueConstraint(fields=["agency", "bank_folded"], name="statement_layout_once")
        ]
