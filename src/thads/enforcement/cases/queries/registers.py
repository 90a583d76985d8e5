"""What the registers list, for any span and as known at any instant: cases with their facts, intake rows."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby

from django.db.models import Q, QuerySet

from thads.enforcement.cases.incoming import BY_RECEIPT, incoming_lines
from thads.enforcement.cases.models import (
    EnforcementCase,
    EnforcementOrder,
    EnforcementRequest,
    IncomingCase,
    Judgment,
)
from thads.enforcement.cases.rules.facts import DecisionIssued
from thads.enforcement.cases.rules.histories import SUBJECT, from_ledger
from thads.enforcement.cases.rules.pages import IncomingRow
from thads.enforcement.cases.rules.registered import (
    RegisteredCase,
    RegisteredJudgment,
    RegisteredRequest,
    as_known,
)
from thads.enforcement.cases.rules.vocabulary import Initiation, RequestStatus
from thads.enforcement.cases.showing import BY_DECISION
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import queries as ledger
from thads.kernel.text import write_date, write_dong
from thads.law import LAW

PORTION = 500
"""Cases read at once."""


def decided_cases(
    viewer: Viewer,
    *,
    agencies: frozenset[str],
    initiation: Initiation,
    first: date,
    last: date,
    known_at: datetime,
) -> Iterator[RegisteredCase]:
    """Yield the cases opened in a span, both days included, with their facts as known (register 03)."""
    found = EnforcementCase.objects.filter(
        agency__in=agencies & viewer.sight, initiation=initiation.value, decided_on__range=(first, last)
    )
    yield from _registered(found, known_at)


def cases_with_orders(
    viewer: Viewer,
    *,
    agencies: frozenset[str],
    kinds: frozenset[str],
    first: date,
    last: date,
    known_at: datetime,
) -> Iterator[RegisteredCase]:
    """Yield the cases with an order of these kinds in a span, also where it was taken back later, with their
    facts as known (registers 04, 05, 09–12, 14, 15, 20, 21).
    """
    wanted = agencies & viewer.sight
    orders = EnforcementOrder.objects.filter(
        agency__in=wanted, kind__in=sorted(kinds), issued_on__range=(first, last)
    )
    taken_back = ledger.subjects_with_cancellations(SUBJECT)
    found = EnforcementCase.objects.filter(
        Q(pk__in=orders.values("case")) | Q(uuid__in=taken_back), agency__in=wanted
    )
    yield from _registered(found, known_at)


def _registered(found: QuerySet[EnforcementCase], known_at: datetime) -> Iterator[RegisteredCase]:
    cases = list(found.order_by(*BY_DECISION).prefetch_related("sent__case"))
    for start in range(0, len(cases), PORTION):
        portion = cases[start : start + PORTION]
        entries = ledger.entries_of_many(SUBJECT, [case.uuid for case in portion])
        told = {uuid: from_ledger(group) for uuid, group in groupby(entries, key=lambda one: one.subject_id)}
        for case in portion:
            lines, seqs = as_known(told.get(case.uuid, ()), known_at)
            opening = next((line for line in lines if isinstance(line.fact, DecisionIssued)), None)
            if opening is not None and isinstance(opening.fact, DecisionIssued):
                yield RegisteredCase(
                    case.uuid, case.agency, case.debtor, case.creditor, opening.fact, opening.took_effect,
                    lines, seqs, _replies(case),
                )  # fmt: skip


def _replies(case: EnforcementCase) -> Mapping[int, str]:
    """Return the decisions of the agencies that took in what was passed on, by the place of the fact."""
    taken = ((row.seq, row.case) for row in case.sent.all() if row.case is not None)
    return {seq: f"{one.decision_no} ngày {write_date(one.decided_on)}" for seq, one in taken}


def registered_judgments(
    viewer: Viewer, *, agencies: frozenset[str], first: date, last: date
) -> Sequence[RegisteredJudgment]:
    """Return the lines of register 01 of a span, in the order of their numbers."""
    rows = Judgment.objects.filter(agency__in=agencies & viewer.sight, received_on__range=(first, last))
    found = rows.order_by("received_on", "id").prefetch_related("parties", "cases")
    return [_judgment(row) for row in found]


def _judgment(row: Judgment) -> RegisteredJudgment:
    parties = "; ".join(
        f"{one.name}, {one.address}" if one.address else one.name for one in row.parties.all()
    )
    decided = "; ".join(f"{case.decision_no} ngày {write_date(case.decided_on)}" for case in row.cases.all())
    return RegisteredJudgment(
        row.uuid, row.register_no, row.received_on, _words("ReceiptManner", row.manner), row.number,
        row.issued_on, row.court, parties, "; ".join(row.papers), decided,
    )  # fmt: skip


def _words(vocabulary: str, code: str) -> str:
    """Return the words of a code; a row of older times has none."""
    return LAW.label(vocabulary, code) if code else ""


def registered_requests(
    viewer: Viewer, *, agencies: frozenset[str], first: date, last: date
) -> Sequence[RegisteredRequest]:
    """Return the lines of register 02 of a span, in the order of their numbers."""
    rows = EnforcementRequest.objects.filter(
        agency__in=agencies & viewer.sight, received_on__range=(first, last)
    )
    found = rows.order_by("received_on", "id").select_related("judgment")
    return [_request(row) for row in found.prefetch_related("duties", "cases", "judgment__parties")]


def _request(row: EnforcementRequest) -> RegisteredRequest:
    judgment = row.judgment
    duties = "; ".join(
        LAW.label("ObligationKind", duty.kind) + (f" {write_dong(duty.amount)}" if duty.amount else "")
        for duty in row.duties.all()
    )
    return RegisteredRequest(
        row.uuid, row.register_no, row.received_on, row.requested_on,
        _words("RequestChannel", row.channel), row.requester,
        "; ".join(party.name for party in judgment.parties.all()),
        f"{judgment.number} ngày {write_date(judgment.issued_on)}, {judgment.court}", duties, row.content,
        _outcome(row),
    )  # fmt: skip


def _outcome(row: EnforcementRequest) -> str:
    if row.status == RequestStatus.REFUSED and row.refused_on is not None:
        ground = LAW.ground("request_refusal", row.refusal_ground, on=row.refused_on).vi
        return f"Từ chối ngày {write_date(row.refused_on)}: {ground}"
    decided = "; ".join(f"{case.decision_no} ngày {write_date(case.decided_on)}" for case in row.cases.all())
    return decided or LAW.label(RequestStatus(row.status))


def registered_incoming(
    viewer: Viewer, *, agencies: frozenset[str], first: date, last: date
) -> Sequence[IncomingRow]:
    """Return the lines of register 06 of a span, in the order of receipt."""
    rows = IncomingCase.objects.filter(
        agency__in=agencies & viewer.sight, received_on__range=(first, last)
    ).exclude(register_no="")
    return incoming_lines(rows.order_by(*BY_RECEIPT))
