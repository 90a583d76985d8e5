"""Papers that an officer asks for: minutes, plans and notices of a recorded fact, the monthly list (T04 Đ31,
33; N152 Đ32.2).
"""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from thads.enforcement.cases import papers
from thads.enforcement.cases.locking import lock_case
from thads.enforcement.cases.rules import paper_rights as _rights  # noqa: F401  (the verbs of this module)
from thads.enforcement.documents.rules.fields import FieldValue
from thads.foundation.access.door import action
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer


@action("cases.write_paper")
def write_paper(
    *,
    viewer: Viewer,
    case_id: UUID,
    entry_seq: int,
    kind: str,
    fields: Mapping[str, FieldValue],
    signer: str = "",
    expected_seq: int | None = None,
) -> UUID:
    """Issue minutes, a plan or a notice of the fact at a place of the case, with what `fields` add to it.

    Refuses a kind that the fact does not call for, a field it does not know, and who may not sign it.
    """
    case = lock_case(viewer, case_id, "cases.write_paper", expected_seq)
    issued = papers.issue_on_demand(viewer, case, entry_seq, kind, signer=signer, more=fields)
    return issued.paper_id


@action("cases.write_closed_list")
def write_closed_list(
    *, viewer: Viewer, agency: str, since: date, until: date, on: date, signer: str = ""
) -> UUID:
    """Issue the list of the cases that ended from one day to another, for the procuracy (N152 Đ32.2)."""
    rights.check_may(viewer, "cases.write_closed_list", agency=agency)
    return papers.issue_closed_list(viewer, agency, since=since, until=until, on=on, signer=signer).paper_id
