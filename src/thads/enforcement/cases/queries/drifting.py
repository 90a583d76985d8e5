"""Fetch equals fold: whether the rows of cases are what their facts say."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from thads.enforcement.cases.dueing import case_items
from thads.enforcement.cases.models import EnforcementCase, EnforcementOrder, Obligation
from thads.enforcement.cases.projection import case_columns, obligation_columns, order_columns
from thads.enforcement.cases.rules.facts import DecisionIssued
from thads.enforcement.cases.rules.histories import SUBJECT, HistoryFact, from_ledger, standing
from thads.enforcement.cases.rules.orders import orders_of
from thads.enforcement.cases.rules.pages import Drift
from thads.enforcement.cases.rules.sending import ROUTES, sendings
from thads.enforcement.cases.rules.state import CaseState, apply
from thads.enforcement.deadlines import queries as deadlines
from thads.enforcement.deadlines.rules.calendar import OfficeCalendar
from thads.enforcement.deadlines.rules.due_items import DueItem, DueSubject
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import queries as ledger


def drift(*, viewer: Viewer | None = None) -> Sequence[Drift]:
    """Return every column that differs from the fold of its facts, of all cases or those in sight; empty =
    right.
    """
    cases = (
        EnforcementCase.objects.all()
        if viewer is None
        else EnforcementCase.objects.filter(agency__in=viewer.sight)
    )
    by_id = {case.uuid: case for case in cases.prefetch_related("obligations", "orders", "sent")}
    told = ledger.entries_of_many(SUBJECT, list(by_id))
    kept = deadlines.kept_items(viewer, DueSubject.CASE, by_id)
    calendars = deadlines.calendars_of(viewer, {case.agency for case in by_id.values()})
    found: list[Drift] = []
    seen = set()
    for case_id, entries in groupby(told, key=lambda entry: entry.subject_id):
        seen.add(case_id)
        case, lines = by_id[case_id], from_ledger(list(entries))
        found += _drift_of(case, lines)
        found += _due_drift(case, lines, kept.get(case_id, []), calendars[case.agency])
    return found + [Drift(case_id, "facts", "a row", "none") for case_id in by_id if case_id not in seen]


def _drift_of(case: EnforcementCase, lines: tuple[HistoryFact, ...]) -> Iterator[Drift]:
    state: CaseState | None = None
    for place in standing(lines):
        fact = lines[place].fact
        assert fact is not None
        state = apply(state, fact, on=lines[place].took_effect)
    opening = next(line.fact for line in lines if isinstance(line.fact, DecisionIssued))
    assert state is not None
    yield from _differences(case, case, {**case_columns(state, opening), "seq": len(lines)}, "")
    yield from _sending_drift(case, lines)
    yield from _order_drift(case, lines)
    rows = {row.no: row for row in case.obligations.all()}
    duties = {duty.no: duty for duty in opening.duties}
    for line in state.obligations:
        columns = obligation_columns(line, duties[line.no])
        yield from _differences(case, rows[line.no], columns, f"obligation {line.no}: ")


def _sending_drift(case: EnforcementCase, lines: Sequence[HistoryFact]) -> Iterator[Drift]:
    rows = sorted((row.seq, row.agency, row.route, row.sent_on) for row in case.sent.all())
    told = sorted(
        (place + 1, fact.to_agency.strip(), ROUTES[type(fact)].value, lines[place].took_effect)
        for place, fact in sendings(lines)
    )
    if rows != told:
        yield Drift(case.uuid, "passed on", rows, told)


def _order_drift(case: EnforcementCase, lines: Sequence[HistoryFact]) -> Iterator[Drift]:
    rows = {row.seq: row for row in case.orders.all()}
    told = {order.seq: order for order in orders_of(lines)}
    if rows.keys() != told.keys():
        yield Drift(case.uuid, "orders", sorted(rows), sorted(told))
        return
    for seq, order in told.items():
        yield from _differences(case, rows[seq], order_columns(order), f"order {seq}: ")


def _due_drift(
    case: EnforcementCase, lines: Sequence[HistoryFact], kept: Sequence[DueItem], calendar: OfficeCalendar
) -> Iterator[Drift]:
    """Yield what is kept as due on a case and does not follow from its facts, and what follows and is not."""
    rows = {(item.due.key, item.due.trigger): item for item in kept}
    told = {(item.due.key, item.due.trigger): item for item in case_items(case, lines, calendar=calendar)}
    for which in sorted(rows.keys() | told.keys()):
        if rows.get(which) != told.get(which):
            yield Drift(case.uuid, f"due {'/'.join(which)}", rows.get(which), told.get(which))


def _differences(
    case: EnforcementCase,
    row: EnforcementCase | EnforcementOrder | Obligation,
    columns: dict[str, object],
    where: str,
) -> Iterator[Drift]:
    for name, expected in columns.items():
        if getattr(row, name) != expected:
            yield Drift(case.uuid, f"{where}{name}", getattr(row, name), expected)
