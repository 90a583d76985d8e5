"""Results of a small province: rates, goals, the same period, places, the campaign, the stock by age."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from rooms.forms.world import NOW, build_organisation, decision, viewer_at, write_case
from thads.foundation.access.rules.viewer import HeldPost, Role, Viewer
from thads.foundation.organisation import actions as organisation
from thads.foundation.organisation import queries as organisation_queries
from thads.kernel.periods import Period
from thads.kernel.refusals import Refusal
from thads.reporting.counting.rules.cells import Figure
from thads.reporting.counting.rules.codes import Line
from thads.reporting.submissions import actions as submissions
from thads.steering.targets import actions, queries
from thads.steering.targets.rules.cohort import ABLE_OVER_ONE_YEAR
from thads.steering.targets.rules.ranking import Exclusion
from thads.steering.targets.rules.rates import rounded
from thads.steering.targets.rules.vocabulary import Dimension, TargetTier

pytestmark = pytest.mark.django_db
NINE_MONTHS = Period(2024, 9)
D = Decimal


def history(
    number: str,
    decided_on: str,
    *facts: tuple[str, str, dict],
    amount: int = 1000,
    agency="TQ.CH",
    bailiff="TQ.CH-01",
):
    opened = ("decision_issued", decided_on, decision(number, amount, bailiff=bailiff))
    write_case(number, [opened, *facts], agency=agency)


def paid(day: str, amount: int = 1000) -> tuple[tuple[str, str, dict], ...]:
    return ("money_collected", day, {"parts": [{"no": 1, "amount": amount}]}), ("performed", day, {})


@pytest.fixture(autouse=True)
def province() -> None:
    build_organisation()
    history("new-done", "2023-11-01", *paid("2024-01-10"))
    history("new-open", "2023-12-01")
    history("old-done", "2022-03-01", *paid("2024-02-01"))
    history("old-open", "2022-03-02")
    history("old-unable", "2022-03-03", ("unable_decided", "2022-09-01", {"ground": "no_income_no_assets"}))
    history("young-done-early", "2022-12-01", *paid("2023-11-20"))
    history("young-done-late", "2022-12-01", *paid("2023-12-20"), agency="TQ.SD", bailiff="TQ.SD-01")
    history("young-open", "2023-05-10", agency="TQ.SD", bailiff="TQ.SD-01")
    history("last-year", "2022-11-01", *paid("2023-03-01"))


@pytest.fixture
def keeper() -> Viewer:
    return organisation_queries.operator(at=NOW, on=NOW.date())


def found(agency: str = "TQ", period: Period = NINE_MONTHS, **others):
    return queries.results(viewer_at(agency), agency=agency, period=period, **others)


def test_rates_of_the_province_its_units_and_bailiffs() -> None:
    board = found()

    assert (board.total.cases.finished, board.total.cases.able) == (4, 7)
    assert board.total.money.rate == board.total.cases.rate
    assert {row.agency: row.cases.finished for row in board.units} == {"TQ.CH": 3, "TQ.SD": 1}
    assert sum(row.money.finished for row in board.bailiffs) == board.total.money.finished


def test_without_a_target_there_is_nothing_to_hold_a_rate_against() -> None:
    assert found().total.cases.standing is None


def test_a_target_set_in_the_year_counts_from_its_day(keeper: Viewer) -> None:
    actions.set_target(
        viewer=keeper, year=2024, dimension=Dimension.CASES, tier=TargetTier.PROVINCE, agency="TQ",
        value=D("80"),
        decision_no="1/QĐ", decided_on=date(2024, 2, 1),
    )  # fmt: skip

    standing = found().total.cases.standing
    assert rounded(standing.pace) == D("60.00")
    assert rounded(standing.points) == D("-22.86")
    assert found(period=Period(2024, 3)).total.cases.standing is None


def test_the_same_period_is_that_of_a_year_before() -> None:
    total = found().total.cases

    assert total.change(Line.C8).before == 1
    assert total.change(Line.C3).now == 2
    assert found(period=Period(2022, 9)).total.cases.change(Line.C8).growth is None


def test_an_earlier_day_shows_less_and_compares_with_the_same_day() -> None:
    board = found(as_of=date(2023, 11, 30))

    assert board.total.cases.finished == 1
    assert board.total.cases.change(Line.C8).before == 0


def test_what_was_not_yet_recorded_is_not_known() -> None:
    assert found(known_at=NOW - timedelta(days=157)).total.cases.finished == 3


def test_the_cohort_of_the_campaign(keeper: Viewer) -> None:
    actions.open_campaign(
        viewer=keeper, code="over-a-year", name="Giảm án", cohort=ABLE_OVER_ONE_YEAR, target=D(10),
        agency="TQ",
        year=2024,
    )  # fmt: skip

    (campaign,) = found().campaigns
    assert {member.number for member in campaign.carried.members} == {"old-done", "old-open"}
    assert {member.number for member in campaign.arising.members} == {"young-done-late", "young-open"}
    assert (campaign.whole.solved, campaign.whole.total) == (2, 4)
    assert campaign.points == 40


def test_the_stock_by_age_sums_to_what_is_carried_on() -> None:
    board = found()

    assert sum(group.figure.cases for group in board.ageing) == board.total.cases.count(Line.C17) == 4
    assert [group.figure.cases for group in board.ageing] == [1, 3, 0, 0]


def test_a_province_is_ranked_against_reports_and_the_silent_are_named(keeper: Viewer) -> None:
    silent = found()
    assert silent.country.by[Dimension.CASES].excluded == {"AG": Exclusion.NO_REPORT}

    figures = {Line.C7: Figure(100, 10_000), Line.C8: Figure(90, 100)}
    submissions.receive_totals(viewer=keeper, agency="AG", period=NINE_MONTHS, figures=figures, source="BC")

    board = found()
    assert board.country.place("TQ", Dimension.CASES).place == 2
    assert board.country.place("TQ", Dimension.MONEY).place == 1
    assert board.country.by[Dimension.CASES].of == 2


def test_a_merged_unit_is_counted_at_its_successor(keeper: Viewer) -> None:
    before = found(agency="TQ.CH").total.cases.able
    organisation.merge_agencies(
        viewer=keeper, predecessors=["TQ.SD"], successor="TQ.CH", since=date(2024, 6, 1)
    )

    assert found(agency="TQ.CH").total.cases.able == before + 2
    assert found().total.cases.able == 7


def test_a_unit_is_not_ranked_in_the_country() -> None:
    assert found(agency="TQ.CH").country is None


def test_an_agency_out_of_sight_is_refused() -> None:
    post = HeldPost(Role.STATISTICIAN, "TQ.CH", frozenset({"TQ.CH"}))
    viewer = Viewer(1, "t", "Người thử", (post,), NOW, NOW.date())

    with pytest.raises(Refusal, match="phạm vi"):
        queries.results(viewer, agency="TQ.SD", period=NINE_MONTHS)


def test_an_agency_nobody_founded_is_refused() -> None:
    with pytest.raises(Refusal, match="TQ.XX"):
        found(agency="TQ.XX")
