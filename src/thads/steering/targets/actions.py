"""Setting targets with their decision, forming clusters, opening campaigns."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from thads.foundation.access.door import action
from thads.foundation.access.rules.rights import check_may
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.kernel.refusals import Refusal
from thads.steering.targets.models import Campaign, Cluster, Target
from thads.steering.targets.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.steering.targets.rules.cohort import COHORTS
from thads.steering.targets.rules.vocabulary import COMPLETION_RATE, Dimension, TargetTier


@action("targets.set_target")
def set_target(
    *,
    viewer: Viewer,
    year: int,
    dimension: Dimension,
    tier: TargetTier,
    agency: str,
    value: Decimal,
    decision_no: str,
    decided_on: date,
    since: date | None = None,
    bailiff: str = "",
    invented: bool = False,
) -> int:
    """Set, or re-adjust from a day on, the completion rate of a year in percent.

    Refuses a value outside (0, 100], a target without its decision, a re-adjustment that is not later than
    the one in force, and whoever has no say over the agency's superior.
    """
    _check_target(value=value, decision_no=decision_no, tier=tier, bailiff=bailiff)
    since = since or decided_on
    check_may(viewer, "targets.set_target", agency=_authority(tier, agency, since))
    mine = Target.objects.filter(
        year=year, indicator=COMPLETION_RATE, dimension=dimension, tier=tier, agency=agency, bailiff=bailiff
    )
    _end_the_one_before(mine.order_by("-valid_from").first(), since)
    row = Target.objects.create(
        year=year, indicator=COMPLETION_RATE, dimension=dimension, tier=tier, agency=agency, bailiff=bailiff,
        value=value, decision_no=decision_no, decided_on=decided_on, valid_from=since, invented=invented,
    )  # fmt: skip
    return row.pk


@action("targets.form_cluster")
def form_cluster(*, viewer: Viewer, code: str, name: str, members: Sequence[str], since: date) -> str:
    """Form an emulation cluster of agencies from a day on; a later one of the same code replaces it."""
    if len(set(members)) < 2:
        raise Refusal("targets.cluster_too_small")
    for agency in members:
        check_may(viewer, "targets.form_cluster", agency=agency)
    Cluster.objects.filter(code=code, valid_to__isnull=True, valid_from__lt=since).update(valid_to=since)
    Cluster.objects.create(code=code, name=name, members=sorted(set(members)), valid_from=since)
    return code


@action("targets.open_campaign")
def open_campaign(
    *,
    viewer: Viewer,
    code: str,
    name: str,
    cohort: str,
    target: Decimal,
    agency: str,
    year: int,
    decision_no: str = "",
) -> str:
    """Open a campaign of a statistics year over a cohort of cases; the target is a part of it in percent."""
    check_may(viewer, "targets.open_campaign", agency=agency)
    if cohort not in COHORTS:
        raise Refusal("targets.cohort_unknown", cohort=cohort, allowed=", ".join(COHORTS))
    if not 0 < target <= 100:
        raise Refusal("targets.not_a_percentage", value=target)
    if Campaign.objects.filter(code=code).exists():
        raise Refusal("targets.campaign_exists", campaign=code)
    Campaign.objects.create(
        code=code, name=name, cohort=cohort, target=target, agency=agency, year=year, decision_no=decision_no
    )
    return code


def _check_target(*, value: Decimal, decision_no: str, tier: TargetTier, bailiff: str) -> None:
    if not 0 < value <= 100:
        raise Refusal("targets.not_a_percentage", value=value)
    if not decision_no.strip():
        raise Refusal("targets.no_decision")
    if tier is TargetTier.BAILIFF and not bailiff:
        raise Refusal("targets.bailiff_missing")


def _authority(tier: TargetTier, agency: str, on: date) -> str:
    """Return the agency that answers for the target: the superior, or for a bailiff his own agency."""
    if tier in (TargetTier.BAILIFF, TargetTier.ASSEMBLY, TargetTier.CENTRE):
        return agency
    tree = organisation.agency_tree(on=on)
    parent = tree[agency].parent if agency in tree else None
    return parent or agency


def _end_the_one_before(before: Target | None, since: date) -> None:
    if before is None:
        return
    if before.valid_from == since:
        raise Refusal("targets.same_day", since=since, decision_no=before.decision_no)
    if before.valid_from > since:
        raise Refusal("targets.later_exists", since=before.valid_from, agency=before.agency)
    if before.valid_to is None or before.valid_to > since:
        before.valid_to = since
        before.save(update_fields=["valid_to"])
