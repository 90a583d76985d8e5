"""One case, one page: who, what, how much is left, what comes next and by when, everything that happened.

The next lawful steps are buttons that open their form in the page; each form is also a page of its own, so
that it works without scripts. An unlawful step says why, with its article.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_POST

from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.rules.lifecycle import Step
from thads.enforcement.cases.rules.order_pages import MeasureLine, OrderRef
from thads.enforcement.cases.rules.pages import CasePage, TimelineEntry
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.vocabulary import OrderRecipient, PartyRole
from thads.enforcement.deadlines import queries as deadlines
from thads.enforcement.deadlines.rules.due_items import Due
from thads.enforcement.money import actions as money_actions
from thads.enforcement.money import queries as money
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Role, Viewer
from thads.foundation.organisation import queries as organisation
from thads.interfaces.web.acts import ACTS, Act, ActForm, CancelForm, Group, SendForm, Setting
from thads.interfaces.web.deadline_story import DeadlineStory, story_of
from thads.interfaces.web.screens import OfficerRequest, Screen, is_fragment, may_open, screen
from thads.kernel.refusals import Refusal

HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Button:
    """A step as a button; without `address` it is shown as not possible, with the reason."""

    step: Step
    act: Act
    address: str
    reason: str
    suggested: bool = False

    @property
    def label(self) -> str:
        """What the act is called: as its step, or by a name of its own."""
        return self.act.label or self.step.label


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of a case for one person: those he can do now, those he or the law cannot."""

    possible: Sequence[Button]
    barred: Sequence[Button]

    @property
    def main(self) -> Button | None:
        """The step that the case waits for, when this person can take it."""
        return next((one for one in self.possible if one.suggested), None)

    @property
    def groups(self) -> list[tuple[str, list[Button]]]:
        """The other steps that can be taken, by the noun they are about."""
        found = [
            (group.value, [one for one in self.possible if one.act.group is group and not one.suggested])
            for group in Group
        ]
        return [(name, members) for name, members in found if members]


@screen(Screen.CASES)
def case(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """Show the page of a case, and leave in the trail that it was read."""
    page = queries.case_page(request.viewer, case_id)
    actions.note_read(viewer=request.viewer, case_id=case_id)
    return render(request, "web/case_page.html", _shown(request.viewer, page))


def _shown(viewer: Viewer, page: CasePage) -> dict[str, object]:
    calendar = deadlines.office_calendar_of(viewer, page.row.agency)
    stories = [story_of(due, on=viewer.on, calendar=calendar) for due in page.dues]
    return {
        "page": page,
        "row": page.row,
        "steps": steps_for(viewer, page),
        "stories": stories,
        "next_story": stories[0] if stories else None,
        "timeline": sorted(page.timeline, key=_newest_first, reverse=True),
        "may_cancel": rights.may(viewer, "cases.cancel_fact", agency=page.row.agency),
        "share_collected": share(page.row.collected, page.row.owed),
        "party_groups": party_groups(page.parties),
        "agency_name": agency_name(viewer, page.row.agency),
        "sender_name": agency_name(viewer, page.from_agency),
        "intake_open": may_open(viewer, Screen.INTAKE),
        "account": money.account_row(viewer, page.case_id),
        "may_send": _may(viewer, page, "cases.send_orders"),
        "today": viewer.on,
        "measures": _measures(page, stories),
        "gone": sum(
            one.terminated + one.reduced + one.delegated + one.pulled_up + one.recalled
            for one in page.obligations
        ),
    }


def _measures(
    page: CasePage, stories: Sequence[DeadlineStory]
) -> list[tuple[MeasureLine, list[DeadlineStory]]]:
    """Return each measure with what is due on it."""
    return [
        (one, [story for story in stories if story.due.trigger.startswith(f"measure:{one.no}@")])
        for one in page.measures
    ]


def _may(viewer: Viewer, page: CasePage, verb: str) -> bool:
    try:
        check_may_act(viewer, page, verb)
    except Refusal:
        return False
    return True


def steps_for(viewer: Viewer, page: CasePage) -> Steps:
    """Return each step as a button, in the order of the acts; what is not for this person says whose."""
    by_verb = {step.verb: step for step in page.steps}
    known = [
        (act, by_verb[act.of_step]) for act in ACTS.values() if act.of_step in by_verb and act.fits(page)
    ]
    buttons = [_button(viewer, page, one, step) for one, step in known]
    possible = {one.act.verb: one for one in buttons if one.address}
    awaited = next((verb for verb in awaited_verbs(page) if verb in possible), "")
    if awaited:
        possible[awaited] = replace(possible[awaited], suggested=True)
    return Steps(list(possible.values()), [one for one in buttons if not one.address and not one.act.step])


def _button(viewer: Viewer, page: CasePage, act: Act, step: Step) -> Button:
    reason = step.reason
    if step.possible:
        try:
            check_may_act(viewer, page, f"cases.{act.verb}")
        except Refusal as refusal:
            reason = _briefly(refusal, step)
        else:
            return Button(step, act, reverse(act.page or "web:act", args=_of(page, act)), "")
    return Button(step, act, "", reason)


def _of(page: CasePage, act: Act) -> tuple[object, ...]:
    return (page.case_id,) if act.page else (page.case_id, act.verb)


def _briefly(refusal: Refusal, step: Step) -> str:
    """Say whose act it is in few words: the list would repeat the whole sentence for each."""
    if refusal.code == "access.not_your_role":
        return f"Thuộc thẩm quyền của {refusal.details['roles']}. ({step.basis})"
    return refusal.message


def awaited_verbs(page: CasePage) -> list[str]:
    """Return the acts the case waits for: what its state asks, then its deadlines by urgency."""
    found = [] if page.row.bailiff else ["assign_bailiff"]
    if page.row.remaining == 0 and page.row.owed > 0:
        found.append("finish")
    if page.is_stale:
        found.append("record_verification")
    found += [_answer(due) for due in page.dues]
    return found


def _answer(due: Due) -> str:
    """Return the act that answers a deadline; the notice of the decision itself is served."""
    if due.key == "order.notice" and not due.trigger.startswith("order:"):
        return "serve_notice"
    return due.act.removeprefix("cases.")


def check_may_act(viewer: Viewer, page: CasePage, verb: str) -> None:
    """Refuse an act that is not of this role, or in a case of another bailiff (L08 Đ20; L25 Đ25)."""
    row = page.row
    rights.check_may(viewer, verb, agency=row.agency)
    entitled = viewer.roles_at(row.agency) & rights.known_verbs()[verb]
    if entitled <= {Role.BAILIFF} and row.bailiff and row.bailiff not in viewer.staff_codes:
        whose = row.bailiff_name or row.bailiff
        raise Refusal(
            "cases.not_your_case",
            basis="L08 Đ20; L25 Đ25",
            number=row.number,
            bailiff=whose,
            name=viewer.name,
        )


def party_groups(parties: Sequence[PartyDetails]) -> list[tuple[PartyRole, list[PartyDetails]]]:
    """Return the parties by the capacity in which they stand."""
    groups = [(role, [party for party in parties if party.role is role]) for role in PartyRole]
    return [(role, members) for role, members in groups if members]


def share(part: int, whole: int) -> Decimal | None:
    """Return the part in percent of the whole; None when there is no whole."""
    return Decimal(part) * HUNDRED / whole if whole else None


def agency_name(viewer: Viewer, code: str) -> str:
    """Return what the agency is called today."""
    tree = organisation.agency_tree(on=viewer.on)
    return tree[code].name if code in tree else code


def _newest_first(entry: TimelineEntry) -> tuple[object, int]:
    return entry.took_effect, entry.seq


# --------------------------------------------------------------------------- acts


@screen(Screen.CASES)
@require_http_methods(["GET", "POST"])
def act(request: OfficerRequest, case_id: UUID, verb: str) -> HttpResponse:
    """Show the form of an act, or do it; a refusal stands beside its field, what was typed stays."""
    spec = ACTS.get(verb)
    if spec is None:
        raise Http404
    page = queries.case_page(request.viewer, case_id)
    step = next((one for one in page.steps if one.verb == spec.of_step), None)
    if step is None:
        raise Http404
    if spec.page:
        return HttpResponseRedirect(reverse(spec.page, args=(case_id,)))
    form = ActForm(spec, Setting(page, step, request.viewer), request.POST or None)
    if request.method != "POST":
        check_may_act(request.viewer, page, f"cases.{verb}")
        return _form(request, page, form, step)
    if form.is_valid():
        try:
            spec.call(viewer=request.viewer, case_id=case_id, **form.arguments())
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, form.done())
            return _back(request, case_id)
    return _form(request, page, form, step, status=422)


@screen(Screen.CASES)
@require_http_methods(["GET", "POST"])
def cancel(request: OfficerRequest, case_id: UUID, entry_id: int) -> HttpResponse:
    """Take back a fact recorded by mistake, with the reason."""
    page = queries.case_page(request.viewer, case_id)
    entry = next((one for one in page.timeline if one.entry_id == entry_id), None)
    if entry is None:
        raise Http404
    form = CancelForm(request.POST or None, initial={"seq": page.seq}, auto_id=f"cancel-{entry_id}-%s")
    if request.method == "POST" and form.is_valid():
        try:
            money_actions.cancel_case_fact(
                viewer=request.viewer,
                case_id=case_id,
                entry_id=entry_id,
                on=request.viewer.on,
                reason=form.cleaned_data["reason"],
                expected_seq=form.cleaned_data["seq"],
            )
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã hủy: {entry.title}.")
            return _back(request, case_id)
    given = {"page": page, "row": page.row, "form": form, "entry": entry}
    template = "web/parts/cancel_form.html" if is_fragment(request) else "web/cancel.html"
    return render(request, template, given, status=422 if form.errors else 200)


@screen(Screen.CASES)
@require_POST
def send(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """Record that the ticked orders of a case went to those ticked beside them (L08 Đ38–39; L25 Đ35)."""
    form = SendForm(request.POST)
    if form.is_valid():
        try:
            sent = _send(request.viewer, case_id, request.POST.getlist("owed"), form.cleaned_data["sent_on"])
        except Refusal as refusal:
            messages.error(request, refusal.message)
        else:
            messages.success(request, f"Đã ghi {sent} lần gửi.")
    else:
        messages.error(request, " ".join(map(str, form.errors["sent_on"])))
    return HttpResponseRedirect(reverse("web:case", args=(case_id,)))


def _send(viewer: Viewer, case_id: UUID, ticked: Sequence[str], on: date) -> int:
    """Send the orders ticked, each as “3:procuracy”; none ticked is refused below."""
    chosen: dict[OrderRecipient, list[OrderRef]] = {}
    for one in ticked:
        place, _, recipient = one.partition(":")
        if place.isdecimal() and recipient in set(OrderRecipient):
            chosen.setdefault(OrderRecipient(recipient), []).append(OrderRef(case_id, int(place)))
    if not chosen:
        return actions.send_orders(viewer=viewer, orders=(), to=(), on=on)
    return sum(
        actions.send_orders(viewer=viewer, orders=tuple(orders), to=(recipient,), on=on)
        for recipient, orders in chosen.items()
    )


def _form(
    request: OfficerRequest, page: CasePage, form: ActForm, step: Step, status: int = 200
) -> HttpResponse:
    label = form.act.label or step.label
    given = {"page": page, "row": page.row, "form": form, "act": form.act, "step": step, "label": label}
    template = "web/parts/act_form.html" if is_fragment(request) else "web/act.html"
    return render(request, template, given, status=status)


def _back(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """Lead back to the page of the case, which then says what was done."""
    address = reverse("web:case", args=(case_id,))
    if not is_fragment(request):
        return HttpResponseRedirect(address)
    answer = HttpResponse(status=204)
    answer["HX-Redirect"] = address
    return answer


urlpatterns = [
    path("ho-so/<uuid:case_id>/", case, name="case"),
    path("ho-so/<uuid:case_id>/buoc/<slug:verb>/", act, name="act"),
    path("ho-so/<uuid:case_id>/gui/", send, name="send_orders"),
    path("ho-so/<uuid:case_id>/huy/<int:entry_id>/", cancel, name="cancel"),
]
