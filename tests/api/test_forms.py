"""Forms over REST are the figures of the command line; a cell's cases are the set that was counted."""

import json

import pytest
import typer
from django.test import Client
from typer.testing import CliRunner

from thads.interfaces.cli import form as form_command

pytestmark = pytest.mark.django_db
RUN = "agency=HL&period=FY2024/9M"


def test_the_forms_are_listed(head: Client) -> None:
    codes = [form["code"] for form in head.get("/api/forms").json()]

    assert {"TT05/2024-01", "TT05/2024-02", "TT05/2024-04", "TT05/2024-05"} <= set(codes)


@pytest.mark.parametrize("code", ["TT05/2024-01", "TT05/2024-02", "TT05/2024-04", "TT05/2024-05"])
def test_a_run_equals_that_of_the_command_line(code: str, head: Client) -> None:
    app = typer.Typer()
    form_command.register(app)
    known = "2024-07-04T00:00:00+07:00"

    printed = CliRunner().invoke(
        app, [code, "--agency", "HL", "--period", "FY2024/9M", "--known-at", known, "--json"]
    )
    answered = head.get(f"/api/forms/{code}", {"agency": "HL", "period": "FY2024/9M", "known_at": known})

    assert answered.json() == json.loads(printed.stdout)


def test_a_cell_lists_as_many_cases_as_it_counts(head: Client) -> None:
    run = head.get(f"/api/forms/TT05/2024-04?{RUN}").json()

    for row in run["rows"][:3]:
        for line, figure in row["cells"].items():
            asked = {"agency": "HL", "period": "FY2024/9M", "row": row["key"]}
            cell = head.get(f"/api/forms/TT05/2024-04/cells/{line}", asked).json()
            assert (
                len([case for case in cell["cases"] if case["member"]])
                == figure["cases"]
                == cell["figure"]["cases"]
            )


def test_what_was_learned_late_counts_only_for_who_asks_later(head: Client) -> None:
    asked = {"agency": "HL.B", "period": "FY2023/12M"}

    early = head.get("/api/forms/TT05/2024-05", {**asked, "known_at": "2023-10-03"}).json()
    later = head.get("/api/forms/TT05/2024-05", {**asked, "known_at": "2023-12-12"}).json()

    assert early["known_at"].startswith("2023-10-03T23:59:59")
    assert (early["rows"][0]["cells"]["c9"]["amount"], later["rows"][0]["cells"]["c9"]["amount"]) == (
        0,
        8_000_000,
    )


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("TT05/2024-99?agency=HL&period=FY2024/9M", 404, "law.unknown_form"),
        ("TT05/2024-04?agency=XX&period=FY2024/9M", 404, "forms.agency_unknown"),
        ("TT05/2024-04?agency=HL&period=last+year", 422, "period.unreadable"),
        ("TT05/2024-04?agency=HL", 422, "api.invalid"),
        ("TT05/2024-04?agency=HL&period=FY2024/9M&as_of=9999-12-31", 422, "api.invalid"),
        ("TT05/2024-04/cells/c99?agency=HL&period=FY2024/9M", 404, "forms.cell_unknown"),
        ("TT05/2024-04/cells/c8?agency=HL&period=FY2024/9M&row=ZZ", 404, "forms.row_unknown"),
    ],
)
def test_a_wrong_question_is_answered_in_words(address: str, status: int, code: str, head: Client) -> None:
    answer = head.get(f"/api/forms/{address}")

    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_an_agency_out_of_sight_is_not_there(bailiff: Client) -> None:
    assert bailiff.get(f"/api/forms/TT05/2024-04?{RUN}").status_code == 404
