"""Which questions can be asked: the day within the statistics year, the knowledge within sane years."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from thads.kernel.periods import Period
from thads.kernel.refusals import Refusal
from thads.reporting.counting.rules.questions import Question

NOW = datetime(2024, 7, 5, tzinfo=UTC)
NINE_MONTHS = Period(2024, 9)


@pytest.mark.parametrize("day", [date(2023, 10, 1), date(2024, 6, 30), date(2024, 9, 30)])
def test_every_day_of_the_statistics_year_may_be_asked(day: date) -> None:
    assert Question.of(NINE_MONTHS, known_at=NOW, as_of=day).as_of == day


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2023, 9, 30), "counting.before_period"),
        (date(2024, 10, 1), "counting.after_year"),
        (date.max, "counting.after_year"),
    ],
)
def test_a_day_of_another_year_is_refused(day: date, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        Question.of(NINE_MONTHS, known_at=NOW, as_of=day)

    assert refused.value.code == code


@pytest.mark.parametrize(
    "known_at",
    [
        datetime.max.replace(tzinfo=timezone(timedelta(hours=-12))),
        datetime(2201, 1, 1, tzinfo=UTC),
        datetime.min.replace(tzinfo=timezone(timedelta(hours=14))),
    ],
)
def test_knowledge_of_years_that_no_engine_tells_apart_is_refused(known_at: datetime) -> None:
    with pytest.raises(Refusal) as refused:
        Question.of(NINE_MONTHS, known_at=known_at)

    assert refused.value.code == "counting.known_beyond"
    assert "năm 1900 đến năm 2200" in refused.value.message
