"""Decisions ex officio: as many as the law asks for, proposed and issued at once, never two for one duty."""

from dataclasses import replace
from uuid import UUID

import pytest

from rooms.cases.office import BAILIFF, COLLEAGUE, DEBTOR, FEE, FINE, Office, day
from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.models import EnforcementCase
from thads.enforcement.cases.rules.grouping import DecisionChoice
from thads.enforcement.cases.rules.intake import IntakeDuty
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.vocabulary import JudgmentKind, ObligationKind, PartyRole
from thads.kernel.refusals import Refusal

SECOND = PartyDetails(PartyRole.DEBTOR, "Bùi Văn Nợ", "xã Phúc Sơn")
VICTIM = PartyDetails(PartyRole.CREDITOR, "Ma Thị Mất", "xã Tân An")
PHONE = IntakeDuty(ObligationKind.RETURN_ASSET, 0, VICTIM.name, "", "trả lại điện thoại")
FEE_OF_SECOND = replace(FEE, debtor=SECOND.name)


def refuses(code: str) -> "pytest.RaisesExc[Refusal]":
    return pytest.raises(Refusal, check=lambda refusal: refusal.code == code)


def criminal(office: Office, on: str, *duties: IntakeDuty, **more: object) -> UUID:
    return actions.receive_judgment(
        viewer=office.clerk(on), agency=office.agency, number="15/2025/HS-ST", issued_on=day("2025-12-01"),
        court="TAND huyện Chiêm Hóa", kind=JudgmentKind.CRIMINAL, received_on=day(on),
        parties=(DEBTOR, SECOND, VICTIM), duties=duties or (FEE, FINE, FEE_OF_SECOND, PHONE), **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("on", "groups"),
    [
        ("2026-06-30", ["several_duties", "common", "returned_to"]),
        ("2026-07-01", ["one_debtor", "one_debtor", "returned_to"]),
    ],
)
def test_a_judgment_gets_the_decisions_proposed_each_its_own_case(
    office: Office, on: str, groups: list[str]
) -> None:
    found, head = criminal(office, on), office.head(on)
    proposed = queries.propose_decisions(head, found, on=head.on)

    cases = actions.issue_decisions(viewer=head, judgment_id=found, on=head.on, bailiff=BAILIFF)

    assert [one.group.kind.value for one in proposed] == groups
    assert [one.ground for one in proposed] == ["fine_and_fees", "fine_and_fees", "return_to_party"]
    pages = [office.page(case, on) for case in cases]
    assert [page.row.number for page in pages] == [f"{no}/2026/TQ.CH" for no in (1, 2, 3)]
    assert [page.row.owed for page in pages] == [6_000_000, 1_000_000, 0]
    assert queries.propose_decisions(head, found, on=head.on) == []
    assert not queries.judgment_page(head, found).row.awaits_decision


def test_the_head_chooses_bailiffs_and_leaves_some_for_later(office: Office) -> None:
    found, head = criminal(office, "2026-07-01"), office.head("2026-07-01")
    chosen = (DecisionChoice((1, 2), BAILIFF), DecisionChoice((4,), COLLEAGUE))

    cases = actions.issue_decisions(viewer=head, judgment_id=found, on=head.on, decisions=chosen)

    assert [office.page(case, "2026-07-01").row.bailiff for case in cases] == [BAILIFF, COLLEAGUE]
    assert [one.group.nos for one in queries.propose_decisions(head, found, on=head.on)] == [(3,)]


@pytest.mark.parametrize(
    ("nos", "code"),
    [
        (((1, 3),), "cases.duties_apart"),
        (((1, 2), (2,)), "cases.duty_in_two_decisions"),
        (((1, 2), (9,)), "cases.duty_not_there"),
    ],
)
def test_when_one_decision_cannot_be_none_is_issued(
    office: Office, nos: tuple[tuple[int, ...], ...], code: str
) -> None:
    found, head = criminal(office, "2026-07-01"), office.head("2026-07-01")

    with refuses(code):
        actions.issue_decisions(
            viewer=head, judgment_id=found, on=head.on, decisions=tuple(map(DecisionChoice, nos))
        )
    assert not EnforcementCase.objects.exists()


def test_one_decision_over_what_the_law_keeps_apart_is_refused(office: Office) -> None:
    for on, number in (("2026-06-30", 1), ("2026-07-01", 2)):
        head = office.head(on)
        found = actions.receive_judgment(
            viewer=office.clerk(on), agency=office.agency, number=f"{number}/HS", issued_on=day("2025-12-01"),
            court="TAND", kind=JudgmentKind.CRIMINAL, received_on=head.on, parties=(DEBTOR, SECOND, VICTIM),
            duties=(FEE, FINE, FEE_OF_SECOND, PHONE),
        )  # fmt: skip
        with refuses("cases.duties_apart"):
            actions.issue_ex_officio(viewer=head, judgment_id=found, on=head.on)
        with refuses("cases.duties_apart"):
            actions.issue_ex_officio(viewer=head, judgment_id=found, on=head.on, duty_nos=(1, 3))
        assert actions.issue_ex_officio(viewer=head, judgment_id=found, on=head.on, duty_nos=(1, 2))


def test_the_ground_of_the_law_is_recorded_by_kind_of_duty(office: Office) -> None:
    on, head = "2026-06-30", office.head("2026-06-30")
    interim = criminal(office, on, FEE, is_interim=True)
    case = actions.issue_ex_officio(viewer=head, judgment_id=interim, on=head.on)

    (told,) = queries.histories(head, agencies=frozenset({office.agency}))

    assert (told.case_id, told.opening.ground) == (case, "interim_measure")


def test_whoever_has_least_to_do_is_proposed(office: Office) -> None:
    head = office.head("2026-06-30")
    office.ex_officio("2026-06-30", FEE, number="1/2025/HS")

    loads = queries.bailiff_loads(head, office.agency, on=head.on)
    (proposed,) = queries.propose_decisions(head, criminal(office, "2026-06-30", FEE), on=head.on)

    assert [(load.code, load.open_cases) for load in loads] == [(COLLEAGUE, 0), (BAILIFF, 1)]
    assert proposed.bailiff == COLLEAGUE


def test_an_urgent_decision_is_due_at_once(office: Office) -> None:
    found = criminal(office, "2026-07-01", FEE, is_interim=True)
    due = queries.judgment_page(office.head("2026-07-01"), found).row.due

    assert due is not None
    assert (due.key, due.due_on) == ("decision.interim_measure", day("2026-07-01"))
