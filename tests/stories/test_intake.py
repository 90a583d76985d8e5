"""Intake as officers tell it: from the counter to the decision, from one law to the next."""

from dataclasses import replace

from rooms.cases.office import BAILIFF, CREDITOR, DEBT, DEBTOR, FEE, FINE, OTHER, Office, day, viewer
from stories.telling import Story, refuses
from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.rules.intake import IntakeDuty
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.transfer import TransferReason
from thads.enforcement.cases.rules.transition import TransitionChoice, TransitionTask
from thads.enforcement.cases.rules.vocabulary import (
    JudgmentKind,
    ObligationKind,
    PartyRole,
    RequestStatus,
)
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.foundation.access.rules.viewer import Role
from thads.foundation.organisation.models import Agency, AgencyVersion

SECOND = PartyDetails(PartyRole.DEBTOR, "Bùi Văn Nợ", "xã Phúc Sơn")
VICTIM = PartyDetails(PartyRole.CREDITOR, "Ma Thị Mất", "xã Tân An")


def receive(office: Office, on: str, *duties: IntakeDuty, parties: tuple[PartyDetails, ...]) -> object:
    return actions.receive_judgment(
        viewer=office.clerk(on), agency=office.agency, number="7/2025/ST", issued_on=day("2025-12-01"),
        court="TAND huyện Chiêm Hóa", kind=JudgmentKind.CRIMINAL, received_on=day(on), parties=parties,
        duties=duties,
    )  # fmt: skip


def ask(office: Office, judgment: object, on: str, **more: object) -> object:
    return actions.receive_request(
        viewer=office.clerk(on), judgment_id=judgment, requester=CREDITOR.name, requested_on=day(on),
        received_on=day(on), duty_nos=(1,), **more,
    )  # fmt: skip


def test_a_creditor_without_account_number_comes_back_and_gets_his_decision(office: Office) -> None:
    bare = replace(CREDITOR, bank_account="")
    asked = ask(office, receive(office, "2026-07-01", DEBT, parties=(DEBTOR, bare)), "2026-07-01")
    clerk, head = office.clerk("2026-07-02"), office.head("2026-07-08")
    actions.ask_supplement(viewer=clerk, request_id=asked, on=clerk.on)
    clerk = office.clerk("2026-07-07")
    actions.complete_request(viewer=clerk, request_id=asked, on=clerk.on, details=CREDITOR)

    case = actions.issue_on_request(viewer=head, request_id=asked, on=head.on, bailiff=BAILIFF)

    assert queries.request_row(head, asked).status is RequestStatus.DECIDED
    assert "c1" in Story(office, case).counted("FY2026/10M")


def test_a_request_of_a_stranger_is_refused_and_the_creditor_asks_himself(office: Office) -> None:
    judgment = receive(office, "2026-06-29", DEBT, parties=(DEBTOR, CREDITOR))
    head = office.head("2026-06-30")
    refused = ask(office, judgment, "2026-06-29")
    actions.refuse_request(viewer=head, request_id=refused, ground="no_right", on=head.on)

    asked = ask(office, judgment, "2026-06-30")

    assert actions.issue_on_request(viewer=head, request_id=asked, on=head.on)
    assert queries.request_row(head, refused).status is RequestStatus.REFUSED


def test_a_late_creditor_proves_the_flood_and_is_heard(office: Office) -> None:
    judgment = office.judgment("2026-07-01", DEBT, issued="2020-05-04")
    asked, head = ask(office, judgment, "2026-07-01"), office.head("2026-07-02")
    with refuses("cases.limitation_over"):
        actions.issue_on_request(viewer=head, request_id=asked, on=head.on)
    actions.decide_limitation(
        viewer=head, request_id=asked, on=head.on, is_accepted=True, ground="lũ quét 2024, xã xác nhận"
    )

    assert actions.issue_on_request(viewer=head, request_id=asked, on=head.on)


def test_one_criminal_judgment_becomes_three_cases(office: Office) -> None:
    phone = IntakeDuty(ObligationKind.RETURN_ASSET, 0, VICTIM.name, "", "điện thoại")
    judgment = receive(
        office, "2026-06-30", FEE, FINE, replace(FEE, debtor=SECOND.name), phone,
        parties=(DEBTOR, SECOND, VICTIM),
    )  # fmt: skip
    head = office.head("2026-06-30")

    cases = actions.issue_decisions(viewer=head, judgment_id=judgment, on=head.on, bailiff=BAILIFF)

    counted = [Story(office, case).counted("FY2026/9M") for case in cases]
    assert [lines["c1"] for lines in counted] == [6_000_000, 1_000_000, 0]


def test_a_claim_sold_before_july_opens_a_case_and_after_july_stays_in_it(office: Office) -> None:
    given = {"role": PartyRole.CREDITOR, "to": "Trần Văn Kế", "reason": TransferReason.AGREED}
    june = Story.on_request(office, "2026-06-01", DEBT, number="1/DS")
    july = Story.on_request(office, "2026-06-01", DEBT, number="2/DS")
    head = office.head("2026-06-30")
    following = actions.transfer_rights(viewer=head, case_id=june.case, on=head.on, **given)
    head = office.head("2026-07-01")
    same = actions.transfer_rights(viewer=head, case_id=july.case, on=head.on, **given)

    assert (june.status, Story(office, following).left) == (S.RECALLED, 300_000_000)
    assert "c4" in june.counted("FY2026/12M") or "c5" in june.counted("FY2026/12M")
    assert (same, july.status, july.left) == (july.case, S.ASSIGNED, 300_000_000)
    assert july.page().obligations[0].creditor == "Trần Văn Kế"


def test_a_private_office_that_must_coerce_leaves_the_case_to_the_agency(office: Office) -> None:
    agency = Agency.objects.create(code="VP1")
    AgencyVersion.objects.create(
        agency=agency, name="Văn phòng số 1", short_name="VP1", kind="private_office", parent_id="TQ",
        symbol="THADS-VP1", valid_from=day("2026-07-01"),
    )  # fmt: skip

    def head_of_office(on: str) -> object:
        return viewer(Role.OFFICE_HEAD, on, agency="VP1")

    judgment = actions.receive_judgment(
        viewer=head_of_office("2026-07-06"), agency="VP1", number="9/2025/DS", issued_on=day("2025-12-01"),
        court="TAND huyện Sơn Dương", kind=JudgmentKind.CIVIL, received_on=day("2026-07-06"),
        parties=(DEBTOR, CREDITOR), duties=(DEBT,),
    )  # fmt: skip
    asked = actions.receive_request(
        viewer=head_of_office("2026-07-06"), judgment_id=judgment, requester=CREDITOR.name,
        requested_on=day("2026-07-06"), received_on=day("2026-07-06"), duty_nos=(1,), contract_no="1/HĐ",
        contract_on=day("2026-07-06"), competent_agency=OTHER,
    )  # fmt: skip
    who = head_of_office("2026-07-08")
    case = actions.issue_on_request(viewer=who, request_id=asked, on=day("2026-07-08"))
    actions.hand_to_agency(
        viewer=who, case_id=case, on=day("2026-07-08"), to_agency=OTHER, ground="coercion_needed"
    )

    there = Office(OTHER)
    head = there.head("2026-07-09")
    (row,) = queries.incoming_cases(head, waiting=True).rows
    taken = actions.accept_incoming(viewer=head, incoming_id=row.incoming_id, on=head.on, received_on=head.on)
    assert there.page(taken, "2026-07-09").row.remaining == 300_000_000


def test_on_1_july_the_head_sends_old_requests_back_and_the_creditor_may_come_again(office: Office) -> None:
    story = Story.on_request(office, "2024-01-10", DEBT).notified("2024-01-12")
    story.found_without_conditions("2024-02-01").unable("2024-02-05")
    for on in ("2024-08-01", "2025-02-03", "2026-01-05"):
        story.found_without_conditions(on)
    head = office.head("2026-07-01")
    choice = TransitionChoice(story.case, TransitionTask.RETURN_REQUEST)

    done = actions.confirm_transition(viewer=head, agency=office.agency, on=head.on, confirmed=(choice,))

    assert (done, story.status) == (1, S.REQUEST_RETURNED)
    judgment = story.page().judgment_id
    with refuses("cases.ability_proof_needed"):
        ask(office, judgment, "2029-03-01")
    again = ask(office, judgment, "2029-03-01", content="người phải thi hành án có nhà tại số 5")
    head = office.head("2029-03-02")
    case = actions.issue_on_request(viewer=head, request_id=again, on=head.on)
    assert Story(office, case).page("2029-03-02").row.remaining == 300_000_000
