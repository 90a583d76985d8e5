"""Open cases in which nothing happens: counted in days from the last fact, of the case or of its money."""

from datetime import date

import pytest

from rooms.cases.office import BAILIFF, COLLEAGUE, DISTRICT, FEE, OTHER, Office, viewer
from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.queries.cases import NOBODY
from thads.enforcement.cases.queries.stuck import StuckFilter
from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.listings import Page
from thads.enforcement.cases.rules.pages import CaseFilter, StatusGroup
from thads.enforcement.cases.rules.vocabulary import ObligationStatus
from thads.enforcement.money import actions as money
from thads.enforcement.money.rules.facts import SUBJECT as ACCOUNT
from thads.foundation.access.rules.viewer import Role

MONEY_TOO = (ACCOUNT,)


@pytest.mark.parametrize(("on", "found"), [("2024-04-08", 0), ("2024-04-09", 1), ("2024-06-28", 1)])
def test_a_case_is_stuck_from_the_very_day(office: Office, on: str, found: int) -> None:
    office.ex_officio("2024-01-10", FEE)

    assert queries.stuck_total(office.head(on), filters=StuckFilter(90)) == found


def test_a_fact_moves_a_case_and_so_does_its_money(office: Office) -> None:
    told = office.ex_officio("2024-01-10", FEE)
    paid = office.ex_officio("2024-01-10", FEE, number="16/2023/HS-ST")
    office.ex_officio("2024-01-10", FEE, number="17/2023/HS-ST")
    bailiff, accountant = office.bailiff("2024-06-03"), viewer(Role.ACCOUNTANT, "2024-06-03")
    actions.serve_notice(viewer=bailiff, case_id=told, on=bailiff.on)
    money.receive_money(viewer=accountant, case_id=paid, on=accountant.on, parts=(Part(1, 1_000),))

    found = queries.stuck_cases(office.head("2024-06-28"), filters=StuckFilter(90, subjects=MONEY_TOO))

    assert [(one.moved_on, one.days) for one in found.rows] == [(date(2024, 1, 10), 170)]
    assert found.total == 1


def test_they_are_counted_by_bailiff_and_stage_as_listed(office: Office) -> None:
    for number, bailiff in enumerate((BAILIFF, BAILIFF, COLLEAGUE, "")):
        office.ex_officio("2024-01-10", FEE, bailiff=bailiff, number=f"{number}/2023/HS-ST")
    head = office.head("2024-06-28")

    counts = queries.stuck_counts(head, filters=StuckFilter(90))

    assert {(one.bailiff, one.total) for one in counts} == {(BAILIFF, 2), (COLLEAGUE, 1), ("", 1)}
    for one in counts:
        for stage, number in one.by_stage.items():
            filters = StuckFilter(90, bailiff=one.bailiff, status=stage)
            assert queries.stuck_cases(head, filters=filters, page=Page(1, 1)).total == number


def test_stage_and_agency_narrow_and_nobody_sees_a_neighbour(office: Office) -> None:
    office.ex_officio("2024-01-10", FEE)
    head = office.head("2024-06-28")

    assert queries.stuck_total(head, filters=StuckFilter(90, StatusGroup.RESTING)) == 0
    assert queries.stuck_total(head, filters=StuckFilter(90, status=ObligationStatus.UNABLE)) == 0
    assert queries.stuck_total(head, filters=StuckFilter(90, agency=DISTRICT)) == 1
    assert queries.stuck_total(viewer(Role.AGENCY_HEAD, agency=OTHER), filters=StuckFilter(90)) == 0


def test_the_number_of_days_is_the_laws_data(office: Office) -> None:
    assert queries.stuck_days(office.head("2024-06-28")) == 90
    assert queries.stuck_days(office.head("2026-07-01")) == 90


def test_cases_of_nobody_can_be_listed(office: Office) -> None:
    office.ex_officio("2024-01-10", FEE)
    office.ex_officio("2024-01-10", FEE, bailiff="", number="16/2023/HS-ST")

    found = queries.case_list(office.head("2024-06-28"), filters=CaseFilter(bailiff=NOBODY))

    assert [row.bailiff for row in found.rows] == [""]
