"""Who may enter the totals that another agency reported."""

from thads.foundation.access.rules.rights import register_verbs
from thads.foundation.access.rules.viewer import Role

RECEIVE_TOTALS = "submissions.receive_totals"

register_verbs(
    {
        RECEIVE_TOTALS: frozenset(
            {Role.CENTRAL_HEAD, Role.CENTRAL_OFFICER, Role.STATISTICIAN, Role.ADMINISTRATOR}
        )
    }
)
