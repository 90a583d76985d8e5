"""What a history owes: each fact sets off its deadlines, each closing fact ends them, nothing fires twice."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.cases.telling import ABLE, NOT_ABLE, day, decision, line, told
from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.dues import Due, all_dues, dues_of
from thads.enforcement.cases.rules.histories import HistoryFact
from thads.enforcement.cases.rules.standing import CaseStanding, standing_of_facts
from thads.enforcement.cases.rules.state import apply
from thads.enforcement.cases.rules.vocabulary import (
    CoercionKind,
    CoercionStep,
    Flag,
    Initiation,
    OrderRecipient,
    SecurityKind,
    SuspensionCause,
)
from thads.enforcement.deadlines.rules.duties import DueRole, OutsideBody

SIGNER = "TQ-HEAD"
OPENED = ("2024-03-01", decision(signer=SIGNER, bailiff="TQ-01"))
NOTICED = ("2024-03-04", f.NoticeServed(day("2024-03-14")))
UNABLE = f.UnableDecided("no_income_no_assets", signer=SIGNER)


def standing(*steps: tuple[str, f.CaseFact]) -> CaseStanding:
    found = standing_of_facts([line(*step) for step in steps])
    assert found is not None
    return found


def owed(*steps: tuple[str, f.CaseFact], on: str) -> dict[str, date]:
    return {one.key: one.due_on for one in dues_of(standing(*steps), on=day(on))}


def one_of(key: str, *steps: tuple[str, f.CaseFact]) -> Due:
    (found,) = [one for one in all_dues(standing(*steps)) if one.key == key]
    return found


class TestOrders:
    def test_a_decision_is_told_and_sent_and_its_file_opened(self) -> None:
        assert owed(OPENED, on="2024-03-01") == {
            "order.notice": day("2024-03-06"),
            "order.to_procuracy": day("2024-03-06"),
            "file.open": day("2024-03-05"),
        }

    def test_whose_each_follow_up_is(self) -> None:
        assert one_of("order.notice", OPENED).role is DueRole.BAILIFF
        assert one_of("order.to_procuracy", OPENED).role is DueRole.CLERK
        assert one_of("file.open", OPENED).act == "cases.open_file"

    def test_closing_facts_end_the_follow_ups(self) -> None:
        done = (
            ("2024-03-04", f.OrderSent(1, OrderRecipient.PROCURACY)),
            ("2024-03-04", f.FileOpened("12")),
            NOTICED,
        )

        assert set(owed(OPENED, *done, on="2024-03-05")) == {"voluntary.period"}

    def test_a_decision_sent_but_not_yet_valid_is_not_asked_for_again(self) -> None:
        sent = ("2024-03-04", f.OrderSent(1, OrderRecipient.PARTIES))

        assert "order.notice" not in owed(OPENED, sent, on="2024-03-10")

    def test_a_history_taken_in_owes_no_follow_ups(self) -> None:
        assert owed(("2024-03-01", decision(bailiff="TQ-01")), on="2024-03-01") == {
            "order.notice": day("2024-03-06")
        }

    def test_each_order_has_its_own_two(self) -> None:
        steps = (OPENED, NOTICED, ("2024-03-20", NOT_ABLE), ("2024-03-22", UNABLE))
        triggers = [one.trigger for one in all_dues(standing(*steps)) if one.key.startswith("order.")]

        assert sorted(triggers) == ["order:1:procuracy", "order:4:parties", "order:4:procuracy"]

    def test_a_freeze_is_sent_at_once(self) -> None:
        freeze = f.SecurityOrdered(1, SecurityKind.FREEZE, "tài khoản", signer="TQ-01")
        found = [
            one
            for one in all_dues(standing(OPENED, ("2024-03-05", freeze)))
            if one.key == "security.send_order"
        ]

        assert {one.due_on for one in found} == {day("2024-03-05")}


class TestWorking:
    def test_the_voluntary_period_lapses_and_verification_follows(self) -> None:
        steps = (OPENED, NOTICED)

        assert owed(*steps, on="2024-03-14")["voluntary.period"] == day("2024-03-14")
        assert "verification.first" not in owed(*steps, on="2024-03-14")
        assert "voluntary.period" not in owed(*steps, on="2024-03-15")
        assert owed(*steps, on="2024-03-15")["verification.first"] == day("2024-03-25")

    @pytest.mark.parametrize(
        ("asked", "last"),
        [("2026-06-29", "2026-07-06"), ("2026-07-01", "2026-07-06"), ("2026-07-02", "2026-07-07")],
    )
    def test_a_request_for_another_bailiff_is_decided_in_five_days_and_in_three(
        self, asked: str, last: str
    ) -> None:
        steps = (OPENED, (asked, f.BailiffChangeRequested("đương sự")))

        assert owed(*steps, on=asked)["bailiff.change"] == day(last)
        answered = (last, f.BailiffChangeRefused("không có căn cứ", signer=SIGNER))
        assert "bailiff.change" not in owed(*steps, answered, on=last)

    @pytest.mark.parametrize(
        ("registered", "key", "last"),
        [
            (True, "verification.mandate_registered", "2024-04-19"),
            (False, "verification.mandate_other", "2024-04-04"),
        ],
    )
    def test_an_agency_asked_to_verify_is_reminded(self, registered: bool, key: str, last: str) -> None:
        asked = ("2024-03-20", f.VerificationMandated("TQ.SD", registered))
        one = one_of(key, OPENED, NOTICED, asked)

        assert (one.due_on, one.role, one.body) == (day(last), DueRole.OUTSIDE, OutsideBody.AGENCY)
        answered = ("2024-04-01", f.MandateAnswered("TQ.SD"))
        assert key not in owed(OPENED, NOTICED, asked, answered, on="2024-04-01")

    def test_new_information_is_verified_within_ten_days(self) -> None:
        steps = (OPENED, NOTICED, ("2024-03-20", NOT_ABLE), ("2024-03-22", UNABLE))
        informed = ("2024-05-06", f.InformationReceived("nhân dân"))

        assert owed(*steps, informed, on="2024-05-06")["verification.new_information"] == day("2024-05-16")
        looked = ("2024-05-08", NOT_ABLE)
        assert "verification.new_information" not in owed(*steps, informed, looked, on="2024-05-08")

    def test_two_mandates_are_two_items(self) -> None:
        asked = [(f"2024-03-2{n}", f.VerificationMandated(f"TQ.{n}")) for n in range(2)]
        found = [one for one in all_dues(standing(OPENED, NOTICED, *asked)) if "mandate" in one.key]

        assert [one.trigger for one in found] == ["mandate:1", "mandate:2"]

    def test_a_court_s_interim_measure_is_enforced_at_once(self) -> None:
        opened = ("2024-03-01", decision(signer=SIGNER, bailiff="TQ-01", ground="interim_measure"))
        found = owed(opened, on="2024-03-01")

        assert found["verification.interim_measure"] == day("2024-03-01")
        assert found["interim_measure.apply"] == day("2024-03-04")


class TestUnable:
    STEPS = (OPENED, NOTICED, ("2024-03-20", NOT_ABLE), ("2024-03-22", UNABLE))

    def test_the_debtor_is_published_and_taken_off_again(self) -> None:
        assert owed(*self.STEPS, on="2024-03-22")["unable.publication"] == day("2024-03-29")
        published = ("2024-03-25", f.DebtorPublished())
        assert "unable.publication" not in owed(*self.STEPS, published, on="2024-03-25")

        over = (*self.STEPS, published, ("2024-06-03", ABLE), ("2024-06-05", f.Resumed(signer=SIGNER)))
        assert owed(*over, on="2024-06-05")["unable.publication_end"] == day("2024-06-07")
        ended = ("2024-06-06", f.PublicationEnded())
        assert "unable.publication_end" not in owed(*over, ended, on="2024-06-06")

    def test_the_end_of_the_case_ends_the_publication_in_three_days_under_the_law_of_2025(self) -> None:
        published = ("2024-03-25", f.DebtorPublished())
        closed = ("2026-07-06", f.Terminated("debtor_dead", signer=SIGNER))

        assert owed(*self.STEPS, published, closed, on="2026-07-06")["unable.publication_end"] == day(
            "2026-07-09"
        )

    def test_what_ripens_changes_with_the_law_on_its_day(self) -> None:
        on_request = ("2025-08-01", decision(initiation=Initiation.ON_REQUEST))
        steps = (on_request, ("2025-08-04", f.NoticeServed(day("2025-08-14"))), ("2025-08-20", NOT_ABLE),
                 ("2025-08-22", f.UnableDecided("no_income_no_assets")))  # fmt: skip
        ripe = {key: on for key, on in owed(*steps, on="2026-06-30").items() if key.startswith("unable.")}
        later = {key: on for key, on in owed(*steps, on="2026-07-01").items() if key.startswith("unable.")}

        assert ripe == {"unable.separate_ledger": day("2026-08-22")}  # a Saturday that is worked
        assert later == {"unable.return_of_request": day("2027-08-23")}


class TestMeasures:
    FREEZE = ("2024-03-20", f.SecurityOrdered(1, SecurityKind.FREEZE, "tài khoản"))

    def coerced(self, planned: str, **more: object) -> tuple[str, f.CaseFact]:
        fact = f.CoercionDecided(2, CoercionKind.SEIZE, "nhà đất", planned_on=day(planned), **more)  # type: ignore[arg-type]
        return "2024-04-01", fact

    def test_coercion_follows_a_freeze_within_ten_days(self) -> None:
        steps = (OPENED, NOTICED, ("2024-03-18", ABLE), self.FREEZE)

        assert owed(*steps, on="2024-03-20")["security.coerce_after_freeze"] == day("2024-04-01")
        assert "security.coerce_after_freeze" not in owed(*steps, self.coerced("2024-05-06"), on="2024-04-01")

    def test_the_ten_days_of_a_hold_run_from_the_ownership(self) -> None:
        hold = f.SecurityOrdered(1, SecurityKind.HOLD, "xe", owned_since=day("2024-03-25"))
        unknown = f.SecurityOrdered(1, SecurityKind.HOLD, "xe")
        steps = (OPENED, NOTICED, ("2024-03-18", ABLE))

        assert owed(*steps, ("2024-03-20", hold), on="2024-03-25")["security.coerce_after_hold"] == day(
            "2024-04-04"
        )
        assert "security.coerce_after_hold" not in owed(*steps, ("2024-03-20", unknown), on="2024-03-25")

    def test_under_the_law_of_2025_they_run_from_full_grounds(self) -> None:
        opened = ("2026-07-01", decision())
        notice = ("2026-07-02", f.NoticeServed(day("2026-07-13")))
        freeze = ("2026-07-03", f.SecurityOrdered(1, SecurityKind.FREEZE, "tài khoản"))

        assert "security.coerce_after_freeze" not in owed(opened, notice, freeze, on="2026-07-10")
        able = ("2026-07-15", ABLE)
        found = owed(opened, notice, freeze, able, on="2026-07-15")
        assert found["security.coerce_after_freeze"] == day("2026-07-27")

    def test_before_the_day_of_coercion_come_its_notices(self) -> None:
        forceful = self.coerced("2024-05-16", is_forceful=True, is_immovable=True)
        found = owed(OPENED, NOTICED, ("2024-03-18", ABLE), forceful, on="2024-04-01")

        assert {key: on for key, on in found.items() if key.startswith("coercion.")} == {
            "coercion.cost_notice": day("2024-05-13"),
            "coercion.immovable_notice": day("2024-05-13"),
            "coercion.deployment_meeting": day("2024-05-15"),
            "coercion.report_big_case": day("2024-05-09"),
        }

    def test_without_forces_or_land_only_the_costs_are_told(self) -> None:
        found = owed(OPENED, NOTICED, ("2024-03-18", ABLE), self.coerced("2024-05-16"), on="2024-04-01")

        assert [key for key in found if key.startswith("coercion.")] == ["coercion.cost_notice"]

    @pytest.mark.parametrize(
        ("planned", "notice", "plan"),
        [("2026-06-30", "2026-06-25", None), ("2026-07-13", "2026-07-09", "2026-07-06")],
    )
    def test_the_law_of_the_day_of_coercion_holds(self, planned: str, notice: str, plan: str | None) -> None:
        steps = (
            ("2026-05-04", decision()),
            ("2026-05-05", f.NoticeServed(day("2026-05-15"))),
            ("2026-05-20", ABLE),
        )
        fact = f.CoercionDecided(1, CoercionKind.SEIZE, "xe", planned_on=day(planned), is_forceful=True)
        found = owed(*steps, ("2026-06-01", fact), on="2026-06-02")

        assert found["coercion.cost_notice"] == day(notice)
        assert found.get("coercion.protection_plan") == (day(plan) if plan else None)

    def test_each_step_of_the_plan_asks_for_the_next(self) -> None:
        forceful = self.coerced("2024-06-14", is_forceful=True)
        steps = [OPENED, NOTICED, ("2024-03-18", ABLE), forceful]
        seen = []
        for when, step in (
            ("2024-04-02", CoercionStep.POLICE_ASKED), ("2024-04-04", CoercionStep.POLICE_REPLIED),
            ("2024-04-08", CoercionStep.PLAN_DRAFTED), ("2024-04-10", CoercionStep.PLAN_APPROVED),
            ("2024-04-12", CoercionStep.PROTECTION_PLAN),
        ):  # fmt: skip
            steps.append((when, f.CoercionPrepared(2, step)))
            after = {"coercion.police_reply", "coercion.plan_draft", "coercion.police_plan"}
            seen.append(sorted(after & set(owed(*steps, on=when))))

        assert seen == [["coercion.police_reply"], ["coercion.plan_draft"], [], ["coercion.police_plan"], []]

    def test_once_carried_out_nothing_is_owed_before_it(self) -> None:
        done = ("2024-05-16", f.CoercionCarriedOut(2))
        found = owed(OPENED, NOTICED, ("2024-03-18", ABLE), self.coerced("2024-05-16"), done, on="2024-05-16")

        assert not [key for key in found if key.startswith("coercion.")]

    def test_a_measure_that_outlives_the_case_is_ended(self) -> None:
        steps = (OPENED, NOTICED, ("2024-03-18", ABLE), self.FREEZE, ("2024-05-06", f.Performed()))

        assert owed(*steps, on="2024-05-06")["security.end"] == day("2024-05-13")
        ended = ("2024-05-07", f.MeasureEnded(1, "duty_performed"))
        assert "security.end" not in owed(*steps, ended, on="2024-05-07")

    def test_a_deferral_hides_what_runs_and_lengthens_it(self) -> None:
        steps = (OPENED, NOTICED, ("2024-03-18", ABLE), self.FREEZE)
        deferred = ("2024-03-22", f.Deferred("parties_agree", until=day("2024-04-19")))
        resumed = ("2024-04-22", f.Resumed())

        assert "security.coerce_after_freeze" not in owed(*steps, deferred, on="2024-04-01")
        after = one_of("security.coerce_after_freeze", *steps, deferred, resumed)
        assert after.due_on == day("2024-05-02")  # 30 days later: 23/3 to 21/4 are not counted
        assert sum((pause.end - pause.start).days for pause in after.pauses) == 30

    def test_what_is_told_names_no_asset(self) -> None:
        titles = [one.title for one in all_dues(standing(OPENED, NOTICED, ("2024-03-18", ABLE), self.FREEZE))]

        assert not any("tài khoản Nguyễn" in title for title in titles)
        assert any("biện pháp số 1" in title for title in titles)


def test_a_certificate_asked_for_is_given_after_the_end_too() -> None:
    steps = (OPENED, NOTICED, ("2024-03-18", ABLE), ("2024-05-06", f.Performed()))
    asked = ("2026-07-06", f.CertificateRequested("đương sự"))

    assert owed(*steps, asked, on="2026-07-06")["certificate.result"] == day("2026-07-09")
    given_ = ("2026-07-07", f.CertificateIssued(to="đương sự", signer=SIGNER))
    assert "certificate.result" not in owed(*steps, asked, given_, on="2026-07-07")


def test_a_fact_taken_back_owes_nothing() -> None:
    lines = [line(*OPENED), line("2024-03-05", f.BailiffChangeRequested("đương sự"))]
    taken_back = HistoryFact(None, day("2024-03-06"), line("2024-03-06", ABLE).recorded_at, cancels=1)
    before, after = standing_of_facts(lines), standing_of_facts([*lines, taken_back])

    assert before is not None
    assert after is not None
    assert "bailiff.change" in {one.key for one in all_dues(before)}
    assert "bailiff.change" not in {one.key for one in all_dues(after)}


def test_before_the_decision_nothing_stands() -> None:
    assert standing_of_facts([line("2024-03-01", ABLE)]) is None


# ------------------------------------------------------------------ nothing fires twice

FACTS = st.sampled_from(
    [
        NOT_ABLE, ABLE, UNABLE, f.NoticeServed(day("2024-04-14")), f.FileOpened(), f.Resumed(signer=SIGNER),
        f.Deferred("parties_agree", until=day("2024-09-30"), signer=SIGNER),
        f.Suspended(SuspensionCause.PROTEST, signer=SIGNER), f.BailiffChangeRequested("x"),
        f.VerificationMandated("TQ.SD", True), f.VerificationMandated("TQ.SD"), f.MandateAnswered("TQ.SD"),
        f.InformationReceived("x"), f.DebtorPublished(), f.PublicationEnded(), f.CertificateRequested("x"),
        f.SecurityOrdered(1, SecurityKind.FREEZE, "x", signer="TQ-01"),
        f.SecurityOrdered(2, SecurityKind.HOLD, "x", owned_since=day("2024-03-09")),
        f.CoercionDecided(3, CoercionKind.SEIZE, "x", planned_on=day("2024-08-01"), is_forceful=True),
        f.CoercionPrepared(3, CoercionStep.POLICE_ASKED), f.OrderSent(1, OrderRecipient.PROCURACY),
        f.MovedToSeparateLedger(), f.Performed(),
    ]
)  # fmt: skip


def is_numbered(fact: f.CaseFact) -> bool:
    """Measures have numbers of their own: no lawful history tells one twice."""
    return isinstance(fact, f.SecurityOrdered | f.CoercionDecided)


@given(st.lists(FACTS, max_size=12), st.sampled_from([(), (Flag.PRISONER,)]))
def test_no_fact_sets_off_the_same_rule_twice(facts: list[f.CaseFact], flags: tuple[Flag, ...]) -> None:
    opened = line("2024-03-01", decision(signer=SIGNER, bailiff="TQ-01", flags=flags))
    told_once = [
        fact for place, fact in enumerate(facts) if not is_numbered(fact) or fact not in facts[:place]
    ]
    lines = [opened, *(line(f"2024-04-{n:02}", fact) for n, fact in enumerate(told_once, start=1))]
    found = standing_of_facts(lines)
    assert found is not None
    dues = all_dues(found)

    assert len({(one.key, one.trigger) for one in dues}) == len(dues)
    state = None
    for one in lines:
        state = apply(state, one.fact, on=one.took_effect)
    assert standing_of_facts(lines, state=state) == found
    for month in (4, 8, 12):
        shown = dues_of(found, on=date(2026, month, 1))
        assert set(shown) <= set(dues)


def test_the_histories_of_these_tests_are_lawful() -> None:
    assert told(OPENED, NOTICED, ("2024-03-18", ABLE)).is_open
