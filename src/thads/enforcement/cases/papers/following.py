"""What every paper after the decision says, and what each of those that rest, end or pass on says besides."""

from thads.enforcement.cases.papers import heading, rows
from thads.enforcement.cases.papers.dossier import Dossier
from thads.enforcement.cases.papers.terms import term
from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.moves import MOVES
from thads.enforcement.cases.rules.state import ObligationState
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.enforcement.cases.rules.vocabulary import PartyRole
from thads.kernel.text import write_date, write_dong
from thads.law import LAW

Context = dict[str, object]

NO_INTEREST = frozenset({"parties_agree", "protest_holder_request"})
"""Deferrals during which no late interest runs (L08 Đ48.1c, 48.2; L25 Đ46)."""

BY_AGREEMENT = "parties_agree"


def following(dossier: Dossier, kind: str) -> Context:
    """Return what each paper after the decision says, whatever it is about."""
    about = rows.touched_rows(dossier)
    bailiff = dossier.after.bailiff or dossier.bailiff_before
    return {
        "issuer": heading.issuer(dossier, kind),
        "judgment": heading.judgment(dossier.opening),
        "decision": heading.decision(dossier),
        "bailiff_name": dossier.name_of(bailiff) if bailiff else "",
        "debtors": rows.people(dossier, PartyRole.DEBTOR),
        "creditors": rows.people(dossier, PartyRole.CREDITOR),
        "duties": about,
        "total": sum(int(str(row["amount"])) for row in about),
        "complaint_term": term("complaint.limit_before_measures", dossier.on),
        "partial": rows.is_partial(dossier),
        "addressee": _addressee(dossier),
    }


def _addressee(dossier: Dossier) -> str:
    """Return to whom a notice is written: the party that asked, else creditors, else all parties."""
    if isinstance(dossier.fact, f.CertificateIssued):
        return dossier.fact.to
    if isinstance(dossier.fact, f.BailiffChangeRefused):
        return _asker(dossier) or "Đương sự"
    people = rows.people(dossier, PartyRole.CREDITOR)
    if isinstance(dossier.fact, f.CoercionPrepared):
        people = (*rows.people(dossier, PartyRole.DEBTOR), *people)
    return "; ".join(str(row["name"]) for row in people) or "Đương sự"


def _asker(dossier: Dossier) -> str:
    for line in reversed(dossier.lines[: dossier.place]):
        if isinstance(line.fact, f.BailiffChangeRequested):
            return line.fact.by
    return ""


def ground(dossier: Dossier, kind: str, code: str) -> Context:
    """Return article and words of a ground as the law's list has them on the day."""
    listed = next((one for one in LAW.grounds(kind, on=dossier.on) if one.code == code), None)
    if listed is None:
        basis = MOVES[type(dossier.fact)].basis(dossier.on)
        return {"ground_basis": LAW.cite(basis), "ground": code or "Theo quy định của pháp luật"}
    return {"ground_basis": LAW.cite(listed.basis), "ground": listed.vi}


# ---------------------------------------------------------------- rest


def resting(dossier: Dossier) -> Context:
    """Return what a paper by which work stops or goes on says besides."""
    match dossier.fact:
        case f.UnableDecided(ground=code):
            return {**ground(dossier, "unable", code), "evidence": _minutes(dossier.fact)}
        case f.Resumed():
            return {**_resumed(dossier, dossier.fact), "earlier": _rest_order(dossier)}
        case f.MovedToSeparateLedger():
            return {
                "earlier": heading.last_order(dossier, f.UnableDecided),
                "unable_term": term(_ledger_term(dossier), dossier.on),
                "verifications": dossier.after.verifications,
            }
        case f.RequestReturned(ground=code):
            earlier = heading.last_order(dossier, f.UnableDecided)
            return {**ground(dossier, "request_return", code), "earlier": earlier}
        case f.Deferred():
            return _deferred(dossier, dossier.fact)
        case f.Suspended():
            cause = ground(dossier, "suspension", dossier.fact.cause.value)
            return {**cause, "collected": dossier.after.collected}
        case _:
            return {}


def _minutes(fact: f.UnableDecided) -> str:
    """Return the minutes of verification on which the decision rests (L08 Đ44a; L25 Đ38)."""
    if fact.minutes_on is None:
        return ""
    return f"Biên bản xác minh điều kiện thi hành án ngày {write_date(fact.minutes_on)}"


def _ledger_term(dossier: Dossier) -> str:
    """Return which time was waited: the long one when the address is unknown (N62 Đ9.5; N152 Đ22.1)."""
    codes = {line.ground for line in (dossier.before or dossier.after).obligations}
    return "unable.separate_ledger_long" if "address_unknown" in codes else "unable.separate_ledger"


def _deferred(dossier: Dossier, fact: f.Deferred) -> Context:
    return {
        **ground(dossier, "deferral", fact.ground),
        "until": fact.until,
        "no_interest": fact.ground in NO_INTEREST,
        "by_agreement": fact.ground == BY_AGREEMENT,
    }


_ENDED_REST = {
    S.UNABLE: ("able_again", (f.UnableDecided,)),
    S.SEPARATE_LEDGER: ("able_again", (f.UnableDecided,)),
    S.DEFERRED: ("deferral_ended", (f.Deferred,)),
    S.SUSPENDED: ("", (f.Suspended,)),
}


def _resting_line(dossier: Dossier) -> ObligationState | None:
    lines = (dossier.before or dossier.after).obligations
    named = {part.no for part in getattr(dossier.fact, "parts", ())}
    return next((one for one in lines if one.status in _ENDED_REST and (not named or one.no in named)), None)


def _resumed(dossier: Dossier, fact: f.Resumed) -> Context:
    line = _resting_line(dossier)
    code = fact.ground or (_ENDED_REST[line.status][0] if line else "")
    if not code:
        basis = LAW.cite(MOVES[f.Resumed].basis(dossier.on))
        return {"ground_basis": basis, "ground": "Căn cứ tạm đình chỉ thi hành án không còn"}
    return ground(dossier, "resumption", code)


def _rest_order(dossier: Dossier) -> str:
    line = _resting_line(dossier)
    kinds = _ENDED_REST[line.status][1] if line else (f.UnableDecided, f.Deferred, f.Suspended)
    return heading.last_order(dossier, *kinds)


# ---------------------------------------------------------------- ends


def ending(dossier: Dossier) -> Context:
    """Return what a paper that ends, passes on or certifies says besides."""
    match dossier.fact:
        case f.Terminated(ground=code):
            return {**ground(dossier, "termination", code), "by_agreement": code == BY_AGREEMENT}
        case f.DelegatedOut():
            return _delegated(dossier, dossier.fact)
        case f.FilePulledUp():
            return {
                "to_agency": heading.agency_name(dossier, dossier.fact.to_agency),
                "from_agency": heading.issuing_name(dossier),
            }
        case f.RightsTransferred():
            return _transferred(dossier, dossier.fact)
        case f.ClosedOtherwise(ground=code):
            return ground(dossier, "other_closure", code)
        case f.HandedToAgency(ground=code):
            words = ground(dossier, "office_handover", code)
            return {**words, "to_agency": heading.agency_name(dossier, dossier.fact.to_agency)}
        case f.CertificateIssued():
            return _certified(dossier, dossier.fact)
        case _:
            return {}


def delegated_recall(dossier: Dossier) -> Context:
    """Return what the recall that goes with a delegation says (L08 Đ57; L25 Đ52.1d)."""
    assert isinstance(dossier.fact, f.DelegatedOut)
    to = heading.agency_name(dossier, dossier.fact.to_agency)
    return {
        **ground(dossier, "recall", "delegated"),
        "consequence": f"Nội dung bị thu hồi do {to} tổ chức thi hành theo quyết định ủy thác.",
    }


def _delegated(dossier: Dossier, fact: f.DelegatedOut) -> Context:
    return {
        "to_agency": heading.agency_name(dossier, fact.to_agency),
        "ground": ground(dossier, "delegation", fact.ground)["ground"] if fact.ground else "",
        "done": _done(dossier),
        "in_progress": _in_progress(dossier),
    }


def _done(dossier: Dossier) -> str:
    duties = dossier.duties
    lines = (line for line in dossier.after.obligations if line.collected)
    return "; ".join(f"{rows.what(duties[line.no])}: đã thu {write_dong(line.collected)}" for line in lines)


def _in_progress(dossier: Dossier) -> str:
    standing = dossier.after.standing_measures
    return "; ".join(f"{LAW.label(one.kind).lower()} đối với {one.subject}" for one in standing)


def _transferred(dossier: Dossier, fact: f.RightsTransferred) -> Context:
    lines = [one.duty for one in rows.touched(dossier)]
    of_creditor = fact.role is PartyRole.CREDITOR
    old = dict.fromkeys(duty.creditor if of_creditor else duty.debtor for duty in lines)
    return {
        "of_creditor": of_creditor,
        "new_party": fact.to,
        "new_address": fact.address,
        "new_id_number": fact.id_number,
        "old_parties": "; ".join(name for name in old if name),
        "reason": fact.reason,
    }


def _certified(dossier: Dossier, fact: f.CertificateIssued) -> Context:
    duties = dossier.duties
    return {
        "results": tuple(_result(rows.what(duties[line.no]), line) for line in dossier.after.obligations),
        "whole": all(line.status is S.PERFORMED for line in dossier.after.obligations),
        "content": fact.content,
    }


def _result(what: str, line: ObligationState) -> rows.Row:
    return {
        "what": what,
        "owed": line.amount,
        "done": line.collected + (line.remaining if line.status is S.PERFORMED else 0),
        "ended": line.terminated + line.reduced,
        "passed": line.delegated + line.pulled_up + line.recalled,
        "rest": line.remaining if line.is_open else 0,
    }
