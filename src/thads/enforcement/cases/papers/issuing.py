"""Papers of a case: issued with the act or on demand, shown before they are signed, copied from a book."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from thads.enforcement.cases.models import EnforcementCase
from thads.enforcement.cases.papers import heading
from thads.enforcement.cases.papers.contexts import context_of
from thads.enforcement.cases.papers.dossier import Dossier, Lines, dossier_of, dossier_of_new, dossier_to_open
from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.histories import HistoryFact
from thads.enforcement.cases.rules.paper_kinds import PaperRef, papers_for
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.documents.issuing import Issued, Subject, draft, issue_paper
from thads.enforcement.documents.rules.fields import FieldValue
from thads.enforcement.documents.rules.masters import LineKind
from thads.enforcement.documents.rules.pages import Preview
from thads.enforcement.documents.rules.rendering import UNKNOWN, PaperLine, plain_text
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation.queries import SignedBy
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "cases.paper_too_old": "Chưa có mẫu văn bản theo quy định của ngày {on}; mẫu có từ ngày {since}.",
        "cases.paper_not_of_fact": "Sự kiện này không có văn bản “{kind}”; các văn bản: {known}.",
    }
)

SUBJECT = "case"
COPY_MARK = "BẢN IN LẠI THEO SỔ, không thay thế bản chính"
NO_FIELDS: Mapping[str, FieldValue] = {}


def papers_due(dossier: Dossier) -> tuple[PaperRef, ...]:
    """Return the papers that the dossier's fact calls for; refuse a day before the masters' law."""
    since = LAW.sources.by_key["N62"].since
    if since is not None and dossier.on < since:
        raise Refusal("cases.paper_too_old", basis="N62", on=dossier.on, since=since)
    return papers_for(
        dossier.fact, on=dossier.on, bailiff_before=dossier.bailiff_before,
        measure=dossier.measure.kind if dossier.measure else None, is_office=dossier.is_office,
    )  # fmt: skip


def issue_for(
    viewer: Viewer,
    case: EnforcementCase,
    entry_seq: int,
    *,
    signed: SignedBy | None = None,
    lines: Lines | None = None,
    more: Mapping[str, FieldValue] = NO_FIELDS,
) -> tuple[Issued, ...]:
    """Issue the papers that the act itself writes: for the fact at a place of the case, in its transaction.

    `signed`: the signature checked when the fact was recorded; `lines`: its history when at hand. Facts that
    are no orders write nothing here, nor does an annulment by a superior out of the viewer's sight: that
    paper comes in. Refuses a return that names nobody to whom it is.
    """
    dossier = dossier_of(case, entry_seq, lines=lines)
    due = [ref for ref in papers_due(dossier) if ref.at_once and viewer.sees(_agency(dossier, ref.kind))]
    return tuple(
        _issue(viewer, case, dossier, ref, is_first=place == 0, signed=signed, more=more)
        for place, ref in enumerate(due)
    )


def issue_on_demand(
    viewer: Viewer,
    case: EnforcementCase,
    entry_seq: int,
    kind: str,
    *,
    signer: str = "",
    more: Mapping[str, FieldValue] = NO_FIELDS,
) -> Issued:
    """Issue minutes, a plan or a notice of a fact, with what only those present know (`more`); refuse a kind
    that the fact does not call for.
    """
    dossier = dossier_of(case, entry_seq)
    ref = _ref(dossier, kind)
    return issue_paper(
        viewer, agency=case.agency, kind=ref.kind, variant=ref.variant, on=dossier.on,
        fields=context_of(ref.kind, dossier, more), subject=Subject(SUBJECT, case.uuid, entry_seq),
        signer=signer or dossier.after.bailiff, bailiff=dossier.after.bailiff,
    )  # fmt: skip


def preview_of(
    viewer: Viewer,
    case_id: UUID,
    entry_seq: int,
    *,
    kind: str = "",
    more: Mapping[str, FieldValue] = NO_FIELDS,
) -> tuple[Preview, ...]:
    """Return the papers of a recorded fact as drafts, one kind of them when named; refuses a case out of
    sight.
    """
    dossier = dossier_of(_in_sight(viewer, case_id), entry_seq)
    return _drafts(viewer, dossier, kind=kind, more=more)


def preview(
    viewer: Viewer,
    case_id: UUID,
    fact: f.CaseFact,
    *,
    on: date,
    kind: str = "",
    more: Mapping[str, FieldValue] = NO_FIELDS,
) -> tuple[Preview, ...]:
    """Return what the papers of an act not yet recorded would say; nothing is written, no number taken.

    Refuses a case out of sight. Whether the act is lawful is asked when it is recorded, not here.
    """
    case = _in_sight(viewer, case_id)
    line = HistoryFact(fact, took_effect=on, recorded_at=viewer.at)
    return _drafts(viewer, dossier_of_new(case, fact, on=on, line=line), kind=kind, more=more)


def preview_decision(
    viewer: Viewer,
    fact: f.DecisionIssued,
    *,
    agency: str,
    on: date,
    parties: tuple[PartyDetails, ...],
    request: str = "",
    kind: str = "",
    more: Mapping[str, FieldValue] = NO_FIELDS,
) -> tuple[Preview, ...]:
    """Return what the decision that would open a case says, before anything is opened."""
    line = HistoryFact(fact, took_effect=on, recorded_at=viewer.at)
    dossier = dossier_to_open(agency, line, parties=parties, request=request)
    return _drafts(viewer, dossier, kind=kind, more=more)


def copy_of(viewer: Viewer, case_id: UUID, entry_seq: int) -> tuple[Preview, ...]:
    """Return the papers of a fact taken in from an old register, written anew with the number of the register
    and marked as copies: they are shown and printed, never issued.
    """
    dossier = dossier_of(_in_sight(viewer, case_id), entry_seq)
    return tuple(_marked(one, dossier.order_no) for one in _drafts(viewer, dossier, kind="", more=NO_FIELDS))


# ---------------------------------------------------------------- within


def _in_sight(viewer: Viewer, case_id: UUID) -> EnforcementCase:
    case = EnforcementCase.objects.filter(uuid=case_id, agency__in=viewer.sight).first()
    if case is None:
        raise Refusal("cases.not_found", name=viewer.name)
    return case


def _issue(
    viewer: Viewer,
    case: EnforcementCase,
    dossier: Dossier,
    ref: PaperRef,
    *,
    is_first: bool,
    signed: SignedBy | None,
    more: Mapping[str, FieldValue],
) -> Issued:
    """Issue one paper: the first bears the number and signature of the act, a second takes its own."""
    assert dossier.before is not None or isinstance(dossier.fact, f.DecisionIssued)
    return issue_paper(
        viewer, agency=_agency(dossier, ref.kind), kind=ref.kind, variant=ref.variant, on=dossier.on,
        fields=context_of(ref.kind, dossier, more if is_first else NO_FIELDS),
        subject=Subject(SUBJECT, case.uuid, dossier.place + 1), bailiff=dossier.after.bailiff,
        signer=_signer(viewer, dossier.fact), signed=signed if is_first else None,
        number=dossier.order_no if is_first else "",
    )  # fmt: skip


def _signer(viewer: Viewer, fact: f.CaseFact) -> str:
    """Return the code of who signed the fact, empty when it was the viewer without a place in the staff."""
    code = fact.signer if isinstance(fact, f.Order) else ""
    return "" if code == viewer.username else code


def _agency(dossier: Dossier, kind: str) -> str:
    """Return who issues the paper: the province what it pulls up, the superior what it annuls."""
    if isinstance(dossier.fact, f.FilePulledUp):
        return dossier.fact.to_agency
    return heading.superior(dossier) if kind == "annulment_decision" else dossier.agency


def _drafts(
    viewer: Viewer, dossier: Dossier, *, kind: str, more: Mapping[str, FieldValue]
) -> tuple[Preview, ...]:
    refs = papers_due(dossier) if not kind else (_ref(dossier, kind),)
    return tuple(
        draft(
            viewer, agency=dossier.agency, kind=ref.kind, variant=ref.variant, on=dossier.on,
            fields=context_of(ref.kind, dossier, more),
        )
        for ref in refs
    )  # fmt: skip


def _ref(dossier: Dossier, kind: str) -> PaperRef:
    refs = papers_due(dossier)
    found = next((ref for ref in refs if ref.kind == kind), None)
    if found is None:
        known = ", ".join(ref.kind for ref in refs) or "không có"
        raise Refusal("cases.paper_not_of_fact", kind=kind, known=known)
    return found


def _marked(draft_: Preview, number: str) -> Preview:
    """Return a draft with the number of the register and the mark of a copy above it."""
    mark = PaperLine(LineKind.RIGHT, (COPY_MARK,))
    lines = (mark, *(_numbered(line, number) for line in draft_.lines))
    return Preview(draft_.title, lines, plain_text(lines))


def _numbered(line: PaperLine, number: str) -> PaperLine:
    if line.kind is not LineKind.HEAD or not number:
        return line
    return replace(line, cells=tuple(cell.replace(f"Số: {UNKNOWN}", f"Số: {number}") for cell in line.cells))
