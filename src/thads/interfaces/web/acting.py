"""A form within a page that does one act: shown in its place or on a page of its own, done, or kept with its
faults."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from thads.interfaces.web.fields import PlainForm
from thads.interfaces.web.screens import OfficerRequest, is_fragment
from thads.kernel.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands around the form: its title, its button, the page it belongs to; `key` names the opener."""

    title: str
    button: str
    key: str
    back: str
    about: str


def act_on(
    request: OfficerRequest, form: PlainForm, act: Callable[[], UUID | str], sheet: Sheet
) -> HttpResponse:
    """Show the form or do what it asks; `act` returns the new case, which is opened, or a sentence to say."""
    if request.method == "POST" and form.is_valid():
        try:
            done = act()
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return _done(request, done, sheet)
    template = "web/parts/sheet.html" if is_fragment(request) else "web/sheet.html"
    return render(request, template, {"form": form, "sheet": sheet}, status=422 if form.errors else 200)


def _done(request: OfficerRequest, done: UUID | str, sheet: Sheet) -> HttpResponse:
    if isinstance(done, UUID):
        messages.success(request, "Đã ra quyết định thi hành án; đây là việc mới.")
        address = reverse("web:case", args=(done,))
    else:
        messages.success(request, done)
        address = sheet.back
    if not is_fragment(request):
        return HttpResponseRedirect(address)
    answer = HttpResponse(status=204)
    answer["HX-Redirect"] = address
    return answer
