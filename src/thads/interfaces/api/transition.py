"""The switch of the laws on 1/7/2026: the list as a dry run, and what the head confirms of it (L25 Đ116;
N152 Đ115).
"""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import ConfigDict

from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.rules.transition import TransitionRow, TransitionTask
from thads.interfaces.api.access import viewer_of
from thads.interfaces.api.acts import FAULTS, TOLD
from thads.interfaces.api.errors import Fault
from thads.interfaces.api.shapes import Code, Day, answer_of, arguments_of, check_asked, payload_of

router = Router(tags=["transition"])

TransitionRowOut = answer_of(TransitionRow)
ConfirmTransitionPayload: Any = payload_of(actions.confirm_transition, name="ConfirmTransitionPayload")


class TransitionAsked(Schema):
    """Whose list, as of which day (today when left out), which task only."""

    model_config = ConfigDict(extra="forbid")

    agency: Code
    on: Day | None = None
    task: TransitionTask | None = None


class Confirmed(Schema):
    """How many acts were carried out."""

    done: int


@router.get(
    "/transition",
    response={200: list[TransitionRowOut], 401: Fault, 404: Fault, 422: Fault},  # type: ignore[valid-type]
    operation_id="transition_list",
    summary="Rà soát chuyển tiếp sang Luật năm 2025",
)
def transition_list(request: HttpRequest, asked: Query[TransitionAsked]) -> Any:
    """Return what the switch asks of every open case; nothing is changed by asking."""
    check_asked(request, asked)
    viewer = viewer_of(request)
    rows = queries.transition_list(viewer, agency=asked.agency, on=asked.on or viewer.on, task=asked.task)
    return [TransitionRowOut.model_validate(row) for row in rows]


def _confirm(request: HttpRequest, payload: Any = TOLD) -> Confirmed:
    arguments = arguments_of(payload, actions.confirm_transition)
    return Confirmed(done=actions.confirm_transition(viewer=viewer_of(request), **arguments))


_confirm.__annotations__["payload"] = ConfirmTransitionPayload
router.post(
    "/transition",
    response={200: Confirmed, **FAULTS},
    operation_id="confirm_transition",
    summary="Xác nhận kết quả rà soát chuyển tiếp",
)(_confirm)
