"""Orders that still have to be told or sent, over many cases (L08 Đ38–39; L25 Đ35)."""

from collections.abc import Mapping

from django.db.models import Q, QuerySet

from thads.enforcement.cases.models import EnforcementOrder
from thads.enforcement.cases.rules.dues import due
from thads.enforcement.cases.rules.listings import Listing, Page
from thads.enforcement.cases.rules.order_pages import OwedOrder
from thads.enforcement.cases.rules.vocabulary import OrderRecipient
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.law import LAW

TOLD: Mapping[OrderRecipient, str] = {
    OrderRecipient.PARTIES: "order.notice",
    OrderRecipient.PROCURACY: "order.to_procuracy",
}
"""To whom every order goes, and the rule of the law's data that says by when."""

OWES: Mapping[OrderRecipient, Q] = {
    OrderRecipient.PARTIES: Q(owes_parties=True),
    OrderRecipient.PROCURACY: Q(owes_procuracy=True),
}
NOBODY = Q(pk__in=())
"""Nothing is owed by every order to the other recipients."""


def owed_orders(
    viewer: Viewer,
    *,
    recipient: OrderRecipient | None = None,
    bailiff: str = "",
    page: Page = Page(),
) -> Listing[OwedOrder]:
    """Return the orders in sight that still have to be told to the parties or sent to the procuracy, the
    oldest first; of one recipient or of one bailiff's cases when named.
    """
    found = EnforcementOrder.objects.filter(_owed(recipient), agency__in=viewer.sight)
    if bailiff:
        found = found.filter(case__bailiff=bailiff)
    rows = found.select_related("case").order_by("issued_on", "id")[page.start : page.start + page.length]
    names = organisation.staff_names()
    return Listing([_owed_order(row, names) for row in rows], _total(found), page)


def _total(found: QuerySet[EnforcementOrder]) -> int:
    return found.count()


def _owed(recipient: OrderRecipient | None) -> Q:
    if recipient is None:
        return OWES[OrderRecipient.PARTIES] | OWES[OrderRecipient.PROCURACY]
    return OWES.get(recipient, NOBODY)


def _owed_order(row: EnforcementOrder, names: Mapping[str, str]) -> OwedOrder:
    case = row.case
    owes = tuple(
        one
        for one, is_owed in (
            (OrderRecipient.PARTIES, row.owes_parties),
            (OrderRecipient.PROCURACY, row.owes_procuracy),
        )
        if is_owed
    )
    return OwedOrder(
        case_id=case.uuid, number=case.number, agency=row.agency, bailiff=case.bailiff,
        bailiff_name=names.get(case.bailiff, ""), debtor=case.debtor, seq=row.seq, kind=row.kind,
        title=LAW.label("FactKind", row.kind), order_no=row.order_no, issued_on=row.issued_on, owes=owes,
        due_on=min(due(TOLD[one], start=row.issued_on).due_on for one in owes),
    )  # fmt: skip
