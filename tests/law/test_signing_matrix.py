"""The matrix of who signs what, written by hand a second time and held against the law's data.

S signs by law, D by delegation on record, P prepares; a letter per role, `.` none (process.md 9.3). The first
half of a row is 30/6/2026 (Luật 2008), the second 1/7/2026 (Luật 2025).
"""

from datetime import date

import pytest

from thads.law import LAW, Authority, Certainty, Role

BEFORE, AFTER = date(2026, 6, 30), date(2026, 7, 1)
ROLES = (
    Role.CENTRAL_HEAD, Role.AGENCY_HEAD, Role.DEPUTY_HEAD, Role.UNIT_HEAD, Role.CHIEF_BAILIFF, Role.BAILIFF,
    Role.EXAMINER, Role.CLERK, Role.ACCOUNTANT, Role.OFFICE_HEAD, Role.PRIVATE_BAILIFF,
)  # fmt: skip

# centre head | agency head | deputy | unit head | chief bailiff | bailiff | examiner | clerk | accountant
# | head of private office | private bailiff
TABLE = """
intake                . . . . . . . P . . .   . . . . . . . P . . P
enforcement_decision  . S D . . . P P . . .   . S D D D . P P . S .
request_refusal       . S D . . . P P . . .   . S D D D . P P . S .
request_receipt       . . . . . . . . . . .   . . . . . . . S . . .
request_supplement    . . . . . . . . . . .   . S D D D . . P . S .
limitation            . S D . . . P P . . .   . S D D D . P P . S .
assign                . S D . . . . P . . .   . S D D D . . P . S .
recall                . S D . . S P P . . .   . S D D D S P P . S .
amendment             . S D . . S P P . . .   . S D D D S P P . S .
annulment             S S D . . . . . . . .   S S D . . . . . . . .
unable                . S D . . P P P . . .   . S D D D P P P . . .
publication           . S D . . P P P . . .   . S D D D P P P . . .
resumption            . S D . . P P P . . .   . S D D D P P P . . .
deferral              . S D . . P P P . . .   . S D D D P P P . . .
suspension            . S D . . P P P . . .   . S D D D P P P . . .
termination           . S D . . P P P . . .   . S D D D P P P . S .
separate_ledger       . S D . . P P P . . .   . S D D D P P P . . .
request_return        . . . . . . . . . . .   . S D D D P P P . . .
transition_list       . . . . . . . . . . .   . S D D D P P P . . .
delegation            . S D . . P . P . . .   . S D D D P . P . . .
asset_delegation      . S D . . P . P . . .   . S D D D P . P . . .
pull_up               . S D . . . P P . . .   . . . . . . . . . . .
transfer              . . . . . . . . . . .   . S D D D P P P . S .
case_file             . . . . . S . P . . .   . . . . . S . P . . .
party_request         . . . . . S . P . . .   . . . . . S . P . . .
verification          . . . . . S . P . . .   . . . . . S . P . . S
verification_mandate  . S D . . P . P . . .   . S D D D P . P . . .
notice                . . . . . S . P . . .   . . . . . S . P . . S
security              . . . . . S . P . . .   . . . . . S . P . . .
exit_ban              . S D . . P . P . . .   . S D D D P . P . . .
coercion              . . . . . S . P . . .   . . . . . S . P . . .
coercion_plan         . . . . . S . P . . .   . S D D D P . P . . .
penalty               . S D . . S . . . . .   . S D . . S . . . . .
council               . S D . . P . . . . .   . S D D D P . . . . .
fee                   . S D . . P . . P . .   . S D D D P . . P . .
cost                  . S D . . P . . P . .   . S D D D P . . P . .
relief                . S D . . P P . . . .   . S D . . P P . . . .
set_off               . . . . . . . . . . .   . S D D D P . . P . .
receipt               . . . . . S . . S . .   . . . . . S . . S . S
payout                . S D . . P . . P . .   . S D . . P . . P . .
return_of_property    . S D . . P . . P . .   . S D D D P . . P . .
forfeiture            . S D . . P . . P . .   . S D D D P . . P . .
evidence_order        . S D . . P . . . . .   . S D D D P . . . . .
complaint_first       . S D . . . P . . . .   . S D . . . P . . . .
complaint_second      S S . . . . P . . . .   S . . . . . P . . . .
denunciation          S S . . . . P . . . .   S S . . . . P . . . .
procuracy_reply       S S D . . . P . . . .   S S D . . . P . . . .
statistics_report     S S D P P P P P P . .   S S D P P P P P P . .
closing               . S D . . P . . . . .   . S D D D P . . . S P
closed_list           . . . . . . . . . . .   . S D D D . . P . . .
result_certificate    . S D . . P P P P . .   . S D D D P P P P . .
archiving             . S D . . P P P P . .   . S D D D P P P P . .
archive_withdrawal    . S D . . . . . . . .   . S D D D . . . . . .
directive             S S D . . . . . . . .   S S D D D . . . . . .
inspection            S S D . . . P . . . .   S S D . . . P . . . .
administrative_notice . S D . . P . . . . .   . S D . . P . . . . .
steering_paper        . S . . . . . P . . .   . S . . . . . P . . .
case_file             . . . . . S . P . . .   . . . . . S . P . . .
party_request         . . . . . S . P . . .   . . . . . S . P . . .
service_contract      . . . . . . . . . . .   . . . . . . . . . S P
office_transfer       . . . . . . . . . . .   . . . . . . . . . S P
office_report         . . . . . . . . . . .   . . . . . . . . . S P
security_request      . . . . . . . . . . .   . . . . . . . . . S P
"""
ROWS = {words[0]: words[1:] for line in TABLE.strip().splitlines() if (words := line.split())}


def as_written(act: str, on: date) -> list[str]:
    letters = {rule.role: rule.authority.value for rule in LAW.signers(act, on=on)}
    return [letters.get(role, ".") for role in ROLES]


@pytest.mark.parametrize("act", LAW.signing.acts)
def test_the_matrix_says_what_is_written_by_hand(act: str) -> None:
    assert as_written(act, BEFORE) == ROWS[act][: len(ROLES)]
    assert as_written(act, AFTER) == ROWS[act][len(ROLES) :]


def test_no_row_written_by_hand_is_missing_in_the_matrix() -> None:
    assert set(ROWS) == set(LAW.signing.acts)


def test_nobody_signs_by_delegation_what_nobody_signs_by_law() -> None:
    for act in LAW.signing.acts:
        for on in (date(2016, 1, 1), BEFORE, AFTER):
            powers = {rule.authority for rule in LAW.signers(act, on=on)}
            assert Authority.BY_DELEGATION not in powers or Authority.SIGNS in powers, (act, on)


def test_powers_of_unit_heads_are_derived_until_the_ministry_regulates_them() -> None:
    rules = [rule for act in LAW.signing.acts.values() for rule in act.rules]
    theirs = [rule for rule in rules if rule.role in {Role.UNIT_HEAD, Role.CHIEF_BAILIFF}]

    assert {rule.certainty for rule in theirs if rule.authority is Authority.BY_DELEGATION} == {
        Certainty.DERIVED
    }
    assert min(rule.since for rule in theirs if rule.authority is Authority.BY_DELEGATION) == AFTER


@pytest.mark.parametrize(
    ("act", "kind", "holds"),
    [
        ("pull_up", "province", True),
        ("pull_up", "district", False),
        ("complaint_second", "province", True),
        ("complaint_second", "district", False),
        ("deferral", "district", True),
    ],
)
def test_a_rule_for_the_province_does_not_hold_in_the_district(act: str, kind: str, holds: bool) -> None:
    (rule,) = [rule for rule in LAW.signers(act, on=BEFORE) if rule.role is Role.AGENCY_HEAD]

    assert rule.holds_at(kind) is holds


@pytest.mark.parametrize(
    ("role", "kind", "day", "title"),
    [
        (Role.AGENCY_HEAD, "district", date(2024, 9, 30), "CHI CỤC TRƯỞNG"),
        (Role.DEPUTY_HEAD, "district", date(2024, 9, 30), "PHÓ CHI CỤC TRƯỞNG"),
        (Role.AGENCY_HEAD, "province", date(2025, 6, 30), "CỤC TRƯỞNG"),
        (Role.AGENCY_HEAD, "province", date(2025, 7, 1), "TRƯỞNG {agency}"),
        (Role.DEPUTY_HEAD, "province", date(2026, 7, 1), "PHÓ TRƯỞNG {agency}"),
        (Role.CENTRAL_HEAD, "central", date(2025, 6, 30), "TỔNG CỤC TRƯỞNG"),
        (Role.CENTRAL_HEAD, "central", date(2025, 7, 1), "CỤC TRƯỞNG"),
        (Role.CHIEF_BAILIFF, "area_room", date(2026, 6, 30), ""),
        (Role.CHIEF_BAILIFF, "area_room", date(2026, 7, 1), "CHẤP HÀNH VIÊN TRƯỞNG"),
        (Role.BAILIFF, "district", date(2024, 9, 30), ""),
    ],
)
def test_printed_titles_follow_the_reforms(role: Role, kind: str, day: date, title: str) -> None:
    assert LAW.signing.title(role, kind, on=day) == title


@pytest.mark.parametrize(
    ("role", "day", "mark"),
    [
        (Role.DEPUTY_HEAD, date(2020, 3, 4), "KT."),
        (Role.DEPUTY_HEAD, date(2026, 7, 1), "KT."),
        (Role.UNIT_HEAD, date(2026, 6, 30), ""),
        (Role.UNIT_HEAD, date(2026, 7, 1), "TUQ."),
        (Role.CHIEF_BAILIFF, date(2026, 7, 1), "TUQ."),
    ],
)
def test_who_signs_for_another_bears_the_mark_of_his_post(role: Role, day: date, mark: str) -> None:
    assert LAW.signing.mark(role, on=day) == mark
