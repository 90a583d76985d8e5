"""Reading what other agencies reported."""

from collections.abc import Mapping
from datetime import datetime

from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.periods import Period
from thads.reporting.counting.rules.cells import Figure
from thads.reporting.counting.rules.codes import Line
from thads.reporting.submissions.models import ReportedTotal
from thads.reporting.submissions.rules.totals import ReportedTotals


def reported_totals(
    viewer: Viewer, *, period: Period, known_at: datetime | None = None
) -> Mapping[str, ReportedTotals]:
    """Return the newest totals of a period by agency, as known at an instant (the viewer's, unless told).

    Totals are shown to everybody who is signed in: whoever is ranked may see against whom.
    """
    rows = ReportedTotal.objects.filter(
        year=period.year, months=period.months, reported_at__lte=known_at or viewer.at
    ).order_by("agency", "version", "id")
    newest: dict[str, list[ReportedTotal]] = {}
    for row in rows:
        found = newest.setdefault(row.agency, [])
        if found and found[0].version < row.version:
            found.clear()
        found.append(row)
    return {agency: _as_value(period, found) for agency, found in newest.items()}


def _as_value(period: Period, rows: list[ReportedTotal]) -> ReportedTotals:
    first = rows[0]
    return ReportedTotals(
        agency=first.agency,
        period=period,
        figures={Line(row.line): Figure(row.cases, row.amount) for row in rows},
        source=first.source,
        is_invented=first.invented,
        reported_at=first.reported_at,
        version=first.version,
    )
