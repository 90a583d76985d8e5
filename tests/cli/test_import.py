"""`thads import`: exit 0 when it is in, 1 when the file has faults, 2 when there is nothing to read."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typer
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from thads.foundation.ledger import queries as ledger
from thads.interfaces import clock
from thads.interfaces.cli import import_
from workbooks.building import rows, written

pytestmark = pytest.mark.django_db
EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "example-histories.jsonl"


@pytest.fixture(autouse=True)
def assumed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THADS_TODAY", "2024-07-05")


def thads_import(*arguments: str | Path) -> Result:
    app = typer.Typer()
    import_.register(app)
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_a_good_file_comes_in() -> None:
    result = thads_import(EXAMPLE)

    assert result.exit_code == 0
    assert result.stdout == "Đã nhập 14 việc, 48 sự kiện.\n"


def test_a_dry_run_writes_nothing() -> None:
    result = thads_import(EXAMPLE, "--dry-run")

    assert result.exit_code == 0
    assert "chưa ghi gì" in result.stdout
    assert ledger.last_position() == 0


def test_faults_are_told_by_line_and_as_json(tmp_path: Path) -> None:
    file = tmp_path / "faulty.jsonl"
    file.write_text(EXAMPLE.read_text(encoding="utf-8") + "{\n", encoding="utf-8")

    spoken, written_out = thads_import(file), thads_import(file, "--json")

    assert (spoken.exit_code, written_out.exit_code) == (1, 1)
    assert spoken.stderr.startswith("dòng 57: ")
    told = json.loads(written_out.stdout)
    assert (told["imported"], told["problem_count"], told["problems"][0]["where"]) == (False, 1, "dòng 57")


@pytest.mark.parametrize("missing", ["nothing.jsonl", ""])
def test_what_is_no_file_is_told_without_a_traceback(missing: str, tmp_path: Path) -> None:
    result = thads_import(tmp_path / missing if missing else tmp_path)

    assert result.exit_code == 2
    assert result.stderr.strip().endswith(".")
    assert "Traceback" not in result.output


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "empty.jsonl"
    file.write_bytes(b"")

    assert thads_import(file).exit_code == 1


def test_a_workbook_comes_in_or_comes_back(tmp_path: Path) -> None:
    thads_import(EXAMPLE)
    good, bad, answer = tmp_path / "good.xlsx", tmp_path / "bad.xlsx", tmp_path / "answer.xlsx"
    good.write_bytes(written(rows(bailiff="HL.A-01")))
    bad.write_bytes(written(rows(number="126", decided_on=date(2023, 1, 1), bailiff=None)))

    refused = thads_import(bad, "--agency", "HL.A", "--answer", answer)
    taken = thads_import(good, "--agency", "HL.A")

    assert (refused.exit_code, taken.exit_code) == (1, 0)
    assert load_workbook(answer).sheetnames[0] == "Kết quả kiểm tra"


def test_a_workbook_without_agency_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "cases.xlsx"
    file.write_bytes(written(rows()))

    assert thads_import(file).exit_code == 2


@pytest.fixture
def demonstration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Path:
    """A home that keeps an assumed working day, before anything of the example was recorded."""
    monkeypatch.delenv("THADS_TODAY")
    settings.HOME = tmp_path
    clock.assume_day(date(2023, 1, 2))
    return tmp_path


def test_facts_later_than_an_assumed_day_bring_back_the_real_day(
    demonstration: Path,
) -> None:
    result = thads_import(EXAMPLE)

    assert result.exit_code == 0
    assert "dùng ngày thật" in result.stderr
    assert clock.assumed_day() is None


def test_a_dry_run_leaves_the_assumed_day_alone(demonstration: Path) -> None:
    assert thads_import(EXAMPLE, "--dry-run").exit_code == 0
    assert clock.assumed_day() == date(2023, 1, 2)
