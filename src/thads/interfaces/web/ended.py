"""The cases of an agency that ended in a month: what goes to the procuracy each month since 1/7/2026 (N152
Đ32.2).
"""

from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_GET

from thads.enforcement.cases import queries
from thads.enforcement.cases.rules.order_pages import EndedCase
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.interfaces.web.choosing import typed
from thads.interfaces.web.exports import Column, Kind, workbook
from thads.interfaces.web.screens import OfficerRequest, Screen, screen
from thads.kernel.calendar import add_months
from thads.law import LAW

MONTHS_BACK = 24

COLUMNS: tuple[Column[EndedCase], ...] = (
    Column("Việc", lambda row: row.number),
    Column("Quyết định", lambda row: row.decision_no),
    Column("Ngày quyết định", lambda row: row.decided_on, Kind.DAY),
    Column("Bản án, quyết định", lambda row: row.judgment_no),
    Column("Ngày bản án", lambda row: row.judgment_on, Kind.DAY),
    Column("Tòa án", lambda row: row.court, width=30),
    Column("Người phải thi hành án", lambda row: row.debtor, width=30),
    Column("Người được thi hành án", lambda row: row.creditor, width=30),
    Column("Chấp hành viên", lambda row: row.bailiff_name or row.bailiff),
    Column("Kết thúc", lambda row: LAW.label(row.status)),
    Column("Căn cứ", lambda row: row.basis),
    Column("Ngày kết thúc", lambda row: row.closed_on, Kind.DAY),
    Column("Phải thi hành (đồng)", lambda row: row.owed, Kind.MONEY),
    Column("Đã thu (đồng)", lambda row: row.collected, Kind.MONEY),
)


@screen(Screen.CASES)
@require_GET
def ended(request: OfficerRequest) -> HttpResponse:
    """Show the cases that ended in a month, last month when none is named; or hand them out as a workbook."""
    viewer = request.viewer
    tree = organisation.agency_tree(on=viewer.on)
    seen = [(code, one.name) for code, one in tree.agencies.items() if viewer.sees(code)]
    agency = typed(request, "agency", 32) or _own(viewer, [code for code, _name in seen])
    month = _month(typed(request, "month", 7), viewer.on)
    rows = queries.ended_cases(viewer, agency=agency, month=month) if agency else []
    if request.GET.get("file") == "xlsx":
        title = f"Việc kết thúc tháng {month:%m-%Y}"
        return workbook(title, COLUMNS, rows, on=viewer.on, name=f"viec-ket-thuc-{month:%Y-%m}")
    basis = LAW.timeline("closure.list_to_procuracy").find(month)
    given = {
        "rows": rows, "agency": agency, "agencies": seen, "month": month, "months": _months(viewer.on),
        "basis": basis.basis if basis else "", "agency_name": dict(seen).get(agency, agency),
        "collected": sum(row.collected for row in rows),
    }  # fmt: skip
    return render(request, "web/ended.html", given)


def _own(viewer: Viewer, seen: list[str]) -> str:
    own = [post.agency for post in viewer.posts if post.agency in seen]
    return next(iter(own or seen), "")


def _month(written: str, on: date) -> date:
    """Return the first day of the month written as 2026-07; of last month for anything else."""
    try:
        return date.fromisoformat(f"{written}-01")
    except ValueError:
        return (on.replace(day=1) - timedelta(days=1)).replace(day=1)


def _months(on: date) -> list[date]:
    """Return the months to choose from, the present one first."""
    first = on.replace(day=1)
    return [add_months(first, -back) for back in range(MONTHS_BACK)]


urlpatterns = [path("ho-so/da-ket-thuc/", ended, name="ended_cases")]
