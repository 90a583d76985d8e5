"""Papers and masters on screen: who opens them, how a paper looks, what is told when a file is not right."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from rooms.cases.office import BAILIFF, DISTRICT, FEE, OTHER, Office, day, viewer
from thads.enforcement.documents import actions, pdf
from thads.enforcement.documents.choosing import shipped_docx
from thads.enforcement.documents.numbering import next_number
from thads.enforcement.documents.rules.masters import parse_master
from thads.enforcement.documents.rules.pages import Subject
from thads.enforcement.documents.rules.papers import paper_kind
from thads.enforcement.documents.shipped import source_path
from thads.enforcement.documents.word.building import build
from thads.foundation.access.rules.viewer import Role
from thads.foundation.audit.models import AuditEntry

SignedIn = Callable[..., Client]
SUMMONS = ("summons", "common")
TOLD = {
    "on": "28/06/2024", "round": "1", "bases": "Quyết định thi hành án số 1/QĐ-CCTHADS",
    "person_name": "Nguyễn Văn <Ánh>", "person_address": "xã Kim Bình",
    "person_capacity": "người phải thi hành án",
    "time_of_day": "08 giờ 00", "come_on": "05/07/2024", "come_to": "trụ sở", "purpose": "giải quyết",
}  # fmt: skip


@pytest.fixture
def case_id(office: Office) -> UUID:
    return office.ex_officio("2024-06-03", FEE)


@pytest.fixture
def paper_id(case_id: UUID) -> UUID:
    person = viewer(Role.BAILIFF, staff=BAILIFF)
    fields = {
        "about": "xác minh", "addressee": "UBND xã Kim Bình",
        "paragraphs": [{"text": "Đề nghị cung cấp thông tin về <ông Ánh>."}],
    }  # fmt: skip
    return actions.issue(
        viewer=person, agency=DISTRICT, kind="official_letter", on=day("2024-06-28"), fields=fields,
        subject=Subject("case", case_id),
    ).paper_id  # fmt: skip


def edited(old: str, new: str) -> bytes:
    source = source_path(*SUMMONS).read_text(encoding="utf-8")
    assert old in source
    return build(parse_master(source.replace(old, new)), title="Mẫu của cơ quan")


def upload(client: Client, content: bytes, **more: str) -> object:
    file = SimpleUploadedFile("mau.docx", content)
    given = {"file": file, "valid_from": "28/06/2024", **more}
    return client.post(reverse("web:upload_master", args=SUMMONS), given, follow=True)


def test_a_paper_is_shown_as_it_went_out_and_reading_it_is_noted(signed_in: SignedIn, paper_id: UUID) -> None:
    page = signed_in(Role.BAILIFF).get(reverse("web:paper", args=(paper_id,))).content.decode()

    for words in ("Số: 1/CV-CCTHADS", "V/v xác minh", "Đề nghị cung cấp", "Lê Văn Chấp", "hồ sơ tài liệu"):
        assert words in page
    assert "&lt;ông Ánh&gt;" in page
    assert AuditEntry.objects.filter(verb="documents.read_paper", subject=str(paper_id)).count() == 1


def test_a_paper_is_handed_out_as_a_file_to_keep(signed_in: SignedIn, paper_id: UUID) -> None:
    answer = signed_in(Role.BAILIFF).get(reverse("web:paper_docx", args=(paper_id,)))

    assert answer.content.startswith(b"PK")
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''1-CV-CCTHADS")


def test_without_libreoffice_the_page_says_so_and_offers_the_docx(
    signed_in: SignedIn, paper_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "converter", lambda: None)
    client = signed_in(Role.BAILIFF)

    page = client.get(reverse("web:paper", args=(paper_id,))).content.decode()

    assert "chưa cài LibreOffice" in page
    assert reverse("web:paper_pdf", args=(paper_id,)) not in page
    assert client.get(reverse("web:paper_pdf", args=(paper_id,))).status_code == 422


def test_a_paper_out_of_sight_looks_like_one_that_does_not_exist(
    signed_in: SignedIn, paper_id: UUID, case_id: UUID
) -> None:
    stranger = signed_in(Role.BAILIFF, OTHER)

    for name in ("paper", "paper_docx", "paper_pdf"):
        assert stranger.get(reverse(f"web:{name}", args=(paper_id,))).status_code == 404
        assert stranger.get(reverse(f"web:{name}", args=(uuid4(),))).status_code == 404
    assert stranger.get(reverse("web:case_file", args=(case_id,))).status_code == 404
    assert stranger.get(reverse("web:new_paper", args=(case_id, "summons"))).status_code == 404
    assert "UBND" not in stranger.get(reverse("web:papers")).content.decode()


def test_papers_are_found_by_words_without_marks(signed_in: SignedIn, paper_id: UUID) -> None:
    client = signed_in(Role.BAILIFF)

    assert str(paper_id) in client.get(reverse("web:papers"), {"q": "kim binh"}).content.decode()
    assert "Không có văn bản nào" in client.get(reverse("web:papers"), {"q": "khac"}).content.decode()


# ---------------------------------------------------------------- the file of a case


def test_a_document_is_taken_into_the_file_under_the_next_number(
    signed_in: SignedIn, case_id: UUID, paper_id: UUID
) -> None:
    client, address = signed_in(Role.CLERK), reverse("web:case_file", args=(case_id,))
    file = SimpleUploadedFile("Biên bản.pdf", b"%PDF-1.7 ...")
    given = {
        "title": "Biên bản xác minh",
        "received_on": "28/06/2024",
        "rank": "other",
        "sheets": "2",
        "file": file,
    }

    first = client.get(address).context["file"].next_folio
    page = client.post(address, given, follow=True).content.decode()

    assert "Đã nhận tài liệu vào hồ sơ." in page
    assert f"{first}–{first + 1}" in " ".join(page.split())
    link = page.split("/tai-lieu/")
    file_id = next(part[:36] for part in link[1:] if part[8:9] == "-")
    kept = client.get(reverse("web:received_file", args=(file_id,)))
    assert kept.content == b"%PDF-1.7 ..."
    assert kept.headers["Content-Disposition"].startswith("attachment")
    assert kept.headers["X-Content-Type-Options"] == "nosniff"
    assert AuditEntry.objects.filter(verb="documents.read_file").count() == 1


def test_a_page_dressed_as_a_picture_is_refused_beside_the_file(signed_in: SignedIn, case_id: UUID) -> None:
    file = SimpleUploadedFile("anh.png", b"<html><script>")
    given = {"title": "Ảnh", "received_on": "28/06/2024", "rank": "other", "sheets": "1", "file": file}

    answer = signed_in(Role.CLERK).post(reverse("web:case_file", args=(case_id,)), given)

    assert answer.status_code == 422
    assert "nội dung không phải là ảnh PNG" in answer.content.decode()


def test_who_may_not_receive_is_offered_no_form(signed_in: SignedIn, case_id: UUID) -> None:
    page = signed_in(Role.STATISTICIAN).get(reverse("web:case_file", args=(case_id,))).content.decode()

    assert "Nhận tài liệu vào hồ sơ" not in page
    assert "Giấy triệu tập" not in page


# ---------------------------------------------------------------- a paper of one's own


def test_a_summons_is_seen_as_a_draft_before_it_is_issued(signed_in: SignedIn, case_id: UUID) -> None:
    client, address = signed_in(Role.BAILIFF), reverse("web:new_paper", args=(case_id, "summons"))
    draft = client.post(address, {**TOLD, "preview": ""}).content.decode()
    issued = client.post(address, {**TOLD, "issue": ""}, follow=True).content.decode()

    assert "DỰ THẢO" in draft
    assert "Số: ……" in draft
    assert "CHẤP HÀNH VIÊN" in draft
    assert "Số: 1/GTT-CCTHADS" in issued
    assert "Nguyễn Văn &lt;Ánh&gt;" in issued
    assert "ngày 05 tháng 7 năm 2024" in issued


def test_what_is_left_out_is_asked_for_beside_its_field(signed_in: SignedIn, case_id: UUID) -> None:
    address = reverse("web:new_paper", args=(case_id, "summons"))

    answer = signed_in(Role.BAILIFF).post(address, {**TOLD, "person_name": "", "issue": ""})

    assert answer.status_code == 422
    assert "Hãy nhập “Họ tên người được triệu tập”." in answer.content.decode()


def test_a_paper_of_a_step_or_an_unknown_one_is_not_written_by_hand(
    signed_in: SignedIn, case_id: UUID
) -> None:
    answer = signed_in(Role.BAILIFF).get(reverse("web:new_paper", args=(case_id, "dance")))

    assert answer.status_code == 422
    assert "Không có loại văn bản" in answer.content.decode()


# ---------------------------------------------------------------- masters


def test_the_list_and_the_page_of_a_master_tell_its_fields(signed_in: SignedIn) -> None:
    client = signed_in(Role.CLERK)
    listed = client.get(reverse("web:masters")).content.decode()
    page = client.get(reverse("web:master", args=SUMMONS)).content.decode()

    assert reverse("web:master", args=SUMMONS) in listed
    for words in ("{{ person_name }}", "Họ tên người được triệu tập", "{{ come_on|day }}", "GIẤY TRIỆU TẬP"):
        assert words in page


def test_the_master_handed_out_can_be_edited_and_taken_back(signed_in: SignedIn, case_id: UUID) -> None:
    client = signed_in(Role.CLERK)
    file = client.get(reverse("web:master_file", args=SUMMONS))
    assert file.content == shipped_docx(paper_kind("summons"), paper_kind("summons").variants[0])

    page = upload(client, edited("triệu tập:", "yêu cầu có mặt:")).content.decode()

    assert "Đã nhận mẫu, lần áp dụng số 1." in page
    assert "yêu cầu có mặt:" in page
    back = client.post(reverse("web:restore_master", args=SUMMONS), {"number": "0"}, follow=True)
    assert "Đã dùng lại mẫu, lần áp dụng số 2." in back.content.decode()
    assert "triệu tập:" in back.content.decode()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK no document", "không phải là văn bản Word"),
        (edited("{{ person_name }}", "{{ ho_ten }}"), "Trường “ho_ten” không có"),
    ],
)
def test_a_master_that_is_not_right_is_refused_in_words(
    signed_in: SignedIn, content: bytes, words: str
) -> None:
    answer = upload(signed_in(Role.CLERK), content)

    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_no_file_chosen_is_told(signed_in: SignedIn) -> None:
    address = reverse("web:upload_master", args=SUMMONS)

    answer = signed_in(Role.CLERK).post(address, {"valid_from": "28/06/2024"})

    assert "Hãy chọn tệp .docx của mẫu." in answer.content.decode()


@pytest.mark.parametrize("role", [Role.BAILIFF, Role.STATISTICIAN, Role.AUDITOR])
def test_masters_are_for_those_who_keep_them(signed_in: SignedIn, role: Role) -> None:
    assert signed_in(role).get(reverse("web:masters")).status_code == 403
    assert signed_in(role).get(reverse("web:master", args=SUMMONS)).status_code == 403


def test_masters_of_an_agency_out_of_sight_are_not_found(signed_in: SignedIn) -> None:
    assert signed_in(Role.CLERK).get(reverse("web:masters"), {"agency": OTHER}).status_code == 404


def test_a_master_that_does_not_exist_is_told(signed_in: SignedIn) -> None:
    answer = signed_in(Role.CLERK).get(reverse("web:master", args=("dance", "common")))

    assert answer.status_code == 422


# ---------------------------------------------------------------- series and symbols


def test_a_number_is_voided_and_a_symbol_laid_down_on_screen(signed_in: SignedIn) -> None:
    next_number(DISTRICT, "plan", day("2024-06-28"))
    client, address = signed_in(Role.AGENCY_HEAD), reverse("web:number_series")
    told = {"void": "", "series": "plan/2024", "number": "1", "reason": "Viết nhầm"}

    voided = client.post(address, told, follow=True).content.decode()
    again = client.post(address, told)
    written = client.post(
        address, {"write": "", "symbol": "THADS-CH", "valid_from": "28/06/2024"}, follow=True
    ).content.decode()

    assert "Đã ghi hủy số 1" in voided
    assert again.status_code == 422
    assert "đã hủy ngày 28/06/2024" in again.content.decode()
    assert "Ký hiệu văn bản là THADS-CH." in written
