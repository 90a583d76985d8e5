"""What must be true besides the status: verification, waiting times, nothing owed, grounds,
amounts, dates.
"""

from dataclasses import replace

import pytest

from rules.cases.telling import ABLE, NOT_ABLE, UNABLE, collected, day, decision, standing, told
from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.contents import check_deferral_end
from thads.enforcement.cases.rules.lifecycle import check_move
from thads.enforcement.cases.rules.state import CaseState
from thads.enforcement.cases.rules.vocabulary import (
    CollectionMeans,
    Flag,
    Initiation,
    IntakeRoute,
    ObligationKind,
    VerificationResult,
)
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.kernel.refusals import Refusal

COERCION = CollectionMeans.COERCION
LATER = day("2027-12-31")


def refusal(state: CaseState | None, fact: f.CaseFact, on: str) -> Refusal:
    with pytest.raises(Refusal) as refused:
        check_move(state, fact, on=day(on), recorded_on=LATER)
    assert refused.value.message
    return refused.value


def lawful(state: CaseState | None, fact: f.CaseFact, on: str) -> None:
    check_move(state, fact, on=day(on), recorded_on=LATER)


class TestUnable:
    def test_needs_a_verification(self) -> None:
        assert refusal(standing(S.VERIFYING, found=None), UNABLE, "2024-03-01").code == "cases.not_verified"

    def test_needs_a_rest_that_cannot_be_enforced(self) -> None:
        paid = refusal(standing(S.VERIFYING, collected=1_000), UNABLE, "2024-03-01")

        assert (paid.code, paid.basis) == ("cases.nothing_unable", "L08 Đ44a.1; N62 Đ9")
        lawful(standing(S.VERIFYING, collected=999), UNABLE, "2024-03-01")
        lawful(standing(S.VERIFYING, kind=ObligationKind.HAND_OVER, amount=0), UNABLE, "2024-03-01")

    def test_needs_one_that_found_no_conditions(self) -> None:
        state = standing(S.ENFORCING, found=VerificationResult.ABLE)
        assert refusal(state, UNABLE, "2024-03-01").code == "cases.found_able"

    def test_needs_a_ground_of_the_closed_list(self) -> None:
        state = standing(S.VERIFYING)
        wrong = refusal(state, f.UnableDecided("parties_agree"), "2024-03-01")
        assert wrong.code == "law.ground_unknown"
        assert "no_income_no_assets" in wrong.message
        assert refusal(state, f.UnableDecided(""), "2024-03-01").code == "cases.ground_needed"

    def test_knows_the_grounds_of_2025_from_the_first_of_july_2026_only(self) -> None:
        fact = f.UnableDecided("held_for_bad_debt")
        assert refusal(standing(S.VERIFYING), fact, "2026-06-30").code == "law.ground_not_in_force"
        lawful(standing(S.VERIFYING), fact, "2026-07-01")


class TestSeparateLedger:
    move = f.MovedToSeparateLedger()

    @pytest.mark.parametrize(
        ("ground", "flags", "too_early", "ripe"),
        [
            ("no_income_no_assets", (), "2024-01-09", "2024-01-10"),
            ("address_unknown", (), "2025-01-09", "2025-01-10"),
            ("no_income_no_assets", (Flag.PRISONER,), "2025-01-09", "2025-01-10"),
        ],
    )
    def test_waits_one_year_or_two(
        self, ground: str, flags: tuple[Flag, ...], too_early: str, ripe: str
    ) -> None:
        state = replace(standing(S.UNABLE, ground=ground), flags=flags)
        early = refusal(state, self.move, too_early)
        assert (early.code, early.basis) == ("cases.ledger_too_early", "N62 Đ9.5")
        lawful(state, self.move, ripe)

    def test_waits_two_years_under_the_law_of_2025(self) -> None:
        state = standing(S.UNABLE, since=day("2025-01-10"))
        lawful(state, self.move, "2026-06-30")
        assert refusal(state, self.move, "2026-07-01").basis == "N152 Đ22.1"
        lawful(state, self.move, "2027-01-10")

    def test_is_for_ex_officio_cases_only_under_the_law_of_2025(self) -> None:
        state = replace(standing(S.UNABLE), initiation=Initiation.ON_REQUEST)
        lawful(state, self.move, "2026-06-30")
        assert refusal(state, self.move, "2026-07-01").code == "cases.ledger_only_ex_officio"

    def test_needs_two_verifications(self) -> None:
        state = replace(standing(S.UNABLE), verifications=1)
        assert refusal(state, self.move, "2024-03-01").code == "cases.ledger_verify_more"

    def test_is_not_for_a_debtor_found_able(self) -> None:
        state = standing(S.UNABLE, found=VerificationResult.ABLE)
        assert refusal(state, self.move, "2024-03-01").code == "cases.ledger_found_able"


class TestDeferral:
    def test_takes_only_grounds_of_the_day(self) -> None:
        lawful(standing(S.ENFORCING), f.Deferred("unsold_asset_not_taken"), "2026-06-30")
        gone = refusal(standing(S.ENFORCING), f.Deferred("unsold_asset_not_taken"), "2026-07-01")
        assert gone.code == "law.ground_not_in_force"
        lawful(standing(S.ENFORCING), f.Deferred("auction_lawsuit"), "2026-07-01")

    def test_ends_after_it_begins(self) -> None:
        fact = f.Deferred("parties_agree", until=day("2024-03-01"))
        assert refusal(standing(S.ENFORCING), fact, "2024-03-01").code == "cases.deferral_end_wrong"

    @pytest.mark.parametrize(("on", "basis"), [("2026-06-30", "L08 Đ48.1c"), ("2026-07-01", "L25 Đ46.1c")])
    def test_by_agreement_has_the_end_that_the_parties_wrote(self, on: str, basis: str) -> None:
        with pytest.raises(Refusal) as refused:
            check_deferral_end("parties_agree", None, on=day(on))

        assert (refused.value.code, refused.value.basis) == ("cases.deferral_end_needed", basis)
        check_deferral_end("parties_agree", day("2026-12-01"), on=day(on))
        check_deferral_end("asset_in_dispute", None, on=day(on))
        lawful(standing(S.ENFORCING), f.Deferred("parties_agree"), on)  # a history taken in may lack it

    def test_on_request_of_the_protest_holder_lasts_three_months_at_most_and_once(self) -> None:
        state = standing(S.ENFORCING)
        lawful(state, f.Deferred("protest_holder_request", until=day("2024-06-01")), "2024-03-01")
        fact = f.Deferred("protest_holder_request", until=day("2024-06-02"))
        assert refusal(state, fact, "2024-03-01").code == "cases.deferral_too_long"
        again = replace(state, deferral_grounds=("protest_holder_request",))
        assert (
            refusal(again, f.Deferred("protest_holder_request"), "2024-03-01").code == "cases.deferral_once"
        )


class TestMoney:
    @pytest.mark.parametrize(
        ("fact", "code"),
        [
            (collected(1_001), "cases.amount_over_rest"),
            (collected(0), "cases.amount_not_positive"),
            (collected(-5), "money.negative"),
            (f.MoneyCollected(()), "cases.parts_needed"),
            (f.Terminated("debtor_dead", (f.Part(1, 1_001),)), "cases.amount_over_rest"),
            (f.DelegatedOut("HG", (f.Part(1, 0),)), "cases.amount_not_positive"),
            (f.DutyReduced((f.Part(1, 2_000),)), "cases.amount_over_rest"),
            (collected(5, receipt_no="9" * 65), "cases.text_too_long"),
        ],
    )
    def test_that_is_not_owed_is_refused(self, fact: f.CaseFact, code: str) -> None:
        assert refusal(standing(S.ENFORCING), fact, "2024-03-01").code == code

    def test_is_not_collected_where_nothing_is_left(self) -> None:
        state = standing(S.ENFORCING, collected=1_000)
        assert refusal(state, collected(1), "2024-03-01").code == "cases.nothing_to_collect"
        assert refusal(state, collected(), "2024-03-01").code == "cases.nothing_to_collect"

    def test_none_is_delegated_where_nothing_is_left(self) -> None:
        state = standing(S.ENFORCING, collected=1_000)
        assert (
            refusal(state, f.DelegatedOut("HG", (f.Part(1, 5),)), "2024-03-01").code == "cases.nothing_left"
        )

    def test_for_the_state_alone_may_be_reduced(self) -> None:
        state = standing(S.ENFORCING, kind=ObligationKind.CONTRACT)
        assert refusal(state, f.DutyReduced((f.Part(1, 5),)), "2024-03-01").code == "cases.not_state_revenue"

    def test_is_coerced_after_the_voluntary_period_only(self) -> None:
        state = standing(S.ENFORCING)
        coerced = collected(5, means=COERCION)
        assert refusal(state, coerced, "2022-01-18").code == "cases.voluntary_running"
        lawful(state, coerced, "2022-01-19")
        assert refusal(replace(state, notice_on=None), coerced, "2022-01-19").code == "cases.no_notice_yet"

    @pytest.mark.parametrize("status", [S.UNABLE, S.SEPARATE_LEDGER, S.DEFERRED, S.SUSPENDED])
    def test_is_not_coerced_while_the_obligation_rests(self, status: S) -> None:
        coerced = collected(5, means=COERCION)
        assert refusal(standing(status), coerced, "2024-03-01").code == "cases.coerced_at_rest"
        lawful(standing(status), collected(5), "2024-03-01")

    def test_period_is_that_of_the_law_when_the_notice_does_not_name_it(self) -> None:
        state = replace(standing(S.ENFORCING), notice_on=day("2024-03-01"), voluntary_until=None)
        coerced = collected(5, means=COERCION)
        assert refusal(state, coerced, "2024-03-11").details["until"] == day("2024-03-11")
        lawful(state, coerced, "2024-03-12")


class TestDates:
    def test_nothing_happens_after_it_was_recorded(self) -> None:
        with pytest.raises(Refusal) as refused:
            check_move(standing(S.ENFORCING), ABLE, on=day("2024-03-02"), recorded_on=day("2024-03-01"))
        assert refused.value.code == "cases.in_the_future"

    def test_nothing_happens_before_the_decision(self) -> None:
        assert refusal(standing(S.ENFORCING), ABLE, "2022-01-04").code == "cases.before_decision"

    def test_a_decision_is_not_older_than_its_judgment(self) -> None:
        fact = decision(judgment_on=day("2024-03-02"))
        assert refusal(None, fact, "2024-03-01").code == "cases.before_judgment"
        lawful(None, fact, "2024-03-02")

    def test_a_voluntary_period_ends_after_the_notice(self) -> None:
        fact = f.NoticeServed(voluntary_until=day("2024-03-01"))
        assert refusal(standing(S.ASSIGNED), fact, "2024-03-01").code == "cases.voluntary_wrong"

    def test_the_day_is_that_of_viet_nam(self) -> None:
        from datetime import datetime

        from thads.enforcement.cases.rules.dates import local_day

        assert local_day(datetime.fromisoformat("2024-06-30T17:00:00+00:00")) == day("2024-07-01")
        assert local_day(datetime.fromisoformat("2024-06-30T16:59:59+00:00")) == day("2024-06-30")


class TestOpening:
    @pytest.mark.parametrize(
        ("fact", "code"),
        [
            (replace(decision(), duties=()), "cases.duties_needed"),
            (replace(decision(), number=" "), "cases.number_needed"),
            (replace(decision(), number="9" * 65), "cases.field_too_long"),
            (replace(decision(5), duties=decision(5).duties * 2), "cases.duty_twice"),
            (replace(decision(), duties=(f.Duty(0, ObligationKind.FINE, 5),)), "cases.duty_no_wrong"),
            (replace(decision(), duties=(f.Duty(10_000, ObligationKind.FINE, 5),)), "cases.duty_no_wrong"),
            (replace(decision(), duties=(f.Duty(10**20, ObligationKind.FINE, 5),)), "cases.duty_no_wrong"),
            (decision(-1), "money.negative"),
            (decision(10**18, 1), "cases.duties_too_large"),
            (decision(route=IntakeRoute.DELEGATED_IN), "cases.sender_needed"),
            (decision(ground="no_such_ground"), "law.ground_unknown"),
        ],
    )
    def test_a_decision_that_cannot_be_is_refused(self, fact: f.DecisionIssued, code: str) -> None:
        assert refusal(None, fact, "2024-03-01").code == code

    def test_a_decision_older_than_the_law_is_refused(self) -> None:
        assert refusal(None, decision(), "2009-06-30").code == "cases.too_old"

    def test_an_ordinary_decision_is_lawful(self) -> None:
        lawful(None, decision(5, 7, ground="fine_and_fees", bailiff="TQ-01"), "2024-03-01")


def test_other_contents_that_must_be_there() -> None:
    state = standing(S.ENFORCING)
    assert refusal(state, f.BailiffAssigned(" "), "2024-03-01").code == "cases.bailiff_needed"
    assert refusal(state, f.DelegatedOut(" "), "2024-03-01").code == "cases.addressee_needed"
    assert refusal(state, f.FilePulledUp(""), "2024-03-01").code == "cases.addressee_needed"
    assert refusal(state, f.Terminated(""), "2024-03-01").code == "cases.ground_needed"
    assert refusal(standing(S.UNABLE), f.Resumed("parties_agree"), "2024-03-01").code == "law.ground_unknown"


def test_a_verification_remembers_what_it_found_on_which_obligation() -> None:
    named = f.Verified(VerificationResult.NOT_ABLE, (f.Part(2),))
    state = told(("2024-01-10", decision(5, 7)), ("2024-02-01", ABLE), ("2024-02-10", named))

    assert [line.found for line in state.obligations] == [
        VerificationResult.ABLE,
        VerificationResult.NOT_ABLE,
    ]
    assert [line.status for line in state.obligations] == [S.ENFORCING, S.ENFORCING]
    lawful(state, f.UnableDecided("no_income_no_assets", (f.Part(2),)), "2024-02-12")
    assert refusal(state, UNABLE, "2024-02-12").code == "cases.found_able"
    assert told(("2024-01-10", decision()), ("2024-02-01", NOT_ABLE)).status is S.VERIFYING
