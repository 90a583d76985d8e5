"""The search box: what is certainly meant is opened at once, anything else leads to the list."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse

from thads.enforcement.cases.queries.searching import find_case, find_judgment
from thads.interfaces.web.choosing import typed
from thads.interfaces.web.screens import OfficerRequest, Screen, may_open, screen


@screen(Screen.CASES)
def search(request: OfficerRequest) -> HttpResponse:
    """Go to the case meant, to the judgment of this number that waits for a case, else to the list."""
    text = typed(request, "q")
    if case := find_case(request.viewer, text):
        return redirect("web:case", case.case_id)
    if may_open(request.viewer, Screen.INTAKE) and (judgment_id := find_judgment(request.viewer, text)):
        return redirect("web:judgment", judgment_id)
    return redirect(f"{reverse('web:cases')}?{urlencode({'q': text})}")


urlpatterns = [path("tim/", search, name="search")]
