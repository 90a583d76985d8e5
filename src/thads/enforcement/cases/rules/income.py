"""How much of a debtor's income may be taken each month (L08 Đ78.3; N152 Đ51.1)."""

from datetime import date

from thads.kernel.money import Dong
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "cases.region_needed": "Phải ghi vùng lương tối thiểu (1 đến 4) nơi người phải thi hành án cư trú "
        "để tính mức để lại.",
        "cases.deduction_too_large": "Trừ {value} đồng mỗi tháng vào thu nhập {income} đồng vượt mức cho "
        "phép; nhiều nhất là {most} đồng.",
    }
)

REGIONS = range(1, 5)
PERCENT = 100


def most_deductible(income: Dong, *, on: date, dependants: int = 0, region: int = 0) -> Dong:
    """Return the most đồng that may be taken a month: until 30/6/2026 a share of wages and pensions, since
    then what is above the regional minimum wage, once for the debtor and once for each dependant.

    Refuses a day since 1/7/2026 without a wage region.
    """
    share = LAW.timeline("income.deduction_percent").find(on)
    if share is not None:
        return income * int(str(share.value)) // PERCENT
    return max(0, income - _left(on, dependants, region))


def check_deduction(value: Dong, income: Dong, *, on: date, dependants: int = 0, region: int = 0) -> None:
    """Refuse to take more of a month's income than the law leaves to take."""
    most = most_deductible(income, on=on, dependants=dependants, region=region)
    if value > most:
        raise Refusal("cases.deduction_too_large", basis=_basis(on), value=value, income=income, most=most)


def _left(on: date, dependants: int, region: int) -> Dong:
    if region not in REGIONS:
        raise Refusal("cases.region_needed", basis=_basis(on))
    wage = int(str(LAW.value(f"wage.regional_{region}", on=on).value))
    own = int(str(LAW.value("income.left_to_debtor", on=on).value))
    each = int(str(LAW.value("income.left_per_dependant", on=on).value))
    return wage * (own + each * dependants)


def _basis(on: date) -> str:
    share = LAW.timeline("income.deduction_percent").find(on)
    return share.basis if share is not None else LAW.value("income.left_to_debtor", on=on).basis
