"""The legal facts of a case: frozen values, one class per act that has legal or counting effect.

Each class has a `kind`, the stable name in the ledger and in the import file, and says which date
`took_effect` is. A fact that names no obligations (`parts` empty) speaks of all that are open.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from thads.enforcement.cases.rules.vocabulary import (
    CollectionMeans,
    Flag,
    Initiation,
    IntakeRoute,
    JudgmentKind,
    ObligationKind,
    SuspensionCause,
    VerificationResult,
)
from thads.kernel.money import Dong


@dataclass(frozen=True, slots=True)
class Duty:
    """One line of duty opened by a decision: number within the case, kind, đồng (0 when not money)."""

    no: int
    kind: ObligationKind
    amount: Dong = 0
    creditor: str = ""
    debtor: str = ""
    content: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """An obligation touched by a fact; `amount` đồng of it, or the whole rest when absent."""

    no: int
    amount: Dong | None = None


@dataclass(frozen=True, slots=True)
class DecisionIssued:
    """The enforcement decision opens the case; took effect on the day of the decision (L08 Đ36; L25
    Đ33–34).
    """

    kind: ClassVar[str] = "cases.decision_issued"

    number: str
    initiation: Initiation
    judgment_kind: JudgmentKind
    duties: tuple[Duty, ...]
    decision_no: str = ""
    judgment_no: str = ""
    judgment_on: date | None = None
    court: str = ""
    route: IntakeRoute = IntakeRoute.NEW
    from_agency: str = ""
    bailiff: str = ""
    flags: tuple[Flag, ...] = ()
    ground: str = ""


@dataclass(frozen=True, slots=True)
class BailiffAssigned:
    """The head assigns or changes the bailiff; the day of assignment (L08 Đ36.2; L25 Đ32.2; N62 Đ10)."""

    kind: ClassVar[str] = "cases.bailiff_assigned"

    bailiff: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NoticeServed:
    """The debtor has valid notice; the day it became valid. The voluntary period runs (L08 Đ39, 45; L25
    Đ35–36).
    """

    kind: ClassVar[str] = "cases.notice_served"

    voluntary_until: date | None = None
    manner: str = ""


@dataclass(frozen=True, slots=True)
class Verified:
    """Conditions were verified; the day of the minutes (L08 Đ44; L25 Đ37)."""

    kind: ClassVar[str] = "cases.verified"

    result: VerificationResult
    parts: tuple[Part, ...] = ()
    findings: str = ""


@dataclass(frozen=True, slots=True)
class UnableDecided:
    """Decided that there are no conditions yet; the day of the decision (L08 Đ44a; L25 Đ38)."""

    kind: ClassVar[str] = "cases.unable_decided"

    ground: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Resumed:
    """Decided to go on after unable, separate ledger, deferral or suspension (N62 Đ9.4; L08 Đ48.4, 49.3;
    L25 Đ38, 46, 47).
    """

    kind: ClassVar[str] = "cases.resumed"

    ground: str = ""
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class MovedToSeparateLedger:
    """Moved to the separate register; the day of the move (N62 Đ9.5; N152 Đ22.1)."""

    kind: ClassVar[str] = "cases.moved_to_separate_ledger"

    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Deferred:
    """Deferred on a listed ground; the day of the decision (L08 Đ48; L25 Đ46).

    A decision taken here on the parties' agreement states its end (L08 Đ48.1c; L25 Đ46.1c); a history taken
    in may lack it.
    """

    kind: ClassVar[str] = "cases.deferred"

    ground: str
    until: date | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Suspended:
    """Suspended because of a protest or bankruptcy; the day of notice or decision (L08 Đ49; L25 Đ47)."""

    kind: ClassVar[str] = "cases.suspended"

    cause: SuspensionCause
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Terminated:
    """Ended for good, whole or in part; the day of the decision (L08 Đ50; L25 Đ48)."""

    kind: ClassVar[str] = "cases.terminated"

    ground: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class DutyReduced:
    """The court reduced a duty to the State; the day its decision took effect (L08 Đ61–64; L25 Đ42–45)."""

    kind: ClassVar[str] = "cases.duty_reduced"

    parts: tuple[Part, ...]
    court_decision: str = ""


@dataclass(frozen=True, slots=True)
class DelegatedOut:
    """Passed to another agency, whole or in part; the day of the decision (L08 Đ55–57; L25 Đ49)."""

    kind: ClassVar[str] = "cases.delegated_out"

    to_agency: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class FilePulledUp:
    """The province takes the file from the district; the day of the decision (L08 Đ35.2h; TL11 Đ1.7)."""

    kind: ClassVar[str] = "cases.file_pulled_up"

    to_agency: str


@dataclass(frozen=True, slots=True)
class DecisionRecalled:
    """The enforcement decision is recalled or annulled; the day of that decision (L08 Đ37; L25 Đ52)."""

    kind: ClassVar[str] = "cases.decision_recalled"

    ground: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class MoneyCollected:
    """Money or converted property came in; the day of collection (L08 Đ45–47; T04 Đ13–17)."""

    kind: ClassVar[str] = "cases.money_collected"

    parts: tuple[Part, ...]
    receipt_no: str = ""
    means: CollectionMeans = CollectionMeans.VOLUNTARY


@dataclass(frozen=True, slots=True)
class Performed:
    """All rights and duties named are done: the case, or these lines of it, is finished (L08 Đ52;
    L25 Đ55).
    """

    kind: ClassVar[str] = "cases.performed"

    parts: tuple[Part, ...] = ()


CaseFact = (
    DecisionIssued
    | BailiffAssigned
    | NoticeServed
    | Verified
    | UnableDecided
    | Resumed
    | MovedToSeparateLedger
    | Deferred
    | Suspended
    | Terminated
    | DutyReduced
    | DelegatedOut
    | FilePulledUp
    | DecisionRecalled
    | MoneyCollected
    | Performed
)

KINDS: dict[str, type[CaseFact]] = {
    fact.kind: fact
    for fact in (
        DecisionIssued, BailiffAssigned, NoticeServed, Verified, UnableDecided, Resumed,
        MovedToSeparateLedger, Deferred, Suspended, Terminated, DutyReduced, DelegatedOut,
        FilePulledUp, DecisionRecalled, MoneyCollected, Performed,
    )
}  # fmt: skip
