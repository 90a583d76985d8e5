"""Orders and measures as screens show them: what each still owes, and the list of cases that ended."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from thads.enforcement.cases.rules.vocabulary import (
    CoercionKind,
    CoercionStep,
    ObligationStatus,
    OrderRecipient,
    SecurityKind,
)
from thads.kernel.money import Dong


@dataclass(frozen=True, slots=True)
class OrderRef:
    """One order: its case, and its place in it (from 1)."""

    case_id: UUID
    of: int


@dataclass(frozen=True, slots=True)
class OrderLine:
    """An order on the page of its case: its place, its name, and to whom it still has to go."""

    seq: int
    kind: str
    title: str
    order_no: str
    issued_on: date
    signer: str
    signer_name: str
    parties_told_on: date | None
    procuracy_sent_on: date | None
    owes: tuple[OrderRecipient, ...]
    is_own: bool
    """Whether the bailiff signs it himself, and so may amend or withdraw it."""


@dataclass(frozen=True, slots=True)
class StepTaken:
    """A step towards the day of coercion, and when it was taken."""

    step: CoercionStep
    on: date


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A measure on the page of its case: what it is, how far it has come, which step it waits for."""

    no: int
    kind: SecurityKind | CoercionKind
    is_security: bool
    subject: str
    value: Dong
    holder: str
    nos: tuple[int, ...]
    ordered_on: date
    order_no: str
    minutes_on: date | None
    planned_on: date | None
    is_forceful: bool
    steps: tuple[StepTaken, ...]
    next_step: CoercionStep | None
    carried_out_on: date | None
    ended_on: date | None
    end_words: str


@dataclass(frozen=True, slots=True)
class OwedOrder:
    """An order that still has to be sent, in a list over many cases; `due_on` is the last day for it."""

    case_id: UUID
    number: str
    agency: str
    bailiff: str
    bailiff_name: str
    debtor: str
    seq: int
    kind: str
    title: str
    order_no: str
    issued_on: date
    owes: tuple[OrderRecipient, ...]
    due_on: date


@dataclass(frozen=True, slots=True)
class EndedCase:
    """A case that ended in a month, as the monthly list to the procuracy tells it (N152 Đ32.2)."""

    case_id: UUID
    number: str
    agency: str
    decided_on: date
    decision_no: str
    judgment_no: str
    judgment_on: date | None
    court: str
    debtor: str
    creditor: str
    bailiff: str
    bailiff_name: str
    status: ObligationStatus
    closed_on: date
    owed: Dong
    collected: Dong
    basis: str
