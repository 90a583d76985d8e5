"""Deciding coercion: after the voluntary period, on a debtor found able, of a value that matches the duty
(L08 Đ46, 70–71; N62 Đ13.1; L25 Đ71–72).

An interim measure of a court knows no voluntary period: it is coerced at once (L08 Đ130; L25 Đ62).
"""

from collections.abc import Sequence
from datetime import date

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.dates import voluntary_end
from thads.enforcement.cases.rules.income import check_deduction
from thads.enforcement.cases.rules.securing import check_new_number
from thads.enforcement.cases.rules.state import RESTING, CaseState, ObligationState
from thads.enforcement.cases.rules.vocabulary import CoercionKind, VerificationResult
from thads.enforcement.cases.rules.words import status_name
from thads.kernel.money import Dong, dong
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "cases.measure_on_unknown": "Việc {number} không có khoản {no} đang thi hành; các khoản đang thi "
        "hành: {known}.",
        "cases.coercion_needs_ability": "Khoản {no} chưa được xác minh là có điều kiện thi hành; phải xác "
        "minh trước khi quyết định cưỡng chế.",
        "cases.coercion_value_too_large": "Giá trị tài sản {value} đồng lớn hơn nghĩa vụ còn lại và chi "
        "phí ({owed} đồng); phải chọn căn cứ cho phép cưỡng chế tài sản có giá trị lớn hơn.",
        "cases.planned_too_early": "Ngày dự kiến cưỡng chế {planned_on} có trước ngày quyết định {on}.",
    }
)

OF_VALUE = frozenset({CoercionKind.DEDUCT_ACCOUNT, CoercionKind.SEIZE, CoercionKind.EXPLOIT})
"""Measures on things whose value is held against the duty."""


def check_coercion(state: CaseState, fact: f.CoercionDecided, *, on: date, basis: str) -> None:
    """Refuse coercion before its time, at rest, on a debtor not found able, of too much."""
    LAW.ground("coercion_kind", fact.measure, on=on)
    check_new_number(state, fact.no, basis=basis)
    lines = coerced_lines(state, fact.parts, basis=basis)
    _check_time(state, fact, on)
    _check_able(state, lines, basis)
    _check_value(lines, fact, on, basis)
    if fact.planned_on is not None and fact.planned_on < on:
        raise Refusal("cases.planned_too_early", basis=basis, planned_on=fact.planned_on, on=on)


def coerced_lines(state: CaseState, parts: Sequence[f.Part], *, basis: str) -> Sequence[ObligationState]:
    """Return the obligations for which coercion is meant: those named, else the open ones not at rest.

    Refuses one that is closed or unknown, and obligations at rest: they are resumed first.
    """
    named = check_known_parts(state, parts, basis=basis)
    lines = named or [line for line in state.open_obligations if line.status not in RESTING]
    for line in named or state.open_obligations:
        if line.status in RESTING and (named or not lines):
            raise Refusal("cases.coerced_at_rest", basis=basis, no=line.no, status=status_name(line.status))
    return lines


def check_known_parts(state: CaseState, parts: Sequence[f.Part], *, basis: str) -> list[ObligationState]:
    """Return the obligations named; refuse one that is closed or that the case does not have."""
    by_no = {line.no: line for line in state.open_obligations}
    for part in parts:
        if part.no not in by_no:
            known = ", ".join(map(str, by_no)) or "không có"
            raise Refusal(
                "cases.measure_on_unknown", basis=basis, number=state.number, no=part.no, known=known
            )
    return [by_no[part.no] for part in parts]


def _check_time(state: CaseState, fact: f.CoercionDecided, on: date) -> None:
    """Refuse before the voluntary period is over, unless assets are being spirited away (L08 Đ45.2; L25
    Đ72.1).
    """
    if state.is_interim or fact.dissipation.strip():
        return
    if state.notice_on is None:
        raise Refusal("cases.no_notice_yet", basis="L08 Đ45.1; L25 Đ36.1")
    until = state.voluntary_until or voluntary_end(state.notice_on)
    if on <= until:
        raise Refusal("cases.voluntary_running", basis="L08 Đ45–46; L25 Đ36, 72", until=until, on=on)


def _check_able(state: CaseState, lines: Sequence[ObligationState], basis: str) -> None:
    if state.is_interim:
        return
    for line in lines:
        if line.found is not VerificationResult.ABLE:
            raise Refusal("cases.coercion_needs_ability", basis=basis, no=line.no)


def _check_value(lines: Sequence[ObligationState], fact: f.CoercionDecided, on: date, basis: str) -> None:
    if fact.measure is CoercionKind.DEDUCT_INCOME and fact.income:
        check_deduction(
            dong(fact.value), dong(fact.income), on=on, dependants=fact.dependants, region=fact.region
        )
    if fact.exception:
        LAW.ground("coercion_exception", fact.exception, on=on)
        return
    owed = owed_with_costs(lines, fact.costs)
    if fact.measure in OF_VALUE and fact.value > owed > 0:
        raise Refusal("cases.coercion_value_too_large", basis=basis, value=fact.value, owed=owed)


def owed_with_costs(lines: Sequence[ObligationState], costs: Dong) -> Dong:
    """Return the đồng that a thing taken should cover: what is left of money duties and the costs estimated;
    0 when a duty is not money, for then no value can be held against it.
    """
    if any(line.amount == 0 for line in lines):
        return 0
    return sum(line.remaining for line in lines) + dong(costs)
