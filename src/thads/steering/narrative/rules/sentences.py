"""Paragraphs and sentences of a report, hard-wrapped lines joined, list items kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thads.steering.narrative.rules.reading import Reading

_LINE = re.compile(r"[^\n]*\n?")
BULLET = re.compile(
    r"\s*(?:[-+*•●▪◦–]\s*|\d{1,2}(?:\.\d{1,2})*[.)]\s+|\d{1,2}(?:\.\d{1,2})+\.?\s+(?=[^\d\s])"
    r"|[ivx]{1,4}[.)]\s+"
    r"|[a-zđ][.)]\s+)"
)
_FULL_STOP = re.compile(r"[.!?…]+[\"')\]]*(?=\s+[\"'(\[]*[A-ZÀ-ỸĐ0-9+\-])|[.!?…]+\s*$")
_ABBREVIATION = re.compile(r"(?:\b(?:tp|tx|đ/c|st|ths|ts|pgs|gs|tt|kt|bcđ|v\.v|q|p|h|mr|tr)\.|\d\.)$")
_TERMINAL = re.compile(r"[.;:!?…][\"')\]]*\s*$")
_LONG_LINE = 55
_LONGEST = 3_000


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of the even text that says one thing; `leads` when it ends with a colon."""

    start: int
    end: int
    paragraph: int
    bullet: bool
    leads: bool


def sentences(reading: Reading) -> list[Sentence]:
    """The sentences of a text in order; a paragraph number changes at every real line break."""
    found: list[Sentence] = []
    for number, (start, end) in enumerate(_paragraphs(reading.cased)):
        bullet = bool(BULLET.match(reading.plain, start, end))
        for one, (first, last) in enumerate(_split(reading, start, end)):
            leads = reading.plain[first:last].rstrip().endswith(":")
            found.append(Sentence(first, last, number, bullet and one == 0, leads))
    return found


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs: lines, but a line that goes on in the next one (wrapped) is joined with it."""
    start = end = 0
    last = ""
    for line in _LINE.finditer(text):
        if not line[0]:
            break
        if start < end and _goes_on(last, line[0]) and end - start < _LONGEST:
            end, last = line.end(), line[0]
            continue
        if text[start:end].strip():
            yield start, end
        (start, end), last = line.span(), line[0]
    if text[start:end].strip():
        yield start, end


def _goes_on(before: str, line: str) -> bool:
    last = before.rstrip()
    following = line.strip()
    if not last or not following or BULLET.match(following) or _TERMINAL.search(last):
        return False
    if following[0].islower() or following[0] in "(,;%=" or last.endswith((",", "(", "=")):
        return True
    if following[0].isdigit():
        return len(last) > 20
    return len(last) >= _LONG_LINE and len(last) <= 130 and len(following) >= 20


def _split(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for stop in _FULL_STOP.finditer(reading.cased, start, end):
        if _is_abbreviation(reading.plain, first, stop):
            continue
        yield from _not_too_long(reading.plain, first, stop.end())
        first = stop.end()
    if reading.plain[first:end].strip():
        yield from _not_too_long(reading.plain, first, end)


def _not_too_long(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Text without full stops (a table pasted in) is read in stretches, so that time stays linear."""
    while end - start > _LONGEST:
        stop = max(plain.rfind(" ", start, start + _LONGEST), plain.rfind("\n", start, start + _LONGEST))
        stop = stop + 1 if stop > start else start + _LONGEST
        yield start, stop
        start = stop
    yield start, end


def _is_abbreviation(plain: str, first: int, stop: re.Match[str]) -> bool:
    if stop[0][0] != ".":
        return False
    said = plain[max(first, stop.start() - 8) : stop.start() + 1]
    if _ABBREVIATION.search(said):
        digits = said[-2:-1].isdigit()
        return not digits or bool(BULLET.fullmatch(plain[first : stop.end()] + " "))
    return False
