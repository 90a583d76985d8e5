"""Acts on a case: one address per verb of an officer, its payload the arguments of the room's action."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Body, Router, Schema
from pydantic import Field

from thads.enforcement.cases import actions, queries
from thads.enforcement.money import actions as money
from thads.interfaces.api.access import viewer_of
from thads.interfaces.api.errors import Fault
from thads.interfaces.api.shapes import Day, Number, Payload, Text, arguments_of, payload_of
from thads.kernel.refusals import Refusal

router = Router(tags=["acts"])
TOLD: Any = Body(...)  # type: ignore[type-arg]

ACTS = (
    actions.assign_bailiff, actions.serve_notice, actions.record_verification, actions.decide_unable,
    actions.resume, actions.move_to_separate_ledger, actions.defer, actions.suspend, actions.reduce_duty,
    actions.delegate_out, actions.pull_up_file, actions.recall_decision, actions.open_file,
    actions.send_order, actions.ask_bailiff_change, actions.refuse_bailiff_change,
    actions.mandate_verification, actions.record_mandate_answer, actions.record_information,
    actions.record_agreement, actions.publish_debtor, actions.update_publication, actions.end_publication,
    actions.order_security, actions.ban_exit, actions.decide_coercion, actions.prepare_coercion,
    actions.approve_coercion_plan, actions.carry_out_coercion, actions.end_measure, actions.lift_exit_ban,
    actions.amend_order, actions.withdraw_order, actions.annul_order, actions.return_request,
    actions.close_otherwise, actions.request_certificate, actions.issue_certificate, actions.check_file,
    actions.archive_file, actions.take_file_out, actions.return_file,
)  # fmt: skip
"""Every act that a step of a case names and that the case alone decides."""

THROUGH_THE_TILL: Mapping[str, Callable[..., UUID]] = {
    "collect_money": money.receive_money,
    "finish": money.close_case,
    "terminate": money.terminate_case,
}
"""Steps of a case that its account has a say in, by their name in the case."""

FAULTS = {400: Fault, 401: Fault, 403: Fault, 404: Fault, 409: Fault, 422: Fault}


class Done(Schema):
    """What the act was done to."""

    id: UUID


class CancelFactPayload(Payload):
    """Which fact to take back, and why."""

    seq: Number = Field(description="place of the fact in the timeline")
    on: Day
    reason: Text
    expected_seq: Number | None = None


def _offer(act: Callable[..., UUID], name: str) -> None:
    words = name.replace("_", " ").title().replace(" ", "")
    payload_type = payload_of(act, name=f"{words}Payload", without=("case_id",))

    def perform(request: HttpRequest, case_id: UUID, payload: Any = TOLD) -> Done:
        act(viewer=viewer_of(request), case_id=case_id, **arguments_of(payload, act))
        return Done(id=case_id)

    perform.__annotations__["payload"] = payload_type
    perform.__doc__ = act.__doc__
    router.post(
        f"/cases/{{uuid:case_id}}/acts/{name}", response={200: Done, **FAULTS}, operation_id=name,
        summary=(act.__doc__ or name).strip().splitlines()[0],
    )(perform)  # fmt: skip


for _act in ACTS:
    _offer(_act, _act.__name__)
for _name, _act in THROUGH_THE_TILL.items():
    _offer(_act, _name)


@router.post(
    "/cases/{uuid:case_id}/acts/cancel_fact", response={200: Done, **FAULTS}, operation_id="cancel_fact",
    summary="Take back a fact recorded by mistake; nothing is overwritten (L08 Đ37; T04 Đ36.4).",
)  # fmt: skip
def cancel_fact(request: HttpRequest, case_id: UUID, payload: CancelFactPayload) -> Done:
    """Take back the fact at a place of the timeline; refused when a later one would no longer be lawful."""
    viewer = viewer_of(request)
    entries = {entry.seq: entry.entry_id for entry in queries.case_page(viewer, case_id).timeline}
    if payload.seq not in entries:
        raise Refusal("cases.nothing_to_cancel")
    money.cancel_case_fact(
        viewer=viewer, case_id=case_id, entry_id=entries[payload.seq], on=payload.on, reason=payload.reason,
        expected_seq=payload.expected_seq,
    )  # fmt: skip
    return Done(id=case_id)
