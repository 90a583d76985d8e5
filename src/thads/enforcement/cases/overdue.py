"""Which cases have something past its last day, asked of the table: the same rules as `dues`, turned round.

For a day and a rule there is a latest trigger whose last day is past; that date is found by the rule itself,
so that the list and the desk cannot disagree.
"""

from datetime import date, timedelta
from functools import lru_cache

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.db.models.lookups import LessThanOrEqual

from thads.enforcement.cases.rules.dues import due, rolled_ripe_day
from thads.enforcement.cases.rules.vocabulary import Flag, Initiation, VerificationResult
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.law import LAW, Regime

NOT_ABLE, ABLE = VerificationResult.NOT_ABLE.value, VerificationResult.ABLE.value
UNABLE = [S.UNABLE.value, S.SEPARATE_LEDGER.value]


def overdue_cases(on: date) -> Q:
    """Return the condition that something of a case was due before the day."""
    return (
        Q(
            status__in=[S.DECIDED.value, S.ASSIGNED.value],
            notice_on__isnull=True,
            decided_on__lte=latest_trigger("order.notice", on),
        )
        | Q(status=S.VOLUNTARY.value, voluntary_until__lte=latest_trigger("verification.first", on))
        | Q(
            status=S.VERIFYING.value,
            last_found=NOT_ABLE,
            last_verified_on__lte=latest_trigger("unable.decision", on),
        )
        | Q(status__in=UNABLE) & _unable_overdue(on)
        | ripe_cases(on, before=on)
        | Q(status=S.DEFERRED.value, until__lte=latest_trigger("deferral.resumption", on))
    )


_LAST_LOOK = Coalesce("last_verified_on", "unable_on", "since")


def _unable_overdue(on: date) -> Q:
    is_long = Q(flags__contains=f"|{Flag.PRISONER.value}|") | Q(ground="address_unknown")
    short, long = (latest_trigger(key, on) for key in ("verification.periodic", "verification.periodic_long"))
    return (
        Q(last_found=ABLE, last_verified_on__lte=latest_trigger("unable.resumption", on))
        | ~Q(last_found=ABLE) & ~is_long & Q(LessThanOrEqual(_LAST_LOOK, short))
        | ~Q(last_found=ABLE) & is_long & Q(LessThanOrEqual(_LAST_LOOK, long))
    )


def ripe_cases(on: date, *, before: date) -> Q:
    """Return the condition that the waiting time of a case in the ordinary books was over before a day,
    under the law of the day `on`.
    """
    return Q(status=S.UNABLE.value) & ~Q(last_found=ABLE) & _ripe(on, before=before)


def _ripe(on: date, *, before: date) -> Q:
    is_long = Q(flags__contains=f"|{Flag.PRISONER.value}|") | Q(ground="address_unknown")
    short, long = (
        _latest_ripe(key, on, before) for key in ("unable.separate_ledger", "unable.separate_ledger_long")
    )
    ledger = ~is_long & Q(since__lte=short) | is_long & Q(since__lte=long)
    if LAW.regime(on) is Regime.R2008:
        return ledger
    returned = Q(since__lte=_latest_ripe("unable.return_of_request", on, before))
    ex_officio = Q(initiation=Initiation.EX_OFFICIO.value)
    return ex_officio & ledger | ~ex_officio & returned


@lru_cache(maxsize=64)
def _latest_ripe(key: str, on: date, before: date) -> date:
    ruling = LAW.value(key, on=on)
    day = before
    while rolled_ripe_day(ruling, start=day) >= before:
        day -= timedelta(days=1)
    return day


@lru_cache(maxsize=256)
def latest_trigger(key: str, on: date) -> date:
    """Return the latest event whose deadline under a rule ended before the day."""
    day = on
    while due(key, start=day).due_on >= on:
        day -= timedelta(days=1)
    return day
