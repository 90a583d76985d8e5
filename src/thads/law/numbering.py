"""How papers are numbered: symbols of the agencies, and the series with the year each runs by.

No text we could read lays the symbols down (they stand in appendices that are not published with T04), so
they carry `certainty = "derived"`; an agency may lay down its own. Receipts run by the calendar year, all
else by the statistics year (T04 Đ15.1, 30.4a).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thads.kernel.periods import Period
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law.loading import Fields
from thads.law.rulings import Ruling, Timeline, Unit, read_timeline

register_sentences(
    {
        "law.series_unknown": "Không có dãy số “{family}” trong quy định về đánh số; các dãy: {known}.",
    }
)


class SeriesYear(StrEnum):
    """Which year a series of numbers runs by."""

    STATISTICS = "statistics"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class NumberFamily:
    """One series: its name, the register its numbers are entered in, the year it runs by."""

    code: str
    vi: str
    register: str
    year: SeriesYear
    basis: str


@dataclass(frozen=True, slots=True)
class NumberingLaw:
    """All symbols and series."""

    symbols: dict[str, Timeline]
    families: dict[str, NumberFamily]

    def symbol(self, agency_kind: str, *, on: date) -> Ruling | None:
        """Return the symbol of a kind of agency on the day, nothing when the kind has none of its own."""
        timeline = self.symbols.get(agency_kind)
        return None if timeline is None else timeline.find(on)

    def family(self, code: str) -> NumberFamily:
        """Return a series by its code, or the one it is a part of: `receipt.fee` → `receipt`; refuse an
        unknown one.
        """
        found = self.families.get(code) or self.families.get(code.partition(".")[0])
        if found is None:
            raise Refusal("law.series_unknown", family=code, known=", ".join(sorted(self.families)))
        return found

    def year_of(self, code: str, on: date) -> int:
        """Return the year whose series gives the number on the day."""
        if self.family(code).year is SeriesYear.CALENDAR:
            return on.year
        return Period.containing(on).year


def read_numbering(file: Fields) -> NumberingLaw:
    """Read symbols and series."""
    symbols = {
        kind: read_timeline(f"symbol.{kind}", fields, unit=Unit.CODE)
        for kind, fields in file.table("symbol").each()
    }
    families = {code: _read_family(code, fields) for code, fields in file.table("family").each()}
    file.finish()
    return NumberingLaw(symbols, families)


def _read_family(code: str, fields: Fields) -> NumberFamily:
    family = NumberFamily(
        code=code,
        vi=fields.text("vi"),
        register=fields.text("register", ""),
        year=fields.choice("year", SeriesYear, SeriesYear.STATISTICS),
        basis=fields.text("basis"),
    )
    fields.finish()
    return family
