"""Looking is an act too: whoever opens a case reads personal data, and the trail says so (L25 Đ5.1)."""

from uuid import UUID

from thads.enforcement.cases import locking as _locking  # noqa: F401  (its sentences)
from thads.enforcement.cases.models import EnforcementCase
from thads.enforcement.cases.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.foundation.access.door import action
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.refusals import Refusal


@action("cases.note_read")
def note_read(*, viewer: Viewer, case_id: UUID) -> UUID:
    """Leave in the trail that the viewer opened the page of a case with its personal data."""
    case = EnforcementCase.objects.filter(uuid=case_id, agency__in=viewer.sight).only("agency").first()
    if case is None:
        raise Refusal("cases.not_found", name=viewer.name)
    rights.check_may(viewer, "cases.note_read", agency=case.agency)
    return case_id
