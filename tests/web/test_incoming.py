"""Register 06 on screen: what other agencies pass on, seen by the receiver only, received and decided on."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from rooms.cases.office import DISTRICT, FINE, OTHER, Office
from thads.enforcement.cases import actions, queries
from thads.foundation.access.rules.viewer import Role

SignedIn = Callable[..., Client]
FRAGMENT = {"HX-Request": "true"}


@pytest.fixture
def incoming_id(office: Office) -> UUID:
    """A fine of another district, delegated to this one on 20 June."""
    there = Office(OTHER)
    case_id = there.ex_officio("2024-06-03", FINE, bailiff="")
    sending = there.head("2024-06-20")
    actions.delegate_out(viewer=sending, case_id=case_id, on=sending.on, to_agency=DISTRICT)
    (row,) = queries.incoming_cases(office.head("2024-06-28")).rows
    return row.incoming_id


def test_the_register_shows_what_the_decision_carries(signed_in: SignedIn, incoming_id: UUID) -> None:
    page = signed_in(Role.CLERK).get(reverse("web:incoming_cases"), {"waiting": "1"}).content.decode()

    for words in ("1/QĐ-CCTHADS", "Cơ quan TQ.SD", "Nguyễn Văn Ánh", "5.000.000", "chưa vào sổ"):
        assert words in page
    assert "008085000123" not in page


def test_what_goes_to_another_agency_is_not_found(signed_in: SignedIn, incoming_id: UUID) -> None:
    stranger = signed_in(Role.BAILIFF, OTHER)

    assert "Chưa có cơ quan nào ủy thác đến" in stranger.get(reverse("web:incoming_cases")).content.decode()
    for name in ("incoming", "receive_incoming", "accept_incoming"):
        assert stranger.get(reverse(f"web:{name}", args=(incoming_id,))).status_code == 404


def test_a_clerk_enters_it_and_the_days_run(signed_in: SignedIn, incoming_id: UUID) -> None:
    client = signed_in(Role.CLERK)
    answer = client.post(
        reverse("web:receive_incoming", args=(incoming_id,)), {"received_on": "24/6/2024"}, follow=True
    )
    page = answer.content.decode()

    assert answer.redirect_chain == [(reverse("web:incoming", args=(incoming_id,)), 302)]
    assert "Đã ghi vào sổ nhận ủy thác." in page
    assert "hạn cuối ra quyết định: ngày 01/07/2024" in page
    assert reverse("web:accept_incoming", args=(incoming_id,)) not in page


def test_a_day_before_it_was_sent_is_refused_beside_the_day(signed_in: SignedIn, incoming_id: UUID) -> None:
    answer = signed_in(Role.CLERK).post(
        reverse("web:receive_incoming", args=(incoming_id,)), {"received_on": "19/06/2024"}, headers=FRAGMENT
    )

    assert answer.status_code == 422
    assert 'id="receipt-received_on_error"' in answer.content.decode()


def test_a_head_decides_and_the_new_case_opens(signed_in: SignedIn, incoming_id: UUID) -> None:
    client, address = signed_in(Role.AGENCY_HEAD), reverse("web:accept_incoming", args=(incoming_id,))
    form = client.get(address, headers=FRAGMENT).content.decode()
    answer = client.post(
        address, {"received_on": "24/06/2024", "on": "25/06/2024", "bailiff": "TQ.CH-01"}, headers=FRAGMENT
    )
    page = client.get(answer.headers["HX-Redirect"]).content.decode()

    assert form.index('name="received_on"') < form.index('name="on"')
    assert "Nhận ủy thác từ Cơ quan TQ.SD" in page
    assert "Lê Văn Chấp" in page
    done = client.get(reverse("web:incoming", args=(incoming_id,))).content.decode()
    assert "Đã thi hành tại việc" in done
    assert address not in done


def test_a_missing_day_of_receipt_is_asked_for(signed_in: SignedIn, incoming_id: UUID) -> None:
    answer = signed_in(Role.AGENCY_HEAD).post(
        reverse("web:accept_incoming", args=(incoming_id,)), {"on": "25/06/2024"}, headers=FRAGMENT
    )

    assert 'id="acceptance-received_on_error"' in answer.content.decode()


def test_it_waits_in_the_folder_of_the_head(signed_in: SignedIn, incoming_id: UUID) -> None:
    page = signed_in(Role.AGENCY_HEAD).get(reverse("web:desk")).content.decode()

    assert 'id="incoming"' in page
    assert reverse("web:incoming", args=(incoming_id,)) in page
