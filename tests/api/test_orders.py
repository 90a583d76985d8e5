"""Acts of the life cycle, orders to send and the month's endings over REST."""

from collections.abc import Callable

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
Address = Callable[[str, str], str]


def act(client: Client, address: str, name: str, **payload: object) -> object:
    return client.post(f"{address}/acts/{name}", data=payload, content_type="application/json")


def test_a_measure_is_ordered_shown_and_ended(bailiff: Client, address: Address) -> None:
    case = address("HL.A", "105")
    ordered = act(bailiff, case, "order_security", on="2024-07-04", measure="freeze", subject="Tài khoản")

    assert ordered.status_code == 200, ordered.content
    (measure,) = bailiff.get(case).json()["measures"]
    assert (measure["no"], measure["kind"], measure["ended_on"]) == (1, "freeze", None)
    wrong = act(bailiff, case, "end_measure", on="2024-07-05", no=2, ground="applicant_asks")
    assert (wrong.status_code, wrong.json()["code"]) == (409, "cases.measure_unknown")
    assert (
        act(bailiff, case, "end_measure", on="2024-07-05", no=1, ground="applicant_asks").status_code == 200
    )


def test_what_an_order_owes_is_listed_and_sent(bailiff: Client, address: Address) -> None:
    case = address("HL.A", "105")
    act(bailiff, case, "order_security", on="2024-07-04", measure="freeze", subject="Tài khoản")
    (row,) = bailiff.get("/api/orders/owed").json()["rows"]

    sent = bailiff.post(
        "/api/orders/sent",
        data={
            "orders": [{"case_id": row["case_id"], "of": row["seq"]}], "to": row["owes"], "on": "2024-07-05",
        },
        content_type="application/json",
    )  # fmt: skip

    assert sent.json() == {"sent": len(row["owes"])}
    assert bailiff.get("/api/orders/owed").json()["total"] == 0


def test_the_cases_that_ended_in_a_month(head: Client) -> None:
    rows = head.get("/api/cases/ended?agency=HL.A&month=2024-02-01").json()["rows"]

    assert [(row["number"], row["status"], row["closed_on"]) for row in rows] == [
        ("101", "performed", "2024-02-05")
    ]
    assert head.get("/api/cases/ended?agency=XX&month=2024-02-01").status_code == 404
