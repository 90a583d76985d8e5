"""The legal facts of a case: frozen values, one class per act that has legal or counting effect.

Each class has a `kind`, the stable name in the ledger and in the import file, and says which date
`took_effect` is. A fact that names no obligations (`parts` empty) speaks of all that are open.
"""

from thads.enforcement.cases.rules.facts.ending import (
    CertificateIssued,
    CertificateRequested,
    ClosedOtherwise,
    DecisionRecalled,
    DelegatedOut,
    DutyReduced,
    FileArchived,
    FileChecked,
    FilePulledUp,
    FileReturned,
    FileTakenOut,
    HandedToAgency,
    OrderAmended,
    OrderWithdrawn,
    Performed,
    RequestReturned,
    Terminated,
)
from thads.enforcement.cases.rules.facts.measures import (
    CoercionCarriedOut,
    CoercionDecided,
    CoercionPrepared,
    MeasureEnded,
    SecurityOrdered,
)
from thads.enforcement.cases.rules.facts.opening import (
    BailiffAssigned,
    BailiffChangeRefused,
    BailiffChangeRequested,
    CarriedLine,
    CarriedOver,
    DecisionIssued,
    FileOpened,
    RightsTransferred,
)
from thads.enforcement.cases.rules.facts.parts import (
    Duty,
    Instalment,
    Interest,
    Order,
    Part,
)
from thads.enforcement.cases.rules.facts.resting import (
    DebtorPublished,
    Deferred,
    MovedToSeparateLedger,
    PublicationEnded,
    PublicationUpdated,
    Resumed,
    Suspended,
    UnableDecided,
)
from thads.enforcement.cases.rules.facts.working import (
    AgreementRecorded,
    InformationReceived,
    MandateAnswered,
    MoneyCollected,
    NoticeServed,
    OrderSent,
    VerificationMandated,
    Verified,
)

Note = (
    OrderSent
    | OrderAmended
    | AgreementRecorded
    | PublicationUpdated
    | FileOpened
    | BailiffChangeRequested
    | BailiffChangeRefused
    | InformationReceived
    | VerificationMandated
    | MandateAnswered
    | DebtorPublished
    | PublicationEnded
    | SecurityOrdered
    | CoercionDecided
    | CoercionPrepared
    | CoercionCarriedOut
    | MeasureEnded
    | CertificateRequested
    | CertificateIssued
    | FileChecked
    | FileArchived
    | FileTakenOut
    | FileReturned
)
"""Facts that move no obligation."""

LaterFact = (
    CarriedOver
    | BailiffAssigned
    | RightsTransferred
    | NoticeServed
    | Verified
    | MoneyCollected
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
    | Performed
    | RequestReturned
    | ClosedOtherwise
    | HandedToAgency
    | OrderWithdrawn
    | Note
)
"""Every fact but the one that opens the case."""

CaseFact = DecisionIssued | LaterFact

KINDS: dict[str, type[CaseFact]] = {
    fact.kind: fact
    for fact in (
        DecisionIssued, CarriedOver, BailiffAssigned, BailiffChangeRequested, BailiffChangeRefused,
        FileOpened, RightsTransferred, NoticeServed, Verified, MoneyCollected, OrderSent,
        VerificationMandated, MandateAnswered, InformationReceived, AgreementRecorded, UnableDecided, Resumed,
        MovedToSeparateLedger, Deferred, Suspended, DebtorPublished, PublicationUpdated,
        PublicationEnded, SecurityOrdered, CoercionDecided, CoercionPrepared, CoercionCarriedOut,
        MeasureEnded, Terminated, DutyReduced, DelegatedOut, FilePulledUp, DecisionRecalled,
        Performed, RequestReturned, ClosedOtherwise, HandedToAgency, OrderAmended, OrderWithdrawn,
        CertificateRequested, CertificateIssued, FileChecked, FileArchived, FileTakenOut,
        FileReturned,
    )
}  # fmt: skip

__all__ = [
    "AgreementRecorded",
    "BailiffAssigned",
    "BailiffChangeRefused",
    "BailiffChangeRequested",
    "CarriedLine",
    "CarriedOver",
    "CaseFact",
    "LaterFact",
    "Note",
    "CertificateIssued",
    "CertificateRequested",
    "ClosedOtherwise",
    "CoercionCarriedOut",
    "CoercionDecided",
    "CoercionPrepared",
    "DebtorPublished",
    "DecisionIssued",
    "DecisionRecalled",
    "Deferred",
    "DelegatedOut",
    "Duty",
    "DutyReduced",
    "FileArchived",
    "FileChecked",
    "FileOpened",
    "FilePulledUp",
    "FileReturned",
    "FileTakenOut",
    "HandedToAgency",
    "InformationReceived",
    "Instalment",
    "Interest",
    "KINDS",
    "MandateAnswered",
    "MeasureEnded",
    "MoneyCollected",
    "MovedToSeparateLedger",
    "NoticeServed",
    "Order",
    "OrderAmended",
    "OrderSent",
    "OrderWithdrawn",
    "Part",
    "Performed",
    "PublicationEnded",
    "PublicationUpdated",
    "RequestReturned",
    "Resumed",
    "RightsTransferred",
    "SecurityOrdered",
    "Suspended",
    "Terminated",
    "UnableDecided",
    "VerificationMandated",
    "Verified",
]
