"""Totals of other agencies come in as figures, in versions, and never contradict themselves."""

from datetime import UTC, datetime, timedelta

import pytest

from rooms.forms.world import NOW, build_organisation, viewer_at
from thads.foundation.organisation.queries import operator
from thads.kernel.periods import Period
from thads.kernel.refusals import Refusal
from thads.reporting.counting.rules.cells import Figure
from thads.reporting.counting.rules.codes import Line
from thads.reporting.submissions.actions import receive_totals
from thads.reporting.submissions.queries import reported_totals

pytestmark = pytest.mark.django_db
PERIOD = Period(2024, 9)
FIGURES = {Line.C6: Figure(120, 9_000), Line.C7: Figure(100, 5_000), Line.C8: Figure(80, 2_500)}


@pytest.fixture(autouse=True)
def organisation():
    build_organisation()


def receive(**others):
    given = {
        "agency": "AG",
        "period": PERIOD,
        "figures": FIGURES,
        "source": "Báo cáo 9 tháng",
        "invented": True,
    }
    return receive_totals(viewer=operator(at=NOW, on=NOW.date()), **{**given, **others})


def test_a_second_report_is_a_new_version_and_the_first_stays_known() -> None:
    earlier = datetime(2024, 7, 3, tzinfo=UTC)
    corrected = {**FIGURES, Line.C8: Figure(81, 2_600)}

    assert receive(reported_at=earlier) == 1
    assert receive(figures=corrected) == 2

    now = reported_totals(viewer_at("TQ"), period=PERIOD)["AG"]
    then = reported_totals(viewer_at("TQ"), period=PERIOD, known_at=earlier + timedelta(hours=1))["AG"]
    assert now.figures[Line.C8] == Figure(81, 2_600)
    assert now.is_invented
    assert (then.version, then.figures) == (1, FIGURES)
    assert reported_totals(viewer_at("TQ"), period=Period(2023, 9)) == {}


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"figures": {}}, "totals.empty"),
        ({"figures": {Line.C8: Figure(-1, 0)}}, "totals.negative"),
        ({"figures": {**FIGURES, Line.C8: Figure(101, 0)}}, "totals.contradiction"),
        ({"reported_at": NOW + timedelta(days=1)}, "totals.in_future"),
        ({"agency": "XX"}, "access.not_in_sight"),
    ],
)
def test_wrong_totals_are_refused_and_nothing_is_kept(wrong, code) -> None:
    with pytest.raises(Refusal) as refused:
        receive(**wrong)

    assert refused.value.code == code
    assert reported_totals(viewer_at("TQ"), period=PERIOD) == {}


def test_who_has_no_reach_over_the_agency_may_not_enter_its_totals() -> None:
    with pytest.raises(Refusal):
        receive_totals(viewer=viewer_at("TQ"), agency="AG", period=PERIOD, figures=FIGURES)
