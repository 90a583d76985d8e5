"""The narrow track of private offices, and which posts may stand together."""

from datetime import date

import pytest

from rules.organisation.people import LAW_OF_2025, REFORM, VERSIONS, agency, seat
from thads.foundation.access.rules.viewer import Role
from thads.foundation.organisation.rules.agencies import AgencyKind, AgencyTree
from thads.foundation.organisation.rules.posts import check_post_fits, check_separation
from thads.foundation.organisation.rules.private_offices import (
    PublicPower,
    check_founding,
    check_power,
    check_works_in,
    may_use,
    works_in,
)
from thads.kernel.refusals import Refusal

ELSEWHERE = agency("HG", "Thi hành án dân sự tỉnh Hà Giang", AgencyKind.PROVINCE, "TC")
TREE = AgencyTree.standing((*VERSIONS, ELSEWHERE), on=LAW_OF_2025)


@pytest.mark.parametrize("power", PublicPower)
def test_a_private_office_has_no_power_of_the_state(power: PublicPower) -> None:
    assert not may_use(power, AgencyKind.PRIVATE_OFFICE)
    assert may_use(power, AgencyKind.PROVINCE)
    check_power(power, AgencyKind.AREA_ROOM, agency="Phòng khu vực 1")
    with pytest.raises(Refusal, match="Văn phòng Sông Lô") as refused:
        check_power(power, AgencyKind.PRIVATE_OFFICE, agency="Văn phòng Sông Lô")
    assert "L25 Đ31" in refused.value.basis


@pytest.mark.parametrize(("where", "works"), [("TQ", True), ("TQ.K1", True), ("HG", False), ("TC", False)])
def test_a_private_office_works_inside_its_province(where: str, works: bool) -> None:
    assert works_in("VP", where, TREE) is works
    if works:
        check_works_in("VP", where, TREE)
    else:
        with pytest.raises(Refusal, match="tỉnh Tuyên Quang"):
            check_works_in("VP", where, TREE)


@pytest.mark.parametrize(
    ("parent", "since", "code"),
    [
        (AgencyKind.PROVINCE, LAW_OF_2025, ""),
        (AgencyKind.PROVINCE, date(2026, 6, 30), "organisation.office_before_law"),
        (AgencyKind.CENTRAL, LAW_OF_2025, "organisation.office_without_province"),
        (None, LAW_OF_2025, "organisation.office_without_province"),
    ],
)
def test_a_private_office_is_founded_in_a_province_under_the_law_of_2025(
    parent: AgencyKind | None, since: date, code: str
) -> None:
    if not code:
        check_founding(AgencyKind.PRIVATE_OFFICE, parent, since=since)
        return
    with pytest.raises(Refusal) as refused:
        check_founding(AgencyKind.PRIVATE_OFFICE, parent, since=since)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("role", "kind", "fits"),
    [
        (Role.OFFICE_HEAD, AgencyKind.PRIVATE_OFFICE, True),
        (Role.PRIVATE_BAILIFF, AgencyKind.PRIVATE_OFFICE, True),
        (Role.CLERK, AgencyKind.PRIVATE_OFFICE, True),
        (Role.AGENCY_HEAD, AgencyKind.PRIVATE_OFFICE, False),
        (Role.BAILIFF, AgencyKind.PRIVATE_OFFICE, False),
        (Role.PRIVATE_BAILIFF, AgencyKind.PROVINCE, False),
        (Role.BAILIFF, AgencyKind.AREA_ROOM, True),
    ],
)
def test_posts_of_private_offices_are_there_alone(role: Role, kind: AgencyKind, fits: bool) -> None:
    if fits:
        check_post_fits(role, kind, agency="VP")
        return
    with pytest.raises(Refusal) as refused:
        check_post_fits(role, kind, agency="VP")
    assert refused.value.code == "organisation.post_of_other_kind"


@pytest.mark.parametrize(
    ("role", "since", "refused"),
    [
        (Role.CASHIER, date(2025, 6, 30), True),
        (Role.CASHIER, REFORM, False),
        (Role.KEEPER, date(2025, 6, 30), False),
        (Role.ACCOUNTANT, date(2025, 6, 30), False),
    ],
)
def test_who_keeps_the_books_never_keeps_the_cash(role: Role, since: date, refused: bool) -> None:
    held = [seat("ketoan", Role.ACCOUNTANT, "TQ", until=REFORM)]
    wish = seat("ketoan", role, "TQ.CH", since)

    if not refused:
        check_separation(wish, held)
        return
    with pytest.raises(Refusal, match="Kế toán nghiệp vụ") as said:
        check_separation(wish, held)
    assert said.value.basis == "T78 Đ8.4"
