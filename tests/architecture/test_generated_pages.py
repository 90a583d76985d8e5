"""No page made from code and law is older than they are."""

import runpy

from architecture.source import ROOT


def test_generated_pages_are_current() -> None:
    stale = runpy.run_path(str(ROOT / "tools" / "reference_pages.py"))["stale"]()

    assert not stale, "run `make docs`"
