"""The audit trail; append-only, guarded by triggers (migration 0001)."""

from django.db import models


class AuditEntry(models.Model):
    """One deed or one look: who, what, about which subject, when; plain values only."""

    at = models.DateTimeField()
    actor = models.CharField(max_length=64)
    verb = models.CharField(max_length=64)
    subject = models.CharField(max_length=96, blank=True, default="")
    agency = models.CharField(max_length=32, blank=True, default="")
    outcome = models.CharField(max_length=16, default="done")
    details = models.JSONField(default=dict)

    mutability = "append-only"

    class Meta:
        db_table = "audit_entry"
        indexes = [models.Index(fields=["subject", "at"]), models.Index(fields=["actor", "at"])]
