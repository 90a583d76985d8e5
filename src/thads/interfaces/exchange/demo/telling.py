"""Telling a plan as legal facts: each course in lawful steps, with working days and amounts in thousands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.vocabulary import (
    CollectionMeans,
    Initiation,
    ObligationKind,
    SuspensionCause,
    VerificationResult,
)
from thads.interfaces.exchange.demo.calendar import (
    AS_OF,
    EVE,
    LAST_DAY,
    between,
    days,
    working,
    working_before,
)
from thads.interfaces.exchange.demo.people import STATE, court
from thads.interfaces.exchange.demo.plans import Plan

EX_OFFICIO_GROUNDS = {
    ObligationKind.RETURN_MONEY: "return_to_party",
    ObligationKind.CONFISCATE: "confiscation_and_state_revenue",
    ObligationKind.DESTROY: "confiscation_and_state_revenue",
}
SUFFIX = {
    "criminal": "HS-ST", "civil": "DS-ST", "marriage_family": "HNGĐ-ST", "business_commerce": "KDTM-ST",
    "labour": "LĐ-ST",
}  # fmt: skip


SUSPENSIONS = (SuspensionCause.PROTEST, SuspensionCause.BANKRUPTCY)
"""Why enforcement was suspended under the law of 2008 (L08 Đ49)."""

LAST_WORKING = working_before(AS_OF)
LAST_FOUND = date(2024, 7, 3)
"""Verifications that found no means on this day wait for the head's decision."""


@dataclass(slots=True)
class Told:
    """A fact told, with its day and the kind of paper it is in."""

    on: date
    fact: f.CaseFact
    order: str = ""


@dataclass(slots=True)
class Tale:
    """The facts of one case as they are told; `left` is what is still owed, by duty."""

    plan: Plan
    chance: Random
    told: list[Told] = field(default_factory=list)
    left: dict[int, int] = field(default_factory=dict)
    free_from: date = EVE
    resting: set[int] = field(default_factory=set)
    receipts: int = 0

    def add(self, on: date, fact: f.CaseFact, order: str = "") -> None:
        if on <= LAST_DAY:
            self.told.append(Told(on, fact, order))

    @property
    def money(self) -> list[int]:
        """The duties that still owe đồng."""
        return [no for no, left in self.left.items() if left > 0]

    def pay(self, on: date, no: int, amount: int) -> None:
        """Collect đồng of a duty; after the voluntary period some comes by coercion."""
        if amount <= 0 or on > LAST_DAY:
            return
        self.receipts += 1
        coerced = self.chance.random() < 0.2 and on > days(self.free_from, 11) and no not in self.resting
        means = CollectionMeans.COERCION if coerced else CollectionMeans.VOLUNTARY
        receipt = f"{self.plan.number}-BL{self.receipts}"
        self.left[no] -= amount
        self.add(on, f.MoneyCollected((f.Part(no, amount),), receipt, means))


def tell(plan: Plan) -> list[Told]:
    """Return the facts of the plan in the order of their days."""
    tale = Tale(plan, Random(plan.seed))
    _open(tale)
    COURSES[plan.course](tale)
    tale.told.sort(key=lambda one: one.on)
    if plan.bailiff_later is not None:
        _change_bailiff(tale, *plan.bailiff_later)
    return tale.told


def _open(tale: Tale) -> None:
    plan, chance = tale.plan, tale.chance
    amounts = plan.amounts()
    duties = tuple(
        f.Duty(no, duty.kind, amount, duty.creditor, plan.debtor)
        for no, (duty, amount) in enumerate(zip(plan.duties, amounts, strict=False), start=1)
    )
    tale.left = {duty.no: duty.amount for duty in duties}
    assigned = chance.random() < 0.7
    judged = working_before(days(plan.decided_on, -chance.randint(20, 75)))
    kind = SUFFIX[plan.judgment_kind]
    ground = EX_OFFICIO_GROUNDS.get(duties[-1].kind, "fine_and_fees")
    decision = f.DecisionIssued(
        number=plan.number, initiation=plan.initiation, judgment_kind=plan.judgment_kind, duties=duties,
        decision_no=plan.decision_no, judgment_no=f"{chance.randint(1, 180)}/{judged.year}/{kind}/DEMO",
        judgment_on=judged, court=court(plan.unit), route=plan.route, from_agency=plan.from_agency,
        bailiff=plan.bailiff if assigned else "", flags=plan.flags,
        ground=ground if plan.initiation is Initiation.EX_OFFICIO else "",
    )  # fmt: skip
    tale.add(plan.decided_on, decision, plan.decision_no)
    if plan.bailiff and not assigned:
        tale.add(plan.decided_on, f.BailiffAssigned(plan.bailiff))
    tale.free_from = plan.decided_on


def _notice(tale: Tale, before: date) -> date:
    """Serve the decision within a week, but before the given day."""
    on = min(working(days(tale.plan.decided_on, tale.chance.randint(2, 7))), before)
    manner = tale.chance.choice(("trực tiếp", "trực tiếp", "niêm yết"))
    tale.add(on, f.NoticeServed(days(on, 10), manner))
    tale.free_from = on
    return on


def _verify(
    tale: Tale, after: date, before: date, result: VerificationResult, parts: tuple[f.Part, ...] = ()
) -> date:
    on = min(working(days(after, tale.chance.randint(11, 20))), before)
    tale.add(on, f.Verified(result, parts))
    return on


ABLE, NOT_ABLE = VerificationResult.ABLE, VerificationResult.NOT_ABLE


def _able_until(tale: Tale, before: date) -> date:
    """Notice and a verification that finds means, as far as there is time before the given day."""
    noticed = _notice(tale, before)
    if days(noticed, 11) >= before:
        return noticed
    return _verify(tale, noticed, before, ABLE)


def _unable_on(tale: Tale, on: date) -> None:
    """Notice, verification without means, and the head's decision on the day."""
    noticed = _notice(tale, working_before(days(on, -13)))
    verified = _verify(tale, noticed, working_before(days(on, -1)), NOT_ABLE)
    if days(verified, 120) < on:
        tale.add(working_before(days(on, -4)), f.Verified(NOT_ABLE))
    tale.add(on, f.UnableDecided(tale.plan.unable_ground), "QĐ")


def _half_yearly(tale: Tale, since: date, until: date) -> None:
    """Verify every six months that there are still no means (L08 Đ44.2)."""
    on = days(since, tale.chance.randint(165, 182))
    while on < until:
        tale.add(working_before(on), f.Verified(NOT_ABLE))
        on = days(on, tale.chance.randint(165, 182))


def _rest_and_back(tale: Tale) -> date | None:
    """Tell what kept the case at rest before this year, if anything; return the day it came back."""
    moments = tale.plan.moments
    if "unable" not in moments:
        return None
    _unable_on(tale, moments["unable"])
    until = moments.get("ledger") or moments.get("resumed") or AS_OF
    _half_yearly(tale, moments["unable"], days(until, -6))
    if "ledger" in moments:
        tale.add(moments["ledger"], f.MovedToSeparateLedger(), "QĐ")
        if tale.chance.random() < 0.94:
            _half_yearly(tale, moments["ledger"], days(moments.get("resumed", AS_OF), -6))
    back = moments.get("resumed")
    if back is not None:
        tale.add(working_before(days(back, -3)), f.Verified(ABLE))
        tale.add(back, f.Resumed("able_again"), "QĐ")
    return back


# --------------------------------------------------------------------------------------------------- courses


def _finish(tale: Tale) -> None:
    """Come to an end: mostly performed, sometimes terminated in part or whole."""
    end, plan = tale.plan.moments["end"], tale.plan
    began = _rest_and_back(tale) or _able_until(tale, working_before(days(end, -2)))
    drawn = 0.99 if plan.plain else tale.chance.random()
    if drawn < 0.055:
        _pay_some(tale, began, working_before(days(end, -3)))
        tale.add(end, f.Terminated(_termination_ground(tale)), "QĐ")
        return
    if drawn < 0.07 and len(tale.money) > 1:
        no = tale.money[-1]
        tale.left[no] = 0
        tale.add(working_before(days(end, -1)), f.Terminated(_termination_ground(tale), (f.Part(no),)), "QĐ")
    elif drawn < 0.1:
        _reduce(tale, max(began, working_before(days(end, -2))))
    _pay_all(tale, began, end)
    tale.add(end, f.Performed())


def _termination_ground(tale: Tale) -> str:
    owed_to_state = any(duty.creditor == STATE for duty in tale.plan.duties)
    return (
        "debtor_dead"
        if owed_to_state
        else tale.chance.choice(("parties_agree", "parties_agree", "debtor_dead"))
    )


def _reduce(tale: Tale, on: date) -> None:
    """The court takes off a part of a duty to the State."""
    for no in tale.money:
        duty = tale.plan.duties[no - 1]
        taken = tale.left[no] // 2000 * 1000
        if (
            duty.creditor == STATE
            and duty.kind in (ObligationKind.FINE, ObligationKind.COURT_FEE)
            and taken > 0
        ):
            tale.left[no] -= taken
            tale.add(
                on, f.DutyReduced((f.Part(no, taken),), f"{tale.chance.randint(1, 40)}/{on.year}/QĐ-TA/DEMO")
            )
            return


def _pay_all(tale: Tale, since: date, end: date) -> None:
    """Pay every duty off, the larger ones in parts, the last đồng on or just before the end."""
    for no in tale.money:
        if tale.left[no] > 5_000_000 and not tale.plan.plain:
            _pay_in_parts(tale, no, since, working_before(days(end, -4)), tale.chance.choice((0, 0, 1, 2)))
        last = max(since, working_before(days(end, -tale.chance.randint(0, 3))))
        tale.pay(min(last, end), no, tale.left[no])


def _pay_in_parts(tale: Tale, no: int, since: date, until: date, times: int) -> None:
    for on in sorted(between(since, until, tale.chance) for _ in range(times)):
        amount = tale.left[no] * tale.chance.randint(8, 35) // 100 // 1000 * 1000
        if since <= on <= until:
            tale.pay(on, no, amount)


def _pay_some(tale: Tale, since: date, until: date) -> None:
    for no in tale.money:
        if tale.left[no] > 3_000_000 and tale.chance.random() < 0.45:
            _pay_in_parts(tale, no, since, until, tale.chance.randint(1, 3))


def _able(tale: Tale) -> None:
    """Be under enforcement still: the steps that there was time for, and some money."""
    plan = tale.plan
    back = _rest_and_back(tale)
    if back is not None:
        return _pay_some(tale, back, AS_OF)
    if days(plan.decided_on, 5) > LAST_DAY:
        return None
    noticed = _notice(tale, LAST_DAY)
    if days(noticed, 13) >= LAST_WORKING:
        if days(noticed, 11) <= LAST_FOUND and tale.chance.random() < 0.25:
            tale.add(LAST_FOUND, f.Verified(NOT_ABLE))
        return None
    verified = _verify(tale, noticed, LAST_WORKING, ABLE)
    if plan.plain:
        return None
    if len(tale.money) > 1 and tale.chance.random() < 0.25 and days(verified, 40) < AS_OF:
        _part_rests(tale, verified)
    _pay_some(tale, verified, AS_OF)
    if plan.decided_on > EVE and tale.chance.random() < 0.02:
        _delegate_a_part(tale, verified)
    return None


def _part_rests(tale: Tale, verified: date) -> None:
    """One of several duties has no means; the case goes on for the others."""
    no = tale.money[-1]
    tale.resting.add(no)
    on = working(days(verified, 18))
    tale.add(on, f.Verified(NOT_ABLE, (f.Part(no),)))
    tale.add(working(days(on, 2)), f.UnableDecided("no_income_no_assets", (f.Part(no),)), "QĐ")


def _delegate_a_part(tale: Tale, verified: date) -> None:
    big = [no for no in tale.money if tale.left[no] > 4_000_000]
    last = max((one.on for one in tale.told), default=verified)
    if big and days(last, 3) <= AS_OF:
        amount = tale.left[big[0]] // 3000 * 1000
        tale.left[big[0]] -= amount
        tale.add(working_before(days(last, 3)), f.DelegatedOut("TNG", (f.Part(big[0], amount),)), "QĐ")


def _await_closing(tale: Tale) -> None:
    """Everything is in, the closing act is still to come."""
    on = tale.plan.moments["collected"]
    since = _able_until(tale, working_before(days(on, -1)))
    for no in tale.money:
        tale.pay(max(since, on), no, tale.left[no])


def _unable(tale: Tale) -> None:
    since = tale.plan.moments["unable"]
    if tale.chance.random() < 0.1 and tale.money:
        _collect_little(tale, since)
    _unable_on(tale, since)
    _half_yearly(tale, since, AS_OF)


def _collect_little(tale: Tale, before: date) -> None:
    """Something came in before the means were gone."""
    no = tale.money[-1]
    on = between(days(tale.plan.decided_on, 1), days(before, -1), tale.chance)
    amount = tale.left[no] * tale.chance.randint(3, 12) // 100 // 1000 * 1000
    tale.free_from = before
    tale.pay(on, no, amount)


def _ledger(tale: Tale) -> None:
    _rest_and_back(tale)


def _defer(tale: Tale) -> None:
    on = tale.plan.moments["deferred"]
    _able_until(tale, working_before(days(on, -2)))
    ground = tale.chance.choice(("asset_in_dispute", "clarification_pending", "asset_in_dispute"))
    until = max(working(days(on, 60)), between(date(2024, 6, 27), date(2025, 1, 31), tale.chance))
    tale.add(on, f.Deferred(ground, until), "QĐ")


def _agree(tale: Tale) -> None:
    on = tale.plan.moments["deferred"]
    since = _able_until(tale, working_before(days(on, -2)))
    _pay_some(tale, since, working_before(days(on, -1)))
    until = working(days(max(on, AS_OF), tale.chance.randint(60, 300)))
    tale.add(on, f.Deferred("parties_agree", until), "QĐ")


def _suspend(tale: Tale) -> None:
    on = tale.plan.moments["suspended"]
    _able_until(tale, working_before(days(on, -2)))
    tale.add(on, f.Suspended(tale.chance.choice(SUSPENSIONS)), "TB")


def _delegate(tale: Tale) -> None:
    on = tale.plan.moments["delegated"]
    _able_until(tale, working_before(days(on, -2)))
    tale.add(on, f.DelegatedOut(tale.plan.to_agency), "QĐ")


def _recall(tale: Tale) -> None:
    on = tale.plan.moments["recalled"]
    tale.add(on, f.DecisionRecalled(tale.chance.choice(("ground_gone", "error_changing_content"))), "QĐ")


def _pull_up(tale: Tale) -> None:
    on = tale.plan.moments["pulled_up"]
    _able_until(tale, working_before(days(on, -2)))
    tale.add(on, f.FilePulledUp("TQ.NV"), "QĐ")


def _change_bailiff(tale: Tale, on: date, bailiff: str) -> None:
    """Another bailiff takes over on the day, if the case is still open then."""
    ends = (f.Performed, f.Terminated, f.DelegatedOut, f.DecisionRecalled, f.FilePulledUp)
    closed = [
        one.on for one in tale.told if isinstance(one.fact, ends) and not getattr(one.fact, "parts", ())
    ]
    if not closed or closed[0] > on:
        place = sum(one.on <= on for one in tale.told)
        tale.told.insert(place, Told(on, f.BailiffAssigned(bailiff, "Chấp hành viên trước nghỉ hưu"), "QĐ"))


COURSES: Mapping[str, Callable[[Tale], None]] = {
    "finish": _finish, "able": _able, "await_closing": _await_closing, "unable": _unable, "ledger": _ledger,
    "defer": _defer, "agree": _agree, "suspend": _suspend, "delegate": _delegate, "recall": _recall,
    "pull_up": _pull_up,
}  # fmt: skip
