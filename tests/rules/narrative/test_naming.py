"""How a written report names an agency whose place nobody told."""

from dataclasses import replace
from datetime import date

import pytest

from thads.foundation.organisation.rules.agencies import AgencyKind, AgencyThen
from thads.kernel.spans import Span
from thads.steering.narrative.rules.naming import level_of, name_of

PROVINCE = AgencyThen(
    "HL", "Cục Thi hành án dân sự tỉnh Hoa Lư", "", AgencyKind.PROVINCE, None, "HL", "Hoa Lư", 1,
    Span(date(2020, 1, 1), None),
)  # fmt: skip
UNIT = replace(PROVINCE, code="HL.A", kind=AgencyKind.DISTRICT, parent="HL", name="Chi cục THADS huyện A")


@pytest.mark.parametrize(
    ("agency", "name", "level"),
    [
        (PROVINCE, "Hoa Lư", "tỉnh"),
        (replace(PROVINCE, place=""), "Cục Thi hành án dân sự tỉnh Hoa Lư", "đơn vị"),
        (replace(PROVINCE, place="", short_name="Cục Hoa Lư"), "Cục Hoa Lư", "đơn vị"),
        (replace(UNIT, place="An Bình"), "Chi cục An Bình", "đơn vị"),
        (replace(UNIT, place=""), "Chi cục THADS huyện A", "đơn vị"),
        (replace(UNIT, place="", short_name="Chi cục A"), "Chi cục A", "đơn vị"),
    ],
)
def test_an_agency_without_a_place_goes_by_its_own_name(agency: AgencyThen, name: str, level: str) -> None:
    assert name_of(agency) == name
    assert level_of(agency) == level
