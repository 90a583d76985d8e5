"""Security measures and coercion: ordered, prepared, carried out, ended (L08 Đ46, 66–72; L25 Đ66–72).

Measures of a case are numbered from 1, security and coercion in one series.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from thads.enforcement.cases.rules.facts.parts import Order, Part
from thads.enforcement.cases.rules.vocabulary import CoercionKind, CoercionStep, SecurityKind
from thads.kernel.money import Dong


@dataclass(frozen=True, slots=True)
class SecurityOrdered(Order):
    """A security measure was ordered; the day of the decision (L08 Đ66–69; N62 Đ51; L25 Đ66–70).

    `minutes_on`: the day of the minutes when an account was frozen or a thing held at once, the decision
    following within 24 hours. `owned_since`: when ownership was established (L08 Đ68.5, 69.4). The parties
    are not told beforehand.
    """

    kind: ClassVar[str] = "cases.security_ordered"

    no: int
    measure: SecurityKind
    subject: str
    value: Dong = 0
    holder: str = ""
    parts: tuple[Part, ...] = ()
    minutes_on: date | None = None
    owned_since: date | None = None
    requested_by: str = ""


@dataclass(frozen=True, slots=True)
class CoercionDecided(Order):
    """A coercive measure was decided; the day of the decision (L08 Đ70–71; L25 Đ71–72).

    `value` and `costs` (as estimated) in đồng; `exception`: ground on which the value may exceed the duty and
    costs (L25 Đ72.3; N62 Đ13.1); `dissipation`: why coercion may come within the voluntary period (L08 Đ45.2;
    L25 Đ72.1). Of an income: `value` is taken a month from `income`, in a wage region, with dependants (L08
    Đ78.3; N152 Đ51.1). `is_honoured`: the debtor is one whom policy honours on tradition days (N62 Đ13.2).
    """

    kind: ClassVar[str] = "cases.coercion_decided"

    no: int
    measure: CoercionKind
    subject: str
    value: Dong = 0
    parts: tuple[Part, ...] = ()
    is_forceful: bool = False
    planned_on: date | None = None
    exception: str = ""
    dissipation: str = ""
    costs: Dong = 0
    is_immovable: bool = False
    is_honoured: bool = False
    income: Dong = 0
    dependants: int = 0
    region: int = 0


@dataclass(frozen=True, slots=True)
class CoercionPrepared:
    """A step towards the day of coercion was taken; its day (L08 Đ72–73; TL03 Đ4–6; L25 Đ72; N152 Đ46–47)."""

    kind: ClassVar[str] = "cases.coercion_prepared"

    no: int
    step: CoercionStep
    planned_on: date | None = None
    content: str = ""


@dataclass(frozen=True, slots=True)
class CoercionCarriedOut:
    """Coercion was carried out; the day of the minutes (L08 Đ71–72; L25 Đ71–72). `begun_at`: the time of the
    day, as “08:30”.
    """

    kind: ClassVar[str] = "cases.coercion_carried_out"

    no: int
    result: str = ""
    begun_at: str = ""


@dataclass(frozen=True, slots=True)
class MeasureEnded(Order):
    """A measure was ended or a seizure released; the day of the decision (L08 Đ105; L25 Đ95). `is_exit_ban`:
    it was the ban on leaving the country, which the head ends (L25 Đ70).
    """

    kind: ClassVar[str] = "cases.measure_ended"

    no: int
    ground: str
    is_exit_ban: bool = False
