"""Who issues a paper and what it rests on, in words: head or bailiff, judgment, decision, earlier orders.

Names and titles are those of the day (Chi cục, Cục, THADS tỉnh: L08 Đ13, 22; L25 Đ17–22).
"""

from datetime import date

from thads.enforcement.cases.papers.dossier import Dossier
from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.histories import HistoryFact
from thads.enforcement.cases.rules.paper_kinds import papers_for
from thads.enforcement.cases.rules.state import INTERIM_GROUND
from thads.enforcement.cases.rules.vocabulary import JudgmentKind, SecurityKind
from thads.enforcement.documents.rules.papers import paper_kind
from thads.foundation.access.rules.viewer import Role
from thads.foundation.organisation.rules.agencies import AgencyKind, AgencyTree
from thads.kernel.text import write_date
from thads.law import LAW

BAILIFF_ACTS = frozenset({"security", "coercion"})
"""Acts a bailiff signs as bailiff, whoever else he is (L08 Đ20.5; L25 Đ25.5)."""


def head_of(tree: AgencyTree, code: str, *, on: date) -> str:
    """Return the head of the agency in whose name a paper goes out: “Chi cục trưởng Chi cục …”."""
    legal = tree.legal_agency(code)
    if legal not in tree:
        return LAW.label(Role.AGENCY_HEAD)
    agency = tree[legal]
    if agency.kind is AgencyKind.PRIVATE_OFFICE:
        return f"Trưởng {agency.name}"
    role = Role.CENTRAL_HEAD if agency.kind is AgencyKind.CENTRAL else Role.AGENCY_HEAD
    words = LAW.signing.title(role.value, agency.kind.value, on=on)
    before, takes_name, _after = words.partition("{agency}")
    if takes_name:
        return f"{before.strip().capitalize()} {agency.name.removeprefix('Cục ')}"
    title = words.capitalize() if words else LAW.label(role)
    return f"{title} {agency.name}"


def agency_name(dossier: Dossier, code: str) -> str:
    """Return the name an agency has on the day, what is written when it is none of ours."""
    return dossier.tree[code].name if code in dossier.tree else code


def issuing_name(dossier: Dossier) -> str:
    """Return the name of the agency in whose name the paper goes out."""
    return agency_name(dossier, dossier.tree.legal_agency(dossier.agency))


def issuer(dossier: Dossier, kind: str) -> str:
    """Return the line above the bases: the head, or the bailiff for what bailiffs order themselves."""
    if _act(dossier, kind) in BAILIFF_ACTS:
        post = "THỪA HÀNH VIÊN" if dossier.is_office else "CHẤP HÀNH VIÊN"
        return f"{post} {issuing_name(dossier).upper()}"
    issuing = dossier.fact.to_agency if isinstance(dossier.fact, f.FilePulledUp) else dossier.agency
    if kind == "annulment_decision":
        issuing = superior(dossier)
    return head_of(dossier.tree, issuing, on=dossier.on).upper()


def superior(dossier: Dossier) -> str:
    """Return the agency above the one that issued, which annuls what that one does not mend."""
    legal = dossier.tree.legal_agency(dossier.agency)
    parent = dossier.tree[legal].parent if legal in dossier.tree else None
    return parent or dossier.agency


def _act(dossier: Dossier, kind: str) -> str:
    """Return the act of the paper; a correction is of whoever ordered what it corrects, an exit ban of the
    head.
    """
    if dossier.measure is not None and dossier.measure.kind is SecurityKind.EXIT_BAN:
        return "exit_ban"
    target = target_of(dossier)
    if target is not None and kind != "annulment_decision":
        return paper_kind(_code_of(dossier, target)).act if _code_of(dossier, target) else ""
    return paper_kind(kind).act


def judgment(opening: f.DecisionIssued) -> str:
    """Return the judgment in words; parts that a history lacks are left out."""
    name = _judgment_name(opening)
    number = f" số {opening.judgment_no}" if opening.judgment_no else ""
    day = f" ngày {write_date(opening.judgment_on)}" if opening.judgment_on else ""
    court = f" của {opening.court}" if opening.court else ""
    return f"{name}{number}{day}{court}"


def _judgment_name(opening: f.DecisionIssued) -> str:
    """Tell a decision from a judgment by its number, an award by its kind [derived]."""
    if opening.ground == INTERIM_GROUND:
        return "Quyết định áp dụng biện pháp khẩn cấp tạm thời"
    if opening.judgment_kind is JudgmentKind.BANKRUPTCY:
        return "Quyết định"
    if opening.judgment_kind is JudgmentKind.ARBITRATION:
        return "Phán quyết trọng tài"
    if not opening.judgment_no:
        return "Bản án, quyết định"
    return "Quyết định" if "QĐ" in opening.judgment_no.upper() else "Bản án"


def decision(dossier: Dossier) -> str:
    """Return the enforcement decision in words: number, day, who issued it."""
    number = dossier.opening.decision_no
    on = dossier.opened_on
    written = f"Quyết định thi hành án{f' số {number}' if number else ''} ngày {write_date(on)}"
    return f"{written} của {head_of(dossier.opened_tree, dossier.agency, on=on)}"


def order_words(dossier: Dossier, line: HistoryFact) -> str:
    """Return an order of the case in words: how it is called, number and day."""
    if isinstance(line.fact, f.DecisionIssued):
        return decision(dossier)
    code = _code_of(dossier, line)
    name = paper_kind(code).title if code else "Quyết định"
    number = f" số {line.order_no}" if line.order_no else ""
    return f"{name}{number} ngày {write_date(line.took_effect)}"


def target_of(dossier: Dossier) -> HistoryFact | None:
    """Return the order that the fact amends or withdraws."""
    if isinstance(dossier.fact, f.OrderAmended | f.OrderWithdrawn):
        return dossier.fact_at(dossier.fact.of)
    return None


def last_order(dossier: Dossier, *kinds: type[f.CaseFact], no: int | None = None) -> str:
    """Return the latest order of these kinds before the fact, in words; of one measure when numbered."""
    for line in reversed(dossier.lines[: dossier.place]):
        fits = isinstance(line.fact, kinds) and (no is None or getattr(line.fact, "no", None) == no)
        if fits:
            return order_words(dossier, line)
    return decision(dossier)


def _code_of(dossier: Dossier, line: HistoryFact) -> str:
    assert line.fact is not None
    refs = papers_for(line.fact, on=line.took_effect, bailiff_before="", is_office=dossier.is_office)
    return refs[0].kind if refs else ""
