"""Working with many: sending, signing, assigning several at once, cases without movement, drafts, and
why a case was found.
"""

import re
from collections.abc import Callable
from io import BytesIO
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from rooms.cases.office import BAILIFF, COLLEAGUE, FEE, FINE, OTHER, Office
from thads.enforcement.cases import actions
from thads.enforcement.cases.rules.vocabulary import VerificationResult
from thads.foundation.access.rules.viewer import Role

SignedIn = Callable[..., Client]


def shown(client: Client, name: str, **asked: str) -> str:
    return client.get(reverse(f"web:{name}"), asked).content.decode()


def unable_proposed(office: Office, number: str = "15/2023/HS-ST") -> UUID:
    case = office.ex_officio("2024-06-03", FEE, number=number)
    early, later = office.bailiff("2024-06-05"), office.bailiff("2024-06-18")
    actions.serve_notice(viewer=early, case_id=case, on=early.on)
    actions.record_verification(viewer=later, case_id=case, on=later.on, result=VerificationResult.NOT_ABLE)
    return case


class TestSendingOrders:
    def test_ticked_orders_of_several_cases_go_out_by_one_act(
        self, signed_in: SignedIn, office: Office
    ) -> None:
        cases = [office.ex_officio("2024-06-25", FEE, number=f"{n}/2023/HS-ST") for n in (1, 2)]
        client = signed_in(Role.BAILIFF)
        given = {"order": [f"{case}:1" for case in cases], "on": "28/06/2024", "manner": ""}

        answer = client.post(reverse("web:owed_orders") + "?to=parties", given, follow=True)

        assert "Đã ghi 2 lần gửi" in answer.content.decode()
        assert "Không còn quyết định nào phải gửi" in shown(client, "owed_orders", to="parties")
        assert "2 quyết định" in shown(client, "owed_orders", to="procuracy")

    def test_a_refusal_keeps_ticks_and_what_was_typed(self, signed_in: SignedIn, office: Office) -> None:
        case = office.ex_officio("2024-06-25", FEE)
        client = signed_in(Role.BAILIFF)

        answer = client.post(
            reverse("web:owed_orders"), {"order": [f"{case}:1"], "on": "01/06/2024", "manner": "bưu điện"}
        )
        page = answer.content.decode()

        assert answer.status_code == 422
        assert f'value="{case}:1"' in page
        assert page.count("checked") == 1
        assert 'value="bưu điện"' in page

    def test_nothing_ticked_is_said_in_a_sentence(self, signed_in: SignedIn, office: Office) -> None:
        office.ex_officio("2024-06-25", FEE)

        answer = signed_in(Role.BAILIFF).post(reverse("web:owed_orders"), {"on": "28/06/2024"})

        assert answer.status_code == 422
        assert "Hãy chọn ít nhất một quyết định để gửi" in answer.content.decode()


class TestSigningMany:
    def test_each_judgment_ticked_gets_its_own_decision(self, signed_in: SignedIn, office: Office) -> None:
        judgments = [office.judgment("2024-06-25", FEE, number=f"{n}/2024/HS-ST") for n in (1, 2)]
        client = signed_in(Role.AGENCY_HEAD)

        answer = client.post(reverse("web:sign_many"), {"pile": "judgments", "line": judgments})

        page = answer.content.decode()
        assert "2 đã ghi" in page
        assert page.count("Đã ghi</span>") == 2
        assert "1/2024/TQ.CH" in shown(client, "cases")
        assert "2/2024/TQ.CH" in shown(client, "cases")

    def test_one_refused_is_told_with_its_article_and_the_others_are_done(
        self, signed_in: SignedIn, office: Office
    ) -> None:
        right, wrong = unable_proposed(office), office.ex_officio("2024-06-03", FEE, number="9/2023/HS-ST")
        given = {"pile": "unable_proposed", "line": [right, wrong], "ground": "no_income_no_assets"}

        page = signed_in(Role.AGENCY_HEAD).post(reverse("web:sign_many"), given).content.decode()

        assert "1 đã ghi" in page
        assert "1 không ghi được" in page
        assert office.page(right).unable_on is not None
        assert office.page(wrong).unable_on is None

    @pytest.mark.parametrize(("pile", "status"), [("unassigned", 404), ("none", 404), ("judgments", 302)])
    def test_what_cannot_be_signed_at_once_is_not(
        self, signed_in: SignedIn, office: Office, pile: str, status: int
    ) -> None:
        answer = signed_in(Role.AGENCY_HEAD).post(reverse("web:sign_many"), {"pile": pile, "line": ["x"]})

        assert answer.status_code == status

    def test_a_bailiff_signs_nothing_of_the_heads(self, signed_in: SignedIn, office: Office) -> None:
        case = unable_proposed(office)
        given = {"pile": "unable_proposed", "line": [case], "ground": "no_income_no_assets"}

        page = signed_in(Role.BAILIFF).post(reverse("web:sign_many"), given).content.decode()

        assert "1 không ghi được" in page
        assert office.page(case).unable_on is None

    def test_the_paper_is_seen_before_it_is_signed(self, signed_in: SignedIn, office: Office) -> None:
        judgment, case = office.judgment("2024-06-25", FEE, number="1/2024/HS-ST"), unable_proposed(office)
        client = signed_in(Role.AGENCY_HEAD)

        draft = client.get(reverse("web:sign_preview", args=("judgments", judgment))).content.decode()
        asked = client.get(reverse("web:sign_preview", args=("unable_proposed", case))).content.decode()

        assert "DỰ THẢO" in draft
        assert "Nguyễn Văn Ánh" in draft
        assert "Ký quyết định" in draft
        assert "Chọn căn cứ" in asked

    def test_a_paper_out_of_sight_is_not_found(self, signed_in: SignedIn, office: Office) -> None:
        judgment = office.judgment("2024-06-25", FEE)
        stranger = signed_in(Role.BAILIFF, OTHER)

        for pile, subject in (("judgments", judgment), ("found_able", uuid4()), ("incoming", uuid4())):
            answer = stranger.get(reverse("web:sign_preview", args=(pile, subject)))
            assert answer.status_code == 404


class TestAssigningMany:
    def test_what_is_shown_before_is_what_is_done(self, signed_in: SignedIn, office: Office) -> None:
        cases = [
            office.ex_officio("2024-06-25", FEE, bailiff="", number=f"{n}/2023/HS-ST") for n in (1, 2, 3)
        ]
        client, address = signed_in(Role.AGENCY_HEAD), reverse("web:assigning")
        given = {"case": cases, "to": [BAILIFF, COLLEAGUE], "reason": "chia việc"}

        proposed = client.post(address, given).content.decode()
        nobody_yet = [office.page(case).row.bailiff for case in cases]
        done = client.post(address, {**given, "step": "do"}).content.decode()

        assert "chưa ghi gì" in proposed
        assert nobody_yet == ["", "", ""]
        assert "3 việc đã phân công" in done
        given_to = [office.page(case).row.bailiff for case in cases]
        assert sorted(given_to.count(code) for code in (BAILIFF, COLLEAGUE)) == [1, 2]

    def test_all_cases_of_one_who_leaves_are_ticked_for_the_others(
        self, signed_in: SignedIn, office: Office
    ) -> None:
        for number in (1, 2):
            office.ex_officio("2024-06-25", FEE, number=f"{number}/2023/HS-ST")
        page = shown(signed_in(Role.AGENCY_HEAD), "assigning", of=BAILIFF)

        assert page.count('name="case"') == 2
        assert page.count("checked") == 3  # both, and the box above them
        assert re.findall(r'name="to"\s+value="([^"]+)"', page) == [COLLEAGUE, "TQ.CH-private_bailiff"]
        assert "Phạm Thị Hành" in page

    def test_nobody_chosen_is_said_and_ticks_stay(self, signed_in: SignedIn, office: Office) -> None:
        case = office.ex_officio("2024-06-25", FEE, bailiff="")

        answer = signed_in(Role.AGENCY_HEAD).post(reverse("web:assigning"), {"case": [case]})

        assert answer.status_code == 422
        assert "Hãy chọn ít nhất một Chấp hành viên" in answer.content.decode()

    @pytest.mark.parametrize("role", [Role.BAILIFF, Role.CLERK, Role.ACCOUNTANT])
    def test_is_the_heads_alone(self, signed_in: SignedIn, role: Role) -> None:
        assert signed_in(role).get(reverse("web:assigning")).status_code == 403


class TestStuckCases:
    def test_the_count_on_the_desk_is_the_length_of_the_list(
        self, signed_in: SignedIn, office: Office
    ) -> None:
        for number in (1, 2):
            office.ex_officio("2024-01-10", FEE, number=f"{number}/2023/HS-ST")
        client = signed_in(Role.BAILIFF)

        assert "2 hồ sơ đứng yên trên 90 ngày" in shown(client, "desk")
        assert shown(client, "stuck", bailiff=BAILIFF).count("data-row-link") == 2
        assert "data-row-link" not in shown(client, "stuck", days="180")
        assert "data-row-link" not in shown(client, "stuck", group="resting")

    def test_is_handed_out_as_a_workbook(self, signed_in: SignedIn, office: Office) -> None:
        office.ex_officio("2024-01-10", FEE)

        answer = signed_in(Role.CLERK).get(reverse("web:stuck_workbook"), {"days": "30"})

        assert load_workbook(BytesIO(answer.content)).active.cell(5, 1).value == "1/2024/TQ.CH"


class TestWhyACaseWasFound:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("008085000123", "Số định danh: 008085000123 (Nguyễn Văn Ánh)"),
            ("008 085 000 123", "Số định danh: 008085000123 (Nguyễn Văn Ánh)"),
            ("15/2023", "Số bản án, quyết định: 15/2023/HS-ST"),
            ("nguyen anh", "Đương sự: Nguyễn Văn Ánh"),
        ],
    )
    def test_stands_under_its_number(
        self, signed_in: SignedIn, office: Office, text: str, words: str
    ) -> None:
        office.ex_officio("2024-06-03", FEE)

        assert words in shown(signed_in(Role.CLERK), "cases", q=text)

    def test_a_later_order_is_found_by_its_number(self, signed_in: SignedIn, office: Office) -> None:
        office.ex_officio("2024-06-03", FEE, number="14/2023/HS-ST")
        case, head = unable_proposed(office), office.head("2024-06-20")
        actions.decide_unable(viewer=head, case_id=case, on=head.on, ground="no_income_no_assets")

        page = shown(signed_in(Role.CLERK), "cases", q="1/QĐ-CCTHADS")

        assert "Số quyết định thi hành án: 1/QĐ-CCTHADS" in page
        assert "Số quyết định, biên lai: 1/QĐ-CCTHADS" in page


@pytest.mark.parametrize(
    ("role", "name"),
    [(Role.BAILIFF, "owed_orders"), (Role.BAILIFF, "stuck"), (Role.AGENCY_HEAD, "assigning"),
     (Role.AGENCY_HEAD, "desk")],
)  # fmt: skip
def test_questions_do_not_grow_with_rows(signed_in: SignedIn, office: Office, role: Role, name: str) -> None:
    client, counts = signed_in(role), []
    for start in (0, 4):
        for number in range(start, start + 4):
            office.ex_officio("2024-01-10", FEE, FINE, bailiff="", number=f"{number}/2023/HS-ST")
            office.judgment("2024-06-20", FEE, number=f"{number}/2024/HS-ST")
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse(f"web:{name}"))
        counts.append(len(asked))

    assert counts[0] == counts[1]
