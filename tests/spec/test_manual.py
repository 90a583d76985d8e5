"""The page of the manual is made of these examples and is never older than they are."""

import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_on_counting_is_current() -> None:
    assert not runpy.run_path(str(ROOT / "tools" / "build_counting_docs.py"))["stale"](), "run `make docs`"
