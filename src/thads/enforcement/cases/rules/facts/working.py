"""Working on a case: notice, verification, information, agreement, money coming in (L08 Đ36–47; L25
Đ32–37).
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from thads.enforcement.cases.rules.facts.parts import Part
from thads.enforcement.cases.rules.vocabulary import CollectionMeans, OrderRecipient, VerificationResult


@dataclass(frozen=True, slots=True)
class NoticeServed:
    """The debtor has valid notice; the day it became valid. The voluntary period runs (L08 Đ39, 45; L25
    Đ35–36).
    """

    kind: ClassVar[str] = "cases.notice_served"

    voluntary_until: date | None = None
    manner: str = ""
    recipient: str = ""


@dataclass(frozen=True, slots=True)
class Verified:
    """Conditions were verified; the day of the minutes (L08 Đ44; L25 Đ37)."""

    kind: ClassVar[str] = "cases.verified"

    result: VerificationResult
    parts: tuple[Part, ...] = ()
    findings: str = ""
    place: str = ""
    confirmed_by: str = ""


@dataclass(frozen=True, slots=True)
class MoneyCollected:
    """Money or converted property came in; the day of collection (L08 Đ45–47; T04 Đ13–17)."""

    kind: ClassVar[str] = "cases.money_collected"

    parts: tuple[Part, ...]
    receipt_no: str = ""
    means: CollectionMeans = CollectionMeans.VOLUNTARY


@dataclass(frozen=True, slots=True)
class OrderSent:
    """An order was told to the parties or sent to a body; the day (L08 Đ38–39; L25 Đ35).

    `of`: place in the case (from 1) of the fact that is the order.
    """

    kind: ClassVar[str] = "cases.order_sent"

    of: int
    to: OrderRecipient
    manner: str = ""


@dataclass(frozen=True, slots=True)
class VerificationMandated:
    """Another agency is asked to verify; the day of the mandate (L08 Đ44.3; N62 Đ9.2; N152 Đ21.5)."""

    kind: ClassVar[str] = "cases.verification_mandated"

    to_agency: str
    registered_assets: bool = False
    content: str = ""


@dataclass(frozen=True, slots=True)
class MandateAnswered:
    """The agency asked to verify has answered; the day the answer came in (N62 Đ9.2; N152 Đ21.5)."""

    kind: ClassVar[str] = "cases.mandate_answered"

    from_agency: str
    findings: str = ""


@dataclass(frozen=True, slots=True)
class InformationReceived:
    """New information on the debtor's means or address came in; the day (N62 Đ9.4, 9.6; L25 Đ38.2)."""

    kind: ClassVar[str] = "cases.information_received"

    source: str
    content: str = ""


@dataclass(frozen=True, slots=True)
class AgreementRecorded:
    """The parties agreed in writing how the duty is performed; the day of the minutes (L08 Đ6; N62 Đ5; L25
    Đ36.2; N152 Đ14).
    """

    kind: ClassVar[str] = "cases.agreement_recorded"

    content: str
    parts: tuple[Part, ...] = ()
    until: date | None = None
