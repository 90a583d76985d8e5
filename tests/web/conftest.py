"""A small office with an account for every role, on an assumed working day."""

from collections.abc import Callable

import pytest
from django.test import Client

from rooms.cases.office import Office, found_office
from thads.foundation.access.rules.viewer import Role
from web.people import open_accounts, username_of

TODAY = "2024-06-28"


@pytest.fixture(autouse=True)
def _working_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THADS_TODAY", TODAY)


@pytest.fixture
def office(db: None) -> Office:
    found_office()
    open_accounts()
    return Office()


@pytest.fixture
def signed_in(office: Office) -> Callable[..., Client]:
    """A function that returns the browser of a person of this role."""
    from django.contrib.auth import get_user_model

    def as_role(role: Role, agency: str = "TQ.CH", *, csrf: bool = False) -> Client:
        client = Client(enforce_csrf_checks=csrf)
        client.force_login(get_user_model().objects.get(username=username_of(role, agency)))
        return client

    return as_role
