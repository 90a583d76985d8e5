"""Masters as an agency uses them: which there are, their fields, their versions, the file to edit."""

from datetime import date

from thads.enforcement.documents.checking_uploads import faults_of_upload
from thads.enforcement.documents.choosing import (
    ChosenMaster,
    chosen_master,
    content_of,
    shipped_docx,
)
from thads.enforcement.documents.models import AdoptedMaster, MasterVersion
from thads.enforcement.documents.rules.fields import STANDARD, PaperField
from thads.enforcement.documents.rules.pages import AdoptionRow, MasterPage, MasterRow, PaperFile
from thads.enforcement.documents.rules.papers import PaperKind, PaperVariant, paper_kind, paper_kinds
from thads.enforcement.documents.rules.received import DOCX_TYPE
from thads.enforcement.documents.rules.rendering import rendered
from thads.enforcement.documents.standing import chain_of
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.refusals import Problem, Refusal


def master_list(viewer: Viewer, *, agency: str, on: date) -> tuple[MasterRow, ...]:
    """Return every master with the one the agency uses on the day; refuses an agency out of sight."""
    _check_seen(viewer, agency)
    chain = list(chain_of(agency, on=on).agencies)
    adopted = (
        AdoptedMaster.objects.filter(agency__in=chain, valid_from__lte=on)
        .select_related("version")
        .defer("version__content")
    )
    best: dict[tuple[str, str], AdoptedMaster] = {}
    for row in sorted(adopted, key=lambda one: (-chain.index(one.agency), one.valid_from, one.number)):
        best[row.kind, row.variant] = row
    return tuple(
        _master_row(kind, variant, best.get((kind.code, variant.code)))
        for kind in paper_kinds()
        for variant in kind.variants
    )


def master_page(viewer: Viewer, *, agency: str, kind: str, variant: str, on: date) -> MasterPage:
    """Return one master with its fields, versions and a sample; refuses one that does not exist."""
    _check_seen(viewer, agency)
    found, form = _named(kind, variant, on)
    chosen = chosen_master(agency, found, form, on=on)
    return MasterPage(
        row=_master_row(found, form, chosen.adoption), numbered=found.numbered, standard=STANDARD,
        fields=found.fields, kept=frozenset(found.kept),
        adoptions=_adoptions(agency, found, form, chosen, on),
        sample=rendered(chosen.master, found.context(found.sample()), paper=found.title),
    )  # fmt: skip


def master_docx(
    viewer: Viewer, *, agency: str, kind: str, variant: str, on: date, number: int | None = None
) -> PaperFile:
    """Return the .docx of a master: the one in use, version `number` of the agency, 0 for the package's."""
    _check_seen(viewer, agency)
    found, form = _named(kind, variant, on)
    content = _content(agency, found, form, on, number)
    return PaperFile(f"{found.code}-{form.code}.docx", DOCX_TYPE, content)


def check_master(viewer: Viewer, *, kind: str, variant: str, content: bytes, on: date) -> tuple[Problem, ...]:
    """Return what is wrong with a .docx as a master of the kind, nothing when it can be used; refuses a file
    that is no harmless .docx. `viewer` may be anybody: nothing of an agency is read.
    """
    found, form = _named(kind, variant, on)
    return faults_of_upload(content, found, form)


def fields_of(viewer: Viewer, *, kind: str) -> tuple[PaperField, ...]:
    """Return the fields that masters of the kind may use: what a person may read whoever he is."""
    return paper_kind(kind).all_fields


def _named(kind: str, variant: str, on: date) -> tuple[PaperKind, PaperVariant]:
    found = paper_kind(kind)
    named = next((one for one in found.variants if one.code == variant), None)
    return found, named or found.variant(variant, on=on)


def _content(agency: str, kind: PaperKind, variant: PaperVariant, on: date, number: int | None) -> bytes:
    if number is None:
        return content_of(chosen_master(agency, kind, variant, on=on).sha256, kind, variant)
    if number == 0:
        return shipped_docx(kind, variant)
    row = AdoptedMaster.objects.filter(
        agency=agency, kind=kind.code, variant=variant.code, number=number
    ).first()
    if row is None:
        raise Refusal("documents.version_unknown", paper=kind.title, agency=agency, number=number)
    return bytes(MasterVersion.objects.values_list("content", flat=True).get(sha256=row.version_id))


def _master_row(kind: PaperKind, variant: PaperVariant, adopted: AdoptedMaster | None) -> MasterRow:
    own = adopted if adopted is not None and not adopted.version.is_shipped else None
    return MasterRow(
        kind=kind.code, title=kind.title, variant=variant.code, label=variant.label, basis=kind.basis,
        adopted_by=own.agency if own else "", number=own.number if own else 0,
        valid_from=own.valid_from if own else None,
    )  # fmt: skip


def _adoptions(
    agency: str, kind: PaperKind, variant: PaperVariant, chosen: ChosenMaster, on: date
) -> tuple[AdoptionRow, ...]:
    rows = AdoptedMaster.objects.filter(
        agency__in=list(chain_of(agency, on=on).agencies), kind=kind.code, variant=variant.code
    ).select_related("version").defer("version__content").order_by("-recorded_at", "-id")  # fmt: skip
    used = chosen.adoption
    return tuple(
        AdoptionRow(
            number=row.number, agency=row.agency, sha256=row.version_id, valid_from=row.valid_from,
            recorded_at=row.recorded_at, actor=row.actor, note=row.note, is_shipped=row.version.is_shipped,
            in_force=used is not None and row.pk == used.pk,
        )
        for row in rows
    )  # fmt: skip


def _check_seen(viewer: Viewer, agency: str) -> None:
    if not viewer.sees(agency):
        raise Refusal("access.not_in_sight", name=viewer.name)
