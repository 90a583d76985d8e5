"""An office's own masters: uploaded, checked, adopted from a day on; going back is adopting again."""

from datetime import date

from django.db.models import Max

from thads.enforcement.documents.checking_uploads import faults_of_upload
from thads.enforcement.documents.choosing import keep_version, shipped_docx
from thads.enforcement.documents.models import AdoptedMaster, MasterVersion
from thads.enforcement.documents.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.documents.rules.papers import PaperKind, PaperVariant, paper_kind
from thads.foundation.access.door import action
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import actions as ledger
from thads.kernel.refusals import Problem, Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "documents.master_refused": "Mẫu “{paper}” chưa dùng được, có {count} chỗ phải sửa. {faults}",
        "documents.variant_unheard": "“{paper}” không có dạng “{variant}”; các dạng: {known}.",
        "documents.adopted_too_early": "Mẫu chỉ áp dụng được từ ngày {today} trở đi; văn bản đã phát hành "
        "không thay đổi.",
    }
)

MOST_TOLD = 5


@action("documents.upload_master")
def upload_master(
    *, viewer: Viewer, agency: str, kind: str, variant: str, content: bytes, valid_from: date, note: str = ""
) -> int:
    """Let the agency use its own .docx for a kind from a day on; return the number of the version.

    Refuses a file that is no harmless .docx, and one whose fields are not right, each with its place.
    """
    rights.check_may(viewer, "documents.upload_master", agency=agency)
    found, form = _named(kind, variant)
    _check_day(viewer, valid_from)
    if faults := faults_of_upload(content, found, form):
        raise _refused(found, faults)
    version = keep_version(content, found, form, is_shipped=False, at=viewer.at)
    return _adopt(viewer, agency, found, form, version, valid_from, note)


@action("documents.restore_master")
def restore_master(
    *, viewer: Viewer, agency: str, kind: str, variant: str, number: int, valid_from: date, note: str = ""
) -> int:
    """Go back to an earlier version of the agency, or with 0 to the master of the package, from a day on;
    return the number of the new adoption.
    """
    rights.check_may(viewer, "documents.restore_master", agency=agency)
    found, form = _named(kind, variant)
    _check_day(viewer, valid_from)
    version = _earlier(viewer, agency, found, form, number)
    return _adopt(viewer, agency, found, form, version, valid_from, note)


def _earlier(
    viewer: Viewer, agency: str, kind: PaperKind, variant: PaperVariant, number: int
) -> MasterVersion:
    if number == 0:
        return keep_version(shipped_docx(kind, variant), kind, variant, is_shipped=True, at=viewer.at)
    row = AdoptedMaster.objects.filter(
        agency=agency, kind=kind.code, variant=variant.code, number=number
    ).select_related("version").first()  # fmt: skip
    if row is None:
        raise Refusal("documents.version_unknown", paper=kind.title, agency=agency, number=number)
    return row.version


def _adopt(
    viewer: Viewer, agency: str, kind: PaperKind, variant: PaperVariant, version: MasterVersion,
    valid_from: date, note: str,
) -> int:  # fmt: skip
    ledger.one_writer_at_a_time()
    mine = AdoptedMaster.objects.filter(agency=agency, kind=kind.code, variant=variant.code)
    number = (mine.aggregate(last=Max("number"))["last"] or 0) + 1
    AdoptedMaster.objects.create(
        agency=agency, kind=kind.code, variant=variant.code, number=number, version=version,
        valid_from=valid_from, recorded_at=viewer.at, actor=viewer.username, note=note.strip()[:300],
    )  # fmt: skip
    return number


def _named(kind: str, variant: str) -> tuple[PaperKind, PaperVariant]:
    found = paper_kind(kind)
    form = next((one for one in found.variants if one.code == variant), None)
    if form is None:
        known = ", ".join(one.code for one in found.variants)
        raise Refusal("documents.variant_unheard", paper=found.title, variant=variant, known=known)
    return found, form


def _check_day(viewer: Viewer, valid_from: date) -> None:
    if valid_from < viewer.on:
        raise Refusal("documents.adopted_too_early", today=viewer.on)


def _refused(kind: PaperKind, faults: tuple[Problem, ...]) -> Refusal:
    told = " ".join(one.message for one in faults[:MOST_TOLD])
    more = f" … và {len(faults) - MOST_TOLD} chỗ khác." if len(faults) > MOST_TOLD else ""
    return Refusal("documents.master_refused", paper=kind.title, count=len(faults), faults=f"{told}{more}")
