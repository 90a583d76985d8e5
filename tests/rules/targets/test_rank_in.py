"""A place is told only where there is a field to stand in."""

import pytest

from thads.steering.targets.rules.board import RankIn
from thads.steering.targets.rules.ranking import Contender, rank
from thads.steering.targets.rules.vocabulary import Dimension


@pytest.mark.parametrize(
    ("reported", "silent", "is_told"),
    [(1, 0, False), (1, 62, False), (2, 2, False), (3, 2, True), (63, 0, True)],
)
def test_a_place_needs_others_and_most_of_them_to_have_reported(
    reported: int, silent: int, is_told: bool
) -> None:
    field = [Contender(f"P{n}", 50 + n % 40, 100) for n in range(reported)]
    field += [Contender(f"S{n}", None, None) for n in range(silent)]
    found = RankIn("toàn quốc", {Dimension.CASES: rank(field)})

    assert (found.place("P0", Dimension.CASES) is not None) == is_told
