"""Whatever goes wrong, the command line answers with a sentence, never with a traceback."""

from pathlib import Path

import pytest

from thads.interfaces import cli
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
