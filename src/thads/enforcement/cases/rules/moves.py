# ruff: noqa: E501  (a law table: one row a line, however long)
"""The table of lawful steps: which fact may touch an obligation in which status, under which article.

One row per line, like a law table (process.md 2.2). A step whose article changed on 1/7/2026 carries both;
a step that exists under one regime only carries its span. Numbers of days and grounds are not here but in
the law's data.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.law import LAW, Regime

L08_SINCE = date(2009, 7, 1)
L25_SINCE = date(2026, 7, 1)

FRESH = frozenset({S.DECIDED, S.ASSIGNED})
WORKING = frozenset({S.DECIDED, S.ASSIGNED, S.VOLUNTARY, S.VERIFYING, S.ENFORCING})
RESTING = frozenset({S.UNABLE, S.SEPARATE_LEDGER, S.DEFERRED, S.SUSPENDED})
OPEN = WORKING | RESTING
NONE = frozenset[S]()
EXAMINED = frozenset({S.VERIFYING, S.ENFORCING})


class About(Enum):
    """What a step is about: obligations, or the case itself while it is open, closed, or in either state."""

    OBLIGATIONS = auto()
    OPEN_CASE = auto()
    CLOSED_CASE = auto()
    ANY_CASE = auto()


@dataclass(frozen=True, slots=True)
class Move:
    """One lawful step: the fact, the statuses it may touch, where it leads (None: status stays).

    `selects`: named without obligations, it takes those in a fitting status and leaves the others; else it
    must fit all that are open. `takes_amounts`: it may speak of a part of the đồng of an obligation.
    """

    fact: type[f.CaseFact]
    touches: frozenset[S]
    to: S | None
    act: str
    verb: str
    r2008: str
    r2025: str
    grounds: str = ""
    selects: bool = False
    takes_amounts: bool = False
    since: date = L08_SINCE
    until: date | None = None
    about: About = About.OBLIGATIONS

    def basis(self, on: date) -> str:
        """Return the article of the step on the day."""
        return self.r2008 if LAW.regime(on) is Regime.R2008 else self.r2025

    def exists(self, on: date) -> bool:
        """Say whether the law knows this step on the day."""
        return self.since <= on and (self.until is None or on < self.until)


# fmt: off
MOVES: Mapping[type[f.CaseFact], Move] = {move.fact: move for move in (
    Move(f.BailiffAssigned,  OPEN,             S.ASSIGNED,        "assign",          "assign_bailiff",   "L08 Đ36.2; N62 Đ8, 10",  "L25 Đ32.2; N152 Đ12.2, 13", selects=True),
    Move(f.NoticeServed,     FRESH,            S.VOLUNTARY,       "notice",          "serve_notice",     "L08 Đ39–43, 45",         "L25 Đ35–36; N152 Đ15–19", selects=True),
    Move(f.Verified,         WORKING | {S.UNABLE, S.SEPARATE_LEDGER}, None, "verification", "record_verification", "L08 Đ44",     "L25 Đ37; N152 Đ21", selects=True),
    Move(f.UnableDecided,    EXAMINED,         S.UNABLE,          "unable",          "decide_unable",    "L08 Đ44a.1; N62 Đ9",     "L25 Đ38.1", grounds="unable"),
    Move(f.Resumed,          RESTING,          S.ENFORCING,       "resumption",      "resume",           "L08 Đ48.4, 49.3; N62 Đ9.4", "L25 Đ38.2, 46.3, 47.3", grounds="resumption", selects=True),
    Move(f.MovedToSeparateLedger, frozenset({S.UNABLE}), S.SEPARATE_LEDGER, "separate_ledger", "move_to_separate_ledger", "N62 Đ9.5", "N152 Đ22.1", selects=True),
    Move(f.Deferred,         WORKING | {S.UNABLE}, S.DEFERRED,    "deferral",        "defer",            "L08 Đ48",                "L25 Đ46", grounds="deferral"),
    Move(f.Suspended,        OPEN - {S.SUSPENDED}, S.SUSPENDED,   "suspension",      "suspend",          "L08 Đ49",                "L25 Đ47", grounds="suspension"),
    Move(f.Terminated,       OPEN,             S.TERMINATED,      "termination",     "terminate",        "L08 Đ50",                "L25 Đ48", grounds="termination", takes_amounts=True),
    Move(f.DutyReduced,      OPEN,             None,              "relief",          "reduce_duty",      "L08 Đ61–64",             "L25 Đ42–45", takes_amounts=True),
    Move(f.DelegatedOut,     OPEN - {S.SUSPENDED}, S.DELEGATED_OUT, "delegation",    "delegate_out",     "L08 Đ55–57; N62 Đ16",    "L25 Đ49; N152 Đ26", takes_amounts=True),
    Move(f.FilePulledUp,     OPEN,             S.PULLED_UP,       "pull_up",         "pull_up_file",     "L08 Đ35.2h; TL11 Đ1.7",  "", until=L25_SINCE),
    Move(f.DecisionRecalled, OPEN,             S.RECALLED,        "recall",          "recall_decision",  "L08 Đ37",                "L25 Đ52", grounds="recall", takes_amounts=True),
    Move(f.MoneyCollected,   OPEN,             None,              "receipt",         "collect_money",    "L08 Đ45–47; T04 Đ13–17", "L25 Đ36, 54; T04 Đ13–17", takes_amounts=True),
    Move(f.Performed,        OPEN - {S.SUSPENDED}, S.PERFORMED,   "closing",         "finish",           "L08 Đ52.1",              "L25 Đ55.1"),
    Move(f.RequestReturned,  OPEN - {S.DEFERRED, S.SUSPENDED}, S.REQUEST_RETURNED, "request_return", "return_request", "",       "L25 Đ38.4; N152 Đ22.2, 32.1d", grounds="request_return", since=L25_SINCE),
    Move(f.ClosedOtherwise,  OPEN,             S.CLOSED_OTHERWISE, "closing",        "close_otherwise",  "",                       "N152 Đ32.1", grounds="other_closure", since=L25_SINCE),
    Move(f.HandedToAgency,   OPEN,             S.RECALLED,        "office_transfer", "hand_to_agency",   "",                       "L25 Đ31.5–31.6", grounds="office_handover", since=L25_SINCE),
    Move(f.RightsTransferred, OPEN,            None,              "transfer", "transfer_rights",  "",                       "L25 Đ41; N152 Đ25", since=L25_SINCE),
    Move(f.FileOpened,             NONE, None, "case_file",           "open_file",             "N62 Đ8.1",              "N152 Đ12.2",              about=About.OPEN_CASE),
    Move(f.OrderSent,              NONE, None, "notice",            "send_order",            "L08 Đ38–39",            "L25 Đ35",                 about=About.ANY_CASE),
    Move(f.BailiffChangeRequested, NONE, None, "party_request",           "ask_bailiff_change",    "N62 Đ10",               "N152 Đ13",                about=About.OPEN_CASE),
    Move(f.BailiffChangeRefused,   NONE, None, "assign",            "refuse_bailiff_change", "N62 Đ10.3",             "N152 Đ13.3",              about=About.OPEN_CASE),
    Move(f.VerificationMandated,   NONE, None, "verification_mandate", "mandate_verification",  "L08 Đ44.3; N62 Đ9.2",   "L25 Đ37.4; N152 Đ21.5",   about=About.OPEN_CASE),
    Move(f.MandateAnswered,        NONE, None, "verification",      "record_mandate_answer", "N62 Đ9.2",              "N152 Đ21.5",              about=About.OPEN_CASE),
    Move(f.InformationReceived,    NONE, None, "verification",      "record_information",    "N62 Đ9.4, 9.6",         "L25 Đ38.2",               about=About.OPEN_CASE),
    Move(f.AgreementRecorded,      NONE, None, "verification",      "record_agreement",      "L08 Đ6; N62 Đ5",        "L25 Đ36.2; N152 Đ14",     about=About.OPEN_CASE),
    Move(f.DebtorPublished,        NONE, None, "publication",       "publish_debtor",        "N62 Đ11.1; T04 Đ5",     "N152 Đ23.1",              about=About.OPEN_CASE),
    Move(f.PublicationUpdated,     NONE, None, "publication",       "update_publication",    "N62 Đ11.2; T04 Đ6.1",   "N152 Đ23.2",              about=About.ANY_CASE),
    Move(f.PublicationEnded,       NONE, None, "publication",       "end_publication",       "N62 Đ11.3; T04 Đ6.2",   "N152 Đ23.2",              about=About.ANY_CASE),
    Move(f.SecurityOrdered,        NONE, None, "security",          "order_security",        "L08 Đ66–69; N62 Đ51",   "L25 Đ66–70; N152 Đ43–45", about=About.OPEN_CASE),
    Move(f.CoercionDecided,        NONE, None, "coercion",          "decide_coercion",       "L08 Đ46, 70–71",        "L25 Đ71–72",              about=About.OPEN_CASE),
    Move(f.CoercionPrepared,       NONE, None, "coercion_plan",     "prepare_coercion",      "L08 Đ72–73; TL03 Đ4–6", "L25 Đ72; N152 Đ46–47",    about=About.OPEN_CASE),
    Move(f.CoercionCarriedOut,     NONE, None, "coercion",          "carry_out_coercion",    "L08 Đ71–72",            "L25 Đ71–72",              about=About.OPEN_CASE),
    Move(f.MeasureEnded,           NONE, None, "security",          "end_measure",           "L08 Đ105",              "L25 Đ95",                 grounds="measure_end", about=About.ANY_CASE),
    Move(f.OrderAmended,           NONE, None, "amendment",         "amend_order",           "L08 Đ37.2",             "L25 Đ52.2",               about=About.ANY_CASE),
    Move(f.OrderWithdrawn,         NONE, None, "recall",            "withdraw_order",        "L08 Đ37.1, 37.3",       "L25 Đ52.1, 52.4",         grounds="recall", about=About.ANY_CASE),
    Move(f.CertificateRequested,   NONE, None, "party_request",           "request_certificate",   "L08 Đ53; N62 Đ37",      "N152 Đ32.3",              about=About.ANY_CASE),
    Move(f.CertificateIssued,      NONE, None, "result_certificate", "issue_certificate",    "L08 Đ53; N62 Đ37",      "N152 Đ32.3",              about=About.ANY_CASE),
    Move(f.FileChecked,            NONE, None, "archiving",         "check_file",            "T04 Đ32; T78 Đ7.1",     "T04 Đ32; T78 Đ7.1",       about=About.CLOSED_CASE),
    Move(f.FileArchived,           NONE, None, "archiving",         "archive_file",          "T04 Đ32",               "T04 Đ32",                 about=About.CLOSED_CASE),
    Move(f.FileTakenOut,           NONE, None, "archive_withdrawal", "take_file_out",         "T04 Đ32.3",             "T04 Đ32.3",               about=About.CLOSED_CASE),
    Move(f.FileReturned,           NONE, None, "archive_withdrawal", "return_file",           "T04 Đ32.3",             "T04 Đ32.3",               about=About.CLOSED_CASE),
)}
# fmt: on
"""Every step after the decision; the decision itself opens the case (L08 Đ36; L25 Đ33–34)."""

OPENING_BASIS = {Regime.R2008: "L08 Đ36", Regime.R2025: "L25 Đ33–34"}


def opening_basis(on: date) -> str:
    """Return the article of the enforcement decision on the day."""
    return OPENING_BASIS[LAW.regime(on)]
