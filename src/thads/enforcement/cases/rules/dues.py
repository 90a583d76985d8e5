"""What is due on a case and by when: a derivation from where it stands, with rule, article and reason.

A deadline is never stored: it follows from the status, the dates and the law on the day of its trigger, so
that a change of the law moves no rows (process.md 3; architecture 6).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import lru_cache

from thads.enforcement.cases.rules.facts import MovedToSeparateLedger
from thads.enforcement.cases.rules.standing import CaseStanding
from thads.enforcement.cases.rules.vocabulary import Flag, Initiation, VerificationResult
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.enforcement.cases.rules.working_days import calendar_around, earliest_day, last_day
from thads.law import LAW, Regime, Ruling


class DeskShare(Enum):
    """The parts of a bailiff's desk."""

    OVERDUE = auto()
    TO_PROPOSE = auto()
    SOON = auto()
    LATER = auto()
    QUIET = auto()


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline derived: rule key, words, the day it is counted from, the last day, article, certainty."""

    key: str
    title: str
    counted_from: date
    due_on: date
    basis: str
    length: str
    certainty: str = "stated"

    def is_overdue(self, on: date) -> bool:
        """Say whether the last day is past."""
        return self.due_on < on

    def days_left(self, on: date) -> int:
        """Return calendar days to the last day, negative when past."""
        return (self.due_on - on).days

    @property
    def is_for_head(self) -> bool:
        """Whether a head decides what is due; the bailiff of the case proposes it."""
        return self.key in DECIDED_BY_HEAD

    @property
    def is_waiting_time(self) -> bool:
        """Whether the time must be over before the act, rather than the act be done within it."""
        return self.key in RIPENING

    def waits_for_head(self, on: date) -> bool:
        """Say whether it is to be proposed to the head now: its ground has arisen, its time has come."""
        if self.is_waiting_time:
            return self.due_on <= on
        if self.key == "deferral.resumption":
            return self.counted_from < on
        return self.is_for_head


DECIDED_BY_HEAD = {
    "unable.decision": "unable",
    "unable.resumption": "resumption",
    "unable.separate_ledger": "separate_ledger",
    "unable.separate_ledger_long": "separate_ledger",
    "unable.return_of_request": "request_return",
    "deferral.resumption": "resumption",
}
"""Deadlines of acts that the head signs and the bailiff prepares, each with its act in the signing matrix
(L08 Đ23; L25 Đ22; process.md 9.3).
"""

RIPENING = frozenset({"unable.separate_ledger", "unable.separate_ledger_long", "unable.return_of_request"})
"""A waiting time that must be over before the act, not a period within which it must be done."""


@lru_cache(maxsize=50_000)
def due(key: str, *, start: date, title: str = "") -> Due:
    """Return the deadline a rule gives, counted from an event, under the law of the day of that event."""
    ruling = LAW.value(key, on=start)
    return _made(ruling, start=start, due_on=last_day(ruling, start=start), title=title)


def dues_of(case: CaseStanding, *, on: date) -> tuple[Due, ...]:
    """Return what is due on a case on the day, the most urgent first."""
    return tuple(sorted(_dues(case, on), key=lambda one: one.due_on))


def share_of(dues: Sequence[Due], *, on: date, soon: date) -> tuple[DeskShare, tuple[Due, ...]]:
    """Return where a case with these deadlines lies on its bailiff's desk, and they, the speaking one first.

    What only a head can decide is never the bailiff's own delay.
    """
    own = [one for one in dues if not one.is_for_head]
    proposed = [one for one in dues if one.waits_for_head(on)]
    if own and own[0].is_overdue(on):
        return DeskShare.OVERDUE, _first(own, dues)
    if proposed:
        return DeskShare.TO_PROPOSE, _first(proposed, dues)
    if not dues:
        return DeskShare.QUIET, ()
    return (DeskShare.SOON if dues[0].due_on <= soon else DeskShare.LATER), tuple(dues)


def _first(chosen: Sequence[Due], dues: Sequence[Due]) -> tuple[Due, ...]:
    return (*chosen, *(one for one in dues if one not in chosen))


def _dues(case: CaseStanding, on: date) -> Iterator[Due]:
    if case.status in {S.DECIDED, S.ASSIGNED} and case.notice_on is None:
        yield due("order.notice", start=case.decided_on, title="Thông báo quyết định thi hành án")
    if case.status is S.VOLUNTARY and case.voluntary_until is not None:
        if on > case.voluntary_until:
            yield due("verification.first", start=case.voluntary_until)
        else:
            yield _voluntary(case)
    if (
        case.status is S.VERIFYING
        and case.last_found is VerificationResult.NOT_ABLE
        and case.last_verified_on
    ):
        yield due("unable.decision", start=case.last_verified_on)
    if case.status in {S.UNABLE, S.SEPARATE_LEDGER}:
        yield from _resting_unable(case, on)
    if case.status is S.DEFERRED and case.until is not None:
        yield due(
            "deferral.resumption",
            start=case.until,
            title="Hết thời hạn hoãn: ra quyết định tiếp tục thi hành án",
        )


def _voluntary(case: CaseStanding) -> Due:
    assert case.notice_on is not None
    assert case.voluntary_until is not None
    ruling = LAW.value("voluntary.period", on=case.notice_on)
    return _made(ruling, start=case.notice_on, due_on=case.voluntary_until, title="")


def _resting_unable(case: CaseStanding, on: date) -> Iterator[Due]:
    last = case.last_verified_on or case.unable_on or case.since
    if case.last_found is VerificationResult.ABLE and case.last_verified_on:
        yield due("unable.resumption", start=case.last_verified_on)
        return
    is_long = Flag.PRISONER in case.flags or case.ground == "address_unknown"
    yield due("verification.periodic_long" if is_long else "verification.periodic", start=last)
    if case.status is S.UNABLE:
        yield _ripe(case, is_long, on)


def _ripe(case: CaseStanding, is_long: bool, on: date) -> Due:
    """Return when the case may leave the ordinary books: separate ledger, or the request sent back (L25
    Đ38.4).
    """
    if LAW.regime(on) is Regime.R2025 and case.initiation is Initiation.ON_REQUEST:
        ruling, title = LAW.value("unable.return_of_request", on=on), ""
    else:
        ruling = LAW.value("unable.separate_ledger_long" if is_long else "unable.separate_ledger", on=on)
        title = LAW.label("FactKind", MovedToSeparateLedger.kind)
    return _made(ruling, start=case.since, due_on=rolled_ripe_day(ruling, start=case.since), title=title)


@lru_cache(maxsize=50_000)
def rolled_ripe_day(ruling: Ruling, *, start: date) -> date:
    """Return the working day on which a waiting time is over."""
    ripe_on = earliest_day(ruling, start=start)
    return calendar_around(ripe_on.year).rolled(ripe_on)


@lru_cache(maxsize=50_000)
def _made(ruling: Ruling, *, start: date, due_on: date, title: str) -> Due:
    return Due(
        key=ruling.key, title=title or ruling.vi, counted_from=start, due_on=due_on, basis=ruling.basis,
        length=LAW.written(ruling), certainty=ruling.certainty.value,
    )  # fmt: skip
