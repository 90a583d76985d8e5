"""What waits at the counter on the morning of the demonstration: judgments and requests not decided on."""

from datetime import date, datetime, time
from random import Random

from thads.enforcement.cases import actions as cases
from thads.enforcement.cases.rules.intake import IntakeDuty
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.vocabulary import Initiation, JudgmentKind, ObligationKind, PartyRole
from thads.foundation.access.rules.viewer import HeldPost, Role, Viewer
from thads.interfaces import clock
from thads.interfaces.exchange.demo.calendar import days, working_before
from thads.interfaces.exchange.demo.people import STATE, address, court, person

RECEIVED = (date(2024, 7, 2), date(2024, 7, 3), date(2024, 7, 4))


def receive_waiting(units: list[str], seed: int) -> int:
    """Receive two criminal judgments and one civil, with its request, at every unit; return how many."""
    chance = Random(seed + 3)
    for unit in units:
        for place, received_on in enumerate(RECEIVED, start=1):
            _criminal(unit, received_on, place, chance) if place < 3 else _civil(
                unit, received_on, place, chance
            )
    return len(units) * len(RECEIVED)


def _clerk(unit: str, on: date) -> Viewer:
    at = datetime.combine(on, time(15, 30), tzinfo=clock.VIET_NAM)
    post = HeldPost(Role.CLERK, unit, frozenset({unit}), f"{unit}-TK1")
    return Viewer(user_id=0, username=f"{unit}-TK1", name="Thư ký thi hành án", posts=(post,), at=at, on=on)


def _parties(unit: str, debtor: str, creditor: str, chance: Random) -> tuple[PartyDetails, ...]:
    owing = PartyDetails(PartyRole.DEBTOR, debtor, address(unit, chance))
    return owing, PartyDetails(
        PartyRole.CREDITOR, creditor, "" if creditor == STATE else address(unit, chance)
    )


def _criminal(unit: str, received_on: date, place: int, chance: Random) -> None:
    debtor = person(chance)
    duties = (
        IntakeDuty(ObligationKind.COURT_FEE, 200_000, STATE, debtor),
        IntakeDuty(ObligationKind.FINE, chance.randint(5, 20) * 1_000_000, STATE, debtor),
    )
    cases.receive_judgment(
        viewer=_clerk(unit, received_on), agency=unit,
        number=f"{chance.randint(60, 120)}{place}/2024/HS-ST/DEMO",
        issued_on=working_before(days(received_on, -45)), effective_on=working_before(days(received_on, -15)),
        court=court(unit), kind=JudgmentKind.CRIMINAL, received_on=received_on,
        parties=_parties(unit, debtor, STATE, chance), duties=duties,
    )  # fmt: skip


def _civil(unit: str, received_on: date, place: int, chance: Random) -> None:
    debtor, creditor = person(chance), person(chance)
    duties = (
        IntakeDuty(
            ObligationKind.CONTRACT, chance.randint(20, 300) * 1_000_000, creditor, debtor,
            initiation=Initiation.ON_REQUEST,
        ),
        IntakeDuty(ObligationKind.COURT_FEE, chance.randint(1, 9) * 1_000_000, STATE, debtor),
    )  # fmt: skip
    viewer = _clerk(unit, received_on)
    judgment = cases.receive_judgment(
        viewer=viewer, agency=unit, number=f"{chance.randint(20, 59)}{place}/2024/DS-ST/DEMO",
        issued_on=working_before(days(received_on, -60)), effective_on=working_before(days(received_on, -28)),
        court=court(unit), kind=JudgmentKind.CIVIL, received_on=received_on,
        parties=_parties(unit, debtor, creditor, chance), duties=duties,
    )  # fmt: skip
    cases.receive_request(
        viewer=viewer, judgment_id=judgment, requester=creditor, requested_on=received_on,
        received_on=received_on, duty_nos=(1,),
        content="Yêu cầu thi hành toàn bộ số tiền theo bản án (hư cấu)",
    )  # fmt: skip
