"""Whole histories of cases, as the import takes them in: the way back."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from uuid import UUID

from thads.enforcement.cases.models import EnforcementCase, Party
from thads.enforcement.cases.projection import parties_of
from thads.enforcement.cases.rules.histories import SUBJECT, CaseHistory, HistoryFact
from thads.enforcement.cases.rules.numbers import number_key
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.state import read
from thads.enforcement.cases.showing import as_party
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import queries as ledger
from thads.foundation.ledger.rules.entries import CANCELLATION, Entry

PORTION = 500
"""Cases read at once."""


def histories(viewer: Viewer, *, agencies: frozenset[str]) -> Iterator[CaseHistory]:
    """Yield every case of these agencies in sight with all its facts, by agency and number.

    Parties that the duties of the decision name alike are left out; an import reads them from there.
    """
    wanted = agencies & viewer.sight
    rows = EnforcementCase.objects.filter(agency__in=wanted).values_list("agency", "number", "uuid", "pk")
    ordered = sorted(rows, key=lambda row: (row[0], number_key(row[1])))
    for start in range(0, len(ordered), PORTION):
        portion = ordered[start : start + PORTION]
        entries = _entries([uuid for _, _, uuid, _ in portion])
        parties = _parties([pk for *_, pk in portion])
        for agency, _, uuid, pk in portion:
            yield _history(agency, uuid, entries[uuid], parties.get(pk, ()))


def _entries(ids: Sequence[UUID]) -> dict[UUID, Sequence[Entry]]:
    found = ledger.entries_of_many(SUBJECT, ids)
    return {uuid: list(group) for uuid, group in groupby(found, key=lambda entry: entry.subject_id)}


def _parties(cases: Sequence[int]) -> dict[int, tuple[PartyDetails, ...]]:
    found: dict[int, list[PartyDetails]] = {}
    for row in Party.objects.filter(case_id__in=cases).order_by("id"):
        found.setdefault(row.case_id or 0, []).append(as_party(row))
    return {case: tuple(parties) for case, parties in found.items()}


def _history(
    agency: str, uuid: UUID, entries: Sequence[Entry], parties: tuple[PartyDetails, ...]
) -> CaseHistory:
    places = {entry.id: place for place, entry in enumerate(entries)}
    history = CaseHistory(uuid, agency, tuple(_fact(entry, agency, places) for entry in entries), parties)
    if parties == parties_of(history.opening.duties):
        return CaseHistory(uuid, agency, history.facts)
    return history


def _fact(entry: Entry, agency: str, places: dict[int, int]) -> HistoryFact:
    is_cancellation = entry.kind == CANCELLATION
    return HistoryFact(
        fact=None if is_cancellation else read(entry),
        took_effect=entry.took_effect,
        recorded_at=entry.recorded_at,
        order_no=entry.order_no,
        actor=entry.actor,
        acting_agency="" if entry.agency == agency else entry.agency,
        cancels=None if entry.cancels is None else places[entry.cancels],
        reason=str(entry.payload.get("reason", "")) if is_cancellation else "",
    )


def case_numbers(viewer: Viewer, *, agency: str) -> frozenset[str]:
    """Return the numbers of all cases of an agency in sight."""
    wanted = viewer.sight & {agency}
    return frozenset(EnforcementCase.objects.filter(agency__in=wanted).values_list("number", flat=True))
