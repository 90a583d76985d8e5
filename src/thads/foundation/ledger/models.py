"""The table of legal facts; append-only, guarded by triggers (migration 0001)."""

from django.db import models


class LedgerEntry(models.Model):
    """One legal fact. No foreign keys: plain values outlive every reorganisation."""

    subject_kind = models.CharField(max_length=32)
    subject_id = models.UUIDField()
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=64)
    schema = models.PositiveSmallIntegerField(default=1)
    took_effect = models.DateField()
    recorded_at = models.DateTimeField()
    agency = models.CharField(max_length=32)
    actor = models.CharField(max_length=64)
    order_no = models.CharField(max_length=64, blank=True, default="")
    payload = models.JSONField()
    cancels = models.BigIntegerField(null=True, blank=True)

    mutability = "append-only"

    class Meta:
        db_table = "ledger_entry"
        constraints = [
            # The optimistic lock: two officers cannot both write the next fact of one subject.
            models.UniqueConstraint(
                fields=["subject_kind", "subject_id", "seq"], name="ledger_one_next_fact"
            ),
            models.UniqueConstraint(fields=["cancels"], name="ledger_cancelled_once"),
        ]
