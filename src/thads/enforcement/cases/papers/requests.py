"""Papers on a request: slip of receipt, what must be completed, refusal, decision on the limitation (L08
Đ30–31; N62 Đ4; L25 Đ34; N152 Đ9–10).
"""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from thads.enforcement.cases.models import EnforcementRequest
from thads.enforcement.cases.papers.heading import head_of, judgment
from thads.enforcement.cases.papers.terms import term
from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.paper_kinds import request_kind
from thads.enforcement.cases.rules.requested import RequiredField
from thads.enforcement.cases.rules.vocabulary import Initiation, JudgmentKind
from thads.enforcement.documents.issuing import Issued, Subject, draft, issue_paper
from thads.enforcement.documents.rules.fields import FieldValue
from thads.enforcement.documents.rules.pages import Preview
from thads.enforcement.documents.rules.papers import paper_kind
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.queries import SignedBy
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal
from thads.law import LAW

SUBJECT = "request"
NO_FIELDS: Mapping[str, FieldValue] = {}


def issue_for_request(
    viewer: Viewer,
    request: EnforcementRequest,
    step: str,
    *,
    on: date,
    signer: str = "",
    signed: SignedBy | None = None,
    number: str = "",
    more: Mapping[str, FieldValue] = NO_FIELDS,
) -> Issued:
    """Issue the paper of a step of a request (`receipt`, `supplement`, `refusal`, `limitation_accepted`,
    `limitation_refused`); refuses one that the law of the day does not know.
    """
    kind = request_kind(step)
    return issue_paper(
        viewer, agency=request.agency, kind=kind, on=on, fields=_fields(request, kind, on, more),
        subject=Subject(SUBJECT, request.uuid), signer=signer, signed=signed, number=number,
    )  # fmt: skip


def preview_for_request(
    viewer: Viewer,
    request_id: UUID,
    step: str,
    *,
    on: date,
    more: Mapping[str, FieldValue] = NO_FIELDS,
) -> Preview:
    """Return what the paper of a step would say; nothing is written. Refuses a request out of sight."""
    request = EnforcementRequest.objects.filter(uuid=request_id, agency__in=viewer.sight).first()
    if request is None:
        raise Refusal("cases.request_not_found", name=viewer.name)
    kind = request_kind(step)
    return draft(viewer, agency=request.agency, kind=kind, on=on, fields=_fields(request, kind, on, more))


def _fields(
    request: EnforcementRequest, kind: str, on: date, more: Mapping[str, FieldValue]
) -> dict[str, FieldValue]:
    tree = organisation.agency_tree(on=on)
    said: dict[str, FieldValue] = {
        "issuer": head_of(tree, request.agency, on=on).upper(),
        "requester": request.requester,
        "requester_address": _address(request),
        "judgment": judgment(_as_opening(request)),
        "content": request.content or _asked(request),
        "requested_on": request.requested_on,
        "received_on": request.received_on,
        "register_no": request.register_no or request.slip_no,
        "missing": "; ".join(_missing(request)),
        "reason": request.limitation_ground,
        "complaint_term": term("complaint.limit_before_measures", on),
        **_ground(request, on),
    }
    own = {one.name for one in paper_kind(kind).fields}
    return {**{name: value for name, value in said.items() if name in own}, **more}


def _as_opening(request: EnforcementRequest) -> f.DecisionIssued:
    row = request.judgment
    return f.DecisionIssued(
        number="", initiation=Initiation.ON_REQUEST, judgment_kind=JudgmentKind(row.kind), duties=(),
        judgment_no=row.number, judgment_on=row.issued_on, court=row.court,
    )  # fmt: skip


def _address(request: EnforcementRequest) -> str:
    parties = request.judgment.parties.all()
    return next((one.address for one in parties if one.name_folded == fold(request.requester)), "")


def _asked(request: EnforcementRequest) -> str:
    """Return the duties asked for by the law's words, when the register holds no words of the request."""
    kinds = dict.fromkeys(LAW.label("ObligationKind", duty.kind) for duty in request.duties.order_by("no"))
    return "; ".join(kinds) or "thi hành bản án, quyết định"


def _missing(request: EnforcementRequest) -> list[str]:
    known = set(RequiredField)
    return [LAW.label(RequiredField(one)) if one in known else str(one) for one in request.missing]


def _ground(request: EnforcementRequest, on: date) -> dict[str, FieldValue]:
    listed = (one for one in LAW.grounds("request_refusal", on=on) if one.code == request.refusal_ground)
    found = next(listed, None)
    return {} if found is None else {"ground_basis": LAW.cite(found.basis), "ground": found.vi}
