"""Pages of a listing: which rows are shown, which page numbers stand below."""

from dataclasses import dataclass

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Pages:
    """Page `number` of a listing of `total` rows, `size` a page; numbers count from 1."""

    number: int
    total: int
    size: int = PAGE_SIZE

    @classmethod
    def asked(cls, written: str | None, *, total: int, size: int = PAGE_SIZE) -> "Pages":
        """Return the page asked for in the address; what is no page number is brought to the nearest one."""
        wanted = int(written) if written and written.isdecimal() and len(written) < 10 else 1
        return cls(min(max(wanted, 1), max(-(-total // size), 1)), total, size)

    @property
    def count(self) -> int:
        return max(-(-self.total // self.size), 1)

    @property
    def offset(self) -> int:
        return (self.number - 1) * self.size

    @property
    def first(self) -> int:
        return self.offset + 1 if self.total else 0

    @property
    def last(self) -> int:
        return min(self.offset + self.size, self.total)

    @property
    def previous(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        return self.number + 1 if self.number < self.count else None

    @property
    def shown(self) -> list[int | None]:
        """Page numbers to offer: the ends and the neighbours, None for a gap."""
        near = {1, self.count, *range(self.number - 1, self.number + 2)}
        numbers = sorted(n for n in near if 1 <= n <= self.count)
        out: list[int | None] = []
        for before, number in zip([0, *numbers], numbers, strict=False):
            if number - before > 1:
                out.append(None)
            out.append(number)
        return out
