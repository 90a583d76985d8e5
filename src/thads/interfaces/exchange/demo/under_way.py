"""What is under way on the morning of the demonstration: a decision issued these days that must still be
told, money received and waiting for the head's approval, an account frozen. It all happened after the day
of the report.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from random import Random
from uuid import UUID

from thads.enforcement.cases import actions as cases
from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.intake import IntakeDuty
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.vocabulary import JudgmentKind, ObligationKind, PartyRole, SecurityKind
from thads.enforcement.money import actions as money
from thads.foundation.access.rules.viewer import HeldPost, Role, Viewer
from thads.interfaces import clock
from thads.interfaces.exchange.demo.calendar import days, working_before
from thads.interfaces.exchange.demo.people import STATE, address, court, person

RECEIVED, DECIDED, PAID, FROZEN = (date(2024, 7, day) for day in (1, 2, 3, 4))
FEE = 200_000
ROOM = "TQ.NV"


@dataclass(frozen=True, slots=True)
class People:
    """Who acts at a unit, each as himself; the decisions of the room are signed at the province."""

    unit: str

    def clerk(self, on: date) -> Viewer:
        return self._viewer(Role.CLERK, f"{self.unit}-TK1", on)

    def head(self, on: date) -> Viewer:
        code = "TQ-01" if self.unit == ROOM else f"{self.unit}-LD1"
        return self._viewer(Role.AGENCY_HEAD, code, on)

    def bailiff(self, on: date) -> Viewer:
        return self._viewer(Role.BAILIFF, f"{self.unit}-01", on)

    def accountant(self, on: date) -> Viewer:
        return self._viewer(Role.ACCOUNTANT, f"{self.unit}-KT1", on)

    def _viewer(self, role: Role, code: str, on: date) -> Viewer:
        reach = frozenset({self.unit, "TQ"}) if code == "TQ-01" else frozenset({self.unit})
        agency = "TQ" if code == "TQ-01" else self.unit
        at = datetime.combine(on, time(15, 30), tzinfo=clock.VIET_NAM)
        return Viewer(0, code, code, (HeldPost(role, agency, reach, code),), at, on)


def begin_work(units: list[str], seed: int) -> int:
    """Open a case at every unit and begin to work on it; return how many."""
    chance = Random(seed + 4)
    for unit in units:
        _work(People(unit), chance)
    return len(units)


def _work(people: People, chance: Random) -> None:
    case_id = _decided(people, chance)
    money.receive_money(viewer=people.accountant(PAID), case_id=case_id, on=PAID, parts=(Part(1, FEE),))
    money.propose_payout(viewer=people.bailiff(PAID), case_id=case_id, on=PAID, no=1)
    money.prepare_payout(viewer=people.accountant(PAID), case_id=case_id, payout=1, on=PAID)
    cases.order_security(
        viewer=people.bailiff(FROZEN), case_id=case_id, on=FROZEN, measure=SecurityKind.FREEZE,
        subject="Tài khoản số 8600-DEMO (hư cấu)", value=5_000_000, holder="Ngân hàng hư cấu", nos=(2,),
    )  # fmt: skip


def _decided(people: People, chance: Random) -> UUID:
    """Receive a criminal judgment with court fee and fine, and decide on it the day after."""
    debtor = person(chance)
    judgment = cases.receive_judgment(
        viewer=people.clerk(RECEIVED), agency=people.unit,
        number=f"{chance.randint(10, 19)}9/2024/HS-ST/DEMO",
        issued_on=working_before(days(RECEIVED, -50)), effective_on=working_before(days(RECEIVED, -20)),
        court=court(people.unit), kind=JudgmentKind.CRIMINAL, received_on=RECEIVED,
        parties=(
            PartyDetails(PartyRole.DEBTOR, debtor, address(people.unit, chance)),
            PartyDetails(PartyRole.CREDITOR, STATE),
        ),
        duties=(
            IntakeDuty(ObligationKind.COURT_FEE, FEE, STATE, debtor),
            IntakeDuty(ObligationKind.FINE, chance.randint(5, 20) * 1_000_000, STATE, debtor),
        ),
    )  # fmt: skip
    return cases.issue_ex_officio(
        viewer=people.head(DECIDED), judgment_id=judgment, on=DECIDED, bailiff=f"{people.unit}-01",
        duty_nos=(1, 2),
    )  # fmt: skip
