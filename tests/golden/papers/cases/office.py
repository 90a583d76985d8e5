"""An agency of each law as values, and how a story of a case becomes the text of its papers: no database."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from thads.enforcement.cases.papers.contexts import context_of
from thads.enforcement.cases.papers.dossier import Dossier
from thads.enforcement.cases.papers.issuing import papers_due
from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.histories import HistoryFact
from thads.enforcement.cases.rules.paper_kinds import PaperRef
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.state import CaseState, apply
from thads.enforcement.cases.rules.vocabulary import PartyRole
from thads.enforcement.documents.rules.fields import STANDARD, complete
from thads.enforcement.documents.rules.papers import paper_kind
from thads.enforcement.documents.rules.rendering import plain_text, rendered
from thads.enforcement.documents.shipped import shipped_master
from thads.foundation.organisation.rules.agencies import AgencyKind, AgencyThen, AgencyTree
from thads.kernel.spans import Span

DISTRICT, PROVINCE, PLACE, OFFICE, ELSEWHERE = "TQ.CH", "TQ", "TQ.KV2", "VP.TQ", "PT"
REFORM, NEW_LAW = date(2025, 7, 1), date(2026, 7, 1)
BAILIFF = "CH-01"
NAMES = {BAILIFF: "Lê Văn Chấp", "CH-02": "Phạm Thị Hành"}

DEBTOR = PartyDetails(
    PartyRole.DEBTOR, "Nguyễn Văn Ánh", "thôn Đèo Nàng, xã Kim Bình, tỉnh Tuyên Quang", "008085000123"
)
SECOND = PartyDetails(PartyRole.DEBTOR, "Hoàng Thị Lan", "thôn Đèo Nàng, xã Kim Bình, tỉnh Tuyên Quang")
CREDITOR = PartyDetails(PartyRole.CREDITOR, "Trần Thị Đào", "tổ 3, xã Vĩnh Lộc, tỉnh Tuyên Quang")
BANK = PartyDetails(
    PartyRole.CREDITOR, "Ngân hàng thương mại cổ phần A", "phường Minh Xuân, tỉnh Tuyên Quang"
)
STATE = PartyDetails(PartyRole.CREDITOR, "Nhà nước")


def _agency(code: str, name: str, kind: AgencyKind, parent: str | None, place: str, span: Span) -> AgencyThen:
    return AgencyThen(code, name, name, kind, parent, "", place, 0, span)


AGENCIES = (
    _agency(
        PROVINCE,
        "Cục Thi hành án dân sự tỉnh Tuyên Quang",
        AgencyKind.PROVINCE,
        None,
        "Tuyên Quang",
        Span(date.min, REFORM),
    ),
    _agency(
        PROVINCE,
        "Thi hành án dân sự tỉnh Tuyên Quang",
        AgencyKind.PROVINCE,
        None,
        "Tuyên Quang",
        Span(REFORM),
    ),
    _agency(
        DISTRICT,
        "Chi cục Thi hành án dân sự huyện Chiêm Hóa",
        AgencyKind.DISTRICT,
        PROVINCE,
        "Chiêm Hóa",
        Span(date.min, REFORM),
    ),
    _agency(
        DISTRICT,
        "Phòng Thi hành án dân sự khu vực 2",
        AgencyKind.AREA_ROOM,
        PROVINCE,
        "Chiêm Hóa",
        Span(REFORM),
    ),
    _agency(
        OFFICE,
        "Văn phòng thi hành án dân sự Tuyên Quang",
        AgencyKind.PRIVATE_OFFICE,
        None,
        "Tuyên Quang",
        Span(NEW_LAW),
    ),
    _agency(
        ELSEWHERE,
        "Cục Thi hành án dân sự tỉnh Phú Thọ",
        AgencyKind.PROVINCE,
        None,
        "Việt Trì",
        Span(date.min, REFORM),
    ),
    _agency(
        ELSEWHERE, "Thi hành án dân sự tỉnh Phú Thọ", AgencyKind.PROVINCE, None, "Việt Trì", Span(REFORM)
    ),
)


@dataclass(frozen=True, slots=True)
class Step:
    """One fact of a story: its day and the number it bears."""

    fact: f.CaseFact
    on: date
    order_no: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """A case told to the fact whose papers are read."""

    steps: tuple[Step, ...]
    parties: tuple[PartyDetails, ...] = (DEBTOR, CREDITOR)
    agency: str = DISTRICT
    request: str = ""


def dossier(story: Story) -> Dossier:
    """Return the dossier of the last fact of a story."""
    at = datetime(2030, 1, 1, tzinfo=timezone(timedelta(hours=7)))
    lines = tuple(HistoryFact(one.fact, one.on, at, one.order_no) for one in story.steps)
    before: CaseState | None = None
    for line in lines[:-1]:
        assert line.fact is not None
        before = apply(before, line.fact, on=line.took_effect)
    last = story.steps[-1]
    after = apply(before, last.fact, on=last.on)
    assert after is not None
    return Dossier(
        agency=story.agency,
        tree=AgencyTree.standing(AGENCIES, on=last.on),
        lines=lines,
        place=len(lines) - 1,
        fact=last.fact,
        on=last.on,
        order_no=last.order_no,
        before=before,
        after=after,
        parties=story.parties,
        names=NAMES,
        opened_tree=AgencyTree.standing(AGENCIES, on=story.steps[0].on),
        request=story.request,
    )


def papers(story: Story) -> tuple[tuple[PaperRef, str], ...]:
    """Return the papers of the last fact of a story as texts."""
    told = dossier(story)
    return tuple((ref, _text(told, ref)) for ref in papers_due(told))


def _text(told: Dossier, ref: PaperRef) -> str:
    kind = paper_kind(ref.kind)
    own = complete(kind.fields, context_of(ref.kind, told, {}), paper=kind.title)
    context = {**complete(STANDARD, _standard(told), paper=kind.title), **own}
    return plain_text(rendered(shipped_master(ref.kind, ref.variant), context, paper=kind.title))


def _standard(told: Dossier) -> dict[str, object]:
    legal = told.tree[told.tree.legal_agency(told.agency)]
    above = told.tree[legal.parent].name if legal.parent else ""
    return {
        "agency_above": above,
        "agency_name": legal.name,
        "agency_place": legal.place,
        "number": told.order_no or "01",
        "issued_on": told.on,
        "signer_title": "NGƯỜI KÝ",
        "signer_name": "Đỗ Thị Ký",
    }
