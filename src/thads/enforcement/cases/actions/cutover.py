"""Taking over an agency's old books: begun with what differs from them, in portions, once (T04 Đ30; T78
Đ11.2c).

Each portion is an act of its own: what is in stays in, and a run that was broken off goes on where it was.
Live work never writes what is written here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from uuid import UUID

from thads.enforcement.cases.actions.importing import Intake
from thads.enforcement.cases.models import CutOver, CutOverRow, EnforcementCase
from thads.enforcement.cases.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.cases.rules.carrying import CarriedCase
from thads.enforcement.cases.rules.cutover import (
    Difference,
    check_complete,
    check_confirmation,
    check_confirmed,
    check_cut_over_day,
    digest_of,
)
from thads.enforcement.cases.rules.histories import CaseHistory, HistoryFact
from thads.enforcement.cases.taken_over import cut_over_line
from thads.foundation.access.door import action
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.refusals import Refusal


@action("cases.begin_cut_over")
def begin_cut_over(
    *,
    viewer: Viewer,
    agency: str,
    on: date,
    planned: int,
    found: Mapping[str, int],
    differences: Sequence[Difference] = (),
) -> UUID:
    """Begin to take over an agency's books of a day, or go on with it, with what is planned and what differs.

    A confirmation of other differences holds no longer. Refuses a day that is not yet over.
    """
    rights.check_may(viewer, "cases.begin_cut_over", agency=agency)
    check_cut_over_day(on, today=viewer.on)
    told = [asdict(one) for one in differences]
    row, _created = CutOver.objects.get_or_create(
        agency=agency, carried_on=on, defaults={"begun_at": viewer.at, "begun_by": viewer.username}
    )
    row.planned, row.found, row.differences = planned, dict(found), told
    row.save(update_fields=["planned", "found", "differences"])
    return row.uuid


@action("cases.confirm_cut_over")
def confirm_cut_over(*, viewer: Viewer, cut_over_id: UUID, reason: str) -> UUID:
    """Confirm, as head of the agency and with a reason that is kept, what differs from the old books."""
    row = _locked(viewer, cut_over_id, "cases.confirm_cut_over")
    differences = cut_over_line(row).differences
    check_confirmation(differences, reason)
    row.confirmed_digest, row.reason = digest_of(differences), reason.strip()
    row.confirmed_by, row.confirmed_at = viewer.username, viewer.at
    row.save(update_fields=["confirmed_digest", "reason", "confirmed_by", "confirmed_at"])
    return cut_over_id


@action("cases.carry_over")
def carry_over(*, viewer: Viewer, cut_over_id: UUID, cases: Sequence[CarriedCase]) -> int:
    """Take a portion of cases over, all or none, with the rows they came from; return how many.

    Refuses while differences are not confirmed, cases of another agency, a case that is in already, and what
    the rules of `carrying` refuse.
    """
    row = _locked(viewer, cut_over_id, "cases.carry_over")
    check_confirmed(cut_over_line(row))
    if any(case.agency != row.agency for case in cases):
        raise Refusal("cases.cut_over_unknown", name=viewer.name)
    intake = Intake(viewer, "cases.carry_over")
    intake.take([_history(viewer, row.carried_on, case) for case in cases])
    intake.finished()
    _note_rows(row, cases)
    return len(cases)


@action("cases.finish_cut_over")
def finish_cut_over(*, viewer: Viewer, cut_over_id: UUID) -> UUID:
    """Note that every case planned is in; refuses while one is missing."""
    row = _locked(viewer, cut_over_id, "cases.finish_cut_over")
    check_complete(cut_over_line(row))
    row.finished_at = viewer.at
    row.save(update_fields=["finished_at"])
    return cut_over_id


def _locked(viewer: Viewer, cut_over_id: UUID, verb: str) -> CutOver:
    row = CutOver.objects.select_for_update().filter(uuid=cut_over_id, agency__in=viewer.sight).first()
    if row is None:
        raise Refusal("cases.cut_over_unknown", name=viewer.name)
    rights.check_may(viewer, verb, agency=row.agency)
    return row


def _history(viewer: Viewer, on: date, case: CarriedCase) -> CaseHistory:
    """Return the decision on its own day and what carries it over, both recorded now."""
    opening = HistoryFact(case.decision, case.decided_on, viewer.at, order_no=case.decision.decision_no)
    carried = HistoryFact(case.carried, on, viewer.at)
    where = case.carried.source
    return CaseHistory(case.case_id, case.agency, (opening, carried), case.parties, where)


def _note_rows(row: CutOver, cases: Sequence[CarriedCase]) -> None:
    keys = dict(
        EnforcementCase.objects.filter(uuid__in=[case.case_id for case in cases]).values_list("uuid", "pk")
    )
    CutOverRow.objects.bulk_create(
        (
            CutOverRow(
                cut_over=row, case_id=keys[case.case_id], no=no, file=source.file, sheet=source.sheet,
                row=source.row, digest=source.digest,
            )
            for case in cases
            for no, source in enumerate(case.rows, start=1)
        ),
        batch_size=1_000,
    )  # fmt: skip
