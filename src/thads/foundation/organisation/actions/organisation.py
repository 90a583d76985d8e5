"""Changing the organisation: agencies live, are renamed, moved and merged; people hold posts and accounts.

Nothing is overwritten: a change closes the version in force and opens the next one, so that every report
of the past still finds the names, superiors and posts of its day (process.md 9.1).
"""

from collections.abc import Sequence
from datetime import date

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db.models import Q

from thads.foundation.access.door import action
from thads.foundation.access.rules.rights import check_may
from thads.foundation.access.rules.viewer import Role, Viewer
from thads.foundation.organisation.models import Agency, AgencyVersion, Post, Staff, Succession
from thads.foundation.organisation.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.foundation.organisation.rules.agencies import AgencyKind, SuccessionKind
from thads.foundation.organisation.rules.posts import check_post_fits, check_separation
from thads.foundation.organisation.rules.private_offices import check_founding
from thads.foundation.organisation.rules.signing import LEADING, Seat
from thads.foundation.organisation.rules.spans import check_no_overlap
from thads.kernel.names import fold, sort_key
from thads.kernel.refusals import Refusal
from thads.kernel.spans import Span


@action("organisation.found_agency")
def found_agency(
    *,
    viewer: Viewer,
    code: str,
    name: str,
    kind: AgencyKind,
    since: date,
    parent: str | None = None,
    short_name: str = "",
    symbol: str = "",
    place: str = "",
    position: int = 0,
) -> str:
    """Found an agency under its superior from a day on; refuses a code that was ever used."""
    _check_written(code=code, name=name)
    if Agency.objects.filter(code=code).exists():
        raise Refusal("organisation.agency_exists", agency=code)
    above = None
    if parent is not None:
        check_may(viewer, "organisation.found_agency", agency=parent)
        above = AgencyKind(_standing(parent, since).kind)
    elif Agency.objects.exists():
        check_may(viewer, "organisation.found_agency", agency=_top())
    check_founding(kind, above, since=since)
    agency = Agency.objects.create(code=code)
    AgencyVersion.objects.create(
        agency=agency, name=name, short_name=short_name or name, kind=kind, parent_id=parent, symbol=symbol,
        place=place, position=position, valid_from=since,
    )  # fmt: skip
    return code


@action("organisation.rename_agency")
def rename_agency(*, viewer: Viewer, code: str, name: str, since: date, short_name: str = "") -> str:
    """Give the agency a new name from a day on; its code, cases and figures stay its own."""
    _check_written(name=name)
    check_may(viewer, "organisation.rename_agency", agency=code)
    _next_version(code, since, name=name, short_name=short_name or name)
    return code


@action("organisation.move_agency")
def move_agency(*, viewer: Viewer, code: str, parent: str, since: date) -> str:
    """Put the agency under another superior from a day on."""
    check_may(viewer, "organisation.move_agency", agency=code)
    _standing(parent, since)
    _next_version(code, since, parent_id=parent)
    return code


@action("organisation.merge_agencies")
def merge_agencies(
    *, viewer: Viewer, predecessors: Sequence[str], successor: str, since: date, basis: str = ""
) -> str:
    """Hand the work of agencies over to another from a day on.

    The predecessors end, their heads' posts end with them, everybody else goes on at the successor.
    """
    check_may(viewer, "organisation.merge_agencies", agency=successor)
    _standing(successor, since)
    for code in predecessors:
        if code == successor:
            raise Refusal("organisation.merged_into_itself", agency=code)
        check_may(viewer, "organisation.merge_agencies", agency=code)
        _close(_standing(code, since), since)
        Succession.objects.create(
            predecessor_id=code,
            successor_id=successor,
            on=since,
            kind=SuccessionKind.MERGED_INTO,
            basis=basis,
        )
        _carry_posts(code, successor, since)
    return successor


@action("organisation.enrol_staff")
def enrol_staff(*, viewer: Viewer, code: str, full_name: str, agency: str) -> str:
    """Enter a person under a code that outlives posts and accounts; refuses a code already used."""
    _check_written(code=code, full_name=full_name)
    check_may(viewer, "organisation.enrol_staff", agency=agency)
    taken = Staff.objects.filter(code=code).first()
    if taken is not None:
        raise Refusal("organisation.staff_exists", staff=code, name=taken.full_name)
    Staff.objects.create(
        code=code, full_name=full_name, name_folded=fold(full_name), name_key=sort_key(full_name)[:400]
    )
    return code


@action("organisation.appoint")
def appoint(
    *,
    viewer: Viewer,
    staff_code: str,
    role: Role,
    agency: str,
    since: date,
    until: date | None = None,
    grade: str = "",
) -> int:
    """Give a person a post at an agency for a span of days; refuses the same post twice on one day, a post
    that such an agency does not have, and an accountant who is the cashier (T78 Đ8.4).
    """
    check_may(viewer, "organisation.appoint", agency=agency)
    check_post_fits(role, AgencyKind(_standing(agency, since).kind), agency=agency)
    staff = _staff(staff_code)
    if until is not None and until <= since:
        raise Refusal("organisation.span_empty", since=since, until=until)
    held = Post.objects.filter(staff=staff, role=role, agency_id=agency)
    spans = (Span(start, end) for start, end in held.values_list("valid_from", "valid_to"))
    check_no_overlap(Span(since, until), spans, subject=staff.full_name)
    wish = Seat(staff.code, staff.full_name, role, agency, Span(since, until))
    check_separation(wish, _seats_of(staff))
    post = Post.objects.create(
        staff=staff, role=role, grade=grade, agency_id=agency, valid_from=since, valid_to=until
    )
    return post.pk


@action("organisation.end_post")
def end_post(*, viewer: Viewer, staff_code: str, role: Role, agency: str, until: date) -> int:
    """End a person's post: the first day on which it is no longer held."""
    check_may(viewer, "organisation.end_post", agency=agency)
    staff = _staff(staff_code)
    post = Post.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=until),
        staff=staff, role=role, agency_id=agency, valid_from__lt=until,
    ).first()  # fmt: skip
    if post is None:
        raise Refusal("organisation.post_unknown", name=staff.full_name, agency=agency, on=until)
    post.valid_to = until
    post.save(update_fields=["valid_to"])
    return post.pk


@action("organisation.open_account")
def open_account(*, viewer: Viewer, staff_code: str, username: str, password: str, agency: str) -> str:
    """Let a person sign in; what he may do follows from his posts, never from the account."""
    check_may(viewer, "organisation.open_account", agency=agency)
    _check_written(username=username)
    staff = _staff(staff_code)
    if staff.user is not None:
        raise Refusal("organisation.has_account", name=staff.full_name, username=staff.user.username)
    accounts = get_user_model().objects
    if accounts.filter(username__iexact=username).exists():
        raise Refusal("organisation.username_taken", username=username)
    _check_password(password)
    staff.user = accounts.create_user(username=username, password=password, full_name=staff.full_name)
    staff.save(update_fields=["user"])
    return username


@action("organisation.set_password")
def set_password(*, viewer: Viewer, staff_code: str, password: str, agency: str) -> str:
    """Give a person a new password."""
    check_may(viewer, "organisation.set_password", agency=agency)
    user = _account(staff_code)
    _check_password(password)
    user.set_password(password)
    user.save(update_fields=["password"])
    return user.get_username()


@action("organisation.close_account")
def close_account(*, viewer: Viewer, staff_code: str, agency: str) -> str:
    """Stop a person from signing in; his name stays on what he did."""
    check_may(viewer, "organisation.close_account", agency=agency)
    user = _account(staff_code)
    user.is_active = False
    user.save(update_fields=["is_active"])
    return user.get_username()


def _check_written(**fields: str) -> None:
    for field, value in fields.items():
        if not value.strip():
            raise Refusal("organisation.blank", field=_FIELD_NAMES.get(field, field))


_FIELD_NAMES = {"code": "mã", "name": "tên cơ quan", "full_name": "họ và tên", "username": "tên đăng nhập"}


def _check_password(password: str) -> None:
    try:
        validate_password(password)
    except ValidationError as weak:
        raise Refusal("organisation.password_weak", reasons=" ".join(weak.messages)) from None


def _top() -> str:
    return (
        AgencyVersion.objects.filter(parent__isnull=True)
        .order_by("valid_from", "id")
        .values_list("agency_id", flat=True)[0]
    )


def _standing(code: str, on: date) -> AgencyVersion:
    version = AgencyVersion.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=on), agency_id=code, valid_from__lte=on
    ).first()
    if version is None:
        raise Refusal("organisation.agency_unknown", agency=code, on=on)
    return version


def _staff(code: str) -> Staff:
    staff = Staff.objects.filter(code=code).select_related("user").first()
    if staff is None:
        raise Refusal("organisation.staff_unknown", staff=code)
    return staff


def _seats_of(staff: Staff) -> list[Seat]:
    return [
        Seat(
            staff.code, staff.full_name, Role(post.role), post.agency_id, Span(post.valid_from, post.valid_to)
        )
        for post in staff.posts.all()
    ]


def _account(staff_code: str) -> AbstractUser:
    staff = _staff(staff_code)
    if staff.user is None:
        raise Refusal("organisation.no_account", name=staff.full_name)
    return staff.user


def _next_version(code: str, since: date, **changes: str) -> None:
    """Close the version in force on the day and open its successor with the changes."""
    version = _standing(code, since)
    later = AgencyVersion.objects.filter(agency_id=code, valid_from__gt=since).order_by("valid_from").first()
    if later is not None:
        raise Refusal(
            "organisation.span_overlaps",
            subject=later.name,
            since=later.valid_from,
            until=later.valid_to or "nay",
        )
    _close(version, since)
    version.pk, version.valid_from, version.valid_to = None, since, None
    for field, value in changes.items():
        setattr(version, field, value)
    version.save(force_insert=True)


def _close(version: AgencyVersion, since: date) -> None:
    if version.valid_from >= since:
        raise Refusal(
            "organisation.before_founding", on=since, since=version.valid_from, subject=version.name
        )
    version.valid_to = since
    version.save(update_fields=["valid_to"])


def _carry_posts(code: str, successor: str, since: date) -> None:
    ending = Post.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=since), agency_id=code)
    for post in ending.select_for_update():
        until, post.valid_to = post.valid_to, since
        if post.valid_from >= since:
            continue  # a post that never began here: left to the keeper to correct
        post.save(update_fields=["valid_to"])
        if Role(post.role) not in LEADING:
            Post.objects.create(
                staff_id=post.staff_id, role=post.role, grade=post.grade, agency_id=successor,
                valid_from=since, valid_to=until,
            )  # fmt: skip
