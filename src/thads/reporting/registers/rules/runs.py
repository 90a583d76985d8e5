"""A register as run: its layout, span, lines, and what was added up; and how it differs from its closing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from json import dumps
from typing import Any
from uuid import UUID

from thads.enforcement.cases.rules.pages import IncomingRow
from thads.enforcement.cases.rules.registered import RegisteredCase, RegisteredJudgment, RegisteredRequest
from thads.kernel.money import Dong
from thads.kernel.text import write_date, write_dong
from thads.law import LAW
from thads.law.registers import RegisterLayout
from thads.reporting.registers.rules.columns import COLUMNS
from thads.reporting.registers.rules.lines import Cell, Listed, RegisterLine, numbered_and_dated


@dataclass(frozen=True, slots=True)
class RegisterRun:
    """A register of an agency over a span, both days included, as known at an instant; money in đồng."""

    layout: RegisterLayout
    agency: str
    agency_name: str
    first: date
    last: date
    known_at: datetime
    lines: Sequence[RegisterLine]

    @property
    def total(self) -> Dong:
        """The sum of the money column; 0 for a register without one."""
        if not self.layout.money:
            return 0
        return sum(cell for line in self.lines if isinstance(cell := line.cells[self.layout.money], int))

    @property
    def fingerprint(self) -> str:
        """A digest of all lines: the same register always has the same."""
        told = dumps(written_lines(self.lines), ensure_ascii=False, sort_keys=True)
        return sha256(told.encode()).hexdigest()


def written_lines(lines: Iterable[RegisterLine]) -> list[dict[str, Any]]:
    """Return lines as JSON keeps them; a day is `{"day": "2024-06-30"}`, so that it is read back as one."""
    return [
        {
            "key": line.key,
            "case": str(line.case_id) if line.case_id else None,
            "judgment": str(line.judgment_id) if line.judgment_id else None,
            "cells": {name: _written(cell) for name, cell in line.cells.items()},
        }
        for line in lines
    ]


def read_lines(written: Iterable[Mapping[str, Any]]) -> Sequence[RegisterLine]:
    """Return lines as they were written."""
    return [
        RegisterLine(
            line["key"],
            {name: _read(cell) for name, cell in line["cells"].items()},
            case_id=UUID(line["case"]) if line["case"] else None,
            judgment_id=UUID(line["judgment"]) if line["judgment"] else None,
        )
        for line in written
    ]


def _written(cell: Cell) -> Any:
    return {"day": cell.isoformat()} if isinstance(cell, date) else cell


def _read(written: Any) -> Cell:
    return date.fromisoformat(written["day"]) if isinstance(written, dict) else written


def fact_lines(
    layout: RegisterLayout,
    cases: Iterable[RegisteredCase],
    *,
    first: date,
    last: date,
    names: Mapping[str, str],
    addressee: str = "",
) -> Sequence[RegisterLine]:
    """Return the lines of a register of facts or decisions, by the day of the fact, then by its number; only
    those that go to an addressee when one is named.
    """
    kinds = frozenset(layout.kinds or ("cases.decision_issued",))
    found = [one for case in cases for one in _listed(case, kinds, first, last, names)]
    if addressee:
        found = [one for one in found if getattr(one.fact, "to_agency", "") == addressee]
    found.sort(key=lambda one: (one.on, _number_key(one.line.order_no), one.case.opening.number, one.seq))
    return _numbered(_line(layout, one) for one in found)


def _listed(
    case: RegisteredCase, kinds: frozenset[str], first: date, last: date, names: Mapping[str, str]
) -> Iterator[Listed]:
    state = case.state(on=last)
    for place in case.listed(kinds, first, last):
        yield Listed(case, place, last, names, state)


def _number_key(number: str) -> tuple[int, str]:
    """Sort “9/QĐ” before “10/QĐ”."""
    digits = number.partition("/")[0]
    return (int(digits), number) if digits.isdecimal() else (0, number)


def _line(layout: RegisterLayout, one: Listed) -> RegisterLine:
    cells = {column.key: COLUMNS[column.key](one) for column in layout.columns if column.key != "stt"}
    return RegisterLine(f"{one.case.case_id}/{one.seq}", cells, case_id=one.case.case_id)


def judgment_lines(rows: Sequence[RegisteredJudgment]) -> Sequence[RegisterLine]:
    """Return the lines of register 01."""
    return [
        RegisterLine(
            str(row.judgment_id),
            {
                "stt": row.register_no, "received_on": row.received_on,
                "form_of_receipt": row.form_of_receipt,
                "judgment": numbered_and_dated(row.number, row.issued_on), "court": row.court,
                "parties": row.parties, "papers": row.papers, "outcome": row.outcome,
            },
            judgment_id=row.judgment_id,
        )
        for row in rows
    ]  # fmt: skip


def request_lines(rows: Sequence[RegisteredRequest]) -> Sequence[RegisterLine]:
    """Return the lines of register 02."""
    return [
        RegisterLine(
            str(row.request_id),
            {
                "stt": row.register_no, "received_on": row.received_on, "requested_on": row.requested_on,
                "channel": row.channel, "requester": row.requester, "parties": row.parties,
                "judgment": row.judgment, "duties": row.duties, "property": row.property,
                "outcome": row.outcome, "note": "",
            },
        )
        for row in rows
    ]  # fmt: skip


def incoming_register_lines(rows: Sequence[IncomingRow]) -> Sequence[RegisterLine]:
    """Return the lines of register 06."""
    return [
        RegisterLine(
            str(row.incoming_id),
            {
                "stt": row.register_no, "received_on": row.received_on,
                "order": numbered_and_dated(row.order_no, row.sent_on), "sender": row.from_name,
                "judgment": _judgment_words(row), "debtor": row.debtor, "creditor": row.creditor,
                "duties": "; ".join(
                    f"{LAW.label(duty.kind)} {write_dong(duty.amount) if duty.amount else ''}".strip()
                    for duty in row.duties
                ),
                "amount": row.amount, "outcome": row.case_number, "note": "",
            },
            case_id=row.case_id,
        )
        for row in rows
    ]  # fmt: skip


def _judgment_words(row: IncomingRow) -> str:
    day = f" ngày {write_date(row.judgment_on)}" if row.judgment_on else ""
    return f"{row.judgment_no}{day}, {row.court}".strip(", ")


def _numbered(lines: Iterable[RegisterLine]) -> Sequence[RegisterLine]:
    return [
        replace(line, cells={"stt": no, **line.cells}) for no, line in enumerate(lines, start=1)
    ]  # fmt: skip


def compared(now: RegisterRun, closed: RegisterRun, *, closed_on: date) -> RegisterRun:
    """Return the register of today with the note that the law wants where it differs from its closing:
    “đã sửa đổi, bổ sung ngày…” (T04 Đ30.4).
    """
    before = {line.key: line for line in closed.lines}
    lines = [_compared(line, before.get(line.key), now, closed_on) for line in now.lines]
    kept = {line.key for line in now.lines}
    gone = [
        replace(line, changed=f"đã hủy sau khi kết sổ ngày {write_date(closed_on)}")
        for line in closed.lines
        if line.key not in kept
    ]
    return replace(now, lines=[*lines, *gone])


def _compared(
    line: RegisterLine, before: RegisterLine | None, now: RegisterRun, closed_on: date
) -> RegisterLine:
    if before is None:
        return replace(line, changed=f"ghi bổ sung sau khi kết sổ ngày {write_date(closed_on)}")
    differs = {name for name, cell in line.cells.items() if name != "stt" and before.cells.get(name) != cell}
    if not differs:
        return line
    return replace(
        line, changed=f"đã sửa đổi, bổ sung sau khi kết sổ ngày {write_date(closed_on)}",
        before={name: before.cells.get(name) for name in sorted(differs)},
    )  # fmt: skip
