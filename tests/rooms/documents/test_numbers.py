"""Numbers have no gaps; a voided one is kept; the symbol is the agency's of the day."""

from datetime import date

import pytest
from django.db import transaction

from rooms.cases.office import DISTRICT, PROVINCE, Office, viewer
from rooms.documents.deferring import FIELDS, another_case, head, issue
from rules.documents.samples import DEFERRAL
from thads.enforcement.documents import actions, queries
from thads.enforcement.documents.numbering import agency_symbol, continue_after, next_number, order_number
from thads.foundation.access.rules.viewer import Role
from thads.foundation.organisation.models import AgencyVersion
from thads.kernel.refusals import Refusal

BEFORE, AFTER = date(2024, 9, 30), date(2024, 10, 1)


def test_a_series_goes_on_without_gaps_and_begins_anew_on_the_first_of_october(office: Office) -> None:
    assert [next_number(DISTRICT, "deferral", BEFORE) for _ in range(3)] == [(1, 2024), (2, 2024), (3, 2024)]
    assert next_number(DISTRICT, "deferral", AFTER) == (1, 2025)
    assert next_number(DISTRICT, "deferral", BEFORE) == (4, 2024)
    assert next_number(PROVINCE, "deferral", BEFORE) == (1, 2024)


def test_what_is_refused_uses_no_number_up(office: Office) -> None:
    issue()
    with pytest.raises(Refusal), transaction.atomic():
        issue(fields={**FIELDS, "debtor": ""})
    with pytest.raises(Refusal), transaction.atomic():
        issue(number="", corrects=another_case())

    assert issue().number == "2/QĐ-CCTHADS"


def test_a_series_goes_on_after_numbers_brought_in_and_never_back(office: Office) -> None:
    continue_after(DISTRICT, "case", 2024, last=40)
    continue_after(DISTRICT, "case", 2024, last=7)

    assert next_number(DISTRICT, "case", BEFORE) == (41, 2024)


def test_an_agency_writes_its_own_symbol_from_a_day_on(office: Office) -> None:
    actions.set_symbol(viewer=head(), agency=DISTRICT, symbol="THADS-KV2", valid_from=AFTER)

    assert agency_symbol(DISTRICT, on=BEFORE) == "CCTHADS"
    assert agency_symbol(DISTRICT, on=AFTER) == "THADS-KV2"
    assert order_number(DISTRICT, "deferral", AFTER) == "1/QĐ-THADS-KV2"


def test_without_a_symbol_of_its_own_the_law_gives_one(office: Office) -> None:
    AgencyVersion.objects.update(symbol="")

    assert agency_symbol(PROVINCE, on=date(2025, 6, 30)) == "CTHADS"
    assert agency_symbol(PROVINCE, on=date(2025, 7, 1)) == "THADS"
    assert agency_symbol("XX", on=BEFORE) == "XX"


def test_a_unit_numbers_in_the_series_of_its_agency(office: Office) -> None:
    AgencyVersion.objects.filter(agency_id=DISTRICT).update(kind="area_room", symbol="")

    order_number(PROVINCE, "deferral", AFTER)

    assert order_number(DISTRICT, "deferral", AFTER) == "2/QĐ-CTHADS"


def void(number: int, reason: str = "Viết nhầm", role: Role = Role.AGENCY_HEAD) -> str:
    person = viewer(role)
    return actions.void_number(
        viewer=person,
        agency=DISTRICT,
        family="deferral",
        year=2024,
        number=number,
        on=person.on,
        reason=reason,
    )


def test_a_number_no_paper_bears_is_kept_as_voided_and_never_given_again(office: Office) -> None:
    next_number(DISTRICT, "deferral", BEFORE)

    assert void(1) == "1/2024"

    (series,) = queries.number_series(head(), agency=DISTRICT, years=(2024,))
    assert (series.last, series.voided, series.register) == (1, (1,), "09")
    assert next_number(DISTRICT, "deferral", BEFORE) == (2, 2024)


@pytest.mark.parametrize(
    ("number", "reason", "code"),
    [
        (3, "nhầm", "documents.number_not_given"),
        (0, "nhầm", "documents.number_not_given"),
        (1, "nhầm", "documents.number_borne"),
        (2, " ", "documents.reason_missing"),
    ],
)
def test_a_number_that_is_not_free_is_not_voided(office: Office, number: int, reason: str, code: str) -> None:
    issue()
    next_number(DISTRICT, "deferral", BEFORE)

    with pytest.raises(Refusal) as refused:
        void(number, reason)

    assert refused.value.code == code


def test_a_number_is_voided_once_and_not_by_a_bailiff(office: Office) -> None:
    next_number(DISTRICT, "deferral", BEFORE)
    void(1)

    with pytest.raises(Refusal, match="đã hủy ngày 28/06/2024: Viết nhầm"):
        void(1)
    with pytest.raises(Refusal, match="không có quyền"):
        void(1, role=Role.BAILIFF)


def test_two_papers_never_bear_one_number(office: Office) -> None:
    first = issue()

    with pytest.raises(Exception, match="number_once|UNIQUE"), transaction.atomic():
        issue(number=first.number)
    assert DEFERRAL.numbered
