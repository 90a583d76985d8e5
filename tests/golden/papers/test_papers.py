"""Every paper of every kind, filled with the samples of its fields, is word for word the text kept here.

A change of a master, a field or a filter shows as a difference of wording that a lawyer can read.
THADS_GOLDEN=1 writes the texts anew; look at the difference before it is committed.
"""

import os
from difflib import unified_diff
from pathlib import Path

import pytest

from thads.enforcement.documents.rules.papers import PaperKind, paper_kinds
from thads.enforcement.documents.rules.rendering import plain_text, rendered
from thads.enforcement.documents.shipped import shipped_master

HERE = Path(__file__).parent
RENEW = os.environ.get("THADS_GOLDEN") == "1"
PAPERS = [
    pytest.param(kind, variant.code, id=f"{kind.code}-{variant.code}")
    for kind in paper_kinds()
    for variant in kind.variants
]


@pytest.mark.parametrize(("kind", "variant"), PAPERS)
def test_a_paper_of_samples_reads_as_kept(kind: PaperKind, variant: str) -> None:
    master = shipped_master(kind.code, variant)
    written = plain_text(rendered(master, kind.context(kind.sample()), paper=kind.title))
    kept = HERE / kind.code / f"{variant}.txt"
    if RENEW:
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(written, encoding="utf-8")

    expected = kept.read_text(encoding="utf-8") if kept.exists() else ""

    assert written == expected, "\n".join(
        unified_diff(expected.splitlines(), written.splitlines(), "kept", "written", lineterm="")
    )


@pytest.mark.parametrize(("kind", "variant"), PAPERS)
def test_a_paper_without_what_is_optional_still_reads(kind: PaperKind, variant: str) -> None:
    needed = {
        one.name: value
        for one, value in zip(kind.all_fields, kind.sample().values(), strict=True)
        if not one.optional
    }

    lines = rendered(shipped_master(kind.code, variant), kind.context(needed), paper=kind.title)

    assert all(line.cells for line in lines)


def test_no_kept_text_outlives_its_paper() -> None:
    known = {(kind.code, f"{variant.code}.txt") for kind in paper_kinds() for variant in kind.variants}

    assert {(path.parent.name, path.name) for path in HERE.glob("*/*.txt")} <= known
