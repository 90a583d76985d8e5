"""Everything a paper of a case may speak of, as one value: the fact, the case, persons and places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thads.enforcement.cases.models import EnforcementCase
from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.histories import SUBJECT, HistoryFact, from_ledger, standing
from thads.enforcement.cases.rules.measures import Measure
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.state import CaseState, apply
from thads.enforcement.cases.showing import as_party
from thads.foundation.ledger import queries as ledger
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.rules.agencies import AgencyKind, AgencyTree
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.kernel.text import write_date

register_sentences(
    {
        "cases.paper_of_nothing": "Sự kiện số {seq} của việc này không có hoặc đã bị hủy; hãy chọn một sự "
        "kiện trong diễn biến của việc.",
    }
)

Lines = tuple[HistoryFact, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """A fact of a case with what stood before and stands after it, on the day it took effect.

    `tree`: the agencies of that day, `opened_tree` those of the day of the decision; `names`: staff code →
    full name; `request`: the request that the decision answers, in words.
    """

    agency: str
    tree: AgencyTree
    lines: Lines
    place: int
    fact: f.CaseFact
    on: date
    order_no: str
    before: CaseState | None
    after: CaseState
    parties: tuple[PartyDetails, ...]
    names: Mapping[str, str]
    opened_tree: AgencyTree
    request: str = ""

    @property
    def opening(self) -> f.DecisionIssued:
        """The enforcement decision."""
        return next(line.fact for line in self.lines if isinstance(line.fact, f.DecisionIssued))

    @property
    def opened_on(self) -> date:
        """The day of the enforcement decision."""
        return next(line.took_effect for line in self.lines if isinstance(line.fact, f.DecisionIssued))

    @property
    def duties(self) -> Mapping[int, f.Duty]:
        """The duties of the decision by their numbers."""
        return {duty.no: duty for duty in self.opening.duties}

    @property
    def is_office(self) -> bool:
        """Whether a private enforcement office runs the case."""
        return self.agency in self.tree and self.tree[self.agency].kind is AgencyKind.PRIVATE_OFFICE

    @property
    def bailiff_before(self) -> str:
        """Who had the case before the fact."""
        return self.before.bailiff if self.before else ""

    @property
    def measure(self) -> Measure | None:
        """The measure that the fact is about."""
        no = getattr(self.fact, "no", None)
        return next((one for one in self.after.measures if one.no == no), None)

    def fact_at(self, seq: int) -> HistoryFact | None:
        """Return the line written at a place of the case (from 1)."""
        return self.lines[seq - 1] if 0 < seq <= len(self.lines) else None

    def name_of(self, staff: str) -> str:
        """Return the full name behind a staff code, the code itself when nobody bears it."""
        return self.names.get(staff, staff)


def dossier_of(case: EnforcementCase, entry_seq: int, *, lines: Lines | None = None) -> Dossier:
    """Return the dossier of the fact written at a place of the case; refuse one that is none or was taken
    back.
    """
    known = lines if lines is not None else from_ledger(ledger.entries_of(SUBJECT, case.uuid))
    place = entry_seq - 1
    if place not in standing(known):
        raise Refusal("cases.paper_of_nothing", seq=entry_seq)
    return _dossier(case, known, place)


def dossier_of_new(case: EnforcementCase, fact: f.CaseFact, *, on: date, line: HistoryFact) -> Dossier:
    """Return the dossier of a fact that is not recorded yet, for its draft."""
    known = from_ledger(ledger.entries_of(SUBJECT, case.uuid))
    return _dossier(case, (*known, line), len(known))


def dossier_to_open(
    agency: str, line: HistoryFact, *, parties: tuple[PartyDetails, ...], request: str = ""
) -> Dossier:
    """Return the dossier of a decision that opens a case which is not opened yet."""
    return _assembled(agency, (line,), 0, parties=parties, request=request)


def _dossier(case: EnforcementCase, lines: Lines, place: int) -> Dossier:
    parties = tuple(as_party(row) for row in case.parties.order_by("id"))
    return _assembled(case.agency, lines, place, parties=parties, request=_request(case))


def _assembled(
    agency: str, lines: Lines, place: int, *, parties: tuple[PartyDetails, ...], request: str
) -> Dossier:
    line = lines[place]
    assert line.fact is not None
    before = _state(lines, _earlier(lines, place))
    after = apply(before, line.fact, on=line.took_effect)
    if after is None:
        raise Refusal("cases.paper_of_nothing", seq=place + 1)
    tree = organisation.agency_tree(on=line.took_effect)
    opened_on = next(one.took_effect for one in lines if isinstance(one.fact, f.DecisionIssued))
    opened_tree = tree if opened_on == line.took_effect else organisation.agency_tree(on=opened_on)
    return Dossier(
        agency=agency, tree=tree, lines=lines, place=place, fact=line.fact, on=line.took_effect,
        order_no=line.order_no, before=before, after=after, parties=parties,
        names=_names(agency, tree, before, after, line), opened_tree=opened_tree, request=request,
    )  # fmt: skip


def _earlier(lines: Lines, place: int) -> Sequence[int]:
    order = list(standing(lines))
    return order[: order.index(place)]


def _state(lines: Lines, places: Sequence[int]) -> CaseState | None:
    state: CaseState | None = None
    for place in places:
        fact = lines[place].fact
        assert fact is not None
        state = apply(state, fact, on=lines[place].took_effect)
    return state


def _names(
    agency: str, tree: AgencyTree, before: CaseState | None, after: CaseState, line: HistoryFact
) -> Mapping[str, str]:
    """Return the names the paper needs: of the agency's bailiffs, of all staff when that is not enough."""
    family = tree.family(agency) | {agency}
    names = {one.code: one.name for one in organisation.bailiffs(frozenset(family), on=line.took_effect)}
    wanted = {after.bailiff, before.bailiff if before else ""} - {""}
    return names if wanted <= set(names) else organisation.staff_names()


def _request(case: EnforcementCase) -> str:
    row = case.request
    if row is None:
        return ""
    return f"yêu cầu thi hành án ngày {write_date(row.requested_on)} của {row.requester}"
