"""Who belongs to the cohort of cases able for over a year, and through which half."""

from datetime import date

import pytest

from thads.steering.targets.rules.cohort import CohortMember, Half, anniversary, count, entry_day

OPENING = date(2023, 10, 1)
AS_OF = date(2024, 6, 30)


@pytest.mark.parametrize(
    ("decided_on", "expected"),
    [
        (date(2019, 5, 4), (Half.CARRIED, date(2023, 9, 30))),
        (date(2022, 10, 1), (Half.CARRIED, date(2023, 9, 30))),
        (date(2022, 10, 2), (Half.ARISING, date(2023, 10, 2))),
        (date(2023, 6, 30), (Half.ARISING, date(2024, 6, 30))),
        (date(2023, 7, 1), None),
    ],
)
def test_a_case_comes_in_by_its_age(decided_on: date, expected: object) -> None:
    assert entry_day(decided_on, opening=OPENING, as_of=AS_OF) == expected


def test_a_decision_of_29_february_is_a_year_old_on_1_march() -> None:
    assert anniversary(date(2020, 2, 29)) == date(2021, 3, 1)


def test_halves_add_up_to_the_whole() -> None:
    members = [
        CohortMember(
            f"id{n}", f"{n}", "TQ.CH", Half.CARRIED if n < 253 else Half.ARISING, n < 80 or n >= 438 - 61
        )
        for n in range(438)
    ]

    carried, arising, whole = count(members, Half.CARRIED), count(members, Half.ARISING), count(members)

    assert (carried.solved, carried.total) == (80, 253)
    assert (arising.solved, arising.total) == (61, 185)
    assert (whole.solved, whole.total) == (141, 438)
