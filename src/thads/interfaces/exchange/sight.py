"""Whose data may be taken out: the viewer's agencies."""

from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

NAMED = 30

register_sentences(
    {
        "export.agency_unknown": "Không có cơ quan mang mã “{agency}” trong phạm vi được giao; các mã: "
        "{known}.",
    }
)


def check_in_sight(viewer: Viewer, agency: str) -> None:
    """Refuse an agency out of sight, naming those that are in sight."""
    if not viewer.sees(agency):
        known = ", ".join(sorted(viewer.sight)[:NAMED]) or "không có"
        raise Refusal("export.agency_unknown", agency=agency, known=known)
