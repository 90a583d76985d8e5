"""Claims about targets: distance in points, share of the plan, pace (target × n/12).

A target is taken from the text first, then from what the caller gives, then from what was published
for the year. A published target that nobody printed for this province (`derived`) never makes an
error; it can only say that a number was cut instead of rounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from thads.kernel.refusals import Severity
from thads.kernel.text import write_exact
from thads.steering.narrative.rules.checks.ratios import completion_of
from thads.steering.narrative.rules.claims import Claims, finding, months_of, year_of
from thads.steering.narrative.rules.known_targets import KnownTarget
from thads.steering.narrative.rules.precision import (
    Fit,
    Interval,
    fit,
    places_of,
    point,
    possible,
    printed,
    shown,
    shown_percent,
)
from thads.steering.narrative.rules.vocabulary import (
    DIMENSION_VI,
    STOCKS,
    Bound,
    Dimension,
    Figure,
    Finding,
    Indicator,
    Reference,
    Unit,
)

_NEAR_WHOLE = Fraction(2, 100)


@dataclass(frozen=True, slots=True)
class Aim:
    """A target that a claim can be held to, and how firmly it is known."""

    percent: Interval
    said: str
    figure: int | None = None
    firm: bool = True


def check(claims: Claims) -> Iterator[Finding]:
    """Findings on claims about targets."""
    told: set[int] = set()
    for index, figure in claims.numbered():
        if figure.indicator is not Indicator.VS_TARGET or index in told:
            continue
        figure = _with_rate(claims, figure)
        if figure.unit is Unit.PERCENT:
            yield from _share_of_plan(claims, index, figure)
        elif figure.unit is Unit.PP:
            found = list(_distance(claims, index, figure))
            told.update(one for each in found for one in each.figures)
            yield from found


def _with_rate(claims: Claims, figure: Figure) -> Figure:
    """A claim that hangs on no figure hangs on the one rate that the text gives for its body and side."""
    if figure.host is not None or figure.of is not Indicator.COMPLETION_RATE:
        return figure
    rates = claims.rates(figure)
    alone = len({claims.figures[one].value for one in rates}) == 1
    return replace(figure, host=rates[0]) if alone else figure


# --------------------------------------------------------------------------- what is known


def _aims(claims: Claims, figure: Figure) -> list[Aim]:
    """The targets for a claim: those of the text; without any, the caller's; else the published."""
    stated = _stated(claims, figure)
    if stated:
        return stated
    percent = claims.given.get(figure.dimension) if figure.dimension is not None else None
    if percent is not None and not figure.scope and figure.org == claims.home:
        return [Aim(point(percent), f"chỉ tiêu {write_exact(percent)}%")]
    return []


def _stated(claims: Claims, figure: Figure) -> list[Aim]:
    year = year_of(figure.period)
    periods = {figure.period, *(f"FY{year}/{months}M" for months in range(1, 13))}
    indices = sorted(
        index
        for period in periods
        for dimension in (figure.dimension, None)
        for index in claims.alike.get((Indicator.TARGET, figure.org, period, dimension, figure.scope), ())[
            :20
        ]
        if claims.figures[index].unit is Unit.PERCENT
    )
    found = [(index, claims.figures[index]) for index in indices]
    same = [pair for pair in found if pair[1].sentence == figure.sentence] or found
    return [Aim(_exactly(one), f"chỉ tiêu {shown(one)}", index) for index, one in same]


def _exactly(figure: Figure) -> Interval:
    """A target is assigned, not measured: what is printed is what it is."""
    return point(figure.value)


def _published(claims: Claims, figure: Figure) -> list[KnownTarget]:
    year = year_of(figure.period)
    return [one for one in claims.known if one.year == year and one.dimension is figure.dimension]


def _own_published(claims: Claims, figure: Figure) -> list[Aim]:
    own = [one for one in _published(claims, figure) if one.org == (figure.org or "?") and not figure.scope]
    return [
        Aim(
            point(one.percent),
            f"chỉ tiêu {write_exact(one.percent)}% của năm {one.year}",
            firm=not one.derived,
        )
        for one in own
    ]


def rate_of(claims: Claims, index: int | None) -> Interval | None:
    """The rate that a claim starts from: its printed value, made narrower by the amounts when given."""
    if index is None:
        return None
    host = claims.figures[index]
    if host.indicator is Indicator.COMPLETION_RATE:
        rate = possible(host)
        for _, computed in completion_of(claims, index):
            rate = rate.within(computed)
        return rate
    if host.indicator is Indicator.FINISHED and host.unit is not Unit.PERCENT:
        wholes = [host.whole] if host.whole is not None else claims.amounts(Indicator.ENFORCEABLE, host)
        if (
            len({claims.figures[one].value for one in wholes if one is not None}) == 1
            and wholes[0] is not None
        ):
            quotient = claims.amount_of(index).over(claims.amount_of(wholes[0]))
            return quotient.times(100) if quotient else None
    return None


def _as_printed(claims: Claims, index: int | None) -> Interval:
    """The printed rate itself: many authors go on from it and not from the exact one."""
    host = claims.figures[index or 0]
    if host.indicator is Indicator.COMPLETION_RATE and host.bound is Bound.EXACT:
        return point(host.value)
    rate = rate_of(claims, index)
    assert rate is not None
    return rate


# --------------------------------------------------------------------------- share of the plan


def _share_of_plan(claims: Claims, index: int, figure: Figure) -> Iterator[Finding]:
    """ "đạt 97% chỉ tiêu" = rate / target × 100."""
    rate = rate_of(claims, figure.host)
    if rate is None and figure.host is None and figure.of is Indicator.COMPLETION_RATE:
        yield from _plain_rate(claims, index, figure)
    if rate is None or figure.of in STOCKS:
        return
    aims = _aims(claims, figure) or _own_published(claims, figure)
    fits = [
        (aim, quotient.times(100))
        for aim in aims
        for start in (_as_printed(claims, figure.host), rate)
        if (quotient := start.over(aim.percent)) is not None
    ]
    if not fits or any(fit(figure, one) is Fit.ROUNDED for _, one in fits):
        return
    cut = [pair for pair in fits if fit(figure, pair[1]) is Fit.CUT]
    if cut:
        yield _share_cut(claims, index, *cut[0])
    elif any(aim.firm for aim, _ in fits) and not _is_rate_itself(claims, figure, rate):
        aim, computed = next(pair for pair in fits if pair[0].firm)
        yield finding(
            "target.share",
            f"Văn bản ghi đạt {shown(figure)} chỉ tiêu, nhưng {shown(claims.figures[figure.host or 0])} so "
            f"với "
            f"{aim.said} là {shown_percent(computed.said, max(2, places_of(figure)))}.",
            [one for one in (index, figure.host, aim.figure) if one is not None],
            computed=printed(computed.said, 2),
            printed=figure.written_value,
        )


def _is_rate_itself(claims: Claims, figure: Figure, rate: Interval) -> bool:
    """ "48,49% so với chỉ tiêu được giao" that is in truth the plain rate."""
    return fit(figure, rate) is Fit.ROUNDED


def _plain_rate(claims: Claims, index: int, figure: Figure) -> Iterator[Finding]:
    """ "tỷ lệ 48,49% so với chỉ tiêu" with no rate beside it, and the amounts give just that rate."""
    if claims.rates(figure) or not figure.value:
        return
    finished = claims.amounts(Indicator.FINISHED, figure)
    able = claims.amounts(Indicator.ENFORCEABLE, figure)
    if len(finished) != 1 or len(able) != 1 or figure.bound is not Bound.EXACT:
        return
    rate = claims.amount_of(finished[0]).over(claims.amount_of(able[0]))
    if rate is None or places_of(figure) < 2 or fit(figure, rate.times(100)) is not Fit.ROUNDED:
        return
    one, two = claims.figures[finished[0]], claims.figures[able[0]]
    yield finding(
        "target.share",
        f"{shown(figure)} là tỷ lệ thi hành xong ({shown(one)} / {shown(two)} = "
        f"{shown_percent(rate.said * 100)}), không "
        "phải mức đạt so với chỉ tiêu.",
        [index, *finished, *able],
        computed=printed(rate.said * 100, 2),
        printed=figure.written_value,
        severity=Severity.WARNING,
    )


def _share_cut(claims: Claims, index: int, aim: Aim, computed: Interval) -> Finding:
    figure = _with_rate(claims, claims.figures[index])
    rate = claims.figures[figure.host or 0]
    source = "" if aim.firm else " (chỉ tiêu này văn bản không nêu)"
    return finding(
        "rounding.cut",
        f"{shown(figure)} chỉ tiêu {DIMENSION_VI.get(figure.dimension or Dimension.CASES, '')} là số cắt "
        f"bớt, không làm "
        f"tròn: {shown(rate)} / {aim.said}{source} = {shown_percent(computed.said)}.",
        [one for one in (index, figure.host, aim.figure) if one is not None],
        computed=printed(computed.said, 2),
        printed=figure.written_value,
        severity=Severity.INFO,
    )


# --------------------------------------------------------------------------- distance and pace


def _distance(claims: Claims, index: int, figure: Figure) -> Iterator[Finding]:
    """ "vượt 0,72% so với chỉ tiêu" = rate − target; against the pace, rate − target × n/12."""
    rate = rate_of(claims, figure.host)
    if rate is None:
        return
    paced = figure.reference is Reference.PACE
    months = months_of(figure.period) or 12
    aims = _aims(claims, figure)
    if not aims and not paced:
        yield from _from_published(claims, index, figure, rate)
        return
    distances = [
        (aim, start - (aim.percent.times(Fraction(months, 12)) if paced else aim.percent))
        for aim in aims
        for start in (_as_printed(claims, figure.host), rate)
    ]
    if any(fit(figure, one) is not Fit.NOT or one.meets(possible(figure)) for _, one in distances):
        return
    for aim, computed in distances[:1]:
        yield _too_far(claims, index, aim, computed, paced=paced, months=months)


def _too_far(
    claims: Claims, index: int, aim: Aim, computed: Interval, *, paced: bool, months: int
) -> Finding:
    figure = _with_rate(claims, claims.figures[index])
    flipped = fit(figure, -computed) is not Fit.NOT
    code = "direction.word" if flipped else "pace.distance" if paced else "target.distance"
    true = abs(computed.said)
    word = "cao hơn" if computed.said > 0 else "thấp hơn"
    said = f"tiến độ bình quân ({aim.said} × {months}/12)" if paced else aim.said
    return finding(
        code,
        f"{_rate_said(claims, figure)} {word} {said} là {shown_percent(true, max(2, places_of(figure)))}, "
        f"văn bản ghi {'thiếu' if figure.direction < 0 else 'vượt'} {shown(figure)}.",
        [one for one in (index, figure.host, aim.figure) if one is not None],
        computed=printed(computed.said, 2),
        printed=figure.written_value,
    )


def _rate_said(claims: Claims, figure: Figure) -> str:
    host = claims.figures[figure.host or 0]
    if host.indicator is Indicator.COMPLETION_RATE:
        return f"Tỷ lệ {shown(host)}"
    rate = rate_of(claims, figure.host)
    whole = host.whole if host.whole is not None else claims.amounts(Indicator.ENFORCEABLE, host)[0]
    assert rate is not None
    return f"Tỷ lệ {shown(host)} / {shown(claims.figures[whole])} = {shown_percent(rate.said)}"


def _from_published(claims: Claims, index: int, figure: Figure, rate: Interval) -> Iterator[Finding]:
    """Without a stated target: two distances from one exact rate, both a hair beside whole targets.

    Targets of the years without decimals (70%, 30%, 34%) are recognised when at least two distances
    of the same rate point beside whole numbers by the same hundredth, one of them published.
    """
    if rate.high - rate.low > Fraction(2, 1000):
        return
    group = [
        (other, one) for other in claims.beside(index) if (one := claims.figures[other])
        and one.indicator is Indicator.VS_TARGET and one.unit is Unit.PP and one.host == figure.host
        and one.reference is Reference.TARGET
    ]  # fmt: skip
    implied = [(other, one, _whole_near(rate, one)) for other, one in group]
    if len(group) < 2 or any(whole is None for _, _, whole in implied):
        return
    wrong = [
        (other, one, whole or 0) for other, one, whole in implied if not _explained(rate, one, whole or 0)
    ]
    known = {target.percent for target in _published(claims, figure)}
    if len(wrong) != len(group) or not any(whole in known for _, _, whole in wrong):
        return
    yield _beside(claims, rate, wrong)


def _whole_near(rate: Interval, figure: Figure) -> int | None:
    """The whole target that a distance points to, when it misses one by a hundredth or two."""
    implied = rate.said - Fraction(figure.value)
    whole = round(implied)
    return whole if abs(implied - whole) <= _NEAR_WHOLE else None


def _explained(rate: Interval, figure: Figure, whole: int) -> bool:
    return fit(figure, rate - point(whole)) is not Fit.NOT


def _beside(claims: Claims, rate: Interval, wrong: list[tuple[int, Figure, int]]) -> Finding:
    first, figure, whole = wrong[0]
    needed = Fraction(figure.value) + whole
    claimed = " và ".join(f"vượt {shown(one)} so với chỉ tiêu {target}%" for _, one, target in wrong)
    true = " và ".join(shown_percent(rate.said - target) for _, _, target in wrong)
    host = figure.host or 0
    parts = claims.amounts(Indicator.ENFORCEABLE, claims.figures[host])
    return finding(
        "target.distance",
        f"{_rate_said(claims, figure)}, nên chỉ vượt {true}; văn bản ghi {claimed}, tức là tỷ lệ phải đạt "
        f"{shown_percent(needed)}.",
        [host, *parts, *(index for index, _, _ in wrong)],
        computed=printed(rate.said - whole, 2),
        printed=figure.written_value,
    )
