"""When a fact may have happened: not before the decision, not after it was recorded, not out of the law's
time.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from thads.enforcement.cases.rules.facts import CaseFact, DecisionIssued, MoneyCollected, NoticeServed
from thads.enforcement.cases.rules.moves import opening_basis
from thads.enforcement.cases.rules.state import RESTING, CaseState
from thads.enforcement.cases.rules.vocabulary import CollectionMeans
from thads.enforcement.cases.rules.words import act_name, status_name
from thads.enforcement.deadlines.rules.deriving import last_day
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

VIET_NAM = ZoneInfo("Asia/Ho_Chi_Minh")

register_sentences(
    {
        "cases.in_the_future": "{act} ghi ngày {on}, sau ngày ghi nhận {recorded_on}; không thể ghi nhận "
        "một việc "
        "chưa xảy ra. Hãy kiểm tra lại ngày.",
        "cases.before_decision": "{act} ghi ngày {on}, trước ngày ra quyết định thi hành án "
        "({decided_on}); hãy kiểm "
        "tra lại ngày.",
        "cases.before_judgment": "Quyết định thi hành án ngày {on} có trước bản án, quyết định được thi hành "
        "(ngày {judgment_on}); hãy kiểm tra lại hai ngày này.",
        "cases.voluntary_wrong": "Thời hạn tự nguyện ghi đến ngày {until}, không sau ngày thông báo hợp lệ "
        "{on}.",
        "cases.no_notice_yet": "Chưa có thông báo hợp lệ quyết định thi hành án nên thời hạn tự nguyện "
        "chưa chạy; "
        "chưa thể thu qua cưỡng chế.",
        "cases.voluntary_running": "Thời hạn tự nguyện còn đến hết ngày {until}; chưa thể cưỡng chế vào "
        "ngày {on}.",
        "cases.coerced_at_rest": "Khoản {no} đang ở trạng thái “{status}”; phải có quyết định tiếp tục thi "
        "hành án "
        "trước khi cưỡng chế.",
        "cases.recorded_backwards": "Thời điểm ghi nhận {recorded_at} sớm hơn sự kiện đã ghi trước đó "
        "({last}).",
    }
)


def local_day(instant: datetime) -> date:
    """Return the day in Viet Nam on which something was recorded."""
    return instant.astimezone(VIET_NAM).date()


def check_not_future(fact: CaseFact, *, on: date, recorded_on: date) -> None:
    """Refuse what is said to have happened after it was recorded."""
    if on > recorded_on:
        raise Refusal("cases.in_the_future", act=act_name(fact), on=on, recorded_on=recorded_on)


def check_after_judgment(fact: DecisionIssued, *, on: date, basis: str) -> None:
    """Refuse a decision older than the judgment it enforces."""
    if fact.judgment_on is not None and on < fact.judgment_on:
        raise Refusal("cases.before_judgment", basis=basis, on=on, judgment_on=fact.judgment_on)


def check_after_decision(decided_on: date, fact: CaseFact, *, on: date) -> None:
    """Refuse what happened before the case was opened."""
    if on < decided_on:
        basis = opening_basis(decided_on)
        raise Refusal("cases.before_decision", basis=basis, act=act_name(fact), on=on, decided_on=decided_on)


def voluntary_end(notice_on: date) -> date:
    """Return the last day of the voluntary period counted from valid notice (L08 Đ45.1; L25 Đ36.1)."""
    return last_day(LAW.value("voluntary.period", on=notice_on), start=notice_on)


def check_voluntary_period(fact: NoticeServed, *, on: date, basis: str) -> None:
    """Refuse a voluntary period that is over before it began."""
    if fact.voluntary_until is not None and fact.voluntary_until <= on:
        raise Refusal("cases.voluntary_wrong", basis=basis, until=fact.voluntary_until, on=on)


def check_may_coerce(state: CaseState, fact: MoneyCollected, *, on: date, basis: str) -> None:
    """Refuse coercion before valid notice and before the voluntary period is over (L08 Đ45–46; L25 Đ36,
    72).
    """
    if fact.means is not CollectionMeans.COERCION or state.is_interim:
        return
    if state.notice_on is None:
        raise Refusal("cases.no_notice_yet", basis="L08 Đ45.1; L25 Đ36.1")
    until = state.voluntary_until or voluntary_end(state.notice_on)
    if on <= until:
        raise Refusal("cases.voluntary_running", basis="L08 Đ45–46; L25 Đ36, 72", until=until, on=on)
    named = {part.no for part in fact.parts}
    for line in state.obligations:
        if line.no in named and line.status in RESTING:
            raise Refusal(
                "cases.coerced_at_rest", basis="L08 Đ46; L25 Đ72", no=line.no, status=status_name(line.status)
            )
