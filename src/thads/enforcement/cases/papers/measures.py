"""What papers of security and coercion say (L08 Đ46, 66–73, 105; L25 Đ66–72, 95; N152 Đ43–51)."""

from thads.enforcement.cases.papers import heading, rows
from thads.enforcement.cases.papers.dossier import Dossier
from thads.enforcement.cases.papers.following import Context, ground
from thads.enforcement.cases.papers.terms import term
from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.measures import Measure
from thads.enforcement.cases.rules.paper_kinds import CHILD_WORDS, REINSTATEMENT_WORDS
from thads.enforcement.cases.rules.vocabulary import CoercionKind, PartyRole, SecurityKind
from thads.kernel.names import fold
from thads.kernel.text import write_date
from thads.law import LAW


def measuring(dossier: Dossier) -> Context:
    """Return what a paper on a measure says besides."""
    match dossier.fact:
        case f.SecurityOrdered():
            return _secured(dossier, dossier.fact)
        case f.CoercionDecided():
            return _coerced(dossier, dossier.fact)
        case f.MeasureEnded():
            return {**_measure(dossier), **ground(dossier, "measure_end", dossier.fact.ground)}
        case f.CoercionPrepared():
            content = dossier.fact.content
            planned = dossier.fact.planned_on or (dossier.measure.planned_on if dossier.measure else None)
            return {**_measure(dossier), "planned_on": planned, "content": content, "cost": 0}
        case _:
            return {}


def _measure(dossier: Dossier) -> Context:
    """Return the measure that a later fact is about, and the order that brought it about."""
    one = dossier.measure
    no = getattr(dossier.fact, "no", None)
    earlier = heading.last_order(dossier, f.SecurityOrdered, f.CoercionDecided, no=no)
    return {
        "earlier": earlier,
        "measure": _name(one.kind) if one else "",
        "subject": one.subject if one else "",
        "holder": one.holder if one else "",
        "complaint_term": term(_limit(one), dossier.on),
    }


def _limit(measure: Measure | None) -> str:
    is_security = measure is not None and measure.is_security
    return "complaint.limit_security" if is_security else "complaint.limit_coercion"


def _name(kind: SecurityKind | CoercionKind) -> str:
    label = LAW.label(kind)
    return label[:1].lower() + label[1:]


def _secured(dossier: Dossier, fact: f.SecurityOrdered) -> Context:
    freeze = fact.measure is SecurityKind.FREEZE
    limit = "complaint.limit_freeze" if freeze else "complaint.limit_security"
    coerce = "security.coerce_after_freeze" if freeze else "security.coerce_after_hold"
    evidence = [f"Biên bản ngày {write_date(fact.minutes_on)}"] if fact.minutes_on else []
    evidence += [f"yêu cầu của {fact.requested_by}"] if fact.requested_by else []
    return {
        "subject": fact.subject,
        "holder": fact.holder,
        "value": fact.value,
        "evidence": " và ".join(evidence),
        "coerce_term": term(coerce, dossier.on),
        "report_term": term("security.bank_report", dossier.on),
        "complaint_term": term(limit, dossier.on),
    }


def _coerced(dossier: Dossier, fact: f.CoercionDecided) -> Context:
    exception = ground(dossier, "coercion_exception", fact.exception)["ground"] if fact.exception else ""
    words = str(exception)
    creditors = rows.people(dossier, PartyRole.CREDITOR)
    return {
        "subject": fact.subject,
        "value": fact.value,
        "planned_on": fact.planned_on,
        "exception": words[:1].lower() + words[1:],
        "dissipation": fact.dissipation,
        "creditor_names": "; ".join(str(row["name"]) for row in creditors),
        "income_limit": str(LAW.value("income.deduction", on=dossier.on).value),
        "transfer_term": term("coercion.deduction_transfer", dossier.on),
        "exploitation_term": term("coercion.exploitation_contract", dossier.on),
        "forced_term": term(_forced(dossier, fact), dossier.on),
        "complaint_term": term("complaint.limit_coercion", dossier.on),
    }


def _forced(dossier: Dossier, fact: f.CoercionDecided) -> str:
    """Return which time is set for a forced act: of a child, of labour, or of any other (L08 Đ118–121; L25
    Đ91–94).
    """
    said = fold(f"{fact.subject} {' '.join(duty.content for duty in dossier.opening.duties)}")
    if any(word in said for word in CHILD_WORDS):
        return "coercion.forced_act_child"
    if any(word in said for word in REINSTATEMENT_WORDS):
        return "coercion.reinstatement"
    return "coercion.forced_act"
