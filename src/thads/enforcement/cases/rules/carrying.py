"""A case taken over from an agency's old books: what the entry that carries it over may say (T04 Đ30; T78
Đ11.2c).

Live work stays strict; here only the old books are told, gaps and all, and only right after the decision.
What happened up to the end of the cut-over day is in that entry; nothing else is recorded for those days.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from thads.enforcement.cases.rules.facts import CarriedLine, CarriedOver, DecisionIssued
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.state import CaseState, ObligationState
from thads.enforcement.cases.rules.vocabulary import ObligationStatus
from thads.kernel.money import Dong, dong
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Ground

BASIS = "T04 Đ30; T78 Đ11.2c"

register_sentences(
    {
        "cases.carried_twice": "Việc {number} đã chuyển số liệu từ sổ cũ ngày {carried_on}; mỗi việc chỉ "
        "chuyển "
        "một lần.",
        "cases.carried_not_first": "Số liệu tồn chuyển phải đứng ngay sau quyết định thi hành án; việc "
        "{number} đã "
        "có sự kiện khác trước ngày chuyển.",
        "cases.carried_live": "Số liệu tồn chuyển chỉ được ghi khi chuyển số liệu từ sổ cũ; việc đang thi "
        "hành ghi "
        "từng sự kiện theo ngày thật.",
        "cases.carried_not_cancelled": "Không thể hủy số liệu tồn chuyển của việc; số liệu chuyển sai thì "
        "lập biên "
        "bản và ghi sự kiện điều chỉnh sau ngày chuyển.",
        "cases.before_carried": "{act} ghi ngày {on}, không sau ngày chuyển số liệu {carried_on}; việc xảy "
        "ra đến "
        "hết ngày đó đã nằm trong số liệu tồn chuyển. Hãy kiểm tra lại ngày.",
        "cases.carried_lines_wrong": "Số liệu tồn chuyển phải ghi đủ từng khoản một lần; việc {number} có "
        "các khoản: "
        "{known}.",
        "cases.carried_over_amount": "Khoản {no}: đã thu, đình chỉ, miễn giảm, ủy thác cộng lại {gone} "
        "đồng, lớn hơn "
        "số phải thi hành {amount} đồng.",
        "cases.carried_rest_wrong": "Khoản {no} đã kết thúc ({status}) nhưng còn {rest} đồng chưa thi hành.",
        "cases.carried_day_wrong": "Ngày {day} của số liệu tồn chuyển phải từ ngày quyết định thi hành án "
        "{decided_on} đến ngày chuyển {on}.",
        "cases.carried_verifications_wrong": "Số lần xác minh {found} không hợp lệ; hãy ghi từ 0 trở lên, "
        "và 0 khi "
        "không rõ.",
        "cases.carried_status_wrong": "Khoản {no}: việc ở trạng thái “{status}” không chuyển được; hãy để "
        "lại sổ cũ.",
    }
)

S = ObligationStatus

CARRIED_STATUSES = frozenset(S) - {S.PULLED_UP, S.REQUEST_RETURNED, S.CLOSED_OTHERWISE}
"""What an obligation of a case taken over may be: open, or ended while another obligation is still open."""

GROUND_LISTS: Mapping[ObligationStatus, str] = {
    S.UNABLE: "unable",
    S.SEPARATE_LEDGER: "unable",
    S.DEFERRED: "deferral",
    S.SUSPENDED: "suspension",
    S.TERMINATED: "termination",
    S.RECALLED: "recall",
}
"""Statuses that rest on a closed list of grounds."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row of the old list: file, sheet, number of the row, and the hash of what stands in it."""

    file: str
    sheet: str
    row: int
    digest: str


@dataclass(frozen=True, slots=True)
class CarriedCase:
    """A case to be taken over: its decision on its own day, how it stood at the cut-over, from which rows."""

    case_id: UUID
    agency: str
    decided_on: date
    decision: DecisionIssued
    carried: CarriedOver
    parties: tuple[PartyDetails, ...] = ()
    rows: tuple[SourceRow, ...] = ()


def listed_grounds(status: ObligationStatus, *, on: date) -> tuple[Ground, ...]:
    """Return the grounds a status may rest on that day; none where the law lists none."""
    kind = GROUND_LISTS.get(status)
    return LAW.grounds(kind, on=on) if kind is not None else ()


def check_carried(state: CaseState, fact: CarriedOver, *, on: date) -> None:
    """Refuse an entry that does not tell every obligation once, or whose đồng and days cannot be."""
    if state.carried_on is not None:
        raise Refusal("cases.carried_twice", basis=BASIS, number=state.number, carried_on=state.carried_on)
    told = {line.no: line for line in fact.lines}
    there = {line.no: line for line in state.obligations}
    if len(told) != len(fact.lines) or told.keys() != there.keys():
        known = ", ".join(map(str, sorted(there)))
        raise Refusal("cases.carried_lines_wrong", basis=BASIS, number=state.number, known=known)
    for no, line in told.items():
        _check_line(there[no], line, state.decided_on, on)
    for day in (fact.notice_on, fact.last_verified_on, fact.unable_on):
        _check_day(day, state.decided_on, on)
    if fact.verifications < 0:
        raise Refusal("cases.carried_verifications_wrong", basis=BASIS, found=fact.verifications)


def check_carried_place(before: int, number: str) -> None:
    """Refuse the entry unless the decision alone stands before it."""
    if before != 1:
        raise Refusal("cases.carried_not_first", basis=BASIS, number=number)


def check_after_carried(act: str, *, on: date, carried_on: date) -> None:
    """Refuse what is said to have happened on the cut-over day or before: it is carried over already."""
    if on <= carried_on:
        raise Refusal("cases.before_carried", basis=BASIS, act=act, on=on, carried_on=carried_on)


def _check_line(there: ObligationState, line: CarriedLine, decided_on: date, on: date) -> None:
    if line.status not in CARRIED_STATUSES:
        raise Refusal("cases.carried_status_wrong", basis=BASIS, no=line.no, status=LAW.label(line.status))
    for amount in amounts_of(line):
        dong(amount)
    rest = there.amount - line.gone
    if rest < 0:
        raise Refusal(
            "cases.carried_over_amount", basis=BASIS, no=line.no, gone=line.gone, amount=there.amount
        )
    if rest and not line.status.is_open:
        raise Refusal(
            "cases.carried_rest_wrong", basis=BASIS, no=line.no, status=LAW.label(line.status), rest=rest
        )
    _check_day(line.since, decided_on, on)
    _check_ground(line, on)


def amounts_of(line: CarriedLine) -> Sequence[Dong]:
    """Return every amount that a line tells."""
    return (line.collected, line.terminated, line.reduced, line.delegated, line.recalled)


def _check_ground(line: CarriedLine, on: date) -> None:
    kind = GROUND_LISTS.get(line.status)
    if kind is not None and line.ground:
        LAW.ground(kind, line.ground, on=line.since or on)


def _check_day(day: date | None, decided_on: date, on: date) -> None:
    if day is not None and not decided_on <= day <= on:
        raise Refusal("cases.carried_day_wrong", basis=BASIS, day=day, decided_on=decided_on, on=on)
