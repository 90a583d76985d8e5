"""Intake: a judgment typed in, a request, the decisions; what is wrong stays on the page beside its field."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from rooms.cases.office import DEBT, FEE, Office
from thads.enforcement.cases import queries
from thads.foundation.access.rules.viewer import Role

SignedIn = Callable[..., Client]
FRAGMENT = {"HX-Request": "true"}

JUDGMENT = {
    "agency": "TQ.CH",
    "court": "Tòa án nhân dân huyện Chiêm Hóa",
    "number": "15/2024/HS-ST",
    "kind": "criminal",
    "issued_on": "1/6/2024",
    "effective_on": "",
    "received_on": "03/06/2024",
    "content": "",
    "parties-TOTAL_FORMS": "3",
    "parties-INITIAL_FORMS": "0",
    "parties-0-role": "debtor",
    "parties-0-name": "Lò Văn Páo",
    "parties-0-id_number": "008085000999",
    "parties-1-role": "creditor",
    "parties-1-name": "Hà Thị Mai",
    "parties-2-role": "debtor",
    "parties-2-name": "Dòng đã bỏ",
    "parties-2-DELETE": "on",
    "duties-TOTAL_FORMS": "3",
    "duties-INITIAL_FORMS": "0",
    "duties-0-kind": "court_fee",
    "duties-0-amount": "200.000",
    "duties-1-kind": "contract",
    "duties-1-amount": "1,5 tỷ",
    "duties-2-kind": "",
    "duties-2-amount": "",
}


def received(client: Client, **changes: str) -> str:
    answer = client.post(reverse("web:new_judgment"), {**JUDGMENT, **changes})
    assert answer.status_code == 302, answer.content.decode()
    return answer.headers["Location"]


def test_a_judgment_is_received_with_supposed_parties_of_each_duty(
    signed_in: SignedIn, office: Office
) -> None:
    client = signed_in(Role.CLERK)

    page = client.get(received(client)).content.decode()

    row = queries.judgments(office.clerk("2024-06-28")).rows[0]
    found = queries.judgment_page(office.clerk("2024-06-28"), row.judgment_id)
    assert [(duty.amount, duty.debtor, duty.creditor) for duty in found.duties] == [
        (200_000, "Lò Văn Páo", ""),
        (1_500_000_000, "Lò Văn Páo", "Hà Thị Mai"),
    ]
    assert [party.name for party in found.parties] == ["Lò Văn Páo", "Hà Thị Mai"]
    assert "Đã nhận bản án vào sổ." in page
    assert "1.500.000.000" in page


def test_faults_stand_beside_their_fields_and_nothing_typed_is_lost(signed_in: SignedIn) -> None:
    wrong = {
        **JUDGMENT,
        "issued_on": "31/02/2024",
        "kind": "",
        "duties-0-amount": "hai trăm",
        "parties-1-name": "",
    }
    wrong["parties-1-address"] = "Thị trấn Vĩnh Lộc"

    answer = signed_in(Role.CLERK).post(reverse("web:new_judgment"), wrong)
    page = answer.content.decode()

    assert answer.status_code == 422
    for place in (
        "id_issued_on_error",
        "id_kind_error",
        "id_duties-0-amount_error",
        "id_parties-1-name_error",
    ):
        assert f'id="{place}"' in page
    for typed in ("31/02/2024", "hai trăm", "Thị trấn Vĩnh Lộc", "Lò Văn Páo", "1,5 tỷ"):
        assert typed in page


def test_the_same_judgment_is_refused_beside_its_number_with_the_way_to_it(
    signed_in: SignedIn, office: Office
) -> None:
    client = signed_in(Role.CLERK)
    received(client)

    page = client.post(reverse("web:new_judgment"), JUDGMENT).content.decode()

    assert 'id="id_number_error"' in page
    assert "đã được nhận" in page
    known = queries.judgments(office.clerk("2024-06-28")).rows[0].judgment_id
    assert f'<a href="{reverse("web:judgment", args=(known,))}">Mở bản án đã nhận</a>' in page


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"number": "không số"}, "number"),
        ({"number": "<b>"}, "number"),
        ({"issued_on": "29/6/2024", "received_on": "28/6/2024"}, "issued_on"),
        ({"issued_on": "1/1/2030", "received_on": "1/1/2030"}, "issued_on"),
        ({"effective_on": "31/5/2024"}, "effective_on"),
        ({"received_on": "31/5/2024"}, "received_on"),
    ],
)
def test_what_cannot_be_of_a_judgment_is_refused_beside_its_field(
    signed_in: SignedIn, changes: dict[str, str], field: str
) -> None:
    answer = signed_in(Role.CLERK).post(reverse("web:new_judgment"), {**JUDGMENT, **changes})
    page = answer.content.decode()

    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in page
    assert page.count("field-fault") == 1
    assert "<b>" not in page


def test_a_judgment_without_debtor_is_refused_above_the_form(signed_in: SignedIn) -> None:
    answer = signed_in(Role.CLERK).post(
        reverse("web:new_judgment"), {**JUDGMENT, "parties-0-role": "interested"}
    )

    assert answer.status_code == 422
    assert "người phải thi hành án" in answer.content.decode()


def test_an_agency_out_of_reach_is_no_choice(signed_in: SignedIn) -> None:
    answer = signed_in(Role.CLERK).post(reverse("web:new_judgment"), {**JUDGMENT, "agency": "TQ.SD"})

    assert answer.status_code == 422


def test_a_broken_count_of_lines_is_a_fault_not_a_crash(signed_in: SignedIn) -> None:
    for count in ("", "x", "99999999"):
        answer = signed_in(Role.CLERK).post(
            reverse("web:new_judgment"), {**JUDGMENT, "parties-TOTAL_FORMS": count}
        )
        assert answer.status_code == 422


def test_who_is_known_already_is_shown_while_typing(signed_in: SignedIn, office: Office) -> None:
    office.ex_officio("2024-06-03", FEE)
    given = {"line": "parties-0", "parties-0-name": "nguyễn văn ánh", "parties-0-id_number": ""}

    page = signed_in(Role.CLERK).get(reverse("web:same_parties"), given, headers=FRAGMENT).content.decode()

    assert "Đã có trong 1 việc" in page
    assert "<html" not in page


def test_a_short_name_asks_nothing(signed_in: SignedIn, office: Office) -> None:
    given = {"line": "parties-0", "parties-0-name": "An"}

    assert not signed_in(Role.CLERK).get(reverse("web:same_parties"), given).content.decode().strip()


def test_a_head_decides_ex_officio_and_the_new_case_opens(signed_in: SignedIn, office: Office) -> None:
    judgment_id = office.judgment("2024-06-03", FEE, DEBT)
    client = signed_in(Role.AGENCY_HEAD)
    address = reverse("web:decide_ex_officio", args=(judgment_id,))

    form = client.get(address, headers=FRAGMENT).content.decode()
    answer = client.post(
        address,
        {"on": "05/06/2024", "bailiff": "TQ.CH-01", "duty_nos": ["1"], "flags": ["prisoner"]},
        headers=FRAGMENT,
    )

    assert "Lê Văn Chấp" in form
    assert answer.status_code == 204
    page = client.get(answer.headers["HX-Redirect"]).content.decode()
    assert "Đã ra quyết định thi hành án; đây là việc mới." in page
    assert "Lê Văn Chấp" in page


def test_a_decision_before_the_receipt_is_refused_beside_the_day(signed_in: SignedIn, office: Office) -> None:
    judgment_id = office.judgment("2024-06-03", FEE)

    answer = signed_in(Role.AGENCY_HEAD).post(
        reverse("web:decide_ex_officio", args=(judgment_id,)),
        {"on": "02/06/2024", "duty_nos": ["1"]},
        headers=FRAGMENT,
    )

    assert answer.status_code == 422
    assert 'id="ex-officio-on_error"' in answer.content.decode()


def test_a_request_is_received_and_decided(signed_in: SignedIn, office: Office) -> None:
    judgment_id = office.judgment("2024-06-03", DEBT)
    clerk, head = signed_in(Role.CLERK), signed_in(Role.AGENCY_HEAD)
    given = {
        "requester": "Trần Thị Đào",
        "requested_on": "04/06/2024",
        "received_on": "05/06/2024",
        "duty_nos": ["1"],
    }

    asked = clerk.post(reverse("web:new_request", args=(judgment_id,)), given, headers=FRAGMENT)
    request_id = queries.requests(office.clerk("2024-06-28")).rows[0].request_id
    decided = head.post(
        reverse("web:decide_on_request", args=(judgment_id, request_id)),
        {"on": "06/06/2024"},
        headers=FRAGMENT,
    )

    assert asked.headers["HX-Redirect"] == reverse("web:judgment", args=(judgment_id,))
    assert decided.headers["HX-Redirect"].startswith("/ho-so/")


def test_a_request_is_refused_on_a_listed_ground(signed_in: SignedIn, office: Office) -> None:
    judgment_id = office.judgment("2024-06-03", DEBT)
    clerk, head = signed_in(Role.CLERK), signed_in(Role.AGENCY_HEAD)
    given = {
        "requester": "Trần Thị Đào",
        "requested_on": "04/06/2024",
        "received_on": "05/06/2024",
        "duty_nos": ["1"],
    }
    clerk.post(reverse("web:new_request", args=(judgment_id,)), given)
    request_id = queries.requests(office.clerk("2024-06-28")).rows[0].request_id
    address = reverse("web:refuse_request", args=(judgment_id, request_id))
    code = (
        head.get(address, headers=FRAGMENT).content.decode().partition('<option value="')[2].partition('"')[2]
    )
    code = code.partition('<option value="')[2].partition('"')[0]

    head.post(address, {"on": "06/06/2024", "ground": code}, headers=FRAGMENT)

    assert "Đã từ chối yêu cầu" in head.get(reverse("web:judgment", args=(judgment_id,))).content.decode()


def test_a_clerk_cannot_decide(signed_in: SignedIn, office: Office) -> None:
    judgment_id = office.judgment("2024-06-03", FEE)

    answer = signed_in(Role.CLERK).get(reverse("web:decide_ex_officio", args=(judgment_id,)))

    assert answer.status_code == 403
    assert "Thủ trưởng cơ quan" in answer.content.decode()


def test_registers_are_searched_and_narrowed_to_what_waits(signed_in: SignedIn, office: Office) -> None:
    office.judgment("2024-06-03", FEE)
    client = signed_in(Role.CLERK)

    assert (
        "15/2023/HS-ST"
        in client.get(reverse("web:intake"), {"q": "nguyen van anh", "waiting": "1"}).content.decode()
    )
    assert "Không có bản án nào khớp" in client.get(reverse("web:intake"), {"q": "xyz"}).content.decode()
    assert "Chưa nhận yêu cầu nào" in client.get(reverse("web:requests")).content.decode()


def test_the_court_that_sends_most_is_supposed(signed_in: SignedIn, office: Office) -> None:
    office.judgment("2024-06-03", FEE)

    page = signed_in(Role.CLERK).get(reverse("web:new_judgment")).content.decode()

    assert 'value="TAND huyện Chiêm Hóa"' in page
