"""The screens of the house, who may open each, and the one door through which every view is entered.

Which agencies a person sees and which verbs he may do is asked below, by queries and actions. Here stands
only which role has a screen at all: one table, read by the door, by the menu and by the rights tests.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from thads.foundation.access.rules.viewer import Role, Viewer
from thads.kernel.refusals import Refusal

View = Callable[..., HttpResponse]


class OfficerRequest(HttpRequest):
    """A request behind the door of screens: the middleware has said who looks."""

    viewer: Viewer


HEADS = frozenset({Role.AGENCY_HEAD, Role.DEPUTY_HEAD, Role.UNIT_HEAD, Role.CHIEF_BAILIFF})
"""Chief bailiffs of area rooms sign by delegation since 1/7/2026 (L25 Đ22.3, 23.2)."""

CENTRE = frozenset({Role.CENTRAL_HEAD, Role.CENTRAL_OFFICER})
EVERYBODY = frozenset(Role)
READERS = EVERYBODY - {Role.ADMINISTRATOR}


SIGNERS = HEADS | CENTRE | frozenset(
    {
        Role.CHIEF_BAILIFF, Role.BAILIFF, Role.EXAMINER, Role.CLERK, Role.ADMINISTRATOR, Role.OFFICE_HEAD,
        Role.PRIVATE_BAILIFF,
    }
)  # fmt: skip


class Screen(StrEnum):
    """A screen with a place in the menu; the value is the name of its address."""

    DESK = "desk"
    DUES = "dues"
    CASES = "cases"
    INTAKE = "intake"
    REGISTERS = "registers"
    MONEY = "money"
    FORMS = "forms"
    RESULTS = "results"
    CHECKER = "checker"
    SIGNING = "signing"
    MASTERS = "masters"


@dataclass(frozen=True, slots=True)
class Place:
    """How a screen is called, drawn, and by whom it is used."""

    label: str
    icon: str
    roles: frozenset[Role]


PLACES: dict[Screen, Place] = {
    Screen.DESK: Place("Bàn làm việc", "checklist", HEADS | {Role.BAILIFF, Role.CLERK, Role.EXAMINER}),
    Screen.DUES: Place(
        "Hạn việc",
        "calendar-due",
        HEADS
        | {Role.BAILIFF, Role.CHIEF_BAILIFF, Role.CLERK, Role.EXAMINER, Role.ACCOUNTANT, Role.OFFICE_HEAD}
        | {Role.PRIVATE_BAILIFF},
    ),
    Screen.CASES: Place("Hồ sơ", "folders", READERS),
    Screen.INTAKE: Place("Tiếp nhận", "inbox", HEADS | {Role.CLERK, Role.BAILIFF, Role.EXAMINER}),
    Screen.REGISTERS: Place("Sổ", "book", READERS),
    Screen.MONEY: Place(
        "Thu – chi", "cash", HEADS | {Role.BAILIFF, Role.ACCOUNTANT, Role.CASHIER, Role.PRIVATE_BAILIFF}
    ),
    Screen.FORMS: Place("Biểu mẫu", "table", READERS),
    Screen.RESULTS: Place("Kết quả", "chart-bar", EVERYBODY),
    Screen.CHECKER: Place("Soát báo cáo", "report-search", READERS),
    Screen.SIGNING: Place("Thẩm quyền ký", "writing-sign", SIGNERS),
    Screen.MASTERS: Place(
        "Mẫu văn bản",
        "file-type-docx",
        HEADS | {Role.CHIEF_BAILIFF, Role.OFFICE_HEAD, Role.CLERK, Role.ADMINISTRATOR},
    ),
}

SELDOM = frozenset({Screen.CHECKER, Screen.SIGNING, Screen.MASTERS})
"""Screens wanted less than every day: behind one entry of the menu when all do not fit."""

HOMES: tuple[tuple[frozenset[Role], Screen], ...] = (
    (CENTRE, Screen.RESULTS),
    (HEADS | {Role.BAILIFF, Role.EXAMINER}, Screen.DESK),
    (frozenset({Role.CLERK}), Screen.INTAKE),
    (frozenset({Role.ACCOUNTANT, Role.CASHIER}), Screen.MONEY),
    (EVERYBODY, Screen.RESULTS),
)
"""A person's first screen is his work: the first row that has one of his roles."""


def roles_of(viewer: Viewer) -> frozenset[Role]:
    """Return the roles of all posts the person holds today."""
    return frozenset(post.role for post in viewer.posts)


def may_open(viewer: Viewer, screen: Screen) -> bool:
    """Say whether the person's posts give him this screen."""
    return bool(roles_of(viewer) & PLACES[screen].roles)


def home_of(viewer: Viewer) -> Screen | None:
    """Return the person's first screen; None for somebody without a post."""
    held = roles_of(viewer)
    return next((screen for roles, screen in HOMES if held & roles), None)


def screen(name: Screen) -> Callable[[View], View]:
    """Make a function the view of a screen: signed in, entitled, its refusals answered by sentences."""

    def through_the_door(view: View) -> View:
        @wraps(view)
        def enter(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if not request.user.is_authenticated:
                return _to_sign_in(request)
            viewer: Viewer = request.viewer  # type: ignore[attr-defined]
            if not may_open(viewer, name):
                raise PermissionDenied(PLACES[name].label)
            try:
                return view(request, *args, **kwargs)
            except Refusal as refusal:
                return refused(request, refusal)

        enter.screen = name  # type: ignore[attr-defined]
        return enter

    return through_the_door


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Answer a refusal that no form stands beside: what is out of sight is not found, the rest a sentence."""
    if refusal.code in OUT_OF_SIGHT:
        raise Http404
    status = 403 if refusal.code == "access.not_your_role" else 422
    template = "web/parts/refusal.html" if is_fragment(request) else "web/refused.html"
    return render(request, template, {"refusal": refusal}, status=status)


OUT_OF_SIGHT = frozenset(
    {
        "money.statement_unknown",
        "money.book_unknown",
        "access.not_in_sight",
        "cases.not_found",
        "cases.judgment_not_found",
        "cases.request_not_found",
        "cases.incoming_not_found",
        "documents.not_found",
        "documents.file_not_found",
        "organisation.delegation_unknown",
        "organisation.agency_not_in_sight",
    }
)


def is_fragment(request: HttpRequest) -> bool:
    """Say whether htmx asks for a part of the page rather than the page."""
    return request.headers.get("HX-Request") == "true" and request.headers.get("HX-Boosted") != "true"


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """Lead to the sign-in page and back; a fragment makes the whole window go there."""
    if is_fragment(request):
        came_from = request.headers.get("HX-Current-URL", "")
        answer = HttpResponse(status=401)
        answer["HX-Redirect"] = redirect_to_login(_path_of(came_from), reverse("web:sign_in")).url
        return answer
    return redirect_to_login(request.get_full_path(), reverse("web:sign_in"))


def _path_of(address: str) -> str:
    """Return the path of a full address, so that a foreign host never becomes the way back."""
    after_host = address.partition("://")[2].partition("/")[2]
    return f"/{after_host}"


def address_of(name: Screen) -> str | None:
    """Return the address of a screen, None while nobody has built it."""
    try:
        return reverse(f"web:{name}")
    except NoReverseMatch:
        return None
