"""Papers over REST: the kinds, a draft, a letter issued and read, nothing out of sight."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from thads.foundation.audit.models import AuditEntry

Address = Callable[[str, str], str]
LETTER = {
    "agency": "HL", "kind": "official_letter", "on": "2024-07-05",
    "fields": {"about": "xác minh", "addressee": "UBND xã", "paragraphs": [{"text": "Đề nghị cung cấp."}]},
}  # fmt: skip


def post(client: Client, address: str, told: object) -> object:
    return client.post(address, told, content_type="application/json")


def test_kinds_tell_their_fields(head: Client) -> None:
    kinds = {one["code"]: one for one in head.get("/api/papers/kinds").json()}

    paragraphs = next(one for one in kinds["official_letter"]["fields"] if one["name"] == "paragraphs")
    assert paragraphs["kind"] == "rows"
    assert [one["name"] for one in paragraphs["columns"]] == ["text"]


def test_a_draft_takes_no_number_and_a_letter_does(head: Client) -> None:
    draft = post(head, "/api/papers/preview", LETTER).json()
    issued = post(head, "/api/papers", LETTER).json()
    page = head.get(f"/api/papers/{issued['id']}").json()
    file = head.get(f"/api/papers/{issued['id']}/docx")

    assert "Số: ……" in draft["text"]
    assert issued["number"].startswith("1/CV-")
    assert "Đề nghị cung cấp." in page["text"]
    assert page["paper"]["number"] == issued["number"]
    assert file.content.startswith(b"PK")
    assert AuditEntry.objects.filter(verb="documents.read_paper").count() == 2


def test_a_day_is_written_as_iso_and_anything_else_refused_by_name(head: Client) -> None:
    fields = {
        "round": 1, "bases": [], "person_name": "A", "person_address": "B", "person_capacity": "C",
        "time_of_day": "8 giờ", "come_on": "2024-07-08", "come_to": "D", "purpose": "E",
    }  # fmt: skip
    told = {**LETTER, "kind": "summons", "fields": fields}

    assert "ngày 08 tháng 7 năm 2024" in post(head, "/api/papers/preview", told).json()["text"]
    wrong = post(head, "/api/papers/preview", {**told, "fields": {**fields, "come_on": "mai"}})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "documents.field_wrong")


@pytest.mark.parametrize("path", ["", "/docx", "/pdf"])
def test_a_paper_that_is_not_in_sight_is_not_found(head: Client, path: str) -> None:
    answer = head.get(f"/api/papers/{uuid4()}{path}")

    assert (answer.status_code, answer.json()["code"]) == (404, "documents.not_found")


def test_the_papers_and_the_file_of_a_case(head: Client, address: Address) -> None:
    case = address("HL.A", "105")
    case_id = case.rsplit("/", 1)[-1]
    issued = post(head, "/api/papers", {**LETTER, "agency": "HL", "case_id": case_id}).json()

    assert [one["id"] for one in head.get(f"{case}/papers").json()] == [issued["id"]]
    file = head.get(f"{case}/file").json()
    assert [one["first_folio"] for one in file["documents"]] == [1]
    assert head.get(f"/api/cases/{uuid4()}/file").status_code == 404
