"""Reading targets and what was reached: targets in force, results held against them, campaigns."""

from thads.steering.targets.queries.campaigns import campaign_result, stock_by_age
from thads.steering.targets.queries.results import results
from thads.steering.targets.queries.setting import (
    CampaignSet,
    ClusterThen,
    TargetThen,
    all_targets,
    campaigns_of,
    cluster_of,
    nation_targets,
    targets_of,
)

__all__ = [
    "CampaignSet", "ClusterThen", "TargetThen", "all_targets", "campaign_result", "campaigns_of",
    "cluster_of", "nation_targets", "results", "stock_by_age", "targets_of",
]  # fmt: skip
