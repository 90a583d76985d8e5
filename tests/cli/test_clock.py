"""The one clock of the interfaces: real, or an assumed day that never moves backwards."""

import time
from datetime import date

import pytest

from thads.interfaces import clock
from thads.kernel.refusals import Refusal


@pytest.fixture(autouse=True)
def home(tmp_path, settings, monkeypatch):
    settings.HOME = tmp_path
    monkeypatch.delenv("THADS_TODAY", raising=False)


def test_without_a_setting_the_clock_is_real() -> None:
    assert clock.now().timestamp() == pytest.approx(time.time(), abs=5)
    assert clock.assumed_day() is None


def test_an_assumed_day_stays_and_its_hours_run_forward(monkeypatch) -> None:
    monkeypatch.setenv("THADS_TODAY", "2024-07-05")

    first, second = clock.now(), clock.now()

    assert clock.today() == date(2024, 7, 5)
    assert first <= second
    assert first.hour >= 8


def test_the_day_kept_for_the_installation_is_used() -> None:
    clock.assume_day(date(2024, 7, 5))

    assert clock.today() == date(2024, 7, 5)


def test_a_day_that_is_none_is_refused(monkeypatch) -> None:
    monkeypatch.setenv("THADS_TODAY", "hôm nay")

    with pytest.raises(Refusal, match="hôm nay"):
        clock.now()
