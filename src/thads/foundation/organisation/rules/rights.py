"""Who may change the organisation: verbs of this room in the table of rights."""

from thads.foundation.access.rules.rights import register_verbs
from thads.foundation.access.rules.viewer import Role

KEEPERS = frozenset({Role.ADMINISTRATOR, Role.CENTRAL_HEAD})

register_verbs(
    dict.fromkeys(
        (
            "organisation.found_agency", "organisation.rename_agency", "organisation.move_agency",
            "organisation.merge_agencies", "organisation.enrol_staff", "organisation.appoint",
            "organisation.end_post", "organisation.open_account", "organisation.set_password",
            "organisation.close_account",
        ),
        KEEPERS,
    )
)  # fmt: skip

GIVERS = frozenset({Role.AGENCY_HEAD, Role.CENTRAL_HEAD, Role.ADMINISTRATOR})
"""Who may record that a head delegated his signature: heads, and the keeper of the organisation for them."""

register_verbs(dict.fromkeys(("organisation.delegate_signing", "organisation.end_delegation"), GIVERS))
