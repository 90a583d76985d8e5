"""Who may open what: every screen by every role, everything out of sight, everything without the sign-in."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from rooms.cases.office import FEE, OTHER, Office
from thads.foundation.access.rules.viewer import Role
from thads.interfaces.web.screens import PLACES, Screen

SignedIn = Callable[..., Client]
BUILT = [name for name in Screen if name in {Screen.DESK, Screen.CASES, Screen.INTAKE}]


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", BUILT)
def test_a_screen_opens_for_its_roles_only(signed_in: SignedIn, name: Screen, role: Role) -> None:
    answer = signed_in(role).get(reverse(f"web:{name}"))

    assert answer.status_code == (200 if role in PLACES[name].roles else 403)


@pytest.mark.parametrize("role", Role)
def test_the_menu_offers_what_opens_and_nothing_else(signed_in: SignedIn, role: Role) -> None:
    page = signed_in(role).get("/khong-co-trang-nay/").content.decode()

    for name, place in PLACES.items():
        assert (f'href="{reverse(f"web:{name}")}"' in page) == (role in place.roles)


@pytest.mark.parametrize(
    ("role", "first"),
    [
        (Role.BAILIFF, "desk"),
        (Role.AGENCY_HEAD, "desk"),
        (Role.CLERK, "intake"),
        (Role.ACCOUNTANT, "money"),
        (Role.CASHIER, "money"),
        (Role.STATISTICIAN, "results"),
        (Role.CENTRAL_HEAD, "results"),
        (Role.AUDITOR, "results"),
    ],
)
def test_the_first_screen_is_the_persons_work(signed_in: SignedIn, role: Role, first: str) -> None:
    answer = signed_in(role).get(reverse("web:home"))

    assert answer.headers["Location"] == reverse(f"web:{first}")


@pytest.mark.parametrize("name", ["home", "desk", "cases", "intake", "requests", "new_judgment", "search"])
def test_nothing_opens_without_the_sign_in(office: Office, client: Client, name: str) -> None:
    address = reverse(f"web:{name}")

    answer = client.get(address)

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(reverse("web:sign_in") + "?next=")


def test_a_fragment_without_session_sends_the_window_to_the_sign_in(client: Client, db: None) -> None:
    answer = client.get(
        reverse("web:cases"),
        headers={"HX-Request": "true", "HX-Current-URL": "http://other.example/ho-so/?q=a"},
    )

    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"] == reverse("web:sign_in") + "?next=/ho-so/%3Fq%3Da"


def test_what_is_out_of_sight_looks_like_what_does_not_exist(signed_in: SignedIn, office: Office) -> None:
    case_id = office.ex_officio("2024-06-03", FEE)
    stranger = signed_in(Role.BAILIFF, OTHER)

    for name, more in (("case", ()), ("act", ("collect_money",)), ("cancel", (1,)), ("case_lines", ())):
        seen = stranger.get(reverse(f"web:{name}", args=(case_id, *more)))
        absent = stranger.get(reverse(f"web:{name}", args=(uuid4(), *more)))
        assert seen.status_code == absent.status_code == 404
        assert str(case_id) not in seen.content.decode()


def test_a_judgment_out_of_sight_is_not_found(signed_in: SignedIn, office: Office) -> None:
    judgment_id = office.judgment("2024-06-03", FEE)
    stranger = signed_in(Role.BAILIFF, OTHER)

    for name in ("judgment", "new_request", "decide_ex_officio"):
        assert stranger.get(reverse(f"web:{name}", args=(judgment_id,))).status_code == 404


def test_the_list_holds_only_what_is_in_sight(signed_in: SignedIn, office: Office) -> None:
    office.ex_officio("2024-06-03", FEE)

    assert "1 việc" not in signed_in(Role.BAILIFF, OTHER).get(reverse("web:cases")).content.decode()
    assert "Nguyễn Văn Ánh" not in signed_in(Role.BAILIFF, OTHER).get(reverse("web:cases")).content.decode()


def test_an_act_of_another_role_is_refused_with_whose_it_is(signed_in: SignedIn, office: Office) -> None:
    case_id = office.ex_officio("2024-06-03", FEE)
    address = reverse("web:act", args=(case_id, "terminate"))

    for answer in (
        signed_in(Role.BAILIFF).get(address),
        signed_in(Role.BAILIFF).post(address, {"on": "28/6/2024"}),
    ):
        assert answer.status_code in {403, 422}
        assert "Thủ trưởng cơ quan" in answer.content.decode() or "Hãy nhập" in answer.content.decode()


def test_a_bailiff_cannot_act_in_a_colleagues_case(signed_in: SignedIn, office: Office) -> None:
    case_id = office.ex_officio("2024-06-03", FEE, bailiff="TQ.CH-02")

    page = signed_in(Role.BAILIFF).get(reverse("web:case", args=(case_id,))).content.decode()

    assert reverse("web:act", args=(case_id, "collect_money")) not in page
    assert "Phạm Thị Hành" in page


def test_an_account_without_a_post_is_told_so(client: Client, db: None, django_user_model: type) -> None:
    client.force_login(django_user_model.objects.create_user("nobody"))

    assert "chưa giữ chức vụ nào" in client.get("/").content.decode()
    assert client.get(reverse("web:cases")).status_code == 403
