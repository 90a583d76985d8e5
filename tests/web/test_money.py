"""Thu – chi on screen: receipts by keyboard, the account of a case, the queue of payments, sharing,
statements.
"""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rooms.cases.office import DEBT, FEE, FINE, Office
from stories.money_telling import Till
from thads.enforcement.cases import actions
from thads.enforcement.money import queries
from thads.enforcement.money.rules.vocabulary import PayoutForm, PayoutStatus, Place, Purse
from thads.foundation.access.rules.viewer import Role
from thads.interfaces.web.account_acts import ACCOUNT_ACTS
from thads.interfaces.web.screens import PLACES, Screen

SignedIn = Callable[..., Client]
FRAGMENT = {"HX-Request": "true"}


@pytest.fixture
def case_id(office: Office) -> UUID:
    """A court fee and a fine of 3 June, notice served on the 5th."""
    found = office.ex_officio("2024-06-03", FEE, FINE)
    who = office.bailiff("2024-06-05")
    actions.serve_notice(viewer=who, case_id=found, on=who.on)
    return found


@pytest.fixture
def till(office: Office, case_id: UUID) -> Till:
    return Till(office, case_id)


def act(client: Client, case_id: UUID, verb: str, payout: int = 0, **given: object) -> object:
    args = (case_id, payout, verb) if payout else (case_id, verb)
    name = "web:payout_act" if payout else "web:account_act"
    return client.post(reverse(name, args=args), given, headers=FRAGMENT)


# ------------------------------------------------------------------ receipts


def test_a_usual_receipt_is_recorded_with_what_stands_in_the_form(
    signed_in: SignedIn, office: Office, till: Till
) -> None:
    client = signed_in(Role.BAILIFF)
    address = reverse("web:act", args=(till.case, "collect_money"))
    form = client.get(address, headers=FRAGMENT).content.decode()
    assert 'name="place"' in form
    assert "hệ thống cấp số biên lai điện tử" in form
    assert 'value="Nguyễn Văn Ánh"' in form

    given = {
        "seq": office.page(till.case).seq,
        "on": "28/06/2024",
        "part_1": "1.000.000",
        "means": "voluntary",
    }
    answer = client.post(address, given, headers=FRAGMENT)

    assert answer.status_code == 204
    assert till.state.in_purse(Purse.DUTY, 1) == 1_000_000
    assert till.lies() == (1_000_000, 0, 0)
    (receipt,) = queries.receipt_list(
        office.head("2024-06-28"), agency="TQ.CH", since=till.page().entries[0].took_effect,
        as_of=till.page().entries[0].took_effect,
    )  # fmt: skip
    assert receipt.number == "0000001/BLĐT-2024"


def test_the_form_of_a_receipt_offers_the_next_number_of_the_persons_book(
    signed_in: SignedIn, case_id: UUID
) -> None:
    accountant = signed_in(Role.ACCOUNTANT)
    given = {
        "agency": "TQ.CH", "kind": "collection", "holder": "TQ.CH-01", "symbol": "TQ-24P", "first": "51",
        "on": "01/06/2024",
    }  # fmt: skip
    assert accountant.post(reverse("web:issue_book"), given, headers=FRAGMENT).status_code == 204

    form = signed_in(Role.BAILIFF).get(reverse("web:act", args=(case_id, "collect_money")), headers=FRAGMENT)

    assert 'value="0000051"' in form.content.decode()


def test_a_number_used_twice_is_refused_beside_the_number(
    signed_in: SignedIn, office: Office, till: Till
) -> None:
    till.received("2024-06-10", 100_000, receipt_no="0000007")
    given = {
        "seq": office.page(till.case).seq, "on": "11/06/2024", "part_1": "100.000", "means": "voluntary",
        "receipt_no": "0000007",
    }  # fmt: skip

    answer = signed_in(Role.BAILIFF).post(
        reverse("web:act", args=(till.case, "collect_money")), given, headers=FRAGMENT
    )

    assert answer.status_code == 422
    assert 'id="collect_money-receipt_no_error"' in answer.content.decode()


def test_the_list_of_receipts_its_settlement_and_the_workbook_are_handed_out(
    signed_in: SignedIn, till: Till
) -> None:
    till.received("2024-06-10", 100_000)
    client = signed_in(Role.ACCOUNTANT)

    page = client.get(reverse("web:receipts")).content.decode()
    sheet = client.get(reverse("web:receipts_workbook"))

    assert "0000001/BLĐT-2024" in page
    assert sheet.headers["Content-Type"].startswith("application/vnd.openxmlformats")


# ------------------------------------------------------------------ the account


def test_the_account_tells_what_came_in_is_held_and_may_be_done(signed_in: SignedIn, till: Till) -> None:
    till.received("2024-06-10", 600_000)

    page = signed_in(Role.BAILIFF).get(reverse("web:account", args=(till.case,))).content.decode()

    assert "600.000" in page
    assert "Thu tiền theo biên lai" in page
    assert reverse("web:account_act", args=(till.case, "propose_payout")) in page
    assert reverse("web:account_act", args=(till.case, "decide_fee")) not in page


def test_the_page_of_the_case_shows_its_money_as_doors(signed_in: SignedIn, till: Till) -> None:
    till.received("2024-06-10", 600_000)

    page = signed_in(Role.BAILIFF).get(reverse("web:case", args=(till.case,))).content.decode()

    assert f'{reverse("web:account", args=(till.case,))}#held">600.000</a>' in page


@pytest.mark.parametrize("verb", ACCOUNT_ACTS)
def test_every_act_has_a_form_that_opens_as_a_page_and_as_a_fragment(
    signed_in: SignedIn, till: Till, verb: str
) -> None:
    till.received("2024-06-10", 600_000).carried("2024-06-10", Place.TREASURY).proposed("2024-06-11")
    roles = [Role.ACCOUNTANT, Role.AGENCY_HEAD, Role.BAILIFF]
    payout = 1 if ACCOUNT_ACTS[verb].group == "payout" else 0
    args = (till.case, payout, verb) if payout else (till.case, verb)
    address = reverse("web:payout_act" if payout else "web:account_act", args=args)

    answers = [signed_in(role).get(address) for role in roles]
    fragments = [signed_in(role).get(address, headers=FRAGMENT) for role in roles]

    assert 200 in {answer.status_code for answer in answers}
    assert {answer.status_code for answer in answers} <= {200, 403}
    shown = next(one for one in fragments if one.status_code == 200).content.decode()
    assert "<html" not in shown
    assert 'name="seq"' in shown
    assert 'name="on"' in shown


def test_a_payment_goes_through_three_hands_from_the_list_of_what_waits(
    signed_in: SignedIn, till: Till
) -> None:
    till.received("2024-06-10", 600_000).funded("2024-06-10").carried("2024-06-10", Place.TREASURY)
    bailiff, accountant, head = (signed_in(r) for r in (Role.BAILIFF, Role.ACCOUNTANT, Role.AGENCY_HEAD))
    proposed = act(
        bailiff, till.case, "propose_payout", seq=till.page().seq, on="11/06/2024", held="duty.1",
        payee="Ngân sách nhà nước", payee_kind="budget", form="transfer",
    )  # fmt: skip
    assert proposed.status_code == 204  # type: ignore[attr-defined]
    assert "Chờ lập phiếu chi" in accountant.get(reverse("web:money")).content.decode()

    quick = "web:payout_quick"
    accountant.post(reverse(quick, args=(till.case, 1, "prepare_payout")))
    waiting = head.get(reverse("web:money")).content.decode()
    assert "Chờ duyệt chi" in waiting
    head.post(reverse(quick, args=(till.case, 1, "approve_payout")))
    paid = act(accountant, till.case, "pay_out", 1, seq=till.page().seq, on="28/06/2024", place="treasury")

    assert paid.status_code == 204  # type: ignore[attr-defined]
    assert till.state.totals.paid_budget == 600_000
    assert till.state.payouts[0].status is PayoutStatus.PAID


def test_an_organisation_is_not_paid_in_cash_and_what_was_typed_stays(
    signed_in: SignedIn, till: Till
) -> None:
    till.received("2024-06-10", 600_000)

    answer = act(
        signed_in(Role.BAILIFF), till.case, "propose_payout", seq=till.page().seq, on="11/06/2024",
        held="duty.1", payee="Ngân hàng A", payee_kind="organisation", form="cash", reason="theo ủy quyền",
    )  # fmt: skip
    page = answer.content.decode()  # type: ignore[attr-defined]

    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert 'id="propose_payout-form_error"' in page
    assert "N62 Đ49.3" in page
    assert 'value="Ngân hàng A"' in page
    assert till.state.payouts == ()


def test_an_entry_is_taken_back_with_its_reason_and_stays_readable(signed_in: SignedIn, till: Till) -> None:
    till.received("2024-06-10", 600_000)
    entry = till.page().entries[0].entry_id
    client = signed_in(Role.AGENCY_HEAD)

    done = client.post(
        reverse("web:take_back", args=(till.case, entry)),
        {"seq": 1, "reason": "ghi nhầm việc"},
        headers=FRAGMENT,
    )
    page = client.get(reverse("web:account", args=(till.case,))).content.decode()

    assert done.status_code == 204
    assert "đã hủy" in page
    assert "ghi nhầm việc" in page
    assert till.state.total == 0


def test_an_account_that_changed_meanwhile_is_told_so(signed_in: SignedIn, till: Till) -> None:
    till.received("2024-06-10", 600_000)

    answer = act(
        signed_in(Role.ACCOUNTANT), till.case, "advance_cost", seq=0, on="11/06/2024", amount="1.000.000",
        place="cash",
    )  # fmt: skip

    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert "Mở lại hồ sơ" in answer.content.decode()  # type: ignore[attr-defined]


def test_a_case_out_of_sight_has_no_account_and_another_role_no_act(signed_in: SignedIn, till: Till) -> None:
    stranger = signed_in(Role.BAILIFF, "TQ.SD")

    assert stranger.get(reverse("web:account", args=(till.case,))).status_code == 404
    assert stranger.get(reverse("web:account_act", args=(till.case, "notify_payee"))).status_code == 404
    address = reverse("web:account_act", args=(till.case, "decide_fee"))
    assert signed_in(Role.BAILIFF).get(address).status_code == 403


def test_the_opening_balance_is_entered_once(signed_in: SignedIn, till: Till) -> None:
    client = signed_in(Role.ACCOUNTANT)
    given = {
        "seq": 0,
        "on": "10/06/2024",
        "sum_1": "700.000",
        "sum_pool": "300.000",
        "place_bank": "1.000.000",
    }

    unequal = act(client, till.case, "carry_balance", **{**given, "place_bank": "999.999"})
    done = act(client, till.case, "carry_balance", **given)

    assert unequal.status_code == 422  # type: ignore[attr-defined]
    assert done.status_code == 204  # type: ignore[attr-defined]
    assert till.lies() == (0, 0, 1_000_000)
    assert till.state.in_purse(Purse.POOL) == 300_000


# ------------------------------------------------------------------ sharing


@pytest.fixture
def debt(office: Office, case_id: UUID) -> Till:
    """A debt of the same debtor whose money was coerced and waits at the bank."""
    found = office.on_request("2024-01-10", DEBT, number="8/DS-ST")
    who = office.bailiff("2024-01-12")
    actions.serve_notice(viewer=who, case_id=found, on=who.on)
    return Till(office, found).received("2024-06-20", pool=100_000_000, coerced=True, place=Place.BANK)


SHARED = {"source": "coercion", "circle_on": "10/06/2024", "on": "28/06/2024", "amount": "100.000.000"}


def test_the_order_of_payment_is_shown_step_by_step_and_nothing_is_written(
    signed_in: SignedIn, debt: Till
) -> None:
    page = (
        signed_in(Role.ACCOUNTANT)
        .post(reverse("web:sharing", args=(debt.case,)), {**SHARED, "preview": "1"})
        .content.decode()
    )

    assert "Cách phân chia" in page
    assert "Án phí" in page
    assert "Xác nhận phân chia</button>" not in page
    assert debt.state.in_purse(Purse.POOL) == 100_000_000


def test_the_head_confirms_what_he_was_shown_and_nothing_else(
    signed_in: SignedIn, debt: Till, till: Till
) -> None:
    client, address = signed_in(Role.AGENCY_HEAD), reverse("web:sharing", args=(debt.case,))
    preview = client.post(address, {**SHARED, "preview": "1"})
    steps = [str(step.taken) for step in preview.context["found"].distribution.steps]

    stale = client.post(address, {**SHARED, "confirm": "1", "step": [*steps[:-1], "1"], "seq": "1"})
    done = client.post(address, {**SHARED, "confirm": "1", "step": steps, "seq": "1"})

    assert stale.status_code == 422
    assert "Số liệu đã thay đổi" in stale.content.decode()
    assert done.status_code == 302
    assert debt.state.in_purse(Purse.POOL) == 0
    assert till.state.in_purse(Purse.DUTY, 1) == 1_000_000


def test_a_coerced_pool_without_its_day_is_refused_beside_the_day(signed_in: SignedIn, debt: Till) -> None:
    answer = signed_in(Role.AGENCY_HEAD).post(
        reverse("web:sharing", args=(debt.case,)), {**SHARED, "circle_on": "", "preview": "1"}
    )

    assert answer.status_code == 422
    assert 'id="id_circle_on_error"' in answer.content.decode()


# ------------------------------------------------------------------ books


@pytest.mark.parametrize(
    ("name", "args"),
    [("place_book", ("cash",)), ("place_book", ("bank",)), ("trial_balance", ()), ("held_money", ())],
)
def test_books_are_shown_and_handed_out_as_workbooks(
    signed_in: SignedIn, till: Till, name: str, args: tuple[str, ...]
) -> None:
    till.received("2024-06-10", 600_000).funded("2024-06-10").carried("2024-06-11", Place.BANK)
    client = signed_in(Role.ACCOUNTANT)

    page = client.get(reverse(f"web:{name}", args=args))
    sheet = client.get(reverse(f"web:{name}", args=args), {"xlsx": "1"})

    assert "600.000" in page.content.decode()
    assert sheet.headers["Content-Type"].startswith("application/vnd.openxmlformats")


def test_money_is_a_screen_of_those_who_handle_it_and_the_accountants_home(signed_in: SignedIn) -> None:
    assert signed_in(Role.ACCOUNTANT).get("/").url == reverse("web:money")
    for role in Role:
        expected = 200 if role in PLACES[Screen.MONEY].roles else 403
        assert signed_in(role).get(reverse("web:money")).status_code == expected, role


def test_cash_in_bailiffs_hands_is_taken_into_the_fund_with_one_press(
    signed_in: SignedIn, till: Till
) -> None:
    till.received("2024-06-10", 600_000)
    client = signed_in(Role.ACCOUNTANT)
    assert "Tiền mặt chưa nộp quỹ" in client.get(reverse("web:money")).content.decode()

    client.post(reverse("web:fund_cash"), {"case": [str(till.case)]})

    assert till.state.in_hand == 0
    assert "Tiền mặt chưa nộp quỹ" not in client.get(reverse("web:money")).content.decode()


def test_the_desk_asks_as_many_questions_for_one_case_as_for_many(
    signed_in: SignedIn, office: Office, till: Till
) -> None:
    client = signed_in(Role.ACCOUNTANT)
    till.received("2024-06-10", 10_000)
    with CaptureQueriesContext(connection) as few:
        client.get(reverse("web:money"))
    for number in range(20, 26):
        other = office.ex_officio("2024-06-03", FEE, number=f"{number}/HS-ST")
        Till(office, other).received("2024-06-10", 10_000)
    with CaptureQueriesContext(connection) as many:
        client.get(reverse("web:money"))

    assert len(many) == len(few) <= 30


# ------------------------------------------------------------------ statements


STATEMENT = (
    "SAO KÊ TÀI KHOẢN;;;\n"
    "Ngày giao dịch;Nội dung;Ghi nợ;Ghi có\n"
    "10/06/2024;CHV nop tien {number};;600.000\n"
    "12/06/2024;Phí dịch vụ;11.000;\n"
)


def upload(client: Client, text: str, encoding: str = "utf-8-sig") -> object:
    file = SimpleUploadedFile("sao-ke.csv", text.encode(encoding))
    given = {"file": file, "place": "bank", "bank": "BIDV Chiêm Hóa", "account_no": "1900"}
    return client.post(reverse("web:statements"), given, follow=True)


def test_a_statement_is_read_matched_settled_and_read_again_without_effect(
    signed_in: SignedIn, office: Office, till: Till
) -> None:
    till.received("2024-06-10", 600_000).funded("2024-06-10").carried("2024-06-10", Place.BANK)
    number = office.page(till.case).row.number
    client = signed_in(Role.ACCOUNTANT)

    page = upload(client, STATEMENT.format(number=number))
    again = upload(client, STATEMENT.format(number=number))

    assert page.redirect_chain == again.redirect_chain  # type: ignore[attr-defined]
    text = page.content.decode()  # type: ignore[attr-defined]
    assert "Khớp" in text
    assert "Chưa có trong sổ" in text
    (statement,) = queries.statements(office.head("2024-06-28"))
    shown = queries.statement_page(office.head("2024-06-28"), statement.statement_id)
    client.post(reverse("web:settle_line", args=(statement.statement_id, shown.lines[0].line_id)), {})
    client.post(
        reverse("web:settle_line", args=(statement.statement_id, shown.lines[1].line_id)), {"turn_down": "1"}
    )
    settled = queries.statement_page(office.head("2024-06-28"), statement.statement_id)
    assert [line.state for line in settled.lines] == ["confirmed", "turned_down"]
    assert (
        client.get(reverse("web:statement", args=(statement.statement_id,)), {"xlsx": "1"}).status_code == 200
    )


def test_a_statement_that_cannot_be_read_is_told_by_row_and_nothing_is_taken_in(
    signed_in: SignedIn, office: Office
) -> None:
    answer = upload(signed_in(Role.ACCOUNTANT), STATEMENT.format(number="").replace("600.000", "sáu trăm"))

    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert "dòng 3" in answer.content.decode()  # type: ignore[attr-defined]
    assert queries.statements(office.head("2024-06-28")) == []


def test_cash_needs_a_cashier_who_is_not_the_accountant(signed_in: SignedIn, till: Till) -> None:
    till.received("2024-06-10", 600_000).proposed("2024-06-11", form=PayoutForm.CASH)
    till.prepared("2024-06-11").approved("2024-06-11")
    client, seq = signed_in(Role.ACCOUNTANT), till.page().seq
    given = {"seq": seq, "on": "28/06/2024", "place": "cash"}

    alone = act(client, till.case, "pay_out", 1, cashier="Người thử accountant", **given)
    done = act(client, till.case, "pay_out", 1, cashier="Hà Thị Quỹ", **given)

    assert alone.status_code == 422  # type: ignore[attr-defined]
    assert done.status_code == 204  # type: ignore[attr-defined]


def test_late_interest_is_shown_span_by_span_and_writes_nothing(signed_in: SignedIn, debt: Till) -> None:
    client, address = signed_in(Role.BAILIFF), reverse("web:late_interest", args=(debt.case,))
    seq = debt.page().seq

    page = client.get(address, {"no": "1", "until": "10/3/2024", "percent": "10,5"}).content.decode()
    wrong = client.get(address, {"no": "1", "until": "10/3/2024", "percent": "mười"})

    assert "5.178.082" in page  # 300.000.000 × 10,5 % × 60/365
    assert wrong.status_code == 422
    assert 'id="id_percent_error"' in wrong.content.decode()
    assert debt.page().seq == seq
