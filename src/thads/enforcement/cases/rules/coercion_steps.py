"""The way to the day of coercion: police, plan, meeting in their order, notices early enough (L08 Đ72–73, 88;
N62 Đ13; TL03 Đ4–6; L25 Đ72, 80.2; N152 Đ42, 46–47).
"""

from collections.abc import Iterator, Mapping
from datetime import date

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.measures import Measure
from thads.enforcement.cases.rules.securing import standing_measure
from thads.enforcement.cases.rules.state import CaseState
from thads.enforcement.cases.rules.vocabulary import CoercionKind, CoercionStep, Flag
from thads.enforcement.deadlines.rules.calendar import OfficeCalendar
from thads.enforcement.deadlines.rules.deriving import derive
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Regime

register_sentences(
    {
        "cases.no_forces": "Biện pháp số {no} không huy động lực lượng nên không có bước “{step}”.",
        "cases.step_out_of_turn": "Bước “{step}” của biện pháp số {no} chỉ thực hiện sau bước “{before}”.",
        "cases.step_missing": "Biện pháp số {no}: chưa ghi bước “{step}” nên chưa thể tổ chức cưỡng chế.",
        "cases.step_too_late": "Biện pháp số {no}: bước “{step}” ngày {done_on} quá sát ngày cưỡng chế "
        "{on}; phải thực hiện muộn nhất ngày {latest} ({length} trước ngày cưỡng chế).",
        "cases.carried_out_already": "Biện pháp số {no} đã được tổ chức cưỡng chế ngày {carried_out_on}.",
        "cases.plan_approved_by_head": "Từ ngày 01/7/2026 kế hoạch cưỡng chế do Thủ trưởng cơ quan phê "
        "duyệt; hãy trình Thủ trưởng.",
        "cases.seizure_notice_not_needed": "Biện pháp số {no} không phải kê biên bất động sản nên không có "
        "bước thông báo trước khi kê biên.",
    }
)

C = CoercionStep

AFTER: Mapping[CoercionStep, CoercionStep] = {
    C.POLICE_REPLIED: C.POLICE_ASKED,
    C.PLAN_DRAFTED: C.POLICE_REPLIED,
    C.PLAN_APPROVED: C.PLAN_DRAFTED,
    C.PROTECTION_PLAN: C.PLAN_APPROVED,
    C.DEPLOYMENT_MEETING: C.PLAN_APPROVED,
}
"""Which step of mobilising forces comes after which."""

WITH_FORCES = frozenset({C.POLICE_ASKED, C.REPORTED_TO_CHAIR}) | AFTER.keys()

EARLY: Mapping[CoercionStep, str] = {
    C.COST_NOTICE: "coercion.cost_notice",
    C.SEIZURE_NOTICE: "coercion.immovable_notice",
    C.PROTECTION_PLAN: "coercion.protection_plan",
    C.DEPLOYMENT_MEETING: "coercion.deployment_meeting",
    C.REPORTED_TO_CHAIR: "coercion.report_big_case",
}
"""Steps that must lie so long before the day of coercion, and the rule of the law's data."""


def check_preparation(state: CaseState, fact: f.CoercionPrepared, *, on: date, basis: str) -> None:
    """Refuse a step that this measure does not take, or before the step that it follows."""
    measure = standing_measure(state, fact.no, basis=basis, kinds=CoercionKind)
    _check_not_carried_out(measure, basis)
    if fact.step in WITH_FORCES and not measure.is_forceful:
        raise Refusal("cases.no_forces", basis=basis, no=measure.no, step=LAW.label(fact.step))
    if fact.step is C.SEIZURE_NOTICE and not is_of_immovable(measure):
        raise Refusal("cases.seizure_notice_not_needed", basis=basis, no=measure.no)
    before = AFTER.get(fact.step)
    if before is not None and measure.step_on(before) is None:
        raise Refusal(
            "cases.step_out_of_turn", basis=basis, no=measure.no, step=LAW.label(fact.step),
            before=LAW.label(before),
        )  # fmt: skip


def check_approver(step: CoercionStep, *, by_head: bool, on: date) -> None:
    """Refuse a bailiff who approves a plan that since 1/7/2026 only the head approves (N152 Đ46)."""
    if step is C.PLAN_APPROVED and not by_head and LAW.regime(on) is Regime.R2025:
        raise Refusal("cases.plan_approved_by_head", basis="L25 Đ72.6; N152 Đ46")


def check_carrying_out(state: CaseState, fact: f.CoercionCarriedOut, *, on: date, basis: str) -> None:
    """Refuse to carry out what does not stand, or was carried out before."""
    _check_not_carried_out(standing_measure(state, fact.no, basis=basis, kinds=CoercionKind), basis)


def check_prepared(
    state: CaseState, measure: Measure, *, on: date, calendar: OfficeCalendar | None = None
) -> None:
    """Refuse a day of coercion for which a step is missing or was taken too late (asked of those who act
    today).
    """
    for step in steps_needed(measure, flags=state.flags, on=on):
        done_on = measure.step_on(step)
        if done_on is None:
            raise Refusal("cases.step_missing", basis=_basis(step, on), no=measure.no, step=LAW.label(step))
        _check_early(measure, step, done_on, on, calendar)


def steps_needed(measure: Measure, *, flags: tuple[Flag, ...], on: date) -> Iterator[CoercionStep]:
    """Yield the steps that must be taken before a measure is carried out on a day, in their order.

    The chair of the People's Committee is told of big, complex cases: read from the mark on the case
    [derived].
    """
    if measure.is_forceful:
        yield from (C.POLICE_ASKED, C.POLICE_REPLIED, C.PLAN_DRAFTED, C.PLAN_APPROVED)
        if _rule_holds(C.PROTECTION_PLAN, on):
            yield C.PROTECTION_PLAN
        if _rule_holds(C.REPORTED_TO_CHAIR, on) and Flag.KEY_CASE in flags:
            yield C.REPORTED_TO_CHAIR
    yield C.COST_NOTICE
    if is_of_immovable(measure):
        yield C.SEIZURE_NOTICE
    if measure.is_forceful:
        yield C.DEPLOYMENT_MEETING


def next_step(measure: Measure, *, flags: tuple[Flag, ...], on: date) -> CoercionStep | None:
    """Return the step that a coercive measure waits for; None when it may be carried out."""
    needed = steps_needed(measure, flags=flags, on=measure.planned_on or on)
    return next((step for step in needed if measure.step_on(step) is None), None)


def is_of_immovable(measure: Measure) -> bool:
    """Say whether an immovable is seized, of which the parties are told beforehand (L08 Đ88; L25 Đ80.2a)."""
    return measure.kind is CoercionKind.SEIZE and measure.is_immovable


def latest_day(step: CoercionStep, *, on: date, calendar: OfficeCalendar | None = None) -> date | None:
    """Return the last day on which a step may be taken before coercion on a day; None when any will do."""
    if step not in EARLY or not _rule_holds(step, on):
        return None
    return derive(EARLY[step], start=on, calendar=calendar, on=on).due_on


def _check_early(
    measure: Measure, step: CoercionStep, done_on: date, on: date, calendar: OfficeCalendar | None
) -> None:
    latest = latest_day(step, on=on, calendar=calendar)
    if latest is None or done_on <= latest:
        return
    ruling = LAW.value(EARLY[step], on=on)
    raise Refusal(
        "cases.step_too_late", basis=ruling.basis, no=measure.no, step=LAW.label(step), done_on=done_on,
        on=on, latest=latest, length=LAW.written(ruling),
    )  # fmt: skip


def _rule_holds(step: CoercionStep, on: date) -> bool:
    return LAW.timeline(EARLY[step]).find(on) is not None


def _basis(step: CoercionStep, on: date) -> str:
    ruling = LAW.timeline(EARLY[step]).find(on) if step in EARLY else None
    if ruling is not None:
        return ruling.basis
    return "L08 Đ72; TL03 Đ4–6" if LAW.regime(on) is Regime.R2008 else "L25 Đ72.6; N152 Đ46"


def _check_not_carried_out(measure: Measure, basis: str) -> None:
    if measure.carried_out_on is not None:
        raise Refusal(
            "cases.carried_out_already", basis=basis, no=measure.no, carried_out_on=measure.carried_out_on
        )
