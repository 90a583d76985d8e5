"""How much may be taken of an income, and what is set aside for rent when an only home is sold.

Until 30/6/2026 at most 30 % of a wage, pension or allowance, of other income what is above the minimum living
(L08 Đ78.3), and one year's rent (L08 Đ115.5); from 1/7/2026 what is above one regional minimum wage and one
for each dependant (N152 Đ51.1), and twelve such wages for rent (L25 Đ89.2).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thads.enforcement.money.rules.wages import Measure, Region, measured
from thads.kernel.money import Dong, dong
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Regime

register_sentences(
    {
        "money.living_minimum_needed": "Thu nhập khác chỉ được trừ phần vượt mức sinh hoạt tối thiểu; hãy "
        "nhập mức sinh hoạt tối thiểu của người phải thi hành án và người họ nuôi dưỡng.",
        "money.rent_needed": "Khoản trích là tiền thuê nhà {months} tháng; hãy nhập giá thuê trung bình một "
        "tháng tại địa phương.",
        "money.dependants_negative": "Số người phụ thuộc không thể là số âm.",
    }
)


class IncomeKind(StrEnum):
    """Kinds of income the old law treated differently (L08 Đ78)."""

    WAGE_PENSION_ALLOWANCE = "wage_pension_allowance"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Income:
    """A debtor's income in a month, and who lives on it; `living_minimum` only for other income before
    1/7/2026.
    """

    amount: Dong
    kind: IncomeKind = IncomeKind.WAGE_PENSION_ALLOWANCE
    dependants: int = 0
    living_minimum: Dong | None = None


@dataclass(frozen=True, slots=True)
class DeductionLimit:
    """The most that may be deducted in a month, in đồng, and how what must be left was measured."""

    income: Dong
    most: Dong
    basis: str
    percent: int | None = None
    for_debtor: Measure | None = None
    for_dependants: Measure | None = None

    @property
    def left(self) -> Dong:
        """What is left to the debtor, đồng."""
        return self.income - self.most


def income_deduction(income: Income, *, on: date, region: Region | None = None) -> DeductionLimit:
    """Return the most that may be deducted of a month's income on the day, unless the parties agreed
    otherwise, in đồng (L08 Đ78.3; N152 Đ51.1).
    """
    dong(income.amount)
    if income.dependants < 0:
        raise Refusal("money.dependants_negative")
    return _LIMITS[LAW.regime(on)](income, on, region)


def _by_percent(income: Income, on: date, region: Region | None) -> DeductionLimit:
    ruling = LAW.value("income.deduction_percent", on=on)
    if income.kind is IncomeKind.OTHER:
        if income.living_minimum is None:
            raise Refusal("money.living_minimum_needed", basis=ruling.basis)
        most = max(0, income.amount - dong(income.living_minimum))
        return DeductionLimit(income.amount, most, ruling.basis)
    percent = int(str(ruling.value))
    return DeductionLimit(income.amount, income.amount * percent // 100, ruling.basis, percent)


def _above_wages(income: Income, on: date, region: Region | None) -> DeductionLimit:
    own = measured(LAW.value("income.left_to_debtor", on=on), on=on, region=region)
    each = measured(LAW.value("income.left_per_dependant", on=on), on=on, region=region)
    times = each.times * income.dependants
    theirs = Measure(times * each.unit, times, each.unit, each.basis, each.is_derived)
    most = max(0, income.amount - own.amount - theirs.amount)
    return DeductionLimit(income.amount, most, own.basis, for_debtor=own, for_dependants=theirs)


_LIMITS: dict[Regime, Callable[[Income, date, Region | None], DeductionLimit]] = {
    Regime.R2008: _by_percent,
    Regime.R2025: _above_wages,
}


def rent_setaside(*, on: date, region: Region | None = None, monthly_rent: Dong | None = None) -> Measure:
    """Return what is set aside for rent when the debtor's only home is sold, in đồng: a year at the local
    average rent (L08 Đ115.5), from 1/7/2026 twelve regional minimum wages (L25 Đ89.2).
    """
    months = LAW.timeline("asset.rent_setaside_months").find(on)
    if months is None:
        return measured(LAW.value("asset.rent_setaside", on=on), on=on, region=region)
    count = int(str(months.value))
    if monthly_rent is None:
        raise Refusal("money.rent_needed", basis=months.basis, months=count)
    return Measure(count * dong(monthly_rent), count, monthly_rent, months.basis)
