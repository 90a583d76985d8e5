"""What is wrong with an uploaded master: harmless first, then its words, then a trial with samples."""

from thads.enforcement.documents.rules.checking import faults_of
from thads.enforcement.documents.rules.papers import PaperKind, PaperVariant
from thads.enforcement.documents.shipped import shipped_master
from thads.enforcement.documents.word.filling import fill
from thads.enforcement.documents.word.reading import check_harmless, template_of
from thads.kernel.refusals import Problem, Refusal


def faults_of_upload(content: bytes, kind: PaperKind, variant: PaperVariant) -> tuple[Problem, ...]:
    """Return the faults of a .docx as a master, in the order of its paragraphs; refuses what is no harmless
    .docx at all.
    """
    check_harmless(content)
    needs_basis = shipped_master(kind.code, variant.code).has_basis
    found = faults_of(template_of(content), kind, needs_basis=needs_basis)
    return found or _trial(content, kind)


def _trial(content: bytes, kind: PaperKind) -> tuple[Problem, ...]:
    try:
        fill(content, kind.context(kind.sample()), paper=kind.title)
    except Refusal as refusal:
        return (Problem(refusal.code, basis=refusal.basis, details=refusal.details),)
    return ()
