"""Open cases that stand still: nothing recorded, no money, for so many days; by bailiff and stage."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from thads.enforcement.cases import queries
from thads.enforcement.cases.queries.cases import NOBODY
from thads.enforcement.cases.queries.stuck import StuckFilter
from thads.enforcement.cases.rules.desk_pages import StuckCase, StuckCount
from thads.enforcement.cases.rules.listings import Page
from thads.enforcement.cases.rules.pages import StatusGroup
from thads.enforcement.cases.rules.vocabulary import ObligationStatus
from thads.enforcement.money.rules.facts import SUBJECT as ACCOUNT
from thads.foundation.organisation import queries as organisation
from thads.interfaces.web.choosing import chosen, page_number, typed
from thads.interfaces.web.exports import Column, Kind, workbook
from thads.interfaces.web.paging import PAGE_SIZE, Pages
from thads.interfaces.web.screens import OfficerRequest, Screen, screen
from thads.law import LAW

DAYS = (30, 60, 90, 180)
GROUPS = (StatusGroup.WORKING, StatusGroup.RESTING, StatusGroup.OPEN)
EVERYTHING = Page(1, 1_000_000)


@screen(Screen.CASES)
def stuck(request: OfficerRequest) -> HttpResponse:
    """Show the cases without movement, the longest first, with counts by bailiff and stage."""
    filters = filters_of(request)
    number = page_number(request)
    listing = queries.stuck_cases(request.viewer, filters=filters, page=Page(number, PAGE_SIZE))
    if number > listing.pages:
        listing = queries.stuck_cases(request.viewer, filters=filters, page=Page(listing.pages, PAGE_SIZE))
    counts = queries.stuck_counts(request.viewer, filters=filters)
    tree = organisation.agency_tree(on=request.viewer.on)
    agencies = [(code, tree[code].name) for code in sorted(request.viewer.sight) if code in tree]
    given = {
        "listing": listing,
        "pages": Pages(listing.page.number, listing.total, listing.page.length),
        "filters": filters,
        "counts": counts,
        "stages": _stages(counts),
        "days": sorted({*DAYS, filters.days}),
        "groups": GROUPS,
        "agencies": agencies if len(agencies) > 1 else (),
        "bailiff": typed(request, "bailiff", 32),
        "nobody": NOBODY,
    }
    return render(request, "web/stuck.html", given)


@screen(Screen.CASES)
def stuck_workbook(request: OfficerRequest) -> HttpResponse:
    """Hand out all of them as a workbook."""
    found = queries.stuck_cases(request.viewer, filters=filters_of(request), page=EVERYTHING)
    return workbook("Hồ sơ đứng yên", COLUMNS, found.rows, on=request.viewer.on, name="ho-so-dung-yen")


def filters_of(request: OfficerRequest) -> StuckFilter:
    """Read the question from the address; the number of days is the law's data unless another is chosen."""
    written, bailiff = request.GET.get("days", ""), typed(request, "bailiff", 32)
    is_number = written.isdecimal() and 0 < len(written) < 5
    return StuckFilter(
        days=int(written) if is_number else queries.stuck_days(request.viewer),
        group=chosen(request, "group", StatusGroup) or StatusGroup.WORKING,
        agency=typed(request, "agency", 32),
        bailiff=None if not bailiff else "" if bailiff == NOBODY else bailiff,
        status=chosen(request, "status", ObligationStatus),
        subjects=(ACCOUNT,),
    )


def _stages(counts: Sequence[StuckCount]) -> Sequence[ObligationStatus]:
    """Return the stages that occur, in the order of the law's course."""
    found = {stage for one in counts for stage in one.by_stage}
    return [stage for stage in ObligationStatus if stage in found]


COLUMNS: tuple[Column[StuckCase], ...] = (
    Column("Số việc", lambda one: one.row.number, width=18),
    Column("Ngày quyết định", lambda one: one.row.decided_on, Kind.DAY),
    Column("Người phải thi hành án", lambda one: one.row.debtor, width=34),
    Column("Cơ quan", lambda one: one.row.agency, width=12),
    Column("Chấp hành viên", lambda one: one.row.bailiff_name or one.row.bailiff, width=26),
    Column("Trạng thái", lambda one: LAW.label(one.row.status), width=28),
    Column("Ghi nhận cuối", lambda one: one.moved_on, Kind.DAY),
    Column("Số ngày đứng yên", lambda one: one.days, width=12),
    Column("Còn lại (đồng)", lambda one: one.row.remaining, Kind.MONEY),
)

urlpatterns = [
    path("ho-so/dung-yen/", stuck, name="stuck"),
    path("ho-so/dung-yen/danh-sach.xlsx", stuck_workbook, name="stuck_workbook"),
]
