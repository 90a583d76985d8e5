"""The closed vocabularies of a case; each member's Vietnamese name stands in the law's terms."""

from enum import StrEnum


class Initiation(StrEnum):
    """How the decision came about (L08 Đ36; L25 Đ33–34)."""

    EX_OFFICIO = "ex_officio"
    ON_REQUEST = "on_request"


class JudgmentKind(StrEnum):
    """Kind of judgment, the statutory breakdown of TT10/2017 Phụ lục II 1901."""

    CIVIL = "civil"
    CRIMINAL = "criminal"
    ADMINISTRATIVE = "administrative"
    MARRIAGE_FAMILY = "marriage_family"
    BUSINESS_COMMERCE = "business_commerce"
    LABOUR = "labour"
    BANKRUPTCY = "bankruptcy"
    ARBITRATION = "arbitration"
    OTHER = "other"


class IntakeRoute(StrEnum):
    """Where the case came from: a judgment, another agency's delegation, a file pulled up, or a private
    office's file.
    """

    NEW = "new"
    DELEGATED_IN = "delegated_in"
    PULLED_UP = "pulled_up"
    HANDED_OVER = "handed_over"


class ObligationKind(StrEnum):
    """Kinds of duty (process.md 4.1); the payment rank of each is dated law data."""

    ALIMONY = "alimony"
    WAGE = "wage"
    SEVERANCE = "severance"
    JOB_LOSS = "job_loss"
    DISABILITY = "disability"
    DAMAGE_LIFE_HEALTH_MORAL = "damage_life_health_moral"
    COURT_FEE = "court_fee"
    FINE = "fine"
    UNLAWFUL_GAIN = "unlawful_gain"
    SOCIAL_INSURANCE = "social_insurance"
    OTHER_STATE = "other_state"
    CREDIT_DEBT = "credit_debt"
    CONTRACT = "contract"
    DIVORCE_SHARE = "divorce_share"
    INHERITANCE = "inheritance"
    OTHER = "other"
    RETURN_MONEY = "return_money"
    RETURN_ASSET = "return_asset"
    RETURN_PAPER = "return_paper"
    CONFISCATE = "confiscate"
    DESTROY = "destroy"
    LAND_RECALL = "land_recall"
    HAND_OVER = "hand_over"
    PERFORM_ACT = "perform_act"


class ObligationStatus(StrEnum):
    """Where one obligation stands (process.md 2.1)."""

    DECIDED = "decided"
    ASSIGNED = "assigned"
    VOLUNTARY = "voluntary"
    VERIFYING = "verifying"
    ENFORCING = "enforcing"
    UNABLE = "unable"
    SEPARATE_LEDGER = "separate_ledger"
    DEFERRED = "deferred"
    SUSPENDED = "suspended"
    PERFORMED = "performed"
    TERMINATED = "terminated"
    DELEGATED_OUT = "delegated_out"
    PULLED_UP = "pulled_up"
    RECALLED = "recalled"
    REQUEST_RETURNED = "request_returned"
    CLOSED_OTHERWISE = "closed_otherwise"

    @property
    def is_open(self) -> bool:
        """Say whether work on the obligation is still owed."""
        return self not in CLOSED


CLOSED = frozenset(
    {
        ObligationStatus.PERFORMED,
        ObligationStatus.TERMINATED,
        ObligationStatus.DELEGATED_OUT,
        ObligationStatus.PULLED_UP,
        ObligationStatus.RECALLED,
        ObligationStatus.REQUEST_RETURNED,
        ObligationStatus.CLOSED_OTHERWISE,
    }
)

ABLE = frozenset(
    {
        ObligationStatus.DECIDED,
        ObligationStatus.ASSIGNED,
        ObligationStatus.VOLUNTARY,
        ObligationStatus.VERIFYING,
        ObligationStatus.ENFORCING,
    }
)
"""Counted with conditions: nobody has decided otherwise (unable only by a decision, L08 Đ44a; L25 Đ38)."""


class Flag(StrEnum):
    """Marks that management reports ask for; several may hold at once (statistics.md 5)."""

    CREDIT_INSTITUTION = "credit_institution"
    CORRUPTION_ECONOMIC = "corruption_economic"
    CENTRAL_COMMITTEE = "central_committee"
    KEY_CASE = "key_case"
    PRISONER = "prisoner"
    LAND = "land"


class VerificationResult(StrEnum):
    """What a verification found; unable still needs the head's decision."""

    ABLE = "able"
    NOT_ABLE = "not_able"


class SuspensionCause(StrEnum):
    """Why work must stop for a time (L08 Đ49; L25 Đ47)."""

    PROTEST = "protest"
    BANKRUPTCY = "bankruptcy"
    FOREIGN_AWARD = "foreign_award"
    COMPETITION = "competition"


class CollectionMeans(StrEnum):
    """How money came in."""

    VOLUNTARY = "voluntary"
    COERCION = "coercion"
    IN_KIND = "in_kind"


class PartyRole(StrEnum):
    """In which capacity a person stands in a judgment or a case (L08 Đ3.1–3.4; L25 Đ3.1–3.4)."""

    CREDITOR = "creditor"
    DEBTOR = "debtor"
    INTERESTED = "interested"


class RequestStatus(StrEnum):
    """Where a request for enforcement stands (process.md 2.1)."""

    RECEIVED = "received"
    SUPPLEMENT = "supplement"
    DECIDED = "decided"
    REFUSED = "refused"


class NoticeManner(StrEnum):
    """How a party is given notice (L08 Đ39–43; L25 Đ35; N152 Đ15–18)."""

    DIRECT = "direct"
    POSTING = "posting"
    MEDIA = "media"
    ELECTRONIC = "electronic"


class OrderRecipient(StrEnum):
    """To whom an order is told or sent (L08 Đ38–39; L25 Đ35; N152 Đ42.7)."""

    PARTIES = "parties"
    PROCURACY = "procuracy"
    COMMUNE = "commune"
    REGISTRY = "registry"
    HOLDER = "holder"
    COURT = "court"


class SecurityKind(StrEnum):
    """Security measures (L08 Đ66–69; N62 Đ51; L25 Đ66–70)."""

    FREEZE = "freeze"
    HOLD = "hold"
    STOP_REGISTRATION = "stop_registration"
    EXIT_BAN = "exit_ban"


class CoercionKind(StrEnum):
    """The six coercive measures (L08 Đ71; L25 Đ71)."""

    DEDUCT_ACCOUNT = "deduct_account"
    DEDUCT_INCOME = "deduct_income"
    SEIZE = "seize"
    EXPLOIT = "exploit"
    HAND_OVER = "hand_over"
    FORCE_ACT = "force_act"


class CoercionStep(StrEnum):
    """Steps before the day of coercion (L08 Đ72–73, 88; TL03 Đ4–6; L25 Đ72, 80.2; N152 Đ46–47)."""

    POLICE_ASKED = "police_asked"
    POLICE_REPLIED = "police_replied"
    PLAN_DRAFTED = "plan_drafted"
    PLAN_APPROVED = "plan_approved"
    PROTECTION_PLAN = "protection_plan"
    DEPLOYMENT_MEETING = "deployment_meeting"
    REPORTED_TO_CHAIR = "reported_to_chair"
    COST_NOTICE = "cost_notice"
    SEIZURE_NOTICE = "seizure_notice"


class ArchiveStep(StrEnum):
    """What is done with a file before it is archived (T04 Đ32; T78 Đ7.1)."""

    FOLIOS_LISTED = "folios_listed"
    EXAMINED = "examined"
    RECONCILED = "reconciled"


class CarriedDoubt(StrEnum):
    """What the old books do not say, or say so that it had to be assumed, when a case is carried over."""

    JUDGMENT = "judgment"
    INITIATION = "initiation"
    JUDGMENT_KIND = "judgment_kind"
    DUTY_KIND = "duty_kind"
    PARTIES = "parties"
    BAILIFF = "bailiff"
    STATUS = "status"
    STATUS_DAY = "status_day"
    GROUND = "ground"
    DEFERRAL_END = "deferral_end"
    NOTICE_DAY = "notice_day"
    UNABLE_DAY = "unable_day"
    VERIFICATIONS = "verifications"
    ELSEWHERE = "elsewhere"
