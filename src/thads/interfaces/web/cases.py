"""The list of cases: narrowed, sorted, paged, exported as shown."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from thads.enforcement.cases import queries
from thads.enforcement.cases.queries.searching import undecided_judgments, why_found
from thads.enforcement.cases.rules.listings import Listing, Page
from thads.enforcement.cases.rules.pages import CaseFilter, CaseOrder, CaseRow, JudgmentRow, StatusGroup
from thads.enforcement.cases.rules.vocabulary import Flag, Initiation
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.interfaces.web.choosing import chosen, page_number, typed
from thads.interfaces.web.exports import Column, Kind, workbook
from thads.interfaces.web.fields import Choice, words_of
from thads.interfaces.web.paging import PAGE_SIZE, Pages
from thads.interfaces.web.screens import OfficerRequest, Screen, may_open, screen
from thads.law import LAW

LARGEST_PAGE = 500
JUDGMENTS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Choices:
    """What the list can be narrowed by, for this person."""

    groups: Sequence[Choice]
    agencies: Sequence[Choice]
    bailiffs: Sequence[Choice]
    initiations: Sequence[Choice]
    flags: Sequence[Choice]


@screen(Screen.CASES)
def cases(request: OfficerRequest) -> HttpResponse:
    """Show one page of the cases that fit."""
    filters = filters_of(request)
    listing = shown_page(request.viewer, filters, page_number(request))
    given = {
        "listing": listing,
        "why": why_found(request.viewer, filters.text, listing.rows) if filters.text else {},
        "judgments": judgments_found(request.viewer, filters),
        "pages": Pages(listing.page.number, listing.total, listing.page.length),
        "filters": filters,
        "order": filters.order,
        "choices": choices_for(request.viewer, filters),
        "narrowed": filters != CaseFilter(order=filters.order),
    }
    return render(request, "web/cases.html", given)


@screen(Screen.CASES)
def cases_workbook(request: OfficerRequest) -> HttpResponse:
    """Hand out everything the list shows, all pages of it, as a workbook."""
    rows = all_rows(request.viewer, filters_of(request))
    return workbook("Danh sách việc thi hành án", COLUMNS, rows, on=request.viewer.on, name="danh-sach-viec")


def filters_of(request: OfficerRequest) -> CaseFilter:
    """Read what the list is narrowed by from the address."""
    return CaseFilter(
        text=typed(request, "q"),
        group=chosen(request, "group", StatusGroup),
        agency=typed(request, "agency", 32),
        bailiff=typed(request, "bailiff", 32),
        initiation=chosen(request, "initiation", Initiation),
        flag=chosen(request, "flag", Flag),
        overdue=request.GET.get("overdue") == "1",
        order=chosen(request, "order", CaseOrder) or CaseOrder.NEWEST,
    )


def shown_page(viewer: Viewer, filters: CaseFilter, number: int) -> Listing[CaseRow]:
    """Return the page asked for, or the last one when there are not so many."""
    listing = queries.case_list(viewer, filters=filters, page=Page(number, PAGE_SIZE))
    if number > listing.pages:
        return queries.case_list(viewer, filters=filters, page=Page(listing.pages, PAGE_SIZE))
    return listing


def judgments_found(viewer: Viewer, filters: CaseFilter) -> Listing[JudgmentRow] | None:
    """Return the judgments without a decision that fit what was searched; None when nothing fits or was
    searched, or when the register is not this person's.
    """
    if not filters.text or not may_open(viewer, Screen.INTAKE):
        return None
    found = undecided_judgments(viewer, text=filters.text, page=Page(1, JUDGMENTS_SHOWN))
    return found if found.total else None


def all_rows(viewer: Viewer, filters: CaseFilter) -> list[CaseRow]:
    """Return every case that fits, page after page."""
    listing = queries.case_list(viewer, filters=filters, page=Page(1, LARGEST_PAGE))
    rows = list(listing.rows)
    for number in range(2, listing.pages + 1):
        rows.extend(
            queries.case_list(viewer, filters=filters, page=replace(listing.page, number=number)).rows
        )
    return rows


def choices_for(viewer: Viewer, filters: CaseFilter) -> Choices:
    """Return what this person can choose; one agency or one bailiff is no choice and is left out."""
    tree = organisation.agency_tree(on=viewer.on)
    agencies = [
        (code, tree[code].short_name or tree[code].name) for code in tree.agencies if viewer.sees(code)
    ]
    here = frozenset({filters.agency}) & viewer.sight or viewer.sight
    bailiffs = [(one.code, one.name) for one in organisation.bailiffs(here, on=viewer.on)]
    return Choices(
        groups=words_of(StatusGroup),
        agencies=agencies if len(agencies) > 1 else [],
        bailiffs=bailiffs if len(bailiffs) > 1 else [],
        initiations=words_of(Initiation),
        flags=words_of(Flag),
    )


COLUMNS: tuple[Column[CaseRow], ...] = (
    Column("Số việc", lambda row: row.number, width=18),
    Column("Ngày quyết định", lambda row: row.decided_on, Kind.DAY),
    Column("Người phải thi hành án", lambda row: row.debtor, width=34),
    Column("Người được thi hành án", lambda row: row.creditor, width=34),
    Column("Hình thức thụ lý", lambda row: LAW.label(row.initiation), width=16),
    Column("Loại án", lambda row: LAW.label(row.judgment_kind), width=20),
    Column("Cơ quan", lambda row: row.agency, width=12),
    Column("Chấp hành viên", lambda row: row.bailiff_name or row.bailiff, width=26),
    Column("Trạng thái", lambda row: LAW.label(row.status), width=28),
    Column("Từ ngày", lambda row: row.since, Kind.DAY),
    Column("Phải thi hành (đồng)", lambda row: row.owed, Kind.MONEY),
    Column("Đã thu (đồng)", lambda row: row.collected, Kind.MONEY),
    Column("Còn lại (đồng)", lambda row: row.remaining, Kind.MONEY),
)

urlpatterns = [
    path("ho-so/", cases, name="cases"),
    path("ho-so/danh-sach.xlsx", cases_workbook, name="cases_workbook"),
]
