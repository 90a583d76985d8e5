"""What the search box looks through, and why a case was found: numbers, names, identity numbers, telephones.

The words of a case are one folded line, its parts between bars; a telephone and an identity number are kept,
and looked for, without the spaces and dots people write in them.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from thads.enforcement.cases.rules.parties import PartyDetails
from thads.kernel.names import fold

BAR = " | "
SPACED_DIGITS = re.compile(r"\+?[\d .\-]{9,24}")
FEWEST_DIGITS = 9


class Matched(StrEnum):
    """What of a case fits what was searched for."""

    CASE_NUMBER = "case_number"
    DECISION_NUMBER = "decision_number"
    JUDGMENT_NUMBER = "judgment_number"
    ORDER_NUMBER = "order_number"
    PARTY = "party"
    ID_NUMBER = "id_number"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Match:
    """Why a case is in the list: what fits, and whose when it is a person's."""

    what: Matched
    text: str
    person: str = ""


def search_words(
    *, numbers: Sequence[str], parties: Iterable[PartyDetails], orders: Iterable[str] = ()
) -> str:
    """Return the words of a case: its numbers, the names, identity numbers and telephones of its parties, the
    numbers of its orders and receipts, each once.
    """
    people = list(parties)
    words = [*numbers, *(one.name for one in people)]
    words += [digits(one.id_number) for one in people if one.id_number]
    words += [digits(one.phone) for one in people if one.phone]
    words += [one for one in dict.fromkeys(orders) if one and one not in numbers]
    return fold(BAR.join(words))


def with_number(words: str, number: str) -> str:
    """Return the words of a case with the number of one more order or receipt."""
    folded = fold(number)
    known = {part.strip() for part in words.split("|")}
    return words if not folded or folded in known else f"{words}{BAR}{folded}"


def wanted_words(text: str) -> str:
    """Return what was typed as it is looked for: folded; digits written in groups become one number."""
    return fold(digits(text))


def digits(written: str) -> str:
    """Return a telephone or identity number without spaces and dots; anything else as it is."""
    bare = "".join(sign for sign in written if sign.isdigit())
    is_number = SPACED_DIGITS.fullmatch(written.strip()) is not None and len(bare) >= FEWEST_DIGITS
    return bare if is_number else written


def why(
    text: str, *, numbers: Sequence[tuple[Matched, str]], parties: Iterable[PartyDetails]
) -> Match | None:
    """Return why a case fits a text: the first of its numbers, names, identity numbers, telephones in which
    most of the words stand; None when none does.
    """
    words = wanted_words(text).split()
    parts = [Match(what, number) for what, number in numbers if number]
    for one in parties:
        parts.append(Match(Matched.PARTY, one.name, one.name))
        parts += [Match(Matched.ID_NUMBER, one.id_number, one.name)] if one.id_number else []
        parts += [Match(Matched.PHONE, one.phone, one.name)] if one.phone else []
    best = max(parts, key=lambda part: _fitting(words, part.text), default=None)
    return best if best is not None and _fitting(words, best.text) else None


def _fitting(words: Sequence[str], text: str) -> int:
    folded = f" {fold(digits(text))}"
    return sum(f" {word}" in folded if word[0].isdigit() else word in folded for word in words)
