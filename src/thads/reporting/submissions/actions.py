"""Receiving totals of other agencies."""

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Max

from thads.foundation.access.door import action
from thads.foundation.access.rules.rights import check_may
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.kernel.periods import Period
from thads.kernel.refusals import Refusal
from thads.reporting.counting.rules.cells import Figure
from thads.reporting.counting.rules.codes import Line
from thads.reporting.submissions.models import ReportedTotal
from thads.reporting.submissions.rules.rights import RECEIVE_TOTALS
from thads.reporting.submissions.rules.totals import ReportedTotals, check_totals


@action(RECEIVE_TOTALS)
def receive_totals(
    *,
    viewer: Viewer,
    agency: str,
    period: Period,
    figures: Mapping[Line, Figure],
    source: str = "",
    invented: bool = False,
    reported_at: datetime | None = None,
) -> int:
    """Keep what an agency reported for a period and return the number of the version (TT05/2024 Đ10, Đ11).

    A second report of the same period is version 2; the first stays for whoever asks as known before.
    Refuses an unknown agency, negative or contradictory figures, and an instant in the future.
    """
    check_may(viewer, RECEIVE_TOTALS, agency=agency)
    if agency not in organisation.agency_tree(on=viewer.on):
        raise Refusal("totals.agency_unknown", agency=agency, on=viewer.on)
    totals = ReportedTotals(agency, period, figures, source, invented, reported_at or viewer.at)
    check_totals(totals, at=viewer.at)
    return _write(totals)


def _write(totals: ReportedTotals) -> int:
    year, months = totals.period.year, totals.period.months
    before = ReportedTotal.objects.filter(agency=totals.agency, year=year, months=months)
    version = (before.aggregate(last=Max("version"))["last"] or 0) + 1
    ReportedTotal.objects.bulk_create(
        ReportedTotal(
            agency=totals.agency, year=year, months=months, line=line, cases=figure.cases,
            amount=figure.amount, invented=totals.is_invented, source=totals.source,
            reported_at=totals.reported_at, version=version,
        )
        for line, figure in totals.figures.items()
    )  # fmt: skip
    return version
