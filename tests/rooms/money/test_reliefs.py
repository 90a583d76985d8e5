"""Fee and costs relieved, deposits that bear interest, and what waits at the till, as the office does
them.
"""

import pytest

from rooms.cases.office import DEBT, FEE, Office, day, viewer
from stories.money_telling import Till, accountant, head
from stories.telling import Story, refuses
from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.money import actions, queries
from thads.enforcement.money.rules.reconciliation import StatementRow
from thads.enforcement.money.rules.vocabulary import CostBearer, CostSource, PayoutStatus, Place, Purse
from thads.foundation.access.rules.viewer import Role
from thads.law import LAW

ON = "2024-03-10"


@pytest.fixture
def till(office: Office) -> Till:
    """A debt of which 100 million were coerced and lie at the bank."""
    story = Story.on_request(office, "2024-01-10", DEBT).notified("2024-01-12").found_able("2024-01-30")
    return Till.of(story).received("2024-03-05", 100_000_000, coerced=True, place=Place.BANK)


def ground(kind: str, *, up_to: bool) -> tuple[str, int]:
    """A ground of relief with its percent, one that says “up to” or one that does not."""
    found = next(one for one in LAW.grounds(kind, on=day(ON)) if bool(one.attributes.get("up_to")) == up_to)
    return found.code, int(str(found.attributes["percent"]))


def test_a_fee_is_relieved_by_what_its_ground_says(office: Office, till: Till) -> None:
    till.fee_decided(ON)
    fixed, percent = ground("fee_relief", up_to=False)
    given = {"viewer": head(ON), "case_id": till.case, "on": day(ON), "no": 1, "ground": fixed}
    with refuses("money.relief_percent_fixed"):
        actions.relieve_fee(percent=percent - 1, **given)  # type: ignore[arg-type]

    actions.relieve_fee(**given)  # type: ignore[arg-type]

    assert till.state.fee_due == 3_000_000 * (100 - percent) // 100


def test_costs_are_relieved_and_the_budget_bears_them(office: Office, till: Till) -> None:
    till.cost(ON, 1_000_000, source=CostSource.BUDGET)
    chosen = next(
        one for one in LAW.grounds("cost_relief", on=day(ON)) if not one.attributes.get("paid_percent")
    )
    relieved = 1_000_000 * int(str(chosen.attributes["percent"])) // 100

    actions.relieve_cost(viewer=head(ON), case_id=till.case, on=day(ON), ground=chosen.code)

    assert till.state.cost_due == till.state.advance_due == 1_000_000 - relieved


def test_a_creditor_who_bears_a_cost_pays_it_out_of_his_money(office: Office, till: Till) -> None:
    till.cost(ON, 500_000, source=CostSource.BUDGET, bearer=CostBearer.CREDITOR)
    actions.settle_cost(viewer=accountant(ON), case_id=till.case, on=day(ON), purse=Purse.DUTY, no=1)

    assert till.state.in_purse(Purse.DUTY, 1) == 99_500_000
    assert (till.state.cost_due, till.state.in_purse(Purse.COST)) == (0, 500_000)


def test_a_deposit_bears_interest_for_whom_the_money_is(office: Office, till: Till) -> None:
    actions.earn_interest(viewer=accountant(ON), case_id=till.case, on=day(ON), no=1, amount=12_345)

    assert till.state.in_purse(Purse.DUTY, 1) == 100_012_345
    assert till.state.totals.earned == 12_345


def test_a_fee_is_decided_as_none_on_a_listed_ground_and_only_once(office: Office, till: Till) -> None:
    exempt = LAW.grounds("fee_exempt", on=day(ON))[0].code
    given = {"viewer": head(ON), "case_id": till.case, "on": day(ON), "no": 1}
    with refuses("law.ground_unknown"):
        actions.decide_fee(ground="because", **given)  # type: ignore[arg-type]

    actions.decide_fee(ground=exempt, **given)  # type: ignore[arg-type]

    assert till.state.fee_due == 0
    with refuses("money.no_fee_item"):
        actions.decide_fee(**given)  # type: ignore[arg-type]
    till.proposed(ON)


def test_a_fee_that_went_to_the_treasury_is_not_given_back_out_of_nothing(office: Office, till: Till) -> None:
    till.received("2024-03-06", 50_000_000, coerced=True, place=Place.BANK)
    till.fee_decided(ON).fee_decided(ON).fee_withheld(ON).paid_through(ON, Purse.FEE)
    till.took_back("2024-03-11", seq=2)

    with refuses("money.fee_remitted"):
        till.fee_corrected("2024-03-11")


def test_a_payment_turned_down_frees_its_money(office: Office, till: Till) -> None:
    till.fee_decided(ON).fee_withheld(ON).proposed(ON)
    with refuses("money.words_needed"):
        actions.turn_down_payout(viewer=head(ON), case_id=till.case, payout=1, on=day(ON), reason=" ")

    actions.turn_down_payout(viewer=head(ON), case_id=till.case, payout=1, on=day(ON), reason="sai tài khoản")

    assert till.state.free(Purse.DUTY, 1) == 97_000_000
    with refuses("money.payee_stranger"):
        till.proposed(ON, payee="Người Lạ")


def test_the_till_shows_to_each_what_waits_for_him(office: Office, till: Till) -> None:
    other = Till.of(Story.ex_officio(office, "2024-01-11", FEE, number="9/HS-ST"))
    other.received(ON, 100_000)
    till.received(ON, pool=7_000_000, coerced=True, place=Place.BANK).fee_decided(ON).fee_withheld(
        ON
    ).proposed(ON)

    desk = queries.money_desk(accountant(ON))

    assert (desk.cash, desk.treasury, desk.bank, desk.held) == (100_000, 0, 107_000_000, 107_100_000)
    assert [row.pool for row in desk.pools] == [7_000_000]
    assert [row.in_hand for row in desk.in_hand] == [100_000]
    assert [row.held for row in desk.unpaid] == [100_000]
    assert [row.payee for row in desk.to_prepare] == [DEBT.creditor]
    assert desk.to_approve == desk.to_pay == []
    till.prepared(ON).approved(ON)
    assert [row.status for row in queries.payout_queue(head(ON))] == [PayoutStatus.APPROVED]
    colleague = viewer(Role.BAILIFF, ON, staff="TQ.CH-02")
    assert queries.money_desk(colleague).held == 0


def test_the_columns_of_a_banks_statement_are_remembered_for_the_next(office: Office) -> None:
    rows = (StatementRow(2, day(ON), 500, "a"),)
    actions.import_statement(
        viewer=accountant(ON), agency="TQ.CH", place=Place.BANK, bank="BIDV  Chiêm Hóa", account_no="1",
        rows=rows, file_name="a.csv", digest="a", columns={"day": "Ngày"},
    )  # fmt: skip

    assert queries.layout_of(accountant(ON), agency="TQ.CH", bank="bidv chiêm hóa") == {"day": "Ngày"}
    assert queries.layout_of(accountant(ON), agency="TQ.CH", bank="ACB") == {}
    stranger = viewer(Role.ACCOUNTANT, ON, agency="TQ.SD")
    assert queries.layout_of(stranger, agency="TQ.CH", bank="bidv chiêm hóa") == {}
    assert [one.lines for one in queries.statements(accountant(ON))] == [1]


def test_money_is_used_only_for_the_duty_of_its_own_payee(office: Office, till: Till) -> None:
    other = Story.ex_officio(
        office, "2024-01-11", FEE, number="9/HS-ST"
    )  # owed by the debtor, not the creditor
    given = {"viewer": head(ON), "case_id": till.case, "no": 1, "other_case_id": other.case, "on": day(ON)}

    with refuses("money.not_the_debtor"):
        actions.use_own_money(other_no=1, **given)  # type: ignore[arg-type]
    with refuses("money.no_case_line"):
        actions.use_own_money(other_no=5, **given)  # type: ignore[arg-type]


def test_a_fee_is_received_apart_up_to_what_is_due(office: Office, till: Till) -> None:
    till.fee_decided(ON)
    given = {"viewer": accountant(ON), "case_id": till.case, "on": day(ON)}
    with refuses("money.fee_over_due"):
        actions.receive_fee(fees=(Part(1, 3_000_001),), **given)  # type: ignore[arg-type]
    actions.receive_fee(fees=(Part(1, 1_000_000),), **given)  # type: ignore[arg-type]

    assert till.state.fee_due == 2_000_000
