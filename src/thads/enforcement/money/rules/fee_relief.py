"""Who pays the enforcement fee, and what relief the head may grant on a fee decided (T216 Đ7; L08 Đ60; L25
Đ53.1).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thads.enforcement.money.rules.fees import FeeManner
from thads.kernel.money import Dong, dong
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Ground, GroundKind, Regime

register_sentences(
    {
        "money.relief_percent_fixed": "Căn cứ “{ground}” giảm đúng {percent} %; không ấn định mức khác.",
        "money.relief_percent_over": "Căn cứ “{ground}” giảm từ 1 đến {percent} %; đã nhập {asked} %.",
        "money.relief_percent_needed": "Căn cứ “{ground}” giảm đến {percent} %; hãy nhập mức giảm.",
    }
)


class Requester(StrEnum):
    """Who requested enforcement; nobody when the decision is ex officio."""

    CREDITOR = "creditor"
    DEBTOR = "debtor"
    NOBODY = "nobody"


class FeePayer(StrEnum):
    """Who pays the fee."""

    CREDITOR = "creditor"
    DEBTOR = "debtor"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class FeePayerRuling:
    """Who pays the fee on money received on a day, and the article."""

    payer: FeePayer
    basis: str
    is_derived: bool = False


@dataclass(frozen=True, slots=True)
class FeeRelief:
    """A relief of one fee: the ground, the percent, what is relieved and what is left to pay, đồng."""

    ground: Ground
    percent: int
    fee: Dong
    relieved: Dong

    @property
    def left(self) -> Dong:
        """What is left to pay, đồng."""
        return self.fee - self.relieved


def fee_payer(
    *, on: date, requested_by: Requester, decided_on: date, manner: FeeManner = FeeManner.COLLECTED
) -> FeePayerRuling:
    """Return who pays the fee on what is received on the day: the creditor (L08 Đ60), from 1/7/2026 whoever
    requested (L25 Đ53.1).
    """
    return _PAYERS[LAW.regime(on)](on, requested_by, decided_on, manner)


def _creditor_pays(on: date, requester: Requester, decided_on: date, manner: FeeManner) -> FeePayerRuling:
    return FeePayerRuling(FeePayer.CREDITOR, LAW.value("fee.payer", on=on).basis)


def _requester_pays(on: date, requester: Requester, decided_on: date, manner: FeeManner) -> FeePayerRuling:
    """The requester; a debtor who requested pays nothing for what he did before the decision or of his own
    will in its time, nor under a decision of before the law of 2025.
    """
    basis = LAW.value("fee.payer", on=on).basis
    if requester is Requester.NOBODY:
        return FeePayerRuling(FeePayer.NOBODY, basis, is_derived=True)
    if requester is Requester.CREDITOR:
        return FeePayerRuling(FeePayer.CREDITOR, basis)
    old = LAW.regime(decided_on) is Regime.R2008
    free = old or manner in {FeeManner.BEFORE_DECISION, FeeManner.VOLUNTARY_PERIOD}
    return FeePayerRuling(FeePayer.NOBODY if free else FeePayer.DEBTOR, basis)


_PAYERS: dict[Regime, Callable[[date, Requester, date, FeeManner], FeePayerRuling]] = {
    Regime.R2008: _creditor_pays,
    Regime.R2025: _requester_pays,
}


def relieve_fee(fee: Dong, ground: str, *, on: date, percent: int | None = None) -> FeeRelief:
    """Return a fee relieved on a listed ground; `percent` only where the law says “up to” (T216 Đ7); refuse a
    percent the ground does not allow.
    """
    found = LAW.ground(GroundKind.FEE_RELIEF, ground, on=on)
    granted = _granted(found, percent)
    return FeeRelief(found, granted, dong(fee), fee * granted // 100)


def _granted(ground: Ground, percent: int | None) -> int:
    """Return the percent granted: the law's own, or one up to it where the law says so."""
    most = int(str(ground.attributes["percent"]))
    if not ground.attributes.get("up_to"):
        if percent not in {None, most}:
            raise _refused("money.relief_percent_fixed", ground, most)
        return most
    if percent is None:
        raise _refused("money.relief_percent_needed", ground, most)
    if not 1 <= percent <= most:
        raise _refused("money.relief_percent_over", ground, most, asked=percent)
    return percent


def _refused(code: str, ground: Ground, most: int, **details: object) -> Refusal:
    return Refusal(code, basis=ground.basis, ground=ground.vi, percent=most, **details)
