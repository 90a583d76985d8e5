"""A page of a list as a value."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Page:
    """Which page of a list is wanted: number from 1, rows a page (at most 500)."""

    number: int = 1
    size: int = 50

    @property
    def start(self) -> int:
        return (max(self.number, 1) - 1) * self.length

    @property
    def length(self) -> int:
        return min(max(self.size, 1), 500)


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """One page of rows and how many there are in all."""

    rows: Sequence[Row]
    total: int
    page: Page

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // self.page.length))

    @property
    def has_next(self) -> bool:
        return self.page.number < self.pages

    @property
    def has_previous(self) -> bool:
        return self.page.number > 1
