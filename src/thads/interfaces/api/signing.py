"""Who could sign an act, and delegations of signature (L08 Đ20, 22–23; L25 Đ22–25; N152 Đ97.1c)."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import ConfigDict, Field

from thads.foundation.organisation import actions
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.queries import DelegationRow
from thads.foundation.organisation.rules.signing_day import Signer
from thads.interfaces.api.access import viewer_of
from thads.interfaces.api.acts import FAULTS, TOLD, Done
from thads.interfaces.api.errors import Fault
from thads.interfaces.api.shapes import (
    Code,
    Day,
    Payload,
    Text,
    answer_of,
    arguments_of,
    check_asked,
    payload_of,
)

router = Router(tags=["signing"])

SigningDelegationOut = answer_of(DelegationRow, name="SigningDelegationOut", rename="delegation_id")
DelegateSigningPayload = payload_of(actions.delegate_signing, name="DelegateSigningPayload")


class SignersAsked(Schema):
    """Which act, of which agency, on which day (today)."""

    model_config = ConfigDict(extra="forbid")

    act: Annotated[Code, Field(description="an act of the law's signing matrix, as enforcement_decision")]
    agency: Code
    on: Day | None = None


class DelegationsAsked(Schema):
    """At which agency (all in sight), running on which day or later (today)."""

    model_config = ConfigDict(extra="forbid")

    agency: Code = ""
    on: Day | None = None


class SignerOut(Schema):
    """One who can sign; `how` is S by law or D by delegation; `absent_since` when he left his post."""

    staff: str
    name: str
    agency: str
    role: str
    titles: list[str]
    how: str
    basis: str
    certainty: str
    scope: str
    delegation_no: str
    absent_since: date | None


class SignersOut(Schema):
    """Who can sign the act on the day, by law first."""

    act: str
    agency: str
    on: date
    signers: list[SignerOut]


class SigningDelegationsOut(Schema):
    """Delegations of signature, newest paper first."""

    on: date
    rows: list[SigningDelegationOut]  # type: ignore[valid-type]


class EndDelegationPayload(Payload):
    """From which day it no longer holds, and why."""

    until: Day
    reason: Text


@router.get(
    "/signers",
    response={200: SignersOut, 401: Fault, 404: Fault, 409: Fault, 422: Fault},
    operation_id="signers",
    summary="Ai ký được một loại văn bản",
)
def signers(request: HttpRequest, asked: Query[SignersAsked]) -> SignersOut:
    """Return who can sign the act at the agency on the day."""
    check_asked(request, asked)
    viewer = viewer_of(request)
    on = asked.on or viewer.on
    found = organisation.signers(viewer, asked.act, asked.agency, on=on)
    return SignersOut(act=asked.act, agency=asked.agency, on=on, signers=[_signer(one) for one in found])


@router.get(
    "/signing/delegations",
    response={200: SigningDelegationsOut, 401: Fault, 404: Fault, 422: Fault},
    operation_id="signing_delegations",
    summary="Văn bản ủy quyền ký",
)
def signing_delegations(request: HttpRequest, asked: Query[DelegationsAsked]) -> SigningDelegationsOut:
    """Return the delegations of signature that run on the day or later."""
    check_asked(request, asked)
    viewer = viewer_of(request)
    on = asked.on or viewer.on
    found = organisation.delegations(viewer, agency=asked.agency, on=on)
    return SigningDelegationsOut(on=on, rows=[SigningDelegationOut.model_validate(row) for row in found])


def delegate_signing(request: HttpRequest, payload: Any = TOLD) -> Done:
    """Record a head's paper that lets another sign in his place."""
    act = actions.delegate_signing
    return Done(id=act(viewer=viewer_of(request), **arguments_of(payload, act)))


delegate_signing.__annotations__["payload"] = DelegateSigningPayload
router.post(
    "/signing/delegations",
    response={200: Done, **FAULTS},
    operation_id="delegate_signing",
    summary="Ghi văn bản ủy quyền ký",
)(delegate_signing)


@router.post(
    "/signing/delegations/{uuid:delegation_id}/end",
    response={200: Done, **FAULTS},
    operation_id="end_delegation",
    summary="Chấm dứt ủy quyền ký",
)
def end_delegation(request: HttpRequest, delegation_id: UUID, payload: EndDelegationPayload) -> Done:
    """End a delegation before its time; what was signed stays signed."""
    done = actions.end_delegation(
        viewer=viewer_of(request), delegation_id=delegation_id, until=payload.until, reason=payload.reason
    )
    return Done(id=done)


def _signer(one: Signer) -> SignerOut:
    signature = one.signature
    paper = signature.delegation
    return SignerOut(
        staff=one.staff, name=one.name, agency=one.agency, role=signature.role, titles=list(one.titles),
        how=signature.how, basis=signature.basis, certainty=signature.certainty, scope=signature.scope,
        delegation_no=paper.number if paper is not None else "", absent_since=one.absent_since,
    )  # fmt: skip
