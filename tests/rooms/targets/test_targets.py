"""Targets are dated, re-adjustable and set from above; clusters and campaigns have their rules."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from thads.foundation.access.rules.viewer import HeldPost, Role, Viewer
from thads.foundation.organisation import actions as organisation
from thads.foundation.organisation import queries as organisation_queries
from thads.foundation.organisation.rules.agencies import AgencyKind
from thads.kernel.refusals import Refusal
from thads.steering.targets import actions, queries
from thads.steering.targets.rules.cohort import ABLE_OVER_ONE_YEAR
from thads.steering.targets.rules.vocabulary import Dimension, TargetTier

pytestmark = pytest.mark.django_db
SINCE = date(2020, 1, 1)
D = Decimal
YEAR = {
    "year": 2024, "dimension": Dimension.CASES, "tier": TargetTier.PROVINCE, "agency": "TQ",
    "decision_no": "1229/QĐ-TCTHADS", "decided_on": date(2023, 12, 28),
}  # fmt: skip


@pytest.fixture
def centre(now: datetime) -> Viewer:
    keeper = organisation_queries.operator(at=now, on=now.date())
    for code, kind, parent in (
        ("TC", AgencyKind.CENTRAL, None),
        ("TQ", AgencyKind.PROVINCE, "TC"),
        ("TQ.CH", AgencyKind.DISTRICT, "TQ"),
    ):
        organisation.found_agency(
            viewer=keeper if parent is None else organisation_queries.operator(at=now, on=now.date()),
            code=code, name=code, kind=kind, parent=parent, since=SINCE,
        )  # fmt: skip
    return organisation_queries.operator(at=now, on=now.date())


@pytest.fixture
def head(now: datetime, centre: Viewer) -> Viewer:
    post = HeldPost(Role.AGENCY_HEAD, "TQ", frozenset({"TQ", "TQ.CH"}))
    return Viewer(user_id=1, username="cuctruong", name="Cục trưởng", posts=(post,), at=now, on=now.date())


def test_a_target_holds_from_its_day_and_is_readjusted(centre: Viewer) -> None:
    actions.set_target(viewer=centre, value=D("83.25"), **YEAR)
    actions.set_target(viewer=centre, value=D("83.35"), since=date(2024, 1, 2), **YEAR)

    wanted = {"agency": "TQ", "bailiff": "", "year": 2024}
    before = queries.targets_of(centre, on=date(2024, 1, 1), **wanted)
    after = queries.targets_of(centre, on=date(2024, 6, 30), **wanted)

    assert before[Dimension.CASES].value == D("83.25")
    assert after[Dimension.CASES].value == D("83.35")
    assert after[Dimension.CASES].decision_no == "1229/QĐ-TCTHADS"


def test_a_readjustment_must_be_later(centre: Viewer) -> None:
    actions.set_target(viewer=centre, value=D("83.25"), **YEAR)

    with pytest.raises(Refusal) as refused:
        actions.set_target(viewer=centre, value=D("83.35"), **YEAR)
    assert refused.value.code == "targets.same_day"


@pytest.mark.parametrize("value", ["0", "-1", "100.1"])
def test_a_target_is_a_percentage(centre: Viewer, value: str) -> None:
    with pytest.raises(Refusal, match="không hợp lệ"):
        actions.set_target(viewer=centre, value=D(value), **YEAR)


def test_a_province_does_not_set_its_own_target(head: Viewer) -> None:
    with pytest.raises(Refusal):
        actions.set_target(viewer=head, value=D("80"), **YEAR)


def test_a_province_sets_the_targets_of_its_units(head: Viewer) -> None:
    unit = {**YEAR, "tier": TargetTier.UNIT, "agency": "TQ.CH"}
    actions.set_target(viewer=head, value=D("84"), **unit)

    found = queries.targets_of(head, agency="TQ.CH", year=2024, on=date(2024, 6, 30))
    assert found[Dimension.CASES].tier is TargetTier.UNIT


def test_a_bailiff_target_names_the_bailiff(centre: Viewer) -> None:
    with pytest.raises(Refusal, match="chấp hành viên"):
        actions.set_target(viewer=centre, value=D("84"), **{**YEAR, "tier": TargetTier.BAILIFF})


def test_a_cluster_of_one_is_none(centre: Viewer) -> None:
    with pytest.raises(Refusal, match="hai cơ quan"):
        actions.form_cluster(viewer=centre, code="X", name="X", members=["TQ"], since=SINCE)


def test_a_cohort_nobody_knows_is_refused(centre: Viewer) -> None:
    with pytest.raises(Refusal, match=ABLE_OVER_ONE_YEAR):
        actions.open_campaign(
            viewer=centre, code="X", name="X", cohort="tốt", target=D(10), agency="TQ", year=2024
        )
