"""From a case to the lines of the statutory forms it stands in, and why it stands in no others."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from thads.enforcement.cases import queries as cases
from thads.interfaces.web.asking import asked, period_choices
from thads.interfaces.web.screens import OfficerRequest, Screen, screen
from thads.reporting.forms import queries as forms


@screen(Screen.CASES)
def lines(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """Show where the case is counted in a period, as of a day, as known at an instant."""
    page = cases.case_page(request.viewer, case_id)
    given = request.GET.copy()
    given["agency"] = page.row.agency
    question = asked(request.viewer, given)
    found = forms.case_lines(
        request.viewer, case_id, period=question.period, as_of=question.as_of, known_at=question.known_at
    )
    standing = found.standing_in
    shown = {
        "page": page,
        "row": page.row,
        "found": found,
        "question": question,
        "standing": standing,
        "absent": [line for line in found.lines if line not in standing],
        "periods": period_choices(request.viewer.on, question.period),
    }
    return render(request, "web/case_lines.html", shown)


urlpatterns = [path("ho-so/<uuid:case_id>/thong-ke/", lines, name="case_lines")]
