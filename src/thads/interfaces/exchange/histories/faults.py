"""Faults found in a file, kept with their line so that they can be shown in the order of the file."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from thads.kernel.refusals import Problem, Refusal
from thads.kernel.sentences import register_sentences

SHOWN = 100
"""How many faults are told one by one; the rest is a number."""

_KEPT = 20_000
_LINE = "dòng "

register_sentences(
    {
        "histories.and_more": "… và {more} lỗi nữa; hãy sửa các lỗi trên rồi kiểm tra lại.",
    }
)


@dataclass(slots=True)
class Faults:
    """Collects the faults of one file; counts all, keeps enough to show."""

    count: int = 0
    _kept: list[tuple[int, Problem]] = field(default_factory=list)

    def add(self, line: int, code: str, *, basis: str = "", **details: object) -> None:
        """Note a fault at a line (0: the file as a whole)."""
        self.count += 1
        if len(self._kept) < _KEPT:
            self._kept.append((line, Problem(code, where=where(line), basis=basis, details=details)))

    def add_refusal(self, line: int, refusal: Refusal) -> None:
        """Note at a line what a rule refused."""
        self.add(line, refusal.code, basis=refusal.basis, **refusal.details)

    def add_problem(self, problem: Problem) -> None:
        """Take over a fault that a room found, at the line that it names."""
        number = problem.where.removeprefix(_LINE)
        self.count += 1
        if len(self._kept) < _KEPT:
            self._kept.append((int(number) if number.isdigit() else 0, problem))

    def shown(self) -> Iterable[Problem]:
        """Yield the first faults in the order of the file, then how many more there are."""
        ordered = sorted(self._kept, key=lambda kept: kept[0])
        yield from (problem for _, problem in ordered[:SHOWN])
        if self.count > SHOWN:
            yield Problem("histories.and_more", details={"more": self.count - SHOWN})

    def __bool__(self) -> bool:
        return self.count > 0


def where(line: int) -> str:
    """Return how a line is named in a fault."""
    return f"{_LINE}{line}" if line else "tệp"
