"""The screen of signatures: who signs today, delegations given and ended, the matrix of a day."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from rooms.cases.office import DISTRICT, OTHER, Office
from thads.foundation.access.rules.viewer import Role
from thads.foundation.organisation.models import SigningDelegation

SignedIn = Callable[..., Client]
FRAGMENT = {"HX-Request": "true"}
HEAD, DEPUTY = f"{DISTRICT}-agency_head", f"{DISTRICT}-deputy_head"
PAPER = {
    "giver": HEAD, "receiver": DEPUTY, "paper_no": "05/QĐ-CCTHADS", "paper_on": "27/06/2024",
    "valid_from": "28/06/2024", "last_on": "30/09/2024", "acts": ["deferral", "unable"],
}  # fmt: skip


def page_of(client: Client, **asked: str) -> str:
    return client.get(reverse("web:signing"), asked).content.decode()


def delegate(client: Client, **more: object):
    return client.post(reverse("web:delegate_signing", args=(DISTRICT,)), PAPER | more, headers=FRAGMENT)


def test_the_page_says_who_signs_today_and_under_which_article(signed_in: SignedIn) -> None:
    page = page_of(signed_in(Role.CLERK), act="deferral")

    for words in (
        "Người thử agency head",
        "CHI CỤC TRƯỞNG",
        "Ký theo thẩm quyền",
        "Quyết định hoãn thi hành án",
    ):
        assert words in page
    assert reverse("web:delegate_signing", args=(DISTRICT,)) not in page


def test_a_day_under_the_law_of_2025_can_be_asked(signed_in: SignedIn) -> None:
    client = signed_in(Role.CLERK)

    assert "Thông báo gửi lại yêu cầu thi hành án</a>" not in page_of(client, on="30/06/2026")
    assert "Thông báo gửi lại yêu cầu thi hành án</a>" in page_of(client, on="01/07/2026")
    assert "không phải là một ngày có thật" in page_of(client, on="ba mươi")


@pytest.mark.parametrize("asked", [{"act": "dance"}, {"agency": OTHER}, {"agency": "TQ.XX"}])
def test_what_cannot_be_asked_is_answered_for_the_persons_own_agency(
    signed_in: SignedIn, asked: dict[str, str]
) -> None:
    page = page_of(signed_in(Role.CLERK), **asked)

    assert "Người thử agency head" in page
    assert f'<option value="{OTHER}"' not in page


def test_a_head_delegates_and_the_deputy_appears_among_the_signers(signed_in: SignedIn) -> None:
    client = signed_in(Role.AGENCY_HEAD)
    form = client.get(reverse("web:delegate_signing", args=(DISTRICT,)), headers=FRAGMENT).content.decode()
    answer = delegate(client)
    page = page_of(client, act="deferral")

    assert f'value="{HEAD}"' in form
    assert f'value="{DISTRICT}-bailiff"' not in form
    assert answer.status_code == 204
    assert "Đã ghi nhận văn bản ủy quyền ký." in page
    assert "KT. CHI CỤC TRƯỞNG" in page
    assert "đến hết 30/09/2024" in page
    row = SigningDelegation.objects.get()
    assert (row.receiver_id, row.acts) == (DEPUTY, ["deferral", "unable"])


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"receiver": f"{DISTRICT}-unit_head"}, "delegation-receiver_error"),
        ({"valid_from": "26/06/2024"}, "delegation-paper_on_error"),
        ({"last_on": "27/06/2024"}, "delegation-last_on_error"),
        ({"paper_no": ""}, "delegation-paper_no_error"),
    ],
)
def test_an_unlawful_delegation_is_refused_beside_its_field(
    signed_in: SignedIn, more: dict[str, object], place: str
) -> None:
    answer = delegate(signed_in(Role.AGENCY_HEAD), **more)

    assert answer.status_code == 422
    assert f'id="{place}"' in answer.content.decode()
    assert not SigningDelegation.objects.exists()


def test_a_delegation_is_ended_with_its_reason(signed_in: SignedIn) -> None:
    client = signed_in(Role.AGENCY_HEAD)
    delegate(client)
    address = reverse("web:end_delegation", args=(SigningDelegation.objects.get().uuid,))
    assert address in page_of(client)

    refused = client.post(address, {"until": "28/06/2024", "reason": "phân công lại"}, headers=FRAGMENT)
    done = client.post(address, {"until": "15/07/2024", "reason": "phân công lại"}, headers=FRAGMENT)
    assert 'id="end-until_error"' in refused.content.decode()
    assert done.status_code == 204
    page = page_of(client)
    assert "chấm dứt: phân công lại" in page
    assert address not in page


@pytest.mark.parametrize("role", [Role.CLERK, Role.BAILIFF, Role.DEPUTY_HEAD])
def test_others_may_look_and_not_delegate(signed_in: SignedIn, role: Role) -> None:
    answer = delegate(signed_in(role))

    assert answer.status_code == 403
    assert not SigningDelegation.objects.exists()


def test_a_delegation_elsewhere_is_not_found(signed_in: SignedIn, office: Office) -> None:
    delegate(signed_in(Role.AGENCY_HEAD))
    stranger = signed_in(Role.BAILIFF, OTHER)

    for delegation_id in (SigningDelegation.objects.get().uuid, uuid4()):
        assert stranger.get(reverse("web:end_delegation", args=(delegation_id,))).status_code == 404
    assert stranger.get(reverse("web:delegate_signing", args=(DISTRICT,))).status_code == 404
    assert "05/QĐ-CCTHADS" not in page_of(stranger)


def test_an_accountant_has_no_such_screen(signed_in: SignedIn) -> None:
    assert signed_in(Role.ACCOUNTANT).get(reverse("web:signing")).status_code == 403
