"""Agencies live, are renamed and merged; people hold posts and accounts; the past keeps its names."""

from datetime import date, datetime

import pytest
from django.contrib.auth import authenticate

from thads.foundation.access.rules.viewer import Role, Viewer
from thads.foundation.organisation import actions, queries
from thads.foundation.organisation.rules.agencies import AgencyKind, successor_of
from thads.kernel.refusals import Refusal

pytestmark = pytest.mark.django_db
SINCE = date(2020, 1, 1)


def operator(now: datetime) -> Viewer:
    return queries.operator(at=now, on=now.date())


@pytest.fixture
def keeper(now: datetime) -> Viewer:
    """A keeper who sees a centre, a province and two districts."""
    for code, name, kind, parent in (
        ("TC", "Tổng cục", AgencyKind.CENTRAL, None),
        ("TQ", "Cục Tuyên Quang", AgencyKind.PROVINCE, "TC"),
        ("TQ.CH", "Chi cục Chiêm Hóa", AgencyKind.DISTRICT, "TQ"),
        ("TQ.LB", "Chi cục Lâm Bình", AgencyKind.DISTRICT, "TQ"),
    ):
        actions.found_agency(
            viewer=operator(now), code=code, name=name, kind=kind, parent=parent, since=SINCE
        )
    return operator(now)


@pytest.fixture
def bailiff(keeper: Viewer) -> str:
    code = actions.enrol_staff(viewer=keeper, code="TQ.LB-01", full_name="Đặng Thị Ánh", agency="TQ.LB")
    actions.appoint(viewer=keeper, staff_code=code, role=Role.BAILIFF, agency="TQ.LB", since=SINCE)
    return code


def test_an_agency_stands_from_its_founding(keeper: Viewer) -> None:
    assert queries.agency_tree(on=SINCE).reach("TC") == {"TC", "TQ", "TQ.CH", "TQ.LB"}
    assert "TQ" not in queries.agency_tree(on=date(2019, 12, 31))


def test_a_code_is_used_once(keeper: Viewer) -> None:
    with pytest.raises(Refusal, match="TQ.CH"):
        actions.found_agency(
            viewer=keeper, code="TQ.CH", name="Khác", kind=AgencyKind.DISTRICT, parent="TQ", since=SINCE
        )


def test_a_renamed_agency_keeps_its_old_name_in_the_past(keeper: Viewer) -> None:
    actions.rename_agency(viewer=keeper, code="TQ", name="THADS tỉnh Tuyên Quang", since=date(2025, 7, 1))

    assert queries.agency_tree(on=date(2025, 6, 30))["TQ"].name == "Cục Tuyên Quang"
    assert queries.agency_tree(on=date(2025, 7, 1))["TQ"].name == "THADS tỉnh Tuyên Quang"


def test_a_change_before_a_later_one_is_refused(keeper: Viewer) -> None:
    actions.rename_agency(viewer=keeper, code="TQ", name="THADS tỉnh Tuyên Quang", since=date(2025, 7, 1))

    with pytest.raises(Refusal) as refused:
        actions.rename_agency(viewer=keeper, code="TQ", name="Khác", since=date(2024, 1, 1))
    assert refused.value.code == "organisation.span_overlaps"


def test_a_merged_agency_is_followed_by_its_successor(keeper: Viewer, bailiff: str) -> None:
    day = date(2024, 12, 1)
    actions.merge_agencies(viewer=keeper, predecessors=["TQ.LB"], successor="TQ.CH", since=day)

    assert "TQ.LB" not in queries.agency_tree(on=day)
    assert successor_of("TQ.LB", queries.successions(), on=day) == "TQ.CH"
    assert [b.agency for b in queries.bailiffs(frozenset({"TQ.CH", "TQ.LB"}), on=day)] == ["TQ.CH"]
    before = queries.bailiffs(frozenset({"TQ.LB"}), on=date(2024, 11, 30))
    assert [b.name for b in before] == ["Đặng Thị Ánh"]


def test_the_same_post_is_not_held_twice(keeper: Viewer, bailiff: str) -> None:
    with pytest.raises(Refusal, match="Đặng Thị Ánh"):
        actions.appoint(
            viewer=keeper, staff_code=bailiff, role=Role.BAILIFF, agency="TQ.LB", since=date(2022, 5, 1)
        )


def test_a_post_that_ended_may_be_taken_up_again(keeper: Viewer, bailiff: str) -> None:
    day = date(2022, 5, 1)
    actions.end_post(viewer=keeper, staff_code=bailiff, role=Role.BAILIFF, agency="TQ.LB", until=day)
    actions.appoint(viewer=keeper, staff_code=bailiff, role=Role.BAILIFF, agency="TQ.LB", since=day)

    assert len(queries.bailiffs(frozenset({"TQ.LB"}), on=day)) == 1


def test_an_account_signs_in_with_the_rights_of_its_posts(
    keeper: Viewer, bailiff: str, now: datetime
) -> None:
    actions.open_account(
        viewer=keeper, staff_code=bailiff, username="chv.lambinh", password="một câu đủ dài", agency="TQ.LB"
    )

    user = authenticate(username="chv.lambinh", password="một câu đủ dài")
    viewer = queries.viewer_for(user.pk, at=now, on=now.date())
    assert viewer.sight == {"TQ.LB"}
    assert viewer.staff_codes == {bailiff}


def test_a_closed_account_no_longer_signs_in(keeper: Viewer, bailiff: str) -> None:
    actions.open_account(
        viewer=keeper, staff_code=bailiff, username="chv.lambinh", password="một câu đủ dài", agency="TQ.LB"
    )
    actions.close_account(viewer=keeper, staff_code=bailiff, agency="TQ.LB")

    assert authenticate(username="chv.lambinh", password="một câu đủ dài") is None


@pytest.mark.parametrize("password", ["ngắn", "password123"])
def test_a_weak_password_is_refused(keeper: Viewer, bailiff: str, password: str) -> None:
    with pytest.raises(Refusal, match="Mật khẩu"):
        actions.open_account(
            viewer=keeper, staff_code=bailiff, username="chv", password=password, agency="TQ.LB"
        )


def test_a_bailiff_may_not_change_the_organisation(keeper: Viewer, bailiff: str, now: datetime) -> None:
    actions.open_account(
        viewer=keeper, staff_code=bailiff, username="chv.lambinh", password="một câu đủ dài", agency="TQ.LB"
    )
    user = authenticate(username="chv.lambinh", password="một câu đủ dài")
    viewer = queries.viewer_for(user.pk, at=now, on=now.date())

    with pytest.raises(Refusal, match="không có quyền"):
        actions.rename_agency(viewer=viewer, code="TQ.LB", name="Khác", since=date(2024, 1, 1))
