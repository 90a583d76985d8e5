"""The door: in, out, wrong, too often; and the trail of it."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from rooms.cases.office import Office
from thads.foundation.access.rules.viewer import Role
from thads.foundation.audit.models import AuditEntry
from web.people import PASSWORD, username_of

CLERK = username_of(Role.CLERK)


@pytest.fixture(autouse=True)
def _fresh_counters() -> None:
    cache.clear()


def sign_in(client: Client, password: str, **more: str) -> object:
    return client.post(reverse("web:sign_in"), {"username": CLERK, "password": password, **more})


def test_the_right_password_opens_and_is_noted(client: Client, office: Office) -> None:
    answer = sign_in(client, PASSWORD, next="/ho-so/?q=a")

    assert answer.headers["Location"] == "/ho-so/?q=a"
    assert AuditEntry.objects.filter(verb="access.sign_in", actor=CLERK, outcome="done").count() == 1


def test_a_wrong_password_says_so_keeps_the_name_and_is_noted(client: Client, office: Office) -> None:
    answer = sign_in(client, "sai")
    page = answer.content.decode()

    assert answer.status_code == 422
    assert "không đúng" in page
    assert f'value="{CLERK}"' in page
    assert AuditEntry.objects.filter(verb="access.sign_in", outcome="refused").count() == 1


def test_after_five_failures_even_the_right_password_waits(client: Client, office: Office) -> None:
    for _ in range(5):
        sign_in(client, "sai")

    answer = sign_in(client, PASSWORD)

    assert answer.status_code == 429
    assert "sau 5 phút" in answer.content.decode()
    assert AuditEntry.objects.filter(verb="access.sign_in", outcome="refused").count() == 6


def test_failures_of_one_name_do_not_shut_out_another(client: Client, office: Office) -> None:
    for _ in range(5):
        sign_in(client, "sai")

    answer = client.post(
        reverse("web:sign_in"), {"username": username_of(Role.AUDITOR), "password": PASSWORD}
    )

    assert answer.status_code == 302


def test_empty_fields_are_asked_for(client: Client, office: Office) -> None:
    assert "Hãy nhập cả tên" in client.post(reverse("web:sign_in"), {}).content.decode()


@pytest.mark.parametrize("elsewhere", ["https://example.com/", "//example.com/", "javascript:alert(1)"])
def test_the_way_back_never_leads_to_another_site(client: Client, office: Office, elsewhere: str) -> None:
    assert sign_in(client, PASSWORD, next=elsewhere).headers["Location"] == "/"


def test_signing_out_ends_the_session_and_is_noted(client: Client, office: Office) -> None:
    sign_in(client, PASSWORD)
    client.post(reverse("web:sign_out"))

    assert client.get(reverse("web:cases")).status_code == 302
    assert AuditEntry.objects.filter(verb="access.sign_out", actor=CLERK).exists()
