"""The generated pages about the law: deadlines, other dated values, signatures, what changed in 2026."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from thads.kernel.text import write_date
from thads.law import LAW, Authority, Certainty, Role, Ruling, SigningRule, Timeline
from thads.law.diff import Side

MADE = "<!-- Made by `make docs` from code and law; change those. -->\n"
DERIVED = " ᵈ"
DERIVED_MEANS = "ᵈ derived: our conclusion, no text says so yet."
EVE, DAY = date(2026, 6, 30), date(2026, 7, 1)


def table(headings: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a Markdown table; bars within cells are escaped."""
    heads = list(headings)
    lines = [heads, ["---"] * len(heads), *([str(cell).replace("|", "\\|") for cell in row] for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def mark(certainty: Certainty) -> str:
    """Return the small mark of what no text says."""
    return DERIVED if certainty is Certainty.DERIVED else ""


def deadlines() -> str:
    """Return every period of the law: what it counts from, its length under both laws, its articles."""
    lines = [line for line in LAW.timelines.values() if line.subject == "deadlines"]
    rows = (
        (f"`{line.key}`", line.vi, LAW.label("CountedFrom", line.counts_from), _on(line, EVE), _on(line, DAY))
        for line in lines
    )
    headings = ("key", "thời hạn", "tính từ", "30/6/2026", "01/7/2026")
    about = "Days (ngày) and working days (ngày làm việc) are different units. — means: no such period.\n"
    return f"{MADE}# Deadlines\n\n{about}{DERIVED_MEANS}\n\n" + table(headings, rows)


def dated_values() -> str:
    """Return every other dated value of the law, all its steps."""
    rows = (
        (f"`{line.key}`", step.vi, LAW.written(step), _days(step.since, step.until), _basis(step))
        for line in sorted(LAW.timelines.values(), key=lambda line: line.key)
        if line.subject != "deadlines"
        for step in line.steps
    )
    headings = ("key", "quy định", "giá trị", "hiệu lực", "basis")
    return f"{MADE}# Other dated values of the law\n\n{DERIVED_MEANS}\n\n" + table(headings, rows)


def signing() -> str:
    """Return who signs, who signs by delegation and who prepares, on the eve of the new law and under it."""
    roles = [role for role in Role if any(_rules(act, role) for act in LAW.signing.acts)]
    headings = ("act", "văn bản, việc làm", *(LAW.label(role) for role in roles))
    rows = (
        (f"`{act}`", of_act.vi, *(_powers(act, role) for role in roles))
        for act, of_act in LAW.signing.acts.items()
    )
    key = "; ".join(f"{one} = {LAW.label(one).lower()}" for one in Authority)
    about = f"{key}. Two letters: up to 30/6/2026 → from 01/7/2026. {DERIVED_MEANS}"
    return f"{MADE}# Who may sign\n\n{about}\n\n" + table(headings, rows)


def changes() -> str:
    """Return what differs between the last day of the old law and the first of the new."""
    rows = (
        (f"`{change.key}`", change.vi, _side(change.before), _side(change.after))
        for change in LAW.diff(EVE, DAY)
    )
    command = "`thads law diff 2026-06-30 2026-07-01` prints the same.\n\n"
    return f"{MADE}# What changed on 01/7/2026\n\n{command}{DERIVED_MEANS}\n\n" + table(
        ("key", "quy định", "30/6/2026", "01/7/2026"), rows
    )


def _on(line: Timeline, day: date) -> str:
    step = line.find(day)
    return "—" if step is None else f"{LAW.written(step)} ({step.basis}){mark(step.certainty)}"


def _basis(step: Ruling) -> str:
    return f"{step.basis}{mark(step.certainty)}" + (f" ({step.note})" if step.note else "")


def _days(since: date, until: date | None) -> str:
    ends = f" đến {write_date(until - timedelta(days=1))}" if until else ""
    return f"từ {write_date(since)}{ends}"


def _rules(act: str, role: Role) -> list[SigningRule]:
    return [rule for day in (EVE, DAY) for rule in LAW.signers(act, on=day) if rule.role is role]


def _powers(act: str, role: Role) -> str:
    old, new = (_power(act, role, day) for day in (EVE, DAY))
    return old if old == new else f"{old or '–'} → {new or '–'}"


def _power(act: str, role: Role, day: date) -> str:
    rules = [rule for rule in LAW.signers(act, on=day) if rule.role is role]
    return "".join(f"{rule.authority}{mark(rule.certainty)}" for rule in rules)


def _side(side: Side | None) -> str:
    return "—" if side is None else f"{side.written} ({side.basis}){mark(side.certainty)}"


PAGES: dict[str, Callable[[], str]] = {
    "docs/reference/deadlines.md": deadlines,
    "docs/reference/dated-values.md": dated_values,
    "docs/reference/signing.md": signing,
    "docs/reference/changes-of-2026.md": changes,
}
