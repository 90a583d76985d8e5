"""What surrounds every page: the agency's name, the menu of this person's screens, his posts, the notice of
an assumed day. Computed once per page by the template tag `chrome`."""

from dataclasses import dataclass

from django.http import HttpRequest

from thads.foundation.access.rules.rights import role_name
from thads.foundation.access.rules.viewer import HeldPost, Viewer
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.rules.agencies import AgencyTree
from thads.interfaces import clock
from thads.interfaces.web.screens import PLACES, SELDOM, Screen, address_of, home_of, may_open
from thads.kernel.sentences import sentence


@dataclass(frozen=True, slots=True)
class MenuEntry:
    label: str
    icon: str
    address: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class PostLine:
    """A post as the user menu shows it."""

    role: str
    agency: str


@dataclass(frozen=True, slots=True)
class Chrome:
    """The frame of a page for one person; `more` are the screens less often wanted, behind one entry."""

    agency: str
    agency_short: str
    person: str
    initials: str
    posts: tuple[PostLine, ...]
    menu: tuple[MenuEntry, ...]
    more: tuple[MenuEntry, ...]
    home: str
    notice: str

    @property
    def is_more_here(self) -> bool:
        """Whether the page shown is one of those behind the last entry."""
        return any(entry.is_here for entry in self.more)


def chrome_of(request: HttpRequest) -> Chrome | None:
    """Return the frame for a signed-in person; None before the sign-in or when the request broke early."""
    viewer: Viewer | None = getattr(request, "viewer", None)
    if viewer is None:
        return None
    made: Chrome | None = getattr(request, "_chrome", None)
    if made is None:
        made = _chrome(request, viewer)
        request._chrome = made  # type: ignore[attr-defined]  # a page asks for its frame more than once
    return made


def _chrome(request: HttpRequest, viewer: Viewer) -> Chrome:
    tree = organisation.agency_tree(on=viewer.on)
    person = viewer.name or viewer.username or request.user.get_username()
    first = home_of(viewer)
    menu, more = _menu(viewer, request.path)
    return Chrome(
        agency=_agency(viewer, tree), agency_short=_agency_short(viewer, tree), person=person,
        initials=_initials(person),
        posts=tuple(PostLine(role_name(post.role), _name(post, tree)) for post in viewer.posts),
        menu=menu, more=more,
        home=(address_of(first) if first else None) or "/", notice=notice(),
    )  # fmt: skip


def notice() -> str:
    """Return the sentence that says a working day is assumed, empty on the real clock."""
    day = clock.assumed_day()
    return sentence("clock.day_assumed", {"day": day}) if day else ""


MOST_ENTRIES = 8
"""So many entries fit beside the search box at 1366 px; with more, those less often wanted go behind “Khác”.
"""


def _menu(viewer: Viewer, path: str) -> tuple[tuple[MenuEntry, ...], tuple[MenuEntry, ...]]:
    """Return the entries of the bar, and those behind the last one."""
    offered = [name for name in Screen if address_of(name) and may_open(viewer, name)]
    often = [name for name in offered if name not in SELDOM] if len(offered) > MOST_ENTRIES else offered
    entries = {name: _entry(name, path) for name in offered}
    return (
        tuple(entries[name] for name in often),
        tuple(entries[name] for name in offered if name not in often),
    )


def _entry(name: Screen, path: str) -> MenuEntry:
    place, address = PLACES[name], address_of(name) or "/"
    return MenuEntry(place.label, place.icon, address, path.startswith(address))


def _agency(viewer: Viewer, tree: AgencyTree) -> str:
    return _name(viewer.posts[0], tree) if viewer.posts else "Chưa giữ chức vụ nào"


def _agency_short(viewer: Viewer, tree: AgencyTree) -> str:
    """The agency's name as it fits beside the mark: “Chi cục THADS huyện Chiêm Hóa”."""
    return _agency(viewer, tree).replace("Thi hành án dân sự", "THADS").replace("thi hành án dân sự", "THADS")


def _name(post: HeldPost, tree: AgencyTree) -> str:
    return tree[post.agency].name if post.agency in tree else post.agency


def _initials(person: str) -> str:
    """Two letters as Vietnamese names are called: the middle or family name, then the given name."""
    words = person.split()
    return "".join(word[0] for word in words[-2:]).upper() if words else "?"
