"""How many cases take which course, and when: the table from which the figures of the forms follow.

Names of the courses are those of `telling`. The cohort of the campaign (able for over a year) is made by the
rows CARRIED_… (decided on or before 1/10/2022) and ARISING_… (whose first anniversary lies in the year): the
sums 253 = 80 + 173 and 185 = 61 + 124 are those published. Every other row keeps out of it: it is decided
later, not able on the day that counts, or finished before.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from thads.interfaces.exchange.demo.calendar import AS_OF, between, days, years_after
from thads.interfaces.exchange.demo.plans import Share

Moments = dict[str, date]
Draw = Callable[[Random], tuple[date, Moments]]


@dataclass(frozen=True, slots=True)
class Row:
    """So many cases of the province on one course, drawn by a function of dates."""

    name: str
    count: int
    course: str
    share: Share
    draw: Draw
    hard: bool = False


F, A, X = Share.FINISHED, Share.ABLE, Share.FREE
d = date
OLD = (d(2018, 10, 1), d(2022, 9, 30))
LATEST_END = d(2024, 6, 28)


def _old(chance: Random) -> date:
    return max(between(*OLD, chance), between(*OLD, chance))


def _end_after(first: date, last: date, chance: Random, *, quick: bool = False) -> date:
    """Draw an end; quick ones lie nearer to the beginning."""
    drawn = between(first, last, chance)
    return min(drawn, between(first, last, chance)) if quick else drawn


def finished_in(first: date, last: date, *, from_day: date, to_day: date) -> Draw:
    """Decided from first to last, ended within the second span and at least ten days later."""

    def draw(chance: Random) -> tuple[date, Moments]:
        decided = between(first, last, chance)
        start = max(from_day, days(decided, 10))
        return decided, {"end": _end_after(start, to_day, chance, quick=from_day <= decided)}

    return draw


def _carried_solved(chance: Random) -> tuple[date, Moments]:
    return _old(chance), {"end": between(d(2023, 10, 5), LATEST_END, chance)}


def _carried_open(chance: Random) -> tuple[date, Moments]:
    return _old(chance), {}


def _carried_then(moment: str) -> Draw:
    def draw(chance: Random) -> tuple[date, Moments]:
        return _old(chance), {moment: between(d(2023, 10, 16), d(2024, 6, 20), chance)}

    return draw


def _arising_solved(chance: Random) -> tuple[date, Moments]:
    decided = between(d(2022, 10, 3), d(2023, 5, 19), chance)
    return decided, {"end": between(days(years_after(decided, 1), 2), LATEST_END, chance)}


def _arising_open(chance: Random) -> tuple[date, Moments]:
    return between(d(2022, 10, 3), d(2023, 6, 29), chance), {}


def _arising_then(moment: str) -> Draw:
    def draw(chance: Random) -> tuple[date, Moments]:
        decided = between(d(2022, 10, 3), d(2023, 5, 19), chance)
        return decided, {moment: between(days(years_after(decided, 1), 5), d(2024, 6, 20), chance)}

    return draw


def _finished_before_anniversary(chance: Random) -> tuple[date, Moments]:
    decided = between(d(2022, 11, 21), d(2023, 6, 29), chance)
    return decided, {"end": between(d(2023, 10, 2), days(years_after(decided, 1), -3), chance)}


def _unable_before(chance: Random) -> tuple[date, Moments]:
    decided = between(d(2019, 10, 1), d(2023, 8, 11), chance)
    earliest = max(days(decided, 40), d(2022, 10, 3))
    latest = d(2023, 6, 28) if decided <= d(2023, 5, 12) else d(2023, 9, 22)
    return decided, {"unable": between(earliest, latest, chance)}


def _unable_and_back(chance: Random) -> tuple[date, Moments]:
    decided = between(d(2018, 10, 1), d(2022, 8, 26), chance)
    unable = between(max(days(decided, 40), d(2021, 10, 4)), d(2023, 3, 31), chance)
    return decided, {"unable": unable, "resumed": between(d(2023, 10, 9), d(2024, 3, 15), chance)}


def _unable_and_finished(chance: Random) -> tuple[date, Moments]:
    decided, moments = _unable_and_back(chance)
    return decided, moments | {"end": between(days(moments["resumed"], 10), LATEST_END, chance)}


def _ledger_this_year(chance: Random) -> tuple[date, Moments]:
    decided = between(d(2018, 10, 1), d(2021, 8, 31), chance)
    unable = between(max(days(decided, 40), d(2021, 6, 1)), d(2022, 8, 31), chance)
    return decided, {
        "unable": unable,
        "ledger": between(max(days(unable, 375), d(2023, 10, 3)), d(2024, 6, 25), chance),
    }


def _ledger_before(chance: Random) -> tuple[date, Moments]:
    decided = between(d(2016, 10, 3), d(2021, 3, 31), chance)
    unable = between(days(decided, 40), days(decided, 400), chance)
    return decided, {"unable": unable, "ledger": between(days(unable, 375), days(unable, 470), chance)}


def _ledger_and_back(chance: Random) -> tuple[date, Moments]:
    decided, moments = _ledger_before(chance)
    return decided, moments | {"resumed": between(d(2023, 10, 9), d(2024, 4, 10), chance)}


def _ledger_and_finished(chance: Random) -> tuple[date, Moments]:
    decided, moments = _ledger_and_back(chance)
    return decided, moments | {"end": between(days(moments["resumed"], 15), LATEST_END, chance)}


def resting_since(
    moment: str, first: date, last: date, *, from_day: date, to_day: date, after: int = 40
) -> Draw:
    """Decided from first to last; at rest since a day in the second span, some days after the decision."""

    def draw(chance: Random) -> tuple[date, Moments]:
        decided = between(first, last, chance)
        return decided, {moment: between(max(from_day, days(decided, after)), to_day, chance)}

    return draw


def open_since(first: date, last: date) -> Draw:
    """Decided from first to last and still open, later days more often."""

    def draw(chance: Random) -> tuple[date, Moments]:
        return max(between(first, last, chance), between(first, last, chance)), {}

    return draw


NEW = (d(2023, 10, 2), d(2024, 6, 12))
Q3 = (d(2023, 7, 3), d(2023, 9, 8))
YEAR_2023 = (d(2022, 10, 3), d(2023, 6, 9))

# fmt: off
# ruff: noqa: E501  (a table: one row a line)
ROWS = (
    # ------------------------------------------------------------ campaign cohort, carried over: 253 = 80 + 173
    Row("CARRIED_SOLVED",       80, "finish",        F, _carried_solved),
    Row("CARRIED_OPEN",        147, "able",          A, _carried_open),
    Row("CARRIED_AGREED",        6, "agree",         A, _carried_then("deferred")),
    Row("CARRIED_UNABLE",       10, "unable",        X, _carried_then("unable"), hard=True),
    Row("CARRIED_DEFERRED",      4, "defer",         X, _carried_then("deferred")),
    Row("CARRIED_SUSPENDED",     3, "suspend",       X, _carried_then("suspended")),
    Row("CARRIED_DELEGATED",     3, "delegate",      X, _carried_then("delegated")),
    # ------------------------------------------------------------ campaign cohort, newly arising: 185 = 61 + 124
    Row("ARISING_SOLVED",       61, "finish",        F, _arising_solved),
    Row("ARISING_OPEN",        114, "able",          A, _arising_open),
    Row("ARISING_UNABLE",        8, "unable",        X, _arising_then("unable"), hard=True),
    Row("ARISING_DEFERRED",      2, "defer",         X, _arising_then("deferred")),
    # ------------------------------------------------------------ carried over, outside the cohort
    Row("EARLY_FINISHED",      150, "finish",        F, _finished_before_anniversary),
    Row("SUMMER_FINISHED",     335, "finish",        F, finished_in(*Q3, from_day=d(2023, 10, 2), to_day=LATEST_END)),
    Row("SUMMER_OPEN",         135, "able",          A, open_since(d(2023, 7, 3), d(2023, 9, 28))),
    Row("SUMMER_AGREED",         6, "agree",         A, resting_since("deferred", d(2023, 7, 3), d(2023, 8, 11), from_day=d(2023, 8, 20), to_day=d(2023, 9, 25), after=25)),
    Row("SUMMER_DELEGATED",     18, "delegate",      X, resting_since("delegated", *Q3, from_day=d(2023, 10, 4), to_day=d(2024, 5, 31))),
    Row("SUMMER_RECALLED",       3, "recall",        X, resting_since("recalled", *Q3, from_day=d(2023, 10, 4), to_day=d(2024, 4, 26), after=10)),
    Row("UNABLE_STILL",        620, "unable",        X, _unable_before, hard=True),
    Row("UNABLE_FINISHED",      38, "finish",        F, _unable_and_finished, hard=True),
    Row("UNABLE_BACK",          22, "able",          A, _unable_and_back, hard=True),
    Row("LEDGER_THIS_YEAR",     95, "ledger",        X, _ledger_this_year, hard=True),
    Row("LEDGER_STILL",        610, "ledger",        X, _ledger_before, hard=True),
    Row("LEDGER_FINISHED",       4, "finish",        F, _ledger_and_finished, hard=True),
    Row("LEDGER_BACK",           8, "able",          A, _ledger_and_back, hard=True),
    Row("DEFERRED_STILL",       18, "defer",         X, resting_since("deferred", d(2021, 10, 4), d(2023, 7, 31), from_day=d(2023, 3, 1), to_day=d(2023, 9, 20))),
    Row("SUSPENDED_STILL",      12, "suspend",       X, resting_since("suspended", d(2021, 10, 4), d(2023, 7, 31), from_day=d(2023, 3, 1), to_day=d(2023, 9, 20))),
    # ------------------------------------------------------------ new; NEW_FINISHED and NEW_OPEN take the rest
    Row("NEW_AGREED",           12, "agree",         A, resting_since("deferred", d(2023, 10, 2), d(2024, 5, 10), from_day=d(2023, 11, 1), to_day=d(2024, 6, 24))),
    Row("NEW_COLLECTED",         8, "await_closing", A, resting_since("collected", d(2024, 2, 19), d(2024, 5, 31), from_day=d(2024, 6, 17), to_day=d(2024, 6, 27), after=15)),
    Row("NEW_UNABLE",          400, "unable",        X, resting_since("unable", d(2023, 10, 2), d(2024, 5, 10), from_day=d(2023, 11, 6), to_day=d(2024, 6, 26)), hard=True),
    Row("NEW_DEFERRED",         14, "defer",         X, resting_since("deferred", d(2023, 10, 2), d(2024, 5, 10), from_day=d(2023, 11, 6), to_day=d(2024, 6, 24))),
    Row("NEW_SUSPENDED",         8, "suspend",       X, resting_since("suspended", d(2023, 10, 2), d(2024, 5, 10), from_day=d(2023, 11, 6), to_day=d(2024, 6, 24))),
    Row("NEW_DELEGATED",        42, "delegate",      X, resting_since("delegated", d(2023, 10, 2), d(2024, 5, 3), from_day=d(2023, 10, 30), to_day=d(2024, 6, 14), after=20)),
    Row("NEW_RECALLED",          9, "recall",        X, resting_since("recalled", d(2023, 10, 2), d(2024, 5, 17), from_day=d(2023, 10, 16), to_day=d(2024, 6, 21), after=8)),
    Row("NEW_PULLED_UP",         3, "pull_up",       X, resting_since("pulled_up", d(2023, 10, 2), d(2024, 2, 29), from_day=d(2023, 12, 4), to_day=d(2024, 4, 26))),
    Row("AFTER_THE_PERIOD",     15, "able",          X, open_since(d(2024, 7, 1), d(2024, 7, 2))),
    # ------------------------------------------------------------ the year before, already closed
    Row("LAST_YEAR_FINISHED", 2500, "finish",        Share.FINISHED_LAST_YEAR, finished_in(*YEAR_2023, from_day=d(2022, 10, 5), to_day=d(2023, 6, 29))),
    Row("LAST_SUMMER_FINISHED", 100, "finish",       Share.FINISHED_LATER_LAST_YEAR, finished_in(d(2022, 10, 3), d(2023, 6, 23), from_day=d(2023, 7, 3), to_day=d(2023, 9, 28))),
    Row("LAST_QUARTER",        400, "finish",        X, finished_in(d(2023, 7, 3), d(2023, 9, 1), from_day=d(2023, 7, 10), to_day=d(2023, 9, 28))),
    Row("OLDER_FINISHED",      560, "finish",        X, finished_in(d(2019, 10, 1), d(2022, 9, 23), from_day=d(2022, 10, 4), to_day=d(2023, 6, 29))),
    Row("OLDER_LATER",          30, "finish",        X, finished_in(d(2019, 10, 1), d(2022, 9, 23), from_day=d(2023, 7, 3), to_day=d(2023, 9, 28))),
    Row("LAST_YEAR_DELEGATED",  50, "delegate",      X, resting_since("delegated", *YEAR_2023, from_day=d(2022, 11, 1), to_day=d(2023, 6, 23), after=14)),
    Row("LAST_YEAR_RECALLED",    8, "recall",        X, resting_since("recalled", *YEAR_2023, from_day=d(2022, 11, 1), to_day=d(2023, 6, 23), after=10)),
)
# fmt: on

NEW_FINISHED = Row(
    "NEW_FINISHED", 0, "finish", F, finished_in(*NEW, from_day=d(2023, 10, 5), to_day=LATEST_END)
)
NEW_OPEN = Row("NEW_OPEN", 0, "able", A, open_since(d(2023, 10, 2), d(2024, 6, 27)))


def shared_out(row: Row, weights: Mapping[str, int], *, turn: int) -> Mapping[str, int]:
    """Divide a row among units by weight, to the last case; the turn decides who gets odd ones first."""
    units = list(weights)
    total = sum(weights.values())
    counts = {unit: row.count * weights[unit] // total for unit in units}
    rest = row.count - sum(counts.values())
    order = sorted(
        units, key=lambda unit: (-(row.count * weights[unit] % total), (units.index(unit) + turn) % 8)
    )
    for unit in order[:rest]:
        counts[unit] += 1
    return counts


assert LATEST_END <= AS_OF
