"""Late interest read from the history of the case: principal as it lessened, no interest while the law stops
it.
"""

from decimal import Decimal
from fractions import Fraction

import pytest

from rooms.cases.office import DEBT, FEE, Office, day
from stories.money_telling import Till, head
from stories.telling import Story, refuses
from thads.enforcement.money import queries
from thads.enforcement.money.queries.interest import InterestPage

YEAR = 365


def asked(story: Story, until: str = "2024-06-10", **more: object) -> InterestPage:
    given: dict[str, object] = {"no": 1, "until": day(until), **more}
    return queries.late_interest_of(head("2024-06-28"), story.case, **given)  # type: ignore[arg-type]


@pytest.fixture
def story(office: Office) -> Story:
    """300 million requested on 10 January, 100 of them paid on 10 March; deferred by agreement through
    April.
    """
    found = Story.on_request(office, "2024-01-10", DEBT).notified("2024-01-12").found_able("2024-01-30")
    Till.of(found).received("2024-03-10", 100_000_000)
    return found.deferred("2024-04-01", until="2024-05-01").goes_on("2024-05-01")


def test_interest_runs_on_what_is_left_and_rests_while_the_parties_agreed(story: Story) -> None:
    page = asked(story)

    spans = [
        (one.start.isoformat(), one.days, one.principal, one.is_paused) for one in page.interest.segments
    ]
    assert spans == [
        ("2024-01-10", 60, 300_000_000, False),
        ("2024-03-10", 22, 200_000_000, False),
        ("2024-04-01", 30, 200_000_000, True),
        ("2024-05-01", 40, 200_000_000, False),
    ]
    exact = Fraction(10, 100 * YEAR) * (300_000_000 * 60 + 200_000_000 * (22 + 40))
    assert page.interest.accrued == round(exact) == 8_328_767
    assert page.interest.principal_left == 200_000_000


def test_what_was_received_as_interest_is_no_longer_due(story: Story) -> None:
    Till.of(story).received("2024-05-20", 1_000_000, interest=328_767)

    page = asked(story, "2024-05-20")

    assert page.received == 328_767
    assert page.due == page.interest.accrued - 328_767


def test_the_judgment_may_say_from_when_and_at_which_rate(story: Story) -> None:
    page = asked(story, "2024-02-01", starts_on=day("2023-12-01"), percent=Decimal("7.5"))

    assert page.interest.accrued == round(Fraction(75, 1000 * YEAR) * 300_000_000 * 62)


def test_a_duty_without_a_day_to_begin_or_that_is_not_there_is_refused(office: Office, story: Story) -> None:
    ex_officio = Story.ex_officio(office, "2024-01-10", FEE, number="9/HS-ST")
    with refuses("money.interest_no_start"):
        asked(ex_officio)
    with refuses("money.line_unknown"):
        asked(story, no=7)
    with refuses("money.interest_before_start"):
        asked(story, "2024-01-09")
