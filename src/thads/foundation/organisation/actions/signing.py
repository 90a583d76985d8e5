"""Who signs for whom: a head delegates his signature, and that ends (L08 Đ23.2; L25 Đ22.3, 23.2)."""

from datetime import date
from functools import partial
from uuid import UUID

from django.db.models import Q

from thads.foundation.access.door import action
from thads.foundation.access.rules.rights import check_may
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation.models import AgencyVersion, SigningDelegation, Staff
from thads.foundation.organisation.queries.signing import signing_day
from thads.foundation.organisation.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.foundation.organisation.rules.delegations import check_delegation
from thads.foundation.organisation.rules.signing import Delegation
from thads.foundation.organisation.rules.signing_day import SigningDay
from thads.kernel.refusals import Refusal
from thads.kernel.spans import Span


@action("organisation.delegate_signing")
def delegate_signing(
    *,
    viewer: Viewer,
    agency: str,
    receiver: str,
    paper_no: str,
    paper_on: date,
    valid_from: date,
    valid_to: date | None = None,
    acts: tuple[str, ...] = (),
    giver: str = "",
) -> UUID:
    """Record a head's paper that lets another sign; no acts named: all that he may delegate.

    `giver` is a staff code, empty for the viewer himself; `valid_to` is the first day it no longer holds.
    Refuses what is unlawful on any day of the span (L08 Đ23.2; L25 Đ22.3, 23.2; N30 Đ13.3).
    """
    check_may(viewer, "organisation.delegate_signing", agency=agency)
    _check_standing(agency, valid_from)
    if not paper_no.strip():
        raise Refusal("organisation.blank", field="số văn bản ủy quyền")
    if valid_to is not None and valid_to <= valid_from:
        raise Refusal("organisation.span_empty", since=valid_from, until=valid_to)
    giving, receiving = _staff(giver or min(viewer.staff_codes, default="")), _staff(receiver)
    wish = Delegation(
        None, paper_no.strip(), paper_on, giving.code, receiving.code, agency, frozenset(acts),
        Span(valid_from, valid_to),
    )  # fmt: skip
    check_delegation(wish, partial(_day, agency), giver=giving.full_name, receiver=receiving.full_name)
    return _kept(wish, receiving.full_name)


@action("organisation.end_delegation")
def end_delegation(*, viewer: Viewer, delegation_id: UUID, until: date, reason: str) -> UUID:
    """End a delegation early: `until` is the first day it no longer holds; what was signed before stays."""
    row = SigningDelegation.objects.select_for_update().filter(uuid=delegation_id).first()
    if row is None or not viewer.sees(row.agency_id):
        raise Refusal("organisation.delegation_unknown")
    check_may(viewer, "organisation.end_delegation", agency=row.agency_id)
    if not reason.strip():
        raise Refusal("organisation.blank", field="lý do chấm dứt ủy quyền")
    if row.valid_to is not None and row.valid_to <= until:
        raise Refusal("organisation.delegation_ended", number=row.paper_no, until=row.valid_to)
    if until <= row.valid_from:
        raise Refusal("organisation.ended_before_start", number=row.paper_no, since=row.valid_from)
    row.valid_to, row.end_reason = until, reason.strip()
    row.save(update_fields=["valid_to", "end_reason"])
    return row.uuid


def _check_standing(agency: str, on: date) -> None:
    holds = Q(valid_from__lte=on) & (Q(valid_to__isnull=True) | Q(valid_to__gt=on))
    if not AgencyVersion.objects.filter(holds, agency_id=agency).exists():
        raise Refusal("organisation.agency_unknown", agency=agency, on=on)


def _staff(code: str) -> Staff:
    staff = Staff.objects.filter(code=code).first()
    if staff is None:
        raise Refusal("organisation.staff_unknown", staff=code)
    return staff


def _day(agency: str, on: date) -> SigningDay:
    return signing_day(agency, on=on)


def _kept(wish: Delegation, receiver: str) -> UUID:
    same = SigningDelegation.objects.filter(
        agency_id=wish.agency, paper_no=wish.number, paper_on=wish.paper_on, receiver_id=wish.receiver
    )
    if same.exists():
        raise Refusal(
            "organisation.delegation_exists", number=wish.number, paper_on=wish.paper_on, name=receiver
        )
    row = SigningDelegation.objects.create(
        agency_id=wish.agency, giver_id=wish.giver, receiver_id=wish.receiver, acts=sorted(wish.acts),
        paper_no=wish.number, paper_on=wish.paper_on, valid_from=wish.span.start, valid_to=wish.span.end,
    )  # fmt: skip
    return row.uuid
