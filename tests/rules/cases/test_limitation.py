"""The limitation of requests and the instalments that may be decided on (L08 Đ30; TL11 Đ1.6; L25 Đ34.2; N152
Đ10–11).
"""

from contextlib import AbstractContextManager, nullcontext

import pytest

from rules.cases.telling import day
from thads.enforcement.cases.rules.due_parts import (
    check_due,
    check_instalments,
    decidable,
    last_instalments,
)
from thads.enforcement.cases.rules.facts import Instalment, Part
from thads.enforcement.cases.rules.limitation import (
    ExcludedCause,
    ExcludedTime,
    check_excluded,
    check_limitation,
    check_paid,
    in_time,
    is_over,
)
from thads.enforcement.cases.rules.vocabulary import ObligationKind as K
from thads.kernel.refusals import Refusal


def refuses(code: str) -> "pytest.RaisesExc[Refusal]":
    return pytest.raises(Refusal, check=lambda refusal: refusal.code == code)


def refuses_if(code: str) -> AbstractContextManager[object]:
    """Expect a refusal by its code, none when the code is empty."""
    return refuses(code) if code else nullcontext()


def excluded(cause: ExcludedCause, since: str, until: str) -> ExcludedTime:
    return ExcludedTime(cause, day(since), day(until))


@pytest.mark.parametrize(
    ("starts", "asked", "times", "over"),
    [
        ("2021-06-30", "2026-06-30", (), False),
        ("2021-06-30", "2026-07-01", (), True),
        ("2020-02-29", "2025-02-28", (), False),
        ("2020-02-28", "2025-03-01", (), True),
        ("2021-01-01", "2026-01-12", (("obstacle", "2022-01-01", "2022-01-11"),), False),
        ("2021-01-01", "2026-01-13", (("obstacle", "2022-01-01", "2022-01-11"),), True),
        ("2021-01-01", "2026-01-13", (("obstacle", "2022-01-01", "2022-01-11"),) * 2, True),
    ],
)
def test_five_years_run_without_the_times_that_do_not_count(
    starts: str, asked: str, times: tuple[tuple[str, str, str], ...], over: bool
) -> None:
    left_out = [excluded(ExcludedCause(cause), since, until) for cause, since, until in times]

    assert is_over(starts_on=day(starts), requested_on=day(asked), excluded=left_out) is over


def test_a_late_request_names_its_last_day_and_an_obstacle_lets_it_pass() -> None:
    late = {"requested_on": day("2026-07-01"), "starts_on": day("2021-06-30")}
    with refuses("cases.limitation_over"):
        check_limitation(**late, obstacle=" ")
    check_limitation(**late, obstacle="lũ cuốn trôi hồ sơ")


@pytest.mark.parametrize(
    ("cause", "on", "code"),
    [
        ("deferral_or_suspension", "2026-06-30", ""),
        ("deferral_or_suspension", "2026-07-01", "cases.excluded_time_unknown"),
        ("emergency", "2026-06-30", "cases.excluded_time_unknown"),
        ("emergency", "2026-07-01", ""),
        ("force_majeure", "2026-07-01", ""),
    ],
)
def test_what_may_be_left_out_changes_with_the_law(cause: str, on: str, code: str) -> None:
    times = [excluded(ExcludedCause(cause), "2023-01-01", "2023-02-01")]
    with refuses_if(code):
        check_excluded(times, on=day(on))


def test_a_time_that_ends_before_it_begins_is_refused() -> None:
    with refuses("cases.excluded_time_wrong"):
        check_excluded([excluded(ExcludedCause.OBSTACLE, "2023-02-01", "2023-02-01")], on=day("2026-06-30"))


QUARTERS = tuple(Instalment(day(due_on), 1_000) for due_on in ("2019-01-01", "2022-01-01", "2026-10-01"))


def test_each_instalment_lapses_on_its_own() -> None:
    assert in_time(QUARTERS, requested_on=day("2026-06-30")) == QUARTERS[1:]


@pytest.mark.parametrize(
    ("kind", "on", "taken"),
    [
        (K.CONTRACT, "2026-09-30", 2),
        (K.CONTRACT, "2026-10-01", 3),
        (K.ALIMONY, "2026-09-30", 2),
        (K.ALIMONY, "2025-10-01", 2),
        (K.ALIMONY, "2021-10-01", 2),
        (K.CONTRACT, "2021-10-01", 1),
    ],
)
def test_alimony_reaches_to_the_end_of_the_enforcement_year(kind: K, on: str, taken: int) -> None:
    now, later = decidable(kind, QUARTERS, on=day(on))

    assert (len(now), len(later)) == (taken, 3 - taken)


def test_before_the_first_due_day_there_is_no_decision() -> None:
    with refuses("cases.not_due_yet"):
        check_due(1, K.CONTRACT, QUARTERS, on=day("2018-12-31"))
    check_due(1, K.CONTRACT, QUARTERS, on=day("2019-01-01"))


@pytest.mark.parametrize(
    ("days", "amount", "code"),
    [
        (("2026-01-01", "2026-02-01"), 2_000, ""),
        (("2026-01-01", "2026-02-01"), 2_001, "cases.instalments_differ"),
        (("2026-02-01", "2026-01-01"), 2_000, "cases.instalments_unordered"),
        (("2026-01-01", "2026-01-01"), 2_000, "cases.instalments_unordered"),
    ],
)
def test_instalments_add_up_and_follow_one_another(days: tuple[str, ...], amount: int, code: str) -> None:
    instalments = [Instalment(day(due_on), 1_000) for due_on in days]
    with refuses_if(code):
        check_instalments(1, amount, instalments)


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        (0, ()), (400, ((2, 400),)), (1_000, ((2, 1_000),)), (1_400, ((1, 400), (2, 1_000))),
        (3_000, ((0, 1_000), (1, 1_000), (2, 1_000))),
    ],
)  # fmt: skip
def test_what_is_left_is_owed_in_the_last_instalments(
    left: int, expected: tuple[tuple[int, int], ...]
) -> None:
    wanted = tuple(Instalment(QUARTERS[place].due_on, amount) for place, amount in expected)

    assert last_instalments(QUARTERS, left) == wanted


@pytest.mark.parametrize(
    ("part", "is_prisoner", "code"),
    [
        (Part(1, 500), True, ""),
        (Part(1, 500), False, "cases.paid_not_prisoner"),
        (Part(1, 1_001), True, "cases.paid_over_duty"),
        (Part(1, None), True, "cases.paid_over_duty"),
        (Part(2, 500), True, "cases.paid_unknown"),
    ],
)
def test_only_what_a_prisoner_paid_is_decided_on_after_the_limitation(
    part: Part, is_prisoner: bool, code: str
) -> None:
    with refuses_if(code):
        check_paid((part,), {1: 1_000}, is_prisoner=is_prisoner)
