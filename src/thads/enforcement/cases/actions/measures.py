"""Security measures and coercion (L08 Đ46, 66–73, 105; N62 Đ13, 51; TL03; L25 Đ66–72, 95; N152 Đ42–47)."""

from datetime import date
from uuid import UUID

from thads.enforcement.cases.folding import next_measure_no
from thads.enforcement.cases.locking import lock_case
from thads.enforcement.cases.models import EnforcementCase
from thads.enforcement.cases.recording import record
from thads.enforcement.cases.rules import facts
from thads.enforcement.cases.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.cases.rules.coercion_steps import check_approver
from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.securing import check_signed_by_bailiff
from thads.enforcement.cases.rules.vocabulary import CoercionKind, CoercionStep, SecurityKind
from thads.enforcement.documents.numbering import order_number
from thads.foundation.access.door import action
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.money import Dong


@action("cases.order_security")
def order_security(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    measure: SecurityKind,
    subject: str,
    value: Dong = 0,
    holder: str = "",
    minutes_on: date | None = None,
    owned_since: date | None = None,
    requested_by: str = "",
    nos: tuple[int, ...] = (),
    expected_seq: int | None = None,
) -> UUID:
    """Order a security measure, one decision each, at any time while the case is open (L08 Đ66–69; L25
    Đ66–69).

    Refuses emergency minutes older than 24 hours, and the exit ban, which is the head's.
    """
    case = lock_case(viewer, case_id, "cases.order_security", expected_seq)
    fact = facts.SecurityOrdered(
        next_measure_no(case), measure, subject, value, holder, _parts(nos), minutes_on, owned_since,
        requested_by,
    )  # fmt: skip
    check_signed_by_bailiff(fact, on=on)
    return record(viewer, case, fact, on=on, order_no=order_number(case.agency, "security", on))


@action("cases.ban_exit")
def ban_exit(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    subject: str,
    requested_by: str = "",
    nos: tuple[int, ...] = (),
    expected_seq: int | None = None,
) -> UUID:
    """Ban the debtor from leaving the country; the head decides (N62 Đ51; L25 Đ66.1d, 70; N152 Đ45)."""
    case = lock_case(viewer, case_id, "cases.ban_exit", expected_seq)
    fact = facts.SecurityOrdered(
        next_measure_no(case), SecurityKind.EXIT_BAN, subject, parts=_parts(nos), requested_by=requested_by
    )
    return record(viewer, case, fact, on=on, order_no=order_number(case.agency, "security", on))


@action("cases.decide_coercion")
def decide_coercion(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    measure: CoercionKind,
    subject: str,
    value: Dong = 0,
    costs: Dong = 0,
    exception: str = "",
    dissipation: str = "",
    is_forceful: bool = False,
    is_immovable: bool = False,
    is_honoured: bool = False,
    planned_on: date | None = None,
    income: Dong = 0,
    dependants: int = 0,
    region: int = 0,
    nos: tuple[int, ...] = (),
    expected_seq: int | None = None,
) -> UUID:
    """Decide one coercive measure; values in đồng (L08 Đ46, 70–71; L25 Đ71–72).

    Refuses it before the voluntary period is over unless `dissipation` says how assets are spirited away,
    on a debtor not found able, at rest, of a value above duty and costs without a listed `exception`, more
    of an income than the law leaves to take, and a planned day on which nobody is coerced.
    """
    case = lock_case(viewer, case_id, "cases.decide_coercion", expected_seq)
    fact = facts.CoercionDecided(
        next_measure_no(case), measure, subject, value, _parts(nos), is_forceful, planned_on, exception,
        dissipation, costs, is_immovable, is_honoured, income, dependants, region,
    )  # fmt: skip
    return record(viewer, case, fact, on=on, order_no=order_number(case.agency, "coercion", on))


@action("cases.prepare_coercion")
def prepare_coercion(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    no: int,
    step: CoercionStep,
    planned_on: date | None = None,
    content: str = "",
    expected_seq: int | None = None,
) -> UUID:
    """Record a step towards the day of coercion (L08 Đ72–73; TL03 Đ4–6; L25 Đ72; N152 Đ46–47).

    Refuses a step out of its turn, and since 1/7/2026 the approval of the plan, which is the head's.
    """
    case = lock_case(viewer, case_id, "cases.prepare_coercion", expected_seq)
    check_approver(step, by_head=False, on=on)
    return record(viewer, case, facts.CoercionPrepared(no, step, planned_on, content), on=on)


@action("cases.approve_coercion_plan")
def approve_coercion_plan(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    no: int,
    planned_on: date | None = None,
    content: str = "",
    expected_seq: int | None = None,
) -> UUID:
    """Approve the plan of coercion with forces (L08 Đ72; L25 Đ72.6; N152 Đ46); refuses one that is not
    drafted.
    """
    case = lock_case(viewer, case_id, "cases.approve_coercion_plan", expected_seq)
    fact = facts.CoercionPrepared(no, CoercionStep.PLAN_APPROVED, planned_on, content)
    return record(viewer, case, fact, on=on)


@action("cases.carry_out_coercion")
def carry_out_coercion(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    no: int,
    result: str = "",
    begun_at: str = "",
    expected_seq: int | None = None,
) -> UUID:
    """Record that coercion was carried out; `begun_at` is the time of the day, as “08:30” (L08 Đ46, 71–73;
    L25 Đ71–72).

    Refuses days and hours on which nobody is coerced, and a day for which a notice or step is missing or
    too late.
    """
    case = lock_case(viewer, case_id, "cases.carry_out_coercion", expected_seq)
    return record(viewer, case, facts.CoercionCarriedOut(no, result, begun_at), on=on)


@action("cases.end_measure")
def end_measure(
    *, viewer: Viewer, case_id: UUID, on: date, no: int, ground: str, expected_seq: int | None = None
) -> UUID:
    """End a measure or release what is seized, on a listed ground (L08 Đ105; L25 Đ95).

    Refuses an exit ban, which the head ends, and the ground that all is paid while something is owed.
    """
    case = lock_case(viewer, case_id, "cases.end_measure", expected_seq)
    return _end(viewer, case, facts.MeasureEnded(no, ground), on)


@action("cases.lift_exit_ban")
def lift_exit_ban(
    *, viewer: Viewer, case_id: UUID, on: date, no: int, ground: str, expected_seq: int | None = None
) -> UUID:
    """End a ban on leaving the country; the head decides (N62 Đ51; L25 Đ70, 95)."""
    case = lock_case(viewer, case_id, "cases.lift_exit_ban", expected_seq)
    return _end(viewer, case, facts.MeasureEnded(no, ground, is_exit_ban=True), on)


def _end(viewer: Viewer, case: EnforcementCase, fact: facts.MeasureEnded, on: date) -> UUID:
    return record(viewer, case, fact, on=on, order_no=order_number(case.agency, "security", on))


def _parts(nos: tuple[int, ...]) -> tuple[Part, ...]:
    return tuple(Part(no) for no in nos)
