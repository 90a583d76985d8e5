"""The question that stands above every page of figures: whose, which period, as of which day, known at when.

One control changes all of it, and every door out of the page carries it along, so that a number and the
list behind it always answer the same question.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import wraps
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render

from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.rules.agencies import AgencyTree
from thads.interfaces.clock import VIET_NAM
from thads.interfaces.web.screens import OfficerRequest
from thads.kernel.periods import Period
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.reporting.counting import queries as counting

register_sentences(
    {
        "asking.day_unreadable": "“{written}” không phải là ngày; hãy viết như 30/06/2024.",
        "asking.instant_unreadable": "“{written}” không phải là thời điểm; hãy viết như 03/07/2024 09:00.",
        "asking.period_to_come": "Kỳ {period} bắt đầu từ {start}, sau hôm nay ({on}); "
        "hãy chọn kỳ đã bắt đầu.",
        "asking.day_too_late": "Ngày {as_of} sau ngày cuối có thể hỏi của {period} ({last}); "
        "hãy chọn ngày sớm hơn hoặc kỳ dài hơn.",
        "asking.agency_unknown": "Không có cơ quan mang mã “{agency}” trong phạm vi được giao vào ngày {on}.",
    }
)

DAYS = ("%d/%m/%Y", "%Y-%m-%d", "%d%m%Y")
INSTANTS = ("%d/%m/%Y %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M")
"""How a day and an instant may be written: as officers write them, or as addresses carry them; a bare day
as an instant is its last second."""

QUESTION = ("agency", "period", "as_of", "known_at")
"""The parts of an address that make up the question."""

PERIODS_BACK = 3
"""How many statistics years back are offered to choose from."""


@dataclass(frozen=True, slots=True)
class AgencyChoice:
    """An agency to choose, indented by how deep it stands."""

    code: str
    name: str
    depth: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A complete question, as typed or as supposed; `last` is the latest day one may ask of the period:
    its end, or today; `known_at` empty means now."""

    agency: str
    period: Period
    as_of: date
    last: date
    known_at: datetime | None

    @property
    def is_running(self) -> bool:
        """Say whether the period has not ended on the day of asking."""
        return self.last < self.period.end

    def address(self, **more: str) -> str:
        """Return the query string that asks the same again, with further parts."""
        parts = {"agency": self.agency, "period": str(self.period)}
        if self.as_of != self.last:
            parts["as_of"] = self.as_of.isoformat()
        if self.known_at is not None:
            parts["known_at"] = self.known_at.astimezone(VIET_NAM).strftime("%Y-%m-%dT%H:%M")
        return urlencode({**parts, **more})

    def of(self, agency: str) -> "Asked":
        """Return the same question about another agency."""
        return replace(self, agency=agency)


View = Callable[..., HttpResponse]


def answering(view: View) -> View:
    """Hand the view its question; one that cannot be asked comes back to its form, as typed, with why not."""

    @wraps(view)
    def answer(request: OfficerRequest) -> HttpResponse:
        try:
            question = asked(request.viewer, request.GET)
        except Refusal as refusal:
            return _unasked(request, refusal)
        return view(request, question)

    return answer


def _unasked(request: OfficerRequest, refusal: Refusal) -> HttpResponse:
    viewer = request.viewer
    supposed = asked(viewer, {})
    tree = organisation.agency_tree(on=viewer.on)
    hidden = {name: value for name, value in request.GET.items() if name not in QUESTION}
    return render(
        request,
        "web/figures/unasked.html",
        {
            "asked": supposed,
            "agencies": agency_choices(viewer, tree),
            "periods": period_choices(viewer.on, supposed.period),
            "keep": hidden,
            "typed": request.GET,
            "refusal": refusal,
        },
        status=422,
    )


def asked(viewer: Viewer, given: Mapping[str, str], tree: AgencyTree | None = None) -> Asked:
    """Read the question from an address; what is absent is supposed: own agency, last closed period."""
    period = Period.parse(given["period"]) if given.get("period") else last_closed(viewer.on)
    if period.start > viewer.on:
        raise Refusal("asking.period_to_come", period=period.label_vi(), start=period.start, on=viewer.on)
    last = min(period.end, viewer.on)
    as_of = _day(given["as_of"]) if given.get("as_of") else last
    if as_of > last:
        raise Refusal("asking.day_too_late", as_of=as_of, last=last, period=period.label_vi())
    known_at = _instant(given["known_at"]) if given.get("known_at") else None
    tree = tree or organisation.agency_tree(on=min(as_of, viewer.on))
    return Asked(_agency(viewer, given.get("agency", ""), tree), period, as_of, last, known_at)


def last_closed(on: date) -> Period:
    """Return the period that ended last before the day: on 5/7/2024 the nine months of 2024."""
    return Period.containing(on.replace(day=1) - timedelta(days=1))


def agency_choices(viewer: Viewer, tree: AgencyTree) -> Sequence[AgencyChoice]:
    """Return the viewer's own agencies and those in sight with cases at or below them, in official order."""
    worth = frozenset(counting.counted_agencies(viewer)) | {post.agency for post in viewer.posts}
    useful = {code for code in tree.agencies if viewer.sees(code) and tree.reach(code) & worth}
    found: list[AgencyChoice] = []

    def walk(code: str, depth: int) -> None:
        if code in useful:
            found.append(AgencyChoice(code, tree[code].name, depth))
            depth += 1
        for below in tree.children(code):
            walk(below.code, depth)

    for root in sorted(code for code, agency in tree.agencies.items() if agency.parent not in tree.agencies):
        walk(root, 0)
    return found


def period_choices(on: date, chosen: Period) -> Sequence[Period]:
    """Return the periods to choose from, newest first, the chosen one always among them."""
    year = Period.containing(on).year
    offered = {Period(y, m) for y in range(year - PERIODS_BACK + 1, year + 1) for m in range(1, 13)}
    return sorted({one for one in offered if one.start <= on} | {chosen}, reverse=True)


def _agency(viewer: Viewer, code: str, tree: AgencyTree) -> str:
    if code:
        if code not in tree or not viewer.sees(code):
            raise Refusal("asking.agency_unknown", agency=code, on=tree.on)
        return code
    choices = [choice.code for choice in agency_choices(viewer, tree)]
    own = [code for code in choices if code in {post.agency for post in viewer.posts}]
    # The centre has no cases of its own: it begins with the first province that has.
    places = [code for code in own if tree[code].parent] or [code for code in choices if tree[code].parent]
    found = next(iter(places + own), "")
    if not found:
        raise Refusal(
            "asking.agency_unknown", agency=", ".join(post.agency for post in viewer.posts), on=tree.on
        )
    return found


def _day(written: str) -> date:
    found = _read(written, DAYS)
    if found is None:
        raise Refusal("asking.day_unreadable", written=written)
    return found.date()


def _instant(written: str) -> datetime:
    found = _read(written, INSTANTS)
    if found is None:
        day = _read(written, DAYS)
        if day is None:
            raise Refusal("asking.instant_unreadable", written=written)
        found = day.replace(hour=23, minute=59, second=59)
    return found.replace(tzinfo=VIET_NAM)


def _read(written: str, shapes: Sequence[str]) -> datetime | None:
    for shape in shapes:
        try:
            return datetime.strptime(written.strip(), shape)  # noqa: DTZ007 - the zone is the office's own
        except ValueError:
            continue
    return None
