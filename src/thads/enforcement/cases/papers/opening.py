"""What the decision that opens a case says (L08 Đ36.3; N62 Đ6–7; L25 Đ33–34; N152 Đ8, 11–12)."""

from thads.enforcement.cases.papers import heading, rows
from thads.enforcement.cases.papers.dossier import Dossier
from thads.enforcement.cases.papers.terms import term, term_days
from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.paper_kinds import RETURNS
from thads.enforcement.cases.rules.vocabulary import IntakeRoute, PartyRole
from thads.enforcement.cases.rules.vocabulary import ObligationKind as K
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Regime

register_sentences(
    {
        "cases.recipient_needed": "Quyết định trả lại tiền, tài sản, giấy tờ phải ghi người được trả lại; "
        "hãy ghi người được thi hành án của khoản {no}, kể cả khi ra quyết định chủ động.",
        "cases.paper_debtor_needed": "Quyết định thi hành án phải ghi người phải thi hành án; hãy bổ sung "
        "người phải thi hành án của bản án, quyết định.",
    }
)

_DISPOSED = frozenset({K.CONFISCATE, K.DESTROY, K.LAND_RECALL})


def opening(dossier: Dossier, kind: str) -> dict[str, object]:
    """Return the context of a decision that opens a case; refuse a return without the one to whom it is."""
    duties = dossier.opening.duties
    owed = [duty for duty in duties if duty.kind not in RETURNS | _DISPOSED]
    listed = owed if kind == "decision_combined" else list(duties)
    return {
        "issuer": heading.issuer(dossier, kind),
        "judgment": heading.judgment(dossier.opening),
        "delegation": _delegation(dossier),
        "bailiff_name": dossier.name_of(dossier.opening.bailiff) if dossier.opening.bailiff else "",
        "request": dossier.request,
        "debtors": _debtors(dossier),
        "creditors": _creditors(dossier),
        "joint": rows.is_joint(duties),
        "total": 0 if rows.is_joint(duties) else sum(duty.amount for duty in listed),
        "voluntary_days": term_days("voluntary.period", dossier.on),
        **_terms(dossier),
        **_what(dossier, kind, listed),
    }


def _what(dossier: Dossier, kind: str, owed: list[f.Duty]) -> dict[str, object]:
    """Return the rows of duties, or of things, that the kind of decision lists."""
    duties = dossier.opening.duties
    kept_at = _kept_at(dossier)
    if kind.startswith("decision_return") or kind == "decision_damages_collected":
        return {"recipients": recipients(dossier), "duties": rows.thing_rows(duties, kept_at)}
    if kind in {"decision_confiscation", "decision_destruction", "decision_land_recall"}:
        return {"duties": rows.thing_rows(duties, kept_at)}
    if kind in {"decision_interim", "decision_bankruptcy"}:
        return {"duties": rows.duty_rows(owed, in_own_words=True)}
    return {
        "duties": rows.duty_rows(owed),
        "confiscated": rows.thing_rows(_of(duties, K.CONFISCATE, K.LAND_RECALL), kept_at),
        "destroyed": rows.thing_rows(_of(duties, K.DESTROY), kept_at),
        "returned": rows.thing_rows(_checked(_of(duties, *RETURNS)), kept_at),
    }


def _of(duties: tuple[f.Duty, ...], *kinds: K) -> tuple[f.Duty, ...]:
    return tuple(duty for duty in duties if duty.kind in kinds)


def _checked(returned: tuple[f.Duty, ...]) -> tuple[f.Duty, ...]:
    for duty in returned:
        if not duty.creditor.strip():
            raise Refusal("cases.recipient_needed", basis="L08 Đ36.3; L25 Đ33.2b", no=duty.no)
    return returned


def recipients(dossier: Dossier) -> tuple[rows.Row, ...]:
    """Return to whom money, things or papers are returned: the creditors the duties name, else those of the
    judgment; refuse a decision that names nobody (L08 Đ36.3; N62 Đ6.2; L25 Đ33.2b).
    """
    duties = dossier.opening.duties
    named = rows.persons_named(dossier.parties, (duty.creditor for duty in duties))
    found = named or rows.persons(dossier.parties, PartyRole.CREDITOR)
    if not found:
        raise Refusal("cases.recipient_needed", basis="L08 Đ36.3; L25 Đ33.2b", no=duties[0].no)
    return found


def _debtors(dossier: Dossier) -> tuple[rows.Row, ...]:
    """Return who must perform: those the duties name, else the debtors of the judgment."""
    named = rows.persons_named(dossier.parties, (duty.debtor for duty in dossier.opening.duties))
    return named or rows.persons(dossier.parties, PartyRole.DEBTOR)


def _creditors(dossier: Dossier) -> tuple[rows.Row, ...]:
    named = rows.persons_named(dossier.parties, (duty.creditor for duty in dossier.opening.duties))
    return named or rows.persons(dossier.parties, PartyRole.CREDITOR)


def _delegation(dossier: Dossier) -> str:
    if dossier.opening.route is not IntakeRoute.DELEGATED_IN:
        return ""
    sender = heading.agency_name(dossier, dossier.opening.from_agency)
    return f"quyết định ủy thác thi hành án của {sender}"


def _kept_at(dossier: Dossier) -> str:
    """Return where exhibits lie when nothing else is said: the agency's store, since 2026 the store of the
    police or army (L08 Đ122–123; L25 Đ56, 114.1) [derived].
    """
    if LAW.regime(dossier.on) is Regime.R2025:
        return "kho vật chứng của cơ quan Công an, quân đội đang bảo quản"
    return f"kho vật chứng của {heading.issuing_name(dossier)}"


def _terms(dossier: Dossier) -> dict[str, object]:
    on = dossier.on
    paper = term("evidence.return_paper", on)
    only_papers = all(duty.kind is K.RETURN_PAPER for duty in dossier.opening.duties)
    return {
        "complaint_term": term("complaint.limit_before_measures", on),
        "absent_term": term("money.payee_absent", on),
        "unclaimed_term": term("money.unclaimed", on),
        "come_within": paper if only_papers else term("evidence.return_asset", on),
        "asset_within": term("evidence.return_asset", on),
        "paper_within": paper,
        "handover_term": term("evidence.confiscated_handover", on),
        "budget_term": term("money.confiscated_to_budget", on),
        "council_term": term("evidence.destruction_council", on),
        "destruction_term": term("evidence.destruction", on),
    }
