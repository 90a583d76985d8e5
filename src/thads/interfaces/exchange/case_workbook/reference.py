# ruff: noqa: E501  (the text of a manual)
"""docs/reference/case-workbook.md, written from the columns and the checks."""

from thads.interfaces.exchange.case_workbook.columns import COLUMNS, SHEET, Column
from thads.interfaces.exchange.checks import CHECKS

HEAD = f"""# The case workbook

An office brings its running cases in by Excel: `thads export template` writes the empty workbook, `thads import
FILE.xlsx --agency CODE` takes the filled one in.

- The sheet is called “{SHEET}”; headings stand in row 3, the first case in row 4. One row is one **obligation**
  (khoản); rows with the same decision number are one **case** (việc), and say the same of the decision.
- A workbook tells where a case stands, not how it came there. The facts written are the fewest lawful ones that
  lead there, each on the day given in the workbook, all recorded at the instant of the import.
- Everything is checked first. With one fault nothing is imported: the same workbook comes back, faulty cells red
  with the sentence as a comment, and a first sheet that lists them. Correct it and send it in again.
- Figures are whole đồng; `1.000.000` typed as text is read. Days are day before month, also typed as text.
- Not accepted: `.xls`, passwords, macros, more than 20 MB, formulas without a computed value, merged cells.

## Columns

| Column | Key | Required | Of | Holds | Meaning |
| --- | --- | --- | --- | --- | --- |
"""


def case_workbook_reference() -> str:
    """Return the reference of the workbook in Markdown."""
    checks = "".join(f"| `{check.__name__}` | {_purpose(check.__module__)} |\n" for check in CHECKS)
    rows = "".join(_row(column) for column in COLUMNS)
    return f"{HEAD}{rows}\n## Checks\n\n| Check | What must hold |\n| --- | --- |\n{checks}"


def _row(column: Column) -> str:
    holds = ", ".join(column.choices) if column.choices else column.kind.value
    required = "yes" if column.required else "no"
    of = "case" if column.of_case else "obligation"
    return f"| {column.heading} | `{column.key}` | {required} | {of} | {holds} | {column.note} |\n"


def _purpose(module: str) -> str:
    import sys

    return " ".join((sys.modules[module].__doc__ or "").split())
