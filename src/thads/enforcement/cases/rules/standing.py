"""Where a case stands, in the few dates from which deadlines are derived."""

from dataclasses import dataclass
from datetime import date

from thads.enforcement.cases.rules.vocabulary import (
    Flag,
    Initiation,
    ObligationStatus,
    VerificationResult,
)


@dataclass(frozen=True, slots=True)
class CaseStanding:
    """The dates of a case that deadlines are counted from."""

    initiation: Initiation
    status: ObligationStatus
    decided_on: date
    is_assigned: bool
    since: date
    until: date | None = None
    ground: str = ""
    notice_on: date | None = None
    voluntary_until: date | None = None
    last_verified_on: date | None = None
    last_found: VerificationResult | None = None
    verifications: int = 0
    unable_on: date | None = None
    flags: tuple[Flag, ...] = ()
