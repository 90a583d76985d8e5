"""A case in brief, as the rooms above need it: whose it is, where it stands, what each duty still is."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from thads.enforcement.cases.rules.vocabulary import Initiation, ObligationKind
from thads.kernel.money import Dong


@dataclass(frozen=True, slots=True)
class DutyBrief:
    """One line of duty: its kind, its parties, what it was for and what is left, in đồng."""

    no: int
    kind: ObligationKind
    creditor: str
    debtor: str
    content: str
    amount: Dong
    collected: Dong
    remaining: Dong
    is_open: bool


@dataclass(frozen=True, slots=True)
class CaseBrief:
    """A case with its duties; `seq` is its place in the ledger, `requested_on` absent when ex officio."""

    case_id: UUID
    number: str
    agency: str
    bailiff: str
    seq: int
    initiation: Initiation
    decided_on: date
    requested_on: date | None
    requester: str
    notice_on: date | None
    voluntary_until: date | None
    judgment_no: str
    judgment_on: date | None
    effective_on: date | None
    debtor: str
    creditor: str
    is_open: bool
    duties: tuple[DutyBrief, ...]

    @property
    def nos(self) -> tuple[int, ...]:
        return tuple(duty.no for duty in self.duties)

    def duty(self, no: int) -> DutyBrief | None:
        """Return a line of duty by its number, None when there is none."""
        return next((duty for duty in self.duties if duty.no == no), None)
