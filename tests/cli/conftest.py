"""The demonstration as a newcomer gets it: one home for all tests of a session."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

Thads = Callable[..., str]


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the demonstration of the usual seed."""
    home = tmp_path_factory.mktemp("demo")
    told = run(home, "demo")
    assert "thads-demo-2024" in told
    return home


@pytest.fixture(scope="session")
def thads(demo_home: Path) -> Thads:
    """Run a command on the demonstration and return what it prints; other exit codes by `code=`.

    Nothing changes there, so the same question is asked once.
    """

    @cache
    def said(*arguments: str, code: int = 0) -> str:
        return run(demo_home, *arguments, code=code)

    return said


@pytest.fixture(scope="session")
def board(thads: Thads) -> dict[str, Any]:
    """The province's results of the nine months of 2024."""
    return json.loads(thads("results", "--agency", "TQ", "--period", "FY2024/9M", "--json"))


@pytest.fixture
def in_home(tmp_path: Path) -> Thads:
    """Run a command in an empty home of its own; upper-case names are settings."""
    return partial(run, tmp_path)


def run(home: Path, *arguments: str, code: int = 0, **more: str) -> str:
    """Run `thads` in a process of its own, as a person does."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("THADS_", "DJANGO_"))}
    done = subprocess.run(
        [sys.executable, "-m", "thads.interfaces.cli", *arguments],
        env=kept | {"THADS_HOME": str(home)} | more, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == code, done.stderr + done.stdout
    return done.stdout if code == 0 else done.stdout + done.stderr
