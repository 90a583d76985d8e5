"""How a case ends and what comes after: request returned, delegation, closing, archive, corrections."""

from dataclasses import replace

import pytest

from rules.cases.telling import ABLE, NOT_ABLE, day, decision, history, line, standing, told
from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.archive import check_taker, next_check
from thads.enforcement.cases.rules.asked import asked_moves, check_asked
from thads.enforcement.cases.rules.closing import publication_should_end
from thads.enforcement.cases.rules.delegating import check_interim_delegation, order_of_places
from thads.enforcement.cases.rules.histories import HistoriesRefused, HistoryFact, check_history
from thads.enforcement.cases.rules.lifecycle import check_move
from thads.enforcement.cases.rules.returns import can_return_request, check_can_return_request
from thads.enforcement.cases.rules.state import CaseState
from thads.enforcement.cases.rules.targets import signing_act
from thads.enforcement.cases.rules.vocabulary import (
    ArchiveStep,
    CoercionKind,
    Initiation,
    OrderRecipient,
    SecurityKind,
    SuspensionCause,
    VerificationResult,
)
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.foundation.access.rules.viewer import Role
from thads.kernel.refusals import Refusal

LATER = day("2029-12-31")
SEIZED = ("2024-03-10", f.CoercionDecided(1, CoercionKind.SEIZE, "nhà", 900))
START = (
    ("2024-01-10", decision(1_000, initiation=Initiation.ON_REQUEST)),
    ("2024-01-12", f.NoticeServed()),
    ("2024-02-10", ABLE),
)


def refusal(state: CaseState, fact: f.CaseFact, on: str) -> Refusal:
    with pytest.raises(Refusal) as refused:
        check_move(state, fact, on=day(on), recorded_on=LATER)
    assert refused.value.message
    return refused.value


def lawful(state: CaseState, fact: f.CaseFact, on: str) -> None:
    check_move(state, fact, on=day(on), recorded_on=LATER)


def requested(since: str, **more: object) -> CaseState:
    state = replace(standing(S.UNABLE, since=day(since), **more), initiation=Initiation.ON_REQUEST)
    return replace(state, unable_on=day(since))


class TestReturnOfTheRequest:
    fact = f.RequestReturned("two_years_unable")

    def test_waits_two_years_from_the_unable_decision(self) -> None:
        state = requested("2024-07-02")
        early = refusal(state, self.fact, "2026-07-01")
        assert (early.code, early.details["earliest"]) == ("cases.return_too_early", day("2026-07-02"))
        lawful(state, self.fact, "2026-07-02")

    def test_of_a_leap_day_comes_two_years_later_on_the_last_of_february(self) -> None:
        state = requested("2028-02-29")
        assert not can_return_request(state, ground="two_years_unable", on=day("2030-02-27"))
        assert can_return_request(state, ground="two_years_unable", on=day("2030-02-28"))

    def test_is_not_known_until_the_first_of_july_2026(self) -> None:
        assert refusal(requested("2020-01-10"), self.fact, "2026-06-30").code == "cases.not_in_law"
        with pytest.raises(Refusal) as refused:
            check_can_return_request(requested("2020-01-10"), ground="two_years_unable", on=day("2026-06-30"))
        assert refused.value.code == "law.ground_not_in_force"

    def test_is_for_cases_on_request_only(self) -> None:
        state = replace(requested("2020-01-10"), initiation=Initiation.EX_OFFICIO)
        assert refusal(state, self.fact, "2026-07-01").code == "cases.return_only_on_request"

    def test_needs_two_verifications_that_found_nothing_and_no_newer_information(self) -> None:
        state = requested("2022-01-10")
        lawful(state, self.fact, "2026-07-01")
        once = replace(state, verifications=1)
        assert refusal(once, self.fact, "2026-07-01").code == "cases.return_verify_more"
        able = requested("2022-01-10", found=VerificationResult.ABLE)
        assert refusal(able, self.fact, "2026-07-01").code == "cases.return_found_able"
        informed = replace(state, informed_on=day("2023-07-11"))
        assert refusal(informed, self.fact, "2026-07-01").code == "cases.newer_information"
        lawful(replace(state, informed_on=day("2023-07-10")), self.fact, "2026-07-01")

    def test_because_papers_are_withheld_needs_no_waiting(self) -> None:
        state = replace(standing(S.ENFORCING), initiation=Initiation.ON_REQUEST)
        lawful(state, f.RequestReturned("papers_withheld"), "2026-07-01")
        assert refusal(state, self.fact, "2026-07-01").code == "cases.return_not_unable"

    def test_counts_from_the_unable_decision_also_in_the_separate_ledger(self) -> None:
        state = requested("2022-01-10")
        ledger = replace(state.obligations[0], status=S.SEPARATE_LEDGER, since=day("2026-06-01"))
        lawful(replace(state, obligations=(ledger,)), self.fact, "2026-07-01")

    def test_ends_the_case_and_leaves_nothing_to_enforce(self) -> None:
        papers = f.RequestReturned("papers_withheld")
        state = told(("2026-06-01", decision(initiation=Initiation.ON_REQUEST)), ("2026-07-02", papers))

        assert (state.status, state.remaining, state.closed_on) == (S.REQUEST_RETURNED, 0, day("2026-07-02"))


def test_the_separate_ledger_waits_for_newer_information_to_be_verified() -> None:
    state = replace(standing(S.UNABLE), informed_on=day("2023-08-01"))
    assert refusal(state, f.MovedToSeparateLedger(), "2024-03-01").code == "cases.newer_information"
    verified = replace(state, last_verified_on=day("2023-08-05"))
    lawful(verified, f.MovedToSeparateLedger(), "2024-03-01")


class TestDelegation:
    @pytest.mark.parametrize(
        ("measure", "is_free"),
        [
            (f.SecurityOrdered(1, SecurityKind.HOLD, "xe máy"), False),
            (f.CoercionDecided(1, CoercionKind.SEIZE, "nhà", 900), False),
            (f.SecurityOrdered(1, SecurityKind.FREEZE, "tài khoản"), True),
            (f.SecurityOrdered(1, SecurityKind.STOP_REGISTRATION, "đất"), True),
        ],
    )
    def test_waits_until_what_is_held_here_is_handled(self, measure: f.CaseFact, is_free: bool) -> None:
        state = told(*START, ("2024-03-10", measure))
        if is_free:
            return lawful(state, f.DelegatedOut("HG"), "2024-04-01")
        assert refusal(state, f.DelegatedOut("HG"), "2024-04-01").code == "cases.held_here"
        ended = told(*START, ("2024-03-10", measure), ("2024-03-20", f.MeasureEnded(1, "asset_handled")))
        return lawful(ended, f.DelegatedOut("HG"), "2024-04-01")

    def test_of_another_obligation_does_not_wait(self) -> None:
        opening = ("2024-01-10", decision(1_000, 500))
        held = f.SecurityOrdered(1, SecurityKind.HOLD, "xe máy", parts=(f.Part(1),))
        state = told(opening, ("2024-03-10", held))

        lawful(state, f.DelegatedOut("HG", (f.Part(2),)), "2024-04-01")
        assert refusal(state, f.DelegatedOut("HG", (f.Part(1),)), "2024-04-01").code == "cases.held_here"
        assert refusal(state, f.DelegatedOut("HG"), "2024-04-01").code == "cases.held_here"

    def test_names_a_listed_ground_when_it_names_one(self) -> None:
        lawful(standing(S.ENFORCING), f.DelegatedOut("HG", ground="assets"), "2024-04-01")
        wrong = refusal(standing(S.ENFORCING), f.DelegatedOut("HG", ground="near"), "2024-04-01")
        assert wrong.code == "law.ground_unknown"

    def test_of_an_interim_measure_is_held_against_the_list_since_2026(self) -> None:
        state = replace(standing(S.ASSIGNED), ground="interim_measure")
        check_interim_delegation(state, is_listed=False, on=day("2026-06-30"))
        check_interim_delegation(state, is_listed=True, on=day("2026-07-01"))
        with pytest.raises(Refusal) as refused:
            check_interim_delegation(state, is_listed=False, on=day("2026-07-01"))
        assert refused.value.basis == "N152 Đ26.7"

    def test_goes_to_places_in_the_order_of_the_law(self) -> None:
        assert "N62 Đ16" in order_of_places(day("2026-06-30"))
        assert "N152 Đ26" in order_of_places(day("2026-07-01"))


class TestClosing:
    paid = f.MoneyCollected((f.Part(1),))

    def test_waits_until_measures_are_released_and_the_publication_is_over(self) -> None:
        state = told(*START, SEIZED, ("2024-04-01", self.paid))
        with pytest.raises(Refusal) as refused:
            check_asked(state, f.Performed(), on=day("2024-04-02"))
        assert refused.value.code == "cases.measure_stands"
        published = replace(standing(S.ENFORCING, collected=1_000), published_on=day("2023-02-01"))
        with pytest.raises(Refusal) as refused:
            check_asked(published, f.Performed(), on=day("2024-04-02"))
        assert refused.value.code == "cases.publication_stands"

    def test_of_one_obligation_among_others_does_not_wait(self) -> None:
        held = ("2024-03-10", f.SecurityOrdered(1, SecurityKind.HOLD, "xe"))
        state = told(("2024-01-10", decision(5, 7)), held)
        check_asked(state, f.Performed((f.Part(1),)), on=day("2024-04-02"))
        with pytest.raises(Refusal):
            check_asked(state, f.Performed((f.Part(1), f.Part(2))), on=day("2024-04-02"))

    def test_is_not_asked_of_histories_taken_in(self) -> None:
        assert (
            told(*START, SEIZED, ("2024-04-01", self.paid), ("2024-04-02", f.Performed())).status
            is S.PERFORMED
        )

    def test_is_said_on_the_button(self) -> None:
        state = told(*START, SEIZED, ("2024-04-01", self.paid))
        button = next(one for one in asked_moves(state, day("2024-04-02")) if one.kind == f.Performed.kind)
        assert not button.possible
        assert "giải tỏa" in button.reason

    def test_a_publication_is_to_end_when_nothing_is_unable_any_more(self) -> None:
        published = replace(standing(S.UNABLE), published_on=day("2023-02-01"))
        assert not publication_should_end(published)
        assert publication_should_end(replace(standing(S.ENFORCING), published_on=day("2023-02-01")))
        assert publication_should_end(replace(standing(S.TERMINATED), published_on=day("2023-02-01")))

    def test_of_an_interim_measure_cancelled_is_for_interim_measures(self) -> None:
        fact = f.Terminated("interim_measure_cancelled")
        assert refusal(standing(S.ENFORCING), fact, "2026-07-01").code == "cases.not_interim"
        lawful(replace(standing(S.ENFORCING), ground="interim_measure"), fact, "2026-07-01")


class TestArchive:
    closed = (*START, ("2024-04-01", f.MoneyCollected((f.Part(1),))), ("2024-04-02", f.Performed()))
    listed = ("2024-05-01", f.FileChecked(ArchiveStep.FOLIOS_LISTED, 12))
    examined = ("2024-05-02", f.FileChecked(ArchiveStep.EXAMINED))
    reconciled = ("2024-05-03", f.FileChecked(ArchiveStep.RECONCILED))

    def test_goes_step_by_step_to_the_head(self) -> None:
        state = told(*self.closed)
        for wrong in (self.examined, self.reconciled):
            assert refusal(state, wrong[1], "2024-05-01").code == "cases.archive_step_missing"
        assert next_check(state) is ArchiveStep.FOLIOS_LISTED
        ready = told(*self.closed, self.listed, self.examined, self.reconciled)
        assert next_check(ready) is None
        lawful(ready, f.FileArchived(12, "kho 2"), "2024-05-04")
        assert refusal(ready, f.FileArchived(11), "2024-05-04").code == "cases.folios_differ"
        early = told(*self.closed, self.listed, self.examined)
        assert refusal(early, f.FileArchived(12), "2024-05-04").code == "cases.archive_step_missing"

    def test_counts_its_folios(self) -> None:
        nothing = f.FileChecked(ArchiveStep.FOLIOS_LISTED)
        assert refusal(told(*self.closed), nothing, "2024-05-01").code == "cases.folios_needed"

    def test_is_of_closed_cases_only(self) -> None:
        assert refusal(told(*START), self.listed[1], "2024-05-01").code == "cases.still_open"

    def test_lends_a_file_and_takes_it_back(self) -> None:
        archived = (
            *self.closed,
            self.listed,
            self.examined,
            self.reconciled,
            ("2024-05-04", f.FileArchived(12)),
        )
        out = ("2024-06-01", f.FileTakenOut("Lê Văn Kiểm", "giải quyết khiếu nại"))

        assert told(*archived, out).taken_out_on == day("2024-06-01")
        assert refusal(told(*archived, out), out[1], "2024-06-02").code == "cases.taken_out_already"
        assert told(*archived, out, ("2024-06-05", f.FileReturned())).taken_out_on is None
        assert refusal(told(*archived), f.FileReturned(), "2024-06-05").code == "cases.not_taken_out"

    @pytest.mark.parametrize(
        ("step", "role"),
        [("folios_listed", Role.BAILIFF), ("examined", Role.EXAMINER), ("reconciled", Role.ACCOUNTANT)],
    )
    def test_has_its_own_hand_for_each_step(self, step: str, role: Role) -> None:
        check_taker(ArchiveStep(step), frozenset({role}), basis="T04 Đ32")
        with pytest.raises(Refusal, match="thực hiện"):
            check_taker(ArchiveStep(step), frozenset({Role.CLERK}), basis="T04 Đ32")


class TestOrdersOfOrders:
    def refused(self, *steps: tuple[str, f.CaseFact] | HistoryFact) -> str:
        with pytest.raises(Refusal) as refused:
            check_history(history(*steps))
        assert not isinstance(refused.value, HistoriesRefused)
        return refused.value.code

    def test_a_measure_ends_with_the_order_that_began_it(self) -> None:
        withdrawn = f.OrderWithdrawn(4, "ground_gone", measure=1)
        state = told(*START, SEIZED, ("2024-04-01", withdrawn))
        assert state.standing_measures == ()
        assert self.refused(*START, SEIZED, ("2024-04-01", replace(withdrawn, measure=0))) == (
            "cases.withdrawal_wrong"
        )

    def test_a_rest_is_over_with_the_order_that_brought_it(self) -> None:
        rest = ("2024-03-01", f.Deferred("asset_in_dispute"))
        withdrawn = ("2024-04-01", f.OrderWithdrawn(4, "ground_gone", resumes=True, parts=(f.Part(1),)))
        state = told(*START, rest, withdrawn)
        assert (state.status, state.resumed_on) == (S.ENFORCING, day("2024-04-01"))

    def test_another_rest_goes_on(self) -> None:
        rest = ("2024-03-01", f.Deferred("asset_in_dispute"))
        stop = ("2024-03-05", f.Suspended(SuspensionCause.PROTEST))
        state = told(*START, rest, stop, ("2024-04-01", f.OrderWithdrawn(4, "ground_gone")))
        assert state.status is S.SUSPENDED
        claimed = ("2024-04-01", f.OrderWithdrawn(4, "ground_gone", resumes=True))
        assert self.refused(*START, rest, stop, claimed) == "cases.withdrawal_wrong"

    def test_what_ended_something_and_the_decision_itself_are_not_withdrawn_so(self) -> None:
        opening = ("2024-04-01", f.OrderWithdrawn(1, "ground_gone"))
        assert self.refused(*START, opening) == "cases.target_is_decision"
        part = ("2024-03-01", f.Terminated("parties_agree", (f.Part(1, 5),)))
        assert self.refused(*START, part, ("2024-04-01", f.OrderWithdrawn(4, "ground_gone"))) == (
            "cases.target_lasts"
        )

    def test_twice_is_refused(self) -> None:
        once = ("2024-04-01", f.OrderWithdrawn(4, "ground_gone", measure=1))
        assert self.refused(*START, SEIZED, once, ("2024-04-02", once[1])) == "cases.target_withdrawn"

    @pytest.mark.parametrize(
        "fact",
        [
            f.OrderSent(2, OrderRecipient.PROCURACY),
            f.OrderSent(9, OrderRecipient.PARTIES),
            f.OrderAmended(3, "x"),
        ],
    )
    def test_what_is_no_order_of_the_case_is_neither_sent_nor_amended(self, fact: f.CaseFact) -> None:
        assert self.refused(*START, ("2024-04-01", fact)) == "cases.target_unknown"

    def test_an_order_is_sent_after_it_was_made(self) -> None:
        unable = ("2024-03-01", f.UnableDecided("no_income_no_assets"))
        start = (START[0], ("2024-02-10", NOT_ABLE))
        told(*start, unable, ("2024-03-02", f.OrderSent(3, OrderRecipient.PROCURACY)))
        early = line("2024-02-28", f.OrderSent(3, OrderRecipient.PROCURACY), recorded="2024-03-05")
        assert self.refused(*start, unable, early) == "cases.target_unknown"

    @pytest.mark.parametrize(
        ("fact", "act"),
        [
            (f.SecurityOrdered(1, SecurityKind.FREEZE, "tài khoản"), "security"),
            (f.SecurityOrdered(1, SecurityKind.EXIT_BAN, "Nguyễn Văn A"), "exit_ban"),
            (f.OrderWithdrawn(1, "ground_gone"), "recall"),
            (f.OrderWithdrawn(1, "annulled_by_superior", is_annulled=True), "annulment"),
            (f.UnableDecided("no_income_no_assets"), "unable"),
            (decision(), "enforcement_decision"),
        ],
    )
    def test_each_is_an_act_of_the_signing_matrix(self, fact: f.CaseFact, act: str) -> None:
        assert signing_act(fact) == act


def test_a_mandate_is_answered_by_the_agency_that_was_asked() -> None:
    state = told(START[0], ("2024-02-01", f.VerificationMandated("HG")))
    assert refusal(state, f.MandateAnswered("LS"), "2024-02-10").code == "cases.mandate_of_another"
    lawful(state, f.MandateAnswered("HG", "không có tài sản"), "2024-02-10")
    answered = told(
        START[0], ("2024-02-01", f.VerificationMandated("HG")), ("2024-02-10", f.MandateAnswered("HG"))
    )
    assert refusal(answered, f.MandateAnswered("HG"), "2024-02-11").code == "cases.no_mandate_open"


def test_an_agreement_does_not_end_before_it_was_made() -> None:
    fact = f.AgreementRecorded("trả dần", until=day("2024-02-01"))
    assert refusal(told(START[0]), fact, "2024-02-02").code == "cases.agreement_end_wrong"
    assert refusal(told(START[0]), f.AgreementRecorded(" "), "2024-02-02").code == "cases.text_needed"


@pytest.mark.parametrize(("on", "is_lawful"), [("2026-06-30", True), ("2026-07-01", False)])
def test_the_decision_itself_is_served_directly_since_2026(on: str, is_lawful: bool) -> None:
    fact = f.NoticeServed(manner="electronic")
    if is_lawful:
        return check_asked(standing(S.ASSIGNED), fact, on=day(on))
    with pytest.raises(Refusal) as refused:
        check_asked(standing(S.ASSIGNED), fact, on=day(on))
    assert refused.value.basis == "N152 Đ16.1b"
    return None


def test_an_interim_measure_has_no_voluntary_period() -> None:
    state = told(
        ("2024-01-10", decision(ground="interim_measure", bailiff="TQ-01")), ("2024-01-10", f.NoticeServed())
    )
    assert (state.status, state.notice_on) == (S.ASSIGNED, day("2024-01-10"))
