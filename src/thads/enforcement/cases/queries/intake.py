"""Registers 01 and 02: judgments and requests received, and what waits of them."""

from uuid import UUID

from thads.enforcement.cases import locking as _locking  # noqa: F401  (its sentences)
from thads.enforcement.cases.duties import duty_lines
from thads.enforcement.cases.models import EnforcementRequest, Judgment
from thads.enforcement.cases.rules.intake import ReceiptManner, owes_court_notice
from thads.enforcement.cases.rules.listings import Listing, Page
from thads.enforcement.cases.rules.pages import JudgmentPage, JudgmentRow, RequestRow
from thads.enforcement.cases.rules.vocabulary import (
    RequestStatus,
)
from thads.enforcement.cases.showing import ROW_FIELDS, as_party, as_rows, judgment_line, request_line
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal

FIRST_PAGE = Page()


def judgments(
    viewer: Viewer, *, text: str = "", agency: str = "", waiting: bool = False, page: Page = FIRST_PAGE
) -> Listing[JudgmentRow]:
    """Return a page of register 01 in sight; `waiting`: those with duties to decide on ex officio."""
    found = Judgment.objects.filter(agency__in=viewer.sight & {agency} if agency else viewer.sight)
    if waiting:
        found = found.filter(awaits_decision=True)
    for word in fold(text).split():
        found = found.filter(parties_folded__contains=word) | found.filter(number_folded__contains=word)
    total = found.count()
    rows = found.order_by("-received_on", "-id").prefetch_related("parties")[
        page.start : page.start + page.length
    ]
    return Listing([judgment_line(row) for row in rows], total, page)


def requests(
    viewer: Viewer,
    *,
    text: str = "",
    agency: str = "",
    status: RequestStatus | None = None,
    page: Page = FIRST_PAGE,
) -> Listing[RequestRow]:
    """Return a page of register 02 in sight."""
    found = EnforcementRequest.objects.filter(agency__in=viewer.sight & {agency} if agency else viewer.sight)
    if status is not None:
        found = found.filter(status=status.value)
    for word in fold(text).split():
        found = found.filter(requester_folded__contains=word) | found.filter(
            judgment__number_folded__contains=word
        )
    total = found.count()
    rows = found.order_by("-received_on", "-id").select_related("judgment")[
        page.start : page.start + page.length
    ]
    return Listing([request_line(row) for row in rows], total, page)


def request_row(viewer: Viewer, request_id: UUID) -> RequestRow:
    """Return one request; refuses one out of sight."""
    found = (
        EnforcementRequest.objects.filter(uuid=request_id, agency__in=viewer.sight)
        .select_related("judgment")
        .first()
    )
    if found is None:
        raise Refusal("cases.request_not_found", name=viewer.name)
    return request_line(found)


def judgment_page(viewer: Viewer, judgment_id: UUID) -> JudgmentPage:
    """Return a judgment with its duties, parties, requests and cases; refuses one out of sight."""
    judgment = Judgment.objects.filter(uuid=judgment_id, agency__in=viewer.sight).first()
    if judgment is None:
        raise Refusal("cases.judgment_not_found", name=viewer.name)
    manner = ReceiptManner(judgment.manner) if judgment.manner else None
    asked = judgment.requests.select_related("judgment").order_by("id")
    return JudgmentPage(
        row=judgment_line(judgment), effective_on=judgment.effective_on, content=judgment.content,
        duties=duty_lines(judgment), parties=[as_party(row) for row in judgment.parties.order_by("id")],
        requests=[request_line(row) for row in asked],
        cases=as_rows(judgment.cases.only(*ROW_FIELDS).order_by("id")),
        manner=manner, received_at=judgment.received_at, handed_over_by=judgment.handed_over_by,
        papers=tuple(judgment.papers), awaits_papers=judgment.awaits_papers, papers_on=judgment.papers_on,
        court_told_on=judgment.court_told_on, owes_court_notice=_owes_notice(judgment, manner),
    )  # fmt: skip


def _owes_notice(judgment: Judgment, manner: ReceiptManner | None) -> bool:
    if manner is None or judgment.court_told_on is not None:
        return False
    return owes_court_notice(manner, received_on=judgment.received_on)
