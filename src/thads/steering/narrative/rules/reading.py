"""One even spelling of a Vietnamese text, with the way back to the places in the text as read.

Reports come composed and decomposed (NFC, NFD), with the tone on either vowel ("hoá", "hóa"), with
i or y ("tỉ lệ", "tỷ lệ"), with odd dashes, quotes, spaces and invisible characters. The phrase
tables know one spelling only; this module brings every text to it, character by character, so that
each place in the even text knows its place in the original.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+", re.DOTALL)
_NEEDS_WALK = re.compile(f"[{_INVISIBLE}\u0300-\u036f]")

_SAME_LENGTH = {
    **dict.fromkeys([9, 13, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x3000], " "),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\uff0d"), "-"),
    **dict.fromkeys(map(ord, "“”„‟«»″"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛`´"), "'"),
    **dict.fromkeys(map(ord, "\u2028\u2029\x0b\x0c\x85"), "\n"),
    **{ord("０") + digit: str(digit) for digit in range(10)},
    ord("％"): "%",
    ord("，"): ",",
    ord("．"): ".",
    ord("（"): "(",
    ord("）"): ")",
    ord("：") : ":",
    ord("；"): ";",
    ord("⁄"): "/",
    ord("∕"): "/",
}  # fmt: skip

_EMPTY = re.compile(r"(?<=[ \n]) +| +(?=\n)")

_TONED = {"a": "áàảãạ", "e": "éèẻẽẹ", "y": "ýỳỷỹỵ"}
_TONE_CARRIERS = {"o": "óòỏõọ", "u": "úùủũụ"}


def _moved_tones() -> dict[str, str]:
    """Open syllables with the tone on the second vowel → on the first: "oá" → "óa", "uý" → "úy"."""
    moved: dict[str, str] = {}
    for first, second in (("o", "a"), ("o", "e"), ("u", "y")):
        for toned, carrier in zip(_TONED[second], _TONE_CARRIERS[first], strict=True):
            for old, new in ((first + toned, carrier + second),):
                moved[old] = new
                moved[old.upper()] = new.upper()
                moved[old[0].upper() + old[1]] = new[0].upper() + new[1]
    return moved


_MOVED = _moved_tones()
_TONE_PLACE = re.compile(r"(?<![qQ])(?:" + "|".join(map(re.escape, _MOVED)) + r")\b")
_I_FOR_Y = re.compile(r"\b([tTkKqQlL][uU]?)([ỉìíỈÌÍ])\b")
_Y_OF = {"ỉ": "ỷ", "ì": "ỳ", "í": "ý", "Ỉ": "Ỷ", "Ì": "Ỳ", "Í": "Ý"}
_WITH_Y = {"tỉ", "kì", "quí", "lí"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A text and its even spelling; `plain` is in lower case, `cased` keeps the capitals.

    `flat` is `plain` with line breaks as spaces, for phrases that run over the end of a line.
    """

    text: str
    cased: str
    plain: str
    flat: str
    starts: Sequence[int] | None
    ends: Sequence[int] | None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text as read of a non-empty place in the even text."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def read(text: str) -> Reading:
    """Bring a text to the one spelling that the phrase tables know."""
    starts: array[int] | None = None
    ends: array[int] | None = None
    cased = text
    if _NEEDS_WALK.search(text) or not unicodedata.is_normalized("NFC", text):
        cased, starts, ends = _compose(text)
    if "\n" not in cased:
        cased = cased.replace("\r", "\n")
    cased = cased.translate(_SAME_LENGTH)
    cased = _TONE_PLACE.sub(lambda found: _MOVED[found[0]], cased)
    cased = _I_FOR_Y.sub(_with_y, cased)
    if _EMPTY.search(cased):
        cased, starts, ends = _tightened(cased, starts, ends)
    plain = _lower(cased)
    return Reading(text, cased, plain, plain.replace("\n", " "), starts, ends)


def even(word: str) -> str:
    """The even spelling of a name or a word of a table, capitals kept."""
    return read(word).cased


def _with_y(found: re.Match[str]) -> str:
    return found[1] + _Y_OF[found[2]] if found[0].lower() in _WITH_Y else found[0]


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(one if len(one.lower()) != 1 else one.lower() for one in text)


def _compose(text: str) -> tuple[str, array[int], array[int]]:
    characters: list[str] = []
    starts, ends = array("L"), array("L")
    for start, end, composed in _clusters(text):
        for character in composed:
            characters.append(character)
            starts.append(start)
            ends.append(end)
    return "".join(characters), starts, ends


def _tightened(
    text: str, starts: array[int] | None, ends: array[int] | None
) -> tuple[str, array[int], array[int]]:
    """Drop spaces beside other spaces and line breaks, keeping the way back."""
    starts = starts if starts is not None else array("L", range(len(text)))
    ends = ends if ends is not None else array("L", range(1, len(text) + 1))
    kept_starts, kept_ends, pieces, last = array("L"), array("L"), [], 0
    for gap in _EMPTY.finditer(text):
        pieces.append(text[last : gap.start()])
        kept_starts += starts[last : gap.start()]
        kept_ends += ends[last : gap.start()]
        last = gap.end()
    pieces.append(text[last:])
    return "".join(pieces), kept_starts + starts[last:], kept_ends + ends[last:]


def _clusters(text: str) -> Iterator[tuple[int, int, str]]:
    for found in _CLUSTER.finditer(text):
        if found[0][0] not in _INVISIBLE:
            yield found.start(), found.end(), unicodedata.normalize("NFC", found[0])
