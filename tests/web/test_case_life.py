"""Measures, orders, publication and what follows the end, on the page of a case and beside it."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from rooms.cases.office import DEBT, FEE, Office
from thads.enforcement.cases import actions
from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.vocabulary import SecurityKind, VerificationResult
from thads.foundation.access.rules.viewer import Role
from thads.interfaces.web.acts import ACTS, Group

SignedIn = Callable[..., Client]
FRAGMENT = {"HX-Request": "true"}


@pytest.fixture
def case_id(office: Office) -> UUID:
    """A case of 3 June 2024, found able on the 20th, an account frozen on the 21st."""
    found = office.on_request("2024-06-03", DEBT)
    bailiff = office.bailiff("2024-06-05")
    actions.serve_notice(viewer=bailiff, case_id=found, on=bailiff.on)
    bailiff = office.bailiff("2024-06-20")
    actions.record_verification(viewer=bailiff, case_id=found, on=bailiff.on, result=VerificationResult.ABLE)
    bailiff = office.bailiff("2024-06-21")
    actions.order_security(
        viewer=bailiff, case_id=found, on=bailiff.on, measure=SecurityKind.FREEZE, subject="Tài khoản số 0123"
    )
    return found


def page_of(client: Client, case_id: UUID) -> str:
    return client.get(reverse("web:case", args=(case_id,))).content.decode()


def post(client: Client, case_id: UUID, verb: str, office: Office, **given: object) -> tuple[int, str]:
    told = {"seq": office.page(case_id).seq, "on": "24/06/2024", **given}
    answer = client.post(reverse("web:act", args=(case_id, verb)), told, headers=FRAGMENT)
    return answer.status_code, answer.content.decode()


def test_the_steps_stand_in_groups_by_noun_the_awaited_one_first(signed_in: SignedIn, case_id: UUID) -> None:
    page = page_of(signed_in(Role.BAILIFF), case_id)

    places = [page.index(f"<h3>{group.value}</h3>") for group in Group if f"<h3>{group.value}</h3>" in page]
    assert len(places) > 4
    assert places == sorted(places)
    assert page.index("data-main-act") < places[0]


def test_measures_tell_how_far_they_have_come_and_by_when(signed_in: SignedIn, case_id: UUID) -> None:
    page = page_of(signed_in(Role.BAILIFF), case_id)

    assert "Tài khoản số 0123" in page
    assert "Cưỡng chế hoặc chấm dứt sau khi phong tỏa" in page


def test_coercion_is_decided_and_prepared_from_its_forms(
    signed_in: SignedIn, case_id: UUID, office: Office
) -> None:
    client = signed_in(Role.BAILIFF)
    status, _ = post(
        client, case_id, "decide_coercion", office, measure="seize", subject="Nhà", value="250 triệu",
        planned_on="28/06/2024",
    )  # fmt: skip
    form = client.get(reverse("web:act", args=(case_id, "prepare_coercion")), headers=FRAGMENT)
    assert status == 204
    assert 'value="cost_notice" selected' in form.content.decode()
    status, _ = post(client, case_id, "prepare_coercion", office, no="2", step="cost_notice")
    assert status == 204
    assert office.page(case_id).measures[1].next_step is None


@pytest.mark.parametrize(
    ("verb", "given", "field"),
    [
        ("decide_coercion", {"measure": "seize", "subject": "Nhà", "value": "900 triệu"}, "exception"),
        (
            "decide_coercion",
            {"measure": "seize", "subject": "Nhà", "planned_on": "29/06/2024"},
            "planned_on",
        ),
        (
            "order_security",
            {"measure": "freeze", "subject": "Tài khoản", "minutes_on": "20/06/2024"},
            "minutes_on",
        ),
        ("record_agreement", {"content": "trả dần"}, "is_harmless"),
        ("end_measure", {"no": "1", "ground": "duty_and_costs_paid"}, "ground"),
    ],
)
def test_a_refusal_of_the_law_stands_beside_its_field(
    signed_in: SignedIn, case_id: UUID, office: Office, verb: str, given: dict[str, str], field: str
) -> None:
    status, page = post(signed_in(Role.BAILIFF), case_id, verb, office, **given)

    assert status == 422
    assert f'id="{verb}-{field}_error"' in page


def test_only_a_head_sees_the_exit_ban(signed_in: SignedIn, case_id: UUID) -> None:
    assert "Quyết định tạm hoãn xuất cảnh" in page_of(signed_in(Role.AGENCY_HEAD), case_id)
    assert "Quyết định tạm hoãn xuất cảnh" not in page_of(signed_in(Role.BAILIFF), case_id)


def test_several_orders_are_sent_at_once_from_the_page(
    signed_in: SignedIn, case_id: UUID, office: Office
) -> None:
    client = signed_in(Role.CLERK)
    page = page_of(client, case_id)
    assert 'value="1:procuracy"' in page
    given = {"sent_on": "24/06/2024", "owed": ["1:parties", "1:procuracy", "4:procuracy"]}

    answer = client.post(reverse("web:send_orders", args=(case_id,)), given, follow=True)

    assert "Đã ghi 3 lần gửi." in answer.content.decode()
    assert [one.seq for one in office.page(case_id).owed_orders if one.seq == 1] == []


@pytest.mark.parametrize("given", [{"sent_on": "24/06/2024"}, {"sent_on": "ngày mai", "owed": ["1:parties"]}])
def test_a_sending_without_orders_or_day_says_so(
    signed_in: SignedIn, case_id: UUID, office: Office, given: dict[str, object]
) -> None:
    before = office.page(case_id).seq
    client = signed_in(Role.CLERK)

    answer = client.post(reverse("web:send_orders", args=(case_id,)), given, follow=True)

    assert answer.status_code == 200
    assert office.page(case_id).seq == before


def test_somebody_who_may_not_send_has_no_boxes(signed_in: SignedIn, case_id: UUID) -> None:
    page = page_of(signed_in(Role.AUDITOR), case_id)
    assert "chưa gửi" in page
    assert 'name="owed"' not in page


def test_what_came_in_2026_is_offered_from_its_first_day(
    signed_in: SignedIn, case_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = signed_in(Role.AGENCY_HEAD)
    assert "Gửi lại yêu cầu thi hành án" not in page_of(client, case_id)
    monkeypatch.setenv("THADS_TODAY", "2026-07-01")
    assert "Gửi lại yêu cầu thi hành án" in page_of(client, case_id)
    for verb in ("return_request", "close_otherwise", "delegate_out", "decide_coercion", "defer"):
        form = client.get(reverse("web:act", args=(case_id, verb)), headers=FRAGMENT)
        assert form.status_code == (403 if verb == "decide_coercion" else 200), verb


def test_the_month_lists_what_ended_and_hands_it_out(
    signed_in: SignedIn, case_id: UUID, office: Office
) -> None:
    paid = office.ex_officio("2024-05-06", FEE, number="9/HS")
    bailiff = office.bailiff("2024-05-20")
    actions.collect_money(viewer=bailiff, case_id=paid, on=bailiff.on, parts=(Part(1),), receipt_no="0000001")
    actions.finish(viewer=bailiff, case_id=paid, on=bailiff.on)
    client, address = signed_in(Role.CLERK), reverse("web:ended_cases")

    page = client.get(address, {"month": "2024-05"}).content.decode()
    empty = client.get(address, {"month": "2024-04"}).content.decode()
    book = client.get(address, {"month": "2024-05", "file": "xlsx"})

    assert reverse("web:case", args=(paid,)) in page
    assert "Không có việc nào kết thúc" in empty
    assert book.headers["Content-Type"].endswith("sheet")
    assert client.get(address, {"month": "xx"}).status_code == 200
    assert client.get(address, {"agency": "TQ.SD"}).status_code == 404


def test_every_group_has_acts_and_every_act_a_known_day() -> None:
    assert {act.group for act in ACTS.values()} == set(Group)
    assert all(act.day and act.done.endswith(".") for act in ACTS.values())
