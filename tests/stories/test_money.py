"""The money of cases as officers tell it: from the receipt to the last đồng paid, and where each đồng
lies.
"""

from collections.abc import Iterator

import pytest

from rooms.cases.office import CREDITOR, DEBT, DEBTOR, FEE, FINE, Office, day, viewer
from stories.money_telling import Till, accountant, head
from stories.telling import Story, refuses
from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.intake import IntakeDuty
from thads.enforcement.cases.rules.vocabulary import CollectionMeans, ObligationKind, ObligationStatus
from thads.enforcement.money import actions, queries
from thads.enforcement.money.rules.pools import Deduction, DeductionKind, PoolSource
from thads.enforcement.money.rules.sharing import SharingAsked
from thads.enforcement.money.rules.vocabulary import PayoutForm, Place, Purse
from thads.foundation.access.rules.viewer import Role


@pytest.fixture(autouse=True)
def _books_hold(office: Office) -> Iterator[None]:
    """After every story the rows and lines are the fold, and the trial balance of the agency balances."""
    yield
    assert queries.drift() == []
    balance = queries.trial_balance(head("2027-12-31"), agency="TQ.CH")
    assert balance.debit == balance.credit
    assert balance.turnover_debit == balance.turnover_credit


def test_a_debt_is_received_its_fee_withheld_the_creditor_paid_and_the_case_closed(office: Office) -> None:
    story = Story.on_request(office, "2024-01-10", DEBT).notified("2024-01-12").found_able("2024-01-30")
    till = Till.of(story).received("2024-03-05", 300_000_000, coerced=True)
    assert story.left == 0
    assert till.lies() == (300_000_000, 0, 0)
    with refuses("money.not_settled"):
        till.closed("2024-03-06")
    with refuses("money.fee_not_decided"):
        till.proposed("2024-03-06")

    till.fee_decided("2024-03-06")
    with refuses("money.fee_first"):
        till.proposed("2024-03-06")
    till.funded("2024-03-06").fee_withheld("2024-03-06").carried("2024-03-06", Place.BANK)
    till.paid_through("2024-03-07")
    assert till.state.totals.paid_payees == 291_000_000
    with refuses("money.not_settled"):
        till.closed("2024-03-08")
    till.paid_through("2024-03-08", Purse.FEE).closed("2024-03-08")

    assert till.lies() == (0, 0, 0)
    assert till.state.is_settled
    assert story.status is ObligationStatus.PERFORMED
    assert story.counted("FY2024/6M")["c9"] == 300_000_000


def test_within_the_voluntary_period_there_is_no_fee_and_the_state_takes_its_own(office: Office) -> None:
    story = Story.ex_officio(office, "2024-01-10", FEE).notified("2024-01-12")
    till = Till.of(story).received("2024-01-18").carried("2024-01-18", Place.TREASURY)

    till.paid_through("2024-01-19").closed("2024-01-19")

    assert till.state.totals.paid_budget == 1_000_000
    assert queries.fee_page(head("2024-01-20"), story.case).items[0].line.fee == 0


def test_a_receipt_recorded_by_mistake_is_taken_back_with_the_collection_it_made(office: Office) -> None:
    story = Story.on_request(office, "2024-01-10", DEBT)
    till = Till.of(story).received("2024-02-01", 100_000_000)
    assert story.left == 200_000_000

    till.took_back("2024-02-02", seq=1)

    assert (story.left, till.state.total) == (300_000_000, 0)
    assert [
        one.state
        for one in queries.receipt_list(
            head("2024-02-02"), agency="TQ.CH", since=day("2024-01-01"), as_of=day("2024-12-31")
        )
    ] == ["cancelled"]
    with refuses("money.nothing_to_cancel"):
        till.took_back("2024-02-02", seq=1)


def test_a_receipt_whose_money_was_carried_on_is_not_taken_back_before_that(office: Office) -> None:
    story = Story.on_request(office, "2024-01-10", DEBT)
    till = Till.of(story).received("2024-02-01", 100_000_000).carried("2024-02-02", Place.BANK)

    with refuses("money.cancel_breaks_later"):
        till.took_back("2024-02-03", seq=1)

    till.took_back("2024-02-03", seq=2).took_back("2024-02-03", seq=1)
    assert story.left == 300_000_000


def test_a_collection_taken_back_on_the_page_of_the_case_is_taken_back_at_the_till(office: Office) -> None:
    story = Story.on_request(office, "2024-01-10", DEBT)
    till = Till.of(story).received("2024-02-01", 100_000_000)
    entry = max(story.page("2024-02-02").timeline, key=lambda one: one.seq).entry_id

    actions.cancel_case_fact(
        viewer=head("2024-02-02"), case_id=story.case, entry_id=entry, on=day("2024-02-02"), reason="nhầm"
    )

    assert (story.left, till.state.total) == (300_000_000, 0)


def test_a_receipt_learned_late_changes_the_later_fees_and_the_difference_is_decided(office: Office) -> None:
    """T216 Đ5.5: 4 million alone are below the threshold; with the 2 million learned later they are not."""
    story = Story.on_request(office, "2024-01-10", DEBT).notified("2024-01-12").found_able("2024-01-30")
    till = Till.of(story).received("2024-03-05", 3_000_000, coerced=True)
    with refuses("money.fee_right"):
        till.fee_corrected("2024-03-06")
    till.fee_decided("2024-03-06")
    assert till.state.fee_due == 0

    till.received("2024-03-01", 3_000_000, coerced=True, learned="2024-03-10")
    till.fee_decided("2024-03-10")

    (check,) = queries.fee_page(head("2024-03-10"), story.case).checks
    assert check.difference == 180_000
    till.fee_corrected("2024-03-11")
    assert till.state.fee_due == 180_000
    assert queries.fee_page(head("2024-03-11"), story.case).checks == []


def test_a_receipt_gone_gives_back_the_fee_that_was_withheld(office: Office) -> None:
    story = Story.on_request(office, "2024-01-10", DEBT).notified("2024-01-12").found_able("2024-01-30")
    till = Till.of(story).received("2024-03-05", 100_000_000, coerced=True)
    till.received("2024-03-06", 50_000_000, coerced=True).fee_decided("2024-03-07").fee_decided("2024-03-07")
    till.fee_withheld("2024-03-07")
    assert till.state.in_purse(Purse.FEE) == 4_500_000

    till.took_back("2024-03-08", seq=2)
    till.fee_corrected("2024-03-08")

    assert till.state.in_purse(Purse.FEE) == 3_000_000
    assert till.state.in_purse(Purse.DUTY, 1) == 97_000_000


def test_coerced_money_is_shared_over_three_cases_in_the_order_of_payment(office: Office) -> None:
    debt = Story.on_request(office, "2024-01-10", DEBT, number="1/DS-ST")
    fee = Story.ex_officio(office, "2024-01-11", FEE, number="2/HS-ST")
    fine = Story.ex_officio(office, "2024-01-12", FINE, number="3/HS-ST")
    debt.notified("2024-01-15").found_able("2024-02-01")
    till = Till.of(debt).received("2024-04-01", pool=200_000_000, coerced=True, place=Place.BANK)
    asked = SharingAsked(PoolSource.COERCION, circle_on=day("2024-03-01"))

    preview = queries.sharing_preview(head("2024-04-02"), debt.case, asked)
    assert till.state.in_purse(Purse.POOL) == 200_000_000  # looking changes nothing
    till.shared("2024-04-02", asked)

    # Rank b: the court fee whole; rank c: fine and debt pro rata of what is left (L08 Đ47.1–2).
    assert fee.left == 0
    rest = 199_000_000
    assert fine.left == 5_000_000 - rest * 5 // 305
    assert (300_000_000 - debt.left) + (5_000_000 - fine.left) + 1_000_000 == 200_000_000
    assert till.state.total == 300_000_000 - debt.left
    assert Till.of(fee).lies() == (0, 0, 1_000_000)
    assert sum(step.taken for step in preview.distribution.steps) == 200_000_000

    till.took_back("2024-04-03", seq=2)
    assert (debt.left, fee.left, fine.left) == (300_000_000, 1_000_000, 5_000_000)
    assert till.state.in_purse(Purse.POOL) == 200_000_000
    assert Till.of(fine).state.total == 0
    till.shared("2024-04-04", asked)
    with refuses("money.cancel_at_source"):
        Till.of(fee).took_back("2024-04-05", seq=3)


def test_the_advance_of_costs_goes_back_before_anybody_is_paid(office: Office) -> None:
    story = Story.on_request(office, "2024-01-10", DEBT).notified("2024-01-12").found_able("2024-01-30")
    till = Till.of(story).advanced("2024-02-10", 20_000_000)
    with refuses("money.more_than_held"):
        till.cost("2024-02-20", 20_000_001)
    till.cost("2024-02-20", 12_000_000, item="thuê xe và lực lượng bảo vệ")
    assert (till.state.cost_due, till.state.advance_due) == (12_000_000, 20_000_000)

    till.received("2024-04-01", pool=100_000_000, coerced=True, place=Place.BANK)
    asked = SharingAsked(
        PoolSource.COERCION,
        circle_on=day("2024-03-01"),
        deductions=(Deduction(DeductionKind.ENFORCEMENT_COST, 12_000_000),),
    )
    till.shared("2024-04-02", asked)
    assert (till.state.cost_due, till.state.in_purse(Purse.COST)) == (0, 12_000_000)
    assert till.state.in_purse(Purse.DUTY, 1) == 88_000_000
    till.paid_through("2024-04-03", Purse.COST)
    till.paid_through("2024-04-03", Purse.ADVANCE, form=PayoutForm.CASH)

    assert till.state.advance_due == 0
    assert till.state.total == 88_000_000


def test_money_nobody_comes_for_is_put_aside_and_goes_to_the_state_at_last(office: Office) -> None:
    story = Story.on_request(office, "2024-01-10", DEBT).notified("2024-01-12").found_able("2024-01-30")
    till = Till.of(story).received("2024-03-05", 2_000_000, coerced=True).fee_decided_if_due("2024-03-06")
    with refuses("money.not_notified"):
        till.put_aside("2024-03-10")
    till.notified("2024-03-10")
    with refuses("money.notice_running"):
        till.put_aside("2024-03-25")
    till.put_aside("2024-03-26")
    assert till.lies() == (0, 0, 2_000_000)
    late = {"viewer": head("2025-03-10"), "case_id": story.case, "no": 1}
    with refuses("money.not_yet_unclaimed"):
        actions.unclaimed_to_state(on=day("2025-03-09"), **late)

    actions.unclaimed_to_state(on=day("2025-03-10"), **late)

    assert till.lies() == (0, 0, 0)
    assert till.state.totals.unclaimed == 2_000_000


def test_from_july_2026_parties_may_not_agree_their_way_out_of_the_fee(office: Office) -> None:
    story = Story.on_request(office, "2026-03-10", DEBT).notified("2026-03-12").found_able("2026-04-02")
    till = Till.of(story).received("2026-05-05", 100_000_000, coerced=True)
    given = {"case_id": story.case, "ground": "parties_agree"}
    with refuses("money.fee_before_termination"):
        actions.terminate_case(viewer=head("2026-07-01"), on=day("2026-07-01"), **given)
    assert story.status is ObligationStatus.ENFORCING

    till.fee_decided("2026-07-01").fee_withheld("2026-07-01")
    actions.terminate_case(viewer=head("2026-07-01"), on=day("2026-07-01"), **given)

    assert story.status is ObligationStatus.TERMINATED
    assert till.state.in_purse(Purse.DUTY, 1) == 97_000_000  # still to be paid to the creditor


def test_on_30_june_2026_an_agreement_still_ends_the_case_with_the_fee_open(office: Office) -> None:
    story = Story.on_request(office, "2026-03-10", DEBT).notified("2026-03-12").found_able("2026-04-02")
    Till.of(story).received("2026-05-05", 100_000_000, coerced=True)

    actions.terminate_case(
        viewer=head("2026-06-30"), case_id=story.case, on=day("2026-06-30"), ground="parties_agree"
    )

    assert story.status is ObligationStatus.TERMINATED


def test_late_interest_is_held_for_the_creditor_and_lessens_no_duty(office: Office) -> None:
    story = Story.on_request(office, "2024-01-10", DEBT).notified("2024-01-12").found_able("2024-01-30")
    till = Till.of(story).received("2024-03-05", 100_000_000, interest=2_000_000, coerced=True)

    assert story.left == 200_000_000
    assert till.state.in_purse(Purse.INTEREST, 1) == 2_000_000
    assert story.counted("FY2024/6M")["c11"] == 200_000_000


def test_nobody_approves_what_he_has_prepared_or_pays_what_nobody_approved(office: Office) -> None:
    story = Story.ex_officio(office, "2024-01-10", FEE).notified("2024-01-12")
    till = Till.of(story).received("2024-01-18", by_accountant=True).carried("2024-01-18", Place.TREASURY)
    till.proposed("2024-01-19")
    with refuses("money.payout_not_now"):
        till.paid("2024-01-19")
    with refuses("money.payout_not_now"):
        till.approved("2024-01-19")
    till.prepared("2024-01-19")
    both = viewer(Role.ACCOUNTANT, "2024-01-19")
    with refuses("access.not_your_role"):
        actions.approve_payout(viewer=both, case_id=story.case, payout=1, on=day("2024-01-19"))
    with refuses("money.payout_not_now"):
        till.paid("2024-01-19")
    till.approved("2024-01-19").paid("2024-01-19")

    assert till.state.totals.paid_budget == 1_000_000


def test_a_pool_that_was_never_coerced_belongs_to_its_own_case(office: Office) -> None:
    story = Story.on_request(office, "2024-01-10", DEBT, number="1/DS-ST")
    other = Story.ex_officio(office, "2024-01-11", FEE, number="2/HS-ST")
    till = Till.of(story).received("2024-04-01", pool=10_000_000, place=Place.BANK)

    till.shared("2024-04-02", SharingAsked())

    assert (story.left, other.left) == (290_000_000, 1_000_000)


def test_the_same_parties_balance_their_duties_from_july_2026(office: Office) -> None:
    mine = Story.on_request(office, "2026-03-10", DEBT, number="1/DS-ST")
    back = IntakeDuty(ObligationKind.CONTRACT, 120_000_000, DEBTOR.name, CREDITOR.name, "trả tiền thuê")
    theirs = Story.on_request(office, "2026-03-11", back, number="2/DS-ST")
    given = {"case_id": mine.case, "no": 1, "other_case_id": theirs.case, "other_no": 1}
    with refuses("money.setoff_not_yet"):
        actions.set_off(viewer=head("2026-06-30"), on=day("2026-06-30"), **given)

    actions.set_off(viewer=head("2026-07-01"), on=day("2026-07-01"), **given)

    assert (mine.left, theirs.left) == (180_000_000, 0)
    Till.of(mine).took_back("2026-07-02", seq=1)
    assert (mine.left, theirs.left) == (300_000_000, 120_000_000)


def test_money_of_a_payee_is_used_for_what_he_owes_elsewhere(office: Office) -> None:
    story = Story.on_request(office, "2024-01-10", DEBT, number="1/DS-ST").notified("2024-01-12")
    his = IntakeDuty(ObligationKind.COURT_FEE, 4_000_000, "Nhà nước", CREDITOR.name)
    owed = Story.ex_officio(office, "2024-01-11", his, number="2/HS-ST")
    till = Till.of(story).received("2024-01-20", 10_000_000, place=Place.BANK)

    actions.use_own_money(
        viewer=head("2024-01-22"), case_id=story.case, no=1, other_case_id=owed.case, other_no=1,
        on=day("2024-01-22"),
    )  # fmt: skip

    assert owed.left == 0
    assert till.state.in_purse(Purse.DUTY, 1) == 6_000_000
    assert Till.of(owed).lies() == (0, 0, 4_000_000)
    assert accountant("2024-01-22").on == day("2024-01-22")


def test_property_in_kind_moves_no_money(office: Office) -> None:
    story = Story.on_request(office, "2024-01-10", DEBT)

    actions.receive_money(
        viewer=office.bailiff("2024-03-01"), case_id=story.case, on=day("2024-03-01"),
        parts=(Part(1, 50_000_000),), means=CollectionMeans.IN_KIND,
    )  # fmt: skip

    assert story.left == 250_000_000
    assert Till.of(story).state.total == 0
