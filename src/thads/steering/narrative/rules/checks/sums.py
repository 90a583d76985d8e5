"""Totals against their parts: the identities of the forms (TT05/2024; A, B, C, E of the working model)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from thads.kernel.refusals import Severity
from thads.steering.narrative.rules.claims import Claims, finding
from thads.steering.narrative.rules.precision import Interval, printed, shown, shown_amount
from thads.steering.narrative.rules.vocabulary import (
    INDICATOR_VI,
    Dimension,
    Figure,
    Finding,
    Indicator,
    Unit,
)

_I = Indicator
_LAST_YEAR_OF_TWO_CLASSES = 2020


def check(claims: Claims) -> Iterator[Finding]:
    """Findings on totals, differences and parts larger than their whole."""
    for index, figure in claims.numbered():
        if figure.unit in (Unit.PERCENT, Unit.PP) or figure.direction:
            continue
        if figure.scope and figure.whole is None:
            yield from _sources(claims, index)
        if figure.part:
            continue
        if figure.indicator is _I.TOTAL_HANDLED:
            yield from _of_old_and_new(claims, index, "sum.total")
        elif figure.indicator is _I.MUST_ENFORCE:
            yield from _must_enforce(claims, index)
        elif figure.indicator is _I.CARRIED_FORWARD:
            yield from _carried_forward(claims, index)
        elif figure.indicator is _I.FINISHED:
            yield from _within_whole(claims, index)
        if figure.whole is not None:
            yield from _fractions(claims, index)


def _together(claims: Claims, index: int, *indicators: Indicator) -> tuple[int, ...] | None:
    """The nearest amount of each indicator, when all are there and say one number each."""
    figure = claims.figures[index]
    found = []
    for indicator in indicators:
        same = [one for one in claims.amounts(indicator, figure) if claims.figures[one].unit is figure.unit]
        if len({claims.figures[one].value for one in same}) != 1:
            return None
        found.append(min(same, key=lambda one: abs(claims.figures[one].start - figure.start)))
    return tuple(found)


def _total(claims: Claims, parts: Sequence[int]) -> Interval:
    total = claims.amount_of(parts[0])
    for part in parts[1:]:
        total = total + claims.amount_of(part)
    return total


def _of_old_and_new(claims: Claims, index: int, code: str) -> Iterator[Finding]:
    figure = claims.figures[index]
    parts = _together(claims, index, _I.CARRIED_OVER, _I.NEW_INTAKE)
    if (
        parts is None
        or len({claims.figures[one].value for one in claims.amounts(figure.indicator, figure)}) > 1
    ):
        return
    total = _total(claims, parts)
    if total.meets(claims.amount_of(index)):
        return
    yield _unequal(claims, code, index, parts, total, "bằng số cũ cộng số thụ lý mới")


def _must_enforce(claims: Claims, index: int) -> Iterator[Finding]:
    figure = claims.figures[index]
    if len({claims.figures[one].value for one in claims.amounts(_I.MUST_ENFORCE, figure)}) > 1:
        return
    total = _together(claims, index, _I.TOTAL_HANDLED)
    if total is not None:
        yield from _less_what_went_away(claims, index, total[0])
    else:
        yield from _unexplained(claims, index)
    yield from _classes(claims, index)


def _less_what_went_away(claims: Claims, index: int, total: int) -> Iterator[Finding]:
    """c6 = c1 − c4 − c5 (− c5a); what was not printed can only make c6 smaller."""
    away = [one for kind in (_I.DELEGATED_OUT, _I.RECALLED) for one in (_together(claims, index, kind) or ())]
    whole = len(away) == 2
    away += _taken_up(claims, index)
    must, rest = claims.amount_of(index), claims.amount_of(total)
    for one in away:
        rest = rest - claims.amount_of(one)
    if rest.meets(must) or (must.high < rest.low and not whole):
        return
    names = " trừ ".join(_named(claims.figures[one]) for one in (total, *away))
    yield _unequal(claims, "sum.must_enforce", index, (total, *away), rest, f"bằng {names}", minus=True)


def _taken_up(claims: Claims, index: int) -> list[int]:
    """Cases that the province took up from its units (Cục rút lên thi hành), said near."""
    figure = claims.figures[index]
    return [
        other for other in claims.around(index)
        if (one := claims.figures[other]).indicator is _I.OTHER and "rút" in one.source
        and one.unit is figure.unit and one.org == figure.org and one.period == figure.period
    ]  # fmt: skip


def _named(figure: Figure) -> str:
    return "số Cục rút lên" if figure.indicator is _I.OTHER else INDICATOR_VI[figure.indicator]


def _unexplained(claims: Claims, index: int) -> Iterator[Finding]:
    """ "phải thi hành 2.362 việc, trong đó cũ 1.180, mới 1.196": the parts do not make the whole."""
    figure = claims.figures[index]
    parts = _together(claims, index, _I.CARRIED_OVER, _I.NEW_INTAKE)
    if parts is None or any(claims.figures[one].sentence != figure.sentence for one in parts):
        return
    if any(claims.amounts(kind, figure) for kind in (_I.DELEGATED_OUT, _I.RECALLED)):
        return
    total, must = _total(claims, parts), claims.amount_of(index)
    if total.meets(must):
        return
    if total.low > must.high:
        gap = shown_amount(total.low - must.high, figure)
        yield finding(
            "sum.unexplained",
            f"Số cũ {shown(claims.figures[parts[0]])} và số thụ lý mới {shown(claims.figures[parts[1]])} "
            f"cộng lại "
            f"nhiều hơn số phải thi hành {shown(figure)} là {gap} mà văn bản không nói đi đâu (ủy thác, thu "
            f"hồi).",
            [index, *parts],
            computed=printed(total.said, 0),
            printed=figure.written_value,
            severity=Severity.INFO,
        )
        return
    yield _unequal(claims, "sum.total", index, parts, total, "bằng số cũ cộng số thụ lý mới")


def _classes(claims: Claims, index: int) -> Iterator[Finding]:
    """c6 = c7 + c14 + c15 + c16; until FY2020 deferred cases stood inside one of the two classes."""
    parts = _together(claims, index, _I.ENFORCEABLE, _I.NOT_ENFORCEABLE)
    if parts is None:
        return
    must, two = claims.amount_of(index), _total(claims, parts)
    put_off = _together(claims, index, _I.DEFERRED_SUSPENDED)
    if put_off is not None:
        three = two + claims.amount_of(put_off[0])
        if three.meets(must) or two.meets(must):
            return
        yield _unequal(
            claims, "sum.classes", index, (*parts, *put_off), three,
            "bằng số có điều kiện, chưa có điều kiện và hoãn, tạm đình chỉ cộng lại",
        )  # fmt: skip
    elif two.low > must.high:
        yield _unequal(
            claims,
            "sum.classes",
            index,
            parts,
            two,
            "không nhỏ hơn số có điều kiện cộng số chưa có điều kiện",
        )


def _carried_forward(claims: Claims, index: int) -> Iterator[Finding]:
    """c17 = c6 − c8, or of the enforceable only when the text says so."""
    figure = claims.figures[index]
    finished = _together(claims, index, _I.FINISHED)
    if finished is None:
        return
    wholes = [
        (whole[0],)
        for kind in (_I.MUST_ENFORCE, _I.ENFORCEABLE, _I.TOTAL_HANDLED)
        if (whole := _together(claims, index, kind)) is not None
    ]
    if (
        _together(claims, index, _I.MUST_ENFORCE) is None
        and figure.dimension is not Dimension.ADMIN_JUDGMENTS
    ):
        return
    rests = [(whole, claims.amount_of(whole[0]) - claims.amount_of(finished[0])) for whole in wholes]
    left = claims.amount_of(index)
    if not rests or any(rest.meets(left) for _, rest in rests) or not _speaks_of_rest(claims, figure):
        return
    whole, rest = rests[0]
    name = INDICATOR_VI[claims.figures[whole[0]].indicator]
    yield _unequal(
        claims, "difference.carried_forward", index, (*whole, *finished), rest,
        f"bằng {name} trừ số thi hành xong", minus=True,
    )  # fmt: skip


def _speaks_of_rest(claims: Claims, figure: Figure) -> bool:
    """Only a number said to go on to the next period, or the rest of a small register, is the whole rest."""
    before = (
        claims.text[max(0, figure.start - 60) : figure.start].lower()
        + claims.text[figure.end : figure.end + 40].lower()
    )
    moved = "kỳ sau" in before or "năm sau" in before
    return moved or (figure.dimension is Dimension.ADMIN_JUDGMENTS and "đang" not in before)


def _within_whole(claims: Claims, index: int) -> Iterator[Finding]:
    """Nothing finished can be more than was enforceable, nothing of a group more than the whole."""
    figure = claims.figures[index]
    whole = (figure.whole,) if figure.whole is not None else _together(claims, index, _I.ENFORCEABLE)
    if whole is not None and claims.amount_of(index).low > claims.amount_of(whole[0]).high:
        yield _larger(claims, index, whole[0])
        return
    if not figure.scope:
        return
    wholes = [
        other for other in claims.amounts(_I.FINISHED, replace(figure, scope=""))
        if claims.figures[other].unit is figure.unit and claims.figures[other].whole is None
    ]  # fmt: skip
    largest = max(wholes, key=lambda other: claims.figures[other].value, default=None)
    if largest is not None and claims.amount_of(index).low > claims.amount_of(largest).high:
        yield _larger(claims, index, largest)


def _larger(claims: Claims, part: int, whole: int) -> Finding:
    one, two = claims.figures[part], claims.figures[whole]
    group = f" ({one.scope})" if one.scope else ""
    return finding(
        "sum.part",
        f"{INDICATOR_VI[one.indicator].capitalize()}{group} {shown(one)} lại lớn hơn "
        f"{INDICATOR_VI[two.indicator]} {shown(two)} mà nó là một phần.",
        [part, whole],
        computed=two.written_value,
        printed=one.written_value,
    )


def _fractions(claims: Claims, head: int) -> Iterator[Finding]:
    """141/438 = 80/253 + 61/185: both sides of the bar add up."""
    figure = claims.figures[head]
    parts = [
        index for index in claims.beside(head)
        if index > head and (one := claims.figures[index]).part and one.whole is not None
        and one.unit is figure.unit and one.dimension is figure.dimension
    ]  # fmt: skip
    kinds = {claims.figures[claims.figures[one].whole or 0].indicator for one in parts}
    if len(parts) != 2 or kinds != {_I.CARRIED_OVER, _I.NEW_INTAKE} or figure.whole is None:
        return
    for whole, pieces in ((head, parts), (figure.whole, [claims.figures[one].whole or 0 for one in parts])):
        total = _total(claims, pieces)
        if not total.meets(claims.amount_of(whole)):
            yield _unequal(claims, "sum.parts", whole, pieces, total, "bằng hai phần của nó cộng lại")


def _sources(claims: Claims, index: int) -> Iterator[Finding]:
    """Ex officio and on request together make the total named before them in the same sentence."""
    one = claims.figures[index]
    if "chủ động" not in one.scope:
        return
    same = [
        n
        for n in claims.beside(index)
        if claims.figures[n].unit is one.unit and not claims.figures[n].direction
    ]
    pair = next((n for n in same if 0 < n - index <= 2 and "yêu cầu" in claims.figures[n].scope), None)
    whole = next((n for n in reversed(same) if n < index), None)
    if pair is None or whole is None or claims.figures[whole].scope:
        return
    total = _total(claims, (index, pair))
    if not total.meets(claims.amount_of(whole)):
        yield _unequal(
            claims, "sum.parts", whole, (index, pair), total, "bằng số chủ động cộng số theo yêu cầu"
        )


def _unequal(
    claims: Claims,
    code: str,
    whole: int,
    parts: Sequence[int],
    computed: Interval,
    rule: str,
    *,
    minus: bool = False,
) -> Finding:
    figure = claims.figures[whole]
    terms = (" - " if minus else " + ").join(shown(claims.figures[one]) for one in parts)
    what = INDICATOR_VI[figure.indicator] if figure.indicator is not _I.OTHER else "tổng số"
    return finding(
        code,
        f"{what.capitalize()} {shown(figure)} phải {rule}, nhưng {terms} = "
        f"{shown_amount(computed.said, figure)}.",
        [whole, *parts],
        computed=printed(computed.said, 0),
        printed=figure.written_value,
    )
