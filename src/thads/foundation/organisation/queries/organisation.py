"""Reading the organisation as it was on a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from thads.foundation.access.rules.viewer import HeldPost, Role, Viewer
from thads.foundation.organisation.models import Agency, AgencyVersion, Post, Staff, Succession
from thads.foundation.organisation.rules.agencies import (
    AgencyKind,
    AgencyThen,
    AgencyTree,
    SuccessionEdge,
    SuccessionKind,
)
from thads.kernel.spans import Span


@dataclass(frozen=True, slots=True)
class Bailiff:
    """A bailiff at an agency on a day."""

    code: str
    name: str
    grade: str
    agency: str


@dataclass(frozen=True, slots=True)
class PostThen:
    """A post held by a person at an agency during a span."""

    staff: str
    name: str
    role: Role
    grade: str
    agency: str
    span: Span


def agency_tree(*, on: date) -> AgencyTree:
    """Return all agencies as they stood on the day. Public knowledge: no viewer is asked."""
    rows = AgencyVersion.objects.filter(_holds(on))
    return AgencyTree.standing((_as_value(row) for row in rows), on=on)


def agency_history(code: str) -> Sequence[AgencyThen]:
    """Return the versions of one agency, oldest first."""
    return [_as_value(row) for row in AgencyVersion.objects.filter(agency_id=code).order_by("valid_from")]


def successions() -> Sequence[SuccessionEdge]:
    """Return every handing-over of work between agencies."""
    rows = Succession.objects.order_by("on", "id")
    return [SuccessionEdge(r.predecessor_id, r.successor_id, r.on, SuccessionKind(r.kind)) for r in rows]


def bailiffs(agencies: frozenset[str], *, on: date) -> Sequence[Bailiff]:
    """Return the bailiffs who hold a post at these agencies, or at these private offices, on the day, in the
    order of the dictionary.
    """
    rows = (
        Post.objects.filter(_holds(on), agency_id__in=agencies, role__in=(Role.BAILIFF, Role.PRIVATE_BAILIFF))
        .select_related("staff")
        .order_by("agency_id", "staff__name_key")
    )
    return [Bailiff(r.staff_id, r.staff.full_name, r.grade, r.agency_id) for r in rows]


def posts(agencies: frozenset[str]) -> Sequence[PostThen]:
    """Return every post ever held at these agencies, by person and day."""
    rows = Post.objects.filter(agency_id__in=agencies).select_related("staff")
    found = [
        PostThen(
            r.staff_id, r.staff.full_name, Role(r.role), r.grade, r.agency_id, Span(r.valid_from, r.valid_to)
        )
        for r in rows
    ]
    return sorted(found, key=lambda post: (post.staff, post.span.start, post.agency, post.role))


def staff_names() -> Mapping[str, str]:
    """Return the full name of everybody by staff code."""
    return dict(Post.objects.values_list("staff_id", "staff__full_name").distinct())


def account_names() -> Mapping[str, str]:
    """Return the full name of everybody with an account by username: who recorded a fact."""
    rows = Staff.objects.filter(user__isnull=False)
    return dict(rows.values_list("user__username", "full_name"))


def viewer_for(user_id: int, *, at: datetime, on: date) -> Viewer:
    """Return the viewer a signed-in person is on the day, with the agencies each post reaches."""
    rows = Post.objects.filter(_holds(on), staff__user_id=user_id).select_related("staff__user")
    tree = agency_tree(on=on)
    posts, name, username = [], "", ""
    for row in rows:
        name = row.staff.full_name
        username = row.staff.user.username if row.staff.user is not None else ""
        posts.append(HeldPost(Role(row.role), row.agency_id, tree.reach(row.agency_id), row.staff_id))
    return Viewer(user_id=user_id, username=username, name=name, posts=tuple(posts), at=at, on=on)


def operator(*, at: datetime, on: date, username: str = "dong-lenh") -> Viewer:
    """Return the viewer that the operator at the server's own command line is: every agency that ever was.

    Whoever can run commands on the server can read its database; the trail names him by `username`.
    """
    everywhere = frozenset(Agency.objects.values_list("code", flat=True))
    roles = (Role.ADMINISTRATOR, Role.CENTRAL_OFFICER, Role.STATISTICIAN)
    posts = tuple(HeldPost(role, "", everywhere) for role in roles)
    return Viewer(user_id=0, username=username, name="Người vận hành hệ thống", posts=posts, at=at, on=on)


def _holds(on: date) -> Q:
    return Q(valid_from__lte=on) & (Q(valid_to__isnull=True) | Q(valid_to__gt=on))


def _as_value(row: AgencyVersion) -> AgencyThen:
    return AgencyThen(
        code=row.agency_id, name=row.name, short_name=row.short_name, kind=AgencyKind(row.kind),
        parent=row.parent_id, symbol=row.symbol, place=row.place, position=row.position,
        span=Span(row.valid_from, row.valid_to),
    )  # fmt: skip
