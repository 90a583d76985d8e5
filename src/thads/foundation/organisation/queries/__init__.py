"""Reading the organisation: agencies and people as they were on a day, and who may sign."""

from thads.foundation.organisation.queries.organisation import (
    Bailiff,
    PostThen,
    account_names,
    agency_history,
    agency_tree,
    bailiffs,
    operator,
    posts,
    staff_names,
    successions,
    viewer_for,
)
from thads.foundation.organisation.queries.signing import (
    DelegationChoices,
    DelegationRow,
    Named,
    SignedBy,
    check_signature,
    delegation_choices,
    delegations,
    signers,
    who_could_sign_case_act,
)

__all__ = [
    "Bailiff",
    "DelegationChoices",
    "DelegationRow",
    "Named",
    "PostThen",
    "SignedBy",
    "account_names",
    "agency_history",
    "agency_tree",
    "bailiffs",
    "check_signature",
    "delegation_choices",
    "delegations",
    "operator",
    "posts",
    "signers",
    "staff_names",
    "successions",
    "viewer_for",
    "who_could_sign_case_act",
]
