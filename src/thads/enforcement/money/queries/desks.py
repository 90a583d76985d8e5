"""What waits at the till: money to be shared out, payments on their way, cash in bailiffs' hands, money held
long.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Q, QuerySet, Sum

from thads.enforcement.deadlines.rules.deriving import last_day
from thads.enforcement.money.models import CaseAccount, Disbursement
from thads.enforcement.money.rules.pages import AccountRow, MoneyDesk, PayoutRow
from thads.enforcement.money.rules.vocabulary import PayoutStatus
from thads.enforcement.money.showing import as_row, payout_row
from thads.foundation.access.rules.viewer import Role, Viewer
from thads.law import LAW

WAITING = (PayoutStatus.PROPOSED, PayoutStatus.PREPARED, PayoutStatus.APPROVED)
MOST = 500
"""Lines of a list; what waits longer stands first."""


def money_desk(viewer: Viewer) -> MoneyDesk:
    """Return what waits for the people of the till in the agencies in sight; a bailiff sees his own cases."""
    accounts = _accounts(viewer)
    sums = accounts.aggregate(
        cash=Sum("cash"), treasury=Sum("treasury"), bank=Sum("bank"), held=Sum("held"),
        in_hand=Sum("in_hand"),
        fee=Sum("fee_held"), fee_due=Sum("fee_due"), cost_due=Sum("cost_due"), advance=Sum("advance_due"),
    )  # fmt: skip
    totals = {name: int(value or 0) for name, value in sums.items()}
    queue = payout_queue(viewer)
    by_status = {status: [row for row in queue if row.status is status] for status in WAITING}
    return MoneyDesk(
        on=viewer.on, cash=totals["cash"], treasury=totals["treasury"], bank=totals["bank"],
        held=totals["held"], pools=pools(viewer), to_prepare=by_status[PayoutStatus.PROPOSED],
        to_approve=by_status[PayoutStatus.PREPARED], to_pay=by_status[PayoutStatus.APPROVED],
        unpaid=_unpaid(viewer), in_hand=_in_hand(viewer), totals=totals,
    )  # fmt: skip


def pools(viewer: Viewer) -> Sequence[AccountRow]:
    """Return the accounts with money waiting to be shared out, the longest waiting first, each with its day
    (L08 Đ47.5; L25 Đ54.6).
    """
    found = _accounts(viewer).filter(pool__gt=0).order_by("pool_since", "id")
    return [_with_due(row, "money.disbursement", row.pool_since, viewer.on) for row in found[:MOST]]


def held_money(viewer: Viewer, *, agency: str = "") -> Sequence[AccountRow]:
    """Return the accounts that hold money, the oldest first, with how many days it has lain (T78 Đ8.3)."""
    found = _accounts(viewer).filter(held__gt=0).order_by("held_since", "id")
    if agency:
        found = found.filter(agency=agency)
    return [_with_due(row, "money.disbursement", row.held_since, viewer.on) for row in found]


def payout_queue(viewer: Viewer, *, statuses: Iterable[PayoutStatus] = WAITING) -> Sequence[PayoutRow]:
    """Return the payments on their way, the earliest proposed first."""
    found = (
        Disbursement.objects.filter(agency__in=viewer.sight, status__in=[one.value for one in statuses])
        .filter(_own(viewer, "account__case__bailiff__in"))
        .select_related("account__case")
        .order_by("proposed_on", "id")
    )
    return [payout_row(row) for row in found[:MOST]]


def _unpaid(viewer: Viewer) -> Sequence[AccountRow]:
    """Accounts with money that nobody has proposed to pay yet."""
    waiting = Q(payouts__status__in=[one.value for one in WAITING])
    found = _accounts(viewer).filter(held__gt=0, pool=0).exclude(waiting).order_by("held_since", "id")
    return [_with_due(row, "money.disbursement", row.held_since, viewer.on) for row in found[:MOST]]


def _in_hand(viewer: Viewer) -> Sequence[AccountRow]:
    found = _accounts(viewer).filter(in_hand__gt=0).order_by("in_hand_since", "id")
    return [_with_due(row, "money.cash_into_fund", row.in_hand_since, viewer.on) for row in found[:MOST]]


def _with_due(row: CaseAccount, key: str, start: date | None, on: date) -> AccountRow:
    if start is None:
        return as_row(row, on=on)
    ruling = LAW.value(key, on=start)
    return as_row(row, on=on, due_on=last_day(ruling, start=start), basis=ruling.basis)


def _accounts(viewer: Viewer) -> QuerySet[CaseAccount]:
    return (
        CaseAccount.objects.filter(agency__in=viewer.sight)
        .filter(_own(viewer, "case__bailiff__in"))
        .select_related("case")
    )


def _own(viewer: Viewer, path: str) -> Q:
    """A bailiff sees the money of his own cases; everybody else what is in sight."""
    roles = {post.role for post in viewer.posts}
    return Q(**{path: viewer.staff_codes}) if roles and roles <= {Role.BAILIFF} else Q()
