"""Tables of the submissions: totals received from other agencies, one row per line and version."""

from django.db import models


class ReportedTotal(models.Model):
    """One line of what an agency reported for a period; a correction is a new version, never an overwrite."""

    agency = models.CharField(max_length=32)
    year = models.PositiveSmallIntegerField()
    months = models.PositiveSmallIntegerField()
    line = models.CharField(max_length=8)
    cases = models.BigIntegerField()
    amount = models.BigIntegerField()
    invented = models.BooleanField(default=False)
    source = models.CharField(max_length=300, blank=True, default="")
    reported_at = models.DateTimeField()
    version = models.PositiveSmallIntegerField(default=1)

    mutability = "append-only"

    class Meta:
        db_table = "submissions_reported_total"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "months", "line", "version"], name="reported_total_once_per_version"
            ),
            models.CheckConstraint(
                condition=models.Q(cases__gte=0) & models.Q(amount__gte=0), name="reported_total_not_negative"
            ),
        ]
        indexes = [models.Index(fields=["year", "months"], name="reported_total_period")]
