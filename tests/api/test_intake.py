"""Intake over REST: a judgment, its proposals, all decisions, a request; the list of the switch."""

from collections.abc import Callable

import pytest
from django.test import Client

JUDGMENT = {
    "agency": "HL.A", "number": "77/2024/HS-ST", "issued_on": "2024-06-03", "court": "TAND huyện An Mẫu",
    "kind": "criminal", "received_on": "2024-07-01", "manner": "post", "papers": ["Bản án"],
    "parties": [
        {"role": "debtor", "name": "Lò Văn Páo", "born": "1985"},
        {"role": "debtor", "name": "Bùi Văn Nợ"},
        {"role": "creditor", "name": "Hà Thị Mai", "bank_account": "1 BIDV"},
    ],
    "duties": [
        {"kind": "court_fee", "amount": 200000, "debtor": "Lò Văn Páo"},
        {"kind": "fine", "amount": 5000000, "debtor": "Lò Văn Páo"},
        {"kind": "court_fee", "amount": 300000, "debtor": "Bùi Văn Nợ"},
        {
            "kind": "contract", "amount": 9000, "debtor": "Bùi Văn Nợ", "creditor": "Hà Thị Mai",
            "interest": {"yearly": 950, "since": "2024-06-03"},
            "instalments": [
                {"due_on": "2024-07-01", "amount": 4000}, {"due_on": "2024-12-01", "amount": 5000},
            ],
        },
    ],
}  # fmt: skip


@pytest.fixture
def send(head: Client) -> Callable[..., object]:
    def send(address: str, data: object, status: int = 200) -> object:
        answer = head.post(f"/api{address}", data=data, content_type="application/json")
        assert answer.status_code == status, answer.json()
        return answer.json()

    return send


def test_a_judgment_is_received_proposed_and_decided_on_as_the_law_groups_it(
    head: Client, send: Callable[..., dict[str, object]]
) -> None:
    found = send("/judgments", JUDGMENT)["id"]
    proposed = head.get(f"/api/judgments/{found}/proposals?on=2024-07-04").json()

    done = send(f"/judgments/{found}/decisions/all", {"on": "2024-07-04"})
    again = send(f"/judgments/{found}/decisions/all", {"on": "2024-07-04"}, 409)

    assert [(one["group"]["kind"], one["group"]["nos"]) for one in proposed] == [
        ("several_duties", [1, 2]), ("common", [3]),
    ]  # fmt: skip
    assert len(done["ids"]) == 2  # type: ignore[arg-type]
    assert again["code"] == "cases.no_duty_waits"
    page = head.get(f"/api/judgments/{found}").json()
    assert page["owes_court_notice"]
    assert page["duties"][3]["interest"] == {"yearly": 950, "since": "2024-06-03"}


def test_instalments_not_due_wait_for_another_decision(send: Callable[..., dict[str, object]]) -> None:
    found = send("/judgments", JUDGMENT)["id"]
    asked = send(
        f"/judgments/{found}/requests",
        {
            "requester": "Hà Thị Mai", "requested_on": "2024-07-04", "received_on": "2024-07-04",
            "duty_nos": [4], "channel": "oral", "content": "Biên bản ghi lời yêu cầu",
            "excluded": [{"cause": "obstacle", "since": "2024-01-01", "until": "2024-02-01"}],
        },
    )["id"]  # fmt: skip

    done = send("/requests/decisions", {"request_ids": [asked], "on": "2024-07-04"})
    twice = send(
        f"/requests/{asked}/limitation", {"on": "2024-07-04", "is_accepted": True, "ground": "x"}, 409
    )

    assert len(done["ids"]) == 1  # type: ignore[arg-type]
    assert twice["code"] == "cases.request_settled"


def test_persons_and_loads_are_asked_for(head: Client) -> None:
    loads = head.get("/api/agencies/HL.A/bailiff-loads").json()
    cases = head.get("/api/cases?agency=HL.A").json()["rows"]
    known = head.get("/api/known-parties", {"name": cases[0]["debtor"]}).json()

    assert {"code", "name", "open_cases", "remaining"} == set(loads[0])
    assert known[0]["likeness"] == "same_name"
    assert head.get("/api/known-parties?ten=x").status_code == 422


def test_the_list_of_the_switch_is_a_dry_run_until_the_switch(
    head: Client, send: Callable[..., dict[str, object]]
) -> None:
    duties = [duty for duty in JUDGMENT["duties"] if duty["kind"] == "court_fee"]  # type: ignore[index]
    found = send("/judgments", {**JUDGMENT, "duties": duties})["id"]
    case = send(f"/judgments/{found}/decisions", {"on": "2024-07-04"})["id"]

    rows = head.get("/api/transition?agency=HL&on=2026-07-01&task=several_debtors").json()
    (row,) = [one for one in rows if one["case_id"] == case]
    assert (row["finding"]["proposal"], row["reviewed_on"]) == ("stays", None)

    choice = {"case_id": case, "task": "several_debtors", "reason": "chờ"}
    early = send("/transition", {"agency": "HL", "on": "2024-07-04", "declined": [choice]}, 409)

    assert early["code"] == "cases.transition_too_early"
    assert head.get("/api/transition?agency=XX").status_code == 404
