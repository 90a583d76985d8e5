"""A head's folder: everything that waits for his signature, what is due in his unit by person, what stands
still.

First what his own agency waits for; an agency below can be chosen. One pile can be looked through whole, its
lines looked at as papers, and many of one kind signed at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import HttpResponse
from django.shortcuts import render

from thads.enforcement.cases import queries
from thads.enforcement.cases.queries.stuck import StuckFilter
from thads.enforcement.cases.rules.listings import Page
from thads.enforcement.cases.rules.pages import StatusGroup
from thads.enforcement.deadlines import queries as deadlines
from thads.enforcement.deadlines.rules.due_items import PersonCount, Urgency, urgency_bounds
from thads.enforcement.deadlines.rules.rights import OVERSEERS
from thads.enforcement.money import queries as money
from thads.enforcement.money.rules.facts import SUBJECT as ACCOUNT
from thads.enforcement.money.rules.vocabulary import PayoutStatus
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.queries import Bailiff
from thads.foundation.organisation.rules.agencies import AgencyKind, AgencyTree
from thads.interfaces.web.choosing import page_number, typed
from thads.interfaces.web.deadline_story import weekday
from thads.interfaces.web.head_folder import (
    ALL_KINDS,
    KINDS,
    PAYOUTS,
    PLANS,
    Kind,
    Pile,
    kind_named,
    pile_of,
    piles_of,
    whole_pile,
)
from thads.interfaces.web.paging import PAGE_SIZE, Pages
from thads.interfaces.web.screens import OfficerRequest
from thads.law import LAW

ON_TOP = 12
"""Lines of a pile shown in the folder, as `head_folder` has them."""


@dataclass(frozen=True, slots=True)
class Person:
    """What is due to one person of the unit, and where it is seen."""

    count: PersonCount

    @property
    def late(self) -> int:
        return self.count.counts[Urgency.LATE]

    @property
    def today(self) -> int:
        return self.count.counts[Urgency.TODAY]

    @property
    def soon(self) -> int:
        return self.count.counts[Urgency.SOON]


def folder(request: OfficerRequest, colleagues: Sequence[Bailiff]) -> HttpResponse:
    """Show what waits for a head, or one pile of it whole."""
    viewer = request.viewer
    tree = organisation.agency_tree(on=viewer.on)
    chosen = typed(request, "agency", 32)
    here = folder_viewer(viewer, chosen, tree)
    his_own = own_agencies(viewer, tree)
    below = [(one.code, one.name) for post in viewer.posts for one in tree.children(post.agency)]
    kind = kind_named(typed(request, "pile", 32))
    given = {
        "on": viewer.on,
        "colleagues": colleagues,
        "below": [choice for choice in below if choice[0] not in his_own],
        "chosen": chosen,
        "weekday": weekday(viewer.on),
        "here": min(here.sight, default=""),
        "grounds": LAW.grounds("unable", on=viewer.on),
        "may": {one.name for one in ALL_KINDS if one.button and may_act(here, one)},
    }
    found = _folder(viewer, here, chosen) if kind is None else _one_pile(request, here, kind)
    return render(request, "web/head_folder.html", {**given, **found})


def folder_viewer(viewer: Viewer, chosen: str, tree: AgencyTree) -> Viewer:
    """Return the person with only the agency chosen in sight, or those whose papers are his own."""
    return narrowed(viewer, frozenset({chosen}) & viewer.sight or own_agencies(viewer, tree))


def may_act(here: Viewer, kind: Kind) -> bool:
    """Say whether the person may do what a pile waits for in some agency in sight."""
    return any(rights.may(here, kind.verb, agency=agency) for agency in here.sight)


def _folder(viewer: Viewer, here: Viewer, chosen: str) -> dict[str, object]:
    unit = _unit(viewer, chosen)
    piles = [*piles_of(queries.head_folder(here)), *_approvals(here)]
    days = queries.stuck_days(here)
    return {
        "piles": piles,
        "waiting": sum(pile.size for pile in piles),
        "people": _people(viewer, unit) if unit else (),
        "unit": unit,
        "stuck_days": days,
        "stuck": queries.stuck_total(here, filters=_stuck(days)),
    }


def _approvals(here: Viewer) -> list[Pile]:
    """Return what waits for approval in the books of measures and of money."""
    found = ((PLANS, queries.plans_to_approve(here)), (PAYOUTS, _payouts(here)))
    return [whole_pile(kind, rows, on=here.on, shown=ON_TOP) for kind, rows in found]


def _payouts(here: Viewer) -> Sequence[object]:
    return money.payout_queue(here, statuses=(PayoutStatus.PREPARED,))


def _stuck(days: int) -> StuckFilter:
    return StuckFilter(days, StatusGroup.WORKING, subjects=(ACCOUNT,))


def _unit(viewer: Viewer, chosen: str) -> str:
    """Return the unit whose people are counted: the one chosen, else the person's own; empty when he oversees
    none.
    """
    unit = chosen or next((post.agency for post in viewer.posts if post.role in OVERSEERS), "")
    return unit if unit and viewer.roles_at(unit) & OVERSEERS else ""


def _people(viewer: Viewer, unit: str) -> Sequence[Person]:
    """Return what is late, due today and soon in a unit, by person."""
    soon, _following = urgency_bounds(viewer.on)
    return [Person(one) for one in deadlines.due_items(viewer, on=viewer.on, until=soon, unit=unit).people]


def _one_pile(request: OfficerRequest, here: Viewer, kind: Kind) -> dict[str, object]:
    """One pile, page by page; a page behind the last is the last."""
    page = Page(page_number(request), PAGE_SIZE)
    if kind not in KINDS:
        return _approval(request, here, kind)
    found = queries.head_pile(here, kind.name, page=page)
    pages = Pages.asked(str(page.number), total=found.total)
    if pages.number != page.number:
        found = queries.head_pile(here, kind.name, page=Page(pages.number, PAGE_SIZE))
    pile = pile_of(kind, found, on=here.on)
    return {"piles": [pile], "waiting": pile.size, "only": kind, "pages": pages}


def _approval(request: OfficerRequest, here: Viewer, kind: Kind) -> dict[str, object]:
    rows = queries.plans_to_approve(here) if kind is PLANS else _payouts(here)
    pages = Pages.asked(request.GET.get("page"), total=len(rows))
    shown = [kind.line(row, here.on) for row in rows[pages.offset : pages.offset + PAGE_SIZE]]
    pile = Pile(kind, shown, len(rows), 0)
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
