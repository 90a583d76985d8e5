"""What a case writes at each of its steps, word for word, under both laws: a lawyer can read it.

THADS_GOLDEN=1 writes the texts anew; look at the difference before it is committed.
"""

import os
import re
from difflib import unified_diff
from pathlib import Path

import pytest

from golden.papers.cases.office import Story, papers
from golden.papers.cases.stories import stories

HERE = Path(__file__).parent
RENEW = os.environ.get("THADS_GOLDEN") == "1"
STORIES = stories()
TOLD = [pytest.param(law, name, id=f"{law}-{name}") for law, name in STORIES]


def _written(story: Story) -> str:
    return f"\n{'=' * 100}\n\n".join(text for _ref, text in papers(story))


@pytest.mark.parametrize(("law", "name"), TOLD)
def test_the_papers_of_a_step_read_as_kept(law: str, name: str) -> None:
    written = _written(STORIES[law, name])
    kept = HERE / law / f"{name}.txt"
    if RENEW:
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(written, encoding="utf-8")

    expected = kept.read_text(encoding="utf-8") if kept.exists() else ""

    assert written == expected, "\n".join(
        unified_diff(expected.splitlines(), written.splitlines(), "kept", "written", lineterm="")
    )


HOLES = re.compile(r"None|\S {2,}\S|\(\)|\s[;,.](\s|$)|:\s*[.;]|;\s*;|“”|(của|cho|tại|số)\s*[.;,]")


@pytest.mark.parametrize(("law", "name"), TOLD)
def test_a_paper_has_no_holes(law: str, name: str) -> None:
    paragraphs = _written(STORIES[law, name]).split("\n\n")

    assert [part for part in paragraphs if HOLES.search(part.replace("\n", " "))] == []


OTHER_LAW = {
    "r2008": ("án dân sự năm 2025", "152/2026"),
    "r2008_2025": ("án dân sự năm 2025", "152/2026"),
    "r2025": ("án dân sự năm 2008", "62/2015", "11/2016"),
}


@pytest.mark.parametrize(("law", "name"), TOLD)
def test_a_paper_rests_on_the_law_of_its_day_alone(law: str, name: str) -> None:
    said = " ".join(_written(STORIES[law, name]).split())

    assert [other for other in OTHER_LAW[law] if other in said] == []


def test_no_kept_text_outlives_its_step() -> None:
    assert {(path.parent.name, path.stem) for path in HERE.glob("*/*.txt")} <= set(STORIES)
