"""Rows that passed the checks as histories: the decision, what came in, where each obligation stands.

A workbook tells where a case stands, not how it came there; the facts written are the fewest lawful ones that
lead there, each on the day that the workbook gives [derived]. All are recorded at the instant of the import.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from thads.enforcement.cases.rules.facts import (
    CaseFact,
    DecisionIssued,
    Deferred,
    Duty,
    MoneyCollected,
    MovedToSeparateLedger,
    Part,
    Performed,
    Suspended,
    Terminated,
    UnableDecided,
    Verified,
)
from thads.enforcement.cases.rules.histories import CaseHistory, HistoryFact
from thads.enforcement.cases.rules.vocabulary import (
    Initiation,
    IntakeRoute,
    JudgmentKind,
    ObligationKind,
    ObligationStatus,
    SuspensionCause,
    VerificationResult,
)
from thads.interfaces.exchange.case_workbook.rows import CaseSheet, Row
from thads.interfaces.exchange.checks.ground_fits_status import ground_of
from thads.interfaces.exchange.histories.reading import case_id

S = ObligationStatus


@dataclass(frozen=True, slots=True)
class Happened:
    """A fact with its day and the row that tells it."""

    on: date
    fact: CaseFact
    row: Row


def histories(sheet: CaseSheet, *, recorded_at: datetime, actor: str) -> Iterator[CaseHistory]:
    """Yield the history of each case of a sheet without faults."""
    for number, rows in sheet.cases().items():
        happened = happenings(number, rows)
        yield CaseHistory(
            case_id=case_id(sheet.agency, number),
            agency=sheet.agency,
            where=f"dòng {rows[0].number}",
            facts=tuple(
                HistoryFact(
                    fact=one.fact, took_effect=one.on, recorded_at=recorded_at, actor=actor,
                    where=f"dòng {one.row.number}",
                )
                for one in happened
            ),
        )  # fmt: skip


def happenings(number: str, rows: Sequence[Row]) -> Sequence[Happened]:
    """Return the facts of one case in the order of their days; the decision first."""
    decision = Happened(_day(rows[0], "decided_on"), _decision(number, rows), rows[0])
    later = [one for no, row in enumerate(rows, start=1) for one in _of_obligation(no, row)]
    return [decision, *sorted(later, key=lambda one: one.on)]


def _decision(number: str, rows: Sequence[Row]) -> DecisionIssued:
    first = rows[0]
    route = first.choice("route") or IntakeRoute.NEW
    return DecisionIssued(
        number=number,
        decision_no=number,
        initiation=Initiation(_member(first, "initiation")),
        judgment_kind=JudgmentKind(_member(first, "judgment_kind")),
        judgment_no=first.text("judgment_no"),
        judgment_on=first.day("judgment_on"),
        court=first.text("court"),
        route=IntakeRoute(route),
        from_agency=first.text("from_agency"),
        bailiff=first.text("bailiff"),
        duties=tuple(_duty(no, row) for no, row in enumerate(rows, start=1)),
    )


def _duty(no: int, row: Row) -> Duty:
    return Duty(
        no=no, kind=ObligationKind(_member(row, "duty_kind")), amount=row.amount("amount") or 0,
        creditor=row.text("creditor"), debtor=row.text("debtor"), content=row.text("content"),
    )  # fmt: skip


def _of_obligation(no: int, row: Row) -> Iterator[Happened]:
    """Yield collection before status: a finished obligation was collected first, also on the same day."""
    part = Part(no)
    if collected := row.amount("collected"):
        yield Happened(_day(row, "collected_on"), MoneyCollected((Part(no, collected),)), row)
    status = row.choice("status")
    if not isinstance(status, S) or status is S.ASSIGNED:
        return
    on, ground = _day(row, "status_on"), ground_of(row) or ""
    able, not_able = VerificationResult.ABLE, VerificationResult.NOT_ABLE
    match status:
        case S.ENFORCING:
            yield Happened(on, Verified(able, (part,)), row)
        case S.UNABLE:
            yield Happened(on, Verified(not_able, (part,)), row)
            yield Happened(on, UnableDecided(ground, (part,)), row)
        case S.SEPARATE_LEDGER:
            unable_on = row.day("unable_on") or on
            yield Happened(unable_on, Verified(not_able, (part,)), row)
            yield Happened(unable_on, UnableDecided(ground, (part,)), row)
            yield Happened(on, Verified(not_able, (part,)), row)
            yield Happened(on, MovedToSeparateLedger((part,)), row)
        case S.DEFERRED:
            yield Happened(on, Deferred(ground, parts=(part,)), row)
        case S.SUSPENDED:
            yield Happened(on, Suspended(SuspensionCause(ground), (part,)), row)
        case S.TERMINATED:
            yield Happened(on, Terminated(ground, (part,)), row)
        case S.PERFORMED:
            yield Happened(on, Performed((part,)), row)
        case _:
            raise ValueError(f"{status} is not offered by the workbook")


def _day(row: Row, key: str) -> date:
    day = row.day(key)
    if day is None:
        raise ValueError(f"row {row.number} has no {key}: a check is missing")
    return day


def _member(row: Row, key: str) -> StrEnum:
    member = row.choice(key)
    if member is None:
        raise ValueError(f"row {row.number} has no {key}: a check is missing")
    return member
