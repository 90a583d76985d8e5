"""The closed words of targets: what a rate is taken of, and who set the target."""

from enum import StrEnum


class Dimension(StrEnum):
    """What is counted: cases (việc) or money (tiền)."""

    CASES = "cases"
    MONEY = "money"


class TargetTier(StrEnum):
    """From whom a target comes down and on whom it lies (statistics.md 6.1)."""

    ASSEMBLY = "assembly"
    CENTRE = "centre"
    PROVINCE = "province"
    UNIT = "unit"
    BAILIFF = "bailiff"


COMPLETION_RATE = "completion_rate"
"""The one indicator kept today: finished of able, c8/c7 in percent (TT10/2017 1901, 1904)."""
