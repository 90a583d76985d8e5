"""The generated pages: docs/glossary.md and docs/reference, written from code and law.

    python tools/reference_pages.py          write them
    python tools/reference_pages.py --check  say which are stale

A test compares them, so that a reader never meets a page older than the program.
"""

import json
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thads.config.test_settings")

import django  # noqa: E402

django.setup()

from command_pages import commands  # noqa: E402
from law_pages import DERIVED_MEANS, MADE, mark, table  # noqa: E402
from law_pages import PAGES as LAW_PAGES  # noqa: E402

from thads.enforcement.cases.rules.facts import KINDS, BailiffAssigned  # noqa: E402
from thads.enforcement.cases.rules.moves import MOVES, Move  # noqa: E402
from thads.enforcement.cases.rules.vocabulary import ObligationStatus  # noqa: E402
from thads.interfaces.exchange.case_workbook.reference import case_workbook_reference  # noqa: E402
from thads.interfaces.exchange.histories.reference import histories_reference  # noqa: E402
from thads.law import LAW  # noqa: E402


def glossary() -> str:
    """Return the dictionary of the house."""
    rows = (
        (f"`{'`, `'.join(term.identifiers)}`", term.vi, term.en, term.definition, term.basis)
        for term in LAW.glossary.terms
    )
    headings = ("in code", "tiếng Việt", "English", "meaning", "basis")
    return f"{MADE}# Glossary\n\n" + table(headings, rows)


def life_cycle() -> str:
    """Return the lawful steps of an obligation, as a table and a picture."""
    rows = (
        (
            f"`{move.fact.kind}`",
            LAW.label("FactKind", move.fact.kind),
            ", ".join(LAW.label(status) for status in ObligationStatus if status in move.touches),
            LAW.label(move.to) if move.to else "(giữ nguyên)",
            move.r2008,
            move.r2025,
        )
        for move in MOVES.values()
    )
    headings = ("fact", "việc làm", "từ", "đến", "Luật 2008", "Luật 2025 (từ 01/7/2026)")
    picture = f"\n```mermaid\nstateDiagram-v2\n{arrows()}```\n"
    heading = (
        "# Life cycle of an obligation\n\nStatus lives on the obligation; a case's status is derived.\n\n"
    )
    return MADE + heading + table(headings, rows) + picture


def arrows() -> str:
    lines = [f'    state "{LAW.label(status)}" as {status}' for status in ObligationStatus]
    lines += ["    [*] --> decided"]
    lines += [
        f"    {status} --> {move.to}" for move in MOVES.values() for status in in_order(move) if move.to
    ]
    lines += [f"    {status} --> [*]" for status in ObligationStatus if not status.is_open]
    return "\n".join(lines) + "\n"


def in_order(move: Move) -> list[ObligationStatus]:
    """Return the statuses that the step really leaves; a change of bailiff moves only what had none."""
    if move.fact is BailiffAssigned:
        return [ObligationStatus.DECIDED]
    return [status for status in ObligationStatus if status in move.touches and status is not move.to]


def facts() -> str:
    """Return the kinds of legal facts with what each takes as its day."""
    rows = (
        (
            f"`{kind.removeprefix('cases.')}`",
            LAW.label("FactKind", kind),
            " ".join((fact.__doc__ or "").split()),
        )
        for kind, fact in KINDS.items()
    )
    return f"{MADE}# Legal facts\n\n" + table(
        ("fact", "tiếng Việt", "what it is, its day, its article"), rows
    )


def forms() -> str:
    """Return the statutory forms: columns, formulas, identities."""
    parts = [f"{MADE}# Statutory forms\n\n{DERIVED_MEANS}\n"]
    for code, form in LAW.forms.items():
        columns = (
            (f"`{c.code}`", c.number, " / ".join((*c.under, c.vi)), c.evidence + mark(c.certainty))
            for c in form.columns
        )
        identities = ((i.code, i.vi, i.basis + mark(i.certainty)) for i in form.identities)
        parts.append(
            f"\n## {code}\n\n{form.vi}.\n\n" + table(("code", "column", "heading", "evidence"), columns)
        )
        parts.append("\n" + table(("identity", "says", "basis"), identities))
    return "".join(parts)


def grounds() -> str:
    """Return the closed lists of grounds with the points of both laws."""
    parts = [f"{MADE}# Grounds\n\n{DERIVED_MEANS}\n"]
    for kind, listed in LAW.ground_lists.items():
        old, new = (
            {ground.code: ground for ground in LAW.grounds(kind, on=day)}
            for day in (date(2026, 6, 30), date(2026, 7, 1))
        )
        rows = (
            (f"`{code}`", (new.get(code) or old[code]).vi, basis_of(old.get(code)), basis_of(new.get(code)))
            for code in dict.fromkeys((*old, *new))
        )
        parts.append(
            f"\n## `{kind}`: {listed.vi}\n\n" + table(("code", "căn cứ", "30/6/2026", "01/7/2026"), rows)
        )
    return "".join(parts)


def basis_of(ground: object) -> str:
    return f"{ground.basis}{mark(ground.certainty)}" if ground else ""


def openapi() -> str:
    """Return the schema of the REST interface."""
    from thads.interfaces.api.urls import api

    return json.dumps(api.get_openapi_schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "docs/glossary.md": glossary,
    **LAW_PAGES,
    "docs/reference/grounds.md": grounds,
    "docs/reference/life-cycle.md": life_cycle,
    "docs/reference/facts.md": facts,
    "docs/reference/forms.md": forms,
    "docs/reference/histories-file.md": histories_reference,
    "docs/reference/case-workbook.md": case_workbook_reference,
    "docs/reference/openapi.json": openapi,
    "docs/reference/commands.md": commands,
}


def stale() -> list[str]:
    """Return the pages that are missing or differ from what would be written now."""
    return [
        name
        for name, write in PAGES.items()
        if not (ROOT / name).exists() or (ROOT / name).read_text() != write()
    ]


def main() -> int:
    if "--check" in sys.argv:
        print("\n".join(f"stale, run `make docs`: {name}" for name in stale()))
        return int(bool(stale()))
    for name, write in PAGES.items():
        (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / name).write_text(write(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
