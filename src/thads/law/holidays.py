"""Days that the government moves each year: a working day given free, a weekly day off worked for it.

The public holidays follow from the Labour Code; which days are moved is announced year by year, so it is
dated data (`law/data/holidays.toml`). A year that is not there has not been announced.
"""

from dataclasses import dataclass
from datetime import date

from thads.law.loading import Fields
from thads.law.rulings import Certainty


@dataclass(frozen=True, slots=True)
class DaySwap:
    """A working day given free (`off`) for a weekly day off that is worked (`worked`), with its decision."""

    off: date
    worked: date
    decision: str
    certainty: Certainty
    note: str = ""


@dataclass(frozen=True, slots=True)
class AnnouncedYear:
    """The announcement of a year's holidays: by which paper, and which days it moves."""

    year: int
    decision: str
    certainty: Certainty
    swaps: tuple[DaySwap, ...]
    note: str = ""


def read_announced_years(file: Fields) -> dict[int, AnnouncedYear]:
    """Read the announced years; refuse a year that is no number, a day moved twice, work on a weekday."""
    years = {}
    for name, fields in file.table("year").each():
        if not name.isdigit():
            raise fields.fault("is no year")
        years[int(name)] = _read_year(int(name), fields)
    file.finish()
    _check_moved_once(years, file)
    return years


def _read_year(year: int, fields: Fields) -> AnnouncedYear:
    decision = fields.text("decision")
    certainty = fields.choice("certainty", Certainty, Certainty.STATED)
    swaps = tuple(_read_swap(one, decision, certainty) for one in fields.tables("swaps"))
    announced = AnnouncedYear(year, decision, certainty, swaps, fields.text("note", ""))
    fields.finish()
    return announced


def _read_swap(fields: Fields, decision: str, certainty: Certainty) -> DaySwap:
    swap = DaySwap(
        off=fields.day("off"),
        worked=fields.day("worked"),
        decision=fields.text("decision", decision),
        certainty=fields.choice("certainty", Certainty, certainty),
        note=fields.text("note", ""),
    )
    if swap.off.isoweekday() > 5 or swap.worked.isoweekday() <= 5:
        raise fields.fault(
            f"gives {swap.off} free for {swap.worked}: a working day goes for a weekly day off"
        )
    fields.finish()
    return swap


def _check_moved_once(years: dict[int, AnnouncedYear], file: Fields) -> None:
    moved = [day for year in years.values() for swap in year.swaps for day in (swap.off, swap.worked)]
    if doubled := {day for day in moved if moved.count(day) > 1}:
        raise file.fault(f"days moved twice: {', '.join(map(str, sorted(doubled)))}")
