"""The counting rules: one small function per line, each with its words, its basis and how certain it is.

The columns are the working model of the specification (the annexes of TT05/2024 were not obtained), so
every rule is `derived` unless the text of a circular says it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from thads.enforcement.cases.rules.vocabulary import IntakeRoute
from thads.kernel.money import Dong
from thads.law import Certainty
from thads.reporting.counting.rules.codes import Line
from thads.reporting.counting.rules.standing import Account, Standing


@dataclass(frozen=True, slots=True)
class Mark:
    """What one case is to one line: a member or not, and the đồng it gives."""

    is_member: bool
    share: Dong


@dataclass(frozen=True, slots=True)
class CountingRule:
    """A line with its Vietnamese name, its basis, its certainty and the function that decides."""

    line: Line
    vi: str
    basis: str
    certainty: Certainty
    decide: Callable[[Standing], Mark]


RULES: dict[Line, CountingRule] = {}

_Decide = Callable[[Standing], Mark]


def counting_rule(
    line: Line, *, vi: str, basis: str, certainty: Certainty = Certainty.DERIVED
) -> Callable[[_Decide], _Decide]:
    """Register the function that decides a line."""

    def register(decide: _Decide) -> _Decide:
        RULES[line] = CountingRule(line, vi, basis, certainty, decide)
        return decide

    return register


def marks_of(case: Standing) -> Mapping[Line, Mark]:
    """Return what the case is to every line."""
    return {line: rule.decide(case) for line, rule in RULES.items()}


# ---------------------------------------------------------------- what comes in


@counting_rule(Line.C1, vi="Tổng số giải quyết", basis="TT05/2024 Đ2, Đ7")
def total(case: Standing) -> Mark:
    """Everything carried over or new, but what lies in the separate ledger."""
    return Mark(case.is_inside, _brought_in(case))


@counting_rule(
    Line.C2, vi="Số cũ chuyển sang (trừ số đã chuyển sổ theo dõi riêng)", basis="TT05/2024 Đ7; N62 Đ9.6"
)
def carried_over(case: Standing) -> Mark:
    """Open on the eve; a case that came back from the separate ledger is here again, not among the new."""
    return Mark(case.is_carried and case.is_inside, _brought_in(case) if case.is_carried else 0)


@counting_rule(Line.C3, vi="Số thụ lý mới", basis="TT05/2024 Đ7; N62 Đ6, Đ7")
def newly_accepted(case: Standing) -> Mark:
    """The enforcement decision is of the period: one decision is one case."""
    return Mark(case.is_new and case.is_inside, _brought_in(case) if case.is_new else 0)


@counting_rule(Line.C3A, vi="Trong đó: nhận ủy thác", basis="L08 Đ57; L25 Đ49")
def delegated_in(case: Standing) -> Mark:
    """New here because another agency delegated it."""
    if not case.is_new or case.now.route is not IntakeRoute.DELEGATED_IN:
        return Mark(False, 0)
    return newly_accepted(case)


# ---------------------------------------------------------------- what leaves unenforced


@counting_rule(Line.C4, vi="Ủy thác thi hành án", basis="L08 Đ55–57; L25 Đ49")
def delegated_out(case: Standing) -> Mark:
    return _left_as(case, Line.C4, lambda account: account.delegated)


@counting_rule(Line.C5, vi="Thu hồi, hủy quyết định thi hành án", basis="L08 Đ37; L25 Đ52")
def recalled(case: Standing) -> Mark:
    return _left_as(case, Line.C5, lambda account: account.recalled)


@counting_rule(Line.C5A, vi="Cục rút hồ sơ lên thi hành", basis="L08 Đ35.2h; TL11 Đ1.7")
def pulled_up(case: Standing) -> Mark:
    return _left_as(case, Line.C5A, lambda account: account.pulled_up)


@counting_rule(Line.C6, vi="Tổng số phải thi hành", basis="TT05/2024 Đ2, biểu 01, 02")
def to_enforce(case: Standing) -> Mark:
    """The total without what was delegated, recalled or pulled up."""
    elsewhere = delegated_out(case).share + recalled(case).share + pulled_up(case).share
    is_member = case.is_inside and case.line not in (Line.C4, Line.C5, Line.C5A)
    return Mark(is_member, total(case).share - elsewhere)


# ---------------------------------------------------------------- with conditions


@counting_rule(Line.C7, vi="Có điều kiện thi hành", basis="TT05/2024 Đ2, biểu 01, 02")
def able(case: Standing) -> Mark:
    """Finished, under way, deferred by agreement, or awaiting closure; in đồng the whole obligation."""
    parts = (finished(case), under_way(case), deferred_by_agreement(case), other_able(case))
    return Mark(any(part.is_member for part in parts), sum(part.share for part in parts))


@counting_rule(Line.C8, vi="Tổng số thi hành xong", basis="TT05/2024 Đ2, biểu 01, 02")
def finished(case: Standing) -> Mark:
    """Performed and terminated; in đồng also what the court took off."""
    parts = (performed(case), terminated(case), reduced(case))
    return Mark(any(part.is_member for part in parts), sum(part.share for part in parts))


@counting_rule(Line.C9, vi="Thi hành xong", basis="L08 Đ52; L25 Đ55")
def performed(case: Standing) -> Mark:
    """All done; in đồng what was collected since the start, and the rest of lines recorded as performed."""
    return _left_as(case, Line.C9, lambda account: account.collected)


@counting_rule(Line.C10, vi="Đình chỉ thi hành án", basis="L08 Đ50; L25 Đ48")
def terminated(case: Standing) -> Mark:
    return _left_as(case, Line.C10, lambda account: account.terminated)


@counting_rule(Line.C10A, vi="Giảm nghĩa vụ thi hành án", basis="L08 Đ61–64; L25 Đ42–45")
def reduced(case: Standing) -> Mark:
    """Đồng only: a case is never a member."""
    return Mark(False, sum(account.reduced for account in case.accounts))


@counting_rule(Line.C11, vi="Đang thi hành", basis="L08 Đ44, 45; L25 Đ36, 37")
def under_way(case: Standing) -> Mark:
    """Nobody has decided otherwise: decided, assigned, in the voluntary period, verified, enforced."""
    return _rests_in(case, Line.C11)


@counting_rule(Line.C12, vi="Hoãn do đương sự đồng ý", basis="L08 Đ48.1c; L25 Đ46.1c")
def deferred_by_agreement(case: Standing) -> Mark:
    return _rests_in(case, Line.C12)


@counting_rule(Line.C13, vi="Trường hợp khác", basis="TT05/2024 Đ2, biểu 01, 02")
def other_able(case: Standing) -> Mark:
    """All collected, the closing act still to come."""
    return _rests_in(case, Line.C13)


# ---------------------------------------------------------------- without conditions, at rest


@counting_rule(
    Line.C14,
    vi="Chưa có điều kiện thi hành (trừ số đã chuyển sổ theo dõi riêng)",
    basis="L08 Đ44a; N62 Đ9; L25 Đ38",
)
def unable(case: Standing) -> Mark:
    return _rests_in(case, Line.C14)


@counting_rule(Line.C15, vi="Hoãn thi hành án (căn cứ khác)", basis="L08 Đ48; L25 Đ46")
def deferred_otherwise(case: Standing) -> Mark:
    return _rests_in(case, Line.C15)


@counting_rule(Line.C16, vi="Tạm đình chỉ thi hành án", basis="L08 Đ49; L25 Đ47")
def suspended(case: Standing) -> Mark:
    return _rests_in(case, Line.C16)


# ---------------------------------------------------------------- carried on


@counting_rule(Line.C17, vi="Số chuyển kỳ sau", basis="TT05/2024 Đ7, Đ8.3")
def carried_on(case: Standing) -> Mark:
    """Still open and not in the separate ledger."""
    still_open = (one for one in case.accounts if one.obligation.is_open and one.line is not Line.M1)
    return Mark(case.is_inside and case.now.is_open, sum(one.rest for one in still_open))


@counting_rule(
    Line.M1,
    vi="Số chưa có điều kiện đã chuyển sổ theo dõi riêng",
    basis="N62 Đ9.5, 9.6; N152 Đ22.1",
    certainty=Certainty.STATED,
)
def in_separate_ledger(case: Standing) -> Mark:
    """The stock at the day, outside c1…c17."""
    return _rests_in(case, Line.M1)


# ---------------------------------------------------------------- how


def _brought_in(case: Standing) -> Dong:
    """The đồng at first, less what lies in the separate ledger now."""
    return sum(one.base - (one.rest if one.line is Line.M1 else 0) for one in case.accounts)


def _rests_in(case: Standing, line: Line) -> Mark:
    return Mark(case.line is line, sum(one.rest for one in case.accounts if one.line is line))


def _left_as(case: Standing, line: Line, flow: Callable[[Account], Dong]) -> Mark:
    """What was booked to the line in the period, with the rest of obligations closed in it."""
    booked = sum(flow(one) + (one.rest if one.line is line else 0) for one in case.accounts)
    return Mark(case.line is line, booked)
