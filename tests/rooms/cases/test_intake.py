"""Judgments and requests come in, decisions open cases; what cannot be is refused and leaves nothing."""

import pytest

from rooms.cases.office import (
    BAILIFF,
    CREDITOR,
    DEBT,
    DEBTOR,
    DISTRICT,
    FEE,
    FINE,
    Office,
    at,
    day,
    viewer,
)
from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.models import EnforcementCase, Judgment, Party
from thads.enforcement.cases.rules.intake import IntakeDuty
from thads.enforcement.cases.rules.vocabulary import (
    Initiation,
    IntakeRoute,
    JudgmentKind,
    ObligationKind,
    RequestStatus,
)
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.enforcement.documents.models import NumberSeries
from thads.foundation.access.rules.viewer import Role
from thads.foundation.audit.models import AuditEntry
from thads.foundation.ledger.models import LedgerEntry
from thads.kernel.refusals import Refusal


def receive(office: Office, **changes: object) -> object:
    given = {
        "viewer": office.clerk("2024-01-10"), "agency": DISTRICT, "number": "15/2023/HS-ST",
        "issued_on": day("2023-12-01"), "court": "TAND huyện Chiêm Hóa", "kind": JudgmentKind.CRIMINAL,
        "received_on": day("2024-01-10"), "parties": (DEBTOR, CREDITOR), "duties": (FEE, DEBT),
    }  # fmt: skip
    return actions.receive_judgment(**{**given, **changes})


class TestJudgment:
    def test_stands_in_the_register_with_number_parties_and_duties(self, office: Office) -> None:
        page = queries.judgment_page(office.head("2024-01-10"), office.judgment("2024-01-10", FEE, DEBT))

        assert (page.row.register_no, page.row.awaits_decision) == ("1/2024", True)
        assert page.row.parties == "Trần Thị Đào – Nguyễn Văn Ánh"
        assert [duty.initiation for duty in page.duties] == [Initiation.EX_OFFICIO, Initiation.ON_REQUEST]
        assert page.row.due is not None
        assert page.row.due.due_on == day("2024-01-17")

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"number": " "}, "cases.judgment_field_needed"),
            ({"number": "1" * 81}, "cases.intake_field_too_long"),
            ({"court": ""}, "cases.judgment_field_needed"),
            ({"number": "không số"}, "cases.judgment_number_wrong"),
            ({"issued_on": day("2024-01-11")}, "cases.judgment_in_future"),
            ({"effective_on": day("2023-11-30")}, "cases.effective_before_issued"),
            ({"received_on": day("2023-11-30")}, "cases.received_before_issued"),
            ({"received_on": day("2024-01-11")}, "cases.received_in_future"),
            ({"parties": (CREDITOR,)}, "cases.no_debtor"),
            ({"duties": ()}, "cases.intake_duties_needed"),
            ({"duties": (IntakeDuty(ObligationKind.FINE),)}, "cases.money_needed"),
            ({"duties": (IntakeDuty(ObligationKind.FINE, -1),)}, "money.negative"),
        ],
    )
    def test_that_cannot_be_is_refused_and_leaves_nothing(
        self, office: Office, changes: dict[str, object], code: str
    ) -> None:
        with pytest.raises(Refusal) as refused:
            receive(office, **changes)

        assert refused.value.code == code
        assert not Judgment.objects.exists()
        assert not NumberSeries.objects.exists()
        assert AuditEntry.objects.get().outcome == "refused"

    def test_received_twice_names_the_entry_of_the_register(self, office: Office) -> None:
        known = receive(office)
        with pytest.raises(Refusal) as refused:
            receive(office, number=" 15 / 2023/hs-st", court="TAND HUYỆN CHIÊM HÓA")

        assert refused.value.code == "cases.judgment_duplicate"
        assert "1/2024" in refused.value.message
        assert refused.value.details["judgment_id"] == known
        assert Judgment.objects.count() == 1

    def test_may_be_received_by_another_agency_too(self, office: Office) -> None:
        receive(office)
        receive(office, viewer=viewer(Role.CLERK, "2024-01-10", agency="TQ.SD"), agency="TQ.SD")

        assert Judgment.objects.count() == 2


class TestExOfficio:
    def test_decision_opens_a_case_numbered_without_gaps(self, office: Office) -> None:
        first, second = (
            office.ex_officio("2024-01-10", number=n) for n in ("15/2023/HS-ST", "16/2023/HS-ST")
        )
        page = office.page(second)

        assert (office.page(first).row.number, page.row.number) == ("1/2024/TQ.CH", "2/2024/TQ.CH")
        assert page.decision_no == "2/QĐ-CCTHADS"
        assert (page.row.status, page.row.bailiff_name) == (S.ASSIGNED, "Lê Văn Chấp")
        assert (page.row.owed, page.row.remaining, page.judgment_no) == (
            1_000_000,
            1_000_000,
            "16/2023/HS-ST",
        )
        assert [party.name for party in page.parties] == ["Nguyễn Văn Ánh"]

    def test_series_starts_anew_with_the_statistics_year(self, office: Office) -> None:
        office.ex_officio("2024-09-30", number="1/HS")
        case = office.ex_officio("2024-10-01", number="2/HS")

        assert office.page(case, "2024-10-02").row.number == "1/2025/TQ.CH"

    def test_takes_up_each_duty_once(self, office: Office) -> None:
        judgment = office.judgment("2024-01-10", FEE, FINE, DEBT)
        head = office.head("2024-01-11")
        actions.issue_ex_officio(viewer=head, judgment_id=judgment, on=day("2024-01-11"), duty_nos=(2,))
        assert queries.judgment_page(head, judgment).row.awaits_decision
        actions.issue_ex_officio(viewer=head, judgment_id=judgment, on=day("2024-01-11"))
        assert not queries.judgment_page(head, judgment).row.awaits_decision

        for nos, code in (
            ((2,), "cases.duty_decided"),
            ((3,), "cases.duty_on_request"),
            ((9,), "cases.duty_not_there"),
            ((), "cases.no_duty_waits"),
        ):
            with pytest.raises(Refusal) as refused:
                actions.issue_ex_officio(
                    viewer=head, judgment_id=judgment, on=day("2024-01-11"), duty_nos=nos
                )
            assert refused.value.code == code

    @pytest.mark.parametrize(
        ("on", "bailiff", "code"),
        [
            ("2024-01-09", "", "cases.decided_before_receipt"),
            ("2024-01-12", "", "cases.in_the_future"),
            ("2024-01-10", "TQ.CH-99", "cases.bailiff_unknown"),
        ],
    )
    def test_that_cannot_be_leaves_nothing_and_takes_no_number(
        self, office: Office, on: str, bailiff: str, code: str
    ) -> None:
        judgment = office.judgment("2024-01-10", FEE)
        with pytest.raises(Refusal) as refused:
            actions.issue_ex_officio(
                viewer=office.head("2024-01-10"), judgment_id=judgment, on=day(on), bailiff=bailiff
            )

        assert refused.value.code == code
        assert not EnforcementCase.objects.exists()
        assert not LedgerEntry.objects.exists()
        assert not NumberSeries.objects.filter(family="case").exists()


class TestRequest:
    def test_decision_on_it_opens_a_case_with_its_duties(self, office: Office) -> None:
        page = office.page(office.on_request("2024-01-10"))

        assert page.row.initiation is Initiation.ON_REQUEST
        assert [(line.kind, line.amount) for line in page.obligations] == [
            (ObligationKind.CONTRACT, 300_000_000)
        ]
        assert {party.name for party in page.parties} == {"Nguyễn Văn Ánh", "Trần Thị Đào"}
        assert page.request_id is not None
        asked = queries.request_row(office.head("2024-01-11"), page.request_id)
        assert (asked.status, asked.due) == (RequestStatus.DECIDED, None)

    def request(self, office: Office, *nos: int, requested: str = "2024-01-10") -> object:
        judgment = Judgment.objects.get().uuid
        return actions.receive_request(
            viewer=office.clerk("2024-01-10"), judgment_id=judgment, requester=CREDITOR.name,
            requested_on=day(requested), received_on=day("2024-01-10"), duty_nos=nos,
        )  # fmt: skip

    def test_that_cannot_be_is_refused(self, office: Office) -> None:
        office.judgment("2024-01-10", FEE, DEBT)
        for nos, requested, code in (
            ((), "2024-01-10", "cases.nos_needed"),
            ((1,), "2024-01-10", "cases.duty_ex_officio"),
            ((7,), "2024-01-10", "cases.duty_unknown"),
            ((2,), "2024-01-11", "cases.request_in_future"),
            ((2,), "2021-11-30", "cases.request_before_judgment"),
        ):
            with pytest.raises(Refusal) as refused:
                self.request(office, *nos, requested=requested)
            assert refused.value.code == code

    def test_one_duty_is_not_requested_nor_enforced_twice(self, office: Office) -> None:
        office.judgment("2024-01-10", DEBT)
        request = self.request(office, 1)
        with pytest.raises(Refusal, match="đang chờ giải quyết"):
            self.request(office, 1)
        head = office.head("2024-01-10")
        actions.issue_on_request(viewer=head, request_id=request, on=day("2024-01-10"))
        with pytest.raises(Refusal, match="không thi hành hai lần"):
            self.request(office, 1)
        with pytest.raises(Refusal, match="đã được giải quyết"):
            actions.issue_on_request(viewer=head, request_id=request, on=day("2024-01-10"))

    def test_refused_gives_its_duties_back(self, office: Office) -> None:
        office.judgment("2024-01-10", DEBT)
        request = self.request(office, 1)
        head = office.head("2024-01-12")
        with pytest.raises(Refusal, match="không phải là căn cứ"):
            actions.refuse_request(viewer=head, request_id=request, ground="no_such", on=day("2024-01-12"))
        actions.refuse_request(viewer=head, request_id=request, ground="no_competence", on=day("2024-01-12"))

        assert queries.request_row(head, request).status is RequestStatus.REFUSED
        assert self.request(office, 1) != request

    def test_beyond_the_limitation_needs_an_obstacle(self, office: Office) -> None:
        office.judgment("2024-01-10", DEBT, issued="2018-12-01")
        request = self.request(office, 1)
        head = office.head("2024-01-10")
        with pytest.raises(Refusal) as refused:
            actions.issue_on_request(viewer=head, request_id=request, on=day("2024-01-10"))
        assert refused.value.code == "cases.limitation_over"

        case = actions.issue_on_request(
            viewer=head, request_id=request, on=day("2024-01-10"), obstacle="thiên tai, xác nhận của UBND xã"
        )
        assert office.page(case).row.is_open


def test_a_delegation_accepted_opens_a_case_that_counts_as_delegated_in(office: Office) -> None:
    case = actions.accept_delegation(
        viewer=office.head("2024-03-01"), agency=DISTRICT, from_agency="TQ.SD", judgment_no="3/2023/DS-ST",
        judgment_on=day("2023-03-01"), court="TAND huyện Sơn Dương", judgment_kind=JudgmentKind.CIVIL,
        initiation=Initiation.ON_REQUEST, parties=(DEBTOR, CREDITOR), duties=(DEBT,), on=day("2024-03-01"),
        bailiff=BAILIFF,
    )  # fmt: skip
    page = office.page(case)

    assert (page.route, page.from_agency, page.row.remaining) == (
        IntakeRoute.DELEGATED_IN,
        "TQ.SD",
        300_000_000,
    )
    assert Party.objects.filter(case__uuid=case).count() == 2


def test_the_same_person_is_recognised_by_number_or_by_name(office: Office) -> None:
    case = office.on_request("2024-01-10")
    head = office.head("2024-01-11")
    from dataclasses import replace

    by_name = replace(DEBTOR, name="NGUYEN VAN ANH", id_number="")
    by_number = replace(DEBTOR, name="Tên khác")

    assert [row.case_id for row in queries.same_parties(head, parties=(by_name,))] == [case]
    assert [row.case_id for row in queries.same_parties(head, parties=(by_number,))] == [case]
    assert queries.same_parties(head, parties=(replace(by_name, name="Ai đó"),)) == []
    assert queries.same_parties(at(viewer(Role.CLERK, agency="TQ.SD"), "2024-01-11"), parties=(DEBTOR,)) == []
