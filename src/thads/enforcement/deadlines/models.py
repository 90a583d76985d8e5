"""Tables of deadlines: days an office adds to the calendar, what is due as a projection, calendar feeds."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class Holiday(models.Model):
    """Days off, or days off that are worked, which an agency adds to its calendar and to those below."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.CharField(max_length=32)
    kind = models.CharField(max_length=16)
    valid_from = models.DateField()
    valid_to = models.DateField()
    reason = models.CharField(max_length=160)
    basis = models.CharField(max_length=160, blank=True, default="")
    ended_on = models.DateField(null=True, blank=True)

    mutability = "mutable"

    class Meta:
        db_table = "deadlines_holiday"
        constraints = [
            models.CheckConstraint(condition=Q(valid_to__gt=F("valid_from")), name="holiday_ordered"),
        ]
        indexes = [models.Index(fields=["agency", "valid_from"], name="holiday_by_agency")]


class DueItem(models.Model):
    """One thing due to somebody, derived from where its subject stands; never written by hand.

    Known by subject, rule and trigger. Words and articles are the law's and are not kept, but for a title of
    its own. `person`: the bailiff of the subject.
    """

    subject = models.CharField(max_length=16)
    subject_id = models.UUIDField()
    number = models.CharField(max_length=64)
    agency = models.CharField(max_length=32)
    person = models.CharField(max_length=32, blank=True, default="")
    role = models.CharField(max_length=16)
    key = models.CharField(max_length=64)
    trigger = models.CharField(max_length=120)
    title = models.CharField(max_length=240, blank=True, default="")
    counted_from = models.DateField()
    law_of = models.DateField(null=True, blank=True)
    due_on = models.DateField()
    is_fixed = models.BooleanField(default=False)
    shown_from = models.DateField()
    shown_to = models.DateField(null=True, blank=True)
    pauses = models.JSONField(default=list, blank=True)

    mutability = "mutable"

    class Meta:
        db_table = "deadlines_due_item"
        constraints = [
            models.UniqueConstraint(fields=["subject_id", "key", "trigger"], name="due_item_once"),
        ]
        indexes = [
            # Counting and choosing read these alone, without the rows.
            models.Index(
                fields=["agency", "person", "due_on", "shown_from", "shown_to", "role"],
                name="due_item_by_person",
            ),
            models.Index(
                fields=["agency", "role", "due_on", "shown_from", "shown_to", "person"],
                name="due_item_by_role",
            ),
        ]


class CalendarFeed(models.Model):
    """The secret address under which a person's calendar reads what is due to him; only its hash is kept."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    opened_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    mutability = "mutable"

    class Meta:
        db_table = "deadlines_calendar_feed"
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(revoked_at__isnull=True), name="calendar_feed_one_a_person"
            ),
        ]
