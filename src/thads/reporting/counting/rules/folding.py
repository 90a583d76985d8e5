"""A compact fold of a case for the spans: plain tuples instead of dataclasses, only touched lines change.

It must give what `cases.rules.state.fold` gives; a property test holds the two together. It exists because
a first build folds every fact of a ledger several times over, and because a case may have 43,000 lines.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from thads.enforcement.cases.rules import facts
from thads.enforcement.cases.rules.state import RESTING
from thads.enforcement.cases.rules.vocabulary import CLOSED, IntakeRoute, ObligationStatus, VerificationResult
from thads.kernel.money import Dong

S = ObligationStatus
Payload = Mapping[str, Any]


class CaseSnap(NamedTuple):
    """What the forms need of a case itself; changes only when the case itself changes."""

    number: str
    agency: str
    bailiff: str
    initiation: str
    judgment_kind: str
    route: str
    from_agency: str
    flags: tuple[str, ...]
    decided_on: date
    carried_on: date | None = None


class LineSnap(NamedTuple):
    """One obligation: kind, amount, where it stands and why, and where each đồng went."""

    kind: str
    amount: Dong
    status: str
    ground: str = ""
    collected: Dong = 0
    terminated: Dong = 0
    reduced: Dong = 0
    delegated: Dong = 0
    pulled_up: Dong = 0
    recalled: Dong = 0

    @property
    def remaining(self) -> Dong:
        return self.amount - sum(self[4:])


Lines = dict[int, LineSnap]
Changed = dict[int, LineSnap]

_CLOSED = frozenset(str(status) for status in CLOSED)
_RESTING = frozenset(str(status) for status in RESTING)
_BEFORE_NOTICE = frozenset({str(S.DECIDED), str(S.ASSIGNED)})
_BEFORE_VERIFICATION = _BEFORE_NOTICE | {str(S.VOLUNTARY), str(S.VERIFYING)}


def opened(payload: Payload, *, agency: str, on: date) -> tuple[CaseSnap, Lines]:
    """Return the case and its lines as the enforcement decision opens them."""
    bailiff = payload.get("bailiff", "")
    status = str(S.ASSIGNED if bailiff else S.DECIDED)
    case = CaseSnap(
        payload["number"], agency, bailiff, payload["initiation"], payload["judgment_kind"],
        payload.get("route", str(IntakeRoute.NEW)), payload.get("from_agency", ""),
        tuple(payload.get("flags", ())), on,
    )  # fmt: skip
    return case, {
        duty["no"]: LineSnap(duty["kind"], duty.get("amount", 0), status) for duty in payload["duties"]
    }


def changed_lines(lines: Lines, kind: str, payload: Payload) -> Changed:
    """Return the lines that a fact changes, as they are after it (any fact but the opening one)."""
    change = _CHANGES.get(kind)
    return change(lines, payload) if change is not None else {}


def _touched(lines: Lines, payload: Payload) -> Mapping[int, Dong | None]:
    parts = payload.get("parts")
    if parts:
        return {part["no"]: part.get("amount") for part in parts if part["no"] in lines}
    return {no: None for no, line in lines.items() if line.status not in _CLOSED}


def _moved(
    lines: Lines, payload: Payload, to: str, *, only: frozenset[str] | None = None, ground: str = ""
) -> Changed:
    return {
        no: line._replace(status=to, ground=ground)
        for no in _touched(lines, payload)
        if (line := lines[no]).status not in _CLOSED and (only is None or line.status in only)
    }


def _closed(lines: Lines, payload: Payload, to: str, account: str, ground: str) -> Changed:
    changed = {}
    for no, asked in _touched(lines, payload).items():
        line = lines[no]
        if line.status in _CLOSED:
            continue
        taken = line.remaining if asked is None else asked
        booked = line._replace(**{account: getattr(line, account) + taken})
        stays_open = asked is not None and booked.remaining > 0
        changed[no] = booked if stays_open else booked._replace(status=to, ground=ground)
    return changed


def _credited(lines: Lines, payload: Payload, account: str) -> Changed:
    changed = {}
    for no, asked in _touched(lines, payload).items():
        line = lines[no]
        taken = line.remaining if asked is None else asked
        changed[no] = line._replace(**{account: getattr(line, account) + taken})
    return changed


def _assigned(lines: Lines, payload: Payload) -> Changed:
    return _moved(lines, {}, str(S.ASSIGNED), only=frozenset({str(S.DECIDED)}))


def _served(lines: Lines, payload: Payload) -> Changed:
    return _moved(lines, {}, str(S.VOLUNTARY), only=_BEFORE_NOTICE)


def _verified(lines: Lines, payload: Payload) -> Changed:
    found = S.ENFORCING if payload["result"] == VerificationResult.ABLE else S.VERIFYING
    return _moved(lines, payload, str(found), only=_BEFORE_VERIFICATION)


_CARRIED = ("collected", "terminated", "reduced", "delegated", "recalled")


def _carried(lines: Lines, payload: Payload) -> Changed:
    """Put each line where the old books had it."""
    return {
        told["no"]: lines[told["no"]]._replace(
            status=told["status"], ground=told.get("ground", ""),
            **{account: told.get(account, 0) for account in _CARRIED},
        )
        for told in payload["lines"]
        if told["no"] in lines
    }  # fmt: skip


_CHANGES: dict[str, Callable[[Lines, Payload], Changed]] = {
    facts.CarriedOver.kind: _carried,
    facts.BailiffAssigned.kind: _assigned,
    facts.NoticeServed.kind: _served,
    facts.Verified.kind: _verified,
    facts.UnableDecided.kind: lambda lines, p: _moved(lines, p, str(S.UNABLE), ground=p["ground"]),
    facts.Resumed.kind: lambda lines, p: _moved(lines, p, str(S.ENFORCING), only=_RESTING),
    facts.MovedToSeparateLedger.kind: lambda lines, p: _moved(
        lines, p, str(S.SEPARATE_LEDGER), only=frozenset({str(S.UNABLE)})
    ),
    facts.Deferred.kind: lambda lines, p: _moved(lines, p, str(S.DEFERRED), ground=p["ground"]),
    facts.Suspended.kind: lambda lines, p: _moved(lines, p, str(S.SUSPENDED), ground=p["cause"]),
    facts.Terminated.kind: lambda lines, p: _closed(lines, p, str(S.TERMINATED), "terminated", p["ground"]),
    facts.DelegatedOut.kind: lambda lines, p: _closed(
        lines, p, str(S.DELEGATED_OUT), "delegated", p["to_agency"]
    ),
    facts.RequestReturned.kind: lambda lines, p: _closed(
        lines, p, str(S.REQUEST_RETURNED), "terminated", p["ground"]
    ),
    facts.ClosedOtherwise.kind: lambda lines, p: _closed(
        lines, p, str(S.CLOSED_OTHERWISE), "terminated", p["ground"]
    ),
    facts.HandedToAgency.kind: lambda lines, p: _closed(
        lines, {}, str(S.RECALLED), "recalled", p["to_agency"]
    ),
    facts.OrderWithdrawn.kind: lambda lines, p: (
        _moved(lines, p, str(S.ENFORCING), only=_RESTING) if p.get("resumes") else {}
    ),
    facts.FilePulledUp.kind: lambda lines, p: _closed(
        lines, {}, str(S.PULLED_UP), "pulled_up", p["to_agency"]
    ),
    facts.DecisionRecalled.kind: lambda lines, p: _closed(lines, p, str(S.RECALLED), "recalled", p["ground"]),
    facts.MoneyCollected.kind: lambda lines, p: _credited(lines, p, "collected"),
    facts.DutyReduced.kind: lambda lines, p: _credited(lines, p, "reduced"),
    facts.Performed.kind: lambda lines, p: _moved(lines, p, str(S.PERFORMED)),
}
