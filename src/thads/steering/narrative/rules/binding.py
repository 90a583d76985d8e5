"""Which indicator an amount speaks of: the phrase before it, the phrase behind it, or what was said.

An amount directly behind its phrase ("thi hành xong 3.228 việc") takes it; otherwise the phrase right
behind it ("9.867 việc có điều kiện"); otherwise what the sentence is speaking of. Percentages and
comparisons are decided in `comparing`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from thads.steering.narrative.rules import changes, comparing
from thads.steering.narrative.rules.cues import Cue, Role
from thads.steering.narrative.rules.drafting import draft, scope_to_the_right
from thads.steering.narrative.rules.quantities import UNIT_OF, Kind, Quantity
from thads.steering.narrative.rules.scene import Scene
from thads.steering.narrative.rules.vocabulary import STOCKS, Dimension, Figure, Indicator, Unit
from thads.steering.narrative.rules.walk import CHANGING, Said, directly_before

_GENERAL = re.compile(
    r"^(?:tổng (?:số )?(?:việc|tiền|vụ việc|vụ|án|giá trị)?|tổng số|(?:số )?(?:việc |tiền )?còn (?:lại|tồn))$"
)
_SUBJECTS = frozenset({Role.SUBJECT})
_THRESHOLD = re.compile(
    r"(?:có giá trị|giá trị (?:thi hành|lớn|phải thi hành))\s*(?:lớn )?(?:từ|trên|dưới|hơn|lớn hơn|trên "
    r"mức)\s*$"
)
_AMOUNTS = frozenset(
    {Kind.CASE, Kind.MONEY, Kind.JUDGMENT, Kind.BARE, Kind.LETTER, Kind.VISIT, Kind.DECISION}
)
_BARE_END = re.compile(r"\s*(?:[,;.)(]|$|\n| \(|tăng|giảm|đạt|chiếm)")


def bind(scene: Scene, said: Said, number: int) -> Figure | None:
    """The figure of one quantity, or nothing when it does not speak of enforcement work."""
    quantity = scene.quantities[number]
    if quantity.kind in (Kind.PERCENT, Kind.POINTS, Kind.RANK):
        return comparing.bind(scene, said, number)
    if quantity.kind is Kind.BARE and not _bare_counts(scene, said, number):
        return None
    if quantity.kind is Kind.AGENCY and not (quantity.over or quantity.under):
        return None
    return _amount(scene, said, number)


def _amount(scene: Scene, said: Said, number: int) -> Figure | None:
    quantity = scene.quantities[number]
    change = changes.change_of_amount(scene, said, number)
    if change is not None:
        return change
    indicator, right = _indicator(scene, said, number)
    figure = draft(scene, said, number, indicator, UNIT_OF[quantity.kind])
    if quantity.kind is Kind.BARE:
        figure = replace(
            figure,
            unit=_bare_unit(said),
            value=_bare_value(scene, said, quantity),
            step=_bare_step(scene, said, quantity),
        )
    dimension = _dimension(scene, said, number, indicator)
    cue = said.subject_cue if said.subject is indicator else None
    figure = replace(
        figure,
        dimension=dimension,
        part=_is_part(scene, said, number, indicator),
        source=cue.word if cue is not None else "",
    )
    if scope := scope_to_the_right(scene, number):
        figure = replace(figure, scope=scope)
        _scope_twin(scene, said, number, figure)
    if quantity.under:
        figure = replace(figure, host=said.last)
    elif indicator in (Indicator.OTHER, Indicator.TARGET) and said.aiming:
        figure = replace(figure, indicator=Indicator.TARGET)
    if right is not None:
        scene.take(right)
        if quantity.under or _stays(scene, said, number):
            figure = replace(figure, base=right.indicator)
        else:
            said.subject, said.subject_at = right.indicator, quantity.start
            _bind_twin(scene, said, number, right.indicator)
    return figure


def _indicator(scene: Scene, said: Said, number: int) -> tuple[Indicator, Cue | None]:
    """The indicator of an amount, and the phrase behind it that it has taken."""
    quantity = scene.quantities[number]
    right = scene.cue_to_the_right(number, _SUBJECTS)
    if quantity.kind in (Kind.PERSON, Kind.AGENCY, Kind.THING, Kind.DECISION):
        return Indicator.OTHER, None
    if _is_threshold(scene, number):
        return Indicator.OTHER, None
    if said.workload and quantity.kind in (Kind.CASE, Kind.MONEY):
        return Indicator.WORKLOAD_PER_BAILIFF, right
    if said.target is not None and _aimed(scene, said, number):
        return Indicator.TARGET, right
    if quantity.under:
        return _whole_indicator(scene, said, right), right
    left = _left_cue(scene, said, number)
    if quantity.over:
        return _result_of_fraction(said, left), None
    if left is not None and left.indicator is not None and not (right and _GENERAL.match(left.word)):
        if left.indicator is Indicator.TOTAL_HANDLED and right is not None and right.indicator in _FINER:
            return right.indicator, right
        return _rest(said, left), right
    if right is not None and right.indicator is not None:
        return right.indicator, right
    if quantity.kind is Kind.JUDGMENT and said.side is not Dimension.ADMIN_JUDGMENTS:
        return Indicator.OTHER, None
    if said.subject is Indicator.COMPLETION_RATE:
        direct = said.subject_cue is not None and directly_before(said.subject_cue, quantity, scene.flat)
        return (Indicator.FINISHED if direct and said.last is None else Indicator.OTHER), None
    return said.subject or Indicator.OTHER, None


def _rest(said: Said, cue: Cue) -> Indicator:
    """ "còn phải thi hành" is the whole before anything was finished, and the rest after."""
    if cue.word.startswith("còn phải") and not said.finished:
        return Indicator.MUST_ENFORCE
    return cue.indicator or Indicator.OTHER


_FINER = frozenset({Indicator.NEW_INTAKE, Indicator.CARRIED_OVER, Indicator.MUST_ENFORCE})


def _is_threshold(scene: Scene, number: int) -> bool:
    """ "có giá trị trên 20 tỷ đồng": a mark of a group of cases, not a result."""
    quantity = scene.quantities[number]
    before = scene.flat[max(0, quantity.start - 40) : quantity.start]
    return quantity.kind is Kind.MONEY and bool(_THRESHOLD.search(before))


def _left_cue(scene: Scene, said: Said, number: int) -> Cue | None:
    cue = said.subject_cue
    if cue is None or said.subject is not cue.indicator:
        return None
    return cue if directly_before(cue, scene.quantities[number], scene.flat) else None


def _result_of_fraction(said: Said, left: Cue | None) -> Indicator:
    if left is not None and left.indicator is not None and not _GENERAL.match(left.word):
        return left.indicator
    if said.subject in (None, Indicator.COMPLETION_RATE, Indicator.TOTAL_HANDLED, Indicator.ENFORCEABLE):
        return Indicator.FINISHED
    return said.subject


def _whole_indicator(scene: Scene, said: Said, right: Cue | None) -> Indicator:
    """What the number under the bar counts: what is said behind it, else what is usual."""
    part = scene.figures[said.last] if said.last is not None else None
    if right is not None and right.indicator is not None and right.indicator is not Indicator.FINISHED:
        return right.indicator
    if part is None or part.indicator is Indicator.OTHER:
        return Indicator.OTHER
    if (
        part.dimension in (Dimension.CASES, Dimension.MONEY)
        and not part.scope
        and "thuộc" not in _near(scene, part)
    ):
        return Indicator.ENFORCEABLE if part.indicator is Indicator.FINISHED else Indicator.MUST_ENFORCE
    return Indicator.TOTAL_HANDLED


def _near(scene: Scene, part: Figure) -> str:
    return scene.reading.text[part.end : part.end + 40].lower()


def _aimed(scene: Scene, said: Said, number: int) -> bool:
    assert said.target is not None
    gap = scene.gap_before(number, said.target.end)
    return said.aiming and said.subject is None or len(gap) < 25 and "," not in gap


def _stays(scene: Scene, said: Said, number: int) -> bool:
    """Whether the sentence goes on speaking of its subject although a phrase follows the amount."""
    left = _left_cue(scene, said, number)
    return scene.quantities[number].over or (left is not None and not _GENERAL.match(left.word))


def _dimension(scene: Scene, said: Said, number: int, indicator: Indicator) -> Dimension | None:
    kind = scene.quantities[number].kind
    if kind is Kind.MONEY:
        return Dimension.MONEY
    if kind is Kind.VISIT:
        return Dimension.RECEPTION
    if kind is Kind.LETTER:
        return Dimension.COMPLAINTS
    if indicator is Indicator.WORKLOAD_PER_BAILIFF:
        return Dimension.CASES
    side = _side(scene, said, number)
    if kind is Kind.JUDGMENT:
        followed = side is Dimension.ADMIN_JUDGMENTS or indicator in STOCKS - {Indicator.NEW_INTAKE}
        return Dimension.ADMIN_JUDGMENTS if followed else Dimension.CASES
    if kind is Kind.DECISION:
        return side if side is Dimension.ADMIN_JUDGMENTS else None
    if kind is Kind.PERSON:
        return Dimension.RECEPTION if side is Dimension.RECEPTION else None
    if kind in (Kind.AGENCY, Kind.THING):
        return None
    if kind is Kind.BARE and said.dimension is Dimension.MONEY:
        return Dimension.MONEY
    cue = said.subject_cue
    of_enforcement = cue is not None and ("thi hành" in cue.word or "điều kiện" in cue.word)
    if side is Dimension.ADMIN_JUDGMENTS or (side is not None and not of_enforcement):
        return side
    return Dimension.CASES


def _side(scene: Scene, said: Said, number: int) -> Dimension | None:
    quantity = scene.quantities[number]
    for cue in scene.cues_between(quantity.start, scene.until_next(number)):
        if cue.role is Role.SIDE and cue.start - quantity.end <= 12:
            return cue.dimension
    return said.side


_TWIN = re.compile(
    r"^[\s(,=/]*(?:với|có|và|tương ứng|tương đương|ứng với|tổng|số tiền|giá trị|thu được|thu|là|gần|trên"
    r"|hơn|khoảng|\s)*$"
)


def _twin(scene: Scene, said: Said, number: int) -> int | None:
    """The cases said just before an amount of money as its other side ("1.673 việc với 95 tỷ đồng")."""
    if said.last is None or scene.quantities[number].kind is not Kind.MONEY:
        return None
    before = scene.place_of[said.last]
    gap = scene.flat[before.end : scene.quantities[number].start]
    return said.last if before.kind is Kind.CASE and _TWIN.match(gap) else None


def _bind_twin(scene: Scene, said: Said, number: int, indicator: Indicator | None) -> None:
    """The phrase behind a pair of cases and money holds for both."""
    twin = _twin(scene, said, number)
    if twin is not None and indicator is not None and scene.figures[twin].indicator is Indicator.OTHER:
        scene.figures[twin] = replace(scene.figures[twin], indicator=indicator)


def _scope_twin(scene: Scene, said: Said, number: int, figure: Figure) -> None:
    twin = _twin(scene, said, number)
    if (
        twin is not None
        and not scene.figures[twin].scope
        and scene.figures[twin].indicator is figure.indicator
    ):
        scene.figures[twin] = replace(scene.figures[twin], scope=figure.scope)


def _is_part(scene: Scene, said: Said, number: int, indicator: Indicator) -> bool:
    """A figure under "trong đó" that repeats the indicator of its whole is a part of it."""
    unit = UNIT_OF[scene.quantities[number].kind]
    if said.whole is None:
        return said.within_before and (indicator, unit) in said.before
    whole = scene.figures[said.whole]
    return whole.indicator is indicator and whole.unit is UNIT_OF[scene.quantities[number].kind]


def _bare_counts(scene: Scene, said: Said, number: int) -> bool:
    """A number without a unit counts only directly behind its phrase ("Thụ lý mới: 11.259, …")."""
    quantity = scene.quantities[number]
    if quantity.over or quantity.under:
        return False
    if not _BARE_END.match(scene.reading.plain[quantity.end : quantity.end + 8] or "\n"):
        return False
    if said.dimension is Dimension.MONEY and not scene.money_unit:
        return False
    if said.mode in CHANGING and said.last is not None:
        gap = scene.flat[said.mode_cue.end : quantity.start] if said.mode_cue else ""
        return gap.strip() == "" and scene.place_of[said.last].kind is Kind.BARE
    cue = said.subject_cue
    if (
        cue is None
        or cue.indicator in (None, Indicator.OTHER, Indicator.SEPARATE_LEDGER)
        or said.subject is not cue.indicator
    ):
        return False
    return bool(re.match(r"^\s*(?:là|:)*\s*$", outside_gap(scene, cue, quantity)))


def outside_gap(scene: Scene, cue: Cue, quantity: Quantity) -> str:
    """The words between a cue and a quantity, parentheses left out."""
    return re.sub(r"\([^()]*\)", " ", scene.flat[cue.end : quantity.start])


def _bare_unit(said: Said) -> Unit:
    return Unit.VND if said.dimension is Dimension.MONEY else Unit.CASE


def _bare_value(scene: Scene, said: Said, quantity: Quantity) -> Decimal:
    return quantity.value * (scene.money_unit if said.dimension is Dimension.MONEY else 1)


def _bare_step(scene: Scene, said: Said, quantity: Quantity) -> Decimal:
    return quantity.step * (scene.money_unit if said.dimension is Dimension.MONEY else 1)
