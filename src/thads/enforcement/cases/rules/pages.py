"""What screens, the API and the command line show of cases: flat frozen values, no hidden query."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Generic
from uuid import UUID

from thads.enforcement.cases.rules.dues import Due
from thads.enforcement.cases.rules.facts import Duty, Instalment, Interest
from thads.enforcement.cases.rules.intake import ReceiptManner
from thads.enforcement.cases.rules.lifecycle import Step
from thads.enforcement.cases.rules.limitation import ExcludedTime
from thads.enforcement.cases.rules.listings import Row
from thads.enforcement.cases.rules.order_pages import MeasureLine, OrderLine
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.requested import RequestChannel, RequiredField
from thads.enforcement.cases.rules.state import Mandate
from thads.enforcement.cases.rules.telling import Detail
from thads.enforcement.cases.rules.vocabulary import (
    ArchiveStep,
    CoercionKind,
    Flag,
    Initiation,
    IntakeRoute,
    JudgmentKind,
    ObligationKind,
    ObligationStatus,
    RequestStatus,
    SecurityKind,
)
from thads.kernel.money import Dong


class StatusGroup(StrEnum):
    """How a list of cases is narrowed by where the cases stand."""

    OPEN = "open"
    WORKING = "working"
    RESTING = "resting"
    UNABLE = "unable"
    SEPARATE_LEDGER = "separate_ledger"
    DEFERRED = "deferred"
    SUSPENDED = "suspended"
    FINISHED = "finished"
    CLOSED = "closed"


class CaseOrder(StrEnum):
    """How a list of cases is sorted."""

    NEWEST = "newest"
    OLDEST = "oldest"
    DEBTOR = "debtor"
    LARGEST = "largest"


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Narrows the list; empty fields do not narrow. `text`: number, names without marks, judgment no, ID
    no.
    """

    text: str = ""
    group: StatusGroup | None = None
    status: ObligationStatus | None = None
    agency: str = ""
    bailiff: str = ""
    initiation: Initiation | None = None
    flag: Flag | None = None
    overdue: bool = False
    order: CaseOrder = CaseOrder.NEWEST


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A line of a list of cases; money in đồng."""

    case_id: UUID
    number: str
    agency: str
    bailiff: str
    bailiff_name: str
    debtor: str
    creditor: str
    initiation: Initiation
    judgment_kind: JudgmentKind
    status: ObligationStatus
    is_open: bool
    since: date
    until: date | None
    decided_on: date
    owed: Dong
    collected: Dong
    remaining: Dong
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One fact of the case as an officer reads it; `cancelled_by` is the entry that took it back."""

    entry_id: int
    seq: int
    kind: str
    title: str
    details: tuple[Detail, ...]
    took_effect: date
    recorded_at: datetime
    order_no: str
    actor: str
    actor_name: str
    agency: str
    basis: str
    cancels: int | None
    cancelled_by: int | None
    cancellable: bool
    payload: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ObligationLine:
    """One line of duty on the page of a case."""

    no: int
    kind: ObligationKind
    creditor: str
    debtor: str
    content: str
    status: ObligationStatus
    since: date
    ground: str
    ground_words: str
    until: date | None
    amount: Dong
    collected: Dong
    terminated: Dong
    reduced: Dong
    delegated: Dong
    pulled_up: Dong
    recalled: Dong
    remaining: Dong


@dataclass(frozen=True, slots=True)
class CasePage:
    """Everything the page of a case shows; `seq` goes back as `expected_seq` with the next act."""

    case_id: UUID
    seq: int
    row: CaseRow
    route: IntakeRoute
    from_agency: str
    decision_no: str
    judgment_no: str
    judgment_on: date | None
    court: str
    judgment_id: UUID | None
    request_id: UUID | None
    notice_on: date | None
    voluntary_until: date | None
    last_verified_on: date | None
    verifications: int
    unable_on: date | None
    obligations: Sequence[ObligationLine]
    parties: Sequence[PartyDetails]
    timeline: Sequence[TimelineEntry]
    steps: Sequence[Step]
    dues: Sequence[Due]
    others: Sequence[CaseRow]
    file_opened_on: date | None
    bailiff_change_asked_on: date | None
    informed_on: date | None
    mandates: Sequence[Mandate]
    is_stale: bool
    is_interim: bool
    published_on: date | None
    publication_ended_on: date | None
    measures: Sequence[MeasureLine]
    orders: Sequence[OrderLine]
    certificate_asked_on: date | None
    checks: Sequence[ArchiveStep]
    next_check: ArchiveStep | None
    folios: int
    archived_on: date | None
    taken_out_on: date | None
    closed_on: date | None

    @property
    def is_published(self) -> bool:
        """Whether the debtor stands in the publication."""
        return self.published_on is not None and self.publication_ended_on is None

    @property
    def standing_measures(self) -> Sequence[MeasureLine]:
        """The measures that have not been ended."""
        return [one for one in self.measures if one.ended_on is None]

    @property
    def owed_orders(self) -> Sequence[OrderLine]:
        """The orders that still have to be told or sent."""
        return [one for one in self.orders if one.owes]


@dataclass(frozen=True, slots=True)
class DueCase:
    """A case on a desk with what is due; the due dates in order of urgency."""

    row: CaseRow
    dues: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A duty of a judgment and what became of it; `is_free`: it may be asked for or decided on now;
    `part_of`: it holds the later instalments of that duty.
    """

    no: int
    kind: ObligationKind
    initiation: Initiation
    amount: Dong
    creditor: str
    debtor: str
    content: str
    case_id: UUID | None = None
    case_number: str = ""
    request_id: UUID | None = None
    interest: Interest | None = None
    instalments: Sequence[Instalment] = ()
    joint: str = ""
    secured_by: str = ""
    part_of: int | None = None
    is_free: bool = False


@dataclass(frozen=True, slots=True)
class JudgmentRow:
    """A line of register 01; `decide_by` when duties still wait for an ex officio decision."""

    judgment_id: UUID
    agency: str
    register_no: str
    received_on: date
    number: str
    issued_on: date
    court: str
    kind: JudgmentKind
    parties: str
    awaits_decision: bool
    due: Due | None
    is_interim: bool = False


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A line of register 02."""

    request_id: UUID
    agency: str
    register_no: str
    requester: str
    requested_on: date
    received_on: date
    status: RequestStatus
    refused_on: date | None
    refusal_ground: str
    judgment_id: UUID
    judgment_no: str
    due: Due | None
    channel: RequestChannel | None = None
    slip_no: str = ""
    by_debtor: bool = False
    missing: Sequence[RequiredField] = ()
    supplement_asked_on: date | None = None
    supplement_no: str = ""
    completed_on: date | None = None
    excluded: Sequence[ExcludedTime] = ()
    limitation_accepted: bool | None = None
    limitation_on: date | None = None
    limitation_no: str = ""
    limitation_ground: str = ""
    contract_no: str = ""
    contract_on: date | None = None


@dataclass(frozen=True, slots=True)
class JudgmentPage:
    """A judgment with its duties, parties, requests and cases."""

    row: JudgmentRow
    effective_on: date | None
    content: str
    duties: Sequence[DutyLine]
    parties: Sequence[PartyDetails]
    requests: Sequence[RequestRow]
    cases: Sequence[CaseRow]
    manner: ReceiptManner | None = None
    received_at: datetime | None = None
    handed_over_by: str = ""
    papers: Sequence[str] = ()
    awaits_papers: bool = False
    papers_on: date | None = None
    court_told_on: date | None = None
    owes_court_notice: bool = False


@dataclass(frozen=True, slots=True)
class SentMeasure:
    """A measure of the sender that stays valid until the receiver replaces it; value in đồng."""

    kind: SecurityKind | CoercionKind
    subject: str
    ordered_on: date
    value: Dong


@dataclass(frozen=True, slots=True)
class RulingRow:
    """A later ruling on the same judgment that the sender sent on."""

    number: str
    issued_on: date
    received_on: date
    forwarded_on: date
    content: str


@dataclass(frozen=True, slots=True)
class IncomingRow:
    """A line of register 06: what the decision of another agency carries, and what became of it here.

    `duties` are those passed on with the đồng passed on; `case_id` the case that took them in; `content` what
    the sender did and which fee is still due; `measures` those that stay valid until replaced.
    """

    incoming_id: UUID
    route: IntakeRoute
    agency: str
    from_agency: str
    from_name: str
    order_no: str
    sent_on: date
    debtor: str
    creditor: str
    judgment_no: str
    judgment_on: date | None
    court: str
    judgment_kind: JudgmentKind
    initiation: Initiation
    flags: tuple[Flag, ...]
    duties: Sequence[Duty]
    register_no: str
    received_on: date | None
    case_id: UUID | None
    case_number: str
    due: Due | None
    content: str = ""
    measures: Sequence[SentMeasure] = ()
    returned_on: date | None = None
    return_ground: str = ""
    return_reason: str = ""
    rulings: Sequence[RulingRow] = ()

    @property
    def amount(self) -> Dong:
        """The đồng passed on, of all duties."""
        return sum(duty.amount for duty in self.duties)


@dataclass(frozen=True, slots=True)
class Waiting(Generic[Row]):
    """Things that wait for one act of a head: a page of them, how many in all, how many past their day."""

    rows: Sequence[Row]
    total: int
    late: int


@dataclass(frozen=True, slots=True)
class HeadFolder:
    """What waits for the head's signature: decisions to issue, bailiffs to assign, conditions to
    decide on.
    """

    on: date
    judgments: Waiting[JudgmentRow]
    requests: Waiting[RequestRow]
    incoming: Waiting[IncomingRow]
    unassigned: Waiting[DueCase]
    unable_proposed: Waiting[DueCase]
    found_able: Waiting[DueCase]
    separate_ledger_due: Waiting[DueCase]
    deferrals_ended: Waiting[DueCase]
    to_finish: Waiting[DueCase]


@dataclass(frozen=True, slots=True)
class Drift:
    """A row that differs from the fold of its facts."""

    case_id: UUID
    field: str
    row: Any
    fold: Any
