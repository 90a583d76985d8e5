"""Rights pass to others, delegations come back or go on, private offices give up their files (L08 Đ54, 57;
L25 Đ31, 41, 49).
"""

from collections.abc import Callable
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
    PROVINCE,
    Office,
    day,
    viewer,
)
from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.rules.facts import Instalment, Interest, Part
from thads.enforcement.cases.rules.transfer import TransferReason
from thads.enforcement.cases.rules.vocabulary import IntakeRoute, JudgmentKind, PartyRole
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.foundation.access.rules.viewer import Role, Viewer
from thads.foundation.organisation.models import Agency, AgencyVersion
from thads.kernel.refusals import Refusal

HEIR = "Trần Văn Kế"
INHERITED = TransferReason.INHERITED


def refuses(code: str) -> "pytest.RaisesExc[Refusal]":
    return pytest.raises(Refusal, check=lambda refusal: refusal.code == code)


def transfer(office: Office, case: UUID, on: str, **more: object) -> UUID:
    given = {"role": PartyRole.CREDITOR, "to": HEIR, "reason": INHERITED, "id_number": "008199000001", **more}
    return actions.transfer_rights(viewer=office.head(on), case_id=case, on=day(on), **given)


# --------------------------------------------------------------------------- transfer


def test_until_june_the_old_decision_is_recalled_and_a_new_one_goes_on(office: Office) -> None:
    debt = replace(DEBT, interest=Interest(950), joint="1")
    case = office.on_request("2026-06-01", debt)
    actions.collect_money(
        viewer=office.bailiff("2026-06-15"), case_id=case, on=day("2026-06-15"), parts=(Part(1, 100_000_000),)
    )

    following = transfer(office, case, "2026-06-30")

    old, new = office.page(case, "2026-06-30"), office.page(following, "2026-06-30")
    assert (old.row.status, old.row.remaining) == (S.RECALLED, 0)
    assert (new.row.remaining, new.row.creditor, new.row.bailiff) == (200_000_000, HEIR, BAILIFF)
    assert {party.name for party in new.parties} == {DEBTOR.name, HEIR}
    assert (new.judgment_id, new.request_id) == (old.judgment_id, old.request_id)
    opening = [
        one.opening for one in queries.histories(office.head("2026-06-30"), agencies=frozenset({DISTRICT}))
    ][-1]
    assert (opening.duties[0].interest, opening.duties[0].joint) == (Interest(950), "1")


def test_from_july_one_decision_lets_the_case_go_on(office: Office) -> None:
    case = office.on_request("2026-06-01", DEBT)

    assert transfer(office, case, "2026-07-01") == case

    page = office.page(case, "2026-07-01")
    assert (page.row.status, page.row.remaining) == (S.ASSIGNED, 300_000_000)
    assert page.timeline[-1].kind == "cases.rights_transferred"
    assert page.timeline[-1].order_no == "1/QĐ-CCTHADS"


@pytest.mark.parametrize(
    ("on", "told_on", "estate", "code"),
    [
        ("2026-06-30", None, False, "cases.heirs_not_told"),
        ("2026-06-30", "2026-05-31", False, "cases.heirs_time_running"),
        ("2026-06-30", "2026-05-29", False, ""),
        ("2026-06-30", "2026-05-29", True, ""),
        ("2026-07-01", "2026-05-29", True, "cases.estate_left"),
        ("2026-07-01", "2026-05-29", False, ""),
    ],
)
def test_heirs_of_a_debtor_have_thirty_days(
    office: Office, on: str, told_on: str | None, estate: bool, code: str
) -> None:
    case = office.on_request("2026-05-04", DEBT)
    given = {
        "role": PartyRole.DEBTOR, "heirs_told_on": day(told_on) if told_on else None, "estate_left": estate
    }  # fmt: skip
    if code:
        with refuses(code):
            transfer(office, case, on, **given)
        assert office.page(case, on).seq == 1
        return
    following = transfer(office, case, on, **given)
    assert office.page(following, on).obligations[0].debtor == HEIR


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"to": " "}, "cases.transfer_to_nobody"),
        ({"to": CREDITOR.name}, "cases.transfer_same_person"),
        ({"role": PartyRole.INTERESTED}, "cases.transfer_role_wrong"),
        ({"nos": (9,)}, "cases.transfer_nothing"),
        ({"to": "x" * 201}, "cases.party_too_long"),
    ],
)
def test_a_transfer_that_cannot_be_leaves_nothing(
    office: Office, given: dict[str, object], code: str
) -> None:
    case = office.on_request("2026-06-01", DEBT)

    with refuses(code):
        transfer(office, case, "2026-06-30", **given)
    assert office.page(case, "2026-06-30").seq == 1


# --------------------------------------------------------------------------- delegation


def there(role: Role, on: str) -> Viewer:
    return viewer(role, on, agency=OTHER)


def delegate(office: Office, *, on: str = "2026-07-02") -> UUID:
    instalments = tuple(Instalment(day(due_on), 150_000_000) for due_on in ("2026-01-01", "2026-06-01"))
    debt = replace(DEBT, interest=Interest(950), joint="1", secured_by="nhà số 5", instalments=instalments)
    case = office.on_request("2026-06-01", debt)
    actions.collect_money(
        viewer=office.bailiff("2026-06-15"), case_id=case, on=day("2026-06-15"), parts=(Part(1, 200_000_000),)
    )
    actions.delegate_out(
        viewer=office.head(on), case_id=case, on=day(on), to_agency=OTHER, content="Phí đã thu 3.000.000 đồng"
    )
    return case


def test_what_is_delegated_carries_what_was_laid_down_of_it(office: Office) -> None:
    delegate(office)
    (row,) = queries.incoming_cases(there(Role.AGENCY_HEAD, "2026-07-03")).rows
    (duty,) = row.duties

    assert (duty.amount, duty.interest, duty.joint, duty.secured_by) == (
        100_000_000, Interest(950), "1", "nhà số 5",
    )  # fmt: skip
    assert duty.instalments == (Instalment(day("2026-06-01"), 100_000_000),)
    assert row.content == "Phí đã thu 3.000.000 đồng"


def test_a_delegation_is_sent_back_only_for_a_mistake_and_then_taken_back(office: Office) -> None:
    case = delegate(office)
    head = there(Role.AGENCY_HEAD, "2026-07-03")
    (row,) = queries.incoming_cases(head).rows
    actions.receive_incoming(
        viewer=there(Role.CLERK, "2026-07-03"), incoming_id=row.incoming_id, received_on=head.on
    )
    given = {"viewer": head, "incoming_id": row.incoming_id, "on": head.on}
    with pytest.raises(Refusal, match="không phải là căn cứ"):
        actions.return_incoming(**given, ground="too_much_work", reason="nhiều việc")
    with refuses("cases.return_reason_needed"):
        actions.return_incoming(**given, ground="content_mistaken", reason=" ")
    actions.return_incoming(**given, ground="content_mistaken", reason="sai số tiền")

    assert queries.incoming_cases(head, waiting=True).total == 0
    with refuses("cases.incoming_returned"):
        actions.accept_incoming(viewer=head, incoming_id=row.incoming_id, on=head.on)
    entry = office.page(case, "2026-07-06").timeline[-1].entry_id
    actions.cancel_fact(
        viewer=office.head("2026-07-06"),
        case_id=case,
        entry_id=entry,
        on=day("2026-07-06"),
        reason="sai số tiền",
    )
    assert office.page(case, "2026-07-06").row.is_open


def test_a_later_ruling_is_sent_on_once(office: Office) -> None:
    case, clerk = delegate(office), office.clerk("2026-07-08")
    given = {
        "viewer": clerk, "case_id": case, "on": clerk.on, "number": "1/2026/QĐ",
        "issued_on": day("2026-07-01"),
    }  # fmt: skip
    with refuses("cases.ruling_before_delegation"):
        actions.forward_ruling(**given, received_on=day("2026-07-01"))
    actions.forward_ruling(**given, received_on=day("2026-07-07"), content="đính chính bản án")

    (row,) = queries.incoming_cases(there(Role.CLERK, "2026-07-08")).rows
    assert [(one.number, one.content) for one in row.rulings] == [("1/2026/QĐ", "đính chính bản án")]
    with refuses("cases.ruling_forwarded"):
        actions.forward_ruling(**given, received_on=day("2026-07-07"))
    with refuses("cases.nothing_delegated"):
        own = office.ex_officio("2026-07-06", FEE, number="2/2025/HS")
        actions.forward_ruling(**{**given, "case_id": own}, received_on=day("2026-07-07"))


# --------------------------------------------------------------------------- private offices

PRIVATE, FAR, FAR_PROVINCE = "VP1", "HG.A", "HG"


@pytest.fixture
def private(office: Office) -> Office:
    for code, kind, parent in (
        (PRIVATE, "private_office", PROVINCE), (FAR_PROVINCE, "province", None),
        (FAR, "district", FAR_PROVINCE),
    ):  # fmt: skip
        agency = Agency.objects.create(code=code)
        AgencyVersion.objects.create(
            agency=agency, name=f"Tổ chức {code}", short_name=code, kind=kind, parent_id=parent,
            symbol=f"THADS-{code}", valid_from=day("2026-07-01"),
        )  # fmt: skip
    return Office(PRIVATE)


def of_office(role: Role, on: str) -> Viewer:
    return viewer(role, on, agency=PRIVATE, staff="VP1-01" if role is Role.PRIVATE_BAILIFF else "")


def contract(on: str, **more: object) -> UUID:
    found = actions.receive_judgment(
        viewer=of_office(Role.PRIVATE_BAILIFF, on), agency=PRIVATE, number="7/2025/DS-ST",
        issued_on=day("2025-12-01"), court="TAND huyện Chiêm Hóa", kind=JudgmentKind.CIVIL,
        received_on=day(on), parties=(DEBTOR, CREDITOR), duties=(DEBT, FEE),
    )  # fmt: skip
    given = {
        "contract_no": "12/HĐDV", "contract_on": day(on), "competent_agency": DISTRICT, "duty_nos": (1,),
        **more,
    }  # fmt: skip
    return actions.receive_request(
        viewer=of_office(Role.PRIVATE_BAILIFF, on), judgment_id=found, requester=CREDITOR.name,
        requested_on=day(on), received_on=day(on), **given,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"contract_no": ""}, "cases.contract_needed"),
        ({"contract_on": None}, "cases.contract_needed"),
        ({"contract_on": day("2026-07-07")}, "cases.contract_in_future"),
        ({"competent_agency": ""}, "cases.place_needed"),
        ({"competent_agency": FAR}, "organisation.office_outside_province"),
        ({"duty_nos": (2,)}, "cases.duty_ex_officio"),
    ],
)
def test_an_office_works_under_contract_in_its_province_on_request(
    private: Office, given: dict[str, object], code: str
) -> None:
    with refuses(code):
        contract("2026-07-06", **given)


def test_the_days_of_an_office_run_from_the_contract(private: Office) -> None:
    asked = queries.request_row(of_office(Role.OFFICE_HEAD, "2026-07-07"), contract("2026-07-06"))

    assert asked.due is not None
    assert (asked.due.due_on, asked.contract_no) == (day("2026-07-13"), "12/HĐDV")


Forbidden = Callable[[Viewer, UUID], object]


@pytest.mark.parametrize(
    "forbidden",
    [
        lambda who, case: actions.issue_ex_officio(
            viewer=who, judgment_id=queries.case_page(who, case).judgment_id, on=who.on
        ),
        lambda who, case: actions.delegate_out(viewer=who, case_id=case, on=who.on, to_agency=DISTRICT),
    ],
)
def test_an_office_has_no_powers_of_the_state(private: Office, forbidden: Forbidden) -> None:
    who = of_office(Role.OFFICE_HEAD, "2026-07-07")
    case = actions.issue_on_request(viewer=who, request_id=contract("2026-07-06"), on=who.on)

    with refuses("organisation.office_may_not"):
        forbidden(who, case)


def test_an_office_gives_its_file_to_the_agency_which_decides_on_the_rest(private: Office) -> None:
    who = of_office(Role.OFFICE_HEAD, "2026-07-08")
    case = actions.issue_on_request(viewer=who, request_id=contract("2026-07-06"), on=who.on)
    given = {"viewer": who, "case_id": case, "on": who.on, "ground": "coercion_needed"}
    for receiver, code in (
        ("không có", "cases.receiver_unknown"), (PRIVATE, "cases.handed_to_office"),
        (FAR, "organisation.office_outside_province"),
    ):  # fmt: skip
        with refuses(code):
            actions.hand_to_agency(**given, to_agency=receiver)
    actions.hand_to_agency(**given, to_agency=DISTRICT)

    head = Office(DISTRICT).head("2026-07-09")
    (row,) = queries.incoming_cases(head).rows
    assert (row.route, row.from_agency, row.amount) == (IntakeRoute.HANDED_OVER, PRIVATE, 300_000_000)
    taken = actions.accept_incoming(viewer=head, incoming_id=row.incoming_id, on=head.on, received_on=head.on)
    page = queries.case_page(head, taken)
    assert (page.route, page.row.remaining, page.from_agency) == (
        IntakeRoute.HANDED_OVER, 300_000_000, PRIVATE,
    )  # fmt: skip
    assert queries.case_page(who, case).row.status is S.RECALLED


def test_a_file_of_the_agency_is_not_in_the_sight_of_an_office(private: Office) -> None:
    case = Office(DISTRICT).on_request("2026-07-06", DEBT)
    who = of_office(Role.OFFICE_HEAD, "2026-07-08")
    with refuses("cases.not_found"):
        actions.hand_to_agency(
            viewer=who, case_id=case, on=who.on, to_agency=DISTRICT, ground="contract_ended"
        )


def test_a_duty_is_not_enforced_by_office_and_agency_both(private: Office) -> None:
    who, state = of_office(Role.OFFICE_HEAD, "2026-07-07"), Office(DISTRICT)
    actions.issue_on_request(viewer=who, request_id=contract("2026-07-06"), on=who.on)

    here = state.judgment("2026-07-08", DEBT, number="7/2025/DS-ST", issued="2025-12-01")
    with refuses("cases.enforced_elsewhere") as refused:
        actions.receive_request(
            viewer=state.clerk("2026-07-08"), judgment_id=here, requester=CREDITOR.name,
            requested_on=day("2026-07-08"), received_on=day("2026-07-08"), duty_nos=(1,),
        )  # fmt: skip
    assert PRIVATE in refused.value.message
