"""Issuing a paper: master, context, number and signature brought together, and kept for ever.

`issue_paper` is called by the acts of higher rooms inside their own transaction; the right to the act and the
lawfulness of the step have been checked there. `documents.issue` is the door for a paper that belongs to no
step.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from thads.enforcement.documents.choosing import chosen_master, keep_used
from thads.enforcement.documents.files import sha256_of
from thads.enforcement.documents.filing import next_folio_of
from thads.enforcement.documents.models import IssuedPaper
from thads.enforcement.documents.numbering import agency_symbol, next_number
from thads.enforcement.documents.rules import numbers
from thads.enforcement.documents.rules.fields import STANDARD, FieldValue, complete, encoded
from thads.enforcement.documents.rules.pages import Issued, Preview, Subject
from thads.enforcement.documents.rules.papers import PaperKind, PaperVariant, paper_kind
from thads.enforcement.documents.rules.rendering import UNKNOWN, PaperLine, plain_text, rendered
from thads.enforcement.documents.standing import chain_of
from thads.foundation.access.rules.rights import role_name
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.queries import SignedBy
from thads.foundation.organisation.rules.agencies import AgencyTree
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Authority

register_sentences(
    {
        "documents.corrected_unknown": "Không tìm thấy văn bản được sửa đổi, thu hồi trong hồ sơ này của "
        "{agency}; hãy kiểm tra lại.",
        "documents.signer_unknown": "Ngày {on}, {agency} không có người mang mã {signer} giữ chức vụ; hãy "
        "kiểm tra người ký.",
        "documents.number_unwanted": "“{paper}” là loại văn bản không đánh số.",
    }
)

__all__ = ["Issued", "Subject", "draft", "issue_paper"]


@dataclass(frozen=True, slots=True)
class _Paper:
    """A paper about to be issued or shown: all that goes into its words."""

    kind: PaperKind
    variant: PaperVariant
    agency: str
    on: date
    signed: SignedBy
    number: str
    corrected: IssuedPaper | None
    own: Mapping[str, FieldValue]
    standing: AgencyTree

    @property
    def series_agency(self) -> str:
        """The agency in whose name and series the paper goes out."""
        return self.standing.legal_agency(self.agency)

    def context(self) -> dict[str, FieldValue]:
        return {**complete(STANDARD, self._standard(), paper=self.kind.title), **self.own}

    def _standard(self) -> dict[str, FieldValue]:
        agency = self.standing.agencies.get(self.series_agency)
        above = self.standing.agencies.get(agency.parent or "") if agency else None
        return {
            "agency_above": above.name if above else "",
            "agency_name": agency.name if agency else self.agency,
            "agency_place": (agency.place if agency else "") or UNKNOWN,
            "number": self.number or UNKNOWN,
            "issued_on": self.on,
            "signer_on_behalf": "\n".join(self.signed.titles[:-1]),
            "signer_title": self.signed.titles[-1] if self.signed.titles else UNKNOWN,
            "signer_name": self.signed.name,
            "corrected_number": self.corrected.number if self.corrected else "",
            "corrected_on": self.corrected.issued_on if self.corrected else "",
        }


def issue_paper(
    viewer: Viewer,
    *,
    agency: str,
    kind: str,
    on: date,
    fields: Mapping[str, FieldValue],
    subject: Subject | None = None,
    variant: str = "",
    signer: str = "",
    bailiff: str = "",
    signed: SignedBy | None = None,
    number: str = "",
    corrects: UUID | None = None,
    sheets: int = 1,
) -> Issued:
    """Issue a paper of a kind, kept for ever; return its id and number.

    `signed` is the signature the caller has checked, else it is checked here for `signer` (a staff code, the
    viewer's own when empty). `number` is one the step has taken already, else the next of the series is.
    Refuses an unlawful signer, a missing or unknown field by its name, a corrected paper that is not there.
    """
    paper = _prepared(
        viewer, agency=agency, kind=kind, variant=variant, on=on, fields=fields, number=number,
        signed=signed or _signature(viewer, paper_kind(kind), agency, on, signer=signer, bailiff=bailiff),
        corrected=_corrected(corrects, agency, subject),
    )  # fmt: skip
    year = numbers.series_year(paper.kind.family, on) if paper.kind.numbered else None
    if paper.kind.numbered and not number:
        paper = replace(paper, number=_next_number(paper))
    chosen = chosen_master(agency, paper.kind, paper.variant, on=on, standing=paper.standing)
    context = paper.context()
    lines = rendered(chosen.master, context, paper=paper.kind.title)
    keep_used(chosen, paper.kind, paper.variant, at=viewer.at)
    row = _row(viewer, paper, context, lines, chosen.sha256)
    row.series_agency, row.year, row.sheets = paper.series_agency, year, sheets
    _place(row, subject)
    row.save(force_insert=True)
    return Issued(row.uuid, row.number)


def draft(
    viewer: Viewer,
    *,
    agency: str,
    kind: str,
    on: date,
    fields: Mapping[str, FieldValue],
    variant: str = "",
    signed: SignedBy | None = None,
    signer: str = "",
    bailiff: str = "",
    corrects: UUID | None = None,
    subject: Subject | None = None,
) -> Preview:
    """Return the paper as it would be issued, without number; nothing is written and no number taken.

    Who cannot sign may still look: his draft has no signature.
    """
    signed = signed or _signature_or_none(viewer, paper_kind(kind), agency, on, signer, bailiff)
    paper = _prepared(
        viewer, agency=agency, kind=kind, variant=variant, on=on, fields=fields, number="",
        signed=signed, corrected=_corrected(corrects, agency, subject),
    )  # fmt: skip
    chosen = chosen_master(agency, paper.kind, paper.variant, on=on, standing=paper.standing)
    lines = rendered(chosen.master, paper.context(), paper=paper.kind.title)
    return Preview(paper.kind.title, lines, plain_text(lines))


def _prepared(
    viewer: Viewer, *, agency: str, kind: str, variant: str, on: date, fields: Mapping[str, FieldValue],
    number: str, signed: SignedBy, corrected: IssuedPaper | None,
) -> _Paper:  # fmt: skip
    if not viewer.sees(agency):
        raise Refusal("access.not_in_sight", name=viewer.name)
    found = paper_kind(kind)
    if number and not found.numbered:
        raise Refusal("documents.number_unwanted", paper=found.title)
    own = complete(found.fields, fields, paper=found.title)
    standing = chain_of(agency, on=on)
    form = found.variant(variant, on=on)
    return _Paper(found, form, agency, on, signed, number, corrected, own, standing)


def _next_number(paper: _Paper) -> str:
    taken, _year = next_number(paper.series_agency, paper.kind.family, paper.on)
    symbol = agency_symbol(paper.series_agency, on=paper.on, standing=paper.standing)
    return numbers.written_number(taken, paper.kind.symbol, symbol)


def _signature_or_none(
    viewer: Viewer, kind: PaperKind, agency: str, on: date, signer: str, bailiff: str
) -> SignedBy:
    try:
        return _signature(viewer, kind, agency, on, signer=signer, bailiff=bailiff)
    except Refusal:
        return SignedBy("", UNKNOWN, (UNKNOWN,), Authority.PREPARES, "")


def _signature(
    viewer: Viewer, kind: PaperKind, agency: str, on: date, *, signer: str, bailiff: str
) -> SignedBy:
    """Return whose signature the paper bears: by the law's matrix, or whoever holds a post when no text names
    the signer.
    """
    if kind.act:
        return organisation.check_signature(
            viewer, act=kind.act, agency=agency, on=on, signer=signer, bailiff=bailiff
        )
    code = signer or min(viewer.staff_codes, default="")
    chain = chain_of(agency, on=on)
    places = frozenset({agency, chain.legal_agency(agency)})
    held = [post for post in organisation.posts(places) if post.staff == code and on in post.span]
    if not held:
        raise Refusal("documents.signer_unknown", on=on, agency=agency, signer=code or viewer.name)
    then = chain.agencies.get(held[0].agency)
    title = LAW.signing.title(held[0].role, then.kind if then else "", on=on)
    return SignedBy(code, held[0].name, (title or role_name(held[0].role),), Authority.SIGNS, kind.basis)


def _corrected(corrects: UUID | None, agency: str, subject: Subject | None) -> IssuedPaper | None:
    """Return the paper that this one corrects: of the same agency and about the same (T04 Đ36.4)."""
    if corrects is None:
        return None
    found = IssuedPaper.objects.filter(uuid=corrects, agency=agency).first()
    about = subject.subject_id if subject else None
    if found is None or found.subject_id != about:
        raise Refusal("documents.corrected_unknown", basis="T04 Đ36.4", agency=agency)
    return found


def _row(
    viewer: Viewer,
    paper: _Paper,
    context: Mapping[str, FieldValue],
    lines: tuple[PaperLine, ...],
    master: str,
) -> IssuedPaper:
    kept, text = encoded(context), plain_text(lines)
    said = json.dumps([master, kept, text], ensure_ascii=False, sort_keys=True)
    return IssuedPaper(
        agency=paper.agency, kind=paper.kind.code, variant=paper.variant.code, number=paper.number,
        family=paper.kind.family, issued_on=paper.on, recorded_at=viewer.at, actor=viewer.username,
        signer=paper.signed.staff, signer_name=paper.signed.name, signer_title=paper.signed.title,
        delegation=paper.signed.delegation_no, context=kept, master_id=master, text=text,
        lines=[[line.kind, *line.cells] for line in lines], text_folded=fold(text),
        sha256=sha256_of(said.encode()), corrects=paper.corrected.uuid if paper.corrected else None,
    )  # fmt: skip


def _place(row: IssuedPaper, subject: Subject | None) -> None:
    """Put the paper into the file of its subject under the next folio number (T04 Đ31)."""
    if subject is None:
        return
    row.subject_kind, row.subject_id = subject.kind, subject.subject_id
    row.entry_seq = subject.entry_seq
    row.folio = next_folio_of(subject.kind, subject.subject_id)
