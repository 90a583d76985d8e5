"""`thads trial-balance` as an accountant and as a script use it."""

import json
from collections.abc import Callable

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.database_independent]
Thads = Callable[..., str]


def test_an_agency_without_money_says_so(thads: Thads) -> None:
    told = thads("trial-balance", "--agency", "TQ.CH", "--as-of", "30/6/2024")

    assert "từ 01/10/2023 đến 30/6/2024" in told
    assert "Chưa có khoản thu chi nào" in told


def test_a_script_reads_the_same_in_json(thads: Thads) -> None:
    told = json.loads(
        thads(
            "trial-balance",
            "--agency",
            "TQ.CH",
            "--as-of",
            "2024-06-30",
            "--known-at",
            "2024-07-05",
            "--json",
        )
    )

    assert told == {"agency": "TQ.CH", "since": "2023-10-01", "as_of": "2024-06-30", "lines": []}


def test_an_agency_nobody_knows_is_refused(thads: Thads) -> None:
    assert "không thuộc phạm vi" in thads("trial-balance", "--agency", "XX", code=2)
