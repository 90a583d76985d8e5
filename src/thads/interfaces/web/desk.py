"""The desk: a bailiff's open cases by what is due first; a head's papers that wait for him.

What only the head can decide is not the bailiff's delay: he proposes it, and it lies on the desk apart. Each
line has the act that answers it one key away. An agency's head can look at each bailiff's desk; without
choosing one he sees what waits for his signature.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from thads.enforcement.cases import queries
from thads.enforcement.cases.queries.stuck import StuckFilter
from thads.enforcement.cases.rules.desk_pages import Desk
from thads.enforcement.cases.rules.listings import Page
from thads.enforcement.cases.rules.pages import CaseRow, DueCase, StatusGroup
from thads.enforcement.deadlines import queries as deadlines
from thads.enforcement.deadlines.rules.calendar import OfficeCalendar
from thads.enforcement.deadlines.rules.due_items import Due
from thads.enforcement.money import queries as money
from thads.enforcement.money.rules.facts import SUBJECT as ACCOUNT
from thads.enforcement.money.rules.pages import AccountRow, PayoutRow
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Role, Viewer
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.queries import Bailiff
from thads.interfaces.web.acts import ACTS
from thads.interfaces.web.choosing import page_number, typed
from thads.interfaces.web.deadline_story import DeadlineStory, story_of, weekday
from thads.interfaces.web.folder_page import folder
from thads.interfaces.web.paging import PAGE_SIZE, Pages
from thads.interfaces.web.screens import HEADS, OfficerRequest, Screen, roles_of, screen
from thads.kernel.names import fold

ON_TOP = 20
CALM = {"later": 10, "quiet": 5}
"""Lines of each part on the desk, fewer of what does not press; the whole part is a page of its own."""

ORDERS_ON_TOP = 10
MOST_TOLD = 3
"""Deadlines of one case told on its line."""


@dataclass(frozen=True, slots=True)
class DeskLine:
    """A case on the desk with its deadlines told, the most urgent first, and where the first is answered,
    empty when it has no form or is not this person's.
    """

    row: CaseRow
    stories: Sequence[DeadlineStory]
    act: str

    @property
    def first(self) -> DeadlineStory:
        return self.stories[0]

    @property
    def others(self) -> int:
        """How many more there are than are told."""
        return max(len(self.stories) - MOST_TOLD, 0)


@dataclass(frozen=True, slots=True)
class Share:
    """One part of the desk: how urgent, how called, the cases in it, those shown."""

    code: str
    title: str
    icon: str
    size: int
    lines: Sequence[DeskLine]
    quiet: Sequence[CaseRow] = ()

    @property
    def shown(self) -> int:
        return len(self.lines) + len(self.quiet)


@dataclass(frozen=True, slots=True)
class Kind:
    """A part of the desk before it is drawn: its cases in their order."""

    code: str
    title: str
    icon: str
    cases: Sequence[DueCase | CaseRow]


@screen(Screen.DESK)
def desk(request: OfficerRequest) -> HttpResponse:
    """Show the person's own desk, or the one a head has chosen; a head's first sight is his folder."""
    viewer = request.viewer
    colleagues = _bailiffs_in_sight(viewer)
    code = _chosen_bailiff(viewer, typed(request, "bailiff", 32), colleagues)
    if code is None:
        return folder(request, colleagues)
    found = queries.desk(viewer, bailiff=code)
    text, rule = typed(request, "q"), typed(request, "due", 80)
    kinds = kinds_of(found, text=text, rule=rule)
    only = next((one for one in kinds if one.code == typed(request, "part", 16)), None)
    given = {
        "desk": found,
        "whose": next((one for one in colleagues if one.code == code), None),
        "bailiff": code,
        "kinds": kinds,
        "only": only,
        "rules": rules_of(found),
        "q": text,
        "rule": rule,
        "colleagues": colleagues if len(colleagues) > 1 else (),
        "weekday": weekday(viewer.on),
        "is_own": code in viewer.staff_codes,
        "is_head": bool(roles_of(viewer) & HEADS),
    }
    more = _whole(request, only) if only else _parts(viewer, kinds, code)
    return render(request, "web/desk.html", {**given, **more})


def _whole(request: OfficerRequest, kind: Kind) -> dict[str, object]:
    """One part of the desk, page by page."""
    pages = Pages.asked(str(page_number(request)), total=len(kind.cases), size=PAGE_SIZE)
    shown = kind.cases[pages.offset : pages.offset + PAGE_SIZE]
    return {"shares": _shares(request.viewer, [(kind, shown)]), "pages": pages}


def _parts(viewer: Viewer, kinds: Sequence[Kind], code: str) -> dict[str, object]:
    """Every part with its first lines, and what else is under way in his cases."""
    orders = queries.owed_orders(viewer, bailiff=code, page=Page(1, ORDERS_ON_TOP))
    days = queries.stuck_days(viewer)
    pools, payouts = pools_of(viewer, code), payouts_of(viewer, code)
    return {
        "shares": _shares(viewer, [(kind, kind.cases[: CALM.get(kind.code, ON_TOP)]) for kind in kinds]),
        "orders": orders,
        "measures": queries.desk_measures(viewer, bailiff=code),
        "pools": pools,
        "payouts": payouts,
        "money_lines": len(pools) + len(payouts),
        "stuck_days": days,
        "stuck": queries.stuck_total(viewer, filters=stuck_filter(days, bailiff=code)),
    }


def stuck_filter(days: int, *, bailiff: str | None = None) -> StuckFilter:
    """Return the question after cases under way without movement, money among it."""
    return StuckFilter(days, StatusGroup.WORKING, bailiff=bailiff, subjects=(ACCOUNT,))


def pools_of(viewer: Viewer, bailiff: str) -> Sequence[AccountRow]:
    """Return the money waiting to be shared out in the cases of a bailiff."""
    return [one for one in money.pools(viewer) if one.bailiff == bailiff]


def payouts_of(viewer: Viewer, bailiff: str) -> Sequence[PayoutRow]:
    """Return the payments on their way in the cases of a bailiff."""
    return [one for one in money.payout_queue(viewer) if one.bailiff == bailiff]


def kinds_of(found: Desk, *, text: str, rule: str) -> list[Kind]:
    """Return the parts of the desk, narrowed to a name or number and to one kind of deadline."""
    wanted = fold(text)

    def within(cases: Sequence[DueCase]) -> list[DueCase]:
        return [case for case in cases if _fits(case.row, wanted) and (not rule or _has(case, rule))]

    quiet = () if rule else [row for row in found.quiet if _fits(row, wanted)]
    return [
        Kind("late", "Quá hạn", "alert-circle", within(found.overdue)),
        Kind("today", "Đến hạn hôm nay", "alarm", within(found.today)),
        Kind("soon", "Trong 3 ngày làm việc", "alarm", within(found.soon)),
        Kind("propose", "Trình Thủ trưởng", "writing-sign", within(found.to_propose)),
        Kind("later", "Còn thời gian", "calendar-due", within(found.later)),
        Kind("quiet", "Chưa có hạn phải theo", "circle-dashed", quiet),
    ]


def rules_of(found: Desk) -> list[tuple[str, str]]:
    """Return the kinds of deadline on the desk, to choose one."""
    cases = [*found.overdue, *found.today, *found.soon, *found.to_propose, *found.later]
    return sorted(
        {due.key: due.title for case in cases for due in case.dues}.items(), key=lambda pair: pair[1]
    )


def _shares(viewer: Viewer, shown: Sequence[tuple[Kind, Sequence[DueCase | CaseRow]]]) -> list[Share]:
    """Return parts as they are drawn: of each the cases shown, told by the calendar of their office."""
    cases = [case for _kind, some in shown for case in some if isinstance(case, DueCase)]
    calendars = deadlines.calendars_of(viewer, {case.row.agency for case in cases})
    return [_share(viewer, kind, some, calendars) for kind, some in shown]


def _share(
    viewer: Viewer,
    kind: Kind,
    shown: Sequence[DueCase | CaseRow],
    calendars: Mapping[str, OfficeCalendar],
) -> Share:
    cases = [case for case in shown if isinstance(case, DueCase)]
    lines = [_told(viewer, case, calendars[case.row.agency]) for case in cases]
    quiet = [row for row in shown if isinstance(row, CaseRow)]
    return Share(kind.code, kind.title, kind.icon, len(kind.cases), lines, quiet)


def _told(viewer: Viewer, case: DueCase, calendar: OfficeCalendar) -> DeskLine:
    stories = [story_of(due, on=viewer.on, calendar=calendar) for due in case.dues]
    return DeskLine(case.row, stories, act_for(viewer, case.row, case.dues[0]))


def act_for(viewer: Viewer, row: CaseRow, due: Due) -> str:
    """Return where what is due on a case is answered; empty without a form, or when it is another's."""
    verb = due.act.removeprefix("cases.")
    if due.act not in rights.known_verbs() or not rights.may(viewer, due.act, agency=row.agency):
        return ""
    if verb == "send_order":
        return f"{reverse('web:owed_orders')}?{urlencode({'bailiff': row.bailiff})}"
    return reverse("web:act", args=(row.case_id, verb)) if verb in ACTS else ""


def _has(case: DueCase, rule: str) -> bool:
    return any(due.key == rule for due in case.dues)


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
