"""A deadline is counted as the civil code counts, with its reasons: tables at the joints, properties."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thads.enforcement.deadlines.rules.calendar import office_calendar
from thads.enforcement.deadlines.rules.deriving import Doubt, Pause, Rolled, counts_back, derive
from thads.enforcement.deadlines.rules.due_items import Urgency, made, urgency_of
from thads.enforcement.deadlines.rules.duties import DUTIES, DueRole, duty_of
from thads.kernel.refusals import Refusal
from thads.law import LAW, Certainty, Unit

CALENDAR = office_calendar()
ONE_DAY = timedelta(days=1)


def day(written: str) -> date:
    return date.fromisoformat(written)


@pytest.mark.parametrize(
    ("key", "start", "end", "rolled"),
    [
        ("order.notice", "2024-02-06", "2024-02-16", Rolled.NOT),  # over Tết: 7, 15, 16 February
        ("order.notice", "2024-04-26", "2024-05-04", Rolled.NOT),  # the Saturday 4 May is worked
        ("voluntary.period", "2024-01-30", "2024-02-15", Rolled.DAY_OFF),  # the tenth day is in Tết
        ("voluntary.period", "2024-02-19", "2024-02-29", Rolled.NOT),
        ("unable.posting", "2023-11-30", "2024-02-29", Rolled.NOT),  # no 30 February
        ("verification.periodic", "2024-08-31", "2025-02-28", Rolled.NOT),
        ("verification.periodic_long", "2024-02-29", "2025-02-28", Rolled.NOT),
        ("decision.ex_officio", "2025-12-30", "2026-01-08", Rolled.NOT),  # 1 and 2 January off
        ("decision.ex_officio", "2026-01-05", "2026-01-10", Rolled.NOT),  # the Saturday 10 January is worked
        ("decision.interim_measure", "2024-03-02", "2024-03-02", Rolled.NOT),  # at once, Saturday or not
        ("verification.first", "2026-06-30", "2026-07-10", Rolled.NOT),
        ("verification.first", "2026-07-01", "2026-07-10", Rolled.NOT),
        ("bailiff.change", "2026-06-30", "2026-07-07", Rolled.NOT),
        ("bailiff.change", "2026-07-01", "2026-07-06", Rolled.NOT),
        ("money.cash_into_fund", "2024-03-02", "2024-03-04", Rolled.DAY_OFF),  # taken in on a Saturday
        ("fee.monthly_to_treasury", "2024-05-31", "2024-06-05", Rolled.NOT),
        ("fee.monthly_to_treasury", "2024-09-30", "2024-10-07", Rolled.DAY_OFF),
    ],
)  # fmt: skip
def test_the_last_day_is_what_a_clerk_counts(key: str, start: str, end: str, rolled: Rolled) -> None:
    deadline = derive(key, start=day(start))

    assert (deadline.due_on, deadline.rolled) == (day(end), rolled)


@pytest.mark.parametrize(
    ("key", "event", "last"),
    [
        ("coercion.cost_notice", "2026-06-30", "2026-06-25"),  # three working days: 25, 26, 29
        ("coercion.cost_notice", "2026-07-01", "2026-06-29"),  # two: 29, 30
        ("coercion.deployment_meeting", "2026-07-06", "2026-07-03"),
        ("coercion.immovable_notice", "2024-02-15", "2024-02-05"),  # 5, 6, 7 before Tết
        ("fee.notice", "2024-07-15", "2024-06-28"),  # 30 June is a Sunday
        ("coercion.protection_plan", "2026-09-03", "2026-08-24"),  # the moved 31 August is off
    ],
)
def test_a_period_counted_back_leaves_the_required_days(key: str, event: str, last: str) -> None:
    deadline = derive(key, start=day(event))

    assert deadline.due_on == day(last)
    assert deadline.is_backward


def test_hours_run_from_the_instant_over_days_off() -> None:
    friday = datetime(2024, 3, 1, 9, 30, tzinfo=UTC)
    deadline = derive("security.decision", start=friday.date(), at=friday)

    assert deadline.due_at == datetime(2024, 3, 2, 9, 30, tzinfo=UTC)
    assert deadline.due_on == day("2024-03-02")


def test_hours_counted_back_run_to_the_instant() -> None:
    at = datetime(2024, 3, 8, 8, 0, tzinfo=UTC)

    assert derive("deferral.protest_request_notice", start=at.date(), at=at).due_at == at - timedelta(
        hours=24
    )


class TestStraddling:
    @pytest.mark.parametrize(
        ("key", "start", "end", "other"),
        [
            ("bailiff.change", "2026-06-30", "2026-07-07", "2026-07-03"),
            ("bailiff.change", "2026-06-24", "2026-07-01", None),  # by the new law over before it held
            ("verification.first", "2026-06-30", "2026-07-10", "2026-07-09"),
            (
                "verification.first",
                "2026-06-25",
                "2026-07-06",
                None,
            ),  # both end on Monday 6 July: 4 July is off
            ("clarification.court", "2026-06-20", "2026-07-06", "2026-07-20"),
            ("order.notice", "2026-06-30", "2026-07-03", None),  # the same under both
            ("verification.first", "2026-06-15", "2026-06-25", None),  # over before
            ("verification.first", "2026-07-01", "2026-07-10", None),  # begun after
        ],
    )
    def test_the_law_of_the_event_is_taken_and_the_other_is_told_when_it_differs(
        self, key: str, start: str, end: str, other: str | None
    ) -> None:
        deadline = derive(key, start=day(start))

        assert deadline.due_on == day(end)
        assert (deadline.alternative.due_on if deadline.alternative else None) == (
            day(other) if other else None
        )
        assert (deadline.doubt is Doubt.OTHER_LAW_DIFFERS) == (other is not None)
        assert (deadline.certainty is Certainty.DERIVED) == (other is not None)

    def test_a_period_the_new_law_drops_is_counted_by_the_old_one(self) -> None:
        deadline = derive("review.reply", start=day("2026-06-01"))

        assert (deadline.due_on, deadline.doubt) == (day("2026-09-03"), Doubt.OTHER_LAW_SILENT)

    def test_a_law_named_by_the_asker_leaves_no_doubt(self) -> None:
        deadline = derive("unable.separate_ledger", start=day("2025-08-01"), on=day("2026-07-01"))

        assert (deadline.due_on, deadline.doubt) == (day("2027-08-02"), None)


def test_a_day_without_law_is_refused() -> None:
    with pytest.raises(Refusal):
        derive("request.supplement", start=day("2026-06-30"))


def test_what_is_no_period_cannot_be_derived() -> None:
    with pytest.raises(TypeError):
        derive("unable.verifications_before_ledger", start=day("2024-01-01"))


def test_an_empty_pause_is_none() -> None:
    with pytest.raises(ValueError, match="empty pause"):
        Pause(day("2024-03-04"), day("2024-03-04"))


@pytest.mark.parametrize(
    ("key", "pause", "end"),
    [
        ("verification.first", ("2024-03-04", "2024-03-11"), "2024-03-18"),
        ("order.notice", ("2024-03-04", "2024-03-06"), "2024-03-08"),
        ("verification.periodic", ("2024-05-01", "2024-06-01"), "2024-10-02"),
        ("request.limitation", ("2025-01-01", "2026-01-01"), "2030-03-01"),
        ("verification.first", ("2024-04-01", "2024-04-11"), "2024-03-11"),  # after the end
        ("verification.first", ("2024-02-01", "2024-02-11"), "2024-03-11"),  # before the start
    ],
)
def test_paused_days_are_left_out(key: str, pause: tuple[str, str], end: str) -> None:
    deadline = derive(key, start=day("2024-03-01"), pauses=(Pause(day(pause[0]), day(pause[1]), "Hoãn"),))

    assert deadline.due_on == day(end)
    assert bool(deadline.pauses) == (deadline.paused_days > 0)


def test_a_pause_that_begins_on_the_rolled_end_moves_it_on() -> None:
    friday_to_tuesday = Pause(day("2024-07-15"), day("2024-07-17"), "Hoãn")
    deadline = derive("voluntary.period", start=day("2024-07-04"), pauses=(friday_to_tuesday,))

    assert (deadline.raw_end, deadline.due_on, deadline.rolled) == (
        day("2024-07-14"),
        day("2024-07-17"),
        Rolled.PAUSED,
    )


# ------------------------------------------------------------------ properties

DAYS = st.dates(date(2018, 1, 1), date(2028, 12, 31))
COUNTED = {Unit.DAY, Unit.WORKING_DAY, Unit.MONTH, Unit.YEAR}
KEYS = sorted(
    key
    for key, line in LAW.timelines.items()
    if line.subject == "deadlines" and line.steps[-1].unit in COUNTED
)


@st.composite
def pauses(draw: st.DrawFn) -> tuple[Pause, ...]:
    starts = draw(st.lists(DAYS, max_size=3))
    return tuple(Pause(start, start + ONE_DAY * draw(st.integers(1, 400)), "Hoãn") for start in starts)


def in_force(key: str, start: date) -> bool:
    return LAW.timeline(key).find(start) is not None


@given(st.sampled_from(KEYS), DAYS)
def test_the_end_is_a_working_day(key: str, start: date) -> None:
    if in_force(key, start):
        deadline = derive(key, start=start)

        assert deadline.unit is Unit.AT_ONCE or CALENDAR.is_working(deadline.due_on)


@given(st.sampled_from(KEYS), DAYS)
def test_working_days_leave_exactly_so_many_between(key: str, start: date) -> None:
    if not in_force(key, start) or derive(key, start=start).unit is not Unit.WORKING_DAY:
        return
    deadline = derive(key, start=start)
    first, last = sorted((deadline.counted_from, deadline.due_on))
    span = [first + ONE_DAY * n for n in range((last - first).days + 1) if first + ONE_DAY * n != start]

    assert sum(CALENDAR.is_working(one) for one in span) == deadline.length == deadline.days_counted
    assert len(deadline.days_off) == len(span) - deadline.length


@given(st.sampled_from(KEYS), DAYS, pauses())
def test_a_pause_never_shortens(key: str, start: date, given_pauses: tuple[Pause, ...]) -> None:
    if in_force(key, start) and not counts_back(key):
        plain, paused = derive(key, start=start), derive(key, start=start, pauses=given_pauses)

        assert paused.due_on >= plain.due_on
        assert not any(paused.due_on in pause for pause in given_pauses) or paused.length == 0
        assert (paused.due_on == plain.due_on) or paused.pauses


@given(st.sampled_from(KEYS), DAYS, st.integers(1, 30))
def test_a_later_event_never_ends_earlier_under_one_law(key: str, start: date, later: int) -> None:
    after = start + ONE_DAY * later
    if in_force(key, start) and LAW.timeline(key).find(start) is LAW.timeline(key).find(after):
        assert derive(key, start=start).due_on <= derive(key, start=after).due_on


# ------------------------------------------------------------------ whose it is


@pytest.mark.parametrize(
    ("due_on", "urgency"),
    [
        ("2024-02-05", Urgency.LATE), ("2024-02-06", Urgency.TODAY), ("2024-02-07", Urgency.SOON),
        ("2024-02-16", Urgency.SOON),  # the third working day comes after Tết
        ("2024-02-19", Urgency.LATER), ("2024-03-01", Urgency.LATER),
    ],
)  # fmt: skip
def test_urgency_is_told_in_working_days_and_days(due_on: str, urgency: Urgency) -> None:
    assert urgency_of(day(due_on), on=day("2024-02-06")) is urgency


def test_within_ten_days_comes_after_three_working_days() -> None:
    assert urgency_of(day("2024-06-14"), on=day("2024-06-10")) is Urgency.NEXT


@pytest.mark.parametrize("key", DUTIES)
def test_whatever_reaches_a_desk_is_a_period_of_the_law(key: str) -> None:
    assert LAW.timeline(key).subject == "deadlines"
    assert (duty_of(key).role is DueRole.OUTSIDE) == (duty_of(key).body is not None)


def test_what_lapses_is_shown_until_its_last_day() -> None:
    one = made("voluntary.period", start=day("2024-07-04"))

    assert one.is_shown(day("2024-07-15"))
    assert not one.is_shown(day("2024-07-16"))


def test_pauses_count_only_for_what_stands_still() -> None:
    pause = (Pause(day("2024-03-04"), day("2024-03-11"), "Hoãn"),)

    assert made("order.notice", start=day("2024-03-01"), pauses=pause).due_on == day("2024-03-06")
    assert made("verification.first", start=day("2024-03-01"), pauses=pause).due_on == day("2024-03-18")
