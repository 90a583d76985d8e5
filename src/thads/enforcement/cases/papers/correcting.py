"""What papers say that assign a bailiff, mandate a verification, recall, annul or amend (L08 Đ36–37, 44.3;
L25 Đ32, 37.4, 52).
"""

from thads.enforcement.cases.papers import heading
from thads.enforcement.cases.papers.dossier import Dossier
from thads.enforcement.cases.papers.following import Context, ground
from thads.enforcement.cases.papers.terms import term
from thads.enforcement.cases.rules import facts as f

NOT_MENDED = "ban hành trái pháp luật mà người ban hành không tự thu hồi, sửa đổi"


def assigning(dossier: Dossier) -> Context:
    """Return what a paper on the bailiff or a mandate says besides."""
    match dossier.fact:
        case f.BailiffAssigned():
            return {
                "new_bailiff": dossier.name_of(dossier.fact.bailiff),
                "old_bailiff": dossier.name_of(dossier.bailiff_before),
                "reason": dossier.fact.reason,
                "file_term": term("file.open", dossier.on),
            }
        case f.BailiffChangeRefused():
            return {"old_bailiff": dossier.name_of(dossier.bailiff_before), "reason": dossier.fact.reason}
        case f.VerificationMandated():
            registered = dossier.fact.registered_assets
            key = "verification.mandate_registered" if registered else "verification.mandate_other"
            return {
                "to_agency": heading.agency_name(dossier, dossier.fact.to_agency),
                "content": dossier.fact.content,
                "registered_assets": registered,
                "answer_term": term(key, dossier.on),
            }
        case _:
            return {}


def correcting(dossier: Dossier) -> Context:
    """Return what a recall, an annulment or an amendment says besides."""
    match dossier.fact:
        case f.DecisionRecalled(ground=code):
            words = ground(dossier, "recall", code)
            return {**words, "earlier": heading.decision(dossier), "reason": NOT_MENDED}
        case f.OrderWithdrawn(ground=code):
            return {
                **ground(dossier, "recall", code),
                "earlier": _target(dossier),
                "reason": NOT_MENDED,
                "consequence": _consequence(dossier.fact),
            }
        case f.OrderAmended():
            return {"earlier": _target(dossier), "content": dossier.fact.content}
        case _:
            return {}


def _target(dossier: Dossier) -> str:
    target = heading.target_of(dossier)
    return heading.order_words(dossier, target) if target else heading.decision(dossier)


def _consequence(fact: f.OrderWithdrawn) -> str:
    ended = "Biện pháp áp dụng theo quyết định bị thu hồi chấm dứt." if fact.measure else ""
    resumed = "Việc thi hành án được tiếp tục." if fact.resumes else ""
    return " ".join(one for one in (ended, resumed) if one)
