"""Cases: the list with its filters, one case with its obligations, timeline and lawful steps."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import ConfigDict, Field

from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.rules.dues import Due
from thads.enforcement.cases.rules.lifecycle import Step
from thads.enforcement.cases.rules.listings import Page
from thads.enforcement.cases.rules.order_pages import MeasureLine, OrderLine
from thads.enforcement.cases.rules.pages import (
    CaseFilter,
    CaseOrder,
    CasePage,
    CaseRow,
    ObligationLine,
    StatusGroup,
    TimelineEntry,
)
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.state import Mandate
from thads.enforcement.cases.rules.vocabulary import ArchiveStep, Flag, Initiation, ObligationStatus
from thads.interfaces.api.access import viewer_of
from thads.interfaces.api.errors import Fault
from thads.interfaces.api.shapes import Code, Text, answer_of, check_asked
from thads.law import Ground

router = Router(tags=["cases"])

CaseRowOut = answer_of(CaseRow, rename="case_id")
ObligationOut = answer_of(ObligationLine, name="Obligation")
PartyOut = answer_of(PartyDetails, name="Party")
DueOut = answer_of(Due)
MeasureOut = answer_of(MeasureLine, name="Measure")
OrderOut = answer_of(OrderLine, name="Order")
MandateOut = answer_of(Mandate)
GroundOut = answer_of(Ground, leave_out=frozenset({"kind", "attributes", "since", "until"}))


class CasesAsked(Schema):
    """Which cases; what is left out does not narrow."""

    model_config = ConfigDict(extra="forbid")

    text: Text = Field("", description="number, names without marks, judgment number, identity number")
    group: StatusGroup | None = None
    status: ObligationStatus | None = None
    agency: Code = ""
    bailiff: Code = ""
    initiation: Initiation | None = None
    flag: Flag | None = None
    overdue: bool = False
    order: CaseOrder = CaseOrder.NEWEST
    page: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    size: Annotated[int, Field(ge=1, le=500)] = 50


class CasesOut(Schema):
    """A page of the list."""

    total: int
    page: int
    pages: int
    rows: list[CaseRowOut]  # type: ignore[valid-type]


class DetailOut(Schema):
    """One particular of a fact."""

    label: str
    value: str


class FactOut(Schema):
    """One fact of the timeline; `seq` is its place in the case, `data` its fields as recorded."""

    seq: int
    kind: str
    title: str
    details: list[DetailOut]
    took_effect: date
    recorded_at: datetime
    order_no: str
    actor: str
    actor_name: str
    agency: str
    basis: str
    cancels: int | None
    cancelled_by: int | None
    cancellable: bool
    data: dict[str, Any]


class StepOut(Schema):
    """An act: whether it is lawful today, on which obligations, on which grounds, and if not why."""

    act: str
    kind: str
    label: str
    possible: bool
    reason: str
    basis: str
    signers: list[str]
    nos: list[int]
    grounds: list[GroundOut]  # type: ignore[valid-type]
    takes_amounts: bool


class CaseOut(Schema):
    """One case; `seq` goes back as `expected_seq` with the next act."""

    id: UUID
    seq: int
    case: CaseRowOut  # type: ignore[valid-type]
    route: str
    from_agency: str
    decision_no: str
    judgment_no: str
    judgment_on: date | None
    court: str
    judgment_id: UUID | None
    request_id: UUID | None
    notice_on: date | None
    voluntary_until: date | None
    last_verified_on: date | None
    verifications: int
    unable_on: date | None
    obligations: list[ObligationOut]  # type: ignore[valid-type]
    parties: list[PartyOut]  # type: ignore[valid-type]
    timeline: list[FactOut]
    steps: list[StepOut]
    dues: list[DueOut]  # type: ignore[valid-type]
    others: list[CaseRowOut]  # type: ignore[valid-type]
    measures: list[MeasureOut]  # type: ignore[valid-type]
    orders: list[OrderOut]  # type: ignore[valid-type]
    mandates: list[MandateOut]  # type: ignore[valid-type]
    file_opened_on: date | None
    bailiff_change_asked_on: date | None
    informed_on: date | None
    is_stale: bool = Field(description="the last verification is too old to coerce on, after a rest")
    published_on: date | None
    publication_ended_on: date | None
    certificate_asked_on: date | None
    checks: list[ArchiveStep]
    next_check: ArchiveStep | None
    folios: int
    archived_on: date | None
    taken_out_on: date | None
    closed_on: date | None


@router.get(
    "/cases",
    response={200: CasesOut, 401: Fault, 422: Fault},
    operation_id="case_list",
    summary="Danh sách việc",
)
def case_list(request: HttpRequest, asked: Query[CasesAsked]) -> CasesOut:
    """Return a page of the cases in sight that fit the filters."""
    check_asked(request, asked)
    named = asked.model_dump(exclude={"page", "size"})
    listing = queries.case_list(
        viewer_of(request), filters=CaseFilter(**named), page=Page(asked.page, asked.size)
    )
    return CasesOut(total=listing.total, page=asked.page, pages=listing.pages, rows=rows_out(listing.rows))


@router.get(
    "/cases/{uuid:case_id}",
    response={200: CaseOut, 401: Fault, 404: Fault, 422: Fault},
    operation_id="case_page",
    summary="Một việc",
)
def case_page(request: HttpRequest, case_id: UUID) -> CaseOut:
    """Return one case with everything on its page; the look is noted in the trail, it holds personal data."""
    viewer = viewer_of(request)
    page = queries.case_page(viewer, case_id)
    actions.note_read(viewer=viewer, case_id=case_id)
    return _case_out(page)


def rows_out(rows: Sequence[CaseRow]) -> list[Any]:
    """Return lines of a list as the interface shows them."""
    return [CaseRowOut.model_validate(row) for row in rows]


def _case_out(page: CasePage) -> CaseOut:
    plain = (
        "seq", "route", "from_agency", "decision_no", "judgment_no", "judgment_on", "court", "judgment_id",
        "request_id", "notice_on", "voluntary_until", "last_verified_on", "verifications", "unable_on",
        "file_opened_on", "bailiff_change_asked_on", "informed_on", "is_stale", "published_on",
        "publication_ended_on", "certificate_asked_on", "next_check", "folios", "archived_on",
        "taken_out_on", "closed_on",
    )  # fmt: skip
    seqs = {entry.entry_id: entry.seq for entry in page.timeline}
    return CaseOut(
        id=page.case_id,
        case=CaseRowOut.model_validate(page.row),
        obligations=[ObligationOut.model_validate(line) for line in page.obligations],
        parties=[PartyOut.model_validate(party) for party in page.parties],
        timeline=[_fact_out(entry, seqs) for entry in page.timeline],
        steps=[_step_out(step) for step in page.steps],
        dues=[DueOut.model_validate(due) for due in page.dues],
        others=rows_out(page.others),
        measures=[MeasureOut.model_validate(one) for one in page.measures],
        orders=[OrderOut.model_validate(one) for one in page.orders],
        mandates=[MandateOut.model_validate(one) for one in page.mandates],
        checks=list(page.checks),
        **{name: getattr(page, name) for name in plain},
    )


def _fact_out(entry: TimelineEntry, seqs: dict[int, int]) -> FactOut:
    plain = (
        "seq", "kind", "title", "took_effect", "recorded_at", "order_no", "actor", "actor_name", "agency",
        "basis", "cancellable",
    )  # fmt: skip
    return FactOut(
        details=[DetailOut(label=one.label, value=one.text) for one in entry.details],
        cancels=None if entry.cancels is None else seqs.get(entry.cancels),
        cancelled_by=None if entry.cancelled_by is None else seqs.get(entry.cancelled_by),
        data=dict(entry.payload),
        **{name: getattr(entry, name) for name in plain},
    )


def _step_out(step: Step) -> StepOut:
    return StepOut(
        act=step.verb.removeprefix("cases."), kind=step.kind.removeprefix("cases."), label=step.label,
        possible=step.possible, reason=step.reason, basis=step.basis, signers=list(step.signers),
        nos=list(step.nos), grounds=[GroundOut.model_validate(ground) for ground in step.grounds],
        takes_amounts=step.takes_amounts,
    )  # fmt: skip
