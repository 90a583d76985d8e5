"""Tables of the case. A case's rows are a projection of its facts: fetch must equal fold."""

import uuid

from django.db import models
from django.db.models import F, Q


class Judgment(models.Model):
    """A judgment or decision received, register 01 (L08 Đ28–29; L25 Đ33.1)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.CharField(max_length=32)
    register_no = models.CharField(max_length=64)
    received_on = models.DateField()
    kind = models.CharField(max_length=24)
    number = models.CharField(max_length=80)
    number_folded = models.CharField(max_length=80)
    court = models.CharField(max_length=160)
    court_folded = models.CharField(max_length=160)
    issued_on = models.DateField()
    effective_on = models.DateField(null=True, blank=True)
    content = models.TextField(blank=True, default="")
    parties_folded = models.TextField(blank=True, default="")
    awaits_decision = models.BooleanField(default=False)
    manner = models.CharField(max_length=16, blank=True, default="")
    received_at = models.DateTimeField(null=True, blank=True)  # electronic: the system has complete data
    handed_over_by = models.CharField(max_length=200, blank=True, default="")
    papers = models.JSONField(default=list, blank=True)
    awaits_papers = models.BooleanField(default=False)
    papers_on = models.DateField(null=True, blank=True)
    court_told_on = models.DateField(null=True, blank=True)
    is_interim = models.BooleanField(default=False)

    mutability = "mutable"

    class Meta:
        db_table = "cases_judgment"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "court_folded", "number_folded", "issued_on"], name="judgment_received_once"
            ),
            models.UniqueConstraint(fields=["agency", "register_no"], name="judgment_register_no_once"),
        ]
        indexes = [
            models.Index(fields=["agency", "-received_on", "-id"], name="judgment_by_receipt"),
            models.Index(fields=["agency", "awaits_decision"], name="judgment_waiting"),
        ]


class EnforcementRequest(models.Model):
    """A request for enforcement, register 02 (L08 Đ30–31; L25 Đ34)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.CharField(max_length=32)
    register_no = models.CharField(max_length=64)
    judgment = models.ForeignKey(Judgment, on_delete=models.PROTECT, related_name="requests")
    requester = models.CharField(max_length=200)
    requester_folded = models.CharField(max_length=200)
    requested_on = models.DateField()
    received_on = models.DateField()
    content = models.TextField(blank=True, default="")
    status = models.CharField(max_length=16)
    refused_on = models.DateField(null=True, blank=True)
    refusal_ground = models.CharField(max_length=48, blank=True, default="")
    channel = models.CharField(max_length=16, blank=True, default="")
    slip_no = models.CharField(max_length=64, blank=True, default="")
    by_debtor = models.BooleanField(default=False)
    has_award_proof = models.BooleanField(default=False)
    missing = models.JSONField(default=list, blank=True)
    supplement_asked_on = models.DateField(null=True, blank=True)
    supplement_no = models.CharField(max_length=64, blank=True, default="")
    completed_on = models.DateField(null=True, blank=True)
    excluded = models.JSONField(default=list, blank=True)
    limitation_accepted = models.BooleanField(null=True, blank=True)
    limitation_on = models.DateField(null=True, blank=True)
    limitation_no = models.CharField(max_length=64, blank=True, default="")
    limitation_ground = models.CharField(max_length=300, blank=True, default="")
    contract_no = models.CharField(max_length=64, blank=True, default="")
    contract_on = models.DateField(null=True, blank=True)
    place = models.CharField(max_length=80, blank=True, default="")

    mutability = "mutable"

    class Meta:
        db_table = "cases_request"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "register_no"], name="request_register_no_once",
                condition=~Q(register_no=""),
            )
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["agency", "status"], name="request_waiting"),
            models.Index(fields=["agency", "-received_on", "-id"], name="request_by_receipt"),
        ]


class EnforcementCase(models.Model):
    """One enforcement decision (việc): the latest state, folded from the ledger (L08 Đ36; L25 Đ33–34)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.CharField(max_length=64)
    agency = models.CharField(max_length=32)
    judgment = models.ForeignKey(
        Judgment, on_delete=models.PROTECT, null=True, blank=True, related_name="cases"
    )
    request = models.ForeignKey(
        EnforcementRequest, on_delete=models.PROTECT, null=True, blank=True, related_name="cases"
    )
    seq = models.PositiveIntegerField(default=0)

    decided_on = models.DateField()
    decision_no = models.CharField(max_length=64, blank=True, default="")
    judgment_no = models.CharField(max_length=80, blank=True, default="")
    judgment_on = models.DateField(null=True, blank=True)
    court = models.CharField(max_length=160, blank=True, default="")
    initiation = models.CharField(max_length=16)
    judgment_kind = models.CharField(max_length=24)
    route = models.CharField(max_length=16)
    from_agency = models.CharField(max_length=160, blank=True, default="")
    flags = models.CharField(max_length=200, blank=True, default="")  # "|key_case|land|"

    bailiff = models.CharField(max_length=32, blank=True, default="")
    status = models.CharField(max_length=16)
    is_open = models.BooleanField(default=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    ground = models.CharField(max_length=160, blank=True, default="")
    notice_on = models.DateField(null=True, blank=True)
    voluntary_until = models.DateField(null=True, blank=True)
    last_verified_on = models.DateField(null=True, blank=True)
    last_found = models.CharField(max_length=16, blank=True, default="")
    verifications = models.PositiveIntegerField(default=0)
    unable_on = models.DateField(null=True, blank=True)

    owed = models.BigIntegerField()
    collected = models.BigIntegerField(default=0)
    remaining = models.BigIntegerField()

    debtor = models.CharField(max_length=240, blank=True, default="")
    debtor_key = models.CharField(max_length=400, blank=True, default="")
    creditor = models.CharField(max_length=240, blank=True, default="")

    mutability = "mutable"

    class Meta:
        db_table = "cases_case"
        constraints = [
            models.UniqueConstraint(fields=["number", "agency"], name="case_number_once"),
            models.CheckConstraint(
                condition=Q(owed__gte=0) & Q(collected__gte=0) & Q(remaining__gte=0),
                name="case_money_not_negative",
            ),
        ]
        indexes = [
            models.Index(fields=["agency", "status", "-decided_on", "number"], name="case_by_agency"),
            models.Index(fields=["bailiff", "is_open", "status"], name="case_by_bailiff"),
            models.Index(fields=["-decided_on", "-id", "agency"], name="case_by_decision"),
            models.Index(fields=["debtor_key", "id"], name="case_by_debtor"),
            models.Index(fields=["remaining", "id"], name="case_by_remaining"),
            models.Index(fields=["judgment_on", "id"], name="case_by_judgment"),
        ]


class EnforcementOrder(models.Model):
    """An order of a case as its facts tell it: number, signer, to whom it still has to go (L08 Đ38–39; L25
    Đ35).
    """

    case = models.ForeignKey(EnforcementCase, on_delete=models.CASCADE, related_name="orders")
    agency = models.CharField(max_length=32)
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=48)
    order_no = models.CharField(max_length=64, blank=True, default="")
    issued_on = models.DateField()
    signer = models.CharField(max_length=64, blank=True, default="")
    parties_told_on = models.DateField(null=True, blank=True)
    procuracy_sent_on = models.DateField(null=True, blank=True)
    owes_parties = models.BooleanField(default=False)
    owes_procuracy = models.BooleanField(default=False)

    mutability = "mutable"

    class Meta:
        db_table = "cases_order"
        constraints = [models.UniqueConstraint(fields=["case", "seq"], name="order_once")]
        indexes = [
            models.Index(fields=["agency", "kind", "issued_on"], name="order_by_kind"),
            models.Index(
                fields=["agency", "issued_on"], name="order_owed",
                condition=Q(owes_parties=True) | Q(owes_procuracy=True),
            ),
        ]  # fmt: skip


class IncomingCase(models.Model):
    """What another agency has passed on, register 06: the sending follows from the sender's facts, the
    receipt and the acceptance are the receiver's (L08 Đ57.1b; L25 Đ49.2).
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sender = models.ForeignKey(EnforcementCase, on_delete=models.CASCADE, related_name="sent")
    seq = models.PositiveIntegerField()
    route = models.CharField(max_length=16)
    agency = models.CharField(max_length=160)
    order_no = models.CharField(max_length=64, blank=True, default="")
    sent_on = models.DateField()

    register_no = models.CharField(max_length=64, blank=True, default="")
    received_on = models.DateField(null=True, blank=True)
    case = models.OneToOneField(
        EnforcementCase, on_delete=models.PROTECT, null=True, blank=True, related_name="incoming"
    )
    returned_on = models.DateField(null=True, blank=True)
    return_ground = models.CharField(max_length=48, blank=True, default="")
    return_reason = models.CharField(max_length=300, blank=True, default="")

    mutability = "mutable"

    class Meta:
        db_table = "cases_incoming"
        constraints = [
            models.UniqueConstraint(fields=["sender", "seq"], name="incoming_once"),
            models.UniqueConstraint(
                fields=["agency", "register_no"], name="incoming_register_no_once",
                condition=~Q(register_no=""),
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["agency", "case"], name="incoming_waiting")]


class ForwardedRuling(models.Model):
    """A ruling on the same judgment that came after the delegation and was sent on (N152 Đ26.8)."""

    incoming = models.ForeignKey(IncomingCase, on_delete=models.CASCADE, related_name="rulings")
    number = models.CharField(max_length=80)
    issued_on = models.DateField()
    received_on = models.DateField()
    forwarded_on = models.DateField()
    content = models.CharField(max_length=300, blank=True, default="")

    mutability = "append-only"

    class Meta:
        db_table = "cases_forwarded_ruling"
        constraints = [
            models.UniqueConstraint(fields=["incoming", "number", "issued_on"], name="ruling_forwarded_once")
        ]


class TransitionReview(models.Model):
    """What the head decided on a task of the switch of 1/7/2026 in a case: once for good (L25 Đ116; N152
    Đ115).
    """

    case = models.ForeignKey(EnforcementCase, on_delete=models.CASCADE, related_name="transition_reviews")
    agency = models.CharField(max_length=32)
    task = models.CharField(max_length=32)
    is_confirmed = models.BooleanField()
    seq = models.PositiveIntegerField(null=True, blank=True)  # the fact it brought about
    reviewed_on = models.DateField()
    reviewed_at = models.DateTimeField()
    actor = models.CharField(max_length=150)
    reason = models.CharField(max_length=300, blank=True, default="")

    mutability = "append-only"

    class Meta:
        db_table = "cases_transition_review"
        constraints = [models.UniqueConstraint(fields=["case", "task"], name="transition_reviewed_once")]
        indexes = [models.Index(fields=["agency", "task"], name="transition_by_agency")]


class CaseSearch(models.Model):
    """One narrow row a case for the search box: folded numbers of the case, its decision, judgment, orders
    and receipts, names, identity numbers, telephones.
    """

    case = models.OneToOneField(
        EnforcementCase, on_delete=models.CASCADE, related_name="search", primary_key=True
    )
    agency = models.CharField(max_length=32)
    words = models.TextField()

    mutability = "mutable"

    class Meta:
        db_table = "cases_search"
        indexes = [models.Index(fields=["agency"], name="search_by_agency")]


class Duty(models.Model):
    """A duty that a judgment lays down, until a decision takes it up into a case."""

    judgment = models.ForeignKey(Judgment, on_delete=models.PROTECT, related_name="duties")
    no = models.PositiveIntegerField()
    kind = models.CharField(max_length=32)
    initiation = models.CharField(max_length=16)
    amount = models.BigIntegerField(default=0)
    creditor = models.CharField(max_length=200, blank=True, default="")
    debtor = models.CharField(max_length=200, blank=True, default="")
    content = models.TextField(blank=True, default="")
    request = models.ForeignKey(
        EnforcementRequest, on_delete=models.PROTECT, null=True, blank=True, related_name="duties"
    )
    case = models.ForeignKey(
        EnforcementCase, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    line_no = models.PositiveIntegerField(default=0)  # the obligation of the case that it became
    part_of = models.PositiveIntegerField(null=True, blank=True)  # the duty whose later instalments these are
    again_of = models.PositiveIntegerField(null=True, blank=True)  # the duty whose case ended, asked for anew
    interest_yearly = models.PositiveIntegerField(null=True, blank=True)
    interest_since = models.DateField(null=True, blank=True)
    instalments = models.JSONField(default=list, blank=True)
    joint = models.CharField(max_length=32, blank=True, default="")
    secured_by = models.CharField(max_length=300, blank=True, default="")

    mutability = "mutable"

    class Meta:
        db_table = "cases_duty"
        constraints = [
            models.UniqueConstraint(fields=["judgment", "no"], name="duty_no_once"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="duty_not_negative"),
        ]


class Obligation(models.Model):
    """One line of duty of a case as it stands, folded from the ledger (khoản phải thi hành)."""

    case = models.ForeignKey(EnforcementCase, on_delete=models.CASCADE, related_name="obligations")
    no = models.PositiveIntegerField()
    kind = models.CharField(max_length=32)
    amount = models.BigIntegerField()
    creditor = models.CharField(max_length=200, blank=True, default="")
    debtor = models.CharField(max_length=200, blank=True, default="")
    content = models.TextField(blank=True, default="")
    status = models.CharField(max_length=16)
    since = models.DateField()
    ground = models.CharField(max_length=160, blank=True, default="")
    until = models.DateField(null=True, blank=True)
    collected = models.BigIntegerField(default=0)
    terminated = models.BigIntegerField(default=0)
    reduced = models.BigIntegerField(default=0)
    delegated = models.BigIntegerField(default=0)
    pulled_up = models.BigIntegerField(default=0)
    recalled = models.BigIntegerField(default=0)

    mutability = "mutable"

    class Meta:
        db_table = "cases_obligation"
        constraints = [
            models.UniqueConstraint(fields=["case", "no"], name="obligation_no_once"),
            models.CheckConstraint(
                condition=Q(
                    amount__gte=F("collected")
                    + F("terminated")
                    + F("reduced")
                    + F("delegated")
                    + F("pulled_up")
                    + F("recalled")
                ),
                name="obligation_no_dong_twice",
            ),
        ]


class Party(models.Model):
    """A person or organisation in a judgment or in a case (đương sự)."""

    case = models.ForeignKey(
        EnforcementCase, on_delete=models.CASCADE, null=True, blank=True, related_name="parties"
    )
    judgment = models.ForeignKey(
        Judgment, on_delete=models.CASCADE, null=True, blank=True, related_name="parties"
    )
    role = models.CharField(max_length=16)
    name = models.CharField(max_length=200)
    name_folded = models.CharField(max_length=200)
    address = models.CharField(max_length=300, blank=True, default="")
    id_number = models.CharField(max_length=32, blank=True, default="")
    phone = models.CharField(max_length=32, blank=True, default="")
    born = models.CharField(max_length=10, blank=True, default="")  # “1985” or “1985-04-02”
    bank_account = models.CharField(max_length=120, blank=True, default="")

    mutability = "mutable"

    class Meta:
        db_table = "cases_party"
        constraints = [
            models.CheckConstraint(
                condition=Q(case__isnull=False, judgment__isnull=True)
                | Q(case__isnull=True, judgment__isnull=False),
                name="party_of_case_or_judgment",
            ),
        ]
        indexes = [
            models.Index(fields=["name_folded"], name="party_by_name"),
            models.Index(fields=["id_number"], name="party_by_id"),
        ]


class CutOver(models.Model):
    """A taking over of an agency's old books: as of which day, what differs from them, who confirmed it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.CharField(max_length=32)
    carried_on = models.DateField()
    planned = models.PositiveIntegerField(default=0)
    found = models.JSONField(default=dict, blank=True)
    differences = models.JSONField(default=list, blank=True)
    begun_at = models.DateTimeField()
    begun_by = models.CharField(max_length=150)
    confirmed_digest = models.CharField(max_length=64, blank=True, default="")
    confirmed_by = models.CharField(max_length=150, blank=True, default="")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=500, blank=True, default="")
    finished_at = models.DateTimeField(null=True, blank=True)

    mutability = "mutable"

    class Meta:
        db_table = "cases_cut_over"
        constraints = [models.UniqueConstraint(fields=["agency", "carried_on"], name="cut_over_once")]


class CutOverRow(models.Model):
    """A row of the old list and the obligation it became: what was taken over is not taken again."""

    cut_over = models.ForeignKey(CutOver, on_delete=models.CASCADE, related_name="rows")
    case = models.ForeignKey(EnforcementCase, on_delete=models.CASCADE, related_name="+")
    no = models.PositiveIntegerField()
    file = models.CharField(max_length=255)
    sheet = models.CharField(max_length=64)
    row = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)

    mutability = "append-only"

    class Meta:
        db_table = "cases_cut_over_row"
        constraints = [models.UniqueConstraint(fields=["case", "no"], name="cut_over_row_once")]
