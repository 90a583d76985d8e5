"""Who may close a register: whoever keeps it, with the head (T04 Đ30.4)."""

from thads.foundation.access.rules.rights import register_verbs
from thads.foundation.access.rules.viewer import Role

CLOSE_REGISTER = "registers.close_register"

register_verbs(
    {
        CLOSE_REGISTER: frozenset(
            {Role.AGENCY_HEAD, Role.DEPUTY_HEAD, Role.CLERK, Role.EXAMINER, Role.STATISTICIAN}
        ),
    }
)
