"""Security measures: which the law of the day knows, one decision each, emergency minutes first (L08 Đ66–69;
N62 Đ51; L25 Đ66–70; N152 Đ43–45).

They may be ordered at any time while the case is open, also within the voluntary period and without telling
the parties beforehand.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.measures import Measure
from thads.enforcement.cases.rules.state import CaseState
from thads.enforcement.cases.rules.vocabulary import CoercionKind, SecurityKind
from thads.enforcement.deadlines.rules.deriving import length_of
from thads.kernel.money import dong
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "cases.measure_no_taken": "Việc {number} đã có biện pháp số {no}; biện pháp mới mang số {next}.",
        "cases.measure_unknown": "Việc {number} không có biện pháp số {no} đang có hiệu lực; các biện pháp "
        "đang có hiệu lực: {known}.",
        "cases.minutes_after_decision": "Biên bản ghi ngày {minutes_on}, sau ngày quyết định {on}; hãy "
        "kiểm tra lại hai ngày này.",
        "cases.minutes_too_old": "Biên bản lập ngày {minutes_on}; quyết định phải ra trong {hours} giờ, "
        "muộn nhất ngày {latest}. Quá thời hạn đó biên bản không còn giá trị: hãy ra quyết định không dựa "
        "vào biên bản.",
        "cases.minutes_not_for": "{kind} không lập biên bản khẩn cấp trước; hãy bỏ ngày biên bản.",
        "cases.exit_ban_ended_by_head": "Biện pháp số {no} là tạm hoãn xuất cảnh, do Thủ trưởng cơ quan "
        "quyết định; Thủ trưởng mới được chấm dứt.",
        "cases.not_an_exit_ban": "Biện pháp số {no} không phải tạm hoãn xuất cảnh; Chấp hành viên ra quyết "
        "định thì Chấp hành viên chấm dứt.",
        "cases.exit_ban_by_head": "Tạm hoãn xuất cảnh do Thủ trưởng cơ quan thi hành án dân sự quyết định, "
        "Chấp hành viên đề nghị; hãy trình Thủ trưởng.",
    }
)

BY_MINUTES = frozenset({SecurityKind.FREEZE, SecurityKind.HOLD})
"""Measures that may begin with minutes on the spot (L08 Đ67.2, 68.2; L25 Đ67.4, 69.2)."""

HOURS_A_DAY = 24


def check_security(state: CaseState, fact: f.SecurityOrdered, *, on: date, basis: str) -> None:
    """Refuse a measure that the law of the day does not know, a number taken, minutes that do not fit."""
    LAW.ground("security_kind", fact.measure, on=on)
    check_new_number(state, fact.no, basis=basis)
    dong(fact.value)
    if fact.minutes_on is not None:
        _check_minutes(fact, fact.minutes_on, on)


def check_signed_by_bailiff(fact: f.SecurityOrdered, *, on: date) -> None:
    """Refuse a bailiff who orders what only the head may (N62 Đ51; L25 Đ70)."""
    if fact.measure is SecurityKind.EXIT_BAN:
        raise Refusal("cases.exit_ban_by_head", basis=LAW.ground("security_kind", fact.measure, on=on).basis)


def check_new_number(state: CaseState, no: int, *, basis: str) -> None:
    """Refuse the number of a measure that the case has already."""
    if no < 1 or any(one.no == no for one in state.measures):
        raise Refusal(
            "cases.measure_no_taken",
            basis=basis,
            number=state.number,
            no=no,
            next=next_number(state.measures),
        )


def next_number(measures: Iterable[Measure]) -> int:
    """Return the number that the next measure of a case bears: security and coercion in one series."""
    return max((one.no for one in measures), default=0) + 1


def standing_measure(
    state: CaseState, no: int, *, basis: str, kinds: type[SecurityKind] | type[CoercionKind] | None = None
) -> Measure:
    """Return the standing measure of a number, of a kind when one is asked; refuse when there is none."""
    standing = [one for one in state.standing_measures if kinds is None or isinstance(one.kind, kinds)]
    for one in standing:
        if one.no == no:
            return one
    known = "; ".join(f"số {one.no} ({LAW.label(one.kind).lower()})" for one in standing)
    raise Refusal("cases.measure_unknown", basis=basis, number=state.number, no=no, known=known or "không có")


def check_end(measure: Measure, fact: f.MeasureEnded, *, on: date, basis: str) -> None:
    """Refuse an end on an unlisted ground, and one of another hand than the order's: the head ends exit
    bans, the bailiff what he ordered (L08 Đ105; L25 Đ70, 95).
    """
    LAW.ground("measure_end", fact.ground, on=on)
    if fact.is_exit_ban and measure.kind is not SecurityKind.EXIT_BAN:
        raise Refusal("cases.not_an_exit_ban", basis=basis, no=fact.no)
    if not fact.is_exit_ban and measure.kind is SecurityKind.EXIT_BAN:
        raise Refusal("cases.exit_ban_ended_by_head", basis=basis, no=fact.no)


def _check_minutes(fact: f.SecurityOrdered, minutes_on: date, on: date) -> None:
    if fact.measure not in BY_MINUTES:
        raise Refusal("cases.minutes_not_for", kind=LAW.label(fact.measure))
    ruling = LAW.value("security.decision", on=minutes_on)
    if minutes_on > on:
        raise Refusal("cases.minutes_after_decision", basis=ruling.basis, minutes_on=minutes_on, on=on)
    latest = minutes_on + timedelta(days=length_of(ruling) // HOURS_A_DAY)
    if on > latest:
        raise Refusal(
            "cases.minutes_too_old",
            basis=ruling.basis,
            minutes_on=minutes_on,
            hours=ruling.value,
            latest=latest,
        )
