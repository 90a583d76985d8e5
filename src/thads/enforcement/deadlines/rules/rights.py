"""Who may add days to an office's calendar, and open a calendar of his own: verbs of this room."""

from thads.foundation.access.rules.rights import register_verbs
from thads.foundation.access.rules.viewer import Role

KEEPERS = frozenset({Role.AGENCY_HEAD, Role.DEPUTY_HEAD, Role.CENTRAL_HEAD, Role.ADMINISTRATOR})
HEADS = frozenset({Role.AGENCY_HEAD, Role.DEPUTY_HEAD, Role.UNIT_HEAD, Role.OFFICE_HEAD})
OVERSEERS = HEADS | {Role.CHIEF_BAILIFF, Role.CENTRAL_HEAD, Role.CENTRAL_OFFICER, Role.EXAMINER}
"""Who may see what is due to others."""

register_verbs(
    {
        "deadlines.add_holiday": KEEPERS,
        "deadlines.end_holiday": KEEPERS,
        "deadlines.open_calendar_feed": frozenset(Role),
        "deadlines.revoke_calendar_feed": frozenset(Role),
    }
)
