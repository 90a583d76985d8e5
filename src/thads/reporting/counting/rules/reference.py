"""The reference engine: folds each case in plain Python. Slow, and the definition of right.

Every other engine must give the same marks for every history (property tests).
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from thads.enforcement.cases.rules.facts import CarriedOver, DecisionIssued
from thads.enforcement.cases.rules.state import fold
from thads.foundation.ledger.rules.entries import Entry, effective
from thads.kernel.money import Dong
from thads.reporting.counting.rules.cells import Cell
from thads.reporting.counting.rules.codes import LINES, Line
from thads.reporting.counting.rules.lines import marks_of
from thads.reporting.counting.rules.questions import Question
from thads.reporting.counting.rules.standing import Standing, standing

RowKey = TypeVar("RowKey", bound=Hashable)


@dataclass(frozen=True, slots=True)
class CaseMarks:
    """One case within a question: who holds it, and its place in every line; shares of 0 left out."""

    case_id: str
    number: str
    agency: str
    bailiff: str
    initiation: str
    judgment_kind: str
    origin: str
    members: frozenset[Line]
    shares: Mapping[Line, Dong]


def case_standing(case_id: str, entries: Sequence[Entry], question: Question) -> Standing | None:
    """Return where the case stands in the question, by folding it twice.

    A case taken over from old books is counted from the cut-over day on: in the period that holds that day,
    what it brought in is what it was at its end (TT05/2024 Đ7) [derived].
    """
    since = carried_on(entries, known_at=question.known_at)
    if since is not None and question.as_of < since:
        return None
    before = question.eve if since is None else max(question.eve, since)
    known = effective(entries, as_of=question.as_of, known_at=question.known_at)
    eve = effective(entries, as_of=before, known_at=question.known_at)
    return standing(case_id, _opened_at(known), eve=fold(eve), now=fold(known), question=question)


def carried_on(entries: Sequence[Entry], *, known_at: datetime) -> date | None:
    """Return the cut-over day of a case taken over from old books, None of any other case."""
    known = effective(entries, as_of=date.max, known_at=known_at)
    return max((entry.took_effect for entry in known if entry.kind == CarriedOver.kind), default=None)


def count(histories: Mapping[str, Sequence[Entry]], question: Question) -> Iterator[CaseMarks]:
    """Yield the marks of every case the question knows, from histories by case id."""
    for case_id, entries in histories.items():
        found = case_standing(case_id, entries, question)
        if found is not None:
            yield _marked(found)


def cells(marks: Iterable[CaseMarks]) -> Mapping[Line, Cell]:
    """Gather marks into one cell per line."""
    return cells_by(marks, row_of=lambda case: "").get("", {line: Cell() for line in LINES})


def cells_by(
    marks: Iterable[CaseMarks], *, row_of: Callable[[CaseMarks], RowKey]
) -> Mapping[RowKey, Mapping[Line, Cell]]:
    """Gather marks into one cell per row and line."""
    cases: dict[RowKey, dict[Line, set[str]]] = {}
    shares: dict[RowKey, dict[Line, dict[str, Dong]]] = {}
    for mark in marks:
        row = row_of(mark)
        for line in mark.members:
            cases.setdefault(row, {}).setdefault(line, set()).add(mark.case_id)
        for line, share in mark.shares.items():
            shares.setdefault(row, {}).setdefault(line, {})[mark.case_id] = share
    return {
        row: {
            line: Cell(frozenset(cases.get(row, {}).get(line, ())), shares.get(row, {}).get(line, {}))
            for line in LINES
        }
        for row in {**cases, **shares}
    }


def _opened_at(entries: Sequence[Entry]) -> str:
    """The agency that opened the case: facts keep the agency of their time."""
    opened = [entry.agency for entry in entries if entry.kind == DecisionIssued.kind]
    return opened[-1] if opened else ""


def _marked(case: Standing) -> CaseMarks:
    marks = marks_of(case)
    return CaseMarks(
        case_id=case.case_id,
        number=case.now.number,
        agency=case.agency,
        bailiff=case.now.bailiff,
        initiation=case.now.initiation,
        judgment_kind=case.now.judgment_kind,
        origin="new" if case.is_new else "carried",
        members=frozenset(line for line, mark in marks.items() if mark.is_member),
        shares={line: mark.share for line, mark in marks.items() if mark.share},
    )
