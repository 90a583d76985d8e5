"""Carrying a plan out: begun with what differs, in portions of their own, gone on with after a break, proved.

Each portion writes cases, the rows they came from and their balances in one transaction, recorded at its own
instant. What is in is known by its rows: a second run takes nothing twice.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from thads.enforcement.cases import actions as case_actions
from thads.enforcement.cases.queries import cutover as cut_overs
from thads.enforcement.cases.rules.cutover import CutOverRow, check_confirmed
from thads.enforcement.money import actions as money_actions
from thads.enforcement.money import queries as money
from thads.enforcement.money.actions.cutover import CarriedBalance
from thads.foundation.access.rules.viewer import Viewer
from thads.interfaces.exchange.cutover.planning import Plan, Planned
from thads.interfaces.exchange.cutover.totals import HELD, indicator_name
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

PORTION = 500
"""Cases written in one transaction."""

register_sentences(
    {
        "cutover.trial_balance_differs": "Sau khi chuyển, {place} trên bảng cân đối là {found} đồng, dự kiến "
        "{expected} đồng; hãy đối chiếu trước khi làm tiếp.",
    }
)

Asking = Callable[[], Viewer]
"""Gives the viewer of the moment: each portion is recorded at its own instant."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a taking over has come."""

    taken: int
    planned: int


def begin(viewer: Viewer, plan: Plan) -> CutOverRow:
    """Note the taking over with what differs; refuse to go on while the head has not confirmed it.

    What was noted stays noted, so that the head can see it.
    """
    cut_over_id = case_actions.begin_cut_over(
        viewer=viewer, agency=plan.agency, on=plan.on, planned=len(plan.cases), found=plan.found,
        differences=plan.differences,
    )  # fmt: skip
    row = cut_overs.cut_over(viewer, cut_over_id)
    check_confirmed(row)
    return row


def carry_out(asking: Asking, plan: Plan, cut_over_id: UUID) -> Iterator[Progress]:
    """Take the waiting cases over, portion by portion, telling how far it is; then prove and finish."""
    waiting, taken = plan.waiting, plan.already_in
    yield Progress(taken, len(plan.cases))
    for start in range(0, len(waiting), PORTION):
        portion = waiting[start : start + PORTION]
        _take(asking(), plan, cut_over_id, portion)
        taken += len(portion)
        yield Progress(taken, len(plan.cases))
    check_trial_balance(asking(), plan)
    case_actions.finish_cut_over(viewer=asking(), cut_over_id=cut_over_id)


def _take(viewer: Viewer, plan: Plan, cut_over_id: UUID, portion: Sequence[Planned]) -> None:
    balances = [CarriedBalance(one.case.case_id, one.balance) for one in portion if one.balance is not None]
    with transaction.atomic():
        case_actions.carry_over(
            viewer=viewer, cut_over_id=cut_over_id, cases=tuple(one.case for one in portion)
        )
        money_actions.carry_balances(viewer=viewer, agency=plan.agency, on=plan.on, balances=balances)


def check_trial_balance(viewer: Viewer, plan: Plan) -> None:
    """Refuse to call it finished unless each place of the trial balance is what the plan said it would be."""
    trial = money.trial_balance(viewer, agency=plan.agency, as_of=plan.on)
    closing = {line.account: line.closing_debit - line.closing_credit for line in trial.lines}
    for one in HELD:
        expected = plan.trial_balance[one.value]
        found = closing.get(one.value.removeprefix("held_"), 0)
        if found != expected:
            raise Refusal(
                "cutover.trial_balance_differs", basis="T78 Đ11.2c", place=indicator_name(one.value),
                found=found, expected=expected,
            )  # fmt: skip
