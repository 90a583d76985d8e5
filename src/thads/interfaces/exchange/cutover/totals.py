"""What old books add up to, held against what came over: cases, đồng, money held by place (T78 Đ8.3, 11.2c).

The old system's own totals are given in a sheet “Đối chiếu” or by option; an indicator without one is held
against all rows of the old books that can be read, so that nothing is left behind in silence.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from thads.enforcement.cases.rules.cutover import Difference
from thads.interfaces.exchange.case_workbook.cells import CellValue, as_amount
from thads.interfaces.exchange.cutover.rows import OldRow
from thads.interfaces.exchange.cutover.words import heading_words
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.control_unknown": "Số đối chiếu “{indicator}” không có; các chỉ tiêu: {allowed}.",
        "cutover.control_unreadable": "Số đối chiếu của “{indicator}” là “{value}”, không đọc được thành số.",
    }
)


class Indicator(StrEnum):
    """What is added up on both sides."""

    CASES = "cases"
    OBLIGATIONS = "obligations"
    AMOUNT = "amount"
    COLLECTED = "collected"
    REMAINING = "remaining"
    HELD_CASH = "held_cash"
    HELD_TREASURY = "held_treasury"
    HELD_BANK = "held_bank"
    FEE_DUE = "fee_due"
    COST_DUE = "cost_due"
    ADVANCE_DUE = "advance_due"


NAMES: Mapping[Indicator, str] = {
    Indicator.CASES: "Số việc",
    Indicator.OBLIGATIONS: "Số khoản",
    Indicator.AMOUNT: "Số tiền phải thi hành",
    Indicator.COLLECTED: "Số tiền đã thu",
    Indicator.REMAINING: "Số tiền còn phải thi hành",
    Indicator.HELD_CASH: "Còn giữ tại quỹ tiền mặt",
    Indicator.HELD_TREASURY: "Còn giữ tại kho bạc",
    Indicator.HELD_BANK: "Còn giữ tại ngân hàng",
    Indicator.FEE_DUE: "Phí còn phải thu",
    Indicator.COST_DUE: "Chi phí còn phải thu",
    Indicator.ADVANCE_DUE: "Tạm ứng chi phí còn phải hoàn trả",
}

HELD = (Indicator.HELD_CASH, Indicator.HELD_TREASURY, Indicator.HELD_BANK)
"""The closing balances of the trial balance, by place."""

Totals = Mapping[str, int]


def totals_of(cases: Iterable[Sequence[OldRow]]) -> dict[str, int]:
    """Return what rows of cases add up to, in cases and đồng."""
    found = dict.fromkeys((one.value for one in Indicator), 0)
    for rows in cases:
        found[Indicator.CASES] += 1
        for row in rows:
            found[Indicator.OBLIGATIONS] += 1
            found[Indicator.REMAINING] += max(row.amount("amount") - row.gone, 0)
            for one in _SUMMED:
                found[one] += row.amount(one.value)
    return found


_SUMMED = (
    Indicator.AMOUNT, Indicator.COLLECTED, *HELD, Indicator.FEE_DUE, Indicator.COST_DUE,
    Indicator.ADVANCE_DUE,
)  # fmt: skip


def kinds_of(cases: Iterable[Sequence[OldRow]]) -> dict[str, int]:
    """Return the đồng to be enforced by kind of duty, as the old books name the kinds."""
    found: dict[str, int] = {}
    for rows in cases:
        for row in rows:
            kind = row.choice("duty_kind")
            key = kind.value if kind is not None else row.text("duty_kind")
            found[key] = found.get(key, 0) + row.amount("amount")
    return found


def control_of(lines: Iterable[tuple[str, CellValue]]) -> dict[str, int]:
    """Return the totals of the old system by indicator; lines that name none are headings or remarks."""
    by_words = {heading_words(name): one for one, name in NAMES.items()}
    found: dict[str, int] = {}
    for words, value in lines:
        one = by_words.get(heading_words(words))
        if one is not None:
            found[one.value] = _number(NAMES[one], value)
    return found


def control_from_options(options: Iterable[str]) -> dict[str, int]:
    """Return totals given as `held_cash=1.000.000`; refuses an indicator that is none."""
    found: dict[str, int] = {}
    for option in options:
        key, _sign, value = option.partition("=")
        if key.strip() not in set(Indicator):
            raise Refusal("cutover.control_unknown", indicator=key.strip(), allowed=", ".join(Indicator))
        one = Indicator(key.strip())
        found[one.value] = _number(NAMES[one], value)
    return found


def _number(name: str, value: CellValue) -> int:
    try:
        return as_amount(value)
    except Refusal:
        raise Refusal("cutover.control_unreadable", indicator=name, value=value) from None


def differences(*, control: Totals, told: Totals, found: Totals, before: Totals) -> tuple[Difference, ...]:
    """Return every indicator whose total is not what was to come: the old system's, else that of all rows.

    `before` is what the trial balance held already, which a total of the old system includes.
    """
    compared = []
    for one in Indicator:
        there = found[one] + before.get(one, 0)
        expected = control[one] if one in control else told[one] + before.get(one, 0)
        if there != expected:
            compared.append(Difference(one.value, expected, there))
    return tuple(compared)


def indicator_name(key: str) -> str:
    """Return the words for an indicator."""
    return NAMES[Indicator(key)]
