"""The switch of the laws on 1/7/2026: what the law of 2025 asks of each open case, to read or as a workbook,
and the head's confirmation, once (L25 Đ116; N152 Đ115).
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.rules.transition import (
    Proposal,
    TransitionChoice,
    TransitionRow,
    TransitionTask,
)
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.interfaces.web.choosing import chosen, page_number, typed
from thads.interfaces.web.exports import Column, Kind, workbook
from thads.interfaces.web.fields import Choice
from thads.interfaces.web.intake import agencies_for
from thads.interfaces.web.paging import PAGE_SIZE, Pages
from thads.interfaces.web.screens import OfficerRequest, Screen, screen
from thads.kernel.refusals import Refusal
from thads.law import LAW

VERB = "cases.confirm_transition"


@screen(Screen.INTAKE)
@require_http_methods(["GET", "POST"])
def transition(request: OfficerRequest) -> HttpResponse:
    """Show the list, those not reviewed yet only when asked; or record what the head says of a page of it."""
    if request.method == "POST":
        return _confirm(request)
    return _shown(request, _agency(request, request.viewer))


@screen(Screen.INTAKE)
def transition_workbook(request: OfficerRequest) -> HttpResponse:
    """Send the list as a workbook."""
    viewer = request.viewer
    agency = _agency(request, viewer)
    rows = queries.transition_list(viewer, agency=agency, on=viewer.on, task=_task(request))
    return workbook("Rà soát chuyển tiếp", COLUMNS, rows, on=viewer.on, name="ra-soat-chuyen-tiep")


def _confirm(request: OfficerRequest) -> HttpResponse:
    """Carry out what is ticked, keep what is left with its reason; a refusal keeps every mark made."""
    viewer = request.viewer
    agency = request.POST.get("agency", "")[:32]
    confirmed, declined = _choices(request)
    try:
        done = actions.confirm_transition(
            viewer=viewer, agency=agency, on=viewer.on, confirmed=confirmed, declined=declined
        )
    except Refusal as refusal:
        return _shown(request, agency, refusal=refusal)
    reviewed = len(confirmed) + len(declined)
    messages.success(request, f"Đã ghi kết quả rà soát {reviewed} nội dung; {done} việc được thực hiện.")
    return HttpResponseRedirect(f"{reverse('web:transition')}?agency={agency}")


def _choices(
    request: OfficerRequest,
) -> tuple[tuple[TransitionChoice, ...], tuple[TransitionChoice, ...]]:
    """Return what is confirmed and what is left; marks that are no row of the list are passed over."""
    said = [
        (answer, choice)
        for key, answer in request.POST.items()
        if (choice := _choice(key, request.POST)) is not None
    ]
    confirmed = tuple(choice for answer, choice in said if answer == "yes")
    return confirmed, tuple(choice for answer, choice in said if answer == "no")


def _choice(key: str, given: Mapping[str, str]) -> TransitionChoice | None:
    name, _, mark = key.partition(":")
    case_id, _, task = mark.partition(":")
    if name != "row" or task not in set(TransitionTask):
        return None
    reason = given.get(f"reason:{mark}", "").strip()[:300]
    try:
        return TransitionChoice(UUID(case_id), TransitionTask(task), reason)
    except ValueError:
        return None


def _shown(request: OfficerRequest, agency: str, *, refusal: Refusal | None = None) -> HttpResponse:
    viewer = request.viewer
    task, waiting = _task(request), request.GET.get("waiting", "") == "1"
    rows = queries.transition_list(viewer, agency=agency, on=viewer.on) if agency else []
    narrowed = [row for row in rows if _fits(row, task, waiting)]
    pages = Pages(page_number(request), len(narrowed), PAGE_SIZE)
    part = narrowed[pages.offset : pages.offset + pages.size]
    shown = {
        "rows": [(row, *_typed(request, row)) for row in part],
        "pages": pages,
        "counts": _counts(rows),
        "agency": agency,
        "agencies": _agencies(viewer),
        "task": task.value if task else "",
        "tasks": [(one.value, LAW.label(one)) for one in TransitionTask],
        "waiting": waiting,
        "narrowed": bool(task or waiting),
        "may_confirm": bool(agency) and rights.may(viewer, VERB, agency=agency),
        "refusal": refusal,
        "on": viewer.on,
    }
    return render(request, "web/transition.html", shown, status=422 if refusal else 200)


def _typed(request: OfficerRequest, row: TransitionRow) -> tuple[str, str, str]:
    """Return the mark of a row in the form, what was said of it and the reason, as they were typed."""
    mark = f"{row.case_id}:{row.task}"
    return mark, request.POST.get(f"row:{mark}", ""), request.POST.get(f"reason:{mark}", "")


def _fits(row: TransitionRow, task: TransitionTask | None, waiting: bool) -> bool:
    return (task is None or row.task is task) and not (waiting and row.reviewed_on is not None)


def _counts(rows: Sequence[TransitionRow]) -> list[tuple[str, str, int]]:
    """Return how many rows are open of each proposal, and how many are reviewed."""
    waiting = [row for row in rows if row.reviewed_on is None and row.finding is not None]
    found = [
        (kind.value, LAW.label(kind), sum(row.finding.proposal is kind for row in waiting if row.finding))
        for kind in Proposal
    ]
    return [*found, ("done", "Đã rà soát", sum(row.reviewed_on is not None for row in rows))]


def _agencies(viewer: Viewer) -> list[Choice]:
    return agencies_for(viewer, VERB) or agencies_for(viewer, "cases.receive_judgment")


def _agency(request: OfficerRequest, viewer: Viewer) -> str:
    wanted = typed(request, "agency", 32)
    codes = [code for code, _ in _agencies(viewer)]
    return wanted if wanted in codes else next(iter(codes), "")


def _task(request: OfficerRequest) -> TransitionTask | None:
    return chosen(request, "task", TransitionTask)


def _said(row: TransitionRow) -> str:
    if row.reviewed_on is None:
        return "chưa rà soát"
    return f"{'đã xác nhận' if row.is_confirmed else 'để lại'} ngày {row.reviewed_on:%d/%m/%Y}"


COLUMNS: tuple[Column[TransitionRow], ...] = (
    Column("Số việc", lambda row: row.number),
    Column("Cơ quan", lambda row: row.agency),
    Column("Chấp hành viên", lambda row: row.bailiff_name),
    Column("Người phải thi hành", lambda row: row.debtor, width=28),
    Column("Người được thi hành", lambda row: row.creditor, width=28),
    Column("Tình trạng", lambda row: LAW.label(row.status)),
    Column("Còn phải thi hành (đồng)", lambda row: row.remaining, Kind.MONEY),
    Column("Nội dung rà soát", lambda row: LAW.label(row.task), width=36),
    Column("Luật nay đòi hỏi", lambda row: row.finding.words if row.finding else "", width=60),
    Column("Đề nghị", lambda row: LAW.label(row.finding.proposal) if row.finding else ""),
    Column("Căn cứ", lambda row: row.finding.basis if row.finding else ""),
    Column("Mức độ chắc chắn", lambda row: LAW.label(row.finding.certainty) if row.finding else ""),
    Column("Kết quả rà soát", _said),
    Column("Lý do để lại", lambda row: row.reason, width=36),
)

urlpatterns = [
    path("tiep-nhan/chuyen-tiep/", transition, name="transition"),
    path("tiep-nhan/chuyen-tiep/bang-tinh/", transition_workbook, name="transition_workbook"),
]
