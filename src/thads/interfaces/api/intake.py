"""Intake: registers 01, 02 and 06, and the decisions that open cases (L08 Đ28–36; L25 Đ33–34)."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import ConfigDict, Field

from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.rules.duplicates import Likeness
from thads.enforcement.cases.rules.intake_pages import BailiffLoad, ProposedDecision
from thads.enforcement.cases.rules.listings import Page
from thads.enforcement.cases.rules.pages import IncomingRow, JudgmentPage, JudgmentRow, RequestRow
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.vocabulary import PartyRole, RequestStatus
from thads.interfaces.api.access import viewer_of
from thads.interfaces.api.acts import FAULTS, TOLD, Done
from thads.interfaces.api.cases import CaseRowOut, PartyOut
from thads.interfaces.api.errors import Fault
from thads.interfaces.api.shapes import Code, Day, Text, answer_of, arguments_of, check_asked, payload_of

router = Router(tags=["intake"])

JudgmentRowOut = answer_of(JudgmentRow, rename="judgment_id")
RequestRowOut = answer_of(RequestRow, rename="request_id")
IncomingRowOut = answer_of(IncomingRow, rename="incoming_id")
JudgmentEntryOut = answer_of(
    JudgmentPage, name="JudgmentEntry", leave_out=frozenset({"row", "parties", "requests", "cases"})
)
ProposedDecisionOut = answer_of(ProposedDecision)
BailiffLoadOut = answer_of(BailiffLoad)


class JudgmentPageOut(JudgmentEntryOut):  # type: ignore[misc, valid-type]
    """A judgment with its duties, parties, requests and cases."""

    row: JudgmentRowOut  # type: ignore[valid-type]
    parties: list[PartyOut]  # type: ignore[valid-type]
    requests: list[RequestRowOut]  # type: ignore[valid-type]
    cases: list[CaseRowOut]  # type: ignore[valid-type]


class KnownPartyOut(Schema):
    """A case in which somebody like the person asked for stands already, and how surely it is the same."""

    likeness: Likeness
    person: PartyOut  # type: ignore[valid-type]
    row: CaseRowOut  # type: ignore[valid-type]


class RegisterAsked(Schema):
    """Which lines of a register."""

    model_config = ConfigDict(extra="forbid")

    text: Text = ""
    agency: Code = ""
    page: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    size: Annotated[int, Field(ge=1, le=500)] = 50


class JudgmentsAsked(RegisterAsked):
    """Which judgments; `waiting`: those with duties to decide on ex officio."""

    waiting: bool = False


class RequestsAsked(RegisterAsked):
    """Which requests."""

    status: RequestStatus | None = None


class IncomingAsked(RegisterAsked):
    """Which decisions of other agencies; `waiting`: those that no case has taken in."""

    waiting: bool = False


class JudgmentsOut(Schema):
    """A page of register 01."""

    total: int
    page: int
    pages: int
    rows: list[JudgmentRowOut]  # type: ignore[valid-type]


class RequestsOut(Schema):
    """A page of register 02."""

    total: int
    page: int
    pages: int
    rows: list[RequestRowOut]  # type: ignore[valid-type]


class IncomingOut(Schema):
    """A page of register 06."""

    total: int
    page: int
    pages: int
    rows: list[IncomingRowOut]  # type: ignore[valid-type]


@router.get(
    "/judgments",
    response={200: JudgmentsOut, 401: Fault, 422: Fault},
    operation_id="judgments",
    summary="Sổ nhận bản án",
)
def judgments(request: HttpRequest, asked: Query[JudgmentsAsked]) -> JudgmentsOut:
    """Return a page of the judgments received."""
    check_asked(request, asked)
    listing = queries.judgments(
        viewer_of(request), text=asked.text, agency=asked.agency, waiting=asked.waiting,
        page=Page(asked.page, asked.size),
    )  # fmt: skip
    rows = [JudgmentRowOut.model_validate(row) for row in listing.rows]
    return JudgmentsOut(total=listing.total, page=asked.page, pages=listing.pages, rows=rows)


@router.get(
    "/requests",
    response={200: RequestsOut, 401: Fault, 422: Fault},
    operation_id="requests",
    summary="Sổ nhận yêu cầu",
)
def requests(request: HttpRequest, asked: Query[RequestsAsked]) -> RequestsOut:
    """Return a page of the requests received."""
    check_asked(request, asked)
    listing = queries.requests(
        viewer_of(request), text=asked.text, agency=asked.agency, status=asked.status,
        page=Page(asked.page, asked.size),
    )  # fmt: skip
    rows = [RequestRowOut.model_validate(row) for row in listing.rows]
    return RequestsOut(total=listing.total, page=asked.page, pages=listing.pages, rows=rows)


@router.get(
    "/incoming",
    response={200: IncomingOut, 401: Fault, 422: Fault},
    operation_id="incoming_cases",
    summary="Sổ nhận quyết định ủy thác",
)
def incoming_cases(request: HttpRequest, asked: Query[IncomingAsked]) -> IncomingOut:
    """Return a page of what other agencies have passed on."""
    check_asked(request, asked)
    listing = queries.incoming_cases(
        viewer_of(request), text=asked.text, agency=asked.agency, waiting=asked.waiting,
        page=Page(asked.page, asked.size),
    )  # fmt: skip
    rows = [IncomingRowOut.model_validate(row) for row in listing.rows]
    return IncomingOut(total=listing.total, page=asked.page, pages=listing.pages, rows=rows)


class DayAsked(Schema):
    """On which day; today when left out."""

    model_config = ConfigDict(extra="forbid")

    on: Day | None = None


class PersonAsked(Schema):
    """Somebody who may be known already."""

    model_config = ConfigDict(extra="forbid")

    name: Text = ""
    id_number: Code = ""
    born: Code = ""
    address: Text = ""


class AllDone(Schema):
    """The cases opened, each by a decision of its own."""

    ids: list[UUID]


@router.get(
    "/judgments/{uuid:judgment_id}",
    response={200: JudgmentPageOut, 401: Fault, 404: Fault},
    operation_id="judgment_page",
    summary="Bản án đã nhận",
)
def judgment(request: HttpRequest, judgment_id: UUID) -> Any:
    """Return a judgment with its duties, parties, requests and cases."""
    return JudgmentPageOut.model_validate(queries.judgment_page(viewer_of(request), judgment_id))


@router.get(
    "/judgments/{uuid:judgment_id}/proposals",
    response={200: list[ProposedDecisionOut], 401: Fault, 404: Fault, 422: Fault},  # type: ignore[valid-type]
    operation_id="propose_decisions",
    summary="Các quyết định chủ động phải ra",
)
def proposals(request: HttpRequest, judgment_id: UUID, asked: Query[DayAsked]) -> Any:
    """Return the decisions ex officio that the law asks for, with their reason and article."""
    check_asked(request, asked)
    viewer = viewer_of(request)
    found = queries.propose_decisions(viewer, judgment_id, on=asked.on or viewer.on)
    return [ProposedDecisionOut.model_validate(one) for one in found]


@router.get(
    "/agencies/{agency}/bailiff-loads",
    response={200: list[BailiffLoadOut], 401: Fault, 422: Fault},  # type: ignore[valid-type]
    operation_id="bailiff_loads",
    summary="Số việc của từng Chấp hành viên",
)
def bailiff_loads(request: HttpRequest, agency: Code) -> Any:
    """Return the bailiffs of an agency in sight, whoever has least to do first."""
    viewer = viewer_of(request)
    found = queries.bailiff_loads(viewer, agency, on=viewer.on)
    return [BailiffLoadOut.model_validate(one) for one in found]


@router.get(
    "/known-parties",
    response={200: list[KnownPartyOut], 401: Fault, 422: Fault},
    operation_id="known_parties",
    summary="Đương sự đã có trong việc khác",
)
def known_parties(request: HttpRequest, asked: Query[PersonAsked]) -> Any:
    """Return the cases in sight in which this person stands, by number first, then by name."""
    check_asked(request, asked)
    person = PartyDetails(PartyRole.DEBTOR, asked.name, asked.address, asked.id_number, born=asked.born)
    found = queries.known_parties(viewer_of(request), person)
    return [KnownPartyOut.model_validate(one) for one in found]


def _offer(path: str, act: Callable[..., Any], *, subject: str = "", many: bool = False) -> None:
    """Offer an act at an address; `subject` is the argument that stands in the address, `many`: it opens
    several cases.
    """
    name = act.__name__
    words = name.replace("_", " ").title().replace(" ", "")
    payload_type = payload_of(act, name=f"{words}Payload", without=(subject,))

    def answer(done: Any) -> Any:
        return AllDone(ids=list(done)) if many else Done(id=done)

    def perform(request: HttpRequest, payload: Any = TOLD) -> Any:
        return answer(act(viewer=viewer_of(request), **arguments_of(payload, act)))

    def perform_on(request: HttpRequest, subject_id: UUID, payload: Any = TOLD) -> Any:
        return answer(act(viewer=viewer_of(request), **{subject: subject_id}, **arguments_of(payload, act)))

    handler = perform_on if subject else perform
    handler.__annotations__["payload"] = payload_type
    handler.__doc__ = act.__doc__
    summary = (act.__doc__ or name).strip().splitlines()[0]
    shape = AllDone if many else Done
    router.post(path, response={200: shape, **FAULTS}, operation_id=name, summary=summary)(handler)


_offer("/judgments", actions.receive_judgment)
_offer("/judgments/{uuid:subject_id}/papers", actions.record_papers, subject="judgment_id")
_offer("/judgments/{uuid:subject_id}/court-notice", actions.tell_court, subject="judgment_id")
_offer("/judgments/{uuid:subject_id}/requests", actions.receive_request, subject="judgment_id")
_offer("/judgments/{uuid:subject_id}/decisions", actions.issue_ex_officio, subject="judgment_id")
_offer(
    "/judgments/{uuid:subject_id}/decisions/all", actions.issue_decisions, subject="judgment_id", many=True
)
_offer("/requests/{uuid:subject_id}/supplement", actions.ask_supplement, subject="request_id")
_offer("/requests/{uuid:subject_id}/completion", actions.complete_request, subject="request_id")
_offer("/requests/{uuid:subject_id}/limitation", actions.decide_limitation, subject="request_id")
_offer("/requests/{uuid:subject_id}/decision", actions.issue_on_request, subject="request_id")
_offer("/requests/{uuid:subject_id}/refusal", actions.refuse_request, subject="request_id")
_offer("/requests/decisions", actions.issue_on_requests, many=True)
_offer("/delegations", actions.accept_delegation)
_offer("/incoming/{uuid:subject_id}/receipt", actions.receive_incoming, subject="incoming_id")
_offer("/incoming/{uuid:subject_id}/decision", actions.accept_incoming, subject="incoming_id")
_offer("/incoming/{uuid:subject_id}/return", actions.return_incoming, subject="incoming_id")
_offer("/cases/{uuid:subject_id}/rulings", actions.forward_ruling, subject="case_id")
_offer("/cases/{uuid:subject_id}/acts/transfer_rights", actions.transfer_rights, subject="case_id")
_offer("/cases/{uuid:subject_id}/acts/hand_to_agency", actions.hand_to_agency, subject="case_id")
