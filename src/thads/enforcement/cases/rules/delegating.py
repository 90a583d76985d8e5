"""When a case may be passed to another agency: what is held here is handled first, and where it goes (L08
Đ55–57; N62 Đ16; L25 Đ49; N152 Đ26).
"""

from collections.abc import Collection, Iterator
from datetime import date

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.measures import Measure
from thads.enforcement.cases.rules.state import CaseState
from thads.enforcement.cases.rules.vocabulary import CoercionKind, SecurityKind
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Regime

register_sentences(
    {
        "cases.held_here": "Tài sản đang bị {kind} tại địa phương (biện pháp số {no}: {subject}) có liên "
        "quan đến khoản ủy thác; phải xử lý xong rồi mới ủy thác.",
        "cases.interim_not_delegable": "Từ ngày 01/7/2026 chỉ ủy thác những biện pháp khẩn cấp tạm thời mà "
        "N152 Đ26.7 cho phép; hãy đối chiếu và xác nhận biện pháp của việc {number} thuộc các trường hợp "
        "đó.",
    }
)

HANDLED_FIRST = frozenset({SecurityKind.HOLD, CoercionKind.SEIZE})
"""Measures on things that lie here. An account frozen, a registration stopped go with the case: they stay
valid until the receiver replaces them (L25 Đ49.2) [derived].
"""


def check_delegation(state: CaseState, fact: f.DelegatedOut, *, on: date, basis: str) -> None:
    """Refuse while a thing held or seized here answers for what is delegated, and an unknown ground."""
    if fact.ground:
        LAW.ground("delegation", fact.ground, on=on)
    for one in measures_on(state, {part.no for part in fact.parts}):
        if one.kind in HANDLED_FIRST:
            raise Refusal(
                "cases.held_here", basis=basis, no=one.no, kind=LAW.label(one.kind).lower(),
                subject=one.subject,
            )  # fmt: skip


def check_interim_delegation(state: CaseState, *, is_listed: bool, on: date) -> None:
    """Refuse to delegate an interim measure that nobody has held against the list (N152 Đ26.7)."""
    if state.is_interim and not is_listed and LAW.regime(on) is Regime.R2025:
        raise Refusal("cases.interim_not_delegable", basis="N152 Đ26.7", number=state.number)


def measures_on(state: CaseState, nos: Collection[int]) -> Iterator[Measure]:
    """Yield the standing measures that answer for any of the obligations; none named: for any at all."""
    for one in state.standing_measures:
        answers_for = {part.no for part in one.parts}
        if not answers_for or not nos or answers_for & set(nos):
            yield one


PLACES = {
    Regime.R2008: (
        "Thứ tự nơi nhận: theo thỏa thuận của đương sự; nơi có tài sản đủ thi hành; nơi có tài sản lớn nhất; "
        "không có tài sản thì nơi làm việc, cư trú, có trụ sở (N62 Đ16)."
    ),
    Regime.R2025: (
        "Thứ tự nơi nhận: theo thỏa thuận của đương sự; nơi có tài sản đủ thi hành; nơi có tài sản lớn nhất; "
        "không có tài sản thì nơi làm việc, cư trú, có trụ sở. Không ủy thác xử lý tiền, tài sản số trong "
        "tài khoản (L25 Đ49; N152 Đ26)."
    ),
}


def order_of_places(on: date) -> str:
    """Return in words the order of places to which the law of the day sends a case."""
    return PLACES[LAW.regime(on)]
