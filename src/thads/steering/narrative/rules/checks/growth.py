"""Growth against the amounts: absolute, in percent, from the right base, in the right direction."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from thads.kernel.refusals import Severity
from thads.steering.narrative.rules.claims import Claims, finding, same_period_last_year
from thads.steering.narrative.rules.precision import (
    Fit,
    Interval,
    fit,
    places_of,
    point,
    possible,
    printed,
    shown,
    shown_amount,
    shown_percent,
)
from thads.steering.narrative.rules.vocabulary import (
    INDICATOR_VI,
    Bound,
    Figure,
    Finding,
    Indicator,
    Reference,
)

_I = Indicator


def check(claims: Claims) -> Iterator[Finding]:
    """Findings on growth, on points and on the words for their direction."""
    for index, figure in claims.numbered():
        if figure.reference is not Reference.SAME_PERIOD:
            continue
        if figure.indicator is _I.GROWTH_ABS:
            yield from _absolute(claims, index, figure)
        elif figure.indicator is _I.GROWTH_PCT:
            yield from _percent(claims, index, figure)
        elif figure.indicator is _I.VS_SAME_PERIOD_PP:
            yield from _points(claims, index, figure)


def last_year_of(claims: Claims, figure: Figure, indicator: Indicator) -> int | None:
    """The amount of the same period of last year, when the text states exactly one."""
    before = same_period_last_year(figure.period)
    if before is None:
        return None
    found = claims.amounts(indicator, figure, period=before)
    return found[0] if len({claims.figures[one].value for one in found}) == 1 else None


def _absolute(claims: Claims, index: int, figure: Figure) -> Iterator[Finding]:
    """d = b − b₀ when last year's amount stands in the text."""
    if figure.host is None:
        return
    host = claims.figures[figure.host]
    before = last_year_of(claims, host, host.indicator)
    if before is None or host.part:
        return
    change = claims.amount_of(figure.host) - claims.amount_of(before)
    if change.meets(possible(figure)):
        return
    flipped = -change
    code = "direction.word" if flipped.meets(possible(figure)) else "difference.same_period"
    word = "tăng" if change.said > 0 else "giảm"
    yield finding(
        code,
        f"Văn bản ghi {_word(figure)} {shown(figure)}, nhưng {shown(host)} so với "
        f"{shown(claims.figures[before])} của cùng kỳ là {word} {shown_amount(abs(change.said), figure)}.",
        [index, figure.host, before],
        computed=printed(change.said, 0),
        printed=figure.written_value,
    )


def _percent(claims: Claims, index: int, figure: Figure) -> Iterator[Finding]:
    """e = d / (b − d), or (b − b₀) / b₀; the growth quoted after an amount belongs to that amount."""
    change = _change_beside(claims, index, figure)
    if change is not None and claims.figures[change].direction * figure.direction < 0:
        yield _contrary(claims, change, index)
        return
    if figure.host is None:
        return
    host = claims.figures[figure.host]
    candidates = _rates_of_growth(claims, figure.host, change)
    if not candidates or any(fit(figure, one) is Fit.ROUNDED for _, one in candidates):
        return
    used, computed = candidates[0]
    if any(fit(figure, one) is Fit.CUT for _, one in candidates):
        yield _cut(claims, index, used, computed)
        return
    other = _fitting_base(claims, figure, change, figure.host)
    if other is not None:
        yield _wrong_base(claims, index, used, computed, other)
        return
    if any(fit(figure, -one) is not Fit.NOT for _, one in candidates):
        yield _told(claims, index, used, computed, "direction.word")
        return
    yield _told(claims, index, used, computed, "growth.percent", what=INDICATOR_VI[host.indicator])


def _change_beside(claims: Claims, index: int, figure: Figure) -> int | None:
    """The absolute growth said beside a growth percentage of the same amount."""
    if figure.whole is not None:
        return figure.whole
    for other in claims.beside(index):
        one = claims.figures[other]
        if (
            abs(other - index) <= 2
            and one.indicator is _I.GROWTH_ABS
            and one.host == figure.host
            and one.host is not None
        ):
            return other if one.dimension is figure.dimension else None
    return None


def _rates_of_growth(claims: Claims, host: int, change: int | None) -> list[tuple[list[int], Interval]]:
    found: list[tuple[list[int], Interval]] = []
    amount = claims.amount_of(host)
    if change is not None and claims.figures[change].unit is claims.figures[host].unit:
        grown = claims.amount_of(change)
        quotient = _growth(amount, amount - grown, grown)
        if quotient is not None:
            found.append(([host, change], quotient))
    before = last_year_of(claims, claims.figures[host], claims.figures[host].indicator)
    if before is not None:
        base = claims.amount_of(before)
        quotient = _growth(amount, base, amount - base)
        if quotient is not None:
            found.append(([host, before], quotient))
    return found


def _growth(amount: Interval, base: Interval, change: Interval) -> Interval | None:
    """100 × change / base; with the amount known too, the base moves with the change (no false slack)."""
    if base.low <= 0:
        return None
    low_change, high_change = change.low, change.high
    rates = [
        Fraction(100) * one / (total - one)
        for one in (low_change, high_change)
        for total in (amount.low, amount.high)
        if total - one > 0
    ]
    return Interval(min(rates), max(rates), 100 * change.said / base.said) if rates else None


def _fitting_base(claims: Claims, figure: Figure, change: int | None, host: int) -> int | None:
    """Another amount of the text whose growth the printed percentage is."""
    if change is None:
        return None
    grown = claims.amount_of(change)
    for other in claims.around(host):
        one = claims.figures[other]
        near = abs(one.paragraph - figure.paragraph) <= 1 and other not in (host, change)
        same = (one.unit, one.org, one.dimension) == (claims.figures[host].unit, figure.org, figure.dimension)
        if not near or not same or one.direction:
            continue
        amount = claims.amount_of(other)
        rate = _growth(amount, amount - grown, grown)
        if rate is not None and fit(figure, rate) is not Fit.NOT:
            return other
    return None


def _wrong_base(claims: Claims, index: int, used: list[int], computed: Interval, other: int) -> Finding:
    figure, right = claims.figures[index], claims.figures[other]
    host, change = claims.figures[used[0]], claims.figures[used[1]]
    places = places_of(figure)
    return finding(
        "growth.base",
        f"{INDICATOR_VI[host.indicator].capitalize()} {shown(host)}, {_word(change)} {shown(change)} thì "
        f"{_word(figure)} {shown_percent(abs(computed.said), max(2, places))}; {shown(figure)} là mức của "
        f"{INDICATOR_VI[right.indicator]} {shown(right)}.",
        [index, *used, other],
        computed=printed(computed.said, max(2, places)),
        printed=figure.written_value,
    )


def _told(
    claims: Claims, index: int, used: list[int], computed: Interval, code: str, *, what: str = "số liệu"
) -> Finding:
    figure = claims.figures[index]
    host, other = claims.figures[used[0]], claims.figures[used[1]]
    places = max(2, places_of(figure))
    word = "tăng" if computed.said > 0 else "giảm"
    base = f"{_word(other)} {shown(other)}" if other.direction else f"cùng kỳ {shown(other)}"
    return finding(
        code,
        f"Văn bản ghi {_word(figure)} {shown(figure)}, nhưng {what} {shown(host)}, {base} là "
        f"{word} {shown_percent(abs(computed.said), places)}.",
        [index, *used],
        computed=printed(computed.said, places),
        printed=figure.written_value,
    )


def _cut(claims: Claims, index: int, used: list[int], computed: Interval) -> Finding:
    figure = claims.figures[index]
    places = places_of(figure) + 2
    return finding(
        "rounding.cut",
        f"{shown(figure)} là {shown_percent(abs(computed.said), places)} cắt bớt chứ không làm tròn.",
        [index, *used],
        computed=printed(computed.said, places),
        printed=figure.written_value,
        severity=Severity.INFO,
    )


def _contrary(claims: Claims, one: int, two: int) -> Finding:
    first, second = claims.figures[one], claims.figures[two]
    return finding(
        "direction.word",
        f"Cùng một thay đổi mà văn bản ghi {_word(first)} {shown(first)} rồi {_word(second)} "
        f"{shown(second)}.",
        [one, two],
        computed=first.written_value,
        printed=second.written_value,
    )


def _points(claims: Claims, index: int, figure: Figure) -> Iterator[Finding]:
    """Points are a difference of two rates; growth of an amount is no points, and neither is the reverse."""
    if figure.whole is not None:
        yield from _points_of_amount(claims, index, figure)
        return
    if figure.host is None or claims.figures[figure.host].indicator is not _I.COMPLETION_RATE:
        return
    rate = claims.figures[figure.host]
    now = possible(rate)
    before = claims.rates(rate, period=same_period_last_year(rate.period))
    if len({claims.figures[one].value for one in before}) == 1:
        yield from _against_last_year(claims, index, figure, before[0], now)
    elif (
        rate.bound is Bound.EXACT
        and figure.bound is Bound.EXACT
        and not 0 <= rate.value - figure.value <= 100
    ):
        yield finding(
            "points.percent",
            f"Tỷ lệ {shown(rate)} không thể {_word(figure)} {shown(figure)} điểm phần trăm so với cùng kỳ "
            f"(khi đó tỷ lệ cùng kỳ là {shown_percent(Fraction(rate.value - figure.value))}): có lẽ là mức "
            f"tăng, giảm "
            "tương đối chứ không phải điểm phần trăm.",
            [index, figure.host],
            computed=printed(Fraction(rate.value - figure.value), 2),
            printed=figure.written_value,
        )


def _points_of_amount(claims: Claims, index: int, figure: Figure) -> Iterator[Finding]:
    change = claims.figures[figure.whole or 0]
    computed = None
    if figure.host is not None:
        amount, grown = claims.amount_of(figure.host), possible(change)
        computed = _growth(amount, amount - grown, grown)
    yield finding(
        "points.percent",
        f"{shown(change)} là mức tăng, giảm của một số lượng thì tính bằng %, không phải bằng điểm phần trăm "
        f"như {shown(figure)}.",
        [index, figure.whole or 0],
        computed=printed(computed.said, 2) if computed else None,
        printed=figure.written_value,
    )


def _against_last_year(
    claims: Claims, index: int, figure: Figure, before: int, now: Interval
) -> Iterator[Finding]:
    then = claims.amount_of(before)
    change = now - then
    if change.meets(possible(figure)):
        return
    last, rate = claims.figures[before], claims.figures[figure.host or 0]
    relative = (now - then).over(then)
    mixed = relative is not None and fit(figure, relative.times(100)) is not Fit.NOT
    flipped = (-change).meets(possible(figure))
    code = "points.percent" if mixed else "direction.word" if flipped else "difference.same_period"
    true = shown_percent(abs(Fraction(rate.value) - Fraction(last.value)))
    why = f"; {shown(figure)} là mức tăng, giảm tương đối" if mixed else ""
    word = "tăng" if rate.value > last.value else "giảm"
    yield finding(
        code,
        f"Tỷ lệ {shown(rate)} so với {shown(last)} của cùng kỳ là {word} {true.removesuffix('%')} điểm phần "
        f"trăm, "
        f"văn bản ghi {_word(figure)} {shown(figure)}{why}.",
        [index, before, figure.host or 0],
        computed=printed(Fraction(rate.value) - Fraction(last.value), 2),
        printed=figure.written_value,
    )


def _word(figure: Figure) -> str:
    return "giảm" if figure.direction < 0 else "tăng"


__all__ = ["check", "last_year_of", "point"]
