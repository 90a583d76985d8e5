"""Signing from the folder: the paper as it would be, and many of one kind at once, each its own number and
paper.

One refused does not stop the others: the page that answers says of each what became of it, and why not.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_GET, require_POST

from thads.enforcement.cases import actions as cases
from thads.enforcement.cases import queries
from thads.enforcement.cases.bulk import one_by_one
from thads.enforcement.cases.papers.waiting import drafts_of_case, drafts_of_judgment, drafts_of_request
from thads.enforcement.cases.rules.desk_pages import Outcome
from thads.enforcement.cases.rules.grouping import DecisionChoice
from thads.enforcement.documents.rules.pages import Preview
from thads.enforcement.money import actions as money
from thads.foundation.access.rules.viewer import Viewer
from thads.interfaces.web.choosing import typed
from thads.interfaces.web.head_folder import Kind, kind_named
from thads.interfaces.web.paper_blocks import blocks_of
from thads.interfaces.web.screens import OfficerRequest, Screen, screen
from thads.kernel.refusals import Refusal
from thads.law import LAW

MOST = 200
"""Lines signed at once."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """One line ticked in the folder: its subject, the number of the measure or payment within it."""

    key: str
    subject: UUID
    no: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one line: where it stands, how it is called, what was done or why not."""

    address: str
    words: str
    outcome: Outcome


@screen(Screen.DESK)
@require_POST
def sign_many(request: OfficerRequest) -> HttpResponse:
    """Sign what was ticked of one pile, each by itself, and say what became of each."""
    kind = kind_named(request.POST.get("pile", ""))
    if kind is None or not kind.button:
        raise Http404
    ticked = [one for one in map(_ticked, request.POST.getlist("line")[:MOST]) if one is not None]
    if not ticked:
        return redirect(f"{reverse('web:desk')}?pile={kind.name}")
    names = {one.key: request.POST.get(f"name-{one.key}", "") for one in ticked}
    how = How(request.viewer, request.viewer.on, request.POST.get("ground", ""))
    acts = [(one.subject, _act(kind, one, how)) for one in ticked]
    outcomes = one_by_one(viewer=request.viewer, acts=acts)
    told = [_told(kind, one, outcome, names) for one, outcome in zip(ticked, outcomes, strict=True)]
    given = {
        "kind": kind,
        "told": told,
        "done": sum(one.is_done for one in outcomes),
        "refused": sum(not one.is_done for one in outcomes),
    }
    return render(request, "web/signed_many.html", given)


@screen(Screen.DESK)
@require_GET
def sign_preview(request: OfficerRequest, pile: str, subject: UUID) -> HttpResponse:
    """Show the papers that signing one line would issue, as drafts."""
    kind = kind_named(pile)
    if kind is None or kind.name not in DRAFTS:
        raise Http404
    ground = typed(request, "ground", 64)
    fault = ""
    drafts: tuple[Preview, ...] = ()
    try:
        drafts = DRAFTS[kind.name](request.viewer, subject, ground)
    except Refusal as refusal:
        if refusal.code in HIDDEN:
            raise
        fault = refusal.message
    given = {
        "kind": kind,
        "subject": subject,
        "papers": [(one.title, blocks_of(one.lines)) for one in drafts],
        "fault": fault,
        "grounds": LAW.grounds(kind.grounds, on=request.viewer.on) if kind.grounds else (),
        "ground": ground,
    }
    return render(request, "web/sign_preview.html", given)


HIDDEN = frozenset({"cases.not_found", "cases.judgment_not_found", "cases.request_not_found"})


def _ticked(key: str) -> Ticked | None:
    """Read a ticked line; what is no key is left out."""
    subject, _, no = key.partition(":")
    try:
        return Ticked(key, UUID(subject), int(no or 0))
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class How:
    """By whom and when many are signed, on which ground where one is needed."""

    viewer: Viewer
    on: date
    ground: str = ""


def _act(kind: Kind, one: Ticked, how: How) -> Callable[[], UUID | tuple[UUID, ...]]:
    return lambda: SIGNS[kind.name](one, how)


def _decide(one: Ticked, how: How) -> tuple[UUID, ...]:
    """Issue the decisions a judgment waits for, each with the bailiff who has least to do."""
    proposed = queries.propose_decisions(how.viewer, one.subject, on=how.on)
    choices = tuple(DecisionChoice(it.group.nos, it.bailiff, it.ground) for it in proposed)
    return cases.issue_decisions(viewer=how.viewer, judgment_id=one.subject, on=how.on, decisions=choices)


def _decide_request(one: Ticked, how: How) -> UUID:
    row = queries.request_row(how.viewer, one.subject)
    proposed = queries.propose_on_requests(how.viewer, row.judgment_id, (one.subject,), on=how.on)
    bailiff = proposed[0].bailiff if proposed else ""
    return cases.issue_on_request(viewer=how.viewer, request_id=one.subject, on=how.on, bailiff=bailiff)


def _accept(one: Ticked, how: How) -> UUID:
    return cases.accept_incoming(viewer=how.viewer, incoming_id=one.subject, on=how.on)


def _unable(one: Ticked, how: How) -> UUID:
    return cases.decide_unable(viewer=how.viewer, case_id=one.subject, on=how.on, ground=how.ground)


def _resume_able(one: Ticked, how: How) -> UUID:
    return cases.resume(viewer=how.viewer, case_id=one.subject, on=how.on, ground="able_again")


def _resume(one: Ticked, how: How) -> UUID:
    return cases.resume(viewer=how.viewer, case_id=one.subject, on=how.on, ground="deferral_ended")


def _separate(one: Ticked, how: How) -> UUID:
    return cases.move_to_separate_ledger(viewer=how.viewer, case_id=one.subject, on=how.on)


def _finish(one: Ticked, how: How) -> UUID:
    return money.close_case(viewer=how.viewer, case_id=one.subject, on=how.on)


def _approve_plan(one: Ticked, how: How) -> UUID:
    return cases.approve_coercion_plan(viewer=how.viewer, case_id=one.subject, no=one.no, on=how.on)


def _approve_payout(one: Ticked, how: How) -> UUID:
    return money.approve_payout(viewer=how.viewer, case_id=one.subject, payout=one.no, on=how.on)


SIGNS: Mapping[str, Callable[[Ticked, How], UUID | tuple[UUID, ...]]] = {
    "judgments": _decide,
    "requests": _decide_request,
    "incoming": _accept,
    "unable_proposed": _unable,
    "found_able": _resume_able,
    "separate_ledger_due": _separate,
    "deferrals_ended": _resume,
    "to_finish": _finish,
    "plans": _approve_plan,
    "payouts": _approve_payout,
}
"""The act that answers each pile."""


def _judgment_drafts(viewer: Viewer, subject: UUID, _ground: str) -> tuple[Preview, ...]:
    return drafts_of_judgment(viewer, subject, on=viewer.on)


def _request_drafts(viewer: Viewer, subject: UUID, _ground: str) -> tuple[Preview, ...]:
    return drafts_of_request(viewer, subject, on=viewer.on)


def _case_drafts(pile: str) -> Callable[[Viewer, UUID, str], tuple[Preview, ...]]:
    return lambda viewer, subject, ground: drafts_of_case(viewer, subject, pile, on=viewer.on, ground=ground)


DRAFTS: Mapping[str, Callable[[Viewer, UUID, str], tuple[Preview, ...]]] = {
    "judgments": _judgment_drafts,
    "requests": _request_drafts,
    **{
        name: _case_drafts(name)
        for name in ("unable_proposed", "found_able", "separate_ledger_due", "deferrals_ended")
    },
}
"""The piles whose papers can be looked at before they are signed."""


def _told(kind: Kind, one: Ticked, outcome: Outcome, names: Mapping[str, str]) -> Told:
    pages = {"judgments": "web:judgment", "incoming": "web:incoming"}
    address = reverse(pages.get(kind.name, "web:case"), args=(one.subject,))
    if kind.name == "requests":
        address = reverse("web:requests")
    if outcome.opened and outcome.opened != (one.subject,):
        address = reverse("web:case", args=(outcome.opened[0],))
    return Told(address, names.get(one.key) or str(one.subject), outcome)


urlpatterns = [
    path("ban-lam-viec/ky/", sign_many, name="sign_many"),
    path("ban-lam-viec/xem/<slug:pile>/<uuid:subject>/", sign_preview, name="sign_preview"),
]
