"""The two regimes: the law of 2008 up to 30/6/2026, the law of 2025 from 1/7/2026 (L25 Đ115–116)."""

from enum import StrEnum


class Regime(StrEnum):
    """Which civil enforcement law governs a day; for the few places that must name it."""

    R2008 = "R2008"
    R2025 = "R2025"
