"""Duties of judgments as the law groups them into decisions (N62 Đ6–7; N152 Đ8, 11)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from thads.enforcement.cases.models import Duty, EnforcementRequest, Judgment
from thads.enforcement.cases.rules.grouping import DecisionGroup, GroupedDuty, ex_officio_groups
from thads.enforcement.cases.rules.vocabulary import Initiation, ObligationKind


def grouped_duty(duty: Duty, request: EnforcementRequest | None = None) -> GroupedDuty:
    """Return what of a duty decides in which decision it stands."""
    return GroupedDuty(
        duty.no, ObligationKind(duty.kind), duty.debtor, duty.creditor, duty.joint,
        str(request.pk) if request else "", request.received_on if request else None,
    )  # fmt: skip


def groups_of(judgment: Judgment, duties: Sequence[Duty], *, on: date) -> tuple[DecisionGroup, ...]:
    """Return the decisions ex officio on these duties, as all such duties of the judgment make them.

    What was decided on already still counts: a debtor of several duties has them in decisions of his own.
    """
    chosen = {duty.no for duty in duties}
    rows = judgment.duties.filter(initiation=Initiation.EX_OFFICIO.value).order_by("no")
    replaced = {row.again_of for row in rows}
    all_duties = [
        grouped_duty(row)
        for row in rows
        if row.no in chosen or (row.part_of is None and row.no not in replaced)
    ]
    groups = ex_officio_groups(all_duties, on=on)
    within = (replace(one, nos=tuple(no for no in one.nos if no in chosen)) for one in groups)
    return tuple(one for one in within if one.nos)
