"""The file of a case and who works on it (L08 Đ36.2; N62 Đ8, 10; L25 Đ32.2; N152 Đ12–13)."""

from datetime import date
from uuid import UUID

from thads.enforcement.cases.locking import lock_case
from thads.enforcement.cases.recording import record
from thads.enforcement.cases.rules import facts
from thads.enforcement.cases.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.documents.numbering import order_number
from thads.foundation.access.door import action
from thads.foundation.access.rules.viewer import Viewer


@action("cases.open_file")
def open_file(
    *, viewer: Viewer, case_id: UUID, on: date, file_no: str = "", expected_seq: int | None = None
) -> UUID:
    """Record that the file of the case was made up, by the number of the case when it has no other (N62
    Đ8.1; N152 Đ12.2); refuses a second one.
    """
    case = lock_case(viewer, case_id, "cases.open_file", expected_seq)
    return record(viewer, case, facts.FileOpened(file_no.strip() or case.number), on=on)


@action("cases.ask_bailiff_change")
def ask_bailiff_change(
    *, viewer: Viewer, case_id: UUID, on: date, by: str, reason: str = "", expected_seq: int | None = None
) -> UUID:
    """Record that a party or the bailiff asks for another bailiff; assigning or refusing answers it (N62
    Đ10; N152 Đ13).
    """
    case = lock_case(viewer, case_id, "cases.ask_bailiff_change", expected_seq)
    return record(viewer, case, facts.BailiffChangeRequested(by, reason), on=on)


@action("cases.refuse_bailiff_change")
def refuse_bailiff_change(
    *, viewer: Viewer, case_id: UUID, on: date, reason: str, expected_seq: int | None = None
) -> UUID:
    """Refuse in writing to change the bailiff (N62 Đ10.3; N152 Đ13.3); refuses when nobody asked."""
    case = lock_case(viewer, case_id, "cases.refuse_bailiff_change", expected_seq)
    order_no = order_number(case.agency, "notice", on, symbol="TB")
    return record(viewer, case, facts.BailiffChangeRefused(reason), on=on, order_no=order_no)
