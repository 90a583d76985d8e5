"""Which master an agency uses on a day: its own, else that of the agency above it, else the package's.

An adoption holds from its day on; the latest one goes before earlier ones, so that going back is one more
adoption and nothing is overwritten.
"""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from thads.enforcement.documents.files import sha256_of
from thads.enforcement.documents.models import AdoptedMaster, MasterVersion
from thads.enforcement.documents.rules.masters import Master
from thads.enforcement.documents.rules.papers import PaperKind, PaperVariant
from thads.enforcement.documents.shipped import shipped_master
from thads.enforcement.documents.standing import chain_of
from thads.enforcement.documents.word.building import build
from thads.enforcement.documents.word.reading import template_of
from thads.foundation.organisation.rules.agencies import AgencyTree


@dataclass(frozen=True, slots=True)
class ChosenMaster:
    """A master in use: its hash, its words; `adoption` is None when it is the package's."""

    sha256: str
    master: Master
    adoption: AdoptedMaster | None


def chosen_master(
    agency: str, kind: PaperKind, variant: PaperVariant, *, on: date, standing: AgencyTree | None = None
) -> ChosenMaster:
    """Return the master that the agency uses for a kind on the day; `standing` as in `agency_symbol`."""
    adoption = _adoption_in_force(agency, kind, variant, on, standing or chain_of(agency, on=on))
    own = shipped_sha256(kind, variant)
    if adoption is None or adoption.version.is_shipped:  # whoever went back follows the package's changes
        return ChosenMaster(own, shipped_master(kind.code, variant.code), adoption)
    return ChosenMaster(adoption.version_id, _words(adoption.version_id), adoption)


def _adoption_in_force(
    agency: str, kind: PaperKind, variant: PaperVariant, on: date, standing: AgencyTree
) -> AdoptedMaster | None:
    """The adoption that holds for an agency on the day: its own first, then of those above it."""
    chain = [agency, *(one for one in standing.agencies if one != agency)]
    rows = (
        AdoptedMaster.objects.filter(
            agency__in=chain, kind=kind.code, variant=variant.code, valid_from__lte=on
        )
        .select_related("version")
        .defer("version__content")
    )
    return max(rows, key=lambda row: (-chain.index(row.agency), row.valid_from, row.number), default=None)


def content_of(sha256: str, kind: PaperKind, variant: PaperVariant) -> bytes:
    """Return the bytes of a master: of the package's while it is that, else of the version kept."""
    if sha256 == shipped_sha256(kind, variant):
        return shipped_docx(kind, variant)
    return bytes(MasterVersion.objects.values_list("content", flat=True).get(sha256=sha256))


def keep_version(
    content: bytes, kind: PaperKind, variant: PaperVariant, *, is_shipped: bool, at: datetime
) -> MasterVersion:
    """Keep the bytes of a master under their hash, once."""
    version, _new = MasterVersion.objects.get_or_create(
        sha256=sha256_of(content),
        defaults={
            "kind": kind.code, "variant": variant.code, "content": content, "is_shipped": is_shipped,
            "recorded_at": at,
        },
    )  # fmt: skip
    return version


def keep_used(chosen: ChosenMaster, kind: PaperKind, variant: PaperVariant, *, at: datetime) -> None:
    """See that the master a paper is issued from is kept, whatever a later release of the package ships."""
    if not MasterVersion.objects.filter(sha256=chosen.sha256).exists():
        keep_version(shipped_docx(kind, variant), kind, variant, is_shipped=True, at=at)


@lru_cache(maxsize=256)
def shipped_docx(kind: PaperKind, variant: PaperVariant) -> bytes:
    """Return the .docx of the package's master."""
    return build(shipped_master(kind.code, variant.code), title=kind.title)


@lru_cache(maxsize=256)
def shipped_sha256(kind: PaperKind, variant: PaperVariant) -> str:
    """Return the hash of the package's master."""
    return sha256_of(shipped_docx(kind, variant))


@lru_cache(maxsize=64)
def _words(sha256: str) -> Master:
    return template_of(bytes(MasterVersion.objects.values_list("content", flat=True).get(sha256=sha256)))
