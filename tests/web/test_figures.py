"""Screens of figures: forms whose cells open their cases, results held against targets, reports checked."""

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from rooms.cases.office import FEE, FINE, Office
from thads.foundation.access.rules.viewer import Role
from thads.foundation.organisation.models import AgencyVersion
from thads.interfaces.web.forms import SHOWN
from thads.interfaces.web.screens import PLACES, Screen
from thads.interfaces.web.templatetags.figures import cited

SignedIn = Callable[..., Client]
NINE_MONTHS = {"agency": "TQ.CH", "period": "FY2024/9M"}
WRONG = (
    "Sáu tháng đầu năm 2024, các cơ quan THADS tỉnh Hà Nam đã thi hành xong 500 việc/1.000 việc có điều "
    "kiện, đạt tỷ lệ 62,00%."
)


@pytest.fixture
def two_cases(office: Office) -> None:
    office.ex_officio("2024-06-03", FEE)
    office.ex_officio("2024-06-04", FINE, number="16/2023/HS-ST")


def text_of(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined]


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", [Screen.FORMS, Screen.RESULTS, Screen.CHECKER])
def test_a_screen_of_figures_opens_for_its_roles_only(signed_in: SignedIn, name: Screen, role: Role) -> None:
    answer = signed_in(role).get(reverse(f"web:{name}"))

    assert answer.status_code == (200 if role in PLACES[name].roles else 403)


@pytest.mark.parametrize("code", SHOWN)
def test_every_form_is_shown_with_its_identities_kept(
    signed_in: SignedIn, two_cases: None, code: str
) -> None:
    page = text_of(signed_in(Role.STATISTICIAN).get(reverse("web:forms"), {**NINE_MONTHS, "form": code}))

    assert "đều khớp" in page
    assert "kỳ chưa hết" in page
    assert "28/06/2024" in page


@pytest.mark.parametrize(("page", "shown"), [("1", 1), ("2", 1), ("9", 1), ("x", 1)])
def test_the_cases_of_a_number_are_shown_by_the_page(
    signed_in: SignedIn, two_cases: None, monkeypatch: pytest.MonkeyPatch, page: str, shown: int
) -> None:
    monkeypatch.setattr("thads.interfaces.web.forms.PAGE_SIZE", 1)
    asked = {**NINE_MONTHS, "form": "TT05/2024-04", "row": "TQ.CH", "cell": "c1", "page": page}

    answer = text_of(signed_in(Role.STATISTICIAN).get(reverse("web:form_cell"), asked))

    assert answer.count("<tr data-row-link>") == shown
    assert re.search(r'data-figure="cases">2<', answer)


def test_a_number_opens_exactly_so_many_cases(signed_in: SignedIn, two_cases: None) -> None:
    client = signed_in(Role.STATISTICIAN)
    page = text_of(client.get(reverse("web:forms"), NINE_MONTHS))

    doors = re.findall(r'<td class="num"><a href="([^"]+)"[^>]*>([\d.]+)</a>', page)
    assert doors
    for address, written in doors:
        opened = text_of(client.get(address.replace("&amp;", "&")))
        assert opened.count("data-row-link") == int(written)
        assert f'data-figure="cases">{written}<' in opened


def test_what_was_learned_later_is_not_in_the_figure_of_an_earlier_instant(
    signed_in: SignedIn, two_cases: None
) -> None:
    client = signed_in(Role.STATISTICIAN)

    then = text_of(client.get(reverse("web:forms"), {**NINE_MONTHS, "known_at": "03/06/2024 23:00"}))
    earlier_day = text_of(client.get(reverse("web:forms"), {**NINE_MONTHS, "as_of": "03/06/2024"}))

    assert ">1</a>" in then
    assert ">2</a>" not in then
    assert ">1</a>" in earlier_day
    assert "03/06/2024 23:00" in then


def test_the_workbook_holds_the_same_form(signed_in: SignedIn, two_cases: None) -> None:
    answer = signed_in(Role.STATISTICIAN).get(reverse("web:form_workbook"), NINE_MONTHS)

    sheet = load_workbook(BytesIO(answer.content)).worksheets[0]
    said = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert any("Chấp hành viên" in one for one in said)
    assert any(one.startswith("=") for one in said)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"period": "9 tháng"}, "không phải là kỳ báo cáo"),
        ({"as_of": "hôm qua"}, "không phải là ngày"),
        ({"known_at": "sáng nay"}, "không phải là thời điểm"),
        ({"agency": "TQ.SD"}, "Không có cơ quan"),
        ({"as_of": "01/01/2020"}, "sớm hơn ngày đầu kỳ"),
        ({"as_of": "29/06/2024"}, "sau ngày cuối"),
        ({"period": "FY2030/9M"}, "đã bắt đầu"),
        ({"as_of": "31/02/2024"}, "không phải là ngày"),
    ],
)
@pytest.mark.parametrize("name", ["forms", "results", "results_pace"])
def test_a_question_that_cannot_be_asked_is_answered_by_a_sentence(
    signed_in: SignedIn, two_cases: None, name: str, asked: dict[str, str], said: str
) -> None:
    answer = signed_in(Role.STATISTICIAN).get(reverse(f"web:{name}"), {**NINE_MONTHS, **asked})

    assert answer.status_code == 422
    assert said in text_of(answer)
    for typed in (value for key, value in asked.items() if key in {"as_of", "known_at"}):
        assert said.startswith("sớm hơn") or f'value="{typed}"' in text_of(answer)


def test_an_unknown_row_or_column_is_answered_by_a_sentence(signed_in: SignedIn, two_cases: None) -> None:
    client = signed_in(Role.STATISTICIAN)

    for row, cell in (("TQ.XX", "c8"), ("TQ.CH", "c99"), ("TQ.CH", "")):
        answer = client.get(reverse("web:form_cell"), {**NINE_MONTHS, "row": row, "cell": cell})
        assert answer.status_code == 422
        assert "không có" in text_of(answer)


def test_results_show_rate_with_numerator_and_denominator(signed_in: SignedIn, two_cases: None) -> None:
    page = text_of(signed_in(Role.AGENCY_HEAD).get(reverse("web:results"), NINE_MONTHS))

    assert 'data-rate="cases">0,00%' in page
    assert "chưa giao" in page
    assert "Lê Văn Chấp" in page


def test_the_pace_has_a_row_a_month(signed_in: SignedIn, two_cases: None) -> None:
    page = text_of(signed_in(Role.AGENCY_HEAD).get(reverse("web:results_pace"), NINE_MONTHS))

    assert page.count("9 tháng</th>") == 2
    assert "10 tháng</th>" not in page


def test_an_unknown_campaign_is_not_found(signed_in: SignedIn, two_cases: None) -> None:
    answer = signed_in(Role.AGENCY_HEAD).get(
        reverse("web:results_cohort"), {**NINE_MONTHS, "campaign": "khong-co"}
    )

    assert answer.status_code == 404


def test_a_report_is_marked_where_its_numbers_do_not_fit(signed_in: SignedIn) -> None:
    page = text_of(signed_in(Role.STATISTICIAN).post(reverse("web:checker"), {"text": WRONG}))

    assert '<mark id="so-' in page
    assert "data-finding=" in page
    assert "50,00%" in page


def test_an_uploaded_report_is_read_like_a_pasted_one(signed_in: SignedIn) -> None:
    upload = SimpleUploadedFile("bao-cao.txt", WRONG.encode())

    page = text_of(signed_in(Role.STATISTICIAN).post(reverse("web:checker"), {"file": upload}))

    assert "data-finding=" in page


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7", "Đã thi hành xong".encode("utf-16-le"), b"PK\x03\x04broken", b"\xff\xfe\xfa"],
)
def test_a_file_that_cannot_be_read_is_refused_by_a_sentence(signed_in: SignedIn, content: bytes) -> None:
    upload = SimpleUploadedFile("bao-cao.docx", content)

    answer = signed_in(Role.STATISTICIAN).post(reverse("web:checker"), {"file": upload, "text": "còn đây"})

    assert answer.status_code == 422
    assert "bao-cao.docx" in text_of(answer)
    assert "còn đây" in text_of(answer)


def test_a_text_of_other_matters_has_no_figures(signed_in: SignedIn) -> None:
    page = text_of(signed_in(Role.STATISTICIAN).post(reverse("web:checker"), {"text": "Trời mưa 200 mm."}))

    assert "Không có số liệu nào về thi hành án" in page


def test_the_written_report_leads_to_the_cells_it_says(signed_in: SignedIn, two_cases: None) -> None:
    client = signed_in(Role.AGENCY_HEAD)

    page = text_of(client.get(reverse("web:results_wording"), NINE_MONTHS))

    assert "02 việc" in page
    door = re.search(r'<a class="mark no-print"\s+href="([^"]+)"\s+title="[^"]+">c1</a>', page)
    assert door is not None
    assert text_of(client.get(door[1].replace("&amp;", "&"))).count("data-row-link") == 2


def test_a_report_is_held_against_the_books_when_asked(signed_in: SignedIn, two_cases: None) -> None:
    AgencyVersion.objects.filter(agency_id="TQ.CH").update(place="Chiêm Hóa", short_name="Chiêm Hóa")
    client = signed_in(Role.AGENCY_HEAD)
    report = text_of(client.get(reverse("web:results_wording"), NINE_MONTHS))
    written = re.search(r'name="text" value="([^"]+)"', report)
    assert written is not None

    for text, is_wrong in ((written[1], False), (written[1].replace("02 việc", "07 việc"), True)):
        page = text_of(client.post(reverse("web:checker"), {"text": text, "books": "on"}))
        assert ('data-finding="books.differ"' in page) == is_wrong


@pytest.mark.database_independent
def test_a_citation_is_told_in_full_on_hover() -> None:
    assert cited("L08 Đ44.2") == (
        '<abbr title="khoản 2 Điều 44 Luật Thi hành án dân sự năm 2008">L08 Đ44.2</abbr>'
    )
    assert cited("") == ""
