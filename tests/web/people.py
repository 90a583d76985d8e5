"""Accounts of the office's people: one for each role at the district, a few elsewhere."""

from django.contrib.auth import get_user_model

from rooms.cases.office import BAILIFF, COLLEAGUE, DISTRICT, FOUNDED, OTHER, PROVINCE
from thads.foundation.access.rules.viewer import Role
from thads.foundation.organisation.models import Post, Staff
from thads.kernel.names import fold, sort_key

PASSWORD = "mat-khau-dai-2024"


def username_of(role: Role, agency: str = DISTRICT) -> str:
    return f"{role}.{agency}".lower()


def open_accounts() -> None:
    for role in Role:
        _open(role, DISTRICT, BAILIFF if role is Role.BAILIFF else "")
    _open(Role.BAILIFF, OTHER, "")
    _open(Role.AGENCY_HEAD, PROVINCE, "")
    colleague = get_user_model().objects.create_user("colleague", password=PASSWORD)
    Staff.objects.filter(code=COLLEAGUE).update(user=colleague)


def _open(role: Role, agency: str, staff_code: str) -> None:
    account = get_user_model().objects.create_user(username_of(role, agency), password=PASSWORD)
    if staff_code:
        Staff.objects.filter(code=staff_code).update(user=account)
        return
    name = f"Người thử {role.replace('_', ' ')}"
    staff = Staff.objects.create(
        code=f"{agency}-{role}", full_name=name, name_folded=fold(name), name_key=sort_key(name), user=account
    )
    Post.objects.create(staff=staff, role=role, agency_id=agency, valid_from=FOUNDED)
