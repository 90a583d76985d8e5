"""Gathering the plans of the province: rows, persons, delegations, bailiffs, numbers."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from random import Random

from thads.enforcement.cases.rules.vocabulary import (
    Flag,
    Initiation,
    IntakeRoute,
    JudgmentKind,
    ObligationKind,
)
from thads.interfaces.exchange.demo.calendar import AS_OF, LAST_DAY, between, days, working
from thads.interfaces.exchange.demo.courses import LATEST_END, NEW_FINISHED, NEW_OPEN, ROWS, Row, shared_out
from thads.interfaces.exchange.demo.founding_plan import RETIRED, bailiff_codes
from thads.interfaces.exchange.demo.people import BANKS
from thads.interfaces.exchange.demo.plans import DutyPlan, Plan, Share, furnish
from thads.interfaces.exchange.demo.published import unit_goals

NEIGHBOURS = ("HGI", "CBA", "BKA", "TNG", "PTH", "VPH", "YBA", "HNO")
LATEST_TWIN = date(2024, 5, 10)
A_YEAR_AGO = date(2023, 7, 8)


def gather(seed: int) -> list[Plan]:
    """Return all plans of the province for a seed, complete but for their amounts."""
    chance = Random(seed)
    plans = _draw_rows(chance)
    _balance(plans, chance)
    _join_delegations(plans, chance)
    _join_pulled_up(plans)
    _delegated_in(plans, chance)
    _give_bailiffs(plans, chance)
    _give_numbers(plans)
    return plans


def _draw_rows(chance: Random) -> list[Plan]:
    """Draw every row for every unit; the two open rows take what a unit's goal still lacks."""
    goals = unit_goals()
    weights = {unit: goal.able for unit, goal in goals.items()}
    plans: list[Plan] = []
    taken: Counter[tuple[str, Share]] = Counter()
    for turn, row in enumerate(ROWS):
        counts = shared_out(row, weights if row.course != "pull_up" else _without_room(weights), turn=turn)
        for unit, count in counts.items():
            plans += [_draw(row, unit, chance) for _ in range(count)]
            taken[unit, row.share] += count
    for unit, goal in goals.items():
        finished = goal.finished - taken[unit, Share.FINISHED]
        still_open = goal.open_able - taken[unit, Share.ABLE]
        plans += [_draw(NEW_FINISHED, unit, chance) for _ in range(finished)]
        plans += [_draw(NEW_OPEN, unit, chance) for _ in range(still_open)]
    return plans


def _without_room(weights: Mapping[str, int]) -> dict[str, int]:
    """Files are pulled up from the districts only."""
    return {unit: 0 if unit == "TQ.NV" else weight for unit, weight in weights.items()}


def _draw(row: Row, unit: str, chance: Random) -> Plan:
    decided, moments = row.draw(chance)
    plan = Plan(unit, row.course, row.share, decided, moments, seed=chance.getrandbits(48))
    furnish(plan, chance, hard=row.hard)
    if row.name == "NEW_COLLECTED" and not any(duty.weight for duty in plan.duties):
        plan.duties.append(DutyPlan(ObligationKind.FINE, 5_000_000, "Ngân sách nhà nước"))
    if row.course == "unable" and moments["unable"] < A_YEAR_AGO and chance.random() < 0.88:
        _wait_long(plan)
    if "ledger" in moments:
        plan.flags = tuple(flag for flag in plan.flags if flag is not Flag.PRISONER)
    return plan


def _wait_long(plan: Plan) -> None:
    """Long unable and not yet ripe for the separate ledger: in prison, or gone (N62 Đ9.5: two years)."""
    if plan.judgment_kind is JudgmentKind.CRIMINAL:
        plan.flags = tuple(dict.fromkeys((*plan.flags, Flag.PRISONER)))
    else:
        plan.unable_ground = "address_unknown"


def _balance(plans: Sequence[Plan], chance: Random) -> None:
    """Choose one finished and one open case of each unit that take the last đồng of its goal."""
    for unit in unit_goals():
        for share, first, last in (
            (Share.FINISHED, date(2023, 11, 6), date(2024, 2, 29)),
            (Share.ABLE, date(2023, 11, 6), date(2024, 4, 26)),
        ):  # fmt: skip
            plan = next(
                p for p in plans
                if p.unit == unit and p.share is share and p.is_new and p.course in ("finish", "able")
                and len(p.moments) == (share is Share.FINISHED) and p.decided_on <= LAST_DAY and not p.plain
            )  # fmt: skip
            plan.decided_on = between(first, last, chance)
            if share is Share.FINISHED:
                plan.moments = {"end": between(days(plan.decided_on, 60), LATEST_END, chance)}
            plan.duties = [DutyPlan(ObligationKind.CREDIT_DEBT, 1, chance.choice(BANKS))]
            plan.initiation, plan.judgment_kind = Initiation.ON_REQUEST, JudgmentKind.CIVIL
            plan.flags = (Flag.CREDIT_INSTITUTION,)
            plan.plain, plan.exact = True, 1_000


def _join_delegations(plans: Sequence[Plan], chance: Random) -> None:
    """Inside the province what one unit delegates is a new case of another, with the same duties."""
    units = list(unit_goals())
    waiting = [p for p in plans if p.course == "delegate"]
    inside = [p for p in waiting if p.is_new and p.moments["delegated"] <= LATEST_TWIN][:25]
    for plan in waiting:
        plan.to_agency = chance.choice(NEIGHBOURS)
    for plan in inside:
        unit = chance.choice([unit for unit in units if unit != plan.unit])
        twin = _twin(plans, unit, ("finish", "able"))
        twin.decided_on = working(days(plan.moments["delegated"], chance.randint(3, 6)))
        if twin.course == "finish":
            twin.moments = {"end": between(days(twin.decided_on, 12), LATEST_END, chance)}
        _follow(plan, twin, IntakeRoute.DELEGATED_IN)
        plan.to_agency = unit


def _join_pulled_up(plans: Sequence[Plan]) -> None:
    for plan in [p for p in plans if p.course == "pull_up"]:
        twin = _twin(plans, "TQ.NV", ("able", "finish"))
        twin.decided_on = working(days(plan.moments["pulled_up"], 1))
        if twin.course == "finish":
            twin.moments = {"end": max(twin.moments["end"], working(days(twin.decided_on, 30)))}
        _follow(plan, twin, IntakeRoute.PULLED_UP)


def _twin(plans: Sequence[Plan], unit: str, courses: tuple[str, ...]) -> Plan:
    return next(
        p for p in plans
        if p.unit == unit and p.is_new and p.course in courses and p.route is IntakeRoute.NEW and not p.plain
        and p.share in (Share.FINISHED, Share.ABLE) and p.decided_on <= AS_OF and set(p.moments) <= {"end"}
    )  # fmt: skip


def _follow(plan: Plan, twin: Plan, route: IntakeRoute) -> None:
    """Make the second case the continuation of the first: same persons, duties and đồng."""
    twin.route, twin.from_agency = route, plan.unit
    plan.twin, plan.duties, plan.debtor = twin, twin.duties, twin.debtor
    plan.initiation, plan.judgment_kind, plan.flags = twin.initiation, twin.judgment_kind, twin.flags


def _delegated_in(plans: Sequence[Plan], chance: Random) -> None:
    """Some new cases came by delegation from other provinces."""
    fresh = [
        p for p in plans if p.is_new and p.route is IntakeRoute.NEW and not p.plain and p.course == "finish"
    ]
    for plan in chance.sample(fresh, 40):
        plan.route, plan.from_agency = IntakeRoute.DELEGATED_IN, chance.choice(NEIGHBOURS)


def _give_bailiffs(plans: Sequence[Plan], chance: Random) -> None:
    """Assign bailiffs; those who retired hand their open cases over on their last day."""
    for plan in plans:
        if plan.decided_on > AS_OF and chance.random() < 0.5:
            continue  # decided these days, waiting for the head to assign it
        plan.bailiff = chance.choice(bailiff_codes(plan.unit))
        retired = RETIRED.get(plan.unit)
        if retired and plan.decided_on < retired.last_on and chance.random() < 0.12:
            plan.bailiff_later = (retired.last_on, plan.bailiff)
            plan.bailiff = retired.code


def _give_numbers(plans: Sequence[Plan]) -> None:
    """Number the decisions of each unit and statistics year in the order of their days."""
    last: Counter[tuple[str, int]] = Counter()
    for plan in sorted(plans, key=lambda p: (p.decided_on, p.unit, p.seed)):
        year = plan.decided_on.year + (plan.decided_on.month >= 10)
        last[plan.unit, year] += 1
        place = last[plan.unit, year]
        plan.number = f"{place}/{year}/{plan.unit}"
        plan.decision_no = f"{place}/QĐ-{'CTHADS' if plan.unit == 'TQ.NV' else 'CCTHADS'}"
