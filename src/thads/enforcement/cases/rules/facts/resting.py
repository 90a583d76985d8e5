"""Stopping for a time, going on, and telling the public of a debtor without means (L08 Đ44a, 48–49; L25
Đ38, 46–47).
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from thads.enforcement.cases.rules.facts.parts import Order, Part
from thads.enforcement.cases.rules.vocabulary import OrderRecipient, SuspensionCause


@dataclass(frozen=True, slots=True)
class UnableDecided(Order):
    """Decided that there are no conditions yet; the day of the decision (L08 Đ44a; L25 Đ38). `minutes_on`:
    the day of the minutes of verification on which it rests.
    """

    kind: ClassVar[str] = "cases.unable_decided"

    ground: str
    parts: tuple[Part, ...] = ()
    minutes_on: date | None = None


@dataclass(frozen=True, slots=True)
class Resumed(Order):
    """Decided to go on after unable, separate ledger, deferral or suspension (N62 Đ9.4; L08 Đ48.4, 49.3;
    L25 Đ38, 46, 47).
    """

    kind: ClassVar[str] = "cases.resumed"

    ground: str = ""
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class MovedToSeparateLedger(Order):
    """Moved to the separate register; the day of the move (N62 Đ9.5; N152 Đ22.1)."""

    kind: ClassVar[str] = "cases.moved_to_separate_ledger"
    told_to: ClassVar[tuple[OrderRecipient, ...]] = ()

    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Deferred(Order):
    """Deferred on a listed ground; the day of the decision (L08 Đ48; L25 Đ46).

    A decision taken here on the parties' agreement states its end (L08 Đ48.1c; L25 Đ46.1c); a history taken
    in may lack it.
    """

    kind: ClassVar[str] = "cases.deferred"

    ground: str
    until: date | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Suspended(Order):
    """Suspended because of a protest or bankruptcy; the day of notice or decision (L08 Đ49; L25 Đ47)."""

    kind: ClassVar[str] = "cases.suspended"

    cause: SuspensionCause
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class DebtorPublished:
    """The debtor without means is published; the day of the publication (N62 Đ11.1; T04 Đ5; N152 Đ23.1)."""

    kind: ClassVar[str] = "cases.debtor_published"

    place: str = ""


@dataclass(frozen=True, slots=True)
class PublicationUpdated:
    """What is published was corrected after a change; the day (N62 Đ11.2; T04 Đ6.1; N152 Đ23.2)."""

    kind: ClassVar[str] = "cases.publication_updated"

    content: str = ""


@dataclass(frozen=True, slots=True)
class PublicationEnded:
    """The debtor's name was taken from the publication; the day (N62 Đ11.3; T04 Đ6.2; N152 Đ23.2)."""

    kind: ClassVar[str] = "cases.publication_ended"

    reason: str = ""
