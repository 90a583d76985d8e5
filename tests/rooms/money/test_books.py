"""The books of an agency: one sum tells them as of a day and as known at an instant; moving, carrying,
sharing.
"""

from datetime import datetime

import pytest

from rooms.cases.office import DEBT, FEE, FINE, Office, day, instant, viewer
from stories.money_telling import Till, accountant, head
from stories.telling import Story, refuses
from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.money import actions, queries
from thads.enforcement.money.models import Posting
from thads.enforcement.money.rules.account import fold
from thads.enforcement.money.rules.costs import CostKind
from thads.enforcement.money.rules.facts import SUBJECT, Lying, Sum
from thads.enforcement.money.rules.pages import TrialBalance
from thads.enforcement.money.rules.pools import PoolSource
from thads.enforcement.money.rules.reconciliation import StatementRow
from thads.enforcement.money.rules.sharing import ClaimNote, CoCreditor, SharingAsked
from thads.enforcement.money.rules.vocabulary import CostSource, PayoutForm, Place, Purse
from thads.foundation.access.rules.viewer import Role
from thads.foundation.ledger import queries as ledger
from thads.foundation.ledger.rules.entries import effective

ON = "2024-06-10"


def balance(**more: object) -> TrialBalance:
    return queries.trial_balance(head("2024-12-31"), agency="TQ.CH", **more)  # type: ignore[arg-type]


def closing(found: TrialBalance) -> dict[str, int]:
    return {line.account: line.closing_debit - line.closing_credit for line in found.lines}


@pytest.fixture
def till(office: Office) -> Till:
    return Till.of(Story.ex_officio(office, "2024-01-10", FEE, FINE).notified("2024-01-12"))


def test_the_trial_balance_balances_and_closes_what_it_opened(office: Office, till: Till) -> None:
    till.received("2024-01-20", 400_000).funded("2024-01-20").carried("2024-02-01", Place.TREASURY)
    till.paid_through("2024-02-05")

    january = balance(since=day("2024-01-01"), as_of=day("2024-01-31"))
    february = balance(since=day("2024-02-01"), as_of=day("2024-02-29"))

    assert closing(january) == {"cash": 400_000, "duty": -400_000}
    assert [(line.account, line.opening_debit, line.opening_credit) for line in february.lines][0] == (
        "cash", 400_000, 0,
    )  # fmt: skip
    assert closing(february) == {"cash": 0, "treasury": 0, "duty": 0}
    for found in (january, february):
        assert found.opening_debit == found.opening_credit
        assert found.turnover_debit == found.turnover_credit
        assert found.debit == found.credit


def test_what_was_learnt_late_or_taken_back_is_told_as_it_was_known(office: Office, till: Till) -> None:
    till.received("2024-01-20", 400_000)
    till.received("2024-01-15", 50_000, learned="2024-03-01")
    till.took_back("2024-04-01", seq=1)

    def cash(known: str) -> int:
        return closing(balance(as_of=day("2024-01-31"), known_at=instant(known))).get("cash", 0)

    assert [cash(known) for known in ("2024-01-19", "2024-01-21", "2024-03-02", "2024-04-02")] == [
        0, 400_000, 450_000, 50_000,
    ]  # fmt: skip
    assert closing(balance(as_of=day("2024-01-19")))["cash"] == 50_000


def test_the_sum_of_the_lines_is_the_fold_at_any_two_times(office: Office, till: Till) -> None:
    till.received("2024-01-20", 400_000).funded("2024-01-21").carried("2024-02-01", Place.BANK)
    till.received("2024-01-25", 100_000, learned="2024-02-10").took_back("2024-03-01", seq=4)
    entries = ledger.entries_of(SUBJECT, till.case)

    for as_of in ("2024-01-15", "2024-01-22", "2024-01-26", "2024-02-02", "2024-12-31"):
        for known in ("2024-01-21", "2024-02-09", "2024-02-11", "2024-03-02"):
            state = fold(effective(entries, as_of=day(as_of), known_at=instant(known)))
            found = closing(balance(as_of=day(as_of), known_at=instant(known)))
            assert {place: found.get(place.value, 0) for place in Place} == {
                place: state.at(place) for place in Place
            }
            assert -found.get("duty", 0) == state.in_purse(Purse.DUTY)


def test_the_cash_book_tells_each_movement_and_leaves_out_what_was_taken_back(
    office: Office, till: Till
) -> None:
    till.received("2024-01-20", 400_000).received("2024-01-22", 7).took_back("2024-01-23", seq=2)
    till.funded("2024-01-23").carried("2024-02-01", Place.TREASURY)

    book = queries.place_book(
        head("2024-12-31"), agency="TQ.CH", place=Place.CASH, since=day("2024-01-21"), as_of=day("2024-02-29")
    )

    assert (book.opening, book.closing) == (400_000, 0)
    assert [(row.on, row.money_in, row.money_out, row.balance) for row in book.rows] == [
        (day("2024-02-01"), 0, 400_000, 0)
    ]
    assert book.rows[0].voucher == "CT 1/2024"


def test_books_are_of_agencies_in_sight_and_spans_go_forward(office: Office) -> None:
    stranger = viewer(Role.ACCOUNTANT, ON, agency="TQ.SD")
    with refuses("money.agency_out_of_sight"):
        queries.trial_balance(stranger, agency="TQ.CH")
    with refuses("money.span_wrong"):
        balance(since=day("2024-03-01"), as_of=day("2024-02-01"))


def test_one_voucher_carries_the_money_of_several_cases(office: Office, till: Till) -> None:
    other = Till.of(Story.ex_officio(office, "2024-01-11", FEE, number="9/HS-ST"))
    till.received("2024-01-20", 400_000)
    other.received("2024-01-20", 100_000)
    moves = (actions.CaseSum(till.case), actions.CaseSum(other.case, 60_000))

    voucher = actions.move_money(
        viewer=accountant(ON), moves=moves, on=day(ON), from_place=Place.CASH, to_place=Place.BANK
    )

    assert voucher == "CT 1/2024"
    assert (till.lies(), other.lies()) == ((0, 0, 400_000), (40_000, 0, 60_000))
    with refuses("money.nothing_to_move"):
        actions.move_money(
            viewer=accountant(ON), moves=(), on=day(ON), from_place=Place.CASH, to_place=Place.BANK
        )


def test_a_statement_shows_one_voucher_of_several_cases_as_one_line(office: Office, till: Till) -> None:
    other = Till.of(Story.ex_officio(office, "2024-01-11", FEE, number="9/HS-ST"))
    till.received("2024-01-20", 400_000)
    other.received("2024-01-20", 100_000)
    actions.move_money(
        viewer=accountant(ON), moves=(actions.CaseSum(till.case), actions.CaseSum(other.case)), on=day(ON),
        from_place=Place.CASH, to_place=Place.BANK,
    )  # fmt: skip
    rows = (
        StatementRow(2, day(ON), 500_000, "nop tien mat"),
        StatementRow(3, day(ON), -11_000, "phi dich vu"),
    )
    given = {"agency": "TQ.CH", "place": Place.BANK, "bank": "BIDV", "account_no": "1900", "columns": {}}

    first = actions.import_statement(viewer=accountant(ON), rows=rows, file_name="a.csv", digest="a", **given)  # type: ignore[arg-type]
    again = actions.import_statement(viewer=accountant(ON), rows=rows, file_name="a.csv", digest="a", **given)  # type: ignore[arg-type]
    longer = (*rows, StatementRow(4, day("2024-06-11"), 77, "lai"))
    overlap = actions.import_statement(
        viewer=accountant(ON), rows=longer, file_name="b.csv", digest="b", **given
    )  # type: ignore[arg-type]

    page = queries.statement_page(head(ON), first)
    assert again == first
    assert [line.state for line in page.lines] == ["matched", "missing_in_book"]
    assert page.difference == -11_000
    assert [line.row for line in queries.statement_page(head(ON), overlap).lines] == [4]
    actions.confirm_match(viewer=accountant(ON), line_id=page.lines[0].line_id)
    with refuses("money.entry_not_there"):
        actions.confirm_match(viewer=accountant(ON), line_id=page.lines[1].line_id)
    with refuses("money.entry_not_there"):
        actions.confirm_match(
            viewer=accountant(ON),
            line_id=page.lines[1].line_id,
            entry_id=page.lines[0].entry.entry_id,  # type: ignore[union-attr]
        )
    with refuses("money.statement_in_cash"):
        actions.import_statement(
            viewer=accountant(ON), rows=rows, file_name="c", digest="c", **{**given, "place": Place.CASH}
        )  # type: ignore[arg-type]
    with refuses("access.not_your_role"):
        actions.import_statement(viewer=head(ON), rows=rows, file_name="c", digest="c", **given)  # type: ignore[arg-type]


def test_an_opening_balance_is_carried_once_and_lies_somewhere(office: Office, till: Till) -> None:
    given = {"viewer": accountant(ON), "case_id": till.case, "on": day(ON)}
    sums, places = (Sum(Purse.DUTY, 30, 1), Sum(Purse.POOL, 20)), (Lying(Place.BANK, 50),)
    with refuses("money.carried_unequal"):
        actions.carry_balance(sums=sums, places=(Lying(Place.BANK, 49),), **given)  # type: ignore[arg-type]
    actions.carry_balance(sums=sums, places=places, cost_due=5, advance_due=5, **given)  # type: ignore[arg-type]
    with refuses("money.carried_once"):
        actions.carry_balance(sums=sums, places=places, **given)  # type: ignore[arg-type]

    assert (till.state.total, till.state.cost_due, till.state.totals.carried) == (50, 5, 50)


def test_a_case_is_not_closed_while_costs_or_advances_are_open(office: Office) -> None:
    story = Story.ex_officio(office, "2024-01-10", FEE).notified("2024-01-12")
    till = Till.of(story).received("2024-01-18").carried("2024-01-18", Place.TREASURY)
    till.paid_through("2024-01-19").cost("2024-01-20", 50_000, source=CostSource.BUDGET)

    with refuses("money.not_settled"):
        till.closed("2024-01-21")

    till.received("2024-01-22", cost=50_000).paid_through("2024-01-22", Purse.COST, form=PayoutForm.CASH)
    till.closed("2024-01-22")


def test_a_cost_is_borne_by_whom_the_law_names_unless_told(office: Office, till: Till) -> None:
    till.cost(ON, 100, source=CostSource.BUDGET, cost_kind=CostKind.VERIFICATION_BEFORE_COERCION)
    assert (till.state.cost_due, till.state.advance_due) == (0, 0)

    till.cost(ON, 100, source=CostSource.BUDGET)

    assert (till.state.cost_due, till.state.advance_due) == (100, 100)
    assert till.state.total == 0


def test_shares_of_interest_and_of_co_creditors_lessen_no_duty(office: Office) -> None:
    story = Story.on_request(office, "2024-01-10", DEBT).notified("2024-01-12").found_able("2024-02-01")
    till = Till.of(story).received("2024-04-01", pool=400_000_000, coerced=True, place=Place.BANK)
    number = story.page().row.number
    asked = SharingAsked(
        PoolSource.COERCION,
        circle_on=day("2024-03-01"),
        notes=(ClaimNote(number, 1, interest=10_000_000),),
        co_creditors=(CoCreditor("Bà Chưa Yêu Cầu", 50_000_000, "", request_until=day("2026-01-01")),),
    )

    till.shared("2024-04-02", asked)

    assert story.left == 0
    state = till.state
    assert state.in_purse(Purse.INTEREST, 1) == 10_000_000
    assert state.in_purse(Purse.KEPT) == 50_000_000
    assert state.in_purse(Purse.DEBTOR) == 40_000_000
    with refuses("money.no_pool"):
        till.shared("2024-04-02", asked)


def test_a_note_on_a_duty_of_somebody_else_is_refused(office: Office, till: Till) -> None:
    till.received("2024-01-20", pool=100_000)

    with refuses("money.share_of_stranger"):
        till.shared("2024-01-21", SharingAsked(notes=(ClaimNote("99/2024/XX", 1, interest=5),)))
    with refuses("money.pool_too_small"):
        till.shared("2024-01-21", SharingAsked(amount=100_001))


def test_money_held_is_listed_by_age_with_its_last_day(office: Office, till: Till) -> None:
    other = Till.of(Story.ex_officio(office, "2024-01-11", FEE, number="9/HS-ST"))
    other.received("2024-02-20", 100_000)
    till.received("2024-01-20", 400_000)

    rows = queries.held_money(head("2024-03-01"))

    assert [(row.held, row.age_days, row.due_on) for row in rows] == [
        (400_000, 41, day("2024-01-30")),
        (100_000, 10, day("2024-03-01")),
    ]
    bailiff = viewer(Role.BAILIFF, "2024-03-01", staff="TQ.CH-02")
    assert queries.held_money(bailiff) == []


def test_the_same_account_is_not_written_on_stale_knowledge(office: Office, till: Till) -> None:
    till.received("2024-01-20", 400_000)
    given = {"viewer": accountant(ON), "case_id": till.case, "on": day(ON), "amount": 5}

    actions.advance_cost(expected_seq=1, **given)  # type: ignore[arg-type]
    with refuses("ledger.changed_meanwhile"):
        actions.advance_cost(expected_seq=1, **given)  # type: ignore[arg-type]


def test_lines_of_the_book_are_never_changed_only_added(office: Office, till: Till) -> None:
    till.received("2024-01-20", 400_000)
    before = list(Posting.objects.values_list())
    till.took_back("2024-01-21", seq=1)

    assert list(Posting.objects.order_by("id").values_list())[: len(before)] == before
    assert sum(line.amount if line.side == "debit" else -line.amount for line in Posting.objects.all()) == 0
    assert isinstance(Posting.objects.first().recorded_at, datetime)  # type: ignore[union-attr]


def test_a_receipt_of_costs_pays_what_is_due_and_no_more(office: Office, till: Till) -> None:
    till.cost(ON, 100, source=CostSource.BUDGET)
    with refuses("money.cost_over_due"):
        till.received(ON, cost=101)

    actions.receive_money(
        viewer=office.bailiff(ON), case_id=till.case, on=day(ON), parts=(Part(1, 5),), cost=100
    )

    assert (till.state.cost_due, till.state.in_purse(Purse.COST)) == (0, 100)
