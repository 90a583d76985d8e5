"""`thads cut-over`: exit 0 when all is in, 1 when something is left to look at, 2 when nothing is read."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import typer
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from thads.enforcement.cases import queries as cases
from thads.enforcement.money import queries as money
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import queries as ledger
from thads.foundation.organisation import actions as organisation_actions
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.rules.agencies import AgencyKind
from thads.interfaces.cli import cutover
from thads.interfaces.exchange.cutover.reading import OldFile, read_files
from thads.interfaces.exchange.cutover.words import usual_words
from thads.kernel.refusals import Refusal
from workbooks.old_books import CUT_OVER, rows, written

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 10, 1, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def viewer(monkeypatch: pytest.MonkeyPatch) -> Viewer:
    """The operator on 1/10/2026 of a system with one agency."""
    monkeypatch.setenv("THADS_TODAY", "2026-10-01")
    founder = organisation.operator(at=NOW, on=NOW.date())
    organisation_actions.found_agency(
        viewer=founder, code="HL", name="Cục Hải Long", kind=AgencyKind.PROVINCE, since=date(2010, 1, 1)
    )
    return organisation.operator(at=NOW, on=NOW.date())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two workbooks of two bailiffs, and what Excel leaves beside an open one."""
    for number in (1, 2):
        content = written(rows(decision_no=f"{number}/QĐ", collected=100, held_cash=number))
        (tmp_path / f"chv-{number}.xlsx").write_bytes(content)
    (tmp_path / "~$chv-1.xlsx").write_bytes(b"open")
    return tmp_path


def cut_over(*arguments: str | Path) -> Result:
    app = typer.Typer()
    cutover.register(app)
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def of_hl(source: Path, *more: str | Path) -> Result:
    return cut_over(source, "--agency", "HL", "--on", "2026-09-30", *more)


def test_a_dry_run_tells_all_and_writes_nothing(folder: Path, tmp_path: Path) -> None:
    answer = tmp_path / "answers" / "tra-loi.xlsx"
    answer.parent.mkdir()

    result = of_hl(folder, "--dry-run", "--answer", answer)

    assert result.exit_code == 0
    assert "2 việc chuyển được, trong đó 2 việc có nghi vấn" in result.stdout
    assert "Chưa ghi gì" in result.stdout or "chưa ghi gì" in result.stdout
    assert "Không có chấp hành viên “HL-01”" in result.stderr
    assert ledger.last_position() == 0
    assert [name[:3] for name in load_workbook(answer).sheetnames[2:]] == ["1. ", "2. "]


def test_a_folder_comes_in_with_its_progress_told(folder: Path, viewer: Viewer) -> None:
    result = of_hl(folder, "--expect", "held_cash=3", "--expect", "cases=2")

    assert result.exit_code == 0
    assert result.stderr.splitlines()[-2:] == ["Đã chuyển 0/2 việc.", "Đã chuyển 2/2 việc."]
    assert "Đã chuyển xong 2 việc" in result.stdout
    trial = money.trial_balance(viewer, agency="HL", as_of=CUT_OVER)
    assert (trial.debit, trial.credit) == (3, 3)
    assert of_hl(folder).exit_code == 0
    assert len(cases.case_numbers(viewer, agency="HL")) == 2


def test_what_differs_from_the_old_books_waits_for_the_head(folder: Path, viewer: Viewer) -> None:
    tried, run = (
        of_hl(folder, "--dry-run", "--expect", "held_cash=4"),
        of_hl(folder, "--expect", "held_cash=4"),
    )

    assert (tried.exit_code, run.exit_code) == (1, 1)
    assert "CHÊNH LỆCH Còn giữ tại quỹ tiền mặt: sổ cũ 4, chuyển sang 3, lệch -1" in tried.stdout
    assert "Thủ trưởng" in run.stderr
    assert cases.case_numbers(viewer, agency="HL") == frozenset()


def test_lost_rows_are_told_by_line_and_as_json(tmp_path: Path) -> None:
    file = tmp_path / "so.xlsx"
    file.write_bytes(written(rows() + rows(decision_no="9/QĐ", collected=999_000_000)))

    result = of_hl(file, "--dry-run", "--json")

    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert (told["cases"], told["lost"]) == (1, ["9/QĐ ngày 10/01/2024"])
    lost = [one for one in told["findings"] if one["weight"] == "lost"]
    assert lost[0]["where"] == "so.xlsx, sheet Sheet1, dòng 5, cột “Số tiền đã thu (đồng)”"


def test_a_mapping_file_is_read(folder: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "cot.toml"
    mapping.write_text('[values.status]\n"Đang làm" = "enforcing"\n', encoding="utf-8")

    assert of_hl(folder, "--dry-run", "--mapping", mapping).exit_code == 0
    mapping.write_text("[", encoding="utf-8")
    assert of_hl(folder, "--dry-run", "--mapping", mapping).exit_code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nothing.xlsx",),
        ("nothing.xlsx", "--agency", "HL", "--on", "2026-09-30"),
        ("nothing.xlsx", "--agency", "HL", "--on", "hôm qua"),
        (".", "--agency", "HL", "--on", "2026-09-30", "--expect", "gold=1"),
    ],
)
def test_a_wrong_call_is_told_without_a_traceback(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    result = cut_over(*arguments)

    assert result.exit_code == 2
    assert result.stderr.strip()
    assert "Traceback" not in result.output


def test_a_file_that_is_no_workbook_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(written(rows()))
    (tmp_path / "b.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600)

    result = of_hl(tmp_path, "--dry-run")

    assert result.exit_code == 2
    assert result.stderr.startswith("Tệp b.xls không đọc được. Tệp là sổ tính kiểu cũ")


def test_the_template_has_headings_that_are_read(tmp_path: Path) -> None:
    file = tmp_path / "mau.xlsx"

    assert cut_over("--template", file).exit_code == 0

    with pytest.raises(Refusal) as refused:
        read_files([OldFile(file.name, file.read_bytes())], usual_words())
    assert refused.value.code == "cutover.no_rows"
