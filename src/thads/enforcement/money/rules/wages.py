"""Amounts the law measures in wages, in đồng on the day and in the region (N293/2025 Đ3.1; N73/2024 Đ3.2).

The region is that of the place each rule names: where the debtor lives for his income and rent, where the
agency sits for small sums.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thads.kernel.money import Dong
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Ruling, Unit

register_sentences(
    {
        "money.region_needed": "Mức “{what}” tính theo lương tối thiểu vùng; hãy chọn vùng.",
        "money.not_an_amount": "“{what}” không phải là một mức tiền.",
    }
)


class Region(StrEnum):
    """The four regions of the monthly minimum wage (N293/2025 Đ3.1)."""

    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"


@dataclass(frozen=True, slots=True)
class Measure:
    """An amount of the law in đồng: how often which wage, and both articles."""

    amount: Dong
    times: int
    unit: Dong
    basis: str
    is_derived: bool = False


def measured(ruling: Ruling, *, on: date, region: Region | None = None) -> Measure:
    """Return the đồng of a value counted in đồng or in regional minimum wages on the day; refuse a missing
    region.
    """
    times = int(str(ruling.value)) if ruling.unit in {Unit.DONG, Unit.REGIONAL_WAGE} else 0
    if ruling.unit is Unit.DONG:
        return Measure(times, 1, times, ruling.basis, ruling.is_derived)
    if ruling.unit is not Unit.REGIONAL_WAGE:
        raise Refusal("money.not_an_amount", basis=ruling.basis, what=ruling.vi)
    if region is None:
        raise Refusal("money.region_needed", basis=ruling.basis, what=ruling.vi)
    return _times(times, ruling, LAW.value(f"wage.regional_{region}", on=on))


def in_base_salaries(ruling: Ruling, *, on: date) -> Measure:
    """Return the đồng of a value counted in base salaries on the day."""
    return _times(int(str(ruling.value)), ruling, LAW.value("wage.base", on=on))


def _times(times: int, ruling: Ruling, wage: Ruling) -> Measure:
    unit = int(str(wage.value))
    derived = ruling.is_derived or wage.is_derived
    return Measure(times * unit, times, unit, f"{ruling.basis}; {wage.basis}", derived)


def post_threshold(*, on: date, region: Region | None = None) -> Measure:
    """Return the sum below which money of an absent payee goes by post, in đồng: one base salary (N62 Đ49),
    from 1/7/2026 one regional minimum wage (N152 Đ30.5).
    """
    old = LAW.timeline("money.post_below_base_salaries").find(on)
    if old is not None:
        return in_base_salaries(old, on=on)
    return measured(LAW.value("money.post_below", on=on), on=on, region=region)


def treasury_threshold(*, on: date, region: Region | None = None) -> Measure | None:
    """Return the sum up to which such money goes to the treasury and not into savings, in đồng, or nothing
    before 1/7/2026 (N152 Đ41.2).
    """
    ruling = LAW.timeline("money.treasury_up_to").find(on)
    return None if ruling is None else measured(ruling, on=on, region=region)
