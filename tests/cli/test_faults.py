"""Whatever goes wrong, the command line answers with a sentence, never with a traceback."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db.utils import OperationalError

from thads.interfaces import cli
from thads.interfaces.cli import database
from thads.kernel import periods  # noqa: F401  (its sentences)
from thads.kernel.refusals import Refusal

pytestmark = pytest.mark.database_independent


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("THADS_HOME", str(tmp_path))
    monkeypatch.setattr(cli, "COMMANDS", ())
    return tmp_path


def failing_with(monkeypatch: pytest.MonkeyPatch, fault: BaseException) -> None:
    def fail() -> None:
        raise fault

    monkeypatch.setattr(cli, "app", fail)


@pytest.mark.parametrize(
    ("fault", "code", "said"),
    [
        (Refusal("period.unreadable", written="9T"), 2, "không phải là kỳ báo cáo"),
        (KeyboardInterrupt(), 130, "Đã dừng"),
        (ZeroDivisionError("thử"), 3, "ngoài dự kiến (ZeroDivisionError: thử)"),
    ],
)
def test_a_fault_is_told_in_a_sentence(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    fault: BaseException, code: int, said: str,
) -> None:  # fmt: skip
    failing_with(monkeypatch, fault)

    with pytest.raises(SystemExit) as stopped:
        cli.main()

    told = capsys.readouterr().err
    assert stopped.value.code == code
    assert said in told
    assert "Traceback" not in told


def test_the_traceback_of_an_unforeseen_fault_is_kept_for_the_programmer(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    failing_with(monkeypatch, ZeroDivisionError("thử"))

    with pytest.raises(SystemExit):
        cli.main()

    assert "ZeroDivisionError: thử" in (home / "errors.log").read_text(encoding="utf-8")
    assert str(home / "errors.log") in capsys.readouterr().err


def thads(home: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "thads.interfaces.cli", *arguments],
        env=surroundings(home, **settings), capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def surroundings(home: Path, **settings: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("THADS_", "DJANGO_"))}
    return kept | {"THADS_HOME": str(home)} | settings


def a_file(home: Path) -> None:
    home.write_text("không phải thư mục", encoding="utf-8")


def no_database(home: Path) -> None:
    home.mkdir()
    (home / "thads.sqlite3").write_text("đây không phải là cơ sở dữ liệu " * 9, encoding="utf-8")


def a_folder_for_a_database(home: Path) -> None:
    (home / "thads.sqlite3").mkdir(parents=True)


@pytest.mark.parametrize(
    ("make", "url", "said"),
    [
        (a_file, "", "hãy đặt THADS_HOME là một thư mục ghi được"),
        (no_database, "", "không phải là cơ sở dữ liệu hoặc đã hỏng"),
        (a_folder_for_a_database, "", "Không mở được tệp cơ sở dữ liệu"),
        (Path.mkdir, "đây không phải địa chỉ", "THADS_DATABASE_URL không đọc được"),
        (Path.mkdir, "mysql://a@b/c", "THADS_DATABASE_URL không đọc được"),
        (Path.mkdir, "postgres://thads@127.0.0.1:1/thads", "Không kết nối được máy chủ"),
    ],
)
def test_surroundings_that_hold_no_database_are_told_in_one_sentence(
    tmp_path: Path, make: Callable[[Path], None], url: str, said: str
) -> None:
    home = tmp_path / "home"
    make(home)

    told = thads(home, "rebuild", THADS_DATABASE_URL=url)

    assert told.returncode == 2
    assert said in told.stderr
    assert told.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("attempt to write a readonly database", "database.home_unwritable"),
        ("unable to open database file", "database.cannot_open"),
        ("database is locked", "database.busy"),
        ("database or disk is full", "database.disk_full"),
        ("no such table: cases_case", None),
    ],
)
def test_what_sqlite_says_is_told_in_vietnamese(words: str, code: str | None) -> None:
    refusal = database.refusal_for(OperationalError(words))

    assert (refusal.code if refusal else None) == code


@pytest.mark.parametrize(
    "asked",
    [
        ("form", "TT05/2024-04", "--agency", "XX", "--period", "FY2024/9M"),
        ("results", "--agency", "XX", "--period", "FY2024/9M"),
        ("write-report", "--agency", "XX", "--period", "FY2024/9M"),
        ("export", "histories", "--agency", "XX"),
    ],
)
def test_a_new_home_is_made_ready_and_does_not_know_the_agency(
    tmp_path: Path, asked: tuple[str, ...]
) -> None:
    told = thads(tmp_path, *asked)

    assert told.returncode == 2
    assert "XX" in told.stderr
    assert "no such table" not in told.stderr
    assert told.stderr.count("\n") == 1


def test_commands_that_start_together_in_a_new_home_all_succeed(tmp_path: Path) -> None:
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "thads.interfaces.cli", command],
            env=surroundings(tmp_path), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )
        for command in ("migrate", "rebuild", "migrate")
    ]  # fmt: skip

    assert [(one.communicate()[1], one.returncode) for one in started] == [("", 0)] * 3
