"""What a request must say and how it may come; who is known; which agency is competent (L08 Đ31, 35; L25 Đ32,
34; N152 Đ9).
"""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import date

import pytest

from rules.cases.telling import day
from thads.enforcement.cases.rules.competence import Competence, check_asset_part, competence_hint
from thads.enforcement.cases.rules.duplicates import (
    DutyLike,
    Enforced,
    Likeness,
    check_not_enforced,
    likeness,
)
from thads.enforcement.cases.rules.intake import (
    ReceiptManner,
    check_manner,
    decide_from,
    owes_court_notice,
)
from thads.enforcement.cases.rules.intake_dues import IntakeDue, judgment_due, request_due
from thads.enforcement.cases.rules.parties import PartyDetails, check_details
from thads.enforcement.cases.rules.requested import (
    WRITTEN_CHANNELS,
    WRITTEN_FIELDS,
    RequestChannel,
    RequestContents,
    RequiredField,
    check_channel,
    check_complete,
    missing_fields,
    open_channels,
)
from thads.enforcement.cases.rules.vocabulary import JudgmentKind, ObligationKind, PartyRole, RequestStatus
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.foundation.organisation.rules.agencies import AgencyKind
from thads.kernel.refusals import Refusal
from thads.law import LAW

OLD, NEW = day("2026-06-30"), day("2026-07-01")
WHOLE = PartyDetails(
    PartyRole.CREDITOR, "Trần Thị Đào", "Vĩnh Lộc", "008190000456", "0912345678", "1990-02-01", "1 Agribank"
)
DEBTOR = PartyDetails(PartyRole.DEBTOR, "Nguyễn Văn Ánh", "Kim Bình")
COMPANY = PartyDetails(PartyRole.CREDITOR, "Công ty Mẫu", "Vĩnh Lộc", "0101234567", "02073", "", "1 BIDV")


def refuses(code: str) -> "pytest.RaisesExc[Refusal]":
    return pytest.raises(Refusal, check=lambda refusal: refusal.code == code)


def refuses_if(code: str) -> AbstractContextManager[object]:
    """Expect a refusal by its code, none when the code is empty."""
    return refuses(code) if code else nullcontext()


def asked(person: PartyDetails, **more: object) -> RequestContents:
    return RequestContents(person, (DEBTOR,), JudgmentKind.CIVIL, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("address", "address"), ("id_number", "id_number"), ("phone", "phone"), ("born", "born"),
        ("bank_account", "bank_account"),
    ],
)  # fmt: skip
def test_each_thing_that_lacks_is_named_from_july_2026_and_nothing_before(field: str, code: str) -> None:
    person = replace(WHOLE, **{field: " "})

    assert missing_fields(asked(WHOLE), on=NEW) == ()
    assert missing_fields(asked(person), on=NEW) == (RequiredField(code),)
    assert missing_fields(asked(person), on=OLD) == ()


def test_an_organisation_has_no_birth_date_and_an_award_needs_its_proof() -> None:
    award = RequestContents(COMPANY, (DEBTOR,), JudgmentKind.ARBITRATION)

    assert missing_fields(asked(COMPANY), on=NEW) == ()
    assert missing_fields(award, on=NEW) == (RequiredField.AWARD_PROOF,)
    assert missing_fields(replace(award, has_award_proof=True), on=NEW) == ()


def test_a_debtor_is_named_with_his_address() -> None:
    homeless = replace(asked(WHOLE), debtors=(replace(DEBTOR, address=""),))

    assert missing_fields(homeless, on=NEW) == (RequiredField.DEBTOR_ADDRESS,)
    assert missing_fields(replace(homeless, debtors=()), on=NEW) == (RequiredField.DEBTOR_NAME,)
    with refuses("cases.request_incomplete"):
        check_complete((RequiredField.PHONE,))


@pytest.mark.parametrize(
    ("channel", "on", "code"),
    [
        (RequestChannel.DIRECT, OLD, ""), (RequestChannel.POST, NEW, ""),
        (RequestChannel.PORTAL, OLD, "cases.channel_unknown"),
        (RequestChannel.VNEID, NEW, "cases.channel_not_announced"),
    ],
)  # fmt: skip
def test_digital_ways_wait_for_the_ministry(channel: RequestChannel, on: date, code: str) -> None:
    with refuses_if(code):
        check_channel(channel, on=on, content="")


def test_an_oral_request_needs_its_minutes() -> None:
    check_channel(RequestChannel.ORAL, on=OLD, content="Biên bản ngày 30/6/2026")
    with refuses("cases.oral_needs_minutes"):
        check_channel(RequestChannel.ORAL, on=OLD, content=" ")


def test_every_word_of_the_laws_lists_is_known() -> None:
    for key, known in (("request.channels", WRITTEN_CHANNELS), ("request.required_fields", WRITTEN_FIELDS)):
        for step in LAW.timeline(key).steps:
            assert isinstance(step.value, tuple)
            assert set(step.value) <= set(known)
    assert RequestChannel.DIRECT in open_channels(NEW)


# --------------------------------------------------------------------------- receipt and what is due


@pytest.mark.parametrize(
    ("manner", "on", "owes"),
    [
        (ReceiptManner.POST, OLD, True), (ReceiptManner.POST, NEW, False),
        (ReceiptManner.DIRECT, OLD, False),
    ],
)  # fmt: skip
def test_the_court_is_told_of_what_came_by_post_until_june_2026(
    manner: ReceiptManner, on: date, owes: bool
) -> None:
    assert owes_court_notice(manner, received_on=on) is owes


def test_an_electronic_receipt_needs_the_systems_instant_of_the_same_day() -> None:
    given = {"manner": ReceiptManner.ELECTRONIC, "received_at": None, "local_day": None}
    with refuses("cases.manner_unknown"):
        check_manner(received_on=OLD, **given)
    with refuses("cases.system_time_needed"):
        check_manner(received_on=NEW, **given)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, IntakeDue("decision.ex_officio", NEW)),
        ({"is_interim": True}, IntakeDue("decision.interim_measure", NEW)),
        ({"kind": JudgmentKind.BANKRUPTCY}, IntakeDue("decision.bankruptcy", NEW)),
        ({"awaits_papers": True}, None),
        ({"awaits_papers": True, "received_on": OLD}, IntakeDue("decision.ex_officio", OLD)),
        ({"papers_on": day("2026-07-09")}, IntakeDue("decision.ex_officio", day("2026-07-09"))),
        ({"papers_on": NEW, "received_on": OLD}, IntakeDue("decision.ex_officio", OLD)),
    ],
)
def test_the_decision_ex_officio_is_due_by_the_kind_of_judgment(
    more: dict[str, object], expected: IntakeDue | None
) -> None:
    given = {"kind": JudgmentKind.CRIMINAL, "is_interim": False, "received_on": NEW, **more}

    assert judgment_due(**given) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, IntakeDue("decision.on_request", NEW)),
        ({"judgment_on": day("2026-07-06")}, IntakeDue("decision.on_request", day("2026-07-06"))),
        ({"received_on": OLD, "judgment_on": NEW}, IntakeDue("decision.on_request", OLD)),
        ({"completed_on": day("2026-07-08")}, IntakeDue("decision.on_request", day("2026-07-08"))),
        ({"contract_on": day("2026-06-29")}, IntakeDue("decision.on_request", day("2026-06-29"))),
        ({"status": RequestStatus.SUPPLEMENT}, IntakeDue("request.supplement", NEW)),
        ({"status": RequestStatus.SUPPLEMENT, "supplement_asked_on": NEW}, None),
        ({"status": RequestStatus.REFUSED}, None),
    ],
)
def test_a_request_is_due_from_when_it_is_complete(
    more: dict[str, object], expected: IntakeDue | None
) -> None:
    given = {"status": RequestStatus.RECEIVED, "received_on": NEW, "judgment_on": day("2026-01-05"), **more}

    assert request_due(**given) == expected  # type: ignore[arg-type]


def test_minutes_count_only_under_the_new_law() -> None:
    assert decide_from(OLD, NEW) == OLD
    assert decide_from(NEW, day("2026-07-03")) == day("2026-07-03")


# --------------------------------------------------------------------------- who is known, what is enforced


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, Likeness.SAME_NUMBER),
        ({"name": "Ai đó"}, Likeness.SAME_NUMBER),
        ({"id_number": "008190000457"}, None),
        ({"id_number": ""}, Likeness.SAME_NAME_AND_BIRTH),
        ({"id_number": "", "born": "1990"}, Likeness.SAME_NAME_AND_BIRTH),
        ({"id_number": "", "born": "1991"}, None),
        ({"id_number": "", "born": ""}, Likeness.SAME_NAME_AND_ADDRESS),
        ({"id_number": "", "born": "", "address": ""}, Likeness.SAME_NAME),
        ({"id_number": "", "name": "TRẦN THỊ ĐÀO", "born": "", "address": ""}, Likeness.SAME_NAME),
        ({"id_number": "", "name": "Trần Thị Đảo"}, Likeness.SAME_NAME_AND_BIRTH),
        ({"id_number": "", "name": "Ai đó"}, None),
    ],
)
def test_persons_are_known_by_number_before_name(changes: dict[str, str], expected: Likeness | None) -> None:
    assert likeness(replace(WHOLE, **changes), WHOLE) is expected


DEBT = DutyLike(ObligationKind.CONTRACT, 1_000, "Nguyễn Văn Ánh", "Trần Thị Đào")


@pytest.mark.parametrize(
    ("duty", "status", "as_adjudged", "refused"),
    [
        (DEBT, S.ENFORCING, True, True),
        (DEBT, S.PERFORMED, True, True),
        (DEBT, S.TERMINATED, True, True),
        (DEBT, S.DELEGATED_OUT, True, False),
        (DEBT, S.RECALLED, True, False),
        (DEBT, S.REQUEST_RETURNED, True, False),
        (replace(DEBT, amount=400), S.ENFORCING, True, False),
        (replace(DEBT, amount=400), S.ENFORCING, False, True),
        (replace(DEBT, amount=1_001), S.ENFORCING, False, False),
        (replace(DEBT, creditor="Ai đó"), S.ENFORCING, True, False),
        (replace(DEBT, kind=ObligationKind.CREDIT_DEBT), S.ENFORCING, True, False),
    ],
)
def test_one_duty_is_not_enforced_twice(duty: DutyLike, status: S, as_adjudged: bool, refused: bool) -> None:
    known = [Enforced(duty, status, "1/2026/VP", "VP", as_adjudged)]
    with refuses_if("cases.enforced_elsewhere" if refused else ""):
        check_not_enforced(1, DEBT, known)


@pytest.mark.parametrize(
    ("born", "is_right"),
    [
        ("", True), ("1985", True), ("1985-02-28", True), ("1985-02-29", False), ("2027", False),
        ("85", False),
    ],
)  # fmt: skip
def test_a_birth_date_is_a_day_or_a_year_gone_by(born: str, is_right: bool) -> None:
    person = replace(WHOLE, born=born)
    with refuses_if("" if is_right else "cases.born_wrong"):
        check_details(person, today=OLD)


# --------------------------------------------------------------------------- competence


@pytest.mark.parametrize(
    ("court", "kind", "on", "expected"),
    [
        ("TAND huyện Chiêm Hóa", AgencyKind.DISTRICT, "2024-06-30", (Competence.DISTRICT, True)),
        ("TAND huyện Chiêm Hóa, tỉnh TQ", AgencyKind.PROVINCE, "2024-06-30", (Competence.DISTRICT, False)),
        ("TAND tỉnh Tuyên Quang", AgencyKind.DISTRICT, "2024-06-30", (Competence.PROVINCE, False)),
        ("TAND thành phố Hà Nội", AgencyKind.PROVINCE, "2024-06-30", (Competence.PROVINCE, True)),
        ("TAND thành phố Tuyên Quang", AgencyKind.PROVINCE, "2024-06-30", None),
        ("TAND khu vực 1", AgencyKind.AREA_ROOM, "2026-06-30", (Competence.DISTRICT, True)),
        ("TAND khu vực 1", AgencyKind.AREA_ROOM, "2026-07-01", (Competence.PROVINCE_OF_ALL, True)),
        ("", AgencyKind.PROVINCE, "2026-07-01", None),
    ],
)  # fmt: skip
def test_the_court_says_which_level_is_competent(
    court: str, kind: AgencyKind, on: str, expected: tuple[Competence, bool] | None
) -> None:
    hint = competence_hint(court, kind, on=day(on))

    assert (None if hint is None else (hint.competence, hint.fits)) == expected


def test_of_administrative_and_bankruptcy_judgments_only_assets_are_enforced() -> None:
    check_asset_part(JudgmentKind.ADMINISTRATIVE, [ObligationKind.COURT_FEE])
    check_asset_part(JudgmentKind.CIVIL, [ObligationKind.PERFORM_ACT])
    for kind in (JudgmentKind.ADMINISTRATIVE, JudgmentKind.BANKRUPTCY):
        with refuses("cases.asset_part_only"):
            check_asset_part(kind, [ObligationKind.COURT_FEE, ObligationKind.PERFORM_ACT])
