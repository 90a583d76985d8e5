"""A report held against its own arithmetic, against known targets and, when given, against the books.

Findings are values for people, never guesses: each names both numbers in one Vietnamese sentence. A
text without figures about enforcement has no findings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from thads.steering.narrative.rules import books as ledger
from thads.steering.narrative.rules.books import Books
from thads.steering.narrative.rules.checks import contradictions, growth, ratios, sums, targets, words
from thads.steering.narrative.rules.claims import Claims, claims_of
from thads.steering.narrative.rules.known_targets import known_targets
from thads.steering.narrative.rules.reading import Reading, read
from thads.steering.narrative.rules.vocabulary import Dimension, Figure, Finding

PASSES: tuple[Callable[[Claims], Iterator[Finding]], ...] = (
    ratios.check,
    sums.check,
    growth.check,
    targets.check,
    contradictions.check,
)


def check(
    figures: Sequence[Figure],
    text: str,
    *,
    targets: Mapping[Dimension, Decimal] | None = None,
    books: Books | None = None,
) -> list[Finding]:
    """The findings of a text, in the order of the figures they begin with.

    `targets` are the yearly targets of the body that the report is about, in percent; `books` says
    what the ledger knows of a figure.
    """
    return check_read(figures, read(text), targets=targets, books=books)


def check_read(
    figures: Sequence[Figure],
    reading: Reading,
    *,
    targets: Mapping[Dimension, Decimal] | None = None,
    books: Books | None = None,
) -> list[Finding]:
    """The same for a text whose even spelling is known already."""
    if not figures:
        return []
    claims = claims_of(figures, reading.text, given=dict(targets or {}), known=known_targets())
    found = [one for each in PASSES for one in each(claims)]
    found += words.check(claims, reading)
    if books is not None:
        cut = {index for one in found if one.code == "rounding.cut" for index in one.figures}
        found += [
            one
            for one in ledger.check(figures, books)
            if one.code != "rounding.cut" or not cut & set(one.figures)
        ]
    return sorted(dict.fromkeys(found), key=lambda one: _place(one, figures))


def _place(one: Finding, figures: Sequence[Figure]) -> int:
    if one.start is not None:
        return one.start
    return figures[max(one.figures)].start if one.figures else 0
