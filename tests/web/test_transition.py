"""The switch of the laws on screen: read at the counter, confirmed by the head, nothing typed is lost."""

from collections.abc import Callable
from io import BytesIO
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from rooms.cases.office import DEBT, Office, day
from rooms.cases.test_transition import unable
from thads.enforcement.cases import actions
from thads.enforcement.cases.rules.vocabulary import ObligationStatus, PartyRole
from thads.foundation.access.rules.viewer import Role

SignedIn = Callable[..., Client]


@pytest.fixture(autouse=True)
def _july(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THADS_TODAY", "2026-07-01")


@pytest.fixture
def case(office: Office) -> UUID:
    return unable(office, "2024-03-01", number="1/2023/DS")


def mark(case: UUID) -> str:
    return f"{case}:return_request"


def test_the_list_says_what_the_law_asks_and_a_clerk_only_reads(signed_in: SignedIn, case: UUID) -> None:
    clerk = signed_in(Role.CLERK).get(reverse("web:transition")).content.decode()
    head = signed_in(Role.AGENCY_HEAD).get(reverse("web:transition")).content.decode()

    assert "Gửi lại yêu cầu thi hành án đã đủ 02 năm chưa có điều kiện" in clerk
    assert "Xác nhận kết quả rà soát" not in clerk
    assert f'name="row:{mark(case)}"' in head


def test_the_head_carries_out_what_he_chooses(signed_in: SignedIn, office: Office, case: UUID) -> None:
    given = {"agency": "TQ.CH", f"row:{mark(case)}": "yes", "row:khác:gì": "yes"}

    page = signed_in(Role.AGENCY_HEAD).post(reverse("web:transition"), given, follow=True)

    assert "Đã ghi kết quả rà soát 1 nội dung; 1 việc được thực hiện." in page.content.decode()
    assert office.page(case, "2026-07-01").row.status is ObligationStatus.REQUEST_RETURNED


def test_a_refusal_keeps_every_mark_made(signed_in: SignedIn, office: Office, case: UUID) -> None:
    given = {"agency": "TQ.CH", f"row:{mark(case)}": "no", f"reason:{mark(case)}": " "}

    answer = signed_in(Role.AGENCY_HEAD).post(reverse("web:transition"), given)

    assert answer.status_code == 422
    assert '<option value="no" selected>' in answer.content.decode()
    assert office.page(case, "2026-07-01").row.status is ObligationStatus.UNABLE


def test_a_refusal_comes_back_on_the_page_it_was_sent_from(
    signed_in: SignedIn, office: Office, case: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("thads.interfaces.web.transition.PAGE_SIZE", 1)
    second = unable(office, "2024-03-02", number="2/2023/DS")
    given = {"agency": "TQ.CH", f"row:{mark(second)}": "no"}
    address = f"{reverse('web:transition')}?task=return_request&page=2"

    page = signed_in(Role.AGENCY_HEAD).post(address, given).content.decode()

    assert '<option value="no" selected>' in page
    assert f'name="row:{mark(case)}"' not in page


def test_a_clerk_cannot_confirm(signed_in: SignedIn, case: UUID) -> None:
    given = {"agency": "TQ.CH", f"row:{mark(case)}": "yes"}

    answer = signed_in(Role.CLERK).post(reverse("web:transition"), given)

    assert answer.status_code == 422
    assert "không có quyền" in answer.content.decode()


def test_the_list_goes_out_as_a_workbook(signed_in: SignedIn, case: UUID) -> None:
    answer = signed_in(Role.AGENCY_HEAD).get(reverse("web:transition_workbook"), {"task": "return_request"})

    sheet = load_workbook(BytesIO(answer.content)).active
    assert sheet is not None
    assert sheet["H5"].value == "Gửi lại yêu cầu thi hành án đã đủ 02 năm chưa có điều kiện"


def test_the_registers_lead_to_the_list_from_2026(
    signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "Rà soát chuyển tiếp 01/7/2026"
    assert words in signed_in(Role.CLERK).get(reverse("web:intake")).content.decode()
    monkeypatch.setenv("THADS_TODAY", "2025-12-31")
    assert words not in signed_in(Role.CLERK).get(reverse("web:intake")).content.decode()


def test_rights_are_transferred_on_screen(signed_in: SignedIn, office: Office) -> None:
    found = office.on_request("2026-06-01", DEBT)
    client, address = signed_in(Role.AGENCY_HEAD), reverse("web:transfer_rights", args=(found,))
    given = {
        "on": "01/07/2026", "role": PartyRole.CREDITOR.value, "reason": "agreed", "to": "Trần Văn Kế",
        "duty_nos": ["1"],
    }  # fmt: skip

    form = client.get(address).content.decode()
    nobody = client.post(address, {**given, "to": ""})
    done = client.post(address, given, follow=True)

    assert "Khoản 1:" in form
    assert nobody.status_code == 422
    assert "Đã ghi quyết định chuyển giao quyền, nghĩa vụ." in done.content.decode()
    assert office.page(found, "2026-07-01").obligations[0].creditor == "Trần Văn Kế"


def test_a_later_ruling_is_forwarded_on_screen(signed_in: SignedIn, office: Office) -> None:
    found = office.on_request("2026-06-01", DEBT)
    head = office.head("2026-06-29")
    actions.delegate_out(viewer=head, case_id=found, on=day("2026-06-29"), to_agency="TQ.SD")
    given = {"number": "1/QĐ", "issued_on": "30/06/2026", "received_on": "01/07/2026", "on": "01/07/2026"}

    done = signed_in(Role.CLERK).post(reverse("web:forward_ruling", args=(found,)), given, follow=True)

    assert "Đã chuyển tiếp bản án, quyết định cho cơ quan nhận ủy thác." in done.content.decode()
