"""The tiny language of form formulas: sums and differences of columns, or one ratio in percent.

    c1 - c4 - c5 - c5a          a sum
    c8 / c7 percent             a rate

One text serves the identity checks (whole numbers) and the Excel export (cell references).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_COLUMN = r"[a-z]\d+[a-z]?"
_SUM = re.compile(rf"(?:[+-]\s*)?{_COLUMN}(?:\s*[+-]\s*{_COLUMN})*")
_TERM = re.compile(rf"([+-]?)\s*({_COLUMN})")
_RATE = re.compile(rf"({_COLUMN})\s*/\s*({_COLUMN})\s+percent")


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of columns, each with its sign."""

    terms: tuple[tuple[int, str], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(column for _sign, column in self.terms)

    def of(self, cells: Mapping[str, int]) -> int:
        """Return the value over cells in cases or đồng; an absent column counts 0."""
        return sum(sign * cells.get(column, 0) for sign, column in self.terms)

    def excel(self, reference: Callable[[str], str]) -> str:
        """Write the formula without `=`, each column as the reference of its cell: `C5-F5-G5`."""
        written = "".join(("+" if sign > 0 else "-") + reference(column) for sign, column in self.terms)
        return written.removeprefix("+")

    def __str__(self) -> str:
        written = " ".join(("+ " if sign > 0 else "- ") + column for sign, column in self.terms)
        return written.removeprefix("+ ")


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate in percent: numerator ÷ denominator × 100, two decimals, half up (statistics.md 4)."""

    numerator: str
    denominator: str

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.numerator, self.denominator)

    def of(self, cells: Mapping[str, int]) -> Decimal | None:
        """Return the rate rounded to hundredths, or nothing when there is nothing to divide by."""
        whole = cells.get(self.denominator, 0)
        if whole == 0:
            return None
        exact = Decimal(cells.get(self.numerator, 0)) * 100 / Decimal(whole)
        return exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)

    def excel(self, reference: Callable[[str], str]) -> str:
        """Write the formula without `=`; an empty cell where the denominator is 0."""
        over, under = reference(self.numerator), reference(self.denominator)
        return f'IF({under}=0,"",ROUND({over}/{under}*100,2))'

    def __str__(self) -> str:
        return f"{self.numerator} / {self.denominator} percent"


Formula = Sum | Rate


def parse_formula(written: str) -> Formula:
    """Read a formula; a text that is none is a `ValueError`."""
    if rate := _RATE.fullmatch(written.strip()):
        return Rate(rate[1], rate[2])
    return parse_sum(written)


def parse_sum(written: str) -> Sum:
    """Read a sum of columns; a text that is none is a `ValueError`."""
    if _SUM.fullmatch(written.strip()) is None:
        raise ValueError(f"“{written}” is no sum of columns")
    return Sum(tuple((-1 if sign == "-" else 1, column) for sign, column in _TERM.findall(written)))
