"""Which cases have something past its last day, and which wait for a head: the same rules as `dues`, asked of
the tables.

What is late stands in the projection of what is due. For the piles of a head a rule is turned round: for a
day there is a latest trigger whose last day is past; that date is found by the rule itself, so that pile and
desk cannot disagree.
"""

from datetime import date, timedelta
from functools import lru_cache

from django.db.models import Q

from thads.enforcement.cases.rules.dues import due
from thads.enforcement.cases.rules.vocabulary import Flag, Initiation, VerificationResult
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.enforcement.deadlines import queries as deadlines
from thads.enforcement.deadlines.rules.calendar import office_calendar
from thads.enforcement.deadlines.rules.deriving import earliest_day
from thads.foundation.access.rules.viewer import Viewer
from thads.law import LAW, Regime, Ruling

NOT_ABLE, ABLE = VerificationResult.NOT_ABLE.value, VerificationResult.ABLE.value
UNABLE = [S.UNABLE.value, S.SEPARATE_LEDGER.value]


def overdue_cases(viewer: Viewer, *, on: date) -> Q:
    """Return the condition that something of a case in sight was due before the day."""
    return Q(uuid__in=deadlines.late_subjects(viewer, on=on))


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
    while _rolled_ripe_day(ruling, start=day) >= before:
        day -= timedelta(days=1)
    return day


@lru_cache(maxsize=50_000)
def _rolled_ripe_day(ruling: Ruling, *, start: date) -> date:
    """Return the working day on which a waiting time is over."""
    return office_calendar().counting.rolled(earliest_day(ruling, start=start))


@lru_cache(maxsize=256)
def latest_trigger(key: str, on: date) -> date:
    """Return the latest event whose deadline under a rule ended before the day."""
    day = on
    while due(key, start=day).due_on >= on:
        day -= timedelta(days=1)
    return day
