"""Documents that come in: numbered right after receipt, kept by their hash, read by those in sight."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings

from rooms.cases.office import DISTRICT, OTHER, Office, day, viewer
from rooms.documents.deferring import CASE, another_case, head, issue
from thads.enforcement.documents import actions, files, queries
from thads.enforcement.documents.models import ReceivedFile
from thads.enforcement.documents.rules.pages import Subject
from thads.enforcement.documents.rules.papers import FolioRank
from thads.foundation.access.rules.viewer import Role
from thads.kernel.refusals import Refusal

PDF = b"%PDF-1.7 bien ban"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path) -> object:
    with override_settings(HOME=tmp_path):
        yield


def receive(title: str = "Biên bản xác minh", **more: object) -> object:
    told: dict[str, object] = {
        "agency": DISTRICT, "subject": Subject("case", CASE), "name": "Biên bản.pdf", "content": PDF,
        "title": title, "received_on": day("2024-06-28"), **more,
    }  # fmt: skip
    return actions.receive_file(viewer=told.pop("viewer", viewer(Role.CLERK)), **told)  # type: ignore[arg-type]


def test_a_document_takes_the_next_folio_number(office: Office) -> None:
    issue()
    receive("Bản án", rank=FolioRank.JUDGMENT, sheets=8)
    receive("Biên bản xác minh", sheets=3)
    receive("Đơn đề nghị")

    found = queries.case_file(head(), agency=DISTRICT, subject_kind="case", subject_id=CASE)

    assert [(one.title, one.first_folio, one.last_folio) for one in found.documents] == [
        ("Bản án", 2, 2),
        ("Quyết định hoãn thi hành án số 1/QĐ-CCTHADS", 1, 1),
        ("Biên bản xác minh", 3, 5),
        ("Đơn đề nghị", 6, 6),
    ]
    assert (found.next_folio, found.findings) == (7, ())


def test_a_stamped_number_is_kept_and_a_gap_is_told(office: Office) -> None:
    receive("Biên bản", folio=1)
    receive("Thư", folio=4)

    found = queries.case_file(head(), agency=DISTRICT, subject_kind="case", subject_id=CASE)

    assert [one.message for one in found.findings] == [
        "Thiếu bút lục từ 2 đến 3 trước “Thư”; hãy kiểm tra hồ sơ. (T04 Đ31)"
    ]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"folio": 2}, "documents.folio_taken"),
        ({"folio": 0}, "documents.folio_wrong"),
        ({"sheets": 0}, "documents.sheets_wrong"),
        ({"title": " "}, "documents.title_missing"),
        ({"received_on": date(2024, 6, 29)}, "documents.received_later"),
        ({"name": "a.html", "content": b"<html>"}, "documents.format_not_taken"),
        ({"name": "a.docx", "content": b"PK\x03\x04 no document"}, "documents.not_docx"),
    ],
)
def test_what_is_not_right_is_refused_and_nothing_is_kept(
    office: Office, more: dict[str, object], code: str
) -> None:
    receive("Biên bản", sheets=3)

    with pytest.raises(Refusal) as refused:
        receive(**{"title": "Thư", **more})  # type: ignore[arg-type]

    assert refused.value.code == code
    assert ReceivedFile.objects.count() == 1


def test_the_bytes_lie_in_the_home_once_by_their_hash(office: Office) -> None:
    first, second = receive(), receive(subject=Subject("case", another_case()))

    (place,) = [path for path in (Path(settings.HOME) / "files").rglob("*") if path.is_file()]
    assert place.read_bytes() == PDF
    assert queries.received_file(head(), first).content == queries.received_file(head(), second).content


def test_bytes_changed_behind_our_back_are_not_handed_out(office: Office) -> None:
    file_id = receive()
    sha256 = files.sha256_of(PDF)
    (Path(settings.HOME) / "files" / sha256[:2] / sha256[2:]).write_bytes(b"%PDF-1.7 khac")

    with pytest.raises(Refusal, match="khôi phục"):
        queries.received_file(head(), file_id)


def test_a_document_out_of_sight_is_not_found(office: Office) -> None:
    file_id = receive()

    with pytest.raises(Refusal, match="Không tìm thấy tài liệu"):
        queries.received_file(head(agency=OTHER), file_id)
    with pytest.raises(Refusal, match="Không tìm thấy tài liệu"):
        actions.read_file(viewer=head(agency=OTHER), file_id=file_id)
    with pytest.raises(Refusal, match="phạm vi"):
        receive(viewer=head(agency=OTHER))


def test_a_name_is_handed_out_as_it_came(office: Office) -> None:
    file_id = receive(name="../../Biên bản số 1.pdf")

    found = queries.received_file(head(), file_id)

    assert (found.name, found.media_type) == ("Biên bản số 1.pdf", "application/pdf")
