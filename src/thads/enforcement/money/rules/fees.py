"""The enforcement fee on what a payee really receives, cumulative over his payments (T216 Đ4–5).

F(x) is the fee on x received in all: nothing up to twice the base salary, beyond it the rates by brackets on
the whole. The fee on a payment is what F grows by. No text says what becomes of a fraction of a đồng, of
money that bears no fee, or of a base salary raised between two payments; derived: the fraction is dropped,
money without fee is not counted up, and what was charged before is never charged again nor given back because
of the raise.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from thads.enforcement.cases.rules.vocabulary import ObligationKind
from thads.kernel.money import Dong, dong
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Ground, GroundKind

register_sentences(
    {
        "money.division_without_gain": "Người nhận tài sản phải trả {paid_out} đồng, không ít hơn giá trị "
        "tài sản được nhận {kept_value} đồng: không có phần thực nhận để tính phí; hãy kiểm tra lại hai số "
        "tiền.",
    }
)


class FeeManner(StrEnum):
    """How the money came to the payee; it decides which share of the fee is due (T216 Đ4.4, 4.5, 6.8)."""

    BEFORE_DECISION = "before_decision"
    VOLUNTARY_PERIOD = "voluntary_period"
    SETTLED = "settled"
    COLLECTED = "collected"
    COERCED = "coerced"


@dataclass(frozen=True, slots=True)
class FeeReceipt:
    """Money, or an asset at its value, that one payee received on a day; `key` names it."""

    key: str
    on: date
    amount: Dong
    manner: FeeManner = FeeManner.COLLECTED
    kind: ObligationKind = ObligationKind.CONTRACT
    ground: str = ""


@dataclass(frozen=True, slots=True)
class BracketFee:
    """The part of a sum in one bracket, its rate in percent, and the exact fee on it."""

    part: Dong
    percent: Decimal
    fee: Fraction
    basis: str


@dataclass(frozen=True, slots=True)
class FullFee:
    """F(x): the fee on a sum received in all, with the threshold of the day and the brackets."""

    on: date
    received: Dong
    base_salary: Dong
    threshold: Dong
    brackets: tuple[BracketFee, ...]
    basis: str
    is_derived: bool

    @property
    def fee(self) -> Dong:
        """The fee, đồng, without the fraction."""
        return sum((one.fee for one in self.brackets), Fraction()).__floor__()


@dataclass(frozen=True, slots=True)
class FeeLine:
    """The fee on one payment, as it is derived: sums before and after, F, growth, the share due, the fee."""

    receipt: FeeReceipt
    sum_before: Dong
    sum_after: Dong
    charged_before: Dong
    full: FullFee
    share: Fraction
    fee: Dong
    basis: str
    exempt: Ground | None = None

    @property
    def growth(self) -> Dong:
        """What the full fee grew by with this payment, đồng; money without fee makes it grow by nothing."""
        return max(0, self.full.fee - self.charged_before) if self.share else 0

    @property
    def left_to_payee(self) -> Dong:
        """What the payee gets when the fee is withheld before paying (T216 Đ5.4a), đồng."""
        return self.receipt.amount - self.fee


_BRACKETS = (
    ("fee.rate_first", "fee.up_to_first"),
    ("fee.rate_over_5bn", "fee.up_to_second"),
    ("fee.rate_over_7bn", "fee.up_to_third"),
    ("fee.rate_over_10bn", "fee.up_to_fourth"),
    ("fee.rate_over_15bn", None),
)


def fee_threshold(*, on: date) -> Dong:
    """Return the sum up to which no fee is due on the day, in đồng (T216 Đ4.1a, 6.4)."""
    return _whole("fee.threshold_base_salaries", on) * _whole("wage.base", on)


def full_fee(received: Dong, *, on: date) -> FullFee:
    """Return the fee on all that a payee received, by the law of the day, bracket by bracket (T216 Đ4.1)."""
    dong(received)
    threshold, ruling = fee_threshold(on=on), LAW.value("fee.rate_first", on=on)
    brackets = _brackets(received, on) if received > threshold else ()
    derived = ruling.is_derived or LAW.value("wage.base", on=on).is_derived
    return FullFee(on, received, _whole("wage.base", on), threshold, brackets, ruling.basis, derived)


_BY_THE_SUM = "under_threshold"
"""A ground that follows from the sum of all payments, never from one: such money is counted up."""


def fee_exemption(receipt: FeeReceipt) -> Ground | None:
    """Return why money of this kind, or on the ground named for it, bears no fee, or nothing (T216 Đ6)."""
    if receipt.ground:
        named = LAW.ground(GroundKind.FEE_EXEMPT, receipt.ground, on=receipt.on)
        return None if named.code == _BY_THE_SUM else named
    for ground in LAW.grounds(GroundKind.FEE_EXEMPT, on=receipt.on):
        kinds = ground.attributes.get("obligations", ())
        if isinstance(kinds, tuple) and receipt.kind in kinds:
            return ground
    return None


def fee_series(receipts: Sequence[FeeReceipt]) -> tuple[FeeLine, ...]:
    """Return the fee on each payment to one payee, in the order of their days; each by the law of its day."""
    lines: list[FeeLine] = []
    total = charged = 0
    for receipt in sorted(receipts, key=lambda one: one.on):
        line = _line(receipt, total, charged)
        total, charged = line.sum_after, charged + line.growth
        lines.append(line)
    return tuple(lines)


def _line(receipt: FeeReceipt, total: Dong, charged: Dong) -> FeeLine:
    exempt = fee_exemption(receipt)
    share = LAW.value(f"fee.share.{receipt.manner}", on=receipt.on)
    part = Fraction() if exempt else Fraction(str(share.value))
    after = total + dong(receipt.amount) if part else total
    full = full_fee(after, on=receipt.on)
    fee = (max(0, full.fee - charged) * part).__floor__()
    counted = share.basis if full.fee or not part else _threshold_basis(receipt.on)
    basis = exempt.basis if exempt else counted
    return FeeLine(receipt, total, after, charged, full, part, fee, basis, exempt)


def divided_receipt(*, kept_value: Dong, paid_out: Dong) -> Dong:
    """Return what a party really receives who keeps an asset and pays the others their part, in đồng; refuse
    a party who gains nothing (T216 Đ4).
    """
    if dong(paid_out) >= dong(kept_value):
        raise Refusal(
            "money.division_without_gain", basis="T216 Đ4", kept_value=kept_value, paid_out=paid_out
        )
    return kept_value - paid_out


# ------------------------------------------------------------------ a fee decided wrongly is decided anew


@dataclass(frozen=True, slots=True)
class FeeDifference:
    """A payment whose fee was decided at one amount and should be another; `due` is more, or fewer, đồng."""

    key: str
    was: Dong
    should: Dong

    @property
    def due(self) -> Dong:
        """What is still to be paid, or with a minus what is to be given back, đồng."""
        return self.should - self.was


@dataclass(frozen=True, slots=True)
class FeeCorrection:
    """The whole series computed anew beside what had been decided (T216 Đ5.5)."""

    lines: tuple[FeeLine, ...]
    differences: tuple[FeeDifference, ...]
    basis: str = "T216 Đ5.5"

    @property
    def top_up(self) -> Dong:
        """What is still to be collected in all, đồng; 0 when something is to be given back."""
        return max(0, self.net)

    @property
    def refund(self) -> Dong:
        """What is to be given back in all, đồng; 0 when something is still to be collected."""
        return max(0, -self.net)

    @property
    def net(self) -> Dong:
        """More, or with a minus fewer, đồng in all."""
        return sum(one.due for one in self.differences)


def corrected_fees(receipts: Sequence[FeeReceipt], decided: Mapping[str, Dong]) -> FeeCorrection:
    """Return the series computed anew and each difference to what had been decided by key: after a payment
    learnt late, or one that is no longer there (T216 Đ5.5).
    """
    lines = fee_series(receipts)
    should = {line.receipt.key: line.fee for line in lines}
    keys = dict.fromkeys([*should, *decided])
    differences = (FeeDifference(key, decided.get(key, 0), should.get(key, 0)) for key in keys)
    return FeeCorrection(lines, tuple(one for one in differences if one.due))


def _brackets(received: Dong, on: date) -> tuple[BracketFee, ...]:
    found: list[BracketFee] = []
    below = 0
    for rate_key, bound_key in _BRACKETS:
        rate = LAW.value(rate_key, on=on)
        above = received if bound_key is None else min(received, _whole(bound_key, on))
        if above > below:
            percent = Decimal(str(rate.value))
            found.append(
                BracketFee(above - below, percent, (above - below) * Fraction(percent) / 100, rate.basis)
            )
        below = max(below, above)
    return tuple(found)


def _threshold_basis(on: date) -> str:
    return LAW.value("fee.threshold_base_salaries", on=on).basis


def _whole(key: str, on: date) -> int:
    return int(str(LAW.value(key, on=on).value))
