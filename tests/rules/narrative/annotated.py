"""Reports with their figures marked: "[3.228 việc|finished|cases]" says what the checker must read.

A mark is [quote|indicator|dimension|of|org|period]; what is left out is the report's own organisation and
period, given in its first line. The invented reports of this folder are correct in every figure.
"""

import re
from dataclasses import dataclass
from pathlib import Path

REPORTS = Path(__file__).parent / "reports"
_MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]]+)\]")
_HEAD = re.compile(r"# org=(?P<org>.+) period=(?P<period>\S+)\n")


@dataclass(frozen=True)
class Expected:
    start: int
    end: int
    quote: str
    indicator: str
    dimension: str | None
    of: str | None
    org: str | None
    period: str | None


@dataclass(frozen=True)
class Annotated:
    name: str
    text: str
    expected: tuple[Expected, ...]


def read_annotated(name: str, written: str) -> Annotated:
    """Take the marks out of a report; places are those in the bare text."""
    head = _HEAD.match(written)
    assert head is not None, name
    whole_year = head["period"].split("/")[0] + "/12M"
    body, text, expected, at = written[head.end() :], "", [], 0
    for mark in _MARK.finditer(body):
        text += body[at : mark.start()]
        indicator, dimension, of, org, period = (mark[2].split("|") + [""] * 5)[:5]
        expected.append(
            Expected(
                len(text), len(text) + len(mark[1]), mark[1], indicator, dimension or None, of or None,
                org or head["org"],
                period or (whole_year if indicator == "target" else head["period"]),
            )
        )  # fmt: skip
        text += mark[1]
        at = mark.end()
    return Annotated(name, text + body[at:], tuple(expected))


def all_reports() -> list[Annotated]:
    return [
        read_annotated(path.stem, path.read_text(encoding="utf-8")) for path in sorted(REPORTS.glob("*.txt"))
    ]
