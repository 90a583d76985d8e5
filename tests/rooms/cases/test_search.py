"""The search box: what is certainly meant is found at once, numbers are not found in the middle of others."""

from uuid import UUID

import pytest

from rooms.cases.office import DEBT, DISTRICT, FEE, OTHER, PROVINCE, Office, viewer
from thads.enforcement.cases import queries
from thads.enforcement.cases.models import CaseSearch, EnforcementCase
from thads.enforcement.cases.queries.searching import find_case, find_judgment, undecided_judgments
from thads.enforcement.cases.rules.listings import Page
from thads.enforcement.cases.rules.pages import CaseFilter
from thads.foundation.access.rules.viewer import Role, Viewer

PROVINCE_HEAD = viewer(Role.AGENCY_HEAD, agency=PROVINCE)
NEIGHBOUR = Office(OTHER)


@pytest.fixture
def eleven(office: Office) -> list[UUID]:
    """Cases 1 to 11 of a district, the judgments of all numbered 101 to 111."""
    return [office.ex_officio("2024-01-10", number=f"{100 + place}/2023/HS-ST") for place in range(1, 12)]


def met(person: Viewer, text: str) -> UUID | None:
    found = find_case(person, text)
    return found.case_id if found else None


def listed(person: Viewer, text: str) -> list[str]:
    return [row.number for row in queries.case_list(person, filters=CaseFilter(text=text)).rows]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("1/2024/TQ.CH", 0), (" 1/2024/tq.ch ", 0), ("1/2024", 0), ("01/2024", 0), ("11/2024", 10),
        ("3/QĐ-CCTHADS", 2), ("3/qd-ccthads", 2), ("105/2023/hs-st", 4),
    ],
)  # fmt: skip
def test_an_exact_number_means_its_case(office: Office, eleven: list[UUID], text: str, place: int) -> None:
    assert met(office.head("2024-06-28"), text) == eleven[place]


@pytest.mark.parametrize("text", ["", " ", "1", "2024", "12/2024", "1/20", "105/2023", "nguyen van anh", "/"])
def test_what_is_less_than_a_number_means_none(office: Office, eleven: list[UUID], text: str) -> None:
    assert met(office.head("2024-06-28"), text) is None


def test_a_part_of_a_number_means_none_even_when_it_fits_one_case_only(office: Office) -> None:
    office.ex_officio("2024-01-10", number="205/2023/HS-ST")

    assert met(office.head("2024-06-28"), "205/2023") is None
    assert listed(office.head("2024-06-28"), "205/2023") == ["1/2024/TQ.CH"]


def test_a_name_that_fits_one_case_means_it(office: Office) -> None:
    case = office.on_request("2024-01-10", DEBT)

    assert met(office.head("2024-06-28"), "trần thị đào") == case


def test_a_number_is_looked_for_from_its_beginning(office: Office, eleven: list[UUID]) -> None:
    assert listed(office.head("2024-06-28"), "1/2024") == ["1/2024/TQ.CH"]
    assert listed(office.head("2024-06-28"), "01/2023") == []
    assert len(listed(office.head("2024-06-28"), "1")) == 11  # 1/…, 10/…, 11/…, judgments 101 to 111


def test_sequence_and_year_mean_the_own_agencys_case_first(office: Office) -> None:
    mine = office.ex_officio("2024-01-10")
    theirs = NEIGHBOUR.ex_officio("2024-01-10", bailiff="", number="14/2023/HS-ST")
    neighbour = viewer(Role.AGENCY_HEAD, agency=OTHER)

    assert (met(office.head("2024-06-28"), "1/2024"), met(neighbour, "1/2024")) == (mine, theirs)
    assert met(PROVINCE_HEAD, "1/2024") is None
    assert listed(PROVINCE_HEAD, "1/2024") == ["1/2024/TQ.SD", "1/2024/TQ.CH"]
    NEIGHBOUR.ex_officio("2024-01-10", bailiff="", number="16/2023/HS-ST")
    assert met(PROVINCE_HEAD, "2/2024") is not None


def test_exact_numbers_come_first_in_the_list(office: Office) -> None:
    for number in ("2/2024/HS-ST", "15/2023/HS-ST", "16/2023/HS-ST"):
        office.ex_officio("2024-01-10", number=number)

    assert listed(office.head("2024-06-28"), "2/2024") == ["2/2024/TQ.CH", "1/2024/TQ.CH"]
    assert listed(office.head("2024-06-28"), "2/2024/hs-st") == ["1/2024/TQ.CH"]


def test_numbers_given_elsewhere_are_met_too(office: Office) -> None:
    case = office.ex_officio("2024-01-10")
    EnforcementCase.objects.filter(uuid=case).update(number="138/2023/CU")
    CaseSearch.objects.update(words="138/2023/cu | | 7/dsst | nguyen van anh")  # without number of decision

    try:
        assert met(office.head("2024-06-28"), "138/2023") == met(office.head("2024-06-28"), "7/DSST") == case
    finally:
        EnforcementCase.objects.filter(uuid=case).update(number="1/2024/TQ.CH")


class TestJudgmentsWithoutCase:
    def test_are_found_by_exact_number_in_sight(self, office: Office) -> None:
        judgment = office.judgment("2024-01-10", FEE, number="77/2023/HS-ST")

        assert find_judgment(office.head("2024-06-28"), " 77 / 2023/hs-st") == judgment
        assert find_judgment(office.head("2024-06-28"), "7/2023/hs-st") is None
        assert find_judgment(office.head("2024-06-28"), " ") is None
        assert find_judgment(viewer(Role.CLERK, agency=OTHER), "77/2023/HS-ST") is None

    def test_of_the_own_agency_come_before_others(self, office: Office) -> None:
        mine = office.judgment("2024-01-10", FEE)
        NEIGHBOUR.judgment("2024-01-10", FEE)

        assert find_judgment(office.clerk("2024-06-28"), "15/2023/HS-ST") == mine
        assert find_judgment(PROVINCE_HEAD, "15/2023/HS-ST") is None

    @pytest.mark.parametrize(
        ("text", "total"),
        [("77/2023", 1), ("7/2023", 0), ("nguyen anh", 1), ("008085", 1), ("hs-st", 1), ("khong ai", 0)],
    )
    def test_are_listed_by_number_and_party(self, office: Office, text: str, total: int) -> None:
        office.judgment("2024-01-10", FEE, number="77/2023/HS-ST")
        office.ex_officio("2024-01-10", number="78/2023/HS-ST")  # has its case: not listed

        found = undecided_judgments(office.head("2024-06-28"), text=text, page=Page(1, 5))

        assert found.total == len(found.rows) == total
        assert {row.number for row in found.rows} <= {"77/2023/HS-ST"}

    def test_are_listed_while_one_duty_waits(self, office: Office) -> None:
        office.judgment("2024-01-10", FEE, DEBT)

        assert undecided_judgments(office.head("2024-06-28"), text="anh", page=Page(1, 5)).total == 1
        assert undecided_judgments(NEIGHBOUR.head("2024-06-28"), text="anh", page=Page(1, 5)).total == 0
        assert DISTRICT not in viewer(Role.CLERK, agency=OTHER).sight
