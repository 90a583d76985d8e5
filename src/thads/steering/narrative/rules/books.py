"""The figures of a text held against the ledger: whoever knows the books answers for one figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from thads.kernel.refusals import Severity
from thads.steering.narrative.rules.claims import finding
from thads.steering.narrative.rules.precision import (
    Fit,
    fit,
    places_of,
    point,
    printed,
    shown,
    shown_amount,
    shown_percent,
)
from thads.steering.narrative.rules.vocabulary import INDICATOR_VI, Figure, Finding, Indicator, Unit

_NOT_IN_BOOKS = frozenset({Indicator.OTHER, Indicator.RANK, Indicator.WORKLOAD_PER_BAILIFF})


Known = Decimal | Fraction | int | None


class Books(Protocol):
    """Says what the ledger knows of a figure: cases, đồng, percent or points; nothing when it cannot tell."""

    def __call__(self, figure: Figure, /) -> Known: ...


def check(figures: Sequence[Figure], books: Books) -> Iterator[Finding]:
    """Findings where the books say another number than the text."""
    for index, figure in enumerate(figures):
        if figure.scope or figure.part or figure.indicator in _NOT_IN_BOOKS:
            continue
        known = books(figure)
        if known is None:
            continue
        how = fit(figure, point(known))
        if how is not Fit.ROUNDED:
            yield _told(index, figure, Fraction(known), how)


def _told(index: int, figure: Figure, known: Fraction, how: Fit) -> Finding:
    percentage = figure.unit in (Unit.PERCENT, Unit.PP)
    places = max(2, places_of(figure))
    true = shown_percent(known, places) if percentage else shown_amount(known, figure)
    name = INDICATOR_VI[figure.indicator]
    if how is Fit.CUT:
        message = f"{shown(figure)} là số cắt bớt, không làm tròn: sổ sách có {name} {true}."
        severity, code = Severity.INFO, "rounding.cut"
    else:
        message = f"Văn bản ghi {name} {shown(figure)}, sổ sách có {true}."
        severity, code = Severity.ERROR, "books.differ"
    return finding(
        code, message, [index], computed=printed(known, places if percentage else 0),
        printed=figure.written_value, severity=severity,
    )  # fmt: skip
