"""Signers and delegations of signature over the interface."""

from collections.abc import Callable

from django.test import Client

from thads.foundation.access.rules.viewer import Role
from thads.foundation.organisation import actions
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.models import SigningDelegation

SignIn = Callable[[str], Client]
PAPER = {
    "agency": "HL", "receiver": "HL-09", "paper_no": "3/QĐ-UQ", "paper_on": "2024-07-05",
    "valid_from": "2024-07-05", "acts": ["unable"],
}  # fmt: skip


def give_deputy(now) -> None:
    operator = organisation.operator(at=now, on=now.date())
    actions.enrol_staff(viewer=operator, code="HL-09", full_name="Ngô Thị Phó", agency="HL")
    actions.appoint(viewer=operator, staff_code="HL-09", role=Role.DEPUTY_HEAD, agency="HL", since=now.date())


def test_the_signers_of_an_act_are_listed(head: Client) -> None:
    answer = head.get("/api/signers", {"act": "unable", "agency": "HL", "on": "2024-07-05"})

    assert answer.status_code == 200
    (signer,) = answer.json()["signers"]
    assert (signer["name"], signer["how"], signer["basis"]) == ("Vũ Thị Trưởng", "S", "L08 Đ44a")


def test_a_delegation_is_given_listed_used_and_ended(head: Client, now) -> None:
    give_deputy(now)
    given = head.post("/api/signing/delegations", PAPER, content_type="application/json")
    assert given.status_code == 200, given.content

    rows = head.get("/api/signing/delegations", {"agency": "HL"}).json()["rows"]
    assert [(row["id"], row["receiver_name"], row["works"]) for row in rows] == [
        (given.json()["id"], "Ngô Thị Phó", True)
    ]
    signers = head.get("/api/signers", {"act": "unable", "agency": "HL"}).json()["signers"]
    assert [(one["staff"], one["how"], one["delegation_no"]) for one in signers] == [
        ("HL-00", "S", ""),
        ("HL-09", "D", "3/QĐ-UQ"),
    ]
    ended = head.post(
        f"/api/signing/delegations/{given.json()['id']}/end",
        {"until": "2024-07-08", "reason": "phân công lại"}, content_type="application/json",
    )  # fmt: skip
    assert ended.status_code == 200
    assert SigningDelegation.objects.get().end_reason == "phân công lại"


def test_what_the_law_does_not_let_delegate_is_a_conflict_with_its_article(head: Client, now) -> None:
    give_deputy(now)
    answer = head.post(
        "/api/signing/delegations", PAPER | {"acts": ["denunciation"]}, content_type="application/json"
    )

    assert answer.status_code == 409
    assert answer.json()["code"] == "organisation.act_not_delegable"
    assert answer.json()["basis"] == "L08 Đ157"


def test_out_of_sight_unknown_and_forbidden_have_their_status(sign_in: SignIn, head: Client, now) -> None:
    give_deputy(now)
    bailiff = sign_in("chv.hla")

    assert bailiff.get("/api/signers", {"act": "unable", "agency": "HL"}).status_code == 404
    assert head.get("/api/signers", {"act": "dance", "agency": "HL"}).status_code == 404
    assert head.get("/api/signers", {"act": "unable", "agency": "HL", "day": "1"}).status_code == 422
    own = PAPER | {"agency": "HL.A"}
    assert bailiff.post("/api/signing/delegations", own, content_type="application/json").status_code == 403
