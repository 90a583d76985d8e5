"""What is due about money stands on the accountant's desk, follows the account, and is derived anew alike."""

from rooms.cases.office import DEBT, FEE, Office
from stories.money_telling import Till, accountant
from stories.telling import Story
from thads.enforcement.deadlines import queries as deadlines
from thads.enforcement.deadlines.models import DueItem
from thads.enforcement.deadlines.rules.due_items import DueSubject
from thads.enforcement.money import actions, queries
from thads.enforcement.money.rules.vocabulary import Place, Purse
from thads.foundation.organisation import queries as organisation


def due(till: Till) -> list[tuple[str, str]]:
    """The rules and last days kept about the money of the case."""
    rows = DueItem.objects.filter(subject=DueSubject.ACCOUNT.value, subject_id=till.case)
    return sorted((row.key, row.due_on.isoformat()) for row in rows)


def test_cash_is_due_in_the_fund_the_same_day_and_the_payment_within_ten_days(office: Office) -> None:
    till = Till.of(Story.ex_officio(office, "2024-01-10", FEE).notified("2024-01-12")).received("2024-01-18")
    assert due(till) == [("money.cash_into_fund", "2024-01-18"), ("money.disbursement", "2024-01-29")]

    till.funded("2024-01-18")
    assert due(till) == [("money.disbursement", "2024-01-29")]
    till.carried("2024-01-18", Place.TREASURY).paid_through("2024-01-19")

    assert due(till) == []


def test_what_is_due_goes_with_the_receipt_that_is_taken_back(office: Office) -> None:
    till = Till.of(Story.ex_officio(office, "2024-01-10", FEE)).received("2024-01-18")

    till.took_back("2024-01-19", seq=1)

    assert due(till) == []


def test_after_a_notice_the_payee_has_his_days_and_the_state_waits_a_year(office: Office) -> None:
    story = Story.on_request(office, "2024-01-10", DEBT).notified("2024-01-12").found_able("2024-01-30")
    till = Till.of(story).received("2024-03-05", 2_000_000, coerced=True, by_accountant=True)
    till.notified("2024-03-11")
    assert due(till) == [("money.payee_absent", "2024-03-26")]

    till.put_aside("2024-03-27")

    assert due(till) == [("money.unclaimed_notice", "2025-03-11")]


def test_fee_withheld_goes_to_the_treasury_by_the_fifth_of_the_next_month(office: Office) -> None:
    story = Story.on_request(office, "2024-01-10", DEBT).notified("2024-01-12").found_able("2024-01-30")
    till = Till.of(story).received("2024-02-15", 100_000_000, coerced=True, by_accountant=True)
    till.fee_decided("2024-02-29").fee_withheld("2024-02-29")

    assert ("fee.monthly_to_treasury", "2024-03-05") in due(till)
    assert till.state.in_purse(Purse.FEE) == 3_000_000


def test_it_stands_among_what_is_due_to_the_accountant(office: Office) -> None:
    Till.of(Story.ex_officio(office, "2024-01-10", FEE)).received("2024-01-18")

    board = deadlines.due_items(accountant("2024-01-22"), on=accountant("2024-01-22").on)

    shown = [item.due.key for share in board.shares for item in share.items]
    assert {"money.cash_into_fund", "money.disbursement"} <= set(shown)


def test_derived_anew_it_is_the_same(office: Office) -> None:
    till = Till.of(Story.ex_officio(office, "2024-01-10", FEE)).received("2024-01-18")
    before = due(till)
    DueItem.objects.filter(subject=DueSubject.ACCOUNT.value).update(due_on="2000-01-01")
    assert queries.drift() != []

    who = accountant("2024-01-22")
    assert actions.rebuild_dues(viewer=organisation.operator(at=who.at, on=who.on)) == 2

    assert due(till) == before
    assert queries.drift() == []
