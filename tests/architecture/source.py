"""Every source file of the package, parsed once, for the tests of this folder."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "thads"


@dataclass(frozen=True)
class SourceFile:
    path: Path

    @property
    def module(self) -> str:
        """Dotted name: "thads.enforcement.cases.actions"; a package is called by its folder."""
        return ".".join(self.path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")

    @property
    def within_room(self) -> str:
        """The part of the name inside the room: "actions", "rules.facts", "" for the room itself."""
        return ".".join(self.module.split(".")[3:])

    @property
    def part(self) -> str:
        """What it is in its room: "rules", "models", "queries", "papers" or "actions"."""
        return self.within_room.split(".")[0]

    @property
    def room(self) -> str:
        return ".".join(self.module.split(".")[:3])

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, filename=str(self.path))

    @property
    def is_pure(self) -> bool:
        return self.module.startswith(("thads.kernel", "thads.law")) or self.part == "rules"

    def public_functions(self) -> Iterator[ast.FunctionDef]:
        for node in self.tree.body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                yield node

    def public_classes(self) -> Iterator[ast.ClassDef]:
        for node in self.tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                yield node


SOURCES = [
    SourceFile(path)
    for path in sorted(PACKAGE.rglob("*.py"))
    if "migrations" not in path.parts and "node_modules" not in path.parts
]


def in_part(part: str) -> list[SourceFile]:
    """Return the files that make up one part of any room: "actions", "queries", "models"."""
    return [source for source in SOURCES if source.part == part]


def dotted(node: ast.expr) -> str:
    """Return "date.today" for the expression date.today, "" for anything that is not a plain dotted name."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        front = dotted(node.value)
        return f"{front}.{node.attr}" if front else ""
    return ""
