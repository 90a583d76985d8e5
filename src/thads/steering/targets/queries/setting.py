"""Reading targets, clusters and campaigns as they stood on a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet

from thads.foundation.access.rules.viewer import Viewer
from thads.steering.targets.models import Campaign, Cluster, Target
from thads.steering.targets.rules.vocabulary import COMPLETION_RATE, Dimension, TargetTier


@dataclass(frozen=True, slots=True)
class TargetThen:
    """A target in force: percent, from whom, under which decision."""

    dimension: Dimension
    tier: TargetTier
    agency: str
    bailiff: str
    value: Decimal
    decision_no: str
    decided_on: date
    invented: bool


@dataclass(frozen=True, slots=True)
class ClusterThen:
    """A cluster as it stood on a day."""

    code: str
    name: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CampaignSet:
    """A campaign with its target in percent."""

    code: str
    name: str
    cohort: str
    target: Decimal
    agency: str
    year: int
    decision_no: str


OWN_TIERS = frozenset({TargetTier.PROVINCE, TargetTier.UNIT})
NATION = frozenset({TargetTier.ASSEMBLY, TargetTier.CENTRE})


def targets_of(
    viewer: Viewer, *, agency: str, bailiff: str = "", year: int, on: date
) -> Mapping[Dimension, TargetThen]:
    """Return the targets of an agency's, or a bailiff's, own tier on the day; public to officers."""
    tiers = {TargetTier.BAILIFF} if bailiff else OWN_TIERS
    rows = _in_force(year, on).filter(tier__in=tiers, agency=agency, bailiff=bailiff)
    return {found.dimension: found for found in map(_as_value, rows)}


def all_targets(viewer: Viewer, *, year: int, on: date) -> Sequence[TargetThen]:
    """Return every target of the year in force on the day: all tiers, all agencies and bailiffs."""
    return [_as_value(row) for row in _in_force(year, on)]


def nation_targets(viewer: Viewer, *, year: int, on: date) -> Sequence[TargetThen]:
    """Return the targets of the Assembly and of the centre for the whole country."""
    return [_as_value(row) for row in _in_force(year, on).filter(tier__in=NATION)]


def cluster_of(viewer: Viewer, *, agency: str, on: date) -> ClusterThen | None:
    """Return the emulation cluster an agency belongs to on the day."""
    for row in Cluster.objects.filter(_holds(on)).order_by("code"):
        if agency in row.members:
            return ClusterThen(row.code, row.name, tuple(row.members))
    return None


def campaigns_of(viewer: Viewer, *, agency: str, year: int) -> Sequence[CampaignSet]:
    """Return the campaigns an agency runs in a statistics year."""
    rows = Campaign.objects.filter(agency=agency, year=year).order_by("code")
    return [
        CampaignSet(row.code, row.name, row.cohort, row.target, row.agency, row.year, row.decision_no)
        for row in rows
    ]


def _in_force(year: int, on: date) -> QuerySet[Target]:
    rows = Target.objects.filter(_holds(on), year=year, indicator=COMPLETION_RATE)
    return rows.order_by("tier", "agency", "bailiff", "dimension")


def _holds(on: date) -> Q:
    return Q(valid_from__lte=on) & (Q(valid_to__isnull=True) | Q(valid_to__gt=on))


def _as_value(row: Target) -> TargetThen:
    return TargetThen(
        dimension=Dimension(row.dimension), tier=TargetTier(row.tier), agency=row.agency, bailiff=row.bailiff,
        value=row.value, decision_no=row.decision_no, decided_on=row.decided_on, invented=row.invented,
    )  # fmt: skip
