"""Totals that other agencies reported, where nothing is counted here."""

from collections.abc import Mapping

from thads.foundation.access.rules.viewer import Viewer
from thads.reporting.counting.rules.questions import Question
from thads.reporting.submissions import queries as submissions
from thads.steering.targets.rules.board import Figures


def reported_figures(viewer: Viewer, asked: Question) -> Mapping[str, Figures]:
    """Return the newest reported totals of the question's period by agency, as known at its instant.

    Reports speak of the end of the period; for any other day there is nothing to compare with.
    """
    if asked.as_of != asked.period.end:
        return {}
    found = submissions.reported_totals(viewer, period=asked.period, known_at=asked.known_at)
    return {agency: totals.figures for agency, totals in found.items()}
