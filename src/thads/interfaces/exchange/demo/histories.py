"""The invented province as histories: what was told, with the instants at which it was recorded.

Most facts are recorded on their day or the next working days, some late; about forty payments and closings
of the last week of June were recorded in the first days of July, a few slips were taken back. So the forms
as known on 30/6 and on 5/7 differ, as they do in service.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID, uuid5

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.histories import CaseHistory, HistoryFact
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.vocabulary import PartyRole
from thads.interfaces.clock import VIET_NAM
from thads.interfaces.exchange.demo.calendar import AS_OF, LAST_DAY, days, working
from thads.interfaces.exchange.demo.fitting import fit
from thads.interfaces.exchange.demo.gathering import gather
from thads.interfaces.exchange.demo.people import STATE, address
from thads.interfaces.exchange.demo.plans import Plan
from thads.interfaces.exchange.demo.telling import Told, tell

NAMESPACE = UUID("6f0f6a0e-5f0e-4d57-9d0b-3b7a0c1e2024")
LATE = 0.03
SLIP = 0.004
JUNE_WEEK = date(2024, 6, 24)


def province(seed: int) -> Sequence[CaseHistory]:
    """Return the histories of all cases of the demonstration for a seed, the same for the same seed."""
    plans = gather(seed)
    fit(plans)
    return [_history(plan, seed) for plan in sorted(plans, key=lambda p: p.number)]


def _history(plan: Plan, seed: int) -> CaseHistory:
    chance = Random(plan.seed ^ 0x5EED)
    facts = tuple(_recorded(plan, chance))
    return CaseHistory(
        case_id=uuid5(NAMESPACE, f"{seed}:{plan.number}"),
        agency=plan.unit,
        facts=facts,
        parties=_parties(plan, chance),
        where=plan.number,
    )


def _parties(plan: Plan, chance: Random) -> tuple[PartyDetails, ...]:
    creditors = dict.fromkeys(duty.creditor for duty in plan.duties)
    debtor = PartyDetails(PartyRole.DEBTOR, plan.debtor, address(plan.unit, chance))
    others = (
        PartyDetails(PartyRole.CREDITOR, name, "" if name == STATE else address(plan.unit, chance))
        for name in creditors
    )
    return (debtor, *others)


@dataclass(slots=True)
class _Pen:
    """Whoever records: instants only ever go forward within a case."""

    chance: Random
    last: datetime = datetime(2000, 1, 1, tzinfo=VIET_NAM)

    def at(self, on: date, delay: int) -> datetime:
        day = min(working(days(on, delay)), LAST_DAY) if delay else on
        hour = time(self.chance.randint(8, 16), self.chance.randint(0, 59))
        self.last = max(datetime.combine(day, hour, tzinfo=VIET_NAM), self.last + timedelta(minutes=3))
        return self.last


def _recorded(plan: Plan, chance: Random) -> Iterator[HistoryFact]:
    """Yield the facts in the order of writing; a slip is followed by its cancellation and the right fact."""
    pen, place, papers = _Pen(chance), 0, 0
    for one in tell(plan):
        delay = _delay(one, chance)
        if isinstance(one.fact, f.MoneyCollected) and chance.random() < SLIP:
            yield from _slip(plan, one, pen, place)
            place += 2
        papers += bool(one.order) and not isinstance(one.fact, f.DecisionIssued)
        yield HistoryFact(
            one.fact, one.on, pen.at(one.on, delay), order_no=_order_no(plan, one, papers),
            actor=_actor(plan, one), acting_agency=plan.unit,
        )  # fmt: skip
        place += 1


def _delay(one: Told, chance: Random) -> int:
    """Days from the act to its recording: none or few; in the last week of June often past the period."""
    drawn = chance.random()
    if JUNE_WEEK <= one.on <= AS_OF and isinstance(one.fact, f.MoneyCollected | f.Performed) and drawn < 0.25:
        return max(1, (date(2024, 7, 1) - one.on).days + chance.randint(0, 3))
    if drawn < LATE:
        return chance.randint(4, 20)
    return 0 if drawn < 0.7 else chance.randint(1, 3)


def _slip(plan: Plan, one: Told, pen: _Pen, place: int) -> Iterator[HistoryFact]:
    """A wrong amount is recorded and taken back on the next working day."""
    assert isinstance(one.fact, f.MoneyCollected)
    part = one.fact.parts[0]
    wrong = f.MoneyCollected(
        (f.Part(part.no, max(1000, (part.amount or 0) // 2)),), one.fact.receipt_no, one.fact.means
    )
    yield HistoryFact(wrong, one.on, pen.at(one.on, 0), actor=_actor(plan, one), acting_agency=plan.unit)
    yield HistoryFact(
        None, one.on, pen.at(one.on, 1), actor=_actor(plan, one), acting_agency=plan.unit, cancels=place,
        reason="Ghi sai số tiền trên biên lai",
    )  # fmt: skip


def _order_no(plan: Plan, one: Told, papers: int) -> str:
    if isinstance(one.fact, f.DecisionIssued) or not one.order:
        return plan.decision_no if one.order else ""
    place = plan.number.partition("/")[0]
    return f"{place}.{papers}/{one.order}-{'CTHADS' if plan.unit == 'TQ.NV' else 'CCTHADS'}"


def _actor(plan: Plan, one: Told) -> str:
    if isinstance(one.fact, f.MoneyCollected):
        return f"{plan.unit}-KT1"
    return f"{plan.unit}-TK1" if one.order or not plan.bailiff else plan.bailiff
