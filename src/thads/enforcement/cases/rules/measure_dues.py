"""What is due on the measures of a case: after a freeze, before a day of coercion, at the end (process.md
2.3–2.4, 3.4).
"""

from collections.abc import Iterator, Mapping
from datetime import date

from thads.enforcement.cases.rules.measures import Measure
from thads.enforcement.cases.rules.standing import CaseStanding
from thads.enforcement.cases.rules.vocabulary import CoercionKind, CoercionStep, SecurityKind
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.enforcement.deadlines.rules.calendar import OfficeCalendar
from thads.enforcement.deadlines.rules.due_items import Due, made
from thads.law import LAW, Regime

BEFORE_THE_DAY: Mapping[str, CoercionStep] = {
    "coercion.cost_notice": CoercionStep.COST_NOTICE,
    "coercion.immovable_notice": CoercionStep.SEIZURE_NOTICE,
    "coercion.protection_plan": CoercionStep.PROTECTION_PLAN,
    "coercion.deployment_meeting": CoercionStep.DEPLOYMENT_MEETING,
    "coercion.report_big_case": CoercionStep.REPORTED_TO_CHAIR,
}
"""What must be done so long before the day of coercion, and the step that answers it."""

AFTER_A_STEP: Mapping[str, tuple[CoercionStep, CoercionStep]] = {
    "coercion.police_reply": (CoercionStep.POLICE_ASKED, CoercionStep.POLICE_REPLIED),
    "coercion.plan_draft": (CoercionStep.POLICE_REPLIED, CoercionStep.PLAN_DRAFTED),
    "coercion.police_plan": (CoercionStep.PLAN_APPROVED, CoercionStep.PROTECTION_PLAN),
}
"""What must follow one step, and the step that answers it (L08 Đ72; TL03 Đ4; L25 Đ72; N152 Đ46)."""

ALWAYS = frozenset({"coercion.cost_notice"})
"""Owed before any coercion; the others only where forces are mobilised, or an immovable is seized."""


def measure_dues(case: CaseStanding, calendar: OfficeCalendar | None) -> Iterator[Due]:
    """Yield what is due on the measures that stand."""
    for measure in case.measures:
        if not measure.stands:
            continue
        if not case.is_open:
            key = "interim_measure.release" if case.is_interim else "security.end"
            yield _made(key, measure, case.closed_on or case.since, calendar)
        elif case.is_at_rest:
            continue
        elif measure.is_security:
            yield from _after_security(case, measure, calendar)
        elif measure.carried_out_on is None:
            yield from _before_coercion(measure, calendar)


def _after_security(case: CaseStanding, measure: Measure, calendar: OfficeCalendar | None) -> Iterator[Due]:
    """Yield by when coercion must follow, or the measure end (L08 Đ67.3, 68.5, 69.4; L25 Đ66.4)."""
    start = _coercion_possible_on(case, measure)
    if start is None or _coerced_since(case, measure):
        return
    key = (
        "security.coerce_after_freeze"
        if measure.kind is SecurityKind.FREEZE
        else "security.coerce_after_hold"
    )
    yield _made(key, measure, start, calendar, case)


def _coercion_possible_on(case: CaseStanding, measure: Measure) -> date | None:
    """Return the day from which the ten days run; None while they do not.

    Until 30/6/2026: the decision to freeze, or the day ownership was established. Since: the day on which all
    grounds for coercion are there, read as able and the voluntary period over [derived].
    """
    if measure.kind is SecurityKind.EXIT_BAN:
        return None
    if LAW.regime(measure.ordered_on) is Regime.R2008:
        return measure.ordered_on if measure.kind is SecurityKind.FREEZE else measure.owned_since
    if case.status is not S.ENFORCING or case.voluntary_until is None:
        return None
    return max(measure.ordered_on, case.voluntary_until, case.since)


def _coerced_since(case: CaseStanding, measure: Measure) -> bool:
    return any(not one.is_security and one.ordered_on >= measure.ordered_on for one in case.measures)


def _before_coercion(measure: Measure, calendar: OfficeCalendar | None) -> Iterator[Due]:
    """Yield what is owed before the day of coercion, and what one step of its preparation asks for next."""
    for key, answer in BEFORE_THE_DAY.items():
        day = measure.planned_on
        if day is not None and _is_owed(key, measure, day) and measure.step_on(answer) is None:
            yield _made(key, measure, day, calendar)
    for key, (asked, answered) in AFTER_A_STEP.items():
        start = measure.step_on(asked)
        if start is not None and measure.is_forceful and measure.step_on(answered) is None:
            yield _made(key, measure, start, calendar)


def _is_owed(key: str, measure: Measure, day: date) -> bool:
    """Say whether the law of the day of coercion asks for it before a measure of this kind."""
    if LAW.timeline(key).find(day) is None:
        return False
    if key == "coercion.immovable_notice":
        return measure.kind is CoercionKind.SEIZE and measure.is_immovable
    return key in ALWAYS or measure.is_forceful


def _made(
    key: str,
    measure: Measure,
    start: date,
    calendar: OfficeCalendar | None,
    case: CaseStanding | None = None,
) -> Due:
    title = f"{LAW.timeline(key).vi} (biện pháp số {measure.no}: {LAW.label(measure.kind).lower()})"
    pauses = case.pauses if case is not None else ()
    trigger = f"measure:{measure.no}@{start}"
    return made(key, start=start, title=title, trigger=trigger, calendar=calendar, pauses=pauses)
