"""The life of a case as acts: sending, measures, corrections, publication, endings, the archive."""

from uuid import UUID

import pytest

from rooms.cases.office import BAILIFF, DEBT, DISTRICT, FEE, OTHER, PROVINCE, Office, day, viewer
from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.order_pages import OrderRef
from thads.enforcement.cases.rules.vocabulary import (
    ArchiveStep,
    CoercionKind,
    CoercionStep,
    NoticeManner,
    OrderRecipient,
    SecurityKind,
    VerificationResult,
)
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.foundation.access.rules.viewer import Role
from thads.foundation.ledger.models import LedgerEntry
from thads.kernel.refusals import Refusal

PARTIES, PROCURACY = OrderRecipient.PARTIES, OrderRecipient.PROCURACY


def able(office: Office) -> UUID:
    """A case of 2 January 2024, notice served on the 5th, found able on the 30th."""
    case = office.on_request("2024-01-02", DEBT)
    actions.serve_notice(viewer=office.bailiff("2024-01-05"), case_id=case, on=day("2024-01-05"))
    actions.record_verification(
        viewer=office.bailiff("2024-01-30"), case_id=case, on=day("2024-01-30"),
        result=VerificationResult.ABLE, findings="có nhà", place="xã Kim Bình",
        confirmed_by="Ủy ban nhân dân xã",
    )  # fmt: skip
    return case


def by(office: Office, on: str) -> dict[str, object]:
    return {"viewer": office.bailiff(on), "on": day(on)}


def headed(office: Office, on: str) -> dict[str, object]:
    return {"viewer": office.head(on), "on": day(on)}


def secured(office: Office, case: UUID, on: str, **more: object) -> None:
    given = {"measure": SecurityKind.FREEZE, "subject": "tài khoản"}
    actions.order_security(case_id=case, **by(office, on), **{**given, **more})


def seized(office: Office, case: UUID, on: str, **more: object) -> None:
    given = {"measure": CoercionKind.SEIZE, "subject": "nhà", "value": 200_000_000}
    actions.decide_coercion(case_id=case, **by(office, on), **{**given, **more})


def refused(code: str) -> object:
    return pytest.raises(Refusal, check=lambda refusal: refusal.code == code)


class TestSending:
    def test_what_an_order_owes_is_gone_once_it_is_sent(self, office: Office) -> None:
        case = office.ex_officio("2024-01-10")
        owed = office.page(case).owed_orders
        assert [(one.seq, one.owes) for one in owed] == [(1, (PARTIES, PROCURACY))]
        actions.send_order(case_id=case, of=1, to=PROCURACY, **by(office, "2024-01-11"))

        assert [one.owes for one in office.page(case).owed_orders] == [(PARTIES,)]
        assert office.page(case).orders[0].procuracy_sent_on == day("2024-01-11")

    def test_many_orders_of_many_cases_are_sent_at_once_or_none(self, office: Office) -> None:
        cases = [office.ex_officio("2024-01-10", number=number) for number in ("1/HS", "2/HS")]
        orders = tuple(OrderRef(case, 1) for case in cases)
        clerk = office.clerk("2024-01-12")
        before = LedgerEntry.objects.count()
        with refused("cases.target_unknown"):
            actions.send_orders(
                viewer=clerk, orders=(*orders, OrderRef(cases[0], 9)), to=(PROCURACY,), on=day("2024-01-12")
            )
        assert LedgerEntry.objects.count() == before

        sent = actions.send_orders(viewer=clerk, orders=orders, to=(PARTIES, PROCURACY), on=day("2024-01-12"))
        assert sent == 4
        assert queries.owed_orders(clerk).total == 0
        with refused("cases.nothing_to_send"):
            actions.send_orders(viewer=clerk, orders=(), to=(PARTIES,), on=day("2024-01-12"))

    def test_the_list_shows_orders_in_sight_by_recipient(self, office: Office) -> None:
        case = office.ex_officio("2024-01-10")
        actions.send_order(case_id=case, of=1, to=PARTIES, **by(office, "2024-01-11"))
        clerk = office.clerk("2024-01-12")

        (row,) = queries.owed_orders(clerk).rows
        assert (row.case_id, row.seq, row.owes, row.due_on) == (case, 1, (PROCURACY,), day("2024-01-15"))
        assert queries.owed_orders(clerk, recipient=PARTIES).total == 0
        assert queries.owed_orders(clerk, bailiff="TQ.CH-02").total == 0
        assert queries.owed_orders(viewer(Role.CLERK, agency=OTHER)).total == 0

    def test_the_timeline_says_which_order(self, office: Office) -> None:
        case = office.ex_officio("2024-01-10")
        actions.send_order(case_id=case, of=1, to=PROCURACY, **by(office, "2024-01-11"))

        told = {one.label: one.text for one in office.page(case).timeline[-1].details}
        assert told["Gửi"] == "Viện kiểm sát"
        assert told["Quyết định"].startswith("Ra quyết định thi hành án")


class TestMeasures:
    def test_from_the_freeze_to_the_release(self, office: Office) -> None:
        case = able(office)
        secured(office, case, "2024-02-20", minutes_on=day("2024-02-19"))
        seized(office, case, "2024-03-04", planned_on=day("2024-03-20"))
        actions.prepare_coercion(
            case_id=case, no=2, step=CoercionStep.COST_NOTICE, **by(office, "2024-03-14")
        )
        actions.carry_out_coercion(
            case_id=case, no=2, result="đã kê biên", begun_at="08:30", **by(office, "2024-03-20")
        )
        actions.end_measure(case_id=case, no=1, ground="coercion_follows", **by(office, "2024-03-21"))

        seizure, freeze = office.page(case).measures
        assert (seizure.no, seizure.carried_out_on, seizure.ended_on) == (2, day("2024-03-20"), None)
        assert (freeze.no, freeze.ended_on) == (1, day("2024-03-21"))
        assert freeze.order_no == "1/QĐ-CCTHADS"

    def test_coercion_waits_for_its_notice_and_for_a_working_day(self, office: Office) -> None:
        case = able(office)
        seized(office, case, "2024-03-04")
        with refused("cases.step_missing"):
            actions.carry_out_coercion(case_id=case, no=1, **by(office, "2024-03-20"))
        actions.prepare_coercion(
            case_id=case, no=1, step=CoercionStep.COST_NOTICE, **by(office, "2024-03-18")
        )
        with refused("cases.step_too_late"):
            actions.carry_out_coercion(case_id=case, no=1, **by(office, "2024-03-20"))
        with refused("cases.coercion_on_day_off"):
            actions.carry_out_coercion(case_id=case, no=1, **by(office, "2024-03-23"))
        with refused("cases.coercion_at_night"):
            actions.carry_out_coercion(case_id=case, no=1, begun_at="22:00", **by(office, "2024-03-22"))
        actions.carry_out_coercion(case_id=case, no=1, **by(office, "2024-03-22"))

    def test_a_measure_taken_back_keeps_its_number(self, office: Office) -> None:
        case = able(office)
        secured(office, case, "2024-02-20")
        entry = office.page(case).timeline[-1].entry_id
        actions.cancel_fact(case_id=case, entry_id=entry, reason="ghi nhầm", **headed(office, "2024-02-21"))
        secured(office, case, "2024-02-22")

        assert [one.no for one in office.page(case).measures] == [2]

    def test_the_exit_ban_is_ordered_and_lifted_by_the_head(self, office: Office) -> None:
        case = able(office)
        with refused("cases.exit_ban_by_head"):
            secured(office, case, "2024-02-20", measure=SecurityKind.EXIT_BAN)
        actions.ban_exit(case_id=case, subject="Nguyễn Văn Ánh", **headed(office, "2024-02-20"))
        with refused("cases.exit_ban_ended_by_head"):
            actions.end_measure(case_id=case, no=1, ground="applicant_asks", **by(office, "2024-02-21"))
        actions.lift_exit_ban(case_id=case, no=1, ground="applicant_asks", **headed(office, "2024-02-21"))

        assert office.page(case).standing_measures == []

    def test_a_head_does_not_order_what_is_the_bailiffs(self, office: Office) -> None:
        case = able(office)
        with refused("access.not_your_role"):
            actions.order_security(
                case_id=case, measure=SecurityKind.FREEZE, subject="tài khoản", **headed(office, "2024-02-20")
            )

    def test_the_case_is_not_finished_while_a_measure_stands(self, office: Office) -> None:
        case = able(office)
        secured(office, case, "2024-02-20")
        actions.collect_money(
            case_id=case, parts=(Part(1),), receipt_no="0000001", **by(office, "2024-03-01")
        )
        with refused("cases.measure_stands"):
            actions.finish(case_id=case, **by(office, "2024-03-04"))
        steps = {step.verb: step for step in office.page(case).steps}
        assert not steps["cases.finish"].possible
        actions.end_measure(case_id=case, no=1, ground="duty_and_costs_paid", **by(office, "2024-03-04"))
        actions.finish(case_id=case, **by(office, "2024-03-04"))

        assert office.page(case).row.status is S.PERFORMED


class TestCorrecting:
    def test_a_bailiff_withdraws_his_own_order_and_its_measure_ends(self, office: Office) -> None:
        case = able(office)
        secured(office, case, "2024-02-20")
        actions.withdraw_order(case_id=case, of=4, ground="ground_gone", **by(office, "2024-02-22"))

        assert office.page(case).measures[0].ended_on == day("2024-02-22")

    def test_each_withdraws_and_amends_his_own_orders_only(self, office: Office) -> None:
        case = able(office)
        secured(office, case, "2024-02-20")
        for act, more in (
            (actions.withdraw_order, {"ground": "ground_gone"}),
            (actions.amend_order, {"content": "x"}),
        ):
            with refused("cases.not_own_order"):
                act(case_id=case, of=1, **by(office, "2024-02-22"), **more)
            with refused("cases.not_heads_order"):
                act(case_id=case, of=4, **headed(office, "2024-02-22"), **more)

    def test_a_deferral_withdrawn_is_over(self, office: Office) -> None:
        case = able(office)
        actions.defer(case_id=case, ground="asset_in_dispute", **headed(office, "2024-02-20"))
        actions.withdraw_order(case_id=case, of=4, ground="ground_gone", **headed(office, "2024-02-22"))

        assert office.page(case).row.status is S.ENFORCING

    def test_the_head_annuls_a_bailiffs_order_a_superior_the_heads(self, office: Office) -> None:
        case = able(office)
        secured(office, case, "2024-02-20")
        actions.annul_order(case_id=case, of=4, **headed(office, "2024-02-22"))
        assert office.page(case).measures[0].ended_on == day("2024-02-22")
        actions.defer(case_id=case, ground="asset_in_dispute", **headed(office, "2024-02-23"))
        with refused("cases.annulled_by_superior_only"):
            actions.annul_order(case_id=case, of=6, **headed(office, "2024-02-26"))
        superior = viewer(Role.AGENCY_HEAD, "2024-02-26", agency=PROVINCE)
        actions.annul_order(viewer=superior, case_id=case, of=6, on=day("2024-02-26"))
        assert office.page(case).row.status is S.ENFORCING


class TestPublication:
    def unable(self, office: Office) -> UUID:
        case = office.on_request("2024-01-02", DEBT)
        actions.record_verification(
            case_id=case, result=VerificationResult.NOT_ABLE, **by(office, "2024-02-20")
        )
        actions.decide_unable(case_id=case, ground="no_income_no_assets", **headed(office, "2024-02-22"))
        return case

    def test_begins_after_the_unable_decision_and_ends_before_the_case(self, office: Office) -> None:
        case = self.unable(office)
        actions.publish_debtor(case_id=case, place="cổng thông tin", **by(office, "2024-02-26"))
        with refused("cases.published_already"):
            actions.publish_debtor(case_id=case, **by(office, "2024-02-27"))
        actions.update_publication(case_id=case, content="địa chỉ", **by(office, "2024-02-28"))
        assert office.page(case).is_published
        actions.end_publication(case_id=case, reason="trả xong", **by(office, "2024-03-01"))
        assert not office.page(case).is_published

    def test_rests_on_the_minutes_told_with_the_decision(self, office: Office) -> None:
        case = self.unable(office)
        told = {one.label: one.text for one in office.page(case).timeline[-1].details}
        assert told["Biên bản xác minh ngày"] == "20/02/2024"


class TestInquiring:
    def test_an_agreement_is_recorded_once_somebody_has_looked_at_it(self, office: Office) -> None:
        case = able(office)
        with refused("cases.agreement_unconfirmed"):
            actions.record_agreement(case_id=case, content="trả dần", **by(office, "2024-02-20"))
        actions.record_agreement(
            case_id=case, content="trả dần", is_harmless=True, **by(office, "2024-02-20")
        )

    def test_a_mandate_is_answered_by_code_or_by_name(self, office: Office) -> None:
        case = able(office)
        actions.mandate_verification(case_id=case, to_agency="Cơ quan TQ.SD", **headed(office, "2024-02-20"))
        actions.record_mandate_answer(case_id=case, from_agency=OTHER, **by(office, "2024-03-01"))

        (mandate,) = office.page(case).mandates
        assert (mandate.to_agency, mandate.answered_on) == (OTHER, day("2024-03-01"))
        with refused("cases.to_itself"):
            actions.mandate_verification(case_id=case, to_agency=DISTRICT, **headed(office, "2024-03-01"))

    def test_the_decision_is_not_served_electronically_since_july_2026(self, office: Office) -> None:
        case = office.ex_officio("2026-06-29")
        with refused("cases.decision_served_directly"):
            actions.serve_notice(case_id=case, manner=NoticeManner.ELECTRONIC, **by(office, "2026-07-01"))
        actions.serve_notice(case_id=case, manner=NoticeManner.POSTING, **by(office, "2026-07-01"))

    def test_a_request_for_another_bailiff_is_answered(self, office: Office) -> None:
        case = able(office)
        with refused("cases.no_change_asked"):
            actions.refuse_bailiff_change(case_id=case, reason="không", **headed(office, "2024-02-20"))
        actions.ask_bailiff_change(case_id=case, by="Nguyễn Văn Ánh", **by(office, "2024-02-20"))
        actions.refuse_bailiff_change(case_id=case, reason="không có căn cứ", **headed(office, "2024-02-22"))
        assert office.page(case).bailiff_change_asked_on is None


class TestAfterTheEnd:
    def paid(self, office: Office, on: str = "2024-03-04") -> UUID:
        case = able(office)
        actions.collect_money(
            case_id=case, parts=(Part(1),), receipt_no="0000001", **by(office, "2024-03-01")
        )
        actions.finish(case_id=case, **by(office, on))
        return case

    def test_the_file_goes_from_hand_to_hand_into_the_archive(self, office: Office) -> None:
        case = self.paid(office)
        hands = (
            (office.bailiff("2024-04-01"), ArchiveStep.FOLIOS_LISTED, 86),
            (viewer(Role.EXAMINER, "2024-04-02"), ArchiveStep.EXAMINED, 0),
            (viewer(Role.ACCOUNTANT, "2024-04-03"), ArchiveStep.RECONCILED, 0),
        )
        with refused("cases.archive_step_not_yours"):
            actions.check_file(
                viewer=hands[0][0], case_id=case, on=day("2024-04-01"), step=ArchiveStep.EXAMINED
            )
        for who, step, folios in hands:
            actions.check_file(viewer=who, case_id=case, on=who.on, step=step, folios=folios)
        actions.archive_file(case_id=case, folios=86, place="kho 2", **headed(office, "2024-04-04"))
        actions.take_file_out(case_id=case, by="Lê Văn Kiểm", **headed(office, "2024-05-06"))
        actions.return_file(case_id=case, **headed(office, "2024-05-10"))

        page = office.page(case)
        assert (page.archived_on, page.taken_out_on, page.folios) == (day("2024-04-04"), None, 86)

    def test_a_certificate_follows_a_request(self, office: Office) -> None:
        case = self.paid(office)
        with refused("cases.no_certificate_asked"):
            actions.issue_certificate(case_id=case, to="Trần Thị Đào", **headed(office, "2024-03-05"))
        actions.request_certificate(case_id=case, by="Trần Thị Đào", **by(office, "2024-03-05"))
        actions.issue_certificate(case_id=case, to="Trần Thị Đào", **headed(office, "2024-03-06"))

        assert office.page(case).certificate_asked_on is None

    @pytest.mark.parametrize(("month", "found"), [("2024-03-31", 1), ("2024-02-29", 0), ("2024-04-01", 0)])
    def test_the_month_lists_what_ended_in_it(self, office: Office, month: str, found: int) -> None:
        case = self.paid(office, "2024-03-29")
        delegated = office.ex_officio("2024-03-01", FEE, number="9/HS")
        actions.delegate_out(case_id=delegated, to_agency="HG", **headed(office, "2024-03-10"))

        rows = queries.ended_cases(office.clerk("2024-04-02"), agency=DISTRICT, month=day(month))
        assert [row.case_id for row in rows] == [case] * found

    def test_the_list_of_an_agency_out_of_sight_is_refused(self, office: Office) -> None:
        with refused("access.not_in_sight"):
            queries.ended_cases(office.clerk("2024-04-02"), agency=OTHER, month=day("2024-03-01"))

    def test_a_request_is_sent_back_after_two_years_under_the_law_of_2025(self, office: Office) -> None:
        case = office.on_request("2024-01-02", DEBT)
        for on in ("2024-02-20", "2024-08-20"):
            actions.record_verification(case_id=case, result=VerificationResult.NOT_ABLE, **by(office, on))
            if on == "2024-02-20":
                actions.decide_unable(
                    case_id=case, ground="no_income_no_assets", **headed(office, "2024-02-22")
                )
        with refused("cases.not_in_law"):
            actions.return_request(case_id=case, ground="two_years_unable", **headed(office, "2026-06-30"))
        actions.return_request(case_id=case, ground="two_years_unable", **headed(office, "2026-07-01"))

        assert office.page(case, "2026-07-01").row.status is S.REQUEST_RETURNED


def test_whoever_is_not_the_bailiff_of_the_case_decides_no_measure_in_it(office: Office) -> None:
    case = able(office)
    with refused("cases.not_your_case"):
        actions.order_security(
            viewer=office.bailiff("2024-02-20", "TQ.CH-02"), case_id=case, on=day("2024-02-20"),
            measure=SecurityKind.FREEZE, subject="tài khoản",
        )  # fmt: skip
    assert office.page(case).row.bailiff == BAILIFF
