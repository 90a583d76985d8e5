"""Tables of the papers. What is issued, adopted or received is never changed (triggers, migration 0002)."""

import uuid

from django.db import models
from django.db.models import Q


class NumberSeries(models.Model):
    """The last number given in a series of an agency and a year; numbers have no gaps (T04 Đ30)."""

    agency = models.CharField(max_length=32)
    family = models.CharField(max_length=32)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    mutability = "mutable"

    class Meta:
        db_table = "documents_number_series"
        constraints = [
            models.UniqueConstraint(fields=["agency", "family", "year"], name="number_series_once")
        ]


class VoidedNumber(models.Model):
    """A number given and then not borne by any paper: it is kept with its reason, never given again."""

    agency = models.CharField(max_length=32)
    family = models.CharField(max_length=32)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    voided_on = models.DateField()
    recorded_at = models.DateTimeField()
    actor = models.CharField(max_length=64)
    reason = models.CharField(max_length=300)

    mutability = "append-only"

    class Meta:
        db_table = "documents_voided_number"
        constraints = [
            models.UniqueConstraint(fields=["agency", "family", "year", "number"], name="number_voided_once")
        ]


class PaperSymbol(models.Model):
    """The symbol an agency writes on its papers from a day on, before the one the law's data give it."""

    agency = models.CharField(max_length=32)
    symbol = models.CharField(max_length=32)
    valid_from = models.DateField()
    recorded_at = models.DateTimeField()
    actor = models.CharField(max_length=64)

    mutability = "append-only"

    class Meta:
        db_table = "documents_symbol"
        indexes = [models.Index(fields=["agency", "-valid_from", "-id"], name="symbol_of_agency")]


class MasterVersion(models.Model):
    """The bytes of a master, known by their SHA-256: papers issued from it find it for ever."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    kind = models.CharField(max_length=48)
    variant = models.CharField(max_length=32)
    content = models.BinaryField()
    is_shipped = models.BooleanField()
    recorded_at = models.DateTimeField()

    mutability = "append-only"

    class Meta:
        db_table = "documents_master_version"


class AdoptedMaster(models.Model):
    """From a day on an agency uses this version of a master; the latest adoption goes before earlier ones."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.CharField(max_length=32)
    kind = models.CharField(max_length=48)
    variant = models.CharField(max_length=32)
    number = models.PositiveIntegerField()
    version = models.ForeignKey(MasterVersion, on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField()
    recorded_at = models.DateTimeField()
    actor = models.CharField(max_length=64)
    note = models.CharField(max_length=300, blank=True, default="")

    mutability = "append-only"

    class Meta:
        db_table = "documents_adopted_master"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "kind", "variant", "number"], name="master_adopted_once"
            )
        ]


class IssuedPaper(models.Model):
    """A paper as issued: what it said, from which master, under which number, signed by whom (T04 Đ36.4)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.CharField(max_length=32)
    kind = models.CharField(max_length=48)
    variant = models.CharField(max_length=32)
    subject_kind = models.CharField(max_length=32, blank=True, default="")
    subject_id = models.UUIDField(null=True, blank=True)
    entry_seq = models.PositiveIntegerField(null=True, blank=True)
    number = models.CharField(max_length=80, blank=True, default="")
    series_agency = models.CharField(max_length=32, blank=True, default="")
    family = models.CharField(max_length=32, blank=True, default="")
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    issued_on = models.DateField()
    recorded_at = models.DateTimeField()
    actor = models.CharField(max_length=64)
    signer = models.CharField(max_length=32, blank=True, default="")
    signer_name = models.CharField(max_length=120)
    signer_title = models.CharField(max_length=160)
    delegation = models.CharField(max_length=160, blank=True, default="")
    context = models.JSONField()
    master = models.ForeignKey(MasterVersion, on_delete=models.PROTECT, related_name="+")
    lines = models.JSONField()
    text = models.TextField()
    text_folded = models.TextField()
    sha256 = models.CharField(max_length=64)
    corrects = models.UUIDField(null=True, blank=True)
    folio = models.PositiveIntegerField(null=True, blank=True)
    sheets = models.PositiveIntegerField(default=1)

    mutability = "append-only"

    class Meta:
        db_table = "documents_issued_paper"
        constraints = [
            models.UniqueConstraint(
                fields=["series_agency", "family", "year", "number"], name="paper_number_once",
                condition=~Q(number=""),
            )
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["subject_kind", "subject_id", "id"], name="paper_of_subject"),
            models.Index(fields=["agency", "-issued_on", "-id"], name="paper_by_day"),
            models.Index(fields=["corrects"], name="paper_corrected"),
        ]


class IssuedFile(models.Model):
    """A paper as a file, made when first asked for and then kept, so that it never changes."""

    paper = models.ForeignKey(IssuedPaper, on_delete=models.PROTECT, related_name="files")
    format = models.CharField(max_length=8)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    recorded_at = models.DateTimeField()

    mutability = "append-only"

    class Meta:
        db_table = "documents_issued_file"
        constraints = [models.UniqueConstraint(fields=["paper", "format"], name="issued_file_once")]


class ReceivedFile(models.Model):
    """A document of a file that came in, with its folio number; the bytes lie in the home by their hash."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.CharField(max_length=32)
    subject_kind = models.CharField(max_length=32)
    subject_id = models.UUIDField()
    title = models.CharField(max_length=300)
    rank = models.CharField(max_length=16)
    dated_on = models.DateField(null=True, blank=True)
    received_on = models.DateField()
    recorded_at = models.DateTimeField()
    actor = models.CharField(max_length=64)
    name = models.CharField(max_length=160)
    format = models.CharField(max_length=8)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    sheets = models.PositiveIntegerField(default=1)
    folio = models.PositiveIntegerField()

    mutability = "append-only"

    class Meta:
        db_table = "documents_received_file"
        indexes = [models.Index(fields=["subject_kind", "subject_id", "folio"], name="file_of_subject")]
