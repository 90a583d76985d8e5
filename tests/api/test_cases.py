"""Cases over REST: the list, one case, acts; what is refused is refused in words, with its article."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
Address = Callable[[str, str], str]


def act(client: Client, address: str, name: str, **payload: Any) -> Any:
    return client.post(f"{address}/acts/{name}", data=payload, content_type="application/json")


def test_nobody_signed_in_is_told_so(world: None) -> None:
    answer = Client().get("/api/cases")

    assert answer.status_code == 401
    assert answer.json()["code"] == "api.not_signed_in"


def test_the_session_says_who_sees_what(bailiff: Client) -> None:
    said = bailiff.get("/api/session").json()

    assert (said["username"], said["agencies"]) == ("chv.hla", ["HL.A"])
    assert said["posts"][0]["role_name"] == "Chấp hành viên"


def test_the_list_holds_the_cases_in_sight(head: Client, bailiff: Client) -> None:
    everything, own = head.get("/api/cases").json(), bailiff.get("/api/cases").json()

    assert (everything["total"], own["total"]) == (14, 6)
    assert {row["agency"] for row in own["rows"]} == {"HL.A"}
    assert all(set(row) >= {"id", "number"} and "case_id" not in row for row in own["rows"])


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("text=tran+van+mau", {"102"}),
        ("group=unable", {"102"}),
        ("status=deferred", {"104"}),
        ("agency=HL.B&bailiff=HL.B-01&group=open", {"11", "12"}),
        ("initiation=ex_officio&group=finished", {"101", "16"}),
        ("flag=key_case", {"1"}),
        ("size=1&page=14", {"103"}),
        ("agency=XX", set()),
    ],
)
def test_the_list_is_narrowed_and_paged(query: str, numbers: set[str], head: Client) -> None:
    assert {row["number"] for row in head.get(f"/api/cases?{query}").json()["rows"]} == numbers


def test_a_wrong_filter_is_told_in_words(head: Client) -> None:
    answer, misspelt = head.get("/api/cases?status=lost&size=0"), head.get("/api/cases?agancy=HL.A")

    assert (answer.status_code, misspelt.status_code) == (422, 422)
    assert {field["where"].rsplit(".", 1)[-1] for field in answer.json()["fields"]} == {"status", "size"}
    assert answer.json()["message"].startswith("Yêu cầu có 2 chỗ chưa hợp lệ. Trường ")
    assert "agancy" in misspelt.json()["message"]


def test_a_case_has_everything_of_its_page_and_no_database_id(head: Client, address: Address) -> None:
    answer = head.get(address("HL.B", "16"))

    case = answer.json()
    assert case["case"]["number"] == "16"
    assert [line["remaining"] for line in case["obligations"]] == [0]
    cancelled = [(fact["seq"], fact["cancelled_by"]) for fact in case["timeline"] if fact["cancelled_by"]]
    assert cancelled == [(3, 4)]
    assert b"entry_id" not in answer.content
    assert {step["act"] for step in case["steps"] if step["possible"]} <= AFTER_THE_END


AFTER_THE_END = {
    "send_order", "amend_order", "withdraw_order", "request_certificate", "check_file", "archive_file",
}  # fmt: skip
"""What may still be done when a case has ended: tell, mend, certify, archive."""


def test_a_case_out_of_sight_is_not_there(bailiff: Client, address: Address) -> None:
    answer = bailiff.get(address("HL.B", "16"))

    assert (answer.status_code, answer.json()["code"]) == (404, "cases.not_found")


def test_somebody_without_a_post_sees_nothing(sign_in: Callable[[str], Client], address: Address) -> None:
    stranger = sign_in("nguoi.la")

    assert stranger.get("/api/cases").json()["total"] == 0
    assert stranger.get(address("HL.A", "101")).status_code == 404


def test_money_is_collected_and_the_case_finishes_only_when_it_is_paid_on(
    bailiff: Client, address: Address
) -> None:
    case = address("HL.A", "105")
    seq = bailiff.get(case).json()["seq"]

    paid = act(bailiff, case, "collect_money", on="2024-07-04", expected_seq=seq,
               parts=[{"no": 1, "amount": 1_500_000_000}], receipt_no="BL 9")  # fmt: skip
    done = act(bailiff, case, "finish", on="2024-07-05", nos=[1])

    assert (paid.status_code, done.status_code) == (200, 409)
    assert done.json()["code"] == "money.not_settled"
    assert "1.500.000.000 đồng" in done.json()["message"]
    after = bailiff.get(case).json()
    assert (after["case"]["remaining"], after["seq"]) == (0, seq + 1)
    assert bailiff.get(f"{case}/account").json()["total"] == 1_500_000_000


@pytest.mark.parametrize(
    ("name", "payload", "status", "code"),
    [
        (
            "collect_money",
            {"on": "2024-07-04", "parts": [{"no": 1, "amount": 9_000_000_000}]},
            409,
            "cases.amount_over_rest",
        ),
        ("collect_money", {"on": "2024-07-04", "parts": [{"no": 1, "amount": -5}]}, 422, "api.invalid"),
        ("collect_money", {"on": "2024-07-04", "parts": [{"no": 1, "amout": 5}]}, 422, "api.invalid"),
        ("collect_money", {"on": "2024-07-04", "parts": [{"no": 1, "amount": "nhiều"}]}, 422, "api.invalid"),
        (
            "collect_money",
            {"on": "2031-07-04", "parts": [{"no": 1, "amount": 5}]},
            409,
            "cases.in_the_future",
        ),
        ("collect_money", {"parts": [{"no": 1, "amount": 5}]}, 422, "api.invalid"),
        ("finish", {"on": "2024-07-04"}, 409, "cases.still_owed"),
        ("finish", {"on": "2024-07-04", "expected_seq": 1}, 409, "ledger.changed_meanwhile"),
        ("decide_unable", {"on": "2024-07-04", "ground": "no_income_no_assets"}, 403, "access.not_your_role"),
        ("finish", {"on": "hôm nay"}, 422, "api.invalid"),
    ],
)
def test_what_is_not_lawful_or_not_right_is_refused_in_words(
    name: str, payload: dict[str, Any], status: int, code: str, bailiff: Client, address: Address
) -> None:
    case = address("HL.A", "105")
    before = bailiff.get(case).json()["seq"]

    answer = act(bailiff, case, name, **payload)

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["message"].rstrip(")").endswith(".") or answer.json()["basis"]
    assert bailiff.get(case).json()["seq"] == before


def test_a_refusal_carries_its_article(bailiff: Client, address: Address) -> None:
    answer = act(bailiff, address("HL.A", "105"), "finish", on="2024-07-04")

    assert "L08 Đ52" in answer.json()["basis"]


def test_a_mistake_is_taken_back_by_its_place_in_the_timeline(head: Client, address: Address) -> None:
    case = address("HL.A", "104")

    answer = act(head, case, "cancel_fact", seq=3, on="2024-07-05", reason="Ghi nhầm việc")
    missing = act(head, case, "cancel_fact", seq=99, on="2024-07-05", reason="Ghi nhầm việc")

    assert answer.status_code == 200
    assert head.get(case).json()["case"]["status"] == "voluntary"
    assert (missing.status_code, missing.json()["code"]) == (409, "cases.nothing_to_cancel")


def test_writing_without_the_token_is_refused(head: Client, address: Address) -> None:
    del head.defaults["HTTP_X_CSRFTOKEN"]

    answer = act(head, address("HL.A", "105"), "finish", on="2024-07-05")

    assert (answer.status_code, answer.json()["code"]) == (403, "api.csrf")


def test_what_is_no_json_is_told(head: Client, address: Address) -> None:
    broken = head.post(
        f"{address('HL.A', '105')}/acts/finish", data=b'{"on": ', content_type="application/json"
    )
    latin = head.post(
        f"{address('HL.A', '105')}/acts/finish", data=b'{"on": "\xff"}', content_type="application/json"
    )

    assert {broken.status_code, latin.status_code} == {400}
    assert broken.json()["code"] == latin.json()["code"] == "api.body_unreadable"


def test_an_unknown_address_is_told_in_the_same_shape(head: Client) -> None:
    answer = head.get("/api/no/such/thing")

    assert (answer.status_code, answer.json()["code"]) == (404, "api.not_found")


def test_a_judgment_comes_in_and_becomes_a_case(head: Client) -> None:
    judgment = head.post(
        "/api/judgments",
        data={
            "agency": "HL", "number": "90/2024/HS-ST", "issued_on": "2024-05-02",
            "court": "TAND tỉnh Hải Long",
            "kind": "criminal", "received_on": "2024-07-02",
            "parties": [{"role": "debtor", "name": "Kiều Văn Mẫu"}],
            "duties": [{"kind": "court_fee", "amount": 200_000, "debtor": "Kiều Văn Mẫu"}],
        },
        content_type="application/json",
    )  # fmt: skip
    assert judgment.status_code == 200, judgment.content
    where = f"/api/judgments/{judgment.json()['id']}/decisions"

    opened = head.post(where, data={"on": "2024-07-03", "bailiff": "HL-01"}, content_type="application/json")

    assert opened.status_code == 200, opened.content
    case = head.get(f"/api/cases/{opened.json()['id']}").json()
    assert case["case"]["debtor"] == "Kiều Văn Mẫu"
    assert head.get("/api/judgments?waiting=false").json()["total"] == 1
