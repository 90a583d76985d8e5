"""Writes docs/reference/counting.md from the counting rules and the examples in tests/spec.

    python tools/build_counting_docs.py          write the page
    python tools/build_counting_docs.py --check  fail when the page is older than its sources

The examples are the tests: an officer can check them without reading a program.
"""

import importlib.util
import inspect
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from spec.tables import HEAD, Example, Row, rows  # noqa: E402
from thads.law import Certainty  # noqa: E402
from thads.reporting.counting.rules.codes import LINES  # noqa: E402
from thads.reporting.counting.rules.lines import RULES  # noqa: E402

PAGE = ROOT / "docs" / "reference" / "counting.md"
INTRODUCTION = """<!-- Made by tools/build_counting_docs.py from the counting rules and tests/spec. -->
# How cases are counted

A case (việc) is one enforcement decision. Status lives on the obligation; where the case stands is derived
from its obligations. Every period starts on 1 October and is cumulative. A question has two times: *as of*
(what had taken effect) and *known at* (what had been recorded).

An open case stands in the first line of c11, c13, c12, c16, c15, c14, m1 that any of its open obligations
stands in; a case with nothing open in the first of c9, c10, c5a, c4, c5. The đồng of each obligation go by
its own status, so every identity of the forms also holds in đồng. What is marked *derived* follows from the
working model and waits for the annex of the circular.

## Lines

| line | Vietnamese | rule | basis | certainty |
|---|---|---|---|---|
"""


def page() -> str:
    """Return the whole page."""
    lines = "".join(_line_row(code) for code in LINES)
    examples = "".join(_chapter(module) for module in _modules())
    return f"{INTRODUCTION}{lines}\n{examples}"


def stale() -> bool:
    """Say whether the page on disk differs from what its sources give."""
    return not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page()


def _line_row(code: str) -> str:
    rule = RULES[code]
    told = " ".join((inspect.getdoc(rule.decide) or "").split()) or "By the status of its obligations."
    certainty = "derived" if rule.certainty is Certainty.DERIVED else "stated"
    return f"| {code} | {rule.vi} | {told} | {rule.basis} | {certainty} |\n"


def _modules() -> Iterator[ModuleType]:
    for path in sorted((ROOT / "tests" / "spec").glob("test_[0-9]*.py")):
        found = importlib.util.spec_from_file_location(path.stem, path)
        assert found is not None
        assert found.loader is not None
        module = importlib.util.module_from_spec(found)
        found.loader.exec_module(module)
        yield module


def _chapter(module: ModuleType) -> str:
    tests = [one for name, one in vars(module).items() if name.startswith("test_")]
    return f"## {module.title}\n\n" + "".join(_section(one) for one in tests)


def _section(test: Callable[[Callable[..., None]], None]) -> str:
    told: list[Example] = []
    test(lambda **example: told.append(Example(**example)))
    name = test.__name__.removeprefix("test_").replace("_", " ")
    parts = [f"### {name[0].upper()}{name[1:]}\n\n"]
    for number, example in enumerate(told):
        if number == 0 or example.facts != told[number - 1].facts:
            parts.append(_facts(example))
        parts.append(_expected(example))
    return "".join(parts) + "\n"


def _facts(example: Example) -> str:
    body = "".join(f"| {' | '.join(_cells(row))} |\n" for row in rows(example.facts))
    return f"| {' | '.join(HEAD)} |\n|{'---|' * len(HEAD)}\n{body}\n"


def _cells(row: Row) -> tuple[str, ...]:
    details = "; ".join(f"{name}={value}" for name, value in row.details.items())
    recorded = row.recorded.isoformat() if row.recorded != row.took_effect else ""
    return row.case, row.fact, row.took_effect.isoformat(), recorded, details


def _expected(example: Example) -> str:
    asked = [example.period]
    asked += [f"as of {example.as_of}"] if example.as_of else []
    asked += [f"known at {example.known_at}"] if example.known_at else []
    cases = [f"{line}: {', '.join(sorted(found)) or 'none'}" for line, found in example.cases.items()]
    dong = [f"{line} = {amount}" for line, amount in example.dong.items()]
    told = "; ".join(part for part in (", ".join(asked), *cases) if part)
    return f"- {told}" + (f"; đồng: {', '.join(dong)}" if dong else "") + "\n"


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        sys.exit("docs/reference/counting.md is stale: run `make docs`" if stale() else 0)
    PAGE.write_text(page(), encoding="utf-8")
