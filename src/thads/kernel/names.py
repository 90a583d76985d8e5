"""Vietnamese names for searching and sorting, alike on every database.

Databases order by code point and strip marks differently; so each searchable name has two columns
filled from here: `fold` for searching without diacritics, `sort_key` for the order of the dictionary
(letters a ă â b … đ … ê … ô ơ … ư; then the tones: none, huyền, hỏi, ngã, sắc, nặng).
"""

import re
import unicodedata
from functools import lru_cache

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: f"{place:02d}" for place, letter in enumerate(_LETTERS, start=20)}
_TONES = {"̀": "1", "̉": "2", "̃": "3", "́": "4", "̣": "5"}
_SHAPES = {"̆", "̂", "̛"}
_SPACES = re.compile(r"\s+")


def fold(text: str) -> str:
    """Return the text for searching: no marks, đ → d, lower case, single spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return _SPACES.sub(" ", plain.replace("đ", "d").replace("Đ", "d")).strip().casefold()


def sort_key(text: str) -> str:
    """Return a key whose plain string order is the Vietnamese dictionary order, word by word."""
    return " ".join(_word_key(word) for word in _SPACES.split(text.strip().lower()) if word)


@lru_cache(maxsize=65536)
def _word_key(word: str) -> str:
    ranks, tone = [], "0"
    for character in unicodedata.normalize("NFC", word):
        letter, mark = _without_tone(character)
        ranks.append(_RANK.get(letter, letter))
        tone = mark or tone
    return f"{''.join(ranks)}!{tone}"  # "!" sorts before every letter: a whole word before a longer one


def _without_tone(character: str) -> tuple[str, str]:
    parts = unicodedata.normalize("NFD", character)
    tone = next((_TONES[part] for part in parts if part in _TONES), "")
    shape = "".join(part for part in parts[1:] if part in _SHAPES)
    return unicodedata.normalize("NFC", parts[0] + shape), tone
