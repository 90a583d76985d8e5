"""What the counting room answers: marks, figures by row, cases of a cell, and where one case stands.

Every question is narrowed to the agencies in the viewer's sight; `known_at` defaults to the viewer's instant.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import ibis

from thads.enforcement.cases.rules.histories import SUBJECT
from thads.enforcement.cases.rules.numbers import NumberKey, number_key
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import queries as ledger
from thads.foundation.ledger.rules.entries import Entry
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.rules.agencies import successor_of
from thads.kernel.money import Dong
from thads.kernel.periods import Period
from thads.kernel.refusals import Refusal
from thads.reporting.counting import engine
from thads.reporting.counting.kept import Build
from thads.reporting.counting.rules import reference
from thads.reporting.counting.rules.cells import Figure
from thads.reporting.counting.rules.codes import LINES, Line
from thads.reporting.counting.rules.explain import LineReason, explained
from thads.reporting.counting.rules.questions import Question
from thads.reporting.counting.store import current_store


class Engine(StrEnum):
    """Who counts: ibis on DuckDB, or the plain definition of right."""

    FAST = "fast"
    REFERENCE = "reference"


class Field(StrEnum):
    """What rows may be told apart by."""

    AGENCY = "agency"
    BAILIFF = "bailiff"
    INITIATION = "initiation"
    JUDGMENT_KIND = "judgment_kind"
    KIND = "kind"
    ORIGIN = "origin"


CARRIED = "carried"
"""The origin of a case that was open on the eve of the period; any other is new."""


Figures = Mapping[Line, Figure]


@dataclass(frozen=True, slots=True)
class CaseRef:
    """A case behind a cell: its number and id, who holds it, whether it is a member, the đồng it gives."""

    case_id: UUID
    number: str
    agency: str
    bailiff: str
    is_member: bool
    amount: Dong


@dataclass(frozen=True, slots=True)
class Transfer:
    """Cases delegated from one agency to another in a period: sent by the one, taken in by the other."""

    sender: str
    receiver: str
    sent: int
    received: int


def question(
    viewer: Viewer, *, period: Period, as_of: date | None = None, known_at: datetime | None = None
) -> Question:
    """Return the question of a period as the viewer asks it: as of its end, as known now, unless told."""
    return Question.of(period, known_at=known_at or viewer.at, as_of=as_of)


def figures(
    viewer: Viewer, asked: Question, *, by: Sequence[Field], using: Engine = Engine.FAST
) -> Mapping[tuple[str, ...], Figures]:
    """Return the figures of every line for each group of the viewer's cases; keys in the order of `by`.

    The agency is always the first of each key. With `Field.KIND` every kind of obligation is counted apart.
    """
    fields = [Field.AGENCY, *(field for field in by if field is not Field.AGENCY)]
    if using is Engine.REFERENCE:
        return _figures_by_reference(viewer, asked, fields)
    found = current_store().remembered(
        asked,
        lambda marks: engine.figures(marks, fields),
        name=("figures", *fields),
        shape=lambda rows: {tuple(str(row[field]) for field in fields): _figures_of(row) for row in rows},
        per_kind=Field.KIND in fields,
    )
    seen = _codes_in_sight(viewer)
    return {key: cells for key, cells in found.items() if key[0] in seen}


def cases_behind(
    viewer: Viewer,
    asked: Question,
    *,
    line: Line,
    where: Mapping[Field, frozenset[str]],
    using: Engine = Engine.FAST,
) -> Sequence[CaseRef]:
    """Return the cases that are members of a line or give đồng to it, by number; `where` narrows them."""
    if using is Engine.REFERENCE:
        return _behind_by_reference(viewer, asked, line, where)

    rows = current_store().in_order_of_numbers(
        asked, _behind(viewer, line, where), name=_name_of("cases", viewer, line, where)
    )
    return [_case_ref(row) for row in rows]


def page_behind(
    viewer: Viewer,
    asked: Question,
    *,
    line: Line,
    where: Mapping[Field, frozenset[str]],
    members_only: bool,
    start: int,
    length: int,
) -> tuple[int, Sequence[CaseRef]]:
    """Return how many cases `cases_behind` gives, and so many of them from a place on (the first is 0).

    With `members_only` those that only give đồng are left out.
    """
    behind = _behind(viewer, line, where, members_only=members_only)
    of_whom = "members" if members_only else "cases"
    store = current_store()
    total = store.remembered(
        asked,
        lambda marks: behind(marks).aggregate(cases=ibis._.count()),
        name=_name_of(f"number of {of_whom}", viewer, line, where),
        shape=lambda rows: int(str(rows[0]["cases"])),
    )
    rows = store.in_order_of_numbers(
        asked, behind, name=_name_of(of_whom, viewer, line, where), part=(start, length)
    )
    return total, [_case_ref(row) for row in rows]


def _behind(
    viewer: Viewer, line: Line, where: Mapping[Field, frozenset[str]], *, members_only: bool = False
) -> Build:
    """Return what picks the cases of a line out of the marks, narrowed and within the viewer's sight."""

    def behind(marks: ibis.Table) -> ibis.Table:
        kept = engine.contributing(_in_sight(viewer, marks), line)
        if members_only:
            kept = kept.filter(kept[f"in_{line}"])
        for field, values in where.items():
            kept = kept.filter(kept[field].isin(sorted(values)))
        return kept.select(
            "case_id", "number", "agency", "bailiff", is_member=kept[f"in_{line}"], amount=kept[f"a_{line}"]
        )

    return behind


def _name_of(what: str, viewer: Viewer, line: Line, where: Mapping[Field, frozenset[str]]) -> Hashable:
    narrowed = tuple(sorted((field, tuple(sorted(values))) for field, values in where.items()))
    return what, line, narrowed, _codes_in_sight(viewer)


def counted_agencies(viewer: Viewer) -> Sequence[str]:
    """Return the agencies in sight that ever opened a case; who follows an agency sees its cases."""
    return sorted(_codes_in_sight(viewer))


def carry_over(
    viewer: Viewer, asked: Question, agencies: frozenset[str], *, using: Engine = Engine.FAST
) -> tuple[Figure, Figure]:
    """Return what the agencies carried into the period, and what was left over at the end of the year before.

    Both with the separate ledger, so that a move into it or back does not matter: the two must be equal.
    """
    before = Question(Period(asked.period.year - 1, 12), asked.eve, asked.known_at, asked.kinds)
    by = [Field.AGENCY, Field.ORIGIN]
    carried = [
        found[line]
        for (agency, origin), found in figures(viewer, asked, by=by, using=using).items()
        if agency in agencies and origin == CARRIED
        for line in (Line.C2, Line.M1)
    ]
    left_over = [
        found[line]
        for (agency,), found in figures(viewer, before, by=[Field.AGENCY], using=using).items()
        if agency in agencies
        for line in (Line.C17, Line.M1)
    ]
    return sum(carried, Figure()), sum(left_over, Figure())


def transfers(
    viewer: Viewer, asked: Question, agencies: frozenset[str], *, using: Engine = Engine.FAST
) -> Sequence[Transfer]:
    """Return for each pair of these agencies how many cases one delegated and the other took in.

    The reference engine has no part in it: nothing is counted here, only compared.
    """
    if using is Engine.REFERENCE or len(agencies) < 2:
        return ()
    both = agencies & _codes_in_sight(viewer)
    store = current_store()
    sent = store.remembered(asked, engine.sent_elsewhere, name="sent", shape=_by_pair)
    received = store.remembered(asked, engine.taken_in, name="received", shape=_by_pair)
    return [
        Transfer(*pair, sent.get(pair, 0), received.get(pair, 0))
        for pair in sorted({**sent, **received})
        if both.issuperset(pair)
    ]


def caught_up(viewer: Viewer) -> int:
    """Take in what the ledger has grown, as every question does by itself; return the position reached.

    Worth calling after a large import: the next process then finds the spans on disk.
    """
    return current_store().catch_up()


def rebuilt_spans(viewer: Viewer) -> int:
    """Build the spans again from the first fact and return the position reached.

    No door: nothing is written that the ledger does not say, and a door would hold the database meanwhile.
    """
    return current_store().rebuild()


def case_standing(viewer: Viewer, case_id: UUID, asked: Question) -> Sequence[LineReason]:
    """Return for every line whether the case stands in it, its đồng, and why; refuse a case out of sight."""
    entries = ledger.entries_of(SUBJECT, case_id)
    if not _codes_in_sight(viewer).intersection(entry.agency for entry in entries):
        raise Refusal("access.not_in_sight", name=viewer.name)
    return explained(str(case_id), entries, asked)


def _in_sight(viewer: Viewer, marks: ibis.Table) -> ibis.Table:
    return marks.filter(marks.agency.isin(sorted(_codes_in_sight(viewer))))


def _codes_in_sight(viewer: Viewer) -> frozenset[str]:
    """The recorded agencies whose cases the viewer sees: those in sight, and those they follow."""
    edges = organisation.successions()
    return frozenset(
        code
        for code in current_store().agencies()
        if viewer.sees(code) or viewer.sees(successor_of(code, edges, on=viewer.on))
    )


# ---------------------------------------------------------------- by the reference engine


def _histories() -> Mapping[str, Sequence[Entry]]:
    histories: dict[str, list[Entry]] = {}
    for entry in ledger.entries_after(0, subject_kind=SUBJECT):
        histories.setdefault(str(entry.subject_id), []).append(entry)
    return histories


def _counted(viewer: Viewer, asked: Question) -> Iterable[reference.CaseMarks]:
    seen = _codes_in_sight(viewer)
    for mark in reference.count(_histories(), asked):
        if mark.agency in seen:
            yield mark


def _figures_by_reference(
    viewer: Viewer, asked: Question, fields: Sequence[Field]
) -> Mapping[tuple[str, ...], Figures]:
    found: dict[tuple[str, ...], Figures] = {}
    for kind, narrowed in _per_kind(asked) if Field.KIND in fields else [("", asked)]:
        rows = reference.cells_by(
            _counted(viewer, narrowed),
            row_of=lambda mark, kind=kind: tuple(  # type: ignore[misc]
                kind if field is Field.KIND else getattr(mark, field) for field in fields
            ),
        )
        found |= {row: {line: cell.figure for line, cell in cells.items()} for row, cells in rows.items()}
    return found


def _per_kind(asked: Question) -> Iterable[tuple[str, Question]]:
    return [(str(kind), asked.of_kinds(frozenset({kind}))) for kind in sorted(asked.kinds)]


def _behind_by_reference(
    viewer: Viewer, asked: Question, line: Line, where: Mapping[Field, frozenset[str]]
) -> Sequence[CaseRef]:
    return sorted(
        (
            CaseRef(
                UUID(mark.case_id), mark.number, mark.agency, mark.bailiff, line in mark.members,
                mark.shares.get(line, 0),
            )
            for mark in _counted(viewer, asked)
            if (line in mark.members or mark.shares.get(line, 0))
            and all(getattr(mark, field) in values for field, values in where.items())
        ),
        key=_by_number,
    )  # fmt: skip


def _by_number(case: CaseRef) -> tuple[NumberKey, str]:
    return number_key(case.number), str(case.case_id)


def _by_pair(rows: Iterable[Mapping[str, object]]) -> Mapping[tuple[str, str], int]:
    return {(str(row["sender"]), str(row["receiver"])): int(str(row["cases"])) for row in rows}


def _figures_of(row: Mapping[str, object]) -> Figures:
    return {line: Figure(int(str(row[f"n_{line}"])), int(str(row[f"s_{line}"]))) for line in LINES}


def _case_ref(row: Mapping[str, object]) -> CaseRef:
    return CaseRef(
        UUID(str(row["case_id"])), str(row["number"]), str(row["agency"]), str(row["bailiff"]),
        bool(row["is_member"]), int(str(row["amount"])),
    )  # fmt: skip
