"""What minutes say of themselves; place, persons present and words spoken come from whoever makes them."""

from thads.enforcement.cases.papers import heading
from thads.enforcement.cases.papers.dossier import Dossier
from thads.enforcement.cases.papers.following import Context
from thads.enforcement.cases.papers.terms import term
from thads.enforcement.cases.rules import facts as f
from thads.law import LAW

BLANK = "……………………………………"
"""Room to write by hand where the fact does not say."""


def minuting(dossier: Dossier, common: Context) -> Context:
    """Return what minutes say besides what every paper of the case says."""
    place = f"trụ sở {heading.issuing_name(dossier)}"
    base: Context = {
        "place": place,
        "debtor_names": _names(common, "debtors"),
        "creditor_names": _names(common, "creditors"),
    }
    match dossier.fact:
        case f.Verified():
            return {**base, **_verified(dossier.fact, place)}
        case f.NoticeServed():
            return {**base, **_served(dossier, dossier.fact)}
        case f.AgreementRecorded():
            return {**base, "content": dossier.fact.content, "until": dossier.fact.until}
        case f.CoercionCarriedOut():
            return {**base, **_coerced(dossier, dossier.fact, common)}
        case _:
            return base


def _names(common: Context, who: str) -> str:
    rows = common.get(who)
    return ", ".join(str(row["name"]) for row in rows) if isinstance(rows, tuple) and rows else BLANK


def _verified(fact: f.Verified, place: str) -> Context:
    return {
        "place": fact.place or place,
        "content": fact.findings or BLANK,
        "result": LAW.label(fact.result),
        "confirmed_by": fact.confirmed_by,
    }


def _served(dossier: Dossier, fact: f.NoticeServed) -> Context:
    return {
        "subject": heading.decision(dossier),
        "recipient": fact.recipient,
        "manner": fact.manner[:1].lower() + fact.manner[1:],
        "posting_term": term("notice.posting", dossier.on),
    }


def _coerced(dossier: Dossier, fact: f.CoercionCarriedOut, common: Context) -> Context:
    one = dossier.measure
    label = LAW.label(one.kind) if one else ""
    return {
        "subject": one.subject if one else BLANK,
        "measure": label[:1].lower() + label[1:],
        "earlier": heading.last_order(dossier, f.CoercionDecided, no=fact.no),
        "content": fact.result or BLANK,
        "time_of_day": fact.begun_at,
        "giver": _names(common, "debtors"),
        "recipient": _names(common, "creditors"),
    }
