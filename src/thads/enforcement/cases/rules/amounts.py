"""How many đồng a fact may speak of: more than nothing, never more than is left (over-collection is
refused).
"""

from collections.abc import Sequence

from thads.enforcement.cases.rules.facts import Duty, Part
from thads.enforcement.cases.rules.state import ObligationState
from thads.kernel.money import LARGEST, dong
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

LARGEST_NO = 9_999
"""Duties of one case are numbered from 1; a higher number is a typing error."""

register_sentences(
    {
        "cases.amount_not_positive": "Số tiền của khoản {no} phải lớn hơn 0 đồng; hãy nhập số tiền đã có "
        "thật.",
        "cases.amount_over_rest": "Số tiền {amount} đồng lớn hơn số còn phải thi hành của khoản {no} "
        "({remaining} đồng); hãy kiểm tra lại số tiền hoặc số khoản.",
        "cases.nothing_left": "Khoản {no} không còn tiền phải thi hành; không thể ghi thêm tiền vào khoản "
        "này.",
        "cases.amount_not_taken": "{act} áp dụng cho cả khoản, không ghi số tiền; hãy bỏ số tiền ở khoản "
        "{no}.",
        "cases.parts_needed": "{act} phải ghi rõ từng khoản và số tiền.",
        "cases.duties_needed": "Quyết định thi hành án phải có ít nhất một khoản phải thi hành.",
        "cases.duty_no_wrong": "Số thứ tự khoản {no} không hợp lệ; các khoản đánh số từ 1 đến {largest}.",
        "cases.duty_twice": "Khoản {no} được ghi hai lần; mỗi khoản chỉ ghi một lần.",
        "cases.duties_too_large": "Tổng số tiền của quyết định lớn quá mức có thể có; hãy kiểm tra lại số "
        "chữ số.",
    }
)


def check_amount(line: ObligationState, part: Part, *, basis: str) -> None:
    """Refuse an amount that is nothing or more than the rest of the obligation; none named means the whole
    rest.
    """
    remaining = line.remaining
    if part.amount is None:
        return
    amount = dong(part.amount)
    if amount == 0:
        raise Refusal("cases.amount_not_positive", basis=basis, no=line.no)
    if remaining == 0:
        raise Refusal("cases.nothing_left", basis=basis, no=line.no)
    if amount > remaining:
        raise Refusal("cases.amount_over_rest", basis=basis, no=line.no, amount=amount, remaining=remaining)


def check_duties(duties: Sequence[Duty], *, basis: str) -> None:
    """Refuse a decision without duties, with a number twice, or with amounts that cannot be."""
    if not duties:
        raise Refusal("cases.duties_needed", basis=basis)
    seen: set[int] = set()
    for duty in duties:
        dong(duty.amount)
        if not 1 <= duty.no <= LARGEST_NO:
            raise Refusal("cases.duty_no_wrong", no=duty.no, largest=LARGEST_NO)
        if duty.no in seen:
            raise Refusal("cases.duty_twice", no=duty.no)
        seen.add(duty.no)
    if sum(duty.amount for duty in duties) > LARGEST:
        raise Refusal("cases.duties_too_large")
