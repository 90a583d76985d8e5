"""Set-off (bù trừ nghĩa vụ): two who owe each other, balanced after fee and costs (N152 Đ31), and a payee's
money used for his own duty (L08 Đ126.1; L25 Đ59.5).

The law of 2008 knows no set-off: until 30/6/2026 the parties may only agree on it under the Civil Code (BLDS
Đ378) and tell the agency, which ends the duties by their agreement.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from thads.kernel.money import Dong, dong
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "money.setoff_not_yet": "Ngày {on} pháp luật thi hành án dân sự chưa quy định bù trừ nghĩa vụ (có từ "
        "ngày {since}); các bên chỉ có thể thỏa thuận bù trừ theo Bộ luật Dân sự và đề nghị ghi nhận thỏa "
        "thuận.",
        "money.setoff_not_mutual": "Chỉ bù trừ hai nghĩa vụ mà người được thi hành án của việc này là người "
        "phải thi hành án của việc kia; hãy kiểm tra lại đương sự của hai việc.",
        "money.setoff_other_agency": "Hai việc do hai cơ quan {one} và {two} thi hành; chỉ bù trừ khi các "
        "cơ quan đã có văn bản phối hợp.",
        "money.setoff_not_same_kind": "Chỉ bù trừ tiền với tiền hoặc tài sản cùng loại; hai nghĩa vụ này "
        "khác loại ({one}; {two}).",
        "money.setoff_state": "Nghĩa vụ của việc {case} thuộc quyền của Nhà nước; không được bù trừ.",
        "money.setoff_third_party": "Bù trừ nghĩa vụ của việc {case} ảnh hưởng đến quyền lợi của người thứ "
        "ba; không được bù trừ.",
        "money.setoff_nothing": "Sau khi trừ phí và chi phí của việc {case} không còn gì để bù trừ; hãy thu "
        "phí, chi phí trước.",
    }
)


@dataclass(frozen=True, slots=True)
class SetOffSide:
    """One of the two duties: what is due, the fee and costs its creditor owes, what may forbid it."""

    case: str
    agency: str
    creditor: str
    debtor: str
    due: Dong
    fee: Dong = 0
    cost: Dong = 0
    thing: str = ""
    is_state: bool = False
    touches_third_party: bool = False

    @property
    def after_fee_and_cost(self) -> Dong:
        """What can be balanced, đồng."""
        return max(0, self.due - self.fee - self.cost)


@dataclass(frozen=True, slots=True)
class SetOffResult:
    """Two duties balanced: the amount, and what is left due of each, đồng; fee and costs stay to be paid."""

    one: SetOffSide
    two: SetOffSide
    amount: Dong
    basis: str

    @property
    def left_of_one(self) -> Dong:
        """What is still due of the first duty, đồng."""
        return self.one.due - self.amount

    @property
    def left_of_two(self) -> Dong:
        """What is still due of the second duty, đồng."""
        return self.two.due - self.amount


@dataclass(frozen=True, slots=True)
class OwnDuty:
    """A payee's money used for his own duty: how much, what is left to pay him, what he still owes, đồng."""

    money: Dong
    duty: Dong
    used: Dong
    basis: str

    @property
    def left_to_payee(self) -> Dong:
        """What is left to pay him, đồng."""
        return self.money - self.used

    @property
    def left_of_duty(self) -> Dong:
        """What he still owes, đồng."""
        return self.duty - self.used


def set_off(one: SetOffSide, two: SetOffSide, *, on: date, agencies_cooperate: bool = False) -> SetOffResult:
    """Return two mutual duties balanced, in đồng, after fee and costs of each; refuse before 1/7/2026 and
    what the decree does not allow (N152 Đ31).
    """
    ruling = LAW.value("setoff", on=on)
    if not ruling.value:
        since = LAW.timeline("setoff").steps[-1].since
        raise Refusal("money.setoff_not_yet", basis="BLDS Đ378", on=on, since=since)
    refused = next(_refusals(one, two, ruling.basis, agencies_cooperate), None)
    if refused is not None:
        raise refused
    return SetOffResult(one, two, min(one.after_fee_and_cost, two.after_fee_and_cost), ruling.basis)


def _refusals(one: SetOffSide, two: SetOffSide, basis: str, cooperate: bool) -> Iterator[Refusal]:
    for amount in (one.due, one.fee, one.cost, two.due, two.fee, two.cost):
        dong(amount)
    if (one.creditor, one.debtor) != (two.debtor, two.creditor):
        yield Refusal("money.setoff_not_mutual", basis=basis)
    if one.agency != two.agency and not cooperate:
        yield Refusal("money.setoff_other_agency", basis=basis, one=one.agency, two=two.agency)
    if one.thing != two.thing:
        yield Refusal("money.setoff_not_same_kind", basis=basis, one=_named(one), two=_named(two))
    for side in (one, two):
        if side.is_state:
            yield Refusal("money.setoff_state", basis=basis, case=side.case)
        if side.touches_third_party:
            yield Refusal("money.setoff_third_party", basis=basis, case=side.case)
        if side.after_fee_and_cost == 0:
            yield Refusal("money.setoff_nothing", basis=basis, case=side.case)


def _named(side: SetOffSide) -> str:
    return side.thing or "tiền"


def use_for_own_duty(money: Dong, *, duty: Dong, on: date) -> OwnDuty:
    """Return how much of the money of a payee who is also a debtor is used for his duty, in đồng (L08 Đ126.1;
    L25 Đ59.5).
    """
    used = min(dong(money), dong(duty))
    return OwnDuty(money, duty, used, LAW.value("own_duty", on=on).basis)
