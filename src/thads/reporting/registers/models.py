"""Closings of registers: who closed what, knowing what; never changed (T04 Đ30.4)."""

import uuid

from django.db import models


class RegisterClosing(models.Model):
    """A register of an agency closed over a span: as known at an instant, with its digest and sum in đồng."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.CharField(max_length=32)
    register = models.CharField(max_length=16)
    kind = models.CharField(max_length=16)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    first = models.DateField()
    last = models.DateField()
    known_at = models.DateTimeField()
    closed_on = models.DateField()
    closed_by = models.CharField(max_length=64)
    head = models.CharField(max_length=120, blank=True, default="")
    lines = models.PositiveIntegerField()
    total_amount = models.BigIntegerField(default=0)
    fingerprint = models.CharField(max_length=64)
    printed = models.JSONField()

    mutability = "append-only"

    class Meta:
        db_table = "registers_closing"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "register", "kind", "year", "number"], name="register_closed_once"
            )
        ]
