"""When the account of a case lets the case end (T78 Đ11.2c; N152 Đ14.5; process.md 2.9)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from thads.enforcement.cases.rules.briefs import CaseBrief
from thads.enforcement.money.rules.account import AccountState
from thads.enforcement.money.rules.fee_items import Standing, fee_items
from thads.enforcement.money.rules.words import purse_name
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.kernel.text import write_dong
from thads.law import LAW

AGREED = frozenset({"parties_agree"})
"""Grounds that are the parties' own will: they may not dodge fee and costs (L25 Đ36.2, 48.4; N152 Đ14.5)."""

register_sentences(
    {
        "money.not_settled": "Chưa thể kết thúc việc {number}: {what}. Hãy chi trả, thu hoặc trả lại hết rồi "
        "kết thúc.",
        "money.fee_before_termination": "Chưa thể đình chỉ việc {number} theo thỏa thuận hoặc yêu cầu: "
        "{what}; phải nộp "
        "phí và chi phí đến thời điểm đình chỉ trước.",
    }
)


def check_settled(case: CaseBrief, state: AccountState, facts: Sequence[Standing]) -> None:
    """Refuse to end a case whose trial balance is not zero, naming what is held, where, and what is due (T78
    Đ11.2c).
    """
    left = [*_held(state), *_due(case, state, facts), *_advance(state)]
    if left:
        raise Refusal(
            "money.not_settled",
            basis="L08 Đ52; L25 Đ55; T78 Đ11.2c",
            number=case.number,
            what="; ".join(left),
        )


def check_fee_first(
    case: CaseBrief, state: AccountState, facts: Sequence[Standing], *, ground: str, on: date
) -> None:
    """Refuse a termination by agreement while fee or costs are due, from 1/7/2026 (N152 Đ14.5)."""
    ruling = LAW.value("termination.fee_first", on=on)
    if not ruling.value or ground not in AGREED:
        return
    left = list(_due(case, state, facts))
    if left:
        what = "; ".join(left)
        raise Refusal("money.fee_before_termination", basis=ruling.basis, number=case.number, what=what)


def _held(state: AccountState) -> Iterator[str]:
    if state.total:
        places = ", ".join(
            f"{LAW.label(place).lower()} {write_dong(amount)}" for place, amount in state.places
        )
        purses = ", ".join(purse_name(one.purse, one.no).lower() for one in state.held)
        yield f"còn giữ {write_dong(state.total)} ({places}; {purses})"


def _due(case: CaseBrief, state: AccountState, facts: Iterable[Standing]) -> Iterator[str]:
    if state.fee_due:
        yield f"phí thi hành án còn phải thu {write_dong(state.fee_due)}"
    waiting = sum(item.line.fee for item in fee_items(case, facts) if item.is_waiting)
    if waiting:
        yield f"phí thi hành án chưa ra quyết định {write_dong(waiting)}"
    if state.cost_due:
        yield f"chi phí còn phải thu {write_dong(state.cost_due)}"


def _advance(state: AccountState) -> Iterator[str]:
    if state.advance_due:
        yield f"tạm ứng chi phí chưa hoàn trả {write_dong(state.advance_due)}"
