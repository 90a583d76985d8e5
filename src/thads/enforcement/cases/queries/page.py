"""The page of one case: who, what, how much is left, what happened, what is lawful next."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from thads.enforcement.cases import locking as _locking  # noqa: F401  (its sentences)
from thads.enforcement.cases.models import EnforcementCase, Obligation, Party
from thads.enforcement.cases.rules.ability import is_stale
from thads.enforcement.cases.rules.archive import next_check
from thads.enforcement.cases.rules.asked import asked_moves
from thads.enforcement.cases.rules.facts import CaseFact, DecisionIssued
from thads.enforcement.cases.rules.histories import SUBJECT, from_ledger, known_before
from thads.enforcement.cases.rules.order_lines import measure_lines, order_lines, order_title
from thads.enforcement.cases.rules.pages import CasePage, CaseRow, ObligationLine, TimelineEntry
from thads.enforcement.cases.rules.state import read
from thads.enforcement.cases.rules.telling import Detail, basis_of, told
from thads.enforcement.cases.rules.telling_notes import ground_words
from thads.enforcement.cases.rules.vocabulary import (
    IntakeRoute,
    ObligationKind,
    ObligationStatus,
    PartyRole,
)
from thads.enforcement.cases.showing import NEWEST_FIRST, ROW_FIELDS, as_party, as_row, as_rows
from thads.enforcement.deadlines import queries as deadlines
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import queries as ledger
from thads.foundation.ledger.rules.entries import CANCELLATION, Entry, in_order
from thads.foundation.organisation import queries as organisation
from thads.kernel.refusals import Refusal
from thads.law import LAW

MOST_OTHERS = 20
MOST_SAME = 500
THE_STATE = frozenset({"nha nuoc", "ngan sach nha nuoc", "nha nuoc viet nam"})
"""A creditor whom every third case shares says nothing about a person."""

GROUND_KINDS = {
    ObligationStatus.UNABLE: "unable",
    ObligationStatus.SEPARATE_LEDGER: "unable",
    ObligationStatus.DEFERRED: "deferral",
    ObligationStatus.SUSPENDED: "suspension",
    ObligationStatus.TERMINATED: "termination",
    ObligationStatus.RECALLED: "recall",
    ObligationStatus.REQUEST_RETURNED: "request_return",
    ObligationStatus.CLOSED_OTHERWISE: "other_closure",
}


def case_page(viewer: Viewer, case_id: UUID) -> CasePage:
    """Return everything the page of a case shows; refuses one out of sight.

    Whoever shows it to a person records the look with the action `note_read`: it holds personal data.
    """
    case = (
        EnforcementCase.objects.filter(uuid=case_id, agency__in=viewer.sight)
        .select_related("judgment", "request")
        .first()
    )
    if case is None:
        raise Refusal("cases.not_found", name=viewer.name)
    names = organisation.staff_names()
    agencies = _agency_names(viewer.on)
    entries = ledger.entries_of(SUBJECT, case.uuid)
    lines = from_ledger(entries)
    state, _told = known_before(lines, date.max)
    assert state is not None
    people = {**names, **organisation.account_names()}
    parties = list(case.parties.order_by("id"))
    return CasePage(
        case_id=case.uuid,
        seq=case.seq,
        row=as_row(case, names),
        route=IntakeRoute(case.route),
        from_agency=case.from_agency,
        decision_no=case.decision_no,
        judgment_no=case.judgment_no,
        judgment_on=case.judgment_on,
        court=case.court,
        judgment_id=case.judgment.uuid if case.judgment else None,
        request_id=case.request.uuid if case.request else None,
        notice_on=case.notice_on,
        voluntary_until=case.voluntary_until,
        last_verified_on=case.last_verified_on,
        verifications=case.verifications,
        unable_on=case.unable_on,
        obligations=[_line(row, agencies) for row in case.obligations.order_by("no")],
        parties=[as_party(row) for row in parties],
        timeline=_timeline(entries, {**agencies, **people}),
        steps=asked_moves(state, viewer.on),
        dues=deadlines.dues_of_subjects(viewer, [case.uuid], on=viewer.on).get(case.uuid, ()),
        others=_others(viewer, case, parties, names),
        file_opened_on=state.file_opened_on,
        bailiff_change_asked_on=state.bailiff_change_asked_on,
        informed_on=state.informed_on,
        mandates=state.mandates,
        is_stale=is_stale(state, on=viewer.on),
        is_interim=state.is_interim,
        published_on=state.published_on,
        publication_ended_on=state.publication_ended_on,
        measures=measure_lines(state, lines, on=viewer.on),
        orders=order_lines(lines, names=people),
        certificate_asked_on=state.certificate_asked_on,
        checks=state.checked,
        next_check=None if state.is_open or state.archived_on else next_check(state),
        folios=state.folios,
        archived_on=state.archived_on,
        taken_out_on=state.taken_out_on,
        closed_on=state.closed_on,
    )


def _others(
    viewer: Viewer, case: EnforcementCase, parties: Sequence[Party], names: Mapping[str, str]
) -> Sequence[CaseRow]:
    people = [p for p in parties if p.role != PartyRole.INTERESTED and p.name_folded not in THE_STATE]
    ids = [party.id_number for party in people if party.id_number]
    folded = [party.name_folded for party in people]
    return as_rows(_with_parties(viewer, ids, folded, besides=case.pk), names=names)


def _with_parties(
    viewer: Viewer, ids: Sequence[str], names: Sequence[str], *, besides: int | None
) -> QuerySet[EnforcementCase]:
    known = Party.objects.filter(case__isnull=False).exclude(case_id=besides)
    by_id = known.filter(id_number__in=ids).values_list("case_id", flat=True)
    by_name = known.filter(name_folded__in=names).values_list("case_id", flat=True)
    cases = set(by_id.union(by_name, all=True)[: 2 * MOST_SAME])
    rows = (
        EnforcementCase.objects.filter(id__in=cases, agency__in=viewer.sight)
        .only(*ROW_FIELDS)
        .order_by("-is_open", *NEWEST_FIRST)
    )
    return rows[:MOST_OTHERS]


def _line(row: Obligation, agencies: Mapping[str, str]) -> ObligationLine:
    status = ObligationStatus(row.status)
    gone = row.collected + row.terminated + row.reduced + row.delegated + row.pulled_up + row.recalled
    return ObligationLine(
        no=row.no,
        kind=ObligationKind(row.kind),
        creditor=row.creditor,
        debtor=row.debtor,
        content=row.content,
        status=status,
        since=row.since,
        ground=row.ground,
        ground_words=agencies.get(row.ground)
        or ground_words(GROUND_KINDS.get(status, ""), row.ground, on=row.since),
        until=row.until,
        amount=row.amount,
        collected=row.collected,
        terminated=row.terminated,
        reduced=row.reduced,
        delegated=row.delegated,
        pulled_up=row.pulled_up,
        recalled=row.recalled,
        remaining=row.amount - gone,
    )


def _timeline(entries: Sequence[Entry], names: Mapping[str, str]) -> Sequence[TimelineEntry]:
    cancelled_by = {entry.cancels: entry.id for entry in entries if entry.cancels is not None}
    facts = {entry.seq: read(entry) for entry in entries if entry.kind != CANCELLATION}
    numbers = {entry.seq: entry.order_no for entry in entries}
    orders = {seq: _of_order(order_title(fact), numbers[seq]) for seq, fact in facts.items()}
    return [
        _told(entry, facts.get(entry.seq), cancelled_by.get(entry.id), names, orders)
        for entry in sorted(entries, key=in_order)
    ]


def _of_order(title: str, number: str) -> str:
    return f"{title} số {number}" if number else title


def _told(
    entry: Entry,
    fact: CaseFact | None,
    cancelled_by: int | None,
    names: Mapping[str, str],
    orders: Mapping[int, str],
) -> TimelineEntry:
    on = entry.took_effect
    return TimelineEntry(
        entry_id=entry.id, seq=entry.seq, kind=entry.kind,
        title="Hủy sự kiện đã ghi" if fact is None else LAW.label("FactKind", entry.kind),
        details=_why_cancelled(entry) if fact is None else told(fact, on=on, names=names, orders=orders),
        took_effect=on, recorded_at=entry.recorded_at, order_no=entry.order_no, actor=entry.actor,
        actor_name=names.get(entry.actor, ""), agency=entry.agency,
        basis="" if fact is None else basis_of(fact, on=on), cancels=entry.cancels, cancelled_by=cancelled_by,
        cancellable=fact is not None and cancelled_by is None and not isinstance(fact, DecisionIssued),
        payload=entry.payload,
    )  # fmt: skip


def _why_cancelled(entry: Entry) -> tuple[Detail, ...]:
    return (Detail("Lý do", str(entry.payload.get("reason", ""))),)


def _agency_names(on: date) -> dict[str, str]:
    return {code: agency.name for code, agency in organisation.agency_tree(on=on).agencies.items()}
