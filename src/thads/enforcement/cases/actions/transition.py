"""The switch of 1/7/2026: the head confirms, once, what of the list is carried out and what is left (L25
Đ116; N152 Đ115).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thads.enforcement.cases.locking import lock_case
from thads.enforcement.cases.models import EnforcementCase, TransitionReview
from thads.enforcement.cases.recording import record
from thads.enforcement.cases.rules import facts
from thads.enforcement.cases.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.cases.rules.transition import (
    GROUND,
    Finding,
    Proposal,
    TransitionChoice,
    TransitionTask,
    check_confirmed,
    check_declined,
)
from thads.enforcement.cases.switching import findings_of
from thads.enforcement.documents.numbering import order_number
from thads.foundation.access.door import action
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.refusals import Refusal
from thads.law import LAW


@dataclass(frozen=True, slots=True)
class _Reviewed:
    """One task of one case, found again at the moment of the review."""

    case: EnforcementCase
    finding: Finding | None


@action("cases.confirm_transition")
def confirm_transition(
    *,
    viewer: Viewer,
    agency: str,
    on: date,
    confirmed: tuple[TransitionChoice, ...] = (),
    declined: tuple[TransitionChoice, ...] = (),
    signer: str = "",
) -> int:
    """Carry out what the head confirms of the list and keep what he leaves, with his reason; return how many
    acts were done.

    Each task of a case is reviewed once. Refuses days before the switch, tasks the law leaves open, and what
    is no longer so; then nothing at all is done.
    """
    rights.check_may(viewer, "cases.confirm_transition", agency=agency)
    reviews = [_confirm(viewer, choice, signer, on=on) for choice in confirmed]
    reviews += [_decline(viewer, choice, on=on) for choice in declined]
    TransitionReview.objects.bulk_create(reviews)
    return sum(review.seq is not None for review in reviews)


def _confirm(viewer: Viewer, choice: TransitionChoice, signer: str, *, on: date) -> TransitionReview:
    found = _find(viewer, choice, on=on)
    finding = check_confirmed(found.finding, task=choice.task, number=found.case.number, on=on)
    seq = None
    if finding.proposal is Proposal.ACT:
        _carry_out(viewer, found.case, finding, signer, on=on)
        seq = found.case.seq
    return _review(viewer, found.case, choice, is_confirmed=True, seq=seq, on=on)


def _decline(viewer: Viewer, choice: TransitionChoice, *, on: date) -> TransitionReview:
    found = _find(viewer, choice, on=on)
    check_declined(found.finding, task=choice.task, number=found.case.number, on=on, reason=choice.reason)
    return _review(viewer, found.case, choice, is_confirmed=False, seq=None, on=on)


def _find(viewer: Viewer, choice: TransitionChoice, *, on: date) -> _Reviewed:
    case = lock_case(viewer, choice.case_id, "cases.confirm_transition", None)
    known = TransitionReview.objects.filter(case=case, task=choice.task.value).first()
    if known is not None:
        raise Refusal(
            "cases.transition_reviewed", basis="L25 Đ116.4", number=case.number, task=LAW.label(choice.task),
            reviewed_on=known.reviewed_on,
        )  # fmt: skip
    return _Reviewed(case, _finding(findings_of(case, on=on), choice.task))


def _finding(found: Iterable[Finding], task: TransitionTask) -> Finding | None:
    return next((one for one in found if one.task is task), None)


def _carry_out(viewer: Viewer, case: EnforcementCase, finding: Finding, signer: str, *, on: date) -> None:
    """Do the one act that the list proposes: send the request back (L25 Đ38.4; N152 Đ22.2)."""
    parts = tuple(facts.Part(no) for no in finding.nos)
    fact = facts.RequestReturned(GROUND, parts, signer=signer)
    record(viewer, case, fact, on=on, order_no=order_number(case.agency, "notice", on, symbol="TB"))


def _review(
    viewer: Viewer,
    case: EnforcementCase,
    choice: TransitionChoice,
    *,
    is_confirmed: bool,
    seq: int | None,
    on: date,
) -> TransitionReview:
    return TransitionReview(
        case=case, agency=case.agency, task=choice.task.value, is_confirmed=is_confirmed, seq=seq,
        reviewed_on=on, reviewed_at=viewer.at, actor=viewer.username, reason=choice.reason.strip(),
    )  # fmt: skip
