"""What the books say, for writing a report and for holding one against them.

Narrative stands above targets: it reads the results of an agency and turns them into the plain values
that its rules speak in. Nothing is counted here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.rules.agencies import AgencyKind, AgencyThen, AgencyTree
from thads.kernel.names import fold
from thads.kernel.periods import Period
from thads.kernel.refusals import Refusal
from thads.kernel.text import write_date
from thads.reporting.counting.rules.codes import Line
from thads.steering.narrative.rules.books import Books, Known
from thads.steering.narrative.rules.naming import level_of, name_of
from thads.steering.narrative.rules.results import Cell, Rank, Ranks, ResultFigures, Targets, UnitRow
from thads.steering.narrative.rules.vocabulary import STOCKS, Dimension, Figure, Indicator, Reference, Unit
from thads.steering.narrative.rules.writing import Report, Sentence, write
from thads.steering.targets import queries as targets
from thads.steering.targets.rules.board import DimensionResult, Results, RowResult, amount_of
from thads.steering.targets.rules.vocabulary import Dimension as Side

_LINES: Mapping[Indicator, tuple[Line, ...]] = {
    Indicator.TOTAL_HANDLED: (Line.C1,),
    Indicator.CARRIED_OVER: (Line.C2,),
    Indicator.NEW_INTAKE: (Line.C3,),
    Indicator.DELEGATED_OUT: (Line.C4,),
    Indicator.RECALLED: (Line.C5,),
    Indicator.MUST_ENFORCE: (Line.C6,),
    Indicator.ENFORCEABLE: (Line.C7,),
    Indicator.NOT_ENFORCEABLE: (Line.C14,),
    Indicator.DEFERRED_SUSPENDED: (Line.C15, Line.C16),
    Indicator.FINISHED: (Line.C8,),
    Indicator.CARRIED_FORWARD: (Line.C17,),
    Indicator.SEPARATE_LEDGER: (Line.M1,),
}
_SIDES = {Dimension.CASES: Side.CASES, Dimension.MONEY: Side.MONEY}


# --------------------------------------------------------------------------- writing


def result_figures(
    viewer: Viewer,
    *,
    agency: str,
    period: Period,
    as_of: date | None = None,
    known_at: datetime | None = None,
) -> ResultFigures:
    """Return the figures that a result paragraph is written from; refuses what `targets.results` refuses."""
    found = targets.results(viewer, agency=agency, period=period, as_of=as_of, known_at=known_at)
    tree = organisation.agency_tree(on=found.as_of)
    total = found.total
    return ResultFigures(
        org=name_of(tree[agency]),
        period=period,
        cells=_cells(total.cases.now),
        before=_cells(total.cases.before) if _has_base(total) else {},
        targets=Targets(*(row.goal.value if row.goal else None for row in (total.cases, total.money))),
        ranks=Ranks(_rank(found, agency, Side.CASES), _rank(found, agency, Side.MONEY)),
        units=tuple(_unit_row(tree, row) for row in found.units)
        if tree[agency].kind is AgencyKind.PROVINCE
        else (),
        level=level_of(tree[agency]),
    )


def result_report(
    viewer: Viewer,
    *,
    agency: str,
    period: Period,
    as_of: date | None = None,
    known_at: datetime | None = None,
) -> Report:
    """Return the result paragraph of an agency and period, every sentence with its cells.

    A day other than the last of the period is told in the last sentence: before the figures it would be read
    as their period.
    """
    report = write(result_figures(viewer, agency=agency, period=period, as_of=as_of, known_at=known_at))
    return report if as_of is None or as_of == period.end else _dated(report, as_of)


def _dated(report: Report, as_of: date) -> Report:
    told = Sentence(f"Số liệu tính đến ngày {write_date(as_of)}.", ())
    return replace(report, paragraphs=(*report.paragraphs, (told,)))


def _cells(lines: Mapping[Line, object]) -> Mapping[str, Cell]:
    return {str(line): Cell(figure.cases, figure.amount) for line, figure in lines.items()}  # type: ignore[attr-defined]


def _has_base(total: RowResult) -> bool:
    """Whether the same period of last year was counted or reported at all."""
    return any(figure.cases or figure.amount for figure in total.cases.before.values())


def _rank(found: Results, agency: str, side: Side) -> Rank | None:
    place = found.country.place(agency, side) if found.country is not None else None
    return Rank(place.place, place.of) if place is not None else None


def _unit_row(tree: AgencyTree, row: RowResult) -> UnitRow:
    finished, able = (
        Cell(amount_of(row.cases.now, line, Side.CASES), amount_of(row.cases.now, line, Side.MONEY))
        for line in (Line.C8, Line.C7)
    )
    return UnitRow(name_of(tree[row.agency]), finished, able)


# --------------------------------------------------------------------------- the books of a text


def books_of(
    viewer: Viewer, figures: Sequence[Figure], *, as_of: date | None = None, known_at: datetime | None = None
) -> Books:
    """Return what the books know of the figures of a text, as far as the viewer may see it.

    An organisation that is unknown, out of sight or has counted nothing in the period stays without
    an answer: the text is then not held against anything.
    """
    answers = {
        key: found
        for key in {(figure.org, figure.period) for figure in figures}
        if (found := _results_of(viewer, *key, as_of=as_of, known_at=known_at)) is not None
    }

    def known(figure: Figure) -> Known:
        found = answers.get((figure.org, figure.period))
        return _answer(found, figure) if found is not None else None

    return known


def _results_of(
    viewer: Viewer, org: str | None, period: str | None, *, as_of: date | None, known_at: datetime | None
) -> Results | None:
    if org is None or period is None:
        return None
    asked = Period.parse(period)
    agency = _agency_called(org, on=as_of or asked.end)
    if agency is None:
        return None
    try:
        found = targets.results(viewer, agency=agency, period=asked, as_of=as_of, known_at=known_at)
    except Refusal:
        return None
    return found if any(figure.cases for figure in found.total.cases.now.values()) else None


def _agency_called(org: str, *, on: date) -> str | None:
    """The agency that a text calls so; nothing when it is none of ours or not the only one."""
    tree = organisation.agency_tree(on=on)
    wanted = _plain(org)
    called = [one.code for one in tree.agencies.values() if wanted in _names(one)]
    return called[0] if len(called) == 1 else None


def _names(agency: AgencyThen) -> Iterator[str]:
    yield _plain(name_of(agency))
    if agency.kind is not AgencyKind.PROVINCE:
        yield _plain(agency.short_name)
        yield _plain(agency.name)


def _plain(name: str) -> str:
    """A name without marks and without the word for its kind of district."""
    words = fold(name).replace("thi hanh an dan su", "").replace("thads", "").split()
    return " ".join(
        word for word in words if word not in ("huyen", "thanh", "pho", "tp", "thi", "xa", "quan")
    )


def _answer(found: Results, figure: Figure) -> Known:
    if figure.dimension not in _SIDES:
        return None
    side = _SIDES[figure.dimension]
    row = found.total.of(side)
    if figure.indicator in STOCKS:
        return _stock(row, figure)
    if figure.indicator is Indicator.COMPLETION_RATE:
        return row.rate
    if figure.indicator is Indicator.TARGET:
        return row.goal.value if row.goal is not None else None
    if figure.indicator is Indicator.VS_TARGET:
        return _against_goal(row, figure)
    if figure.reference is Reference.SAME_PERIOD and _has_base(found.total):
        return _against_last_year(row, figure)
    return None


def _stock(row: DimensionResult, figure: Figure) -> Known:
    value = sum(row.count(line) for line in _LINES[figure.indicator])
    if figure.unit is not Unit.PERCENT:
        return value
    must = row.count(Line.C6)
    return Fraction(100 * value, must) if must and figure.base in (None, Indicator.MUST_ENFORCE) else None


def _against_goal(row: DimensionResult, figure: Figure) -> Known:
    standing = row.standing
    if standing is None or figure.of is not Indicator.COMPLETION_RATE:
        return None
    if figure.unit is Unit.PERCENT:
        return standing.share_of_plan
    return standing.points_to_pace if figure.reference is Reference.PACE else standing.points


def _against_last_year(row: DimensionResult, figure: Figure) -> Known:
    if figure.indicator is Indicator.VS_SAME_PERIOD_PP:
        return row.rate_change.points
    lines = _LINES.get(figure.of or Indicator.OTHER, ())
    if len(lines) != 1:
        return None
    change = row.change(lines[0])
    return change.growth if figure.indicator is Indicator.GROWTH_PCT else Decimal(change.difference)
