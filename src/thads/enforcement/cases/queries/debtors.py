"""Cases in which somebody's creditor owes himself, for using his money or balancing duties (L08 Đ126.1; N152
Đ31).
"""

from collections.abc import Sequence
from uuid import UUID

from thads.enforcement.cases.models import EnforcementCase, Party
from thads.enforcement.cases.queries.briefs import case_brief, cases_in_brief
from thads.enforcement.cases.rules.briefs import CaseBrief
from thads.enforcement.cases.rules.vocabulary import PartyRole
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.names import fold


def cases_owed_by_creditors(viewer: Viewer, case_id: UUID) -> Sequence[CaseBrief]:
    """Return the open cases of the same agency in which a creditor of this case is the debtor, oldest
    first.
    """
    case = case_brief(viewer, case_id)
    names = {fold(duty.creditor or case.creditor) for duty in case.duties} - {""}
    debtors = Party.objects.filter(
        name_folded__in=names, role=PartyRole.DEBTOR.value, case__agency=case.agency, case__is_open=True
    )
    ids = EnforcementCase.objects.filter(pk__in=debtors.values("case_id")).exclude(uuid=case_id)
    return cases_in_brief(viewer, list(ids.order_by("decided_on", "id").values_list("uuid", flat=True)))
