"""Assigning many cases at once: chosen by filter, spread over bailiffs evenly by what each has open, shown
before it is done; also all the cases of a bailiff who leaves (L08 Đ36.2; N62 Đ10; L25 Đ32.2; N152 Đ13).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_http_methods

from thads.enforcement.cases import queries
from thads.enforcement.cases.bulk import assign_cases
from thads.enforcement.cases.queries.cases import NOBODY
from thads.enforcement.cases.queries.proposing import bailiff_loads
from thads.enforcement.cases.rules.desk_pages import Outcome
from thads.enforcement.cases.rules.intake_pages import BailiffLoad
from thads.enforcement.cases.rules.listings import Page
from thads.enforcement.cases.rules.pages import CaseFilter, CaseRow, StatusGroup
from thads.enforcement.cases.rules.spreading import Assignment, Unassigned, moved, spread
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.interfaces.web.choosing import chosen, typed
from thads.interfaces.web.screens import OfficerRequest, Screen, screen
from thads.kernel.refusals import Refusal

VERB = "cases.assign_bailiff"
MOST = 500
"""Cases shown, and given out at once."""


@dataclass(frozen=True, slots=True)
class Load:
    """What a bailiff has open, before and after what is proposed."""

    bailiff: BailiffLoad
    chosen: bool
    gets: int
    after: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """A case with who has it and who would get it."""

    row: CaseRow
    bailiff: str
    name: str


@dataclass(frozen=True, slots=True)
class Given:
    """A case with what became of giving it out."""

    row: CaseRow
    name: str
    outcome: Outcome


@screen(Screen.CASES)
@require_http_methods(["GET", "POST"])
def assigning(request: OfficerRequest) -> HttpResponse:
    """Choose cases; see who would get which; give them out, and see of each what became of it."""
    viewer = request.viewer
    agency = _agency(viewer, typed(request, "agency", 32))
    rights.check_may(viewer, VERB, agency=agency)
    loads = bailiff_loads(viewer, agency, on=viewer.on)
    rows, total = _cases(request, agency)
    asked = {
        "agency": agency,
        "agencies": _agencies(viewer),
        "of": typed(request, "of", 32) or NOBODY,
        "group": chosen(request, "group", StatusGroup) or StatusGroup.OPEN,
        "groups": (StatusGroup.OPEN, StatusGroup.WORKING, StatusGroup.RESTING),
        "q": typed(request, "q"),
        "people": loads,
        "total": total,
        "most": MOST,
        "nobody": NOBODY,
        "reason": request.POST.get("reason", "").strip()[:500],
    }
    if request.method != "POST":
        return _choose(request, asked, rows, loads)
    picked = _picked(rows, request.POST.getlist("case"))
    to = [one for one in loads if one.code in request.POST.getlist("to")]
    try:
        waiting = [Unassigned(row.case_id, row.bailiff) for row in picked]
        assignments = spread(waiting, {one.code: one.open_cases for one in to})
    except Refusal as refusal:
        return _choose(request, {**asked, "refusal": refusal}, rows, loads, status=422)
    if request.POST.get("step") != "do":
        return _propose(request, asked, picked, loads, assignments)
    really = moved(waiting, assignments)
    outcomes = assign_cases(viewer=viewer, assignments=really, on=viewer.on, reason=str(asked["reason"]))
    return _given(request, asked, picked, really, outcomes, loads)


def _choose(
    request: OfficerRequest,
    asked: dict[str, object],
    rows: Sequence[CaseRow],
    loads: Sequence[BailiffLoad],
    *,
    status: int = 200,
) -> HttpResponse:
    ticked = set(request.POST.getlist("case")) if request.method == "POST" else {str(r.case_id) for r in rows}
    to = set(request.POST.getlist("to"))
    given = {
        **asked,
        "rows": [(row, str(row.case_id) in ticked) for row in rows],
        "loads": [Load(one, one.code in to, 0, one.open_cases) for one in loads if one.code != asked["of"]],
    }
    return render(request, "web/assigning.html", given, status=status)


def _propose(
    request: OfficerRequest,
    asked: dict[str, object],
    picked: Sequence[CaseRow],
    loads: Sequence[BailiffLoad],
    assignments: Sequence[Assignment],
) -> HttpResponse:
    names = {one.code: one.name for one in loads}
    gets = Counter(one.bailiff for one in assignments)
    leaves = Counter(row.bailiff for row in picked)
    found = {one.case_id: one.bailiff for one in assignments}
    given = {
        **asked,
        "proposals": [Proposal(row, found[row.case_id], names[found[row.case_id]]) for row in picked],
        "loads": [
            Load(one, one.code in gets, gets[one.code], one.open_cases - leaves[one.code] + gets[one.code])
            for one in loads
        ],
        "to": list(gets),
    }
    return render(request, "web/assigning_proposed.html", given)


def _given(
    request: OfficerRequest,
    asked: dict[str, object],
    picked: Sequence[CaseRow],
    assignments: Sequence[Assignment],
    outcomes: Sequence[Outcome],
    loads: Sequence[BailiffLoad],
) -> HttpResponse:
    names = {one.code: one.name for one in loads}
    rows = {row.case_id: row for row in picked}
    lines = [
        Given(rows[one.case_id], names[one.bailiff], outcome)
        for one, outcome in zip(assignments, outcomes, strict=True)
    ]
    done = sum(one.is_done for one in outcomes)
    given = {
        **asked,
        "lines": lines,
        "done": done,
        "refused": len(outcomes) - done,
        "kept": len(picked) - len(assignments),
    }
    return render(request, "web/assigning_done.html", given)


def _cases(request: OfficerRequest, agency: str) -> tuple[Sequence[CaseRow], int]:
    """Return the open cases that the filter chooses, and how many there are."""
    of = typed(request, "of", 32) or NOBODY
    filters = CaseFilter(
        text=typed(request, "q"), group=chosen(request, "group", StatusGroup) or StatusGroup.OPEN,
        agency=agency, bailiff=of,
    )  # fmt: skip
    found = queries.case_list(request.viewer, filters=filters, page=Page(1, MOST))
    return found.rows, found.total


def _picked(rows: Sequence[CaseRow], ticked: Sequence[str]) -> Sequence[CaseRow]:
    wanted = set(ticked)
    return [row for row in rows if str(row.case_id) in wanted]


def _agency(viewer: Viewer, code: str) -> str:
    """Return the agency asked for, else the first of the person's own where he may assign."""
    choices = [one for one, _name in _agencies(viewer)]
    return code if code in choices else next(iter(choices), min(viewer.sight, default=""))


def _agencies(viewer: Viewer) -> list[tuple[str, str]]:
    """Return the agencies at which the person may assign, his own first."""
    tree = organisation.agency_tree(on=viewer.on)
    own = {post.agency for post in viewer.posts}
    found = [
        (code, tree[code].name)
        for code in viewer.sight
        if code in tree and rights.may(viewer, VERB, agency=code)
    ]
    return sorted(found, key=lambda pair: (pair[0] not in own, pair[0]))


urlpatterns = [path("ho-so/phan-cong/", assigning, name="assigning")]
