"""After mergers every case is shown exactly once, whatever day's structure is asked for."""

from datetime import date

import pytest

from thads.foundation.organisation.rules.agencies import (
    AgencyKind,
    AgencyThen,
    AgencyTree,
    SuccessionEdge,
    SuccessionKind,
)
from thads.kernel.spans import Span
from thads.reporting.counting.rules.cells import Figure
from thads.reporting.counting.rules.codes import Line
from thads.reporting.forms.rules.placing import placing
from thads.reporting.forms.rules.rows import NOTHING, AgencyRows, added

START, REFORM = date(2009, 7, 1), date(2025, 7, 1)


def agency(code: str, parent: str | None, since: date = START, until: date | None = None) -> AgencyThen:
    kind = AgencyKind.PROVINCE if parent == "VN" else AgencyKind.DISTRICT
    return AgencyThen(code, f"Cơ quan {code}", code, kind, parent, "", "", 0, Span(since, until))


VERSIONS = [
    agency("VN", None), agency("AG", "VN"), agency("KG", "VN", until=REFORM),
    agency("AG.LX", "AG", until=REFORM), agency("KG.RG", "KG", until=REFORM),
    agency("KG.XX", "KG", until=REFORM),
    agency("AG.01", "AG", REFORM), agency("AG.02", "AG", REFORM),
]  # fmt: skip
EDGES = [
    SuccessionEdge("KG", "AG", REFORM, SuccessionKind.MERGED_INTO),
    SuccessionEdge("AG.LX", "AG.01", REFORM, SuccessionKind.MERGED_INTO),
    SuccessionEdge("KG.RG", "AG.02", REFORM, SuccessionKind.MERGED_INTO),
]
RECORDED = ["AG.LX", "KG.RG", "KG.XX", "AG.02", "AG"]


def placed(on: date):
    return placing(
        RECORDED,
        tree=AgencyTree.standing(VERSIONS, on=on),
        successions=EDGES,
        last_version=lambda code: next((one for one in reversed(VERSIONS) if one.code == code), None),
        on=on,
    )


def test_as_it_was_a_district_stands_under_its_old_province() -> None:
    then = placed(date(2024, 6, 30))

    assert then.below("KG") == {"KG.RG", "KG.XX"}
    assert then.at("AG.LX") == {"AG.LX"}


def test_as_it_is_its_cases_stand_under_the_successor() -> None:
    now = placed(date(2025, 9, 30))

    assert now.at("AG.02") == {"KG.RG", "AG.02"}
    assert now.below("AG") == {"AG.LX", "KG.RG", "KG.XX", "AG.02", "AG"}


def test_an_agency_that_ceased_without_a_successor_stays_under_who_followed_its_superior() -> None:
    now = placed(date(2025, 9, 30))

    assert now.tree["KG.XX"].parent == "AG"
    assert now.at("KG.XX") == {"KG.XX"}


@pytest.mark.parametrize("on", [date(2024, 6, 30), date(2025, 6, 30), REFORM, date(2026, 7, 1)])
def test_totals_are_the_same_on_every_structure(on: date) -> None:
    place = placed(on)
    figures = {
        (code, ""): {**NOTHING, Line.C1: Figure(10**number, 7 * 10**number)}
        for number, code in enumerate(RECORDED)
        if place.shown_at[code] in place.tree
    }

    rows = AgencyRows(place, figures, {}, {}).of("VN")

    assert rows[0].cells == added(figures.values())
    assert len(figures) >= 4
