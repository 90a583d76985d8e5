"""A bailiff's desk: what he has to do next, and what he proposes to the head."""

from collections import defaultdict
from datetime import timedelta

from thads.enforcement.cases.models import EnforcementCase
from thads.enforcement.cases.rules.dues import DeskShare, share_of
from thads.enforcement.cases.rules.numbers import number_key
from thads.enforcement.cases.rules.pages import Desk, DueCase
from thads.enforcement.cases.showing import BY_DECISION, as_due_cases
from thads.foundation.access.rules.viewer import Viewer

SOON_DAYS = 7


def desk(viewer: Viewer, *, bailiff: str = "", soon_days: int = SOON_DAYS) -> Desk:
    """Return the open cases of a bailiff, the viewer's own when none is named, by what is due and
    how soon.
    """
    codes = {bailiff} if bailiff else viewer.staff_codes
    mine = EnforcementCase.objects.filter(bailiff__in=codes, is_open=True, agency__in=viewer.sight)
    due_cases = as_due_cases(viewer, mine.order_by(*BY_DECISION))
    soon = viewer.on + timedelta(days=soon_days)
    shares = defaultdict[DeskShare, list[DueCase]](list)
    for case in due_cases:
        share, dues = share_of(case.dues, on=viewer.on, soon=soon)
        shares[share].append(DueCase(case.row, dues))
    for share in shares.keys() - {DeskShare.QUIET}:
        shares[share].sort(key=lambda case: (case.dues[0].due_on, number_key(case.row.number)))
    return Desk(
        on=viewer.on,
        overdue=shares[DeskShare.OVERDUE],
        to_propose=shares[DeskShare.TO_PROPOSE],
        soon=shares[DeskShare.SOON],
        later=shares[DeskShare.LATER],
        quiet=[case.row for case in shares[DeskShare.QUIET]],
        open_cases=len(due_cases),
        remaining=sum(case.row.remaining for case in due_cases),
    )
