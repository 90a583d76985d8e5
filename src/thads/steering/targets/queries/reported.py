"""Totals that other agencies reported, where nothing is counted here."""

from collections.abc import Mapping

from thads.foundation.access.rules.viewer import Viewer
from thads.reporting.counting.rules.questions import Question
from thads.steering.targets.rules.board import Figures


def reported_figures(viewer: Viewer, asked: Question) -> Mapping[str, Figures]:
    """Return the newest reported totals of the question's period by agency, as known at its instant."""
    return {}
