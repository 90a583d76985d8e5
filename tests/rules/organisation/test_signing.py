"""Who signs what on a day: by law, by delegation, for a unit at the agency above it, or not at all."""

from datetime import date

import pytest

from rules.organisation.people import LAW_OF_2025, REFORM, SEATS, day_at, paper, seat
from thads.foundation.access.rules.viewer import Role
from thads.foundation.organisation.rules.signing import signature_of
from thads.foundation.organisation.rules.signing_day import check_may_sign
from thads.kernel.refusals import Refusal
from thads.law import Authority

IN_2024, LAST_DAY = date(2024, 9, 30), date(2026, 6, 30)

# act, who, where, day, how ("" not at all)
TABLE = [
    # Luật 2008: the head of the district for the district, of the province for its room; bailiffs their own
    ("enforcement_decision", "chicuc", "TQ.CH", IN_2024, "S"),
    ("enforcement_decision", "cuc", "TQ.CH", IN_2024, ""),
    ("enforcement_decision", "cuc", "TQ.NV", IN_2024, "S"),
    ("enforcement_decision", "cuc", "TQ", IN_2024, "S"),
    ("enforcement_decision", "nghiepvu", "TQ.NV", IN_2024, ""),
    ("enforcement_decision", "phochicuc", "TQ.CH", IN_2024, ""),
    ("verification", "chvhuyen", "TQ.CH", IN_2024, "S"),
    ("verification", "chv", "TQ.CH", IN_2024, ""),
    ("security", "chicuc", "TQ.CH", IN_2024, ""),
    ("coercion_plan", "chvhuyen", "TQ.CH", IN_2024, "S"),
    ("coercion_plan", "chicuc", "TQ.CH", IN_2024, ""),
    ("pull_up", "cuc", "TQ", IN_2024, "S"),
    ("pull_up", "chicuc", "TQ.CH", IN_2024, ""),
    # the district is gone: rooms of the province, signed by its head
    ("enforcement_decision", "chicuc", "TQ.K1", REFORM, ""),
    ("enforcement_decision", "cuc", "TQ.K1", REFORM, "S"),
    ("enforcement_decision", "cuc", "TQ.K1", LAW_OF_2025, "S"),
    ("coercion_plan", "chvkhuvuc", "TQ.K1", LAST_DAY, "S"),
    ("coercion_plan", "chvkhuvuc", "TQ.K1", LAW_OF_2025, ""),
    ("coercion_plan", "cuc", "TQ.K1", LAW_OF_2025, "S"),
    ("request_return", "cuc", "TQ.K1", LAST_DAY, ""),
    ("request_return", "cuc", "TQ.K1", LAW_OF_2025, "S"),
    # private offices
    ("enforcement_decision", "truongvp", "VP", LAW_OF_2025, "S"),
    ("enforcement_decision", "cuc", "VP", LAW_OF_2025, ""),
    ("notice", "thuahanh", "VP", LAW_OF_2025, "S"),
    ("coercion", "thuahanh", "VP", LAW_OF_2025, ""),
    ("security_request", "truongvp", "VP", LAW_OF_2025, "S"),
]


@pytest.mark.parametrize(("act", "who", "where", "on", "how"), TABLE)
def test_who_signs_by_law(act: str, who: str, where: str, on: date, how: str) -> None:
    signature = day_at(where, on).signature(act, who)

    assert (signature.how.value if signature else "") == how


# who holds a paper of the head for all he may delegate, the day, whether he signs an enforcement decision
DELEGATED = [
    ("pho", "TQ", IN_2024, True),
    ("pho", "TQ.NV", IN_2024, True),
    ("pho", "TQ.K1", LAST_DAY, True),
    ("khuvuc", "TQ.K1", LAST_DAY, False),
    ("khuvuc", "TQ.K1", LAW_OF_2025, True),
    ("nghiepvu", "TQ", LAST_DAY, False),
    ("nghiepvu", "TQ", LAW_OF_2025, True),
    ("phophong", "TQ", LAW_OF_2025, False),
    ("chvkhuvuc", "TQ.K1", LAW_OF_2025, False),
    ("thuky", "TQ.K1", LAW_OF_2025, False),
]


@pytest.mark.parametrize(("receiver", "where", "on", "signs"), DELEGATED)
def test_deputies_sign_by_delegation_and_heads_of_units_only_since_the_law_of_2025(
    receiver: str, where: str, on: date, signs: bool
) -> None:
    given = paper("cuc", receiver, "TQ", date(2020, 1, 1))
    signature = day_at(where, on, given).signature("enforcement_decision", receiver)

    assert (signature is not None) is signs
    if signature is not None:
        assert (signature.how, signature.delegation) == (Authority.BY_DELEGATION, given)


def test_a_paper_for_one_room_does_not_reach_another() -> None:
    given = paper("cuc", "khuvuc", "TQ.K1", LAW_OF_2025)

    assert day_at("TQ.K1", LAW_OF_2025, given).signature("unable", "khuvuc")
    assert day_at("TQ.K2", LAW_OF_2025, given).signature("unable", "khuvuc") is None


@pytest.mark.parametrize(
    ("on", "signs"),
    [
        (date(2024, 9, 30), False),
        (date(2024, 10, 1), True),
        (date(2025, 2, 28), True),
        (date(2025, 3, 1), False),
    ],
)
def test_a_paper_holds_from_its_first_day_to_the_day_before_its_end(on: date, signs: bool) -> None:
    given = paper("cuc", "pho", "TQ", date(2024, 10, 1), date(2025, 3, 1), acts=("deferral",))

    assert (day_at("TQ", on, given).signature("deferral", "pho") is not None) is signs
    assert day_at("TQ", on, given).signature("termination", "pho") is None


def test_a_paper_falls_with_the_post_of_its_giver() -> None:
    given = paper("cuc", "pho", "TQ", date(2020, 1, 1))
    left = [one for one in SEATS if one.staff != "cuc"] + [
        seat("cuc", Role.AGENCY_HEAD, "TQ", until=date(2024, 9, 30))
    ]

    assert day_at("TQ", date(2024, 9, 29), given, seats=left).signature("unable", "pho")
    assert day_at("TQ", date(2024, 9, 30), given, seats=left).signature("unable", "pho") is None


def test_what_was_delegated_is_not_handed_on() -> None:
    first = paper("cuc", "pho", "TQ", LAW_OF_2025)
    second = paper("pho", "khuvuc", "TQ", LAW_OF_2025)

    assert day_at("TQ.K1", LAW_OF_2025, first, second).signature("unable", "khuvuc") is None


def test_what_must_be_signed_by_oneself_cannot_be_signed_by_another() -> None:
    given = paper("tong", "cuc", "TC", LAW_OF_2025)

    assert day_at("TC", LAW_OF_2025, given).signature("complaint_second", "tong")
    assert day_at("TC", LAW_OF_2025, given).signature("complaint_second", "cuc") is None


@pytest.mark.parametrize(
    ("act", "on"), [("security", IN_2024), ("coercion", IN_2024), ("verification", IN_2024)]
)
def test_a_head_signs_as_bailiff_only_in_a_case_he_runs_himself(act: str, on: date) -> None:
    day = day_at("TQ.CH", on)

    signature = day.signature(act, "chicuc", bailiff="chicuc")
    assert signature is not None
    assert signature.role is Role.BAILIFF
    assert day.signature(act, "chicuc", bailiff="chvhuyen") is None
    assert day.check(act, "chicuc", who="Ông chicuc", bailiff="chicuc").titles == ("CHẤP HÀNH VIÊN",)


def test_a_clerk_does_not_become_the_bailiff_of_a_case() -> None:
    assert day_at("TQ.K1", LAW_OF_2025).signature("coercion", "thuky", bailiff="thuky") is None


def test_another_bailiff_does_not_sign_in_a_colleagues_case() -> None:
    colleague = [*SEATS, seat("dongnghiep", Role.BAILIFF, "TQ.CH", until=REFORM)]
    day = day_at("TQ.CH", IN_2024, seats=colleague)

    with pytest.raises(Refusal) as refused:
        check_may_sign(day, "coercion", "dongnghiep", who="Ông dongnghiep", bailiff="chvhuyen")
    assert refused.value.code == "organisation.not_in_charge"
    assert "chvhuyen" in refused.value.message


PRINTED = [
    ("cuc", "TQ", IN_2024, ("CỤC TRƯỞNG",)),
    ("pho", "TQ", IN_2024, ("KT. CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG")),
    ("chicuc", "TQ.CH", IN_2024, ("CHI CỤC TRƯỞNG",)),
    ("cuc", "TQ.K1", LAW_OF_2025, ("TRƯỞNG THI HÀNH ÁN DÂN SỰ TỈNH TUYÊN QUANG",)),
    (
        "pho", "TQ.K1", LAW_OF_2025,
        ("KT. TRƯỞNG THI HÀNH ÁN DÂN SỰ TỈNH TUYÊN QUANG", "PHÓ TRƯỞNG THI HÀNH ÁN DÂN SỰ TỈNH TUYÊN QUANG"),
    ),
    (
        "khuvuc", "TQ.K1", LAW_OF_2025,
        ("TUQ. TRƯỞNG THI HÀNH ÁN DÂN SỰ TỈNH TUYÊN QUANG", "CHẤP HÀNH VIÊN TRƯỞNG"),
    ),
    (
        "nghiepvu", "TQ.NV", LAW_OF_2025,
        ("TUQ. TRƯỞNG THI HÀNH ÁN DÂN SỰ TỈNH TUYÊN QUANG", "TRƯỞNG PHÒNG NGHIỆP VỤ"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("who", "where", "on", "titles"), PRINTED)
def test_the_words_above_the_signature_are_those_of_the_day(
    who: str, where: str, on: date, titles: tuple[str, ...]
) -> None:
    given = [paper("cuc", one, "TQ", date(2020, 1, 1)) for one in ("pho", "khuvuc", "nghiepvu")]

    assert day_at(where, on, *given).check("unable", who, who=who).titles == titles


def test_the_refusal_names_those_who_could_sign() -> None:
    given = paper("cuc", "pho", "TQ", date(2020, 1, 1))

    with pytest.raises(Refusal) as refused:
        check_may_sign(day_at("TQ.K1", LAST_DAY, given), "deferral", "thuky", who="Bà Thư")
    said = refused.value.message
    assert refused.value.code == "organisation.may_not_sign"
    assert "Bà Thư" in said
    assert "Ông cuc (Thủ trưởng cơ quan thi hành án dân sự)" in said
    assert "Ông pho (Phó Thủ trưởng cơ quan thi hành án dân sự, theo văn bản số 12/QĐ-UQ)" in said
    assert "L08 Đ48" in said


def test_one_who_waits_for_a_paper_is_told_so() -> None:
    with pytest.raises(Refusal) as refused:
        check_may_sign(day_at("TQ", IN_2024), "deferral", "pho", who="Ông pho")
    assert refused.value.code == "organisation.delegation_missing"
    assert refused.value.basis == "L08 Đ23.2"


def test_an_act_that_the_day_does_not_know_is_refused_as_such() -> None:
    with pytest.raises(Refusal) as refused:
        check_may_sign(day_at("TQ", LAST_DAY), "request_return", "cuc", who="Ông cuc")
    assert refused.value.code == "organisation.act_not_of_day"


def test_an_empty_chair_is_shown() -> None:
    left = [one for one in SEATS if one.staff != "cuc"] + [
        seat("cuc", Role.AGENCY_HEAD, "TQ", until=date(2024, 9, 30))
    ]
    (signer,) = day_at("TQ", date(2024, 10, 1), seats=left).signers("unable")

    assert (signer.staff, signer.is_absent, signer.absent_since) == ("cuc", True, date(2024, 9, 30))


def test_a_successor_fills_the_chair() -> None:
    follows = [one for one in SEATS if one.staff != "cuc"] + [
        seat("cuc", Role.AGENCY_HEAD, "TQ", until=date(2024, 9, 30)),
        seat("moi", Role.AGENCY_HEAD, "TQ", date(2024, 9, 30)),
    ]

    assert [one.staff for one in day_at("TQ", date(2024, 10, 1), seats=follows).signers("unable")] == ["moi"]


def test_a_receiver_who_left_his_post_is_shown_as_absent() -> None:
    given = paper("cuc", "pho", "TQ", date(2020, 1, 1))
    left = [one for one in SEATS if one.staff != "pho"] + [
        seat("pho", Role.DEPUTY_HEAD, "TQ", until=date(2024, 9, 30)),
        seat("phomoi", Role.DEPUTY_HEAD, "TQ", date(2024, 9, 30)),
    ]
    found = day_at("TQ", date(2024, 10, 1), given, seats=left).signers("unable")

    assert [(one.staff, one.is_absent) for one in found] == [("cuc", False), ("pho", True)]


def test_roles_alone_say_how_one_signs() -> None:
    given = paper("cuc", "pho", "TQ", date(2020, 1, 1))

    assert signature_of("deferral", {Role.DEPUTY_HEAD}, on=IN_2024) is None
    by_paper = signature_of("deferral", {Role.DEPUTY_HEAD}, [given], on=IN_2024)
    by_law = signature_of("deferral", {Role.AGENCY_HEAD, Role.DEPUTY_HEAD}, [given], on=IN_2024)
    assert by_paper is not None
    assert (by_paper.how, by_paper.basis) == (Authority.BY_DELEGATION, "L08 Đ23.2")
    assert by_law is not None
    assert (by_law.how, by_law.delegation) == (Authority.SIGNS, None)


def test_an_unknown_act_is_refused() -> None:
    with pytest.raises(Refusal, match="bảng thẩm quyền ký"):
        day_at("TQ", IN_2024).signature("dance", "cuc")
