"""The search box: a number goes straight to the case, anything else to the list."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse

from thads.enforcement.cases import queries
from thads.enforcement.cases.rules.listings import Page
from thads.enforcement.cases.rules.pages import CaseFilter
from thads.interfaces.web.choosing import typed
from thads.interfaces.web.screens import OfficerRequest, Screen, screen


@screen(Screen.CASES)
def search(request: OfficerRequest) -> HttpResponse:
    """Go to the case with this number, or to the only case that fits; else to the list of those that do."""
    text = typed(request, "q")
    case = queries.find_case(request.viewer, text) if text else None
    if case is None and text:
        found = queries.case_list(request.viewer, filters=CaseFilter(text=text), page=Page(1, 2))
        case = found.rows[0] if found.total == 1 else None
    if case is not None:
        return redirect("web:case", case.case_id)
    return redirect(f"{reverse('web:cases')}?{urlencode({'q': text})}")


urlpatterns = [path("tim/", search, name="search")]
