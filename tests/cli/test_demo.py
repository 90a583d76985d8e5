"""The demonstration gives exactly what Tuyên Quang published, asked through the command line alone."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from thads.interfaces.exchange.demo.gathering import gather

pytestmark = [pytest.mark.slow, pytest.mark.database_independent]
Thads = Callable[..., str]
ROOT = Path(__file__).resolve().parents[2]

BY_UNIT_AND_BAILIFF = {"cases": "TT05/2024-04", "money": "TT05/2024-05"}
UNITS = ("TQ.NV", "TQ.TP", "TQ.YS", "TQ.SD", "TQ.HY", "TQ.CH", "TQ.NH", "TQ.LB")
PUBLISHED_UNITS = {
    "cases": {"TQ.NV": "84.42", "TQ.CH": "84.48"},
    "money": {"TQ.NV": "70.87", "TQ.TP": "51.08", "TQ.HY": "53.94", "TQ.NH": "50.01"},
}


@pytest.fixture(scope="module")
def form(thads: Thads) -> Callable[..., list[dict[str, Any]]]:
    def rows(code: str, *more: str, agency: str = "TQ", period: str = "FY2024/9M") -> list[dict[str, Any]]:
        return json.loads(thads("form", code, "--agency", agency, "--period", period, "--json", *more))[
            "rows"
        ]

    return rows


def total(rows: list[dict[str, Any]], agency: str = "TQ") -> dict[str, Any]:
    return next(row["cells"] for row in rows if row["agency"] == agency and not row.get("bailiff"))


@pytest.mark.parametrize("code", BY_UNIT_AND_BAILIFF.values())
def test_the_forms_give_the_published_totals(form: Any, code: str) -> None:
    cells = total(form(code))

    assert (cells["c8"]["cases"], cells["c7"]["cases"]) == (3228, 3974)
    assert cells["c8"]["amount"] == 66_872_343_000
    assert f"{100 * cells['c8']['amount'] / cells['c7']['amount']:.2f}" == "49.74"


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_stands_in_the_form_as_in_the_results(form: Any, board: dict[str, Any], unit: str) -> None:
    cells = total(form("TT05/2024-04"), unit)
    row = next(row for row in board["units"] if row["agency"] == unit)

    assert row["finished"] == cells["c8"]
    assert row["enforceable"] == cells["c7"]


@pytest.mark.parametrize("code", BY_UNIT_AND_BAILIFF.values())
def test_bailiffs_sum_to_units_and_units_to_the_province(form: Any, code: str) -> None:
    rows = form(code)

    for line in ("c1", "c6", "c7", "c8", "c17", "m1"):
        for measure in ("cases", "amount"):
            by_unit = [total(rows, unit)[line][measure] for unit in UNITS]
            by_bailiff = [row["cells"][line][measure] for row in rows if row.get("bailiff")]
            assert sum(by_unit) == sum(by_bailiff) == total(rows)[line][measure], (line, measure)


@pytest.mark.parametrize("period", ["FY2024/9M", "FY2024/6M", "FY2024/1M", "FY2023/9M", "FY2023/12M"])
def test_the_identities_hold_in_every_row(form: Any, period: str) -> None:
    for row in form("TT05/2024-04", period=period):
        for measure in ("cases", "amount"):
            c = {line: cell[measure] for line, cell in row["cells"].items()}
            assert c["c1"] == c["c2"] + c["c3"]
            assert c["c6"] == c["c1"] - c["c4"] - c["c5"] - c["c5a"]
            assert c["c6"] == c["c7"] + c["c14"] + c["c15"] + c["c16"]
            assert c["c7"] == c["c8"] + c["c11"] + c["c12"] + c["c13"]
            assert c["c8"] == c["c9"] + c["c10"] + (c["c10a"] if measure == "amount" else 0)
            assert c["c17"] == c["c6"] - c["c8"] == (c["c7"] - c["c8"]) + c["c14"] + c["c15"] + c["c16"]


def test_every_kind_of_step_is_in_the_form(form: Any) -> None:
    cells = total(form("TT05/2024-04"))

    empty = [line for line, cell in cells.items() if cell["cases"] == 0 and line != "c10a"]
    assert not empty
    assert cells["c10a"]["amount"] > 0


def test_a_cell_names_its_cases(thads: Thads) -> None:
    told = thads(
        "form", "TT05/2024-04", "--agency", "TQ.CH", "--period", "FY2024/9M", "--json",
        "--cell", "c8", "--row", "TQ.CH",
    )  # fmt: skip

    assert told.count("/TQ.CH") >= 490


def test_the_province_reaches_what_it_published(board: dict[str, Any]) -> None:
    assert board["finished"] == {"cases": 3228, "amount": 66_872_343_000}
    assert board["rate"] == {"cases": "81.23", "money": "49.74"}
    assert board["target"]["cases"]["value"] == "83.35"
    assert board["target"]["money"]["value"] == "46.65"
    assert board["share_of_plan"] == {"cases": "97.46", "money": "106.62"}
    assert board["share_of_plan_cut"] == {"cases": "97", "money": "106"}


def test_it_stands_where_it_said_it_stood(board: dict[str, Any]) -> None:
    country, cluster = board["rank"]["country"], board["rank"]["cluster"]

    assert (country["cases"]["place"], country["cases"]["of"]) == (4, 63)
    assert (country["money"]["place"], country["money"]["of"]) == (7, 63)
    assert (cluster["cases"]["place"], cluster["cases"]["of"]) == (1, 7)


@pytest.mark.parametrize("dimension", ["cases", "money"])
def test_the_named_units_and_no_others_lie_above_the_average(board: dict[str, Any], dimension: str) -> None:
    rates = {row["agency"]: row["rate"][dimension] for row in board["units"]}
    named = PUBLISHED_UNITS[dimension]

    assert {unit: rates[unit] for unit in named} == named
    assert {unit for unit, rate in rates.items() if float(rate) > float(board["rate"][dimension])} == set(
        named
    )


def test_the_campaign_solved_what_was_published(board: dict[str, Any]) -> None:
    (campaign,) = board["campaigns"]

    assert (campaign["solved"], campaign["total"], campaign["rate"]) == (141, 438, "32.19")
    assert (campaign["carried"]["solved"], campaign["carried"]["total"]) == (80, 253)
    assert (campaign["arising"]["solved"], campaign["arising"]["total"]) == (61, 185)
    assert campaign["points_over_target"] == "22.19"
    assert len({member["number"] for member in campaign["members"]}) == 438


def test_new_money_grew_by_a_little_over_ten_percent(board: dict[str, Any]) -> None:
    assert 10 < float(board["same_period"]["new"]["money"]["growth"]) < 11


def test_what_was_recorded_after_the_period_is_not_known_on_its_last_day(
    thads: Thads, board: dict[str, Any]
) -> None:
    then = json.loads(
        thads("results", "--agency", "TQ", "--period", "FY2024/9M", "--known-at", "2024-06-30", "--json")
    )

    assert then["finished"]["cases"] < board["finished"]["cases"]
    assert then["finished"]["amount"] < board["finished"]["amount"]


def test_a_second_run_changes_nothing(thads: Thads, board: dict[str, Any]) -> None:
    assert "đã có sẵn" in thads("demo")

    again = json.loads(thads("results", "--json", "--agency", "TQ", "--period", "FY2024/9M"))
    assert again["cells"] == board["cells"]


def test_a_secured_installation_gets_no_demonstration(in_home: Callable[..., str]) -> None:
    assert "THADS_SECURE=1" in in_home("demo", code=1, THADS_SECURE="1")


def test_other_data_are_left_alone(in_home: Callable[..., str]) -> None:
    in_home("migrate")
    in_home("import", str(ROOT / "docs" / "reference" / "example-histories.jsonl"))

    assert "dữ liệu khác" in in_home("demo", code=1)


def test_the_same_seed_gives_the_same_plans() -> None:
    assert gather(7) == gather(7)
    assert gather(7) != gather(8)


def test_every_invented_judgment_says_so(thads: Thads) -> None:
    told = thads("export", "histories", "--agency", "TQ.LB")
    opened = [line for line in map(json.loads, told.splitlines()) if line.get("fact") == "decision_issued"]

    assert opened
    assert all(line["data"]["judgment_no"].endswith("/DEMO") for line in opened)
