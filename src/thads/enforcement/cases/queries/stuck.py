"""Open cases in which nothing happens: no fact of the case, no money, for so many days.

No text sets the number of days; it is a setting of ours, so that a head may look through the files (L08 Đ20;
L25 Đ25) [derived].
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, QuerySet

from thads.enforcement.cases.models import EnforcementCase
from thads.enforcement.cases.queries.cases import GROUPS
from thads.enforcement.cases.rules.desk_pages import StuckCase, StuckCount
from thads.enforcement.cases.rules.histories import SUBJECT
from thads.enforcement.cases.rules.listings import Listing, Page
from thads.enforcement.cases.rules.pages import StatusGroup
from thads.enforcement.cases.rules.vocabulary import ObligationStatus
from thads.enforcement.cases.showing import BY_DECISION, ROW_FIELDS, as_row
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import queries as ledger
from thads.foundation.organisation import queries as organisation
from thads.law import LAW

STUCK_AFTER = "work.stuck_after"
FIRST_PAGE = Page()


@dataclass(frozen=True, slots=True)
class StuckFilter:
    """Which cases without movement: for at least so many days, of one agency, bailiff, stage.

    `subjects`: other accounts of the ledger that are kept under the id of a case, whose facts count as
    movement.
    """

    days: int
    group: StatusGroup = StatusGroup.OPEN
    agency: str = ""
    bailiff: str | None = None
    status: ObligationStatus | None = None
    subjects: tuple[str, ...] = ()


def stuck_days(viewer: Viewer) -> int:
    """Return after how many days without movement a case counts as stuck, on the viewer's day."""
    value = LAW.value(STUCK_AFTER, on=viewer.on).value
    assert isinstance(value, int)
    return value


def stuck_cases(viewer: Viewer, *, filters: StuckFilter, page: Page = FIRST_PAGE) -> Listing[StuckCase]:
    """Return a page of the open cases in sight without movement, the longest first, and their number."""
    found = _stuck(viewer, filters)
    rows = found.order_by("moved_on", *BY_DECISION).only(*ROW_FIELDS)  # type: ignore[misc]
    names = organisation.staff_names()
    shown = [_stuck_case(viewer, case, names) for case in rows[page.start : page.start + page.length]]
    return Listing(shown, found.count(), page)


def _stuck_case(viewer: Viewer, case: EnforcementCase, names: Mapping[str, str]) -> StuckCase:
    moved_on: date = getattr(case, "moved_on")  # noqa: B009  (a day that the query adds to the row)
    return StuckCase(as_row(case, names), moved_on, (viewer.on - moved_on).days)


def stuck_total(viewer: Viewer, *, filters: StuckFilter) -> int:
    """Return how many open cases in sight have no movement."""
    return _stuck(viewer, filters).count()


def stuck_counts(viewer: Viewer, *, filters: StuckFilter) -> Sequence[StuckCount]:
    """Return how many there are by bailiff and stage, whoever has most first."""
    grouped = _stuck(viewer, filters).order_by().values("bailiff", "status").annotate(n=Count("pk"))
    by_bailiff = defaultdict[str, dict[ObligationStatus, int]](dict)
    for row in grouped:
        by_bailiff[row["bailiff"]][ObligationStatus(row["status"])] = row["n"]
    names = organisation.staff_names() if by_bailiff else {}
    counts = [StuckCount(code, names.get(code, ""), stages) for code, stages in by_bailiff.items()]
    return sorted(counts, key=lambda one: (-one.total, one.bailiff))


def _stuck(viewer: Viewer, filters: StuckFilter) -> QuerySet[EnforcementCase]:
    last = viewer.on - timedelta(days=filters.days)
    agencies = viewer.sight & {filters.agency} if filters.agency else viewer.sight
    statuses = [status.value for status in GROUPS[filters.group]]
    cases = EnforcementCase.objects.filter(
        agency__in=agencies, is_open=True, status__in=statuses, decided_on__lte=last, since__lte=last
    )
    if filters.bailiff is not None:
        cases = cases.filter(bailiff=filters.bailiff)
    if filters.status is not None:
        cases = cases.filter(status=filters.status.value)
    moved_on = ledger.last_day((SUBJECT, *filters.subjects), subject="uuid")
    return cases.annotate(moved_on=moved_on).filter(moved_on__lte=last)
