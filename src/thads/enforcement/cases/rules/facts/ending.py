"""Ending a case or a part of it, and what comes after the end (L08 Đ37, 50–57; L25 Đ48–55; N152 Đ32; T04
Đ32).
"""

from dataclasses import dataclass
from typing import ClassVar

from thads.enforcement.cases.rules.facts.parts import Order, Part
from thads.enforcement.cases.rules.vocabulary import ArchiveStep, OrderRecipient


@dataclass(frozen=True, slots=True)
class Terminated(Order):
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
class DelegatedOut(Order):
    """Passed to another agency, whole or in part; the day of the decision (L08 Đ55–57; L25 Đ49).

    `content`: what was done, what is under way, fee collected and due (L08 Đ57.1; T216 Đ5.6).
    """

    kind: ClassVar[str] = "cases.delegated_out"

    to_agency: str
    parts: tuple[Part, ...] = ()
    ground: str = ""
    content: str = ""


@dataclass(frozen=True, slots=True)
class FilePulledUp(Order):
    """The province takes the file from the district; the day of the decision (L08 Đ35.2h; TL11 Đ1.7)."""

    kind: ClassVar[str] = "cases.file_pulled_up"

    to_agency: str


@dataclass(frozen=True, slots=True)
class DecisionRecalled(Order):
    """The enforcement decision is recalled or annulled; the day of that decision (L08 Đ37; L25 Đ52)."""

    kind: ClassVar[str] = "cases.decision_recalled"

    ground: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Performed:
    """All rights and duties named are done: the case, or these lines of it, is finished (L08 Đ52;
    L25 Đ55).
    """

    kind: ClassVar[str] = "cases.performed"

    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class RequestReturned(Order):
    """The request is sent back after two years without means; the case ends, a new request may come at any
    time; the day of the notice (L25 Đ38.4; N152 Đ22.2, 32.1d).
    """

    kind: ClassVar[str] = "cases.request_returned"

    ground: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class ClosedOtherwise(Order):
    """Enforcement ends in another way that the decree lists; the day of the paper (N152 Đ32.1)."""

    kind: ClassVar[str] = "cases.closed_otherwise"

    ground: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class HandedToAgency(Order):
    """A private enforcement office gives the file to the civil judgment enforcement agency; the day of its
    decision to recall (L25 Đ31.5–31.6).
    """

    kind: ClassVar[str] = "cases.handed_to_agency"

    to_agency: str
    ground: str


@dataclass(frozen=True, slots=True)
class OrderAmended(Order):
    """An error that does not change the content of an order is mended by a new order; its day (L08 Đ37.2;
    L25 Đ52.2). `of`: place in the case (from 1) of the fact that is the order.
    """

    kind: ClassVar[str] = "cases.order_amended"

    of: int
    content: str


@dataclass(frozen=True, slots=True)
class OrderWithdrawn(Order):
    """An order other than the enforcement decision is recalled, or annulled by a superior; the day (L08
    Đ37.1, 37.3; L25 Đ52.1, 52.4). A measure so ordered ends, a rest so ordered is over for the duties named.
    """

    kind: ClassVar[str] = "cases.order_withdrawn"

    of: int
    ground: str
    is_annulled: bool = False
    measure: int = 0
    resumes: bool = False
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class CertificateRequested:
    """A party asks for a certificate of the results; the day of the request (L08 Đ53; N152 Đ32.3)."""

    kind: ClassVar[str] = "cases.certificate_requested"

    by: str


@dataclass(frozen=True, slots=True)
class CertificateIssued(Order):
    """The results are certified, whole or in part; the day of the certificate (L08 Đ53; N62 Đ37; N152
    Đ32.3).
    """

    kind: ClassVar[str] = "cases.certificate_issued"
    told_to: ClassVar[tuple[OrderRecipient, ...]] = (OrderRecipient.PARTIES,)

    to: str
    content: str = ""


@dataclass(frozen=True, slots=True)
class FileChecked:
    """A step before the file is archived: folios listed, examined, reconciled; the day (T04 Đ32; T78
    Đ7.1).
    """

    kind: ClassVar[str] = "cases.file_checked"

    step: ArchiveStep
    folios: int = 0
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class FileArchived(Order):
    """The head agrees that the file is archived; the day (T04 Đ32)."""

    kind: ClassVar[str] = "cases.file_archived"
    told_to: ClassVar[tuple[OrderRecipient, ...]] = ()

    folios: int
    place: str = ""
    keep_years: int = 0


@dataclass(frozen=True, slots=True)
class FileTakenOut:
    """An archived file is taken out to be read; the day (T04 Đ32.3)."""

    kind: ClassVar[str] = "cases.file_taken_out"

    by: str
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class FileReturned:
    """A file taken out is back in the archive; the day (T04 Đ32.3)."""

    kind: ClassVar[str] = "cases.file_returned"

    by: str = ""
