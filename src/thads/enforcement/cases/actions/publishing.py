"""Telling the public of a debtor without means, and ending it (N62 Đ11; T04 Đ4–6; N152 Đ23)."""

from datetime import date
from uuid import UUID

from thads.enforcement.cases.locking import lock_case
from thads.enforcement.cases.recording import record
from thads.enforcement.cases.rules import facts
from thads.enforcement.cases.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.foundation.access.door import action
from thads.foundation.access.rules.viewer import Viewer


@action("cases.publish_debtor")
def publish_debtor(
    *, viewer: Viewer, case_id: UUID, on: date, place: str = "", expected_seq: int | None = None
) -> UUID:
    """Record that the debtor without means was published (N62 Đ11.1; T04 Đ5; N152 Đ23.1).

    Refuses without an unable decision in force, and a second publication.
    """
    case = lock_case(viewer, case_id, "cases.publish_debtor", expected_seq)
    return record(viewer, case, facts.DebtorPublished(place), on=on)


@action("cases.update_publication")
def update_publication(
    *, viewer: Viewer, case_id: UUID, on: date, content: str = "", expected_seq: int | None = None
) -> UUID:
    """Record that what is published was corrected after a change (N62 Đ11.2; T04 Đ6.1; N152 Đ23.2)."""
    case = lock_case(viewer, case_id, "cases.update_publication", expected_seq)
    return record(viewer, case, facts.PublicationUpdated(content), on=on)


@action("cases.end_publication")
def end_publication(
    *, viewer: Viewer, case_id: UUID, on: date, reason: str = "", expected_seq: int | None = None
) -> UUID:
    """Record that the debtor was taken from the publication, also after the case has ended (N62 Đ11.3; T04
    Đ6.2; N152 Đ23.2).
    """
    case = lock_case(viewer, case_id, "cases.end_publication", expected_seq)
    return record(viewer, case, facts.PublicationEnded(reason), on=on)
