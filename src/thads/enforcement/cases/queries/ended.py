"""The cases that ended in a month, which the agency lists for the procuracy (N152 Đ32.2).

The list begins the year within which the procuracy may protest (L25 Đ112.2). Delegated and recalled cases
have not ended: another agency goes on, or the decision never should have been.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from django.db.models import Max

from thads.enforcement.cases.models import EnforcementCase
from thads.enforcement.cases.rules.moves import MOVES
from thads.enforcement.cases.rules.order_pages import EndedCase
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.foundation.access.rules import rights as _rights  # noqa: F401  (its sentences)
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.kernel.calendar import add_months
from thads.kernel.refusals import Refusal

ENDED = (S.PERFORMED, S.TERMINATED, S.REQUEST_RETURNED, S.CLOSED_OTHERWISE)
"""How enforcement ends (L08 Đ52; L25 Đ55; N152 Đ32.1)."""


def ended_cases(viewer: Viewer, *, agency: str, month: date) -> Sequence[EndedCase]:
    """Return the cases of an agency that ended in the month of a day (N152 Đ32.2)."""
    first = month.replace(day=1)
    return cases_ended(viewer, agency=agency, first=first, last=add_months(first, 1) - timedelta(days=1))


def cases_ended(viewer: Viewer, *, agency: str, first: date, last: date) -> Sequence[EndedCase]:
    """Return the cases of an agency that ended in a span, both days included, in the order in which they
    ended.

    A case ends when its last obligation does. Refuses an agency out of sight.
    """
    if not viewer.sees(agency):
        raise Refusal("access.not_in_sight", name=viewer.name)
    rows = (
        EnforcementCase.objects.filter(
            agency=agency, is_open=False, status__in=ENDED, obligations__since__gte=first
        )
        .annotate(closed_on=Max("obligations__since"))
        .filter(closed_on__range=(first, last))
        .order_by("closed_on", "number", "id")
    )
    names = organisation.staff_names()
    return [_ended(row, names) for row in rows]


def _ended(row: EnforcementCase, names: Mapping[str, str]) -> EndedCase:
    closed_on: date = row.closed_on  # type: ignore[attr-defined]
    status = S(row.status)
    return EndedCase(
        case_id=row.uuid, number=row.number, agency=row.agency, decided_on=row.decided_on,
        decision_no=row.decision_no, judgment_no=row.judgment_no, judgment_on=row.judgment_on,
        court=row.court, debtor=row.debtor, creditor=row.creditor, bailiff=row.bailiff,
        bailiff_name=names.get(row.bailiff, ""), status=status, closed_on=closed_on, owed=row.owed,
        collected=row.collected, basis=_basis(status, closed_on),
    )  # fmt: skip


def _basis(status: S, on: date) -> str:
    """Return the article under which a case so ended on the day."""
    return next(move.basis(on) for move in MOVES.values() if move.to is status)
