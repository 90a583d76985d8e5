"""Joint debtors (nghĩa vụ liên đới): the whole may be asked of any, what one pays lessens all, and the payer
has a claim against the others (TL11 Đ11; N152 Đ28; BLDS Đ288).

The agency enforces the duty, not the claim of the payer: that is shown, and sued for apart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thads.enforcement.money.rules.proportions import shared
from thads.kernel.money import Dong, dong
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "money.joint_alone": "Nghĩa vụ liên đới phải có từ hai người phải thi hành án, mỗi người ghi một "
        "lần.",
        "money.joint_shares_wrong": "Phần của những người liên đới cộng lại là {total} đồng, khác nghĩa vụ "
        "chung {amount} đồng; hãy sửa các phần hoặc để trống để chia đều.",
        "money.joint_overpaid": "Những người liên đới đã nộp {paid} đồng, nhiều hơn nghĩa vụ chung {amount} "
        "đồng; hãy kiểm tra lại số đã nộp.",
        "money.joint_stranger": "“{debtor}” không phải là người liên đới của nghĩa vụ này.",
    }
)


@dataclass(frozen=True, slots=True)
class JointDebtor:
    """A joint debtor; his part towards the others as adjudged (none: equal parts, BLDS Đ288)."""

    name: str
    part: Dong | None = None


@dataclass(frozen=True, slots=True)
class JointLine:
    """Where a joint debtor stands: his part towards the others, what he paid, what may be asked of him."""

    debtor: str
    part: Dong
    paid: Dong
    may_be_asked: Dong

    @property
    def over(self) -> Dong:
        """What he paid beyond his part, đồng."""
        return max(0, self.paid - self.part)

    @property
    def short(self) -> Dong:
        """What of his part he has not paid, đồng."""
        return max(0, self.part - self.paid)


@dataclass(frozen=True, slots=True)
class Recourse:
    """What a payer may ask back of another joint debtor, đồng."""

    payer: str
    of: str
    amount: Dong


@dataclass(frozen=True, slots=True)
class JointStanding:
    """A joint duty after payments: what is left for all, each debtor's line, claims among themselves."""

    amount: Dong
    lines: tuple[JointLine, ...]
    recourses: tuple[Recourse, ...]
    basis: str
    recourse_basis: str

    @property
    def left(self) -> Dong:
        """What is left of the duty, đồng; the whole of it may be asked of any."""
        return self.amount - sum(line.paid for line in self.lines)


def joint_standing(
    amount: Dong, debtors: Sequence[JointDebtor], paid: Mapping[str, Dong], *, on: date
) -> JointStanding:
    """Return where joint debtors stand after what each has paid, in đồng; refuse payments above the duty or
    by strangers, and parts that do not make up the duty (TL11 Đ11; N152 Đ28; BLDS Đ288).
    """
    ruling, recourse = (LAW.value(key, on=on) for key in ("joint_liability", "joint_liability.recourse"))
    _check(amount, debtors, paid, ruling.basis)
    left = amount - sum(paid.values())
    parts = _parts(amount, debtors, recourse.basis)
    lines = tuple(
        JointLine(debtor.name, part, paid.get(debtor.name, 0), left)
        for debtor, part in zip(debtors, parts, strict=True)
    )
    return JointStanding(amount, lines, _recourses(lines), ruling.basis, recourse.basis)


def _check(amount: Dong, debtors: Sequence[JointDebtor], paid: Mapping[str, Dong], basis: str) -> None:
    for one in (amount, *paid.values()):
        dong(one)
    names = [debtor.name for debtor in debtors]
    if len(names) < 2 or len(set(names)) < len(names):
        raise Refusal("money.joint_alone", basis=basis)
    for name in paid:
        if name not in names:
            raise Refusal("money.joint_stranger", basis=basis, debtor=name)
    if sum(paid.values()) > amount:
        raise Refusal("money.joint_overpaid", basis=basis, paid=sum(paid.values()), amount=amount)


def _parts(amount: Dong, debtors: Sequence[JointDebtor], basis: str) -> tuple[Dong, ...]:
    adjudged = [debtor.part for debtor in debtors if debtor.part is not None]
    if not adjudged:
        each, odd = divmod(amount, len(debtors))
        return tuple(each + (place < odd) for place in range(len(debtors)))
    total = sum(dong(part) for part in adjudged)
    if len(adjudged) < len(debtors) or total != amount:
        raise Refusal("money.joint_shares_wrong", basis=basis, total=total, amount=amount)
    return tuple(adjudged)


def _recourses(lines: Sequence[JointLine]) -> tuple[Recourse, ...]:
    """Share what each paid too much among those who paid too little, in proportion to what they lack."""
    lacking = [line.short for line in lines]
    found: list[Recourse] = []
    for payer in lines:
        amounts = shared(payer.over, lacking)
        lacking = [before - amount for before, amount in zip(lacking, amounts, strict=True)]
        found += [
            Recourse(payer.debtor, line.debtor, amount)
            for line, amount in zip(lines, amounts, strict=True)
            if amount
        ]
    return tuple(found)
