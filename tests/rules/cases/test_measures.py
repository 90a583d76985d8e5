"""Security and coercion: which measures, in which order, on which days, of which value."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.cases.telling import ABLE, day, decision, standing, told
from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.asked import check_asked
from thads.enforcement.cases.rules.coercion_days import check_day, lunar_new_year, read_time
from thads.enforcement.cases.rules.coercion_steps import (
    AFTER,
    check_approver,
    check_prepared,
    next_step,
    steps_needed,
)
from thads.enforcement.cases.rules.income import check_deduction, most_deductible
from thads.enforcement.cases.rules.lifecycle import check_move
from thads.enforcement.cases.rules.measures import Measure
from thads.enforcement.cases.rules.securing import check_signed_by_bailiff
from thads.enforcement.cases.rules.state import CaseState
from thads.enforcement.cases.rules.vocabulary import (
    CoercionKind,
    CoercionStep,
    Flag,
    ObligationKind,
    SecurityKind,
    VerificationResult,
)
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.kernel.refusals import Refusal

C = CoercionStep
LATER = day("2027-12-31")
FORCES = "police_asked police_replied plan_drafted plan_approved"
BIG_CASE = f"{FORCES} reported_to_chair cost_notice deployment_meeting"
PROTECTED = f"{FORCES} protection_plan cost_notice deployment_meeting"
FREEZE = f.SecurityOrdered(1, SecurityKind.FREEZE, "tài khoản tại ngân hàng", 1_000)
SEIZE = f.CoercionDecided(1, CoercionKind.SEIZE, "nhà và đất", 900)


def able(status: S = S.ENFORCING, **more: object) -> CaseState:
    return standing(status, **{"found": VerificationResult.ABLE, **more})


def refusal(state: CaseState, fact: f.CaseFact, on: str) -> Refusal:
    with pytest.raises(Refusal) as refused:
        check_move(state, fact, on=day(on), recorded_on=LATER)
    assert refused.value.message
    return refused.value


def lawful(state: CaseState, fact: f.CaseFact, on: str) -> None:
    check_move(state, fact, on=day(on), recorded_on=LATER)


class TestSecurity:
    @pytest.mark.parametrize(
        "status", [S.DECIDED, S.ASSIGNED, S.VOLUNTARY, S.VERIFYING, S.ENFORCING, S.UNABLE]
    )
    def test_may_be_ordered_at_any_time_also_within_the_voluntary_period(self, status: S) -> None:
        lawful(standing(status), FREEZE, "2024-03-01")

    @pytest.mark.parametrize(
        ("kind", "first"),
        [
            (SecurityKind.FREEZE, "2009-07-01"),
            (SecurityKind.HOLD, "2009-07-01"),
            (SecurityKind.STOP_REGISTRATION, "2009-07-01"),
            (SecurityKind.EXIT_BAN, "2015-09-01"),
        ],
    )
    def test_is_one_of_those_the_law_of_the_day_knows(self, kind: SecurityKind, first: str) -> None:
        state = replace(standing(S.ASSIGNED), decided_on=day("2009-07-01"))
        fact = replace(FREEZE, measure=kind)
        lawful(state, fact, first)
        lawful(state, fact, "2026-07-01")
        if kind is SecurityKind.EXIT_BAN:
            assert refusal(state, fact, "2015-08-31").code == "law.ground_not_in_force"

    @pytest.mark.parametrize("on", ["2024-03-01", "2026-07-01"])
    def test_an_exit_ban_is_the_heads(self, on: str) -> None:
        check_signed_by_bailiff(FREEZE, on=day(on))
        with pytest.raises(Refusal) as refused:
            check_signed_by_bailiff(replace(FREEZE, measure=SecurityKind.EXIT_BAN), on=day(on))
        assert refused.value.code == "cases.exit_ban_by_head"

    @pytest.mark.parametrize(
        ("minutes", "code"),
        [
            ("2026-06-30", None),
            ("2026-07-01", None),
            ("2026-06-29", "cases.minutes_too_old"),
            ("2026-07-02", "cases.minutes_after_decision"),
        ],
    )
    def test_a_decision_follows_emergency_minutes_within_24_hours(
        self, minutes: str, code: str | None
    ) -> None:
        fact = replace(FREEZE, minutes_on=day(minutes))
        if code is None:
            return lawful(standing(S.ASSIGNED), fact, "2026-07-01")
        assert refusal(standing(S.ASSIGNED), fact, "2026-07-01").code == code
        return None

    def test_registration_is_not_stopped_by_minutes(self) -> None:
        fact = replace(FREEZE, measure=SecurityKind.STOP_REGISTRATION, minutes_on=day("2024-03-01"))
        assert refusal(standing(S.ASSIGNED), fact, "2024-03-01").code == "cases.minutes_not_for"

    def test_each_measure_has_a_number_of_its_own_in_one_series(self) -> None:
        state = told(("2024-01-10", decision()), ("2024-01-12", FREEZE))

        assert refusal(state, FREEZE, "2024-03-01").code == "cases.measure_no_taken"
        assert refusal(state, replace(FREEZE, no=0), "2024-03-01").code == "cases.measure_no_taken"
        lawful(state, replace(FREEZE, no=2), "2024-03-01")

    def test_says_on_what_and_for_which_open_obligation(self) -> None:
        assert refusal(able(), replace(FREEZE, subject=" "), "2024-03-01").code == "cases.text_needed"
        named = replace(FREEZE, parts=(f.Part(7),))
        assert refusal(able(), named, "2024-03-01").code == "cases.measure_on_unknown"

    def test_ends_once_on_a_listed_ground(self) -> None:
        state = told(("2024-01-10", decision()), ("2024-01-12", FREEZE))
        ended = f.MeasureEnded(1, "applicant_asks")

        lawful(state, ended, "2024-03-01")
        assert (
            refusal(state, f.MeasureEnded(2, "applicant_asks"), "2024-03-01").code == "cases.measure_unknown"
        )
        assert refusal(state, f.MeasureEnded(1, "tired"), "2024-03-01").code == "law.ground_unknown"
        after = told(("2024-01-10", decision()), ("2024-01-12", FREEZE), ("2024-01-20", ended))
        assert refusal(after, ended, "2024-03-01").code == "cases.no_measure_stands"

    def test_is_not_released_as_paid_while_something_is_owed(self) -> None:
        state = told(
            ("2024-01-10", decision(1_000, 500)), ("2024-01-12", replace(FREEZE, parts=(f.Part(2),)))
        )
        paid = replace(
            state, obligations=(state.obligations[0], replace(state.obligations[1], collected=500))
        )
        fact = f.MeasureEnded(1, "duty_and_costs_paid")

        with pytest.raises(Refusal) as refused:
            check_asked(state, fact, on=day("2024-03-01"))
        assert (refused.value.code, refused.value.details["no"]) == ("cases.paid_before_release", 2)
        check_asked(paid, fact, on=day("2024-03-01"))


class TestCoercion:
    def test_comes_after_the_voluntary_period_unless_assets_are_spirited_away(self) -> None:
        state = replace(able(), voluntary_until=day("2026-06-30"))

        assert refusal(state, SEIZE, "2026-06-30").code == "cases.voluntary_running"
        lawful(state, SEIZE, "2026-07-01")
        lawful(state, replace(SEIZE, dissipation="đang sang tên nhà"), "2026-06-30")
        assert refusal(replace(state, notice_on=None), SEIZE, "2026-07-01").code == "cases.no_notice_yet"

    def test_of_an_interim_measure_comes_at_once(self) -> None:
        state = replace(standing(S.ASSIGNED, found=None), ground="interim_measure", notice_on=None)
        lawful(state, SEIZE, "2024-03-01")
        lawful(state, f.MoneyCollected((f.Part(1, 5),), means="coercion"), "2024-03-01")  # type: ignore[arg-type]

    def test_needs_means_that_were_found(self) -> None:
        assert refusal(standing(S.ENFORCING), SEIZE, "2024-03-01").code == "cases.coercion_needs_ability"
        assert refusal(able(found=None), SEIZE, "2024-03-01").code == "cases.coercion_needs_ability"
        lawful(able(), SEIZE, "2024-03-01")

    @pytest.mark.parametrize("status", [S.UNABLE, S.SEPARATE_LEDGER, S.DEFERRED, S.SUSPENDED])
    def test_is_not_decided_while_the_obligation_rests(self, status: S) -> None:
        assert refusal(able(status), SEIZE, "2024-03-01").code == "cases.coerced_at_rest"
        assert refusal(able(status), replace(SEIZE, parts=(f.Part(1),)), "2024-03-01").code == (
            "cases.coerced_at_rest"
        )

    def test_of_one_obligation_is_lawful_beside_one_that_rests(self) -> None:
        working, resting = able().obligations[0], replace(able(S.DEFERRED).obligations[0], no=2)
        state = replace(able(), obligations=(working, resting))

        lawful(state, SEIZE, "2024-03-01")
        lawful(state, replace(SEIZE, parts=(f.Part(1),)), "2024-03-01")
        assert (
            refusal(state, replace(SEIZE, parts=(f.Part(2),)), "2024-03-01").code == "cases.coerced_at_rest"
        )

    @pytest.mark.parametrize(
        ("value", "costs", "exception", "code"),
        [
            (1_000, 0, "", None),
            (1_001, 0, "", "cases.coercion_value_too_large"),
            (1_200, 200, "", None),
            (1_201, 200, "", "cases.coercion_value_too_large"),
            (9_000, 0, "only_asset", None),
            (9_000, 0, "no_such", "law.ground_unknown"),
        ],
    )
    @pytest.mark.parametrize("on", ["2026-06-30", "2026-07-01"])
    def test_is_of_a_value_that_matches_duty_and_costs(
        self, value: int, costs: int, exception: str, code: str | None, on: str
    ) -> None:
        fact = replace(SEIZE, value=value, costs=costs, exception=exception)
        if code is None:
            return lawful(able(), fact, on)
        assert refusal(able(), fact, on).code == code
        return None

    def test_of_what_is_no_money_has_no_value_to_match(self) -> None:
        state = able(kind=ObligationKind.HAND_OVER, amount=0)
        lawful(state, replace(SEIZE, measure=CoercionKind.HAND_OVER, value=9_000), "2024-03-01")
        lawful(state, replace(SEIZE, value=9_000), "2024-03-01")

    def test_after_a_long_rest_needs_a_new_verification(self) -> None:
        verified, resumed = ("2024-02-01", ABLE), ("2024-09-02", f.Resumed())
        rest = ("2024-02-10", f.Deferred("asset_in_dispute"))
        state = told(("2024-01-10", decision()), verified, rest, resumed)

        check_asked(state, SEIZE, on=day("2024-07-31"))
        with pytest.raises(Refusal) as refused:
            check_asked(state, SEIZE, on=day("2024-09-02"))
        assert refused.value.code == "cases.ability_stale"
        again = told(("2024-01-10", decision()), verified, rest, resumed, ("2024-09-10", ABLE))
        check_asked(again, SEIZE, on=day("2024-09-10"))


class TestDays:
    @pytest.mark.parametrize(
        ("on", "forceful", "honoured", "code"),
        [
            ("2024-03-01", True, True, None),
            ("2024-03-02", False, False, "cases.coercion_on_day_off"),  # Saturday
            ("2024-04-18", False, False, "cases.coercion_on_day_off"),  # the Hùng kings
            ("2026-06-30", True, False, None),
            ("2026-02-02", True, False, "cases.coercion_around_new_year"),  # Tết is 17/2/2026
            ("2026-01-30", True, False, None),
            ("2026-03-04", True, False, "cases.coercion_around_new_year"),
            ("2026-03-05", True, False, None),
            ("2026-02-02", False, False, None),
            ("2026-07-27", True, True, "cases.coercion_on_tradition_day"),
            ("2026-07-27", True, False, None),
            ("2026-07-27", False, True, None),
        ],
    )
    def test_nobody_is_coerced_on_days_that_the_law_spares(
        self, on: str, forceful: bool, honoured: bool, code: str | None
    ) -> None:
        if code is None:
            return check_day(day(on), is_forceful=forceful, is_honoured=honoured)
        with pytest.raises(Refusal) as refused:
            check_day(day(on), is_forceful=forceful, is_honoured=honoured)
        assert refused.value.code == code
        return None

    @pytest.mark.parametrize(
        ("begun_at", "is_allowed"),
        [
            ("06:00", True),
            ("5:59", False),
            ("21h59", True),
            ("22:00", False),
            ("8g30", True),
            ("0:15", False),
        ],
    )
    def test_nobody_is_coerced_at_night(self, begun_at: str, is_allowed: bool) -> None:
        if is_allowed:
            return check_day(day("2026-07-01"), is_forceful=False, begun_at=begun_at)
        with pytest.raises(Refusal) as refused:
            check_day(day("2026-07-01"), is_forceful=False, begun_at=begun_at)
        assert (refused.value.code, refused.value.basis) == ("cases.coercion_at_night", "L25 Đ72.5")
        return None

    def test_what_is_no_time_is_said_so(self) -> None:
        with pytest.raises(Refusal, match="không phải là giờ"):
            read_time("sáng sớm")

    @pytest.mark.parametrize(
        ("year", "first"), [(2024, "2024-02-10"), (2025, "2025-01-29"), (2026, "2026-02-17")]
    )
    def test_the_new_year_is_that_of_the_moon(self, year: int, first: str) -> None:
        assert lunar_new_year(year) == day(first)


def with_steps(*steps: tuple[CoercionStep, str], **more: object) -> Measure:
    measure = Measure(1, CoercionKind.SEIZE, "nhà", day("2026-01-05"), **more)  # type: ignore[arg-type]
    return replace(measure, steps=tuple((step, day(on)) for step, on in steps))


class TestSteps:
    forceful = replace(able(), measures=(with_steps(is_forceful=True),))

    @pytest.mark.parametrize(("step", "before"), AFTER.items())
    def test_of_mobilising_forces_come_in_their_order(self, step: CoercionStep, before: CoercionStep) -> None:
        assert (
            refusal(self.forceful, f.CoercionPrepared(1, step), "2026-02-02").code == "cases.step_out_of_turn"
        )
        ready = replace(able(), measures=(with_steps((before, "2026-02-01"), is_forceful=True),))
        lawful(ready, f.CoercionPrepared(1, step), "2026-02-02")

    def test_of_the_police_belong_to_measures_with_forces(self) -> None:
        state = replace(able(), measures=(with_steps(),))
        assert refusal(state, f.CoercionPrepared(1, C.POLICE_ASKED), "2026-02-02").code == "cases.no_forces"
        lawful(state, f.CoercionPrepared(1, C.COST_NOTICE), "2026-02-02")

    def test_a_notice_before_seizure_is_given_of_immovables(self) -> None:
        fact = f.CoercionPrepared(1, C.SEIZURE_NOTICE)
        state = replace(able(), measures=(with_steps(),))
        assert refusal(state, fact, "2026-02-02").code == "cases.seizure_notice_not_needed"
        lawful(replace(able(), measures=(with_steps(is_immovable=True),)), fact, "2026-02-02")

    @pytest.mark.parametrize(
        ("on", "told_on", "is_early"),
        [
            # 30/6/2026 is a Tuesday: three working days before it are Thursday to Monday
            ("2026-06-30", "2026-06-25", True),
            ("2026-06-30", "2026-06-26", False),
            # 1/7/2026: two working days are enough
            ("2026-07-01", "2026-06-29", True),
            ("2026-07-01", "2026-06-30", False),
        ],
    )
    def test_the_costs_are_told_early_enough(self, on: str, told_on: str, is_early: bool) -> None:
        measure = with_steps((C.COST_NOTICE, told_on))
        if is_early:
            return check_prepared(able(), measure, on=day(on))
        with pytest.raises(Refusal) as refused:
            check_prepared(able(), measure, on=day(on))
        assert refused.value.code == "cases.step_too_late"
        return None

    def test_a_missing_step_is_named_with_its_article(self) -> None:
        with pytest.raises(Refusal) as refused:
            check_prepared(able(), with_steps(), on=day("2026-07-01"))
        assert (refused.value.code, refused.value.basis) == ("cases.step_missing", "L25 Đ72.7")

    @pytest.mark.parametrize(
        ("on", "flags", "needed"),
        [
            (
                "2026-06-30",
                (),
                "police_asked police_replied plan_drafted plan_approved cost_notice deployment_meeting",
            ),
            (
                "2026-06-30",
                (Flag.KEY_CASE,),
                BIG_CASE,
            ),
            (
                "2026-07-01",
                (Flag.KEY_CASE,),
                PROTECTED,
            ),
        ],
    )
    def test_are_those_of_the_law_of_the_day(self, on: str, flags: tuple[Flag, ...], needed: str) -> None:
        measure = with_steps(is_forceful=True)
        assert list(steps_needed(measure, flags=flags, on=day(on))) == needed.split()
        assert next_step(measure, flags=flags, on=day(on)) is C.POLICE_ASKED

    @pytest.mark.parametrize(("on", "may"), [("2026-06-30", True), ("2026-07-01", False)])
    def test_the_plan_is_approved_by_the_head_since_2026(self, on: str, may: bool) -> None:
        check_approver(C.PLAN_APPROVED, by_head=True, on=day(on))
        check_approver(C.PLAN_DRAFTED, by_head=False, on=day(on))
        if may:
            return check_approver(C.PLAN_APPROVED, by_head=False, on=day(on))
        with pytest.raises(Refusal, match="Thủ trưởng"):
            check_approver(C.PLAN_APPROVED, by_head=False, on=day(on))
        return None

    def test_a_measure_is_carried_out_once(self) -> None:
        state = replace(able(), measures=(replace(with_steps(), carried_out_on=day("2026-02-10")),))
        assert refusal(state, f.CoercionCarriedOut(1), "2026-03-02").code == "cases.no_coercion_stands"
        two = replace(state, measures=(*state.measures, replace(with_steps(), no=2)))
        assert refusal(two, f.CoercionCarriedOut(1), "2026-03-02").code == "cases.carried_out_already"
        lawful(two, f.CoercionCarriedOut(2), "2026-03-02")


class TestIncome:
    @pytest.mark.parametrize(
        ("on", "region", "dependants", "most"),
        [
            ("2026-06-30", 0, 0, 3_000_000),
            ("2026-06-30", 1, 2, 3_000_000),
            ("2026-07-01", 1, 0, 4_690_000),
            ("2026-07-01", 4, 1, 2_600_000),
            ("2026-07-01", 1, 1, 0),
        ],
    )
    def test_leaves_the_debtor_what_the_law_of_the_day_leaves(
        self, on: str, region: int, dependants: int, most: int
    ) -> None:
        assert most_deductible(10_000_000, on=day(on), region=region, dependants=dependants) == most

    def test_needs_a_wage_region_since_2026(self) -> None:
        with pytest.raises(Refusal) as refused:
            most_deductible(10_000_000, on=day("2026-07-01"))
        assert refused.value.code == "cases.region_needed"

    def test_more_than_that_is_refused(self) -> None:
        check_deduction(3_000_000, 10_000_000, on=day("2026-06-30"))
        fact = replace(SEIZE, measure=CoercionKind.DEDUCT_INCOME, value=3_000_001, income=10_000_000)
        assert refusal(able(), fact, "2026-06-30").code == "cases.deduction_too_large"

    @given(
        st.integers(0, 10**10),
        st.integers(0, 20),
        st.integers(1, 4),
        st.sampled_from(["2026-06-30", "2026-07-01"]),
    )
    def test_never_takes_more_than_there_is(self, income: int, dependants: int, region: int, on: str) -> None:
        most = most_deductible(income, on=day(on), dependants=dependants, region=region)
        assert 0 <= most <= income
