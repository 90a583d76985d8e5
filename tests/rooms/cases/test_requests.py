"""Requests come in, are completed, refused, accepted late and decided on, on both sides of 1/7/2026."""

from dataclasses import replace
from uuid import UUID

import pytest

from rooms.cases.office import (
    BAILIFF,
    CREDITOR,
    DEBT,
    DEBTOR,
    DISTRICT,
    FEE,
    OTHER,
    Office,
    day,
    viewer,
)
from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.models import Party
from thads.enforcement.cases.rules.facts import Instalment, Interest, Part
from thads.enforcement.cases.rules.intake import IntakeDuty, ReceiptManner
from thads.enforcement.cases.rules.limitation import ExcludedCause, ExcludedTime
from thads.enforcement.cases.rules.pages import RequestRow
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.requested import RequestChannel, RequiredField
from thads.enforcement.cases.rules.vocabulary import (
    Flag,
    JudgmentKind,
    ObligationKind,
    PartyRole,
    RequestStatus,
)
from thads.foundation.access.rules.viewer import Role
from thads.kernel.refusals import Refusal

BARE = replace(CREDITOR, phone="", born="", bank_account="")
LENDER = PartyDetails(
    PartyRole.CREDITOR, "Hoàng Văn Cho", "xã Yên Nguyên", "008090000001", "09", "1980", "2 BIDV"
)
SECOND = PartyDetails(PartyRole.DEBTOR, "Bùi Văn Nợ", "xã Phúc Sơn", "008085000555")


def refuses(code: str) -> "pytest.RaisesExc[Refusal]":
    return pytest.raises(Refusal, check=lambda refusal: refusal.code == code)


def judgment(
    office: Office,
    on: str,
    *duties: IntakeDuty,
    parties: tuple[PartyDetails, ...] = (DEBTOR, CREDITOR),
    **more: object,
) -> UUID:
    given = {"number": "7/2025/DS-ST", "issued_on": day("2025-12-01"), **more}
    return actions.receive_judgment(
        viewer=office.clerk(on), agency=office.agency, court="TAND huyện Chiêm Hóa",
        kind=JudgmentKind.CIVIL, received_on=day(on), parties=parties, duties=duties, **given,
    )  # fmt: skip


def request(office: Office, found: UUID, on: str, *nos: int, by: str = CREDITOR.name, **more: object) -> UUID:
    return actions.receive_request(
        viewer=office.clerk(on), judgment_id=found, requester=by, requested_on=day(on), received_on=day(on),
        duty_nos=nos or (1,), **more,
    )  # fmt: skip


def row(office: Office, request_id: UUID, on: str) -> RequestRow:
    return queries.request_row(office.head(on), request_id)


def decide(office: Office, request_id: UUID, on: str, **more: object) -> UUID:
    return actions.issue_on_request(viewer=office.head(on), request_id=request_id, on=day(on), **more)


# --------------------------------------------------------------------------- completion


def test_an_incomplete_request_is_registered_in_june_and_waits_in_july(office: Office) -> None:
    old = judgment(office, "2026-06-30", DEBT, parties=(DEBTOR, BARE), number="1/2025/DS")
    new = judgment(office, "2026-07-01", DEBT, parties=(DEBTOR, BARE), number="2/2025/DS")

    before = row(office, request(office, old, "2026-06-30"), "2026-06-30")
    after = row(office, request(office, new, "2026-07-01"), "2026-07-01")

    assert (before.status, before.register_no, before.slip_no) == (RequestStatus.RECEIVED, "1/2026", "")
    assert (after.status, after.register_no, after.slip_no) == (RequestStatus.SUPPLEMENT, "", "1/2026")
    assert after.missing == (RequiredField.BORN, RequiredField.PHONE, RequiredField.BANK_ACCOUNT)
    assert after.due is not None
    assert (after.due.key, after.due.due_on) == ("request.supplement", day("2026-07-02"))


def test_a_request_is_completed_and_its_days_run_anew(office: Office) -> None:
    found = judgment(office, "2026-07-01", DEBT, parties=(DEBTOR, BARE))
    asked = request(office, found, "2026-07-01")
    with refuses("cases.request_settled"):
        decide(office, asked, "2026-07-01")
    clerk = office.clerk("2026-07-02")
    actions.ask_supplement(viewer=clerk, request_id=asked, on=day("2026-07-02"))
    with refuses("cases.supplement_asked"):
        actions.ask_supplement(viewer=clerk, request_id=asked, on=day("2026-07-02"))
    assert row(office, asked, "2026-07-02").due is None

    given = {"viewer": office.clerk("2026-07-06"), "request_id": asked, "on": day("2026-07-06")}
    with refuses("cases.request_incomplete"):
        actions.complete_request(**given, details=replace(BARE, phone="0912"))
    actions.complete_request(**given, details=CREDITOR)

    told = row(office, asked, "2026-07-06")
    assert (told.status, told.register_no, told.missing) == (RequestStatus.RECEIVED, "1/2026", ())
    assert told.due is not None
    assert told.due.due_on == day("2026-07-13")
    assert Party.objects.get(judgment__uuid=found, role="creditor").phone == CREDITOR.phone
    assert decide(office, asked, "2026-07-07")


def test_what_lacks_waits_and_may_be_refused(office: Office) -> None:
    asked = request(office, judgment(office, "2026-07-01", DEBT, parties=(DEBTOR, BARE)), "2026-07-01")
    head = office.head("2026-07-02")

    actions.refuse_request(viewer=head, request_id=asked, ground="no_right", on=day("2026-07-02"))

    assert row(office, asked, "2026-07-02").status is RequestStatus.REFUSED


def test_a_request_may_say_what_the_judgment_left_out(office: Office) -> None:
    found = judgment(office, "2026-07-01", DEBT, parties=(DEBTOR, BARE))

    told = row(office, request(office, found, "2026-07-01", details=CREDITOR), "2026-07-01")

    assert (told.status, told.register_no, told.channel) == (
        RequestStatus.RECEIVED, "1/2026", RequestChannel.DIRECT,
    )  # fmt: skip


# --------------------------------------------------------------------------- limitation


def late_request(office: Office, on: str = "2026-06-30", **more: object) -> UUID:
    found = judgment(
        office, on, replace(DEBT, amount=9_000), number="9/2020/DS", issued_on=day("2020-01-02"), **more
    )
    return request(office, found, on)


def test_a_late_request_is_accepted_by_the_head_with_its_paper(office: Office) -> None:
    asked = late_request(office)
    with refuses("cases.limitation_over"):
        decide(office, asked, "2026-06-30")
    given = {"viewer": office.head("2026-06-30"), "request_id": asked, "on": day("2026-06-30")}
    with refuses("cases.limitation_ground_needed"):
        actions.decide_limitation(**given, is_accepted=True, ground=" ")
    actions.decide_limitation(**given, is_accepted=True, ground="Thiên tai năm 2024, có xác nhận của xã")

    told = row(office, asked, "2026-06-30")
    assert (told.limitation_accepted, told.limitation_no) == (True, "1/QĐ-CCTHADS")
    with refuses("cases.limitation_decided"):
        actions.decide_limitation(**given, is_accepted=False, ground="khác")
    assert decide(office, asked, "2026-06-30")


def test_a_late_request_not_accepted_is_only_to_be_refused(office: Office) -> None:
    asked, head = late_request(office), office.head("2026-06-30")
    actions.decide_limitation(
        viewer=head, request_id=asked, on=head.on, is_accepted=False, ground="không có trở ngại"
    )

    with refuses("cases.limitation_refused"):
        decide(office, asked, "2026-06-30")
    actions.refuse_request(viewer=head, request_id=asked, ground="limitation_over", on=head.on)


def test_excluded_time_makes_a_late_request_one_in_time(office: Office) -> None:
    found = judgment(office, "2026-06-30", DEBT, number="9/2020/DS", issued_on=day("2020-01-02"))
    times = (ExcludedTime(ExcludedCause.OBSTACLE, day("2021-01-01"), day("2022-07-01")),)
    asked = request(office, found, "2026-06-30", excluded=times)
    head = office.head("2026-06-30")

    with refuses("cases.limitation_not_over"):
        actions.decide_limitation(
            viewer=head, request_id=asked, on=head.on, is_accepted=True, ground="trở ngại"
        )
    assert decide(office, asked, "2026-06-30")


def test_of_a_prisoner_who_pays_late_only_the_sum_paid_is_decided_on(office: Office) -> None:
    asked = late_request(office)
    with refuses("cases.paid_not_prisoner"):
        decide(office, asked, "2026-06-30", paid=(Part(1, 4_000),))

    case = decide(office, asked, "2026-06-30", paid=(Part(1, 4_000),), flags=(Flag.PRISONER,))

    assert [line.amount for line in office.page(case, "2026-06-30").obligations] == [4_000]


# --------------------------------------------------------------------------- due days


ALIMONY = IntakeDuty(
    ObligationKind.ALIMONY, 4_000, CREDITOR.name, DEBTOR.name, "cấp dưỡng", interest=Interest(950),
    instalments=tuple(
        Instalment(day(due_on), 1_000) for due_on in ("2026-01-01", "2026-09-30", "2026-10-01", "2027-01-01")
    ),
)  # fmt: skip


def test_alimony_is_decided_on_to_the_end_of_the_enforcement_year_and_the_rest_waits(office: Office) -> None:
    found = judgment(office, "2026-06-30", ALIMONY)
    case = decide(office, request(office, found, "2026-06-30"), "2026-06-30")

    page = queries.judgment_page(office.head("2026-06-30"), found)
    assert [(line.no, line.amount, line.part_of, line.is_free) for line in page.duties] == [
        (1, 2_000, None, False), (2, 2_000, 1, True),
    ]  # fmt: skip
    assert office.page(case, "2026-06-30").row.owed == 2_000
    rest = request(office, found, "2026-10-01", 2)
    assert office.page(decide(office, rest, "2026-10-01"), "2026-10-01").row.owed == 2_000


def test_a_duty_not_due_yet_is_not_decided_on(office: Office) -> None:
    debt = replace(DEBT, amount=500, instalments=(Instalment(day("2026-08-01"), 500),))
    asked = request(office, judgment(office, "2026-06-30", debt), "2026-06-30")

    with refuses("cases.not_due_yet"):
        decide(office, asked, "2026-07-31")
    assert decide(office, asked, "2026-08-03")


# --------------------------------------------------------------------------- several at once


def two_debts(office: Office, on: str, **more: object) -> UUID:
    duties = (DEBT, replace(DEBT, amount=7_000, creditor=LENDER.name))
    return judgment(office, on, *duties, parties=(DEBTOR, CREDITOR, LENDER), **more)


@pytest.mark.parametrize("on", ["2026-06-30", "2026-07-01"])
def test_creditors_who_ask_of_one_debtor_at_once_have_one_decision(office: Office, on: str) -> None:
    found = two_debts(office, on)
    asked = (request(office, found, on), request(office, found, on, 2, by=LENDER.name))

    cases = actions.issue_on_requests(viewer=office.head(on), request_ids=asked, on=day(on), bailiff=BAILIFF)

    assert len(cases) == 1
    assert office.page(cases[0], on).row.owed == 300_007_000
    assert {row(office, one, on).status for one in asked} == {RequestStatus.DECIDED}


@pytest.mark.parametrize(("on", "decisions"), [("2026-06-30", 1), ("2026-07-01", 2)])
def test_one_request_against_two_debtors_is_one_decision_until_june(
    office: Office, on: str, decisions: int
) -> None:
    duties = (DEBT, replace(DEBT, amount=7_000, debtor=SECOND.name))
    found = judgment(office, on, *duties, parties=(DEBTOR, SECOND, CREDITOR))
    asked = request(office, found, on, 1, 2)
    if decisions == 2:
        with refuses("cases.duties_apart"):
            decide(office, asked, on)

    proposed = queries.propose_on_requests(office.head(on), found, (asked,), on=day(on))
    cases = actions.issue_on_requests(viewer=office.head(on), request_ids=(asked,), on=day(on))

    assert len(proposed) == len(cases) == decisions


def test_requests_of_two_judgments_are_not_decided_on_together(office: Office) -> None:
    on = "2026-06-30"
    asked = tuple(request(office, two_debts(office, on, number=f"{no}/2025/DS"), on) for no in (1, 2))

    with refuses("cases.requests_apart"):
        actions.issue_on_requests(viewer=office.head(on), request_ids=asked, on=day(on))


# --------------------------------------------------------------------------- not twice, and again


def test_a_duty_enforced_at_another_agency_is_not_requested_here(office: Office) -> None:
    there, on = Office(OTHER), "2026-06-30"
    decide(there, request(there, judgment(there, on, DEBT), on), on)

    with refuses("cases.enforced_elsewhere") as refused:
        request(office, judgment(office, on, DEBT), on)
    assert "1/2026/TQ.SD" in refused.value.message


def test_a_recalled_decision_leaves_the_duty_free_for_another(office: Office) -> None:
    on, head = "2026-06-30", office.head("2026-06-30")
    found = judgment(office, on, DEBT)
    case = decide(office, request(office, found, on), on)
    with refuses("cases.duty_taken"):
        request(office, found, on)
    actions.recall_decision(viewer=head, case_id=case, on=head.on, ground="error_changing_content")

    with refuses("cases.ability_proof_needed"):
        request(office, found, on)
    again = decide(office, request(office, found, on, content="quyết định cũ sai nội dung"), on)

    lines = queries.judgment_page(head, found).duties
    assert [(line.no, line.case_id) for line in lines] == [(1, case), (2, again)]
    with refuses("cases.duty_taken"):
        request(office, found, on)


# --------------------------------------------------------------------------- judgments


def test_what_came_by_post_in_june_owes_the_court_a_notice(office: Office) -> None:
    on, head = "2026-06-30", office.head("2026-06-30")
    found = judgment(office, on, FEE, manner=ReceiptManner.POST)
    assert queries.judgment_page(head, found).owes_court_notice

    actions.tell_court(viewer=office.clerk(on), judgment_id=found, on=head.on)

    page = queries.judgment_page(head, found)
    assert (page.owes_court_notice, page.court_told_on) == (False, head.on)
    with refuses("cases.court_told_already"):
        actions.tell_court(viewer=office.clerk(on), judgment_id=found, on=head.on)
    with refuses("cases.court_not_to_be_told"):
        other = judgment(office, on, FEE, number="8/2025/DS")
        actions.tell_court(viewer=office.clerk(on), judgment_id=other, on=head.on)


def test_the_days_wait_for_the_minutes_from_july_2026(office: Office) -> None:
    found = judgment(office, "2026-07-01", FEE, papers=("Bản án",), awaits_papers=True)
    head, clerk = office.head("2026-07-06"), office.clerk("2026-07-06")
    assert queries.judgment_page(head, found).row.due is None

    actions.record_papers(
        viewer=clerk, judgment_id=found, on=day("2026-07-06"), papers=("Biên bản kê biên", " ")
    )

    page = queries.judgment_page(head, found)
    assert page.papers == ("Bản án", "Biên bản kê biên")
    assert page.row.due is not None
    assert page.row.due.due_on == day("2026-07-13")
    with refuses("cases.papers_not_awaited"):
        actions.record_papers(viewer=clerk, judgment_id=found, on=clerk.on, papers=("khác",))


def test_interest_joint_mark_and_security_go_from_the_judgment_into_the_case(office: Office) -> None:
    debt = replace(DEBT, interest=Interest(950, day("2025-12-01")), joint="1", secured_by="nhà số 5")
    found = judgment(office, "2026-06-30", debt)
    case = decide(office, request(office, found, "2026-06-30"), "2026-06-30")

    (told,) = queries.histories(office.head("2026-06-30"), agencies=frozenset({DISTRICT}))
    (duty,) = told.opening.duties

    assert told.case_id == case
    assert (duty.interest, duty.joint, duty.secured_by) == (
        Interest(950, day("2025-12-01")), "1", "nhà số 5",
    )  # fmt: skip


def test_persons_are_known_with_how_surely(office: Office) -> None:
    decide(office, request(office, judgment(office, "2026-06-30", DEBT), "2026-06-30"), "2026-06-30")
    head = office.head("2026-06-30")

    by_number = queries.known_parties(head, replace(DEBTOR, name="Ai đó"))
    by_name = queries.known_parties(head, PartyDetails(PartyRole.DEBTOR, "nguyen van anh"))

    assert [one.likeness.value for one in by_number] == ["same_number"]
    assert [one.likeness.value for one in by_name] == ["same_name"]
    assert queries.known_parties(viewer(Role.CLERK, agency=OTHER), DEBTOR) == []
