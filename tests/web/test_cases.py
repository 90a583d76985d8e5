"""The list of cases: narrowed, paged, exported, with as many queries for many rows as for few."""

from collections.abc import Callable
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from rooms.cases.office import FEE, FINE, Office
from thads.foundation.access.rules.viewer import Role
from thads.interfaces.web.paging import Pages

SignedIn = Callable[..., Client]


def open_cases(office: Office, count: int, start: int = 1) -> None:
    for number in range(start, start + count):
        office.ex_officio("2024-06-03", FEE, FINE, number=f"{number}/2024/HS-ST")


def test_a_name_is_found_without_marks(signed_in: SignedIn, office: Office) -> None:
    open_cases(office, 1)
    client = signed_in(Role.CLERK)

    assert "Nguyễn Văn Ánh" in client.get(reverse("web:cases"), {"q": "nguyen van anh"}).content.decode()
    assert "Không có việc nào khớp" in client.get(reverse("web:cases"), {"q": "khong co ai"}).content.decode()


def test_unknown_choices_narrow_nothing(signed_in: SignedIn, office: Office) -> None:
    open_cases(office, 1)

    answer = signed_in(Role.CLERK).get(
        reverse("web:cases"), {"group": "x", "order": "x", "flag": "x", "initiation": "x", "page": "x"}
    )

    assert "Nguyễn Văn Ánh" in answer.content.decode()


@pytest.mark.parametrize("name", ["cases", "desk"])
def test_queries_do_not_grow_with_rows(signed_in: SignedIn, office: Office, name: str) -> None:
    client = signed_in(Role.BAILIFF)
    open_cases(office, 2)
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(reverse(f"web:{name}"))
    open_cases(office, 12, start=3)
    with CaptureQueriesContext(connection) as many:
        client.get(reverse(f"web:{name}"))

    assert len(many) == len(few) <= 20


def test_a_page_beyond_the_end_is_the_last_one(signed_in: SignedIn, office: Office) -> None:
    open_cases(office, 2)

    assert "1–2" in signed_in(Role.CLERK).get(reverse("web:cases"), {"page": "99"}).content.decode()


def test_the_export_adds_up_by_formulas_and_keeps_names_as_text(signed_in: SignedIn, office: Office) -> None:
    open_cases(office, 3)

    answer = signed_in(Role.CLERK).get(reverse("web:cases_workbook"))
    sheet = load_workbook(BytesIO(answer.content)).active

    assert sheet.max_row == 4 + 3 + 1
    assert [sheet.cell(8, column).value for column in (11, 12, 13)] == [
        "=SUM(K5:K7)",
        "=SUM(L5:L7)",
        "=SUM(M5:M7)",
    ]
    assert sheet.cell(5, 11).value == 6_000_000
    assert all(sheet.cell(row, 3).data_type == "s" for row in (5, 6, 7))


def test_the_export_holds_what_the_list_was_narrowed_to(signed_in: SignedIn, office: Office) -> None:
    open_cases(office, 2)

    answer = signed_in(Role.CLERK).get(reverse("web:cases_workbook"), {"group": "finished"})

    assert load_workbook(BytesIO(answer.content)).active.max_row == 4


@pytest.mark.database_independent
@pytest.mark.parametrize(
    ("written", "total", "number", "first", "last"),
    [
        (None, 0, 1, 0, 0),
        ("1", 120, 1, 1, 50),
        ("3", 120, 3, 101, 120),
        ("9", 120, 3, 101, 120),
        ("-1", 10, 1, 1, 10),
    ],
)
def test_pages_are_brought_to_what_there_is(
    written: str | None, total: int, number: int, first: int, last: int
) -> None:
    pages = Pages.asked(written, total=total)

    assert (pages.number, pages.first, pages.last) == (number, first, last)


@pytest.mark.database_independent
def test_page_numbers_leave_gaps() -> None:
    assert Pages(10, 1000).shown == [1, None, 9, 10, 11, None, 20]


def test_a_number_in_the_search_box_goes_straight_to_the_case(signed_in: SignedIn, office: Office) -> None:
    open_cases(office, 2)
    client = signed_in(Role.CLERK)
    number = client.get(reverse("web:cases")).content.decode().partition('class="case-no"')[2]
    number = number.partition(">")[2].partition("<")[0]

    answer = client.get(reverse("web:search"), {"q": f" {number} "})

    assert answer.headers["Location"].startswith("/ho-so/")
    assert number in client.get(answer.headers["Location"]).content.decode()


def test_a_name_of_several_goes_to_the_list(signed_in: SignedIn, office: Office) -> None:
    open_cases(office, 2)

    answer = signed_in(Role.CLERK).get(reverse("web:search"), {"q": "nguyen van anh"})

    assert answer.headers["Location"] == "/ho-so/?q=nguyen+van+anh"


def test_sequence_and_year_go_straight_to_the_own_agencys_case(signed_in: SignedIn, office: Office) -> None:
    open_cases(office, 11)

    answer = signed_in(Role.CLERK).get(reverse("web:search"), {"q": "1/2024"}, follow=True)

    assert answer.redirect_chain[0][0].startswith("/ho-so/")
    assert "1/2024/TQ.CH" in answer.content.decode()


def test_a_judgment_without_case_is_jumped_to_by_its_number(signed_in: SignedIn, office: Office) -> None:
    judgment = office.judgment("2024-06-03", FEE, number="77/2024/HS-ST")
    given = {"q": "77/2024/hs-st"}

    assert signed_in(Role.CLERK).get(reverse("web:search"), given).headers["Location"] == reverse(
        "web:judgment", args=(judgment,)
    )
    barred = signed_in(Role.ACCOUNTANT).get(reverse("web:search"), given)
    assert barred.headers["Location"].startswith("/ho-so/?q=")


def test_the_results_name_judgments_received_besides_cases(signed_in: SignedIn, office: Office) -> None:
    open_cases(office, 1)
    judgment = office.judgment("2024-06-03", FEE, number="77/2024/HS-ST")

    page = signed_in(Role.CLERK).get(reverse("web:cases"), {"q": "nguyen van anh"}).content.decode()
    elsewhere = signed_in(Role.BAILIFF, "TQ.SD").get(reverse("web:cases"), {"q": "nguyen"}).content.decode()
    barred = signed_in(Role.ACCOUNTANT).get(reverse("web:cases"), {"q": "nguyen van anh"}).content.decode()

    assert "Bản án đã nhận (1)" in page
    assert reverse("web:judgment", args=(judgment,)) in page
    assert "TAND huyện Chiêm Hóa" in page
    assert "Bản án đã nhận (" not in elsewhere + barred
