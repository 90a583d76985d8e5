"""The book of money over REST: the account of a case through its life, what is refused, the books."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from rooms.cases.office import DEBT, Office, found_office
from stories.telling import Story
from thads.foundation.access.rules.viewer import Role
from web.people import open_accounts, username_of

pytestmark = pytest.mark.django_db
SignIn = Callable[[Role], Client]


@pytest.fixture
def office(db: None, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setenv("THADS_TODAY", "2024-06-28")
    found_office()
    open_accounts()
    return Office()


@pytest.fixture
def as_role(office: Office) -> SignIn:
    """Return a browser of a role at the district, with its CSRF token on every writing request."""

    def sign_in(role: Role) -> Client:
        client = Client(enforce_csrf_checks=True)
        client.force_login(get_user_model().objects.get(username=username_of(role)))
        client.defaults["HTTP_X_CSRFTOKEN"] = client.get("/api/session").json()["csrf_token"]
        return client

    return sign_in


@pytest.fixture
def case_id(office: Office) -> UUID:
    return Story.on_request(office, "2024-01-10", DEBT).notified("2024-01-12").found_able("2024-01-30").case


def post(client: Client, path: str, **payload: Any) -> Any:
    return client.post(path, data=payload, content_type="application/json")


def test_money_is_received_its_fee_withheld_paid_out_and_the_case_finished(
    as_role: SignIn, case_id: UUID
) -> None:
    case, account = f"/api/cases/{case_id}", f"/api/cases/{case_id}/account"
    bailiff, accountant, head = (as_role(r) for r in (Role.BAILIFF, Role.ACCOUNTANT, Role.AGENCY_HEAD))

    def acts(client: Client, name: str, **payload: Any) -> None:
        answer = post(client, f"{account}/acts/{name}", on="2024-06-28", **payload)
        assert answer.status_code == 200, answer.content.decode()

    came = post(bailiff, f"{case}/acts/collect_money", on="2024-06-28", means="coercion", place="bank",
                parts=[{"no": 1}])  # fmt: skip
    assert came.status_code == 200
    early = post(bailiff, f"{case}/acts/finish", on="2024-06-28")
    assert (early.status_code, early.json()["code"]) == (409, "money.not_settled")

    (fee,) = bailiff.get(f"{account}/fees").json()["items"]
    assert (fee["base"], fee["fee"], fee["decided"], fee["sum_after"]) == (
        300_000_000, 9_000_000, None, 300_000_000,
    )  # fmt: skip
    acts(head, "decide_fee", no=1)
    acts(accountant, "withhold_fee", no=1)
    acts(bailiff, "propose_payout", no=1, bank="BIDV", bank_account="1900")
    acts(accountant, "prepare_payout", payout=1)
    acts(head, "approve_payout", payout=1)
    acts(accountant, "pay_out", payout=1)
    acts(bailiff, "propose_payout", purse="fee", no=1)
    for name, who in (("prepare_payout", accountant), ("approve_payout", head), ("pay_out", accountant)):
        acts(who, name, payout=2)
    done = post(bailiff, f"{case}/acts/finish", on="2024-06-28")

    assert done.status_code == 200
    shown = bailiff.get(account).json()
    assert (shown["total"], shown["is_settled"], shown["totals"]["paid_payees"]) == (0, True, 291_000_000)
    assert b"entry_id" not in bailiff.get(account).content


def test_an_account_is_told_with_its_places_and_deadlines(as_role: SignIn, case_id: UUID) -> None:
    bailiff = as_role(Role.BAILIFF)
    post(bailiff, f"/api/cases/{case_id}/acts/collect_money", on="2024-06-28",
         parts=[{"no": 1, "amount": 500}],
         pool=70, interest=[{"no": 1, "amount": 3}])  # fmt: skip

    shown = bailiff.get(f"/api/cases/{case_id}/account").json()

    assert shown["places"] == {"cash": 573}
    assert {(one["purse"], one["amount"]) for one in shown["held"]} == {
        ("duty", 500),
        ("interest", 3),
        ("pool", 70),
    }
    assert {due["key"] for due in shown["dues"]} == {"money.disbursement", "money.cash_into_fund"}
    assert shown["entries"][0]["title"] == "Thu tiền theo biên lai"


def test_the_order_of_payment_is_shown_and_confirmed_as_shown(as_role: SignIn, case_id: UUID) -> None:
    bailiff, head = as_role(Role.BAILIFF), as_role(Role.AGENCY_HEAD)
    account = f"/api/cases/{case_id}/account"
    post(bailiff, f"/api/cases/{case_id}/acts/collect_money", on="2024-06-28", pool=1_000_000, place="bank")
    asked = {"source": "coercion", "circle_on": "2024-06-01"}

    shown = post(bailiff, f"{account}/sharing", asked=asked).json()
    stale = post(head, f"{account}/acts/share_pool", on="2024-06-28", asked=asked, expected_steps=[1])
    done = post(head, f"{account}/acts/share_pool", on="2024-06-28", asked=asked,
                expected_steps=shown["expected_steps"])  # fmt: skip

    assert sum(shown["expected_steps"]) == 1_000_000
    assert shown["steps"][0]["payments"][0]["principal"] == 1_000_000
    assert (stale.status_code, stale.json()["code"]) == (409, "money.shown_otherwise")
    assert done.status_code == 200
    assert post(head, f"{account}/sharing", asked=asked).json()["code"] == "money.no_pool"


def test_an_entry_is_taken_back_by_its_place(as_role: SignIn, case_id: UUID) -> None:
    bailiff, head = as_role(Role.BAILIFF), as_role(Role.AGENCY_HEAD)
    account = f"/api/cases/{case_id}/account"
    post(
        bailiff, f"/api/cases/{case_id}/acts/collect_money", on="2024-06-28", parts=[{"no": 1, "amount": 500}]
    )

    missing = post(head, f"{account}/acts/take_back", seq=9, on="2024-06-28", reason="nhầm")
    done = post(head, f"{account}/acts/take_back", seq=1, on="2024-06-28", reason="nhầm")

    assert missing.json()["code"] == "money.nothing_to_cancel"
    assert done.status_code == 200
    assert head.get(f"/api/cases/{case_id}").json()["case"]["collected"] == 0


@pytest.mark.parametrize(
    ("name", "payload", "status", "code"),
    [
        ("advance_cost", {"amount": -5}, 422, "api.invalid"),
        ("advance_cost", {"amount": 0}, 409, "money.amount_needed"),
        ("advance_cost", {"amount": 5, "colour": "red"}, 422, "api.invalid"),
        ("advance_cost", {"amount": 5, "on": "2031-01-01"}, 409, "money.in_the_future"),
        ("advance_cost", {"amount": 5, "place": "pocket"}, 422, "api.invalid"),
        ("advance_cost", {"amount": 5, "expected_seq": 4}, 409, "ledger.changed_meanwhile"),
        ("decide_fee", {"no": 1}, 403, "access.not_your_role"),
        ("pay_out", {"payout": 1}, 409, "money.payout_unknown"),
    ],
)
def test_what_is_not_right_is_refused_in_words(
    name: str, payload: dict[str, Any], status: int, code: str, as_role: SignIn, case_id: UUID
) -> None:
    accountant = as_role(Role.ACCOUNTANT)

    answer = post(accountant, f"/api/cases/{case_id}/account/acts/{name}", **{"on": "2024-06-28", **payload})

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert accountant.get(f"/api/cases/{case_id}/account").json()["seq"] == 0


def test_the_books_of_an_agency_are_answered_and_its_acts_give_their_voucher(
    as_role: SignIn, case_id: UUID
) -> None:
    accountant = as_role(Role.ACCOUNTANT)
    post(
        accountant,
        f"/api/cases/{case_id}/acts/collect_money",
        on="2024-06-28",
        parts=[{"no": 1, "amount": 500}],
    )
    moved = post(
        accountant, "/api/money/acts/move_money", moves=[{"case_id": str(case_id)}], on="2024-06-28",
        from_place="cash", to_place="bank",
    )  # fmt: skip
    assert moved.json() == {"result": "CT 1/2024"}

    balance = accountant.get("/api/money/trial-balance?agency=TQ.CH&known_at=2024-06-28").json()
    assert {line["account"]: line["closing_debit"] for line in balance["lines"]} == {
        "cash": 0, "bank": 500, "duty": 0,
    }  # fmt: skip
    book = accountant.get("/api/money/books/bank?agency=TQ.CH").json()
    assert (book["opening"], book["closing"], book["rows"][0]["voucher"]) == (0, 500, "CT 1/2024")
    assert accountant.get("/api/money/held").json()["rows"][0]["held"] == 500
    assert accountant.get("/api/money/payouts").json() == {"rows": []}
    assert accountant.get("/api/money/pools").json() == {"rows": []}
    span = "agency=TQ.CH&since=2024-06-01&as_of=2024-06-30"
    assert accountant.get(f"/api/money/receipts?{span}").json()["rows"][0]["number"] == "0000001/BLĐT-2024"
    assert accountant.get(f"/api/money/receipt-uses?{span}").json() == {"rows": []}
    assert accountant.get("/api/money/receipt-books").json() == {"rows": []}
    assert accountant.get("/api/money/trial-balance?agency=TQ.SD").status_code == 404


def test_a_statement_is_handed_in_as_lines(as_role: SignIn, case_id: UUID) -> None:
    accountant = as_role(Role.ACCOUNTANT)
    case = f"/api/cases/{case_id}"
    post(accountant, f"{case}/acts/collect_money", on="2024-06-28", place="bank",
         parts=[{"no": 1, "amount": 500}])  # fmt: skip
    rows = [{"row": 2, "on": date(2024, 6, 28).isoformat(), "money_in": 500, "text": "BL 0000001/BLĐT-2024"}]
    given = post(
        accountant, "/api/money/acts/import_statement", agency="TQ.CH", place="bank", bank="BIDV",
        account_no="1900", rows=[*rows, {"row": 3, "on": "2024-06-28", "money_out": 7}],
        file_name="a.csv", digest="a",
    ).json()  # fmt: skip

    shown = accountant.get(f"/api/money/statements/{given['result']}").json()
    line = shown["lines"][0]
    settled = post(accountant, "/api/money/acts/confirm_match", line_id=line["id"])

    assert (line["state"], shown["difference"], shown["missing_in_statement"]) == ("matched", -7, [])
    assert settled.status_code == 200
    assert (
        accountant.get(f"/api/money/statements/{given['result']}").json()["lines"][0]["state"] == "confirmed"
    )


def test_nobody_signed_in_sees_no_money(office: Office, case_id: UUID) -> None:
    assert Client().get(f"/api/cases/{case_id}/account").status_code == 401
    assert Client().get("/api/money/held").status_code == 401


def test_late_interest_is_told_span_by_span(as_role: SignIn, case_id: UUID) -> None:
    address = f"/api/cases/{case_id}/account/late-interest"
    told = as_role(Role.BAILIFF).get(f"{address}?no=1&until=2024-03-10&percent=10").json()

    assert (told["accrued"], told["segments"][0]["days"], told["due"]) == (4_931_507, 60, 4_931_507)
    assert (
        as_role(Role.BAILIFF).get(f"{address}?no=9&until=2024-03-10").json()["code"] == "money.line_unknown"
    )
