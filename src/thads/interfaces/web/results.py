"""Kết quả: rates against targets, plan, pace, rank and the same period; units, bailiffs, campaigns.

The leader before a conference, the head of a unit on Monday: how far are we, who falls behind, and which
cases are those. Every figure opens the cases it is made of.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.rules.agencies import AgencyTree
from thads.interfaces.web.asking import Asked, agency_choices, answering, period_choices
from thads.interfaces.web.paging import Pages
from thads.interfaces.web.screens import OfficerRequest, Screen, screen
from thads.kernel.periods import Period
from thads.reporting.counting.rules.cells import Figure
from thads.reporting.counting.rules.codes import LINES, Line
from thads.reporting.counting.rules.lines import RULES
from thads.reporting.forms import queries as forms
from thads.steering.narrative import queries as narrative
from thads.steering.narrative.rules.writing import Sentence
from thads.steering.targets import queries as targets
from thads.steering.targets.rules.board import DimensionResult, RankIn, Results, RowResult, amount_of
from thads.steering.targets.rules.cohort import CampaignResult, CohortMember
from thads.steering.targets.rules.rates import Standing, percent, rounded
from thads.steering.targets.rules.vocabulary import Dimension

FORM_OF = {Dimension.CASES: "TT05/2024-04", Dimension.MONEY: "TT05/2024-05"}
FUNNEL = (
    (Line.C1, "Tổng số giải quyết"),
    (Line.C6, "Phải thi hành"),
    (Line.C7, "Có điều kiện thi hành"),
    (Line.C8, "Thi hành xong"),
)
MOST_BARS = 63
HALVES = {"carried": "năm trước chuyển sang", "arising": "phát sinh trong năm"}


@dataclass(frozen=True, slots=True)
class Counted:
    """A count with the address of the cases behind it."""

    value: int
    address: str


@dataclass(frozen=True, slots=True)
class Side:
    """One row in one dimension, ready to be shown: rounded half up at two decimals only here."""

    dimension: Dimension
    finished: Counted
    able: Counted
    rate: Decimal | None
    target: Decimal | None
    decision: str
    share: Decimal | None
    points: Decimal | None
    pace: Decimal | None
    to_pace: Decimal | None
    before: Decimal | None
    change: Decimal | None
    grown: int
    growth: Decimal | None
    place: str
    lags: bool


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A unit or a bailiff with both sides; `address` opens its own page of results."""

    row: RowResult
    name: str
    unit: str
    address: str
    sides: tuple[Side, Side]


@screen(Screen.RESULTS)
@answering
def page(request: OfficerRequest, question: Asked) -> HttpResponse:
    """Show the results of an agency in a period."""
    found = _found(request, question)
    tree = organisation.agency_tree(on=min(found.as_of, request.viewer.on))
    units = [_shown(row, question, tree) for row in found.units]
    bailiffs = [_shown(row, question, tree) for row in found.bailiffs]
    total = _shown(found.total, question, tree)
    return render(
        request,
        "web/figures/results.html",
        {
            "asked": question,
            "agencies": agency_choices(request.viewer, tree),
            "periods": period_choices(request.viewer.on, question.period),
            "keep": {},
            "found": found,
            "total": total,
            "units": units,
            "bailiffs": bailiffs,
            "ranks": [rank for rank in (_rank(found, one) for one in (found.country, found.cluster)) if rank],
            "funnel": _funnel(found, question),
            "campaigns": [_campaign(one, question) for one in found.campaigns],
            "charts": _charts(found, units or bailiffs, total),
            "pace_address": f"{reverse('web:results_pace')}?{question.address()}",
            "wording_address": f"{reverse('web:results_wording')}?{question.address()}",
        },
    )


@screen(Screen.RESULTS)
@answering
def pace(request: OfficerRequest, question: Asked) -> HttpResponse:
    """Show the cumulative rate month by month against the average pace; loaded after the page."""
    months = range(1, question.period.months + 1)
    counted = [_month(request, question, month) for month in months]
    goals = targets.targets_of(
        request.viewer, agency=question.agency, year=question.period.year, on=question.as_of
    )
    sides = []
    for dimension in Dimension:
        goal = goals.get(dimension)
        rows = [
            (
                f"{month} tháng",
                _rate(figures, dimension),
                _two(Standing(None, goal.value, month).pace) if goal else None,
            )
            for month, figures in zip(months, counted, strict=True)
        ]
        sides.append({"dimension": dimension, "rows": rows, "chart": _pace_chart(rows)})
    return render(request, "web/figures/pace.html", {"sides": sides})


@screen(Screen.RESULTS)
@answering
def wording(request: OfficerRequest, question: Asked) -> HttpResponse:
    """Show the result paragraph of a conference report; every sentence leads to the cells it says."""
    report = narrative.result_report(
        request.viewer, agency=question.agency, period=question.period, as_of=question.as_of,
        known_at=question.known_at,
    )  # fmt: skip
    paragraphs = [[_sentence(one, question) for one in paragraph] for paragraph in report.paragraphs]
    return render(
        request,
        "web/figures/wording.html",
        {
            "asked": question,
            "report": report,
            "paragraphs": paragraphs,
            "back": f"{reverse('web:results')}?{question.address()}",
        },
    )


def _sentence(sentence: Sentence, question: Asked) -> Mapping[str, object]:
    """Return a sentence with a door to each of its cells, on the form of the side it speaks of."""
    doors: dict[str, str] = {}
    for said in sentence.figures:
        side = Dimension.MONEY if said.dimension == Dimension.MONEY.value else Dimension.CASES
        own = said.org == (sentence.figures[0].org if sentence.figures else "")
        for line in (Line(cell) for cell in said.cells if own and cell in LINES):
            doors[str(line)] = _door(side, line, question.agency, question.address())
    named = [(cell, RULES[Line(cell)].vi, address) for cell, address in doors.items()]
    return {"text": sentence.text, "doors": named}


@screen(Screen.RESULTS)
@answering
def cohort(request: OfficerRequest, question: Asked) -> HttpResponse:
    """List the cases of a campaign's cohort, one half of it, or those solved."""
    found = _found(request, question)
    campaign = next((one for one in found.campaigns if one.code == request.GET.get("campaign")), None)
    if campaign is None:
        raise Http404
    half, only = request.GET.get("half", ""), request.GET.get("only", "")
    members = [one for one in campaign.whole.members if _wanted(one, half, only)]
    pages = Pages.asked(request.GET.get("page"), total=len(members))
    return render(
        request,
        "web/figures/cohort.html",
        {
            "asked": question,
            "campaign": campaign,
            "half": HALVES.get(half, ""),
            "only": only,
            "members": members[pages.offset : pages.last],
            "pages": pages,
            "noun": "việc",
            "back": f"{reverse('web:results')}?{question.address()}",
        },
    )


def _found(request: OfficerRequest, question: Asked) -> Results:
    return targets.results(
        request.viewer, agency=question.agency, period=question.period, as_of=question.as_of,
        known_at=question.known_at,
    )  # fmt: skip


# ---------------------------------------------------------------- rows


def _shown(row: RowResult, question: Asked, tree: AgencyTree) -> ShownRow:
    """Name a unit shortly, a bailiff with his unit; a unit's row opens its own results."""
    short = tree[row.agency].short_name if row.agency in tree else row.agency
    address = (
        "" if row.bailiff or row.reported else f"{reverse('web:results')}?{question.of(row.agency).address()}"
    )
    key = f"{row.agency}/{row.bailiff}" if row.bailiff else row.agency
    doors = "" if row.reported else question.address()
    name, unit = (row.name, short) if row.bailiff else (short, "")
    return ShownRow(row, name, unit, address, (_side(row.cases, key, doors), _side(row.money, key, doors)))


def _side(result: DimensionResult, key: str, doors: str) -> Side:
    standing = result.standing
    return Side(
        dimension=result.dimension,
        finished=_counted(result, Line.C8, key, doors),
        able=_counted(result, Line.C7, key, doors),
        rate=_two(result.rate),
        target=result.goal.value if result.goal else None,
        decision=result.goal.decision_no if result.goal else "",
        share=_two(standing.share_of_plan) if standing else None,
        points=_two(standing.points) if standing else None,
        pace=_two(standing.pace) if standing else None,
        to_pace=_two(standing.points_to_pace) if standing else None,
        before=_two(result.rate_change.before),
        change=_two(result.rate_change.points),
        grown=result.change(Line.C8).difference,
        growth=_two(result.change(Line.C8).growth),
        place=f"{result.place.place}/{result.place.of}" if result.place else "",
        lags=bool(standing and standing.points_to_pace is not None and standing.points_to_pace < 0),
    )


def _counted(result: DimensionResult, line: Line, key: str, doors: str) -> Counted:
    value = result.count(line)
    return Counted(value, _door(result.dimension, line, key, doors) if value and doors else "")


def _door(dimension: Dimension, line: Line, key: str, doors: str) -> str:
    cell = urlencode({"form": FORM_OF[dimension], "row": key, "cell": str(line)})
    return f"{reverse('web:form_cell')}?{doors}&{cell}"


def _two(value: Fraction | None) -> Decimal | None:
    return None if value is None else rounded(value)


# ---------------------------------------------------------------- panels


def _rank(found: Results, rank: RankIn | None) -> Mapping[str, object] | None:
    """Return a ranking with this agency's places and the whole table behind them."""
    if rank is None:
        return None
    tree = organisation.agency_tree(on=found.as_of)
    sides = [
        {
            "dimension": dimension,
            "own": rank.place(found.agency, dimension),
            "of": ranking.of,
            "rows": [
                (
                    place.place,
                    tree[code].place or tree[code].short_name,
                    rounded(place.rate),
                    code == found.agency,
                )
                for code, place in sorted(ranking.places.items(), key=lambda one: (one[1].place, one[0]))
            ],
            "left_out": len(ranking.excluded),
        }
        for dimension, ranking in ((dimension, rank.by[dimension]) for dimension in Dimension)
    ]
    return {"name": rank.name, "sides": sides}


def _funnel(found: Results, question: Asked) -> Sequence[Mapping[str, object]]:
    doors = question.address()
    out = []
    for side in (found.total.cases, found.total.money):
        whole = side.count(Line.C1)
        rows = [
            {
                "name": name,
                "counted": _counted(side, line, found.agency, doors),
                "part": int(100 * side.count(line) / whole) if whole else 0,
            }
            for line, name in FUNNEL
        ]
        out.append({"dimension": side.dimension, "rows": rows})
    return out


def _campaign(campaign: CampaignResult, question: Asked) -> Mapping[str, object]:
    doors = f"{reverse('web:results_cohort')}?{question.address(campaign=campaign.code)}"
    parts = (
        ("Tổng số", "", campaign.whole),
        *((HALVES[half].capitalize(), half, getattr(campaign, half)) for half in HALVES),
    )
    return {
        "campaign": campaign,
        "points": _two(campaign.points),
        "rows": [
            {
                "name": name,
                "total": Counted(part.total, f"{doors}&half={half}"),
                "solved": Counted(part.solved, f"{doors}&half={half}&only=solved"),
                "rate": _two(part.rate),
            }
            for name, half, part in parts
        ],
    }


def _wanted(member: CohortMember, half: str, only: str) -> bool:
    return (not half or member.half == half) and (only != "solved" or member.solved)


# ---------------------------------------------------------------- charts


def _charts(found: Results, rows: Sequence[ShownRow], total: ShownRow) -> Sequence[Mapping[str, object]]:
    """Return the two bar charts of rates, best first, with the agency's own target across."""
    charts: list[Mapping[str, object]] = []
    for place, dimension in enumerate(Dimension):
        own = total.sides[place]
        known = [row for row in rows if row.sides[place].rate is not None]
        ordered = sorted(known, key=lambda row: row.sides[place].rate or 0, reverse=True)
        charts.append(
            {
                "dimension": dimension,
                "id": f"rates-{dimension}",
                "spec": {
                    "kind": "bars",
                    "unit": "percent",
                    "target": own.target,
                    "target_label": "Chỉ tiêu",
                    "rows": [_bar(row, row.sides[place], own.target) for row in ordered[:MOST_BARS]],
                },
            }
        )
    return charts


def _bar(row: ShownRow, side: Side, drawn: Decimal | None) -> Mapping[str, object]:
    """Return a bar; it is below its own target, or where it has none, below the line that is drawn."""
    target = side.target if side.target is not None else drawn
    below = target is not None and side.rate is not None and side.rate < target
    return {"name": row.name, "value": side.rate, "url": row.address or side.finished.address, "below": below}


def _pace_chart(rows: Iterable[tuple[str, Decimal | None, Decimal | None]]) -> Mapping[str, object]:
    listed = list(rows)
    rates, goals = [rate for _, rate, _ in listed], [goal for _, _, goal in listed]
    series: list[dict[str, object]] = [{"name": "Tỷ lệ thi hành xong", "values": rates}]
    if any(goal is not None for goal in goals):
        series.append({"name": "Tiến độ bình quân", "values": goals, "dashed": True})
    return {"kind": "pace", "labels": [label for label, _, _ in listed], "series": series}


def _month(request: OfficerRequest, question: Asked, month: int) -> Mapping[Line, Figure]:
    period = Period(question.period.year, month)
    as_of = min(period.end, question.as_of)
    return forms.agency_figures(
        request.viewer, agency=question.agency, period=period, as_of=as_of, known_at=question.known_at
    )


def _rate(figures: Mapping[Line, Figure], dimension: Dimension) -> Decimal | None:
    part, whole = (amount_of(figures, line, dimension) for line in (Line.C8, Line.C7))
    return _two(percent(part, whole))


urlpatterns = [
    path("ket-qua/", page, name="results"),
    path("ket-qua/tien-do/", pace, name="results_pace"),
    path("ket-qua/loi-van/", wording, name="results_wording"),
    path("ket-qua/phong-trao/", cohort, name="results_cohort"),
]
