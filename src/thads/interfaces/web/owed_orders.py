"""Orders that still have to be told to the parties or sent to the procuracy: many ticked, one act (L08
Đ38–39; L25 Đ35).
"""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.rules.listings import Listing, Page
from thads.enforcement.cases.rules.order_pages import OrderRef, OwedOrder
from thads.enforcement.cases.rules.vocabulary import OrderRecipient
from thads.foundation.access.rules.viewer import Role
from thads.foundation.organisation import queries as organisation
from thads.interfaces.web.acts import MANNERS
from thads.interfaces.web.choosing import chosen, page_number, typed
from thads.interfaces.web.fields import DayField, PlainForm, SuggestingInput, WordsField
from thads.interfaces.web.paging import PAGE_SIZE, Pages
from thads.interfaces.web.screens import OfficerRequest, Screen, roles_of, screen
from thads.kernel.refusals import Refusal

SENT_TO = (OrderRecipient.PARTIES, OrderRecipient.PROCURACY)


class SendingForm(PlainForm):
    """The day on which the ticked orders went out, and how."""

    on = DayField(label="Ngày gửi")
    manner = WordsField(label="Cách gửi", required=False, max_length=200, widget=SuggestingInput(MANNERS))
    beside: Mapping[str, str] = {  # type: ignore[assignment]
        "cases.in_the_future": "on",
        "cases.before_decision": "on",
        "cases.sent_before_order": "on",
    }


@screen(Screen.DESK)
@require_http_methods(["GET", "POST"])
def owed_orders(request: OfficerRequest) -> HttpResponse:
    """Show what is owed, or record that the ticked orders were sent; a refusal leaves the ticks."""
    recipient = chosen(request, "to", OrderRecipient) or _usual(request)
    form = SendingForm(request.POST or None, initial={"on": request.viewer.on})
    ticked = request.POST.getlist("order")
    if request.method == "POST" and form.is_valid():
        try:
            sent = actions.send_orders(
                viewer=request.viewer, orders=_refs(ticked), to=(recipient,), on=form.cleaned_data["on"],
                manner=form.cleaned_data["manner"],
            )  # fmt: skip
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã ghi {sent} lần gửi.")
            return HttpResponseRedirect(f"{reverse('web:owed_orders')}?{request.GET.urlencode()}")
    return _shown(request, form, recipient, ticked)


def _shown(
    request: OfficerRequest, form: SendingForm, recipient: OrderRecipient, ticked: list[str]
) -> HttpResponse:
    bailiff = typed(request, "bailiff", 32)
    listing = _listing(request, recipient, bailiff)
    people = organisation.bailiffs(request.viewer.sight, on=request.viewer.on)
    given = {
        "listing": listing,
        "pages": Pages(listing.page.number, listing.total, listing.page.length),
        "form": form,
        "recipient": recipient,
        "recipients": SENT_TO,
        "ticked": ticked,
        "bailiff": bailiff,
        "people": people if len(people) > 1 else (),
    }
    return render(request, "web/owed_orders.html", given, status=422 if form.errors else 200)


def _listing(request: OfficerRequest, recipient: OrderRecipient, bailiff: str) -> Listing[OwedOrder]:
    number = page_number(request)
    found = queries.owed_orders(
        request.viewer, recipient=recipient, bailiff=bailiff, page=Page(number, PAGE_SIZE)
    )
    if number > found.pages:
        last = Page(found.pages, PAGE_SIZE)
        found = queries.owed_orders(request.viewer, recipient=recipient, bailiff=bailiff, page=last)
    return found


def _usual(request: OfficerRequest) -> OrderRecipient:
    """A bailiff tells the parties; a clerk sends the copies (process.md 2.0.2)."""
    is_clerk = Role.CLERK in roles_of(request.viewer)
    return OrderRecipient.PROCURACY if is_clerk else OrderRecipient.PARTIES


def _refs(ticked: list[str]) -> tuple[OrderRef, ...]:
    found = []
    for written in ticked:
        case_id, _, place = written.partition(":")
        try:
            found.append(OrderRef(UUID(case_id), int(place)))
        except ValueError:
            continue
    return tuple(found)


urlpatterns = [path("ban-lam-viec/gui/", owed_orders, name="owed_orders")]
