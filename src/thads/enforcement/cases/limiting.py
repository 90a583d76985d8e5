"""The limitation of a request as its rows tell it: from which day each duty counts, what is over, what is
left out (L08 Đ30; L25 Đ34.2; N152 Đ10).
"""

from collections.abc import Iterable, Sequence
from datetime import date

from thads.enforcement.cases.duties import leave_for_later, read_instalments
from thads.enforcement.cases.models import Duty, EnforcementRequest
from thads.enforcement.cases.rules.facts import Instalment
from thads.enforcement.cases.rules.limitation import (
    ExcludedTime,
    check_limitation,
    in_time,
    is_over,
)
from thads.enforcement.cases.showing import read_excluded


def written_excluded(excluded: Iterable[ExcludedTime]) -> list[list[str]]:
    """Return such times as their column holds them."""
    return [[one.cause.value, one.since.isoformat(), one.until.isoformat()] for one in excluded]


def is_any_over(request: EnforcementRequest, duties: Sequence[Duty]) -> bool:
    """Say whether the request comes after the limitation for any of these duties, for all their
    instalments.
    """
    return any(_is_over(request, duty) for duty in duties)


def _is_over(request: EnforcementRequest, duty: Duty) -> bool:
    if duty.again_of is not None:
        return False
    excluded, asked_on = read_excluded(request), request.requested_on
    instalments = read_instalments(duty)
    if instalments:
        return not in_time(instalments, requested_on=asked_on, excluded=excluded)
    return is_over(starts_on=starts_on(request, duty), requested_on=asked_on, excluded=excluded)


def starts_on(request: EnforcementRequest, duty: Duty) -> date:
    """Return the day from which the limitation of a duty counts: its due day, else the legal effect."""
    instalments = read_instalments(duty)
    if instalments:
        return instalments[0].due_on
    return request.judgment.effective_on or request.judgment.issued_on


def check_in_time(request: EnforcementRequest, duties: Sequence[Duty], *, on: date, is_paid: bool) -> None:
    """Refuse duties after the limitation that nobody accepted; leave lapsed and future instalments for later.

    Nothing lapses for a request after one was sent back (L25 Đ34.2), nor for what a prisoner has paid.
    """
    accepted = bool(request.limitation_accepted) or is_paid
    for duty in duties:
        if _is_over(request, duty) and not accepted:
            check_limitation(
                requested_on=request.requested_on, starts_on=starts_on(request, duty), obstacle="",
                excluded=read_excluded(request),
            )  # fmt: skip
        if not is_paid:
            leave_for_later(duty, on=on, in_time=None if accepted else _kept(request, duty))


def _kept(request: EnforcementRequest, duty: Duty) -> Sequence[Instalment] | None:
    if duty.again_of is not None:
        return None
    return in_time(read_instalments(duty), requested_on=request.requested_on, excluded=read_excluded(request))
