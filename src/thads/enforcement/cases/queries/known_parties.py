"""Who is known already: the same debtor or creditor in other cases in sight, first by number, then by name
and birth year or address.
"""

from collections.abc import Iterator, Sequence

from django.db.models import Q

from thads.enforcement.cases.models import EnforcementCase, Party
from thads.enforcement.cases.rules.duplicates import Likeness, likeness
from thads.enforcement.cases.rules.intake_pages import KnownParty
from thads.enforcement.cases.rules.pages import CaseRow
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.showing import ROW_FIELDS, as_party, as_rows
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.names import fold

MOST_ENTRIES = 500
MOST_KNOWN = 20
ORDER = tuple(Likeness)


def known_parties(viewer: Viewer, party: PartyDetails) -> Sequence[KnownParty]:
    """Return the cases in sight in which this person stands, the surest first, open cases before closed
    ones.
    """
    likely = {row.case_id or 0: (row, alike) for row, alike in _alike(viewer, party)}
    cases = EnforcementCase.objects.filter(id__in=list(likely)).only(*ROW_FIELDS)
    rows = {row.case_id: row for row in as_rows(cases)}
    found = [
        KnownParty(alike, as_party(row), rows[row.case.uuid])
        for row, alike in likely.values()
        if row.case is not None and row.case.uuid in rows
    ]
    return sorted(found, key=_surest_first)[:MOST_KNOWN]


def same_parties(viewer: Viewer, *, parties: tuple[PartyDetails, ...]) -> Sequence[CaseRow]:
    """Return the cases in sight with the same persons as these, each once."""
    found = {one.row.case_id: one.row for party in parties for one in known_parties(viewer, party)}
    return list(found.values())


def _alike(viewer: Viewer, party: PartyDetails) -> Iterator[tuple[Party, Likeness]]:
    """Yield entries of cases in sight that may be this person; of one case the surest comes last."""
    wanted = Q(name_folded=fold(party.name)) if party.name.strip() else Q(pk__in=[])
    if party.id_number:
        wanted |= Q(id_number=party.id_number)
    entries = Party.objects.filter(wanted, case__isnull=False, case__agency__in=viewer.sight)
    alike = [
        (row, how)
        for row in entries.select_related("case")[:MOST_ENTRIES]
        if (how := likeness(party, as_party(row))) is not None
    ]
    yield from sorted(alike, key=lambda one: -ORDER.index(one[1]))


def _surest_first(known: KnownParty) -> tuple[int, bool, int]:
    return ORDER.index(known.likeness), not known.row.is_open, -known.row.decided_on.toordinal()
