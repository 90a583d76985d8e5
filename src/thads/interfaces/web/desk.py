"""The desk: a bailiff's open cases by what is due first; a head's papers that wait for him.

What only the head can decide is not the bailiff's delay: he proposes it, and it lies on the desk apart.

An agency's head can look at each bailiff's desk; without choosing one he sees what waits for his signature.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from thads.enforcement.cases import queries
from thads.enforcement.cases.rules.listings import Page
from thads.enforcement.cases.rules.pages import CaseRow, Desk, DueCase
from thads.foundation.access.rules.viewer import Role, Viewer
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.queries import Bailiff
from thads.foundation.organisation.rules.agencies import AgencyKind, AgencyTree
from thads.interfaces.web.choosing import page_number, typed
from thads.interfaces.web.deadline_story import SOON_DAYS, DeadlineStory, story_of, weekday
from thads.interfaces.web.head_folder import KINDS, Kind, pile_of, piles_of
from thads.interfaces.web.paging import PAGE_SIZE, Pages
from thads.interfaces.web.screens import HEADS, OfficerRequest, Screen, roles_of, screen
from thads.kernel.names import fold


@dataclass(frozen=True, slots=True)
class DeskLine:
    """A case on the desk with its deadlines told, the most urgent first."""

    row: CaseRow
    stories: Sequence[DeadlineStory]

    @property
    def first(self) -> DeadlineStory:
        return self.stories[0]


@dataclass(frozen=True, slots=True)
class Share:
    """One part of the desk: how urgent, how called, its lines."""

    code: str
    title: str
    icon: str
    lines: Sequence[DeskLine]
    quiet: Sequence[CaseRow] = ()

    @property
    def size(self) -> int:
        return len(self.lines) + len(self.quiet)


@screen(Screen.DESK)
def desk(request: OfficerRequest) -> HttpResponse:
    """Show the person's own desk, or the one a head has chosen; a head's first sight is his folder."""
    viewer = request.viewer
    colleagues = _bailiffs_in_sight(viewer)
    code = _chosen_bailiff(viewer, typed(request, "bailiff", 32), colleagues)
    if code is None:
        return _folder(request, colleagues)
    found = queries.desk(viewer, bailiff=code, soon_days=SOON_DAYS)
    text, rule = typed(request, "q"), typed(request, "due", 80)
    given = {
        "desk": found,
        "whose": next((one for one in colleagues if one.code == code), None),
        "bailiff": code,
        "shares": shares(found, text=text, rule=rule),
        "rules": rules_of(found),
        "q": text,
        "rule": rule,
        "colleagues": colleagues if len(colleagues) > 1 else (),
        "weekday": weekday(viewer.on),
        "is_own": code in viewer.staff_codes,
        "is_head": bool(roles_of(viewer) & HEADS),
    }
    return render(request, "web/desk.html", given)


def _folder(request: OfficerRequest, colleagues: Sequence[Bailiff]) -> HttpResponse:
    """Show what waits for a head: decisions to issue, bailiffs to assign, conditions to decide on.

    First what his own agency waits for; an agency below can be chosen. One pile can be looked through whole.
    """
    viewer = request.viewer
    tree = organisation.agency_tree(on=viewer.on)
    chosen = typed(request, "agency", 32)
    his_own = own_agencies(viewer, tree)
    here = narrowed(viewer, frozenset({chosen}) & viewer.sight or his_own)
    below = [(one.code, one.name) for post in viewer.posts for one in tree.children(post.agency)]
    given = {
        "on": viewer.on,
        "colleagues": colleagues,
        "below": [choice for choice in below if choice[0] not in his_own],
        "chosen": chosen,
        "weekday": weekday(viewer.on),
    }
    kind = next((one for one in KINDS if one.name == typed(request, "pile", 32)), None)
    found = _piles(here) if kind is None else _one_pile(request, here, kind)
    return render(request, "web/head_folder.html", {**given, **found})


def _piles(here: Viewer) -> dict[str, object]:
    piles = piles_of(queries.head_folder(here))
    return {"piles": piles, "waiting": sum(pile.size for pile in piles)}


def _one_pile(request: OfficerRequest, here: Viewer, kind: Kind) -> dict[str, object]:
    """One pile, page by page; a page behind the last is the last."""
    page = Page(page_number(request), PAGE_SIZE)
    found = queries.head_pile(here, kind.name, page=page)
    pages = Pages.asked(str(page.number), total=found.total)
    if pages.number != page.number:
        found = queries.head_pile(here, kind.name, page=Page(pages.number, PAGE_SIZE))
    pile = pile_of(kind, found, on=here.on)
    return {"piles": [pile], "waiting": pile.size, "only": kind, "pages": pages}


def own_agencies(viewer: Viewer, tree: AgencyTree) -> frozenset[str]:
    """Return the agencies whose papers the person signs himself: those of his posts, and their rooms."""
    own = {post.agency for post in viewer.posts}
    rooms = {
        one.code for code in own for one in tree.children(code) if one.kind is AgencyKind.OPERATIONS_ROOM
    }
    return frozenset(own | rooms)


def narrowed(viewer: Viewer, agencies: frozenset[str]) -> Viewer:
    """Return the same person with only these agencies in sight."""
    return replace(viewer, posts=tuple(replace(post, reach=post.reach & agencies) for post in viewer.posts))


def shares(found: Desk, *, text: str, rule: str) -> list[Share]:
    """Return the parts of the desk, narrowed to a name or number and to one kind of deadline."""
    wanted = fold(text)

    def lines(cases: Sequence[DueCase]) -> list[DeskLine]:
        told = (_told(case, rule, found) for case in cases if _fits(case.row, wanted))
        return [line for line in told if line.stories]

    quiet = () if rule else [row for row in found.quiet if _fits(row, wanted)]
    return [
        Share("late", "Quá hạn", "alert-circle", lines(found.overdue)),
        Share("propose", "Trình Thủ trưởng", "writing-sign", lines(found.to_propose)),
        Share("soon", f"Đến hạn trong {SOON_DAYS} ngày", "alarm", lines(found.soon)),
        Share("later", "Còn thời gian", "calendar-due", lines(found.later)),
        Share("quiet", "Chưa có hạn phải theo", "circle-dashed", (), quiet),
    ]


def rules_of(found: Desk) -> list[tuple[str, str]]:
    """Return the kinds of deadline on the desk, to choose one."""
    cases = [*found.overdue, *found.to_propose, *found.soon, *found.later]
    return sorted(
        {due.key: due.title for case in cases for due in case.dues}.items(), key=lambda pair: pair[1]
    )


def _told(case: DueCase, rule: str, found: Desk) -> DeskLine:
    return DeskLine(
        case.row, [story_of(due, on=found.on) for due in case.dues if not rule or due.key == rule]
    )


def _fits(row: CaseRow, wanted: str) -> bool:
    return not wanted or any(wanted in fold(text) for text in (row.number, row.debtor, row.creditor))


def _bailiffs_in_sight(viewer: Viewer) -> Sequence[Bailiff]:
    """Return the bailiffs whose desks the person may open: all in sight for a head, himself for a bailiff."""
    everybody = organisation.bailiffs(viewer.sight, on=viewer.on)
    if roles_of(viewer) & (HEADS | {Role.EXAMINER, Role.CLERK}):
        return everybody
    return [one for one in everybody if one.code in viewer.staff_codes]


def _chosen_bailiff(viewer: Viewer, code: str, colleagues: Sequence[Bailiff]) -> str | None:
    if any(one.code == code for one in colleagues):
        return code
    own = [one.code for one in colleagues if one.code in viewer.staff_codes]
    if own and not roles_of(viewer) & HEADS:
        return own[0]
    return None


urlpatterns = [path("ban-lam-viec/", desk, name="desk")]
