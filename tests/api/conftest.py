"""The worked example of the manual with two accounts: the head of Hải Long, the bailiff of An Mẫu."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from django.test import Client

from thads.foundation.access.models import User
from thads.foundation.access.rules.viewer import Role
from thads.foundation.organisation import actions as organisation_actions
from thads.foundation.organisation import queries as organisation
from thads.interfaces.exchange.histories.importing import import_histories
from thads.interfaces.exchange.histories.reading import case_id

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "example-histories.jsonl"
SINCE = date(2015, 1, 1)


@pytest.fixture(autouse=True)
def assumed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THADS_TODAY", "2024-07-05")


@pytest.fixture
def world(db: None, now: datetime) -> None:
    """Fourteen cases of three agencies, a head, a bailiff and somebody without a post."""
    with EXAMPLE.open("rb") as stream:
        assert import_histories(organisation.operator(at=now, on=now.date()), stream).imported
    viewer = organisation.operator(at=now, on=now.date())
    organisation_actions.enrol_staff(viewer=viewer, code="HL-00", full_name="Vũ Thị Trưởng", agency="HL")
    for role in (Role.AGENCY_HEAD, Role.BAILIFF):
        organisation_actions.appoint(viewer=viewer, staff_code="HL-00", role=role, agency="HL", since=SINCE)
    for agency in ("HL.A", "HL.B"):  # a district's papers are signed by the district's own head
        organisation_actions.appoint(
            viewer=viewer, staff_code="HL-00", role=Role.AGENCY_HEAD, agency=agency, since=SINCE
        )
    for staff, username, agency in (("HL-00", "truong.hl", "HL"), ("HL.A-01", "chv.hla", "HL.A")):
        organisation_actions.open_account(
            viewer=viewer, staff_code=staff, username=username, password="mat-khau-thu-2024", agency=agency
        )
    User.objects.create_user(username="nguoi.la", password="x", full_name="Người Lạ")


@pytest.fixture
def sign_in(world: None) -> Callable[[str], Client]:
    """Return a browser signed in under a name, with its CSRF token on every writing request."""

    def sign_in(username: str) -> Client:
        client = Client(enforce_csrf_checks=True)
        client.force_login(User.objects.get(username=username))
        token = client.get("/api/session").json()["csrf_token"]
        client.defaults["HTTP_X_CSRFTOKEN"] = token
        return client

    return sign_in


@pytest.fixture
def head(sign_in: Callable[[str], Client]) -> Client:
    return sign_in("truong.hl")


@pytest.fixture
def bailiff(sign_in: Callable[[str], Client]) -> Client:
    return sign_in("chv.hla")


@pytest.fixture
def address() -> Callable[[str, str], str]:
    """Return where a case of the example lives."""
    return lambda agency, number: f"/api/cases/{case_id(agency, number)}"
