"""Targets by tier and span, emulation clusters, campaigns. Agencies and bailiffs are kept by code."""

from django.db import models
from django.db.models import F, Q


def _ordered(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(valid_to__isnull=True) | Q(valid_from__lt=F("valid_to")), name=f"{name}_span_ordered"
    )


class Target(models.Model):
    """What an agency or a bailiff is to reach in a statistics year; a re-adjustment is a new row."""

    year = models.PositiveSmallIntegerField()
    indicator = models.CharField(max_length=32)
    dimension = models.CharField(max_length=8)
    tier = models.CharField(max_length=12)
    agency = models.CharField(max_length=32)
    bailiff = models.CharField(max_length=32, blank=True, default="")
    value = models.DecimalField(max_digits=7, decimal_places=3)
    decision_no = models.CharField(max_length=64)
    decided_on = models.DateField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    invented = models.BooleanField(default=False)

    mutability = "mutable"

    class Meta:
        db_table = "targets_target"
        constraints = [
            _ordered("target"),
            models.UniqueConstraint(
                fields=["year", "indicator", "dimension", "tier", "agency", "bailiff", "valid_from"],
                name="target_one_start",
            ),
        ]


class Cluster(models.Model):
    """An emulation cluster (khu vực, cụm thi đua): agencies compared with each other during a span."""

    code = models.CharField(max_length=32)
    name = models.CharField(max_length=160)
    members = models.JSONField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    mutability = "mutable"

    class Meta:
        db_table = "targets_cluster"
        constraints = [
            _ordered("cluster"),
            models.UniqueConstraint(fields=["code", "valid_from"], name="cluster_one_start"),
        ]


class Campaign(models.Model):
    """An emulation campaign: a cohort of cases found by a rule, and the part of it to be solved."""

    code = models.CharField(max_length=32, unique=True)
    name = models.CharField(max_length=200)
    cohort = models.CharField(max_length=32)
    target = models.DecimalField(max_digits=7, decimal_places=3)
    agency = models.CharField(max_length=32)
    year = models.PositiveSmallIntegerField()
    decision_no = models.CharField(max_length=64, blank=True, default="")

    mutability = "mutable"

    class Meta:
        db_table = "targets_campaign"
