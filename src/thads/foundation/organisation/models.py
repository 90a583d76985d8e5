"""Tables of the organisation; spans are half-open, `valid_to` empty = still so."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q


def _ordered(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(valid_to__isnull=True) | Q(valid_from__lt=F("valid_to")), name=f"{name}_span_ordered"
    )


class Agency(models.Model):
    """Identity only: a code that never changes."""

    code = models.CharField(max_length=32, primary_key=True)

    mutability = "append-only"

    class Meta:
        db_table = "organisation_agency"


class AgencyVersion(models.Model):
    """What an agency was called, its kind and its superior, during a span."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="versions")
    name = models.CharField(max_length=160)
    short_name = models.CharField(max_length=80)
    kind = models.CharField(max_length=32)
    parent = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    symbol = models.CharField(max_length=32, blank=True, default="")
    place = models.CharField(max_length=80, blank=True, default="")
    position = models.PositiveSmallIntegerField(default=0)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    mutability = "mutable"

    class Meta:
        db_table = "organisation_agency_version"
        constraints = [
            _ordered("agency_version"),
            models.UniqueConstraint(fields=["agency", "valid_from"], name="agency_version_one_start"),
        ]


class Succession(models.Model):
    """One agency's work goes over to another on a day."""

    predecessor = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    kind = models.CharField(max_length=24)
    basis = models.CharField(max_length=160, blank=True, default="")

    mutability = "append-only"

    class Meta:
        db_table = "organisation_succession"
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor", "on"], name="succession_once"),
        ]


class Staff(models.Model):
    """A person who works in enforcement, by a code that outlives accounts."""

    code = models.CharField(max_length=32, primary_key=True)
    full_name = models.CharField(max_length=120)
    name_folded = models.CharField(max_length=120)
    name_key = models.CharField(max_length=400)
    user = models.OneToOneField(
        "access.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="staff"
    )

    mutability = "mutable"

    class Meta:
        db_table = "organisation_staff"


class Post(models.Model):
    """A post held by a person at an agency during a span."""

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField(max_length=32)
    grade = models.CharField(max_length=16, blank=True, default="")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="posts")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    mutability = "mutable"

    class Meta:
        db_table = "organisation_post"
        constraints = [_ordered("post")]


class SigningDelegation(models.Model):
    """A head's paper that lets another sign in his place; no acts named: all that he may delegate."""

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="signing_delegations")
    giver = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="delegations_given")
    receiver = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="delegations_received")
    acts = models.JSONField(default=list)
    paper_no = models.CharField(max_length=64)
    paper_on = models.DateField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    end_reason = models.CharField(max_length=240, blank=True, default="")

    mutability = "mutable"

    class Meta:
        db_table = "organisation_signing_delegation"
        constraints = [
            _ordered("signing_delegation"),
            models.UniqueConstraint(
                fields=["agency", "paper_no", "paper_on", "receiver"], name="signing_delegation_one_paper"
            ),
        ]
