"""`thads law` as an officer and as a script use it."""

import json

import pytest
import typer
from typer.testing import CliRunner

from thads.interfaces.cli import law


@pytest.fixture(autouse=True)
def home(tmp_path, settings, monkeypatch):
    settings.HOME = tmp_path
    monkeypatch.setenv("THADS_TODAY", "2026-07-01")


def said(*arguments: str, code: int = 0) -> str:
    app = typer.Typer()
    law.register(app)
    result = CliRunner().invoke(app, ["law", *arguments])
    assert result.exit_code == code, result.output
    return result.output


def test_a_value_is_shown_with_unit_article_and_days() -> None:
    shown = said("show", "verification.first", "--on", "2026-06-30")

    for words in (
        "Xác minh lần đầu",
        "10 ngày",
        "khoản 1 Điều 44",
        "từ 01/7/2009 đến 30/6/2026",
        "Văn bản quy định",
    ):
        assert words in shown


def test_without_a_day_the_law_of_today_is_shown() -> None:
    assert "9 ngày" in said("show", "verification.first")


def test_a_derived_value_is_marked() -> None:
    assert "Suy ra" in said("show", "unable.resumption", "--on", "2024-01-01")


def test_json_carries_the_same() -> None:
    found = json.loads(said("show", "verification.first", "--on", "30/6/2026", "--json"))

    assert (found["value"], found["unit"], found["basis"]) == (10, "day", "L08 Đ44.1")
    assert (found["since"], found["until"], found["certainty"]) == ("2009-07-01", "2026-07-01", "stated")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("grounds.deferral", "parties_agree"),
        ("signing.deferral", "Thủ trưởng"),
        ("TT05/2024-04", "c7 (7)"),
        ("Deferral", "hoãn thi hành án"),
    ],
)
def test_lists_forms_and_terms_can_be_asked_for(key: str, words: str) -> None:
    assert words in said("show", key)
    assert json.loads(said("show", key, "--json"))["vi"]


def test_every_listed_key_can_be_shown() -> None:
    for one in json.loads(said("list", "--json")):
        said("show", one["key"], "--on", "2026-07-01", code=0 if _in_force(one["key"]) else 2)


def _in_force(key: str) -> bool:
    from datetime import date

    from thads.law import LAW

    return key not in LAW.timelines or LAW.timelines[key].find(date(2026, 7, 1)) is not None


def test_an_unknown_key_gets_near_ones() -> None:
    shown = said("show", "verification.frist", code=2)

    assert "verification.first" in shown
    assert "thads law list" in shown


def test_a_day_without_law_is_said() -> None:
    assert "Chưa có quy định" in said("show", "unable.decision", "--on", "2010-01-01", code=2)


def test_a_day_that_is_none_is_said() -> None:
    assert "“hôm nay” không phải là ngày" in said("show", "verification.first", "--on", "hôm nay", code=2)
    assert "không phải là ngày" in said("diff", "2026-02-30", "2026-07-01", code=2)


def test_two_days_are_compared() -> None:
    shown = said("diff", "30/6/2026", "01/7/2026")

    assert "verification.first" in shown
    assert "10 ngày (L08 Đ44.1)" in shown
    assert "9 ngày (L25 Đ37.1)" in shown
    changes = json.loads(said("diff", "2026-06-30", "2026-07-01", "--json"))["changes"]
    assert {"key", "vi", "before", "after"} <= set(changes[0])


def test_keys_are_listed() -> None:
    assert "verification.first" in said("list")
