"""Who may do what with papers: the verbs of this room in the table of rights (process.md 9.3)."""

from thads.foundation.access.rules.rights import register_verbs
from thads.foundation.access.rules.viewer import Role

HEADS = frozenset({Role.AGENCY_HEAD, Role.DEPUTY_HEAD, Role.UNIT_HEAD, Role.CHIEF_BAILIFF, Role.OFFICE_HEAD})
KEEPERS = HEADS | {Role.CLERK, Role.ADMINISTRATOR}
WRITERS = HEADS | {Role.CLERK, Role.BAILIFF, Role.PRIVATE_BAILIFF, Role.EXAMINER, Role.ACCOUNTANT}
EVERYBODY = frozenset(Role)

register_verbs(
    {
        "documents.issue": WRITERS,
        "documents.upload_master": KEEPERS,
        "documents.restore_master": KEEPERS,
        "documents.receive_file": WRITERS | {Role.ARCHIVIST},
        "documents.void_number": HEADS | {Role.CLERK},
        "documents.set_symbol": HEADS | {Role.ADMINISTRATOR},
        "documents.read_paper": EVERYBODY,
        "documents.read_file": EVERYBODY,
    }
)
