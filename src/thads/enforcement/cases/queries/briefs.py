"""Cases in brief, for the rooms above: one case, and the cases against one debtor."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q, QuerySet

from thads.enforcement.cases import locking as _locking  # noqa: F401  (its sentences)
from thads.enforcement.cases.models import EnforcementCase, Obligation, Party
from thads.enforcement.cases.rules.briefs import CaseBrief, DutyBrief
from thads.enforcement.cases.rules.vocabulary import Initiation, ObligationKind, ObligationStatus, PartyRole
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.refusals import Refusal


def case_brief(viewer: Viewer, case_id: UUID) -> CaseBrief:
    """Return one case in brief; refuses one out of sight."""
    case = _cases(viewer).filter(uuid=case_id).first()
    if case is None:
        raise Refusal("cases.not_found", name=viewer.name)
    return _brief(case)


def cases_against(viewer: Viewer, case_id: UUID) -> Sequence[CaseBrief]:
    """Return the cases at the same agency against a debtor of this case, itself first: same identity number,
    or same folded name where a number is missing.
    """
    case = _cases(viewer).filter(uuid=case_id).first()
    if case is None:
        raise Refusal("cases.not_found", name=viewer.name)
    alike = Q()
    for party in case.parties.all():
        if party.role == PartyRole.DEBTOR:
            named = Q(name_folded=party.name_folded)
            alike |= Q(id_number=party.id_number) | named & Q(id_number="") if party.id_number else named
    debtors = (
        Party.objects.filter(alike, role=PartyRole.DEBTOR.value, case__agency=case.agency) if alike else ()
    )
    ids = {party.case_id for party in debtors if party.case_id is not None} - {case.pk}
    others = _cases(viewer).filter(pk__in=ids).order_by("decided_on", "id")
    return [_brief(case), *(_brief(other) for other in others)]


def cases_in_brief(viewer: Viewer, case_ids: Sequence[UUID]) -> Sequence[CaseBrief]:
    """Return cases in brief, in the order given, as far as they are in sight."""
    found = {case.uuid: case for case in _cases(viewer).filter(uuid__in=case_ids)}
    return [_brief(found[one]) for one in case_ids if one in found]


def _cases(viewer: Viewer) -> QuerySet[EnforcementCase]:
    return (
        EnforcementCase.objects.filter(agency__in=viewer.sight)
        .select_related("request", "judgment")
        .prefetch_related("obligations", "parties")
    )


def _brief(case: EnforcementCase) -> CaseBrief:
    return CaseBrief(
        case_id=case.uuid,
        number=case.number,
        agency=case.agency,
        bailiff=case.bailiff,
        seq=case.seq,
        initiation=Initiation(case.initiation),
        decided_on=case.decided_on,
        requested_on=case.request.requested_on if case.request else None,
        requester=case.request.requester if case.request else "",
        notice_on=case.notice_on,
        voluntary_until=case.voluntary_until,
        judgment_no=case.judgment_no,
        judgment_on=case.judgment_on,
        effective_on=case.judgment.effective_on if case.judgment else None,
        debtor=case.debtor,
        creditor=case.creditor,
        is_open=case.is_open,
        duties=tuple(_duty(row) for row in sorted(case.obligations.all(), key=lambda row: row.no)),
    )


def _duty(row: Obligation) -> DutyBrief:
    gone = row.collected + row.terminated + row.reduced + row.delegated + row.pulled_up + row.recalled
    return DutyBrief(
        no=row.no,
        kind=ObligationKind(row.kind),
        creditor=row.creditor,
        debtor=row.debtor,
        content=row.content,
        amount=row.amount,
        collected=row.collected,
        remaining=row.amount - gone,
        is_open=ObligationStatus(row.status).is_open,
    )
