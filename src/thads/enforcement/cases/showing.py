"""Rows of the tables as the values that screens show."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db.models import QuerySet, Value
from django.db.models.functions import StrIndex

from thads.enforcement.cases.models import EnforcementCase, EnforcementRequest, Judgment, Party
from thads.enforcement.cases.rules.dues import due
from thads.enforcement.cases.rules.intake_dues import IntakeDue, judgment_due, request_due
from thads.enforcement.cases.rules.limitation import ExcludedCause, ExcludedTime
from thads.enforcement.cases.rules.pages import CaseRow, DueCase, JudgmentRow, RequestRow
from thads.enforcement.cases.rules.parties import PartyDetails, named
from thads.enforcement.cases.rules.requested import RequestChannel, RequiredField
from thads.enforcement.cases.rules.standing import CaseStanding
from thads.enforcement.cases.rules.vocabulary import (
    Flag,
    Initiation,
    JudgmentKind,
    ObligationStatus,
    PartyRole,
    RequestStatus,
    VerificationResult,
)
from thads.enforcement.deadlines import queries as deadlines
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation

_SEQUENCE = StrIndex("number", Value("/"))  # as long as the sequence number is, so 9 comes before 10

BY_DECISION = ("decided_on", _SEQUENCE.asc(), "number", "id")
"""The oldest decision first; of one day, by number as `number_key` has it."""

NEWEST_FIRST = ("-decided_on", _SEQUENCE.desc(), "-number", "-id")

ROW_FIELDS = (
    "uuid",
    "number",
    "agency",
    "bailiff",
    "debtor",
    "creditor",
    "initiation",
    "judgment_kind",
    "status",
    "is_open",
    "since",
    "until",
    "decided_on",
    "owed",
    "collected",
    "remaining",
    "flags",
    "ground",
    "notice_on",
    "voluntary_until",
    "last_verified_on",
    "last_found",
    "verifications",
    "unable_on",
)


def read_flags(written: str) -> tuple[Flag, ...]:
    """Read marks back from their column."""
    return tuple(Flag(mark) for mark in written.split("|") if mark)


def as_row(case: EnforcementCase, names: Mapping[str, str]) -> CaseRow:
    """Return a case as a line of a list; `names` are the staff's by code."""
    return CaseRow(
        case_id=case.uuid, number=case.number, agency=case.agency, bailiff=case.bailiff,
        bailiff_name=names.get(case.bailiff, ""), debtor=case.debtor, creditor=case.creditor,
        initiation=Initiation(case.initiation), judgment_kind=JudgmentKind(case.judgment_kind),
        status=ObligationStatus(case.status), is_open=case.is_open, since=case.since, until=case.until,
        decided_on=case.decided_on, owed=case.owed, collected=case.collected, remaining=case.remaining,
        flags=read_flags(case.flags),
    )  # fmt: skip


def as_rows(cases: Iterable[EnforcementCase], *, names: Mapping[str, str] | None = None) -> Sequence[CaseRow]:
    """Return cases as lines of a list; the staff's names are asked for unless they are known."""
    names = organisation.staff_names() if names is None else names
    return [as_row(case, names) for case in cases]


def standing_of(case: EnforcementCase) -> CaseStanding:
    """Return what deadlines are derived from."""
    return CaseStanding(
        initiation=Initiation(case.initiation),
        status=ObligationStatus(case.status),
        decided_on=case.decided_on,
        is_assigned=bool(case.bailiff),
        since=case.since,
        until=case.until,
        ground=case.ground,
        notice_on=case.notice_on,
        voluntary_until=case.voluntary_until,
        last_verified_on=case.last_verified_on,
        last_found=VerificationResult(case.last_found) if case.last_found else None,
        verifications=case.verifications,
        unable_on=case.unable_on,
        flags=read_flags(case.flags),
    )


def as_due_cases(viewer: Viewer, cases: QuerySet[EnforcementCase]) -> Sequence[DueCase]:
    """Return cases as lines of a list with what is due on each today."""
    rows = as_rows(cases.only(*ROW_FIELDS))
    dues = deadlines.dues_of_subjects(viewer, [row.case_id for row in rows], on=viewer.on)
    return [DueCase(row, dues.get(row.case_id, ())) for row in rows]


def as_party(row: Party) -> PartyDetails:
    """Return a party as a value."""
    return PartyDetails(
        PartyRole(row.role), row.name, row.address, row.id_number, row.phone, row.born, row.bank_account
    )


def judgment_line(row: Judgment) -> JudgmentRow:
    """Return a judgment as a line of register 01."""
    parties = tuple(as_party(party) for party in row.parties.all())
    debtor, creditor = named(parties, PartyRole.DEBTOR), named(parties, PartyRole.CREDITOR)
    rule = due_of_judgment(row)
    return JudgmentRow(
        judgment_id=row.uuid, agency=row.agency, register_no=row.register_no, received_on=row.received_on,
        number=row.number, issued_on=row.issued_on, court=row.court, kind=JudgmentKind(row.kind),
        parties=" – ".join(name for name in (creditor, debtor) if name), awaits_decision=row.awaits_decision,
        due=due(rule.key, start=rule.start) if rule else None, is_interim=row.is_interim,
    )  # fmt: skip


def due_of_judgment(row: Judgment) -> IntakeDue | None:
    """Return by which rule and from which day the decision ex officio is due, None when none is waited
    for.
    """
    if not row.awaits_decision:
        return None
    return judgment_due(
        kind=JudgmentKind(row.kind), is_interim=row.is_interim, received_on=row.received_on,
        awaits_papers=row.awaits_papers, papers_on=row.papers_on,
    )  # fmt: skip


def request_line(row: EnforcementRequest) -> RequestRow:
    """Return a request as a line of register 02, or of those that wait for completion."""
    status, rule = RequestStatus(row.status), due_of_request(row)
    return RequestRow(
        request_id=row.uuid, agency=row.agency, register_no=row.register_no, requester=row.requester,
        requested_on=row.requested_on, received_on=row.received_on, status=status, refused_on=row.refused_on,
        refusal_ground=row.refusal_ground, judgment_id=row.judgment.uuid, judgment_no=row.judgment.number,
        due=due(rule.key, start=rule.start) if rule else None,
        channel=RequestChannel(row.channel) if row.channel else None, slip_no=row.slip_no,
        by_debtor=row.by_debtor, missing=tuple(RequiredField(one) for one in row.missing),
        supplement_asked_on=row.supplement_asked_on, supplement_no=row.supplement_no,
        completed_on=row.completed_on, excluded=read_excluded(row),
        limitation_accepted=row.limitation_accepted, limitation_on=row.limitation_on,
        limitation_no=row.limitation_no, limitation_ground=row.limitation_ground,
        contract_no=row.contract_no, contract_on=row.contract_on,
    )  # fmt: skip


def due_of_request(row: EnforcementRequest) -> IntakeDue | None:
    """Return by which rule and from which day a request is to be answered, None when it was."""
    return request_due(
        status=RequestStatus(row.status), received_on=row.received_on, judgment_on=row.judgment.received_on,
        completed_on=row.completed_on, supplement_asked_on=row.supplement_asked_on,
        contract_on=row.contract_on,
    )  # fmt: skip


def read_excluded(request: EnforcementRequest) -> tuple[ExcludedTime, ...]:
    """Return the times of a request that do not count in its limitation."""
    return tuple(
        ExcludedTime(ExcludedCause(cause), date.fromisoformat(since), date.fromisoformat(until))
        for cause, since, until in request.excluded
    )
