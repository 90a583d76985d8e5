"""A bailiff's desk: what is due today apart, measures with their next step; a head's plans to approve."""

from rooms.cases.office import BAILIFF, CREDITOR, DEBT, FEE, FINE, OTHER, Office, day, viewer
from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.papers.waiting import drafts_of_case, drafts_of_judgment, drafts_of_request
from thads.enforcement.cases.rules.vocabulary import (
    CoercionKind,
    CoercionStep,
    SecurityKind,
    VerificationResult,
)
from thads.foundation.access.rules.viewer import Role


def test_a_case_moves_from_soon_to_today_to_late(office: Office) -> None:
    case = office.ex_officio("2024-06-03", FEE)
    parts = {}
    for on in ("2024-06-04", "2024-06-05", "2024-06-06"):
        desk = queries.desk(office.bailiff(on))
        parts[on] = [
            name
            for name in ("overdue", "today", "soon", "later")
            if case in [one.row.case_id for one in getattr(desk, name)]
        ]

    assert parts == {"2024-06-04": ["soon"], "2024-06-05": ["today"], "2024-06-06": ["overdue"]}


def test_a_measure_stands_on_the_desk_until_it_is_ended(office: Office) -> None:
    case = office.ex_officio("2024-06-03", FEE, FINE)
    bailiff = office.bailiff("2024-06-05")
    actions.order_security(
        viewer=bailiff, case_id=case, on=bailiff.on, measure=SecurityKind.FREEZE, subject="tài khoản",
        value=1_000_000, holder="Ngân hàng",
    )  # fmt: skip

    (one,) = queries.desk_measures(office.head("2024-06-06"), bailiff=BAILIFF)

    assert (one.case_id, one.measure.no, one.measure.subject) == (case, 1, "tài khoản")
    assert not queries.desk_measures(viewer(Role.AGENCY_HEAD, agency=OTHER), bailiff=BAILIFF)
    assert not queries.plans_to_approve(office.head("2024-06-06"))


def test_a_plan_waits_for_the_head_from_its_draft_to_its_approval(office: Office) -> None:
    case = office.ex_officio("2024-05-02", FEE, FINE)
    early, later = office.bailiff("2024-05-06"), office.bailiff("2024-05-20")
    actions.serve_notice(viewer=early, case_id=case, on=early.on)
    actions.record_verification(viewer=later, case_id=case, on=later.on, result=VerificationResult.ABLE)
    actions.decide_coercion(
        viewer=later, case_id=case, on=later.on, measure=CoercionKind.SEIZE, subject="xe tải",
        value=6_000_000, is_forceful=True, planned_on=day("2024-07-10"),
    )  # fmt: skip
    head, waiting = office.head("2024-05-27"), []
    for step in (CoercionStep.POLICE_ASKED, CoercionStep.POLICE_REPLIED, CoercionStep.PLAN_DRAFTED):
        waiting.append(len(queries.plans_to_approve(head)))
        actions.prepare_coercion(viewer=later, case_id=case, on=later.on, no=1, step=step)

    (plan,) = queries.plans_to_approve(head)
    actions.approve_coercion_plan(viewer=head, case_id=case, on=head.on, no=plan.measure.no)

    assert waiting == [0, 0, 0]
    assert queries.plans_to_approve(head) == []


def test_a_judgment_is_drafted_before_it_is_signed_and_nothing_is_written(office: Office) -> None:
    judgment = office.judgment("2024-06-03", FEE, FINE)
    head = office.head("2024-06-04")

    drafts = drafts_of_judgment(head, judgment, on=head.on)

    assert drafts
    assert any("Nguyễn Văn Ánh" in one.text for one in drafts)
    assert len(queries.judgment_page(head, judgment).cases) == 0


def test_what_a_bailiff_proposed_is_drafted_on_its_ground(office: Office) -> None:
    case = office.ex_officio("2024-06-03", FEE)
    early, later = office.bailiff("2024-06-05"), office.bailiff("2024-06-18")
    actions.serve_notice(viewer=early, case_id=case, on=early.on)
    actions.record_verification(viewer=later, case_id=case, on=later.on, result=VerificationResult.NOT_ABLE)
    head, before = office.head("2024-06-19"), office.page(case).seq

    drafts = drafts_of_case(head, case, "unable_proposed", on=head.on, ground="no_income_no_assets")

    assert [one.title for one in drafts]
    assert office.page(case).seq == before
    assert drafts_of_case(head, case, "to_finish", on=head.on) == ()


def test_a_request_is_drafted_before_it_is_decided(office: Office) -> None:
    judgment = office.judgment("2024-06-03", DEBT)
    clerk, head = office.clerk("2024-06-03"), office.head("2024-06-04")
    request = actions.receive_request(
        viewer=clerk, judgment_id=judgment, requester=CREDITOR.name, requested_on=day("2024-06-03"),
        received_on=day("2024-06-03"), duty_nos=(1,),
    )  # fmt: skip

    drafts = drafts_of_request(head, request, on=head.on)

    assert any(CREDITOR.name in one.text for one in drafts)
