"""Register 06: what other agencies pass on to those in sight (L08 Đ57.1b; L25 Đ49.2).

The receiver sees what the decision carries: its number, the sender, the parties' names, the judgment, the
duties passed on; never the sender's file.
"""

from uuid import UUID

from django.db.models import QuerySet

from thads.enforcement.cases.incoming import TAKEN, incoming_lines
from thads.enforcement.cases.models import IncomingCase
from thads.enforcement.cases.rules.listings import Listing, Page
from thads.enforcement.cases.rules.pages import IncomingRow
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cases.incoming_not_found": "Không tìm thấy quyết định ủy thác, rút hồ sơ trong phạm vi được giao "
        "cho tài khoản {name}.",
    }
)

FIRST_PAGE = Page()


def incoming_cases(
    viewer: Viewer, *, text: str = "", agency: str = "", waiting: bool = False, page: Page = FIRST_PAGE
) -> Listing[IncomingRow]:
    """Return a page of register 06 in sight, the newest first; `waiting`: those no case has taken in."""
    found = waiting_cases(viewer) if waiting else IncomingCase.objects.filter(agency__in=viewer.sight)
    if agency:
        found = found.filter(agency=agency)
    for word in fold(text).split():
        found = found.filter(sender__search__words__contains=word)
    rows = found.order_by("-sent_on", "-id")[page.start : page.start + page.length]
    return Listing(incoming_lines(rows), found.count(), page)


def incoming_row(viewer: Viewer, incoming_id: UUID) -> IncomingRow:
    """Return what was passed on by one decision; refuses one out of sight."""
    found = IncomingCase.objects.filter(uuid=incoming_id, agency__in=viewer.sight)
    rows = incoming_lines(found)
    if not rows:
        raise Refusal("cases.incoming_not_found", name=viewer.name)
    return rows[0]


def waiting_cases(viewer: Viewer) -> QuerySet[IncomingCase]:
    """Return what was passed on to agencies in sight and no case has taken in, nor was sent back."""
    found = IncomingCase.objects.filter(agency__in=viewer.sight, case__isnull=True, returned_on__isnull=True)
    return found.alias(taken=TAKEN).filter(taken__isnull=True)
