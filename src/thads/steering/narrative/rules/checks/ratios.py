"""Rates and shares against the amounts they are made of (TT05/2024: finished over enforceable)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from thads.kernel.refusals import Severity
from thads.steering.narrative.rules.claims import Claims, finding
from thads.steering.narrative.rules.precision import (
    Fit,
    Interval,
    decimal_of,
    fit,
    places_of,
    printed,
    shown,
    shown_percent,
)
from thads.steering.narrative.rules.vocabulary import INDICATOR_VI, Figure, Finding, Indicator, Unit

_SHARED = {
    Indicator.ENFORCEABLE,
    Indicator.NOT_ENFORCEABLE,
    Indicator.DEFERRED_SUSPENDED,
    Indicator.NEW_INTAKE,
    Indicator.CARRIED_OVER,
}
_CLASSES = {Indicator.ENFORCEABLE, Indicator.NOT_ENFORCEABLE, Indicator.DEFERRED_SUSPENDED}
Candidate = tuple[tuple[int, ...], Interval]


def check(claims: Claims) -> Iterator[Finding]:
    """Findings on completion rates and on shares."""
    for index, figure in claims.numbered():
        if figure.unit is not Unit.PERCENT:
            continue
        if figure.indicator is Indicator.COMPLETION_RATE:
            yield from _completion(claims, index, figure)
        elif figure.indicator in _SHARED:
            yield from _share(claims, index, figure)


def completion_of(claims: Claims, index: int) -> list[Candidate]:
    """The rates that the amounts of the text give for a printed rate, with the figures they rest on."""
    figure = claims.figures[index]
    finished = finished_of(claims, index)
    if finished is None:
        return []
    part = claims.figures[finished]
    wholes = [part.whole] if part.whole is not None else claims.amounts(Indicator.ENFORCEABLE, figure)
    wholes = [one for one in wholes if claims.figures[one].unit is part.unit]
    return _quotients(claims, finished, [(whole,) for whole in wholes])


def finished_of(claims: Claims, index: int) -> int | None:
    """The finished amount of a printed rate: its host, else the only one of its kind in the text."""
    figure = claims.figures[index]
    if figure.host is not None and not _of_a_list(claims, index, figure.host):
        host = claims.figures[figure.host]
        same = (host.org, host.period, host.dimension) == (figure.org, figure.period, figure.dimension)
        return figure.host if same and host.indicator is Indicator.FINISHED else None
    if any(claims.figures[one].org != figure.org for one in claims.beside(index)):
        return None  # "Cục đạt 60%, Chi cục A đạt 70%": a list of bodies, each with its own amounts
    found = claims.amounts(Indicator.FINISHED, figure)
    values = {claims.figures[one].value for one in found}
    rates = {claims.figures[one].value for one in claims.rates(figure)}
    return found[0] if len(values) == 1 and len(rates) == 1 else None


def _of_a_list(claims: Claims, index: int, host: int) -> bool:
    """Whether a rate stands in a list of several bodies, apart from the amount said before the list."""
    sentence = claims.figures[index].sentence
    if claims.figures[host].sentence == sentence:
        return False
    return any(claims.figures[one].org != claims.figures[index].org for one in claims.beside(index))


def _completion(claims: Claims, index: int, figure: Figure) -> Iterator[Finding]:
    candidates = completion_of(claims, index)
    wrong = _mismatch(claims, index, candidates)
    if wrong is None:
        if figure.value > 100 and figure.bound is not None and not candidates:
            yield finding(
                "ratio.impossible",
                f"Tỷ lệ thi hành xong {shown(figure)} lớn hơn 100%, trong khi số thi hành xong không thể "
                f"nhiều hơn "
                "số có điều kiện thi hành (100%).",
                [index],
                computed="100",
                printed=figure.written_value,
            )
        return
    yield _told(claims, index, wrong, "ratio.completion", "tỷ lệ thi hành xong")


def _share(claims: Claims, index: int, figure: Figure) -> Iterator[Finding]:
    if figure.host is None or claims.figures[figure.host].bound is not figure.bound:
        return
    bases = _bases(claims, figure)
    wrong = _mismatch(claims, index, _quotients(claims, figure.host, bases))
    if wrong is None:
        return
    if _forced_to_hundred(claims, index):
        yield _told(claims, index, wrong, "rounding.forced", "tỷ trọng", severity=Severity.INFO)
        return
    yield _told(claims, index, wrong, "ratio.share", f"tỷ lệ của {INDICATOR_VI[figure.indicator]}")


def _bases(claims: Claims, figure: Figure) -> list[tuple[int, ...]]:
    """What a share can be a share of: the base it names, else any usual whole."""
    assert figure.host is not None
    host = claims.figures[figure.host]
    named = (figure.base,) if figure.base in (Indicator.MUST_ENFORCE, Indicator.TOTAL_HANDLED) else ()
    found: list[tuple[int, ...]] = []
    if not named and figure.indicator in _CLASSES and not claims.amounts(Indicator.MUST_ENFORCE, host):
        return []
    for whole in named or (Indicator.MUST_ENFORCE, Indicator.TOTAL_HANDLED):
        found += [(one,) for one in claims.amounts(whole, host)]
    if found and not named and figure.indicator in (Indicator.ENFORCEABLE, Indicator.NOT_ENFORCEABLE):
        able = claims.amounts(Indicator.ENFORCEABLE, host)
        unable = claims.amounts(Indicator.NOT_ENFORCEABLE, host)
        found += [(one, two) for one in able for two in unable]
    return [base for base in found if figure.host not in base or len(base) > 1]


def _quotients(claims: Claims, part: int, wholes: Sequence[tuple[int, ...]]) -> list[Candidate]:
    found: list[Candidate] = []
    for whole in wholes:
        total = claims.amount_of(whole[0])
        for more in whole[1:]:
            total = total + claims.amount_of(more)
        quotient = claims.amount_of(part).over(total)
        if quotient is not None:
            found.append(((part, *whole), quotient.times(100)))
    return found


def _mismatch(claims: Claims, index: int, candidates: Sequence[Candidate]) -> tuple[Fit, Candidate] | None:
    """The nearest candidate when none explains the figure by rounding; nothing when one does."""
    figure = claims.figures[index]
    fits = [(fit(figure, candidate[1]), candidate) for candidate in candidates]
    if not fits or any(one is Fit.ROUNDED for one, _ in fits):
        return None
    cut = [pair for pair in fits if pair[0] is Fit.CUT]
    if cut:
        return cut[0]
    return min(fits, key=lambda pair: abs(pair[1][1].said - Fraction(figure.value)))


def _forced_to_hundred(claims: Claims, index: int) -> bool:
    """Shares are sometimes made to total 100: off by one last place, and the group sums to 100 exactly."""
    figure = claims.figures[index]
    group = [
        one for one in (claims.figures[other] for other in claims.around(index, 12))
        if one.unit is Unit.PERCENT and one.org == figure.org and one.period == figure.period
        and one.dimension is figure.dimension and one.paragraph == figure.paragraph
        and one.indicator in (Indicator.ENFORCEABLE, Indicator.NOT_ENFORCEABLE, Indicator.DEFERRED_SUSPENDED)
    ]  # fmt: skip
    if sum(one.value for one in group) != 100 or len(group) < 3:
        return False
    bases = _quotients(claims, figure.host or 0, _bases(claims, figure))
    places = places_of(figure)
    return any(abs(decimal_of(one.said, places) - figure.value) <= figure.step for _, one in bases)


def _told(
    claims: Claims,
    index: int,
    wrong: tuple[Fit, Candidate],
    code: str,
    what: str,
    *,
    severity: Severity = Severity.ERROR,
) -> Finding:
    how, (parts, computed) = wrong
    figure = claims.figures[index]
    amounts = [shown(claims.figures[one]) for one in parts]
    whole = amounts[1] if len(amounts) == 2 else f"({' + '.join(amounts[1:])})"
    places = max(2, places_of(figure))
    true = shown_percent(computed.said, places)
    if how is Fit.CUT:
        return finding(
            "rounding.cut",
            f"{figure.quote.strip()} là {true} cắt bớt chứ không làm tròn: {amounts[0]} / {whole} = {true}.",
            [index, *parts],
            computed=printed(computed.said, places),
            printed=figure.written_value,
            severity=Severity.INFO,
        )
    said = "được làm cho tổng bằng 100%" if severity is Severity.INFO else "không khớp"
    return finding(
        code,
        f"Văn bản ghi {what} {shown(figure)}, nhưng {amounts[0]} / {whole} = {true}: {said}.",
        [index, *parts],
        computed=printed(computed.said, places),
        printed=figure.written_value,
        severity=severity,
    )
