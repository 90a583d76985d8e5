"""Changing the organisation: agencies, posts and accounts, and who signs for whom."""

from thads.foundation.organisation.actions.organisation import (
    appoint,
    close_account,
    end_post,
    enrol_staff,
    found_agency,
    merge_agencies,
    move_agency,
    open_account,
    rename_agency,
    set_password,
)
from thads.foundation.organisation.actions.signing import delegate_signing, end_delegation

__all__ = [
    "appoint",
    "close_account",
    "delegate_signing",
    "end_delegation",
    "end_post",
    "enrol_staff",
    "found_agency",
    "merge_agencies",
    "move_agency",
    "open_account",
    "rename_agency",
    "set_password",
]
