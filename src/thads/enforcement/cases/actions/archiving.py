"""After the end: certificates of results, and the file's way into the archive and out of it (L08 Đ53; N62
Đ37; N152 Đ32.3; T04 Đ32; T78 Đ7.1).
"""

from datetime import date
from uuid import UUID

from thads.enforcement.cases.locking import lock_case
from thads.enforcement.cases.recording import record
from thads.enforcement.cases.rules import facts
from thads.enforcement.cases.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.cases.rules.archive import check_taker
from thads.enforcement.cases.rules.moves import MOVES
from thads.enforcement.cases.rules.vocabulary import ArchiveStep
from thads.enforcement.documents.numbering import order_number
from thads.foundation.access.door import action
from thads.foundation.access.rules.viewer import Viewer


@action("cases.request_certificate")
def request_certificate(
    *, viewer: Viewer, case_id: UUID, on: date, by: str, expected_seq: int | None = None
) -> UUID:
    """Record that a party asks for a certificate of the results, whole or in part (L08 Đ53; N62 Đ37; N152
    Đ32.3).
    """
    case = lock_case(viewer, case_id, "cases.request_certificate", expected_seq)
    return record(viewer, case, facts.CertificateRequested(by), on=on)


@action("cases.issue_certificate")
def issue_certificate(
    *, viewer: Viewer, case_id: UUID, on: date, to: str, content: str = "", expected_seq: int | None = None
) -> UUID:
    """Certify the results, whole or the part that `content` tells (L08 Đ53; N62 Đ37; N152 Đ32.3); refuses
    when nobody asked.
    """
    case = lock_case(viewer, case_id, "cases.issue_certificate", expected_seq)
    order_no = order_number(case.agency, "certificate", on, symbol="GXN")
    return record(viewer, case, facts.CertificateIssued(to, content), on=on, order_no=order_no)


@action("cases.check_file")
def check_file(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    step: ArchiveStep,
    folios: int = 0,
    remarks: str = "",
    expected_seq: int | None = None,
) -> UUID:
    """Record a step before the archive: the bailiff lists the folios, the examiner checks, the accountant
    reconciles (T04 Đ32; T78 Đ7.1).

    Refuses another's step, and one before those that precede it.
    """
    case = lock_case(viewer, case_id, "cases.check_file", expected_seq)
    check_taker(step, viewer.roles_at(case.agency), basis=MOVES[facts.FileChecked].basis(on))
    return record(viewer, case, facts.FileChecked(step, folios, remarks), on=on)


@action("cases.archive_file")
def archive_file(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    folios: int,
    place: str = "",
    keep_years: int = 0,
    expected_seq: int | None = None,
) -> UUID:
    """Agree that the file is archived, once every step is taken, measures are released and the publication
    is over (T04 Đ32).
    """
    case = lock_case(viewer, case_id, "cases.archive_file", expected_seq)
    return record(viewer, case, facts.FileArchived(folios, place, keep_years), on=on)


@action("cases.take_file_out")
def take_file_out(
    *, viewer: Viewer, case_id: UUID, on: date, by: str, purpose: str = "", expected_seq: int | None = None
) -> UUID:
    """Let an archived file be taken out to be read (T04 Đ32.3); refuses one that is out already."""
    case = lock_case(viewer, case_id, "cases.take_file_out", expected_seq)
    return record(viewer, case, facts.FileTakenOut(by, purpose), on=on)


@action("cases.return_file")
def return_file(
    *, viewer: Viewer, case_id: UUID, on: date, by: str = "", expected_seq: int | None = None
) -> UUID:
    """Record that a file taken out is back in the archive (T04 Đ32.3)."""
    case = lock_case(viewer, case_id, "cases.return_file", expected_seq)
    return record(viewer, case, facts.FileReturned(by), on=on)
