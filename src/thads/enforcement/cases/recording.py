"""The only way to change a case: lock, check the whole history, append to the ledger, fold the rows anew."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID, uuid4

from thads.enforcement.cases import papers
from thads.enforcement.cases.dueing import replace_dues
from thads.enforcement.cases.models import CaseSearch, EnforcementCase, EnforcementOrder, Obligation, Party
from thads.enforcement.cases.projection import (
    case_columns,
    incoming_row,
    obligation_columns,
    obligation_rows,
    order_columns,
    order_row,
    parties_of,
    party_columns,
    search_row,
)
from thads.enforcement.cases.rules.asked import check_asked
from thads.enforcement.cases.rules.facts import CaseFact, DecisionIssued, Order
from thads.enforcement.cases.rules.histories import (
    SUBJECT,
    HistoryFact,
    from_ledger,
    known_before,
    with_fact,
    without_fact,
)
from thads.enforcement.cases.rules.orders import orders_of
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.search_words import with_number
from thads.enforcement.cases.rules.sending import Sending
from thads.enforcement.cases.rules.state import CaseState
from thads.enforcement.cases.rules.vocabulary import Initiation
from thads.enforcement.cases.signatures import signature_on
from thads.enforcement.deadlines.queries import office_calendar_of
from thads.enforcement.documents.numbering import next_number, order_number
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import actions as ledger
from thads.foundation.ledger import queries as ledger_queries
from thads.foundation.ledger.rules.codec import encode
from thads.foundation.ledger.rules.entries import CANCELLATION, NewEntry
from thads.foundation.ledger.rules.instants import instant_of_recording
from thads.foundation.organisation import queries as organisation
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cases.bailiff_unknown": "Ngày {on}, {agency} không có Chấp hành viên mang mã {bailiff}; các mã: "
        "{known}.",
        "cases.received_elsewhere": "Không thể hủy: {agency} đã nhận quyết định {order_no} ngày "
        "{received_on}, số thứ tự {register_no} trong sổ nhận ủy thác.",
        "cases.number_exists": "Số việc {number} đã có trong sổ của {agency}; mỗi việc một số.",
    }
)


def record(viewer: Viewer, case: EnforcementCase, fact: CaseFact, *, on: date, order_no: str = "") -> UUID:
    """Record one more fact of a case; refuse it, or a later fact that it would make unlawful."""
    lines = from_ledger(ledger_queries.entries_of(SUBJECT, case.uuid))
    new = HistoryFact(fact, took_effect=on, recorded_at=_instant(viewer, lines), order_no=order_no)
    state = with_fact(lines, new)
    _check_asked(viewer, case, lines, new)
    signature = None
    if isinstance(fact, Order):
        signature = signature_on(viewer, fact, agency=case.agency, bailiff=case.bailiff, on=on)
        fact = replace(fact, signer=signature.staff or viewer.username)
        new = replace(new, fact=fact)
    entry = NewEntry(fact.kind, on, encode(fact), order_no=order_no)
    _append(viewer, case, entry)
    _refold(case, state, (*lines, new))
    _find_by(case, order_no)
    replace_dues(viewer, case, (*lines, new))
    if isinstance(fact, Sending):
        incoming_row(case, fact, seq=case.seq, on=on, order_no=order_no).save(force_insert=True)
    if signature is not None:
        papers.issue_for(viewer, case, case.seq, signed=signature, lines=(*lines, new))
    return case.uuid


def _instant(viewer: Viewer, lines: tuple[HistoryFact, ...]) -> datetime:
    return instant_of_recording(lines[-1].recorded_at, viewer.at)


def _check_asked(
    viewer: Viewer, case: EnforcementCase, lines: tuple[HistoryFact, ...], new: HistoryFact
) -> None:
    """Refuse what the law wants of those who act now, by the calendar of the case's office."""
    assert new.fact is not None
    before, _told = known_before(lines, new.took_effect)
    assert before is not None
    calendar = office_calendar_of(viewer, case.agency)
    check_asked(before, new.fact, on=new.took_effect, calendar=calendar)


def cancel(viewer: Viewer, case: EnforcementCase, entry_id: int, *, on: date, reason: str) -> UUID:
    """Take back a fact recorded by mistake; refuse when a later fact would no longer be lawful."""
    entries = ledger_queries.entries_of(SUBJECT, case.uuid)
    target = next((place for place, entry in enumerate(entries) if entry.id == entry_id), None)
    if target is None:
        raise Refusal("cases.nothing_to_cancel")
    lines = from_ledger(entries)
    cancellation = HistoryFact(None, on, _instant(viewer, lines), cancels=target)
    state = without_fact(lines, cancellation)
    _take_back(case, entries[target].seq)
    _append(viewer, case, NewEntry(CANCELLATION, on, {"reason": reason}, cancels=entry_id))
    _refold(case, state, (*lines, cancellation))
    replace_dues(viewer, case, (*lines, cancellation))
    return case.uuid


def _take_back(case: EnforcementCase, seq: int) -> None:
    """Take back what was passed on; refuse once the other agency has it in its register and has not sent it
    back.
    """
    passed_on = case.sent.filter(seq=seq).first()
    if passed_on is None:
        return
    if passed_on.received_on is not None and passed_on.returned_on is None:
        raise Refusal(
            "cases.received_elsewhere", basis="L08 Đ57.1; L25 Đ49.2", order_no=passed_on.order_no,
            agency=passed_on.agency, received_on=passed_on.received_on, register_no=passed_on.register_no,
        )  # fmt: skip
    passed_on.delete()


def open_case(
    viewer: Viewer,
    fact: DecisionIssued,
    *,
    agency: str,
    on: date,
    parties: tuple[PartyDetails, ...],
    **links: object,
) -> EnforcementCase:
    """Open a case by its decision and write its rows."""
    if EnforcementCase.objects.filter(number=fact.number, agency=agency).exists():
        raise Refusal("cases.number_exists", number=fact.number, agency=agency)
    state = with_fact((), HistoryFact(fact, took_effect=on, recorded_at=viewer.at))
    signature = signature_on(viewer, fact, agency=agency, bailiff="", on=on)
    fact = replace(fact, signer=signature.staff or viewer.username)
    opening = HistoryFact(fact, took_effect=on, recorded_at=viewer.at, order_no=fact.decision_no)
    parties = parties or parties_of(fact.duties)
    case = EnforcementCase(
        uuid=uuid4(), agency=agency, **case_columns(state, fact), **party_columns(fact, parties), **links
    )
    case.seq = 1
    case.save(force_insert=True)
    Obligation.objects.bulk_create(obligation_rows(case, state, fact))
    EnforcementOrder.objects.bulk_create(order_row(case, order) for order in orders_of((opening,)))
    Party.objects.bulk_create(party_rows(parties, case=case))
    search_row(case, parties).save(force_insert=True)
    ledger.append(
        subject_kind=SUBJECT, subject_id=case.uuid, expected_seq=0, agency=agency, actor=viewer.username,
        recorded_at=viewer.at, facts=[NewEntry(fact.kind, on, encode(fact), order_no=fact.decision_no)],
    )  # fmt: skip
    replace_dues(viewer, case, (opening,))
    papers.issue_for(viewer, case, case.seq, signed=signature, lines=(opening,))
    return case


def party_rows(parties: tuple[PartyDetails, ...], **owner: object) -> list[Party]:
    """Return parties as rows not yet saved, of a case or of a judgment."""
    return [
        Party(
            role=party.role.value, name=party.name, name_folded=fold(party.name), address=party.address,
            id_number=party.id_number, phone=party.phone, born=party.born,
            bank_account=party.bank_account, **owner,
        )
        for party in parties
    ]  # fmt: skip


def _append(viewer: Viewer, case: EnforcementCase, entry: NewEntry) -> None:
    ledger.append(
        subject_kind=SUBJECT, subject_id=case.uuid, facts=[entry], expected_seq=case.seq, agency=case.agency,
        actor=viewer.username, recorded_at=viewer.at,
    )  # fmt: skip
    case.seq += 1


def _opening_of(lines: tuple[HistoryFact, ...]) -> DecisionIssued:
    return next(line.fact for line in lines if isinstance(line.fact, DecisionIssued))


def _refold(case: EnforcementCase, state: CaseState, lines: tuple[HistoryFact, ...]) -> None:
    opening = _opening_of(lines)
    columns = case_columns(state, opening)
    for name, value in columns.items():
        setattr(case, name, value)
    case.save(update_fields=[*columns, "seq"])
    duties = {duty.no: duty for duty in opening.duties}
    rows = {row.no: row for row in case.obligations.all()}
    for line in state.obligations:
        changed = obligation_columns(line, duties[line.no])
        row = rows[line.no]
        if any(getattr(row, name) != value for name, value in changed.items()):
            for name, value in changed.items():
                setattr(row, name, value)
            row.save()
    _refold_orders(case, lines)


def _find_by(case: EnforcementCase, number: str) -> None:
    """Let the search box find the case by the number of an order or a receipt; one taken back stays known."""
    if not number:
        return
    row = CaseSearch.objects.get(case=case)
    words = with_number(row.words, number)
    if words != row.words:
        CaseSearch.objects.filter(case=case).update(words=words)


def _refold_orders(case: EnforcementCase, lines: tuple[HistoryFact, ...]) -> None:
    """Let the rows of orders be what the facts say; an order taken back loses its row."""
    rows = {row.seq: row for row in case.orders.all()}
    for order in orders_of(lines):
        row = rows.pop(order.seq, None) or order_row(case, order)
        changed = {name: value for name, value in order_columns(order).items() if getattr(row, name) != value}
        for name, value in changed.items():
            setattr(row, name, value)
        if changed or row.pk is None:
            row.save()
    EnforcementOrder.objects.filter(pk__in=[row.pk for row in rows.values()]).delete()


def numbered_decision(agency: str, initiation: Initiation, on: date) -> tuple[str, str]:
    """Return the number of the case and of the decision, both next in their series."""
    number, year = next_number(agency, "case", on)
    return f"{number}/{year}/{agency}", order_number(agency, f"decision.{initiation.value}", on)


def checked_bailiff(agency: str, bailiff: str, on: date) -> str:
    """Return the bailiff's code, refusing one who is none at the agency; empty stays empty."""
    if bailiff:
        check_bailiff(agency, bailiff, on=on)
    return bailiff


def check_bailiff(agency: str, bailiff: str, *, on: date) -> None:
    """Refuse a bailiff who holds no such post at the agency on the day (L08 Đ36.2; L25 Đ32.2)."""
    known = [one.code for one in organisation.bailiffs(frozenset({agency}), on=on)]
    if bailiff not in known:
        raise Refusal(
            "cases.bailiff_unknown",
            on=on,
            agency=agency,
            bailiff=bailiff,
            known=", ".join(known) or "không có",
        )
