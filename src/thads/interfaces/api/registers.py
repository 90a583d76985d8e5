"""Registers of enforcement over any span, and their closings (T04 Đ30)."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import ConfigDict

from thads.interfaces.api.access import viewer_of
from thads.interfaces.api.errors import Fault
from thads.interfaces.api.shapes import Code, Day, Instant, Number, Payload, Text, check_asked
from thads.law import LAW
from thads.reporting.registers import actions, queries
from thads.reporting.registers.rules.closing import ClosingKind
from thads.reporting.registers.rules.runs import RegisterRun, written_lines

router = Router(tags=["registers"])
FAULTS = {400: Fault, 401: Fault, 403: Fault, 404: Fault, 409: Fault, 422: Fault}


class RegisterAsked(Schema):
    """Which agency, which days (both included), as known when (now)."""

    model_config = ConfigDict(extra="forbid")

    agency: Code
    first: Day
    last: Day
    known_at: Instant | None = None


class RegisterNameOut(Schema):
    """A register that is kept."""

    code: str
    name: str
    basis: str
    certainty: str
    columns: dict[str, str]


class RegisterOut(Schema):
    """A register as run: lines with cells by the key of the column, the sum of the money column in đồng."""

    code: str
    name: str
    agency: str
    first: date
    last: date
    known_at: datetime
    total: int
    lines: list[dict[str, Any]]


class ClosingPayload(Payload):
    """Which span of the statistics year to close: quarter 1–4, half 1–2, or the year."""

    agency: Code
    kind: ClosingKind
    year: Number
    number: Number = 1
    head: Text = ""


class ClosingOut(Schema):
    """A closing of a register."""

    id: UUID
    code: str
    span: str
    first: date
    last: date
    known_at: datetime
    closed_on: date
    lines: int
    total: int
    fingerprint: str


@router.get(
    "/registers", response={200: list[RegisterNameOut], 401: Fault}, operation_id="register_list",
    summary="Các sổ thi hành án",
)  # fmt: skip
def register_list(request: HttpRequest) -> list[RegisterNameOut]:
    """Return the registers that are kept, with their columns."""
    return [
        RegisterNameOut(
            code=one.code, name=one.vi, basis=one.basis, certainty=one.certainty.value,
            columns={column.key: column.vi for column in one.columns},
        )
        for one in LAW.registers.values()
    ]  # fmt: skip


@router.get(
    "/registers/{code}", response={200: RegisterOut, **FAULTS}, operation_id="register_run",
    summary="Một sổ trong khoảng thời gian",
)  # fmt: skip
def register_run(request: HttpRequest, code: str, asked: Query[RegisterAsked]) -> RegisterOut:
    """Return a register of an agency over a span, as known at an instant."""
    check_asked(request, asked)
    return _run_out(queries.register_run(viewer_of(request), register=code, **asked.model_dump()))


@router.get(
    "/registers/{code}/closings", response={200: list[ClosingOut], **FAULTS}, operation_id="closing_list",
    summary="Các lần kết sổ",
)  # fmt: skip
def closing_list(request: HttpRequest, code: str, agency: Code) -> list[ClosingOut]:
    """Return the closings of a register of an agency in sight, the latest first."""
    found = queries.closings(viewer_of(request), agency=agency, register=LAW.register(code).code)
    return [_closing_out(one) for one in found]


@router.post(
    "/registers/{code}/closings", response={200: ClosingOut, **FAULTS}, operation_id="close_register",
    summary="Kết sổ (T04 Đ30.4)",
)  # fmt: skip
def close_register(request: HttpRequest, code: str, payload: ClosingPayload) -> ClosingOut:
    """Close a register over a span that is over; refused when closed already."""
    viewer = viewer_of(request)
    closing_id = actions.close_register(viewer=viewer, register=code, **payload.model_dump())
    return _closing_out(queries.closing_of(viewer, closing_id))


@router.get(
    "/registers/closings/{uuid:closing_id}", response={200: RegisterOut, **FAULTS},
    operation_id="closed_register", summary="Sổ như lúc kết",
)  # fmt: skip
def closed_register(request: HttpRequest, closing_id: UUID) -> RegisterOut:
    """Return a register as it was closed: the same for ever."""
    return _run_out(queries.closed_run(viewer_of(request), closing_id))


def _run_out(run: RegisterRun) -> RegisterOut:
    return RegisterOut(
        code=run.layout.code, name=run.layout.vi, agency=run.agency, first=run.first, last=run.last,
        known_at=run.known_at, total=run.total, lines=written_lines(run.lines),
    )  # fmt: skip


def _closing_out(one: queries.Closing) -> ClosingOut:
    return ClosingOut(
        id=one.closing_id, code=one.register, span=one.words, first=one.first, last=one.last,
        known_at=one.known_at, closed_on=one.closed_on, lines=one.lines, total=one.total,
        fingerprint=one.fingerprint,
    )  # fmt: skip
