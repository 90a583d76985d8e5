"""What is due on a case, to whom and by when: a derivation from where it stands, with rule and article.

A deadline follows from the status, the dates and the law on the day of its trigger, never from today; what
changes with the law on a day is two dues, each with the days it is shown (process.md 3; architecture 6).
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import Enum, auto

from thads.enforcement.cases.rules.facts import CertificateRequested, MovedToSeparateLedger
from thads.enforcement.cases.rules.measure_dues import measure_dues
from thads.enforcement.cases.rules.standing import CaseStanding, OrderStanding
from thads.enforcement.cases.rules.vocabulary import Flag, Initiation, OrderRecipient, VerificationResult
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.enforcement.deadlines.rules.calendar import OfficeCalendar
from thads.enforcement.deadlines.rules.due_items import Due, due, made
from thads.enforcement.deadlines.rules.duties import DueRole
from thads.law import LAW, Regime, Ruling

__all__ = ["DECIDED_BY_HEAD", "RIPENING", "DeskShare", "Due", "all_dues", "due", "dues_of", "share_of"]

_NEXT_DAY = timedelta(days=1)


class DeskShare(Enum):
    """The parts of a bailiff's desk."""

    OVERDUE = auto()
    TODAY = auto()
    TO_PROPOSE = auto()
    SOON = auto()
    LATER = auto()
    QUIET = auto()


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


def dues_of(case: CaseStanding, *, on: date) -> tuple[Due, ...]:
    """Return what is due on a case on the day, the most urgent first."""
    return tuple(one for one in all_dues(case) if one.is_shown(on))


def all_dues(case: CaseStanding, *, calendar: OfficeCalendar | None = None) -> tuple[Due, ...]:
    """Return whatever is due on a case, also what is shown only from a later day, the most urgent first.

    Each has a trigger of its own, so that no fact sets off the same rule twice. Closing facts end them all
    but the copies of orders, the measures still standing and the certificate asked for.
    """
    found = [*_of_orders(case, calendar), *_after_the_end(case, calendar), *measure_dues(case, calendar)]
    if case.is_open:
        found += _of_the_course(case, calendar)
    return tuple(sorted(found, key=lambda one: (one.due_on, one.key, one.trigger)))


def share_of(dues: Sequence[Due], *, on: date, soon: date) -> tuple[DeskShare, tuple[Due, ...]]:
    """Return where a case with these deadlines lies on its bailiff's desk, and they, the speaking one first.

    What only a head can decide or another body owes is never the bailiff's own delay; what a clerk or an
    accountant does lies on their desks.
    """
    dues = [one for one in dues if one.role not in _ON_OTHER_DESKS]
    own = [one for one in dues if one.role is DueRole.BAILIFF]
    proposed = [one for one in dues if one.waits_for_head(on)]
    if own and own[0].is_overdue(on):
        return DeskShare.OVERDUE, _first(own, dues)
    if own and own[0].due_on == on:
        return DeskShare.TODAY, _first(own, dues)
    if proposed:
        return DeskShare.TO_PROPOSE, _first(proposed, dues)
    if not dues:
        return DeskShare.QUIET, ()
    return (DeskShare.SOON if dues[0].due_on <= soon else DeskShare.LATER), tuple(dues)


_ON_OTHER_DESKS = frozenset({DueRole.CLERK, DueRole.ACCOUNTANT})


def _first(chosen: Sequence[Due], dues: Sequence[Due]) -> tuple[Due, ...]:
    return (*chosen, *(one for one in dues if one not in chosen))


def _of_the_course(case: CaseStanding, calendar: OfficeCalendar | None) -> Iterator[Due]:
    yield from _before_verification(case, calendar)
    yield from _intake(case, calendar)
    yield from _inquiries(case, calendar)
    if case.status in {S.UNABLE, S.SEPARATE_LEDGER}:
        yield from _resting_unable(case, calendar)
    if case.status is S.DEFERRED and case.until is not None:
        yield made(
            "deferral.resumption", start=case.until, calendar=calendar,
            title="Hết thời hạn hoãn: ra quyết định tiếp tục thi hành án",
        )  # fmt: skip


def _before_verification(case: CaseStanding, calendar: OfficeCalendar | None) -> Iterator[Due]:
    """Yield what leads from the decision to the first verification and what it found."""
    if case.status in {S.DECIDED, S.ASSIGNED} and case.notice_on is None and not case.decision_sent:
        title = "Thông báo quyết định thi hành án"
        yield made("order.notice", start=case.decided_on, title=title, calendar=calendar)
    if case.is_interim and not case.verifications and not case.is_at_rest:
        yield made("verification.interim_measure", start=case.decided_on, calendar=calendar)
    if case.is_interim and not case.measures and not case.is_at_rest:
        yield made("interim_measure.apply", start=case.decided_on, calendar=calendar)
    if case.status is S.VOLUNTARY and case.voluntary_until is not None:
        yield from _voluntary(case, case.voluntary_until, calendar)
    found = case.last_verified_on if case.last_found is VerificationResult.NOT_ABLE else None
    if case.status is S.VERIFYING and found is not None:
        yield made("unable.decision", start=found, calendar=calendar)


def _voluntary(case: CaseStanding, until: date, calendar: OfficeCalendar | None) -> Iterator[Due]:
    """Yield the period of the debtor, and the first verification once it is over."""
    if case.notice_on is not None:
        yield made("voluntary.period", start=case.notice_on, due_on=until, is_fixed=True, calendar=calendar)
    if not case.is_interim:
        shown = until + _NEXT_DAY
        pauses = case.pauses
        yield made("verification.first", start=until, calendar=calendar, shown_from=shown, pauses=pauses)


def _intake(case: CaseStanding, calendar: OfficeCalendar | None) -> Iterator[Due]:
    """Yield the file to open and the request for another bailiff."""
    if case.assigned_on is not None and case.file_opened_on is None:
        yield made("file.open", start=case.assigned_on, calendar=calendar)
    if case.bailiff_change_asked_on is not None:
        yield made("bailiff.change", start=case.bailiff_change_asked_on, calendar=calendar)


def _inquiries(case: CaseStanding, calendar: OfficeCalendar | None) -> Iterator[Due]:
    """Yield verifications asked of other agencies, and new information still to be verified."""
    for no, mandate in enumerate(case.mandates, start=1):
        if mandate.answered_on is None:
            kind = "registered" if mandate.registered_assets else "other"
            key, trigger = f"verification.mandate_{kind}", f"mandate:{no}"
            yield made(key, start=mandate.asked_on, trigger=trigger, calendar=calendar)
    informed, verified = case.informed_on, case.last_verified_on
    if informed is not None and (verified is None or verified < informed) and not case.is_at_rest:
        key = "verification.new_information"
        yield made(key, start=informed, calendar=calendar, pauses=case.pauses)


def _resting_unable(case: CaseStanding, calendar: OfficeCalendar | None) -> Iterator[Due]:
    last = case.last_verified_on or case.unable_on or case.since
    if case.owes_publication_on is not None:
        yield made("unable.publication", start=case.owes_publication_on, calendar=calendar)
    if case.last_found is VerificationResult.ABLE and case.last_verified_on:
        yield made("unable.resumption", start=case.last_verified_on, calendar=calendar)
        return
    is_long = Flag.PRISONER in case.flags or case.ground == "address_unknown"
    key = "verification.periodic_long" if is_long else "verification.periodic"
    yield made(key, start=last, calendar=calendar)
    if case.status is S.UNABLE:
        yield from _ripe(case, is_long, calendar)


def _ripe(case: CaseStanding, is_long: bool, calendar: OfficeCalendar | None) -> Iterator[Due]:
    """Yield when the case may leave the ordinary books, under each law that holds while it waits: separate
    ledger, or the request sent back (N62 Đ9.5; L25 Đ38.4; N152 Đ22).
    """
    ledger = "unable.separate_ledger_long" if is_long else "unable.separate_ledger"
    for step in _steps(ledger, case.since):
        if case.initiation is Initiation.EX_OFFICIO or LAW.regime(step.since) is Regime.R2008:
            yield _ripe_under(step, case, calendar, LAW.label("FactKind", MovedToSeparateLedger.kind))
    if case.initiation is Initiation.ON_REQUEST:
        for step in _steps("unable.return_of_request", case.since):
            yield _ripe_under(step, case, calendar, "")


def _steps(key: str, since: date) -> Iterator[Ruling]:
    yield from (step for step in LAW.timeline(key).steps if step.until is None or step.until > since)


def _ripe_under(step: Ruling, case: CaseStanding, calendar: OfficeCalendar | None, title: str) -> Due:
    return made(
        step.key, start=case.since, title=title, law_of=max(step.since, case.since), calendar=calendar,
        shown_from=step.since, shown_to=step.until, trigger=f"{step.key}@{case.since}/{step.since}",
    )  # fmt: skip


def _of_orders(case: CaseStanding, calendar: OfficeCalendar | None) -> Iterator[Due]:
    """Yield to whom each order still has to go (L08 Đ38–39; L25 Đ35)."""
    for order in case.orders:
        for recipient in order.awaited_by:
            if recipient in _TOLD:
                yield _sending(order, recipient, calendar)


_TOLD = {OrderRecipient.PARTIES: "order.notice", OrderRecipient.PROCURACY: "order.to_procuracy"}


def _sending(order: OrderStanding, recipient: OrderRecipient, calendar: OfficeCalendar | None) -> Due:
    key = "security.send_order" if order.is_urgent else _TOLD[recipient]
    title = f"Gửi {LAW.label(recipient).lower()}: {LAW.label('FactKind', order.kind).lower()}"
    if recipient is OrderRecipient.PROCURACY:
        title = f"Gửi {LAW.label(recipient)}: {LAW.label('FactKind', order.kind).lower()}"
    trigger = f"order:{order.no}:{recipient}"
    return made(key, start=order.issued_on, title=title, trigger=trigger, calendar=calendar)


def _after_the_end(case: CaseStanding, calendar: OfficeCalendar | None) -> Iterator[Due]:
    """Yield what the end of the case, or of its being unable, leaves to do; and the certificate asked for."""
    if case.certificate_asked_on is not None:
        title = LAW.label("FactKind", CertificateRequested.kind)
        yield made("certificate.result", start=case.certificate_asked_on, title=title, calendar=calendar)
    if case.is_published and case.status not in {S.UNABLE, S.SEPARATE_LEDGER, S.DEFERRED, S.SUSPENDED}:
        yield made("unable.publication_end", start=case.closed_on or case.since, calendar=calendar)
