"""Reads the tables of the counting specification: facts in, cases and đồng of each line out.

A row is a fact: case, fact, the day it took effect, the day it was recorded (the same day when empty), and
details as `name=value` words. `duties=1000 contract, 200 court_fee` opens obligations 1, 2 …;
`parts=1:40 2` touches 40 đồng of obligation 1 and all of 2; `cancels=3` takes back the third row.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID, uuid5

from thads.foundation.ledger.rules.entries import CANCELLATION, Entry
from thads.kernel.periods import Period
from thads.reporting.counting.rules.questions import Question

SPACE = UUID(int=3)
HEAD = ("case", "fact", "took effect", "recorded", "details")


@dataclass(frozen=True)
class Row:
    """One line of a table of facts."""

    case: str
    fact: str
    took_effect: date
    recorded: date
    details: Mapping[str, str]


@dataclass(frozen=True)
class Example:
    """Facts, a question, and what each line must hold: case numbers, and đồng where they are told."""

    facts: str
    period: str
    as_of: str = ""
    known_at: str = ""
    cases: Mapping[str, set[str]] = field(default_factory=dict)
    dong: Mapping[str, int] = field(default_factory=dict)

    @property
    def question(self) -> Question:
        """The question, as known long after unless told; a day of knowledge means its end."""
        period = Period.parse(self.period)
        known = date.fromisoformat(self.known_at) if self.known_at else date(2100, 1, 1)
        as_of = date.fromisoformat(self.as_of) if self.as_of else None
        return Question.of(period, known_at=datetime.combine(known, time.max, tzinfo=UTC), as_of=as_of)


def rows(table: str) -> Sequence[Row]:
    """Read a table of facts; a wrong heading is an error."""
    lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    heading, *body = lines
    assert tuple(heading) == HEAD, f"the columns are {' | '.join(HEAD)}"
    return [_row(*cells) for cells in body]


def _row(case: str, fact: str, took_effect: str, recorded: str, details: str) -> Row:
    on = date.fromisoformat(took_effect)
    learned = date.fromisoformat(recorded) if recorded else on
    pairs = (detail.split("=", 1) for detail in details.split("; ") if detail)
    return Row(case, fact, on, learned, dict(pairs))


def histories(table: str) -> Mapping[str, Sequence[Entry]]:
    """Return the entries of every case of a table by case id."""
    found: dict[str, list[Entry]] = {}
    for number, row in enumerate(rows(table), start=1):
        case_id = uuid5(SPACE, row.case)
        history = found.setdefault(str(case_id), [])
        cancels = int(row.details["cancels"]) if "cancels" in row.details else None
        kind = CANCELLATION if cancels else f"cases.{row.fact}"
        recorded_at = datetime.combine(row.recorded, time(3), tzinfo=UTC)
        history.append(
            Entry(
                number, "case", case_id, len(history) + 1, kind, row.took_effect, recorded_at, "TQ.CH",
                "clerk", "", {} if cancels else _payload(row), cancels,
            )
        )  # fmt: skip
    return found


def _payload(row: Row) -> dict[str, Any]:
    payload: dict[str, Any] = dict(row.details)
    if row.fact == "decision_issued":
        payload = {"number": row.case, "initiation": "on_request", "judgment_kind": "civil", **payload}
        payload["duties"] = [
            _duty(no, duty) for no, duty in enumerate(payload["duties"].split(", "), start=1)
        ]
    if "parts" in payload:
        payload["parts"] = [_part(part) for part in payload["parts"].split()]
    return payload


def _duty(no: int, written: str) -> dict[str, Any]:
    amount, kind = written.split()
    return {"no": no, "kind": kind, "amount": int(amount)}


def _part(written: str) -> dict[str, int]:
    no, _, amount = written.partition(":")
    return {"no": int(no), "amount": int(amount)} if amount else {"no": int(no)}
