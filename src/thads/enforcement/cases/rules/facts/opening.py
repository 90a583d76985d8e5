"""The decision that opens a case, who works on it, and the file kept (L08 Đ36; L25 Đ32–34)."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from thads.enforcement.cases.rules.facts.parts import Duty, Order, Part
from thads.enforcement.cases.rules.vocabulary import (
    CarriedDoubt,
    Flag,
    Initiation,
    IntakeRoute,
    JudgmentKind,
    ObligationStatus,
    PartyRole,
)
from thads.kernel.money import Dong


@dataclass(frozen=True, slots=True)
class DecisionIssued(Order):
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
class CarriedLine:
    """Where one obligation stood at the end of the cut-over day, and where each đồng of it had gone.

    Left out is what the old books do not say: `since` then counts from the cut-over day [derived].
    """

    no: int
    status: ObligationStatus
    since: date | None = None
    ground: str = ""
    until: date | None = None
    collected: Dong = 0
    terminated: Dong = 0
    reduced: Dong = 0
    delegated: Dong = 0
    recalled: Dong = 0

    @property
    def gone(self) -> Dong:
        """The đồng no longer to be enforced here."""
        return self.collected + self.terminated + self.reduced + self.delegated + self.recalled


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """A case taken over from an agency's old books, as it stood at the end of the cut-over day (T04 Đ30; T78
    Đ11.2c).

    It stands for everything between the decision and that day, so that no step is invented; `doubts` are what
    had to be assumed, `source` the row of the old list.
    """

    kind: ClassVar[str] = "cases.carried_over"

    lines: tuple[CarriedLine, ...]
    bailiff: str = ""
    notice_on: date | None = None
    voluntary_until: date | None = None
    last_verified_on: date | None = None
    verifications: int = 0
    unable_on: date | None = None
    doubts: tuple[CarriedDoubt, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class BailiffAssigned(Order):
    """The head assigns or changes the bailiff; the day of assignment (L08 Đ36.2; L25 Đ32.2; N62 Đ10)."""

    kind: ClassVar[str] = "cases.bailiff_assigned"

    bailiff: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class BailiffChangeRequested:
    """A party or the bailiff asks for another bailiff; the day the request was received (N62 Đ10; N152
    Đ13).
    """

    kind: ClassVar[str] = "cases.bailiff_change_requested"

    by: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class BailiffChangeRefused(Order):
    """The head refuses in writing to change the bailiff; the day of the paper (N62 Đ10.3; N152 Đ13.3)."""

    kind: ClassVar[str] = "cases.bailiff_change_refused"

    reason: str


@dataclass(frozen=True, slots=True)
class FileOpened:
    """The file of the case was made up; the day (N62 Đ8.1; N152 Đ12.2)."""

    kind: ClassVar[str] = "cases.file_opened"

    file_no: str = ""


@dataclass(frozen=True, slots=True)
class RightsTransferred(Order):
    """Rights or duties pass to another person; the day of the decision (L25 Đ41.4; N152 Đ25).

    Until 30/6/2026 the old decision is recalled and a new one issued instead (L08 Đ54; N62 Đ15).
    """

    kind: ClassVar[str] = "cases.rights_transferred"

    role: PartyRole
    to: str
    parts: tuple[Part, ...] = ()
    reason: str = ""
    address: str = ""
    id_number: str = ""
