"""Papers of a case: issued with the act or on demand, shown before they are signed, copied from a book."""

from datetime import date
from uuid import UUID

import pytest
from django.db import transaction

from rooms.cases.office import BAILIFF, CREDITOR, DEBT, DEBTOR, DISTRICT, FEE, Office, day, viewer
from thads.enforcement.cases import actions, papers
from thads.enforcement.cases.actions.papers import write_closed_list, write_paper
from thads.enforcement.cases.models import EnforcementCase
from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.intake import IntakeDuty
from thads.enforcement.cases.rules.vocabulary import (
    Initiation,
    JudgmentKind,
    ObligationKind,
    VerificationResult,
)
from thads.enforcement.documents import queries as documents
from thads.foundation.access.rules.viewer import Role, Viewer
from thads.kernel.refusals import Refusal

ADVANCE = IntakeDuty(ObligationKind.RETURN_MONEY, 300_000, CREDITOR.name, "", "tiền tạm ứng án phí")


def issued(person: Viewer, case_id: UUID, seq: int) -> list[str]:
    """Issue what the fact calls for, unless the act has done so, and return the texts."""
    if not _texts(person, case_id, seq):
        with transaction.atomic():
            papers.issue_for(person, EnforcementCase.objects.get(uuid=case_id), seq)
    return _texts(person, case_id, seq)


def _texts(person: Viewer, case_id: UUID, seq: int) -> list[str]:
    rows = documents.papers_of(person, subject_kind="case", subject_id=case_id)
    return [documents.paper_page(person, row.paper_id).text for row in rows if row.entry_seq == seq]


def test_a_decision_of_return_names_its_recipient_and_nobody_who_pays(office: Office) -> None:
    case_id = office.ex_officio("2024-06-28", ADVANCE)

    (text,) = issued(office.head("2024-06-28"), case_id, 1)

    assert f"- {CREDITOR.name}" in text
    assert DEBTOR.name not in text
    assert "điểm b khoản 2, khoản 3 Điều 36" in text
    assert "tự nguyện" not in text
    assert "cưỡng chế" not in text


def test_a_decision_bears_the_number_it_was_registered_under(office: Office) -> None:
    case_id = office.ex_officio("2024-06-28", FEE)
    head = office.head("2024-06-28")

    (text,) = issued(head, case_id, 1)

    assert f"Số: {EnforcementCase.objects.get(uuid=case_id).decision_no}" in text
    assert "1.000.000 đồng (bằng chữ: Một triệu đồng)" in text
    assert "Chấp hành viên Lê Văn Chấp được phân công" in text


def test_a_decision_on_request_cites_the_request(office: Office) -> None:
    case_id = office.on_request("2024-06-28", DEBT)

    (text,) = issued(office.head("2024-06-28"), case_id, 1)

    assert f"Xét yêu cầu thi hành án ngày 28/6/2024 của {CREDITOR.name}" in " ".join(text.split())


def test_a_return_without_a_recipient_is_refused(office: Office) -> None:
    fact = f.DecisionIssued(
        "1", Initiation.EX_OFFICIO, JudgmentKind.CRIMINAL,
        (f.Duty(1, ObligationKind.RETURN_MONEY, 300_000, content="tiền tạm ứng án phí"),),
    )  # fmt: skip

    with pytest.raises(Refusal) as refused:
        papers.preview_decision(
            office.head("2024-06-28"), fact, agency=DISTRICT, on=date(2024, 6, 28), parties=(DEBTOR,)
        )

    assert refused.value.code == "cases.recipient_needed"


def test_a_draft_is_shown_before_the_act_and_takes_no_number(office: Office) -> None:
    case_id = office.on_request("2024-06-28", DEBT)
    head = office.head("2024-06-28")
    fact = f.Deferred("parties_agree", date(2024, 9, 30))

    (draft,) = papers.preview(head, case_id, fact, on=date(2024, 6, 28))

    assert "Số: ……" in draft.text
    assert "đến hết ngày 30 tháng 9 năm 2024" in " ".join(draft.text.split())
    assert "điểm c khoản 1 Điều 48" in draft.text


def test_a_draft_speaks_by_the_law_of_its_day(office: Office) -> None:
    case_id = office.on_request("2024-06-28", DEBT)
    fact = f.Deferred("parties_agree", date(2026, 9, 30))

    (before,) = papers.preview(office.head("2026-06-30"), case_id, fact, on=date(2026, 6, 30))
    (after,) = papers.preview(office.head("2026-07-01"), case_id, fact, on=date(2026, 7, 1))

    assert "Điều 48 Luật Thi hành án dân sự năm 2008" in " ".join(before.text.split())
    assert "Điều 46 Luật Thi hành án dân sự năm 2025" in " ".join(after.text.split())


def test_minutes_are_issued_on_demand_with_what_those_present_said(office: Office) -> None:
    case_id = office.on_request("2024-06-01", DEBT)
    bailiff = office.bailiff("2024-06-28")
    actions.record_verification(
        viewer=bailiff, case_id=case_id, on=day("2024-06-28"), result=VerificationResult.NOT_ABLE
    )

    write_paper(
        viewer=bailiff, case_id=case_id, entry_seq=2, kind="minutes_verification",
        fields={"content": "không có tài sản", "place": "trụ sở Ủy ban nhân dân xã Kim Bình"},
    )  # fmt: skip

    (text,) = _texts(bailiff, case_id, 2)
    assert "Kết quả xác minh: không có tài sản." in text
    assert "Lê Văn Chấp" in text


def test_a_paper_that_the_fact_does_not_call_for_is_refused(office: Office) -> None:
    case_id = office.ex_officio("2024-06-28", FEE)

    with pytest.raises(Refusal) as refused:
        papers.preview_of(office.head("2024-06-28"), case_id, 1, kind="minutes_coercion")

    assert refused.value.code == "cases.paper_not_of_fact"


def test_a_copy_from_the_register_bears_its_number_and_its_mark(office: Office) -> None:
    case_id = office.ex_officio("2024-06-28", FEE)
    number = EnforcementCase.objects.get(uuid=case_id).decision_no

    (copy,) = papers.copy_of(office.head("2024-06-28"), case_id, 1)

    assert "BẢN IN LẠI THEO SỔ" in copy.text
    assert f"Số: {number}" in copy.text


def test_papers_out_of_sight_are_not_shown(office: Office) -> None:
    case_id = office.ex_officio("2024-06-28", FEE)
    stranger = viewer(Role.AGENCY_HEAD, "2024-06-28", agency="TQ.SD")

    with pytest.raises(Refusal) as refused:
        papers.preview_of(stranger, case_id, 1)

    assert refused.value.code == "cases.not_found"


def test_the_monthly_list_names_the_cases_that_ended(office: Office) -> None:
    case_id = office.ex_officio("2026-07-01", FEE)
    actions.terminate(
        viewer=office.head("2026-07-20"), case_id=case_id, on=day("2026-07-20"), ground="duty_relieved"
    )

    said = papers.closed_list_fields(
        office.head("2026-08-03"), DISTRICT, since=date(2026, 7, 1), until=date(2026, 7, 31)
    )

    (row,) = said["closed"]  # type: ignore[misc]
    assert (row["ending"], row["closed_on"]) == ("Đình chỉ", date(2026, 7, 20))
    assert row["debtor"] == DEBTOR.name


def test_the_list_to_the_procuracy_is_no_paper_of_the_old_law(office: Office) -> None:
    june, last = date(2026, 6, 1), date(2026, 6, 30)

    with pytest.raises(Refusal) as refused:
        write_closed_list(
            viewer=office.head("2026-06-30"), agency=DISTRICT, since=june, until=last, on=last, signer=BAILIFF
        )

    assert refused.value.code == "organisation.act_not_of_day"


def test_a_refusal_of_a_request_says_ground_and_right_to_complain(office: Office) -> None:
    judgment = office.judgment("2024-06-28", DEBT)
    request_id = actions.receive_request(
        viewer=office.clerk("2024-06-28"), judgment_id=judgment, requester=CREDITOR.name,
        requested_on=day("2024-06-28"), received_on=day("2024-06-28"), duty_nos=(1,),
    )  # fmt: skip
    head = office.head("2024-06-28")
    actions.refuse_request(viewer=head, request_id=request_id, ground="no_competence", on=day("2024-06-28"))

    draft = papers.preview_for_request(head, request_id, "refusal", on=day("2024-06-28"))

    said = " ".join(draft.text.split())
    assert "điểm b khoản 5 Điều 31 Luật Thi hành án dân sự năm 2008" in said
    assert "không có thẩm quyền thi hành án" in said
    assert f"Kính gửi: {CREDITOR.name}" in said
