"""The list of cases and the search box."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db.models import Q, QuerySet, Value
from django.db.models.expressions import OrderBy
from django.db.models.functions import StrIndex

from thads.enforcement.cases.models import CaseSearch, EnforcementCase
from thads.enforcement.cases.overdue import overdue_cases
from thads.enforcement.cases.rules.listings import Listing, Page
from thads.enforcement.cases.rules.moves import RESTING, WORKING
from thads.enforcement.cases.rules.pages import CaseFilter, CaseOrder, CaseRow, StatusGroup
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.enforcement.cases.showing import BY_DECISION, NEWEST_FIRST, ROW_FIELDS, as_rows
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.names import fold

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

NO_FILTER = CaseFilter()
FIRST_PAGE = Page()


def case_list(
    viewer: Viewer, *, filters: CaseFilter = NO_FILTER, page: Page = FIRST_PAGE
) -> Listing[CaseRow]:
    """Return a page of the cases in sight that fit the filter, and how many there are; three questions."""
    order = ORDERS[filters.order]
    cases = _filtered(viewer, filters).order_by(*order).values_list("id", flat=True)
    if filters.text or filters.overdue:  # no index answers these: one scan gives both page and total
        everything = list(cases)
        total, chosen = len(everything), everything[page.start : page.start + page.length]
    else:
        total, chosen = cases.count(), list(cases[page.start : page.start + page.length])
    found = EnforcementCase.objects.filter(id__in=chosen).only(*ROW_FIELDS).order_by(*order)
    return Listing(as_rows(found), total, page)


def find_case(viewer: Viewer, text: str) -> CaseRow | None:
    """Return the one case in sight with exactly this number, for the search box; None when none or
    several.
    """
    wanted = text.strip()
    found = list(EnforcementCase.objects.filter(number=wanted, agency__in=viewer.sight).only(*ROW_FIELDS)[:2])
    return as_rows(found)[0] if len(found) == 1 else None


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
        cases = cases.filter(bailiff=filters.bailiff)
    if filters.initiation is not None:
        cases = cases.filter(initiation=filters.initiation.value)
    if filters.flag is not None:
        cases = cases.filter(flags__contains=f"|{filters.flag.value}|")
    if filters.overdue:
        cases = cases.filter(overdue_cases(viewer.on))
    if words := fold(filters.text):
        cases = cases.filter(id__in=_searched(agencies, words))
    return cases


def _searched(agencies: frozenset[str], words: str) -> QuerySet[CaseSearch, int]:
    """Return the cases in whose search words every word stands; a plain scan of one narrow table."""
    found = CaseSearch.objects.all()
    for place, word in enumerate([words] if _is_phrase(words) else words.split()):
        found = found.annotate(**{f"at{place}": StrIndex("words", Value(word))}).filter(
            Q(**{f"at{place}__gt": 0})
        )
    return found.filter(agency__in=agencies).values_list("case_id", flat=True)


def _is_phrase(words: str) -> bool:
    return " " not in words
