"""Fetch equals fold: a row that says something else than its facts is found."""

import pytest

from rooms.cases.office import OTHER, Office, found_office, viewer
from thads.enforcement.cases import queries
from thads.enforcement.cases.models import EnforcementCase, Obligation
from thads.foundation.access.rules.viewer import Role


@pytest.fixture
def drifting(db: None) -> Office:
    found_office()
    return Office()


def test_a_changed_row_is_found(drifting: Office) -> None:
    case = drifting.ex_officio("2024-01-10")
    assert queries.drift() == []
    EnforcementCase.objects.update(remaining=5)
    Obligation.objects.update(status="performed")

    found = queries.drift(viewer=drifting.head("2024-01-10"))
    assert {(one.case_id, one.field, one.fold) for one in found} == {
        (case, "remaining", 1_000_000), (case, "obligation 1: status", "assigned"),
    }  # fmt: skip
    assert queries.drift(viewer=viewer(Role.AUDITOR, agency=OTHER)) == []


def test_a_row_without_facts_is_found(drifting: Office) -> None:
    EnforcementCase.objects.create(
        number="1", agency="TQ", decided_on="2024-01-01", since="2024-01-01", owed=1, remaining=1
    )

    assert [one.field for one in queries.drift()] == ["facts"]
