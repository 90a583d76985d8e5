"""Orders still to be told or sent, many sent at once, and the cases that ended in a month."""

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Body, Query, Router, Schema
from pydantic import ConfigDict, Field

from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.rules.listings import Page
from thads.enforcement.cases.rules.order_pages import EndedCase, OwedOrder
from thads.enforcement.cases.rules.vocabulary import OrderRecipient
from thads.interfaces.api.access import viewer_of
from thads.interfaces.api.errors import Fault
from thads.interfaces.api.shapes import Code, Day, answer_of, arguments_of, check_asked, payload_of

router = Router(tags=["orders"])
TOLD: Any = Body(...)  # type: ignore[type-arg]

OwedOrderOut = answer_of(OwedOrder)
EndedCaseOut = answer_of(EndedCase)
SendOrdersPayload = payload_of(actions.send_orders, name="SendOrdersPayload")


class OwedAsked(Schema):
    """Which orders; what is left out does not narrow."""

    model_config = ConfigDict(extra="forbid")

    recipient: OrderRecipient | None = None
    bailiff: Code = ""
    page: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    size: Annotated[int, Field(ge=1, le=500)] = 50


class OwedOut(Schema):
    """A page of the orders still to be sent, the oldest first."""

    total: int
    page: int
    pages: int
    rows: list[OwedOrderOut]  # type: ignore[valid-type]


class SentOut(Schema):
    """How many sendings were recorded."""

    sent: int


class EndedAsked(Schema):
    """Of which agency, and in the month of which day."""

    model_config = ConfigDict(extra="forbid")

    agency: Code
    month: Day


class EndedOut(Schema):
    """The cases that ended in a month, in the order in which they ended."""

    agency: str
    month: date
    rows: list[EndedCaseOut]  # type: ignore[valid-type]


@router.get(
    "/orders/owed", response={200: OwedOut, 401: Fault, 422: Fault}, operation_id="owed_orders",
    summary="Quyết định còn phải thông báo, gửi",
)  # fmt: skip
def owed_orders(request: HttpRequest, asked: Query[OwedAsked]) -> OwedOut:
    """Return the orders in sight that still have to go to the parties or the procuracy (L08 Đ38–39; L25
    Đ35).
    """
    check_asked(request, asked)
    found = queries.owed_orders(
        viewer_of(request), recipient=asked.recipient, bailiff=asked.bailiff,
        page=Page(asked.page, asked.size),
    )  # fmt: skip
    rows = [OwedOrderOut.model_validate(row) for row in found.rows]
    return OwedOut(total=found.total, page=asked.page, pages=found.pages, rows=rows)


def _send(request: HttpRequest, payload: Any = TOLD) -> SentOut:
    told = arguments_of(payload, actions.send_orders)
    return SentOut(sent=actions.send_orders(viewer=viewer_of(request), **told))


_send.__annotations__["payload"] = SendOrdersPayload
_send.__doc__ = actions.send_orders.__doc__
router.post(
    "/orders/sent",
    response={200: SentOut, 400: Fault, 401: Fault, 403: Fault, 404: Fault, 409: Fault, 422: Fault},
    operation_id="send_orders",
    summary="Record that many orders went to the same recipients on a day (L08 Đ38–39; L25 Đ35).",
)(_send)


@router.get(
    "/cases/ended", response={200: EndedOut, 401: Fault, 404: Fault, 422: Fault}, operation_id="ended_cases",
    summary="Việc đã kết thúc trong tháng",
)  # fmt: skip
def ended_cases(request: HttpRequest, asked: Query[EndedAsked]) -> EndedOut:
    """Return the cases of an agency that ended in a month, for the list to the procuracy (N152 Đ32.2)."""
    check_asked(request, asked)
    found = queries.ended_cases(viewer_of(request), agency=asked.agency, month=asked.month)
    rows = [EndedCaseOut.model_validate(row) for row in found]
    return EndedOut(agency=asked.agency, month=asked.month.replace(day=1), rows=rows)
