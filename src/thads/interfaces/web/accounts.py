"""Tài khoản của một việc: what was received, is held, was paid; every number a door; each act a form (T78
Đ11.2).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from thads.enforcement.cases.actions import note_read
from thads.enforcement.money import actions
from thads.enforcement.money.rules.vocabulary import PayoutStatus, Place, Purse
from thads.enforcement.money.rules.words import purse_name
from thads.foundation.access.rules import rights
from thads.interfaces.web.account_acts import ACCOUNT_ACTS, AccountAct, AccountForm, Till, till_of
from thads.interfaces.web.acting import Sheet, act_on
from thads.interfaces.web.fields import PlainForm, WordsField
from thads.interfaces.web.screens import OfficerRequest, Screen, screen

GET_POST = ["GET", "POST"]

GROUPS = (
    ("pay", "Chi trả"),
    ("fee", "Phí thi hành án"),
    ("cost", "Chi phí"),
    ("place", "Quỹ, kho bạc, ngân hàng"),
    ("absent", "Người chưa nhận tiền, bù trừ"),
)


NEXT_STEP = {
    PayoutStatus.PROPOSED: "prepare_payout",
    PayoutStatus.PREPARED: "approve_payout",
    PayoutStatus.APPROVED: "pay_out",
}
"""The act that takes a payment its next step."""


@dataclass(frozen=True, slots=True)
class Door:
    """A button that opens the form of an act."""

    act: AccountAct
    address: str


@dataclass(frozen=True, slots=True)
class HeldLine:
    """Money in one purse: what it is, how much, how much of it is free, since when."""

    name: str
    amount: int
    free: int
    since: object


class TakeBackForm(PlainForm):
    """Why an entry is taken back."""

    seq = forms.IntegerField(widget=forms.HiddenInput)
    reason = WordsField(label="Lý do hủy", max_length=500)


@screen(Screen.CASES)
def account(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """Show the account of a case: sums, purses, payments, fees with their derivation, every entry."""
    viewer = request.viewer
    till = till_of(viewer, case_id)
    note_read(viewer=viewer, case_id=case_id)
    state = till.state
    given = {
        "till": till,
        "page": till.page,
        "case": till.case,
        "state": state,
        "places": [(place, state.at(place)) for place in Place],
        "held": [
            HeldLine(purse_name(one.purse, one.no), one.amount, state.free(one.purse, one.no), one.since)
            for one in state.held
        ],
        "groups": doors_of(till),
        "payouts": [(payout, payout_doors(till, payout.payout)) for payout in reversed(state.payouts)],
        "entries": list(reversed(till.page.entries)),
        "may_cancel": rights.may(viewer, "money.cancel_fact", agency=till.case.agency),
        "has_pool": bool(state.in_purse(Purse.POOL)),
    }
    return render(request, "web/money/account.html", given)


def doors_of(till: Till) -> Sequence[tuple[str, Sequence[Door]]]:
    """Return the acts this person may do now, by what they are about."""
    found = []
    for group, words in GROUPS:
        doors = [
            _door(till, act) for act in ACCOUNT_ACTS.values() if act.group == group and _offers(till, act)
        ]
        if doors:
            found.append((words, doors))
    return found


def payout_doors(till: Till, payout: int) -> Sequence[Door]:
    """Return the acts this person may do now with one payment."""
    own = Till(till.page, till.case, till.fees, till.viewer, payout)
    one = till.state.payout(payout)
    if one is None or not one.is_open:
        return []
    acts = [ACCOUNT_ACTS[NEXT_STEP[one.status]], ACCOUNT_ACTS["turn_down_payout"]]
    return [_door(own, act) for act in acts if _may(own, act)]


def _door(till: Till, act: AccountAct) -> Door:
    return Door(act, account_act_address(till.case.case_id, act.verb, till.payout))


def account_act_address(case_id: UUID, verb: str, payout: int = 0) -> str:
    """Return the address of the form of an act on an account."""
    if payout:
        return reverse("web:payout_act", args=(case_id, payout, verb))
    return reverse("web:account_act", args=(case_id, verb))


def _offers(till: Till, act: AccountAct) -> bool:
    return _may(till, act) and act.when(till)


def _may(till: Till, act: AccountAct) -> bool:
    return rights.may(till.viewer, f"money.{act.verb}", agency=till.case.agency)


@screen(Screen.CASES)
@require_http_methods(GET_POST)
def account_act(request: OfficerRequest, case_id: UUID, verb: str, payout: int = 0) -> HttpResponse:
    """Show the form of an act on an account, or do it; a refusal stands beside its field."""
    act = ACCOUNT_ACTS.get(verb)
    if act is None or (act.group == "payout") != bool(payout):
        raise Http404
    viewer = request.viewer
    till = till_of(viewer, case_id, payout)
    rights.check_may(viewer, f"money.{verb}", agency=till.case.agency)
    form = AccountForm(act, till, request.POST or None)

    def do() -> str:
        act.call(viewer=viewer, case_id=case_id, **form.arguments())
        return act.done

    words = f"{act.label} (đề nghị số {payout})" if payout else act.label
    back = _back(request, case_id)
    return act_on(request, form, do, Sheet(words, "Ghi", verb, back, f"Việc {till.case.number}"))


def _back(request: OfficerRequest, case_id: UUID) -> str:
    """Lead back to the list of what waits when one came from there, else to the account."""
    if request.GET.get("from") == "desk":
        return reverse("web:money")
    return reverse("web:account", args=(case_id,))


@screen(Screen.CASES)
@require_http_methods(GET_POST)
def take_back(request: OfficerRequest, case_id: UUID, entry_id: int) -> HttpResponse:
    """Take back an entry of an account recorded by mistake, with the reason."""
    viewer = request.viewer
    till = till_of(viewer, case_id)
    entry = next((one for one in till.page.entries if one.entry_id == entry_id), None)
    if entry is None or not entry.cancellable:
        raise Http404
    form = TakeBackForm(request.POST or None, initial={"seq": till.page.seq}, auto_id=f"back-{entry_id}-%s")

    def do() -> str:
        actions.cancel_fact(
            viewer=viewer, case_id=case_id, entry_id=entry_id, on=viewer.on,
            reason=form.cleaned_data["reason"], expected_seq=form.cleaned_data["seq"],
        )  # fmt: skip
        return f"Đã hủy: {entry.title}."

    back = reverse("web:account", args=(case_id,))
    sheet = Sheet(f"Hủy: {entry.title}", "Hủy việc này", f"back-{entry_id}", back, f"Việc {till.case.number}")
    return act_on(request, form, do, sheet)


@screen(Screen.CASES)
@require_http_methods(["POST"])
def quick(request: OfficerRequest, case_id: UUID, payout: int, verb: str) -> HttpResponse:
    """Prepare or approve a payment with one press from the list of what waits."""
    if verb not in ("prepare_payout", "approve_payout"):
        raise Http404
    act = ACCOUNT_ACTS[verb]
    act.call(viewer=request.viewer, case_id=case_id, payout=payout, on=request.viewer.on)
    messages.success(request, act.done)
    return HttpResponseRedirect(reverse("web:money"))


urlpatterns = [
    path("ho-so/<uuid:case_id>/tien/", account, name="account"),
    path("ho-so/<uuid:case_id>/tien/viec/<slug:verb>/", account_act, name="account_act"),
    path("ho-so/<uuid:case_id>/tien/chi/<int:payout>/<slug:verb>/", account_act, name="payout_act"),
    path("ho-so/<uuid:case_id>/tien/chi/<int:payout>/<slug:verb>/ngay/", quick, name="payout_quick"),
    path("ho-so/<uuid:case_id>/tien/huy/<int:entry_id>/", take_back, name="take_back"),
]
