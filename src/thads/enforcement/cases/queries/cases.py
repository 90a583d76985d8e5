"""The list of cases."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.expressions import OrderBy

from thads.enforcement.cases.models import EnforcementCase
from thads.enforcement.cases.overdue import overdue_cases
from thads.enforcement.cases.queries.searching import exact_first, find_case, searched
from thads.enforcement.cases.rules.listings import Listing, Page
from thads.enforcement.cases.rules.moves import RESTING, WORKING
from thads.enforcement.cases.rules.pages import CaseFilter, CaseOrder, CaseRow, StatusGroup
from thads.enforcement.cases.rules.search_words import wanted_words
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.enforcement.cases.showing import BY_DECISION, NEWEST_FIRST, ROW_FIELDS, as_rows
from thads.foundation.access.rules.viewer import Viewer

GROUPS: dict[StatusGroup, frozenset[S]] = {
    StatusGroup.OPEN: WORKING | RESTING,
    StatusGroup.WORKING: WORKING,
    StatusGroup.RESTING: RESTING,
    StatusGroup.UNABLE: frozenset({S.UNABLE}),
    StatusGroup.SEPARATE_LEDGER: frozenset({S.SEPARATE_LEDGER}),
    StatusGroup.DEFERRED: frozenset({S.DEFERRED}),
    StatusGroup.SUSPENDED: frozenset({S.SUSPENDED}),
    StatusGroup.FINISHED: frozenset({S.PERFORMED, S.TERMINATED}),
    StatusGroup.CLOSED: frozenset(S) - WORKING - RESTING,
}

ORDERS: dict[CaseOrder, tuple[str | OrderBy, ...]] = {
    CaseOrder.NEWEST: NEWEST_FIRST,
    CaseOrder.OLDEST: BY_DECISION,
    CaseOrder.DEBTOR: ("debtor_key", *BY_DECISION),
    CaseOrder.LARGEST: ("-remaining", "-id"),
}

__all__ = ["case_list", "case_rows", "find_case"]

NOBODY = "-"
"""As the bailiff of a filter: the cases that nobody has been given."""

NO_FILTER = CaseFilter()
FIRST_PAGE = Page()


def case_list(
    viewer: Viewer, *, filters: CaseFilter = NO_FILTER, page: Page = FIRST_PAGE
) -> Listing[CaseRow]:
    """Return a page of the cases in sight that fit the filter, and how many there are; three questions."""
    order = ORDERS[filters.order]
    if filters.text and filters.order is CaseOrder.NEWEST:
        order = (*exact_first(viewer, filters.text), *order)
    cases = _filtered(viewer, filters).order_by(*order).values_list("id", flat=True)
    if filters.text or filters.overdue:  # no index answers these: one scan gives both page and total
        everything = list(cases)
        total, chosen = len(everything), everything[page.start : page.start + page.length]
    else:
        total, chosen = cases.count(), list(cases[page.start : page.start + page.length])
    found = EnforcementCase.objects.filter(id__in=chosen).only(*ROW_FIELDS).order_by(*order)
    return Listing(as_rows(found), total, page)


def case_rows(viewer: Viewer, case_ids: Iterable[UUID]) -> Mapping[UUID, CaseRow]:
    """Return the rows of these cases by id, as far as they are in sight; two questions."""
    found = EnforcementCase.objects.filter(uuid__in=list(case_ids), agency__in=viewer.sight).only(*ROW_FIELDS)
    return {row.case_id: row for row in as_rows(found)}


def _filtered(viewer: Viewer, filters: CaseFilter) -> QuerySet[EnforcementCase]:
    agencies = viewer.sight & {filters.agency} if filters.agency else viewer.sight
    cases = EnforcementCase.objects.filter(agency__in=agencies)
    if filters.group is not None:
        cases = cases.filter(status__in=[status.value for status in GROUPS[filters.group]])
    if filters.status is not None:
        cases = cases.filter(status=filters.status.value)
    if filters.bailiff:
        cases = cases.filter(bailiff="" if filters.bailiff == NOBODY else filters.bailiff)
    if filters.initiation is not None:
        cases = cases.filter(initiation=filters.initiation.value)
    if filters.flag is not None:
        cases = cases.filter(flags__contains=f"|{filters.flag.value}|")
    if filters.overdue:
        cases = cases.filter(overdue_cases(viewer, on=viewer.on))
    if words := wanted_words(filters.text):
        cases = cases.filter(id__in=searched(viewer, words).values_list("case_id"))
    return cases
