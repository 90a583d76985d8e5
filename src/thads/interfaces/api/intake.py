"""Intake: registers 01, 02 and 06, and the decisions that open cases (L08 Đ28–36; L25 Đ33–34)."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import ConfigDict, Field

from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.rules.listings import Page
from thads.enforcement.cases.rules.pages import IncomingRow, JudgmentRow, RequestRow
from thads.enforcement.cases.rules.vocabulary import RequestStatus
from thads.interfaces.api.access import viewer_of
from thads.interfaces.api.acts import FAULTS, TOLD, Done
from thads.interfaces.api.errors import Fault
from thads.interfaces.api.shapes import Code, Text, answer_of, arguments_of, check_asked, payload_of

router = Router(tags=["intake"])

JudgmentRowOut = answer_of(JudgmentRow, rename="judgment_id")
RequestRowOut = answer_of(RequestRow, rename="request_id")
IncomingRowOut = answer_of(IncomingRow, rename="incoming_id")


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


def _offer(path: str, act: Callable[..., UUID], *, subject: str = "") -> None:
    """Offer an act at an address; `subject` is the argument that stands in the address."""
    name = act.__name__
    words = name.replace("_", " ").title().replace(" ", "")
    payload_type = payload_of(act, name=f"{words}Payload", without=(subject,))

    def perform(request: HttpRequest, payload: Any = TOLD) -> Done:
        return Done(id=act(viewer=viewer_of(request), **arguments_of(payload, act)))

    def perform_on(request: HttpRequest, subject_id: UUID, payload: Any = TOLD) -> Done:
        done = act(viewer=viewer_of(request), **{subject: subject_id}, **arguments_of(payload, act))
        return Done(id=done)

    handler = perform_on if subject else perform
    handler.__annotations__["payload"] = payload_type
    handler.__doc__ = act.__doc__
    summary = (act.__doc__ or name).strip().splitlines()[0]
    router.post(path, response={200: Done, **FAULTS}, operation_id=name, summary=summary)(handler)


_offer("/judgments", actions.receive_judgment)
_offer("/judgments/{uuid:subject_id}/requests", actions.receive_request, subject="judgment_id")
_offer("/judgments/{uuid:subject_id}/decisions", actions.issue_ex_officio, subject="judgment_id")
_offer("/requests/{uuid:subject_id}/decision", actions.issue_on_request, subject="request_id")
_offer("/requests/{uuid:subject_id}/refusal", actions.refuse_request, subject="request_id")
_offer("/delegations", actions.accept_delegation)
_offer("/incoming/{uuid:subject_id}/receipt", actions.receive_incoming, subject="incoming_id")
_offer("/incoming/{uuid:subject_id}/decision", actions.accept_incoming, subject="incoming_id")
