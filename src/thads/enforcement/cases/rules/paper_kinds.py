"""Which paper writes down which fact: kind and wording, by what is owed, how the decision came about and the
law of the day (process.md 5.4; L08 Đ36; L25 Đ33–34).

A table, pure and without exception: the same fact always gives the same papers. A wording that no text we
could read lays down is `derived` here, never on the paper.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.state import INTERIM_GROUND
from thads.enforcement.cases.rules.vocabulary import (
    CoercionKind,
    CoercionStep,
    Initiation,
    JudgmentKind,
    SecurityKind,
)
from thads.enforcement.cases.rules.vocabulary import ObligationKind as K
from thads.enforcement.documents.rules.papers import paper_kind
from thads.kernel.names import fold
from thads.law import LAW, Certainty, Regime

BANKRUPTCY_GROUND: Final = "bankruptcy"
DAMAGES_GROUND: Final = "damages_already_collected"
ANNULLED: Final = "annulled_by_superior"


@dataclass(frozen=True, slots=True)
class PaperRef:
    """A paper that a fact calls for; `at_once` when the act itself issues it, else an officer asks for it:
    minutes and plans need what only those present know.
    """

    kind: str
    variant: str
    certainty: Certainty = Certainty.DERIVED
    at_once: bool = True


# ---------------------------------------------------------------- decisions that open a case

STATE_REVENUE = frozenset({K.COURT_FEE, K.FINE, K.UNLAWFUL_GAIN, K.OTHER_STATE})
RETURNS = frozenset({K.RETURN_MONEY, K.RETURN_ASSET, K.RETURN_PAPER})
DISPOSALS = frozenset({K.CONFISCATE, K.DESTROY})
EX_OFFICIO_KINDS = STATE_REVENUE | RETURNS | DISPOSALS | {K.LAND_RECALL}
PERSONAL = frozenset({K.HAND_OVER, K.PERFORM_ACT})

EX_OFFICIO: Mapping[K, str] = {
    K.COURT_FEE: "decision_court_fee",
    K.FINE: "decision_fine",
    K.UNLAWFUL_GAIN: "decision_unlawful_gain",
    K.OTHER_STATE: "decision_other_state",
    K.RETURN_MONEY: "decision_return_money",
    K.RETURN_ASSET: "decision_return_asset",
    K.RETURN_PAPER: "decision_return_paper",
    K.CONFISCATE: "decision_confiscation",
    K.DESTROY: "decision_destruction",
    K.LAND_RECALL: "decision_land_recall",
}
"""A decision ex officio on duties of one kind."""

EX_OFFICIO_GROUPS = (
    (STATE_REVENUE, "decision_state_revenues"),
    (RETURNS, "decision_return_several"),
    (DISPOSALS, "decision_things"),
)
"""On duties of several kinds that are carried out in the same way; all others are combined."""

ON_REQUEST: Mapping[K, str] = {
    K.ALIMONY: "decision_alimony",
    K.SOCIAL_INSURANCE: "decision_social_insurance",
    K.DIVORCE_SHARE: "decision_divorce_share",
    K.HAND_OVER: "decision_delivery",
}

ADVANCE_WORDS = ("tam ung an phi", "tam ung le phi", "tam ung")
CHILD_WORDS = ("nguoi chua thanh nien", "giao con", "giao chau", "nuoi con", "nuoi duong")
REINSTATEMENT_WORDS = ("tro lai lam viec", "nhan lai lam viec", "nhan nguoi lao dong")


def decision_kind(fact: f.DecisionIssued, *, on: date, is_office: bool = False) -> str:
    """Return the kind of the decision that opens a case; `is_office`: a private office issues it."""
    if is_office:
        return "decision_office"
    if fact.initiation is Initiation.ON_REQUEST:
        return _on_request(fact)
    return _at_once(fact) or _ex_officio(fact, on)


def _at_once(fact: f.DecisionIssued) -> str:
    if fact.ground == INTERIM_GROUND:
        return "decision_interim"
    if fact.ground == BANKRUPTCY_GROUND or fact.judgment_kind is JudgmentKind.BANKRUPTCY:
        return "decision_bankruptcy"
    return ""


def _ex_officio(fact: f.DecisionIssued, on: date) -> str:
    kinds = frozenset(duty.kind for duty in fact.duties)
    if fact.judgment_kind is JudgmentKind.ADMINISTRATIVE and kinds <= STATE_REVENUE:
        return "decision_administrative"
    if kinds == {K.RETURN_MONEY} and all(_says(duty, ADVANCE_WORDS) for duty in fact.duties):
        return "decision_return_advance"
    if len(kinds) == 1 and (single := EX_OFFICIO.get(next(iter(kinds)))):
        return single
    if not kinds & EX_OFFICIO_KINDS and LAW.regime(on) is Regime.R2025:
        return "decision_damages_collected"
    return next((code for group, code in EX_OFFICIO_GROUPS if kinds <= group), "decision_combined")


def _on_request(fact: f.DecisionIssued) -> str:
    kinds = frozenset(duty.kind for duty in fact.duties)
    if fact.judgment_kind is JudgmentKind.ADMINISTRATIVE:
        return "decision_administrative_request"
    if kinds == {K.PERFORM_ACT}:
        return _act(fact)
    if len(kinds) == 1 and (single := ON_REQUEST.get(next(iter(kinds)))):
        return single
    if kinds & (PERSONAL | EX_OFFICIO_KINDS) or not all(duty.amount for duty in fact.duties):
        return "decision_several"
    return "decision_secured" if any(duty.secured_by for duty in fact.duties) else "decision_money"


def _act(fact: f.DecisionIssued) -> str:
    """Tell acts apart by the words of the duty: the vocabulary knows one kind for them all [derived]."""
    if all(_says(duty, CHILD_WORDS) for duty in fact.duties):
        return "decision_child"
    if all(_says(duty, REINSTATEMENT_WORDS) for duty in fact.duties):
        return "decision_reinstatement"
    return "decision_act"


def _says(duty: f.Duty, words: tuple[str, ...]) -> bool:
    said = fold(duty.content)
    return any(word in said for word in words)


# ---------------------------------------------------------------- everything after

PAPERS: Mapping[type[f.CaseFact], tuple[str, ...]] = {
    f.BailiffChangeRefused: ("bailiff_change_refusal",),
    f.UnableDecided: ("unable_decision",),
    f.Resumed: ("resumption_decision",),
    f.MovedToSeparateLedger: ("separate_ledger_decision",),
    f.RequestReturned: ("request_return_notice",),
    f.Deferred: ("deferral_decision",),
    f.Terminated: ("termination_decision",),
    f.DelegatedOut: ("delegation_decision", "recall_decision"),
    f.FilePulledUp: ("file_pull_up_decision",),
    f.RightsTransferred: ("transfer_decision",),
    f.ClosedOtherwise: ("closure_notice",),
    f.HandedToAgency: ("office_recall_decision",),
    f.CertificateIssued: ("result_certificate",),
    f.OrderAmended: ("amendment_decision",),
    f.VerificationMandated: ("verification_mandate",),
    f.Verified: ("minutes_verification",),
    f.AgreementRecorded: ("minutes_agreement",),
}
"""Facts that are written down in one way only; those of `_papers` depend on what they say."""

SECURITY: Mapping[SecurityKind, str] = {
    SecurityKind.FREEZE: "freeze_decision",
    SecurityKind.HOLD: "hold_decision",
    SecurityKind.STOP_REGISTRATION: "stop_registration_decision",
    SecurityKind.EXIT_BAN: "exit_ban_decision",
}
COERCION: Mapping[CoercionKind, str] = {
    CoercionKind.DEDUCT_ACCOUNT: "coercion_account",
    CoercionKind.DEDUCT_INCOME: "coercion_income",
    CoercionKind.SEIZE: "coercion_seizure",
    CoercionKind.EXPLOIT: "coercion_exploitation",
    CoercionKind.HAND_OVER: "coercion_handover",
    CoercionKind.FORCE_ACT: "coercion_act",
}
PREPARATION: Mapping[CoercionStep, str] = {
    CoercionStep.PLAN_DRAFTED: "coercion_plan",
    CoercionStep.PLAN_APPROVED: "coercion_plan",
    CoercionStep.COST_NOTICE: "cost_notice",
    CoercionStep.SEIZURE_NOTICE: "seizure_notice",
}

DIGITAL_WORDS = ("vneid", "dien tu", "ung dung", "thu dien tu")
POSTING_WORDS = ("niem yet",)


def papers_for(
    fact: f.CaseFact,
    *,
    on: date,
    bailiff_before: str = "",
    measure: SecurityKind | CoercionKind | None = None,
    is_office: bool = False,
) -> tuple[PaperRef, ...]:
    """Return the papers that write the fact down, in the order of their numbers; none for what needs none.

    `bailiff_before`: who had the case before an assignment; `measure`: the kind of the measure that the fact
    is about. A kind that the law of the day does not know is left out.
    """
    codes = PAPERS.get(type(fact)) or _papers(fact, on, bailiff_before, measure, is_office)
    kinds = (paper_kind(code) for code in codes)
    at_once = isinstance(fact, f.Order)
    return tuple(
        PaperRef(kind.code, kind.variants_on(on)[0].code, at_once=at_once and kind.numbered)
        for kind in kinds
        if kind.variants_on(on)
    )


def _papers(
    fact: f.CaseFact,
    on: date,
    bailiff_before: str,
    measure: SecurityKind | CoercionKind | None,
    is_office: bool,
) -> tuple[str, ...]:
    match fact:
        case f.DecisionIssued():
            return (decision_kind(fact, on=on, is_office=is_office),)
        case f.BailiffAssigned():
            return ("bailiff_change" if bailiff_before else "bailiff_assignment",)
        case f.Suspended():
            return (suspension_kind(fact, on),)
        case f.DecisionRecalled() | f.OrderWithdrawn():
            return (_recall(fact),)
        case f.SecurityOrdered():
            return (SECURITY[fact.measure],)
        case f.CoercionDecided():
            return (COERCION[fact.measure],)
        case f.MeasureEnded():
            return ("seizure_release_decision" if measure is CoercionKind.SEIZE else "measure_end_decision",)
        case f.CoercionPrepared() if fact.step in PREPARATION:
            return (PREPARATION[fact.step],)
        case f.CoercionCarriedOut():
            return _carried_out(measure)
        case f.NoticeServed():
            return _notice(fact.manner)
        case _:
            return ()


def suspension_kind(fact: f.Suspended, on: date) -> str:
    """Return whether a suspension is decided or told by notice, as its ground says (L08 Đ49; L25 Đ47)."""
    ground = LAW.ground("suspension", fact.cause, on=on)
    form = ground.attributes.get("form_of_act")
    return "suspension_notice" if form == "notice" else "suspension_decision"


def _recall(fact: f.DecisionRecalled | f.OrderWithdrawn) -> str:
    if fact.ground == ANNULLED or (isinstance(fact, f.OrderWithdrawn) and fact.is_annulled):
        return "annulment_decision"
    return "recall_decision" if isinstance(fact, f.DecisionRecalled) else "order_recall_decision"


def _carried_out(measure: SecurityKind | CoercionKind | None) -> tuple[str, ...]:
    if measure is CoercionKind.HAND_OVER:
        return ("minutes_coercion", "minutes_handover")
    return ("minutes_coercion",)


def _notice(manner: str) -> tuple[str, ...]:
    said = fold(manner)
    if any(word in said for word in DIGITAL_WORDS):
        return ()
    return ("minutes_posting" if any(word in said for word in POSTING_WORDS) else "minutes_notice",)


# ---------------------------------------------------------------- requests

REQUEST_STEPS: Mapping[str, str] = {
    "receipt": "request_receipt",
    "supplement": "request_supplement",
    "refusal": "request_refusal",
    "limitation_accepted": "limitation_accepted",
    "limitation_refused": "limitation_refused",
}
"""Papers of a request before it becomes a case (N62 Đ4; N152 Đ9–10)."""


def request_kind(step: str) -> str:
    """Return the kind of paper of a step of a request."""
    return REQUEST_STEPS[step]
