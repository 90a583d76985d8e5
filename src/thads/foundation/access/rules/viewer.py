"""The viewer: who is looking or acting, in which posts, with which agencies in sight, at which instant.

Built once per request or command and passed as the first argument of every query and action.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Role(StrEnum):
    """Posts of process.md 9.2 that act or look in the system today; the last two in private offices (2.8)."""

    CENTRAL_HEAD = "central_head"
    CENTRAL_OFFICER = "central_officer"
    AGENCY_HEAD = "agency_head"
    DEPUTY_HEAD = "deputy_head"
    UNIT_HEAD = "unit_head"
    CHIEF_BAILIFF = "chief_bailiff"
    BAILIFF = "bailiff"
    EXAMINER = "examiner"
    CLERK = "clerk"
    ACCOUNTANT = "accountant"
    CASHIER = "cashier"
    KEEPER = "keeper"
    ARCHIVIST = "archivist"
    STATISTICIAN = "statistician"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"
    OFFICE_HEAD = "office_head"
    PRIVATE_BAILIFF = "private_bailiff"


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post held on the viewer's day: role, agency, and the agencies it reaches (itself and below)."""

    role: Role
    agency: str
    reach: frozenset[str]
    staff_code: str = ""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who asks. `at` is the instant of the request: rooms take their time from it, never from a clock."""

    user_id: int
    username: str
    name: str
    posts: tuple[HeldPost, ...]
    at: datetime
    on: date
    sight: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        reach = frozenset().union(*(post.reach for post in self.posts)) if self.posts else frozenset()
        object.__setattr__(self, "sight", reach)

    def sees(self, agency: str) -> bool:
        """Say whether the agency is in sight."""
        return agency in self.sight

    def roles_at(self, agency: str) -> frozenset[Role]:
        """Return the roles held with reach over the agency."""
        return frozenset(post.role for post in self.posts if agency in post.reach)

    @property
    def staff_codes(self) -> frozenset[str]:
        """The viewer's own bailiff codes."""
        return frozenset(post.staff_code for post in self.posts if post.staff_code)
