"""What facts are made of: duties as a decision lays them down, parts of them, orders that somebody signs."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from thads.enforcement.cases.rules.vocabulary import ObligationKind, OrderRecipient
from thads.kernel.money import Dong


@dataclass(frozen=True, slots=True)
class Interest:
    """Late interest as adjudged: hundredths of a percent a year (0: the rate of the law), from which day
    (BLDS Đ357, 468; TL11 Đ6; N152 Đ29.2).
    """

    yearly: int = 0
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Instalment:
    """A sum in đồng that falls due on a day, of a duty performed in parts (TL11 Đ1.6; N152 Đ11.2)."""

    due_on: date
    amount: Dong


@dataclass(frozen=True, slots=True)
class Duty:
    """One line of duty opened by a decision: number within the case, kind, đồng (0 when not money).

    `joint`: duties of one judgment with the same mark are owed jointly (TL11 Đ11; N152 Đ28); `secured_by`:
    the asset that answers for it (L08 Đ47.3; L25 Đ54.3).
    """

    no: int
    kind: ObligationKind
    amount: Dong = 0
    creditor: str = ""
    debtor: str = ""
    content: str = ""
    interest: Interest | None = None
    instalments: tuple[Instalment, ...] = ()
    joint: str = ""
    secured_by: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """An obligation touched by a fact; `amount` đồng of it, or the whole rest when absent."""

    no: int
    amount: Dong | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A decision about enforcement that somebody signs (quyết định về thi hành án; L08 Đ38; L25 Đ35.2).

    `signer`: code of the person who signed; empty in histories taken in, which owe no follow-ups. Each order
    is told to the parties and sent to the procuracy within three working days, but what `told_to` leaves out.
    """

    told_to: ClassVar[tuple[OrderRecipient, ...]] = (OrderRecipient.PARTIES, OrderRecipient.PROCURACY)

    signer: str = ""
