"""Register 06 over REST: what another agency passed on is listed, received, decided on."""

from uuid import uuid4

from django.test import Client


def test_what_is_passed_on_is_received_and_decided_on(head: Client) -> None:
    case = next(row for row in head.get("/api/cases?group=working&agency=HL.A").json()["rows"])
    sent = {"on": "2024-07-04", "to_agency": "HL.B"}
    done = head.post(f"/api/cases/{case['id']}/acts/delegate_out", data=sent, content_type="application/json")
    assert done.status_code == 200, done.json()

    listed = head.get("/api/incoming?waiting=true&agency=HL.B").json()
    (row,) = [one for one in listed["rows"] if one["sent_on"] == "2024-07-04"]
    assert (row["from_agency"], row["debtor"], row["case_id"]) == ("HL.A", case["debtor"], None)
    assert sum(duty["amount"] for duty in row["duties"]) == case["remaining"]

    given = {"received_on": "2024-07-05", "on": "2024-07-05"}
    address = f"/api/incoming/{row['id']}/decision"
    taken = head.post(address, data=given, content_type="application/json")
    again = head.post(address, data=given, content_type="application/json")

    new = head.get(f"/api/cases/{taken.json()['id']}").json()
    assert (new["route"], new["from_agency"]) == ("delegated_in", "HL.A")
    assert (again.status_code, again.json()["code"]) == (409, "cases.incoming_settled")


def test_what_did_not_come_is_not_found(head: Client) -> None:
    answer = head.post(
        f"/api/incoming/{uuid4()}/receipt",
        data={"received_on": "2024-07-05"},
        content_type="application/json",
    )

    assert (answer.status_code, answer.json()["code"]) == (404, "cases.incoming_not_found")
