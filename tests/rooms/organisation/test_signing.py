"""Delegations are recorded and ended; whoever records an order is asked whose signature it bears."""

from datetime import date, datetime
from uuid import UUID, uuid4

import pytest

from thads.foundation.access.rules.viewer import HeldPost, Role, Viewer
from thads.foundation.audit.models import AuditEntry
from thads.foundation.organisation import actions, queries
from thads.foundation.organisation.models import SigningDelegation
from thads.foundation.organisation.rules.agencies import AgencyKind
from thads.kernel.refusals import Refusal
from thads.law import Authority

pytestmark = pytest.mark.django_db
SINCE, LAW_OF_2025 = date(2020, 1, 1), date(2026, 7, 1)
PEOPLE = (
    ("TQ-01", "Nguyễn Văn Trưởng", Role.AGENCY_HEAD, "TQ"),
    ("TQ-02", "Trần Thị Phó", Role.DEPUTY_HEAD, "TQ"),
    ("TQ.NV-01", "Lê Văn Phòng", Role.UNIT_HEAD, "TQ.NV"),
    ("TQ.NV-02", "Phạm Thị Hành", Role.BAILIFF, "TQ.NV"),
    ("TQ.NV-03", "Đỗ Văn Thư", Role.CLERK, "TQ.NV"),
    ("TQ.CH-01", "Hoàng Văn Chi", Role.AGENCY_HEAD, "TQ.CH"),
)


@pytest.fixture
def keeper(now: datetime) -> Viewer:
    """A province with a room and a district, and the people of each."""
    for code, kind, parent in (
        ("TC", AgencyKind.CENTRAL, None),
        ("TQ", AgencyKind.PROVINCE, "TC"),
        ("TQ.NV", AgencyKind.OPERATIONS_ROOM, "TQ"),
        ("TQ.CH", AgencyKind.DISTRICT, "TQ"),
    ):
        operator = queries.operator(at=now, on=now.date())
        actions.found_agency(
            viewer=operator, code=code, name=f"Cơ quan {code}", kind=kind, parent=parent, since=SINCE
        )
    operator = queries.operator(at=now, on=now.date())
    for code, name, role, agency in PEOPLE:
        actions.enrol_staff(viewer=operator, code=code, full_name=name, agency=agency)
        actions.appoint(viewer=operator, staff_code=code, role=role, agency=agency, since=SINCE)
    return operator


def person(code: str, now: datetime, *, staff: bool = True) -> Viewer:
    """The viewer that a person of the list is; without `staff` he stands in no list."""
    _, name, role, agency = next(one for one in PEOPLE if one[0] == code)
    reach = {"TQ": {"TQ", "TQ.NV", "TQ.CH"}}.get(agency, {agency})
    post = HeldPost(role, agency, frozenset(reach), code if staff else "")
    return Viewer(7, code.lower(), name, (post,), now, now.date())


def delegate(viewer: Viewer, receiver: str = "TQ-02", **more: object) -> UUID:
    given: dict[str, object] = {
        "agency": "TQ", "paper_no": "12/QĐ-CTHADS", "paper_on": date(2024, 7, 1),
        "valid_from": date(2024, 7, 1), "acts": ("deferral", "unable"),
    }  # fmt: skip
    return actions.delegate_signing(viewer=viewer, receiver=receiver, **(given | more))  # type: ignore[arg-type]


def test_a_head_delegates_and_the_deputy_signs(keeper: Viewer, now: datetime) -> None:
    head, deputy = person("TQ-01", now), person("TQ-02", now)
    delegation_id = delegate(head)

    signed = queries.check_signature(deputy, act="deferral", agency="TQ.NV", on=date(2024, 7, 5))
    assert (signed.staff, signed.name, signed.how) == ("TQ-02", "Trần Thị Phó", Authority.BY_DELEGATION)
    assert (signed.delegation_no, signed.basis) == ("12/QĐ-CTHADS", "L08 Đ23.2")
    assert signed.title == "KT. CỤC TRƯỞNG / PHÓ CỤC TRƯỞNG"
    (row,) = queries.delegations(head, on=date(2024, 7, 5))
    assert (row.delegation_id, row.giver_name, row.works) == (delegation_id, "Nguyễn Văn Trưởng", True)


def test_before_the_first_day_and_for_other_acts_the_deputy_does_not_sign(
    keeper: Viewer, now: datetime
) -> None:
    delegate(person("TQ-01", now))

    for act, on in (("deferral", date(2024, 6, 30)), ("termination", date(2024, 7, 5))):
        with pytest.raises(Refusal) as refused:
            queries.check_signature(person("TQ-02", now), act=act, agency="TQ", on=on)
        assert refused.value.code == "organisation.delegation_missing"
        assert "Nguyễn Văn Trưởng" in refused.value.message


def test_whoever_records_names_the_signer(keeper: Viewer, now: datetime) -> None:
    clerk = person("TQ.NV-03", now)

    signed = queries.check_signature(clerk, act="unable", agency="TQ.NV", on=date(2024, 7, 5), signer="TQ-01")
    assert (signed.name, signed.title, signed.how) == ("Nguyễn Văn Trưởng", "CỤC TRƯỞNG", Authority.SIGNS)
    with pytest.raises(Refusal, match="Đỗ Văn Thư không có thẩm quyền ký"):
        queries.check_signature(clerk, act="unable", agency="TQ.NV", on=date(2024, 7, 5))
    with pytest.raises(Refusal, match="TQ-99"):
        queries.check_signature(clerk, act="unable", agency="TQ.NV", on=date(2024, 7, 5), signer="TQ-99")


def test_the_head_of_the_province_does_not_sign_for_the_district(keeper: Viewer, now: datetime) -> None:
    head = person("TQ-01", now)

    with pytest.raises(Refusal, match="Hoàng Văn Chi"):
        queries.check_signature(head, act="unable", agency="TQ.CH", on=date(2024, 7, 5))


def test_one_who_stands_in_no_list_is_judged_by_his_posts(keeper: Viewer, now: datetime) -> None:
    stranger = person("TQ.CH-01", now, staff=False)

    signed = queries.check_signature(stranger, act="unable", agency="TQ.CH", on=date(2024, 7, 5))
    assert (signed.staff, signed.name, signed.title) == ("", "Hoàng Văn Chi", "CHI CỤC TRƯỞNG")


def test_a_post_of_the_day_of_signing_counts_and_not_of_the_day_of_recording(
    keeper: Viewer, now: datetime
) -> None:
    actions.end_post(
        viewer=keeper, staff_code="TQ-01", role=Role.AGENCY_HEAD, agency="TQ", until=date(2024, 7, 1)
    )
    clerk = person("TQ.NV-03", now)

    assert (
        queries.check_signature(clerk, act="unable", agency="TQ", on=date(2024, 6, 30), signer="TQ-01")
        if (clerk.sees("TQ"))
        else True
    )
    signed = queries.check_signature(
        clerk, act="unable", agency="TQ.NV", on=date(2024, 6, 30), signer="TQ-01"
    )
    assert signed.staff == "TQ-01"
    with pytest.raises(Refusal, match="chưa có ai"):
        queries.check_signature(clerk, act="unable", agency="TQ.NV", on=date(2024, 7, 1), signer="TQ-01")


def test_a_bailiff_signs_his_own_case_only(keeper: Viewer, now: datetime) -> None:
    bailiff = person("TQ.NV-02", now)
    asked = {"act": "coercion", "agency": "TQ.NV", "on": date(2024, 7, 5)}

    assert queries.check_signature(bailiff, **asked, bailiff="TQ.NV-02").title == "CHẤP HÀNH VIÊN"
    with pytest.raises(Refusal) as refused:
        queries.check_signature(bailiff, **asked, bailiff="TQ.NV-09")
    assert refused.value.code == "organisation.not_in_charge"
    head = person("TQ-01", now)
    with pytest.raises(Refusal, match="không có thẩm quyền ký"):
        queries.check_signature(head, **asked, bailiff="TQ.NV-02")
    assert queries.check_signature(head, **asked, bailiff="TQ-01").staff == "TQ-01"


def test_who_could_sign_in_a_case_leaves_out_other_bailiffs(keeper: Viewer, now: datetime) -> None:
    clerk, on = person("TQ.NV-03", now), date(2024, 7, 5)
    actions.enrol_staff(viewer=keeper, code="TQ.NV-04", full_name="Bùi Văn Khác", agency="TQ.NV")
    actions.appoint(viewer=keeper, staff_code="TQ.NV-04", role=Role.BAILIFF, agency="TQ.NV", since=SINCE)

    everybody = queries.signers(clerk, "coercion", "TQ.NV", on=on)
    own = queries.who_could_sign_case_act(clerk, "coercion", "TQ.NV", on=on, bailiff="TQ.NV-02")
    assert {one.staff for one in everybody} == {"TQ.NV-02", "TQ.NV-04"}
    assert [one.staff for one in own] == ["TQ.NV-02"]


def test_signers_are_those_by_law_first_and_then_by_paper(keeper: Viewer, now: datetime) -> None:
    delegate(person("TQ-01", now))
    found = queries.signers(person("TQ.NV-03", now), "deferral", "TQ.NV", on=date(2024, 7, 5))

    assert [(one.staff, one.signature.how.value) for one in found] == [("TQ-01", "S"), ("TQ-02", "D")]


def test_an_agency_out_of_sight_has_no_signers(keeper: Viewer, now: datetime) -> None:
    clerk = person("TQ.NV-03", now)

    for ask in (
        lambda: queries.signers(clerk, "deferral", "TQ.CH", on=date(2024, 7, 5)),
        lambda: queries.check_signature(clerk, act="deferral", agency="TQ.CH", on=date(2024, 7, 5)),
        lambda: queries.delegations(clerk, agency="TQ.CH", on=date(2024, 7, 5)),
    ):
        with pytest.raises(Refusal) as refused:
            ask()
        assert refused.value.code == "organisation.agency_not_in_sight"


def test_the_room_sees_the_papers_of_the_agency_above_it(keeper: Viewer, now: datetime) -> None:
    delegate(person("TQ-01", now))
    clerk = person("TQ.NV-03", now)

    assert [row.paper_no for row in queries.delegations(clerk, agency="TQ.NV", on=date(2024, 7, 5))] == [
        "12/QĐ-CTHADS"
    ]
    assert queries.delegations(clerk, on=date(2024, 7, 5)) == []


def test_a_delegation_ends_and_what_was_signed_stays(keeper: Viewer, now: datetime) -> None:
    head, deputy = person("TQ-01", now), person("TQ-02", now)
    delegation_id = delegate(head)
    actions.end_delegation(
        viewer=head, delegation_id=delegation_id, until=date(2024, 8, 1), reason="phân công lại"
    )

    assert queries.check_signature(deputy, act="unable", agency="TQ", on=date(2024, 7, 31)).staff == "TQ-02"
    with pytest.raises(Refusal, match="ủy quyền"):
        queries.check_signature(deputy, act="unable", agency="TQ", on=date(2024, 8, 1))
    assert queries.delegations(head, on=date(2024, 8, 1)) == []
    assert SigningDelegation.objects.get().end_reason == "phân công lại"
    assert AuditEntry.objects.filter(verb="organisation.end_delegation", outcome="done").count() == 1


@pytest.mark.parametrize(
    ("until", "reason", "code"),
    [
        (date(2024, 7, 1), "phân công lại", "organisation.ended_before_start"),
        (date(2024, 8, 1), " ", "organisation.blank"),
        (date(2024, 12, 31), "phân công lại", "organisation.delegation_ended"),
    ],
)
def test_an_end_that_cannot_be_is_refused(
    keeper: Viewer, now: datetime, until: date, reason: str, code: str
) -> None:
    head = person("TQ-01", now)
    delegation_id = delegate(head, valid_to=date(2024, 12, 31))

    with pytest.raises(Refusal) as refused:
        actions.end_delegation(viewer=head, delegation_id=delegation_id, until=until, reason=reason)
    assert refused.value.code == code


def test_a_delegation_elsewhere_is_not_found(keeper: Viewer, now: datetime) -> None:
    delegation_id = delegate(person("TQ-01", now))
    stranger = person("TQ.CH-01", now)

    for one in (delegation_id, uuid4()):
        with pytest.raises(Refusal) as refused:
            actions.end_delegation(viewer=stranger, delegation_id=one, until=date(2024, 8, 1), reason="khác")
        assert refused.value.code == "organisation.delegation_unknown"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"paper_no": " "}, "organisation.blank"),
        ({"valid_to": date(2024, 7, 1)}, "organisation.span_empty"),
        ({"receiver": "TQ-99"}, "organisation.staff_unknown"),
        ({"receiver": "TQ-01"}, "organisation.delegated_to_oneself"),
        ({"receiver": "TQ.NV-01"}, "organisation.receiver_not_eligible"),
        ({"acts": ("complaint_second",)}, "organisation.act_not_delegable"),
        ({"acts": ("dance",)}, "law.act_unknown"),
        ({"agency": "TQ.CH"}, "organisation.giver_does_not_sign"),
        ({"valid_from": date(2019, 12, 31), "paper_on": date(2019, 12, 31)}, "organisation.agency_unknown"),
    ],
)
def test_an_unlawful_delegation_leaves_nothing(
    keeper: Viewer, now: datetime, more: dict[str, object], code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        delegate(person("TQ-01", now), **({"receiver": "TQ-02"} | more))  # type: ignore[arg-type]
    assert refused.value.code == code
    assert not SigningDelegation.objects.exists()


def test_the_same_paper_is_recorded_once(keeper: Viewer, now: datetime) -> None:
    head = person("TQ-01", now)
    delegate(head)

    with pytest.raises(Refusal, match="đã được ghi nhận"):
        delegate(head)


def test_a_head_of_a_unit_signs_by_paper_since_the_law_of_2025(keeper: Viewer, now: datetime) -> None:
    head, unit_head = person("TQ-01", now), person("TQ.NV-01", now)
    delegate(
        head,
        "TQ.NV-01",
        agency="TQ.NV",
        acts=(),
        paper_on=date(2026, 6, 30),
        valid_from=LAW_OF_2025,
        paper_no="9/QĐ",
    )

    signed = queries.check_signature(unit_head, act="unable", agency="TQ.NV", on=LAW_OF_2025)
    assert signed.titles == ("TUQ. TRƯỞNG CƠ QUAN TQ", "TRƯỞNG CƠ QUAN TQ.NV")
    with pytest.raises(Refusal):
        queries.check_signature(unit_head, act="payout", agency="TQ.NV", on=LAW_OF_2025)


def test_a_deputy_may_not_record_a_delegation(keeper: Viewer, now: datetime) -> None:
    with pytest.raises(Refusal) as refused:
        delegate(person("TQ-02", now), giver="TQ-01")
    assert refused.value.code == "access.not_your_role"


def test_the_keeper_records_what_the_head_signed(keeper: Viewer, now: datetime) -> None:
    delegate(keeper, giver="TQ-01")

    assert SigningDelegation.objects.get().giver_id == "TQ-01"


def test_a_paper_of_a_head_who_left_no_longer_works(keeper: Viewer, now: datetime) -> None:
    delegate(person("TQ-01", now))
    actions.end_post(
        viewer=keeper, staff_code="TQ-01", role=Role.AGENCY_HEAD, agency="TQ", until=date(2024, 9, 30)
    )

    assert [row.works for row in queries.delegations(keeper, on=date(2024, 9, 29))] == [True]
    assert [row.works for row in queries.delegations(keeper, on=date(2024, 9, 30))] == [False]


def test_an_accountant_is_not_made_cashier(keeper: Viewer) -> None:
    actions.enrol_staff(viewer=keeper, code="TQ-05", full_name="Vũ Thị Sổ", agency="TQ")
    actions.appoint(viewer=keeper, staff_code="TQ-05", role=Role.ACCOUNTANT, agency="TQ", since=SINCE)

    with pytest.raises(Refusal, match="kế toán không được kiêm thủ quỹ") as refused:
        actions.appoint(
            viewer=keeper, staff_code="TQ-05", role=Role.CASHIER, agency="TQ.CH", since=date(2024, 1, 1)
        )
    assert refused.value.basis == "T78 Đ8.4"


def test_a_private_office_is_founded_with_its_own_posts(keeper: Viewer, now: datetime) -> None:
    office = {"code": "VP", "name": "Văn phòng Sông Lô", "kind": AgencyKind.PRIVATE_OFFICE, "parent": "TQ"}
    with pytest.raises(Refusal) as refused:
        actions.found_agency(viewer=keeper, since=date(2026, 6, 30), **office)
    assert refused.value.code == "organisation.office_before_law"

    actions.found_agency(viewer=keeper, since=LAW_OF_2025, **office)
    operator = queries.operator(at=now, on=now.date())
    actions.enrol_staff(viewer=operator, code="VP-01", full_name="Ngô Văn Tư", agency="VP")
    with pytest.raises(Refusal) as refused:
        actions.appoint(
            viewer=operator, staff_code="VP-01", role=Role.BAILIFF, agency="VP", since=LAW_OF_2025
        )
    assert refused.value.code == "organisation.post_of_other_kind"
    actions.appoint(
        viewer=operator, staff_code="VP-01", role=Role.OFFICE_HEAD, agency="VP", since=LAW_OF_2025
    )
    signed = queries.check_signature(
        operator, act="enforcement_decision", agency="VP", on=LAW_OF_2025, signer="VP-01"
    )
    assert signed.title == "TRƯỞNG VĂN PHÒNG THI HÀNH ÁN DÂN SỰ"
