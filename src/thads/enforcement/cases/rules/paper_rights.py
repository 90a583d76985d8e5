"""Who may ask for a paper of a recorded fact: whoever works on the case (T04 Đ31, 33)."""

from thads.foundation.access.rules.rights import register_verbs
from thads.foundation.access.rules.viewer import Role

_WRITERS = frozenset(
    {
        Role.AGENCY_HEAD,
        Role.DEPUTY_HEAD,
        Role.UNIT_HEAD,
        Role.CHIEF_BAILIFF,
        Role.BAILIFF,
        Role.EXAMINER,
        Role.CLERK,
        Role.OFFICE_HEAD,
        Role.PRIVATE_BAILIFF,
    }
)

register_verbs({"cases.write_paper": _WRITERS, "cases.write_closed_list": _WRITERS})
