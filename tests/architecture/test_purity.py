"""No clock and no float where the law is decided, and no file that cannot be read at one sitting."""

import ast

import pytest

from architecture.source import SOURCES, SourceFile, dotted

LONGEST_FILE = 500  # lines
CLOCKS = {
    "date.today", "datetime.date.today", "datetime.now", "datetime.datetime.now", "datetime.utcnow",
    "datetime.datetime.utcnow", "timezone.now", "timezone.localdate", "time.time", "time.localtime",
}  # fmt: skip
BINARY_FRACTIONS = {"float", "float32", "float64", "FloatField"}

# Places outside the interfaces that must know the hour or handle a binary fraction, with the reason.
MAY_ASK_THE_CLOCK: dict[str, str] = {}
MAY_USE_FLOAT = {
    "thads.law.book": "how alike a mistyped key is to a known one",
}

ids = {"ids": lambda source: source.module}


@pytest.mark.parametrize("source", SOURCES, **ids)
def test_only_interfaces_ask_the_clock(source: SourceFile) -> None:
    if source.module.startswith("thads.interfaces") or source.module in MAY_ASK_THE_CLOCK:
        return

    asked = [
        node.lineno for node in ast.walk(source.tree) if isinstance(node, ast.expr) and dotted(node) in CLOCKS
    ]
    automatic = [
        node.value.lineno for node in ast.walk(source.tree)
        if isinstance(node, ast.keyword) and node.arg in {"auto_now", "auto_now_add"}
    ]  # fmt: skip
    assert not asked + automatic, f"{source.path}: lines {asked + automatic} read the clock; pass the time in"


@pytest.mark.parametrize("source", [s for s in SOURCES if not s.module.startswith("thads.interfaces")], **ids)
def test_no_float_comes_near_money(source: SourceFile) -> None:
    if source.module in MAY_USE_FLOAT:
        return

    found = [
        node.lineno for node in ast.walk(source.tree)
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id in BINARY_FRACTIONS)
        or (isinstance(node, ast.Attribute) and node.attr in BINARY_FRACTIONS)
    ]  # fmt: skip
    assert not found, f"{source.path}: lines {found} use binary fractions; take int đồng, Decimal or Fraction"


@pytest.mark.parametrize("source", SOURCES, **ids)
def test_no_file_is_longer_than_500_lines(source: SourceFile) -> None:
    assert len(source.text.splitlines()) <= LONGEST_FILE
