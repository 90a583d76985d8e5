"""What the documents say of the tree is so."""

import re
import tomllib
from pathlib import Path

import pytest

from architecture.source import PACKAGE, ROOT

DOCUMENTS = sorted(
    path for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")) if "node_modules" not in path.parts
)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    broken = [
        to for to in LINK.findall(document.read_text(encoding="utf-8")) if not (document.parent / to).exists()
    ]

    assert not broken


@pytest.mark.parametrize("readme", ["README.md", "README.vi.md"])
def test_the_map_of_the_tree_names_every_storey_and_room(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    storeys = [path for path in PACKAGE.iterdir() if path.is_dir() and (path / "__init__.py").exists()]
    rooms = [room for storey in storeys for room in storey.iterdir() if (room / "apps.py").exists()]

    assert not [path.name for path in storeys + rooms if not re.search(rf"\b{path.name}\b", text)]


def test_every_dependency_says_what_it_is_for() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for name in tomllib.loads(text)["project"]["dependencies"]:
        line = next(line for line in text.splitlines() if f'"{name}"' in line)
        assert "#" in line, f"{name} needs a reason"


def test_versions_are_pinned_without_addresses() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]

    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!-]+", pin) for pin in pins)
    assert not list(ROOT.glob("package-lock.json"))
