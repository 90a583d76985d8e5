"""`thads export`: what goes out can come in again, and sums are formulas."""

import io
from pathlib import Path

import pytest
import typer
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from thads.interfaces.cli import export, import_

pytestmark = pytest.mark.django_db
EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "example-histories.jsonl"


@pytest.fixture(autouse=True)
def assumed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THADS_TODAY", "2024-07-05")


def thads(*arguments: str | Path) -> Result:
    app = typer.Typer()
    import_.register(app)
    export.register(app)
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_histories_go_to_the_screen_and_to_a_file_alike(tmp_path: Path) -> None:
    thads("import", EXAMPLE)

    shown = thads("export", "histories", "--agency", "HL")
    thads("export", "histories", "--agency", "HL", "--out", tmp_path / "out.jsonl")

    assert shown.exit_code == 0
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == shown.stdout
    assert len(shown.stdout.splitlines()) == len(EXAMPLE.read_text(encoding="utf-8").splitlines())


def test_the_list_of_cases_has_every_case_and_sums_as_formulas(tmp_path: Path) -> None:
    thads("import", EXAMPLE)

    result = thads("export", "cases", "--agency", "HL", "--xlsx", tmp_path / "cases.xlsx")

    assert result.exit_code == 0
    sheet = load_workbook(tmp_path / "cases.xlsx").worksheets[0]
    assert sheet.max_row == 5 + 14
    assert str(sheet["L4"].value).startswith("=SUBTOTAL(109,L6:")


def test_the_template_is_a_workbook(tmp_path: Path) -> None:
    thads("export", "template", "--out", tmp_path / "template.xlsx")

    assert (
        load_workbook(io.BytesIO((tmp_path / "template.xlsx").read_bytes())).sheetnames[0]
        == "Việc thi hành án"
    )


@pytest.mark.parametrize(
    "arguments", [("histories", "--agency", "XX"), ("cases", "--agency", "XX", "--xlsx", "x.xlsx")]
)
def test_an_unknown_agency_is_told_with_the_known_ones(arguments: tuple[str, ...]) -> None:
    thads("import", EXAMPLE)

    result = thads("export", *arguments)

    assert result.exit_code == 2
    assert "HL.A" in result.stderr


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    thads("import", EXAMPLE)

    result = thads(
        "export", "histories", "--agency", "HL", "--out", tmp_path / "no" / "such" / "folder.jsonl"
    )

    assert result.exit_code == 2
    assert "không có thư mục ấy" in result.stderr
