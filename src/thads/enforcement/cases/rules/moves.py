# ruff: noqa: E501  (a law table: one row a line, however long)
"""The table of lawful steps: which fact may touch an obligation in which status, under which article.

One row per line, like a law table (process.md 2.2). A step whose article changed on 1/7/2026 carries both;
a step that exists under one regime only carries its span. Numbers of days and grounds are not here but in
the law's data.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.law import LAW, Regime

L08_SINCE = date(2009, 7, 1)
L25_SINCE = date(2026, 7, 1)

FRESH = frozenset({S.DECIDED, S.ASSIGNED})
WORKING = frozenset({S.DECIDED, S.ASSIGNED, S.VOLUNTARY, S.VERIFYING, S.ENFORCING})
RESTING = frozenset({S.UNABLE, S.SEPARATE_LEDGER, S.DEFERRED, S.SUSPENDED})
OPEN = WORKING | RESTING
EXAMINED = frozenset({S.VERIFYING, S.ENFORCING})


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
)}
# fmt: on
"""Every step after the decision; the decision itself opens the case (L08 Đ36; L25 Đ33–34)."""

OPENING_BASIS = {Regime.R2008: "L08 Đ36", Regime.R2025: "L25 Đ33–34"}


def opening_basis(on: date) -> str:
    """Return the article of the enforcement decision on the day."""
    return OPENING_BASIS[LAW.regime(on)]
