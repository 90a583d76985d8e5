"""The texts behind the citation keys, and citations in words for papers and screens.

Articles are written in one fixed form: `L08 Đ48.1c` (Luật 2008, Điều 48, khoản 1, điểm c), several
joined by `; `. So they can be collected, checked and turned into the law's own way of citing.
"""

import re
from dataclasses import dataclass
from datetime import date

from thads.law.loading import Fields

_PIECE = re.compile(r"(?P<source>[A-ZĐ]+\d*[A-Z]*(?:/\d{4})?)(?:\s+(?P<places>Đ.+))?")
_PLACE = re.compile(r"Đ?(?P<article>\d+[a-zđ]?)(?:\.(?P<clause>\d+)?(?P<point>[a-zđ])?)?")
_CLAUSES = re.compile(r"Đ?(?P<article>\d+[a-zđ]?)\.(?P<first>\d+)[–-](?P<last>\d+)")
_RANGE = re.compile(r"Đ?(?P<first>\d+)\s*[–-]\s*(?P<last>\d+)")


@dataclass(frozen=True, slots=True)
class Source:
    """A legal text: its key, full title, the short name used in citations, and the days on which it is in
    force (`until` is exclusive; a day that is not recorded is none).
    """

    key: str
    vi: str
    short_vi: str
    since: date | None = None
    until: date | None = None

    def in_force(self, on: date) -> bool:
        """Say whether the text is in force on the day; one whose days are not recorded is not excluded."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)


@dataclass(frozen=True, slots=True)
class Sources:
    """All texts the files cite."""

    by_key: dict[str, Source]

    def unknown_in(self, basis: str) -> tuple[str, ...]:
        """Return the pieces of a citation that name no known text."""
        pieces = [piece.strip() for piece in basis.split(";")]
        return tuple(piece for piece in pieces if self._source_of(piece) is None)

    def cite(self, basis: str) -> str:
        """Write the citation in words; a piece that cannot be read stays as it is."""
        return "; ".join(self._cited(piece.strip()) for piece in basis.split(";"))

    def _source_of(self, piece: str) -> Source | None:
        match = _PIECE.fullmatch(piece)
        return self.by_key.get(match["source"]) if match else None

    def _cited(self, piece: str) -> str:
        match, source = _PIECE.fullmatch(piece), self._source_of(piece)
        if match is None or source is None:
            return piece
        if match["places"] is None:
            return source.short_vi
        places = [_place(place.strip()) for place in match["places"].split(",")]
        return f"{', '.join(places)} {source.short_vi}"


def _place(written: str) -> str:
    if span := _RANGE.fullmatch(written):
        return f"Điều {span['first']} đến Điều {span['last']}"
    if clauses := _CLAUSES.fullmatch(written):
        return f"khoản {clauses['first']} đến khoản {clauses['last']} Điều {clauses['article']}"
    match = _PLACE.fullmatch(written)
    if match is None:
        return written.replace("Đ", "Điều ", 1)
    point = f"điểm {match['point']} " if match["point"] else ""
    clause = f"khoản {match['clause']} " if match["clause"] else ""
    return f"{point}{clause}Điều {match['article']}"


def read_sources(file: Fields) -> Sources:
    """Read the texts with their short names."""
    sources = {}
    for key, fields in file.table("source").each():
        sources[key] = Source(
            key, fields.text("vi"), fields.text("short_vi"), fields.day_or_none("since"),
            fields.day_or_none("until"),
        )  # fmt: skip
        fields.finish()
    file.finish()
    return Sources(sources)
