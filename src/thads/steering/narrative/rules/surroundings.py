"""Organisation and period of each figure: what was named last before it, and what the text is about."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from thads.steering.narrative.rules import places, times
from thads.steering.narrative.rules.places import COUNTRY, Place, Reach
from thads.steering.narrative.rules.reading import Reading
from thads.steering.narrative.rules.sentences import Sentence
from thads.steering.narrative.rules.times import Said, Time

_OPENING = 70
_LED_BY = 30


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All mentions of places and periods of one text, ready to be asked for any figure."""

    reading: Reading
    places: Sequence[Place]
    place_starts: Sequence[int]
    times: Sequence[Time]
    time_starts: Sequence[int]
    home: str | None
    partial: Time | None
    main_year: int | None

    def org_at(self, place: int, sentence: Sentence, paragraph_start: int) -> str | None:
        """Whom a figure at the place speaks of."""
        own = self._named(sentence.start, place)
        if own is not None:
            return self._resolved(own, place)
        if (unit := self._leading_unit(paragraph_start, sentence.start)) is not None:
            return unit.name
        return self._last_province(place) or self.home

    def unit_at(self, place: int, sentence: Sentence) -> Place | None:
        """The unit named last before the place in its sentence, if nothing wider came after it."""
        own = self._named(sentence.start, place)
        return own if own is not None and own.reach is Reach.UNIT else None

    def period_at(self, place: int, sentence: Sentence, *, planned: bool = False) -> str | None:
        """The reporting period of a figure at the place; a target may lie in the plan."""
        if planned and (aimed := self._time(sentence.start, place, plans=True)) is not None and aimed.year:
            return f"FY{aimed.year}/12M"
        chosen = self._time(0, place, plans=False, own=sentence.start) or self._first_after(place)
        if chosen is None:
            return None
        return self._written(chosen)

    def _named(self, start: int, end: int) -> Place | None:
        found = None
        for at in range(
            bisect.bisect_left(self.place_starts, start), bisect.bisect_left(self.place_starts, end)
        ):
            one = self.places[at]
            if not one.compared and not (found and found.reach is Reach.UNIT and self._belongs(found, one)):
                found = one
        return found

    def _belongs(self, unit: Place, place: Place) -> bool:
        """In "Chi cục THADS huyện Sơn Dương, tỉnh Tuyên Quang" the province only says where the unit is."""
        between = self.reading.flat[unit.end : place.start]
        return place.reach is Reach.PROVINCE and between.strip(" ,(") in (
            "tỉnh",
            "thành phố",
            "",
            "thuộc tỉnh",
            "tp",
            "tp.",
        )

    def _resolved(self, own: Place, place: int) -> str | None:
        if own.reach is Reach.WHOLE:
            return self._last_province(place) or self.home
        return own.name

    def _last_province(self, place: int) -> str | None:
        if self.home is not None and self.home.startswith("Chi cục"):
            return None
        for at in range(bisect.bisect_left(self.place_starts, place) - 1, -1, -1):
            one = self.places[at]
            if one.reach is Reach.PROVINCE and not one.compared:
                return one.name
        return None

    def _leading_unit(self, start: int, end: int) -> Place | None:
        """A unit that a paragraph opens with is what the paragraph speaks of."""
        for at in range(bisect.bisect_left(self.place_starts, start), len(self.places)):
            one = self.places[at]
            if one.start >= min(end, start + _LED_BY):
                return None
            if one.reach is Reach.UNIT and not self._wider(one.end, end):
                return one
        return None

    def _wider(self, start: int, end: int) -> bool:
        low, high = bisect.bisect_left(self.place_starts, start), bisect.bisect_left(self.place_starts, end)
        return any(
            one.reach in (Reach.WHOLE, Reach.COUNTRY) and not one.compared for one in self.places[low:high]
        )

    def _time(self, start: int, end: int, *, plans: bool, own: int = 0) -> Time | None:
        """The period said last in a stretch; a year foreign to the report counts in its own sentence only."""
        for at in range(bisect.bisect_left(self.time_starts, end) - 1, -1, -1):
            one = self.times[at]
            if one.start < start:
                return None
            if one.start < own and one.months is None and one.year != self.main_year:
                continue
            if one.said is Said.REPORTED or (plans and one.said is Said.PLANNED):
                return one
        return None

    def _first_after(self, place: int) -> Time | None:
        for after in range(bisect.bisect_left(self.time_starts, place), len(self.times)):
            time = self.times[after]
            if time.said is Said.REPORTED:
                return time
        return None

    def _written(self, time: Time) -> str | None:
        year = time.year or self._year_near(time.start)
        if year is None:
            return None
        if time.months is None and self.partial is not None and self.partial.year in (year, None):
            return f"FY{year}/{self.partial.months}M"
        return f"FY{year}/{time.months or 12}M"

    def _year_near(self, place: int) -> int | None:
        """The year said last before a place, else the next one, else the one after a compared year."""
        at = bisect.bisect_left(self.time_starts, place)
        for before in range(at - 1, -1, -1):
            time = self.times[before]
            if time.year and time.said is not Said.COMPARED:
                return time.year
        for after in range(at, len(self.times)):
            time = self.times[after]
            if time.year and time.said is not Said.COMPARED:
                return time.year
        return next((time.year + 1 for time in self.times if time.year and time.said is Said.COMPARED), None)


def surroundings(reading: Reading) -> Surroundings:
    """Collect the mentions of a text and what it is about as a whole."""
    named, timed = places.mentions(reading), times.mentions(reading)
    return Surroundings(
        reading,
        named,
        [one.start for one in named],
        timed,
        [one.start for one in timed],
        _home(reading, named),
        _partial(timed),
        _main_year(timed),
    )


def _main_year(timed: Sequence[Time]) -> int | None:
    """The working year that the text reports on: of its periods first, else of its bare years."""
    reported = [time for time in timed if time.said is Said.REPORTED and time.year]
    partial = [time.year for time in reported if time.months]
    counted = Counter(partial or [time.year for time in reported]).most_common(1)
    return counted[0][0] if counted else None


_OF_PROVINCE = re.compile(r"tỉnh|thành phố|\btp\b|địa bàn|cục|hai cấp")
_NATIONAL = re.compile(r"\bchính phủ\b|\bquốc hội\b|\bbộ tư pháp\b|\btổng cục thi hành án")


def _home(reading: Reading, named: Sequence[Place]) -> str | None:
    """Whose report it is: a unit that it opens with, else the province named most, else the country."""
    own = [one for one in named if not one.compared]
    provinces = Counter(one.name for one in own if one.reach is Reach.PROVINCE)
    first = next((one for one in own if one.reach in (Reach.PROVINCE, Reach.UNIT)), None)
    if first is not None and first.reach is Reach.UNIT and first.name.startswith("Chi cục "):
        bureau = any(one.reach is Reach.WHOLE and one.start < first.start for one in own)
        others = {one.name for one in own if one.reach is Reach.UNIT} - {first.name}
        if not bureau and not others and first.name.count(" ") > 1:
            return first.name
    countries = sum(one.reach is Reach.COUNTRY for one in own)
    if provinces and countries <= provinces.most_common(1)[0][1] * 2:
        return provinces.most_common(1)[0][0]
    own_bureau = any(
        one.reach is Reach.WHOLE and _OF_PROVINCE.search(reading.plain[one.start : one.end + 12])
        for one in own
    )
    return (
        COUNTRY
        if countries or (not provinces and not own_bureau and _NATIONAL.search(reading.plain))
        else None
    )


def _partial(timed: Sequence[Time]) -> Time | None:
    """The first period shorter than a year that the text reports on, if it reports on one only."""
    partial = [time for time in timed if time.said is Said.REPORTED and time.months not in (None, 12)]
    spans = {(time.year, time.months) for time in partial if time.year}
    return next((time for time in partial if time.year), None) if len(spans) == 1 else None
