"""Requests and decisions on screen: what lacks, what comes late, what the law puts together, all at once."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from rooms.cases.office import CREDITOR, DEBT, DEBTOR, FEE, FINE, Office, day
from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.rules.intake import IntakeDuty
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.vocabulary import JudgmentKind, PartyRole, RequestStatus
from thads.foundation.access.rules.viewer import Role

SignedIn = Callable[..., Client]
FRAGMENT = {"HX-Request": "true"}
SECOND = PartyDetails(PartyRole.DEBTOR, "Bùi Văn Nợ", "xã Phúc Sơn")
JULY = "2026-07-02"


@pytest.fixture
def in_july(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THADS_TODAY", JULY)


def judgment(office: Office, on: str, *duties: IntakeDuty, parties: tuple[PartyDetails, ...]) -> UUID:
    return actions.receive_judgment(
        viewer=office.clerk(on), agency=office.agency, number="7/2024/ST", issued_on=day("2023-12-01"),
        court="TAND huyện Chiêm Hóa", kind=JudgmentKind.CRIMINAL, received_on=day(on), parties=parties,
        duties=duties,
    )  # fmt: skip


def two_groups(office: Office, on: str = "2024-06-27") -> UUID:
    duties = (FEE, FINE, replace(FEE, debtor=SECOND.name))
    return judgment(office, on, *duties, parties=(DEBTOR, SECOND))


def test_all_decisions_are_proposed_and_issued_by_one_send(signed_in: SignedIn, office: Office) -> None:
    found, client = two_groups(office), signed_in(Role.AGENCY_HEAD)
    address = reverse("web:decide_ex_officio", args=(found,))

    form = client.get(address, headers=FRAGMENT).content.decode()
    given = {
        "on": "28/06/2024", "take_0": "on", "bailiff_0": "TQ.CH-01", "take_1": "on", "bailiff_1": "TQ.CH-02",
    }  # fmt: skip
    answer = client.post(address, given, headers=FRAGMENT)

    assert "Riêng cho người phải thi hành nhiều khoản khác nhau" in form
    assert "Bùi Văn Nợ phải thi hành" in form
    assert "0 việc" in form
    assert answer.status_code == 204
    page = client.get(answer.headers["HX-Redirect"]).content.decode()
    assert "Đã ra 2 quyết định thi hành án, mỗi quyết định một việc." in page
    cases = queries.judgment_page(office.head("2024-06-28"), found).cases
    assert [(row.owed, row.bailiff) for row in cases] == [(6_000_000, "TQ.CH-01"), (1_000_000, "TQ.CH-02")]


def test_a_refused_decision_keeps_what_was_chosen(signed_in: SignedIn, office: Office) -> None:
    found = two_groups(office)
    given = {"on": "26/06/2024", "take_0": "on", "bailiff_0": "TQ.CH-02", "flags": ["prisoner"]}

    answer = signed_in(Role.AGENCY_HEAD).post(reverse("web:decide_ex_officio", args=(found,)), given)
    page = answer.content.decode()

    assert answer.status_code == 422
    assert "ex-officio-on_error" in page
    assert '<option value="TQ.CH-02" selected>' in page
    assert not queries.judgment_page(office.head("2024-06-28"), found).cases


def test_choosing_no_decision_is_said(signed_in: SignedIn, office: Office) -> None:
    answer = signed_in(Role.AGENCY_HEAD).post(
        reverse("web:decide_ex_officio", args=(two_groups(office),)), {"on": "28/06/2024"}
    )

    assert answer.status_code == 422
    assert "Hãy chọn ít nhất một quyết định." in answer.content.decode()


def test_the_bailiff_with_least_and_the_ground_stand_in_the_form(signed_in: SignedIn, office: Office) -> None:
    office.ex_officio("2024-06-03", FEE, number="1/2023/HS")
    found = judgment(office, "2024-06-27", FEE, parties=(DEBTOR,))

    page = signed_in(Role.AGENCY_HEAD).get(reverse("web:decide_ex_officio", args=(found,))).content.decode()

    assert '<option value="TQ.CH-02" selected>' in page
    assert '<option value="fine_and_fees" selected>' in page


# --------------------------------------------------------------------------- requests


def ask(client: Client, found: UUID, **more: str) -> object:
    given = {
        "requester": CREDITOR.name, "requested_on": "02/07/2026", "received_on": "02/07/2026",
        "duty_nos": ["1"],
        "content": "", "address": CREDITOR.address, "id_number": CREDITOR.id_number, "phone": "0912",
        "born": "01/02/1990", "bank_account": "1 BIDV", **more,
    }  # fmt: skip
    return client.post(reverse("web:new_request", args=(found,)), given, follow=True)


@pytest.mark.usefixtures("in_july")
def test_what_the_judgment_says_of_the_creditor_need_not_be_said_again(
    signed_in: SignedIn, office: Office
) -> None:
    client, found = signed_in(Role.CLERK), judgment(office, "2026-07-01", DEBT, parties=(DEBTOR, CREDITOR))
    page = ask(client, found, bank_account="", phone="").content.decode()  # type: ignore[attr-defined]
    (asked,) = queries.requests(office.clerk(JULY)).rows

    assert asked.status is RequestStatus.RECEIVED  # the judgment's entry already says what he left out
    assert "phiếu nhận số 1/2026" in page


@pytest.mark.usefixtures("in_july")
def test_an_incomplete_request_waits_until_it_is_whole(signed_in: SignedIn, office: Office) -> None:
    nobody = replace(CREDITOR, phone="", born="", bank_account="")
    client, found = signed_in(Role.CLERK), judgment(office, "2026-07-01", DEBT, parties=(DEBTOR, nobody))
    page = ask(client, found, bank_account="").content.decode()  # type: ignore[attr-defined]
    (asked,) = queries.requests(office.clerk(JULY)).rows
    assert "tài khoản ngân hàng" in page
    assert asked.status is RequestStatus.SUPPLEMENT

    args = (found, asked.request_id)
    client.post(reverse("web:ask_supplement", args=args), {"on": "02/07/2026"})
    given = {"on": "02/07/2026", "phone": "0912", "born": "1990", "address": "x", "id_number": "1"}
    fault = client.post(reverse("web:complete_request", args=args), {**given, "bank_account": ""})
    client.post(reverse("web:complete_request", args=args), {**given, "bank_account": "1 BIDV"})

    assert fault.status_code == 422
    assert "0912" in fault.content.decode()
    (asked,) = queries.requests(office.clerk(JULY)).rows
    assert (asked.status, asked.register_no) == (RequestStatus.RECEIVED, "1/2026")


@pytest.mark.usefixtures("in_july")
def test_a_wrong_birth_date_stands_beside_its_field(signed_in: SignedIn, office: Office) -> None:
    found = judgment(office, "2026-07-01", DEBT, parties=(DEBTOR, CREDITOR))

    answer = ask(signed_in(Role.CLERK), found, born="31/02/1990")

    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert 'id="request-born_error"' in answer.content.decode()  # type: ignore[attr-defined]


@pytest.mark.usefixtures("in_july")
def test_a_late_request_is_accepted_on_screen(signed_in: SignedIn, office: Office) -> None:
    found = office.judgment("2026-07-01", DEBT, issued="2020-05-04")
    asked = actions.receive_request(
        viewer=office.clerk("2026-07-01"), judgment_id=found, requester=CREDITOR.name,
        requested_on=day("2026-07-01"), received_on=day("2026-07-01"), duty_nos=(1,),
    )  # fmt: skip
    head, args = signed_in(Role.AGENCY_HEAD), (found, asked)
    late = head.post(reverse("web:decide_on_request", args=args), {"on": "02/07/2026"})
    given = {"on": "02/07/2026", "is_accepted": "yes", "ground": "lũ quét, xã xác nhận"}
    head.post(reverse("web:decide_limitation", args=args), given)

    answer = head.post(reverse("web:decide_on_request", args=args), {"on": "02/07/2026"})

    assert late.status_code == 422
    assert answer.status_code == 302
    assert "chấp nhận yêu cầu quá hạn" in head.get(reverse("web:judgment", args=(found,))).content.decode()


# --------------------------------------------------------------------------- a judgment's rarer fields


def test_interest_instalments_and_papers_are_read_as_officers_write_them(
    signed_in: SignedIn, office: Office
) -> None:
    given = {
        "agency": "TQ.CH", "court": "TAND huyện Chiêm Hóa", "number": "1/2024/DS", "kind": "civil",
        "issued_on": "1/6/2024", "received_on": "03/06/2024", "manner": "post",
        "papers": "Biên bản kê biên\n\n",
        "parties-TOTAL_FORMS": "2", "parties-INITIAL_FORMS": "0",
        "parties-0-role": "debtor", "parties-0-name": "Lò Văn Páo", "parties-0-born": "02/04/1985",
        "parties-1-role": "creditor", "parties-1-name": "Hà Thị Mai", "parties-1-born": "1990",
        "duties-TOTAL_FORMS": "1", "duties-INITIAL_FORMS": "0", "duties-0-kind": "contract",
        "duties-0-interest": "9,5", "duties-0-interest_since": "1/6/2024",
        "duties-0-instalments": "01/07/2024: 5.000.000; 011024: 5tr", "duties-0-joint": "A",
    }  # fmt: skip
    client = signed_in(Role.CLERK)

    page = client.post(reverse("web:new_judgment"), given, follow=True).content.decode()
    wrong = client.post(
        reverse("web:new_judgment"), {**given, "number": "2/2024/DS", "duties-0-instalments": "mai trả"}
    )

    for words in ("lãi chậm thi hành", "9,5%/năm", "kỳ 01/10/2024: 5.000.000 đồng", "liên đới: A",
                  "Sinh: 02/04/1985", "Biên bản kê biên", "Thông báo cho Tòa án đã nhận"):  # fmt: skip
        assert words in page
    (duty,) = queries.judgment_page(
        office.clerk("2024-06-28"), queries.judgments(office.clerk("2024-06-28")).rows[0].judgment_id
    ).duties
    assert duty.amount == 10_000_000
    assert wrong.status_code == 422
    assert 'id="id_duties-0-instalments_error"' in wrong.content.decode()
    assert "mai trả" in wrong.content.decode()


def test_the_court_says_which_agency_is_competent(signed_in: SignedIn) -> None:
    given = {"court": "TAND tỉnh Tuyên Quang", "agency": "TQ.CH"}

    page = signed_in(Role.CLERK).get(reverse("web:competence"), given, headers=FRAGMENT).content.decode()

    assert "Cơ quan thi hành án dân sự cấp tỉnh" in page
    assert "không thuộc cấp này" in page
